//! Which receipts were used since a timer last wrote it down.
//!
//! In memory only, so that a look at a report costs the database the same as a look at nothing. Refuses to grow without bound.

use std::collections::BTreeSet;
use std::sync::Mutex;

use crate::domain::receipt::ReceiptDigest;

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

    /// What was remembered; forgotten here from now on.
    pub(in crate::flows) fn take(&self) -> Vec<ReceiptDigest> {
        self.0.lock().map(|mut set| std::mem::take(&mut *set).into_iter().collect()).unwrap_or_default()
    }
}
