//! Average run length of a Poisson CUSUM: how many periods pass before it first alarms.
//!
//! Refuses to guess: exact for a reference value and a limit on one grid, by the Markov chain of Brook and Evans 1972.

/// Largest number of states that is solved; a grid that needs more is too fine.
const STATES_MAX: usize = 1200;

/// Which way a CUSUM looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// For a rise: `S = max(0, S + y - k)`.
    Up,
    /// For a fall: `S = max(0, S + k - y)`.
    Down,
}

/// A CUSUM's reference value and limit in whole steps of a grid; it alarms when its sum is above the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Which way it looks.
    pub side: Side,
    /// Steps that make one count.
    pub grid: usize,
    /// Reference value, in steps.
    pub reference: usize,
    /// Limit, in steps.
    pub limit: usize,
}

/// Average run length from a sum of 0 when counts are Poisson with this mean.
///
/// `None` for a mean that is not positive and finite, or for more than 1200 states. Infinite when it can never alarm.
/// Brook and Evans 1972, Biometrika 59:539; Lucas 1985, Technometrics 27:129.
#[must_use]
pub fn average_run_length(scheme: Scheme, mean: f64) -> Option<f64> {
    let states = scheme.limit + 1;
    if !(mean.is_finite() && mean > 0.0) || scheme.grid == 0 || states > STATES_MAX {
        return None;
    }
    let counts = probabilities(mean, (scheme.limit + scheme.reference) / scheme.grid + 1);
    let mut system: Vec<Vec<f64>> = (0..states).map(|from| equation(scheme, &counts, from)).collect();
    solve(&mut system)
}

/// The smallest limit, in steps, whose average run length is at least `wanted`, and that run length.
///
/// `None` when the limit would need too many states or the scheme drifts towards its limit.
#[must_use]
pub fn limit_for(side: Side, grid: usize, reference: usize, mean: f64, wanted: f64) -> Option<(usize, f64)> {
    let length = |limit: usize| average_run_length(Scheme { side, grid, reference, limit }, mean);
    let (mut low, mut high) = (0, grid);
    while length(high)? < wanted {
        low = high + 1;
        high *= 2;
    }
    while low < high {
        let middle = usize::midpoint(low, high);
        if length(middle)? < wanted {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    length(high).map(|l| (high, l))
}

/// Poisson probabilities of 0, 1, 2 … in logarithms first, so that large means do not underflow.
fn probabilities(mean: f64, most: usize) -> Vec<f64> {
    let mut log = -mean;
    let mut found = Vec::with_capacity(most + 1);
    for count in 0..=most {
        if count > 0 {
            log += (mean / count as f64).ln();
        }
        found.push(log.exp());
    }
    found
}

/// Row of `I - R` for one state, with the 1 of its right-hand side at the end.
fn equation(scheme: Scheme, counts: &[f64], from: usize) -> Vec<f64> {
    let states = scheme.limit + 1;
    let mut row = vec![0.0; states + 1];
    let mut seen = 0.0;
    for (count, chance) in counts.iter().enumerate() {
        let step = count * scheme.grid;
        let to = match scheme.side {
            Side::Up => (from + step).saturating_sub(scheme.reference),
            Side::Down => (from + scheme.reference).saturating_sub(step),
        };
        if let Some(cell) = row.get_mut(to).filter(|_| to < states) {
            *cell -= chance;
        }
        seen += chance;
    }
    // Looking for a fall, every larger count leads to a sum of 0; looking for a rise, beyond the limit.
    if let (Side::Down, Some(cell)) = (scheme.side, row.first_mut()) {
        *cell -= (1.0 - seen).max(0.0);
    }
    row[from] += 1.0;
    row[states] = 1.0;
    row
}

/// Gauss elimination from the last state to the first; `I - R` is an M-matrix, so no pivoting is needed. Returns the first unknown.
fn solve(system: &mut [Vec<f64>]) -> Option<f64> {
    for at in (1..system.len()).rev() {
        let (others, own) = system.split_at_mut(at);
        let own = own.first()?;
        let (pivot, right) = (*own.get(at)?, *own.last()?);
        if pivot <= 0.0 {
            return Some(f64::INFINITY);
        }
        for other in others {
            let factor = other[at] / pivot;
            if factor != 0.0 {
                other.iter_mut().zip(own).take(at).for_each(|(x, o)| *x -= factor * o);
                if let Some(last) = other.last_mut() {
                    *last -= factor * right;
                }
            }
        }
    }
    let first = system.first()?;
    let (pivot, right) = (*first.first()?, *first.last()?);
    Some(if pivot > 0.0 { right / pivot } else { f64::INFINITY })
}

#[cfg(test)]
mod tests {
    use super::{Scheme, Side, average_run_length, limit_for};

    fn up(reference: usize, limit: usize) -> Scheme {
        Scheme { side: Side::Up, grid: 10, reference, limit }
    }

    #[test]
    fn run_lengths_are_those_of_an_independent_program() {
        // Poisson CUSUM in tenths; in-control and out-of-control figures by R's spc 0.6.7.
        for (mean, k, h, wanted) in [
            (1.0, 14, 40, 108.154_214_929_212),
            (2.0, 14, 40, 7.225_951_347_212),
            (2.0, 29, 60, 401.414_426_872_564),
            (4.0, 49, 80, 165.177_219_485_196),
            (12.0, 99, 100, 5.440_917_228_259),
        ] {
            let got = average_run_length(up(k, h), mean).expect("a run length");
            assert!((got - wanted).abs() < 1e-6, "{got} is not {wanted}");
        }
    }

    #[test]
    fn a_limit_of_nothing_alarms_as_often_as_one_count_does() {
        // S > 0 first happens when y >= 2: P = 1 - 2/e at mean 1.
        let got = average_run_length(up(10, 0), 1.0).expect("a run length");

        assert!((got - 1.0 / (1.0 - 2.0 / std::f64::consts::E)).abs() < 1e-9);
    }

    #[test]
    fn a_fall_by_hand() {
        // k = 1, limit 0: S > 0 when y = 0, P = 1/e at mean 1.
        let scheme = Scheme { side: Side::Down, grid: 1, reference: 1, limit: 0 };

        assert!((average_run_length(scheme, 1.0).expect("a run length") - std::f64::consts::E).abs() < 1e-9);
    }

    #[test]
    fn the_limit_found_is_the_smallest() {
        let (limit, length) = limit_for(Side::Up, 10, 14, 1.0, 370.0).expect("a limit");

        assert!(length >= 370.0);
        assert!(average_run_length(up(14, limit - 1), 1.0).expect("a run length") < 370.0);
    }

    #[test]
    fn no_mean_no_run_length() {
        assert_eq!(average_run_length(up(14, 40), 0.0), None);
        assert_eq!(average_run_length(up(14, 40), f64::NAN), None);
        assert_eq!(average_run_length(up(14, 5000), 1.0), None);
    }
}
