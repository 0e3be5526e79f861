//! Regular expressions for identifiers that have a shape, by family; every capture group that takes part is one span.
//!
//! Refuses look-around and back-references (the engine has none), so that matching stays linear in the text.

mod age;
mod contact;
mod number;
mod openings;
mod place;
mod post;
mod sieve;
mod telling;
mod when;

use regex::Regex;
use thiserror::Error;

use crate::domain::contact::Language;
use crate::domain::redaction::SpanKind;

use super::cues::{ROLES, TITLES};
use sieve::Sieve;

/// What must hold beyond the shape: the captured text, what stands before it, what stands after it.
pub(super) type Check = fn(&str, &str, &str) -> bool;

/// One pattern as it is written in a family file.
pub(super) struct Pattern {
    pub(super) rule: &'static str,
    pub(super) kind: SpanKind,
    pub(super) confidence: f32,
    pub(super) shape: &'static str,
    pub(super) check: Check,
    /// Languages the pattern is for; empty means all.
    pub(super) only: &'static [Language],
}

/// A pattern ready to match.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) rule: &'static str,
    pub(super) kind: SpanKind,
    pub(super) confidence: f32,
    pub(super) regex: Regex,
    pub(super) check: Check,
    pub(super) only: &'static [Language],
}

/// Accepts every match of the shape.
pub(super) fn always(_: &str, _: &str, _: &str) -> bool {
    true
}

/// Why the patterns cannot be made ready.
#[derive(Debug, Error)]
pub enum Error {
    /// A built-in pattern does not compile.
    #[error("a built-in pattern does not compile: {0}")]
    Pattern(#[from] regex::Error),
    /// The openings of the patterns do not go into one table.
    #[error("the openings of the built-in patterns do not fit: {0}")]
    Sieve(#[from] aho_corasick::BuildError),
}

/// Every pattern, ready to match.
#[derive(Debug)]
pub(super) struct Patterns {
    all: Vec<Compiled>,
    sieve: Sieve,
}

impl Patterns {
    /// Compiles every pattern of every family.
    pub(super) fn new() -> Result<Self, Error> {
        let all = compile()?;
        let sieve = Sieve::new(&all.iter().map(|p| p.regex.as_str()).collect::<Vec<_>>())?;
        Ok(Self { all, sieve })
    }

    /// Those for a language that can match the text.
    pub(super) fn fit(&self, text: &str, language: Language) -> impl Iterator<Item = &Compiled> {
        let passed = self.sieve.pass(text).filter_map(|at| self.all.get(at));
        passed.filter(move |p| p.only.is_empty() || p.only.contains(&language))
    }
}

fn compile() -> Result<Vec<Compiled>, regex::Error> {
    [contact::PATTERNS, number::PATTERNS, place::PATTERNS, when::PATTERNS, age::PATTERNS, post::PATTERNS, telling::PATTERNS]
        .into_iter()
        .flatten()
        .map(|p| {
            // Figures of other scripts stand for nothing here, and looking for them is slow.
            let regex = Regex::new(&p.shape.replace(r"\d", "[0-9]"))?;
            Ok(Compiled { rule: p.rule, kind: p.kind, confidence: p.confidence, regex, check: p.check, only: p.only })
        })
        .collect()
}

/// A pattern for all languages.
pub(super) const fn any(rule: &'static str, kind: SpanKind, confidence: f32, check: Check, shape: &'static str) -> Pattern {
    Pattern { rule, kind, confidence, shape, check, only: &[] }
}

/// A title, trade or post of two letters or more, in lower case.
pub(super) fn is_post(lower: &str) -> bool {
    lower.len() > 1 && (TITLES.contains(&lower) || ROLES.contains(&lower))
}

/// A unit of measure stands right behind: then the figure is a reading, not an address or an hour.
pub(super) fn no_unit(_: &str, _: &str, after: &str) -> bool {
    const UNITS: &[&str] = &[
        "mg", "ml", "mcg", "g", "kg", "l", "m", "mm", "cm", "km", "kv", "v", "bar", "psi", "degrees", "deg", "degc", "c", "f", "percent",
        "kts", "knots", "hz", "kw", "mw", "a", "amp", "minutes", "minute", "mins", "min", "hours", "hour", "hrs", "seconds", "secs", "sec",
        "days", "weeks", "months", "years", "litres", "units", "pax", "people", "ft", "feet", "inch", "metres", "meters", "metre",
        "tonnes", "t", "ie", "mol", "mmol", "meq", "persons", "boxes", "times", "x", "of", "or", "%", "°", "más", "minutos", "personas",
        "grad", "kids", "cars",
    ];
    let tail = after.strip_prefix(['-', ' ']).unwrap_or(after);
    if tail.starts_with(['%', '°']) {
        return false;
    }
    let word: String = tail.chars().take_while(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    word.is_empty() || !UNITS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::{Patterns, compile, no_unit};

    #[test]
    fn every_pattern_compiles() {
        assert!(compile().is_ok_and(|patterns| patterns.len() > 40));
    }

    #[test]
    fn a_reading_is_told_from_an_address() {
        assert!(!no_unit("4", "", " mg of it"));
        assert!(!no_unit("4", "", "%"));
        assert!(no_unit("4", "", ", next to the door"));
    }

    #[test]
    fn the_sieve_holds_back_no_pattern_that_matches() {
        let patterns = Patterns::new().unwrap();
        let texts = [include_str!("../../../tests/corpus/hard-2.jsonl"), include_str!("../../../tests/corpus/narratives.jsonl")];
        for text in texts.into_iter().flat_map(str::lines) {
            let plain = text.replace("[[", "").replace("]]", "");
            let passed: Vec<usize> = patterns.sieve.pass(&plain).collect();
            for (at, pattern) in patterns.all.iter().enumerate() {
                assert!(passed.contains(&at) || !pattern.regex.is_match(&plain), "{}: {plain}", pattern.regex);
            }
        }
    }
}
