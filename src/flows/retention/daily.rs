//! The daily run: whatever has reached its age goes, in small audited writes, and afterwards the files are put in order.
//!
//! Every node may call it at any time; a lease and the day of the last run decide. Refuses to start while an alarm stands, and
//! leaves out reports under a legal hold.

use super::brake::{forecast, forecast_name, look_ahead, stops};
use super::destroy::{destroy_identity, destroy_raw};
use crate::domain::access::{Actor, CutAudit, Destroy};
use crate::domain::id::KeyId;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::retention::{Ages, Alarm, Class};
use crate::domain::sealed::{Envelope, KeyPurpose};
use crate::flows::ctx::Ctx;
use crate::flows::custody::held_receipts;
use crate::flows::error::Error;
use crate::store::{self, Error as StoreError, Tidy, Writer, claim_lease};
use crate::vault::{named_key, random_bytes};

/// Seconds one node keeps the task.
const LEASE: i64 = 600;
/// Rows destroyed in one write.
const BATCH: i64 = 64;
/// Name of the value with the newest screening epoch at the last run.
const NEWEST: &str = "retention-epoch";

/// What a call led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ran {
    /// Another node does it, or today's run is done.
    NotNow,
    /// The brake holds it.
    Stopped(Alarm),
    /// Done; how many things were destroyed.
    Done(usize),
}

/// Destroys what is due today, and leaves out what a legal hold keeps.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`; what was destroyed before stays destroyed, and the next call goes on.
pub fn daily(ctx: &Ctx) -> Result<Ran, Error> {
    ctx.keyring.opened()?;
    let (now, today) = (ctx.now(), ctx.now().day());
    if forecast(ctx)?.is_some_and(|last| last.day == today) || !ctx.store.tend(|t| claim_lease(t, "retention", &ctx.node, now, LEASE))? {
        return Ok(Ran::NotNow);
    }
    let held = &held_receipts(ctx)?;
    if let Some(alarm) = stops(ctx, today, held)? {
        return Ok(Ran::Stopped(alarm));
    }
    let mut count = 0;
    for class in Class::ALL {
        count += destroy_class(ctx, class, today, held)?;
    }
    end_epochs(ctx)?;
    cut_audit(ctx, today)?;
    // The run counts as done only when the files are in order: a node that stops before that does it again.
    ctx.store.tidy(Tidy::Everything)?;
    let ahead = look_ahead(ctx, today, held)?;
    let permit = Actor::System.permit::<Destroy>().ok_or(Error::Denied)?;
    ctx.store.write(&permit, &format!("done:{count}"), |w| {
        w.forget_purged(today - Ages::PURGED_DAYS)?;
        w.set_instance_value(forecast_name(), &ahead)
    })?;
    Ok(Ran::Done(count))
}

fn destroy_class(ctx: &Ctx, class: Class, today: i32, held: &[ReceiptDigest]) -> Result<usize, Error> {
    let permit = Actor::System.permit::<Destroy>().ok_or(Error::Denied)?;
    let bound = ctx.settings.retention.bound(class, today);
    let mut all = 0;
    loop {
        let due = ctx.store.read(|r| r.due_receipts(class, bound, held, BATCH))?;
        if due.is_empty() {
            return Ok(all);
        }
        let (kind, number) = (if class == Class::Identity { "identities" } else { class.code() }, due.len());
        // Keys first and rows afterwards, each in a transaction of its own: see `store/retention.rs`.
        ctx.store.write(&permit, &format!("{kind}:{number}"), |w| due.iter().try_for_each(|receipt| keys_of(ctx, w, class, receipt)))?;
        ctx.store.write(&permit, &format!("rows:{kind}:{number}"), |w| due.iter().try_for_each(|receipt| rows_of(w, class, receipt)))?;
        all += due.len();
        // A long run keeps its turn.
        let now = ctx.now();
        ctx.store.tend(|t| claim_lease(t, "retention", &ctx.node, now, LEASE))?;
    }
}

fn keys_of(ctx: &Ctx, w: &mut Writer<'_>, class: Class, receipt: &ReceiptDigest) -> Result<(), StoreError> {
    let done = match class {
        Class::Raw => destroy_raw(ctx, w, receipt),
        Class::Identity => destroy_identity(ctx, w, receipt),
        // Their keys are gone already: neither is due before the other two.
        Class::Receipt | Class::Released => Ok(()),
    };
    match done {
        // Without keys nothing opens: a restore brought the row back without them.
        Err(StoreError::NotFound) => Ok(()),
        other => other,
    }
}

fn rows_of(w: &mut Writer<'_>, class: Class, receipt: &ReceiptDigest) -> Result<(), StoreError> {
    match class {
        Class::Raw => w.clear_raw(receipt),
        Class::Identity => w.clear_identity(receipt),
        Class::Receipt => w.end_receipt(receipt, &random_bytes()),
        Class::Released => w.drop_report(receipt),
    }
}

/// Ends the screening epochs that no raw text and no message needs any more. An epoch that was the newest at the last run stays:
/// a node may have sealed to it a moment ago.
fn end_epochs(ctx: &Ctx) -> Result<(), Error> {
    let (rows, used, headers, last) =
        ctx.store.read(|r| Ok((r.keys()?, r.epochs_in_use()?, r.message_headers()?, r.instance_value(NEWEST)?)))?;
    let screening = || rows.iter().filter(|k| k.purpose == KeyPurpose::Screening);
    let Some(newest) = screening().map(|k| k.epoch).max() else { return Ok(()) };
    let before = last.and_then(|bytes| Some(i32::from_be_bytes(bytes.try_into().ok()?))).unwrap_or(0);
    let named: Vec<[u8; 16]> = headers.into_iter().filter_map(|h| Some(named_key(&Envelope::from_bytes(h)).ok()?.0)).collect();
    let over = |key: &&store::KeyRow| key.epoch < before && !used.contains(&key.epoch) && !named.contains(key.id.as_bytes());
    let ended: Vec<KeyId> = screening().filter(over).map(|k| k.id).collect();
    let permit = Actor::System.permit::<Destroy>().ok_or(Error::Denied)?;
    let wraps = ctx.store.write(&permit, "epochs", |w| {
        w.set_instance_value(NEWEST, &newest.to_be_bytes())?;
        w.end_epochs(&ended)
    })?;
    if wraps > 0 {
        tracing::info!(wraps, "screening epochs without reports have ended");
    }
    Ok(())
}

fn cut_audit(ctx: &Ctx, today: i32) -> Result<(), Error> {
    let before = ctx.settings.retention.audit_before(today);
    let Some(cut) = ctx.store.read(|r| store::cut_before(r, before))? else { return Ok(()) };
    let permit = Actor::System.permit::<CutAudit>().ok_or(Error::Denied)?;
    Ok(ctx.store.write(&permit, &cut.object(), |w| w.cut_audit(&cut))?)
}
