//! Words for the coded values a desk page shows.
//!
//! Labels of areas, categories and the like come from the sector pack; everything else from the message files.

use crate::domain::edition::Edition;
use crate::domain::id::ReportId;
use crate::domain::period::Period;
use crate::domain::redaction::SpanKind;
use crate::domain::report::{Answers, Coding, DONT_KNOW, RATHER_NOT, ReportKind};
use crate::domain::risk::{Band, Risk};
use crate::domain::span::{Pace, Span};
use crate::domain::taxonomy::{Choices, Code, Taxonomy};
use crate::web::page::Frame;

/// One line of a list of facts.
pub(super) struct Fact {
    /// What is told.
    pub(super) name: String,
    /// The answer.
    pub(super) value: String,
}

/// One entry of a selection.
pub(super) struct Choice {
    /// Sent.
    pub(super) value: String,
    /// Shown.
    pub(super) label: String,
    /// Chosen now.
    pub(super) chosen: bool,
}

/// The first six digits of an id: enough to tell reports apart in talk, and random, so they say nothing.
pub(super) fn short(id: ReportId) -> String {
    id.to_string().chars().take(6).collect()
}

/// `March 2026`.
pub(super) fn month(frame: &Frame, period: Period) -> String {
    frame.t2("desk-month", ("month", &frame.words.month(period.month())), ("year", &period.year().to_string()))
}

/// `March 2026`, or `Q1 2026`.
pub(super) fn span(frame: &Frame, span: Span) -> String {
    match span.pace() {
        Pace::Month => month(frame, span.last()),
        Pace::Quarter => {
            let (quarter, year) = (span.last().quarter().to_string(), span.last().year().to_string());
            frame.t2("trends-quarter", ("q", &quarter), ("year", &year))
        }
    }
}

/// Readers and language of an edition.
pub(super) fn edition(frame: &Frame, edition: Edition) -> String {
    format!("{}, {}", coded(frame, "level", edition.level.code()), coded(frame, "language", edition.language.tag()))
}

/// The ISO week of arrival.
pub(super) fn week(frame: &Frame, week: i32) -> String {
    frame.t2("desk-week", ("week", &(week % 100).to_string()), ("year", &(week / 100).to_string()))
}

/// The words for a code of a fixed list, `desk-<list>-<code>`.
pub(super) fn coded(frame: &Frame, list: &str, code: &str) -> String {
    frame.t(&format!("desk-{list}-{code}"))
}

/// The words for a kind of identifier.
pub(super) fn span_kind(frame: &Frame, kind: SpanKind) -> String {
    coded(frame, "span", &kind.code().to_ascii_lowercase().replace('_', "-"))
}

/// Choices of a fixed list.
pub(super) fn fixed(frame: &Frame, list: &str, codes: &[&str], chosen: &str) -> Vec<Choice> {
    codes.iter().map(|code| Choice { value: (*code).to_owned(), label: coded(frame, list, code), chosen: *code == chosen }).collect()
}

/// Choices of a sector pack's list.
pub(super) fn from_pack(frame: &Frame, choices: &Choices, chosen: impl Fn(&str) -> bool) -> Vec<Choice> {
    let one = |c: &crate::domain::taxonomy::Choice| Choice {
        value: c.code.as_str().to_owned(),
        label: c.label.in_language(frame.language()).to_owned(),
        chosen: chosen(c.code.as_str()),
    };
    choices.0.iter().map(one).collect()
}

/// A risk band in words.
pub(super) fn band(frame: &Frame, risk: Option<Risk>) -> String {
    coded(frame, "band", band_code(risk))
}

/// A risk band as a code for the style sheet; `none` when not graded.
pub(super) fn band_code(risk: Option<Risk>) -> &'static str {
    risk.map_or("none", |r| Band::code(r.band()))
}

/// Collects facts, leaving out what was not answered.
struct Facts<'a> {
    frame: &'a Frame,
    taxonomy: &'a Taxonomy,
    list: Vec<Fact>,
}

impl Facts<'_> {
    fn add(&mut self, name: &str, value: String) {
        self.list.push(Fact { name: self.frame.t(&format!("desk-fact-{name}")), value });
    }

    fn kind(&mut self, kind: ReportKind) {
        self.add("kind", coded(self.frame, "kind", kind.code()));
    }

    /// An answer whose words `label` knows; the two general answers have their own.
    fn answer(&mut self, name: &str, code: Option<&Code>, label: impl Fn(&Self, &str) -> String) {
        let Some(code) = code.map(Code::as_str) else { return };
        let value = match code {
            RATHER_NOT => self.frame.t("desk-rather-not"),
            DONT_KNOW => self.frame.t("desk-dont-know"),
            other => label(self, other),
        };
        self.add(name, value);
    }

    fn fixed(&mut self, list: &str, code: Option<&Code>) {
        self.answer(list, code, |facts, code| coded(facts.frame, list, code));
    }

    fn pack(&mut self, name: &str, code: Option<&Code>, choices: impl Fn(&Taxonomy) -> &Choices) {
        self.answer(name, code, |facts, code| choices(facts.taxonomy).label(code, facts.frame.language()).to_owned());
    }

    fn area(&mut self, code: Option<&Code>) {
        self.answer("area", code, |facts, code| facts.taxonomy.area_label(code, facts.frame.language()).to_owned());
    }
}

/// The coarse facts that analysts see beside a wording.
pub(super) fn coding_facts(frame: &Frame, taxonomy: &Taxonomy, coding: &Coding) -> Vec<Fact> {
    let mut facts = Facts { frame, taxonomy, list: Vec::new() };
    facts.kind(coding.kind);
    facts.area(coding.area.as_ref());
    facts.fixed("day-part", coding.day_part.as_ref());
    facts.pack("phase", coding.phase.as_ref(), |t| &t.phases);
    facts.pack("detection", coding.detection.as_ref(), |t| &t.detections);
    facts.pack("recovery", coding.recovery.as_ref(), |t| &t.recoveries);
    facts.fixed("severity", coding.severity.as_ref());
    facts.list
}

/// Everything a reporter chose; for screeners only.
pub(super) fn answer_facts(frame: &Frame, taxonomy: &Taxonomy, kind: ReportKind, answers: &Answers) -> Vec<Fact> {
    let mut facts = Facts { frame, taxonomy, list: Vec::new() };
    facts.kind(kind);
    if let Some(period) = answers.month {
        facts.add("month", month(frame, period));
    }
    facts.fixed("day-part", answers.day_part.as_ref());
    facts.area(answers.area.as_ref());
    facts.pack("phase", answers.phase.as_ref(), |t| &t.phases);
    facts.pack("detection", answers.detection.as_ref(), |t| &t.detections);
    facts.pack("recovery", answers.recovery.as_ref(), |t| &t.recoveries);
    facts.fixed("severity", answers.severity.as_ref());
    facts.fixed("frequency", answers.frequency.as_ref());
    facts.fixed("worry", answers.worry.as_ref());
    facts.pack("role", answers.role.as_ref(), |t| &t.roles);
    facts.fixed("contact", answers.contact.as_ref());
    facts.fixed("consent", answers.consent.as_ref());
    facts.list
}
