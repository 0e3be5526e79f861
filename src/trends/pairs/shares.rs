//! Disproportionality of one pair: PRR, ROR, chi-square, Evans' rule and the information component.
//!
//! Refuses a ratio whose denominator is nothing: it has no value rather than an infinite one.

use crate::trends::detect::as_count;
use crate::trends::distributions::{gamma_quantile, poisson_at_least};

/// 97.5 % quantile of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Reports of one pair against all others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwoByTwo {
    /// Of the row and of the column.
    pub a: f64,
    /// Of the row, of other columns.
    pub b: f64,
    /// Of other rows, of the column.
    pub c: f64,
    /// Of other rows and other columns.
    pub d: f64,
}

/// An estimate with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// The estimate.
    pub estimate: f64,
    /// Upper end.
    pub high: f64,
}

/// What is said of one pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// Count to expect if row and column had nothing to do with each other.
    pub expected: f64,
    /// Count by expected count.
    pub ratio: f64,
    /// Proportional reporting ratio; `None` when no other row has the column, or the pair never occurs.
    pub prr: Option<Interval>,
    /// Chi-square with Yates' correction.
    pub chi_square: f64,
    /// Reporting odds ratio; `None` when any of the four counts is 0.
    pub ror: Option<Interval>,
    /// Information component, shrunk by half a report: the figure to rank by.
    pub ic: Interval,
    /// Evans' rule: 3 reports or more, PRR of 2 or more, chi-square of 4 or more.
    pub evans: bool,
    /// Chance of so many reports or more if row and column had nothing to do with each other.
    pub p: f64,
}

/// PRR and its interval: Evans, Waller and Davis 2001, Pharmacoepidemiol Drug Saf 10:483. ROR: van Puijenbroek et al. 2002, the same journal
/// 11:3. IC `log2 ((O + 1/2) / (E + 1/2))` with its interval from Gamma(O + 1/2, E + 1/2): Norén, Hopstadius and Bate 2013, Stat Methods Med
/// Res 22:57.
///
/// `None` for counts that are not whole, negative or not finite, or a table in which row or column is empty.
#[must_use]
pub fn measures(table: TwoByTwo) -> Option<Measures> {
    let TwoByTwo { a, b, c, d } = table;
    let counts = [a, b, c, d].iter().all(|n| as_count(*n).is_some());
    let (row, other, column, rest) = (a + b, c + d, a + c, b + d);
    let all = row + other;
    if !counts || row <= 0.0 || column <= 0.0 {
        return None;
    }
    let expected = row * column / all;
    let by_log = |estimate: f64, variance: f64| {
        let reach = (Z * variance.sqrt()).exp();
        Interval { low: estimate / reach, estimate, high: estimate * reach }
    };
    let prr = (a > 0.0 && c > 0.0).then(|| by_log(a / row / (c / other), 1.0 / a - 1.0 / row + 1.0 / c - 1.0 / other));
    let ror = [a, b, c, d].iter().all(|n| *n > 0.0).then(|| by_log(a * d / (b * c), 1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d));
    let margins = row * other * column * rest;
    let apart = ((a * d - b * c).abs() - all / 2.0).max(0.0);
    let chi_square = if margins > 0.0 { all * apart.powi(2) / margins } else { 0.0 };
    let ic = |p: f64| gamma_quantile(p, a + 0.5, expected + 0.5).log2();
    Some(Measures {
        expected,
        ratio: a / expected,
        prr,
        chi_square,
        ror,
        ic: Interval { low: ic(0.025), estimate: ((a + 0.5) / (expected + 0.5)).log2(), high: ic(0.975) },
        evans: a >= 3.0 && prr.is_some_and(|r| r.estimate >= 2.0) && chi_square >= 4.0,
        p: poisson_at_least(as_count(a)?, expected),
    })
}

#[cfg(test)]
mod tests {
    use super::{TwoByTwo, measures};

    #[test]
    fn the_published_example_of_rifabutin_and_uveitis() {
        let found = measures(TwoByTwo { a: 41.0, b: 14.0, c: 754.0, d: 591_958.0 }).expect("measures");

        assert!((found.prr.expect("a ratio").estimate - 586.0).abs() < 0.5);
        assert!(found.evans && found.p < 1e-50);
    }

    #[test]
    fn shares_by_hand() {
        // 6 of 10 against 20 of 100.
        let found = measures(TwoByTwo { a: 6.0, b: 4.0, c: 20.0, d: 80.0 }).expect("measures");

        assert!((found.prr.expect("a ratio").estimate - 3.0).abs() < 1e-12);
        assert!((found.ror.expect("a ratio").estimate - 6.0).abs() < 1e-12);
        assert!((found.expected - 10.0 * 26.0 / 110.0).abs() < 1e-12);
    }

    #[test]
    fn a_ratio_to_nothing_has_no_value() {
        let alone = measures(TwoByTwo { a: 3.0, b: 4.0, c: 0.0, d: 80.0 }).expect("measures");
        assert_eq!((alone.prr, alone.ror, alone.evans), (None, None, false));
        assert!(alone.ic.low > 0.0, "the information component still speaks");

        assert_eq!(measures(TwoByTwo { a: 0.0, b: 0.0, c: 5.0, d: 5.0 }), None);
        assert_eq!(measures(TwoByTwo { a: 1.5, b: 0.0, c: 5.0, d: 5.0 }), None);
    }
}
