//! What somebody typed into the search box, read as words, "phrases" and -exclusions.
//!
//! Total: every text is a query, there is nothing to get wrong. A quotation mark that is never closed closes at the end;
//! a word that falls into several pieces ("10mg", "look-alike") is a phrase. All words must be there. Refuses operators:
//! AND, OR, NOT, brackets and stars are text like any other.

use super::words::words;
use crate::domain::contact::Language;

/// Words and phrases of one query at most; what comes after them is left out, so that no query costs much.
const TERMS_MAX: usize = 16;
/// Pieces of one phrase at most.
const PHRASE_MAX: usize = 16;

/// A query as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    text: String,
    excluded: bool,
}

/// A query as texts of one language meet it: each phrase is a row of stems, often of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The language of the texts.
    pub language: Language,
    /// Every one must be there; never empty.
    pub wanted: Vec<Vec<String>>,
    /// None may be there.
    pub unwanted: Vec<Vec<String>>,
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}')
}

impl Query {
    /// Reads any text.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut terms = Vec::new();
        let mut rest = text.trim_start();
        while !rest.is_empty() && terms.len() < TERMS_MAX {
            let bare = rest.strip_prefix(['-', '\u{2212}', '\u{2013}']);
            // A dash before a space excludes nothing: it is punctuation.
            let excluded = bare.is_some_and(|b| b.starts_with(|c: char| c.is_alphanumeric() || is_quote(c)));
            let body = bare.filter(|_| excluded).unwrap_or(rest);
            let (text, after) = match body.strip_prefix(is_quote) {
                Some(quoted) => quoted.split_once(is_quote).unwrap_or((quoted, "")),
                None => cut(body),
            };
            if text.chars().any(char::is_alphanumeric) {
                terms.push(Term { text: text.to_owned(), excluded });
            }
            rest = after.trim_start();
        }
        Self { terms }
    }

    /// The query in each language in which it has a word to look for. Empty: there is nothing to look for.
    #[must_use]
    pub fn readings(&self) -> Vec<Reading> {
        Language::ALL.into_iter().filter_map(|language| self.reading(language)).collect()
    }

    /// The query as texts of one language meet it; `None` when only function words or exclusions are left.
    #[must_use]
    pub fn reading(&self, language: Language) -> Option<Reading> {
        let side = |excluded: bool| -> Vec<Vec<String>> {
            let terms = self.terms.iter().filter(|t| t.excluded == excluded);
            let phrases = terms.map(|t| words(&t.text, language).into_iter().take(PHRASE_MAX).map(|w| w.stem).collect::<Vec<_>>());
            phrases.filter(|p| !p.is_empty()).collect()
        };
        let wanted = side(false);
        (!wanted.is_empty()).then(|| Reading { language, wanted, unwanted: side(true) })
    }
}

/// Up to white space or a quotation mark.
fn cut(body: &str) -> (&str, &str) {
    let end = body.char_indices().skip(1).find(|(_, c)| c.is_whitespace() || is_quote(*c)).map_or(body.len(), |(at, _)| at);
    body.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::{Language, Query};

    type Sides = (Vec<Vec<String>>, Vec<Vec<String>>);

    fn english(text: &str) -> Option<Sides> {
        Query::parse(text).reading(Language::English).map(|r| (r.wanted, r.unwanted))
    }

    fn phrases(all: &[&[&str]]) -> Vec<Vec<String>> {
        all.iter().map(|p| p.iter().map(|w| (*w).to_owned()).collect()).collect()
    }

    #[test]
    fn words_phrases_and_exclusions_are_told_apart() {
        let read = english("pumps \"wrong label\" -alarm –“spare part” 10mg").expect("a reading");

        assert_eq!(read.0, phrases(&[&["pump"], &["wrong", "label"], &["10", "mg"]]));
        assert_eq!(read.1, phrases(&[&["alarm"], &["spare", "part"]]));
    }

    #[test]
    fn function_words_fall_out_of_the_language_they_belong_to() {
        assert_eq!(english("the pump").expect("a reading").0, phrases(&[&["pump"]]));
        assert_eq!(
            Query::parse("die").readings().iter().map(|r| r.language).collect::<Vec<_>>(),
            [Language::English, Language::Spanish, Language::French]
        );
        assert_eq!(english("the -pump"), None);
    }

    #[test]
    fn a_dash_inside_or_alone_excludes_nothing() {
        assert_eq!(english("look-alike - pump").expect("a reading"), (phrases(&[&["look", "alik"], &["pump"]]), Vec::new()));
    }

    #[test]
    fn every_text_is_a_query() {
        for text in [
            "",
            " ",
            "\"",
            "\"\"",
            "-",
            "--",
            "-\"",
            "\"pump",
            "pump\"",
            "AND OR NOT NEAR(",
            "a* ^b :c {d} (e",
            "'; DROP TABLE",
            "\u{0}\u{301}-\u{ab}",
        ] {
            let _ = Query::parse(text).readings();
        }
        assert_eq!(english("\"pump alarm").expect("a reading").0, phrases(&[&["pump", "alarm"]]));
        assert_eq!(english("pump\"alarm\"").expect("a reading").0, phrases(&[&["pump"], &["alarm"]]));
    }

    #[test]
    fn a_flood_of_words_is_cut() {
        let read = Query::parse(&"pump ".repeat(1000)).reading(Language::English).expect("a reading");

        assert_eq!(read.wanted.len(), super::TERMS_MAX);
    }
}
