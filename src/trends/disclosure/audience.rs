//! Who will read a figure, and how many people a group must have before it may be described to them.
//!
//! A k-map against the workforce (Sweeney 2002; `docs/disclosure.md`, step 4). Refuses optimism: a head-count that is unknown or
//! older than thirteen months counts as nobody.

pub use crate::domain::edition::Level as Audience;
use crate::domain::taxonomy::STALE_MONTHS;

/// How many people a group has, as far as anybody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headcount {
    /// People; `None` when nobody has counted.
    pub people: Option<u32>,
    /// Whole months since they were counted.
    pub age_months: u32,
}

impl Headcount {
    /// A head-count of this month.
    #[must_use]
    pub const fn fresh(people: u32) -> Self {
        Self { people: Some(people), age_months: 0 }
    }

    /// The people the gate believes in: 0 when unknown or stale.
    #[must_use]
    pub fn believed(self) -> u32 {
        self.people.filter(|_| self.age_months <= STALE_MONTHS.unsigned_abs()).unwrap_or(0)
    }
}
