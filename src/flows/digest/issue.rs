//! An issue's life: frozen by one person, approved by another, its letters queued with the approval.
//!
//! Refuses a month that is not over by a week, a second issue for a month, a span of the wrong length, an issue that was changed, and approval
//! by whoever froze it.

use super::compose::{Composed, Wanted, compose};
use super::noise::book;
use super::pace::{is_over, issued, over, span_of};
use super::published::ledger;
use super::seal::{holds, seal};
use super::told::{self, Choices};
use super::wanted::{editions, wanted_by};
use crate::domain::access::{ApproveDigest, Permit, PrepareDigest, ReadDigest};
use crate::domain::digest::{Artefact, DigestRecord, DigestState, Editorial};
use crate::domain::edition::Edition;
use crate::domain::id::{DigestId, LetterId, PersonId};
use crate::domain::period::Period;
use crate::domain::span::Span;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::learning::nobody_in;
use crate::flows::payload::{decode_editions, encode_issue};
use crate::flows::trends::held_out as open_now;
use crate::store::{Error as StoreError, OutboxTally, Queue};
use crate::vault::{random_bytes, sha256};

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

/// One edition of a frozen issue.
pub struct DigestShown {
    /// The issue.
    pub card: DigestCard,
    /// Every edition it has.
    pub editions: Vec<Edition>,
    /// The one that is shown.
    pub edition: Edition,
    /// Its frozen bytes.
    pub artefact: Artefact,
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

/// What may be prepared now, newest first.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn offered(ctx: &Ctx, permit: &Permit<ReadDigest>) -> Result<Vec<Span>, Error> {
    let _ = permit;
    let issued = issued(ctx)?;
    Ok(over(ctx, &issued)?.into_iter().filter(|span| !issued.iter().any(|i| i.overlaps(*span))).collect())
}

/// Areas and months that an issue frozen now would leave out, because they sent far more than usual and nobody has settled whether they count.
///
/// # Errors
/// `Unavailable`.
pub fn held_out(ctx: &Ctx, permit: &Permit<ReadDigest>) -> Result<usize, Error> {
    let _ = permit;
    Ok(open_now(ctx)?.len())
}

/// The month or quarter whose issue speaks, or will speak, of `month`.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn span_holding(ctx: &Ctx, permit: &Permit<ReadDigest>, month: Period) -> Result<Span, Error> {
    let _ = permit;
    span_of(ctx, month, &issued(ctx)?)
}

/// What the issue of `span` tells when nobody chooses.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`.
pub fn usual_editorial(ctx: &Ctx, permit: &Permit<PrepareDigest>, span: Span) -> Result<Editorial, Error> {
    let _ = permit;
    told::usual(ctx, span)
}

/// What an editor may choose from.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn choices(ctx: &Ctx, permit: &Permit<PrepareDigest>, span: Span) -> Result<Choices, Error> {
    let _ = permit;
    told::choices(ctx, span)
}

/// Whether an issue for `span` may be made now.
fn may_be_made(ctx: &Ctx, span: Span, issued: &[Span]) -> Result<(), Error> {
    if !is_over(ctx.now(), span.last()) {
        return Err(Error::Conflict("digest-month-open"));
    }
    if issued.iter().any(|i| i.overlaps(span)) {
        return Err(Error::Conflict("digest-exists"));
    }
    if span_of(ctx, span.last(), issued)? == span { Ok(()) } else { Err(Error::Conflict("digest-pace")) }
}

/// The letter as it would be frozen now, in one edition; without one, that of the settings. Keeps nothing. Of a span that has its issue, the letter
/// as it would be written again.
///
/// # Errors
/// `Conflict("digest-month-open")` while the span is not over by a week, `Conflict("digest-pace")` when it has not the length that letters have,
/// `Conflict("digest-refused")` when the gate lets nothing out, `Conflict("digest-noise-preview")` with noise, because a preview would be another
/// draw, `Invalid` for an editor's choice that breaks a bound.
pub fn preview(
    ctx: &Ctx,
    permit: &Permit<ReadDigest>,
    span: Span,
    editorial: &Editorial,
    edition: Option<Edition>,
) -> Result<(Edition, Artefact), Error> {
    let _ = permit;
    editorial.check().map_err(Error::Invalid)?;
    let issued = issued(ctx)?;
    if !issued.contains(&span) {
        may_be_made(ctx, span, &issued)?;
    }
    let (digest, wanted) = (&ctx.settings.digest, editions(ctx)?);
    let asked = edition.unwrap_or(Edition { level: digest.audience, language: digest.language });
    let only = asked.nearest(&wanted).ok_or(Error::NotFound)?;
    if book(ctx)?.is_some() {
        return Err(Error::Conflict("digest-noise-preview"));
    }
    let what = Wanted { span, editions: &wanted, only: Some(only), editorial, book: None };
    compose(ctx, &what, ledger(ctx, span)?)?.editions.pop().ok_or(Error::Broken("no edition"))
}

/// What was typed goes to many: it is looked through as the texts of actions and lessons are.
fn names_nobody(ctx: &Ctx, editorial: &Editorial) -> Result<(), Error> {
    let asks = editorial.asks.iter().flat_map(|ask| [("asks", ask.what.as_str()), ("asks", ask.owner.as_str())]);
    let fields: Vec<(&'static str, &str)> = asks.chain(editorial.question.as_deref().map(|text| ("question", text))).collect();
    let mut found = nobody_in(ctx, &fields, editorial.sure);
    found.dedup_by(|a, b| a.field == b.field);
    if found.is_empty() { Ok(()) } else { Err(Error::Invalid(found)) }
}

/// Composes, signs and freezes the issue for a month or a quarter.
///
/// # Errors
/// As `preview`, and `Invalid` with `problem-names-somebody` while nobody said to have looked; `Conflict("digest-exists")`; with noise
/// `Conflict("digest-spent")` and `Conflict("digest-book")`.
pub fn prepare(ctx: &Ctx, permit: &Permit<PrepareDigest>, span: Span, editorial: &Editorial) -> Result<DigestId, Error> {
    editorial.check().map_err(Error::Invalid)?;
    names_nobody(ctx, editorial)?;
    let issued = issued(ctx)?;
    may_be_made(ctx, span, &issued)?;
    let earlier = issued.len();
    let book = book(ctx)?;
    let what = Wanted { span, editions: &editions(ctx)?, only: None, editorial, book: book.as_ref() };
    let Composed { editions, figures, spends } = compose(ctx, &what, ledger(ctx, span)?)?;
    let artefact = encode_issue(&editions, &figures)?;
    let id = DigestId::from_bytes(random_bytes());
    let record = DigestRecord {
        id,
        span,
        state: DigestState::Frozen,
        prepared_by: permit.person(),
        approved_by: None,
        frozen_at: ctx.now(),
        hash: sha256(&artefact),
        seal: Some(seal(ctx, id, span, &artefact)?),
    };
    let written = ctx.store.write(permit, &format!("digest:{span}"), |w| {
        // An issue frozen meanwhile was not part of the audit: the gate has to be passed again.
        if w.reading().digests(i64::MAX)?.len() != earlier {
            return Err(StoreError::Conflict);
        }
        book.as_ref().map_or(Ok(()), |book| book.spend(w, &spends))?;
        w.freeze_digest(&record, &artefact)
    });
    match written {
        Err(StoreError::Conflict) => Err(Error::Conflict("digest-exists")),
        other => Ok(other.map(|()| id)?),
    }
}

/// Frozen editions, checked against their signature.
///
/// # Errors
/// `NotFound`; `Conflict("digest-changed")`.
pub(super) fn frozen(ctx: &Ctx, id: DigestId) -> Result<(DigestRecord, Vec<(Edition, Artefact)>), Error> {
    let (record, bytes) = ctx.store.read(|r| r.digest(id))?;
    if !holds(ctx, &record, &bytes)? {
        return Err(Error::Conflict("digest-changed"));
    }
    Ok((record, decode_editions(&bytes)?))
}

/// Issues that are not what was frozen, among all of them or those that wait and the newest one.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub(super) fn changed_among(ctx: &Ctx, all: bool) -> Result<Vec<Span>, Error> {
    let records = ctx.store.read(|r| r.digests(i64::MAX))?;
    let mut changed = Vec::new();
    for (at, record) in records.iter().enumerate().filter(|(at, r)| all || *at == 0 || r.state == DigestState::Frozen) {
        let (found, bytes) = ctx.store.read(|r| r.digest(record.id))?;
        // An old one without a signature is no alarm by itself: it is only never sent again.
        let old = found.seal.is_none() && at > 0 && found.state == DigestState::Approved;
        if !old && !holds(ctx, &found, &bytes)? {
            changed.push(found.span);
        }
    }
    Ok(changed)
}

/// Issues that are not what was frozen.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn changed(ctx: &Ctx, permit: &Permit<ReadDigest>) -> Result<Vec<Span>, Error> {
    let _ = permit;
    changed_among(ctx, true)
}

/// One frozen issue in one edition; without one, or when it has none such, in that of the settings or the first.
///
/// # Errors
/// `NotFound`; `Conflict("digest-changed")`.
pub fn read(ctx: &Ctx, permit: &Permit<ReadDigest>, id: DigestId, edition: Option<Edition>) -> Result<DigestShown, Error> {
    let _ = permit;
    let (record, frozen) = frozen(ctx, id)?;
    let (digest, all) = (&ctx.settings.digest, frozen.iter().map(|(e, _)| *e).collect::<Vec<_>>());
    let asked = edition.unwrap_or(Edition { level: digest.audience, language: digest.language });
    let at = asked.nearest(&all).and_then(|near| all.iter().position(|e| *e == near)).unwrap_or(0);
    let (edition, artefact) = frozen.into_iter().nth(at).ok_or(Error::Broken("a digest without editions"))?;
    Ok(DigestShown { card: card(ctx, record)?, editions: all, edition, artefact })
}

/// The second person approves; one letter per active reader is queued in the same transaction, each naming its edition.
///
/// # Errors
/// `Conflict("digest-same-person")` for whoever froze it, or when it is approved already; `Conflict("digest-changed")`.
pub fn approve(ctx: &Ctx, permit: &Permit<ApproveDigest>, id: DigestId) -> Result<usize, Error> {
    let by = permit.person().ok_or(Error::Denied)?;
    let now = ctx.now();
    let there: Vec<Edition> = frozen(ctx, id)?.1.iter().map(|(edition, _)| *edition).collect();
    let queue = Queue { new_id: &|| LetterId::from_bytes(random_bytes()), edition: &|reader| wanted_by(ctx, reader).nearest(&there) };
    match ctx.store.write(permit, &format!("digest:{id}"), |w| w.approve_digest(id, by, now, &queue)) {
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
