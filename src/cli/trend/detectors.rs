//! Detectors: from the arguments to the pure methods in `trends::detect`, and from what they find to an answer.

use clap::ValueEnum;

use super::Method;
use super::output::Answer;
use crate::cli::exit::Bad;
use crate::trends::Series;
use crate::trends::detect::{
    BASELINE_MIN, Baseline, Kind, Options, Settings, Sign, Variant, Window, as_count, bayes_bound, bounds, rki_bound, settled, tame,
    upper_bound, watch,
};
use crate::trends::distributions::normal_quantile;

/// Points a baseline has unless it is given: a year and a half of weeks, or three quarters of a shorter series.
const BASELINE: usize = 78;

/// Fewest points from which extra spread is estimated.
const SPREAD_MIN: usize = 26;

/// How detectors are set.
#[derive(clap::Args)]
#[group(skip)]
#[command(next_help_heading = "Detectors")]
pub(super) struct Args {
    /// Learn from the first N points and judge the rest (default, predict, cusum); 78, or three quarters of a shorter series.
    /// For ears the points before each one, 7.
    /// --freeze does the same.
    #[arg(long, value_name = "N", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub(super) baseline: Option<usize>,
    /// Periods in a year: 52 weeks, 12 months.
    #[arg(long, value_name = "N", default_value = "52", value_parser = clap::builder::RangedU64ValueParser::<u16>::new().range(2..))]
    year: u16,
    /// Extra spread: auto estimates it, none is Poisson's, a number is variance by mean (predict, cusum).
    #[arg(long, value_name = "auto|none|NUMBER", default_value = "auto", value_parser = dispersion)]
    pub(super) dispersion: Dispersion,
    /// Alarm when a quiet series would show as much only once in so many periods (default): 260 weeks, or five years.
    #[arg(long, value_name = "N", value_parser = positive)]
    recurrence: Option<f64>,
    /// Level: 0.00135 each side for predict, 0.05 for farrington and bayes, 0.01 for farrington-flexible, 0.001 for ears (c3 0.025).
    #[arg(long, value_name = "P", value_parser = level)]
    alpha: Option<f64>,
    /// Which of the EARS methods.
    #[arg(long, value_name = "NAME", default_value = "c1")]
    ears: Ears,
    /// Standard deviations of an EARS bound, in place of --alpha; the classic is 3.
    #[arg(long, value_name = "N", value_parser = positive)]
    z: Option<f64>,
    /// Least standard deviation of EARS.
    #[arg(long, value_name = "N", default_value = "0", value_parser = at_least_zero)]
    min_sd: f64,
    /// Past years: 5 for Farrington, 2 for bayes and rki.
    #[arg(long, value_name = "N", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(0..=100))]
    years: Option<usize>,
    /// Periods to either side of the same one of past years: 3 for Farrington, 6 for bayes, 4 for rki.
    #[arg(long, value_name = "N", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(0..=1000))]
    half_width: Option<usize>,
    /// Whether the periods just before count too: yes for bayes, no for rki.
    #[arg(long, value_name = "BOOL")]
    this_year: Option<bool>,
    /// Levels of the seasonal factor (farrington-flexible).
    #[arg(long, value_name = "N", default_value = "10", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=52))]
    levels: usize,
    /// Latest periods not learnt from (farrington-flexible).
    #[arg(long, value_name = "N", default_value = "26")]
    recent: usize,
    /// Keep a trend with a p below this: 0.05 for farrington, 1 (always) for farrington-flexible.
    #[arg(long, value_name = "P", value_parser = positive)]
    trend_level: Option<f64>,
    /// Weight past counts down from this standardised residual on: 1 for farrington, 2.58 for farrington-flexible.
    #[arg(long, value_name = "N", value_parser = positive)]
    weight_from: Option<f64>,
    /// Judge a period only with so many events (Farrington) …
    #[arg(long, value_name = "N", default_value = "5", value_parser = at_least_zero)]
    least_events: f64,
    /// … in so many periods, itself included.
    #[arg(long, value_name = "N", default_value = "4", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    least_periods: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Ears {
    C1,
    C2,
    C3,
}

/// Variance by mean.
#[derive(Clone, Copy)]
pub(super) enum Dispersion {
    Auto,
    Fixed(f64),
}

fn dispersion(text: &str) -> Result<Dispersion, String> {
    match text {
        "auto" => Ok(Dispersion::Auto),
        "none" => Ok(Dispersion::Fixed(1.0)),
        _ => positive(text).ok().filter(|n| *n >= 1.0).map(Dispersion::Fixed).ok_or_else(|| "write auto, none, or 1 or more".to_owned()),
    }
}

pub(super) fn positive(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|n: &f64| n.is_finite() && *n > 0.0).ok_or_else(|| "write a number above 0".to_owned())
}

pub(super) fn at_least_zero(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|n: &f64| n.is_finite() && *n >= 0.0).ok_or_else(|| "write a number of 0 or more".to_owned())
}

pub(super) fn level(text: &str) -> Result<f64, String> {
    positive(text).ok().filter(|n| *n < 1.0).ok_or_else(|| "write a number between 0 and 1".to_owned())
}

/// Counts and exposure that a detector can take, and how many points it learns from.
pub(super) struct Checked {
    pub(super) counts: Vec<Option<f64>>,
    pub(super) exposure: Vec<f64>,
    pub(super) learn: usize,
}

impl Checked {
    /// Refuses what is no count, an exposure that is missing beside a count, and a baseline as long as the series.
    pub(super) fn new(series: &Series, baseline: Option<usize>) -> Result<Self, Bad> {
        for (i, count) in series.counts.iter().enumerate() {
            if let Some(y) = count.filter(|y| as_count(*y).is_none()) {
                return Err(Bad(format!("point {}: {y} is no count: detectors take whole numbers of 0 or more", i + 1)));
            }
            let exposed = series.exposure.get(i).copied().flatten();
            if series.has_exposure() && count.is_some() && exposed.is_none_or(|e| e <= 0.0) {
                return Err(Bad(format!("point {}: the exposure is missing or not above 0: fill it in, or leave the count blank", i + 1)));
            }
        }
        let learn = baseline.unwrap_or_else(|| BASELINE.min(series.len() * 3 / 4));
        if learn >= series.len() {
            return Err(Bad(format!("{} point(s) and a baseline of {learn}: nothing is left to judge", series.len())));
        }
        let exposure = series.exposure.iter().map(|e| e.unwrap_or(1.0)).collect();
        Ok(Self { counts: series.counts.clone(), exposure, learn })
    }

    /// Known points of the baseline: counts and exposure.
    pub(super) fn learnt(&self) -> (Vec<f64>, Vec<f64>) {
        let known = self.counts.iter().zip(&self.exposure).take(self.learn);
        known.filter_map(|(y, e)| y.map(|y| (y, *e))).unzip()
    }

    /// The baseline, its wild counts drawn in when spread is estimated.
    pub(super) fn baseline(&self, dispersion: Dispersion) -> Result<Baseline, Bad> {
        let (counts, exposure) = self.learnt();
        let total: f64 = exposure.iter().sum();
        let (events, phi) = match dispersion {
            Dispersion::Auto if counts.len() >= SPREAD_MIN => {
                let tamed = tame(&counts, &exposure, 1.0);
                (tamed.counts.iter().sum(), settled(tamed.dispersion, counts.len() as f64 - 1.0, Settings::WEEKS.dispersion_level))
            }
            Dispersion::Auto => (counts.iter().sum(), 1.0),
            Dispersion::Fixed(phi) => (counts.iter().sum(), phi),
        };
        Baseline::new(events, total, phi).ok_or_else(|| Bad("no count is known among the points to learn from".to_owned()))
    }
}

/// Judges a series by the detector that was asked for.
pub(super) fn detect(args: &super::Args, series: &Series) -> Result<Answer, Bad> {
    let mut answer = Answer::of(args.chart.name(), series);
    for (i, point) in answer.points.iter_mut().enumerate() {
        point.value = series.counts.get(i).copied().flatten();
    }
    let checked = || Checked::new(series, args.detect.baseline.or(args.limits.freeze()));
    match args.chart {
        Method::Predict => predict(&args.detect, &checked()?, &mut answer)?,
        Method::Ears | Method::Farrington | Method::FarringtonFlexible | Method::Bayes | Method::Rki => {
            historical(args.chart, &args.detect, series, &mut answer)?;
        }
        _ => standard(&args.detect, &checked()?, &mut answer)?,
    }
    Ok(answer)
}

fn standard(args: &Args, checked: &Checked, answer: &mut Answer) -> Result<(), Bad> {
    let year = if args.year == 52 { Settings::WEEKS.year } else { f64::from(args.year) };
    let recurrence = args.recurrence.unwrap_or_else(|| 5.0 * f64::from(args.year));
    let settings = Settings { year, recurrence, ..Settings::WEEKS };
    let found = watch(&checked.counts, &checked.exposure, checked.learn, &settings)
        .ok_or_else(|| Bad(format!("a baseline takes {BASELINE_MIN} known counts or more: give a longer series or --baseline")))?;
    answer.rules = vec!["high", "low", "rise", "fall"];
    answer.figures.set("baseline_points", checked.learn);
    answer.figures.set("baseline_mean", found.baseline.mean(1.0));
    answer.figures.set("dispersion", found.baseline.dispersion());
    answer.figures.set("season_p", found.season.as_ref().map(|s| s.p));
    answer.figures.set("recurrence_limit", recurrence);
    for (i, judged) in found.judged.iter().enumerate().filter_map(|(i, j)| j.map(|j| (checked.learn + i, j))) {
        let Some(point) = answer.points.get_mut(i) else { continue };
        (point.centre, point.low, point.high) = (Some(judged.expected), Some(judged.low), Some(judged.high));
        point.more.set("p", judged.p);
        point.more.set("score", (1.0 / judged.recurrence).min(1.0));
        point.more.set("recurrence", judged.recurrence);
        point.more.set("rise", judged.rise);
        point.more.set("fall", judged.fall);
        if judged.recurrence >= recurrence {
            answer.fire(sign(judged.sign), Some(i));
        }
    }
    Ok(())
}

const fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::High => "high",
        Sign::Low => "low",
        Sign::Rise => "rise",
        Sign::Fall => "fall",
    }
}

fn predict(args: &Args, checked: &Checked, answer: &mut Answer) -> Result<(), Bad> {
    let baseline = checked.baseline(args.dispersion)?;
    let alpha = args.alpha.unwrap_or(0.00135);
    answer.rules = vec!["high", "low"];
    answer.figures.set("baseline_points", checked.learn);
    answer.figures.set("baseline_mean", baseline.mean(1.0));
    answer.figures.set("dispersion", baseline.dispersion());
    answer.figures.set("alpha", alpha);
    for i in checked.learn..checked.counts.len() {
        let (Some(point), Some(exposure)) = (answer.points.get_mut(i), checked.exposure.get(i)) else { continue };
        let limit = |p: f64| baseline.quantile(p, *exposure).map(|q| q as f64);
        (point.centre, point.low, point.high) = (Some(baseline.mean(*exposure)), limit(alpha), limit(1.0 - alpha));
        let Some(y) = checked.counts.get(i).copied().flatten().and_then(as_count) else { continue };
        let tails = baseline.tails(y, *exposure);
        point.more.set("p_upper", tails.at_least);
        point.more.set("p_lower", tails.at_most);
        point.more.set("p", tails.two_sided());
        point.more.set("band_low", limit(0.025));
        point.more.set("band_high", limit(0.975));
        for (rule, p) in [("high", tails.at_least), ("low", tails.at_most)] {
            if p < alpha {
                answer.fire(rule, Some(i));
            }
        }
    }
    Ok(())
}

/// Detectors that draw one upper bound a point from the counts before it.
fn historical(method: Method, args: &Args, series: &Series, answer: &mut Answer) -> Result<(), Bad> {
    let checked = Checked::new(series, Some(0))?;
    let counts: Vec<f64> = checked
        .counts
        .iter()
        .copied()
        .collect::<Option<_>>()
        .ok_or_else(|| Bad("a count is missing: this method needs every period; fill it in, or use --chart default".to_owned()))?;
    if series.has_exposure() {
        answer.notes.push("exposure is not used by this method".to_owned());
    }
    let year = usize::from(args.year);
    let window = |years, half_width, this_year| Window {
        years: args.years.unwrap_or(years),
        half_width: args.half_width.unwrap_or(half_width),
        this_year: args.this_year.unwrap_or(this_year),
        year,
    };
    let each = |bound: &dyn Fn(usize) -> Option<f64>| (0..counts.len()).map(bound).collect::<Vec<_>>();
    let found = match method {
        Method::Ears => {
            let (variant, alpha) = match args.ears {
                Ears::C1 => (Variant::C1, 0.001),
                Ears::C2 => (Variant::C2, 0.001),
                Ears::C3 => (Variant::C3, 0.025),
            };
            let z = args.z.unwrap_or_else(|| normal_quantile(1.0 - args.alpha.unwrap_or(alpha)));
            answer.figures.set("z", z);
            bounds(&counts, variant, args.baseline.unwrap_or(7), z, args.min_sd)
        }
        Method::Bayes => each(&|at| bayes_bound(&counts, at, &window(2, 6, true), args.alpha.unwrap_or(0.05))),
        Method::Rki => each(&|at| rki_bound(&counts, at, &window(2, 4, false))),
        _ => each(&|at| upper_bound(&counts, at, &farrington(method, args))),
    };
    answer.rules = vec!["high"];
    answer.figures.set("judged", found.iter().flatten().count());
    for (i, bound) in found.iter().enumerate() {
        if let Some(point) = answer.points.get_mut(i) {
            point.high = *bound;
        }
        if bound.is_some_and(|b| counts.get(i).is_some_and(|y| *y > b)) {
            answer.fire("high", Some(i));
        }
    }
    if found.iter().all(Option::is_none) {
        answer.notes.push("no point could be judged: the history is too short, or there were too few events".to_owned());
    }
    Ok(())
}

fn farrington(method: Method, args: &Args) -> Options {
    let published = if method == Method::Farrington { Options::CLASSIC } else { Options::FLEXIBLE };
    let kind = match published.kind {
        Kind::Classic => Kind::Classic,
        Kind::Flexible { .. } => Kind::Flexible { levels: args.levels, recent: args.recent },
    };
    Options {
        kind,
        years: args.years.unwrap_or(published.years),
        half_width: args.half_width.unwrap_or(published.half_width),
        year: usize::from(args.year),
        alpha: args.alpha.unwrap_or(published.alpha),
        trend_level: args.trend_level.unwrap_or(published.trend_level),
        weight_from: args.weight_from.unwrap_or(published.weight_from),
        least_events: args.least_events,
        least_periods: args.least_periods,
    }
}
