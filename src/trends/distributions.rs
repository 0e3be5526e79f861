//! Probability distributions: masses, both tails and quantiles, to about 12 figures wherever a double can hold them.
//!
//! The incomplete gamma and beta functions are those of `cdflib`; quantiles are found here by halving the interval between two
//! doubles until none is left between them, so a shape below 1 or a tail of 1e-300 needs no case of its own. Refuses to guess: a
//! parameter outside its range gives NaN, which no comparison mistakes for an answer.

use cdflib::special::{cumnor, dinvnr, gamma_log, try_beta_inc, try_gamma_inc};

/// Slack on a discrete quantile, in units of its probability: a step that reaches `p` but for rounding counts as reaching it.
const SLACK: f64 = 64.0 * f64::EPSILON;

/// Lower and upper tail of the standard normal distribution at `z`: P(Z ≤ z) and P(Z > z).
#[must_use]
pub fn normal_tails(z: f64) -> (f64, f64) {
    if z.is_nan() { (f64::NAN, f64::NAN) } else { cumnor(z) }
}

/// P(Z ≤ z) for a standard normal Z.
#[must_use]
pub fn normal_cdf(z: f64) -> f64 {
    normal_tails(z).0
}

/// The z with P(Z ≤ z) = `p`; infinite at 0 and 1.
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    match p {
        0.0 => f64::NEG_INFINITY,
        1.0 => f64::INFINITY,
        _ if p > 0.0 && p < 1.0 => dinvnr(p, 1.0 - p),
        _ => f64::NAN,
    }
}

/// Chance that a standard normal Z lies at least as far from 0 as `z`, either way.
#[must_use]
pub fn normal_two_sided(z: f64) -> f64 {
    (2.0 * normal_tails(z.abs()).1).min(1.0)
}

/// ln Γ(x) for x > 0.
#[must_use]
pub fn ln_gamma(x: f64) -> f64 {
    if x > 0.0 && x.is_finite() { gamma_log(x) } else { f64::NAN }
}

/// Lower and upper tail of Gamma(`shape`, `rate`) at `x`.
#[must_use]
pub fn gamma_tails(x: f64, shape: f64, rate: f64) -> (f64, f64) {
    if !is_positive(shape) || !is_positive(rate) || x.is_nan() {
        return (f64::NAN, f64::NAN);
    }
    let scaled = x * rate;
    if scaled <= 0.0 {
        return (0.0, 1.0);
    }
    if scaled.is_infinite() {
        return (1.0, 0.0);
    }
    try_gamma_inc(shape, scaled).unwrap_or((f64::NAN, f64::NAN))
}

/// P(X ≤ x) for X ~ Gamma(`shape`, `rate`).
#[must_use]
pub fn gamma_cdf(x: f64, shape: f64, rate: f64) -> f64 {
    gamma_tails(x, shape, rate).0
}

/// The x with P(X ≤ x) = `p` for X ~ Gamma(`shape`, `rate`).
#[must_use]
pub fn gamma_quantile(p: f64, shape: f64, rate: f64) -> f64 {
    quantile(p, f64::MAX, |x| gamma_tails(x, shape, 1.0)) / if is_positive(rate) { rate } else { f64::NAN }
}

/// The x with P(X ≤ x) = `p` for a chi-square X with `df` degrees of freedom, which need not be whole.
#[must_use]
pub fn chi_square_quantile(p: f64, df: f64) -> f64 {
    gamma_quantile(p, df / 2.0, 0.5)
}

/// Lower and upper tail of Beta(`a`, `b`) at `x`.
#[must_use]
pub fn beta_tails(x: f64, a: f64, b: f64) -> (f64, f64) {
    if !is_positive(a) || !is_positive(b) || x.is_nan() {
        return (f64::NAN, f64::NAN);
    }
    let x = x.clamp(0.0, 1.0);
    try_beta_inc(a, b, x, 1.0 - x).unwrap_or((f64::NAN, f64::NAN))
}

/// P(X ≤ x) for X ~ Beta(`a`, `b`).
#[must_use]
pub fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    beta_tails(x, a, b).0
}

/// The x with P(X ≤ x) = `p` for X ~ Beta(`a`, `b`).
#[must_use]
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    quantile(p, 1.0, |x| beta_tails(x, a, b))
}

/// P(X = k) for a Poisson X.
#[must_use]
pub fn poisson_mass(k: u64, mean: f64) -> f64 {
    match mean {
        0.0 => f64::from(u8::from(k == 0)),
        _ if is_positive(mean) => (k as f64 * mean.ln() - mean - ln_gamma(k as f64 + 1.0)).exp(),
        _ => f64::NAN,
    }
}

/// P(X ≤ k) and P(X > k) for a Poisson X; a mean of 0 puts all of it on 0.
#[must_use]
pub fn poisson_tails(k: u64, mean: f64) -> (f64, f64) {
    if mean == 0.0 {
        return (1.0, 0.0);
    }
    let (below, above) = gamma_tails(mean, k as f64 + 1.0, 1.0);
    if is_positive(mean) { (above, below) } else { (f64::NAN, f64::NAN) }
}

/// P(X ≤ k) for a Poisson X.
#[must_use]
pub fn poisson_cdf(k: u64, mean: f64) -> f64 {
    poisson_tails(k, mean).0
}

/// P(X ≥ k) for a Poisson X.
#[must_use]
pub fn poisson_at_least(k: u64, mean: f64) -> f64 {
    k.checked_sub(1).map_or(1.0, |below| poisson_tails(below, mean).1)
}

/// The smallest k with P(X ≤ k) ≥ `p` for a Poisson X; `None` for `p` outside [0, 1) or a mean that is not one.
#[must_use]
pub fn poisson_quantile(p: f64, mean: f64) -> Option<u64> {
    whole_quantile(p, u64::MAX, |k| poisson_cdf(k, mean))
}

/// P(X = k) for X ~ Binomial(`n`, `prob`).
#[must_use]
pub fn binomial_mass(k: u64, n: u64, prob: f64) -> f64 {
    if !is_share(prob) {
        return f64::NAN;
    }
    if k > n {
        return 0.0;
    }
    let (k, n) = (k as f64, n as f64);
    let ways = ln_gamma(n + 1.0) - ln_gamma(k + 1.0) - ln_gamma(n - k + 1.0);
    (ways + times_ln(k, prob) + times_ln_1p(n - k, -prob)).exp()
}

/// P(X ≤ k) and P(X > k) for X ~ Binomial(`n`, `prob`).
#[must_use]
pub fn binomial_tails(k: u64, n: u64, prob: f64) -> (f64, f64) {
    if !is_share(prob) {
        return (f64::NAN, f64::NAN);
    }
    if k >= n {
        return (1.0, 0.0);
    }
    let (below, above) = beta_tails(prob, k as f64 + 1.0, (n - k) as f64);
    (above, below)
}

/// P(X ≤ k) for X ~ Binomial(`n`, `prob`).
#[must_use]
pub fn binomial_cdf(k: u64, n: u64, prob: f64) -> f64 {
    binomial_tails(k, n, prob).0
}

/// P(X ≥ k) for X ~ Binomial(`n`, `prob`).
#[must_use]
pub fn binomial_at_least(k: u64, n: u64, prob: f64) -> f64 {
    k.checked_sub(1).map_or(1.0, |below| binomial_tails(below, n, prob).1)
}

/// The smallest k with P(X ≤ k) ≥ `p` for X ~ Binomial(`n`, `prob`); `None` for a probability that is not one.
#[must_use]
pub fn binomial_quantile(p: f64, n: u64, prob: f64) -> Option<u64> {
    whole_quantile(p, n, |k| binomial_cdf(k, n, prob))
}

/// P(X = k) for X failures before success number `size`, which need not be whole, at chance `prob` of a success.
#[must_use]
pub fn negative_binomial_mass(k: u64, size: f64, prob: f64) -> f64 {
    if !is_positive(size) || !is_share(prob) || prob == 0.0 {
        return f64::NAN;
    }
    let k = k as f64;
    let ways = ln_gamma(k + size) - ln_gamma(size) - ln_gamma(k + 1.0);
    (ways + size * prob.ln() + times_ln_1p(k, -prob)).exp()
}

/// P(X ≤ k) and P(X > k) of the negative binomial distribution; the mean is `size (1 - prob) / prob`.
#[must_use]
pub fn negative_binomial_tails(k: u64, size: f64, prob: f64) -> (f64, f64) {
    if is_share(prob) && prob > 0.0 { beta_tails(prob, size, k as f64 + 1.0) } else { (f64::NAN, f64::NAN) }
}

/// P(X ≤ k) of the negative binomial distribution.
#[must_use]
pub fn negative_binomial_cdf(k: u64, size: f64, prob: f64) -> f64 {
    negative_binomial_tails(k, size, prob).0
}

/// P(X ≥ k) of the negative binomial distribution.
#[must_use]
pub fn negative_binomial_at_least(k: u64, size: f64, prob: f64) -> f64 {
    k.checked_sub(1).map_or(1.0, |below| negative_binomial_tails(below, size, prob).1)
}

/// The smallest k with P(X ≤ k) ≥ `p` of the negative binomial distribution; `None` for a parameter out of range.
#[must_use]
pub fn negative_binomial_quantile(p: f64, size: f64, prob: f64) -> Option<u64> {
    whole_quantile(p, u64::MAX, |k| negative_binomial_cdf(k, size, prob))
}

fn is_positive(x: f64) -> bool {
    x > 0.0 && x.is_finite()
}

fn is_share(p: f64) -> bool {
    (0.0..=1.0).contains(&p)
}

/// `k ln x`, with `0 ln 0 = 0`.
fn times_ln(k: f64, x: f64) -> f64 {
    if k == 0.0 { 0.0 } else { k * x.ln() }
}

/// `k ln (1 + x)`, with `0 ln 0 = 0`.
fn times_ln_1p(k: f64, x: f64) -> f64 {
    if k == 0.0 { 0.0 } else { k * x.ln_1p() }
}

/// The x in [0, `most`] at which the lower tail reaches `p`. The bits of positive doubles sort as the doubles do, so the middle of two
/// bit patterns halves what lies between them whatever their size. Above the median the upper tail is compared, which keeps its figures.
fn quantile(p: f64, most: f64, tails: impl Fn(f64) -> (f64, f64)) -> f64 {
    if !is_share(p) || tails(most / 2.0).0.is_nan() {
        return f64::NAN;
    }
    if p == 0.0 {
        return 0.0;
    }
    if p >= 1.0 {
        return if most < f64::MAX { most } else { f64::INFINITY };
    }
    let reached = |x: f64| {
        let (below, above) = tails(x);
        if p <= 0.5 { below >= p } else { above <= 1.0 - p }
    };
    let (mut low, mut high) = (0_u64, most.to_bits());
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if reached(f64::from_bits(middle)) {
            high = middle;
        } else {
            low = middle;
        }
    }
    f64::from_bits(high)
}

/// The smallest k up to `most` whose lower tail reaches `p`: doubled until it does, then halved.
fn whole_quantile(p: f64, most: u64, cdf: impl Fn(u64) -> f64) -> Option<u64> {
    if !is_share(p) || cdf(0).is_nan() || (p >= 1.0 && most == u64::MAX) {
        return None;
    }
    let reached = |k: u64| cdf(k) >= p * (1.0 - SLACK);
    if reached(0) {
        return Some(0);
    }
    let (mut low, mut high) = (0, 1_u64.min(most));
    while high < most && !reached(high) {
        (low, high) = (high, high.saturating_mul(2).min(most));
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if reached(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(high)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{
        beta_cdf, beta_quantile, binomial_at_least, binomial_cdf, binomial_mass, binomial_quantile, chi_square_quantile, gamma_cdf,
        gamma_quantile, negative_binomial_at_least, negative_binomial_cdf, negative_binomial_mass, negative_binomial_quantile, normal_cdf,
        normal_quantile, normal_two_sided, poisson_at_least, poisson_cdf, poisson_mass, poisson_quantile,
    };

    fn close(got: f64, wanted: f64) {
        assert!((got - wanted).abs() <= 1e-12 * wanted.abs().max(1e-300), "{got:e} is not {wanted:e}");
    }

    #[test]
    fn the_normal_distribution_has_its_tabled_values() {
        close(normal_cdf(-3.0), 0.001_349_898_031_630_094_6);
        close(normal_quantile(0.975), 1.959_963_984_540_054);
        close(normal_two_sided(3.0), 0.002_699_796_063_260_189);
        assert!(normal_quantile(0.0).is_infinite() && normal_quantile(1.5).is_nan());
    }

    #[test]
    fn a_shape_below_one_has_a_quantile() {
        // Chi-square with one degree of freedom is the square of a normal value.
        close(chi_square_quantile(0.95, 1.0), normal_quantile(0.975).powi(2));
        close(gamma_quantile(0.025, 0.5, 78.0), normal_quantile(0.5125).powi(2) / 156.0);
    }

    #[test]
    fn closed_forms_hold() {
        close(gamma_quantile(0.9, 1.0, 2.0), 10.0_f64.ln() / 2.0);
        close(beta_cdf(0.3, 2.0, 1.0), 0.09);
        close(beta_quantile(0.09, 2.0, 1.0), 0.3);
        close(poisson_cdf(2, 1.0), 2.5 / std::f64::consts::E);
        close(binomial_cdf(1, 4, 0.5), 5.0 / 16.0);
        close(negative_binomial_cdf(1, 2.0, 0.5), 0.5);
    }

    #[test]
    fn both_tails_and_the_mass_fit_together() {
        close(poisson_at_least(3, 2.5), 1.0 - poisson_cdf(2, 2.5));
        close(poisson_cdf(3, 2.5) - poisson_cdf(2, 2.5), poisson_mass(3, 2.5));
        close(binomial_at_least(3, 9, 0.2), 1.0 - binomial_cdf(2, 9, 0.2));
        close(binomial_cdf(3, 9, 0.2) - binomial_cdf(2, 9, 0.2), binomial_mass(3, 9, 0.2));
        close(negative_binomial_at_least(3, 1.5, 0.4), 1.0 - negative_binomial_cdf(2, 1.5, 0.4));
        close(negative_binomial_cdf(3, 1.5, 0.4) - negative_binomial_cdf(2, 1.5, 0.4), negative_binomial_mass(3, 1.5, 0.4));
    }

    #[test]
    fn edges_have_their_values_and_nonsense_has_none() {
        assert_eq!((poisson_cdf(0, 0.0), poisson_mass(1, 0.0), poisson_quantile(0.99, 0.0)), (1.0, 0.0, Some(0)));
        assert_eq!((binomial_cdf(0, 0, 0.5), binomial_mass(3, 3, 1.0), binomial_mass(0, 3, 0.0)), (1.0, 1.0, 1.0));
        assert_eq!((binomial_quantile(1.0, 7, 0.3), poisson_quantile(1.0, 3.0)), (Some(7), None));
        assert!(poisson_cdf(3, -1.0).is_nan() && gamma_cdf(1.0, 0.0, 1.0).is_nan() && beta_quantile(0.5, -1.0, 1.0).is_nan());
        assert_eq!((poisson_quantile(0.5, f64::NAN), negative_binomial_quantile(0.5, 0.0, 0.5)), (None, None));
    }

    proptest! {
        #[test]
        fn a_quantile_undoes_its_distribution(p in 1e-9..0.999_999_f64, a in 0.05..500.0_f64, b in 0.05..500.0_f64) {
            prop_assert!((gamma_cdf(gamma_quantile(p, a, b), a, b) - p).abs() <= 1e-9 * p.max(1e-6));
            prop_assert!((normal_cdf(normal_quantile(p)) - p).abs() <= 1e-12);
        }

        #[test]
        fn a_whole_quantile_is_the_first_to_reach_its_probability(p in 0.0..0.999_f64, mean in 0.01..3000.0_f64) {
            let k = poisson_quantile(p, mean).expect("a quantile");
            prop_assert!(poisson_cdf(k, mean) >= p * (1.0 - 1e-12));
            prop_assert!(k == 0 || poisson_cdf(k - 1, mean) < p);
        }
    }
}
