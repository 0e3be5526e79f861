//! What earlier issues printed, read back from the frozen issues themselves.
//!
//! An issue counts from the moment it is frozen, approved or not. Refuses a frozen issue that was changed.

use crate::domain::digest::DigestRecord;
use crate::domain::period::Period;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::payload::decode_figures;
use crate::trends::disclosure::Ledger;
use crate::vault::{same, sha256};

/// Months an issue speaks of: its own and those before it in the chart.
pub(super) const MONTHS: usize = 24;

/// Everything published about the months that an issue for `period` speaks of.
///
/// # Errors
/// `Unavailable`, or `Broken` when a frozen issue was changed.
pub(super) fn ledger(ctx: &Ctx, period: Period) -> Result<Ledger, Error> {
    let first = period.back(MONTHS).first().copied().unwrap_or(period);
    let mut records = ctx.store.read(|r| r.digests(i64::MAX))?;
    records.retain(|record| record.period >= first);
    records.sort_by_key(|record| record.frozen_at);
    let mut ledger = Ledger::default();
    for DigestRecord { id, .. } in records {
        let (record, bytes) = ctx.store.read(|r| r.digest(id))?;
        if !same(&sha256(&bytes), &record.hash) {
            return Err(Error::Broken("a frozen digest was changed"));
        }
        ledger.record(decode_figures(&bytes)?);
    }
    Ok(ledger)
}
