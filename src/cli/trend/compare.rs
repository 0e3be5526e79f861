//! Rates, drift and change points: methods that look at a whole series and set no control limits.

use clap::ValueEnum;

use super::charts::{positive, refusal};
use super::output::{Answer, Figures, Section};
use crate::cli::exit::Bad;
use crate::trends::changepoint::{Cost, POINTS_MAX, Splitter};
use crate::trends::kendall;
use crate::trends::{Fault, Series, compare_rates, rate_interval};

/// Most changes that can be asked for.
const BREAKS_MAX: u64 = 20;

/// How rates are compared and changes sought.
#[derive(clap::Args)]
#[group(skip)]
pub(super) struct Args {
    /// Confidence level of intervals (rates).
    #[arg(long, value_name = "SHARE", value_parser = share, default_value = "0.95")]
    level: f64,
    /// What a stretch costs (changepoint); without it Poisson for counts, squares for measures.
    #[arg(long, value_name = "NAME")]
    cost: Option<CostName>,
    /// What a further change costs (changepoint); 2 ln n for Poisson, ln n times the variance of differences for squares, unless given.
    #[arg(long, value_name = "VALUE", value_parser = positive)]
    penalty: Option<f64>,
    /// Find exactly N changes (changepoint).
    #[arg(long, value_name = "N", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(0..=BREAKS_MAX))]
    breaks: Option<usize>,
    /// Fewest points of a stretch (changepoint).
    #[arg(long, value_name = "N", default_value = "2", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    min_size: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CostName {
    /// Likelihood of Poisson counts.
    Poisson,
    /// Squared differences from the mean.
    #[value(aliases = ["l2", "ls"])]
    Squares,
}

fn share(text: &str) -> Result<f64, String> {
    positive(text).ok().filter(|n| *n < 1.0).ok_or_else(|| "write a number between 0 and 1".to_owned())
}

/// Events and exposure of one side of a comparison.
#[derive(Clone, Copy, Default)]
struct Total {
    events: u64,
    exposure: f64,
}

/// Exact intervals of rates; two lines, or else two phases, are compared.
pub(super) fn rates(args: &super::Args, series: &Series) -> Result<Answer, Bad> {
    let (level, per) = (args.compare.level, args.limits.per());
    let totals = totals(series)?;
    let mut answer = Answer::of(args.chart.name(), series);
    for (i, total) in totals.iter().enumerate() {
        if let Some((total, interval)) = total.and_then(|t| rate_interval(t.events, t.exposure, level).map(|interval| (t, interval))) {
            answer.set_value(i, total.events as f64 / total.exposure * per);
            answer.set_limits(i, interval.low * per, interval.high * per);
        }
    }
    let sections = series.sections();
    for range in &sections {
        let within = totals.get(range.clone()).unwrap_or_default();
        let sum = add(within);
        let interval = rate_interval(sum.events, sum.exposure, level);
        let mut figures = Figures::default();
        figures.set("events", sum.events as f64);
        figures.set("exposure", sum.exposure);
        figures.set("rate", (sum.exposure > 0.0).then(|| sum.events as f64 / sum.exposure * per));
        figures.set("rate_low", interval.map(|i| i.low * per));
        figures.set("rate_high", interval.map(|i| i.high * per));
        let phase = series.phases.get(range.start).cloned().unwrap_or_default();
        answer.sections.push(Section { phase, first: range.start + 1, last: range.end, figures });
    }
    answer.figures = match (sections.as_slice(), totals.as_slice()) {
        ([earlier, later], _) => {
            let sum = |range: &std::ops::Range<usize>| add(totals.get(range.clone()).unwrap_or_default());
            let name = |range: &std::ops::Range<usize>| series.phases.get(range.start).map_or("", String::as_str);
            compared(sum(later), sum(earlier), &format!("{} over {}", name(later), name(earlier)), level)
        }
        ([_], [Some(first), Some(second)]) => {
            let name = |i: usize| series.labels.get(i).map_or("", String::as_str);
            compared(*first, *second, &format!("{} over {}", name(0), name(1)), level)
        }
        _ => answer.sections.last().map(|s| s.figures.clone()).unwrap_or_default(),
    };
    if !series.has_exposure() {
        answer.notes.push("no exposure: each point counts as one unit".to_owned());
    }
    Ok(answer)
}

fn compared(first: Total, second: Total, name: &str, level: f64) -> Figures {
    let found = compare_rates((first.events, first.exposure), (second.events, second.exposure), level);
    let mut figures = Figures::default();
    figures.set("compared", name);
    figures.set("ratio", found.and_then(|f| f.ratio));
    figures.set("ratio_low", found.map(|f| f.interval.low));
    figures.set("ratio_high", found.map(|f| f.interval.high));
    figures.set("p_exact", found.map(|f| f.p_exact));
    figures.set("p_mid", found.map(|f| f.p_mid));
    figures.set("p_e_test", found.and_then(|f| f.p_e_test));
    figures
}

fn add(totals: &[Option<Total>]) -> Total {
    let sum = |sum: Total, t: &Total| Total { events: sum.events.saturating_add(t.events), exposure: sum.exposure + t.exposure };
    totals.iter().flatten().fold(Total::default(), sum)
}

/// Events and exposure of each point; none where either is missing.
fn totals(series: &Series) -> Result<Vec<Option<Total>>, Bad> {
    let exposed = series.has_exposure();
    let mut totals = Vec::with_capacity(series.len());
    for (i, (count, exposure)) in series.counts.iter().zip(&series.exposure).enumerate() {
        let exposure = if exposed { *exposure } else { Some(1.0) };
        let Some((count, exposure)) = (*count).zip(exposure) else {
            totals.push(None);
            continue;
        };
        if count < 0.0 {
            return Err(refusal(Fault::Negative(i), series));
        }
        if exposure < 0.0 || (exposure == 0.0 && count > 0.0) {
            return Err(refusal(Fault::Exposure(i), series));
        }
        let events = whole(count).ok_or_else(|| Bad(format!("point {}: rates are of whole counts, not {count}", i + 1)))?;
        totals.push(Some(Total { events, exposure }));
    }
    Ok(totals)
}

/// A number as a whole one, if it is.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and below 2^53")]
fn whole(number: f64) -> Option<u64> {
    (number.fract() == 0.0 && (0.0..9_007_199_254_740_992.0).contains(&number)).then_some(number as u64)
}

/// Slow drift.
pub(super) fn drift(args: &super::Args, series: &Series) -> Result<Answer, Bad> {
    let values = plain_values(args, series)?;
    at_most(kendall::POINTS_MAX, series)?;
    let found = kendall::drift(&values);
    let mut answer = Answer::of(args.chart.name(), series);
    for (i, value) in values.iter().enumerate() {
        if let Some(value) = value {
            answer.set_value(i, *value);
        }
        answer.set_centre(i, found.map(|d| d.slope.mul_add(i as f64, d.intercept)));
    }
    answer.figures.set("s", found.map(|d| d.s));
    answer.figures.set("var_s", found.map(|d| d.variance));
    answer.figures.set("z", found.map(|d| d.z));
    answer.figures.set("p", found.map(|d| d.p));
    answer.figures.set("tau", found.map(|d| d.tau));
    answer.figures.set("sen_slope", found.map(|d| d.slope));
    answer.figures.set("intercept", found.map(|d| d.intercept));
    if series.sections().len() > 1 {
        answer.notes.push("phases are not split: drift is judged over the whole series".to_owned());
    }
    Ok(answer)
}

fn at_most(points: usize, series: &Series) -> Result<(), Bad> {
    if series.len() > points {
        return Err(Bad(format!("more than {points} points: sum them up to longer periods first")));
    }
    Ok(())
}

/// Counts, or rates where there is exposure.
fn plain_values(args: &super::Args, series: &Series) -> Result<Vec<Option<f64>>, Bad> {
    if !series.has_exposure() {
        return Ok(series.counts.clone());
    }
    let mut values = Vec::with_capacity(series.len());
    for (i, (count, exposure)) in series.counts.iter().zip(&series.exposure).enumerate() {
        if exposure.is_some_and(|e| e < 0.0 || (e == 0.0 && count.is_some_and(|c| c != 0.0))) {
            return Err(refusal(Fault::Exposure(i), series));
        }
        values.push((*count).zip(exposure.filter(|e| *e > 0.0)).map(|(c, e)| c / e * args.limits.per()));
    }
    Ok(values)
}

/// When the level changed.
pub(super) fn change(args: &super::Args, series: &Series) -> Result<Answer, Bad> {
    at_most(POINTS_MAX, series)?;
    let rated = plain_values(args, series)?;
    let there: Vec<usize> = (0..series.len()).filter(|i| rated.get(*i).copied().flatten().is_some()).collect();
    let pick = |of: &[Option<f64>]| there.iter().filter_map(|i| of.get(*i).copied().flatten()).collect::<Vec<f64>>();
    let counts = pick(&series.counts);
    let name = args.compare.cost.unwrap_or(if counts.iter().all(|c| *c >= 0.0) { CostName::Poisson } else { CostName::Squares });
    let (cost, cost_name, values, exposure) = match name {
        CostName::Poisson if series.has_exposure() => (Cost::Poisson, "poisson", counts, pick(&series.exposure)),
        CostName::Poisson => (Cost::Poisson, "poisson", counts, vec![1.0; there.len()]),
        CostName::Squares => (Cost::Squares, "squares", pick(&rated), vec![1.0; there.len()]),
    };
    if let Some(i) = values.iter().position(|v| cost == Cost::Poisson && *v < 0.0) {
        return Err(refusal(Fault::Negative(there.get(i).copied().unwrap_or(i)), series));
    }
    let splitter = Splitter::new(&values, &exposure, cost, args.compare.min_size);
    let penalty = args.compare.penalty.unwrap_or_else(|| usual_penalty(&values, cost));
    let found = splitter.as_ref().and_then(|s| s.change());
    let ends = splitter.as_ref().and_then(|s| args.compare.breaks.map_or_else(|| s.penalised(penalty), |n| s.with_breaks(n)));
    let mut answer = Answer::of(args.chart.name(), series);
    there.iter().filter_map(|i| Some((*i, rated.get(*i).copied().flatten()?))).for_each(|(i, value)| answer.set_value(i, value));
    let level = |from: usize, to: usize| {
        let sum = |of: &[f64]| of.get(from..to).unwrap_or_default().iter().sum::<f64>();
        sum(&values) / sum(&exposure) * if cost == Cost::Poisson { args.limits.per() } else { 1.0 }
    };
    let last_of = |end: usize| end.checked_sub(1).and_then(|i| there.get(i)).map_or(0, |i| i + 1);
    answer.figures.set("cost", cost_name);
    answer.figures.set("change_after", found.map(|f| last_of(f.after) as f64));
    answer.figures.set(if cost == Cost::Poisson { "two_log_likelihood_ratio" } else { "gain" }, found.map(|f| f.gain));
    answer.figures.set("mean_before", found.map(|f| level(0, f.after)));
    answer.figures.set("mean_after", found.map(|f| level(f.after, values.len())));
    answer.figures.set("penalty", args.compare.breaks.is_none().then_some(penalty));
    answer.figures.set("breaks", ends.as_ref().map(|ends| ends.iter().map(|end| last_of(*end) as f64).collect::<Vec<_>>()));
    let mut from = 0;
    for end in ends.into_iter().flatten() {
        for i in there.get(from..end).unwrap_or_default() {
            answer.set_centre(*i, Some(level(from, end)));
        }
        if let Some(first) = there.get(from).filter(|_| from > 0) {
            answer.fire("change_point", Some(*first));
        }
        from = end;
    }
    Ok(answer)
}

/// Twice ln n for likelihoods (a rate and a place for each change), ln n times the variance of differences for squares.
fn usual_penalty(values: &[f64], cost: Cost) -> f64 {
    let n = values.len() as f64;
    if cost == Cost::Poisson {
        return 2.0 * n.ln();
    }
    let steps: Vec<f64> = values.windows(2).filter_map(|w| Some(w.last()? - w.first()?)).collect();
    let mean = steps.iter().sum::<f64>() / steps.len() as f64;
    let variance = steps.iter().map(|s| (s - mean).powi(2)).sum::<f64>() / steps.len() as f64;
    n.ln() * variance
}
