//! What a reporter filled in: as strings, so that every character comes back, and its one conversion to a `Submission`.
//!
//! The form, the preview and the machine interface all come through here. Refuses answers that are not on the list,
//! field by field, and keeps the rest.

use crate::domain::identity::IdentityStrip;
use crate::domain::period::Period;
use crate::domain::problem::FieldProblem;
use crate::domain::report::{
    Answers, CONSENTS, CONTACTS, DAY_PARTS, DONT_KNOW, FREQUENCIES, IDENTITY, RATHER_NOT, ReportKind, SEVERITIES, Submission, WORRIES,
};
use crate::domain::taxonomy::{Choices, Code, Taxonomy};
use crate::domain::text::{NOTE_MAX, Narrative, Note};
use crate::web::form::Fields;

/// Months that may be chosen, this one included: a year and one, so that "last May" is there in May.
pub(super) const MONTHS: usize = 13;

/// Fields of the identity strip, in order.
pub(super) const STRIP_FIELDS: [&str; 3] = ["strip_1", "strip_2", "strip_3"];

/// Every field of the report form as it was typed. No `Debug`: there is a narrative inside.
#[derive(Clone, Default)]
pub(in crate::web) struct ReportForm {
    pub(in crate::web) lang: String,
    pub(in crate::web) words: String,
    pub(in crate::web) token: String,
    pub(in crate::web) kind: String,
    pub(in crate::web) narrative: String,
    pub(in crate::web) idea: String,
    pub(in crate::web) month: String,
    pub(in crate::web) day_part: String,
    pub(in crate::web) area: String,
    pub(in crate::web) phase: String,
    pub(in crate::web) detection: String,
    pub(in crate::web) recovery: String,
    pub(in crate::web) severity: String,
    pub(in crate::web) frequency: String,
    pub(in crate::web) worry: String,
    pub(in crate::web) role: String,
    pub(in crate::web) contact: String,
    pub(in crate::web) consent: String,
    /// Name, way to be reached, when: the identity strip. Field names that no browser fills in by itself.
    pub(in crate::web) strip: [String; 3],
    pub(in crate::web) urgent: bool,
}

impl ReportForm {
    /// Takes the fields out of a posted form; fields it does not know are left alone.
    pub(super) fn read(fields: &Fields) -> Self {
        let text = |name: &str| fields.first(name).to_owned();
        Self {
            lang: text("lang"),
            words: text("words"),
            token: text("token"),
            kind: text("kind"),
            narrative: text("narrative"),
            idea: text("idea"),
            month: text("month"),
            day_part: text("day_part"),
            area: text("area"),
            phase: text("phase"),
            detection: text("detection"),
            recovery: text("recovery"),
            severity: text("severity"),
            frequency: text("frequency"),
            worry: text("worry"),
            role: text("role"),
            contact: text("contact"),
            consent: text("consent"),
            strip: STRIP_FIELDS.map(text),
            urgent: fields.ticked("urgent"),
        }
    }

    /// The optional coded answers by field name, for hidden fields on the preview.
    pub(super) fn coded(&self) -> [(&'static str, &str); 12] {
        [
            ("month", &self.month),
            ("day_part", &self.day_part),
            ("area", &self.area),
            ("phase", &self.phase),
            ("detection", &self.detection),
            ("recovery", &self.recovery),
            ("severity", &self.severity),
            ("frequency", &self.frequency),
            ("worry", &self.worry),
            ("role", &self.role),
            ("contact", &self.contact),
            ("consent", &self.consent),
        ]
    }

    /// The identity strip by field name, for hidden fields on the preview.
    pub(super) fn strip_fields(&self) -> Vec<(&'static str, &str)> {
        STRIP_FIELDS.into_iter().zip(self.strip.iter().map(String::as_str)).filter(|(_, typed)| !typed.is_empty()).collect()
    }

    /// Parses everything once. `strips`: whether an identity strip can be left here.
    ///
    /// # Errors
    /// Every field that needs another answer, in the order of the form.
    pub(in crate::web) fn submission(
        &self,
        taxonomy: &Taxonomy,
        this_month: Period,
        strips: bool,
    ) -> Result<Submission, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let kind = keep(&mut problems, ReportKind::from_code(&self.kind).ok_or(FieldProblem::new("kind", "problem-kind")));
        let narrative = keep(&mut problems, Narrative::parse(&self.narrative));
        let answers = self.answers(&mut problems, taxonomy, this_month);
        let identity = self.identity(&mut problems, strips);
        let idea = keep(&mut problems, Note::parse("idea", &self.idea, NOTE_MAX));
        match (kind, narrative, idea) {
            (Some(kind), Some(narrative), Some(idea)) if problems.is_empty() => {
                Ok(Submission { kind, narrative, idea, answers, urgent: self.urgent, identity })
            }
            _ => Err(problems),
        }
    }

    /// The strip, where it was chosen. Details typed without choosing it, or the other way round, are asked about: neither may
    /// happen unseen.
    fn identity(&self, problems: &mut Vec<FieldProblem>, strips: bool) -> Option<IdentityStrip> {
        let [name, reach, when] = &self.strip;
        let chosen = self.contact == IDENTITY;
        match IdentityStrip::parse(name, reach, when) {
            Ok(Some(_)) if !chosen => problems.push(FieldProblem::new("contact", "problem-strip-unchosen")),
            Ok(_) if chosen && !strips => problems.push(FieldProblem::new("contact", "problem-strip-closed")),
            Ok(None) if chosen => problems.push(FieldProblem::new("strip_2", "problem-strip-reach")),
            Ok(strip) => return strip,
            Err(more) => problems.extend(more),
        }
        None
    }

    fn answers(&self, problems: &mut Vec<FieldProblem>, taxonomy: &Taxonomy, this_month: Period) -> Answers {
        Answers {
            month: keep(problems, pick_month(&self.month, this_month)).flatten(),
            day_part: keep(problems, pick_listed("day_part", &self.day_part, &DAY_PARTS)).flatten(),
            area: keep(problems, pick_area(&self.area, taxonomy)).flatten(),
            phase: keep(problems, pick_choice("phase", &self.phase, &taxonomy.phases)).flatten(),
            detection: keep(problems, pick_choice("detection", &self.detection, &taxonomy.detections)).flatten(),
            recovery: keep(problems, pick_choice("recovery", &self.recovery, &taxonomy.recoveries)).flatten(),
            severity: keep(problems, pick_listed("severity", &self.severity, &SEVERITIES)).flatten(),
            frequency: keep(problems, pick_listed("frequency", &self.frequency, &FREQUENCIES)).flatten(),
            worry: keep(problems, pick_listed("worry", &self.worry, &WORRIES)).flatten(),
            role: keep(problems, pick_choice("role", &self.role, &taxonomy.roles)).flatten(),
            contact: keep(problems, pick_listed("contact", &self.contact, &CONTACTS)).flatten(),
            consent: keep(problems, pick_listed("consent", &self.consent, &CONSENTS)).flatten(),
        }
    }
}

/// Keeps a result, or writes its problem down.
fn keep<T>(problems: &mut Vec<FieldProblem>, result: Result<T, FieldProblem>) -> Option<T> {
    result.map_err(|problem| problems.push(problem)).ok()
}

type Picked = Result<Option<Code>, FieldProblem>;

/// The answers that fit every optional question.
fn general(answer: &str) -> Option<Code> {
    [DONT_KNOW, RATHER_NOT].contains(&answer).then(|| Code::parse(answer)).flatten()
}

fn pick_choice(field: &'static str, answer: &str, choices: &Choices) -> Picked {
    general(answer).map_or_else(|| choices.pick(field, answer), |code| Ok(Some(code)))
}

fn pick_listed(field: &'static str, answer: &str, list: &[&str]) -> Picked {
    if answer.is_empty() || general(answer).is_some() {
        return Ok(general(answer));
    }
    let listed = list.contains(&answer).then(|| Code::parse(answer)).flatten();
    listed.map(Some).ok_or(FieldProblem::new(field, "problem-unknown-choice"))
}

fn pick_area(answer: &str, taxonomy: &Taxonomy) -> Picked {
    if answer.is_empty() || general(answer).is_some() {
        return Ok(general(answer));
    }
    taxonomy.area(answer).map(|area| Some(area.code.clone())).ok_or(FieldProblem::new("area", "problem-unknown-choice"))
}

/// A month on offer. "Don't know" and "rather not" leave it out: a month is a number, not a code.
fn pick_month(answer: &str, this_month: Period) -> Result<Option<Period>, FieldProblem> {
    if answer.is_empty() || general(answer).is_some() {
        return Ok(None);
    }
    let offered = Period::parse(answer).filter(|month| this_month.back(MONTHS).contains(month));
    offered.map(Some).ok_or(FieldProblem::new("month", "problem-unknown-choice"))
}

#[cfg(test)]
mod tests {
    use super::ReportForm;
    use crate::domain::period::Period;
    use crate::domain::report::ReportKind;
    use crate::domain::taxonomy::Taxonomy;

    fn filled() -> ReportForm {
        ReportForm { kind: "near-miss".into(), narrative: "The wrong pump.".into(), ..ReportForm::default() }
    }

    fn november() -> Period {
        Period::parse("2026-11").expect("a month")
    }

    #[test]
    fn kind_and_narrative_are_enough() {
        let submission = filled().submission(&Taxonomy::default(), november(), true).expect("complete");

        assert_eq!((submission.kind, submission.narrative.expose()), (ReportKind::NearMiss, "The wrong pump."));
        assert!(submission.answers.severity.is_none() && submission.idea.is_empty());
    }

    #[test]
    fn every_wrong_field_is_named_in_the_order_of_the_form() {
        let form = ReportForm { kind: "x".into(), narrative: " ".into(), area: "nowhere".into(), idea: "\u{FFFD}".into(), ..filled() };

        let problems = form.submission(&Taxonomy::default(), november(), true).expect_err("problems");

        assert_eq!(problems.iter().map(|p| p.field).collect::<Vec<_>>(), ["kind", "narrative", "area", "idea"]);
    }

    #[test]
    fn general_answers_fit_every_optional_question() {
        let said = "rather-not".to_owned();
        let form =
            ReportForm { month: said.clone(), area: said.clone(), role: said.clone(), severity: said.clone(), consent: said, ..filled() };

        let answers = form.submission(&Taxonomy::default(), november(), true).expect("fits").answers;

        assert_eq!(answers.month, None);
        assert!(
            [answers.area, answers.role, answers.severity, answers.consent]
                .iter()
                .all(|a| a.as_ref().is_some_and(|c| c.as_str() == "rather-not"))
        );
    }

    #[test]
    fn only_the_months_on_offer_are_taken() {
        let month = |text: &str| ReportForm { month: text.into(), ..filled() }.submission(&Taxonomy::default(), november(), true);

        assert!(month("2025-11").is_ok() && month("2026-11").is_ok());
        assert!(month("2025-10").is_err() && month("2026-12").is_err() && month("soon").is_err());
    }

    #[test]
    fn a_strip_must_be_chosen_filled_in_and_on_offer() {
        let strip = |contact: &str, reach: &str, offered: bool| {
            let form = ReportForm { contact: contact.into(), strip: ["Ann".into(), reach.into(), String::new()], ..filled() };
            form.submission(&Taxonomy::default(), november(), offered).map(|s| s.identity.is_some()).map_err(|p| p.first().map(|p| p.key))
        };

        assert_eq!(strip("identity", "ext 41", true), Ok(true));
        assert_eq!(strip("receipt", "ext 41", true), Err(Some("problem-strip-unchosen")));
        assert_eq!(strip("identity", "", true), Err(Some("problem-strip-reach")));
        assert_eq!(strip("identity", "ext 41", false), Err(Some("problem-strip-closed")));
    }
}
