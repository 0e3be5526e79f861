//! The engine: fold, match patterns, read the context, spread what was found over the whole text, merge.
//!
//! Refuses to look at anything but the text it is given; linear in its length.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::domain::contact::Language;
use crate::domain::redaction::{Span, SpanKind};

use super::context::{self, Context};
use super::dictionary::{Common, Dictionary};
use super::fold::Folded;
use super::language::guess_language;
use super::lexicon::Lexicon;
use super::merge::{Found, merge};
use super::pattern::{Compiled, Error, Patterns};
use super::reader::Reader;
use super::token::{self, Shape, Token};

/// Finds what may identify somebody. Built once, shared by all threads.
#[derive(Debug)]
pub struct Engine {
    patterns: Patterns,
    lexicon: Lexicon,
    reader: Reader,
}

/// How much of the text before and after a match its check may read, in bytes.
const MARGIN: usize = 24;

impl Engine {
    /// Compiles the patterns and indexes the word lists.
    pub fn new() -> Result<Self, Error> {
        Self::reading(Reader::new())
    }

    /// The same engine with other weights for the trained reader, for cross-validation. Without any it goes by rules alone.
    pub fn with_weights(weights: Vec<u8>) -> Result<Self, Error> {
        Self::reading(Reader::with(Cow::Owned(weights)))
    }

    fn reading(reader: Reader) -> Result<Self, Error> {
        Ok(Self { patterns: Patterns::new()?, lexicon: Lexicon::new(), reader })
    }

    /// Every suspected identifier of `text`, sorted and disjoint, in code points. The language is guessed when not given.
    #[must_use]
    pub fn scan(&self, text: &str, language: Option<Language>) -> Vec<Span> {
        self.scan_with(text, language, None)
    }

    /// The same with the organisation's own terms.
    #[must_use]
    pub fn scan_with(&self, text: &str, language: Option<Language>, dictionary: Option<&Dictionary>) -> Vec<Span> {
        let folded = Folded::new(text);
        let language = language.unwrap_or_else(|| guess_language(&folded.text));
        let tokens = token::cut(&folded.text);
        let mut found = self.shapes(&folded.text, language);
        let context = Context { tokens: &tokens, lexicon: &self.lexicon, language, shouting: token::is_shouting(&tokens) };
        found.extend(context::find(&context));
        let reading = self.reader.read(&tokens, &self.lexicon, language, context.shouting);
        reading.weigh(&mut found, &tokens);
        found.extend(reading.find(&tokens));
        let own = dictionary.map(|d| d.find(&folded.text, &found, &|word, small| self.common(word, small, language)));
        found.extend(own.into_iter().flatten());
        let spread = spread(&found, &context, &folded.text);
        found.extend(spread);
        merge(found, &folded)
    }

    /// What a word is besides being a term of the organisation's. In small letters a word of another language is one too: people mix.
    pub(super) fn common(&self, lower: &str, small: bool, language: Language) -> Common {
        let anywhere = || Language::ALL.into_iter().any(|other| self.lexicon.is_everyday_unbent(lower, other));
        let everyday = self.lexicon.is_everyday(lower, language) || self.lexicon.is_ambiguous(lower) || small && anywhere();
        match (self.lexicon.is_innocent(lower), everyday) {
            (true, _) => Common::Product,
            (_, true) => Common::Everyday,
            _ => Common::No,
        }
    }

    fn shapes(&self, text: &str, language: Language) -> Vec<Found> {
        let mut found = Vec::new();
        for pattern in self.patterns.fit(text, language) {
            for captures in pattern.regex.captures_iter(text) {
                for group in captures.iter().skip(1).flatten() {
                    let before = margin_before(text, group.start());
                    let after = margin_after(text, group.end());
                    if (pattern.check)(group.as_str(), before, after) {
                        let Compiled { rule, kind, confidence, .. } = *pattern;
                        found.push(Found { start: group.start(), end: group.end(), kind, confidence, rule });
                    }
                }
            }
        }
        found
    }
}

fn margin_before(text: &str, at: usize) -> &str {
    (at.saturating_sub(MARGIN)..=at).find_map(|from| text.get(from..at)).unwrap_or_default()
}

fn margin_after(text: &str, at: usize) -> &str {
    let last = at.saturating_add(MARGIN).min(text.len());
    (at..=last).rev().find_map(|to| text.get(at..to)).unwrap_or_default()
}

/// A name or number found once is the same wherever it stands again: in lower case, with a possessive, as a part of the full name.
fn spread(found: &[Found], context: &Context<'_>, text: &str) -> Vec<Found> {
    let mut known: HashMap<String, (SpanKind, f32)> = HashMap::new();
    for finding in found.iter().filter(|f| f.confidence > super::HIDE_AT) {
        let Some(piece) = text.get(finding.start..finding.end) else { continue };
        for token in token::cut(piece) {
            let letters = token.lower.chars().count();
            let worth = match finding.kind {
                SpanKind::Vehicle | SpanKind::Id | SpanKind::Location if token.shape == Shape::Number => letters >= 3,
                SpanKind::Person | SpanKind::Org => {
                    letters >= 3 && token.is_word() && !super::cues::PARTICLES.contains(&token.lower.as_str())
                }
                SpanKind::Location => letters >= 4 && token.is_word() && !super::cues::PLACE_TAILS.contains(&token.lower.as_str()),
                _ => false,
            };
            if worth {
                known.entry(token.lower.clone()).or_insert((finding.kind, finding.confidence));
            }
        }
        if finding.kind == SpanKind::Person && piece.len() <= 4 && piece.chars().all(char::is_uppercase) {
            known.entry(piece.to_lowercase()).or_insert((finding.kind, finding.confidence));
        }
    }
    let named = context.tokens.iter().enumerate().filter(|&(at, _)| !context.is_addressed(at));
    named.filter_map(|(_, token)| respread(token, &known, context)).collect()
}

fn respread(token: &Token<'_>, known: &HashMap<String, (SpanKind, f32)>, context: &Context<'_>) -> Option<Found> {
    let lower = token.lower.as_str();
    let (kind, source) = known.get(lower).copied()?;
    let everyday = context.lexicon.is_everyday(lower, context.language) || context.lexicon.is_ambiguous(lower);
    let safe = match token.shape {
        Shape::Lower => !everyday && !context.lexicon.is_innocent(lower),
        Shape::Caps if context.shouting => !everyday,
        Shape::Capital => kind == SpanKind::Person || !everyday,
        _ => true,
    };
    safe.then_some(Found { start: token.start, end: token.end, kind, confidence: source.min(0.61) - 0.01, rule: "propagated" })
}
