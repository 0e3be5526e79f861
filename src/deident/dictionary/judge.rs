//! How sure a match is, from what the term is and how the words are written.
//!
//! Everyday words that are somebody's name count only when capitalised or quoted; otherwise they are a question, or, as a mere
//! part of a name, nothing: a list of staff would else turn every "will", "may" and "long" into one. Refuses to read further than
//! the words matched and the one before.

use super::terms::{How, Nature};
use super::words::Word;
use crate::domain::redaction::SpanKind;

/// What a word is besides being a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::deident) enum Common {
    /// Not known.
    No,
    /// An everyday word of the language.
    Everyday,
    /// A maker, eponym, drug or product that looks like a name.
    Product,
}

/// A part of a name in small letters is hidden at once only if it is longer than this.
const PART_SMALL: usize = 4;
/// A mistyped word whose capital tells nothing has to be this long.
const SLIP_SMALL: usize = 6;

/// A question for the screener.
const DOUBT: f32 = 0.45;

/// Articles before a noun: in German every noun has a capital, and elsewhere products and posts do.
const ARTICLES: &[&str] = &[
    "the", "a", "an", "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "kein", "keine", "el", "la",
    "los", "las", "un", "una", "le", "les", "une", "du",
];

/// The matched words, the one before them, and what the text as a whole is like.
pub(super) struct Sight<'a> {
    pub(super) words: &'a [Word],
    pub(super) before: Option<&'a Word>,
    /// Capital letters tell nothing in this text.
    pub(super) shouting: bool,
    pub(super) common: &'a CommonOf<'a>,
}

/// What a word in small letters is besides; the second question is whether it was written so.
pub(in crate::deident) type CommonOf<'a> = dyn Fn(&str, bool) -> Common + 'a;

impl Sight<'_> {
    fn capital(&self) -> bool {
        self.words.iter().any(|w| w.capital && w.letters() > 1)
    }

    fn quoted(&self) -> bool {
        self.words.first().is_some_and(|w| w.quoted)
    }

    fn all_common(&self) -> bool {
        self.words.iter().all(|w| w.letters() == 1 || (self.common)(&w.lower, !w.capital) != Common::No)
    }

    fn after_article(&self) -> bool {
        self.before.is_some_and(|w| ARTICLES.contains(&w.lower.as_str()))
    }

    /// A capital that means something: inside a sentence, and not that of a noun behind its article.
    fn named(&self, kind: SpanKind) -> bool {
        let opens = self.words.first().is_none_or(|w| w.opens);
        let a_thing = kind == SpanKind::Person && self.after_article();
        self.capital() && !opens && !self.shouting && !a_thing
    }
}

/// How sure an exact match with a form of so many words is; `None` is no match.
pub(super) fn exact(form: Nature, of_words: usize, sight: &Sight<'_>) -> Option<f32> {
    let has_figure = sight.words.iter().any(Word::has_figure);
    if form.how == How::Code && has_figure {
        return Some(0.97);
    }
    if sight.words.len() > 1 || of_words > 1 {
        let another_word = sight.words.len() == 1 && sight.all_common();
        return (!another_word).then(|| several(form, sight));
    }
    one(form, sight)
}

fn several(form: Nature, sight: &Sight<'_>) -> f32 {
    let telling = sight.capital() || !sight.all_common();
    match (form.how, telling) {
        (How::Short, true) => 0.95,
        (How::Short, false) => DOUBT,
        (_, true) => 0.97,
        (_, false) if form.kind == SpanKind::Person => 0.6,
        (_, false) => 0.9,
    }
}

fn one(form: Nature, sight: &Sight<'_>) -> Option<f32> {
    let word = sight.words.first()?;
    let part = form.how == How::Part;
    let short = word.letters() <= 3;
    if short && form.caps && !word.caps || word.letters() <= 2 && !word.capital {
        return None;
    }
    match (sight.common)(&word.lower, !word.capital) {
        Common::No if !part => Some(if short && !word.capital { 0.6 } else { 0.97 }),
        Common::No if word.capital => Some(0.9),
        Common::No if word.letters() > PART_SMALL => Some(0.75),
        Common::No => (!short).then_some(DOUBT),
        _ if sight.quoted() => Some(if part { 0.8 } else { 0.9 }),
        Common::Everyday if sight.named(form.kind) => Some(if part { 0.6 } else { 0.9 }),
        _ if !part => Some(DOUBT),
        _ => (word.capital && !short && !sight.shouting).then_some(DOUBT),
    }
}

/// A capital that says that a mistyped word is a name; of several words together the others say so.
pub(super) fn looks_like_a_name(word: &Word, shouting: bool) -> bool {
    word.capital && !word.opens && !shouting
}

/// How sure a match is whose spelling is off by so many slips; `None` is no match.
pub(super) fn near(slips: usize, words: &[Word], shouting: bool) -> Option<f32> {
    let capital = words.len() > 1 || words.iter().any(|w| looks_like_a_name(w, shouting));
    match (slips, capital) {
        (0, _) => None,
        (_, false) if words.iter().any(|w| w.letters() < SLIP_SMALL) => None,
        (1, true) => Some(0.8),
        (1, false) | (2.., true) => Some(0.7),
        (2.., false) => Some(0.6),
    }
}
