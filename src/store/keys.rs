//! The key store: public halves, wrapped private halves, and each holder's own wrap. Opaque bytes all of them.

use diesel::prelude::*;

use super::error::Error;
use super::schema::{instance, key_wraps, keys, staff_keys};
use super::screening::sixteen;
use super::tx::{Reader, Tending, Writer};
use crate::domain::id::{KeyId, PersonId};
use crate::domain::sealed::{Envelope, KeyPurpose};

/// One key record.
#[derive(Clone, Debug)]
pub struct KeyRow {
    /// Random id, bound into everything the key seals.
    pub id: KeyId,
    /// What it is for.
    pub purpose: KeyPurpose,
    /// Epoch or generation, from 1.
    pub epoch: i32,
    /// Public half, for pairs.
    pub public_key: Option<Vec<u8>>,
    /// The key wrapped by the root key, for symmetric ones.
    pub wrapped: Option<Envelope>,
}

type Columns = (Vec<u8>, String, i32, Option<Vec<u8>>, Option<Vec<u8>>);

fn row((id, purpose, epoch, public_key, wrapped): Columns) -> Result<KeyRow, Error> {
    Ok(KeyRow {
        id: KeyId::from_bytes(sixteen(id)?),
        purpose: KeyPurpose::from_code(&purpose).ok_or(Error::Broken("unknown key purpose"))?,
        epoch,
        public_key,
        wrapped: wrapped.map(Envelope::from_bytes),
    })
}

impl Reader<'_> {
    /// A named value of this installation, such as its public instance id.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn instance_value(&mut self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        Ok(instance::table.find(name).select(instance::value).first(self.0).optional()?)
    }

    /// Every key, newest epoch first.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn keys(&mut self) -> Result<Vec<KeyRow>, Error> {
        let rows: Vec<Columns> = keys::table.order((keys::purpose, keys::epoch.desc())).load(self.0)?;
        rows.into_iter().map(row).collect()
    }

    /// The newest key for `purpose`.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn current_key(&mut self, purpose: KeyPurpose) -> Result<Option<KeyRow>, Error> {
        let found: Option<Columns> =
            keys::table.filter(keys::purpose.eq(purpose.code())).order(keys::epoch.desc()).first(self.0).optional()?;
        found.map(row).transpose()
    }

    /// Whether somebody holds the screening key in force. While nobody does, nothing may be taken in: it could never be read.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn anybody_screens(&mut self) -> Result<bool, Error> {
        let Some(key) = self.current_key(KeyPurpose::Screening)? else { return Ok(false) };
        let holders: i64 = key_wraps::table.filter(key_wraps::key_id.eq(key.id.as_bytes().to_vec())).count().get_result(self.0)?;
        Ok(holders > 0)
    }

    /// The wrap of `key` that only `holder` can open.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn key_wrap(&mut self, key: KeyId, holder: PersonId) -> Result<Option<Envelope>, Error> {
        let found: Option<Vec<u8>> = key_wraps::table
            .find((key.as_bytes().to_vec(), holder.as_bytes().to_vec()))
            .select(key_wraps::wrapped)
            .first(self.0)
            .optional()?;
        Ok(found.map(Envelope::from_bytes))
    }
}

impl Reader<'_> {
    /// A person's private key, locked by their pass-phrase.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn staff_key(&mut self, person: PersonId) -> Result<Option<Envelope>, Error> {
        let found: Option<Vec<u8>> =
            staff_keys::table.find(person.as_bytes().to_vec()).select(staff_keys::locked).first(self.0).optional()?;
        Ok(found.map(Envelope::from_bytes))
    }
}

impl Writer<'_> {
    /// Puts a person's locked private key in place of an older one.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn set_staff_key(&mut self, person: PersonId, locked: &Envelope) -> Result<(), Error> {
        diesel::delete(staff_keys::table.find(person.as_bytes().to_vec())).execute(self.0)?;
        diesel::insert_into(staff_keys::table)
            .values((staff_keys::person.eq(person.as_bytes().to_vec()), staff_keys::locked.eq(locked.as_bytes())))
            .execute(self.0)?;
        Ok(())
    }

    /// Adds a key.
    ///
    /// # Errors
    /// `Conflict` when the epoch exists.
    pub fn add_key(&mut self, key: &KeyRow) -> Result<(), Error> {
        insert_key(self.0, key)
    }

    /// Replaces the bytes of a key that the root key wraps.
    ///
    /// # Errors
    /// `NotFound` when there is no such key.
    pub fn set_wrapped(&mut self, key: KeyId, wrapped: &Envelope) -> Result<(), Error> {
        let changed = diesel::update(keys::table.find(key.as_bytes().to_vec()))
            .set(keys::wrapped.eq(Some(wrapped.as_bytes().to_vec())))
            .execute(self.0)?;
        if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Hands a wrap to a holder; replaces an older one.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn set_key_wrap(&mut self, key: KeyId, holder: PersonId, wrapped: &Envelope) -> Result<(), Error> {
        self.drop_key_wraps_of(key, holder)?;
        diesel::insert_into(key_wraps::table)
            .values((
                key_wraps::key_id.eq(key.as_bytes().to_vec()),
                key_wraps::holder.eq(holder.as_bytes().to_vec()),
                key_wraps::wrapped.eq(wrapped.as_bytes()),
            ))
            .execute(self.0)?;
        Ok(())
    }

    fn drop_key_wraps_of(&mut self, key: KeyId, holder: PersonId) -> Result<(), Error> {
        diesel::delete(key_wraps::table.find((key.as_bytes().to_vec(), holder.as_bytes().to_vec()))).execute(self.0)?;
        Ok(())
    }

    /// Takes every wrap away from a person who leaves or loses the role.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn drop_wraps(&mut self, holder: PersonId) -> Result<(), Error> {
        diesel::delete(key_wraps::table.filter(key_wraps::holder.eq(holder.as_bytes().to_vec()))).execute(self.0)?;
        Ok(())
    }
}

impl Tending<'_> {
    /// Sets up the installation: instance id and the keys that come before the audit chain can exist. Refuses to run
    /// twice.
    ///
    /// # Errors
    /// `Conflict` when the installation has its keys already.
    pub fn install(&mut self, instance_id: &[u8; 16], first_keys: &[KeyRow]) -> Result<(), Error> {
        diesel::insert_into(instance::table).values((instance::name.eq("id"), instance::value.eq(instance_id.to_vec()))).execute(self.0)?;
        first_keys.iter().try_for_each(|key| insert_key(self.0, key))
    }
}

fn insert_key(db: &mut super::conn::Db, key: &KeyRow) -> Result<(), Error> {
    diesel::insert_into(keys::table)
        .values((
            keys::id.eq(key.id.as_bytes().to_vec()),
            keys::purpose.eq(key.purpose.code()),
            keys::epoch.eq(key.epoch),
            keys::public_key.eq(key.public_key.clone()),
            keys::wrapped.eq(key.wrapped.as_ref().map(|e| e.as_bytes().to_vec())),
        ))
        .execute(db)?;
    Ok(())
}
