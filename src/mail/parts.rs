//! The parts that pages are made of: lists, tables, a chart, a story; and how they name a time.
//!
//! Refuses figures that were not printed: everything here is words already.

use crate::domain::period::Period;
use crate::domain::span::{Pace, Span};
use crate::i18n::Words;

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

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) title: String,
    pub(super) heads: [String; 4],
    pub(super) lines: Vec<Line>,
    /// One sentence naming every row that has no figure in either span; blank when there is none.
    pub(super) rest: String,
}

/// One point of a list, with what is said about it.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) text: String,
    /// Blank when nothing more is said.
    pub(super) note: String,
}

/// A heading and the points under it.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) title: String,
    pub(super) items: Vec<Item>,
}

/// The chart and its words.
#[derive(Debug)]
pub(super) struct ChartBlock {
    pub(super) title: String,
    pub(super) alt: String,
    pub(super) figures: String,
}

/// A learning story: its own title, and its parts by name.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) title: String,
    pub(super) name: String,
    pub(super) parts: Vec<(String, String)>,
}

/// A text as one line: control characters become spaces, runs of white space one.
pub(super) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `October 2026`.
pub(super) fn month(period: Period, words: &Words) -> String {
    words.with("letter-when", &[("month", &words.month(period.month())), ("year", &period.year().to_string())])
}

/// `October 2026`, or `July to September 2026`.
pub(super) fn when(span: Span, words: &Words) -> String {
    match span.pace() {
        Pace::Month => month(span.last(), words),
        Pace::Quarter => {
            let (from, to) = (words.month(span.first().month()), words.month(span.last().month()));
            words.with("letter-when-quarter", &[("from", &from), ("month", &to), ("year", &span.last().year().to_string())])
        }
    }
}

/// The argument by which messages tell a month from a quarter.
pub(super) const fn pace(span: Span) -> (&'static str, &'static str) {
    ("pace", span.pace().code())
}
