//! The one page as words: built once from an issue, then shown twice, as text and as HTML.
//!
//! Both forms are made from this and from nothing else, so they cannot say different things. Works on printed
//! figures only; refuses to order rows by size, because that would rank the people behind them.

use std::cmp::Reverse;

use super::error::Error;
use crate::domain::digest::{Issue, Movement, Printed, Row};
use crate::domain::period::Period;
use crate::i18n::Words;

/// Most rows under "what changed" (`trends.md` 7).
const CHANGES_MAX: usize = 3;

/// Where the letter points to. The same for every reader: none of these may hold a token.
#[derive(Clone, Debug)]
pub struct Links {
    /// The organisation's public page about reporting.
    pub public_url: String,
    /// The report form.
    pub report_url: String,
    /// The page where a reader types an address to stop the letter.
    pub unsubscribe_url: String,
}

/// A link and the words that stand for it; the words make sense alone.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) words: String,
    pub(super) url: String,
}

/// One row of a table as printed.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) name: String,
    pub(super) now: String,
    pub(super) before: String,
    pub(super) movement: String,
    /// More or fewer: set in bold, never in colour alone.
    pub(super) moved: bool,
}

/// A table, or the sentence that stands in its place.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) title: String,
    pub(super) heads: [String; 4],
    pub(super) lines: Vec<Line>,
    /// One sentence naming every row that has no figure in either month; blank when there is none.
    pub(super) rest: String,
    pub(super) none: String,
}

/// A heading and the sentences under it.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) title: String,
    pub(super) sentences: Vec<String>,
}

/// The whole page.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) language: &'static str,
    pub(super) subject: String,
    pub(super) organisation: String,
    pub(super) title: String,
    pub(super) when: String,
    /// What an inbox shows beside the subject: the same every month, so that a lock screen tells nothing.
    pub(super) preview: String,
    pub(super) bottom_line: String,
    pub(super) thanks: String,
    pub(super) changes: Section,
    pub(super) chart_title: String,
    pub(super) chart_alt: String,
    pub(super) chart_figures: String,
    pub(super) tables: [Table; 2],
    pub(super) question: Section,
    pub(super) foot: Vec<String>,
    pub(super) links: [Link; 3],
    pub(super) no_reply: String,
}

impl Page {
    /// Puts `issue` into words.
    ///
    /// # Errors
    /// `Link` when a link is not an absolute http address.
    pub(super) fn of(issue: &Issue, words: &Words, links: &Links) -> Result<Self, Error> {
        let dated =
            |key: &str| words.with(key, &[("month", &words.month(issue.period.month())), ("year", &issue.period.year().to_string())]);
        let organisation = one_line(&issue.organisation);
        let month = words.month(issue.period.month());
        let year = issue.period.year().to_string();
        Ok(Self {
            language: words.language().tag(),
            subject: words.with("letter-subject", &[("organisation", &organisation), ("month", &month), ("year", &year)]),
            organisation,
            title: words.get("letter-title"),
            when: dated("letter-when"),
            preview: words.get("letter-preview"),
            bottom_line: bottom_line(issue, words),
            thanks: words.get("letter-thanks"),
            changes: changes(issue, words),
            chart_title: words.get("letter-chart"),
            chart_alt: chart_alt(issue, words),
            chart_figures: chart_figures(issue, words),
            tables: [table(&issue.areas, words, "letter-area"), table(&issue.categories, words, "letter-category")],
            question: Section {
                title: words.get("letter-question"),
                sentences: vec![words.get(&format!("question-{}", issue.period.month()))],
            },
            foot: foot(issue, words),
            links: [
                link(words.get("letter-report"), &links.report_url)?,
                link(words.get("letter-about"), &links.public_url)?,
                link(words.get("letter-unsubscribe"), &links.unsubscribe_url)?,
            ],
            no_reply: words.get("letter-no-reply"),
        })
    }
}

/// What the figures are, in the order in which somebody would ask.
fn foot(issue: &Issue, words: &Words) -> Vec<String> {
    let (month, year) = (words.month(issue.period.month()), issue.period.year().to_string());
    let mut foot = vec![words.with("letter-period", &[("month", &month), ("year", &year)]), words.get("letter-rounding")];
    if let Some(thousandths) = issue.noise_thousandths {
        let epsilon = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
        foot.push(words.with("letter-noise", &[("epsilon", epsilon.trim_end_matches('0').trim_end_matches('.'))]));
    }
    foot.push(words.get("letter-more-reports"));
    foot
}

fn link(words: String, url: &str) -> Result<Link, Error> {
    let plain = url.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b'"'));
    if plain && (url.starts_with("https://") || url.starts_with("http://")) {
        Ok(Link { words, url: url.to_owned() })
    } else {
        Err(Error::Link)
    }
}

/// A name as one line: control characters become spaces, runs of white space one.
fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A figure inside a sentence.
fn figure(value: Printed, words: &Words) -> String {
    match value {
        Printed::About(n) => words.with("figure-about", &[("n", &n.to_string())]),
        Printed::Few => words.get("figure-few"),
        Printed::Withheld => words.get("figure-withheld"),
    }
}

/// A figure in a table, where the rounding is said once below.
fn cell(value: Printed, words: &Words) -> String {
    if let Printed::About(n) = value { n.to_string() } else { figure(value, words) }
}

const fn movement(movement: Movement) -> &'static str {
    match movement {
        Movement::More => "more",
        Movement::Fewer => "fewer",
        Movement::NoClearChange => "same",
        Movement::CannotSay => "unknown",
    }
}

/// Where the month lies and the whole numbers that lie inside the usual range.
struct Usual {
    place: &'static str,
    low: String,
    high: String,
}

fn usual(issue: &Issue) -> Usual {
    let Some(range) = issue.usual else { return Usual { place: "none", low: String::new(), high: String::new() } };
    let place = match (issue.total.now, issue.outside) {
        (Printed::About(_), Some(false)) => "inside",
        (Printed::About(n), Some(true)) if f64::from(n) > range.centre => "above",
        (Printed::About(_), Some(true)) => "below",
        _ => "unplaced",
    };
    // Rounded inwards: a month outside must never seem to lie on the edge of the range.
    Usual { place, low: format!("{:.0}", range.low.max(0.0).ceil()), high: format!("{:.0}", range.high.max(0.0).floor()) }
}

fn bottom_line(issue: &Issue, words: &Words) -> String {
    let (month, year) = (words.month(issue.period.month()), issue.period.year().to_string());
    let Usual { place, low, high } = usual(issue);
    let when = [("month", month.as_str()), ("year", year.as_str())];
    match issue.total.now {
        Printed::Few => words.with("letter-bottom-few", &when),
        Printed::Withheld => words.with("letter-bottom-withheld", &when),
        Printed::About(n) => {
            let now = n.to_string();
            let [month, year] = when;
            let said = ("movement", movement(issue.total.movement));
            words.with("letter-bottom-about", &[month, year, ("now", &now), said, ("usual", place), ("low", &low), ("high", &high)])
        }
    }
}

/// Up to three rows that moved, the largest printed differences, in alphabetical order.
fn changes(issue: &Issue, words: &Words) -> Section {
    let moved = |row: &&Row| matches!(row.movement, Movement::More | Movement::Fewer);
    let mut rows: Vec<&Row> = issue.areas.iter().chain(&issue.categories).filter(moved).collect();
    rows.sort_by_key(|row| (Reverse(difference(row)), row.name.to_lowercase()));
    let others = rows.len() > CHANGES_MAX;
    rows.truncate(CHANGES_MAX);
    rows.sort_by_key(|row| row.name.to_lowercase());
    let sentence = |row: &&Row| {
        let (now, before) = (figure(row.now, words), figure(row.before, words));
        let said = ("movement", movement(row.movement));
        words.with("letter-change", &[("name", &one_line(&row.name)), said, ("now", &now), ("before", &before)])
    };
    let mut sentences: Vec<String> = rows.iter().map(sentence).collect();
    if sentences.is_empty() {
        sentences.push(words.get("letter-changes-none"));
    } else if others {
        sentences.push(words.get("letter-changes-others"));
    }
    Section { title: words.get("letter-changes"), sentences }
}

/// Difference of the printed figures; something not printed counts as nothing.
const fn difference(row: &Row) -> u32 {
    match (row.now, row.before) {
        (Printed::About(now), Printed::About(before)) => now.abs_diff(before),
        _ => 0,
    }
}

fn table(rows: &[Row], words: &Words, kind: &str) -> Table {
    let mut rows: Vec<&Row> = rows.iter().collect();
    rows.sort_by_key(|row| row.name.to_lowercase());
    // A page of "under 10" is not read: rows without any figure share one sentence.
    let figured = |row: &&&Row| [row.now, row.before].iter().any(|v| matches!(v, Printed::About(_)));
    let rest: Vec<String> = rows.iter().filter(|row| !figured(row)).map(|row| one_line(&row.name)).collect();
    let line = |row: &&Row| Line {
        name: one_line(&row.name),
        now: cell(row.now, words),
        before: cell(row.before, words),
        movement: words.get(&format!("movement-{}", movement(row.movement))),
        moved: matches!(row.movement, Movement::More | Movement::Fewer),
    };
    let title = if kind == "letter-area" { "letter-areas" } else { "letter-categories" };
    Table {
        title: words.get(title),
        heads: [kind, "letter-now", "letter-before", "letter-movement"].map(|key| words.get(key)),
        lines: rows.iter().filter(figured).map(line).collect(),
        rest: if rest.is_empty() { String::new() } else { words.with("letter-rest", &[("names", &rest.join(", "))]) },
        none: words.get(&format!("{title}-none")),
    }
}

fn first_period(issue: &Issue) -> Period {
    issue.series.first().map_or(issue.period, |point| point.period)
}

/// The chart as a sentence: finding, range and last value.
pub(super) fn chart_alt(issue: &Issue, words: &Words) -> String {
    let Usual { place, low, high } = usual(issue);
    let from = first_period(issue);
    words.with(
        "letter-chart-alt",
        &[
            ("from-month", &words.month(from.month())),
            ("from-year", &from.year().to_string()),
            ("month", &words.month(issue.period.month())),
            ("year", &issue.period.year().to_string()),
            ("now", &figure(issue.total.now, words)),
            ("usual", place),
            ("low", &low),
            ("high", &high),
        ],
    )
}

/// Every point of the chart as a figure, for those who cannot or do not want to see it.
fn chart_figures(issue: &Issue, words: &Words) -> String {
    let from = first_period(issue);
    let figures: Vec<String> = issue.series.iter().map(|point| cell(point.value, words)).collect();
    let figures = if figures.is_empty() { cell(issue.total.now, words) } else { figures.join(", ") };
    words.with(
        "letter-chart-figures",
        &[
            ("from-month", &words.month(from.month())),
            ("from-year", &from.year().to_string()),
            ("month", &words.month(issue.period.month())),
            ("year", &issue.period.year().to_string()),
            ("figures", &figures),
        ],
    )
}
