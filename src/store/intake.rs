//! The intake table: sealed submissions keyed by their receipt, until a shuffled batch moves them to `reports`.
//!
//! A retry finds its receipt and changes nothing. Row order here says little and is gone after the move; the only
//! trace of arrival is a day number, which becomes an ISO week.

use diesel::prelude::*;

use super::conn::Db;
use super::dialect::write_tx;
use super::error::Error;
use super::schema::{intake, reports};
use super::tx::Tending;
use crate::domain::clock::{DAY, Moment};
use crate::domain::id::ReportId;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::report::{Accepted, SealedIntake, Status};

/// When and how waiting rows move on.
pub struct MovePlan<'a> {
    /// UTC day number now.
    pub today: i32,
    /// Rows that must wait together before any of them moves.
    pub together: usize,
    /// Days after which a row moves even alone.
    pub patience: i32,
    /// Draws the id of one report.
    pub new_id: &'a dyn Fn() -> ReportId,
    /// Shuffles the batch.
    pub shuffle: &'a dyn Fn(&mut Vec<ReceiptDigest>),
}

type IntakeRow = (Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>, bool, i32);

fn compare(stored: &[u8], item: &SealedIntake) -> Accepted {
    // Both sides are MACs that the caller made from public knowledge of its own body: timing tells nothing.
    if stored == item.body_mac.as_slice() { Accepted::Already } else { Accepted::Different }
}

fn in_reports(db: &mut Db, receipt: &ReceiptDigest) -> Result<Option<Vec<u8>>, Error> {
    Ok(reports::table.filter(reports::receipt.eq(receipt.0.to_vec())).select(reports::body_mac).first(db).optional()?)
}

fn in_intake(db: &mut Db, receipt: &ReceiptDigest) -> Result<Option<Vec<u8>>, Error> {
    Ok(intake::table.find(receipt.0.to_vec()).select(intake::body_mac).first(db).optional()?)
}

fn put(db: &mut Db, item: &SealedIntake) -> Result<(), Error> {
    diesel::insert_into(intake::table)
        .values((
            intake::receipt.eq(item.receipt.0.to_vec()),
            intake::body_mac.eq(item.body_mac.to_vec()),
            intake::raw_key.eq(item.raw_key.as_bytes()),
            intake::raw.eq(item.raw.as_bytes()),
            intake::reply_key.eq(&item.reply_key),
            intake::urgent.eq(item.urgent),
            intake::day.eq(item.day),
        ))
        .execute(db)?;
    Ok(())
}

/// Asks, then writes; the caller's transaction excludes every other writer.
pub(super) fn insert(db: &mut Db, item: &SealedIntake) -> Result<Accepted, Error> {
    let stored = match in_intake(db, &item.receipt)? {
        Some(mac) => Some(mac),
        None => in_reports(db, &item.receipt)?,
    };
    match stored {
        Some(mac) => Ok(compare(&mac, item)),
        None => put(db, item).map(|()| Accepted::Stored),
    }
}

/// One submission on PostgreSQL. Inserts first: the key makes a concurrent twin, or the mover that is just deleting
/// the row, wait; only then is `reports` asked, so a move that committed meanwhile is seen and the insert undone.
pub(super) fn take_in_alone(db: &mut Db, item: &SealedIntake) -> Result<Accepted, Error> {
    let stored = write_tx(db, |db| {
        put(db, item)?;
        match in_reports(db, &item.receipt)? {
            Some(_) => Err(Error::Conflict),
            None => Ok(Accepted::Stored),
        }
    });
    if stored != Err(Error::Conflict) {
        return stored;
    }
    let mac = match in_intake(db, &item.receipt)? {
        Some(mac) => Some(mac),
        None => in_reports(db, &item.receipt)?,
    };
    mac.map(|mac| compare(&mac, item)).ok_or(Error::Unavailable)
}

impl Tending<'_> {
    /// Moves what may move: urgent rows at once, the others when enough wait together or one has waited long enough.
    /// Returns how many moved.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn move_intake(&mut self, plan: &MovePlan<'_>) -> Result<usize, Error> {
        let waiting: Vec<(Vec<u8>, bool, i32)> = intake::table.select((intake::receipt, intake::urgent, intake::day)).load(self.0)?;
        let batch = waiting.len() >= plan.together || waiting.iter().any(|(_, _, day)| plan.today - day >= plan.patience);
        let mut due = Vec::new();
        for (receipt, urgent, _) in waiting {
            if urgent || batch {
                due.push(ReceiptDigest(receipt.try_into().map_err(|_| Error::Broken("a receipt digest is not 32 bytes"))?));
            }
        }
        (plan.shuffle)(&mut due);
        for receipt in &due {
            self.move_one(receipt, (plan.new_id)())?;
        }
        Ok(due.len())
    }

    fn move_one(&mut self, receipt: &ReceiptDigest, id: ReportId) -> Result<(), Error> {
        let (key, body_mac, raw_key, raw, reply_key, urgent, day): IntakeRow = intake::table.find(receipt.0.to_vec()).first(self.0)?;
        diesel::delete(intake::table.find(&key)).execute(self.0)?;
        diesel::insert_into(reports::table)
            .values((
                reports::id.eq(id.as_bytes().to_vec()),
                reports::receipt.eq(key),
                reports::body_mac.eq(body_mac),
                reports::raw_key.eq(raw_key),
                reports::raw.eq(raw),
                reports::reply_key.eq(reply_key),
                reports::week.eq(Moment(i64::from(day) * DAY).iso_week()),
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
    /// The status of the report with this receipt: `Some(None)` while it waits in intake, `None` when there is none.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn receipt_status(&mut self, receipt: &ReceiptDigest) -> Result<Option<Option<Status>>, Error> {
        let moved: Option<String> =
            reports::table.filter(reports::receipt.eq(receipt.0.to_vec())).select(reports::status).first(self.0).optional()?;
        match moved {
            Some(code) => Status::from_code(&code).map(|s| Some(Some(s))).ok_or(Error::Broken("unknown status")),
            None => Ok(in_intake(self.0, receipt)?.map(|_| None)),
        }
    }

    /// How many submissions wait in intake.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn intake_waiting(&mut self) -> Result<i64, Error> {
        Ok(intake::table.count().get_result(self.0)?)
    }
}
