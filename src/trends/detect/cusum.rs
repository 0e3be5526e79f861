//! Cumulative sums of counts: the Poisson CUSUM for rises and falls, and the CUSUM of transformed counts.
//!
//! Refuses to reset itself after an alarm: the sum goes on, so that a reader sees how long a change lasts.

use super::run_length::Side;

/// Reference value that finds a change from `mean` to `changed` soonest: `(m1 - m0) / (ln m1 - ln m0)` (Lucas 1985).
///
/// `None` unless both are positive, finite and different.
#[must_use]
pub fn reference_value(mean: f64, changed: f64) -> Option<f64> {
    let usable = [mean, changed].iter().all(|m| m.is_finite() && *m > 0.0) && (mean - changed).abs() > f64::EPSILON * mean;
    usable.then(|| (changed - mean) / (changed.ln() - mean.ln()))
}

/// Sums over counts whose reference value may differ from period to period, for exposure or season does.
///
/// `S = max(0, S + y - k)` for a rise, `S = max(0, S + k - y)` for a fall, from 0.
#[must_use]
pub fn sums(side: Side, counts: &[f64], references: &[f64]) -> Vec<f64> {
    let step = |sum: &mut f64, (y, k): (&f64, &f64)| {
        let gain = match side {
            Side::Up => y - k,
            Side::Down => k - y,
        };
        *sum = (*sum + gain).max(0.0);
        Some(*sum)
    };
    counts.iter().zip(references).scan(0.0, step).collect()
}

/// How counts are brought near a standard normal variable before they are summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transform {
    /// `(y - m) / √m`.
    Standard,
    /// `(y - 3 m + 2 √(m y)) / (2 √m)` (Rossi, Lampugnani and Marchi 1999, Stat Med 18:2111).
    Rossi,
}

/// A CUSUM of transformed counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Transformed {
    /// The sum after each period.
    pub sums: Vec<f64>,
    /// The count that would have brought the sum to `h` in that period.
    pub needed: Vec<f64>,
    /// Positions at which the sum is at least `h`.
    pub alarms: Vec<usize>,
}

/// Sums `z - k` of transformed counts from 0 with expected count `mean`; alarms at `h` and above.
///
/// `None` unless `mean` is positive and finite.
#[must_use]
pub fn transformed(counts: &[f64], mean: f64, transform: Transform, k: f64, h: f64) -> Option<Transformed> {
    if !(mean.is_finite() && mean > 0.0) {
        return None;
    }
    let root = mean.sqrt();
    let standard = |y: f64| match transform {
        Transform::Standard => (y - mean) / root,
        Transform::Rossi => (y - 3.0 * mean + 2.0 * (mean * y).sqrt()) / (2.0 * root),
    };
    // Rossi's is a square in √y, completed here to be turned round.
    let count = |z: f64| match transform {
        Transform::Standard => mean + z * root,
        Transform::Rossi => ((4.0 * mean + 2.0 * z * root).max(0.0).sqrt() - root).max(0.0).powi(2),
    };
    let mut found = Transformed { sums: Vec::new(), needed: Vec::new(), alarms: Vec::new() };
    let mut sum = 0.0_f64;
    for (at, y) in counts.iter().enumerate() {
        found.needed.push(count(h + k - sum));
        sum = (sum + standard(*y) - k).max(0.0);
        found.sums.push(sum);
        if sum >= h {
            found.alarms.push(at);
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::{Transform, reference_value, sums, transformed};
    use crate::trends::detect::Side;

    #[test]
    fn the_reference_value_of_a_doubling() {
        assert!((reference_value(1.0, 2.0).expect("a value") - 1.0 / std::f64::consts::LN_2).abs() < 1e-12);
        assert_eq!(reference_value(0.0, 2.0), None);
        assert_eq!(reference_value(2.0, 2.0), None);
    }

    #[test]
    fn sums_by_hand() {
        assert_eq!(sums(Side::Up, &[2.0, 0.0, 4.0, 3.0], &[1.5; 4]), [0.5, 0.0, 2.5, 4.0]);
        assert_eq!(sums(Side::Down, &[2.0, 0.0, 4.0, 1.0], &[1.5; 4]), [0.0, 1.5, 0.0, 0.5]);
        assert_eq!(sums(Side::Up, &[2.0, 2.0], &[1.0, 3.0]), [1.0, 0.0], "the reference follows exposure");
    }

    #[test]
    fn the_count_needed_just_alarms() {
        for transform in [Transform::Standard, Transform::Rossi] {
            let needed = transformed(&[3.0, 5.0], 2.5, transform, 0.5, 2.0).expect("sums").needed;

            let exact = transformed(&[3.0, needed[1]], 2.5, transform, 0.5, 2.0).expect("sums");
            assert!((exact.sums[1] - 2.0).abs() < 1e-9);
        }
        assert_eq!(transformed(&[1.0], 0.0, Transform::Rossi, 1.0, 2.0), None);
    }
}
