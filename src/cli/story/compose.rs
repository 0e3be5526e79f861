//! Puts a narrative together from the wordings of an event, in the voice of people who type in a hurry.
//!
//! Refuses narratives longer than [`LONGEST`]: what comes last is left out.

use super::dice::Dice;
use super::events::{Catch, Event};
use super::slots::{Scene, Slots};
use crate::domain::report::ReportKind;

/// Longest narrative, in code points.
pub(super) const LONGEST: usize = 900;

/// Shorthand of people without time.
const SHORT: [(&str, &str); 7] = [
    (" and ", " & "),
    ("because", "bc"),
    ("the patient", "the pt"),
    (" without ", " w/o "),
    (" about ", " abt "),
    ("minutes", "mins"),
    (" the ", " teh "),
];

/// How one report is told.
pub(super) struct Telling<'a> {
    pub(super) slots: &'a Slots,
    pub(super) event: &'a Event,
    pub(super) catch: Catch,
    pub(super) kind: ReportKind,
}

/// The narrative and the idea for a fix, which may be empty.
pub(super) fn compose(dice: &mut Dice, scene: &mut Scene, telling: &Telling<'_>) -> (String, String) {
    let (event, english) = (telling.event, scene.lang == "en");
    let hurried = english && dice.chance(0.35);
    let mut templates: Vec<Vec<&str>> = Vec::new();
    if english && dice.chance(0.55) {
        templates.push(vec!["{opening}"]);
    }
    templates.push(event.what.clone());
    if !telling.catch.text.is_empty() {
        templates.push(vec![telling.catch.text]);
    }
    if telling.kind == ReportKind::WentWell {
        templates.push(vec!["{so}"]);
    } else if dice.chance(0.65) || templates.len() < 2 {
        templates.push(event.so.clone());
    }
    let wished = dice.chance(0.2);
    if wished {
        templates.push(event.wish.clone());
    }
    if english && !scene.quiet && templates.len() < 5 && dice.chance(0.2) {
        templates.push(vec!["{tail}"]);
    }
    let pieces = templates.iter().map(|options| telling.slots.say(dice, scene, options)).collect::<Vec<_>>();
    let idea = if !wished && dice.chance(0.5) { telling.slots.say(dice, scene, &event.wish) } else { String::new() };
    (join(dice, &pieces, hurried), capital(&tidy(&idea)))
}

/// Strings the pieces together as far as they fit.
fn join(dice: &mut Dice, pieces: &[String], hurried: bool) -> String {
    let between = if dice.chance(0.12) { "\n" } else { " " };
    let mut text = String::new();
    for piece in pieces.iter().map(|p| tidy(p)).filter(|p| !p.is_empty()) {
        let piece = if hurried { small(&piece) } else { capital(&piece) };
        if text.chars().count() + piece.chars().count() < LONGEST {
            text = if text.is_empty() { piece } else { format!("{text}{between}{piece}") };
        }
    }
    if hurried { hurry(dice, &text) } else { text }
}

/// Closes the holes that empty slots leave.
fn tidy(text: &str) -> String {
    let mut text = text.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    for (hole, closed) in [(" ,", ","), (" .", "."), (",,", ","), (",.", "."), ("..", "."), (",?", "?"), ("( ", "("), ("()", "")] {
        text = text.replace(hole, closed);
    }
    // Ages in the eighties come out of a slot after "a".
    let text = format!(" {text}").replace(" a 8", " an 8");
    text.trim_start_matches([',', ' ']).to_owned()
}

/// Upper case at the start and after every full stop with a space.
fn capital(text: &str) -> String {
    let (mut out, mut start, mut last) = (String::new(), true, ' ');
    for c in text.chars() {
        if start {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
        start = last == '.' && c == ' ';
        last = c;
    }
    out
}

/// Lower-case start, unless the first word is an abbreviation.
fn small(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    let rest = chars.as_str();
    if rest.chars().next().is_some_and(char::is_uppercase) { text.to_owned() } else { first.to_lowercase().chain(rest.chars()).collect() }
}

fn hurry(dice: &mut Dice, text: &str) -> String {
    let mut text = text.to_owned();
    for (long, short) in SHORT {
        // The last one is a slip of the fingers, rarer than shorthand.
        let often = if short == " teh " { 0.12 } else { 0.5 };
        if dice.chance(often) {
            text = text.replacen(long, short, 2);
        }
    }
    if dice.chance(0.3) { text.trim_end_matches('.').to_owned() } else { text }
}
