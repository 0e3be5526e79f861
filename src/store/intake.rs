//! The way out of intake: waiting submissions move to `reports` in shuffled batches, and a receipt finds where one is.
//!
//! Row order in intake says little and is gone after the move; the only trace of arrival is a day number, which
//! becomes an ISO week.

use diesel::prelude::*;

use super::error::Error;
use super::schema::{intake, report_keys, reports};
use super::taking::in_intake;
use super::tx::Tending;
use crate::domain::clock::{DAY, Moment};
use crate::domain::id::ReportId;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::report::Status;

/// When and how waiting rows move on.
pub struct MovePlan<'a> {
    /// UTC day number now.
    pub today: i32,
    /// Rows that must wait together before any of them moves.
    pub together: usize,
    /// Days after which a row moves even alone.
    pub patience: i32,
    /// Rows that move in one transaction at most: the lock is given back between, so that no submission waits long.
    pub at_most: usize,
    /// Days after the Monday of its week of arrival by which a raw report is destroyed in any case.
    pub raw_days: i32,
    /// The same for the identity strip.
    pub identity_days: i32,
    /// Draws the id of one report.
    pub new_id: &'a dyn Fn() -> ReportId,
    /// Shuffles the batch.
    pub shuffle: &'a dyn Fn(&mut Vec<ReceiptDigest>),
}

type IntakeRow = (Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>, bool, i32, Vec<u8>);

impl Tending<'_> {
    /// Moves what may move: urgent rows at once, the others when enough wait together or one has waited long enough.
    /// Returns how many moved.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn move_intake(&mut self, plan: &MovePlan<'_>) -> Result<usize, Error> {
        // A report whose keys did not survive a crash was never acknowledged: it waits for its reporter's retry.
        let waiting: Vec<(Vec<u8>, bool, i32)> = intake::table
            .inner_join(report_keys::table.on(report_keys::receipt.eq(intake::receipt)))
            .select((intake::receipt, intake::urgent, intake::day))
            .load(self.0)?;
        let batch = waiting.len() >= plan.together || waiting.iter().any(|(_, _, day)| plan.today - day >= plan.patience);
        let mut due = Vec::new();
        for (receipt, urgent, _) in waiting {
            if urgent || batch {
                due.push(ReceiptDigest(receipt.try_into().map_err(|_| Error::Broken("a receipt digest is not 32 bytes"))?));
            }
        }
        (plan.shuffle)(&mut due);
        due.truncate(plan.at_most);
        for receipt in &due {
            self.move_one(receipt, (plan.new_id)(), plan)?;
        }
        Ok(due.len())
    }

    fn move_one(&mut self, receipt: &ReceiptDigest, id: ReportId, plan: &MovePlan<'_>) -> Result<(), Error> {
        let (key, body_mac, raw, reply_key, urgent, day, identity): IntakeRow = intake::table.find(receipt.0.to_vec()).first(self.0)?;
        let arrived = Moment(i64::from(day) * DAY);
        diesel::delete(intake::table.find(&key)).execute(self.0)?;
        diesel::insert_into(reports::table)
            .values((
                reports::id.eq(id.as_bytes().to_vec()),
                reports::receipt.eq(key),
                reports::body_mac.eq(body_mac),
                reports::raw.eq(raw),
                reports::reply_key.eq(reply_key),
                reports::week.eq(arrived.iso_week()),
                reports::identity.eq(identity),
                reports::raw_due.eq(arrived.monday() + plan.raw_days),
                reports::identity_due.eq(arrived.monday() + plan.identity_days),
                reports::receipt_used.eq(arrived.period().number()),
                reports::urgent.eq(urgent),
                reports::status.eq(Status::Screening.code()),
                reports::released_period.eq(0),
                reports::kind.eq(""),
                reports::risk_index.eq(0),
                reports::excluded.eq(false),
                reports::version.eq(0),
            ))
            .execute(self.0)?;
        Ok(())
    }
}

/// What a receipt finds.
impl super::tx::Reader<'_> {
    /// Whether a report has this receipt.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn receipt_is_known(&mut self, receipt: &ReceiptDigest) -> Result<bool, Error> {
        let moved: i64 = reports::table.filter(reports::receipt.eq(receipt.0.to_vec())).count().get_result(self.0)?;
        Ok(moved > 0 || in_intake(self.0, receipt)?.is_some())
    }

    /// How many submissions wait in intake.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn intake_waiting(&mut self) -> Result<i64, Error> {
        Ok(intake::table.count().get_result(self.0)?)
    }
}
