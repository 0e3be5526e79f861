//! Letters waiting, claimed for a while, sent or given up.
//!
//! A claim is a guarded update on the lease, so two nodes never hold one letter. The message id is made from the
//! letter's id, so a second attempt after an unclear answer carries the same one.

use diesel::prelude::*;

use super::error::Error;
use super::schema::{outbox, readers};
use super::screening::sixteen;
use super::tx::{Reader, Tending, Writer};
use crate::domain::clock::Moment;
use crate::domain::id::{DigestId, LetterId, SubscriberId};
use crate::domain::outbox::{ATTEMPTS_MAX, Failure, LEASE, LetterState, next_attempt};

/// A letter to deliver now; nobody else will until its lease ends.
#[derive(Clone, Copy, Debug)]
pub struct DueLetter {
    /// Random id, also the Message-ID.
    pub id: LetterId,
    /// What to send.
    pub digest: DigestId,
    /// To whom.
    pub reader: SubscriberId,
    /// Failed attempts so far.
    pub attempts: i32,
}

/// How the letters of one issue stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutboxTally {
    /// Waiting.
    pub waiting: i64,
    /// Delivered.
    pub sent: i64,
    /// Given up.
    pub dead: i64,
}

impl Reader<'_> {
    /// How the letters of `digest` stand.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn outbox_tally(&mut self, digest: DigestId) -> Result<OutboxTally, Error> {
        let rows: Vec<(String, i64)> = outbox::table
            .filter(outbox::digest.eq(digest.as_bytes().to_vec()))
            .group_by(outbox::state)
            .select((outbox::state, diesel::dsl::count_star()))
            .load(self.0)?;
        let of = |state: LetterState| rows.iter().find(|(code, _)| code == state.code()).map_or(0, |(_, n)| *n);
        Ok(OutboxTally { waiting: of(LetterState::Waiting), sent: of(LetterState::Sent), dead: of(LetterState::Dead) })
    }
}

impl Tending<'_> {
    /// Claims up to `limit` letters that are due and whose reader still wants them.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn claim_letters(&mut self, now: Moment, limit: i64) -> Result<Vec<DueLetter>, Error> {
        type Row = (Vec<u8>, Vec<u8>, Vec<u8>, i32);
        let rows: Vec<Row> = outbox::table
            .inner_join(readers::table)
            .filter(outbox::state.eq(LetterState::Waiting.code()))
            .filter(outbox::next_at.le(now.0))
            .filter(outbox::lease_until.le(now.0))
            .filter(readers::active.eq(true))
            .order(outbox::id)
            .limit(limit)
            .select((outbox::id, outbox::digest, outbox::reader, outbox::attempts))
            .load(self.0)?;
        let mut claimed = Vec::new();
        for (id, digest, reader, attempts) in rows {
            let free = outbox::table.find(id.clone()).filter(outbox::lease_until.le(now.0));
            if diesel::update(free).set(outbox::lease_until.eq(now.plus(LEASE).0)).execute(self.0)? == 1 {
                claimed.push(DueLetter {
                    id: LetterId::from_bytes(sixteen(id)?),
                    digest: DigestId::from_bytes(sixteen(digest)?),
                    reader: SubscriberId::from_bytes(sixteen(reader)?),
                    attempts,
                });
            }
        }
        Ok(claimed)
    }

    /// Notes a delivery.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn letter_sent(&mut self, id: LetterId) -> Result<(), Error> {
        diesel::update(outbox::table.find(id.as_bytes().to_vec()))
            .set((outbox::state.eq(LetterState::Sent.code()), outbox::lease_until.eq(0_i64), outbox::failure.eq(None::<String>)))
            .execute(self.0)?;
        Ok(())
    }

    /// Notes a failure: a permanent one ends the letter, the others end it after the last attempt. A wrong setting
    /// does not count as an attempt, so that no letter dies of a missing password.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn letter_failed(&mut self, letter: &DueLetter, failure: Failure, now: Moment) -> Result<LetterState, Error> {
        let attempts = if failure == Failure::Configuration { letter.attempts } else { letter.attempts + 1 };
        let state = if failure == Failure::Permanent || attempts >= ATTEMPTS_MAX { LetterState::Dead } else { LetterState::Waiting };
        diesel::update(outbox::table.find(letter.id.as_bytes().to_vec()))
            .set((
                outbox::state.eq(state.code()),
                outbox::attempts.eq(attempts),
                outbox::next_at.eq(next_attempt(now, attempts.max(1)).0),
                outbox::lease_until.eq(0_i64),
                outbox::failure.eq(Some(failure.code())),
            ))
            .execute(self.0)?;
        Ok(state)
    }
}

impl Writer<'_> {
    /// Puts the dead letters of an issue back in the queue, after somebody mended what was wrong.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn revive_letters(&mut self, digest: DigestId, now: Moment) -> Result<usize, Error> {
        let dead = outbox::table.filter(outbox::digest.eq(digest.as_bytes().to_vec())).filter(outbox::state.eq(LetterState::Dead.code()));
        Ok(diesel::update(dead)
            .set((outbox::state.eq(LetterState::Waiting.code()), outbox::attempts.eq(0), outbox::next_at.eq(now.0)))
            .execute(self.0)?)
    }
}
