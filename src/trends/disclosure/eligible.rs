//! Which reports count at all: step 1 of the gate.
//!
//! Refuses reports that are not approved, are excluded, belong to an open burst or were released less than a week ago.

use std::collections::BTreeMap;

use super::axis::NOT_STATED;
use super::cell::Dimension;
use crate::domain::period::Period;

/// Days a report must have been released before it is counted.
pub const SETTLING_DAYS: u32 = 7;

/// How far a report has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has screened it.
    Waiting,
    /// Screened, its wording not approved yet.
    Screened,
    /// Screened and approved.
    Approved,
    /// Taken out of the figures by a person.
    Excluded,
}

/// The facts that decide about eligibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// How far it has come.
    pub standing: Standing,
    /// Whether it belongs to a burst nobody has judged yet.
    pub in_open_burst: bool,
    /// Whole days since its release.
    pub days_since_release: u32,
}

impl Facts {
    /// Whether the report counts.
    #[must_use]
    pub fn are_eligible(self) -> bool {
        self.standing == Standing::Approved && !self.in_open_burst && self.days_since_release >= SETTLING_DAYS
    }
}

/// Reports that share month, codes and facts. Exact: nothing of this leaves the gate.
#[derive(Clone, Debug)]
pub struct Tally {
    /// Month of release.
    pub month: Period,
    /// What they were counted as; a dimension that is missing was not stated.
    pub codes: BTreeMap<Dimension, String>,
    /// Whether they count.
    pub facts: Facts,
    /// How many there are.
    pub reports: u32,
}

impl Tally {
    /// Its code in a dimension.
    #[must_use]
    pub fn code(&self, dimension: Dimension) -> &str {
        self.codes.get(&dimension).map_or(NOT_STATED, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::{Facts, Standing};

    #[test]
    fn only_settled_approved_reports_outside_bursts_count() {
        let good = Facts { standing: Standing::Approved, in_open_burst: false, days_since_release: 7 };

        assert!(good.are_eligible());
        for bad in [
            Facts { standing: Standing::Waiting, ..good },
            Facts { standing: Standing::Screened, ..good },
            Facts { standing: Standing::Excluded, ..good },
            Facts { in_open_burst: true, ..good },
            Facts { days_since_release: 6, ..good },
        ] {
            assert!(!bad.are_eligible(), "{bad:?}");
        }
    }
}
