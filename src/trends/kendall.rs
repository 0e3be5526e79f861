//! Slow drift in one direction: the Mann-Kendall test and the slope of Sen.
//!
//! Refuses to see a season or a dependence between neighbours; either makes its p value too small.

use std::cmp::Ordering;

use super::charts::median;
use super::distributions::normal_two_sided;

/// Most points whose pairs are compared; more would need too much room for all their slopes.
pub const POINTS_MAX: usize = 5_000;

/// What the test found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drift {
    /// Rising pairs less falling pairs.
    pub s: f64,
    /// Variance of S if the order means nothing, corrected for ties.
    pub variance: f64,
    /// S, one nearer to 0, over its standard deviation.
    pub z: f64,
    /// Two-sided p value of z.
    pub p: f64,
    /// S over the number of pairs.
    pub tau: f64,
    /// Median slope of all pairs, for one step (Sen 1968).
    pub slope: f64,
    /// Where a line with that slope through the medians meets the first point.
    pub intercept: f64,
}

/// Mann-Kendall test with correction for ties (Mann 1945; Kendall 1975; Sen 1968). Missing points leave their place in time empty.
///
/// `None` with fewer than two points or more than [`POINTS_MAX`].
///
/// ```
/// let rising = [Some(2.0), Some(3.0), None, Some(7.0), Some(8.0)];
///
/// let drift = candor::trends::kendall::drift(&rising).ok_or("too few points")?;
/// assert_eq!((drift.s, drift.tau), (6.0, 1.0));
/// # Ok::<(), &'static str>(())
/// ```
#[must_use]
pub fn drift(values: &[Option<f64>]) -> Option<Drift> {
    let there: Vec<(f64, f64)> = values.iter().enumerate().filter_map(|(i, v)| v.map(|v| (i as f64, v))).collect();
    let n = there.len() as f64;
    if there.len() < 2 || there.len() > POINTS_MAX {
        return None;
    }
    let later = |i: usize| there.iter().skip(i + 1);
    let pairs = there.iter().enumerate().flat_map(|(i, a)| later(i).map(move |b| (a, b)));
    let (mut s, mut slopes) = (0.0_f64, Vec::with_capacity(there.len() * (there.len() - 1) / 2));
    for ((t1, v1), (t2, v2)) in pairs {
        s += if v2 > v1 { 1.0 } else { 0.0 } - if v2 < v1 { 1.0 } else { 0.0 };
        slopes.push((v2 - v1) / (t2 - t1));
    }
    let (times, values): (Vec<f64>, Vec<f64>) = there.into_iter().unzip();
    let variance = variance(&values);
    let z = if s == 0.0 || variance == 0.0 { 0.0 } else { (s - s.signum()) / variance.sqrt() };
    let slope = median(&slopes)?;
    let intercept = slope.mul_add(-median(&times)?, median(&values)?);
    Some(Drift { s, variance, z, p: normal_two_sided(z), tau: s / (n * (n - 1.0) / 2.0), slope, intercept })
}

/// `[n (n-1) (2n+5) - Σ t (t-1) (2t+5)] / 18`, t the size of each group of equal values.
fn variance(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let term = |size: usize| {
        let t = size as f64;
        t * (t - 1.0) * (2.0 * t + 5.0)
    };
    let ties: f64 = sorted.chunk_by(|a, b| a.partial_cmp(b) == Some(Ordering::Equal)).map(|group| term(group.len())).sum();
    (term(values.len()) - ties) / 18.0
}

#[cfg(test)]
mod tests {
    use super::{POINTS_MAX, drift};

    #[test]
    fn equal_values_do_not_drift_and_one_value_says_nothing() {
        let equal = drift(&[Some(4.0); 9]).expect("a drift");

        assert_eq!((equal.s, equal.z, equal.p, equal.slope, equal.intercept), (0.0, 0.0, 1.0, 0.0, 4.0));
        assert_eq!((drift(&[Some(1.0), None]), drift(&vec![Some(1.0); POINTS_MAX + 1])), (None, None));
    }

    #[test]
    fn a_missing_point_keeps_its_place_in_time() {
        let gap = drift(&[Some(0.0), None, Some(4.0), Some(6.0)]).expect("a drift");

        assert_eq!((gap.slope, gap.s), (2.0, 3.0));
    }
}
