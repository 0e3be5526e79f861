//! A reporter's answer on the screening side: opened, settled like a narrative, released as an addendum.
//!
//! Addenda, not edits: the released wording stays as it was. Refuses release while a doubt is unanswered, and a second screener
//! who is the first.

use super::desk::addendum_record;
use crate::deident::guess_language;
use crate::domain::access::{ConfirmAnswer, Permit, ReadAnswer, ReleaseAnswer};
use crate::domain::conversation::MessageKind;
use crate::domain::id::ReportId;
use crate::domain::redaction::Span;
use crate::flows::ctx::Ctx;
use crate::flows::dictionary;
use crate::flows::error::Error;
use crate::flows::payload::decode_spoken;
use crate::flows::people::{Session, unlocked};
use crate::flows::screening::{Proposed, Settled, open_doubts, redact_one, second_needed};
use crate::store::{AddendumRow, Addressee, Error as StoreError};
use crate::vault::{Context, Padding, Purpose, named_key, open_padded_from};

/// One opened answer with what the engine suspects.
pub struct Answer {
    /// An answer or something unasked.
    pub kind: MessageKind,
    /// What the reporter wrote.
    pub text: String,
    /// Suspected identifiers in it.
    pub spans: Vec<Span>,
    /// Whether it is settled already.
    pub settled: bool,
}

fn object(id: ReportId, position: i32) -> String {
    format!("report:{id}:{position}")
}

/// Opens one answer; the opening is audited.
///
/// # Errors
/// `NotFound`, `Conflict("desk-locked")`, `Conflict("desk-no-key")`.
pub fn open_answer(ctx: &Ctx, permit: &Permit<ReadAnswer>, session: &Session, id: ReportId, position: i32) -> Result<Answer, Error> {
    let own = unlocked(ctx, session)?;
    let (to, row) = ctx.store.write(permit, &object(id, position), |w| {
        let to: Addressee = w.reading().addressee(id)?;
        let row = w.reading().answer(&to.receipt, position)?;
        Ok((to, row))
    })?;
    let (key, epoch) = named_key(&row.sealed)?;
    let context = Context { purpose: Purpose::Answer, instance: &ctx.keyring.instance, record: &to.receipt.0, key: &key, epoch };
    let spoken = decode_spoken(&open_padded_from(&own.screening_for(ctx, &row.sealed)?, &context, &row.sealed)?)?;
    let terms = dictionary::all(ctx);
    let spans = ctx.engine.scan_with(&spoken.text, Some(guess_language(&spoken.text)), Some(&terms));
    Ok(Answer { kind: spoken.kind, text: spoken.text, spans, settled: row.settled })
}

/// Settles an opened answer: what is left of it becomes an addendum, or with `None` it is set aside. With one screener an
/// addendum is released at once.
///
/// # Errors
/// `Conflict("release-open-questions")` while doubts are unanswered, `Conflict("conflict-changed")` when a colleague was faster,
/// `NotFound`.
pub fn settle(
    ctx: &Ctx,
    permit: &Permit<ReleaseAnswer>,
    (id, position): (ReportId, i32),
    answer: &Answer,
    settled: Option<&Settled>,
) -> Result<Option<Proposed>, Error> {
    let by = permit.person().ok_or(Error::Denied)?;
    let to = ctx.store.read(|r| r.addressee(id))?;
    let Some(settled) = settled else {
        ctx.store.write(permit, &object(id, position), |w| w.settle_answer(&to.receipt, position))?;
        return Ok(None);
    };
    if open_doubts(&answer.spans, &settled.decisions) > 0 {
        return Err(Error::Conflict("release-open-questions"));
    }
    let second = second_needed(ctx, None)?;
    let text = redact_one(&answer.text, &answer.spans, settled).to_plain();
    let sealed = ctx.keyring.seal(Purpose::Released, &addendum_record(id, position), text.as_bytes(), Padding::Narrative)?;
    let released = (!second).then(|| ctx.now().period());
    ctx.store.write(permit, &object(id, position), |w| {
        w.settle_answer(&to.receipt, position)?;
        w.add_addendum(id, &AddendumRow { position, proposed_by: by, released, sealed })
    })?;
    Ok(Some(if second { Proposed::WaitsForSecond } else { Proposed::Released }))
}

/// The second screener releases an addendum.
///
/// # Errors
/// `Conflict("release-same-person")` when the reader proposed it or it is gone.
pub fn confirm(ctx: &Ctx, permit: &Permit<ConfirmAnswer>, id: ReportId, position: i32) -> Result<(), Error> {
    let second = permit.person().ok_or(Error::Denied)?;
    let period = ctx.now().period();
    match ctx.store.write(permit, &object(id, position), |w| w.release_addendum(id, position, period, second)) {
        Err(StoreError::Conflict) => Err(Error::Conflict("release-same-person")),
        other => Ok(other?),
    }
}

/// The second screener sends an addendum back: its answer waits again.
///
/// # Errors
/// `Conflict` when it is gone, `NotFound`.
pub fn send_back(ctx: &Ctx, permit: &Permit<ConfirmAnswer>, id: ReportId, position: i32) -> Result<(), Error> {
    let to = ctx.store.read(|r| r.addressee(id))?;
    Ok(ctx.store.write(permit, &object(id, position), |w| w.drop_addendum(id, &to.receipt, position))?)
}
