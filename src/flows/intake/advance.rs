//! Moves waiting reports to the screening desk in shuffled batches. A timer calls it; nothing is opened.

use std::sync::atomic::Ordering;

use crate::domain::id::ReportId;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::{MovePlan, Tidy, claim_lease};
use crate::vault::{random_bytes, shuffle};

/// Seconds one node keeps the task.
const LEASE: i64 = 30;

/// Reports that move in one transaction.
const AT_MOST: usize = 256;

/// Moves what is due and says how many moved.
///
/// # Errors
/// `Unavailable`.
pub fn advance(ctx: &Ctx) -> Result<usize, Error> {
    let plan = MovePlan {
        today: ctx.now().day(),
        together: ctx.settings.intake.together,
        patience: ctx.settings.intake.patience_days,
        at_most: AT_MOST,
        raw_days: ctx.settings.retention.raw_days,
        identity_days: ctx.settings.retention.identity_days,
        new_id: &|| ReportId::from_bytes(random_bytes()),
        shuffle: &|batch| shuffle(batch),
    };
    let mut all = 0;
    loop {
        let now = ctx.now();
        let moved = ctx.store.tend(|t| if claim_lease(t, "intake", &ctx.node, now, LEASE)? { t.move_intake(&plan) } else { Ok(0) })?;
        all += moved;
        if moved < AT_MOST {
            break;
        }
    }
    if all > 0 {
        ctx.untidy.store(true, Ordering::Relaxed);
    }
    tidy(ctx);
    Ok(all)
}

/// Pages and row versions must not tell in which order reports came to the desk. What cannot be done now is done next time.
fn tidy(ctx: &Ctx) {
    if !ctx.untidy.load(Ordering::Relaxed) {
        return;
    }
    match ctx.store.tidy(Tidy::WhenSmall) {
        Ok(()) => ctx.untidy.store(false, Ordering::Relaxed),
        Err(error) => tracing::warn!(%error, "the database cannot be put in order now; it is tried again"),
    }
}
