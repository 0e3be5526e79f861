//! Figures as words: the bottom line, what changed, the chart as sentences, the tables.
//!
//! Refuses to say more than was printed, and "more" or "fewer" where the gate does not.

use std::cmp::Reverse;

use super::parts::{Item, Line, Section, Table, month, one_line, pace, when};
use crate::domain::digest::{BASE, Figures, Issue, Movement, Printed, Row};
use crate::domain::edition::Level;
use crate::i18n::Words;

/// Most rows under "what changed" (`trends.md` 7).
const CHANGES_MAX: usize = 3;

/// A figure inside a sentence.
fn figure(value: Printed, level: Level, words: &Words) -> String {
    match value {
        Printed::About(n) => words.with("figure-about", &[("n", &n.to_string())]),
        Printed::Few => words.with("figure-few", &[("least", &level.hide_below().to_string())]),
        Printed::Withheld => words.get("figure-withheld"),
    }
}

/// A figure in a table, where the rounding is said once below.
fn cell(value: Printed, level: Level, words: &Words) -> String {
    if let Printed::About(n) = value { n.to_string() } else { figure(value, level, words) }
}

const fn movement(movement: Movement) -> &'static str {
    match movement {
        Movement::More => "more",
        Movement::Fewer => "fewer",
        Movement::NoClearChange => "same",
        Movement::CannotSay => "unknown",
    }
}

/// Where the last figure lies, and the smallest and largest figures that lie inside the usual range.
struct Usual {
    place: &'static str,
    low: String,
    high: String,
}

fn usual(figures: &Figures) -> Usual {
    let Some(range) = figures.usual else { return Usual { place: "none", low: String::new(), high: String::new() } };
    let place = match (figures.total.now, figures.outside) {
        (Printed::About(_), Some(false)) => "inside",
        (Printed::About(n), Some(true)) if f64::from(n) > range.centre => "above",
        (Printed::About(_), Some(true)) => "below",
        _ => "unplaced",
    };
    // Rounded inwards: a figure outside must never seem to lie on the edge of the range.
    let base = f64::from(BASE);
    let (low, high) = ((range.low.max(0.0) / base).ceil() * base, (range.high.max(0.0) / base).floor() * base);
    Usual { place, low: format!("{low:.0}"), high: format!("{high:.0}") }
}

/// What a reader in a hurry takes along.
pub(super) fn bottom_line(issue: &Issue, words: &Words) -> String {
    let when = when(issue.span, words);
    let (least, crowd) = (issue.level.hide_below().to_string(), issue.level.crowd_min().to_string());
    let Some(figures) = &issue.figures else { return words.with("letter-bottom-nobody", &[("crowd", &crowd)]) };
    match figures.total.now {
        Printed::Few => words.with("letter-bottom-few", &[("when", &when), ("least", &least)]),
        Printed::Withheld => words.with("letter-bottom-withheld", &[("when", &when)]),
        Printed::About(n) => {
            let (now, Usual { place, low, high }) = (n.to_string(), usual(figures));
            let said = ("movement", movement(figures.total.movement));
            let range = [("usual", place), ("low", low.as_str()), ("high", high.as_str())];
            words.with(
                "letter-bottom-about",
                &[&[("when", when.as_str()), pace(issue.span), ("now", &now), said], range.as_slice()].concat(),
            )
        }
    }
}

/// Up to three rows that moved, the largest printed differences, in alphabetical order.
pub(super) fn changes(issue: &Issue, figures: &Figures, words: &Words) -> Section {
    let moved = |row: &&Row| matches!(row.movement, Movement::More | Movement::Fewer) && !row.unsorted;
    let mut rows: Vec<&Row> = figures.areas.iter().chain(&figures.categories).filter(moved).collect();
    rows.sort_by_key(|row| (Reverse(difference(row)), row.name.to_lowercase()));
    let others = rows.len() > CHANGES_MAX;
    rows.truncate(CHANGES_MAX);
    rows.sort_by_key(|row| row.name.to_lowercase());
    let sentence = |row: &&Row| {
        let (now, before) = (figure(row.now, issue.level, words), figure(row.before, issue.level, words));
        let said = ("movement", movement(row.movement));
        words.with("letter-change", &[("name", &one_line(&row.name)), said, ("now", &now), ("before", &before), pace(issue.span)])
    };
    let mut sentences: Vec<String> = rows.iter().map(sentence).collect();
    if figures.areas.is_empty() && figures.categories.is_empty() {
        sentences.push(words.get("letter-changes-thin"));
    } else if sentences.is_empty() && figures.lacking.is_empty() {
        sentences.push(words.get("letter-changes-none"));
    } else if others {
        sentences.push(words.get("letter-changes-others"));
    }
    sentences.extend(figures.lacking.iter().map(|span| words.with("letter-changes-lacking", &[("when", &when(*span, words))])));
    if !figures.lacking.is_empty() {
        sentences.push(words.get("letter-changes-not-compared"));
    }
    let item = |text| Item { text, note: String::new() };
    Section { title: words.get("letter-changes"), items: sentences.into_iter().map(item).collect() }
}

/// Difference of the printed figures; something not printed counts as nothing.
const fn difference(row: &Row) -> u32 {
    match (row.now, row.before) {
        (Printed::About(now), Printed::About(before)) => now.abs_diff(before),
        _ => 0,
    }
}

/// Whether a row has any figure.
pub(super) fn figured(row: &Row) -> bool {
    [row.now, row.before].iter().any(|v| matches!(v, Printed::About(_)))
}

/// The table of `rows`; `None` when no row has a figure.
pub(super) fn table(rows: &[Row], issue: &Issue, words: &Words, kind: &str) -> Option<Table> {
    let mut rows: Vec<&Row> = rows.iter().collect();
    rows.sort_by_key(|row| row.name.to_lowercase());
    // A page of "under 10" is not read: rows without any figure share one sentence.
    let rest: Vec<String> = rows.iter().filter(|row| !figured(row)).map(|row| one_line(&row.name)).collect();
    let line = |row: &&Row| Line {
        name: one_line(&row.name),
        now: cell(row.now, issue.level, words),
        before: cell(row.before, issue.level, words),
        movement: words.get(&format!("movement-{}", movement(row.movement))),
        moved: matches!(row.movement, Movement::More | Movement::Fewer),
    };
    let lines: Vec<Line> = rows.iter().filter(|row| figured(row)).map(line).collect();
    let least = issue.level.hide_below().to_string();
    let title = if kind == "letter-area" { "letter-areas" } else { "letter-categories" };
    let [name, movement] = [kind, "letter-movement"].map(|key| words.get(key));
    let [now, before] = ["letter-now", "letter-before"].map(|key| words.with(key, &[pace(issue.span)]));
    let rest = if rest.is_empty() {
        String::new()
    } else {
        words.with("letter-rest", &[("names", &rest.join(", ")), ("least", &least), pace(issue.span)])
    };
    (!lines.is_empty()).then(|| Table { title: words.get(title), heads: [name, now, before, movement], lines, rest })
}

/// From when to when the chart goes.
fn reach(issue: &Issue, figures: &Figures, words: &Words) -> [String; 2] {
    let first = issue.span.back(figures.series.len().max(1)).first().map_or(issue.span.first(), |span| span.first());
    [month(first, words), month(issue.span.last(), words)]
}

/// What the chart shows, as one or two sentences in the reader's language: finding, range and last value. Blank without figures.
#[must_use]
pub fn chart_alt(issue: &Issue, words: &Words) -> String {
    let Some(figures) = issue.figures.as_ref().filter(|f| !f.series.is_empty()) else { return String::new() };
    let Usual { place, low, high } = usual(figures);
    let [from, to] = reach(issue, figures, words);
    let now = figure(figures.total.now, issue.level, words);
    let range = [("usual", place), ("low", low.as_str()), ("high", high.as_str())];
    words.with("letter-chart-alt", &[&[("from", from.as_str()), ("to", &to), ("now", &now), pace(issue.span)], range.as_slice()].concat())
}

/// Title of the chart: what it counts and, with a usual range, where the last figure lies.
#[must_use]
pub fn chart_title(issue: &Issue, words: &Words) -> String {
    let place = issue.figures.as_ref().map_or("none", |figures| usual(figures).place);
    words.with("digest-chart-title", &[pace(issue.span), ("usual", place), ("when", &when(issue.span, words))])
}

/// Every point of the chart as a figure, for those who cannot or do not want to see it.
pub(super) fn chart_figures(issue: &Issue, figures: &Figures, words: &Words) -> String {
    let [from, to] = reach(issue, figures, words);
    let values: Vec<String> = figures.series.iter().map(|point| cell(point.value, issue.level, words)).collect();
    words.with("letter-chart-figures", &[("from", &from), ("to", &to), ("figures", &values.join(", "))])
}
