//! The way into intake: a submission is keyed by its receipt, so a retry finds it and changes nothing.
//!
//! Refuses to write half a group: all are new and stored, or none is and the caller asks about each.

use diesel::prelude::*;

use super::conn::Db;
use super::dialect::{either, write_tx};
use super::error::Error;
use super::schema::{intake, report_keys, reports};
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
                intake::raw.eq(item.raw.as_bytes()),
                intake::reply_key.eq(&item.reply_key),
                intake::urgent.eq(item.urgent),
                intake::day.eq(item.day),
                intake::identity.eq(item.identity.as_bytes()),
            )
        })
        .collect();
    // One statement on PostgreSQL; SQLite has no round trips to save and takes the rows one by one.
    let insert = || diesel::insert_into(intake::table).values(&rows);
    either(db, |pg| insert().execute(pg), |lite| insert().execute(lite))?;
    put_keys(db, items)
}

/// The keys go to the key store, which on SQLite is a file of its own: a crash between the two files' commits can leave keys
/// without a report. Nothing was answered then, and the next try puts its own keys in their place.
fn put_keys(db: &mut Db, items: &[&SealedIntake]) -> Result<(), Error> {
    use diesel::upsert::excluded;
    let rows: Vec<_> = items
        .iter()
        .map(|item| {
            (
                report_keys::receipt.eq(item.receipt.0.to_vec()),
                report_keys::epoch.eq(item.epoch),
                report_keys::raw_key.eq(item.raw_key.as_bytes()),
                report_keys::custody.eq(item.custody),
                report_keys::shares.eq(&item.shares),
            )
        })
        .collect();
    either(
        db,
        |pg| {
            diesel::insert_into(report_keys::table)
                .values(&rows)
                .on_conflict(report_keys::receipt)
                .do_update()
                .set((
                    report_keys::epoch.eq(excluded(report_keys::epoch)),
                    report_keys::raw_key.eq(excluded(report_keys::raw_key)),
                    report_keys::custody.eq(excluded(report_keys::custody)),
                    report_keys::shares.eq(excluded(report_keys::shares)),
                ))
                .execute(pg)
        },
        |lite| diesel::replace_into(report_keys::table).values(&rows).execute(lite),
    )?;
    Ok(())
}

/// The other half of such a crash: a report without its keys. The retry brings the same text; its seals take the place of those
/// that nothing opens any more.
fn heal(db: &mut Db, item: &SealedIntake) -> Result<(), Error> {
    write_tx(db, |db| {
        let row = intake::table.find(item.receipt.0.to_vec());
        let known: i64 = report_keys::table.find(item.receipt.0.to_vec()).count().get_result(db)?;
        if known > 0 {
            return Ok(());
        }
        let set = (intake::raw.eq(item.raw.as_bytes()), intake::identity.eq(item.identity.as_bytes()));
        let changed = diesel::update(row).set(set).execute(db)?;
        if changed == 1 { put_keys(db, &[item]) } else { Ok(()) }
    })
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
    if let Some(mac) = in_intake(db, &item.receipt)? {
        let accepted = compare(&mac, item);
        if accepted == Accepted::Already {
            heal(db, item)?;
        }
        return Ok(accepted);
    }
    in_reports(db, &item.receipt)?.map(|mac| compare(&mac, item)).ok_or(Error::Unavailable)
}
