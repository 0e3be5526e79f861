//! Letters due now, ready for the wire, and what became of them. A timer calls both; it never sees a key.

use super::issue::{edition, frozen};
use super::readers::{address, unsubscribe_token};
use crate::domain::contact::Language;
use crate::domain::outbox::{Failure, LetterState};
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::mail::Letter;
use crate::store::DueLetter;

/// Letters claimed at a time.
const BATCH: i64 = 20;

/// A claimed letter.
pub struct Dispatch {
    due: DueLetter,
    /// What to send.
    pub letter: Letter,
}

/// Claims letters that are due.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn due(ctx: &Ctx) -> Result<Vec<Dispatch>, Error> {
    let now = ctx.now();
    let claimed = ctx.store.tend(|t| t.claim_letters(now, BATCH))?;
    claimed.into_iter().map(|due| Ok(Dispatch { letter: letter(ctx, &due)?, due })).collect()
}

fn letter(ctx: &Ctx, due: &DueLetter) -> Result<Letter, Error> {
    let reader = ctx.store.read(|r| r.reader(due.reader))?;
    let (record, editions) = frozen(ctx, due.digest)?;
    let language = Language::parse(&reader.language).unwrap_or(ctx.settings.digest.language);
    Ok(Letter {
        to: address(ctx, &reader)?,
        // The same id on every attempt, so that a mail program can tell a repeat.
        message_id: format!("{}@{}", due.id, ctx.settings.mail.list_id),
        unsubscribe_url: format!("{}/unsubscribe?t={}", ctx.public_url(), unsubscribe_token(ctx, due.reader)?),
        artefact: edition(editions, language)?,
        sent_at: record.frozen_at,
    })
}

/// Notes what became of a letter.
///
/// # Errors
/// `Unavailable`.
pub fn settle(ctx: &Ctx, dispatch: &Dispatch, outcome: Result<(), Failure>) -> Result<LetterState, Error> {
    let now = ctx.now();
    match outcome {
        Ok(()) => {
            ctx.store.tend(|t| t.letter_sent(dispatch.due.id))?;
            Ok(LetterState::Sent)
        }
        Err(failure) => Ok(ctx.store.tend(|t| t.letter_failed(&dispatch.due, failure, now))?),
    }
}
