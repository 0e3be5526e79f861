//! Months or quarters: how often a digest comes, so that no report is ever counted in two of them.
//!
//! The shortest span in which twenty reports can be expected (`docs/disclosure.md`, step 2), judged by figures rounded as they would be
//! printed. A choice lasts a year and changes at a quarter's border only. Refuses a span that shares a month with another issue.

use super::rounding::{offset, rounding_key};
use crate::domain::clock::{DAY, Moment};
use crate::domain::digest::Printed;
use crate::domain::period::Period;
use crate::domain::span::{Pace, Span};
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::trends::disclosure::eligible::SETTLING_DAYS;
use crate::trends::disclosure::rounding::print_cell;
use crate::trends::disclosure::{Cell, Length, Window};

/// Months a monthly issue speaks of: its own and those before it in the chart.
pub(super) const MONTHS: usize = 24;
/// Months that are looked at, and for which a choice lasts.
const YEAR: usize = 12;
/// What "fewer than 10" is taken for: the middle.
const FEW: f64 = 5.0;

/// Whether every report of `month` that will count in it counts by now.
pub(super) fn is_over(now: Moment, month: Period) -> bool {
    now.plus(-i64::from(SETTLING_DAYS) * DAY).period() > month
}

/// What issues speak of, newest first.
pub(super) fn issued(ctx: &Ctx) -> Result<Vec<Span>, Error> {
    Ok(ctx.store.read(|r| r.digests(i64::MAX))?.into_iter().map(|d| d.span).collect())
}

/// The mean of the printed monthly totals of the year that ends with `last`, from the first printed one on; nothing when there is none.
fn expected(ctx: &Ctx, last: Period) -> Result<f64, Error> {
    let months = last.back(YEAR);
    let first = months.first().copied().unwrap_or(last);
    let counts = ctx.store.read(|r| r.counts(first, last))?;
    let (key, mut figures) = (rounding_key(ctx)?, Vec::with_capacity(YEAR));
    for month in months {
        let reports = counts.iter().filter(|c| c.period == month).map(|c| c.reports).sum();
        let offset = offset(&key, &Cell::total(Window::month(month)).name());
        figures.push(print_cell(reports, None, offset, ctx.settings.digest.audience));
    }
    Ok(mean(&figures))
}

fn mean(figures: &[Printed]) -> f64 {
    let value = |p: &Printed| if let Printed::About(v) = p { f64::from(*v) } else { FEW };
    let since: Vec<f64> = figures.iter().skip_while(|p| !matches!(p, Printed::About(_))).map(value).collect();
    if since.is_empty() { 0.0 } else { since.iter().sum::<f64>() / since.len() as f64 }
}

/// What earlier issues say about the pace of a quarter: one that shares a month with it, the next one after it, or a choice that is younger than
/// a year.
fn bound(quarter: Span, issued: &[Span]) -> Option<Pace> {
    if let Some(issue) = issued.iter().filter(|i| i.last() >= quarter.first()).min_by_key(|i| i.last()) {
        return Some(issue.pace());
    }
    let newest = issued.iter().max_by_key(|i| i.last())?;
    let mut run: Vec<Span> = issued.to_vec();
    run.sort_by_key(|i| std::cmp::Reverse(i.last()));
    let began = run.iter().take_while(|i| i.pace() == newest.pace()).last()?;
    let a_year_ago = quarter.first().back(YEAR + 1).first().copied()?;
    (began.first() > a_year_ago).then_some(newest.pace())
}

/// The span that holds `month`.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub(super) fn span_of(ctx: &Ctx, month: Period, issued: &[Span]) -> Result<Span, Error> {
    let quarter = Span::holding(month, Pace::Quarter);
    if let Some(pace) = bound(quarter, issued).or(ctx.settings.digest.pace) {
        return Ok(Span::holding(month, pace));
    }
    let settled = ctx.now().plus(-i64::from(SETTLING_DAYS) * DAY).period().previous();
    let monthly = Length::shortest(expected(ctx, quarter.last().min(settled))?) == Some(Length::Month);
    Ok(Span::holding(month, if monthly { Pace::Month } else { Pace::Quarter }))
}

/// Every span of the last year, newest first, that is over.
pub(super) fn over(ctx: &Ctx, issued: &[Span]) -> Result<Vec<Span>, Error> {
    let now = ctx.now();
    let mut out: Vec<Span> = Vec::new();
    for month in now.period().back(YEAR + 3).into_iter().rev().filter(|m| is_over(now, *m)) {
        let span = span_of(ctx, month, issued)?;
        if is_over(now, span.last()) && out.last() != Some(&span) {
            out.push(span);
        }
    }
    Ok(out)
}

/// Spans before and with `span` that its chart shows: two years of months, or four of quarters, because a usual range needs twelve.
pub(super) fn shown(span: Span) -> Vec<Span> {
    span.back(match span.pace() {
        Pace::Month => MONTHS,
        Pace::Quarter => 16,
    })
}

#[cfg(test)]
mod tests {
    use super::{FEW, Pace, Printed, Span, bound, mean};

    fn span(text: &str) -> Span {
        Span::parse(text).expect("a span")
    }

    fn months(first: &str, last: &str) -> Vec<Span> {
        let mut out: Vec<Span> = span(last).back(40).into_iter().filter(|s| *s >= span(first)).collect();
        out.reverse();
        out
    }

    #[test]
    fn dc_17_a_choice_lasts_a_year_and_a_quarter_that_has_begun_is_ended_as_it_began() {
        assert_eq!(bound(span("2026-Q4"), &[]), None);
        assert_eq!(bound(span("2026-Q4"), &months("2026-10", "2026-10")), Some(Pace::Month), "October stands alone already");
        assert_eq!(bound(span("2026-Q4"), &months("2026-01", "2026-09")), Some(Pace::Month), "nine months old");
        assert_eq!(bound(span("2026-Q4"), &months("2025-10", "2026-09")), None, "a year old");
        assert_eq!(bound(span("2026-Q4"), &[span("2026-Q3")]), Some(Pace::Quarter));
        assert_eq!(bound(span("2026-Q1"), &months("2026-09", "2026-09")), Some(Pace::Month), "its chart showed these months");
    }

    #[test]
    fn dc_17_what_is_expected_is_judged_by_printed_figures() {
        let about = Printed::About;

        assert!((mean(&[Printed::Few, about(20), Printed::Few, about(35)]) - (20.0 + FEW + 35.0) / 3.0).abs() < 1e-9);
        assert!(mean(&[Printed::Few; 12]).abs() < 1e-9);
    }
}
