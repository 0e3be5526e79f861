//! One case: reading it and coding it. Addenda, not edits: the released wording never changes here.

use crate::domain::access::{Permit, ReadReleased, Triage};
use crate::domain::conversation::{Consent, MESSAGE_MAX, MessageKind, Spoken};
use crate::domain::id::ReportId;
use crate::domain::problem::FieldProblem;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::report::{CLOSINGS, CaseSummary, Coding, Status};
use crate::domain::risk::Risk;
use crate::domain::sealed::Envelope;
use crate::domain::taxonomy::Code;
use crate::domain::text::{Note, SYNOPSIS_MAX};
use crate::flows::conversation::{self, Addendum};
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::screening::open_text;
use crate::store::{Error as StoreError, NewMessage, TriageChange};
use crate::vault::{Padding, Purpose};

/// One released case.
pub struct Case {
    /// Coarse facts and coding.
    pub summary: CaseSummary,
    /// The released wording.
    pub text: String,
    /// Synopsis; empty until written.
    pub synopsis: String,
    /// Version the page shows.
    pub version: i32,
    /// What the reporter has said about the wording.
    pub consent: Consent,
    /// What was released after the wording.
    pub addenda: Vec<Addendum>,
}

/// What an analyst sets.
#[derive(Clone, Debug)]
pub struct Change {
    /// Hazard category.
    pub category: Option<Code>,
    /// Contributing factors.
    pub factors: Vec<Code>,
    /// Event risk classification.
    pub risk: Option<Risk>,
    /// Synopsis.
    pub synopsis: String,
    /// Where it stands now.
    pub status: Status,
    /// Closing reason; needed when closed.
    pub closing: Option<Code>,
    /// What changed because of the report, for its reporter; needed when it is being closed.
    pub outcome: String,
    /// Leave out of every count.
    pub excluded: bool,
    /// Version the analyst saw.
    pub version: i32,
}

/// Opens a synopsis.
pub(super) fn open_synopsis(ctx: &Ctx, summary: &CaseSummary) -> Result<String, Error> {
    let Some(sealed) = &summary.synopsis else { return Ok(String::new()) };
    let bytes = ctx.keyring.open(Purpose::Synopsis, summary.id.as_bytes(), sealed)?;
    String::from_utf8(bytes.to_vec()).map_err(|_| Error::Broken("a synopsis is not UTF-8"))
}

/// Seals a synopsis.
pub(in crate::flows) fn seal_synopsis(ctx: &Ctx, id: ReportId, text: &str) -> Result<Envelope, Error> {
    ctx.keyring.seal(Purpose::Synopsis, id.as_bytes(), text.as_bytes(), Padding::Narrative)
}

/// Opens one case; the opening is audited.
///
/// # Errors
/// `NotFound` when it is not there, not released, or of an area the reader has a conflict with.
pub fn read(ctx: &Ctx, permit: &Permit<ReadReleased>, id: ReportId) -> Result<Case, Error> {
    let viewer = permit.person();
    let (row, later) =
        ctx.store.write(permit, &format!("report:{id}"), |w| Ok((w.reading().case(viewer, id)?, w.reading().addenda(id)?)))?;
    Ok(Case {
        text: open_text(ctx, id, &row.text)?,
        synopsis: open_synopsis(ctx, &row.summary)?,
        summary: row.summary,
        version: row.version,
        consent: row.consent,
        addenda: conversation::addenda(ctx, &later, id)?,
    })
}

fn problems(ctx: &Ctx, change: &Change) -> Vec<FieldProblem> {
    let taxonomy = ctx.taxonomy();
    let mut found = Vec::new();
    let unknown = |field| FieldProblem::new(field, "problem-unknown-choice");
    if change.category.as_ref().is_some_and(|c| !taxonomy.categories.has(c.as_str())) {
        found.push(unknown("category"));
    }
    if change.factors.iter().any(|f| !taxonomy.factors.has(f.as_str())) {
        found.push(unknown("factors"));
    }
    if !change.status.is_released() {
        found.push(unknown("status"));
    }
    match &change.closing {
        Some(reason) if !CLOSINGS.contains(&reason.as_str()) => found.push(unknown("closing")),
        None if change.status == Status::Closed => found.push(FieldProblem::new("closing", "problem-closing-missing")),
        _ => {}
    }
    found
}

/// What changed, sealed for the reporter, when this change closes the case.
fn outcome(ctx: &Ctx, id: ReportId, change: &Change) -> Result<Option<(ReceiptDigest, [NewMessage; 2])>, Error> {
    if change.status != Status::Closed {
        return Ok(None);
    }
    let to = ctx.store.read(|r| r.addressee(id))?;
    let text = Note::parse("outcome", &change.outcome, MESSAGE_MAX).map_err(|p| Error::Invalid(vec![p]))?;
    if text.is_empty() {
        let missing = || Error::Invalid(vec![FieldProblem::new("outcome", "problem-outcome-missing")]);
        return if to.status == Status::Closed { Ok(None) } else { Err(missing()) };
    }
    let spoken = Spoken { kind: MessageKind::Outcome, text: text.expose().to_owned(), day: ctx.now().day() };
    let messages = conversation::said(ctx, &to.receipt, &to.reply_key, &spoken).map_err(|error| match error {
        Error::Invalid(_) => Error::Invalid(vec![FieldProblem::new("outcome", "problem-message-too-long")]),
        other => other,
    })?;
    Ok(Some((to.receipt, messages)))
}

/// Codes, grades, summarises and moves a case; closing it tells the reporter what changed.
///
/// # Errors
/// `Invalid` with the fields to mend, `Conflict("case-changed")` when a colleague was faster, `NotFound`.
pub fn code(ctx: &Ctx, permit: &Permit<Triage>, id: ReportId, change: &Change) -> Result<(), Error> {
    let mut found = problems(ctx, change);
    let synopsis = Note::parse("synopsis", &change.synopsis, SYNOPSIS_MAX).map_err(|p| found.push(p)).unwrap_or_default();
    if !found.is_empty() {
        return Err(Error::Invalid(found));
    }
    let outcome = outcome(ctx, id, change)?;
    let sealed = if synopsis.is_empty() { None } else { Some(seal_synopsis(ctx, id, synopsis.expose())?) };
    let written = ctx.store.write(permit, &format!("report:{id}"), |w| {
        let before = w.reading().case(permit.person(), id)?.summary.coding;
        let coding = Coding {
            category: change.category.clone(),
            factors: change.factors.clone(),
            risk: change.risk,
            closing: change.closing.clone(),
            excluded: change.excluded,
            ..before
        };
        w.triage(permit.person(), id, &TriageChange { coding, status: change.status, synopsis: sealed, version: change.version })?;
        outcome.as_ref().map_or(Ok(()), |(receipt, messages)| w.add_messages(receipt, messages))
    });
    match written {
        Err(StoreError::Conflict) => Err(Error::Conflict("case-changed")),
        other => Ok(other?),
    }
}
