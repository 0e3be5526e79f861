//! A digest issue: what the letter of a month or a quarter says, before anybody has turned it into words or pictures.
//!
//! Holds printed figures only. A true count never gets into these types, so nothing built from them can leak one.

use super::action::LINE_MAX;
use super::clock::Moment;
use super::edition::Level;
use super::id::{ActionId, DigestId, LessonId, PersonId};
use super::lesson::Story;
use super::period::Period;
use super::problem::FieldProblem;
use super::span::Span;

/// Printed figures are multiples of this.
pub const BASE: u32 = 5;

/// A figure as it may be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Printed {
    /// Rounded to base 5 with a keyed offset; stands for this value plus or minus 4.
    About(u32),
    /// Under the threshold, zero included: "fewer than 10".
    Few,
    /// The group it describes is too small to be described at all.
    Withheld,
}

/// What may be said about this span against the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Movement {
    /// Printed values differ by at least 10 and 25 %: more.
    More,
    /// The same, downwards.
    Fewer,
    /// Anything less than that.
    NoClearChange,
    /// One of the two is not printed.
    CannotSay,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Area or category label.
    pub name: String,
    /// Whether it counts what has no area or category yet: it moves with how far sorting has come, so its change is no news.
    pub unsorted: bool,
    /// This span.
    pub now: Printed,
    /// The span before.
    pub before: Printed,
    /// What may be said.
    pub movement: Movement,
}

/// One month or quarter of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Month; the last one of a quarter.
    pub period: Period,
    /// Printed total.
    pub value: Printed,
}

/// Where a chart's usual range lies, in printed units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UsualRange {
    /// Lower control limit.
    pub low: f64,
    /// Centre line.
    pub centre: f64,
    /// Upper control limit.
    pub high: f64,
    /// Variance of the figures by that of chance alone, 1 or more; the limits take it in.
    pub dispersion: f64,
}

/// Whether a corrective action did what it was meant to do, as far as printed figures tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Held {
    /// Fewer than expected.
    Fewer,
    /// No clear change yet.
    NoClearChange,
    /// More than expected.
    More,
    /// Too few events to tell before this month; `None` when nobody can say when.
    TooFew(Option<Period>),
    /// All reporting fell, so the effect is not known.
    ReportingFell,
}

/// You said, we did: one corrective action as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// What was changed.
    pub what: String,
    /// The post that sees to it.
    pub owner: String,
    /// Month in which it was done; `None` while it is being done.
    pub done: Option<Period>,
    /// Month by which it is due.
    pub due: Period,
    /// Whether it held; `None` when nothing was declared, or the figures behind it are not printed.
    pub held: Option<Held>,
}

/// Something readers are asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What.
    pub what: String,
    /// The post that is asked.
    pub owner: String,
    /// Until when.
    pub by: Period,
}

/// How well reporting itself works. Every figure is of the whole organisation and of twelve months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Weeks within which a person had read and released half of all reports.
    pub reply_weeks: Option<u32>,
    /// Reports of those older than three months whose reporter was told what came of it, in per cent, rounded to five.
    pub told_percent: Option<u32>,
    /// Strong actions (removal, replacement, engineering) among those done, and all those done.
    pub strong_actions: Option<(u32, u32)>,
}

/// What was learned and done, beside the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// You said, we did.
    pub deeds: Vec<Deed>,
    /// One learning story.
    pub story: Option<Story>,
    /// What to do next.
    pub asks: Vec<Ask>,
    /// Reporting health.
    pub health: Health,
    /// The question to talk about; the month's own one when nobody wrote another.
    pub question: Option<String>,
}

/// What an editor chose to tell beside the figures, before it is put into words. Nothing by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editorial {
    /// Corrective actions under "you said, we did", in their order.
    pub deeds: Vec<ActionId>,
    /// The learning story.
    pub lesson: Option<LessonId>,
    /// What readers are asked to do.
    pub asks: Vec<Ask>,
    /// The question to talk about; the month's own one when nobody wrote another.
    pub question: Option<String>,
    /// Whoever wrote it has looked: nobody can be recognised in it.
    pub sure: bool,
}

/// Most deeds of one issue.
pub const DEEDS_MAX: usize = 4;
/// Most things readers are asked at once.
pub const ASKS_MAX: usize = 3;

impl Editorial {
    /// Checks the bounds: at most four deeds and three asks, each ask with words and one post, every line short.
    ///
    /// # Errors
    /// `problem-too-many` on `deeds` or `asks`; `problem-ask-incomplete` on `asks`; `problem-line-too-long` on `asks` or `question`.
    pub fn check(&self) -> Result<(), Vec<FieldProblem>> {
        let long = |text: &str| text.chars().count() > LINE_MAX;
        let lines = || self.asks.iter().flat_map(|ask| [&ask.what, &ask.owner]);
        let wrong = [
            (self.deeds.len() > DEEDS_MAX, "deeds", "problem-too-many"),
            (self.asks.len() > ASKS_MAX, "asks", "problem-too-many"),
            (lines().any(|text| text.trim().is_empty()), "asks", "problem-ask-incomplete"),
            (lines().any(|text| long(text)), "asks", "problem-line-too-long"),
            (self.question.as_deref().is_some_and(long), "question", "problem-line-too-long"),
        ];
        let problems: Vec<FieldProblem> =
            wrong.into_iter().filter(|(is_wrong, _, _)| *is_wrong).map(|(_, field, key)| FieldProblem::new(field, key)).collect();
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }
}

/// The figures of one issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Total.
    pub total: Row,
    /// Counts by area; empty when the total is too small to be split, or too few would have a figure.
    pub areas: Vec<Row>,
    /// Counts by hazard category; empty when too few would have a figure.
    pub categories: Vec<Row>,
    /// Printed totals, oldest first, this one last.
    pub series: Vec<Point>,
    /// Usual range of the series; `None` with fewer than twelve printed figures before the last.
    pub usual: Option<UsualRange>,
    /// Whether the last printed total lies outside the usual range.
    pub outside: Option<bool>,
    /// Letters in which chance alone takes the total out of its usual range about once.
    pub false_alarm: Option<u32>,
    /// Which of this span and the one before lack reports of a burst that nobody has judged yet.
    pub lacking: Vec<Span>,
    /// Version of the rules by which all of this was counted.
    pub rules: &'static str,
}

/// The whole content of one edition of an issue, in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// What it speaks of.
    pub span: Span,
    /// Who reads it.
    pub level: Level,
    /// The organisation's name.
    pub organisation: String,
    /// Figures; `None` where fewer people work than may be described to these readers.
    pub figures: Option<Figures>,
    /// What was learned and done.
    pub told: Told,
    /// Epsilon for one report in thousandths, when the figures carry noise.
    pub noise_thousandths: Option<u32>,
}

/// Where an issue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigestState {
    /// Frozen, waits for the second person.
    Frozen,
    /// Approved, letters queued.
    Approved,
}

impl DigestState {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Frozen => "frozen",
            Self::Approved => "approved",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Frozen, Self::Approved].into_iter().find(|s| s.code() == code)
    }
}

/// A frozen letter, the same bytes for every reader of its edition but for the address and the unsubscribe header.
#[derive(Clone, PartialEq, Eq)]
pub struct Artefact {
    /// Subject line.
    pub subject: String,
    /// Complete plain text.
    pub text: String,
    /// HTML that shows the chart by `cid:chart`, if there is one.
    pub html: String,
    /// Chart picture; empty for a letter without figures.
    pub chart_png: Vec<u8>,
    /// Text alternative of the chart.
    pub chart_alt: String,
    /// The page for a talk of five minutes, as HTML to be printed; shows the chart as the letter does. Never sent.
    pub talk: String,
}

impl std::fmt::Debug for Artefact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Artefact({} bytes of html)", self.html.len())
    }
}

/// An issue with its state, as the desk lists it.
#[derive(Clone, Debug)]
pub struct DigestRecord {
    /// Random id.
    pub id: DigestId,
    /// What it speaks of.
    pub span: Span,
    /// Where it stands.
    pub state: DigestState,
    /// Who froze it; `None` for the console.
    pub prepared_by: Option<PersonId>,
    /// Who approved it.
    pub approved_by: Option<PersonId>,
    /// When it was frozen.
    pub frozen_at: Moment,
    /// SHA-256 of the artefact, so that every resend can be proved identical.
    pub hash: [u8; 32],
    /// Keyed code over id, span and artefact: whoever can write the database but has no key cannot make one. `None` for an issue from before
    /// issues were signed, which is never sent again.
    pub seal: Option<[u8; 32]>,
}
