//! Public halves that sealing needs: the screening epoch and the custodians in force. Nothing here opens anything.
//!
//! Refuses to seal to a custodian who
//! stands alone: with fewer than two there are no shares, and the form does not offer a strip.

use std::sync::Arc;

use super::ctx::Ctx;
use super::error::Error;
pub(in crate::flows) use super::shelf::{Custody, ScreeningPublic};
use super::shelf::{shelve, shelved};
use crate::domain::id::PersonId;
use crate::domain::identity::IdentityStrip;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::sealed::{Envelope, KeyPurpose};
use crate::flows::payload::encode_identity;
use crate::store::Member;
use crate::vault::{Context, Padding, PublicKey, Purpose, SymKey, seal_field, seal_to, split};

/// Bytes of an identity strip before sealing, length included: every strip has this size, the empty one too.
pub(in crate::flows) const STRIP_SIZE: usize = 2_048;

/// A sealed strip with what opens it.
pub(in crate::flows) struct SealedStrip {
    pub(in crate::flows) identity: Envelope,
    pub(in crate::flows) custody: i32,
    pub(in crate::flows) shares: Vec<u8>,
}

impl Ctx {
    /// The screening key in force. Without one nothing can be taken in yet.
    pub(in crate::flows) fn screening_public(&self) -> Result<ScreeningPublic, Error> {
        let now = self.now();
        if let Some(known) = shelved(&self.publics.screening, now) {
            return Ok(known);
        }
        let row = self.store.read(|r| if r.anybody_screens()? { r.current_key(KeyPurpose::Screening) } else { Ok(None) })?;
        let row = row.ok_or(Error::Conflict("intake-not-open"))?;
        let bytes = row.public_key.ok_or(Error::Broken("a screening key without public half"))?;
        let found =
            ScreeningPublic { id: row.id, epoch: u32::try_from(row.epoch).unwrap_or(0), key: Arc::new(PublicKey::from_bytes(&bytes)?) };
        shelve(&self.publics.screening, now, found.clone());
        Ok(found)
    }

    /// The custodians in force.
    pub(in crate::flows) fn custody(&self) -> Result<Custody, Error> {
        let now = self.now();
        if let Some(known) = shelved(&self.publics.custody, now) {
            return Ok(known);
        }
        let number = self.store.read(|r| r.custody_in_force())?;
        let found = self.custody_numbered(number)?;
        shelve(&self.publics.custody, now, found.clone());
        Ok(found)
    }

    /// Any set of custodians, by its number.
    pub(in crate::flows) fn custody_numbered(&self, number: i32) -> Result<Custody, Error> {
        custody_of(number, self.store.read(|r| r.custody(number))?)
    }

    /// Forgets what was looked up: something has just changed.
    pub(in crate::flows) fn look_up_again(&self) {
        if let Ok(mut slot) = self.publics.screening.write() {
            *slot = None;
        }
        if let Ok(mut slot) = self.publics.custody.write() {
            *slot = None;
        }
    }

    /// Whether reporters can leave an identity strip, as last looked up: the form must not wait for the database.
    #[must_use]
    pub fn takes_strips(&self) -> bool {
        let known = self.publics.custody.read().ok().and_then(|slot| slot.as_ref().map(|(_, custody)| custody.is_open()));
        known.unwrap_or_else(|| self.custody().is_ok_and(|c| c.is_open()))
    }

    /// Looks the public halves up again when they are no longer fresh. A timer calls it.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn refresh_publics(&self) -> Result<(), Error> {
        self.custody().map(drop)
    }
}

/// A set of custodians from its stored rows.
pub(in crate::flows) fn custody_of(number: i32, rows: Vec<Member>) -> Result<Custody, Error> {
    let members =
        rows.into_iter().map(|(person, key)| Ok((person, Arc::new(PublicKey::from_bytes(&key)?)))).collect::<Result<Vec<_>, Error>>()?;
    Ok(Custody { number, members })
}

/// Context of an identity strip under its report's identity key.
pub(in crate::flows) fn strip_context<'a>(ctx: &'a Ctx, receipt: &'a ReceiptDigest) -> Context<'a> {
    Context { purpose: Purpose::Identity, instance: &ctx.keyring.instance, record: &receipt.0, key: &[0; 16], epoch: 0 }
}

/// What a bundle is bound to besides the set's number: the report and the custodian.
pub(in crate::flows) fn bundle_record(receipt: &ReceiptDigest, person: PersonId) -> [u8; 48] {
    let mut record = [0; 48];
    record.iter_mut().zip(receipt.0.iter().chain(person.as_bytes())).for_each(|(to, from)| *to = *from);
    record
}

/// Context of a custodian's bundle.
pub(in crate::flows) fn bundle_context<'a>(ctx: &'a Ctx, record: &'a [u8; 48], custody: i32) -> Context<'a> {
    let epoch = u32::try_from(custody).unwrap_or(0);
    Context { purpose: Purpose::IdentityShares, instance: &ctx.keyring.instance, record, key: &[0; 16], epoch }
}

/// Seals a strip, or the empty one, under a fresh key, and splits that key among the custodians.
pub(in crate::flows) fn seal_strip(ctx: &Ctx, receipt: &ReceiptDigest, strip: Option<&IdentityStrip>) -> Result<SealedStrip, Error> {
    let custody = ctx.custody()?;
    let key = SymKey::generate();
    let identity = seal_field(&key, &strip_context(ctx, receipt), &encode_identity(strip)?, Padding::Exactly(STRIP_SIZE))?;
    let shares = sealed_shares(ctx, &custody, receipt, &key)?;
    Ok(SealedStrip { identity, custody: if custody.is_open() { custody.number } else { 0 }, shares })
}

/// One sealed bundle for each custodian, each with its length before it. With a random key this is what a destroyed strip gets:
/// the same size, and nothing in it.
pub(in crate::flows) fn sealed_shares(ctx: &Ctx, custody: &Custody, receipt: &ReceiptDigest, key: &SymKey) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    if !custody.is_open() {
        return Ok(out);
    }
    for (bundle, (person, public)) in split(key, custody.members.len())?.iter().zip(&custody.members) {
        let record = bundle_record(receipt, *person);
        let sealed = seal_to(public, &bundle_context(ctx, &record, custody.number), bundle)?;
        let length = u32::try_from(sealed.as_bytes().len()).map_err(|_| Error::Broken("a bundle is too long"))?;
        out.extend_from_slice(&length.to_be_bytes());
        out.extend_from_slice(sealed.as_bytes());
    }
    Ok(out)
}

/// The sealed bundle at `position` of what `sealed_shares` wrote.
pub(in crate::flows) fn bundle_at(shares: &[u8], position: usize) -> Option<Envelope> {
    let mut rest = shares;
    for at in 0.. {
        let (length, tail) = rest.split_first_chunk::<4>()?;
        let (sealed, tail) = tail.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
        if at == position {
            return Some(Envelope::from_bytes(sealed.to_vec()));
        }
        rest = tail;
    }
    None
}
