//! The highest point of a function of a few variables, by the simplex method.
//!
//! Refuses to promise the highest of all summits: it finds one near where it starts.

/// Rounds of one climb; a fit of five parameters takes a few hundred.
const ROUNDS: usize = 4000;

/// Climbs begun anew at the last summit, against a simplex that has become flat.
const AGAIN: usize = 4;

/// Difference in height at which a climb ends.
const LEVEL: f64 = 1e-10;

/// Nelder and Mead 1965, The Computer Journal 7:308, with their coefficients 1, 2 and 1/2.
pub(super) fn climb<const N: usize>(begin: [f64; N], height: impl Fn(&[f64; N]) -> f64) -> [f64; N] {
    (0..AGAIN).fold(begin, |from, _| once(from, &height))
}

fn once<const N: usize>(from: [f64; N], height: &impl Fn(&[f64; N]) -> f64) -> [f64; N] {
    let corner = |i: usize| {
        let mut point = from;
        if let Some(x) = i.checked_sub(1).and_then(|axis| point.get_mut(axis)) {
            *x += 0.5;
        }
        (height(&point), point)
    };
    let mut simplex: Vec<(f64, [f64; N])> = (0..=N).map(corner).collect();
    for _ in 0..ROUNDS {
        simplex.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (best, second_worst, worst) = (simplex[0], simplex[N - 1], simplex[N]);
        if best.0 - worst.0 < LEVEL {
            break;
        }
        let mut centre = [0.0; N];
        for (_, point) in &simplex[..N] {
            centre.iter_mut().zip(point).for_each(|(c, x)| *c += x / N as f64);
        }
        let away = |factor: f64| {
            let point: [f64; N] = std::array::from_fn(|i| centre[i] + factor * (centre[i] - worst.1[i]));
            (height(&point), point)
        };
        let reflected = away(1.0);
        let taken = if reflected.0 > best.0 {
            let expanded = away(2.0);
            Some(if expanded.0 > reflected.0 { expanded } else { reflected })
        } else if reflected.0 > second_worst.0 {
            Some(reflected)
        } else {
            let contracted = if reflected.0 > worst.0 { away(0.5) } else { away(-0.5) };
            (contracted.0 > worst.0.max(reflected.0)).then_some(contracted)
        };
        if let Some(point) = taken {
            simplex[N] = point;
        } else {
            for corner in &mut simplex[1..] {
                let nearer: [f64; N] = std::array::from_fn(|i| f64::midpoint(best.1[i], corner.1[i]));
                *corner = (height(&nearer), nearer);
            }
        }
    }
    simplex.iter().max_by(|a, b| a.0.total_cmp(&b.0)).map_or(from, |corner| corner.1)
}

#[cfg(test)]
mod tests {
    use super::climb;

    #[test]
    fn a_bent_ridge_is_climbed() {
        // Rosenbrock's valley turned over: its summit is at (1, 1).
        let found = climb([-1.2, 1.0], |[x, y]| -(100.0 * (y - x * x).powi(2) + (1.0 - x).powi(2)));

        assert!((found[0] - 1.0).abs() < 1e-4 && (found[1] - 1.0).abs() < 1e-4, "{found:?}");
    }
}
