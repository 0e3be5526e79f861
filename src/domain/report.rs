//! A submission as the reporter makes it, and a report as it moves through screening and triage.
//!
//! Refuses arrival times finer than the ISO week, and refuses to hold a raw narrative and a released text in one value.

use super::id::ReportId;
use super::identity::IdentityStrip;
use super::period::Period;
use super::receipt::ReceiptDigest;
use super::risk::Risk;
use super::sealed::Envelope;
use super::taxonomy::Code;
use super::text::{Narrative, Note};

/// What kind of thing was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportKind {
    /// It nearly went wrong.
    NearMiss,
    /// It could go wrong any day.
    UnsafeCondition,
    /// Something that went well and is worth repeating.
    WentWell,
}

impl ReportKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::NearMiss, Self::UnsafeCondition, Self::WentWell];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NearMiss => "near-miss",
            Self::UnsafeCondition => "unsafe-condition",
            Self::WentWell => "went-well",
        }
    }

    /// From the code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.code() == code)
    }
}

/// Quarter of the day, the finest time of day that is kept.
pub const DAY_PARTS: [&str; 4] = ["night", "morning", "afternoon", "evening"];
/// What could have happened, in five steps.
pub const SEVERITIES: [&str; 5] = ["none", "minor", "moderate", "severe", "fatal"];
/// How often the reporter has seen it.
pub const FREQUENCIES: [&str; 4] = ["first", "sometimes", "often", "daily"];
/// How worried the reporter is.
pub const WORRIES: [&str; 4] = ["little", "somewhat", "very", "urgent"];
/// Whether and how the reporter may be asked something.
pub const CONTACTS: [&str; 3] = ["none", "receipt", IDENTITY];
/// The contact mode that comes with an identity strip.
pub const IDENTITY: &str = "identity";
/// Whether the story may be told to colleagues after de-identification.
pub const CONSENTS: [&str; 3] = ["yes", "ask", "no"];
/// The answer that a reporter may give to every optional question.
pub const RATHER_NOT: &str = "rather-not";
/// The other answer that a reporter may give to every optional question.
pub const DONT_KNOW: &str = "dont-know";

/// Everything optional, as codes. `None` is "not answered".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Month it happened.
    pub month: Option<Period>,
    /// One of `DAY_PARTS`, or a general answer.
    pub day_part: Option<Code>,
    /// Area it happened in.
    pub area: Option<Code>,
    /// Task or phase.
    pub phase: Option<Code>,
    /// Who or what noticed it.
    pub detection: Option<Code>,
    /// What stopped it.
    pub recovery: Option<Code>,
    /// One of `SEVERITIES`.
    pub severity: Option<Code>,
    /// One of `FREQUENCIES`.
    pub frequency: Option<Code>,
    /// One of `WORRIES`.
    pub worry: Option<Code>,
    /// Role class of the reporter.
    pub role: Option<Code>,
    /// One of `CONTACTS`.
    pub contact: Option<Code>,
    /// One of `CONSENTS`.
    pub consent: Option<Code>,
}

/// A report as it comes through the door, parsed once. Debug shows no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// What kind.
    pub kind: ReportKind,
    /// What happened.
    pub narrative: Narrative,
    /// An idea for a fix.
    pub idea: Note,
    /// Optional coded answers.
    pub answers: Answers,
    /// "Someone could be hurt soon": shown at once, which costs some anonymity of timing.
    pub urgent: bool,
    /// Who the reporter is and how to reach them, where they chose to say so. Sealed apart from everything else.
    pub identity: Option<IdentityStrip>,
}

/// A sealed submission on its way into the intake table.
#[derive(Clone, Debug)]
pub struct SealedIntake {
    /// Primary key: makes a retry idempotent.
    pub receipt: ReceiptDigest,
    /// Keyed digest of the body, to tell a retry from something new.
    pub body_mac: [u8; 32],
    /// Epoch of the screening pair that the report's key is sealed to.
    pub epoch: i32,
    /// The report's own key, sealed to the screening pair.
    pub raw_key: Envelope,
    /// The padded payload under that key.
    pub raw: Envelope,
    /// The identity strip under a key of its own; there for every report, mostly empty inside.
    pub identity: Envelope,
    /// Number of the set of custodians that the strip's key is shared among; 0 where there are not two.
    pub custody: i32,
    /// Each custodian's sealed bundle of shares, one after the other.
    pub shares: Vec<u8>,
    /// Public half of the receipt's reply pair, for answers that only the words open.
    pub reply_key: Vec<u8>,
    /// Show at once.
    pub urgent: bool,
    /// UTC day number of arrival; dropped when the row moves on.
    pub day: i32,
}

/// What became of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepted {
    /// It is stored now.
    Stored,
    /// The very same body was stored before: a retry.
    Already,
    /// These words hold a different report: nothing was stored.
    Different,
}

/// Where a report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// On the screening desk.
    Screening,
    /// A wording is proposed and waits for the second screener.
    Proposed,
    /// Released to analysts, nobody has coded it yet.
    Released,
    /// An analyst works on it.
    Triage,
    /// Handed to learning: review, action or lesson.
    Learning,
    /// Done.
    Closed,
}

impl Status {
    /// Every status, in order.
    pub const ALL: [Self; 6] = [Self::Screening, Self::Proposed, Self::Released, Self::Triage, Self::Learning, Self::Closed];
    /// What an analyst may move a report to.
    pub const TRIAGE: [Self; 4] = [Self::Released, Self::Triage, Self::Learning, Self::Closed];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Screening => "screening",
            Self::Proposed => "proposed",
            Self::Released => "released",
            Self::Triage => "triage",
            Self::Learning => "learning",
            Self::Closed => "closed",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }

    /// Whether analysts may see it.
    #[must_use]
    pub fn is_released(self) -> bool {
        Self::TRIAGE.contains(&self)
    }
}

/// Why a report was closed.
pub const CLOSINGS: [&str; 5] = ["learned", "merged", "no-action", "not-near-miss", "referred"];

/// The coarse, released facts of a report: class C1, kept as codes so that lists and counts can use them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coding {
    /// What kind.
    pub kind: ReportKind,
    /// Area, where the workforce gate let it stand.
    pub area: Option<Code>,
    /// Quarter of the day.
    pub day_part: Option<Code>,
    /// Task or phase.
    pub phase: Option<Code>,
    /// How it was noticed.
    pub detection: Option<Code>,
    /// What stopped it.
    pub recovery: Option<Code>,
    /// What the reporter thinks could have happened.
    pub severity: Option<Code>,
    /// Hazard category, set at triage.
    pub category: Option<Code>,
    /// Contributing factors, set at triage.
    pub factors: Vec<Code>,
    /// Event risk classification, set at triage.
    pub risk: Option<Risk>,
    /// Closing reason.
    pub closing: Option<Code>,
    /// Left out of every count (a test, a duplicate, not a near miss).
    pub excluded: bool,
}

/// A released report without its text, as lists show it.
#[derive(Clone, Debug)]
pub struct CaseSummary {
    /// Random id.
    pub id: ReportId,
    /// Where it stands.
    pub status: Status,
    /// Month of release: the period it counts in.
    pub released: Period,
    /// Coarse facts.
    pub coding: Coding,
    /// Synopsis, sealed with the data key; empty until written.
    pub synopsis: Option<Envelope>,
    /// Somebody could be hurt soon.
    pub urgent: bool,
}

/// A report on the screening desk: sealed.
#[derive(Clone, Debug)]
pub struct ScreeningItem {
    /// Random id.
    pub id: ReportId,
    /// `Screening` or `Proposed`.
    pub status: Status,
    /// ISO week of arrival, `year * 100 + week`.
    pub week: i32,
    /// Somebody could be hurt soon.
    pub urgent: bool,
    /// Its reporter wants more hidden than the wording that was released.
    pub blur: bool,
}
