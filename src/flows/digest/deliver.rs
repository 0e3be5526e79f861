//! Letters due now, ready for the wire, and what became of them. A timer calls both; it never sees a key.

use super::issue::{edition, frozen};
use super::readers::{address, confirm_link, unsubscribe_token};
use crate::domain::contact::Language;
use crate::domain::outbox::{Failure, LetterState, Refusal, SERVER_PAUSE, Stage};
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::mail::{Content, Letter, confirmation};
use crate::store::DueLetter;

/// A claimed letter.
pub struct Dispatch {
    due: DueLetter,
    /// What to send.
    pub letter: Letter,
}

/// Claims one letter that is due. One at a time: a claim holds only as long as one delivery may take.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn next_due(ctx: &Ctx) -> Result<Option<Dispatch>, Error> {
    let now = ctx.now();
    let claimed = ctx.store.tend(|t| t.claim_letter(now))?;
    claimed.map(|due| Ok(Dispatch { letter: letter(ctx, &due)?, due })).transpose()
}

fn letter(ctx: &Ctx, due: &DueLetter) -> Result<Letter, Error> {
    let reader = ctx.store.read(|r| r.reader(due.reader))?;
    let language = Language::parse(&reader.language).unwrap_or(ctx.settings.digest.language);
    let (content, sent_at) = match due.digest {
        Some(digest) => {
            let (record, editions) = frozen(ctx, digest)?;
            (Content::Digest(edition(editions, language)?), record.frozen_at)
        }
        None => (confirmation(&ctx.catalog.words(language), ctx.organisation(), &confirm_link(ctx, due.reader)?), ctx.now()),
    };
    Ok(Letter {
        to: address(ctx, &reader)?,
        // The same id on every attempt, so that a mail program can tell a repeat.
        message_id: format!("{}@{}", due.id, ctx.settings.mail.list_id),
        unsubscribe_url: Some(format!("{}/unsubscribe?t={}", ctx.public_url(), unsubscribe_token(ctx, due.reader)?)),
        content,
        sent_at,
    })
}

/// Notes what became of a letter. When the server was not there for it, it is not there for any: all wait a little.
///
/// # Errors
/// `Unavailable`.
pub fn settle(ctx: &Ctx, dispatch: &Dispatch, outcome: Result<(), Refusal>) -> Result<LetterState, Error> {
    let now = ctx.now();
    let Err(refusal) = outcome else {
        ctx.store.tend(|t| t.letter_sent(dispatch.due.id))?;
        return Ok(LetterState::Sent);
    };
    Ok(ctx.store.tend(|t| {
        let state = t.letter_failed(&dispatch.due, refusal.failure, now)?;
        if refusal.stage != Stage::Letter || refusal.failure == Failure::Configuration {
            t.letters_wait(now.plus(SERVER_PAUSE), refusal.failure)?;
        }
        Ok(state)
    })?)
}
