//! Charts of single measures: run chart, individuals chart and its moving ranges.
//!
//! Refuses no sign: measures may be negative, and so may their lower limit.

use super::{D2, D4, Drawn, Plotted, SIGMAS, Stretch, Summary, mean, median, shewhart, summary};

/// Moving ranges of a base, and what the limits are set from.
pub(super) struct Ranges {
    /// Mean of the ranges that were kept.
    pub(super) mean: Option<f64>,
    /// How many were left out.
    pub(super) screened: usize,
}

/// Mean distance between neighbours. A gap between two values breaks the chain. With `screen`, ranges above 3.267 mean ranges are
/// left out once (Nelson 1982, *Journal of Quality Technology* 14:172).
pub(super) fn ranges(base: &[Option<f64>], screen: bool) -> Ranges {
    let all: Vec<f64> = distances(base).into_iter().flatten().collect();
    let ceiling = mean(&all).map_or(f64::INFINITY, |m| if screen { D4 * m } else { f64::INFINITY });
    let kept: Vec<f64> = all.iter().copied().filter(|r| *r <= ceiling).collect();
    Ranges { mean: mean(&kept), screened: all.len() - kept.len() }
}

fn distances(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let distance = |pair: &[Option<f64>]| if let [Some(a), Some(b)] = pair { Some((b - a).abs()) } else { None };
    values.windows(2).map(distance).collect()
}

/// Run chart: the median of the base, no limits (Anhøj and Olesen 2014).
pub(super) fn run(stretch: &Stretch<'_>, rated: bool) -> Drawn {
    let values = stretch.values(rated);
    let base: Vec<f64> = stretch.base_of(&values).into_iter().flatten().collect();
    let centre = stretch.options.centre.or_else(|| median(&base));
    let points = values.into_iter().map(|value| Plotted { value, centre, ..Plotted::default() }).collect();
    Drawn { points, summary: Summary { centre, ..Summary::default() } }
}

/// Individuals chart: `mean ± 3 mR / d2`, with d2 = 1.128 (Shewhart; Wheeler; Montgomery, 6th ed., 6.4).
pub(super) fn xmr(stretch: &Stretch<'_>, rated: bool) -> Drawn {
    let (values, options) = (stretch.values(rated), stretch.options);
    let base = stretch.base_of(&values);
    let centre = options.centre.or_else(|| mean(&base.iter().copied().flatten().collect::<Vec<_>>()));
    let ranges = ranges(&base, options.screen);
    let constant = options.constant.unwrap_or(SIGMAS / D2);
    let sigma = options.sigma.or_else(|| ranges.mean.map(|m| constant * m / SIGMAS));
    let points = shewhart(&values, centre, &vec![sigma; values.len()], (f64::NEG_INFINITY, f64::INFINITY));
    let summary = Summary { mean_range: ranges.mean, screened: Some(ranges.screened), ..summary(&points, centre) };
    Drawn { points, summary }
}

/// Moving ranges: centre the mean range of the base, limits 0 and 3.267 mean ranges (D4 for two points). Not screened.
pub(super) fn mr(stretch: &Stretch<'_>, rated: bool) -> Drawn {
    let values = stretch.values(rated);
    let centre = stretch.options.centre.or_else(|| ranges(&stretch.base_of(&values), false).mean);
    let (low, high) = (centre.map(|_| 0.0), centre.map(|c| D4 * c));
    let moving = std::iter::once(None).chain(distances(&values)).take(values.len());
    let points = moving.map(|value| Plotted { value, centre, low, high, sigma: None }).collect();
    Drawn { points, summary: Summary { centre, low, high, mean_range: centre, ..Summary::default() } }
}

#[cfg(test)]
mod tests {
    use crate::trends::charts::{ControlChart, Kind, Options, Side, control_chart};
    use crate::trends::series::Series;

    fn xmr(values: &[f64], options: &Options) -> ControlChart {
        control_chart(Kind::Xmr, &Series::of_counts(values), options).expect("a chart")
    }

    #[test]
    fn one_wild_jump_does_not_widen_the_limits_unless_it_is_asked_to() {
        let calm = [1.0, 2.0, 1.0, 2.0, 10.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0];
        let high = |options: &Options| xmr(&calm, options).points[0].high.expect("a limit");

        let (screened, plain) = (high(&Options::default()), high(&Options { screen: false, ..Options::default() }));

        assert!((screened - 4.604).abs() < 0.005 && (plain - 6.9515).abs() < 0.005, "{screened} {plain}");
    }

    #[test]
    fn a_gap_breaks_the_chain_of_ranges_and_an_excluded_point_is_bridged() {
        let mut series = Series::of_counts(&[1.0, 2.0]);
        series.push(String::new(), None, None, String::new());
        series.push(String::new(), Some(9.0), None, String::new());
        series.push(String::new(), Some(10.0), None, String::new());

        let gap = control_chart(Kind::Xmr, &series, &Options::default()).expect("a chart");
        let bridged = xmr(&[1.0, 2.0, 50.0, 3.0], &Options { exclude: vec![2], ..Options::default() });

        assert_eq!((gap.sections[0].1.mean_range, gap.points[2].value), (Some(1.0), None));
        assert_eq!((bridged.sections[0].1.mean_range, bridged.sections[0].1.centre), (Some(1.0), Some(2.0)));
    }

    #[test]
    fn one_value_has_a_centre_and_no_limits_and_equal_values_never_signal() {
        let one = xmr(&[3.0], &Options::default());
        let equal = xmr(&[0.1; 30], &Options::default());

        assert_eq!((one.points[0].centre, one.points[0].high), (Some(3.0), None));
        assert!(equal.points.iter().all(|p| p.outside() == Some(Side::On) && p.side() == Some(Side::On)));
    }
}
