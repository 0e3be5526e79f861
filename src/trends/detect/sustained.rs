//! How seldom a CUSUM of quiet counts climbs as high, when its mean is only known from a baseline.
//!
//! Refuses to take the baseline's mean for the truth: chances are averaged over what the baseline leaves open. A CUSUM designed for
//! a known mean cries wolf several times as often as promised when that mean was estimated (Jones, Champ and Rigdon 2004).

use super::predict::Baseline;
use super::run_length::Side;

/// Gauss-Hermite nodes and weights for a standard normal variable, exact for polynomials up to the ninth degree.
const NODES: [(f64, f64); 5] = [
    (0.0, 0.533_333_333_333_333_3),
    (1.355_626_179_974_266, 0.222_075_922_005_612_6),
    (-1.355_626_179_974_266, 0.222_075_922_005_612_6),
    (2.856_970_013_872_806, 0.011_257_411_327_720_7),
    (-2.856_970_013_872_806, 0.011_257_411_327_720_7),
];

/// Mean overshoot at both ends together, in standard deviations of a count. For small symmetric steps it is 2 × 0.583 (Siegmund 1985, 10.2);
/// Poisson counts are skewed, further up than down. These two bring the run length to within a quarter of the exact one for means from
/// 0.1 to 20, which a test holds against the Markov chain.
const OVERSHOOT_UP: f64 = 1.4;
const OVERSHOOT_DOWN: f64 = 1.0;

/// Newton steps towards the exponent; it has settled after five or six.
const STEPS: usize = 12;

/// One possible mean: its weight, the rate at which the sum's tail falls, and what turns a height into a run length.
#[derive(Clone, Copy, Debug)]
struct Case {
    weight: f64,
    /// The positive root θ of E exp(θ · step) = 1; `None` when the sum drifts upwards by itself.
    exponent: Option<f64>,
    /// Distance a period that the sum drifts back.
    drift: f64,
    overshoot: f64,
}

/// Chances of a sum's height, for one CUSUM of scaled counts.
#[derive(Clone, Debug)]
pub struct Heights {
    cases: Vec<Case>,
    horizon: f64,
}

impl Heights {
    /// For counts `y / phi` of periods with the usual exposure `usual` and reference value `reference` (also divided by phi).
    ///
    /// `horizon` is the number of periods a baseline is meant to serve.
    #[must_use]
    pub fn new(side: Side, baseline: &Baseline, usual: f64, reference: f64, horizon: f64) -> Self {
        let (shape, rate) = baseline.rate();
        let cases = NODES.iter().map(|(z, weight)| {
            // Wilson and Hilferty 1931: a gamma quantile from a normal one.
            let cube = (1.0 - 1.0 / (9.0 * shape) + z / (3.0 * shape.sqrt())).max(0.0).powi(3);
            let mean = shape * cube / rate * usual / baseline.dispersion();
            let (drift, overshoot) = match side {
                Side::Up => (reference - mean, OVERSHOOT_UP),
                Side::Down => (mean - reference, OVERSHOOT_DOWN),
            };
            Case { weight: *weight, exponent: exponent(side, mean, reference), drift, overshoot: overshoot * mean.sqrt() }
        });
        Self { cases: cases.collect(), horizon }
    }

    /// Average run length to this height: the periods of the horizon by the chance that a quiet series gets there within them.
    ///
    /// Siegmund's run length `(exp(θ b) - 1 - θ b) / (θ · drift)`, b the height and the overshoot (Siegmund 1985, Sequential
    /// Analysis, 2.6 and 10.2), makes the chance `1 - exp(-horizon / run length)`, which is averaged. 0 for a height of 0.
    #[must_use]
    pub fn run_length(&self, height: f64) -> f64 {
        if height <= 0.0 {
            return 0.0;
        }
        let chance = |case: &Case| {
            let length = case.exponent.map_or(1.0, |theta| {
                let reach = theta * (height + case.overshoot);
                ((reach.exp() - 1.0 - reach) / (theta * case.drift)).max(1.0)
            });
            -case.weight * (-self.horizon / length).exp_m1()
        };
        self.horizon / self.cases.iter().map(chance).sum::<f64>()
    }
}

/// The positive root θ of `E exp(θ (y - k)) = 1`, or of `E exp(θ (k - y)) = 1`, for Poisson y; `None` when there is none.
fn exponent(side: Side, mean: f64, reference: f64) -> Option<f64> {
    // With u = exp(±θ) both are mean (u - 1) = reference ln u, whose other root is u = 1; looking for a rise u > 1.
    let away = match side {
        Side::Up => reference > mean,
        Side::Down => reference < mean,
    };
    if !away || mean <= 0.0 {
        return if mean <= 0.0 && side == Side::Up { Some(f64::INFINITY) } else { None };
    }
    // In θ the function is convex and the start lies beyond the root, so Newton's steps come down to it from there.
    let sign = if side == Side::Up { 1.0 } else { -1.0 };
    let excess = |theta: f64| mean * (sign * theta).exp_m1() - sign * theta * reference;
    let slope = |theta: f64| sign * (mean * (sign * theta).exp() - reference);
    let mut theta = match side {
        Side::Up => 2.0 * (reference / mean).ln() + 0.1,
        Side::Down => mean / reference,
    };
    for _ in 0..STEPS {
        let step = excess(theta) / slope(theta);
        theta -= step;
        if step.abs() < 1e-9 * theta.abs() {
            break;
        }
    }
    Some(theta)
}

#[cfg(test)]
mod tests {
    use super::{Heights, exponent};
    use crate::trends::detect::{Baseline, Side, limit_for, reference_value};

    #[test]
    fn the_exponent_of_a_doubling_is_ln_two() {
        for mean in [0.05, 0.5, 4.0, 40.0] {
            let up = exponent(Side::Up, mean, reference_value(mean, 2.0 * mean).expect("k")).expect("a root");
            let down = exponent(Side::Down, mean, reference_value(mean, 0.5 * mean).expect("k")).expect("a root");

            assert!((up - std::f64::consts::LN_2).abs() < 1e-8, "{up}");
            assert!((down - std::f64::consts::LN_2).abs() < 1e-8, "{down}");
        }
    }

    #[test]
    fn other_exponents_solve_their_equation() {
        for (side, mean, k) in [(Side::Up, 1.0, 1.05), (Side::Up, 1.0, 6.0), (Side::Down, 1.0, 0.95), (Side::Down, 3.0, 0.2)] {
            let theta = exponent(side, mean, k).expect("a root");
            let sign = if side == Side::Up { 1.0 } else { -1.0 };
            assert!(theta > 0.0 && (mean * (sign * theta).exp_m1() - sign * theta * k).abs() < 1e-7, "{theta}");
        }
        assert_eq!(exponent(Side::Up, 2.0, 1.5), None);
        assert_eq!(exponent(Side::Down, 1.0, 1.5), None);
    }

    #[test]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "steps are few and positive")]
    fn with_much_known_the_run_length_is_nearly_the_exact_one() {
        let grid = 20;
        for (side, change) in [(Side::Up, 2.0), (Side::Down, 0.5)] {
            for mean in [0.25, 1.0, 4.0, 10.0] {
                let reference = (grid as f64 * reference_value(mean, change * mean).expect("k")).round() as usize;
                let baseline = Baseline::new(1e6 * mean, 1e6, 1.0).expect("a baseline");
                let heights = Heights::new(side, &baseline, 1.0, reference as f64 / grid as f64, 1.0);
                let (limit, exact) = limit_for(side, grid, reference, mean, 500.0).expect("a limit");

                // The first height that alarms is one step above the limit.
                let ratio = heights.run_length((limit + 1) as f64 / grid as f64) / exact;
                assert!((0.8..1.25).contains(&ratio), "{side:?}, mean {mean}: {ratio}");
            }
        }
    }

    #[test]
    fn a_short_baseline_makes_the_same_height_less_telling() {
        let (short, long) = (Baseline::new(20.0, 20.0, 1.0).expect("one"), Baseline::new(2000.0, 2000.0, 1.0).expect("one"));
        let length = |b: &Baseline| Heights::new(Side::Up, b, 1.0, 1.44, 52.0).run_length(6.0);

        assert!(length(&short) < 0.7 * length(&long));
    }
}
