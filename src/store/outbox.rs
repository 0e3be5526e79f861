//! Letters waiting, claimed for a while, sent or given up.
//!
//! A claim is a guarded update on the lease, so two nodes never hold one letter. The message id is made from the
//! letter's id, so a second attempt after an unclear answer carries the same one.

use diesel::prelude::*;

use super::error::Error;
use super::schema::{digests, outbox, readers};
use super::screening::sixteen;
use super::tx::{Reader, Tending, Writer};
use crate::domain::clock::Moment;
use crate::domain::edition::Edition;
use crate::domain::id::{DigestId, LetterId, SubscriberId};
use crate::domain::outbox::{ATTEMPTS_MAX, BOUNCED, BOUNCES_MAX, Failure, LEASE, LetterState, next_attempt};

/// Letters looked at for one claim: more than one, because another node may be faster.
const CANDIDATES: i64 = 20;

/// A letter to deliver now; nobody else will until its lease ends.
#[derive(Clone, Copy, Debug)]
pub struct DueLetter {
    /// Random id, also the Message-ID.
    pub id: LetterId,
    /// What to send; `None` asks the reader to confirm.
    pub digest: Option<DigestId>,
    /// The edition of it; `None` for a letter that was queued before letters named one.
    pub edition: Option<Edition>,
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
    /// Given up, or taken and sent back.
    pub dead: i64,
    /// Of those waiting: held up until somebody mends the settings or the mail server.
    pub blocked: i64,
}

/// A letter as a bounce finds it.
#[derive(Clone, Copy, Debug)]
pub struct SentLetter {
    /// Its id.
    pub id: LetterId,
    /// To whom it went.
    pub reader: SubscriberId,
}

impl Reader<'_> {
    /// How the letters of `digest` stand.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn outbox_tally(&mut self, digest: DigestId) -> Result<OutboxTally, Error> {
        let letters = outbox::table.inner_join(readers::table).filter(outbox::digest.eq(digest.as_bytes().to_vec()));
        // A letter that waits for somebody who has left meanwhile will never be sent and holds nothing up.
        let counted = letters.filter(readers::active.eq(true).or(outbox::state.ne(LetterState::Waiting.code())));
        let rows: Vec<(String, Option<String>, i64)> = counted
            .group_by((outbox::state, outbox::failure))
            .select((outbox::state, outbox::failure, diesel::dsl::count_star()))
            .load(self.0)?;
        let of = |state: LetterState| rows.iter().filter(|(code, _, _)| code == state.code()).map(|(_, _, n)| n).sum();
        let is_blocked = |code: &str, failure: &Option<String>| {
            code == LetterState::Waiting.code() && failure.as_deref() == Some(Failure::Configuration.code())
        };
        Ok(OutboxTally {
            waiting: of(LetterState::Waiting),
            sent: of(LetterState::Sent),
            dead: of(LetterState::Dead),
            blocked: rows.iter().filter(|(code, failure, _)| is_blocked(code, failure)).map(|(_, _, n)| n).sum(),
        })
    }

    /// The letter with this id, when it was sent and has not come back yet.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn sent_letter(&mut self, id: LetterId) -> Result<Option<SentLetter>, Error> {
        let sent = outbox::table.find(id.as_bytes().to_vec()).filter(outbox::state.eq(LetterState::Sent.code()));
        let found: Option<Vec<u8>> = sent.select(outbox::reader).first(self.0).optional()?;
        found.map(|reader| Ok(SentLetter { id, reader: SubscriberId::from_bytes(sixteen(reader)?) })).transpose()
    }

    /// The last letter sent to the reader with this keyed digest of the address, when it has not come back yet.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn last_sent_to(&mut self, address_digest: &[u8; 32]) -> Result<Option<SentLetter>, Error> {
        let found: Option<(Vec<u8>, Vec<u8>, String)> = outbox::table
            .inner_join(readers::table)
            .left_join(digests::table)
            .filter(readers::address_digest.eq(address_digest.to_vec()))
            .filter(outbox::state.ne(LetterState::Waiting.code()))
            .order(diesel::dsl::sql::<diesel::sql_types::Integer>("COALESCE(digests.period, -1) DESC"))
            .select((outbox::id, outbox::reader, outbox::state))
            .first(self.0)
            .optional()?;
        let Some((id, reader, _)) = found.filter(|(_, _, state)| state == LetterState::Sent.code()) else { return Ok(None) };
        Ok(Some(SentLetter { id: LetterId::from_bytes(sixteen(id)?), reader: SubscriberId::from_bytes(sixteen(reader)?) }))
    }

    /// Readers of whom a letter has come back.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn bounced_readers(&mut self) -> Result<Vec<SubscriberId>, Error> {
        let rows: Vec<Vec<u8>> = outbox::table.filter(outbox::failure.eq(BOUNCED)).select(outbox::reader).distinct().load(self.0)?;
        rows.into_iter().map(|id| Ok(SubscriberId::from_bytes(sixteen(id)?))).collect()
    }
}

impl Tending<'_> {
    /// Claims one letter that is due and that its reader still wants.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn claim_letter(&mut self, now: Moment) -> Result<Option<DueLetter>, Error> {
        type Row = (Vec<u8>, Option<Vec<u8>>, Option<String>, Vec<u8>, i32);
        // A digest goes to whoever receives it, the question to whoever has not answered it.
        let wanted = outbox::digest.is_not_null().and(readers::active.eq(true)).or(outbox::digest.is_null().and(readers::asked.eq(true)));
        let rows: Vec<Row> = outbox::table
            .inner_join(readers::table)
            .filter(outbox::state.eq(LetterState::Waiting.code()))
            .filter(outbox::next_at.le(now.0))
            .filter(outbox::lease_until.le(now.0))
            .filter(wanted)
            .order(outbox::id)
            .limit(CANDIDATES)
            .select((outbox::id, outbox::digest, outbox::edition, outbox::reader, outbox::attempts))
            .load(self.0)?;
        for (id, digest, edition, reader, attempts) in rows {
            let still_waiting = outbox::table.find(id.clone()).filter(outbox::state.eq(LetterState::Waiting.code()));
            let free = still_waiting.filter(outbox::lease_until.le(now.0));
            if diesel::update(free).set(outbox::lease_until.eq(now.plus(LEASE).0)).execute(self.0)? == 1 {
                return Ok(Some(DueLetter {
                    id: LetterId::from_bytes(sixteen(id)?),
                    digest: digest.map(sixteen).transpose()?.map(DigestId::from_bytes),
                    edition: edition.map(|code| Edition::from_code(&code).ok_or(Error::Broken("unknown edition"))).transpose()?,
                    reader: SubscriberId::from_bytes(sixteen(reader)?),
                    attempts,
                }));
            }
        }
        Ok(None)
    }

    /// Lets every waiting letter wait until `until` at least, because the server is not there for any of them.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn letters_wait(&mut self, until: Moment, failure: Failure) -> Result<(), Error> {
        let early = outbox::table.filter(outbox::state.eq(LetterState::Waiting.code())).filter(outbox::next_at.lt(until.0));
        diesel::update(early).set((outbox::next_at.eq(until.0), outbox::failure.eq(Some(failure.code())))).execute(self.0)?;
        Ok(())
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
    /// Queues a letter: an edition of a digest, or without one the question whether the reader wants it.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn queue_letter(
        &mut self,
        digest: Option<(DigestId, Edition)>,
        reader: SubscriberId,
        id: LetterId,
        now: Moment,
    ) -> Result<(), Error> {
        diesel::insert_into(outbox::table)
            .values((
                outbox::id.eq(id.as_bytes().to_vec()),
                outbox::digest.eq(digest.map(|(d, _)| d.as_bytes().to_vec())),
                outbox::edition.eq(digest.map(|(_, edition)| edition.code())),
                outbox::reader.eq(reader.as_bytes().to_vec()),
                outbox::state.eq(LetterState::Waiting.code()),
                outbox::attempts.eq(0),
                outbox::next_at.eq(now.0),
                outbox::lease_until.eq(0_i64),
            ))
            .execute(self.0)?;
        Ok(())
    }

    /// Notes that a sent letter came back; `false` when that is known already.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn letter_bounced(&mut self, id: LetterId) -> Result<bool, Error> {
        let sent = outbox::table.find(id.as_bytes().to_vec()).filter(outbox::state.eq(LetterState::Sent.code()));
        let bounced = (outbox::state.eq(LetterState::Dead.code()), outbox::failure.eq(Some(BOUNCED)));
        Ok(diesel::update(sent).set(bounced).execute(self.0)? == 1)
    }

    /// Whether the last digests to a reader all came back, as many as are needed to stop.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn keeps_bouncing(&mut self, reader: SubscriberId) -> Result<bool, Error> {
        let last: Vec<Option<String>> = outbox::table
            .inner_join(digests::table)
            .filter(outbox::reader.eq(reader.as_bytes().to_vec()))
            .filter(outbox::state.ne(LetterState::Waiting.code()))
            .order(digests::period.desc())
            .limit(i64::try_from(BOUNCES_MAX).unwrap_or(i64::MAX))
            .select(outbox::failure)
            .load(self.0)?;
        Ok(last.len() == BOUNCES_MAX && last.iter().all(|failure| failure.as_deref() == Some(BOUNCED)))
    }

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
