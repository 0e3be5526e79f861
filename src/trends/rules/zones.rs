//! The zone tests of Nelson and of Western Electric, on standardised distances from the centre.
//!
//! All comparisons are strict: a point exactly on a zone's edge is inside, and one exactly on the centre ends a run. Where windows of a
//! "two of three" or "four of five" overlap, their points are flagged once, and only those beyond the edge.

use super::{Finding, outside, runs, shift, steps, trend, with_ends};
use crate::trends::charts::{Plotted, Side};

/// Slack of a zone's edge in standard deviations: closer than this is on it.
const EDGE: f64 = 1e-9;

/// Nelson's eight tests, 1984: beyond three sigma; 9 on one side; 6 steadily up or down; 14 up and down in turn; two of three beyond
/// two sigma; four of five beyond one sigma; 15 within one sigma; 8 beyond one sigma on either side.
pub(super) fn nelson(points: &[Plotted]) -> Vec<Finding> {
    let z = distances(points);
    let turns = runs(&steps(points), |a, b| turns_back(*a, *b), |run| run.len() + 1 >= 14);
    vec![
        Finding { rule: "nelson_1", points: outside(points) },
        Finding { rule: "nelson_2", points: shift(points, 9) },
        Finding { rule: "nelson_3", points: trend(points, 6) },
        Finding { rule: "nelson_4", points: with_ends(&turns) },
        Finding { rule: "nelson_5", points: beyond(&z, 2, 3, 2.0) },
        Finding { rule: "nelson_6", points: beyond(&z, 4, 5, 1.0) },
        Finding { rule: "nelson_7", points: stretch(&z, 15, |d| d < 1.0 - EDGE) },
        Finding { rule: "nelson_8", points: stretch(&z, 8, |d| d > 1.0 + EDGE) },
    ]
}

/// The four tests of the Western Electric handbook, 1956: beyond three sigma; two of three beyond two; four of five beyond one; 8 on
/// one side.
pub(super) fn western_electric(points: &[Plotted]) -> Vec<Finding> {
    let z = distances(points);
    vec![
        Finding { rule: "we_1", points: outside(points) },
        Finding { rule: "we_2", points: beyond(&z, 2, 3, 2.0) },
        Finding { rule: "we_3", points: beyond(&z, 4, 5, 1.0) },
        Finding { rule: "we_4", points: shift(points, 8) },
    ]
}

/// NaN where there is no standard deviation: no comparison holds for it.
fn distances(points: &[Plotted]) -> Vec<f64> {
    points.iter().map(|p| p.z().unwrap_or(f64::NAN)).collect()
}

fn turns_back(a: Side, b: Side) -> bool {
    matches!((a, b), (Side::Above, Side::Below) | (Side::Below, Side::Above))
}

/// Points of every window of `size` in which at least `least` lie more than `edge` sigma away on the same side.
fn beyond(z: &[f64], least: usize, size: usize, edge: f64) -> Vec<usize> {
    let mut found = Vec::new();
    for (from, window) in z.windows(size).enumerate() {
        for sign in [1.0, -1.0] {
            let far: Vec<usize> = (from..).zip(window).filter(|(_, z)| **z * sign > edge + EDGE).map(|(i, _)| i).collect();
            if far.len() >= least {
                found.extend(far);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Points of every run of `least` or more whose distance, either way, passes `test`.
fn stretch(z: &[f64], least: usize, test: impl Fn(f64) -> bool) -> Vec<usize> {
    let passed: Vec<bool> = z.iter().map(|z| test(z.abs())).collect();
    runs(&passed, |a, b| a == b, |run| run.len() >= least && run.first() == Some(&true))
}

#[cfg(test)]
mod tests {
    use crate::trends::charts::Plotted;
    use crate::trends::rules::made::standard;
    use crate::trends::rules::{RuleSet, find};

    fn fired(values: &[f64]) -> Vec<&'static str> {
        let points = standard(values);
        let found = [find(RuleSet::Nelson, &points), find(RuleSet::WesternElectric, &points)].concat();
        found.into_iter().filter(|f| !f.points.is_empty()).map(|f| f.rule).collect()
    }

    #[test]
    fn each_test_takes_its_number_of_points_and_not_one_fewer() {
        let turning: Vec<f64> = (0..14).map(|i| if i % 2 == 0 { 0.5 } else { -1.5 }).collect();

        assert_eq!((fired(&[0.5, 3.2, -0.5]), fired(&[0.5, 3.0, -0.5])), (vec!["nelson_1", "we_1"], vec![]));
        assert_eq!((fired(&[1.5, 0.5].repeat(5)[..9]), fired(&[1.5, 0.5].repeat(4)[..7])), (vec!["nelson_2", "we_4"], vec![]));
        assert_eq!((fired(&[-1.5, -0.5, 0.2, 0.4, 0.6, 0.8]), fired(&[-1.5, -0.5, 0.2, 0.4, 0.6])), (vec!["nelson_3"], vec![]));
        assert_eq!((fired(&turning), fired(&turning[..13])), (vec!["nelson_4"], vec![]));
        assert_eq!((fired(&[2.5, -0.5, 2.5]), fired(&[2.5, -0.5, -2.5])), (vec!["nelson_5", "we_2"], vec![]));
        assert_eq!((fired(&[1.5, 1.2, -0.5, 1.4, 1.6]), fired(&[1.5, 1.2, -0.5, 1.4, -1.6])), (vec!["nelson_6", "we_3"], vec![]));
        assert_eq!((fired(&[0.5, -0.5, -0.6].repeat(5)), fired(&[0.5, -0.5, -0.6].repeat(5)[..14])), (vec!["nelson_7"], vec![]));
        assert_eq!((fired(&[1.5, -1.5, -1.6, 1.7].repeat(2)), fired(&[1.5, -1.5, -1.6, 1.7].repeat(2)[..7])), (vec!["nelson_8"], vec![]));
    }

    #[test]
    fn tests_of_zones_need_a_standard_deviation() {
        let bare: Vec<Plotted> = standard(&[2.5; 9]).into_iter().map(|p| Plotted { sigma: None, ..p }).collect();

        let fired: Vec<&str> = find(RuleSet::Nelson, &bare).into_iter().filter(|f| !f.points.is_empty()).map(|f| f.rule).collect();

        assert_eq!(fired, ["nelson_2"]);
    }
}
