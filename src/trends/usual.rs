//! The usual range of a printed monthly series.
//!
//! Refuses to see what a reader does not: it takes printed figures only, and hidden months are left out, never guessed.

use crate::domain::digest::{Point, Printed, UsualRange};

use super::charts::{Kind, Options, Plotted, Side, control_chart};
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

/// The figure a reader sees, if there is one.
pub(super) fn printed_value(value: Printed) -> Option<f64> {
    match value {
        Printed::About(v) => Some(f64::from(v)),
        Printed::Few | Printed::Withheld => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_outside, usual_range};
    use crate::domain::digest::{Point, Printed, UsualRange};
    use crate::domain::period::Period;

    fn months(values: &[Printed]) -> Vec<Point> {
        let last = Period::parse("2026-09").expect("a month");
        last.back(values.len()).into_iter().zip(values).map(|(period, value)| Point { period, value: *value }).collect()
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
