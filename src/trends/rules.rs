//! Rules that tell a signal from ordinary variation: outside the limits, a shift, and the two run rules of Anhøj.
//!
//! Refuses judgement: a signal says "more than usual variation", never "better" or "worse".

use super::spc::Limits;

/// Points in a row on one side of the centre that make a shift (Western Electric 1956).
pub const SHIFT: usize = 8;

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
    /// Whether either rule fires; never with fewer than ten useful points.
    #[must_use]
    pub const fn signal(&self) -> bool {
        self.useful >= LEAST_USEFUL && (self.longest_run > self.longest_run_max || self.crossings < self.crossings_min)
    }
}

/// Everything the default rules find in one series. Positions count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signals {
    /// Points beyond a control limit.
    pub outside: Vec<usize>,
    /// Points that belong to a run of [`SHIFT`] or more on one side of the centre; a point on the centre ends a run.
    pub shift: Vec<usize>,
    /// The run rules of Anhøj.
    pub runs: Runs,
}

impl Signals {
    /// Whether any rule fires.
    #[must_use]
    pub const fn any(&self) -> bool {
        !self.outside.is_empty() || !self.shift.is_empty() || self.runs.signal()
    }
}

/// Applies the default rules; `limits` holds one entry for each point, or a single one for all of them.
///
/// `None` when there are neither as many limits as points nor exactly one.
#[must_use]
pub fn signals(values: &[f64], limits: &[Limits]) -> Option<Signals> {
    let each: Vec<Limits> = match limits {
        [one] => vec![*one; values.len()],
        many if many.len() == values.len() => many.to_vec(),
        _ => return None,
    };
    let outside = values.iter().zip(&each).enumerate().filter(|(_, (v, l))| l.excludes(**v)).map(|(i, _)| i).collect();
    let sides: Vec<i8> = values.iter().zip(&each).map(|(v, l)| side(*v, l.centre)).collect();
    Some(Signals { outside, shift: shift(&sides), runs: runs(&sides) })
}

/// The run rules of Anhøj around a given centre (the median of a run chart, the centre line of a control chart).
#[must_use]
pub fn anhoej(values: &[f64], centre: f64) -> Runs {
    runs(&values.iter().map(|v| side(*v, centre)).collect::<Vec<i8>>())
}

fn side(value: f64, centre: f64) -> i8 {
    if value > centre {
        1
    } else if value < centre {
        -1
    } else {
        0
    }
}

fn shift(sides: &[i8]) -> Vec<usize> {
    let mut flagged = Vec::new();
    let mut at = 0;
    for run in sides.chunk_by(|a, b| a == b) {
        if run.len() >= SHIFT && run.first() != Some(&0) {
            flagged.extend(at..at + run.len());
        }
        at += run.len();
    }
    flagged
}

fn runs(sides: &[i8]) -> Runs {
    let useful: Vec<i8> = sides.iter().copied().filter(|s| *s != 0).collect();
    let lengths: Vec<usize> = useful.chunk_by(|a, b| a == b).map(<[i8]>::len).collect();
    Runs {
        useful: useful.len(),
        longest_run: lengths.iter().copied().max().unwrap_or(0),
        longest_run_max: longest_run_max(useful.len()),
        crossings: lengths.len().saturating_sub(1),
        crossings_min: crossings_min(useful.len()),
    }
}

/// log2(n) + 3 rounded to the nearest whole number, in whole numbers: log2(n) rounds to the largest k with 2^(2k-1) ≤ n².
fn longest_run_max(useful: usize) -> usize {
    let square = (useful as u128).saturating_mul(useful as u128);
    let rounded = (1..=63_usize).take_while(|k| 1_u128 << (2 * k - 1) <= square).count();
    rounded + 3
}

/// The smallest k with P(X ≤ k) ≥ 5 % for X ~ Binomial(n - 1, 1/2).
fn crossings_min(useful: usize) -> usize {
    let steps = useful.saturating_sub(1);
    let mut log_mass = -(steps as f64) * std::f64::consts::LN_2;
    let mut below = log_mass.exp();
    let mut k = 0;
    while below < CROSSINGS_LEVEL && k < steps {
        log_mass += ((steps - k) as f64 / (k + 1) as f64).ln();
        below += log_mass.exp();
        k += 1;
    }
    k
}

#[cfg(test)]
mod tests {
    use super::{anhoej, crossings_min, longest_run_max, signals};
    use crate::trends::spc::Limits;

    const LIMITS: Limits = Limits { low: 0.0, centre: 5.0, high: 10.0 };

    #[test]
    fn critical_values_are_the_published_ones() {
        let published =
            [(10, 6, 2), (12, 7, 3), (20, 7, 6), (22, 7, 7), (23, 8, 7), (24, 8, 8), (45, 8, 17), (46, 9, 17), (91, 10, 37), (100, 10, 41)];

        for (n, longest, crossings) in published {
            assert_eq!((longest_run_max(n), crossings_min(n)), (longest, crossings), "{n} useful points");
        }
    }

    #[test]
    fn a_shift_takes_eight_points_on_one_side() {
        let seven = [6.0; 7];
        let mut eight = vec![4.0];
        eight.extend([6.0; 8]);
        eight.push(4.0);

        assert_eq!(signals(&seven, &[LIMITS]).expect("signals").shift, Vec::<usize>::new());
        assert_eq!(signals(&eight, &[LIMITS]).expect("signals").shift, (1..=8).collect::<Vec<_>>());
    }

    #[test]
    fn a_point_on_the_centre_ends_a_shift_but_not_a_run_of_anhoej() {
        let values = [6.0, 6.0, 6.0, 6.0, 5.0, 6.0, 6.0, 6.0, 6.0];

        let found = signals(&values, &[LIMITS]).expect("signals");

        assert!(found.shift.is_empty());
        assert_eq!((found.runs.useful, found.runs.longest_run), (8, 8));
    }

    #[test]
    fn points_beyond_their_own_limits_are_outside() {
        let narrow = Limits { low: 4.0, centre: 5.0, high: 6.0 };

        let found = signals(&[7.0, 7.0, 11.0], &[LIMITS, narrow, LIMITS]).expect("signals");

        assert_eq!(found.outside, vec![1, 2]);
        assert!(found.any());
        assert_eq!(signals(&[7.0], &[LIMITS, LIMITS]), None);
    }

    #[test]
    fn too_few_crossings_are_a_signal_and_ordinary_zigzag_is_not() {
        let level: Vec<f64> = (0..20).map(|i| if i < 10 { 4.0 } else { 6.0 }).collect();
        let zigzag: Vec<f64> = (0..20).map(|i| if i % 2 == 0 { 4.0 } else { 6.0 }).collect();

        assert!(anhoej(&level, 5.0).signal());
        assert!(!anhoej(&zigzag, 5.0).signal());
        assert!(!anhoej(&level[..9], 5.0).signal(), "nine points are too few to judge");
        assert!(!anhoej(&[], 5.0).signal());
    }
}
