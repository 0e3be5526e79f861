//! Finding what gives a person away in a free-text report, and hiding it.
//!
//! Rules, word lists, context and a small trained reader; no network, no clock. Total on any text: nothing in here panics, and
//! the work grows with the length of the text. Refuses to decide for the screener: spans below [`HIDE_AT`] are questions.

mod apply;
mod coarse;
mod context;
mod cued;
#[rustfmt::skip] // word lists read better in lines than one word to a line
mod cues;
mod dictionary;
mod fold;
mod group;
#[rustfmt::skip] // tables of endings read better in lines than one ending to a line
mod inflection;
mod language;
mod lexicon;
mod lookalike;
mod merge;
mod named;
mod pattern;
mod placeholder;
mod reader;
mod rules;
mod scan;
mod token;

#[cfg(test)]
mod corpus_tests;

pub use apply::{find_phrase, redact, redact_with};
pub use dictionary::Dictionary;
pub use language::guess_language;
pub use pattern::Error;
pub use reader::{Lesson, Word};
pub use rules::RULES;
pub use scan::Engine;

/// Spans at or above this confidence are hidden at once; those below are doubts, shown to the screener as questions.
pub const HIDE_AT: f32 = 0.5;
