//! Rates of events: an exact interval for one, an exact comparison of two.
//!
//! Refuses rates without exposure. A period that was chosen after a look at the data, or a comparison repeated until it fires, makes
//! every p value here too small.

use super::distributions::{
    beta_quantile, binomial_at_least, binomial_cdf, binomial_mass, gamma_quantile, poisson_at_least, poisson_cdf, poisson_mass,
};

/// Two chances this close are taken for equal when outcomes "no likelier than the one seen" are added up.
const TIE: f64 = 1.0 + 1e-7;

/// Slack of the E-test's statistic, for the same reason.
const STATISTIC_TIE: f64 = 1e-9;

/// Largest expected count for which the E-test is added up.
const E_TEST_MAX: f64 = 1e7;

/// A confidence interval; `high` is infinite where nothing bounds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What two rates say against each other. All tests are two-sided, of the hypothesis that the rates are equal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// First rate over the second; `None` when the second is 0.
    pub ratio: Option<f64>,
    /// Exact interval of the ratio (Clopper and Pearson 1934, on the first count given both).
    pub interval: Interval,
    /// Exact conditional test: all splits of the events that are no likelier than the one seen (Przyborowski and Wilenski 1940).
    pub p_exact: f64,
    /// The same with the split that was seen counted half (mid-p), for small numbers.
    pub p_mid: f64,
    /// E-test with the score statistic (Krishnamoorthy and Thomson 2004); `None` for expected counts above ten million.
    pub p_e_test: Option<f64>,
}

/// Exact interval of a Poisson rate: gamma quantiles of the count and the count plus one, over the exposure (Garwood 1936).
///
/// `None` without positive exposure, or for a `level` outside 0 to 1.
///
/// ```
/// let interval = candor::trends::rate_interval(11, 800.0, 0.95).ok_or("no exposure")?;
///
/// assert!((interval.low - 0.006864).abs() < 1e-6 && (interval.high - 0.024603).abs() < 1e-6);
/// # Ok::<(), &'static str>(())
/// ```
#[must_use]
pub fn rate_interval(count: u64, exposure: f64, level: f64) -> Option<Interval> {
    let tail = tail(level)?;
    is_exposed(exposure).then(|| Interval {
        low: if count == 0 { 0.0 } else { gamma_quantile(tail, count as f64, exposure) },
        high: gamma_quantile(1.0 - tail, count as f64 + 1.0, exposure),
    })
}

/// Compares two Poisson rates, each given as events and exposure.
///
/// `None` without positive exposure on both sides, or for a `level` outside 0 to 1.
///
/// ```
/// use candor::trends::compare_rates;
///
/// let found = compare_rates((11, 800.0), (21, 3011.0), 0.95).ok_or("no exposure")?;
///
/// assert!((found.p_exact - 0.07967).abs() < 1e-5);
/// # Ok::<(), &'static str>(())
/// ```
#[must_use]
pub fn compare_rates(first: (u64, f64), second: (u64, f64), level: f64) -> Option<Comparison> {
    let tail = tail(level)?;
    let ((x1, t1), (x2, t2)) = (first, second);
    if !is_exposed(t1) || !is_exposed(t2) {
        return None;
    }
    let (n, share) = (x1 + x2, t1 / (t1 + t2));
    let ratio_of = |share: f64| if share < 1.0 { share / (1.0 - share) * (t2 / t1) } else { f64::INFINITY };
    let low = if x1 == 0 { 0.0 } else { beta_quantile(tail, x1 as f64, x2 as f64 + 1.0) };
    let high = if x2 == 0 { 1.0 } else { beta_quantile(1.0 - tail, x1 as f64 + 1.0, x2 as f64) };
    let p_exact = no_likelier(x1, n, share);
    Some(Comparison {
        ratio: (x2 > 0).then(|| (x1 as f64 / t1) / (x2 as f64 / t2)),
        interval: Interval { low: ratio_of(low), high: ratio_of(high) },
        p_exact,
        p_mid: if n == 0 { 1.0 } else { p_exact - binomial_mass(x1, n, share) / 2.0 },
        p_e_test: e_test(first, second),
    })
}

fn tail(level: f64) -> Option<f64> {
    (level > 0.0 && level < 1.0).then_some((1.0 - level) / 2.0)
}

fn is_exposed(exposure: f64) -> bool {
    exposure > 0.0 && exposure.is_finite()
}

/// Chance of all outcomes of Binomial(n, share) that are no likelier than `seen`.
fn no_likelier(seen: u64, n: u64, share: f64) -> f64 {
    let most = binomial_mass(seen, n, share) * TIE;
    let rare = |k: u64| binomial_mass(k, n, share) <= most;
    let expected = n as f64 * share;
    let p = if (seen as f64) < expected {
        // Masses fall from the expectation to n: the first rare outcome up there begins the other tail.
        let from = first((seen + 1, n + 1), |k| k as f64 >= expected && rare(k));
        binomial_cdf(seen, n, share) + if from > n { 0.0 } else { binomial_at_least(from, n, share) }
    } else if seen as f64 > expected {
        let from = first((0, seen), |k| k as f64 > expected || !rare(k));
        binomial_at_least(seen, n, share) + from.checked_sub(1).map_or(0.0, |last| binomial_cdf(last, n, share))
    } else {
        1.0
    };
    p.min(1.0)
}

/// The first number from `low` up for which `test` holds; it must hold for all after that one. `high` when there is none below it.
fn first((mut low, mut high): (u64, u64), test: impl Fn(u64) -> bool) -> u64 {
    while low < high {
        let middle = low + (high - low) / 2;
        if test(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// Chance, at the pooled rate, of a score statistic at least as far from 0 as the one seen.
fn e_test(first_rate: (u64, f64), second_rate: (u64, f64)) -> Option<f64> {
    let ((x1, t1), (x2, t2)) = (first_rate, second_rate);
    let (pooled, d) = ((x1 + x2) as f64 / (t1 + t2), t1 / t2);
    let (mean1, mean2) = (pooled * t1, pooled * t2);
    if mean1.max(mean2) > E_TEST_MAX {
        return None;
    }
    let statistic = |k1: u64, k2: u64| match k1 + k2 {
        0 => 0.0,
        sum => (k1 as f64 - d * k2 as f64) / (d * sum as f64).sqrt(),
    };
    let seen = statistic(x1, x2).abs() - STATISTIC_TIE;
    if seen <= 0.0 {
        return Some(1.0);
    }
    // The statistic falls as the second count grows, so the rejected second counts are a lower and an upper tail.
    let ((from1, to1), (_, to2)) = (reach(mean1), reach(mean2));
    let rejected = |k1: u64| {
        let low = first((0, to2), |k2| statistic(k1, k2) < seen);
        let high = first((0, to2), |k2| statistic(k1, k2) <= -seen);
        low.checked_sub(1).map_or(0.0, |last| poisson_cdf(last, mean2)) + poisson_at_least(high, mean2)
    };
    let weighed = |k1: u64| match poisson_mass(k1, mean1) {
        0.0 => 0.0,
        mass => mass * rejected(k1),
    };
    Some((from1..to1).map(weighed).sum::<f64>().min(1.0))
}

/// The counts from so far below `mean` to so far above it that the chance of all others is nothing to a double.
fn reach(mean: f64) -> (u64, u64) {
    let far = 40.0 * mean.sqrt();
    (first((0, u64::MAX), |k| k as f64 > mean - far), first((0, u64::MAX), |k| k as f64 > mean + far + 400.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{compare_rates, rate_interval};

    #[test]
    fn nothing_seen_bounds_a_rate_from_above_only() {
        let none = rate_interval(0, 1000.0, 0.95).expect("an interval");

        assert!(none.low.abs() < f64::EPSILON, "{}", none.low);
        assert!((none.high - 40.0_f64.ln() / 1000.0).abs() < 1e-12, "{}", none.high);
        assert_eq!((rate_interval(3, 0.0, 0.95), rate_interval(3, 1.0, 1.0)), (None, None));
    }

    #[test]
    fn nothing_on_one_side_or_both_has_an_answer() {
        let second = compare_rates((4, 400.0), (0, 380.0), 0.95).expect("a comparison");
        let both = compare_rates((0, 400.0), (0, 380.0), 0.95).expect("a comparison");

        assert_eq!((second.ratio, second.interval.high), (None, f64::INFINITY));
        assert_eq!((both.ratio, both.p_exact, both.p_mid, both.p_e_test), (None, 1.0, 1.0, Some(1.0)));
        assert_eq!((both.interval.low, both.interval.high), (0.0, f64::INFINITY));
        assert_eq!(compare_rates((1, 0.0), (1, 1.0), 0.95), None);
    }

    #[test]
    fn large_counts_are_compared() {
        let far = compare_rates((1_000_000, 1.0), (1_010_000, 1.0), 0.95).expect("a comparison");

        // The normal approximation is good to some per cent out here: z = 10000 / √2010000.
        assert!((far.p_exact / 1.739e-12 - 1.0).abs() < 0.05, "{}", far.p_exact);
        assert!((far.p_e_test.expect("a test") / far.p_exact - 1.0).abs() < 0.02);
    }

    proptest! {
        #[test]
        fn the_order_of_the_two_does_not_matter(a in 0..60_u64, b in 0..60_u64, s in 0.1..50.0_f64, t in 0.1..50.0_f64) {
            let one = compare_rates((a, s), (b, t), 0.9).expect("a comparison");
            let other = compare_rates((b, t), (a, s), 0.9).expect("a comparison");

            prop_assert!((one.p_exact - other.p_exact).abs() < 1e-9);
            prop_assert!((one.p_e_test.expect("a test") - other.p_e_test.expect("a test")).abs() < 1e-7);
            prop_assert!(one.ratio.is_none_or(|r| one.interval.low <= r && r <= one.interval.high));
        }
    }
}
