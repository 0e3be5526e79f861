//! A trained reader of reports: for each word, how likely it points at somebody, and as what.
//!
//! A linear-chain model over the kinds of identifier (J. Lafferty and others, "Conditional random fields", ICML 2001), trained by
//! `examples/train_reader` on the reports in `tests/corpus`. It sees the words, not what the rules found, so that the two can be
//! wrong in different places. Refuses to read further than the text: no network, no memory from one text to the next.

mod classes;
mod facts;
mod features;
mod model;
mod odds;
mod senses;
mod training;

use std::borrow::Cow;

use super::lexicon::Lexicon;
use super::merge::Found;
use super::token::{Shape, Token};
use crate::domain::contact::Language;
use crate::domain::redaction::SpanKind;
use classes::{ANNOUNCING, Classes, TITLE};
use model::Model;
use odds::Odds;
pub use training::{Lesson, Word};

/// The built-in weights.
const WEIGHTS: &[u8] = include_bytes!("../data/reader.bin");

/// Odds at which a word is hidden at once: about one in seven. A name let through costs more than a word too many.
const HIDE: f32 = 0.15;
/// Odds at which a word becomes a question.
const DOUBT: f32 = 0.06;
/// Odds under which a finding of a rule that guesses is dropped.
const VETO: f32 = 0.12;

/// What a word may be: nothing, or one of the kinds.
const LABELS: usize = SpanKind::ALL.len() + 1;

/// The reader with its weights and word classes.
#[derive(Debug)]
pub(super) struct Reader {
    classes: Classes,
    model: Model,
}

/// What the reader thinks of each token of one text.
pub(super) struct Reading {
    odds: Vec<Odds>,
}

impl Reader {
    /// With the built-in weights.
    pub(super) fn new() -> Self {
        Self::with(Cow::Borrowed(WEIGHTS))
    }

    /// With other weights; none at all give a reader that sees nothing.
    pub(super) fn with(weights: Cow<'static, [u8]>) -> Self {
        Self { classes: Classes::new(), model: Model::new(weights) }
    }

    /// Reads a text that has been cut into tokens.
    pub(super) fn read(&self, tokens: &[Token<'_>], lexicon: &Lexicon, language: Language, shouting: bool) -> Reading {
        if self.model.is_empty() {
            return Reading { odds: Vec::new() };
        }
        let facts = facts::of(tokens, lexicon, &self.classes, language, shouting);
        let scores: Vec<_> = (0..facts.len()).map(|at| self.model.score(&features::of(&facts, at, language))).collect();
        let mut odds = odds::of(&scores, self.model.steps());
        for (at, (one, fact)) in odds.iter_mut().zip(&facts).enumerate() {
            // A title, a trade or "ward" is no part of the name or number beside it, and analysts need it.
            let post = matches!(one.kind, SpanKind::RoleUnique | SpanKind::OtherId);
            let addresses = fact.classes & TITLE != 0 && tokens.get(at + 1).is_some_and(|next| next.is_capital() && !next.opens);
            if fact.classes & ANNOUNCING != 0 && (!post || addresses) {
                one.any = 0.0;
            }
        }
        Reading { odds }
    }
}

impl Reading {
    /// Runs of words that may be of one kind. One sure word makes its run sure: a phrase is not told by half of it.
    pub(super) fn find(&self, tokens: &[Token<'_>]) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut goes_on = false;
        for (odds, token) in self.odds.iter().zip(tokens) {
            if odds.any < DOUBT || token.shape == Shape::Mark {
                goes_on = false;
                continue;
            }
            let one = Found { start: token.start, end: token.end, kind: odds.kind, confidence: confidence(odds.any), rule: "reader" };
            match found.last_mut() {
                Some(last) if goes_on && last.kind == one.kind => {
                    last.end = one.end;
                    last.confidence = last.confidence.max(one.confidence);
                }
                _ => found.push(one),
            }
            goes_on = true;
        }
        found
    }

    /// Drops what a rule only guesses where the reader sees nothing: makers, products and eponyms.
    pub(super) fn weigh(&self, found: &mut Vec<Found>, tokens: &[Token<'_>]) {
        if self.odds.is_empty() {
            return;
        }
        found.retain(|finding| !GUESSES.contains(&finding.rule) || self.most_within(finding, tokens) >= VETO);
    }

    /// The highest odds of a token that a finding touches.
    fn most_within(&self, finding: &Found, tokens: &[Token<'_>]) -> f32 {
        let from = tokens.partition_point(|t| t.end <= finding.start);
        let inside = tokens.iter().zip(&self.odds).skip(from).take_while(|(t, _)| t.start < finding.end);
        inside.map(|(_, odds)| odds.any).fold(0.0, f32::max)
    }
}

/// Rules that go by a word's looks or a list and not by what stands beside it.
const GUESSES: &[&str] = &[
    "person-capitalised",
    "person-given-name",
    "person-surname",
    "id-shape",
    "place-named",
    "org-suffix",
    "vehicle-vessel",
    "vehicle-tail",
    "vehicle-callsign",
    "vehicle-flight",
    "time-military",
    "date-numeric",
];

/// Odds on the scale of the other rules: `HIDE` is a half, and the reader never outweighs a rule that names its reason.
fn confidence(odds: f32) -> f32 {
    if odds >= HIDE { 0.5 + 0.09 * (odds - HIDE) / (1.0 - HIDE) } else { 0.2 + 0.29 * (odds - DOUBT) / (HIDE - DOUBT) }
}

#[cfg(test)]
mod tests {
    use super::{Cow, Reader};
    use crate::deident::lexicon::Lexicon;
    use crate::deident::token;
    use crate::domain::contact::Language;

    #[test]
    fn a_reader_without_weights_finds_nothing() {
        let tokens = token::cut("Nurse Abara rang bleep 4471.");
        let reading = Reader::with(Cow::Borrowed(&[])).read(&tokens, &Lexicon::new(), Language::English, false);

        assert!(reading.find(&tokens).is_empty());
    }

    #[test]
    fn a_bare_number_is_told_by_its_surroundings() {
        let lexicon = Lexicon::new();
        let found = |text: &str| {
            let tokens = token::cut(text);
            let reading = Reader::new().read(&tokens, &lexicon, Language::English, false);
            reading.find(&tokens).iter().map(|f| text.get(f.start..f.end).unwrap_or_default().to_owned()).collect::<Vec<_>>()
        };

        assert!(found("the patient in bay 14 was moved").contains(&"14".to_owned()));
        assert!(!found("we gave 14 mg of it").contains(&"14".to_owned()));
    }
}
