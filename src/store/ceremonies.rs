//! Callbacks, legal holds and handovers between custodians: sealed records of a few kinds. Which report one is about is inside.
//!
//! Refuses to overwrite what somebody else has changed meanwhile: a change names the bytes it was made from.

use diesel::prelude::*;

use super::error::Error;
use super::schema::{ceremonies, report_keys, reports};
use super::screening::sixteen;
use super::tx::{Reader, Writer};
use crate::domain::id::{CeremonyId, ReportId};
use crate::domain::receipt::ReceiptDigest;
use crate::domain::sealed::Envelope;

/// What a record is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CeremonyKind {
    /// A callback.
    Callback,
    /// A legal hold.
    Hold,
    /// A handover to another set of custodians.
    Resplit,
}

impl CeremonyKind {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Callback => "callback",
            Self::Hold => "hold",
            Self::Resplit => "resplit",
        }
    }
}

/// A strip that may still be opened, for handing over.
pub struct OpenStrip {
    /// What its ciphertexts are bound to.
    pub receipt: ReceiptDigest,
    /// The set it is split among.
    pub custody: i32,
    /// That set's bundles.
    pub shares: Vec<u8>,
}

fn thirty_two(bytes: Vec<u8>) -> Result<ReceiptDigest, Error> {
    Ok(ReceiptDigest(bytes.try_into().map_err(|_| Error::Broken("a receipt digest is not 32 bytes"))?))
}

impl Reader<'_> {
    /// Every record of a kind, in the order of random ids.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn ceremonies(&mut self, kind: CeremonyKind) -> Result<Vec<(CeremonyId, Envelope)>, Error> {
        let rows: Vec<(Vec<u8>, Vec<u8>)> = ceremonies::table
            .filter(ceremonies::kind.eq(kind.code()))
            .order(ceremonies::id)
            .select((ceremonies::id, ceremonies::sealed))
            .load(self.0)?;
        rows.into_iter().map(|(id, sealed)| Ok((CeremonyId::from_bytes(sixteen(id)?), Envelope::from_bytes(sealed)))).collect()
    }

    /// One record.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn ceremony(&mut self, kind: CeremonyKind, id: CeremonyId) -> Result<Envelope, Error> {
        let sealed: Vec<u8> = ceremonies::table
            .find(id.as_bytes().to_vec())
            .filter(ceremonies::kind.eq(kind.code()))
            .select(ceremonies::sealed)
            .first(self.0)?;
        Ok(Envelope::from_bytes(sealed))
    }

    /// What binds a report's ciphertexts, and what answers to its reporter are sealed to.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn report_binding(&mut self, id: ReportId) -> Result<(ReceiptDigest, Vec<u8>), Error> {
        let (receipt, reply_key): (Vec<u8>, Vec<u8>) =
            reports::table.find(id.as_bytes().to_vec()).select((reports::receipt, reports::reply_key)).first(self.0)?;
        Ok((thirty_two(receipt)?, reply_key))
    }

    /// A report's sealed strip.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn sealed_strip(&mut self, id: ReportId) -> Result<Envelope, Error> {
        let strip: Vec<u8> = reports::table.find(id.as_bytes().to_vec()).select(reports::identity).first(self.0)?;
        Ok(Envelope::from_bytes(strip))
    }

    /// Strips on the desk whose time has not come and that are split among another set than `in_force`.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn strips_of_other_sets(&mut self, in_force: i32, limit: i64) -> Result<Vec<OpenStrip>, Error> {
        let rows: Vec<(Vec<u8>, i32, Vec<u8>)> = reports::table
            .inner_join(report_keys::table.on(report_keys::receipt.eq(reports::receipt)))
            .filter(reports::identity_due.gt(0))
            .filter(report_keys::custody.ne(in_force))
            .filter(report_keys::custody.gt(0))
            .order(reports::id)
            .limit(limit)
            .select((report_keys::receipt, report_keys::custody, report_keys::shares))
            .load(self.0)?;
        rows.into_iter().map(|(receipt, custody, shares)| Ok(OpenStrip { receipt: thirty_two(receipt)?, custody, shares })).collect()
    }
}

impl Writer<'_> {
    /// Adds a record.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn add_ceremony(&mut self, kind: CeremonyKind, id: CeremonyId, sealed: &Envelope) -> Result<(), Error> {
        diesel::insert_into(ceremonies::table)
            .values((ceremonies::id.eq(id.as_bytes().to_vec()), ceremonies::kind.eq(kind.code()), ceremonies::sealed.eq(sealed.as_bytes())))
            .execute(self.0)?;
        Ok(())
    }

    /// Puts `new` in place of `old`.
    ///
    /// # Errors
    /// `Conflict` when the record is no longer `old`.
    pub fn change_ceremony(&mut self, id: CeremonyId, old: &Envelope, new: &Envelope) -> Result<(), Error> {
        let row = ceremonies::table.find(id.as_bytes().to_vec()).filter(ceremonies::sealed.eq(old.as_bytes().to_vec()));
        let changed = diesel::update(row).set(ceremonies::sealed.eq(new.as_bytes().to_vec())).execute(self.0)?;
        if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
    }

    /// Removes a record that has done its work.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn drop_ceremony(&mut self, id: CeremonyId) -> Result<(), Error> {
        diesel::delete(ceremonies::table.find(id.as_bytes().to_vec())).execute(self.0)?;
        Ok(())
    }
}
