//! The way into intake: a submission is keyed by its receipt, so a retry finds it and changes nothing.

use diesel::prelude::*;

use super::conn::Db;
use super::dialect::write_tx;
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
