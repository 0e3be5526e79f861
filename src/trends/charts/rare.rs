//! Charts of rare events, by what lies between two of them: opportunities (g) or time (t). A high point is good news about frequency.
//!
//! Their lower limit is nearly always 0, so they cannot see events that come too close together; a CUSUM can.

use super::individuals::ranges;
use super::{Drawn, Plotted, SIGMAS, Stretch, Summary, mean, median};

/// Power that makes exponential gaps nearly normal (Nelson 1994, *Journal of Quality Technology* 26:239).
const POWER: f64 = 3.6;

/// Mean moving ranges from the centre to a limit: 3 / d2, rounded as the textbooks of this chart print it.
const CONSTANT: f64 = 2.66;

/// g chart: centre the median gap, limits `m ± 3 √(m (m + 1))` about the mean gap m (Benneyan 2001, *Health Care Management
/// Science* 4:305).
pub(super) fn g(stretch: &Stretch<'_>) -> Drawn {
    let values = stretch.values(false);
    let base: Vec<f64> = stretch.base_of(&values).into_iter().flatten().collect();
    let (centre, mean) = (stretch.options.centre.or_else(|| median(&base)), mean(&base));
    let sigma = mean.map(|m| (m * (m + 1.0)).sqrt());
    let limit = |sign: f64| Some((mean? + sign * SIGMAS * sigma?).max(0.0));
    let (low, high) = (limit(-1.0), limit(1.0));
    let points = values.into_iter().map(|value| Plotted { value, centre, sigma, low, high }).collect();
    Drawn { points, summary: Summary { centre, sigma, low, high, mean, ..Summary::default() } }
}

/// t chart: an XmR chart of `t^(1/3.6)`, raised again to 3.6 (Nelson 1994; Montgomery, 6th ed., 7.3.5). A lower limit below 0 is 0.
pub(super) fn t(stretch: &Stretch<'_>) -> Drawn {
    let (values, options) = (stretch.values(false), stretch.options);
    let scaled: Vec<Option<f64>> = stretch.base_of(&values).into_iter().map(|v| v.map(|t| t.powf(1.0 / POWER))).collect();
    let middle = mean(&scaled.iter().copied().flatten().collect::<Vec<_>>());
    let ranges = ranges(&scaled, options.screen);
    let reach = ranges.mean.map(|m| options.constant.unwrap_or(CONSTANT) * m);
    let limit = |sign: f64| Some((middle? + sign * reach?).max(0.0).powf(POWER));
    let (low, high) = (limit(-1.0), limit(1.0));
    let centre = options.centre.or_else(|| middle.map(|m| m.powf(POWER)));
    let points = values.into_iter().map(|value| Plotted { value, centre, sigma: None, low, high }).collect();
    let summary = Summary { centre, low, high, mean_range: ranges.mean, screened: Some(ranges.screened), ..Summary::default() };
    Drawn { points, summary }
}

#[cfg(test)]
mod tests {
    use crate::trends::charts::{Fault, Kind, Options, Side, control_chart};
    use crate::trends::series::Series;

    #[test]
    fn a_long_gap_between_rare_events_lies_above_the_limit() {
        let mut gaps = [20.0, 14.0, 31.0, 8.0, 25.0, 17.0, 11.0, 22.0, 29.0, 5.0].repeat(2);
        gaps.push(190.0);
        let series = Series::of_counts(&gaps);

        for kind in [Kind::G, Kind::T] {
            let chart = control_chart(kind, &series, &Options { freeze: Some(20), ..Options::default() }).expect("a chart");

            let outside: Vec<usize> = (0..21).filter(|i| chart.points[*i].outside() == Some(Side::Above)).collect();
            assert_eq!(outside, [20], "{kind:?}");
            assert!(chart.points[0].low.is_some_and(|low| (0.0..1.0).contains(&low)), "{kind:?}");
        }
        assert_eq!(control_chart(Kind::T, &Series::of_counts(&[-1.0]), &Options::default()), Err(Fault::Negative(0)));
    }
}
