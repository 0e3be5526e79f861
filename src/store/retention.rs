//! What is due by age, and taking it away: keys first, in the key store; then the rows that named them.
//!
//! Two steps, because SQLite commits the two files one after the other: a crash between leaves a row that is still due and
//! whose key is gone, and the next run does both again. Refuses to delete a row whose keys could still open something.

use diesel::prelude::*;
use diesel::sql_types::{Binary, Integer};

use super::error::Error;
use super::schema::{key_wraps, keys, messages, purged, report_factors, report_keys, reports};
use super::screening::sixteen;
use super::tx::{Reader, Writer};
use crate::domain::conversation::Consent;
use crate::domain::id::{KeyId, ReportId};
use crate::domain::receipt::ReceiptDigest;
use crate::domain::retention::Class;
use crate::domain::sealed::KeyPurpose;

diesel::define_sql_function! {
    /// The first bytes of a sealed value, where it names its key.
    fn substr(bytes: Binary, from: Integer, count: Integer) -> Binary;
}

/// Bytes of an envelope up to its body (`docs/crypto.md`).
pub(super) const HEADER: i32 = 24;

/// One line of the list of what was destroyed.
pub struct Purged {
    /// Names it without naming the report.
    pub digest: [u8; 32],
    /// What it was, as a code.
    pub what: String,
    /// Day.
    pub day: i32,
}

/// Runs `$then` with the query for the rows of `$class` that are due below `$bound` (`Ages::bound`) and are not held. What a reporter
/// has taken back while a hold kept it is due whatever its age.
macro_rules! due {
    ($class:expr, $bound:expr, $held:expr, |$query:ident| $then:expr) => {{
        let taken_back = reports::reporter.eq(Consent::Withdrawn.code());
        let open = reports::table.filter(reports::receipt.ne_all($held.iter().map(|r| r.0.to_vec())));
        match $class {
            Class::Raw => {
                let $query = open.filter(reports::raw_due.gt(0)).filter(reports::raw_due.lt($bound).or(taken_back));
                $then
            }
            Class::Identity => {
                let $query = open.filter(reports::identity_due.gt(0)).filter(reports::identity_due.lt($bound).or(taken_back));
                $then
            }
            Class::Receipt => {
                let keyless = open.filter(reports::raw_due.eq(0)).filter(reports::identity_due.eq(0));
                let $query = keyless.filter(reports::receipt_used.gt(0)).filter(reports::receipt_used.lt($bound));
                $then
            }
            Class::Released => {
                let keyless = open.filter(reports::raw_due.eq(0)).filter(reports::identity_due.eq(0));
                let $query = keyless.filter(reports::released_period.gt(0)).filter(reports::released_period.lt($bound));
                $then
            }
        }
    }};
}

impl Reader<'_> {
    /// How many rows of a class are due.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn due_count(&mut self, class: Class, bound: i32, held: &[ReceiptDigest]) -> Result<i64, Error> {
        due!(class, bound, held, |query| Ok(query.count().get_result(self.0)?))
    }

    /// How many rows still hold something of a class.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn kept_count(&mut self, class: Class) -> Result<i64, Error> {
        let all = reports::table;
        Ok(match class {
            Class::Raw => all.filter(reports::raw_due.gt(0)).count().get_result(self.0)?,
            Class::Identity => all.filter(reports::identity_due.gt(0)).count().get_result(self.0)?,
            Class::Receipt => all.filter(reports::receipt_used.gt(0)).count().get_result(self.0)?,
            Class::Released => all.filter(reports::released_period.gt(0)).count().get_result(self.0)?,
        })
    }

    /// Some of the rows that are due, in the order of their receipts.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn due_receipts(&mut self, class: Class, bound: i32, held: &[ReceiptDigest], limit: i64) -> Result<Vec<ReceiptDigest>, Error> {
        let rows: Vec<Vec<u8>> =
            due!(class, bound, held, |query| query.order(reports::receipt).limit(limit).select(reports::receipt).load(self.0)?);
        rows.into_iter().map(receipt).collect()
    }

    /// Every line of the list of what was destroyed.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn purged(&mut self) -> Result<Vec<Purged>, Error> {
        let rows: Vec<(Vec<u8>, String, i32)> = purged::table.order(purged::digest).load(self.0)?;
        let line = |(digest, what, day): (Vec<u8>, String, i32)| {
            Ok(Purged { digest: digest.try_into().map_err(|_| Error::Broken("a digest is not 32 bytes"))?, what, day })
        };
        rows.into_iter().map(line).collect()
    }

    /// The receipt of every report that has left intake.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn report_receipts(&mut self) -> Result<Vec<ReceiptDigest>, Error> {
        let rows: Vec<Vec<u8>> = reports::table.order(reports::receipt).select(reports::receipt).load(self.0)?;
        rows.into_iter().map(receipt).collect()
    }

    /// Receipts of reports that their reporters have taken back and whose keys no hold keeps.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn withdrawn_receipts(&mut self) -> Result<Vec<ReceiptDigest>, Error> {
        let rows: Vec<Vec<u8>> = reports::table
            .filter(reports::reporter.eq(Consent::Withdrawn.code()).and(reports::raw_due.eq(0)))
            .select(reports::receipt)
            .load(self.0)?;
        rows.into_iter().map(receipt).collect()
    }

    /// Epochs that reports still need: those whose raw text is kept, and those that wait in intake.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn epochs_in_use(&mut self) -> Result<Vec<i32>, Error> {
        let spent = reports::table.filter(reports::raw_due.eq(0)).select(reports::receipt);
        Ok(report_keys::table.filter(report_keys::receipt.ne_all(spent)).select(report_keys::epoch).distinct().load(self.0)?)
    }

    /// The headers of messages that reporters sealed to a screening key.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn message_headers(&mut self) -> Result<Vec<Vec<u8>>, Error> {
        let sent = messages::table.filter(messages::side.eq("reporter"));
        Ok(sent.select(substr(messages::sealed, 1, HEADER)).distinct().load(self.0)?)
    }
}

fn receipt(bytes: Vec<u8>) -> Result<ReceiptDigest, Error> {
    Ok(ReceiptDigest(bytes.try_into().map_err(|_| Error::Broken("a receipt digest is not 32 bytes"))?))
}

impl Writer<'_> {
    /// The raw text is gone: its sealed bytes, which nothing opens any more, and its day.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn clear_raw(&mut self, receipt: &ReceiptDigest) -> Result<(), Error> {
        let set = (reports::raw.eq(Vec::new()), reports::raw_due.eq(0));
        diesel::update(reports::table.filter(reports::receipt.eq(receipt.0.to_vec()))).set(set).execute(self.0)?;
        Ok(())
    }

    /// The same for the identity strip.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn clear_identity(&mut self, receipt: &ReceiptDigest) -> Result<(), Error> {
        let set = (reports::identity.eq(Vec::new()), reports::identity_due.eq(0));
        diesel::update(reports::table.filter(reports::receipt.eq(receipt.0.to_vec()))).set(set).execute(self.0)?;
        Ok(())
    }

    /// The words find nothing any more: `fresh` random bytes take the place of what they led to, and messages and keys go. A
    /// report that was never released has nothing left and goes too.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn end_receipt(&mut self, receipt: &ReceiptDigest, fresh: &[u8; 64]) -> Result<(), Error> {
        self.drop_keys_and_messages(receipt)?;
        let row = || reports::table.filter(reports::receipt.eq(receipt.0.to_vec()));
        diesel::delete(row().filter(reports::released_period.eq(0))).execute(self.0)?;
        let (digest, mac) = fresh.split_at(32);
        diesel::update(row())
            .set((
                reports::receipt.eq(digest.to_vec()),
                reports::body_mac.eq(mac.to_vec()),
                reports::reply_key.eq(Vec::new()),
                reports::receipt_used.eq(0),
            ))
            .execute(self.0)?;
        Ok(())
    }

    /// A released report and everything coded about it; it stays in the roll-ups, which are counts.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn drop_report(&mut self, receipt: &ReceiptDigest) -> Result<(), Error> {
        self.drop_keys_and_messages(receipt)?;
        let row = || reports::table.filter(reports::receipt.eq(receipt.0.to_vec()));
        let id: Option<Vec<u8>> = row().select(reports::id).first(self.0).optional()?;
        if let Some(id) = id {
            self.unindex_report(ReportId::from_bytes(sixteen(id)?))?;
        }
        diesel::delete(report_factors::table.filter(report_factors::report.eq_any(row().select(reports::id)))).execute(self.0)?;
        diesel::delete(row()).execute(self.0)?;
        Ok(())
    }

    fn drop_keys_and_messages(&mut self, receipt: &ReceiptDigest) -> Result<(), Error> {
        diesel::delete(messages::table.filter(messages::receipt.eq(receipt.0.to_vec()))).execute(self.0)?;
        diesel::delete(report_keys::table.find(receipt.0.to_vec())).execute(self.0)?;
        Ok(())
    }

    /// Puts these lines in the list of what was destroyed, each with its own day; lines that are there stay.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn set_purged(&mut self, lines: &[Purged]) -> Result<(), Error> {
        for line in lines {
            diesel::delete(purged::table.find(line.digest.to_vec())).execute(self.0)?;
            let row = (purged::digest.eq(line.digest.to_vec()), purged::what.eq(&line.what), purged::day.eq(line.day));
            diesel::insert_into(purged::table).values(row).execute(self.0)?;
        }
        Ok(())
    }

    /// Forgets what was destroyed before `day`: no backup is as old.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn forget_purged(&mut self, day: i32) -> Result<(), Error> {
        diesel::delete(purged::table.filter(purged::day.lt(day))).execute(self.0)?;
        Ok(())
    }

    /// Takes every holder's wrap of these screening epochs away; says how many wraps there were.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn end_epochs(&mut self, epochs: &[KeyId]) -> Result<usize, Error> {
        let ids: Vec<Vec<u8>> = epochs.iter().map(|id| id.as_bytes().to_vec()).collect();
        let pairs = keys::table.filter(keys::purpose.eq(KeyPurpose::Screening.code())).filter(keys::id.eq_any(ids)).select(keys::id);
        Ok(diesel::delete(key_wraps::table.filter(key_wraps::key_id.eq_any(pairs))).execute(self.0)?)
    }

    /// Ends every session, as after a restore.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn end_all_sessions(&mut self) -> Result<(), Error> {
        diesel::delete(super::schema::sessions::table).execute(self.0)?;
        Ok(())
    }

    /// Removes a named value of this installation.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn clear_instance_value(&mut self, name: &str) -> Result<(), Error> {
        diesel::delete(super::schema::instance::table.find(name)).execute(self.0)?;
        Ok(())
    }
}
