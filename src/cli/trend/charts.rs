//! Control charts and the funnel: from the arguments to the pure methods in `trends`, and from what they find to an answer.

use super::output::{Answer, Figures, Section};
use super::signals;
use crate::cli::exit::Bad;
use crate::trends::{Fault, Kind, Options, Plotted, Series, Side, Summary, control_chart, funnel};

/// Fewer points than this give trial limits only.
const FIRM: usize = 20;

/// Below this mean the limits of counts are rough.
const LEAST_MEAN: f64 = 5.0;

/// How limits are set.
#[derive(clap::Args)]
#[group(skip)]
pub(super) struct Args {
    /// Set the limits from the first N points and keep them for the rest; phases are then not split.
    #[arg(long, value_name = "N", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    freeze: Option<usize>,
    /// Points, counted from 1, that take no part in limits and run rules.
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    exclude: Vec<usize>,
    /// Keep wild moving ranges when setting the limits of xmr and t.
    #[arg(long)]
    no_screen: bool,
    /// Mean moving ranges from centre to limit: 3/1.128 for xmr and 2.66 for t unless given.
    #[arg(long, value_name = "FACTOR", value_parser = positive)]
    constant: Option<f64>,
    /// Exposure that a rate is given for.
    #[arg(long, value_name = "UNITS", value_parser = positive, default_value = "1")]
    per: f64,
    /// A centre known beforehand; 1 for a funnel of observed against expected.
    #[arg(long, value_name = "VALUE", allow_negative_numbers = true, value_parser = finite)]
    centre: Option<f64>,
    /// A standard deviation known beforehand (xmr).
    #[arg(long, value_name = "VALUE", value_parser = positive)]
    sigma: Option<f64>,
}

impl Args {
    /// Points that limits are set from.
    pub(super) const fn freeze(&self) -> Option<usize> {
        self.freeze
    }

    /// Exposure that a rate is given for.
    pub(super) const fn per(&self) -> f64 {
        self.per
    }
}

/// A number that is one.
pub(super) fn finite(text: &str) -> Result<f64, String> {
    text.parse::<f64>().ok().filter(|n| n.is_finite()).ok_or_else(|| "write a number".to_owned())
}

/// A number above 0.
pub(super) fn positive(text: &str) -> Result<f64, String> {
    finite(text).ok().filter(|n| *n > 0.0).ok_or_else(|| "write a number above 0".to_owned())
}

/// What is wrong, and with which point.
pub(super) fn refusal(fault: Fault, series: &Series) -> Bad {
    let point = |i: usize| format!("point {} ({})", i + 1, series.labels.get(i).map_or("", String::as_str));
    Bad(match fault {
        Fault::Negative(i) => format!("{}: the count is negative: this method takes counts of 0 or more", point(i)),
        Fault::NoExposure => "this method needs an exposure: write period,count,exposure".to_owned(),
        Fault::Exposure(i) => format!("{}: the exposure is negative, or 0 where something was counted", point(i)),
        Fault::AboveSize(i) => format!("{}: the count is above the number given as exposure", point(i)),
    })
}

/// Draws a control chart.
pub(super) fn draw(args: &super::Args, kind: Kind, series: &Series) -> Result<Answer, Bad> {
    let limits = &args.limits;
    let options = Options {
        freeze: limits.freeze,
        exclude: limits.exclude.iter().map(|position| position - 1).collect(),
        screen: !limits.no_screen,
        constant: limits.constant,
        per: limits.per,
        centre: limits.centre,
        sigma: limits.sigma,
    };
    let chart = control_chart(kind, series, &options).map_err(|fault| refusal(fault, series))?;
    let mut answer = Answer::of(args.chart.name(), series);
    let sets = args.rules.sets(kind);
    answer.rules = sets.iter().map(|set| signals::name(*set)).collect();
    for (i, plotted) in chart.points.iter().enumerate() {
        answer.plot(i, plotted);
    }
    for (range, summary) in &chart.sections {
        let mut figures = summarised(kind, summary);
        figures.extend(signals::apply(&args.rules, &sets, &chart.points, range, &options.exclude, &mut answer));
        let phase = series.phases.get(range.start).filter(|_| chart.sections.len() > 1).cloned().unwrap_or_default();
        answer.sections.push(Section { phase, first: range.start + 1, last: range.end, figures });
        warn(kind, &chart.points, range, &options, &mut answer.notes);
    }
    answer.figures = answer.sections.last().map(|s| s.figures.clone()).unwrap_or_default();
    if limits.freeze.is_some() && series.sections().len() > 1 {
        answer.notes.push("the baseline is frozen, so phases are not split".to_owned());
    }
    if kind == Kind::C && series.has_exposure() {
        answer.notes.push("a c chart does not use the exposure; a u chart does".to_owned());
    }
    Ok(answer)
}

fn summarised(kind: Kind, summary: &Summary) -> Figures {
    let mut figures = Figures::default();
    figures.set("centre", summary.centre);
    if kind != Kind::Run {
        figures.set("sigma", summary.sigma);
        figures.set("low", summary.low);
        figures.set("high", summary.high);
    }
    if kind == Kind::G {
        figures.set("mean", summary.mean);
    }
    if let Some(screened) = summary.screened {
        figures.set("mean_range", summary.mean_range);
        figures.set("ranges_left_out", screened);
    }
    if matches!(kind, Kind::LaneyU | Kind::LaneyP) {
        figures.set("sigma_z", summary.spread);
    }
    figures
}

fn warn(kind: Kind, points: &[Plotted], range: &std::ops::Range<usize>, options: &Options, notes: &mut Vec<String>) {
    let stretch = points.get(range.clone()).unwrap_or_default();
    let there = stretch.iter().filter(|p| p.value.is_some()).count();
    let base = options.freeze.map_or(there, |n| n.min(there));
    let place = format!("points {} to {}", range.start + 1, range.end);
    let ranges = usize::from(kind == Kind::Mr);
    if there + ranges < stretch.len() {
        notes.push(format!("{place}: {} without a value, left out", stretch.len() - there - ranges));
    }
    if kind != Kind::Run && base < FIRM && options.centre.is_none() {
        notes.push(format!("{place}: limits from {base} point(s) are a trial; {FIRM} make them firm"));
    }
    if kind == Kind::C && stretch.first().and_then(|p| p.centre).is_some_and(|c| c < LEAST_MEAN) {
        notes.push(format!("{place}: the mean is below {LEAST_MEAN}, where c chart limits are rough"));
    }
}

/// Units side by side.
pub(super) fn compare_units(args: &super::Args, series: &Series) -> Result<Answer, Bad> {
    let plot = funnel(&series.counts, &series.exposure, args.limits.centre, args.limits.per).map_err(|fault| refusal(fault, series))?;
    let mut answer = Answer::of(args.chart.name(), series);
    answer.rules.push("outside");
    for (i, unit) in plot.units.iter().enumerate() {
        answer.plot(i, &unit.outer);
        let mut more = Figures::default();
        more.set("expected", unit.expected);
        more.set("low_95", unit.inner.low);
        more.set("high_95", unit.inner.high);
        more.set("low_99_8", unit.outer.low);
        more.set("high_99_8", unit.outer.high);
        more.set("z", unit.z);
        more.set("z_adjusted", unit.z_adjusted);
        answer.more(i, more);
        let beyond = |p: &Plotted| matches!(p.outside(), Some(Side::Above | Side::Below));
        let fired = [("outside", beyond(&unit.outer)), ("outside_95", beyond(&unit.inner)), ("outside_adjusted", unit.outside_adjusted())];
        fired.into_iter().filter(|(_, fired)| *fired).for_each(|(rule, _)| answer.fire(rule, Some(i)));
    }
    answer.figures.set("centre", plot.centre);
    answer.figures.set("phi", plot.dispersion);
    answer.figures.set("units", plot.units.iter().filter(|u| u.z.is_some()).count());
    if args.rules.given() {
        answer.notes.push("units have no order in time: --rules has no meaning here".to_owned());
    }
    Ok(answer)
}
