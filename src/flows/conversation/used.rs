//! Writes down in which month receipts were last used: their life counts from there. A timer calls it.

use crate::flows::ctx::Ctx;
use crate::flows::error::Error;

/// Writes down that receipts were used this month. One that a stopped process forgot lives no longer than it would have.
///
/// # Errors
/// `Unavailable`.
pub fn note_used(ctx: &Ctx) -> Result<(), Error> {
    let receipts = ctx.used.take();
    if receipts.is_empty() {
        return Ok(());
    }
    let month = ctx.now().period();
    Ok(ctx.store.tend(|t| t.receipts_used(&receipts, month))?)
}
