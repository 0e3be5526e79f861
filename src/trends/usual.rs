//! The usual range of a printed monthly series.
//!
//! Refuses to see what a reader does not: it takes printed figures only, and hidden months are left out, never guessed.

use crate::domain::digest::{BASE, Point, Printed, UsualRange};

use super::charts::{Kind, Options, Plotted, SIGMAS, Side, control_chart};
use super::distributions::{negative_binomial_at_least, negative_binomial_cdf, poisson_at_least, poisson_cdf};
use super::series::Series;

/// Fewest printed months before a usual range is drawn (trial limits).
pub const LEAST_MONTHS: usize = 12;

/// Usual range of a monthly series: limits on the printed figures of the months before the last, as of a c chart, and wider by Laney's σz where the
/// figures vary more from month to month than counts do by chance (Laney 2002; moving ranges, so that a lasting change does not widen them).
///
/// `None` with fewer than [`LEAST_MONTHS`] printed months before the last.
#[must_use]
pub fn usual_range(points: &[Point]) -> Option<UsualRange> {
    let (_, earlier) = points.split_last()?;
    let printed: Vec<f64> = earlier.iter().filter_map(|p| printed_value(p.value)).collect();
    if printed.len() < LEAST_MONTHS {
        return None;
    }
    let chart = control_chart(Kind::LaneyU, &of_equal_months(&printed), &Options::default()).ok()?;
    let (centre, spread) = (chart.points.first()?.centre?, chart.sections.first()?.1.spread?.max(1.0));
    let reach = SIGMAS * spread * centre.sqrt();
    Some(UsualRange { low: (centre - reach).max(0.0), centre, high: centre + reach, dispersion: spread.powi(2) })
}

fn of_equal_months(figures: &[f64]) -> Series {
    let mut series = Series::default();
    for figure in figures {
        series.push(String::new(), Some(*figure), Some(1.0), String::new());
    }
    series
}

/// Whether a printed figure lies outside a usual range; on a limit it does not. `None` when it is not printed.
#[must_use]
pub fn is_outside(value: Printed, usual: UsualRange) -> Option<bool> {
    printed_value(value).map(|v| is_beyond(v, usual))
}

/// Whether a figure lies beyond the ends of a usual range.
pub(super) fn is_beyond(value: f64, usual: UsualRange) -> bool {
    let point = Plotted { value: Some(value), low: Some(usual.low), high: Some(usual.high), ..Plotted::default() };
    point.outside() != Some(Side::On)
}

/// Figures in which chance alone puts a printed one outside `usual` about once, to two digits, if reports vary around its centre as much as they did,
/// and each figure is rounded with one of five equally likely offsets. `None` when that never happens.
///
/// Counts are taken to be Poisson, or negative binomial with the range's dispersion.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, whole, and below a million")]
pub fn false_alarm(usual: UsualRange) -> Option<u32> {
    let base = f64::from(BASE);
    let whole = |v: f64| v.max(0.0).round() as u64;
    // Printed over the upper end: at least the next multiple of 5. Under the lower end: below the multiple of 5 it has reached.
    let (above, below) = (whole(((usual.high / base).floor() + 1.0) * base), whole((usual.low / base).ceil() * base));
    let chance = |offset: u64| {
        let under = below.checked_sub(offset + 1).map_or(0.0, |k| at_most(k, usual));
        at_least(above.saturating_sub(offset), usual) + under
    };
    let mean = (0..u64::from(BASE)).map(chance).sum::<f64>() / base;
    let times = 1.0 / mean;
    if !(1.0..1e6).contains(&times) {
        return None;
    }
    let unit = 10_f64.powf((times.log10().floor() - 1.0).max(0.0));
    Some(((times / unit).round() * unit) as u32)
}

/// Size and probability of the negative binomial distribution with the range's mean and dispersion; `None` where that is Poisson's.
fn dispersed(usual: UsualRange) -> Option<(f64, f64)> {
    (usual.dispersion > 1.0).then(|| (usual.centre / (usual.dispersion - 1.0), usual.dispersion.recip()))
}

fn at_most(k: u64, usual: UsualRange) -> f64 {
    dispersed(usual).map_or_else(|| poisson_cdf(k, usual.centre), |(size, prob)| negative_binomial_cdf(k, size, prob))
}

fn at_least(k: u64, usual: UsualRange) -> f64 {
    dispersed(usual).map_or_else(|| poisson_at_least(k, usual.centre), |(size, prob)| negative_binomial_at_least(k, size, prob))
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
    use super::{false_alarm, is_outside, usual_range};
    use crate::domain::digest::{Point, Printed, UsualRange};
    use crate::domain::period::Period;

    fn months(values: &[Printed]) -> Vec<Point> {
        let last = Period::parse("2026-09").expect("a month");
        last.back(values.len()).into_iter().zip(values).map(|(period, value)| Point { period, value: *value }).collect()
    }

    #[test]
    fn chance_alone_leaves_the_usual_range_about_as_often_as_three_standard_deviations_say() {
        let around = |centre: f64, dispersion: f64| {
            let reach = 3.0 * (centre * dispersion).sqrt();
            false_alarm(UsualRange { low: centre - reach, centre, high: centre + reach, dispersion })
        };

        for (centre, dispersion) in [(25.0, 1.0), (60.0, 1.0), (100.0, 1.0), (400.0, 1.0), (400.0, 2.0), (900.0, 4.0)] {
            let times = around(centre, dispersion).expect("a chance");
            // Rounding and the coarse steps of small figures make it rarer still.
            assert!((120..1_500).contains(&times) && (times < 100 || times % 10 == 0), "{centre}, {dispersion}: {times}");
        }
        assert_eq!(false_alarm(UsualRange { low: 0.0, centre: 1.0, high: 200.0, dispersion: 1.0 }), None);
    }

    #[test]
    fn figures_that_vary_more_than_by_chance_have_a_wider_range() {
        let wild = [820, 990, 850, 1010, 800, 940, 790, 1030, 880, 760, 1000, 850, 960, 900].map(Printed::About);
        let calm = [900, 920, 890, 905, 880, 910, 930, 900, 895, 885, 915, 900, 905, 900].map(Printed::About);
        let (wild, calm) = (usual_range(&months(&wild)).expect("a range"), usual_range(&months(&calm)).expect("a range"));

        assert!(wild.dispersion > 10.0 && is_outside(Printed::About(1040), wild) == Some(false), "{wild:?}");
        assert!((calm.dispersion - 1.0).abs() < 1e-12 && is_outside(Printed::About(1040), calm) == Some(true), "{calm:?}");

        let moved: Vec<Printed> = (0..24).map(|at| Printed::About(if at < 12 { 600 } else { 900 } + 20 * (at % 3))).collect();
        assert!(usual_range(&months(&moved)).expect("a range").dispersion < 4.0, "one step is one moving range");
    }

    #[test]
    fn twelve_printed_months_are_needed_and_the_last_does_not_count() {
        let mut values = vec![Printed::About(25); 11];
        values.push(Printed::Few);
        values.push(Printed::About(500));

        assert_eq!(usual_range(&months(&values)), None);

        values.insert(0, Printed::About(25));
        let usual = usual_range(&months(&values)).expect("a range");
        assert_eq!(usual, UsualRange { low: 10.0, centre: 25.0, high: 40.0, dispersion: 1.0 });
        assert_eq!(is_outside(Printed::About(500), usual), Some(true));
        assert_eq!(is_outside(Printed::About(40), usual), Some(false));
        assert_eq!(is_outside(Printed::Few, usual), None);
    }
}
