//! Digest issues: one for a month or a quarter, frozen once, never changed.

use diesel::prelude::*;

use super::error::Error;
use super::readers::ReaderRow;
use super::schema::digests;
use super::screening::sixteen;
use super::tx::{Reader, Writer};
use crate::domain::clock::Moment;
use crate::domain::digest::{DigestRecord, DigestState};
use crate::domain::edition::Edition;
use crate::domain::id::{DigestId, LetterId, PersonId};
use crate::domain::period::Period;
use crate::domain::span::{Pace, Span};

type Columns = (Vec<u8>, (i32, i32), String, Option<Vec<u8>>, Option<Vec<u8>>, i64, (Vec<u8>, Option<Vec<u8>>));

macro_rules! columns {
    () => {
        (
            digests::id,
            (digests::period, digests::months),
            digests::state,
            digests::prepared_by,
            digests::approved_by,
            digests::frozen_at,
            (digests::hash, digests::seal),
        )
    };
}

fn span((last, months): (i32, i32)) -> Option<Span> {
    let span = Span::holding(Period::from_number(last)?, Pace::from_months(months)?);
    (span.last().number() == last).then_some(span)
}

fn code(bytes: Vec<u8>) -> Result<[u8; 32], Error> {
    bytes.try_into().map_err(|_| Error::Broken("a digest hash is not 32 bytes"))
}

fn record((id, length, state, prepared_by, approved_by, frozen_at, (hash, seal)): Columns) -> Result<DigestRecord, Error> {
    let person = |bytes: Option<Vec<u8>>| bytes.map(|b| sixteen(b).map(PersonId::from_bytes)).transpose();
    Ok(DigestRecord {
        id: DigestId::from_bytes(sixteen(id)?),
        span: span(length).ok_or(Error::Broken("unknown period"))?,
        state: DigestState::from_code(&state).ok_or(Error::Broken("unknown digest state"))?,
        prepared_by: person(prepared_by)?,
        approved_by: person(approved_by)?,
        frozen_at: Moment(frozen_at),
        hash: code(hash)?,
        seal: seal.map(code).transpose()?,
    })
}

impl Reader<'_> {
    /// Every issue, newest first.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn digests(&mut self, limit: i64) -> Result<Vec<DigestRecord>, Error> {
        let rows: Vec<Columns> = digests::table.order(digests::period.desc()).limit(limit).select(columns!()).load(self.0)?;
        rows.into_iter().map(record).collect()
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
    /// `Conflict` when one ends with the same month.
    pub fn freeze_digest(&mut self, new: &DigestRecord, artefact: &[u8]) -> Result<(), Error> {
        let person = |p: Option<PersonId>| p.map(|p| p.as_bytes().to_vec());
        diesel::insert_into(digests::table)
            .values((
                digests::id.eq(new.id.as_bytes().to_vec()),
                digests::period.eq(new.span.last().number()),
                digests::months.eq(new.span.pace().months()),
                digests::state.eq(DigestState::Frozen.code()),
                digests::prepared_by.eq(person(new.prepared_by)),
                digests::frozen_at.eq(new.frozen_at.0),
                digests::hash.eq(new.hash.to_vec()),
                digests::seal.eq(new.seal.map(|seal| seal.to_vec())),
                digests::artefact.eq(artefact),
            ))
            .execute(self.0)?;
        Ok(())
    }

    /// Approves a frozen issue and queues one letter for every active reader for whom `edition` finds one, in the same transaction.
    ///
    /// # Errors
    /// `Conflict` when it is not waiting, or when the approver prepared it.
    pub fn approve_digest(&mut self, id: DigestId, by: PersonId, now: Moment, queue: &Queue<'_>) -> Result<usize, Error> {
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
        let mut queued = 0;
        for reader in self.reading().readers()?.into_iter().filter(|r| r.active) {
            if let Some(edition) = (queue.edition)(&reader) {
                self.queue_letter(Some((id, edition)), reader.id, (queue.new_id)(), now)?;
                queued += 1;
            }
        }
        Ok(queued)
    }
}

/// How letters are made for readers.
pub struct Queue<'a> {
    /// A new letter's id.
    pub new_id: &'a dyn Fn() -> LetterId,
    /// The edition a reader gets; `None` when there is none for them.
    pub edition: &'a dyn Fn(&ReaderRow) -> Option<Edition>,
}
