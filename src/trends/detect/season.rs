//! One wave a year: a harmonic fitted to a baseline.
//!
//! Refuses to extrapolate anything else: no trend, no second wave, and nothing from less than a year and a half.

use super::glm::quasi_poisson;

/// Years of baseline before a season is looked for: less than this cannot tell a wave from a drift.
const YEARS_MIN: f64 = 1.5;

/// A fitted wave.
#[derive(Clone, Debug, PartialEq)]
pub struct Season {
    cosine: f64,
    sine: f64,
    year: f64,
    /// Chance of a wave as strong in counts without one.
    pub p: f64,
}

impl Season {
    /// Fits `ln mean = a + b sin(2π t / year) + c cos(2π t / year) + ln exposure`, `year` periods making a year.
    ///
    /// Quasi-Poisson; the p is of the F test of both terms with the dispersion in the denominator, at least 1 (`McCullagh` and
    /// Nelder 1989, 4.5). `None` when the baseline is shorter than 1.5 years, empty, or gives no fit.
    #[must_use]
    pub fn fit(times: &[usize], counts: &[f64], exposure: &[f64], year: f64) -> Option<Self> {
        let total: f64 = counts.iter().sum();
        let span = times.last()? + 1 - times.first()?;
        // Rounded down, for one and a half years of 52.18 weeks are 78.
        if (span as f64) < (YEARS_MIN * year).floor() || total <= 0.0 {
            return None;
        }
        let design: Vec<Vec<f64>> = times.iter().map(|t| vec![1.0, angle(*t, year).sin(), angle(*t, year).cos()]).collect();
        let offsets: Vec<f64> = exposure.iter().map(|e| e.ln()).collect();
        let fit = quasi_poisson(&design, counts, &vec![1.0; counts.len()], &offsets)?;
        let rate = total / exposure.iter().sum::<f64>();
        let flat: f64 = 2.0 * counts.iter().zip(exposure).filter(|(y, _)| **y > 0.0).map(|(y, e)| y * (y / (rate * e)).ln()).sum::<f64>();
        let ratio = ((flat - fit.deviance) / 2.0 / fit.dispersion.max(1.0)).max(0.0);
        // The upper tail of F with 2 and n degrees of freedom has a closed form.
        let p = (1.0 + 2.0 * ratio / fit.freedom).powf(-fit.freedom / 2.0);
        let &[_, sine, cosine] = fit.coefficients.as_slice() else { return None };
        Some(Self { cosine, sine, year, p })
    }

    /// How much period `at` (from 0) has of an average one; the average is not scaled to 1.
    #[must_use]
    pub fn factor(&self, at: usize) -> f64 {
        let angle = angle(at, self.year);
        (self.sine * angle.sin() + self.cosine * angle.cos()).exp()
    }
}

fn angle(at: usize, year: f64) -> f64 {
    std::f64::consts::TAU * at as f64 / year
}

#[cfg(test)]
mod tests {
    use super::Season;

    fn fit(counts: &[f64]) -> Option<Season> {
        Season::fit(&(0..counts.len()).collect::<Vec<_>>(), counts, &vec![1.0; counts.len()], 52.18)
    }

    fn wave(weeks: usize) -> Vec<f64> {
        (0..weeks).map(|t| (10.0 * (0.5 * (std::f64::consts::TAU * t as f64 / 52.18).sin()).exp()).round()).collect()
    }

    #[test]
    fn a_wave_is_found_and_continued() {
        let season = fit(&wave(104)).expect("a fit");

        assert!(season.p < 1e-6);
        assert!((season.factor(117) / season.factor(143) - 1.0_f64.exp()).abs() < 0.2, "high season against low season");
    }

    #[test]
    fn no_wave_is_found_in_level_counts() {
        let level: Vec<f64> = (0..104).map(|t| f64::from(t % 5)).collect();

        assert!(fit(&level).expect("a fit").p > 0.5);
    }

    #[test]
    fn a_short_or_empty_baseline_has_no_season() {
        assert_eq!(fit(&wave(77)), None);
        assert_eq!(fit(&[0.0; 104]), None);
    }
}
