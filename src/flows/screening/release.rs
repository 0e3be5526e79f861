//! Proposing, confirming and sending back a released wording.
//!
//! The released text is sealed with the data key; the reporter's answers are coarsened before they stand beside it.
//! Refuses release while a doubt is unanswered, and refuses a second screener who is the first.

use super::desk::{RawCase, opened, second_needed};
use super::settle::{Redacted, Settled, redact};
use crate::domain::access::{Confirm, Permit, Release};
use crate::domain::crowd::releasable;
use crate::domain::id::ReportId;
use crate::domain::report::{Coding, ScreeningItem};
use crate::domain::sealed::Envelope;
use crate::flows::conversation::wording;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::people::{Session, unlocked};
use crate::flows::search::blind_words;
use crate::search::FORM;
use crate::store::Error as StoreError;
use crate::vault::{Padding, Purpose};

/// Separates the narrative from the idea for a fix inside a released text.
const IDEA_MARK: &str = "\n\n\u{2014}\n";

/// What proposing led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// Released at once: there is one screener only.
    Released,
    /// A second screener reads it first.
    WaitsForSecond,
}

/// A proposed wording as the second screener sees it: no raw text.
pub struct Proposal {
    /// As the desk lists it.
    pub item: ScreeningItem,
    /// The wording.
    pub text: String,
    /// The coarse facts.
    pub coding: Coding,
    /// Whether the reader proposed it.
    pub mine: bool,
}

fn coarse(ctx: &Ctx, case: &RawCase) -> Coding {
    let a = &case.submission.answers;
    let setting = releasable(ctx.taxonomy(), a.area.as_ref(), a.day_part.as_ref(), ctx.now().period());
    Coding {
        kind: case.submission.kind,
        area: setting.area,
        day_part: setting.day_part,
        phase: a.phase.clone(),
        detection: a.detection.clone(),
        recovery: a.recovery.clone(),
        severity: a.severity.clone(),
        category: None,
        factors: Vec::new(),
        risk: None,
        closing: None,
        excluded: false,
    }
}

fn joined(redacted: &Redacted) -> String {
    let (narrative, idea) = (redacted.narrative.to_plain(), redacted.idea.to_plain());
    if idea.is_empty() { narrative } else { format!("{narrative}{IDEA_MARK}{idea}") }
}

/// Seals a released wording with the data key.
pub(in crate::flows) fn seal_text(ctx: &Ctx, id: ReportId, text: &str) -> Result<Envelope, Error> {
    ctx.keyring.seal(Purpose::Released, id.as_bytes(), text.as_bytes(), Padding::Narrative)
}

/// Opens a released or proposed wording.
pub(in crate::flows) fn open_text(ctx: &Ctx, id: ReportId, sealed: &Envelope) -> Result<String, Error> {
    let bytes = ctx.keyring.open(Purpose::Released, id.as_bytes(), sealed)?;
    String::from_utf8(bytes.to_vec()).map_err(|_| Error::Broken("a released text is not UTF-8"))
}

/// The last day of the raw text of a report released now.
fn raw_until(ctx: &Ctx) -> i32 {
    ctx.now().day() + ctx.settings.retention.raw_after_release_days
}

/// Proposes a wording; with one screener it is released at once.
///
/// # Errors
/// `Conflict("release-open-questions")` while doubts are unanswered, `Conflict("desk-locked")`, `NotFound`.
pub fn propose(ctx: &Ctx, permit: &Permit<Release>, session: &Session, id: ReportId, settled: &Settled) -> Result<Proposed, Error> {
    let key = unlocked(ctx, session)?;
    // Read and decided outside the write transaction: the update itself is guarded by the status.
    let case = opened(ctx, &key, session.person, ctx.store.read(|r| r.raw_report(id))?)?;
    propose_opened(ctx, permit, session, &case, settled)
}

/// As `propose`, for a report that the caller has just opened.
///
/// # Errors
/// `Conflict("release-open-questions")` while doubts are unanswered, `NotFound`.
pub fn propose_opened(
    ctx: &Ctx,
    permit: &Permit<Release>,
    session: &Session,
    case: &RawCase,
    settled: &Settled,
) -> Result<Proposed, Error> {
    if case.open_questions(settled) > 0 {
        return Err(Error::Conflict("release-open-questions"));
    }
    let id = case.item.id;
    let (now, raw_until) = (ctx.now(), raw_until(ctx));
    let second = second_needed(ctx, case.submission.answers.area.as_ref())?;
    let plain = joined(&redact(case, settled));
    let words = if second { Vec::new() } else { blind_words(ctx, &plain)? };
    let text = seal_text(ctx, id, &plain)?;
    let to_reporter = if second { None } else { Some(wording(ctx, &case.receipt, &case.reply_key, &plain)?) };
    let coding = coarse(ctx, case);
    ctx.store.write(permit, &format!("report:{id}"), |w| {
        w.propose(id, session.person, &text, &coding)?;
        let Some(to_reporter) = &to_reporter else { return Ok(()) };
        w.release(id, now, None, raw_until)?;
        w.index_report(id, &text, FORM, &words)?;
        w.set_wording(&case.receipt, to_reporter)
    })?;
    Ok(if second { Proposed::WaitsForSecond } else { Proposed::Released })
}

/// One proposed wording. Reading it is audited by the confirmation or sending back that follows.
///
/// # Errors
/// `NotFound`.
pub fn proposal(ctx: &Ctx, permit: &Permit<Confirm>, id: ReportId) -> Result<Proposal, Error> {
    let row = ctx.store.read(|r| r.proposal(permit.person(), id))?;
    Ok(Proposal {
        mine: permit.person() == Some(row.proposed_by),
        text: open_text(ctx, id, &row.text)?,
        coding: row.coding,
        item: row.item,
    })
}

/// The second screener releases; the reporter gets the wording to judge.
///
/// # Errors
/// `Conflict("release-same-person")` when the reader proposed it, `NotFound` when it is gone.
pub fn confirm(ctx: &Ctx, permit: &Permit<Confirm>, id: ReportId) -> Result<(), Error> {
    let (now, raw_until) = (ctx.now(), raw_until(ctx));
    let second = permit.person().ok_or(Error::Denied)?;
    let row = ctx.store.read(|r| r.proposal(Some(second), id))?;
    let plain = open_text(ctx, id, &row.text)?;
    let words = blind_words(ctx, &plain)?;
    let to_reporter = wording(ctx, &row.receipt, &row.reply_key, &plain)?;
    let released = ctx.store.write(permit, &format!("report:{id}"), |w| {
        if w.reading().proposal(Some(second), id)?.text != row.text {
            return Err(StoreError::NotFound);
        }
        w.release(id, now, Some(second), raw_until)?;
        w.index_report(id, &row.text, FORM, &words)?;
        w.set_wording(&row.receipt, &to_reporter)
    });
    match released {
        Err(StoreError::Conflict) => Err(Error::Conflict("release-same-person")),
        other => Ok(other?),
    }
}

/// The second screener sends it back to the desk.
///
/// # Errors
/// `Conflict` when it is gone.
pub fn send_back(ctx: &Ctx, permit: &Permit<Confirm>, id: ReportId) -> Result<(), Error> {
    Ok(ctx.store.write(permit, &format!("report:{id}:back"), |w| w.send_back(permit.person(), id))?)
}
