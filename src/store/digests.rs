//! Digest issues: one a month, frozen once, never changed.

use diesel::prelude::*;

use super::error::Error;
use super::schema::{digests, readers};
use super::screening::sixteen;
use super::tx::{Reader, Writer};
use crate::domain::clock::Moment;
use crate::domain::digest::{DigestRecord, DigestState};
use crate::domain::id::{DigestId, LetterId, PersonId, SubscriberId};
use crate::domain::period::Period;

type Columns = (Vec<u8>, i32, String, Option<Vec<u8>>, Option<Vec<u8>>, i64, Vec<u8>);

macro_rules! columns {
    () => {
        (digests::id, digests::period, digests::state, digests::prepared_by, digests::approved_by, digests::frozen_at, digests::hash)
    };
}

fn record((id, period, state, prepared_by, approved_by, frozen_at, hash): Columns) -> Result<DigestRecord, Error> {
    let person = |bytes: Option<Vec<u8>>| bytes.map(|b| sixteen(b).map(PersonId::from_bytes)).transpose();
    Ok(DigestRecord {
        id: DigestId::from_bytes(sixteen(id)?),
        period: Period::from_number(period).ok_or(Error::Broken("unknown period"))?,
        state: DigestState::from_code(&state).ok_or(Error::Broken("unknown digest state"))?,
        prepared_by: person(prepared_by)?,
        approved_by: person(approved_by)?,
        frozen_at: Moment(frozen_at),
        hash: hash.try_into().map_err(|_| Error::Broken("a digest hash is not 32 bytes"))?,
    })
}

impl Reader<'_> {
    /// Every issue, newest month first.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn digests(&mut self, limit: i64) -> Result<Vec<DigestRecord>, Error> {
        let rows: Vec<Columns> = digests::table.order(digests::period.desc()).limit(limit).select(columns!()).load(self.0)?;
        rows.into_iter().map(record).collect()
    }

    /// The issue for a month.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn digest_for(&mut self, period: Period) -> Result<Option<DigestRecord>, Error> {
        let found: Option<Columns> =
            digests::table.filter(digests::period.eq(period.number())).select(columns!()).first(self.0).optional()?;
        found.map(record).transpose()
    }

    /// One issue with its frozen bytes.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn digest(&mut self, id: DigestId) -> Result<(DigestRecord, Vec<u8>), Error> {
        let (columns, artefact): (Columns, Vec<u8>) =
            digests::table.find(id.as_bytes().to_vec()).select((columns!(), digests::artefact)).first(self.0)?;
        Ok((record(columns)?, artefact))
    }
}

impl Writer<'_> {
    /// Keeps a frozen issue.
    ///
    /// # Errors
    /// `Conflict` when the month has one.
    pub fn freeze_digest(&mut self, new: &DigestRecord, artefact: &[u8]) -> Result<(), Error> {
        let person = |p: Option<PersonId>| p.map(|p| p.as_bytes().to_vec());
        diesel::insert_into(digests::table)
            .values((
                digests::id.eq(new.id.as_bytes().to_vec()),
                digests::period.eq(new.period.number()),
                digests::state.eq(DigestState::Frozen.code()),
                digests::prepared_by.eq(person(new.prepared_by)),
                digests::frozen_at.eq(new.frozen_at.0),
                digests::hash.eq(new.hash.to_vec()),
                digests::artefact.eq(artefact),
            ))
            .execute(self.0)?;
        Ok(())
    }

    /// Approves a frozen issue and queues one letter for every active reader, in the same transaction.
    ///
    /// # Errors
    /// `Conflict` when it is not waiting, or when the approver prepared it.
    pub fn approve_digest(&mut self, id: DigestId, by: PersonId, now: Moment, new_id: &dyn Fn() -> LetterId) -> Result<usize, Error> {
        let (record, _) = self.reading().digest(id)?;
        if record.prepared_by == Some(by) {
            return Err(Error::Conflict);
        }
        let changed = diesel::update(digests::table.find(id.as_bytes().to_vec()).filter(digests::state.eq(DigestState::Frozen.code())))
            .set((digests::state.eq(DigestState::Approved.code()), digests::approved_by.eq(Some(by.as_bytes().to_vec()))))
            .execute(self.0)?;
        if changed != 1 {
            return Err(Error::Conflict);
        }
        let active: Vec<Vec<u8>> = readers::table.filter(readers::active.eq(true)).select(readers::id).load(self.0)?;
        for reader in &active {
            self.queue_letter(Some(id), SubscriberId::from_bytes(sixteen(reader.clone())?), new_id(), now)?;
        }
        Ok(active.len())
    }
}
