//! Quasi-Poisson regression with a log link, by iteratively reweighted least squares.
//!
//! Refuses a design whose columns depend on each other: no fit at all, and the caller drops a column.

/// Rounds before a fit is given up; five to eight are usual.
const ROUNDS: usize = 25;

/// Relative change of the deviance at which a fit has settled.
const SETTLED: f64 = 1e-8;

/// A fitted model.
#[derive(Clone, Debug, Default)]
pub(super) struct Fit {
    /// One a column of the design.
    pub(super) coefficients: Vec<f64>,
    /// Expected counts.
    pub(super) fitted: Vec<f64>,
    /// Leverage of each observation.
    pub(super) leverage: Vec<f64>,
    /// Covariance of the coefficients before it is multiplied by the dispersion.
    pub(super) covariance: Vec<Vec<f64>>,
    /// Pearson's chi-square by its degrees of freedom; may be below 1.
    pub(super) dispersion: f64,
    /// Observations minus columns.
    pub(super) freedom: f64,
    /// Poisson deviance, weighted.
    pub(super) deviance: f64,
}

impl Fit {
    /// Expected count for a row of the design, and its standard error at dispersion `phi`.
    pub(super) fn predict(&self, row: &[f64], offset: f64, phi: f64) -> (f64, f64) {
        let mean = (dot(row, &self.coefficients) + offset).exp();
        let variance: f64 = row.iter().zip(&self.covariance).map(|(x, line)| x * dot(row, line)).sum();
        (mean, mean * (phi * variance).sqrt())
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// Counts `y` explained by the rows of `design`, each with its weight and the logarithm of its exposure.
///
/// `McCullagh` and Nelder 1989, chapters 2.5 and 9. `None` without more rows than columns, with dependent columns, or when a
/// fit runs away.
pub(super) fn quasi_poisson(design: &[Vec<f64>], y: &[f64], weights: &[f64], offsets: &[f64]) -> Option<Fit> {
    let columns = design.first()?.len();
    if design.len() <= columns {
        return None;
    }
    let mut linear: Vec<f64> = y.iter().map(|y| (y + 0.1).ln()).collect();
    let mut before = f64::INFINITY;
    for _ in 0..ROUNDS {
        let means: Vec<f64> = linear.iter().map(|e| e.exp()).collect();
        let working: Vec<f64> = weights.iter().zip(&means).map(|(w, m)| w * m).collect();
        let target: Vec<f64> = (0..y.len()).map(|i| linear[i] - offsets[i] + (y[i] - means[i]) / means[i]).collect();
        let covariance = invert(&information(design, &working))?;
        let mut score = vec![0.0; columns];
        for ((row, w), z) in design.iter().zip(&working).zip(&target) {
            score.iter_mut().zip(row).for_each(|(s, x)| *s += w * z * x);
        }
        let coefficients: Vec<f64> = covariance.iter().map(|line| dot(line, &score)).collect();
        linear = design.iter().zip(offsets).map(|(row, o)| dot(row, &coefficients) + o).collect();
        let fitted: Vec<f64> = linear.iter().map(|e| e.exp()).collect();
        let deviance = deviance(y, &fitted, weights);
        if !deviance.is_finite() {
            return None;
        }
        if (deviance - before).abs() <= SETTLED * (deviance.abs() + 0.1) {
            return Some(finish(design, y, &working, Fit { coefficients, fitted, covariance, deviance, ..Fit::default() }));
        }
        before = deviance;
    }
    None
}

/// What is reported once the means have settled, with the weights of the last round, as is usual.
fn finish(design: &[Vec<f64>], y: &[f64], working: &[f64], mut fit: Fit) -> Fit {
    let spread = |row: &Vec<f64>| row.iter().zip(&fit.covariance).map(|(x, line)| x * dot(row, line)).sum::<f64>();
    fit.leverage = design.iter().zip(working).map(|(row, w)| w * spread(row)).collect();
    fit.freedom = design.len() as f64 - fit.coefficients.len() as f64;
    fit.dispersion = y.iter().zip(&fit.fitted).zip(working).map(|((y, m), w)| w * ((y - m) / m).powi(2)).sum::<f64>() / fit.freedom;
    fit
}

fn deviance(y: &[f64], fitted: &[f64], weights: &[f64]) -> f64 {
    let part = |y: f64, m: f64| if y > 0.0 { y * (y / m).ln() - (y - m) } else { m };
    2.0 * y.iter().zip(fitted).zip(weights).map(|((y, m), w)| w * part(*y, *m)).sum::<f64>()
}

fn information(design: &[Vec<f64>], weights: &[f64]) -> Vec<Vec<f64>> {
    let columns = design.first().map_or(0, Vec::len);
    let mut matrix = vec![vec![0.0; columns]; columns];
    for (row, w) in design.iter().zip(weights) {
        for (line, x) in matrix.iter_mut().zip(row) {
            line.iter_mut().zip(row).for_each(|(cell, z)| *cell += w * x * z);
        }
    }
    matrix
}

/// Inverse of a positive definite matrix by Gauss and Jordan, the pivots in order; `None` when a pivot vanishes.
fn invert(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let size = matrix.len();
    let mut left = matrix.to_vec();
    let mut right: Vec<Vec<f64>> = (0..size).map(|i| (0..size).map(|j| f64::from(u8::from(i == j))).collect()).collect();
    for at in 0..size {
        let pivot = left[at][at];
        if !(pivot.is_finite() && pivot > 1e-12 * matrix[at][at]) {
            return None;
        }
        left[at].iter_mut().chain(right[at].iter_mut()).for_each(|x| *x /= pivot);
        let (own_left, own_right) = (left[at].clone(), right[at].clone());
        for other in (0..size).filter(|i| *i != at) {
            let factor = left[other][at];
            left[other].iter_mut().zip(&own_left).for_each(|(x, o)| *x -= factor * o);
            right[other].iter_mut().zip(&own_right).for_each(|(x, o)| *x -= factor * o);
        }
    }
    Some(right)
}

#[cfg(test)]
mod tests {
    use super::quasi_poisson;

    #[test]
    fn two_groups_get_their_means() {
        let design: Vec<Vec<f64>> = (0..6).map(|i| vec![1.0, f64::from(u8::from(i >= 3))]).collect();
        let fit = quasi_poisson(&design, &[2.0, 4.0, 3.0, 9.0, 6.0, 9.0], &[1.0; 6], &[0.0; 6]).expect("a fit");

        let (first, error) = fit.predict(&[1.0, 0.0], 0.0, 1.0);
        assert!((first - 3.0).abs() < 1e-8 && (fit.predict(&[1.0, 1.0], 0.0, 1.0).0 - 8.0).abs() < 1e-8);
        assert!((error - 1.0).abs() < 1e-5, "the standard error of a mean of 3 counts of 3 is 1, not {error}");
        assert!((fit.dispersion - (2.0 / 3.0 + 6.0 / 8.0) / 4.0).abs() < 1e-5);
        assert!((fit.leverage.iter().sum::<f64>() - 2.0).abs() < 1e-5);
    }

    #[test]
    fn exposure_is_divided_out() {
        let offsets: Vec<f64> = [1.0_f64, 2.0, 4.0].iter().map(|e| e.ln()).collect();
        let fit = quasi_poisson(&vec![vec![1.0]; 3], &[2.0, 5.0, 7.0], &[1.0; 3], &offsets).expect("a fit");

        assert!((fit.coefficients[0].exp() - 2.0).abs() < 1e-8);
    }

    #[test]
    fn dependent_columns_and_too_few_rows_give_no_fit() {
        assert!(quasi_poisson(&vec![vec![1.0, 2.0]; 4], &[1.0; 4], &[1.0; 4], &[0.0; 4]).is_none());
        assert!(quasi_poisson(&[vec![1.0]], &[1.0], &[1.0], &[0.0]).is_none());
    }
}
