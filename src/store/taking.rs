//! The way into intake: a submission is keyed by its receipt, so a retry finds it and changes nothing.
//!
//! Refuses to write half a group: all are new and stored, or none is and the caller asks about each.

use diesel::prelude::*;

use super::conn::Db;
use super::dialect::{either, write_tx};
use super::error::Error;
use super::schema::{intake, reports};
use crate::domain::receipt::ReceiptDigest;
use crate::domain::report::{Accepted, SealedIntake};

fn compare(stored: &[u8], item: &SealedIntake) -> Accepted {
    // Both sides are MACs that the caller made from public knowledge of its own body: timing tells nothing.
    if stored == item.body_mac.as_slice() { Accepted::Already } else { Accepted::Different }
}

fn in_reports(db: &mut Db, receipt: &ReceiptDigest) -> Result<Option<Vec<u8>>, Error> {
    Ok(reports::table.filter(reports::receipt.eq(receipt.0.to_vec())).select(reports::body_mac).first(db).optional()?)
}

pub(super) fn in_intake(db: &mut Db, receipt: &ReceiptDigest) -> Result<Option<Vec<u8>>, Error> {
    Ok(intake::table.find(receipt.0.to_vec()).select(intake::body_mac).first(db).optional()?)
}

fn put(db: &mut Db, items: &[&SealedIntake]) -> Result<(), Error> {
    let rows: Vec<_> = items
        .iter()
        .map(|item| {
            (
                intake::receipt.eq(item.receipt.0.to_vec()),
                intake::body_mac.eq(item.body_mac.to_vec()),
                intake::raw_key.eq(item.raw_key.as_bytes()),
                intake::raw.eq(item.raw.as_bytes()),
                intake::reply_key.eq(&item.reply_key),
                intake::urgent.eq(item.urgent),
                intake::day.eq(item.day),
            )
        })
        .collect();
    // One statement on PostgreSQL; SQLite has no round trips to save and takes the rows one by one.
    let insert = || diesel::insert_into(intake::table).values(&rows);
    either(db, |pg| insert().execute(pg), |lite| insert().execute(lite))?;
    Ok(())
}

fn any_in_reports(db: &mut Db, items: &[&SealedIntake]) -> Result<bool, Error> {
    let receipts: Vec<Vec<u8>> = items.iter().map(|item| item.receipt.0.to_vec()).collect();
    let known: Option<Vec<u8>> = reports::table.filter(reports::receipt.eq_any(receipts)).select(reports::receipt).first(db).optional()?;
    Ok(known.is_some())
}

/// New submissions in one transaction. Inserts first: the key makes a concurrent twin, or the mover that is just deleting
/// the row, wait; only then is `reports` asked, so a move that committed meanwhile is seen and the insert undone.
///
/// # Errors
/// `Conflict` when one of them is known already: nothing was written, take each in alone. `Unavailable`.
pub(super) fn take_in_new(db: &mut Db, items: &[&SealedIntake]) -> Result<(), Error> {
    write_tx(db, |db| {
        put(db, items)?;
        if any_in_reports(db, items)? { Err(Error::Conflict) } else { Ok(()) }
    })
}

/// One submission, new or sent again.
pub(super) fn take_in_alone(db: &mut Db, item: &SealedIntake) -> Result<Accepted, Error> {
    match take_in_new(db, &[item]) {
        Ok(()) => return Ok(Accepted::Stored),
        Err(Error::Conflict) => {}
        Err(other) => return Err(other),
    }
    let mac = match in_intake(db, &item.receipt)? {
        Some(mac) => Some(mac),
        None => in_reports(db, &item.receipt)?,
    };
    mac.map(|mac| compare(&mac, item)).ok_or(Error::Unavailable)
}
