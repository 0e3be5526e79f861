//! Past notes that resemble a question, by BM25.
//!
//! Refuses to know who may see which note: the index is built from notes the reader may open, because scores of hidden ones would
//! tell of them.

use std::collections::BTreeMap;

/// Which of the two common forms of BM25.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// Lucene's: idf `ln(1 + (N - df + 0.5) / (df + 0.5))`, never negative, and no factor `k1 + 1` (Kamphuis et al. 2020).
    Lucene {
        /// Saturation of repeated words; 1.2 by default.
        k1: f64,
        /// Weight of the note's length, 0 to 1; 0.75 by default.
        b: f64,
    },
    /// Robertson's with idf `ln((N - df + 0.5) / (df + 0.5))`; a negative idf becomes `epsilon` mean idfs.
    Okapi {
        /// Saturation of repeated words; 1.5 by default.
        k1: f64,
        /// Weight of the note's length, 0 to 1; 0.75 by default.
        b: f64,
        /// Share of the mean idf that stands in for a negative one; 0.25 by default.
        epsilon: f64,
    },
}

impl Form {
    /// Lucene's form with its defaults.
    pub const LUCENE: Self = Self::Lucene { k1: 1.2, b: 0.75 };
    /// Okapi's form with the usual defaults.
    pub const OKAPI: Self = Self::Okapi { k1: 1.5, b: 0.75, epsilon: 0.25 };
}

/// An index of notes (Robertson and Zaragoza 2009).
#[derive(Clone, Debug)]
pub struct Bm25 {
    postings: BTreeMap<String, Vec<(usize, f64)>>,
    lengths: Vec<f64>,
    mean_length: f64,
    form: Form,
    floor: f64,
}

impl Bm25 {
    /// Indexes notes given as their words.
    #[must_use]
    pub fn new(notes: &[Vec<String>], form: Form) -> Self {
        let mut postings: BTreeMap<String, Vec<(usize, f64)>> = BTreeMap::new();
        for (at, words) in notes.iter().enumerate() {
            for word in words {
                let list = postings.entry(word.clone()).or_default();
                match list.last_mut() {
                    Some((note, times)) if *note == at => *times += 1.0,
                    _ => list.push((at, 1.0)),
                }
            }
        }
        let lengths: Vec<f64> = notes.iter().map(|words| words.len() as f64).collect();
        let mean_length = lengths.iter().sum::<f64>() / lengths.len().max(1) as f64;
        let mut index = Self { postings, lengths, mean_length, form, floor: 0.0 };
        if let Form::Okapi { epsilon, .. } = form {
            let all: f64 = index.postings.values().map(|list| index.raw_idf(list.len())).sum();
            index.floor = epsilon * all / index.postings.len().max(1) as f64;
        }
        index
    }

    fn raw_idf(&self, holding: usize) -> f64 {
        let (notes, holding) = (self.lengths.len() as f64, holding as f64);
        let odds = (notes - holding + 0.5) / (holding + 0.5);
        match self.form {
            Form::Lucene { .. } => odds.ln_1p(),
            Form::Okapi { .. } => odds.ln(),
        }
    }

    /// One score a note, in the order of the notes; 0 for a note that shares no word with the question.
    #[must_use]
    pub fn scores(&self, question: &[String]) -> Vec<f64> {
        let mut scores = vec![0.0; self.lengths.len()];
        let (k1, b, gain) = match self.form {
            Form::Lucene { k1, b } => (k1, b, 1.0),
            Form::Okapi { k1, b, .. } => (k1, b, k1 + 1.0),
        };
        for list in question.iter().filter_map(|word| self.postings.get(word)) {
            let raw = self.raw_idf(list.len());
            let idf = if raw < 0.0 { self.floor } else { raw };
            for (note, times) in list {
                if let (Some(score), Some(length)) = (scores.get_mut(*note), self.lengths.get(*note)) {
                    *score += idf * times * gain / (times + k1 * (1.0 - b + b * length / self.mean_length));
                }
            }
        }
        scores
    }

    /// Notes that share a word with the question, best first; equal scores in the order of the notes.
    #[must_use]
    pub fn best(&self, question: &[String], most: usize) -> Vec<(usize, f64)> {
        let mut found: Vec<(usize, f64)> = self.scores(question).into_iter().enumerate().filter(|(_, score)| *score > 0.0).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(most);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::{Bm25, Form};
    use crate::trends::words::tokens;

    fn index(form: Form) -> Bm25 {
        let notes = ["wet floor by the bay", "forklift beeper silent", "floor wet, floor slippery"];
        Bm25::new(&notes.map(tokens), form)
    }

    #[test]
    fn a_score_by_hand() {
        // beeper: one note of three, idf ln(1 + 2.5 / 1.5); that note has 3 words, the mean is 4.
        let scores = index(Form::LUCENE).scores(&tokens("beeper"));

        let wanted = (1.0_f64 + 2.5 / 1.5).ln() / (1.0 + 1.2 * (0.25 + 0.75 * 3.0 / 4.0));
        assert!((scores[1] - wanted).abs() < 1e-12 && scores[0] == 0.0 && scores[2] == 0.0);
    }

    #[test]
    fn the_nearest_note_comes_first_and_strangers_do_not_come() {
        for form in [Form::LUCENE, Form::OKAPI] {
            let best = index(form).best(&tokens("forklift with silent beeper"), 5);
            assert_eq!(best.iter().map(|(note, _)| *note).collect::<Vec<_>>(), [1]);
        }
        assert!(index(Form::LUCENE).best(&tokens("lithium"), 5).is_empty());
        assert!(Bm25::new(&[], Form::LUCENE).scores(&tokens("wet")).is_empty());
    }
}
