//! What `examples/train_reader` needs: a text as the reader sees it, and where a weight goes in the finished model.
//!
//! Refuses to train: the program only ever reads weights.

use super::classes::Classes;
use super::{LABELS, facts, features, model, odds};
use crate::deident::fold::Folded;
use crate::deident::language::guess_language;
use crate::deident::lexicon::Lexicon;
use crate::deident::token;
use crate::domain::contact::Language;

/// Reads texts for training.
#[derive(Debug)]
pub struct Lesson {
    lexicon: Lexicon,
    classes: Classes,
}

/// One token of a text in training.
#[derive(Debug, Clone)]
pub struct Word {
    /// First code point of the text as it was written.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Its features.
    pub features: [u64; Lesson::FEATURES],
}

impl Lesson {
    /// Features of one token.
    pub const FEATURES: usize = features::FEATURES;
    /// Labels: nothing, then the kinds in the order of `SpanKind::ALL`.
    pub const LABELS: usize = LABELS;
    /// Bytes of a row of weights: a fingerprint, then a byte for each label but the first.
    pub const ROW: usize = model::ROW;

    /// Indexes the word lists.
    #[must_use]
    pub fn new() -> Self {
        Self { lexicon: Lexicon::new(), classes: Classes::new() }
    }

    /// The tokens of a text. The language is guessed when not given.
    #[must_use]
    pub fn read(&self, text: &str, language: Option<Language>) -> Vec<Word> {
        let folded = Folded::new(text);
        let language = language.unwrap_or_else(|| guess_language(&folded.text));
        let tokens = token::cut(&folded.text);
        let facts = facts::of(&tokens, &self.lexicon, &self.classes, language, token::is_shouting(&tokens));
        let word = |(at, token): (usize, &token::Token<'_>)| {
            let (start, end) = folded.origin(token.start, token.end)?;
            Some(Word { start, end, features: features::of(&facts, at, language) })
        };
        tokens.iter().enumerate().filter_map(word).collect()
    }

    /// Shares of each label for each token, from scores of the labels and of one label (second index) behind another (first index).
    #[must_use]
    pub fn shares(scores: &[[f32; Self::LABELS]], steps: &[[f32; Self::LABELS]; Self::LABELS]) -> Vec<[f32; Self::LABELS]> {
        odds::shares(scores, steps)
    }

    /// The pair of rows a feature may stand in.
    #[must_use]
    pub fn place(feature: u64, pairs: usize) -> usize {
        model::place(feature, pairs)
    }

    /// The mark by which a row knows its feature.
    #[must_use]
    pub const fn fingerprint(feature: u64) -> u8 {
        model::fingerprint(feature)
    }
}

impl Default for Lesson {
    fn default() -> Self {
        Self::new()
    }
}
