//! Sets of custodians and what the key store holds for each report: the raw key's wrap and the identity shares.
//!
//! Overwrites instead of deleting: a destroyed key is a seal of the same size that opens nothing of use. Keeps a list of what
//! was destroyed, so that an older copy of the key store can be brought up to date before it serves.

use diesel::prelude::*;

use super::error::Error;
use super::schema::{custody, instance, purged, report_keys};
use super::screening::sixteen;
use super::tx::{Reader, Writer};
use crate::domain::id::PersonId;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::sealed::Envelope;

/// Name of the instance value that holds the number of the set in force; 0 or absent: none.
const IN_FORCE: &str = "custody";

/// One custodian of a set: who, and the public key that bundles are sealed to.
pub type Member = (PersonId, Vec<u8>);

/// What the key store holds for one report.
pub struct ReportKeys {
    /// Epoch of the screening pair.
    pub epoch: i32,
    /// K-raw, sealed to that pair.
    pub raw_key: Envelope,
    /// Set of custodians.
    pub custody: i32,
    /// Their bundles.
    pub shares: Vec<u8>,
}

/// What of a report is destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destroyed {
    /// The raw narrative.
    Raw,
    /// The identity strip.
    Identity,
}

impl Destroyed {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Identity => "identity",
        }
    }
}

impl Reader<'_> {
    /// Number of the set of custodians in force; 0 when there is none.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn custody_in_force(&mut self) -> Result<i32, Error> {
        let Some(bytes) = self.instance_value(IN_FORCE)? else { return Ok(0) };
        Ok(i32::from_be_bytes(bytes.try_into().map_err(|_| Error::Broken("the number of the custody set is damaged"))?))
    }

    /// The members of a set, in their order.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn custody(&mut self, number: i32) -> Result<Vec<Member>, Error> {
        let rows: Vec<(Vec<u8>, Vec<u8>)> = custody::table
            .filter(custody::number.eq(number))
            .order(custody::position)
            .select((custody::person, custody::public_key))
            .load(self.0)?;
        rows.into_iter().map(|(person, key)| Ok((PersonId::from_bytes(sixteen(person)?), key))).collect()
    }

    /// What the key store holds for a report.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn report_keys(&mut self, receipt: &ReceiptDigest) -> Result<ReportKeys, Error> {
        let (epoch, raw_key, custody, shares): (i32, Vec<u8>, i32, Vec<u8>) = report_keys::table
            .find(receipt.0.to_vec())
            .select((report_keys::epoch, report_keys::raw_key, report_keys::custody, report_keys::shares))
            .first(self.0)?;
        Ok(ReportKeys { epoch, raw_key: Envelope::from_bytes(raw_key), custody, shares })
    }
}

impl Writer<'_> {
    /// Puts a new set of custodians in force; an empty one means that no strip can be left from now on.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn set_custody(&mut self, number: i32, members: &[Member]) -> Result<(), Error> {
        for (position, (person, key)) in (0_i32..).zip(members) {
            diesel::insert_into(custody::table)
                .values((
                    custody::number.eq(number),
                    custody::position.eq(position),
                    custody::person.eq(person.as_bytes().to_vec()),
                    custody::public_key.eq(key),
                ))
                .execute(self.0)?;
        }
        let in_force = if members.is_empty() { 0 } else { number };
        self.set_instance_value(IN_FORCE, &in_force.to_be_bytes())
    }

    /// The highest number any set has had.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn last_custody(&mut self) -> Result<i32, Error> {
        let last: Option<i32> = custody::table.select(diesel::dsl::max(custody::number)).first(self.0)?;
        Ok(last.unwrap_or(0))
    }

    /// Sets a named value of this installation.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn set_instance_value(&mut self, name: &str, value: &[u8]) -> Result<(), Error> {
        diesel::delete(instance::table.find(name)).execute(self.0)?;
        diesel::insert_into(instance::table).values((instance::name.eq(name), instance::value.eq(value.to_vec()))).execute(self.0)?;
        Ok(())
    }

    /// Puts other identity shares in place: a new split of the same key, or a seal that opens nothing.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn set_shares(&mut self, receipt: &ReceiptDigest, custody_number: i32, shares: &[u8]) -> Result<(), Error> {
        let set = (report_keys::custody.eq(custody_number), report_keys::shares.eq(shares.to_vec()));
        let changed = diesel::update(report_keys::table.find(receipt.0.to_vec())).set(set).execute(self.0)?;
        if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Puts another wrap of a raw key in place: a seal that opens nothing.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn set_raw_key(&mut self, receipt: &ReceiptDigest, raw_key: &Envelope) -> Result<(), Error> {
        let changed = diesel::update(report_keys::table.find(receipt.0.to_vec()))
            .set(report_keys::raw_key.eq(raw_key.as_bytes().to_vec()))
            .execute(self.0)?;
        if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Remembers that something was destroyed on `day`; `digest` names it without naming the report.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn note_purged(&mut self, digest: &[u8; 32], what: Destroyed, day: i32) -> Result<(), Error> {
        diesel::delete(purged::table.find(digest.to_vec())).execute(self.0)?;
        diesel::insert_into(purged::table)
            .values((purged::digest.eq(digest.to_vec()), purged::what.eq(what.code()), purged::day.eq(day)))
            .execute(self.0)?;
        Ok(())
    }
}
