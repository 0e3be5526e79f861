//! Baselines from the same weeks of past years: the Bayes and the RKI method.
//!
//! Refuses to judge a period whose past years are not all there.

use super::predict::Baseline;

/// Upper ends of Crow and Gardner's 95 % interval for a Poisson mean after 0 to 20 events (Crow and Gardner 1959, Biometrika 46:441).
const CROW_GARDNER: [f64; 21] = [
    3.285, 5.323, 6.686, 8.102, 9.598, 11.177, 12.817, 13.765, 14.921, 16.768, 17.633, 19.050, 20.335, 21.364, 22.945, 23.762, 25.400,
    26.306, 27.735, 28.966, 30.017,
];

/// Which past weeks make a baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Past years.
    pub years: usize,
    /// Periods before and after the same one of each past year.
    pub half_width: usize,
    /// Whether the periods just before, as many as `half_width`, count too.
    pub this_year: bool,
    /// Periods in a year.
    pub year: usize,
}

impl Window {
    /// Positions of the baseline of the period `at`, or `None` when some of them lie before the series.
    fn positions(&self, at: usize) -> Option<Vec<usize>> {
        let mut found = Vec::new();
        for back in (1..=self.years).rev() {
            let centre = at.checked_sub(back * self.year)?;
            found.extend(centre.checked_sub(self.half_width)?..=centre + self.half_width);
        }
        if self.this_year {
            found.extend(at.checked_sub(self.half_width)?..at);
        }
        (!found.is_empty()).then_some(found)
    }

    fn counts(&self, counts: &[f64], at: usize) -> Option<Vec<f64>> {
        let found = self.positions(at)?;
        let past: Vec<f64> = found.iter().filter(|i| **i < at).filter_map(|i| counts.get(*i).copied()).collect();
        (past.len() == found.len()).then_some(past)
    }
}

/// Upper bound of the Bayes method: the 1 - `alpha` quantile of the gamma-Poisson prediction from the window.
///
/// An alarm is a count above it. Riebler 2004; Höhle 2007, Comput Stat 22:571. `None` without the whole window.
#[must_use]
pub fn bayes_bound(counts: &[f64], at: usize, window: &Window, alpha: f64) -> Option<f64> {
    let past = window.counts(counts, at)?;
    Baseline::new(past.iter().sum(), past.len() as f64, 1.0)?.quantile(1.0 - alpha, 1.0).map(|q| q as f64)
}

/// Upper bound of the method of the Robert Koch Institute: mean + 2 standard deviations above a mean of 20, else the upper end of Crow and
/// Gardner's interval for the mean rounded down.
///
/// An alarm is a count above it. Höhle 2007, Comput Stat 22:571. `None` without the whole window.
#[must_use]
pub fn rki_bound(counts: &[f64], at: usize, window: &Window) -> Option<f64> {
    let past = window.counts(counts, at)?;
    let mean = past.iter().sum::<f64>() / past.len() as f64;
    if mean <= 20.0 {
        return CROW_GARDNER.iter().enumerate().take_while(|(i, _)| *i as f64 <= mean).last().map(|(_, bound)| *bound);
    }
    let variance = past.iter().map(|y| (y - mean).powi(2)).sum::<f64>() / (past.len() as f64 - 1.0);
    Some(mean + 2.0 * variance.sqrt())
}

#[cfg(test)]
mod tests {
    use super::{Window, bayes_bound, rki_bound};

    const WINDOW: Window = Window { years: 1, half_width: 1, this_year: true, year: 10 };

    #[test]
    fn the_window_holds_the_same_weeks_and_the_last_ones() {
        assert_eq!(WINDOW.positions(11), Some(vec![0, 1, 2, 10]));
        assert_eq!(WINDOW.positions(10), None, "the week before the same week of last year is not there");
    }

    #[test]
    fn bounds_by_hand() {
        // Four zeros: NB(0.5, 4/5), P(0) = 0.894, P(0) + P(1) = 0.984.
        assert_eq!(bayes_bound(&[0.0; 12], 11, &WINDOW, 0.05), Some(1.0));
        assert_eq!(rki_bound(&[0.0; 12], 11, &WINDOW), Some(3.285));
        assert_eq!(rki_bound(&[20.0; 12], 11, &WINDOW), Some(30.017));
        assert_eq!(rki_bound(&[21.0; 12], 11, &WINDOW), Some(21.0), "a mean above 20 without spread");
        assert_eq!(bayes_bound(&[0.0; 12], 3, &WINDOW, 0.05), None);
    }
}
