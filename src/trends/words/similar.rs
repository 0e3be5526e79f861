//! Notes that may tell of one event twice: cosine of TF-IDF vectors, and shared shingles.
//!
//! Refuses to merge: two witnesses write two reports of one event, so a likeness is a question for a person.

use std::collections::{BTreeMap, BTreeSet};

use super::tokens;

/// Notes as TF-IDF vectors of length 1: raw counts times `ln((1 + n) / (1 + df)) + 1` (Salton and Buckley 1988, smoothed idf).
#[derive(Clone, Debug)]
pub struct Tfidf {
    vectors: Vec<BTreeMap<usize, f64>>,
}

impl Tfidf {
    /// Weighs the words of every note.
    #[must_use]
    pub fn new(notes: &[Vec<String>]) -> Self {
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        let mut holding: Vec<f64> = Vec::new();
        let mut vectors: Vec<BTreeMap<usize, f64>> = Vec::new();
        for note in notes {
            let mut counts: BTreeMap<usize, f64> = BTreeMap::new();
            for word in note {
                let next = numbers.len();
                *counts.entry(*numbers.entry(word).or_insert(next)).or_default() += 1.0;
            }
            holding.resize(numbers.len(), 0.0);
            for word in counts.keys() {
                if let Some(notes) = holding.get_mut(*word) {
                    *notes += 1.0;
                }
            }
            vectors.push(counts);
        }
        let all = notes.len() as f64;
        for vector in &mut vectors {
            for (word, weight) in vector.iter_mut() {
                let df = holding.get(*word).copied().unwrap_or_default();
                *weight *= ((1.0 + all) / (1.0 + df)).ln() + 1.0;
            }
            let length = vector.values().map(|w| w * w).sum::<f64>().sqrt();
            for weight in vector.values_mut() {
                *weight /= length;
            }
        }
        Self { vectors }
    }

    /// Cosine of two notes, 0 to 1; 0 when one of them has no word or does not exist.
    #[must_use]
    pub fn cosine(&self, one: usize, other: usize) -> f64 {
        let (Some(one), Some(other)) = (self.vectors.get(one), self.vectors.get(other)) else { return 0.0 };
        one.iter().filter_map(|(word, weight)| other.get(word).map(|w| w * weight)).sum()
    }
}

/// The set of a text's shingles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jaccard<T>(BTreeSet<T>);

impl<T: Ord> Jaccard<T> {
    /// Shared shingles by all shingles of the two, 0 to 1; 0 when neither has one (Broder 1997, resemblance).
    #[must_use]
    pub fn with(&self, other: &Self) -> f64 {
        let shared = self.0.intersection(&other.0).count();
        let all = self.0.len() + other.0.len() - shared;
        if all == 0 { 0.0 } else { shared as f64 / all as f64 }
    }
}

/// Pairs of neighbouring words.
#[must_use]
pub fn word_bigrams(text: &str) -> Jaccard<(String, String)> {
    let words = tokens(text);
    Jaccard(words.iter().cloned().zip(words.iter().skip(1).cloned()).collect())
}

/// Runs of four characters of the text as it is, case and punctuation included.
#[must_use]
pub fn char_shingles(text: &str) -> Jaccard<Vec<char>> {
    let letters: Vec<char> = text.chars().collect();
    Jaccard(letters.windows(4).map(<[char]>::to_vec).collect())
}

#[cfg(test)]
mod tests {
    use super::{Tfidf, char_shingles, word_bigrams};
    use crate::trends::words::tokens;

    #[test]
    fn a_note_is_like_itself_and_unlike_a_stranger() {
        let index = Tfidf::new(&["the beeper was silent", "wet floor", "The beeper, silent again", ""].map(tokens));

        assert!((index.cosine(0, 0) - 1.0).abs() < 1e-12);
        assert!(index.cosine(0, 1).abs() < 1e-12);
        assert!(index.cosine(0, 2) > 0.5 && index.cosine(0, 2) < 1.0);
        assert!(index.cosine(3, 3).abs() < 1e-12 && index.cosine(0, 9).abs() < 1e-12);
    }

    #[test]
    fn shared_shingles_by_hand() {
        // wet floor, floor by | wet floor, floor here: one shared of three.
        assert!((word_bigrams("wet floor by").with(&word_bigrams("Wet floor here")) - 1.0 / 3.0).abs() < 1e-12);
        // abcd, bcde | bcde, cdef: one shared of three.
        assert!((char_shingles("abcde").with(&char_shingles("bcdef")) - 1.0 / 3.0).abs() < 1e-12);
        assert!(char_shingles("abc").with(&char_shingles("abc")).abs() < 1e-12, "shorter than one shingle");
    }
}
