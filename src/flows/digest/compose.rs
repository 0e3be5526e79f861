//! The one road from counts to an issue: through the gate, level by level, then into words and a picture.
//!
//! True counts end in `trends::disclosure::release`. Every cell gets the keyed offset of its own name and time, so the same cell
//! prints the same figure in every issue and every resend. Levels pass one after the other, each audited together with what the ones
//! before it print (`docs/disclosure.md`).

use std::collections::BTreeMap;

use super::noise::Book;
use super::pace::{MONTHS, shown};
use super::rounding::{offset, rounding_key};
use super::told::Material;
use crate::domain::clock::DAY;
use crate::domain::crowd::estimate;
use crate::domain::digest::{Artefact, Editorial, Figures, Issue, Movement, Point, Printed, Row};
use crate::domain::edition::{Edition, Level};
use crate::domain::span::{Pace, Span};
use crate::domain::taxonomy::Code;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::trends::{Burst, open_bursts};
use crate::i18n::Words;
use crate::mail::{Links, chart_alt, chart_title, render};
use crate::store::Count;
use crate::trends::disclosure::attacks::Claim;
use crate::trends::disclosure::eligible::SETTLING_DAYS;
use crate::trends::disclosure::noise::Epsilon;
use crate::trends::disclosure::{
    Axis, Cell, Dimension, Entry, Facts, Group, Headcount, Ledger, Length, Refusal, Release, Request, Standing, Table, Tally, Window,
    movement, release,
};
use crate::trends::{ChartWords, RULES, false_alarm, is_outside, monthly_chart, to_png, to_svg, usual_range};

/// Width of the chart picture in pixels; shown at half of it.
const CHART_WIDTH: u32 = 1200;
/// Fewest rows with a figure; a table with fewer is left out.
const ROWS_MIN: usize = 2;
/// A smaller total is not split into rows: parts of about ten, each of which may be 4 off, say nothing, and most stand as "under 10".
const SPLIT_MIN: u32 = 50;
/// Fewest figures that make a chart.
const POINTS_MIN: usize = 2;
/// The tables of a letter, and what is tried when earlier issues leave no room for all of them.
const TABLES: [&[Dimension]; 3] = [&[Dimension::Place, Dimension::Category], &[Dimension::Category], &[]];

/// An issue in every wanted edition, with the figures it prints for the first time.
pub(super) struct Composed {
    pub(super) editions: Vec<(Edition, Artefact)>,
    pub(super) figures: Vec<Entry>,
    /// What their noise costs.
    pub(super) spends: Vec<(Window, Epsilon)>,
}

fn window(span: Span) -> Window {
    let length = match span.pace() {
        Pace::Month => Length::Month,
        Pace::Quarter => Length::Quarter,
    };
    Window::holding(span.last(), length)
}

/// The areas with their people, and the categories.
fn axes(ctx: &Ctx) -> Result<[Axis; 2], Error> {
    let group = |code: &Code, people| Group { code: code.as_str().to_owned(), parent: None, people };
    let (taxonomy, now) = (ctx.taxonomy(), ctx.now().period());
    let areas = taxonomy.areas.iter().map(|a| group(&a.code, Some(Headcount::fresh(a.people(now))))).collect();
    let categories = taxonomy.categories.0.iter().map(|c| group(&c.code, None)).collect();
    let twice = || Error::Broken("an area or a category stands twice");
    Ok([Axis::new(Dimension::Place, areas).ok_or_else(twice)?, Axis::new(Dimension::Category, categories).ok_or_else(twice)?])
}

/// Roll-ups hold approved reports only and leave out what was excluded; whether they have settled, the calendar says.
fn tallies(ctx: &Ctx, counts: &[Count], bursts: &[Burst]) -> Vec<Tally> {
    let settled = ctx.now().plus(-i64::from(SETTLING_DAYS) * DAY).period();
    let tally = |count: &Count| Tally {
        month: count.period,
        codes: BTreeMap::from([(Dimension::Place, count.area.clone()), (Dimension::Category, count.category.clone())]),
        facts: Facts {
            standing: Standing::Approved,
            in_open_burst: bursts.iter().any(|b| b.month == count.period && b.area == count.area),
            days_since_release: if settled > count.period { SETTLING_DAYS } else { 0 },
        },
        reports: count.reports,
    };
    counts.iter().map(tally).collect()
}

/// Whether something was published about a part of this window, or about more than it: then it has no figure of its own.
fn is_crossed(window: Window, ledger: &Ledger) -> bool {
    ledger.entries().iter().map(|e| e.cell.window).any(|w| w != window && (w.covers(window) || window.covers(w)))
}

/// What the gate lets out about `span` for readers of `level`: it and the one before by area and by category, and the totals of the chart.
/// `None` where fewer people work than may be described to them.
fn gated(
    ctx: &Ctx,
    counts: &[Count],
    (span, level): (Span, Level),
    ledger: &Ledger,
    book: Option<&Book>,
) -> Result<Option<Release>, Error> {
    if is_crossed(window(span), ledger) {
        return Err(Error::Conflict("digest-pace"));
    }
    let key = rounding_key(ctx)?;
    let free = |span: &Span| !is_crossed(window(*span), ledger);
    let settled = ctx.store.read(|r| r.settled_bursts())?;
    let bursts = open_bursts(counts, &span.last().back(MONTHS), &settled);
    let (axes, tallies) = (axes(ctx)?, tallies(ctx, counts, &bursts));
    for tables in TABLES {
        let totals = shown(span).into_iter().filter(free).map(|s| (Table::Total, window(s)));
        let beside = [span, span.previous()].into_iter().filter(free);
        let rows = beside.flat_map(|s| tables.iter().map(move |d| (Table::By(*d), window(s))));
        let mut asked: Vec<(Table, Window)> = totals.chain(rows).collect();
        if let Some(book) = book {
            asked.retain(|(_, window)| book.may_ask(*window, ledger));
            if !asked.iter().any(|(_, w)| *w == window(span)) {
                return Err(Error::Conflict("digest-spent"));
            }
        }
        let request = Request {
            audience: level,
            workforce: Headcount::fresh(estimate(ctx.taxonomy(), None, None, ctx.now().period())),
            axes: &axes,
            asked: &asked,
            tallies: &tallies,
            shares: &[],
            offset: &|name| offset(&key, name),
            noise: book.map(Book::noise),
        };
        match release(&request, ledger) {
            Ok(release) => return Ok(Some(release)),
            Err(Refusal::TooFewPeople) => return Ok(None),
            Err(Refusal::Exposed | Refusal::Attack(_)) => {}
            Err(Refusal::Budget) => return Err(Error::Conflict("digest-spent")),
            Err(Refusal::Undeclared | Refusal::Bits) => {
                return Err(Error::Broken("the gate was asked for what is not declared"));
            }
        }
    }
    Err(Error::Conflict("digest-refused"))
}

/// One row: a cell in this span and the one before. What reports that are held out are missing from is not compared: it would say "fewer" of what
/// nobody has read yet.
fn row(release: &Release, name: &str, span: Span, cell: impl Fn(Window) -> Cell) -> Row {
    let cells = [cell(window(span)), cell(window(span.previous()))];
    let [now, before] = cells.each_ref().map(|cell| release.printed(cell));
    let lacking = cells.iter().any(|cell| release.lacks_reports(cell));
    let movement = if lacking { Movement::CannotSay } else { movement(now, before) };
    Row { name: name.to_owned(), unsorted: false, now, before, movement }
}

/// The rows of one dimension, by name; none when too few of them have a figure now. What has no area or category yet has a row too.
fn rows<'a>(release: &Release, dimension: Dimension, named: impl Iterator<Item = (&'a str, &'a str)>, span: Span) -> Vec<Row> {
    let mut rows: Vec<Row> =
        named.map(|(code, name)| Row { unsorted: code.is_empty(), ..row(release, name, span, |w| Cell::by(w, dimension, code)) }).collect();
    if rows.iter().filter(|r| matches!(r.now, Printed::About(_))).count() < ROWS_MIN {
        return Vec::new();
    }
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    rows
}

/// The figures in one language.
fn figures(ctx: &Ctx, release: &Release, span: Span, words: &Words) -> Result<Figures, Error> {
    let (language, taxonomy) = (words.language(), ctx.taxonomy());
    let (no_area, no_category) = (words.get("digest-row-no-area"), words.get("digest-row-no-category"));
    let areas = taxonomy.areas.iter().map(|a| (a.code.as_str(), a.label.in_language(language))).chain([("", no_area.as_str())]);
    let categories =
        taxonomy.categories.0.iter().map(|c| (c.code.as_str(), c.label.in_language(language))).chain([("", no_category.as_str())]);
    let lacking: Vec<Span> = [span, span.previous()].into_iter().filter(|s| release.lacks_reports(&Cell::total(window(*s)))).collect();
    let total = row(release, ctx.organisation(), span, Cell::total);
    let split = matches!(total.now, Printed::About(n) if n >= SPLIT_MIN);
    let value = |s: Span| release.printed(&Cell::total(window(s)));
    let mut series: Vec<(Span, Point)> = shown(span).into_iter().map(|s| (s, Point { period: s.last(), value: value(s) })).collect();
    let height = |(span, point): &(Span, Point)| match point.value {
        Printed::About(reports) => Some(Claim::Height { cell: Cell::total(window(*span)), reports }),
        Printed::Few | Printed::Withheld => None,
    };
    if !release.vouches_for(&series.iter().filter_map(height).collect::<Vec<_>>()) {
        return Err(Error::Broken("a chart shows what was not printed"));
    }
    // What lies before a gap, and the time before there was anything to print, is no part of the line.
    let gap = series.iter().rposition(|(_, p)| p.value == Printed::Withheld).map_or(0, |at| at + 1);
    let began = series.iter().skip(gap).position(|(_, p)| matches!(p.value, Printed::About(_))).map_or(series.len(), |at| gap + at);
    series.drain(..began);
    if series.iter().filter_map(height).count() < POINTS_MIN {
        series.clear();
    }
    let series: Vec<Point> = series.into_iter().map(|(_, point)| point).collect();
    let usual = usual_range(&series);
    Ok(Figures {
        areas: if split { rows(release, Dimension::Place, areas, span) } else { Vec::new() },
        categories: if split { rows(release, Dimension::Category, categories, span) } else { Vec::new() },
        outside: usual.filter(|_| !lacking.contains(&span)).and_then(|range| is_outside(total.now, range)),
        false_alarm: usual.and_then(false_alarm),
        rules: RULES,
        lacking,
        total,
        series,
        usual,
    })
}

/// The chart; nothing where there are no figures to draw.
fn chart_png(issue: &Issue, words: &Words) -> Result<Vec<u8>, Error> {
    let Some(figures) = issue.figures.as_ref().filter(|f| !f.series.is_empty()) else { return Ok(Vec::new()) };
    let quarterly = issue.span.pace() == Pace::Quarter;
    // A quarter's point lies at its last month, and has the quarter's name.
    let name = |month: i32| if quarterly { words.get(&format!("quarter-short-{}", (month + 2) / 3)) } else { words.month_short(month) };
    let names: [String; 12] = std::array::from_fn(|i| name(i32::try_from(i).unwrap_or(0) + 1));
    let few = words.get(if issue.level == Level::Outside { "digest-chart-few-outside" } else { "digest-chart-few" });
    let (title, description, usual) = (chart_title(issue, words), chart_alt(issue, words), words.get("digest-chart-usual"));
    let chart_words = ChartWords {
        title: &title,
        description: &description,
        usual: &usual,
        few: &few,
        months: std::array::from_fn(|i| names.get(i).map_or("", String::as_str)),
    };
    let svg = to_svg(&monthly_chart(&figures.series, figures.usual, &chart_words));
    to_png(&svg, CHART_WIDTH).map_err(|_| Error::Broken("a chart cannot be drawn"))
}

/// What is to be composed.
pub(super) struct Wanted<'a> {
    /// What the issue speaks of.
    pub(super) span: Span,
    /// Every edition it has: their levels decide what each may print.
    pub(super) editions: &'a [Edition],
    /// The one that is to be written; `None` for all.
    pub(super) only: Option<Edition>,
    /// What an editor chose.
    pub(super) editorial: &'a Editorial,
    /// The budget of noise; `None` without noise.
    pub(super) book: Option<&'a Book>,
}

/// The letter in its editions, from one read of the counts and one pass of each level through the gate.
///
/// # Errors
/// `Conflict("digest-pace")`, `Conflict("digest-refused")` or `Conflict("digest-spent")` when the gate lets nothing out; `Unavailable` or `Broken`.
pub(super) fn compose(ctx: &Ctx, wanted: &Wanted<'_>, mut ledger: Ledger) -> Result<Composed, Error> {
    let span = wanted.span;
    let first = shown(span).first().map_or(span.first(), |s| s.first());
    let counts = ctx.store.read(|r| r.counts(first, span.last()))?;
    let base = ctx.public_url();
    let links = Links { public_url: base.to_owned(), report_url: format!("{base}/report"), unsubscribe_url: format!("{base}/unsubscribe") };
    let mut composed = Composed { editions: Vec::new(), figures: Vec::new(), spends: Vec::new() };
    let levels: Vec<Level> = Level::ALL.into_iter().filter(|level| wanted.editions.iter().any(|e| e.level == *level)).collect();
    let material = Material::open(ctx, wanted.editorial, &levels)?;
    for level in levels {
        let release = gated(ctx, &counts, (span, level), &ledger, wanted.book)?;
        if let Some(release) = &release {
            ledger.record(release.fresh.clone());
            composed.figures.extend(release.fresh.clone());
            composed.spends.extend(release.spends.clone());
        }
        let told = material.told(wanted.editorial, level, span, &ledger)?;
        for edition in wanted.editions.iter().filter(|e| e.level == level && wanted.only.is_none_or(|only| only == **e)) {
            let words = ctx.catalog.words(edition.language);
            let figures = release.as_ref().map(|release| figures(ctx, release, span, &words)).transpose()?;
            let noise_thousandths = ctx.settings.digest.noise_thousandths;
            let issue = Issue { span, level, organisation: ctx.organisation().to_owned(), figures, told: told.clone(), noise_thousandths };
            let png = chart_png(&issue, &words)?;
            let artefact = render(&issue, &words, &links, png).map_err(|_| Error::Broken("a letter cannot be written"))?;
            composed.editions.push((*edition, artefact));
        }
    }
    Ok(composed)
}
