//! What the next period may bring: the exact gamma-Poisson prediction from a baseline, wider where counts vary more than Poisson's.
//!
//! Refuses a baseline without exposure. A baseline without a single event is one: the prior takes its place.

use crate::trends::distributions::{negative_binomial_quantile, negative_binomial_tails};

/// Shape that Jeffreys' prior for a Poisson rate adds to the count of events.
const PRIOR: f64 = 0.5;

/// What a frozen baseline knows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Baseline {
    events: f64,
    exposure: f64,
    dispersion: f64,
}

/// A count as the distributions take it; `None` for what is not a whole number of 0 or more, or is too large to be one for certain.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and below 2^53")]
pub fn as_count(number: f64) -> Option<u64> {
    (number.fract() == 0.0 && (0.0..9_007_199_254_740_992.0).contains(&number)).then_some(number as u64)
}

/// Chances of a count as high, and as low, as the one seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tails {
    /// P(Y ≥ y).
    pub at_least: f64,
    /// P(Y ≤ y).
    pub at_most: f64,
}

impl Tails {
    /// Twice the smaller tail, at most 1.
    #[must_use]
    pub fn two_sided(self) -> f64 {
        (2.0 * self.at_least.min(self.at_most)).min(1.0)
    }
}

impl Baseline {
    /// So many events in so much exposure, with variance `dispersion` times the mean; a dispersion below 1 counts as 1.
    ///
    /// `None` unless the exposure is positive, the events are not negative and all are finite.
    #[must_use]
    pub fn new(events: f64, exposure: f64, dispersion: f64) -> Option<Self> {
        let usable = [events, exposure, dispersion].iter().all(|x| x.is_finite()) && events >= 0.0 && exposure > 0.0;
        usable.then_some(Self { events, exposure, dispersion: dispersion.max(1.0) })
    }

    /// Variance by mean of the counts, 1 or more.
    #[must_use]
    pub const fn dispersion(&self) -> f64 {
        self.dispersion
    }

    /// Expected count of a period with this exposure.
    #[must_use]
    pub fn mean(&self, exposure: f64) -> f64 {
        (self.events + PRIOR) * exposure / self.exposure
    }

    /// Shape and rate of what is known of the event rate, the shape in units of independent events.
    #[must_use]
    pub fn rate(&self) -> (f64, f64) {
        (self.events / self.dispersion + PRIOR, self.exposure / self.dispersion)
    }

    /// Size and probability of the negative binomial prediction.
    ///
    /// With dispersion 1 they are `S + 0.5` and `T / (T + e)`: the posterior predictive of a Poisson count under Jeffreys' prior
    /// (Gelman et al. 2013, Bayesian Data Analysis, 2.6). Otherwise the mean stays and the whole variance is multiplied by the
    /// dispersion, the quasi-Poisson convention of `McCullagh` and Nelder 1989, 6.2.
    fn shape(&self, exposure: f64) -> (f64, f64) {
        let share = self.exposure / ((self.exposure + exposure) * self.dispersion);
        // For dispersion 1 this is S + 0.5 but for rounding, which the exact form avoids.
        let size = if self.dispersion > 1.0 { self.mean(exposure) * share / (1.0 - share) } else { self.events + PRIOR };
        (size, share)
    }

    /// Both tails of the prediction at a count.
    #[must_use]
    pub fn tails(&self, count: u64, exposure: f64) -> Tails {
        let (size, share) = self.shape(exposure);
        let at_least = count.checked_sub(1).map_or(1.0, |below| negative_binomial_tails(below, size, share).1);
        Tails { at_least, at_most: negative_binomial_tails(count, size, share).0 }
    }

    /// The smallest count whose lower tail reaches `p`; `None` for a `p` outside 0 to 1.
    #[must_use]
    pub fn quantile(&self, p: f64, exposure: f64) -> Option<u64> {
        let (size, share) = self.shape(exposure);
        negative_binomial_quantile(p, size, share)
    }
}

#[cfg(test)]
mod tests {
    use super::Baseline;

    #[test]
    fn an_empty_baseline_predicts_all_the_same() {
        let baseline = Baseline::new(0.0, 78.0, 1.0).expect("a baseline");

        assert!((baseline.mean(1.0) - 0.5 / 78.0).abs() < 1e-15);
        // P(Y = 0) = (T / (T + 1)) ^ 0.5.
        let tails = baseline.tails(1, 1.0);
        assert!((tails.at_least - (1.0 - (78.0_f64 / 79.0).sqrt())).abs() < 1e-12);
        assert!((baseline.tails(0, 1.0).at_least - 1.0).abs() < 1e-15);
    }

    #[test]
    fn dispersion_keeps_the_mean_and_widens_the_tails() {
        let (plain, wide) = (Baseline::new(312.0, 78.0, 1.0).expect("one"), Baseline::new(312.0, 78.0, 2.0).expect("one"));

        assert!((plain.mean(1.0) - wide.mean(1.0)).abs() < 1e-12);
        assert!(wide.tails(12, 1.0).at_least > 3.0 * plain.tails(12, 1.0).at_least);
        assert!(wide.quantile(0.975, 1.0) > plain.quantile(0.975, 1.0));
        assert_eq!(Baseline::new(312.0, 78.0, 0.4), Some(plain), "never narrower than Poisson's");
    }

    #[test]
    fn counts_and_exposure_may_change_their_unit_together() {
        let (weeks, hours) = (Baseline::new(40.0, 20.0, 1.0).expect("one"), Baseline::new(40.0, 8000.0, 1.0).expect("one"));

        assert!((weeks.tails(5, 1.0).at_least - hours.tails(5, 400.0).at_least).abs() < 1e-12);
    }

    #[test]
    fn no_exposure_no_baseline() {
        assert_eq!(Baseline::new(3.0, 0.0, 1.0), None);
        assert_eq!(Baseline::new(-1.0, 4.0, 1.0), None);
        assert_eq!(Baseline::new(1.0, f64::INFINITY, 1.0), None);
    }
}
