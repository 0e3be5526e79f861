//! What earlier issues printed, read back from the frozen issues themselves.
//!
//! An issue counts from the moment it is frozen, approved or not. Refuses a frozen issue that was changed.

use super::pace::shown;
use super::seal::is_believed;
use crate::domain::span::Span;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::payload::decode_figures;
use crate::trends::disclosure::Ledger;

/// Everything published about the time that an issue for `span` speaks of.
///
/// # Errors
/// `Unavailable`, or `Conflict("digest-changed")`.
pub(super) fn ledger(ctx: &Ctx, span: Span) -> Result<Ledger, Error> {
    let first = shown(span).first().map_or(span.first(), |s| s.first());
    let mut records = ctx.store.read(|r| r.digests(i64::MAX))?;
    records.retain(|record| record.span.last() >= first);
    records.sort_by_key(|record| record.frozen_at);
    let mut ledger = Ledger::default();
    for record in records {
        let (record, bytes) = ctx.store.read(|r| r.digest(record.id))?;
        if !is_believed(ctx, &record, &bytes)? {
            return Err(Error::Conflict("digest-changed"));
        }
        ledger.record(decode_figures(&bytes)?);
    }
    Ok(ledger)
}
