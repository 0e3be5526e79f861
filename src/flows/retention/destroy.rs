//! What destroying one thing means, inside somebody's audited write; and doing it again after a restore.
//!
//! The list of what was destroyed names each by a keyed digest: without the root key it matches no report, so that an identity
//! destroyed early, after a callback, does not stand out. Refuses to touch what an open legal hold keeps: its callers know.

use std::collections::BTreeSet;

use crate::domain::access::{Permit, RedactAgain, Restore};
use crate::domain::id::ReportId;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::sealed::KeyPurpose;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::publics::{custody_of, sealed_shares};
use crate::flows::screening::{open_text, seal_text};
use crate::flows::search::blind_words;
use crate::search::FORM;
use crate::store::{Destroyed, Error as StoreError, Purged, Writer};
use crate::vault::{Context, PublicKey, Purpose, SymKey, keyed_digest, seal_to};

/// What stands in the list of what was destroyed.
pub(in crate::flows) fn purged_digest(ctx: &Ctx, what: Destroyed, receipt: &ReceiptDigest) -> Result<[u8; 32], Error> {
    Ok(keyed_digest(&ctx.keyring.opened()?.lookup, &format!("candor/v1/purged/{}", what.code()), &receipt.0))
}

/// Errors of the vault inside a write; the store's own pass through.
fn inside(error: &Error) -> StoreError {
    match error {
        Error::NotFound => StoreError::NotFound,
        Error::Unavailable => StoreError::Unavailable,
        Error::Conflict("sealed") => StoreError::Sealed,
        _ => StoreError::Broken("a destroyed key's seal cannot be made"),
    }
}

/// Destroys the key of a raw report: for the screening epoch it was sealed to, a seal of another key.
///
/// # Errors
/// `NotFound` when there are no keys for it, `Sealed` without the root key.
pub fn destroy_raw(ctx: &Ctx, w: &mut Writer<'_>, receipt: &ReceiptDigest) -> Result<(), StoreError> {
    let epoch = w.reading().report_keys(receipt)?.epoch;
    let pair = w.reading().keys()?.into_iter().find(|k| k.purpose == KeyPurpose::Screening && k.epoch == epoch);
    let pair = pair.ok_or(StoreError::Broken("a report names an epoch that is not there"))?;
    let public = pair.public_key.ok_or(StoreError::Broken("a screening key without public half"))?;
    let seal = || {
        let context = Context {
            purpose: Purpose::RawKey,
            instance: &ctx.keyring.instance,
            record: &receipt.0,
            key: pair.id.as_bytes(),
            epoch: u32::try_from(epoch).unwrap_or(0),
        };
        Ok::<_, Error>(seal_to(&PublicKey::from_bytes(&public)?, &context, SymKey::generate().expose())?)
    };
    w.set_raw_key(receipt, &seal().map_err(|e| inside(&e))?)?;
    w.note_purged(&purged_digest(ctx, Destroyed::Raw, receipt).map_err(|e| inside(&e))?, Destroyed::Raw, ctx.now().day())
}

/// Destroys the key of an identity strip: for the custodians it was split among, shares of another key. Nothing else about the
/// report changes, so that a callback that has closed leaves no mark; its common day does the rest.
///
/// # Errors
/// `NotFound` when there are no keys for it, `Sealed` without the root key.
pub fn destroy_identity(ctx: &Ctx, w: &mut Writer<'_>, receipt: &ReceiptDigest) -> Result<(), StoreError> {
    let number = w.reading().report_keys(receipt)?.custody;
    let members = w.reading().custody(number)?;
    let shares = custody_of(number, members).and_then(|custody| sealed_shares(ctx, &custody, receipt, &SymKey::generate()));
    w.set_shares(receipt, number, &shares.map_err(|e| inside(&e))?)?;
    w.note_purged(&purged_digest(ctx, Destroyed::Identity, receipt).map_err(|e| inside(&e))?, Destroyed::Identity, ctx.now().day())
}

/// Destroys again, after a restore, what the given lists say was destroyed; returns how many keys there were. The lists become
/// one list in the key store, each line with its own day.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`.
pub fn apply_purged(ctx: &Ctx, permit: &Permit<Restore>, lists: &[Purged], note: &str) -> Result<usize, Error> {
    let known: BTreeSet<[u8; 32]> = lists.iter().map(|line| line.digest).collect();
    // A report that was taken back while the service was sealed is on no list; its row says so itself.
    let (receipts, withdrawn) = ctx.store.read(|r| Ok((r.report_receipts()?, r.withdrawn_receipts()?)))?;
    let mut again = Vec::new();
    for receipt in receipts {
        let taken_back = withdrawn.contains(&receipt);
        for what in [Destroyed::Raw, Destroyed::Identity] {
            if taken_back || known.contains(&purged_digest(ctx, what, &receipt)?) {
                again.push((receipt, what));
            }
        }
    }
    let count = ctx.store.write(permit, note, |w| {
        let mut count = 0;
        for (receipt, what) in &again {
            let done = match what {
                Destroyed::Raw => destroy_raw(ctx, w, receipt),
                Destroyed::Identity => destroy_identity(ctx, w, receipt),
            };
            match done {
                // Its keys went with its receipt: nothing opens it any more.
                Err(StoreError::NotFound) => {}
                other => other.map(|()| count += 1)?,
            }
        }
        w.set_purged(lists)?;
        w.end_all_sessions()?;
        Ok(count)
    })?;
    Ok(count)
}

/// Hides more of a released wording because somebody named in it asked (GDPR Art. 17): every occurrence of the phrases, in the
/// wording and in the synopsis. The raw text is destroyed at once. Returns how many places were hidden.
///
/// # Errors
/// `NotFound` when it is not released; `Conflict` when an analyst changed it meanwhile.
pub fn redact_again(ctx: &Ctx, permit: &Permit<RedactAgain>, id: ReportId, phrases: &[String]) -> Result<usize, Error> {
    let row = ctx.store.read(|r| r.case(permit.person(), id))?;
    let (text, places) = hidden(&open_text(ctx, id, &row.text)?, phrases);
    let synopsis = row.summary.synopsis.as_ref().map(|s| ctx.keyring.open(Purpose::Synopsis, id.as_bytes(), s)).transpose()?;
    let synopsis = synopsis.map(|bytes| hidden(&String::from_utf8_lossy(&bytes), phrases));
    let more = synopsis.as_ref().map_or(0, |(_, n)| *n);
    let (sealed, words) = (seal_text(ctx, id, &text)?, blind_words(ctx, &text)?);
    let sealed_synopsis = synopsis.map(|(text, _)| crate::flows::triage::seal_synopsis(ctx, id, &text)).transpose()?;
    ctx.store.write(permit, &format!("report:{id}"), |w| {
        let receipt = w.replace_released(id, row.version, &sealed, sealed_synopsis.as_ref())?;
        w.index_report(id, &sealed, FORM, &words)?;
        match destroy_raw(ctx, w, &receipt) {
            Ok(()) | Err(StoreError::NotFound) => w.clear_raw(&receipt),
            Err(other) => Err(other),
        }
    })?;
    Ok(places + more)
}

/// The text with every occurrence of the phrases hidden, and how many there were.
fn hidden(text: &str, phrases: &[String]) -> (String, usize) {
    let spans = crate::flows::screening::phrase_spans(text, phrases);
    let count = spans.len();
    (crate::deident::redact_with(text, &spans, &|_| crate::domain::redaction::Decision::Hide).to_plain(), count)
}
