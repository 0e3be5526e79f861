//! The rules and icons of Making Data Count (NHS England): outside, trend of 7, two of three, shift of 7; variation and assurance.
//!
//! Which way is better is for the caller to know.

use super::{Finding, outside, shift, steps, trend};
use crate::trends::charts::{Plotted, Side};

/// Points that make a shift or a trend.
const RUN: usize = 7;

/// The four rules in the order in which they explain a point that several of them flag.
pub(super) fn findings(points: &[Plotted]) -> Vec<Finding> {
    vec![
        Finding { rule: "nhs_outside", points: outside(points) },
        Finding { rule: "nhs_trend", points: trend(points, RUN) },
        Finding { rule: "nhs_two_of_three", points: two_of_three(points) },
        Finding { rule: "nhs_shift", points: shift(points, RUN) },
    ]
}

/// Two of three points beyond two sigma and within the limits, where all three lie on one side of the centre.
fn two_of_three(points: &[Plotted]) -> Vec<usize> {
    let far = |p: &Plotted| p.z().is_some_and(|z| z.abs() > 2.0 + 1e-9) && p.outside() == Some(Side::On);
    let mut found = Vec::new();
    for (from, window) in points.windows(3).enumerate() {
        let side = window.first().and_then(Plotted::side).unwrap_or(Side::On);
        let together = side != Side::On && window.iter().all(|p| p.side() == Some(side));
        let beyond: Vec<usize> = (from..).zip(window).filter(|(_, p)| far(p)).map(|(i, _)| i).collect();
        if together && beyond.len() >= 2 {
            found.extend(beyond);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Which way the newest point varies: the side of its signal, or of its trend; [`Side::On`] for ordinary variation.
///
/// `None` without a point that has a centre.
#[must_use]
pub fn variation(points: &[Plotted]) -> Option<Side> {
    let there: Vec<Plotted> = points.iter().copied().filter(|p| p.side().is_some()).collect();
    let last = there.len().checked_sub(1)?;
    let first = findings(&there).into_iter().find(|f| f.points.contains(&last));
    Some(match first.map(|f| f.rule) {
        None => Side::On,
        Some("nhs_trend") => steps(&there).last().copied().unwrap_or(Side::On),
        Some(_) => there.last().and_then(Plotted::side).unwrap_or(Side::On),
    })
}

/// Where a target lies against the limits of the newest point: beyond them it is always met or never, between them now and then.
///
/// `None` without limits.
#[must_use]
pub fn assurance(points: &[Plotted], target: f64) -> Option<Side> {
    let last = points.iter().rev().find(|p| p.low.is_some() && p.high.is_some())?;
    Plotted { value: Some(target), ..*last }.outside()
}

#[cfg(test)]
mod tests {
    use super::{assurance, variation};
    use crate::trends::charts::Side;
    use crate::trends::rules::made::standard;
    use crate::trends::rules::{RuleSet, find};

    fn flagged(values: &[f64], rule: &str) -> Vec<usize> {
        find(RuleSet::Nhs, &standard(values)).into_iter().find(|f| f.rule == rule).expect("a rule").points
    }

    #[test]
    fn a_shift_and_a_trend_take_seven_points() {
        assert_eq!(flagged(&[0.5; 6], "nhs_shift"), Vec::<usize>::new());
        assert_eq!(flagged(&[0.5, 0.6, 0.5, 0.6, 0.5, 0.6, 0.5, -0.5], "nhs_shift"), (0..7).collect::<Vec<_>>());
        assert_eq!(flagged(&[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7], "nhs_trend"), (0..7).collect::<Vec<_>>());
        assert_eq!(flagged(&[0.1, 0.2, 0.3, 0.3, 0.4, 0.5, 0.6], "nhs_trend"), Vec::<usize>::new());
    }

    #[test]
    fn two_of_three_must_be_together_and_within_the_limits() {
        assert_eq!(flagged(&[2.5, 0.5, 2.5], "nhs_two_of_three"), [0, 2]);
        assert_eq!(flagged(&[2.5, -0.5, 2.5], "nhs_two_of_three"), Vec::<usize>::new());
        assert_eq!(flagged(&[2.5, 0.5, 3.5], "nhs_two_of_three"), Vec::<usize>::new());
        assert_eq!(flagged(&[2.5, 2.6, 0.5, 2.7], "nhs_two_of_three"), [0, 1, 3]);
    }

    #[test]
    fn the_icons_look_at_the_newest_point() {
        assert_eq!(variation(&standard(&[0.5, 0.1, 3.5])), Some(Side::Above));
        assert_eq!(variation(&standard(&[3.5, 0.1, 0.5])), Some(Side::On));
        assert_eq!(variation(&standard(&[0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1])), Some(Side::Below), "a fall above the centre is a fall");
        assert_eq!(variation(&[]), None);
        let sides = [4.0, 1.0, -4.0].map(|target| assurance(&standard(&[0.0]), target));
        assert_eq!(sides, [Some(Side::Above), Some(Side::On), Some(Side::Below)]);
    }
}
