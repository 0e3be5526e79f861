//! The two run rules of Anhøj: an unusually long run, or unusually few crossings of the centre.
//!
//! Points exactly on the centre say nothing and are dropped first. Refuses to judge fewer than ten useful points.

use super::{Finding, sides};
use crate::trends::charts::{Plotted, Side};
use crate::trends::distributions::binomial_quantile;

/// Fewest points off the centre for the run rules to mean anything.
const LEAST_USEFUL: usize = 10;

/// Chance of so few crossings in a random series at which they count as a signal.
const CROSSINGS_LEVEL: f64 = 0.05;

/// What the run rules of Anhøj found (Anhøj and Olesen 2014, doi:10.1371/journal.pone.0113825).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Runs {
    /// Points not exactly on the centre; only these are counted.
    pub useful: usize,
    /// Longest run on one side.
    pub longest_run: usize,
    /// A longer run than this is a signal: log2(useful) + 3, rounded.
    pub longest_run_max: usize,
    /// Times the series crosses the centre.
    pub crossings: usize,
    /// Fewer crossings than this are a signal: the 5 % quantile of Binomial(useful - 1, 1/2).
    pub crossings_min: usize,
}

impl Runs {
    /// Whether either rule fires; `None` with fewer than ten useful points.
    #[must_use]
    pub const fn signal(&self) -> Option<bool> {
        if self.useful < LEAST_USEFUL {
            return None;
        }
        Some(self.longest_run > self.longest_run_max || self.crossings < self.crossings_min)
    }
}

/// Counts runs and crossings about the centre of a run chart (its median) or of any control chart.
///
/// ```
/// use candor::trends::{Kind, Options, Series, control_chart, run_rules};
///
/// let levels: Vec<f64> = (0..24).map(|month| if month < 12 { 8.0 } else { 12.0 }).collect();
/// let chart = control_chart(Kind::Run, &Series::of_counts(&levels), &Options::default())?;
///
/// let runs = run_rules(&chart.points);
/// assert_eq!((runs.longest_run, runs.crossings, runs.signal()), (12, 1, Some(true)));
/// # Ok::<(), candor::trends::Fault>(())
/// ```
#[must_use]
pub fn run_rules(points: &[Plotted]) -> Runs {
    let useful: Vec<Side> = points.iter().filter_map(Plotted::side).filter(|s| *s != Side::On).collect();
    let lengths: Vec<usize> = useful.chunk_by(|a, b| a == b).map(<[Side]>::len).collect();
    Runs {
        useful: useful.len(),
        longest_run: lengths.iter().copied().max().unwrap_or(0),
        longest_run_max: longest_run_max(useful.len()),
        crossings: lengths.len().saturating_sub(1),
        crossings_min: crossings_min(useful.len()),
    }
}

/// The points of runs that are too long; too few crossings are a property of the whole, so its rule names every useful point.
pub(super) fn findings(points: &[Plotted]) -> Vec<Finding> {
    let runs = run_rules(points);
    let judged = runs.signal().is_some();
    let sides = sides(points);
    let useful: Vec<usize> = (0..points.len()).filter(|i| sides.get(*i) != Some(&Side::On)).collect();
    let by_side = useful.chunk_by(|a, b| sides.get(*a) == sides.get(*b));
    let long = by_side.filter(|run| judged && run.len() > runs.longest_run_max).flatten().copied().collect();
    let few = judged && runs.crossings < runs.crossings_min;
    vec![
        Finding { rule: "anhoej_longest_run", points: long },
        Finding { rule: "anhoej_crossings", points: if few { useful } else { Vec::new() } },
    ]
}

/// log2(n) + 3 rounded to the nearest whole number, in whole numbers: log2(n) rounds to the largest k with 2^(2k-1) ≤ n².
fn longest_run_max(useful: usize) -> usize {
    let square = (useful as u128).saturating_mul(useful as u128);
    let rounded = (1..=63_usize).take_while(|k| 1_u128 << (2 * k - 1) <= square).count();
    rounded + 3
}

/// The smallest k with P(X ≤ k) ≥ 5 % for X ~ Binomial(n - 1, 1/2).
fn crossings_min(useful: usize) -> usize {
    let steps = useful.saturating_sub(1) as u64;
    binomial_quantile(CROSSINGS_LEVEL, steps, 0.5).and_then(|k| usize::try_from(k).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{crossings_min, longest_run_max, run_rules};
    use crate::trends::rules::made::standard;
    use crate::trends::rules::{RuleSet, find};

    #[test]
    fn critical_values_are_the_published_ones() {
        let published =
            [(10, 6, 2), (12, 7, 3), (20, 7, 6), (22, 7, 7), (23, 8, 7), (24, 8, 8), (45, 8, 17), (46, 9, 17), (91, 10, 37), (100, 10, 41)];

        for (n, longest, crossings) in published {
            assert_eq!((longest_run_max(n), crossings_min(n)), (longest, crossings), "{n} useful points");
        }
    }

    #[test]
    fn too_few_crossings_are_a_signal_and_ordinary_zigzag_is_not() {
        let level: Vec<f64> = (0..20).map(|i| if i < 10 { -1.0 } else { 1.0 }).collect();
        let zigzag: Vec<f64> = (0..20).map(|i| if i % 2 == 0 { -1.0 } else { 1.0 }).collect();
        let signal = |values: &[f64]| run_rules(&standard(values)).signal();

        assert_eq!((signal(&level), signal(&zigzag)), (Some(true), Some(false)));
        assert_eq!((signal(&level[..9]), signal(&[])), (None, None), "nine points are too few to judge");
    }

    #[test]
    fn a_point_on_the_centre_neither_ends_nor_lengthens_a_run() {
        let mut values = vec![1.0; 5];
        values.push(0.0);
        values.extend([1.0; 5]);
        values.extend([-1.0, 1.0, -1.0]);

        let runs = run_rules(&standard(&values));
        let long = find(RuleSet::Anhoej, &standard(&values)).remove(0);

        assert_eq!((runs.useful, runs.longest_run, runs.longest_run_max, runs.crossings), (13, 10, 7, 3));
        assert_eq!(long.points, [0, 1, 2, 3, 4, 6, 7, 8, 9, 10]);
    }
}
