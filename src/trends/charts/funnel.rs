//! Funnel plot: units side by side in one period, each against limits that fit its size.
//!
//! Refuses to rank. A unit outside differs more than its size explains; why is another question, and a different habit of reporting is
//! the first answer.

use super::{Fault, Plotted};
use crate::trends::distributions::{chi_square_quantile, normal_quantile};

/// Share of standardised differences drawn in at each end before their spread is measured.
const WINSORISED: f64 = 0.1;

/// Chance beyond either limit of the inner and of the outer pair: 95 % and 99.8 % limits.
const TAILS: [f64; 2] = [0.025, 0.001];

/// One unit. What cannot be said of it, without exposure, is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Unit {
    /// Events for one unit of exposure, against the outer limits (99.8 %).
    pub outer: Plotted,
    /// The same against the inner limits (95 %).
    pub inner: Plotted,
    /// Events expected at the common rate.
    pub expected: Option<f64>,
    /// `2 (√observed - √expected)`, about standard normal when only chance is at work.
    pub z: Option<f64>,
    /// z over the square root of the dispersion, where that is above 1.
    pub z_adjusted: Option<f64>,
}

impl Unit {
    /// Whether the unit lies beyond the 99.8 % point even after allowing for the spread that all units share.
    #[must_use]
    pub fn outside_adjusted(&self) -> bool {
        let [_, tail] = TAILS;
        self.z_adjusted.is_some_and(|z| z.abs() > normal_quantile(1.0 - tail))
    }
}

/// All units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Funnel {
    /// Common rate: all events over all exposure, or the target that was given.
    pub centre: Option<f64>,
    /// Dispersion phi: mean squared z, winsorised; about 1 when only chance is at work. `None` with fewer than two units.
    pub dispersion: Option<f64>,
    /// One entry a unit.
    pub units: Vec<Unit>,
}

/// Compares units by exact Poisson limits (Spiegelhalter 2005, *Statistics in Medicine* 24:1185).
///
/// With E events expected, the limits for observed over expected are `χ²(a; 2E) / 2E` and `χ²(1 - a; 2E + 2) / 2E`. Give expected counts
/// as `exposure` and 1 as `centre` for standardised ratios. `per` is the exposure that a rate is given for.
pub fn funnel(observed: &[Option<f64>], exposure: &[Option<f64>], centre: Option<f64>, per: f64) -> Result<Funnel, Fault> {
    let pairs: Vec<Option<(f64, f64)>> = observed.iter().zip(exposure).map(|(o, e)| (*o).zip(*e)).collect();
    if !pairs.is_empty() && exposure.iter().all(Option::is_none) {
        return Err(Fault::NoExposure);
    }
    for (i, (o, e)) in pairs.iter().enumerate().filter_map(|(i, p)| p.map(|p| (i, p))) {
        if o < 0.0 {
            return Err(Fault::Negative(i));
        }
        if e < 0.0 || (e == 0.0 && o > 0.0) {
            return Err(Fault::Exposure(i));
        }
    }
    let (events, exposed) = pairs.iter().flatten().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
    let centre = centre.or_else(|| (exposed > 0.0).then(|| events / exposed * per));
    let mut units: Vec<Unit> = pairs.iter().map(|pair| unit(*pair, centre, per)).collect();
    let dispersion = dispersion(&units.iter().filter_map(|u| u.z).collect::<Vec<_>>());
    for unit in &mut units {
        unit.z_adjusted = unit.z.zip(dispersion).map(|(z, phi)| z / phi.max(1.0).sqrt());
    }
    Ok(Funnel { centre, dispersion, units })
}

fn unit(pair: Option<(f64, f64)>, centre: Option<f64>, per: f64) -> Unit {
    let (Some((o, e)), Some(centre)) = (pair.filter(|(_, e)| *e > 0.0), centre) else {
        return Unit {
            outer: Plotted { centre, ..Plotted::default() },
            inner: Plotted { centre, ..Plotted::default() },
            ..Unit::default()
        };
    };
    let expected = centre / per * e;
    let [inner, outer] = TAILS.map(|tail| {
        let (low, high) = limits(expected, tail);
        Plotted { value: Some(o / e * per), centre: Some(centre), sigma: None, low: Some(low / e * per), high: Some(high / e * per) }
    });
    Unit { outer, inner, expected: Some(expected), z: Some(2.0 * (o.sqrt() - expected.sqrt())), z_adjusted: None }
}

/// Exact limits of a Poisson count about its expectation, with chance `tail` beyond either.
fn limits(expected: f64, tail: f64) -> (f64, f64) {
    let low = if expected > 0.0 { chi_square_quantile(tail, 2.0 * expected) / 2.0 } else { 0.0 };
    (low, chi_square_quantile(1.0 - tail, 2.0 * (expected + 1.0)) / 2.0)
}

/// Mean squared z after drawing the outer tenths in to the 10 % and 90 % quantiles (Spiegelhalter 2005).
fn dispersion(z: &[f64]) -> Option<f64> {
    let mut sorted = z.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (low, high) = (quantile(&sorted, WINSORISED)?, quantile(&sorted, 1.0 - WINSORISED)?);
    (z.len() > 1).then(|| z.iter().map(|z| z.clamp(low, high).powi(2)).sum::<f64>() / z.len() as f64)
}

/// Quantile between order statistics, position `p (n - 1)` counted from 0 (type 7 of Hyndman and Fan 1996).
fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    let position = p * sorted.len().checked_sub(1)? as f64;
    let at = (0..sorted.len()).rev().find(|i| *i as f64 <= position)?;
    let here = *sorted.get(at)?;
    Some(sorted.get(at + 1).map_or(here, |next| here + (next - here) * (position - at as f64)))
}

#[cfg(test)]
mod tests {
    use super::{dispersion, funnel, quantile};
    use crate::trends::charts::{Fault, Side};

    #[test]
    fn a_unit_is_judged_by_its_size() {
        let units = [(8.0, 20.0), (80.0, 200.0), (100.0, 1000.0), (0.0, 0.0)];
        let (observed, exposure): (Vec<_>, Vec<_>) = units.map(|(o, e)| (Some(o), Some(e))).into_iter().unzip();

        let funnel = funnel(&observed, &exposure, Some(0.25), 1.0).expect("a funnel");

        let sides: Vec<_> = funnel.units.iter().map(|u| u.outer.outside()).collect();
        assert_eq!(sides, [Some(Side::On), Some(Side::Above), Some(Side::Below), None]);
        assert_eq!(funnel.units[1].expected, Some(50.0));
    }

    #[test]
    fn wide_spread_shared_by_all_is_allowed_for() {
        let observed = [40.0, 160.0, 45.0, 155.0, 50.0, 150.0, 42.0, 158.0].map(Some);

        let funnel = funnel(&observed, &[Some(100.0); 8], None, 1.0).expect("a funnel");

        assert!(funnel.dispersion.expect("a spread") > 20.0);
        assert!(funnel.units.iter().all(|u| u.outer.outside() != Some(Side::On) && !u.outside_adjusted()));
    }

    #[test]
    fn quantiles_lie_between_order_statistics() {
        assert_eq!((quantile(&[1.0, 2.0, 3.0, 4.0], 0.5), quantile(&[1.0, 2.0], 1.0), quantile(&[], 0.5)), (Some(2.5), Some(2.0), None));
        assert_eq!((dispersion(&[3.0]), dispersion(&[2.0, -2.0, 0.0])), (None, Some(2.0 * 1.6 * 1.6 / 3.0)));
    }

    #[test]
    fn impossible_units_are_refused() {
        assert_eq!(funnel(&[Some(1.0)], &[None], None, 1.0), Err(Fault::NoExposure));
        assert_eq!(funnel(&[Some(-1.0)], &[Some(1.0)], None, 1.0), Err(Fault::Negative(0)));
        assert_eq!(funnel(&[Some(1.0)], &[Some(0.0)], None, 1.0), Err(Fault::Exposure(0)));
        assert_eq!(funnel(&[], &[], None, 1.0).expect("a funnel").centre, None);
    }
}
