//! Letters due now, ready for the wire, and what became of them. A timer calls both; it never sees a key.

use super::issue::frozen;
use super::readers::{address, confirm_link, unsubscribe_token};
use crate::domain::contact::Language;
use crate::domain::outbox::{Failure, LetterState, Refusal, SERVER_PAUSE, Stage};
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::mail::{Content, Leave, Letter, confirmation};
use crate::store::DueLetter;

/// A claimed letter.
pub struct Dispatch {
    due: DueLetter,
    /// What to send.
    pub letter: Letter,
}

/// Claims one letter that is due. One at a time: a claim holds only as long as one delivery may take. Letters of an issue that is not what was
/// frozen are passed over; they wait until somebody has looked.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn next_due(ctx: &Ctx) -> Result<Option<Dispatch>, Error> {
    let now = ctx.now();
    while let Some(due) = ctx.store.tend(|t| t.claim_letter(now))? {
        match letter(ctx, &due) {
            Ok(letter) => return Ok(Some(Dispatch { letter, due })),
            Err(Error::Conflict("digest-changed")) => {
                tracing::error!("a frozen digest is not what was frozen: none of its letters leaves");
                ctx.store.tend(|t| t.letter_failed(&due, Failure::Configuration, now))?;
            }
            Err(other) => return Err(other),
        }
    }
    Ok(None)
}

/// The letter itself: of a digest, the frozen bytes of the edition that was named when it was queued.
fn letter(ctx: &Ctx, due: &DueLetter) -> Result<Letter, Error> {
    let reader = ctx.store.read(|r| r.reader(due.reader))?;
    let language = Language::parse(&reader.language).unwrap_or(ctx.settings.digest.language);
    let (content, sent_at) = match due.digest {
        Some(digest) => {
            let (record, editions) = frozen(ctx, digest)?;
            let of = |(edition, artefact)| (Some(edition) == due.edition).then_some(artefact);
            let artefact = editions.into_iter().find_map(of).ok_or(Error::Broken("a letter names an edition that is not there"))?;
            (Content::Digest(artefact), record.frozen_at)
        }
        None => (confirmation(&ctx.catalog.words(language), ctx.organisation(), &confirm_link(ctx, due.reader)?), ctx.now()),
    };
    let token = unsubscribe_token(ctx, due.reader)?;
    let leave = Leave {
        mailto: ctx.settings.mail.unsubscribe_address.as_ref().map(|to| format!("mailto:{}?subject={token}", to.expose())),
        url: format!("{}/unsubscribe?t={token}", ctx.public_url()),
    };
    Ok(Letter {
        to: address(ctx, &reader)?,
        // The same id on every attempt, so that a mail program can tell a repeat.
        message_id: format!("{}@{}", due.id, ctx.settings.mail.list_id),
        leave: Some(leave),
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
