//! Staff sessions by the digest of their token. The token itself is only in the browser.
//!
//! An unlocked key lies here only under a key derived from the token, so that a copy of the database opens nothing
//! and any node can serve the next request.

use diesel::prelude::*;

use super::error::Error;
use super::schema::{sessions, used_challenges};
use super::screening::sixteen;
use super::tx::{Reader, Tending};
use crate::domain::clock::Moment;
use crate::domain::id::PersonId;
use crate::domain::sealed::Envelope;

/// Sessions one person may have at a time; the oldest gives way.
const PER_PERSON: i64 = 2;

/// One session.
pub struct SessionRow {
    /// Whose.
    pub person: PersonId,
    /// Sign-in.
    pub started: Moment,
    /// Last request.
    pub seen: Moment,
    /// The person's private key under the token's key; `None` when locked.
    pub unlocked: Option<Envelope>,
    /// When it locks again.
    pub unlocked_until: Moment,
    /// When the person last proved pass-phrase and second factor.
    pub proved: Moment,
}

/// One session as its owner sees it in a list.
pub struct SessionLine {
    /// Digest of its token.
    pub digest: [u8; 32],
    /// Sign-in.
    pub started: Moment,
    /// Last request.
    pub seen: Moment,
}

impl Reader<'_> {
    /// The session with this token digest.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn session(&mut self, digest: &[u8; 32]) -> Result<Option<SessionRow>, Error> {
        type Columns = (Vec<u8>, Vec<u8>, i64, i64, Option<Vec<u8>>, i64, i64);
        let found: Option<Columns> = sessions::table.find(digest.to_vec()).first(self.0).optional()?;
        found
            .map(|(_, person, started, seen, unlocked, until, proved)| {
                Ok(SessionRow {
                    person: PersonId::from_bytes(sixteen(person)?),
                    started: Moment(started),
                    seen: Moment(seen),
                    unlocked: unlocked.map(Envelope::from_bytes),
                    unlocked_until: Moment(until),
                    proved: Moment(proved),
                })
            })
            .transpose()
    }

    /// Every session of a person, newest request first.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn sessions_of(&mut self, person: PersonId) -> Result<Vec<SessionLine>, Error> {
        let rows: Vec<(Vec<u8>, i64, i64)> = sessions::table
            .filter(sessions::person.eq(person.as_bytes().to_vec()))
            .order((sessions::seen.desc(), sessions::digest))
            .select((sessions::digest, sessions::started, sessions::seen))
            .load(self.0)?;
        let line = |(digest, started, seen): (Vec<u8>, i64, i64)| {
            let digest = digest.try_into().map_err(|_| Error::Broken("a session digest is not 32 bytes"))?;
            Ok(SessionLine { digest, started: Moment(started), seen: Moment(seen) })
        };
        rows.into_iter().map(line).collect()
    }
}

impl Tending<'_> {
    /// Starts a session and ends the person's oldest ones beyond two.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn start_session(&mut self, digest: &[u8; 32], row: &SessionRow) -> Result<(), Error> {
        let person = row.person.as_bytes().to_vec();
        let older: Vec<Vec<u8>> = sessions::table
            .filter(sessions::person.eq(&person))
            .order(sessions::seen.desc())
            .offset(PER_PERSON - 1)
            .limit(i64::MAX)
            .select(sessions::digest)
            .load(self.0)?;
        diesel::delete(sessions::table.filter(sessions::digest.eq_any(older))).execute(self.0)?;
        diesel::insert_into(sessions::table)
            .values((
                sessions::digest.eq(digest.to_vec()),
                sessions::person.eq(person),
                sessions::started.eq(row.started.0),
                sessions::seen.eq(row.seen.0),
                sessions::unlocked.eq(row.unlocked.as_ref().map(|e| e.as_bytes().to_vec())),
                sessions::unlocked_until.eq(row.unlocked_until.0),
                sessions::proved.eq(row.proved.0),
            ))
            .execute(self.0)?;
        Ok(())
    }

    /// Notes a request and how long the key stays unlocked.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn touch_session(&mut self, digest: &[u8; 32], seen: Moment, unlocked_until: Moment) -> Result<(), Error> {
        diesel::update(sessions::table.find(digest.to_vec()))
            .set((sessions::seen.eq(seen.0), sessions::unlocked_until.eq(unlocked_until.0)))
            .execute(self.0)?;
        Ok(())
    }

    /// Puts an unlocked key into a session, or takes it out.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn set_unlocked(&mut self, digest: &[u8; 32], unlocked: Option<&Envelope>, until: Moment) -> Result<(), Error> {
        diesel::update(sessions::table.find(digest.to_vec()))
            .set((sessions::unlocked.eq(unlocked.map(|e| e.as_bytes().to_vec())), sessions::unlocked_until.eq(until.0)))
            .execute(self.0)?;
        Ok(())
    }

    /// Ends one session.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn end_session(&mut self, digest: &[u8; 32]) -> Result<(), Error> {
        diesel::delete(sessions::table.find(digest.to_vec())).execute(self.0)?;
        Ok(())
    }

    /// Puts a new session in the place of an old one; `false`, and nothing done, when the old one has ended meanwhile.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn replace_session(&mut self, old: &[u8; 32], new: &[u8; 32], row: &SessionRow) -> Result<bool, Error> {
        let ended = diesel::delete(sessions::table.find(old.to_vec())).execute(self.0)?;
        if ended == 1 {
            self.start_session(new, row)?;
        }
        Ok(ended == 1)
    }

    /// Ends what is idle or too old, locks keys whose time is over and forgets challenges that have ended by themselves.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn sweep_sessions(&mut self, idle_since: Moment, started_before: Moment, now: Moment) -> Result<(), Error> {
        diesel::delete(sessions::table.filter(sessions::seen.lt(idle_since.0).or(sessions::started.lt(started_before.0))))
            .execute(self.0)?;
        diesel::update(sessions::table.filter(sessions::unlocked_until.lt(now.0)))
            .set(sessions::unlocked.eq(None::<Vec<u8>>))
            .execute(self.0)?;
        diesel::delete(used_challenges::table.filter(used_challenges::until.lt(now.0))).execute(self.0)?;
        Ok(())
    }
}

/// Ends every session of a person, inside the write that changes their roles or standing.
impl super::tx::Writer<'_> {
    /// Ends every session of `person`.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn end_sessions_of(&mut self, person: PersonId) -> Result<(), Error> {
        diesel::delete(sessions::table.filter(sessions::person.eq(person.as_bytes().to_vec()))).execute(self.0)?;
        Ok(())
    }

    /// Ends every session of `person` but the one with this token digest.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn end_other_sessions(&mut self, person: PersonId, but: &[u8; 32]) -> Result<(), Error> {
        let others = sessions::table.filter(sessions::person.eq(person.as_bytes().to_vec())).filter(sessions::digest.ne(but.to_vec()));
        diesel::delete(others).execute(self.0)?;
        Ok(())
    }
}
