//! Second factors beside the one-time code: passkeys (sealed), recovery codes (digests), and challenges that were answered.
//!
//! Refuses to use a recovery code or a challenge twice: using one up is a delete or an insert that says whether it happened.

use diesel::prelude::*;

use super::error::Error;
use super::people::failures_forgotten;
use super::schema::{passkeys, recovery_codes, used_challenges};
use super::screening::sixteen;
use super::tx::{Reader, Tending, Writer};
use crate::domain::clock::Moment;
use crate::domain::id::{PasskeyId, PersonId};
use crate::domain::sealed::Envelope;

/// One passkey.
pub struct PasskeyRow {
    /// Made from the authenticator's own id for it, so that one passkey cannot belong to two people.
    pub id: PasskeyId,
    /// Whose.
    pub person: PersonId,
    /// Name and public data, sealed with the data key.
    pub sealed: Envelope,
}

type Columns = (Vec<u8>, Vec<u8>, Vec<u8>);

fn row((id, person, sealed): Columns) -> Result<PasskeyRow, Error> {
    Ok(PasskeyRow {
        id: PasskeyId::from_bytes(sixteen(id)?),
        person: PersonId::from_bytes(sixteen(person)?),
        sealed: Envelope::from_bytes(sealed),
    })
}

impl Reader<'_> {
    /// One passkey.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn passkey(&mut self, id: PasskeyId) -> Result<Option<PasskeyRow>, Error> {
        let found: Option<Columns> = passkeys::table.find(id.as_bytes().to_vec()).first(self.0).optional()?;
        found.map(row).transpose()
    }

    /// A person's passkeys.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn passkeys_of(&mut self, person: PersonId) -> Result<Vec<PasskeyRow>, Error> {
        let rows: Vec<Columns> =
            passkeys::table.filter(passkeys::person.eq(person.as_bytes().to_vec())).order(passkeys::id).load(self.0)?;
        rows.into_iter().map(row).collect()
    }

    /// Recovery codes a person has left.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn recovery_codes_left(&mut self, person: PersonId) -> Result<i64, Error> {
        Ok(recovery_codes::table.filter(recovery_codes::person.eq(person.as_bytes().to_vec())).count().get_result(self.0)?)
    }
}

impl Writer<'_> {
    /// Adds a passkey.
    ///
    /// # Errors
    /// `Conflict` when somebody has it already.
    pub fn add_passkey(&mut self, new: &PasskeyRow) -> Result<(), Error> {
        diesel::insert_into(passkeys::table)
            .values((
                passkeys::id.eq(new.id.as_bytes().to_vec()),
                passkeys::person.eq(new.person.as_bytes().to_vec()),
                passkeys::sealed.eq(new.sealed.as_bytes().to_vec()),
            ))
            .execute(self.0)?;
        Ok(())
    }

    /// Removes one of a person's passkeys.
    ///
    /// # Errors
    /// `NotFound` when it is not there or somebody else's.
    pub fn remove_passkey(&mut self, person: PersonId, id: PasskeyId) -> Result<(), Error> {
        let row = passkeys::table.find(id.as_bytes().to_vec()).filter(passkeys::person.eq(person.as_bytes().to_vec()));
        if diesel::delete(row).execute(self.0)? == 1 { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Takes every passkey and recovery code away from a person who is invited anew.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn drop_factors(&mut self, person: PersonId) -> Result<(), Error> {
        diesel::delete(passkeys::table.filter(passkeys::person.eq(person.as_bytes().to_vec()))).execute(self.0)?;
        self.set_recovery_codes(person, &[])
    }

    /// Puts new recovery codes in the place of all old ones.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn set_recovery_codes(&mut self, person: PersonId, digests: &[[u8; 32]]) -> Result<(), Error> {
        let person = person.as_bytes().to_vec();
        diesel::delete(recovery_codes::table.filter(recovery_codes::person.eq(&person))).execute(self.0)?;
        for digest in digests {
            diesel::insert_into(recovery_codes::table)
                .values((recovery_codes::digest.eq(digest.to_vec()), recovery_codes::person.eq(&person)))
                .execute(self.0)?;
        }
        Ok(())
    }

    /// Uses up a challenge; `false` when it was answered before.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn use_challenge(&mut self, digest: &[u8; 32], until: Moment) -> Result<bool, Error> {
        challenge_used(self.0, digest, until)
    }
}

impl Tending<'_> {
    /// Uses up a recovery code; `false` when it is not one of this person's or was used.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn use_recovery_code(&mut self, person: PersonId, digest: &[u8; 32]) -> Result<bool, Error> {
        let row = recovery_codes::table.find(digest.to_vec()).filter(recovery_codes::person.eq(person.as_bytes().to_vec()));
        let used = diesel::delete(row).execute(self.0)? == 1;
        if used {
            failures_forgotten(self.0, person)?;
        }
        Ok(used)
    }

    /// Uses up a challenge that a passkey of `person` answered, and keeps what changed about the passkey (its counter);
    /// `false` when the challenge was answered before.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn use_passkey(&mut self, row: &PasskeyRow, challenge: &[u8; 32], until: Moment) -> Result<bool, Error> {
        if !challenge_used(self.0, challenge, until)? {
            return Ok(false);
        }
        let known = passkeys::table.find(row.id.as_bytes().to_vec());
        diesel::update(known).set(passkeys::sealed.eq(row.sealed.as_bytes().to_vec())).execute(self.0)?;
        failures_forgotten(self.0, row.person)?;
        Ok(true)
    }
}

fn challenge_used(db: &mut super::conn::Db, digest: &[u8; 32], until: Moment) -> Result<bool, Error> {
    let known: i64 = used_challenges::table.filter(used_challenges::digest.eq(digest.to_vec())).count().get_result(db)?;
    if known > 0 {
        return Ok(false);
    }
    let new = (used_challenges::digest.eq(digest.to_vec()), used_challenges::until.eq(until.0));
    // Of two answers at the same moment the primary key lets one through; the other write fails as a whole.
    diesel::insert_into(used_challenges::table).values(new).execute(db)?;
    Ok(true)
}
