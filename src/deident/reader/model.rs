//! The weights, read in place: pairs of rows of sixteen bytes, then the scores from label to label, then the scale.
//!
//! A row is a fingerprint of its feature, one signed byte for each label but the first (which counts as nought), and a byte of nothing.
//! Refuses a feature it does not know: a row answers only to its fingerprint.

use std::borrow::Cow;

use super::LABELS;

/// A score for each label.
pub(super) type Scores = [f32; LABELS];

/// Bytes of one row.
pub(super) const ROW: usize = 16;
/// Bytes behind the rows: scores from label to label in hundredths, and what one unit of a weight is worth.
const TAIL: usize = 2 * LABELS * LABELS + 4;

/// A trained model.
#[derive(Debug)]
pub(super) struct Model {
    bytes: Cow<'static, [u8]>,
    pairs: usize,
    steps: [Scores; LABELS],
    unit: f32,
}

impl Model {
    /// Reads a model in place; bytes that are none give one that knows nothing.
    pub(super) fn new(bytes: Cow<'static, [u8]>) -> Self {
        let rows = bytes.len().saturating_sub(TAIL);
        let tail = bytes.get(rows..).unwrap_or_default();
        let (scores, unit) = tail.split_at(tail.len().saturating_sub(4));
        let unit = unit.try_into().map_or(0.0, f32::from_le_bytes);
        let mut scores = scores.as_chunks::<2>().0.iter().map(|two| f32::from(i16::from_le_bytes(*two)) / 100.0);
        let steps = std::array::from_fn(|_| std::array::from_fn(|_| scores.next().unwrap_or_default()));
        Self { pairs: rows / (2 * ROW), bytes, steps, unit }
    }

    /// Whether there are no weights.
    pub(super) const fn is_empty(&self) -> bool {
        self.pairs == 0
    }

    /// Scores of a label (second index) behind another (first index).
    pub(super) const fn steps(&self) -> &[Scores; LABELS] {
        &self.steps
    }

    /// Adds up what the features say for each label.
    pub(super) fn score(&self, features: &[u64]) -> Scores {
        let mut sums = [0_i32; ROW];
        let (rows, _) = self.bytes.as_chunks::<ROW>();
        for &feature in features {
            let first = 2 * place(feature, self.pairs);
            let print = fingerprint(feature);
            for row in rows.get(first..first + 2).unwrap_or_default() {
                if row.first() == Some(&print) {
                    for (sum, weight) in sums.iter_mut().zip(row) {
                        *sum += i32::from(weight.cast_signed());
                    }
                }
            }
        }
        let mut scores = [0.0; LABELS];
        for (score, sum) in scores.iter_mut().zip(sums).skip(1) {
            // Sums of a few dozen bytes: far inside what an f32 holds exactly.
            *score = self.unit * sum as f32;
        }
        scores
    }
}

/// The pair of rows a feature may stand in.
pub(super) fn place(feature: u64, pairs: usize) -> usize {
    let wide = u128::from(feature) * u128::try_from(pairs).unwrap_or_default();
    usize::try_from(wide >> 64).unwrap_or_default()
}

/// The mark by which a row knows its feature; never nought, which marks an empty row.
pub(super) const fn fingerprint(feature: u64) -> u8 {
    let [low, ..] = feature.to_le_bytes();
    if low == 0 { 1 } else { low }
}
