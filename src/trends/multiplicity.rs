//! Many tests at once: p-values adjusted for how many were made.
//!
//! Refuses p-values outside 0 to 1. An adjusted p-value is compared with the level directly; nothing is rounded.

/// How to adjust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    /// Every p times the number of tests: holds the chance of any false signal, whatever the dependence (Bonferroni).
    Bonferroni,
    /// Step-down form of Bonferroni, never weaker (Holm 1979).
    Holm,
    /// Step-up: holds the expected share of false signals among those shown (Benjamini and Hochberg 1995).
    BenjaminiHochberg,
    /// As Benjamini-Hochberg, for tests that depend on each other in any way (Benjamini and Yekutieli 2001).
    BenjaminiYekutieli,
}

/// Adjusted p-values in the order of the given ones; `None` when one of those is not between 0 and 1.
#[must_use]
pub fn adjust(p: &[f64], how: Adjustment) -> Option<Vec<f64>> {
    if p.iter().any(|p| !(0.0..=1.0).contains(p)) {
        return None;
    }
    let tests = p.len() as f64;
    let harmonic: f64 = (1..=p.len()).map(|rank| 1.0 / rank as f64).sum();
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let factor = |rank: usize| match how {
        Adjustment::Bonferroni => tests,
        Adjustment::Holm => tests - rank as f64,
        Adjustment::BenjaminiHochberg => tests / (rank + 1) as f64,
        Adjustment::BenjaminiYekutieli => harmonic * tests / (rank + 1) as f64,
    };
    let mut adjusted: Vec<f64> = order.iter().enumerate().map(|(rank, i)| (p[*i] * factor(rank)).min(1.0)).collect();
    match how {
        Adjustment::Bonferroni => {}
        Adjustment::Holm => running(&mut adjusted.iter_mut(), f64::max),
        Adjustment::BenjaminiHochberg | Adjustment::BenjaminiYekutieli => running(&mut adjusted.iter_mut().rev(), f64::min),
    }
    let mut placed = vec![0.0; p.len()];
    for (i, value) in order.into_iter().zip(adjusted) {
        placed[i] = value;
    }
    Some(placed)
}

/// Replaces every value by the extreme of all up to it, so that a smaller p never gets a larger adjusted one.
fn running(values: &mut dyn Iterator<Item = &mut f64>, extreme: fn(f64, f64) -> f64) {
    let mut so_far = None;
    for value in values {
        *value = so_far.map_or(*value, |s| extreme(s, *value));
        so_far = Some(*value);
    }
}

#[cfg(test)]
mod tests {
    use super::{Adjustment, adjust};

    /// The worked example of Benjamini and Hochberg 1995.
    const PAPER: [f64; 15] =
        [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1.0];

    fn rejected(how: Adjustment) -> usize {
        adjust(&PAPER, how).expect("p-values").iter().filter(|p| **p <= 0.05).count()
    }

    #[test]
    fn the_paper_rejects_four_and_bonferroni_three() {
        assert_eq!(rejected(Adjustment::BenjaminiHochberg), 4);
        assert_eq!(rejected(Adjustment::Bonferroni), 3);
        assert_eq!(rejected(Adjustment::Holm), 3);
        assert_eq!(rejected(Adjustment::BenjaminiYekutieli), 3);
    }

    #[test]
    fn the_order_of_the_tests_does_not_matter() {
        let mut turned = PAPER;
        turned.reverse();

        for how in [Adjustment::Bonferroni, Adjustment::Holm, Adjustment::BenjaminiHochberg, Adjustment::BenjaminiYekutieli] {
            let mut back = adjust(&turned, how).expect("p-values");
            back.reverse();
            assert_eq!(Some(back), adjust(&PAPER, how));
        }
    }

    #[test]
    fn no_test_and_no_p_value() {
        assert_eq!(adjust(&[], Adjustment::Holm), Some(vec![]));
        assert_eq!(adjust(&[0.5, 1.5], Adjustment::Holm), None);
        assert_eq!(adjust(&[f64::NAN], Adjustment::BenjaminiHochberg), None);
    }
}
