//! Opening one identity strip: two custodians, two sessions, one reason, once.
//!
//! The first passes their share on, sealed to each other custodian and bound to the whole request; the second adds their own.
//! The strip is then sealed to the first, who reads it once. Refuses the same person twice, a request that is altered, replayed
//! or out of time, and anybody who is no custodian any more; every refusal is audited.

use super::callback::{fresh, none_runs, reason};
use super::hold::quiet_receipts;
use super::record::{callback, change_callback, seal_callback};
use crate::domain::access::{OpenIdentity, Permit, ReadIdentity, RefusedIdentity, RequestIdentity};
use crate::domain::callback::{Callback, CallbackStage, LIFE};
use crate::domain::conversation::Notice;
use crate::domain::id::{CeremonyId, PersonId, ReportId};
use crate::domain::identity::IdentityStrip;
use crate::domain::person::{Role, Standing};
use crate::domain::receipt::ReceiptDigest;
use crate::flows::conversation::notice;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::payload::{CallbackRecord, decode_identity};
use crate::flows::people::{Session, Unlocked, unlocked};
use crate::flows::publics::{Custody, STRIP_SIZE, bundle_at, bundle_context, bundle_record, strip_context};
use crate::store::{CeremonyKind, NewMessage};
use crate::vault::{
    Context, Padding, PublicKey, Purpose, SymKey, combine, open_field, open_from, open_padded_from, seal_padded_to, seal_to, sha256,
    share_towards,
};

/// What a request is bound to: everything the second custodian decides on.
fn request_hash(c: &Callback) -> [u8; 16] {
    let mut bytes = Vec::new();
    for part in [c.reason.as_bytes(), c.text.as_bytes(), c.id.as_bytes(), c.report.as_bytes(), &c.receipt.0] {
        bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bytes.extend_from_slice(part);
    }
    bytes.extend_from_slice(c.requested_by.map_or([0; 16], |p| *p.as_bytes()).as_slice());
    bytes.extend_from_slice(&c.until.0.to_be_bytes());
    let hash = sha256(&bytes);
    std::array::from_fn(|i| hash.get(i).copied().unwrap_or(0))
}

fn passed_context<'a>(ctx: &'a Ctx, record: &'a [u8; 48], hash: &'a [u8; 16]) -> Context<'a> {
    Context { purpose: Purpose::SharePassed, instance: &ctx.keyring.instance, record, key: hash, epoch: 0 }
}

fn shown_context<'a>(ctx: &'a Ctx, record: &'a [u8; 48], hash: &'a [u8; 16]) -> Context<'a> {
    Context { purpose: Purpose::IdentityShown, instance: &ctx.keyring.instance, record, key: hash, epoch: 0 }
}

/// A custodian's own bundle of one report, opened.
pub(super) fn own_bundle(
    ctx: &Ctx,
    own: &Unlocked,
    custody: &Custody,
    shares: &[u8],
    receipt: &ReceiptDigest,
) -> Result<(usize, zeroize::Zeroizing<Vec<u8>>), Error> {
    let position = custody.position(own.person).ok_or(Error::Conflict("custody-not-yours"))?;
    let sealed = bundle_at(shares, position).ok_or(Error::Broken("a report without its bundles"))?;
    let record = bundle_record(receipt, own.person);
    Ok((position, open_from(&own.key, &bundle_context(ctx, &record, custody.number), &sealed)?))
}

/// The first custodian names a report, or takes up a screener's question, and puts their share in.
///
/// # Errors
/// `Invalid` on `reason` or `text`, `NotFound`, `Conflict("desk-locked")`, `Conflict("custody-not-yours")` when the strip is split
/// among others, `Conflict("callback-runs")`.
pub fn request(
    ctx: &Ctx,
    permit: &Permit<RequestIdentity>,
    session: &Session,
    report: ReportId,
    code: &str,
    text: &str,
) -> Result<CeremonyId, Error> {
    let reason = reason(code, text)?;
    none_runs(ctx, report)?;
    let mut record = fresh(ctx, report, reason)?;
    pass_on(ctx, session, &mut record)?;
    let id = record.callback.id;
    let sealed = seal_callback(ctx, &record)?;
    ctx.store.write(permit, &format!("callback:{id} report:{report}"), |w| w.add_ceremony(CeremonyKind::Callback, id, &sealed))?;
    Ok(id)
}

/// Takes up what a screener asked for.
///
/// # Errors
/// As `request`; `Conflict("callback-changed")` when it was taken up meanwhile.
pub fn take_up(ctx: &Ctx, permit: &Permit<RequestIdentity>, session: &Session, id: CeremonyId) -> Result<(), Error> {
    let (mut record, old) = callback(ctx, id)?;
    if record.callback.stage != CallbackStage::Asked {
        return Err(Error::Conflict("callback-changed"));
    }
    pass_on(ctx, session, &mut record)?;
    let object = format!("callback:{id} report:{}", record.callback.report);
    change_callback(ctx, permit, &object, (&record, &old), None)
}

fn pass_on(ctx: &Ctx, session: &Session, record: &mut CallbackRecord) -> Result<(), Error> {
    let own = unlocked(ctx, session)?;
    let c = &mut record.callback;
    c.stage = CallbackStage::Requested;
    c.requested_by = Some(session.person);
    c.until = ctx.now().plus(LIFE);
    let keys = ctx.store.read(|r| r.report_keys(&c.receipt))?;
    let custody = ctx.custody_numbered(keys.custody)?;
    let (position, bundle) = own_bundle(ctx, &own, &custody, &keys.shares, &c.receipt)?;
    let hash = request_hash(c);
    record.passed.clear();
    for (other, (person, public)) in custody.members.iter().enumerate().filter(|(other, _)| *other != position) {
        let share = share_towards(&bundle, position, other)?;
        let bound = bundle_record(&c.receipt, *person);
        record.passed.push((*person, seal_to(public, &passed_context(ctx, &bound, &hash), share.as_slice())?));
    }
    Ok(())
}

/// The second custodian agrees: the strip is opened and sealed to the first.
///
/// # Errors
/// `Conflict("callback-same-person")`, `Conflict("callback-changed")` when it is out of time or decided, `Conflict("desk-locked")`,
/// `Conflict("custody-not-yours")`, `Conflict("identity-destroyed")`; each is audited.
pub fn approve(ctx: &Ctx, permit: &Permit<OpenIdentity>, session: &Session, id: CeremonyId) -> Result<(), Error> {
    let tried = open_for_first(ctx, permit, session, id);
    if let Err(Error::Conflict(_) | Error::Broken(_)) = &tried {
        let refused = session.actor().permit::<RefusedIdentity>().ok_or(Error::Denied)?;
        ctx.store.write(&refused, &format!("callback:{id}"), |_| Ok(()))?;
    }
    tried
}

fn open_for_first(ctx: &Ctx, permit: &Permit<OpenIdentity>, session: &Session, id: CeremonyId) -> Result<(), Error> {
    let (mut record, old) = callback(ctx, id)?;
    let c = &record.callback;
    if c.stage != CallbackStage::Requested || c.until <= ctx.now() {
        return Err(Error::Conflict("callback-changed"));
    }
    let first = c.requested_by.ok_or(Error::Conflict("callback-changed"))?;
    if first == session.person {
        return Err(Error::Conflict("callback-same-person"));
    }
    let to_first = custodian_key(ctx, first)?;
    let own = unlocked(ctx, session)?;
    let hash = request_hash(c);
    let key = joint_key(ctx, &own, &record, first, &hash)?;
    let strip = ctx.store.read(|r| r.sealed_strip(c.report))?;
    let plain = open_field(&key, &strip_context(ctx, &c.receipt), &strip).map_err(|_| Error::Conflict("identity-destroyed"))?;
    let bound = bundle_record(&c.receipt, first);
    record.shown = Some(seal_padded_to(&to_first, &shown_context(ctx, &bound, &hash), &plain, Padding::Exactly(STRIP_SIZE))?);
    let (report, c) = (c.report, &mut record.callback);
    c.stage = CallbackStage::Opened;
    c.approved_by = Some(session.person);
    c.opened_day = ctx.now().day();
    record.passed.clear();
    let notice = if quiet_receipts(ctx)?.contains(&record.callback.receipt) { None } else { Some(told(ctx, &record.callback)?) };
    record.callback.told = notice.is_some();
    change_callback(ctx, permit, &format!("callback:{id} report:{report} with:{first}"), (&record, &old), notice.as_ref())
}

/// What the reporter is told of an opening.
pub(super) fn told(ctx: &Ctx, c: &Callback) -> Result<(ReceiptDigest, NewMessage), Error> {
    let (_, reply_key) = ctx.store.read(|r| r.report_binding(c.report))?;
    Ok((c.receipt, notice(ctx, &c.receipt, &reply_key, &Notice { reason: &c.reason, day: c.opened_day })?))
}

/// The first custodian's public key, if that person is still one.
fn custodian_key(ctx: &Ctx, person: PersonId) -> Result<PublicKey, Error> {
    let account = ctx.store.read(|r| r.account(person))?;
    let account = account.filter(|a| a.standing == Standing::Active && a.roles.has(Role::Custodian));
    let key = account.and_then(|a| a.public_key).ok_or(Error::Conflict("callback-changed"))?;
    Ok(PublicKey::from_bytes(&key)?)
}

fn joint_key(ctx: &Ctx, own: &Unlocked, record: &CallbackRecord, first: PersonId, hash: &[u8; 16]) -> Result<SymKey, Error> {
    let receipt = &record.callback.receipt;
    let passed = record.passed.iter().find(|(p, _)| *p == own.person).ok_or(Error::Conflict("custody-not-yours"))?;
    let bound = bundle_record(receipt, own.person);
    let theirs = open_from(&own.key, &passed_context(ctx, &bound, hash), &passed.1)?;
    let theirs: [u8; 32] = theirs.as_slice().try_into().map_err(|_| Error::Broken("a share is not 32 bytes"))?;
    let keys = ctx.store.read(|r| r.report_keys(receipt))?;
    let custody = ctx.custody_numbered(keys.custody)?;
    let (position, bundle) = own_bundle(ctx, own, &custody, &keys.shares, receipt)?;
    let other = custody.position(first).ok_or(Error::Conflict("custody-not-yours"))?;
    let mine = share_towards(&bundle, position, other)?;
    Ok(combine(&mine, &theirs))
}

/// Reads an opened strip. It works once; the record forgets it before it is shown. `None`: the report came without a strip.
///
/// # Errors
/// `Conflict("callback-changed")` when it was read before or is out of time, `Conflict("desk-locked")`, `NotFound` for anybody but
/// the first custodian.
pub fn read(ctx: &Ctx, permit: &Permit<ReadIdentity>, session: &Session, id: CeremonyId) -> Result<Option<IdentityStrip>, Error> {
    let (mut record, old) = callback(ctx, id)?;
    let c = &record.callback;
    if c.requested_by != Some(session.person) {
        return Err(Error::NotFound);
    }
    if c.stage != CallbackStage::Opened || c.until <= ctx.now() {
        return Err(Error::Conflict("callback-changed"));
    }
    let own = unlocked(ctx, session)?;
    let sealed = record.shown.take().ok_or(Error::Conflict("callback-changed"))?;
    let bound = bundle_record(&c.receipt, session.person);
    let plain = open_padded_from(&own.key, &shown_context(ctx, &bound, &request_hash(c)), &sealed)?;
    let object = format!("callback:{id} report:{}", c.report);
    record.callback.stage = CallbackStage::Read;
    change_callback(ctx, permit, &object, (&record, &old), None)?;
    decode_identity(&plain)
}
