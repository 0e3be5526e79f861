//! Moves waiting reports to the screening desk in shuffled batches. A timer calls it; nothing is opened.

use crate::domain::id::ReportId;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::{MovePlan, claim_lease};
use crate::vault::{random_bytes, shuffle};

/// Seconds one node keeps the task.
const LEASE: i64 = 30;

/// Days by which raw text and identity are destroyed in any case (`security.md` 6.5), from the Monday of the week of arrival.
pub(in crate::flows) const RAW_DAYS: i32 = 90;
/// The same for the identity strip.
pub(in crate::flows) const IDENTITY_DAYS: i32 = 30;

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
        raw_days: RAW_DAYS,
        identity_days: IDENTITY_DAYS,
        new_id: &|| ReportId::from_bytes(random_bytes()),
        shuffle: &|batch| shuffle(batch),
    };
    let mut all = 0;
    loop {
        let now = ctx.now();
        let moved = ctx.store.tend(|t| if claim_lease(t, "intake", &ctx.node, now, LEASE)? { t.move_intake(&plan) } else { Ok(0) })?;
        all += moved;
        if moved < AT_MOST {
            return Ok(all);
        }
    }
}
