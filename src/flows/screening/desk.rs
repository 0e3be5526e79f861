//! The screening desk: what waits, and opening one raw report. Opening is audited, and refused when it cannot be.

use crate::deident::guess_language;
use crate::domain::access::{ListScreening, Permit, ReadRaw};
use crate::domain::crowd::releasable_area;
use crate::domain::id::{PersonId, ReportId};
use crate::domain::person::{Role, Standing};
use crate::domain::receipt::ReceiptDigest;
use crate::domain::redaction::Span;
use crate::domain::report::{ScreeningItem, Submission};
use crate::domain::taxonomy::Code;
use crate::flows::ctx::Ctx;
use crate::flows::dictionary;
use crate::flows::error::Error;
use crate::flows::payload::decode_submission;
use crate::flows::people::{Session, Unlocked, unlocked};
use crate::store::RawRow;
use crate::vault::{Context, Purpose, SymKey, named_key, open_field, open_from};

/// Items on one page of the desk.
const PAGE: i64 = 200;

/// What the desk shows.
pub struct Desk {
    /// Waiting reports, sealed.
    pub items: Vec<ScreeningItem>,
    /// Reports that have not been moved to the desk yet.
    pub in_intake: i64,
    /// Whether a second screener has to confirm.
    pub second_needed: bool,
}

/// One opened raw report with what the engine suspects.
pub struct RawCase {
    /// As the desk lists it.
    pub item: ScreeningItem,
    /// What messages to its reporter are bound to.
    pub(in crate::flows) receipt: ReceiptDigest,
    /// What they are sealed to.
    pub(in crate::flows) reply_key: Vec<u8>,
    /// Everything the reporter sent.
    pub submission: Submission,
    /// Whether the chosen area may be named to analysts.
    pub area_stands: bool,
    /// Suspected identifiers in the narrative.
    pub spans: Vec<Span>,
    /// Suspected identifiers in the idea for a fix.
    pub idea_spans: Vec<Span>,
}

/// What waits.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn list(ctx: &Ctx, permit: &Permit<ListScreening>) -> Result<Desk, Error> {
    let (items, in_intake) = ctx.store.read(|r| Ok((r.screening_list(permit.person(), PAGE)?, r.intake_waiting()?)))?;
    Ok(Desk { items, in_intake, second_needed: second_needed(ctx, None)? })
}

/// A second screener confirms when two exist who may read about the area.
pub(in crate::flows) fn second_needed(ctx: &Ctx, area: Option<&Code>) -> Result<bool, Error> {
    Ok(ctx.store.read(|r| {
        let mut able = 0;
        for account in r.accounts()?.iter().filter(|a| a.roles.has(Role::Screener) && a.standing == Standing::Active) {
            let conflict = area.is_some() && r.conflicts_of(account.id)?.iter().any(|code| Some(code) == area);
            able += usize::from(!conflict);
        }
        Ok(able > 1)
    })?)
}

/// Opens one raw report.
///
/// # Errors
/// `NotFound`, `Conflict("desk-locked")`, `Conflict("desk-no-key")`, `Conflict("desk-unit-conflict")` when it is about a unit
/// the screener has a conflict with.
pub fn open(ctx: &Ctx, permit: &Permit<ReadRaw>, session: &Session, id: ReportId) -> Result<RawCase, Error> {
    let key = unlocked(ctx, session)?;
    let row = ctx.store.write(permit, &format!("report:{id}"), |w| w.reading().raw_report(id))?;
    opened(ctx, &key, session.person, row)
}

/// Opens a row that was read inside an audited write. The area is inside the sealed text, so only now can a unit conflict
/// be seen; the text goes no further then.
pub(super) fn opened(ctx: &Ctx, own: &Unlocked, reader: PersonId, row: RawRow) -> Result<RawCase, Error> {
    let (key_id, epoch) = named_key(&row.raw_key)?;
    let key = own.screening_for(ctx, &row.raw_key)?;
    let context = |purpose| Context { purpose, instance: &ctx.keyring.instance, record: &row.receipt.0, key: &key_id, epoch };
    let raw_key = open_from(&key, &context(Purpose::RawKey), &row.raw_key)?;
    let raw_key: [u8; 32] = raw_key.as_slice().try_into().map_err(|_| Error::Broken("a report key is not 32 bytes"))?;
    let body = open_field(&SymKey::from_bytes(raw_key), &context(Purpose::Raw), &row.raw)?;
    let submission = decode_submission(&body)?;
    if let Some(area) = &submission.answers.area
        && ctx.store.read(|r| r.conflicts_of(reader))?.contains(area)
    {
        return Err(Error::Conflict("desk-unit-conflict"));
    }
    let language = guess_language(submission.narrative.expose());
    let terms = dictionary::all(ctx);
    let marked = |text: &str| ctx.engine.scan_with(text, Some(language), Some(&terms));
    let area = submission.answers.area.as_ref();
    Ok(RawCase {
        area_stands: area.is_none() || releasable_area(ctx.taxonomy(), area, ctx.now().period()).is_some(),
        spans: marked(submission.narrative.expose()),
        idea_spans: marked(submission.idea.expose()),
        item: row.item,
        receipt: row.receipt,
        reply_key: row.reply_key,
        submission,
    })
}
