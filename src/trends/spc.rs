//! Shewhart control limits: c, u and moving-range charts, and the usual range of a printed series.
//!
//! Refuses to guess: an empty series, a negative or non-finite figure or a missing exposure gives no limits at all.

use crate::domain::digest::{Point, Printed, UsualRange};

/// Three-sigma limits, the convention of Shewhart charts.
const SIGMAS: f64 = 3.0;

/// d2 for moving ranges of two points, as the tables print it; 3 / d2 is the 2.66 of the textbooks.
const D2: f64 = 1.128;

/// D4 for moving ranges of two points: the upper limit of a moving range is this many mean ranges.
const D4: f64 = 3.267;

/// Fewest printed months before a usual range is drawn (trial limits).
pub const LEAST_MONTHS: usize = 12;

/// Centre line and control limits, in the units of the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Lower control limit.
    pub low: f64,
    /// Centre line.
    pub centre: f64,
    /// Upper control limit.
    pub high: f64,
}

impl Limits {
    /// Whether `value` lies beyond a limit; a value on the limit does not.
    #[must_use]
    pub fn excludes(&self, value: f64) -> bool {
        value < self.low || value > self.high
    }
}

/// A u chart: rates with limits that widen where exposure is small.
#[derive(Clone, Debug, PartialEq)]
pub struct UChart {
    /// Events for one unit of exposure over the whole series.
    pub centre: f64,
    /// Rate of each point.
    pub rates: Vec<f64>,
    /// Limits of each point.
    pub limits: Vec<Limits>,
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn are_counts(values: &[f64]) -> bool {
    values.iter().all(|v| v.is_finite() && *v >= 0.0)
}

/// c chart for counts with constant exposure: `c ± 3 √c`, lower limit not below 0 (Shewhart; Montgomery, 6th ed., 7.3).
///
/// `None` for an empty series or one that holds anything but counts.
#[must_use]
pub fn c_chart(counts: &[f64]) -> Option<Limits> {
    if !are_counts(counts) {
        return None;
    }
    let centre = mean(counts)?;
    let reach = SIGMAS * centre.sqrt();
    Some(Limits { low: (centre - reach).max(0.0), centre, high: centre + reach })
}

/// u chart for counts with varying exposure: `u ± 3 √(u / e)`, lower limits not below 0 (Montgomery, 6th ed., 7.3).
///
/// `None` unless there is one positive exposure for each count.
#[must_use]
pub fn u_chart(counts: &[f64], exposure: &[f64]) -> Option<UChart> {
    let exposed = exposure.iter().all(|e| e.is_finite() && *e > 0.0);
    if counts.is_empty() || counts.len() != exposure.len() || !are_counts(counts) || !exposed {
        return None;
    }
    let centre = counts.iter().sum::<f64>() / exposure.iter().sum::<f64>();
    let limits = |e: &f64| {
        let reach = SIGMAS * (centre / e).sqrt();
        Limits { low: (centre - reach).max(0.0), centre, high: centre + reach }
    };
    Some(UChart { centre, rates: counts.iter().zip(exposure).map(|(c, e)| c / e).collect(), limits: exposure.iter().map(limits).collect() })
}

/// Individuals chart for single measures: `mean ± 2.66 mR`, 2.66 being 3 / 1.128 (Wheeler; Montgomery, 6th ed., 6.4).
///
/// Moving ranges above 3.267 mean ranges are left out once before the limits are set (Nelson 1982). The lower limit may be
/// negative: measures can be. `None` with fewer than two values or a value that is not finite.
#[must_use]
pub fn xmr(values: &[f64]) -> Option<Limits> {
    if values.iter().any(|v| !v.is_finite()) {
        return None;
    }
    let ranges: Vec<f64> = values.windows(2).filter_map(|w| Some((w.get(1)? - w.first()?).abs())).collect();
    let ceiling = D4 * mean(&ranges)?;
    let screened: Vec<f64> = ranges.into_iter().filter(|r| *r <= ceiling).collect();
    let (centre, reach) = (mean(values)?, SIGMAS / D2 * mean(&screened)?);
    Some(Limits { low: centre - reach, centre, high: centre + reach })
}

/// Usual range of a monthly series: c chart limits on the printed figures of the months before the last.
///
/// Hidden months are left out, never guessed. `None` with fewer than [`LEAST_MONTHS`] printed months before the last.
#[must_use]
pub fn usual_range(points: &[Point]) -> Option<UsualRange> {
    let (_, earlier) = points.split_last()?;
    let printed: Vec<f64> = earlier.iter().filter_map(|p| printed_value(p.value)).collect();
    if printed.len() < LEAST_MONTHS {
        return None;
    }
    let Limits { low, centre, high } = c_chart(&printed)?;
    Some(UsualRange { low, centre, high })
}

/// Whether a printed figure lies outside a usual range; `None` when it is not printed.
#[must_use]
pub fn is_outside(value: Printed, usual: UsualRange) -> Option<bool> {
    printed_value(value).map(|v| Limits { low: usual.low, centre: usual.centre, high: usual.high }.excludes(v))
}

/// The figure a reader sees, if there is one.
pub(super) fn printed_value(value: Printed) -> Option<f64> {
    match value {
        Printed::About(v) => Some(f64::from(v)),
        Printed::Few | Printed::Withheld => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Limits, c_chart, is_outside, u_chart, usual_range, xmr};
    use crate::domain::digest::{Point, Printed, UsualRange};
    use crate::domain::period::Period;

    fn close(got: f64, wanted: f64, tolerance: f64) {
        assert!((got - wanted).abs() <= tolerance, "{got} is not {wanted}");
    }

    fn months(values: &[Printed]) -> Vec<Point> {
        let last = Period::parse("2026-09").expect("a month");
        last.back(values.len()).into_iter().zip(values).map(|(period, value)| Point { period, value: *value }).collect()
    }

    #[test]
    fn c_limits_are_those_printed_for_516_faults_in_26_samples() {
        let limits = c_chart(&[516.0 / 26.0; 26]).expect("limits");

        close(limits.centre, 19.85, 0.005);
        close(limits.low, 6.48, 0.005);
        close(limits.high, 33.21, 0.005);
    }

    #[test]
    fn u_limits_are_those_printed_for_74_faults_in_20_samples_of_50() {
        let chart = u_chart(&[3.7; 20], &[50.0; 20]).expect("limits");

        close(chart.centre, 0.0740, 0.00005);
        let first = chart.limits.first().expect("a point");
        close(first.low, 0.0, 0.0);
        close(first.high, 0.1894, 0.00005);
    }

    #[test]
    fn u_limits_widen_where_exposure_is_small() {
        let chart = u_chart(&[10.0, 10.0], &[1000.0, 250.0]).expect("limits");

        close(chart.centre, 0.016, 1e-12);
        close(chart.limits[0].high, 0.016 + 3.0 * (0.016_f64 / 1000.0).sqrt(), 1e-12);
        close(chart.limits[1].high, 0.016 + 3.0 * (0.016_f64 / 250.0).sqrt(), 1e-12);
        close(chart.rates[1], 0.04, 1e-12);
    }

    #[test]
    fn moving_range_limits_follow_two_point_six_six() {
        let limits = xmr(&[10.0, 12.0, 10.0, 12.0, 10.0]).expect("limits");

        close(limits.centre, 10.8, 1e-12);
        close(limits.high, 10.8 + 2.66 * 2.0, 0.002);
        close(limits.low, 10.8 - 2.66 * 2.0, 0.002);
    }

    #[test]
    fn one_wild_jump_does_not_widen_the_limits() {
        let calm = [1.0, 2.0, 1.0, 2.0, 10.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0];

        let limits = xmr(&calm).expect("limits");

        close(limits.high, 4.604, 0.005);
        assert!(limits.excludes(10.0));
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert_eq!(c_chart(&[]), None);
        assert_eq!(c_chart(&[3.0, -1.0]), None);
        assert_eq!(c_chart(&[3.0, f64::NAN]), None);
        assert_eq!(u_chart(&[3.0, 4.0], &[10.0]), None);
        assert_eq!(u_chart(&[3.0], &[0.0]), None);
        assert_eq!(xmr(&[3.0]), None);
    }

    #[test]
    fn a_value_on_the_limit_is_inside() {
        let limits = Limits { low: 1.0, centre: 4.0, high: 7.0 };

        assert!(!limits.excludes(7.0) && !limits.excludes(1.0));
        assert!(limits.excludes(7.5) && limits.excludes(0.5));
    }

    #[test]
    fn twelve_printed_months_are_needed_and_the_last_does_not_count() {
        let mut values = vec![Printed::About(25); 11];
        values.push(Printed::Few);
        values.push(Printed::About(500));

        assert_eq!(usual_range(&months(&values)), None);

        values.insert(0, Printed::About(25));
        let usual = usual_range(&months(&values)).expect("a range");
        assert_eq!(usual, UsualRange { low: 10.0, centre: 25.0, high: 40.0 });
        assert_eq!(is_outside(Printed::About(500), usual), Some(true));
        assert_eq!(is_outside(Printed::About(40), usual), Some(false));
        assert_eq!(is_outside(Printed::Few, usual), None);
    }
}
