//! The usual range of a printed monthly series.
//!
//! Refuses to see what a reader does not: it takes printed figures only, and hidden months are left out, never guessed.

use crate::domain::digest::{Point, Printed, UsualRange};

use super::charts::{Kind, Options, Plotted, Side, control_chart};
use super::disclosure::rounding::BASE;
use super::distributions::{poisson_at_least, poisson_cdf};
use super::series::Series;

/// Fewest printed months before a usual range is drawn (trial limits).
pub const LEAST_MONTHS: usize = 12;

/// Usual range of a monthly series: c chart limits on the printed figures of the months before the last.
///
/// `None` with fewer than [`LEAST_MONTHS`] printed months before the last.
#[must_use]
pub fn usual_range(points: &[Point]) -> Option<UsualRange> {
    let (_, earlier) = points.split_last()?;
    let printed: Vec<f64> = earlier.iter().filter_map(|p| printed_value(p.value)).collect();
    if printed.len() < LEAST_MONTHS {
        return None;
    }
    let chart = control_chart(Kind::C, &Series::of_counts(&printed), &Options::default()).ok()?;
    let Plotted { low, centre, high, .. } = chart.points.first()?;
    Some(UsualRange { low: (*low)?, centre: (*centre)?, high: (*high)? })
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

/// Figures in which chance alone puts a printed one outside `usual` about once, to two digits, if reports come as a Poisson process around its
/// centre and each figure is rounded with one of five equally likely offsets. `None` when that never happens.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, whole, and below a million")]
pub fn false_alarm(usual: UsualRange) -> Option<u32> {
    let base = f64::from(BASE);
    let whole = |v: f64| v.max(0.0).round() as u64;
    // Printed over the upper end: at least the next multiple of 5. Under the lower end: below the multiple of 5 it has reached.
    let (above, below) = (whole(((usual.high / base).floor() + 1.0) * base), whole((usual.low / base).ceil() * base));
    let chance = |offset: u64| {
        let under = below.checked_sub(offset + 1).map_or(0.0, |k| poisson_cdf(k, usual.centre));
        poisson_at_least(above.saturating_sub(offset), usual.centre) + under
    };
    let mean = (0..u64::from(BASE)).map(chance).sum::<f64>() / base;
    let times = 1.0 / mean;
    if !(1.0..1e6).contains(&times) {
        return None;
    }
    let unit = 10_f64.powf((times.log10().floor() - 1.0).max(0.0));
    Some(((times / unit).round() * unit) as u32)
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
        let around =
            |centre: f64| false_alarm(UsualRange { low: centre - 3.0 * centre.sqrt(), centre, high: centre + 3.0 * centre.sqrt() });

        for centre in [25.0, 60.0, 100.0, 400.0] {
            let times = around(centre).expect("a chance");
            // Rounding and the coarse steps of small figures make it rarer still.
            assert!((120..1_500).contains(&times) && (times < 100 || times % 10 == 0), "{centre}: {times}");
        }
        assert_eq!(false_alarm(UsualRange { low: 0.0, centre: 1.0, high: 200.0 }), None);
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
