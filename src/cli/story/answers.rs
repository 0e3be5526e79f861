//! The coded answers beside a narrative, with the gaps that real forms have, and the analyst's grade.
//!
//! Refuses answers that contradict the event: every code comes from the event, its area or the fixed lists.

use super::dice::Dice;
use super::events::{Catch, Event, Harm};
use crate::domain::identity::IdentityStrip;
use crate::domain::report::{Answers, DONT_KNOW, IDENTITY, RATHER_NOT, ReportKind};
use crate::domain::risk::{Barriers, Outcome, Risk};
use crate::domain::taxonomy::Code;

/// Quarters of the day, by how much is reported about them.
pub(super) const DAY_PARTS: [(&str, u32); 4] = [("night", 24), ("morning", 31), ("afternoon", 26), ("evening", 19)];

/// What is settled before anything is answered.
pub(super) struct Facts {
    pub(super) kind: ReportKind,
    pub(super) area: &'static str,
    pub(super) day_part: &'static str,
    pub(super) role: &'static str,
    pub(super) catch: Catch,
}

/// Answers in the way people fill in a form: mostly, not fully.
pub(super) fn answers(dice: &mut Dice, event: &Event, facts: &Facts) -> Answers {
    let phase = dice.pick(&event.phases).unwrap_or_default();
    let severity = severity(dice, event.harm);
    let frequency = frequency(dice, facts.kind);
    let worry = worry(dice, event.harm);
    let consent = dice.weighted(&[("yes", 74), ("ask", 17), ("no", 9)]).unwrap_or_default();
    let contact = dice.weighted(&[("receipt", 56), ("none", 32), (IDENTITY, 12)]).unwrap_or_default();
    Answers {
        month: None,
        day_part: gap(dice, [84, 10, 3, 3], facts.day_part),
        area: gap(dice, [93, 3, 1, 3], facts.area),
        phase: gap(dice, [86, 8, 5, 1], phase),
        detection: gap(dice, [88, 8, 3, 1], facts.catch.detection),
        recovery: gap(dice, [85, 9, 5, 1], facts.catch.recovery),
        severity: gap(dice, [82, 8, 9, 1], severity),
        frequency: gap(dice, [76, 12, 11, 1], frequency),
        worry: gap(dice, [84, 13, 1, 2], worry),
        role: gap(dice, [66, 14, 0, 20], facts.role),
        contact: gap(dice, [94, 6, 0, 0], contact),
        consent: gap(dice, [92, 8, 0, 0], consent),
    }
}

/// Invented people who leave their name; the numbers are reserved for fiction.
const STRIPS: [[&str; 3]; 4] = [
    ["Morgan Ashdown", "ward telephone 01632 960147", "any night before Thursday"],
    ["Priya Venkatesan", "01632 960152", "not during handover"],
    ["Callum Reid", "c.reid@wyvern-vale.example", ""],
    ["", "a note in pigeon-hole 14", "mornings"],
];

/// The identity strip of somebody who chose to leave one.
pub(super) fn strip(dice: &mut Dice, answers: &Answers) -> Option<IdentityStrip> {
    if answers.contact.as_ref().is_none_or(|c| c.as_str() != IDENTITY) {
        return None;
    }
    let [name, reach, when] = dice.pick(&STRIPS)?;
    IdentityStrip::parse(name, reach, when).ok().flatten()
}

/// The answer, nothing, "don't know" or "rather not", in hundredths.
fn gap(dice: &mut Dice, [told, blank, unknown, kept]: [u32; 4], code: &str) -> Option<Code> {
    let said = dice.weighted(&[(Some(code), told), (None, blank), (Some(DONT_KNOW), unknown), (Some(RATHER_NOT), kept)]);
    said.flatten().and_then(Code::parse)
}

fn severity(dice: &mut Dice, harm: Harm) -> &'static str {
    let weights = match harm {
        Harm::Low => [15, 55, 25, 5, 0],
        Harm::Mid => [4, 24, 46, 22, 4],
        Harm::High => [1, 6, 26, 44, 23],
    };
    let codes = ["none", "minor", "moderate", "severe", "fatal"];
    dice.weighted(&std::array::from_fn::<_, 5, _>(|i| (codes[i], weights[i]))).unwrap_or_default()
}

fn frequency(dice: &mut Dice, kind: ReportKind) -> &'static str {
    let weights = match kind {
        ReportKind::UnsafeCondition => [8, 27, 40, 25],
        ReportKind::NearMiss | ReportKind::WentWell => [50, 34, 13, 3],
    };
    let codes = ["first", "sometimes", "often", "daily"];
    dice.weighted(&std::array::from_fn::<_, 4, _>(|i| (codes[i], weights[i]))).unwrap_or_default()
}

fn worry(dice: &mut Dice, harm: Harm) -> &'static str {
    let weights = match harm {
        Harm::Low => [42, 46, 11, 1],
        Harm::Mid => [17, 52, 28, 3],
        Harm::High => [5, 34, 52, 9],
    };
    let codes = ["little", "somewhat", "very", "urgent"];
    dice.weighted(&std::array::from_fn::<_, 4, _>(|i| (codes[i], weights[i]))).unwrap_or_default()
}

/// What an analyst would grade; about one in seven is left open.
pub(super) fn risk(dice: &mut Dice, harm: Harm) -> Option<Risk> {
    let graded = dice.chance(0.85);
    let (outcome, barriers) = match harm {
        Harm::Low => dice.weighted(&[
            ((Outcome::Negligible, Barriers::Effective), 2),
            ((Outcome::Minor, Barriers::Effective), 4),
            ((Outcome::Minor, Barriers::Limited), 4),
            ((Outcome::Minor, Barriers::Minimal), 1),
        ]),
        Harm::Mid => dice.weighted(&[
            ((Outcome::Minor, Barriers::Limited), 4),
            ((Outcome::Minor, Barriers::Minimal), 3),
            ((Outcome::Major, Barriers::Effective), 4),
            ((Outcome::Major, Barriers::Limited), 3),
            ((Outcome::Major, Barriers::Minimal), 1),
        ]),
        Harm::High => dice.weighted(&[
            ((Outcome::Major, Barriers::Effective), 3),
            ((Outcome::Major, Barriers::Limited), 4),
            ((Outcome::Major, Barriers::Minimal), 3),
            ((Outcome::Catastrophic, Barriers::Effective), 2),
            ((Outcome::Catastrophic, Barriers::Limited), 2),
            ((Outcome::Major, Barriers::None), 1),
            ((Outcome::Catastrophic, Barriers::Minimal), 1),
        ]),
    }?;
    graded.then_some(Risk { outcome, barriers })
}
