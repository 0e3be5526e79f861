//! Reading the audit log and checking its chain.

use super::ctx::Ctx;
use super::error::Error;
use crate::domain::access::{Permit, ReadAudit};
use crate::domain::audit::{Entry, Verdict};
use crate::store;

/// Entries on one page.
const PAGE: i64 = 100;

/// One page of entries, newest first; `before` is the position the page ends at.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn recent(ctx: &Ctx, permit: &Permit<ReadAudit>, before: Option<i64>) -> Result<Vec<Entry>, Error> {
    let lines = ctx.store.write(permit, "log", |w| store::recent(&mut w.reading(), before.unwrap_or(i64::MAX), PAGE))?;
    Ok(lines.into_iter().map(|line| line.entry).collect())
}

/// Walks the whole chain.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn verify(ctx: &Ctx) -> Result<Verdict, Error> {
    Ok(store::verify(&ctx.store)?)
}
