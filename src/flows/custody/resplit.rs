//! Handing open strips over to another set of custodians, after one has joined or left: two of the old set together split every
//! key anew.
//!
//! The first passes their shares on under a key sealed to each other custodian; the second adds their own and writes new bundles.
//! No strip is opened. Refuses the same person twice, and leaves strips alone that neither of the two can help to open.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::open::own_bundle;
use crate::domain::access::{Permit, Resplit};
use crate::domain::callback::LIFE;
use crate::domain::id::{CeremonyId, PersonId};
use crate::domain::receipt::ReceiptDigest;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::payload::{Handover, decode_handover, encode_handover};
use crate::flows::people::{Session, Unlocked, unlocked};
use crate::flows::publics::{Custody, sealed_shares};
use crate::store::{CeremonyKind, OpenStrip};
use crate::vault::{Context, Padding, Purpose, SymKey, combine, open_field, open_from, random_bytes, seal_field, seal_to, share_towards};

/// The sets of custodians that a run has met, each looked up once.
#[derive(Default)]
struct Sets(BTreeMap<i32, Custody>);

impl Sets {
    fn numbered(&mut self, ctx: &Ctx, number: i32) -> Result<&Custody, Error> {
        Ok(match self.0.entry(number) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(ctx.custody_numbered(number)?),
        })
    }
}

/// Strips that one handover takes at most; the rest waits for the next.
const AT_MOST: i64 = 2_000;
/// Bytes of one line of a handover: a receipt and a share.
const LINE: usize = 64;

/// What a custodian sees about handing over.
pub struct Handovers {
    /// Strips that are still split among an older set.
    pub waiting: usize,
    /// A handover that somebody else has started and that this person can finish.
    pub offered: Option<CeremonyId>,
    /// Whether this person has started one that waits for another custodian.
    pub started: bool,
}

fn part_context<'a>(ctx: &'a Ctx, purpose: Purpose, to: &'a PersonId, id: &'a CeremonyId) -> Context<'a> {
    Context { purpose, instance: &ctx.keyring.instance, record: to.as_bytes(), key: id.as_bytes(), epoch: 1 }
}

fn records(ctx: &Ctx) -> Result<Vec<(CeremonyId, Handover)>, Error> {
    let rows = ctx.store.read(|r| r.ceremonies(CeremonyKind::Resplit))?;
    let open = |id: CeremonyId, sealed| decode_handover(&ctx.keyring.open(Purpose::Ceremony, id.as_bytes(), sealed)?);
    let all = rows.iter().map(|(id, sealed)| Ok((*id, open(*id, sealed)?))).collect::<Result<Vec<_>, Error>>()?;
    Ok(all.into_iter().filter(|(_, h)| ctx.now() < h.until).collect())
}

fn waiting(ctx: &Ctx) -> Result<Vec<OpenStrip>, Error> {
    let in_force = ctx.custody()?;
    if !in_force.is_open() {
        return Ok(Vec::new());
    }
    Ok(ctx.store.read(|r| r.strips_of_other_sets(in_force.number, AT_MOST))?)
}

/// What there is to hand over.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn handovers(ctx: &Ctx, permit: &Permit<Resplit>, session: &Session) -> Result<Handovers, Error> {
    let _ = permit;
    let records = records(ctx)?;
    let mine = |h: &Handover| h.by == session.person;
    let offered = records.iter().find(|(_, h)| !mine(h) && h.parts.iter().any(|(p, ..)| *p == session.person));
    Ok(Handovers { waiting: waiting(ctx)?.len(), offered: offered.map(|(id, _)| *id), started: records.iter().any(|(_, h)| mine(h)) })
}

/// Starts a handover with the session person's shares.
///
/// # Errors
/// `Conflict("desk-locked")`; `Conflict("custody-not-yours")` when the person holds a share of none of them.
pub fn start_handover(ctx: &Ctx, permit: &Permit<Resplit>, session: &Session) -> Result<CeremonyId, Error> {
    let own = unlocked(ctx, session)?;
    let id = CeremonyId::from_bytes(random_bytes());
    let in_force = ctx.custody()?;
    let mut lines: Vec<Vec<u8>> = vec![Vec::new(); in_force.members.len()];
    let mut sets = Sets::default();
    for strip in waiting(ctx)? {
        let custody = sets.numbered(ctx, strip.custody)?;
        let Ok((position, bundle)) = own_bundle(ctx, &own, custody, &strip.shares, &strip.receipt) else { continue };
        for ((person, _), out) in in_force.members.iter().zip(&mut lines) {
            if let Some(other) = custody.position(*person).filter(|other| *other != position) {
                out.extend_from_slice(&strip.receipt.0);
                out.extend_from_slice(share_towards(&bundle, position, other)?.as_slice());
            }
        }
    }
    let mut parts = Vec::new();
    for ((person, public), lines) in in_force.members.iter().zip(lines).filter(|(_, lines)| !lines.is_empty()) {
        let key = SymKey::generate();
        let passed = seal_to(public, &part_context(ctx, Purpose::SharePassed, person, &id), key.expose())?;
        let lines = zeroize::Zeroizing::new(lines);
        parts.push((*person, passed, seal_field(&key, &part_context(ctx, Purpose::IdentityShares, person, &id), &lines, Padding::None)?));
    }
    if parts.is_empty() {
        return Err(Error::Conflict("custody-not-yours"));
    }
    let handover = Handover { by: session.person, until: ctx.now().plus(LIFE), parts };
    let sealed = ctx.keyring.seal(Purpose::Ceremony, id.as_bytes(), &encode_handover(&handover)?, Padding::None)?;
    ctx.store.write(permit, &format!("handover:{id}"), |w| w.add_ceremony(CeremonyKind::Resplit, id, &sealed))?;
    Ok(id)
}

/// Finishes a handover that somebody else started, and says how many strips the present custodians can now open.
///
/// # Errors
/// `Conflict("callback-same-person")`, `Conflict("callback-changed")` when it is over, `Conflict("desk-locked")`.
pub fn finish_handover(ctx: &Ctx, permit: &Permit<Resplit>, session: &Session, id: CeremonyId) -> Result<usize, Error> {
    let own = unlocked(ctx, session)?;
    let found = records(ctx)?.into_iter().find(|(known, _)| *known == id);
    let (_, handover) = found.ok_or(Error::Conflict("callback-changed"))?;
    if handover.by == session.person {
        return Err(Error::Conflict("callback-same-person"));
    }
    let part = handover.parts.iter().find(|(p, ..)| *p == session.person).ok_or(Error::NotFound)?;
    let key = open_from(&own.key, &part_context(ctx, Purpose::SharePassed, &session.person, &id), &part.1)?;
    let key = SymKey::from_bytes(key.as_slice().try_into().map_err(|_| Error::Broken("a handover key is not 32 bytes"))?);
    let lines = open_field(&key, &part_context(ctx, Purpose::IdentityShares, &session.person, &id), &part.2)?;
    let in_force = ctx.custody()?;
    let (mut changed, mut sets) = (Vec::new(), Sets::default());
    for strip in waiting(ctx)? {
        if let Some(theirs) = share_for(&lines, &strip.receipt) {
            let key = joint_key(ctx, &own, &strip, sets.numbered(ctx, strip.custody)?, (handover.by, &theirs))?;
            let shares = sealed_shares(ctx, &in_force, &strip.receipt, &key)?;
            changed.push((strip.receipt, shares));
        }
    }
    ctx.store.write(permit, &format!("handover:{id} with:{} strips:{}", handover.by, changed.len()), |w| {
        w.drop_ceremony(id)?;
        changed.iter().try_for_each(|(receipt, shares)| w.set_shares(receipt, in_force.number, shares))
    })?;
    Ok(changed.len())
}

fn share_for(lines: &[u8], receipt: &ReceiptDigest) -> Option<zeroize::Zeroizing<[u8; 32]>> {
    let line = lines.chunks_exact(LINE).find(|line| line.starts_with(&receipt.0))?;
    Some(zeroize::Zeroizing::new(line.last_chunk::<32>().copied()?))
}

/// The key of one strip from both people's shares. A destroyed key stays destroyed: the two make a key that opens nothing.
fn joint_key(ctx: &Ctx, own: &Unlocked, strip: &OpenStrip, custody: &Custody, theirs: (PersonId, &[u8; 32])) -> Result<SymKey, Error> {
    let (position, bundle) = own_bundle(ctx, own, custody, &strip.shares, &strip.receipt)?;
    let other = custody.position(theirs.0).ok_or(Error::Conflict("custody-not-yours"))?;
    Ok(combine(&*share_towards(&bundle, position, other)?, theirs.1))
}
