//! Taking a report back: its keys are overwritten by seals that look like them and open nothing of use.
//!
//! Needs public keys only, so it works while the service is sealed. Letters that were frozen before stay as they are. What a legal
//! hold keeps is taken out of everything all the same; its keys go with the first daily run after the hold.

use std::sync::atomic::Ordering;

use super::seal::notice;
use crate::domain::conversation::{HELD, Notice};
use crate::domain::receipt::ReceiptDigest;
use crate::domain::sealed::{Envelope, KeyPurpose};
use crate::flows::ctx::Ctx;
use crate::flows::custody::holds_on;
use crate::flows::error::Error;
use crate::flows::publics::sealed_shares;
use crate::flows::retention::purged_digest;
use crate::store::{CeremonyKind, DeadKeys, Destroyed, Error as StoreError, KeysOfWithdrawn};
use crate::vault::{Context, PublicKey, Purpose, ReceiptKeys, SymKey, named_key, parse_receipt, random_bytes, seal_to};

/// Attempts when custodians change in the very moment.
const TRIES: usize = 3;

/// A wrap of random bytes for the same epoch of the same key as `old`.
fn dead_wrap(ctx: &Ctx, receipt: &ReceiptDigest, old: &Envelope) -> Result<Envelope, Error> {
    let (id, epoch) = named_key(old)?;
    let keys = ctx.store.read(|r| r.keys())?;
    let public = keys.into_iter().find(|k| k.purpose == KeyPurpose::Screening && *k.id.as_bytes() == id).and_then(|k| k.public_key);
    let context = Context { purpose: Purpose::RawKey, instance: &ctx.keyring.instance, record: &receipt.0, key: &id, epoch };
    // An epoch that is gone has no public half left; the one in force seals to the same size.
    let key = match public {
        Some(bytes) => PublicKey::from_bytes(&bytes)?,
        None => ctx.screening_public()?.key.as_ref().clone(),
    };
    Ok(seal_to(&key, &context, &random_bytes::<32>())?)
}

fn dead_keys(ctx: &Ctx, receipt: &ReceiptDigest) -> Result<DeadKeys, Error> {
    let keys = ctx.store.read(|r| r.report_keys(receipt))?;
    let custody = ctx.custody_numbered(keys.custody)?;
    Ok(DeadKeys {
        raw_key: dead_wrap(ctx, receipt, &keys.raw_key)?,
        custody: keys.custody,
        shares: sealed_shares(ctx, &custody, receipt, &SymKey::generate())?,
        // Sealed, there is no key to make marks with; a restore then goes by the row, which says that it was taken back.
        marks: [Destroyed::Raw, Destroyed::Identity]
            .into_iter()
            .filter_map(|what| Some((purged_digest(ctx, what, receipt).ok()?, what)))
            .collect(),
        day: ctx.now().day(),
    })
}

/// What becomes of the keys. Sealed, nobody can read which report a hold is about: where there is any, the daily run decides later.
fn keys_of(ctx: &Ctx, receipt: &ReceiptDigest) -> Result<KeysOfWithdrawn, Error> {
    let destroyed = || Ok(KeysOfWithdrawn::Destroyed(dead_keys(ctx, receipt)?));
    if ctx.keyring.opened().is_err() {
        let some = !ctx.store.read(|r| r.ceremonies(CeremonyKind::Hold))?.is_empty();
        return if some { Ok(KeysOfWithdrawn::Held(None)) } else { destroyed() };
    }
    let holds = holds_on(ctx, receipt)?;
    let Some(hold) = holds.first() else { return destroyed() };
    if holds.iter().any(|hold| hold.quiet) {
        return Ok(KeysOfWithdrawn::Held(None));
    }
    let (_, reply_key) = ctx.store.read(|r| r.report_binding(hold.report))?;
    let told = Notice { reason: HELD, day: ctx.now().day() };
    Ok(KeysOfWithdrawn::Held(Some(notice(ctx, receipt, &reply_key, &told)?)))
}

/// Takes the report with these words back, wherever it stands. Once withdrawn, doing it again changes nothing.
///
/// # Errors
/// `NotFound` when no report has the words, `Conflict` when its custodians keep changing, `Unavailable`.
pub fn withdraw(ctx: &Ctx, words: &str) -> Result<(), Error> {
    let receipt = parse_receipt(words).map_err(|_| Error::NotFound)?;
    let digest = ReceiptKeys::derive(&receipt, &ctx.keyring.instance).digest;
    let mut last = Err(Error::NotFound);
    for _ in 0..TRIES {
        let keys = keys_of(ctx, &digest)?;
        match ctx.store.speak(|s| s.withdraw(&digest, &keys)) {
            Err(StoreError::Conflict) => last = Err(Error::from(StoreError::Conflict)),
            other => {
                // The next round of the timers takes the old seals out of the files as well.
                ctx.untidy.store(true, Ordering::Relaxed);
                return Ok(other?);
            }
        }
    }
    last
}
