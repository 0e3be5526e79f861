//! Empirical Bayes for many pairs at once: the gamma-Poisson shrinker of `DuMouchel`.
//!
//! Refuses a prior that is not one. With few pairs a fitted prior means little: below about 200 use a fixed one, or the information component.

use super::climb::climb;
use crate::trends::distributions::{gamma_cdf, ln_gamma};

/// Prior of the ratio of observed to expected: a mixture of two gamma distributions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mixture {
    /// Shape of the first.
    pub alpha1: f64,
    /// Rate of the first.
    pub beta1: f64,
    /// Shape of the second.
    pub alpha2: f64,
    /// Rate of the second.
    pub beta2: f64,
    /// Share of the first, between 0 and 1.
    pub share: f64,
}

impl Mixture {
    /// Where `DuMouchel` 1999 starts the search; serves as a fixed prior for small tables.
    pub const START: Self = Self { alpha1: 0.2, beta1: 0.1, alpha2: 2.0, beta2: 4.0, share: 1.0 / 3.0 };

    fn is_prior(&self) -> bool {
        let positive = [self.alpha1, self.beta1, self.alpha2, self.beta2].iter().all(|x| x.is_finite() && *x > 0.0);
        positive && (0.0..=1.0).contains(&self.share)
    }
}

/// One pair's count and what to expect of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Reports.
    pub count: f64,
    /// Expected reports, more than 0.
    pub expected: f64,
}

/// What is known of one pair's ratio once the prior has met its count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrunk {
    /// Chance that the ratio is of the first gamma.
    pub share: f64,
    /// Geometric mean of the ratio (EBGM).
    pub mean: f64,
    /// 5 % quantile (EB05): a flag at 2 and above.
    pub low: f64,
    /// 95 % quantile (EB95).
    pub high: f64,
}

/// Logarithm of the chance of a count when its ratio is Gamma(`alpha`, `beta`): negative binomial.
fn log_chance(cell: Cell, alpha: f64, beta: f64) -> f64 {
    let Cell { count, expected } = cell;
    let ways = ln_gamma(alpha + count) - ln_gamma(alpha) - ln_gamma(count + 1.0);
    ways - count * (beta / expected).ln_1p() - alpha * (expected / beta).ln_1p()
}

/// Logarithms of the two parts of a cell's likelihood.
fn parts(cell: Cell, prior: &Mixture) -> (f64, f64) {
    let first = prior.share.ln() + log_chance(cell, prior.alpha1, prior.beta1);
    (first, (1.0 - prior.share).ln() + log_chance(cell, prior.alpha2, prior.beta2))
}

/// Posterior of one pair (`DuMouchel` 1999, The American Statistician 53:177, equations 4 to 11).
///
/// `None` for a prior that is not one, a count that is negative or not finite, or an expected count that is not positive.
#[must_use]
pub fn shrink(cell: Cell, prior: &Mixture) -> Option<Shrunk> {
    let Cell { count, expected } = cell;
    if !(prior.is_prior() && count.is_finite() && count >= 0.0 && expected.is_finite() && expected > 0.0) {
        return None;
    }
    let (first, second) = parts(cell, prior);
    let share = 1.0 / (1.0 + (second - first).exp());
    let (shape1, rate1, shape2, rate2) = (prior.alpha1 + count, prior.beta1 + expected, prior.alpha2 + count, prior.beta2 + expected);
    let mean = (share * (digamma(shape1) - rate1.ln()) + (1.0 - share) * (digamma(shape2) - rate2.ln())).exp();
    let below = |x: f64| share * gamma_cdf(x, shape1, rate1) + (1.0 - share) * gamma_cdf(x, shape2, rate2);
    Some(Shrunk { share, mean, low: quantile(0.05, below), high: quantile(0.95, below) })
}

/// Halves between the powers of two that hold the quantile.
fn quantile(p: f64, below: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    while below(high) < p && high < f64::MAX / 4.0 {
        low = high;
        high *= 2.0;
    }
    // Below 1 the quantile may be many orders of magnitude down: halve the logarithm as long as that says nothing yet.
    while low == 0.0 && high > f64::MIN_POSITIVE {
        if below(high / 2.0) < p {
            low = high / 2.0;
        } else {
            high /= 2.0;
        }
    }
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if below(middle) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// Derivative of ln Γ: its recurrence up to 10, then the asymptotic series (Abramowitz and Stegun 1964, 6.3.5 and 6.3.18).
fn digamma(x: f64) -> f64 {
    let (mut x, mut sum) = (x, 0.0);
    while x < 10.0 {
        sum -= 1.0 / x;
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    let series = square * (1.0 / 12.0 - square * (1.0 / 120.0 - square * (1.0 / 252.0 - square * (1.0 / 240.0 - square / 132.0))));
    sum + x.ln() - 0.5 / x - series
}

/// Logarithm of the likelihood of all cells.
fn log_likelihood(cells: &[Cell], prior: &Mixture) -> f64 {
    let of_cell = |cell: &Cell| {
        let (first, second) = parts(*cell, prior);
        let larger = first.max(second);
        larger + ((first - larger).exp() + (second - larger).exp()).ln()
    };
    cells.iter().map(of_cell).sum()
}

/// The prior under which these cells, empty ones included, are likeliest, sought from [`Mixture::START`].
///
/// Maximum likelihood (`DuMouchel` 1999, 2.3), by the simplex method in the logarithms of the parameters. `None` for no cells, or for a cell
/// that [`shrink`] would not take.
#[must_use]
pub fn fit(cells: &[Cell]) -> Option<Mixture> {
    let usable = |c: &Cell| c.count.is_finite() && c.count >= 0.0 && c.expected.is_finite() && c.expected > 0.0;
    if cells.is_empty() || !cells.iter().all(usable) {
        return None;
    }
    let mixture = |x: &[f64; 5]| {
        let [alpha1, beta1, alpha2, beta2] = [x[0], x[1], x[2], x[3]].map(f64::exp);
        Mixture { alpha1, beta1, alpha2, beta2, share: 1.0 / (1.0 + (-x[4]).exp()) }
    };
    let start = Mixture::START;
    let odds = (start.share / (1.0 - start.share)).ln();
    let begin = [start.alpha1.ln(), start.beta1.ln(), start.alpha2.ln(), start.beta2.ln(), odds];
    let height = |x: &[f64; 5]| {
        // Beyond e^12 a gamma is a point, and the likelihood is flat.
        if x.iter().any(|v| v.abs() > 12.0) { f64::NEG_INFINITY } else { log_likelihood(cells, &mixture(x)) }
    };
    Some(mixture(&climb(begin, height)))
}

#[cfg(test)]
mod tests {
    use super::{Cell, Mixture, digamma, fit, log_likelihood, shrink};

    #[test]
    fn digamma_at_known_places() {
        const EULER: f64 = 0.577_215_664_901_532_9;
        assert!((digamma(1.0) + EULER).abs() < 1e-12);
        assert!((digamma(0.5) + EULER + 2.0 * std::f64::consts::LN_2).abs() < 1e-12);
        assert!((digamma(2.0) - 1.0 + EULER).abs() < 1e-12);
    }

    #[test]
    fn published_figures_of_openebgm() {
        // The first and the sixth row of the package's table, as printed.
        let prior = Mixture { alpha1: 3.253_793_56, beta1: 0.399_888_54, alpha2: 2.026_126_92, beta2: 1.908_079_7, share: 0.065_345_57 };
        for (count, expected, mean, low, high) in [(1.0, 0.036_054_83, 2.23, 0.49, 13.85), (16.0, 0.406_436_23, 23.26, 15.68, 33.48)] {
            let got = shrink(Cell { count, expected }, &prior).expect("a posterior");
            assert!((got.mean - mean).abs() < 0.01 && (got.low - low).abs() < 0.01 && (got.high - high).abs() < 0.01, "{got:?}");
        }
    }

    #[test]
    fn a_large_count_is_hardly_shrunk_and_a_small_one_is() {
        let big = shrink(Cell { count: 400.0, expected: 100.0 }, &Mixture::START).expect("a posterior");
        let small = shrink(Cell { count: 1.0, expected: 0.01 }, &Mixture::START).expect("a posterior");

        assert!((big.mean - 4.0).abs() < 0.1);
        assert!(small.mean < 20.0, "a ratio of 100 from one report");
        let none = shrink(Cell { count: 0.0, expected: 1e-6 }, &Mixture::START).expect("a posterior");
        assert!(none.low > 0.0 && none.low < none.high);
    }

    #[test]
    fn the_fitted_prior_is_a_summit() {
        let cells: Vec<Cell> = (0..100)
            .map(|i| {
                let expected = 0.5 + f64::from(i % 17);
                let count = if i % 12 == 0 { 5.0 * expected } else { expected + f64::from(i % 5) - 2.0 };
                Cell { count: count.max(0.0).round(), expected }
            })
            .collect();

        let found = fit(&cells).expect("a prior");

        let summit = log_likelihood(&cells, &found);
        assert!(summit > log_likelihood(&cells, &Mixture::START));
        for factor in [0.98, 1.02] {
            let near = [
                Mixture { alpha1: found.alpha1 * factor, ..found },
                Mixture { beta1: found.beta1 * factor, ..found },
                Mixture { alpha2: found.alpha2 * factor, ..found },
                Mixture { beta2: found.beta2 * factor, ..found },
                Mixture { share: found.share * factor, ..found },
            ];
            assert!(near.iter().all(|prior| log_likelihood(&cells, prior) <= summit + 1e-6), "{found:?}");
        }
    }

    #[test]
    fn what_is_no_prior_or_no_cell_is_refused() {
        let cell = Cell { count: 2.0, expected: 1.0 };
        assert_eq!(shrink(cell, &Mixture { alpha1: 0.0, ..Mixture::START }), None);
        assert_eq!(shrink(cell, &Mixture { share: 1.5, ..Mixture::START }), None);
        assert_eq!(shrink(Cell { expected: 0.0, ..cell }, &Mixture::START), None);
        assert_eq!(fit(&[]), None);
    }
}
