//! An issue's life: frozen by one person, approved by another, its letters queued with the approval.
//!
//! Refuses a month that is not over by a week, a second issue for a month, and approval by whoever froze it.

use super::compose::{Composed, compose};
use super::noise::book;
use super::published::ledger;
use crate::domain::access::{ApproveDigest, Permit, PrepareDigest, ReadDigest};
use crate::domain::clock::{DAY, Moment};
use crate::domain::contact::Language;
use crate::domain::digest::{Artefact, DigestRecord, DigestState};
use crate::domain::id::{DigestId, LetterId, PersonId};
use crate::domain::period::Period;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::payload::{decode_editions, encode_issue};
use crate::store::{Error as StoreError, OutboxTally};
use crate::trends::disclosure::eligible::SETTLING_DAYS;
use crate::vault::{random_bytes, same, sha256};

/// Issues on the list.
const LIST: i64 = 60;

/// An issue as lists show it.
pub struct DigestCard {
    /// The record.
    pub record: DigestRecord,
    /// How its letters stand.
    pub letters: OutboxTally,
    /// Who froze it; `None` for the console.
    pub prepared_by: Option<String>,
    /// Who approved it.
    pub approved_by: Option<String>,
}

fn card(ctx: &Ctx, record: DigestRecord) -> Result<DigestCard, Error> {
    let letters = ctx.store.read(|r| r.outbox_tally(record.id))?;
    let name = |id: Option<PersonId>| -> Result<Option<String>, Error> {
        match id {
            Some(id) => Ok(ctx.store.read(|r| r.account(id))?.map(|a| a.name)),
            None => Ok(None),
        }
    };
    Ok(DigestCard { prepared_by: name(record.prepared_by)?, approved_by: name(record.approved_by)?, letters, record })
}

/// Every issue, newest first.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn list(ctx: &Ctx, permit: &Permit<ReadDigest>) -> Result<Vec<DigestCard>, Error> {
    let _ = permit;
    let records = ctx.store.read(|r| r.digests(LIST))?;
    records.into_iter().map(|record| card(ctx, record)).collect()
}

fn is_over(now: Moment, period: Period) -> bool {
    now.plus(-i64::from(SETTLING_DAYS) * DAY).period() > period
}

/// Languages that active readers want, the default first.
fn languages(ctx: &Ctx) -> Result<Vec<Language>, Error> {
    let mut wanted = vec![ctx.settings.digest.language];
    for reader in ctx.store.read(|r| r.readers())? {
        if let Some(language) = Language::parse(&reader.language).filter(|l| reader.active && !wanted.contains(l)) {
            wanted.push(language);
        }
    }
    Ok(wanted)
}

/// The letter as it would be frozen now, in the default language. Keeps nothing.
///
/// # Errors
/// `Conflict("digest-month-open")` while the month is not over by a week, `Conflict("digest-too-few")` or
/// `Conflict("digest-refused")` when the gate lets nothing out; `Conflict("digest-noise-preview")` with noise, because a preview would
/// be another draw.
pub fn preview(ctx: &Ctx, permit: &Permit<ReadDigest>, period: Period) -> Result<Artefact, Error> {
    let _ = permit;
    if !is_over(ctx.now(), period) {
        return Err(Error::Conflict("digest-month-open"));
    }
    if book(ctx)?.is_some() {
        return Err(Error::Conflict("digest-noise-preview"));
    }
    let mut made = compose(ctx, period, &[ctx.settings.digest.language], &ledger(ctx, period)?, None)?;
    made.editions.pop().map(|(_, artefact)| artefact).ok_or(Error::Broken("no edition"))
}

/// Composes and freezes the issue for a month.
///
/// # Errors
/// `Conflict("digest-month-open")`, `Conflict("digest-exists")`, `Conflict("digest-too-few")`, `Conflict("digest-refused")`; with noise
/// `Conflict("digest-spent")` and `Conflict("digest-book")`.
pub fn prepare(ctx: &Ctx, permit: &Permit<PrepareDigest>, period: Period) -> Result<DigestId, Error> {
    if !is_over(ctx.now(), period) {
        return Err(Error::Conflict("digest-month-open"));
    }
    let earlier = ctx.store.read(|r| r.digests(i64::MAX))?.len();
    let book = book(ctx)?;
    let Composed { editions, figures, spends } = compose(ctx, period, &languages(ctx)?, &ledger(ctx, period)?, book.as_ref())?;
    let artefact = encode_issue(&editions, &figures)?;
    let record = DigestRecord {
        id: DigestId::from_bytes(random_bytes()),
        period,
        state: DigestState::Frozen,
        prepared_by: permit.person(),
        approved_by: None,
        frozen_at: ctx.now(),
        hash: sha256(&artefact),
    };
    let written = ctx.store.write(permit, &format!("digest:{period}"), |w| {
        // An issue frozen meanwhile was not part of the audit: the gate has to be passed again.
        if w.reading().digests(i64::MAX)?.len() != earlier {
            return Err(StoreError::Conflict);
        }
        if w.reading().digest_for(period)?.is_some() {
            return Err(StoreError::Conflict);
        }
        book.as_ref().map_or(Ok(()), |book| book.spend(w, &spends))?;
        w.freeze_digest(&record, &artefact)
    });
    match written {
        Err(StoreError::Conflict) if ctx.store.read(|r| r.digest_for(period))?.is_some() => Err(Error::Conflict("digest-exists")),
        other => Ok(other.map(|()| record.id)?),
    }
}

/// Frozen editions, checked against the hash that was approved.
pub(super) fn frozen(ctx: &Ctx, id: DigestId) -> Result<(DigestRecord, Vec<(Language, Artefact)>), Error> {
    let (record, bytes) = ctx.store.read(|r| r.digest(id))?;
    if !same(&sha256(&bytes), &record.hash) {
        return Err(Error::Broken("a frozen digest was changed"));
    }
    Ok((record, decode_editions(&bytes)?))
}

/// The edition in `language`, or the first one.
pub(super) fn edition(editions: Vec<(Language, Artefact)>, language: Language) -> Result<Artefact, Error> {
    let at = editions.iter().position(|(l, _)| *l == language).unwrap_or(0);
    editions.into_iter().nth(at).map(|(_, artefact)| artefact).ok_or(Error::Broken("a digest without editions"))
}

/// One frozen issue.
///
/// # Errors
/// `NotFound`.
pub fn read(ctx: &Ctx, permit: &Permit<ReadDigest>, id: DigestId) -> Result<(DigestCard, Artefact), Error> {
    let _ = permit;
    let (record, editions) = frozen(ctx, id)?;
    Ok((card(ctx, record)?, edition(editions, ctx.settings.digest.language)?))
}

/// The second person approves; one letter per active reader is queued in the same transaction.
///
/// # Errors
/// `Conflict("digest-same-person")` for whoever froze it, or when it is approved already.
pub fn approve(ctx: &Ctx, permit: &Permit<ApproveDigest>, id: DigestId) -> Result<usize, Error> {
    let by = permit.person().ok_or(Error::Denied)?;
    let now = ctx.now();
    let new_id = || LetterId::from_bytes(random_bytes());
    frozen(ctx, id)?;
    match ctx.store.write(permit, &format!("digest:{id}"), |w| w.approve_digest(id, by, now, &new_id)) {
        Err(StoreError::Conflict) => Err(Error::Conflict("digest-same-person")),
        other => Ok(other?),
    }
}

/// Puts dead letters back in the queue.
///
/// # Errors
/// `NotFound`.
pub fn retry(ctx: &Ctx, permit: &Permit<ApproveDigest>, id: DigestId) -> Result<usize, Error> {
    let now = ctx.now();
    Ok(ctx.store.write(permit, &format!("digest:{id}:retry"), |w| w.revive_letters(id, now))?)
}
