//! The one road from counts to an issue: gate every figure, then compare, then draw.
//!
//! True counts end in this file. Every cell gets the keyed offset of its own name and month, so the same cell prints
//! the same figure in every issue and every resend (`security.md` 5.3, steps 4 to 6, 8 and 9).

use std::collections::BTreeMap;

use crate::config::Audience as Level;
use crate::domain::contact::Language;
use crate::domain::digest::{Artefact, Issue, Point, Printed, Row};
use crate::domain::period::Period;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::i18n::Words;
use crate::mail::{Links, chart_alt, render};
use crate::store::Count;
use crate::trends::{
    Audience, ChartWords, cell_name, is_outside, monthly_chart, movement, print_cell, protect, to_png, to_svg, usual_range,
};
use crate::vault::{SymKey, keyed_offset};

/// Months in the chart.
const CHART_MONTHS: usize = 24;
/// Width of the chart picture in pixels; shown at half of it.
const CHART_WIDTH: u32 = 1200;
/// Base of the rounding.
const BASE: u32 = 5;

struct Gate<'a> {
    key: SymKey,
    audience: &'a Audience,
}

impl Gate<'_> {
    fn print(&self, table: &str, row: &str, period: Period, count: u32, crowd: Option<u32>) -> Printed {
        let offset = keyed_offset(&self.key, &cell_name(table, row, period), BASE);
        print_cell(count, crowd, offset, self.audience)
    }
}

const fn audience(level: Level) -> &'static Audience {
    match level {
        Level::SafetyTeam => &Audience::SAFETY_TEAM,
        Level::AllStaff => &Audience::ALL_STAFF,
        Level::Outside => &Audience::OUTSIDE,
    }
}

/// Sums by a part of the cell, for one month.
fn sums<'a>(counts: &'a [Count], period: Period, part: impl Fn(&'a Count) -> &'a str) -> BTreeMap<&'a str, u32> {
    let mut out = BTreeMap::new();
    for count in counts.iter().filter(|c| c.period == period) {
        *out.entry(part(count)).or_insert(0) += count.reports;
    }
    out
}

fn total(counts: &[Count], period: Period) -> u32 {
    counts.iter().filter(|c| c.period == period).map(|c| c.reports).sum()
}

/// One row to be: code, label and the head-count of the people it describes, if any.
struct Line {
    code: String,
    label: String,
    crowd: Option<u32>,
}

fn table<'a>(
    gate: &Gate<'_>,
    name: &str,
    lines: &[Line],
    counts: &'a [Count],
    period: Period,
    part: impl Fn(&'a Count) -> &'a str + Copy,
) -> Vec<Row> {
    let (now, before) = (sums(counts, period, part), sums(counts, period.previous(), part));
    let cell = |line: &Line, month: Period, sums: &BTreeMap<&str, u32>| {
        gate.print(name, &line.code, month, sums.get(line.code.as_str()).copied().unwrap_or(0), line.crowd)
    };
    let mut rows: Vec<Row> = lines
        .iter()
        .map(|line| {
            let (now, before) = (cell(line, period, &now), cell(line, period.previous(), &before));
            Row { name: line.label.clone(), now, before, movement: movement(now, before) }
        })
        .collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    rows
}

/// Hides what a total and its printed parts would give away, and compares again what is left.
fn guard(total: &mut Row, rows: &mut [Row]) {
    let mut now: Vec<Printed> = rows.iter().map(|r| r.now).collect();
    let mut before: Vec<Printed> = rows.iter().map(|r| r.before).collect();
    total.now = protect(total.now, &mut now);
    total.before = protect(total.before, &mut before);
    for ((row, now), before) in rows.iter_mut().zip(now).zip(before) {
        (row.now, row.before, row.movement) = (now, before, movement(now, before));
    }
    total.movement = movement(total.now, total.before);
}

/// Composes the issue for one month in one language.
fn compose(ctx: &Ctx, counts: &[Count], period: Period, words: &Words) -> Result<Issue, Error> {
    let language = words.language();
    let gate = Gate { key: ctx.keyring.opened()?.lookup.derive("candor/v1/rounding"), audience: audience(ctx.settings.digest.audience) };
    let taxonomy = ctx.taxonomy();
    let mut area_lines: Vec<Line> = taxonomy
        .areas
        .iter()
        .map(|a| Line { code: a.code.as_str().to_owned(), label: a.label.in_language(language).to_owned(), crowd: Some(a.headcount) })
        .collect();
    let mut category_lines: Vec<Line> = taxonomy
        .categories
        .0
        .iter()
        .map(|c| Line { code: c.code.as_str().to_owned(), label: c.label.in_language(language).to_owned(), crowd: None })
        .collect();
    // What has no area or category yet gets a row too: the parts must add up to the total before they can guard it.
    area_lines.push(Line { code: String::new(), label: words.get("digest-row-no-area"), crowd: None });
    category_lines.push(Line { code: String::new(), label: words.get("digest-row-no-category"), crowd: None });
    let whole = |month: Period| gate.print("total", "all", month, total(counts, month), None);
    let mut areas = table(&gate, "area", &area_lines, counts, period, |c| &c.area);
    let mut categories = table(&gate, "category", &category_lines, counts, period, |c| &c.category);
    let mut sum = Row {
        name: ctx.organisation().to_owned(),
        now: whole(period),
        before: whole(period.previous()),
        movement: movement(whole(period), whole(period.previous())),
    };
    guard(&mut sum, &mut areas);
    guard(&mut sum, &mut categories);
    let printed = |month: Period| match month {
        // A total that the guard withheld must not come back through the chart.
        m if m == period => sum.now,
        m if m == period.previous() => sum.before,
        m => whole(m),
    };
    let series: Vec<Point> = period.back(CHART_MONTHS).into_iter().map(|month| Point { period: month, value: printed(month) }).collect();
    let usual = usual_range(&series);
    let outside = usual.and_then(|range| is_outside(sum.now, range));
    Ok(Issue { period, organisation: ctx.organisation().to_owned(), total: sum, areas, categories, series, usual, outside })
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

/// The letter for `period` in every language of `languages`, from one read of the counts.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub(super) fn editions(ctx: &Ctx, period: Period, languages: &[Language]) -> Result<Vec<(Language, Artefact)>, Error> {
    let first = period.back(CHART_MONTHS).first().copied().unwrap_or(period);
    let counts = ctx.store.read(|r| r.counts(first, period))?;
    languages
        .iter()
        .map(|language| {
            let words = ctx.catalog.words(*language);
            let issue = compose(ctx, &counts, period, &words)?;
            let png = chart_png(&issue, &words)?;
            let base = ctx.public_url();
            let links =
                Links { public_url: base.to_owned(), report_url: format!("{base}/report"), unsubscribe_url: format!("{base}/unsubscribe") };
            let artefact = render(&issue, &words, &links, png).map_err(|_| Error::Broken("a letter cannot be written"))?;
            Ok((*language, artefact))
        })
        .collect()
}
