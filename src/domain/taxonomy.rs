//! Coded answers: what the form asks and what analysts code, as read from a sector pack in `config/packs/`.
//!
//! Refuses codes that are not short kebab-case ASCII: a code is stored, printed in exports and never translated.

use std::fmt;

use super::contact::Language;
use super::period::Period;
use super::problem::FieldProblem;

/// Months after which a head-count is no longer believed (`docs/disclosure.md`, step 4).
pub const STALE_MONTHS: i32 = 13;

/// Longest code.
pub const CODE_MAX: usize = 40;

/// A stable code such as `medication` or `near-miss`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(String);

impl Code {
    /// Checks the spelling: `a-z`, `0-9` and single hyphens inside, 1 to 40 characters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let good = !text.is_empty()
            && text.len() <= CODE_MAX
            && text.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        good.then(|| Self(text.to_owned()))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A label in every shipped language; a missing one falls back to English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// English, always there.
    pub en: String,
    /// Spanish.
    pub es: Option<String>,
    /// French.
    pub fr: Option<String>,
    /// German.
    pub de: Option<String>,
}

impl Label {
    /// The words for `language`.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        let local = match language {
            Language::English => None,
            Language::Spanish => self.es.as_deref(),
            Language::French => self.fr.as_deref(),
            Language::German => self.de.as_deref(),
        };
        local.unwrap_or(&self.en)
    }
}

/// One possible answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Stored.
    pub code: Code,
    /// Shown.
    pub label: Label,
}

/// A closed list of answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices(pub Vec<Choice>);

impl Choices {
    /// Finds the code of a typed answer. Blank means "not answered".
    ///
    /// # Errors
    /// `problem-unknown-choice` on `field` when the answer is not on the list.
    pub fn pick(&self, field: &'static str, answer: &str) -> Result<Option<Code>, FieldProblem> {
        if answer.is_empty() {
            return Ok(None);
        }
        let found = self.0.iter().find(|c| c.code.as_str() == answer).map(|c| c.code.clone());
        found.map(Some).ok_or(FieldProblem::new(field, "problem-unknown-choice"))
    }

    /// The label of a stored code; the code itself when the pack no longer has it.
    #[must_use]
    pub fn label<'a>(&'a self, code: &'a str, language: Language) -> &'a str {
        self.0.iter().find(|c| c.code.as_str() == code).map_or(code, |c| c.label.in_language(language))
    }

    /// Whether `code` is on the list.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        self.0.iter().any(|c| c.code.as_str() == code)
    }
}

/// A part of the organisation that people work in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Stored.
    pub code: Code,
    /// Shown.
    pub label: Label,
    /// People who worked there when they were counted; 0 when unknown.
    pub headcount: u32,
    /// The same by role class, for the anonymity meter; classes not listed count as unknown.
    pub by_role: Vec<(Code, u32)>,
    /// Month of the count; `None` when nobody wrote it down.
    pub counted: Option<Period>,
}

impl Area {
    /// Whether its head-counts are believed in `now`: counted at most thirteen months before. One dated later is taken for new.
    #[must_use]
    pub fn is_believed(&self, now: Period) -> bool {
        self.counted.is_some_and(|counted| now.months_since(counted) <= STALE_MONTHS)
    }

    /// People who work there; 0 when unknown, undated or out of date.
    #[must_use]
    pub fn people(&self, now: Period) -> u32 {
        if self.is_believed(now) { self.headcount } else { 0 }
    }

    /// People of a role class; 0 when unknown, undated or out of date.
    #[must_use]
    pub fn people_of(&self, role: &Code, now: Period) -> u32 {
        let counted = self.by_role.iter().find(|(code, _)| code == role).map_or(0, |(_, people)| *people);
        if self.is_believed(now) { counted } else { 0 }
    }
}

/// Everything the form and the desk offer, for one sector and one organisation.
#[derive(Clone, Debug, Default)]
pub struct Taxonomy {
    /// The organisation's areas.
    pub areas: Vec<Area>,
    /// Role classes ("nurse", "doctor").
    pub roles: Choices,
    /// Phases of work or tasks.
    pub phases: Choices,
    /// How it was noticed.
    pub detections: Choices,
    /// What stopped it.
    pub recoveries: Choices,
    /// What analysts file a report under: hazard categories.
    pub categories: Choices,
    /// Contributing and human factors.
    pub factors: Choices,
}

impl Taxonomy {
    /// The area with this code.
    #[must_use]
    pub fn area(&self, code: &str) -> Option<&Area> {
        self.areas.iter().find(|a| a.code.as_str() == code)
    }

    /// The label of a stored area code; the code itself when the area is gone.
    #[must_use]
    pub fn area_label<'a>(&'a self, code: &'a str, language: Language) -> &'a str {
        self.area(code).map_or(code, |a| a.label.in_language(language))
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, Code, Label};
    use crate::domain::period::Period;

    #[test]
    fn dc_05_heads_counted_too_long_ago_or_nobody_knows_when_are_nobody() {
        let month = |text| Period::parse(text).expect("a month");
        let nurse = Code::parse("nurse").expect("a code");
        let told = |counted| {
            let by_role = vec![(nurse.clone(), 50)];
            let area = Area { code: nurse.clone(), label: Label::default(), headcount: 80, by_role, counted };
            (area.people(month("2026-11")), area.people_of(&nurse, month("2026-11")))
        };

        assert_eq!(told(Some(month("2026-11"))), (80, 50));
        assert_eq!(told(Some(month("2025-10"))), (80, 50), "thirteen months");
        assert_eq!(told(Some(month("2025-09"))), (0, 0), "fourteen months");
        assert_eq!(told(Some(month("2027-01"))), (80, 50), "a date ahead is taken for new");
        assert_eq!(told(None), (0, 0));
    }

    #[test]
    fn codes_are_kebab_case() {
        assert!(Code::parse("near-miss").is_some());
        for bad in ["", "Near", "a--b", "-a", "a_b", "é", "a".repeat(41).as_str()] {
            assert!(Code::parse(bad).is_none(), "{bad}");
        }
    }
}
