//! Control charts: from a series to a centre line and limits for every point.
//!
//! Refuses to guess: a point without a value or a usable exposure is plotted as a gap, and a stretch without data has no centre.

mod attributes;
pub mod funnel;
mod individuals;
mod rare;

use std::ops::Range;

use crate::trends::series::Series;

/// Three-sigma limits, the convention of Shewhart charts.
pub(super) const SIGMAS: f64 = 3.0;

/// d2 for moving ranges of two points, to the three decimals in which the tables print it.
const D2: f64 = 1.128;

/// D4 for moving ranges of two points: the upper limit of a moving range is this many mean ranges.
const D4: f64 = 3.267;

/// Differences below this share of the figures compared are rounding, not variation.
const ROUNDING: f64 = 1e-12;

/// What is charted and how its limits are set; sources and formulae in the files of this folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Run chart: the median, no limits.
    Run,
    /// Individuals chart of single measures (XmR, I).
    Xmr,
    /// Moving ranges of single measures.
    Mr,
    /// Counts with constant exposure.
    C,
    /// Rates: counts with varying exposure.
    U,
    /// Shares: counts out of a varying number.
    P,
    /// Rates with limits widened by the spread between periods.
    LaneyU,
    /// Shares with limits widened by the spread between periods.
    LaneyP,
    /// Opportunities between rare events.
    G,
    /// Time between rare events.
    T,
}

/// How the limits are set. The default takes every point of a stretch and the constants of `docs/statistics.md`.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Set the limits from so many first points and keep them for the rest; phases are then not split.
    pub freeze: Option<usize>,
    /// Points, counted from 0, that are plotted but take no part in limits and run rules.
    pub exclude: Vec<usize>,
    /// Leave out moving ranges above 3.267 mean ranges, once (Nelson 1982).
    pub screen: bool,
    /// Mean moving ranges from the centre to a limit: 3 / 1.128 for an XmR chart and 2.66 for a t chart unless given.
    pub constant: Option<f64>,
    /// Units of exposure a rate is given for.
    pub per: f64,
    /// A centre known beforehand, instead of that of the data.
    pub centre: Option<f64>,
    /// A standard deviation known beforehand, for charts of single measures.
    pub sigma: Option<f64>,
}

impl Default for Options {
    fn default() -> Self {
        Self { freeze: None, exclude: Vec::new(), screen: true, constant: None, per: 1.0, centre: None, sigma: None }
    }
}

/// Why a series cannot be charted. Positions count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A count or a gap is below 0.
    #[error("a negative count at {0}")]
    Negative(usize),
    /// The chart needs an exposure and the series has none.
    #[error("no exposure")]
    NoExposure,
    /// An exposure is below 0, or 0 where something was counted.
    #[error("an impossible exposure at {0}")]
    Exposure(usize),
    /// More were counted than there were.
    #[error("a count above its size at {0}")]
    AboveSize(usize),
}

/// Which side of the centre, or of a limit, a value lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above it.
    Above,
    /// On it, but for rounding.
    On,
    /// Below it.
    Below,
}

/// One point of a control chart. What the method does not give is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Plotted {
    /// What is plotted: a count, a measure, a rate, a share or a gap.
    pub value: Option<f64>,
    /// Centre line.
    pub centre: Option<f64>,
    /// Standard deviation of the value about the centre.
    pub sigma: Option<f64>,
    /// Lower limit.
    pub low: Option<f64>,
    /// Upper limit.
    pub high: Option<f64>,
}

impl Plotted {
    /// The side of the centre.
    #[must_use]
    pub fn side(&self) -> Option<Side> {
        Some(self.against(self.value?, self.centre?))
    }

    /// The limit the value lies beyond; [`Side::On`] between them and on either.
    #[must_use]
    pub fn outside(&self) -> Option<Side> {
        let value = self.value?;
        let over = self.high.is_some_and(|high| self.against(value, high) == Side::Above);
        let under = self.low.is_some_and(|low| self.against(value, low) == Side::Below);
        (self.low.is_some() || self.high.is_some()).then_some(if over {
            Side::Above
        } else if under {
            Side::Below
        } else {
            Side::On
        })
    }

    /// Distance from the centre in standard deviations; `None` without a positive one.
    #[must_use]
    pub fn z(&self) -> Option<f64> {
        let sigma = self.sigma.filter(|s| *s > 0.0)?;
        Some((self.value? - self.centre?) / sigma)
    }

    fn against(&self, value: f64, line: f64) -> Side {
        let slack = ROUNDING * value.abs().max(line.abs()).max(self.sigma.unwrap_or(0.0));
        if value > line + slack {
            Side::Above
        } else if value < line - slack {
            Side::Below
        } else {
            Side::On
        }
    }
}

/// What holds for a whole stretch of points. Limits and sigma only where they are the same for all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// Centre line.
    pub centre: Option<f64>,
    /// Standard deviation about the centre.
    pub sigma: Option<f64>,
    /// Lower limit.
    pub low: Option<f64>,
    /// Upper limit.
    pub high: Option<f64>,
    /// Mean of the base points of a g chart, whose centre is the median.
    pub mean: Option<f64>,
    /// Mean moving range that set the limits.
    pub mean_range: Option<f64>,
    /// Moving ranges that were left out of it.
    pub screened: Option<usize>,
    /// Spread between periods as a multiple of what chance gives (Laney's sigma z).
    pub spread: Option<f64>,
}

/// A control chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ControlChart {
    /// One entry for each point of the series.
    pub points: Vec<Plotted>,
    /// The stretches with limits of their own.
    pub sections: Vec<(Range<usize>, Summary)>,
}

/// A stretch of a series with limits of its own.
struct Stretch<'a> {
    counts: &'a [Option<f64>],
    exposure: &'a [Option<f64>],
    /// Positions in the stretch that the limits are set from, in order.
    base: Vec<usize>,
    options: &'a Options,
}

/// A stretch, drawn.
struct Drawn {
    points: Vec<Plotted>,
    summary: Summary,
}

impl Stretch<'_> {
    /// What a run, XmR or c chart plots: the count, as a rate where the series has exposure and `rated` is asked for.
    fn values(&self, rated: bool) -> Vec<Option<f64>> {
        let rate = |(count, exposure): (&Option<f64>, &Option<f64>)| Some((*count)? / exposure.filter(|e| *e > 0.0)? * self.options.per);
        if rated { self.counts.iter().zip(self.exposure).map(rate).collect() } else { self.counts.to_vec() }
    }

    /// `values` at the base points, gaps included.
    fn base_of(&self, values: &[Option<f64>]) -> Vec<Option<f64>> {
        self.base.iter().filter_map(|i| values.get(*i).copied()).collect()
    }
}

/// Draws a control chart of `series`.
///
/// Each phase has limits of its own, unless the baseline is frozen. A c chart of the faults found in four equal samples:
///
/// ```
/// use candor::trends::{Kind, Options, Series, control_chart};
///
/// let chart = control_chart(Kind::C, &Series::of_counts(&[3.0, 5.0, 4.0, 16.0]), &Options::default())?;
///
/// let last = chart.points[3];
/// assert_eq!((last.centre, last.low), (Some(7.0), Some(0.0)));
/// assert!((last.high.unwrap_or_default() - 14.94).abs() < 0.01);
/// assert_eq!(last.outside(), Some(candor::trends::Side::Above));
/// # Ok::<(), candor::trends::Fault>(())
/// ```
pub fn control_chart(kind: Kind, series: &Series, options: &Options) -> Result<ControlChart, Fault> {
    check(kind, series)?;
    let whole = (options.freeze.is_some() && !series.is_empty()).then_some(0..series.len());
    let sections = whole.map_or_else(|| series.sections(), |whole| std::iter::once(whole).collect());
    let mut chart = ControlChart::default();
    for range in sections {
        let end = options.freeze.map_or(range.len(), |n| n.min(range.len()));
        let stretch = Stretch {
            counts: series.counts.get(range.clone()).unwrap_or_default(),
            exposure: series.exposure.get(range.clone()).unwrap_or_default(),
            base: (0..end).filter(|i| !options.exclude.contains(&(range.start + i))).collect(),
            options,
        };
        let drawn = match kind {
            Kind::Run => individuals::run(&stretch, series.has_exposure()),
            Kind::Xmr => individuals::xmr(&stretch, series.has_exposure()),
            Kind::Mr => individuals::mr(&stretch, series.has_exposure()),
            Kind::C => attributes::c(&stretch),
            Kind::U => attributes::u(&stretch, false),
            Kind::LaneyU => attributes::u(&stretch, true),
            Kind::P => attributes::p(&stretch, false),
            Kind::LaneyP => attributes::p(&stretch, true),
            Kind::G => rare::g(&stretch),
            Kind::T => rare::t(&stretch),
        };
        chart.points.extend(drawn.points);
        chart.sections.push((range, drawn.summary));
    }
    Ok(chart)
}

fn check(kind: Kind, series: &Series) -> Result<(), Fault> {
    let measures = matches!(kind, Kind::Run | Kind::Xmr | Kind::Mr);
    let exposed = matches!(kind, Kind::U | Kind::P | Kind::LaneyU | Kind::LaneyP);
    if exposed && !series.is_empty() && !series.has_exposure() {
        return Err(Fault::NoExposure);
    }
    for (i, (count, exposure)) in series.counts.iter().zip(&series.exposure).enumerate() {
        let (count, exposure) = (count.unwrap_or(0.0), exposure.unwrap_or(f64::INFINITY));
        if count < 0.0 && !measures {
            return Err(Fault::Negative(i));
        }
        if (exposed || measures) && (exposure < 0.0 || (exposure == 0.0 && count != 0.0)) {
            return Err(Fault::Exposure(i));
        }
        if matches!(kind, Kind::P | Kind::LaneyP) && count > exposure {
            return Err(Fault::AboveSize(i));
        }
    }
    Ok(())
}

/// Mean of what is there.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Middle value; of an even number, the mean of the two in the middle.
pub(super) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    Some(f64::midpoint(*sorted.get(sorted.len() / 2 - 1)?, upper))
}

/// Points about one centre, each with its own sigma: limits three sigma away, kept within `bounds`.
fn shewhart(values: &[Option<f64>], centre: Option<f64>, sigmas: &[Option<f64>], bounds: (f64, f64)) -> Vec<Plotted> {
    let limit = |sigma: Option<f64>, sign: f64| Some((sign.mul_add(SIGMAS * sigma?, centre?)).clamp(bounds.0, bounds.1));
    let point = |(value, sigma): (&Option<f64>, &Option<f64>)| Plotted {
        value: *value,
        centre,
        sigma: *sigma,
        low: limit(*sigma, -1.0),
        high: limit(*sigma, 1.0),
    };
    values.iter().zip(sigmas).map(point).collect()
}

/// The summary of points that may share their limits.
fn summary(points: &[Plotted], centre: Option<f64>) -> Summary {
    let shared = |part: fn(&Plotted) -> Option<f64>| {
        let first = points.iter().find_map(part)?;
        points.iter().filter_map(part).all(|other| (other - first).abs() <= ROUNDING * first.abs()).then_some(first)
    };
    let same_sigma = shared(|p| p.sigma);
    let limits = |part: fn(&Plotted) -> Option<f64>| same_sigma.and_then(|_| shared(part));
    Summary { centre, sigma: same_sigma, low: limits(|p| p.low), high: limits(|p| p.high), ..Summary::default() }
}
