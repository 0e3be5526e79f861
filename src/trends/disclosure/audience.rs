//! Who will read a figure, and how many people a group must have before it may be described to them.
//!
//! A k-map against the workforce (Sweeney 2002; `docs/disclosure.md`, step 4). Refuses optimism: a head-count that is unknown or
//! older than thirteen months counts as nobody.

use crate::domain::taxonomy::STALE_MONTHS;

/// Readers, from those who see least to those who see most. Whoever stands higher may hold everything below as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Everybody else: the public, other organisations.
    Outside,
    /// Everybody in the organisation.
    AllStaff,
    /// The safety team.
    SafetyTeam,
}

impl Audience {
    /// Every level, lowest first.
    pub const ALL: [Self; 3] = [Self::Outside, Self::AllStaff, Self::SafetyTeam];

    /// Fewest people a described group must have.
    #[must_use]
    pub const fn crowd_min(self) -> u32 {
        match self {
            Self::Outside => 100,
            Self::AllStaff => 20,
            Self::SafetyTeam => 10,
        }
    }

    /// Printed figures under this are hidden.
    #[must_use]
    pub const fn hide_below(self) -> u32 {
        match self {
            Self::Outside => 15,
            Self::AllStaff | Self::SafetyTeam => 10,
        }
    }

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::AllStaff => "all-staff",
            Self::SafetyTeam => "safety-team",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.code() == code)
    }
}

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
