//! Farrington's regression on past years (1996) and its flexible form (Noufaily and others 2013).
//!
//! Refuses to judge a period without its years of history, or one with too few recent events to matter.

use super::glm::{Fit, quasi_poisson};
use crate::trends::distributions::{beta_tails, negative_binomial_quantile, normal_quantile, poisson_quantile};

/// Which of the two, with what only it has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// The same weeks of past years; bound by a 2/3 power transformation; two-sided `alpha`.
    Classic,
    /// All weeks of past years with a factor for the time of year; bound by a negative binomial quantile; one-sided `alpha`.
    Flexible {
        /// Levels of the factor, that of the judged weeks included.
        levels: usize,
        /// Latest periods that are not learnt from.
        recent: usize,
    },
}

/// What may be set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Classic or flexible.
    pub kind: Kind,
    /// Past years.
    pub years: usize,
    /// Periods before and after the same one of each past year.
    pub half_width: usize,
    /// Periods in a year.
    pub year: usize,
    /// Level of the bound.
    pub alpha: f64,
    /// A trend stays only with a p below this; 1 keeps every trend.
    pub trend_level: f64,
    /// Standardised residuals above this are weighted down.
    pub weight_from: f64,
    /// At least so many events …
    pub least_events: f64,
    /// … in so many periods, the judged one included; otherwise it is not judged.
    pub least_periods: usize,
}

impl Options {
    /// As published in 1996: five years, three weeks to either side, two-sided 5 %.
    pub const CLASSIC: Self = Self {
        kind: Kind::Classic,
        years: 5,
        half_width: 3,
        year: 52,
        alpha: 0.05,
        trend_level: 0.05,
        weight_from: 1.0,
        least_events: 5.0,
        least_periods: 4,
    };
    /// As published in 2013: ten levels, 26 recent weeks left out, trend always, weights from 2.58, one-sided 1 %.
    pub const FLEXIBLE: Self =
        Self { kind: Kind::Flexible { levels: 10, recent: 26 }, alpha: 0.01, trend_level: 1.0, weight_from: 2.58, ..Self::CLASSIC };
}

/// What is learnt from for one period: positions and the level of the seasonal factor of each.
type History = (Vec<usize>, Vec<usize>);

/// Upper bound of the period `at`; an alarm is a count above it. `None` when it is not judged.
///
/// Farrington et al. 1996, JRSS A 159:547; Noufaily et al. 2013, Stat Med 32:1206. The trend stays when it is significant, there are three
/// years or more and its prediction is not above everything seen. The dispersion is at least 1.
#[must_use]
pub fn upper_bound(counts: &[f64], at: usize, options: &Options) -> Option<f64> {
    let recent = counts.get((at + 1).checked_sub(options.least_periods)?..=at)?;
    if recent.iter().sum::<f64>() < options.least_events {
        return None;
    }
    let (positions, levels) = match options.kind {
        Kind::Classic => classic_history(at, options)?,
        Kind::Flexible { levels, recent } => flexible_history(at, options, levels, recent)?,
    };
    let y: Vec<f64> = positions.iter().filter_map(|i| counts.get(*i).copied()).collect();
    let trended = |trend: bool| fitted(&positions, &levels, &y, at, trend, options.weight_from);
    let highest = y.iter().copied().fold(0.0, f64::max);
    let keeps = |fit: &Reweighted| {
        let significant = options.trend_level >= 1.0 || fit.trend_p() < options.trend_level;
        significant && options.years >= 3 && fit.mean <= highest
    };
    let model = trended(true).filter(keeps).or_else(|| trended(false))?;
    match options.kind {
        Kind::Classic => {
            let spread = model.phi + model.error.powi(2) / model.mean;
            let reach = normal_quantile(1.0 - options.alpha / 2.0) * (4.0 / 9.0 * model.mean.cbrt() * spread).sqrt();
            Some((model.mean.powf(2.0 / 3.0) + reach).max(0.0).powf(1.5))
        }
        Kind::Flexible { .. } => {
            let p = 1.0 - options.alpha;
            let size = model.mean / (model.phi - 1.0);
            let bound =
                if model.phi > 1.0 { negative_binomial_quantile(p, size, 1.0 / model.phi) } else { poisson_quantile(p, model.mean) };
            bound.map(|b| b as f64)
        }
    }
}

fn classic_history(at: usize, options: &Options) -> Option<History> {
    let mut positions = Vec::new();
    for back in (1..=options.years).rev() {
        let centre = at.checked_sub(back * options.year)?;
        let end = centre + options.half_width;
        positions.extend(centre.checked_sub(options.half_width)?..=end.min(at.checked_sub(1)?));
    }
    let levels = vec![0; positions.len()];
    (!positions.is_empty()).then_some((positions, levels))
}

/// Level 0 around every anniversary; the weeks between two of them in `levels - 1` blocks as equal as can be, the longer ones first.
fn flexible_history(at: usize, options: &Options, levels: usize, recent: usize) -> Option<History> {
    let half = options.half_width;
    let first = at.checked_sub(options.years * options.year)?.checked_sub(half)?;
    let between = options.year.checked_sub(2 * half + 1)?;
    let blocks = levels.checked_sub(1)?;
    let level = |position: usize| {
        let into_year = (position - first) % options.year;
        match into_year.checked_sub(2 * half + 1) {
            Some(after) if blocks > 0 => {
                let (short, longer) = (between / blocks, between % blocks);
                let in_longer = longer * (short + 1);
                Some(1 + if after < in_longer { after / (short + 1) } else { longer + (after - in_longer) / short.max(1) })
            }
            Some(_) => None,
            None => Some(0),
        }
    };
    let end = at.checked_sub(recent)?;
    let (positions, levels): (Vec<usize>, Vec<usize>) = (first..end).filter_map(|i| level(i).map(|l| (i, l))).unzip();
    (!positions.is_empty()).then_some((positions, levels))
}

/// A fit after past outbreaks were weighted down, with its prediction.
struct Reweighted {
    mean: f64,
    error: f64,
    phi: f64,
    fit: Fit,
}

impl Reweighted {
    /// Two-sided p of the trend, the last column, by Student's t.
    fn trend_p(&self) -> f64 {
        let last = self.fit.coefficients.len() - 1;
        let variance = self.fit.covariance.get(last).and_then(|line| line.get(last)).copied().unwrap_or(f64::NAN);
        let t = self.fit.coefficients[last] / (self.fit.dispersion * variance).sqrt();
        beta_tails(self.fit.freedom / (self.fit.freedom + t * t), self.fit.freedom / 2.0, 0.5).0
    }
}

fn fitted(positions: &[usize], levels: &[usize], y: &[f64], at: usize, trend: bool, weight_from: f64) -> Option<Reweighted> {
    let present: Vec<usize> = (1..=levels.iter().copied().max()?).filter(|l| levels.contains(l)).collect();
    // Years rather than weeks keep the matrix well scaled.
    let time = |position: usize| (position as f64 - at as f64) / 52.0;
    let row = |position: usize, level: usize| {
        let factor = present.iter().map(|l| f64::from(u8::from(*l == level)));
        [1.0].into_iter().chain(factor).chain(trend.then(|| time(position))).collect::<Vec<f64>>()
    };
    let design: Vec<Vec<f64>> = positions.iter().zip(levels).map(|(p, l)| row(*p, *l)).collect();
    let offsets = vec![0.0; y.len()];
    let first = quasi_poisson(&design, y, &vec![1.0; y.len()], &offsets)?;
    let fit = quasi_poisson(&design, y, &weights(&first, y, weight_from), &offsets)?;
    let phi = fit.dispersion.max(1.0);
    let (mean, error) = fit.predict(&row(at, 0), 0.0, phi);
    Some(Reweighted { mean, error, phi, fit })
}

/// Weights by standardised Anscombe residuals: `1 / s²` above the threshold, scaled to add up to the number of observations.
fn weights(fit: &Fit, y: &[f64], from: f64) -> Vec<f64> {
    let phi = fit.dispersion.max(1.0);
    let residual = |i: usize| {
        let mean = fit.fitted[i];
        1.5 * (y[i].powf(2.0 / 3.0) * mean.powf(-1.0 / 6.0) - mean.sqrt()) / (phi * (1.0 - fit.leverage[i])).sqrt()
    };
    let raw: Vec<f64> = (0..y.len()).map(residual).map(|s| if s > from { s.powi(-2) } else { 1.0 }).collect();
    let scale = y.len() as f64 / raw.iter().sum::<f64>();
    raw.into_iter().map(|w| w * scale).collect()
}

#[cfg(test)]
mod tests {
    use super::{Options, flexible_history, upper_bound};

    fn level(years: usize) -> Vec<f64> {
        (0..52 * years).map(|i| [4.0, 6.0, 5.0, 3.0, 7.0][i % 5]).collect()
    }

    #[test]
    fn a_year_is_split_into_ten_levels() {
        let (positions, levels) = flexible_history(300, &Options::FLEXIBLE, 10, 26).expect("a history");

        assert_eq!((positions.first(), positions.last()), (Some(&37), Some(&273)));
        // Seven weeks around the anniversary, then 45 weeks in nine fives.
        assert_eq!(levels[..13], [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2]);
        assert_eq!(levels.iter().max(), Some(&9));
    }

    #[test]
    fn level_counts_have_a_bound_a_little_above_them() {
        for options in [Options::CLASSIC, Options::FLEXIBLE] {
            let bound = upper_bound(&level(7), 350, &options).expect("a bound");
            assert!((7.0..14.0).contains(&bound), "{bound}");
        }
    }

    #[test]
    fn an_old_outbreak_hardly_moves_the_bound() {
        let mut counts = level(7);
        let before = upper_bound(&counts, 350, &Options::CLASSIC).expect("a bound");
        counts[350 - 104] = 60.0;

        assert!(upper_bound(&counts, 350, &Options::CLASSIC).expect("a bound") < before + 4.0);
    }

    #[test]
    fn without_history_or_events_nothing_is_said() {
        assert_eq!(upper_bound(&level(4), 200, &Options::CLASSIC), None);
        let mut counts = level(7);
        counts[347..=350].fill(1.0);
        assert_eq!(upper_bound(&counts, 350, &Options::FLEXIBLE), None);
    }
}
