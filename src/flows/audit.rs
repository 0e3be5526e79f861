//! Reading the audit log and checking its chain.

use super::ctx::Ctx;
use super::error::Error;
use crate::domain::access::{Permit, ReadAudit};
use crate::domain::audit::{Anchor, Entry, Verdict};
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

/// Walks the whole chain and holds it against what was noted outside the database. Anchors of entries that have been destroyed by
/// age say nothing any more.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn verify_against(ctx: &Ctx, anchors: &[Anchor]) -> Result<Verdict, Error> {
    let verdict = store::verify(&ctx.store)?;
    if !matches!(verdict, Verdict::Whole(_)) {
        return Ok(verdict);
    }
    let oldest = ctx.store.read(store::oldest)?.unwrap_or(0);
    for anchor in anchors.iter().filter(|a| a.seq >= oldest && a.seq > 0) {
        if ctx.store.read(|r| store::link_at(r, anchor.seq))? != Some(anchor.mac) {
            return Ok(Verdict::NotAsAnchored { day: anchor.day, seq: anchor.seq });
        }
    }
    Ok(verdict)
}

/// The end of the chain now, to be kept outside the database.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn anchor(ctx: &Ctx) -> Result<Anchor, Error> {
    let (seq, mac) = ctx.store.read(store::head)?;
    Ok(Anchor { day: ctx.now().day(), seq, mac })
}
