//! Charts of counts: c, u and p, and the wider limits of Laney for very large denominators.
//!
//! Lower limits are not below 0 and the upper limit of a share is not above 1.

use super::individuals::ranges;
use super::{D2, Drawn, Stretch, Summary, mean, shewhart, summary};

/// c chart: `c ± 3 √c`, c the mean count (Shewhart 1931; Montgomery, 6th ed., 7.3). For means of 5 and more.
pub(super) fn c(stretch: &Stretch<'_>) -> Drawn {
    let values = stretch.values(false);
    let base: Vec<f64> = stretch.base_of(&values).into_iter().flatten().collect();
    let centre = stretch.options.centre.or_else(|| mean(&base));
    let points = shewhart(&values, centre, &vec![centre.map(f64::sqrt); values.len()], (0.0, f64::INFINITY));
    let summary = summary(&points, centre);
    Drawn { points, summary }
}

/// u chart: `u ± 3 √(u / e)`, u all events over all exposure (Montgomery, 6th ed., 7.3). A rate is given for `per` units of exposure.
pub(super) fn u(stretch: &Stretch<'_>, laney: bool) -> Drawn {
    let per = stretch.options.per;
    chart(stretch, laney, (0.0, f64::INFINITY), |centre, exposure| (centre * per / exposure).sqrt())
}

/// p chart: `p ± 3 √(p (1 - p) / n)`, p all counted over all there were (Montgomery, 6th ed., 7.2).
pub(super) fn p(stretch: &Stretch<'_>, laney: bool) -> Drawn {
    let per = stretch.options.per;
    chart(stretch, laney, (0.0, per), |centre, exposure| (centre * (per - centre).max(0.0) / exposure).sqrt())
}

/// Rates about their common rate. Laney's chart multiplies each sigma by the mean moving range of the standardised base rates over
/// 1.128 (Laney 2002, *Quality Engineering* 14:531); with fewer than two of them it has no limits.
fn chart(stretch: &Stretch<'_>, laney: bool, bounds: (f64, f64), sigma: impl Fn(f64, f64) -> f64) -> Drawn {
    let values = stretch.values(true);
    let centre = stretch.options.centre.or_else(|| common_rate(stretch, &values));
    let chance: Vec<Option<f64>> = stretch.exposure.iter().map(|e| Some(sigma(centre?, e.filter(|e| *e > 0.0)?))).collect();
    let standard = |(value, sigma): (&Option<f64>, &Option<f64>)| Some(((*value)? - centre?) / sigma.filter(|s| *s > 0.0)?);
    let z: Vec<Option<f64>> = values.iter().zip(&chance).map(standard).collect();
    let spread = laney.then(|| ranges(&stretch.base_of(&z), false).mean.map(|m| m / D2));
    let widened = |sigma: &Option<f64>| spread.map_or(*sigma, |spread| Some((*sigma)? * spread?));
    let sigmas: Vec<Option<f64>> = chance.iter().map(widened).collect();
    let points = shewhart(&values, centre, &sigmas, bounds);
    let summary = Summary { spread: spread.flatten(), ..summary(&points, centre) };
    Drawn { points, summary }
}

/// Base events over base exposure, of the points that have both.
fn common_rate(stretch: &Stretch<'_>, values: &[Option<f64>]) -> Option<f64> {
    let whole = |i: &&usize| values.get(**i).copied().flatten().is_some();
    let total = |of: &[Option<f64>]| stretch.base.iter().filter(whole).filter_map(|i| of.get(*i).copied().flatten()).sum::<f64>();
    let exposure = total(stretch.exposure);
    (exposure > 0.0).then(|| total(stretch.counts) / exposure * stretch.options.per)
}

#[cfg(test)]
mod tests {
    use crate::trends::charts::{ControlChart, Fault, Kind, Options, Side, control_chart};
    use crate::trends::series::Series;

    fn close(got: Option<f64>, wanted: f64, tolerance: f64) {
        assert!(got.is_some_and(|g| (g - wanted).abs() <= tolerance), "{got:?} is not {wanted}");
    }

    fn exposed(pairs: &[(f64, f64)]) -> Series {
        let mut series = Series::default();
        for (count, exposure) in pairs {
            series.push(String::new(), Some(*count), Some(*exposure), String::new());
        }
        series
    }

    fn chart(kind: Kind, pairs: &[(f64, f64)]) -> Result<ControlChart, Fault> {
        control_chart(kind, &exposed(pairs), &Options::default())
    }

    #[test]
    fn c_limits_are_those_printed_for_516_faults_in_26_samples() {
        let chart = control_chart(Kind::C, &Series::of_counts(&[516.0 / 26.0; 26]), &Options::default()).expect("a chart");

        close(chart.points[0].centre, 19.85, 0.005);
        close(chart.points[0].low, 6.48, 0.005);
        close(chart.points[0].high, 33.21, 0.005);
    }

    #[test]
    fn u_limits_are_those_printed_for_74_faults_in_20_samples_of_50() {
        let chart = chart(Kind::U, &[(3.7, 50.0); 20]).expect("a chart");

        close(chart.points[0].centre, 0.0740, 0.00005);
        close(chart.points[0].low, 0.0, 0.0);
        close(chart.points[0].high, 0.1894, 0.00005);
    }

    #[test]
    fn limits_widen_where_exposure_is_small_and_a_rate_may_be_given_for_many_units() {
        let options = Options { per: 1000.0, ..Options::default() };
        let one = chart(Kind::U, &[(10.0, 1000.0), (10.0, 250.0)]).expect("a chart");
        let many = control_chart(Kind::U, &exposed(&[(10.0, 1000.0), (10.0, 250.0)]), &options).expect("a chart");

        close(one.points[0].high, 0.016 + 3.0 * (0.016_f64 / 1000.0).sqrt(), 1e-12);
        close(one.points[1].high, 0.016 + 3.0 * (0.016_f64 / 250.0).sqrt(), 1e-12);
        close(many.points[1].high, 1000.0 * one.points[1].high.expect("a limit"), 1e-9);
        assert_eq!(one.sections[0].1.high, None, "no one limit holds for both");
    }

    #[test]
    fn a_share_stays_between_nothing_and_all() {
        let mostly = chart(Kind::P, &[(9.0, 10.0), (10.0, 10.0), (8.0, 10.0)]).expect("a chart");

        assert_eq!(mostly.points[0].high, Some(1.0));
        assert_eq!(chart(Kind::P, &[(11.0, 10.0)]), Err(Fault::AboveSize(0)));
        let all = chart(Kind::P, &[(7.0, 7.0); 12]).expect("a chart");
        assert!(all.points.iter().all(|p| p.outside() == Some(Side::On)));
    }

    #[test]
    fn nothing_exposed_gives_a_gap_and_an_event_without_exposure_is_refused() {
        let gap = chart(Kind::U, &[(4.0, 10.0), (0.0, 0.0), (6.0, 10.0)]).expect("a chart");

        assert_eq!((gap.points[1].value, gap.points[1].high, gap.points[1].centre), (None, None, Some(0.5)));
        assert_eq!(chart(Kind::U, &[(4.0, 10.0), (1.0, 0.0)]), Err(Fault::Exposure(1)));
        assert_eq!(chart(Kind::U, &[(4.0, -10.0)]), Err(Fault::Exposure(0)));
        assert_eq!(control_chart(Kind::U, &Series::of_counts(&[4.0]), &Options::default()), Err(Fault::NoExposure));
        assert_eq!(control_chart(Kind::C, &Series::of_counts(&[4.0, -1.0]), &Options::default()), Err(Fault::Negative(1)));
    }

    #[test]
    fn two_rates_are_needed_to_see_their_spread() {
        let one = chart(Kind::LaneyU, &[(4.0, 10.0)]).expect("a chart");
        let two = chart(Kind::LaneyU, &[(4.0, 10.0), (8.0, 10.0)]).expect("a chart");

        assert_eq!((one.points[0].high, one.points[0].centre), (None, Some(0.4)));
        close(two.sections[0].1.spread, 0.4 / (0.6_f64 / 10.0).sqrt() / 1.128, 1e-12);
    }
}
