//! Emerging terms: which words are more frequent now than before, with a prior that keeps rare words from winning by luck.
//!
//! Refuses to decide what may be shown: that a term stands in enough reports of enough people is for the disclosure gate.

use std::collections::BTreeMap;

/// What is believed of a word before it is counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Prior {
    /// The same pseudo-count for every word.
    Uniform(f64),
    /// This many pseudo-counts in all, shared out by the words' frequency in both periods together.
    Informative(f64),
}

/// One word in the two periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The word.
    pub word: String,
    /// Times in the current period.
    pub now: f64,
    /// Times before.
    pub earlier: f64,
    /// Difference of the log-odds, positive for a word more frequent now.
    pub delta: f64,
    /// `delta` by its standard error with all four terms of the variance: the figure to go by.
    pub z: f64,
    /// The same with the two large terms only, as some tools print it.
    pub z_short: f64,
}

/// Log-odds with a Dirichlet prior for every word of either period, in the order of the words.
///
/// Counts may be of words or of reports that hold them. Monroe, Colaresi and Quinn 2008, Political Analysis 16:372, equations
/// 16 to 22. Empty when both periods are, or when the prior is not a positive figure.
#[must_use]
pub fn emerging(now: &[String], earlier: &[String], prior: Prior) -> Vec<Term> {
    let mut counts: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for word in now {
        counts.entry(word).or_default().0 += 1.0;
    }
    for word in earlier {
        counts.entry(word).or_default().1 += 1.0;
    }
    let weight = match prior {
        Prior::Uniform(weight) | Prior::Informative(weight) => weight,
    };
    if !(weight.is_finite() && weight > 0.0) {
        return Vec::new();
    }
    let (now_all, earlier_all) = (now.len() as f64, earlier.len() as f64);
    let pooled = now_all + earlier_all;
    let prior_all = if let Prior::Uniform(each) = prior { each * counts.len() as f64 } else { weight };
    let term = |(word, (now, earlier)): (&str, (f64, f64))| {
        let pseudo = if let Prior::Uniform(each) = prior { each } else { weight * (now + earlier) / pooled };
        let (a, b) = (now + pseudo, earlier + pseudo);
        let (rest_a, rest_b) = (now_all + prior_all - a, earlier_all + prior_all - b);
        // A vocabulary of one word has odds without a denominator.
        let delta = if rest_a > 0.0 && rest_b > 0.0 { (a / rest_a).ln() - (b / rest_b).ln() } else { 0.0 };
        let short = 1.0 / a + 1.0 / b;
        let full = short + 1.0 / rest_a + 1.0 / rest_b;
        Term { word: word.to_owned(), now, earlier, delta, z: delta / full.sqrt(), z_short: delta / short.sqrt() }
    };
    counts.into_iter().map(term).collect()
}

#[cfg(test)]
mod tests {
    use super::{Prior, emerging};

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn log_odds_by_hand() {
        // alarm: 3 + 1 of 5 + 2 now, 1 + 1 of 5 + 2 before; ln (4/3) - ln (2/5); variance 1/4 + 1/2 + 1/3 + 1/5.
        let terms = emerging(&words("alarm alarm alarm wet wet"), &words("alarm wet wet wet wet"), Prior::Uniform(1.0));

        let alarm = terms.first().expect("a term");
        assert_eq!((alarm.word.as_str(), alarm.now, alarm.earlier), ("alarm", 3.0, 1.0));
        let delta = (4.0_f64 / 3.0).ln() - (2.0_f64 / 5.0).ln();
        assert!((alarm.delta - delta).abs() < 1e-12);
        assert!((alarm.z - delta / (0.25_f64 + 0.5 + 1.0 / 3.0 + 0.2).sqrt()).abs() < 1e-12);
        assert!((alarm.z_short - delta / 0.75_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn exchanging_the_periods_turns_the_sign() {
        let (a, b) = (words("a b b c"), words("a a d"));

        let there = emerging(&a, &b, Prior::Informative(50.0));
        let back = emerging(&b, &a, Prior::Informative(50.0));

        assert!(there.iter().zip(&back).all(|(x, y)| (x.z + y.z).abs() < 1e-12));
    }

    #[test]
    fn a_lone_word_and_no_word_say_nothing() {
        assert_eq!(emerging(&words("a a"), &words("a"), Prior::Informative(50.0)).first().map(|t| t.z), Some(0.0));
        assert!(emerging(&[], &[], Prior::Uniform(0.05)).is_empty());
        assert!(emerging(&words("a"), &[], Prior::Uniform(0.0)).is_empty());
    }
}
