//! How much more than Poisson counts a baseline varies, with its wildest counts drawn in so that an old outbreak hides no new one.
//!
//! Refuses to see extra spread where a test finds none: a dispersion of 1.1 from 78 quiet weeks is chance.

use super::predict::Baseline;
use crate::trends::distributions::gamma_tails;

/// A count less likely than this under the rest of its baseline is drawn in to that quantile.
const WILD: f64 = 0.0005;

/// Standardised residual from which a count is looked at at all.
const LOOK_FROM: f64 = 3.0;

/// Rounds of drawing in; it settles after two or three.
const ROUNDS: usize = 8;

/// A baseline with its wild counts drawn in.
#[derive(Clone, Debug, PartialEq)]
pub struct Tamed {
    /// The counts.
    pub counts: Vec<f64>,
    /// Pearson's chi-square by its degrees of freedom, of those counts.
    pub dispersion: f64,
}

/// Pearson's chi-square of counts about `shape`, scaled to their total, by its degrees of freedom.
///
/// With equal shapes it is variance by mean, the index of dispersion (Fisher 1950, Biometrics 6:17).
pub(super) fn index(counts: &[f64], shape: &[f64], columns: f64) -> f64 {
    let rate = counts.iter().sum::<f64>() / shape.iter().sum::<f64>();
    let freedom = counts.len() as f64 - columns;
    if rate <= 0.0 || freedom <= 0.0 {
        return 1.0;
    }
    counts.iter().zip(shape).map(|(y, e)| (y - rate * e).powi(2) / (rate * e)).sum::<f64>() / freedom
}

/// Winsorises counts from above: each beyond the 99.95 % quantile of the prediction from all is set to it, until none is.
///
/// The quantile is taken with the dispersion of the same round, so that counts which are wide as a whole stay as they are, while
/// a single outbreak, once drawn in, narrows the next round. `shape` is each period's exposure, times its season where there is one;
/// `columns` is how many figures were fitted to get it.
#[must_use]
pub fn tame(counts: &[f64], shape: &[f64], columns: f64) -> Tamed {
    let mut tamed = Tamed { counts: counts.to_vec(), dispersion: index(counts, shape, columns) };
    let exposure: f64 = shape.iter().sum();
    for _ in 0..ROUNDS {
        let events: f64 = tamed.counts.iter().sum();
        let Some(baseline) = Baseline::new(events, exposure, tamed.dispersion) else { break };
        let mut changed = false;
        for (y, e) in tamed.counts.iter_mut().zip(shape) {
            let mean = baseline.mean(*e);
            if *y - mean <= LOOK_FROM * (mean * baseline.dispersion()).sqrt() {
                continue;
            }
            if let Some(cap) = baseline.quantile(1.0 - WILD, *e).map(|c| c as f64).filter(|cap| cap < y) {
                *y = cap;
                changed = true;
            }
        }
        if !changed {
            break;
        }
        tamed.dispersion = index(&tamed.counts, shape, columns);
    }
    tamed
}

/// The dispersion to go on with: 1 unless the chi-square test finds the counts wider than Poisson's at `level`.
#[must_use]
pub fn settled(dispersion: f64, freedom: f64, level: f64) -> f64 {
    if gamma_tails(dispersion * freedom, freedom / 2.0, 0.5).1 < level { dispersion.max(1.0) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::{settled, tame};

    /// Two and three in turn, 40 of each.
    fn calm() -> Vec<f64> {
        (0..80).map(|i| f64::from(2 + i % 2)).collect()
    }

    #[test]
    fn an_outbreak_in_the_baseline_does_not_hide_the_next() {
        let mut counts = calm();
        counts[30] = 40.0;

        let tamed = tame(&counts, &[1.0; 80], 1.0);

        assert!(tamed.counts[30] < 12.0, "{} is left of the outbreak", tamed.counts[30]);
        assert!(settled(tamed.dispersion, 79.0, 0.1) < 1.01);
        assert_eq!(tamed.counts[..30], counts[..30]);
    }

    #[test]
    fn a_baseline_that_is_wide_as_a_whole_stays_wide() {
        let counts: Vec<f64> = (0..80).map(|i| [0.0, 0.0, 2.0, 1.0, 0.0, 5.0, 0.0, 4.0][i % 8]).collect();

        let tamed = tame(&counts, &[1.0; 80], 1.0);

        assert_eq!(tamed.counts, counts);
        assert!(settled(tamed.dispersion, 79.0, 0.1) > 2.0);
    }

    #[test]
    fn a_little_extra_spread_is_chance() {
        assert!((settled(1.1, 77.0, 0.1) - 1.0).abs() < f64::EPSILON);
        assert!((settled(1.5, 77.0, 0.1) - 1.5).abs() < f64::EPSILON);
    }

    #[test]
    fn a_baseline_of_nothing_is_not_wide() {
        assert!((tame(&[0.0; 20], &[1.0; 20], 1.0).dispersion - 1.0).abs() < f64::EPSILON);
    }
}
