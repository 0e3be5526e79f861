//! The one road from counts to an issue: through the gate, then into words and a picture.
//!
//! True counts end in `trends::disclosure::release`. Every cell gets the keyed offset of its own name and month, so the same cell
//! prints the same figure in every issue and every resend (`docs/disclosure.md`).

use std::collections::BTreeMap;

use super::noise::Book;
use super::published::MONTHS;
use crate::config::Audience as Level;
use crate::domain::clock::DAY;
use crate::domain::contact::Language;
use crate::domain::crowd::estimate;
use crate::domain::digest::{Artefact, Issue, Point, Printed, Row, Told};
use crate::domain::period::Period;
use crate::domain::taxonomy::Code;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::trends::{Burst, open_bursts};
use crate::i18n::Words;
use crate::mail::{Links, chart_alt, render};
use crate::store::Count;
use crate::trends::disclosure::attacks::Claim;
use crate::trends::disclosure::eligible::SETTLING_DAYS;
use crate::trends::disclosure::noise::Epsilon;
use crate::trends::disclosure::{
    Audience, Axis, Cell, Dimension, Entry, Facts, Group, Headcount, Ledger, Refusal, Release, Request, Standing, Table, Tally, Window,
    movement, release,
};
use crate::trends::{ChartWords, is_outside, monthly_chart, to_png, to_svg, usual_range};
use crate::vault::keyed_offset;

/// Width of the chart picture in pixels; shown at half of it.
const CHART_WIDTH: u32 = 1200;
/// Base of the rounding.
const BASE: u32 = 5;

/// An issue in every wanted language, with the figures it prints for the first time.
pub(super) struct Composed {
    pub(super) editions: Vec<(Language, Artefact)>,
    pub(super) figures: Vec<Entry>,
    /// What their noise costs.
    pub(super) spends: Vec<(Window, Epsilon)>,
}

const fn audience(level: Level) -> Audience {
    match level {
        Level::SafetyTeam => Audience::SafetyTeam,
        Level::AllStaff => Audience::AllStaff,
        Level::Outside => Audience::Outside,
    }
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

/// What the gate lets out about `period`: the month and the one before by area and by category, and two years of totals.
fn gated(ctx: &Ctx, counts: &[Count], period: Period, ledger: &Ledger, book: Option<&Book>) -> Result<Release, Error> {
    let key = ctx.keyring.opened()?.lookup.derive("candor/v1/rounding");
    let tables = [Table::By(Dimension::Place), Table::By(Dimension::Category)];
    let totals = period.back(MONTHS).into_iter().map(|p| (Table::Total, Window::month(p)));
    let mut asked: Vec<(Table, Window)> =
        totals.chain([period, period.previous()].into_iter().flat_map(|p| tables.map(|t| (t, Window::month(p))))).collect();
    if let Some(book) = book {
        asked.retain(|(_, window)| book.may_ask(*window, ledger));
        if !asked.iter().any(|(_, window)| *window == Window::month(period)) {
            return Err(Error::Conflict("digest-spent"));
        }
    }
    let settled = ctx.store.read(|r| r.settled_bursts())?;
    let bursts = open_bursts(counts, &period.back(MONTHS), &settled);
    let request = Request {
        audience: audience(ctx.settings.digest.audience),
        workforce: Headcount::fresh(estimate(ctx.taxonomy(), None, None, ctx.now().period())),
        axes: &axes(ctx)?,
        asked: &asked,
        tallies: &tallies(ctx, counts, &bursts),
        shares: &[],
        offset: &|name| keyed_offset(&key, name, BASE),
        noise: book.map(Book::noise),
    };
    release(&request, ledger).map_err(|refusal| match refusal {
        Refusal::TooFewPeople => Error::Conflict("digest-too-few"),
        Refusal::Exposed | Refusal::Attack(_) => Error::Conflict("digest-refused"),
        Refusal::Budget => Error::Conflict("digest-spent"),
        Refusal::Undeclared | Refusal::Bits => Error::Broken("the gate was asked for what is not declared"),
    })
}

/// One row: a cell in this month and the one before.
fn row(release: &Release, name: &str, period: Period, cell: impl Fn(Window) -> Cell) -> Row {
    let (now, before) = (release.printed(&cell(Window::month(period))), release.printed(&cell(Window::month(period.previous()))));
    Row { name: name.to_owned(), now, before, movement: movement(now, before) }
}

/// The rows of one dimension, by name. What has no area or category yet has a row too.
fn rows<'a>(release: &Release, dimension: Dimension, named: impl Iterator<Item = (&'a str, &'a str)>, period: Period) -> Vec<Row> {
    let mut rows: Vec<Row> = named.map(|(code, name)| row(release, name, period, |w| Cell::by(w, dimension, code))).collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    rows
}

/// The issue in one language.
fn issue(ctx: &Ctx, release: &Release, period: Period, words: &Words) -> Result<Issue, Error> {
    let (language, taxonomy) = (words.language(), ctx.taxonomy());
    let (no_area, no_category) = (words.get("digest-row-no-area"), words.get("digest-row-no-category"));
    let areas = taxonomy.areas.iter().map(|a| (a.code.as_str(), a.label.in_language(language))).chain([("", no_area.as_str())]);
    let categories =
        taxonomy.categories.0.iter().map(|c| (c.code.as_str(), c.label.in_language(language))).chain([("", no_category.as_str())]);
    let total = row(release, ctx.organisation(), period, Cell::total);
    let value = |p: Period| release.printed(&Cell::total(Window::month(p)));
    let series: Vec<Point> = period.back(MONTHS).into_iter().map(|p| Point { period: p, value: value(p) }).collect();
    let height = |point: &Point| match point.value {
        Printed::About(reports) => Some(Claim::Height { cell: Cell::total(Window::month(point.period)), reports }),
        Printed::Few | Printed::Withheld => None,
    };
    if !release.vouches_for(&series.iter().filter_map(height).collect::<Vec<_>>()) {
        return Err(Error::Broken("a chart shows what was not printed"));
    }
    let usual = usual_range(&series);
    let outside = usual.and_then(|range| is_outside(total.now, range));
    Ok(Issue {
        period,
        organisation: ctx.organisation().to_owned(),
        areas: rows(release, Dimension::Place, areas, period),
        categories: rows(release, Dimension::Category, categories, period),
        total,
        series,
        usual,
        outside,
        told: Told::default(),
        noise_thousandths: ctx.settings.digest.noise_thousandths,
    })
}

fn chart_png(issue: &Issue, words: &Words) -> Result<Vec<u8>, Error> {
    let months: [String; 12] = std::array::from_fn(|i| words.month_short(i32::try_from(i).unwrap_or(0) + 1));
    let title = words.get("digest-chart-title");
    let (description, usual, few) = (chart_alt(issue, words), words.get("digest-chart-usual"), words.get("digest-chart-few"));
    let chart_words = ChartWords {
        title: &title,
        description: &description,
        usual: &usual,
        few: &few,
        months: std::array::from_fn(|i| months.get(i).map_or("", String::as_str)),
    };
    let svg = to_svg(&monthly_chart(&issue.series, issue.usual, &chart_words));
    to_png(&svg, CHART_WIDTH).map_err(|_| Error::Broken("a chart cannot be drawn"))
}

/// The letter for `period` in every language of `languages`, from one read of the counts and one pass through the gate.
///
/// # Errors
/// `Conflict("digest-too-few")`, `Conflict("digest-refused")` or `Conflict("digest-spent")` when the gate lets nothing out;
/// `Unavailable` or `Broken`.
pub(super) fn compose(ctx: &Ctx, period: Period, languages: &[Language], ledger: &Ledger, book: Option<&Book>) -> Result<Composed, Error> {
    let first = period.back(MONTHS).first().copied().unwrap_or(period);
    let counts = ctx.store.read(|r| r.counts(first, period))?;
    let release = gated(ctx, &counts, period, ledger, book)?;
    let edition = |language: &Language| {
        let words = ctx.catalog.words(*language);
        let issue = issue(ctx, &release, period, &words)?;
        let png = chart_png(&issue, &words)?;
        let base = ctx.public_url();
        let links =
            Links { public_url: base.to_owned(), report_url: format!("{base}/report"), unsubscribe_url: format!("{base}/unsubscribe") };
        let artefact = render(&issue, &words, &links, png).map_err(|_| Error::Broken("a letter cannot be written"))?;
        Ok((*language, artefact))
    };
    let editions = languages.iter().map(edition).collect::<Result<_, Error>>()?;
    Ok(Composed { editions, figures: release.fresh, spends: release.spends })
}
