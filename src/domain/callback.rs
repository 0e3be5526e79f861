//! Callbacks and legal holds: what two people decide together about one report's identity strip.
//!
//! Refuses to hold the strip itself: only who asked, why, and how far it has come.

use super::clock::Moment;
use super::id::{CeremonyId, PersonId, ReportId};
use super::receipt::ReceiptDigest;

/// Why an identity may be opened; the reporter sees the reason under the nine words.
pub const REASONS: [&str; 4] = ["clarify", "serious-risk", "reporter-wish", "legal"];

/// Longest explanation, in characters.
pub const REASON_MAX: usize = 500;

/// Seconds in which the second custodian must decide, and in which the opened strip must be read.
pub const LIFE: i64 = 24 * 3600;

/// Days between the end of a callback and the destruction of the strip.
pub const AFTERWARDS: i32 = 3;

/// How far a callback has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CallbackStage {
    /// A screener asks custodians for a callback.
    Asked,
    /// One custodian has put their share in; another must decide.
    Requested,
    /// Two custodians have opened the strip; the first may read it once.
    Opened,
    /// It was read; the callback is going on.
    Read,
    /// The callback is over: the strip is destroyed 72 hours later.
    Closed,
    /// Declined, or nobody decided in time: nothing was opened.
    Lapsed,
}

impl CallbackStage {
    /// Every stage, in order.
    pub const ALL: [Self; 6] = [Self::Asked, Self::Requested, Self::Opened, Self::Read, Self::Closed, Self::Lapsed];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Requested => "requested",
            Self::Opened => "opened",
            Self::Read => "read",
            Self::Closed => "closed",
            Self::Lapsed => "lapsed",
        }
    }

    /// From the code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }

    /// Whether two custodians have opened the strip.
    #[must_use]
    pub const fn was_opened(self) -> bool {
        matches!(self, Self::Opened | Self::Read | Self::Closed)
    }
}

/// One callback.
#[derive(Clone, Debug)]
pub struct Callback {
    /// Random id.
    pub id: CeremonyId,
    /// The report it is about.
    pub report: ReportId,
    /// What that report's ciphertexts are bound to.
    pub receipt: ReceiptDigest,
    /// How far it has come.
    pub stage: CallbackStage,
    /// One of `REASONS`.
    pub reason: String,
    /// What is to be asked, in the asker's words.
    pub text: String,
    /// The screener who asked.
    pub asked_by: Option<PersonId>,
    /// The first custodian.
    pub requested_by: Option<PersonId>,
    /// The second custodian.
    pub approved_by: Option<PersonId>,
    /// Until when the present stage may go on.
    pub until: Moment,
    /// Day on which it was opened; 0 before.
    pub opened_day: i32,
    /// Whether the reporter has been told that it was opened.
    pub told: bool,
    /// Day on which it was closed; 0 before.
    pub closed_day: i32,
    /// What came of it, for the screener who asked.
    pub outcome: String,
}

/// A legal hold: keeps one report's keys beyond their clock.
#[derive(Clone, Debug)]
pub struct Hold {
    /// Random id.
    pub id: CeremonyId,
    /// The report it is about.
    pub report: ReportId,
    /// What that report's ciphertexts are bound to.
    pub receipt: ReceiptDigest,
    /// Why, for the auditor.
    pub text: String,
    /// The custodian who asks for it.
    pub requested_by: PersonId,
    /// The auditor who confirms it; without one it has no effect.
    pub confirmed_by: Option<PersonId>,
    /// Last day.
    pub until_day: i32,
    /// Whether the reporter is told only after it has ended.
    pub quiet: bool,
}

impl Hold {
    /// Whether it keeps keys on `day`.
    #[must_use]
    pub const fn holds_on(&self, day: i32) -> bool {
        self.confirmed_by.is_some() && day <= self.until_day
    }
}
