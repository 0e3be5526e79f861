//! Which receipts were used this month: their life counts from the last use.
//!
//! Kept in memory and written down by a timer, so that a look at a report costs the database the same as a look at nothing.

use std::collections::BTreeSet;
use std::sync::Mutex;

use crate::domain::receipt::ReceiptDigest;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;

/// Receipts remembered between two rounds of the timer.
const MOST: usize = 4_096;

/// Receipts used since the timer came last.
#[derive(Default)]
pub(in crate::flows) struct Used(Mutex<BTreeSet<ReceiptDigest>>);

impl Used {
    /// Remembers one, whether there is a report or not.
    pub(in crate::flows) fn note(&self, receipt: ReceiptDigest) {
        if let Ok(mut set) = self.0.lock()
            && set.len() < MOST
        {
            set.insert(receipt);
        }
    }

    fn take(&self) -> Vec<ReceiptDigest> {
        self.0.lock().map(|mut set| std::mem::take(&mut *set).into_iter().collect()).unwrap_or_default()
    }
}

/// Writes down that receipts were used this month. What a broken round loses makes a receipt's life no longer than it was.
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
