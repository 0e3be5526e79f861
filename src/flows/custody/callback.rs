//! Asking for a callback, looking at them, declining and closing. No identity is touched here.

use super::record::{callback, callbacks, change_callback, seal_callback};
use crate::domain::access::{AskCallback, CloseCallback, DeclineIdentity, ListCallbacks, Permit};
use crate::domain::callback::{Callback, CallbackStage, LIFE, REASON_MAX, REASONS};
use crate::domain::id::{CeremonyId, ReportId};
use crate::domain::person::Role;
use crate::domain::problem::FieldProblem;
use crate::domain::text::Note;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::payload::CallbackRecord;
use crate::flows::people::Session;
use crate::store::CeremonyKind;
use crate::vault::random_bytes;

/// A reason as typed, checked.
pub(super) struct Reason {
    pub(super) code: String,
    pub(super) text: String,
}

/// Reads a reason code and its explanation.
pub(super) fn reason(code: &str, text: &str) -> Result<Reason, Error> {
    let mut problems = Vec::new();
    if !REASONS.contains(&code) {
        problems.push(FieldProblem::new("reason", "problem-unknown-choice"));
    }
    let text = Note::parse("text", text, REASON_MAX).map_err(|p| problems.push(p)).unwrap_or_default();
    if text.is_empty() && problems.is_empty() {
        problems.push(FieldProblem::new("text", "problem-reason-missing"));
    }
    if problems.is_empty() { Ok(Reason { code: code.to_owned(), text: text.expose().to_owned() }) } else { Err(Error::Invalid(problems)) }
}

/// A new record at its first stage.
pub(super) fn fresh(ctx: &Ctx, report: ReportId, reason: Reason) -> Result<CallbackRecord, Error> {
    let (receipt, _) = ctx.store.read(|r| r.report_binding(report))?;
    let callback = Callback {
        id: CeremonyId::from_bytes(random_bytes()),
        report,
        receipt,
        stage: CallbackStage::Asked,
        reason: reason.code,
        text: reason.text,
        asked_by: None,
        requested_by: None,
        approved_by: None,
        until: ctx.now().plus(LIFE * 30),
        opened_day: 0,
        told: false,
        closed_day: 0,
        outcome: String::new(),
    };
    Ok(CallbackRecord { callback, passed: Vec::new(), shown: None })
}

/// A screener asks the custodians to call a reporter back.
///
/// # Errors
/// `Invalid` on `reason` or `text`, `NotFound`, `Conflict("callback-runs")` when one is going on already.
pub fn ask(ctx: &Ctx, permit: &Permit<AskCallback>, report: ReportId, code: &str, text: &str) -> Result<CeremonyId, Error> {
    let mut record = fresh(ctx, report, reason(code, text)?)?;
    none_runs(ctx, report)?;
    record.callback.asked_by = permit.person();
    let id = record.callback.id;
    let sealed = seal_callback(ctx, &record)?;
    ctx.store.write(permit, &format!("report:{report}"), |w| w.add_ceremony(CeremonyKind::Callback, id, &sealed))?;
    Ok(id)
}

/// One callback for one report at a time.
pub(super) fn none_runs(ctx: &Ctx, report: ReportId) -> Result<(), Error> {
    let over = |stage| matches!(stage, CallbackStage::Closed | CallbackStage::Lapsed);
    let runs = callbacks(ctx)?.iter().any(|(r, _)| r.callback.report == report && !over(r.callback.stage));
    if runs { Err(Error::Conflict("callback-runs")) } else { Ok(()) }
}

/// Callbacks as the session's person may see them: custodians all, screeners those they asked for.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn list(ctx: &Ctx, permit: &Permit<ListCallbacks>, session: &Session) -> Result<Vec<Callback>, Error> {
    let _ = permit;
    let all = session.roles.has(Role::Custodian);
    let mut list: Vec<Callback> = callbacks(ctx)?.into_iter().map(|(r, _)| r.callback).collect();
    list.retain(|c| all || c.asked_by == Some(session.person));
    list.sort_by_key(|c| (matches!(c.stage, CallbackStage::Closed | CallbackStage::Lapsed), c.until.0, c.id));
    Ok(list)
}

/// A custodian declines, or takes their own request back: nothing is opened.
///
/// # Errors
/// `NotFound`; `Conflict("callback-changed")` when it has been opened or decided meanwhile.
pub fn decline(ctx: &Ctx, permit: &Permit<DeclineIdentity>, id: CeremonyId) -> Result<(), Error> {
    let (mut record, old) = callback(ctx, id)?;
    if !matches!(record.callback.stage, CallbackStage::Asked | CallbackStage::Requested) {
        return Err(Error::Conflict("callback-changed"));
    }
    record.callback.stage = CallbackStage::Lapsed;
    record.passed.clear();
    change_callback(ctx, permit, &format!("callback:{id}"), (&record, &old), None)
}

/// Ends a callback: the strip is destroyed 72 hours from now. `outcome` goes to the screener who asked.
///
/// # Errors
/// `NotFound`; `Invalid` on `outcome`; `Conflict("callback-changed")` unless the strip was opened.
pub fn close(ctx: &Ctx, permit: &Permit<CloseCallback>, id: CeremonyId, outcome: &str) -> Result<(), Error> {
    let outcome = Note::parse("outcome", outcome, REASON_MAX).map_err(|p| Error::Invalid(vec![p]))?;
    let (mut record, old) = callback(ctx, id)?;
    if !matches!(record.callback.stage, CallbackStage::Opened | CallbackStage::Read) {
        return Err(Error::Conflict("callback-changed"));
    }
    record.callback.stage = CallbackStage::Closed;
    record.callback.closed_day = ctx.now().day();
    outcome.expose().clone_into(&mut record.callback.outcome);
    record.shown = None;
    change_callback(ctx, permit, &format!("callback:{id}"), (&record, &old), None)
}
