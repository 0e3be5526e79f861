//! One chart in words and figures: its headline, its picture, its table. Picture and table say the same.

use super::labels::{coded, month};
use crate::domain::contact::Language;
use crate::domain::period::Period;
use crate::domain::taxonomy::Taxonomy;
use crate::flows::trends::{Board, Charted, Finding, Level, Method, Point, Sort, Subject};
use crate::trends::{ControlWords, Spot, control_picture, to_svg};
use crate::web::page::Frame;

/// A row of the table.
pub(super) struct Row {
    pub(super) period: String,
    pub(super) count: u32,
    pub(super) rate: Option<String>,
    pub(super) centre: Option<String>,
    pub(super) low: Option<String>,
    pub(super) high: Option<String>,
    pub(super) word: String,
}

/// A chart as the page shows it.
pub(super) struct Figures {
    /// What the picture says.
    pub(super) headline: String,
    /// The picture, as markup written by `trends::to_svg`.
    pub(super) svg: String,
    /// What the heights are.
    pub(super) unit: String,
    /// What to keep in mind about it.
    pub(super) notes: Vec<String>,
    pub(super) rows: Vec<Row>,
    pub(super) rated: bool,
}

/// A figure in the reader's writing. Never below zero by rounding: `-0` is `0`.
pub(super) fn figure(frame: &Frame, value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}").replace('-', "\u{2212}");
    let zero = !text.contains(|c: char| ('1'..='9').contains(&c));
    let text = if zero { text.replace('\u{2212}', "") } else { text };
    if frame.language() == Language::English { text } else { text.replace('.', ",") }
}

/// What a series is called in a list under its own heading.
pub(super) fn label(frame: &Frame, taxonomy: &Taxonomy, subject: &Subject) -> String {
    match subject {
        Subject::All => frame.t("trends-all"),
        Subject::Area(code) => taxonomy.area_label(code, frame.language()).to_owned(),
        Subject::Category(code) => taxonomy.categories.label(code, frame.language()).to_owned(),
        Subject::Severity(code) => coded(frame, "severity", code),
    }
}

/// What a series is called where it stands alone.
pub(super) fn name(frame: &Frame, taxonomy: &Taxonomy, subject: &Subject) -> String {
    let label = label(frame, taxonomy, subject);
    if matches!(subject, Subject::Severity(_)) { frame.t1("trends-severity", "severity", &label) } else { label }
}

fn period(frame: &Frame, level: Level, first: Period) -> String {
    match level {
        Level::Month => month(frame, first),
        Level::Quarter => frame.t2("trends-quarter", ("q", &first.quarter().to_string()), ("year", &first.year().to_string())),
    }
}

fn axis_name(frame: &Frame, level: Level, first: Period) -> String {
    match level {
        Level::Month => frame.words.month_short(first.month()),
        Level::Quarter => frame.t1("trends-quarter-short", "q", &first.quarter().to_string()),
    }
}

fn said(frame: &Frame, sort: Sort) -> String {
    frame.t(match sort {
        Sort::More => "trends-word-more",
        Sort::Fewer => "trends-word-fewer",
        Sort::RunAbove => "trends-word-run-above",
        Sort::RunBelow => "trends-word-run-below",
        Sort::MaybeMore => "trends-watch-more",
        Sort::MaybeFewer => "trends-watch-fewer",
    })
}

fn headline(frame: &Frame, name: &str, last: &str, finding: Finding) -> String {
    let key = match finding {
        Finding::TooFew => "trends-finding-too-few",
        Finding::Usual => "trends-finding-usual",
        Finding::FewCrossings => "trends-finding-few-crossings",
        Finding::Said(Sort::More) => "trends-finding-more",
        Finding::Said(Sort::Fewer) => "trends-finding-fewer",
        Finding::Said(Sort::RunAbove) => "trends-finding-run-above",
        Finding::Said(Sort::RunBelow) => "trends-finding-run-below",
        Finding::Said(Sort::MaybeMore) => "trends-finding-maybe-more",
        Finding::Said(Sort::MaybeFewer) => "trends-finding-maybe-fewer",
    };
    frame.t2(key, ("name", name), ("period", last))
}

/// Everything that one chart prints.
struct Printer<'a> {
    frame: &'a Frame,
    charted: &'a Charted,
    level: Level,
}

impl Printer<'_> {
    fn value(&self, point: &Point) -> String {
        match self.charted.method {
            Method::U => point.drawn.value.map_or_else(String::new, |v| figure(self.frame, v, 1)),
            _ => point.count.to_string(),
        }
    }

    /// Ends of the detector's range are whole reports.
    fn limit(&self, value: f64) -> String {
        figure(self.frame, value, usize::from(self.charted.method != Method::Detector))
    }

    fn spot(&self, point: &Point) -> Spot {
        Spot {
            name: axis_name(self.frame, self.level, point.first),
            year: point.first.year(),
            value: point.drawn.value,
            figure: self.value(point),
            centre: point.drawn.centre,
            low: point.drawn.low,
            high: point.drawn.high,
            signal: point.sort.filter(|sort| sort.is_ringed()).map(|sort| said(self.frame, sort)),
        }
    }

    fn row(&self, (at, point): (usize, &Point)) -> Row {
        let baseline = at < self.charted.learn && self.charted.finding != Finding::TooFew;
        let plain = if baseline { self.frame.t("trends-baseline") } else { String::new() };
        Row {
            period: period(self.frame, self.level, point.first),
            count: point.count,
            rate: (self.charted.method == Method::U).then(|| self.value(point)),
            centre: point.drawn.centre.map(|v| figure(self.frame, v, 1)),
            low: point.drawn.low.map(|v| self.limit(v)),
            high: point.drawn.high.map(|v| self.limit(v)),
            word: point.sort.map_or(plain, |sort| said(self.frame, sort)),
        }
    }

    /// Finding, range and last value, for those who do not see the picture.
    fn description(&self) -> String {
        let points = &self.charted.points;
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
        let (from, to) = (period(self.frame, self.level, first.first), period(self.frame, self.level, last.first));
        let mut said = vec![self.frame.words.with("trends-alt", &[("from", &from), ("to", &to), ("now", &self.value(last))])];
        match (last.drawn.low, last.drawn.high, last.drawn.centre) {
            (Some(low), Some(high), _) => {
                said.push(self.frame.t2("trends-alt-range", ("low", &self.limit(low)), ("high", &self.limit(high))));
            }
            (_, _, Some(centre)) => said.push(self.frame.t1("trends-alt-centre", "centre", &figure(self.frame, centre, 1))),
            _ => {}
        }
        let ringed = points.iter().filter(|p| p.sort.is_some_and(Sort::is_ringed)).count();
        if ringed > 0 {
            said.push(self.frame.t1("trends-alt-ringed", "n", &ringed.to_string()));
        }
        said.join(" ")
    }

    fn notes(&self) -> Vec<String> {
        let charted = self.charted;
        let mut notes = Vec::new();
        if charted.unrated {
            notes.push(self.frame.t("trends-note-unrated"));
        }
        if charted.thin {
            notes.push(self.frame.t("trends-note-thin"));
        }
        if charted.finding == Finding::TooFew {
            notes.push(self.frame.t2(
                "trends-note-too-few",
                ("n", &charted.points.len().to_string()),
                ("learn", &charted.learn.to_string()),
            ));
        } else {
            notes.push(self.frame.t1("trends-note-baseline", "learn", &charted.learn.to_string()));
        }
        notes
    }
}

/// The chart of the board in words and figures.
pub(super) fn figures(frame: &Frame, taxonomy: &Taxonomy, board: &Board, charted: &Charted) -> Figures {
    let (subject, level) = (&board.asked.subject, board.asked.level);
    let people = board.series.iter().find(|s| s.subject == *subject).and_then(|s| s.people);
    let drawn = Drawn { name: &name(frame, taxonomy, subject), level, people, phase: "trends-judged-from-here" };
    drawn.figures(frame, charted)
}

/// What a chart is of, and how.
pub(super) struct Drawn<'a> {
    /// Name of the series.
    pub(super) name: &'a str,
    /// Length of a period.
    pub(super) level: Level,
    /// People who could report.
    pub(super) people: Option<u32>,
    /// Message key of the words at the line where judging begins.
    pub(super) phase: &'static str,
}

impl Drawn<'_> {
    /// The chart in words and figures.
    pub(super) fn figures(&self, frame: &Frame, charted: &Charted) -> Figures {
        let &Self { level, people, phase, .. } = self;
        let printer = Printer { frame, charted, level };
        let last = charted.points.last().map_or_else(String::new, |p| period(frame, level, p.first));
        let title = headline(frame, self.name, &last, charted.finding);
        let beside = if charted.method == Method::Run { "trends-median" } else { "trends-usual-range" };
        let spots: Vec<Spot> = charted.points.iter().map(|p| printer.spot(p)).collect();
        let split = (charted.finding != Finding::TooFew).then_some(charted.learn);
        let words = ControlWords { title: &title, description: &printer.description(), beside: &frame.t(beside), phase: &frame.t(phase) };
        let counted = if level == Level::Month { "trends-unit-month" } else { "trends-unit-quarter" };
        let unit = match (charted.method, people) {
            (Method::U, Some(people)) => frame.t1("trends-unit-rate", "people", &people.to_string()),
            (_, Some(people)) => frame.t1(counted, "people", &people.to_string()),
            (_, None) => frame.t(&format!("{counted}-only")),
        };
        Figures {
            svg: to_svg(&control_picture(&spots, split, &words)),
            headline: title,
            unit,
            notes: printer.notes(),
            rows: charted.points.iter().enumerate().map(|p| printer.row(p)).rev().collect(),
            rated: charted.method == Method::U,
        }
    }
}
