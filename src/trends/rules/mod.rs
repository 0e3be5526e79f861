//! Rules that tell a signal from ordinary variation.
//!
//! Refuses judgement: a signal says "more than usual variation", never "better" or "worse". Every set is applied to one stretch of
//! points with limits of its own, so no run goes across a change of phase.

pub mod anhoej;
pub mod nhs;
mod zones;

use super::charts::{Plotted, Side};

/// A set of rules that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleSet {
    /// A point beyond its limit (Shewhart 1931).
    Outside,
    /// Longest run and crossings (Anhøj and Olesen 2014).
    Anhoej,
    /// The eight tests of Nelson 1984, *Journal of Quality Technology* 16:237.
    Nelson,
    /// The four zone tests of the Western Electric handbook, 1956.
    WesternElectric,
    /// Making Data Count, NHS England.
    Nhs,
}

/// A rule and the points it fired at, counted from 0; empty when it did not fire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its name.
    pub rule: &'static str,
    /// The points that make the signal.
    pub points: Vec<usize>,
}

/// Applies a set of rules to the points of one stretch. A point without a value or a centre is passed over as if it were not there.
///
/// Rules that count standard deviations do not fire where the chart has none.
#[must_use]
pub fn find(set: RuleSet, points: &[Plotted]) -> Vec<Finding> {
    let there: Vec<(usize, Plotted)> = points.iter().copied().enumerate().filter(|(_, p)| p.side().is_some()).collect();
    let (at, plotted): (Vec<usize>, Vec<Plotted>) = there.into_iter().unzip();
    let found = match set {
        RuleSet::Outside => vec![Finding { rule: "outside", points: outside(&plotted) }],
        RuleSet::Anhoej => anhoej::findings(&plotted),
        RuleSet::Nelson => zones::nelson(&plotted),
        RuleSet::WesternElectric => zones::western_electric(&plotted),
        RuleSet::Nhs => nhs::findings(&plotted),
    };
    let back = |finding: Finding| Finding { points: finding.points.iter().filter_map(|i| at.get(*i).copied()).collect(), ..finding };
    found.into_iter().map(back).collect()
}

fn sides(points: &[Plotted]) -> Vec<Side> {
    points.iter().map(|p| p.side().unwrap_or(Side::On)).collect()
}

fn outside(points: &[Plotted]) -> Vec<usize> {
    points.iter().enumerate().filter(|(_, p)| !matches!(p.outside(), None | Some(Side::On))).map(|(i, _)| i).collect()
}

/// Points of every run of `least` or more on one side; a point on the centre ends a run.
fn shift(points: &[Plotted], least: usize) -> Vec<usize> {
    runs(&sides(points), |a, b| a == b, |run| run.len() >= least && run.first() != Some(&Side::On))
}

/// Points of every unbroken rise or fall over `least` points; two equal neighbours end it.
fn trend(points: &[Plotted], least: usize) -> Vec<usize> {
    let steps = steps(points);
    let firsts = runs(&steps, |a, b| a == b, |run| run.len() + 1 >= least && run.first() != Some(&Side::On));
    with_ends(&firsts)
}

/// Where each point but the first stands against the one before.
fn steps(points: &[Plotted]) -> Vec<Side> {
    points
        .windows(2)
        .map(|w| if let [a, b] = w { Plotted { centre: a.value, ..*b }.side().unwrap_or(Side::On) } else { Side::On })
        .collect()
}

/// Steps as points: a step goes from a point to the next.
fn with_ends(steps: &[usize]) -> Vec<usize> {
    let mut points: Vec<usize> = steps.iter().flat_map(|i| [*i, i + 1]).collect();
    points.dedup();
    points
}

/// Positions in the maximal runs of neighbours that belong together, where the run as a whole counts.
fn runs<T>(items: &[T], together: impl FnMut(&T, &T) -> bool, counts: impl Fn(&[T]) -> bool) -> Vec<usize> {
    let (mut found, mut from) = (Vec::new(), 0);
    for run in items.chunk_by(together) {
        if counts(run) {
            found.extend(from..from + run.len());
        }
        from += run.len();
    }
    found
}

#[cfg(test)]
pub(super) mod made {
    use crate::trends::charts::Plotted;

    /// Standardised values: centre 0, sigma 1, limits at 3.
    pub(in crate::trends) fn standard(values: &[f64]) -> Vec<Plotted> {
        let point = |v: &f64| Plotted { value: Some(*v), centre: Some(0.0), sigma: Some(1.0), low: Some(-3.0), high: Some(3.0) };
        values.iter().map(point).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::made::standard;
    use super::{RuleSet, find};
    use crate::trends::charts::Plotted;

    #[test]
    fn a_point_on_a_limit_is_inside_and_one_beyond_is_not() {
        let found = find(RuleSet::Outside, &standard(&[3.0, 3.1, -3.0, -3.1]));

        assert_eq!(found[0].points, [1, 3]);
    }

    #[test]
    fn a_missing_point_is_passed_over() {
        let mut points = standard(&[0.5; 9]);
        points.insert(4, Plotted::default());

        let found = find(RuleSet::Nelson, &points);

        assert_eq!(found[1].points, [0, 1, 2, 3, 5, 6, 7, 8, 9]);
    }

    #[test]
    fn no_rule_fires_without_points() {
        for set in [RuleSet::Outside, RuleSet::Anhoej, RuleSet::Nelson, RuleSet::WesternElectric, RuleSet::Nhs] {
            assert!(find(set, &[]).iter().all(|f| f.points.is_empty()));
        }
    }
}
