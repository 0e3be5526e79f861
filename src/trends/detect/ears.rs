//! EARS C1 to C3: mean and standard deviation of the last few periods, for daily counts with a person to look at every alarm.
//!
//! Refuses nothing and therefore alarms often: on quiet series with a mean below 5, most of them at least once a year.

/// Which of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// The periods just before.
    C1,
    /// The periods before the last two.
    C2,
    /// Three periods of C2 together.
    C3,
}

impl Variant {
    /// Periods between the baseline and the period that is judged.
    const fn lag(self) -> usize {
        match self {
            Self::C1 => 0,
            Self::C2 | Self::C3 => 2,
        }
    }
}

/// Upper bound of each period; `None` where there is not enough history. An alarm is a count above its bound.
///
/// `baseline` periods make the mean and the standard deviation, which is at least `least_sd`; `z` is the number of standard deviations.
/// Hutwagner et al. 2003, J Urban Health 80:i89; Fricker, Hegler and Dunfee 2008, Stat Med 27:3407. C3 follows R's
/// package surveillance: its bound is the count and what `z` is short of the excess of the two periods before, over one standard deviation
/// each, in counts; so it alarms for what led up to a period. Bounds are not below 0.
#[must_use]
pub fn bounds(counts: &[f64], variant: Variant, baseline: usize, z: f64, least_sd: f64) -> Vec<Option<f64>> {
    let moments: Vec<Option<(f64, f64)>> = (0..counts.len()).map(|t| moments(counts, t, baseline, variant.lag(), least_sd)).collect();
    let excess = |t: usize| {
        let (mean, sd) = moments.get(t).copied().flatten()?;
        let above = counts.get(t)? - mean;
        // Without spread, any excess is beyond measure and none is none.
        Some(if sd > 0.0 {
            (above / sd - 1.0).max(0.0)
        } else if above > 0.0 {
            f64::INFINITY
        } else {
            0.0
        })
    };
    let bound = |t: usize| {
        let (mean, sd) = moments.get(t).copied().flatten()?;
        if variant != Variant::C3 {
            return Some((mean + z * sd).max(0.0));
        }
        let sum = excess(t.checked_sub(1)?)? + excess(t.checked_sub(2)?)?;
        let short = if sum.is_finite() { sd * (z - sum) } else { f64::NEG_INFINITY };
        Some((counts.get(t)? + short).max(0.0))
    };
    (0..counts.len()).map(bound).collect()
}

fn moments(counts: &[f64], at: usize, baseline: usize, lag: usize, least_sd: f64) -> Option<(f64, f64)> {
    let end = at.checked_sub(lag)?;
    let window = counts.get(end.checked_sub(baseline)?..end).filter(|w| w.len() > 1)?;
    let mean = window.iter().sum::<f64>() / window.len() as f64;
    let variance = window.iter().map(|y| (y - mean).powi(2)).sum::<f64>() / (window.len() - 1) as f64;
    Some((mean, variance.sqrt().max(least_sd)))
}

#[cfg(test)]
mod tests {
    use super::{Variant, bounds};

    const COUNTS: [f64; 8] = [1.0, 3.0, 1.0, 3.0, 2.0, 2.0, 9.0, 2.0];

    #[test]
    fn bounds_by_hand() {
        // 1, 3, 1: mean 5/3, variance 4/3.
        let c1 = bounds(&COUNTS, Variant::C1, 3, 3.0, 0.0);

        assert_eq!(c1[..3], [None; 3]);
        assert!((c1[3].expect("a bound") - (5.0 / 3.0 + 3.0 * (4.0_f64 / 3.0).sqrt())).abs() < 1e-12);
        assert_eq!(bounds(&COUNTS, Variant::C2, 3, 3.0, 0.0)[5], c1[3], "the same baseline, two periods later");
    }

    #[test]
    fn c3_starts_two_periods_after_c2_and_remembers_an_excess() {
        let (c2, c3) = (bounds(&COUNTS, Variant::C2, 3, 2.0, 0.0), bounds(&COUNTS, Variant::C3, 3, 2.0, 0.0));

        assert_eq!(c3.iter().position(Option::is_some), c2.iter().position(Option::is_some).map(|i| i + 2));
        assert!(COUNTS[7] < c2[7].expect("a bound") && COUNTS[7] > c3[7].expect("a bound"), "the 9 of the period before still counts");
    }

    #[test]
    fn a_least_spread_may_be_asked_for() {
        assert_eq!(bounds(&[2.0; 9], Variant::C1, 7, 3.0, 0.0)[8], Some(2.0));
        assert_eq!(bounds(&[2.0; 9], Variant::C1, 7, 3.0, 0.5)[8], Some(3.5));
    }
}
