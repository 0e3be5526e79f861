//! People by the word itself: on a list of first names, or a capital that no list of everyday words explains.
//!
//! Refuses equipment ("Molly bolts", "the Jenny"), makes, and German nouns that no list knows.

use crate::domain::contact::Language;
use crate::domain::redaction::SpanKind;

use super::context::{Context, Step};
use super::cues::{ARTICLES, PLACE_BEFORE, SPEECH};
use super::token::{Shape, Token};

/// Small words that follow verbs as often as names.
const WEAK: &[&str] =
    &["que", "lo", "la", "le", "me", "se", "no", "ne", "en", "a", "au", "y", "et", "in", "on", "at", "from", "the", "and", "re"];

impl Context<'_> {
    /// A capitalised word that the name lists know, or that no list of everyday words knows.
    pub(super) fn listed_person(&self, at: usize) -> Step {
        let word = self.get(at)?;
        let lower = word.lower.as_str();
        if word.shape == Shape::Lower {
            return self.lower_person(at);
        }
        if !word.is_capital() || lower.chars().count() < 2 || self.is_not_a_name_part(word) || self.equipment_follows(at) {
            return None;
        }
        if self.is_part_of_a_make(at) || self.is_part_of_a_post(at) || self.is_addressed(at) {
            return None;
        }
        let article = ARTICLES.contains(&self.lower_before(at)) && !word.opens;
        let end = self.name_end(at);
        let known = self.lexicon.is_given(lower);
        // Spanish and French write a capital inside a sentence for names only: there a verb form ("Reme" of "remar") explains nothing.
        let explained = if word.opens { self.is_everyday(lower) } else { self.lexicon.is_everyday_unbent(lower, self.language) };
        let everyday = explained || self.language != Language::English && self.lexicon.is_everyday(lower, Language::English) && word.opens;
        let doubtful = self.lexicon.is_ambiguous(lower) || everyday;
        let (confidence, rule) = if self.lexicon.is_innocent(lower) {
            return None;
        } else if self.language == Language::German {
            self.weigh_german(at, end, known, doubtful || article)?
        } else if word.opens {
            self.weigh_opening(at, end, known, doubtful)?
        } else if article && doubtful {
            return None;
        } else {
            self.weigh_inside(at, end, known, doubtful, article)
        };
        let place = PLACE_BEFORE.contains(&self.lower_before(at)) && !word.opens && (!known || self.lexicon.is_place(lower))
            || self.lexicon.is_place(lower) && !known;
        let (kind, rule) = if place { (SpanKind::Location, "place-named") } else { (SpanKind::Person, rule) };
        Some((self.span(at, end, kind, confidence, rule)?, end))
    }

    /// "Massey Ferguson", "John Deere": the neighbour is a make, so the word belongs to it.
    pub(super) fn is_part_of_a_make(&self, at: usize) -> bool {
        let make = |t: &Token<'_>| t.is_capital() && self.lexicon.is_innocent(&t.lower);
        let before = at.checked_sub(1).and_then(|i| self.get(i)).is_some_and(|t| make(t) && !t.opens);
        let after = self.get(at + 1).is_some_and(|t| make(t) && !t.opens);
        before || after
    }

    /// Hurried writing: a first name in lower case that does what only people do. English only.
    pub(super) fn lower_person(&self, at: usize) -> Step {
        let word = self.get(at)?;
        let lower = word.lower.as_str();
        let blocked =
            self.is_everyday(lower) || self.lexicon.is_ambiguous(lower) || self.lexicon.is_innocent(lower) || self.is_not_a_name_part(word);
        let alone = self.get(at + 1).is_some_and(|t| t.glued && t.text == "-") || word.glued;
        if self.language != Language::English
            || lower.len() < 4
            || !self.lexicon.is_given(lower)
            || blocked
            || alone
            || !self.speech_near(at, at + 1)
        {
            return None;
        }
        Some((self.span(at, at + 1, SpanKind::Person, 0.6, "person-given-name")?, at + 1))
    }

    /// Inside a sentence a capital is already telling, except in German.
    pub(super) fn weigh_inside(&self, at: usize, end: usize, known: bool, doubtful: bool, article: bool) -> (f32, &'static str) {
        let several = end > at + 1;
        match (known, doubtful) {
            (true, false) => (0.88, "person-given-name"),
            (true, true) => (0.62, "person-given-name"),
            (false, true) if several => (0.55, "person-capitalised"),
            (false, true) => (if self.speech_near(at, end) { 0.55 } else { 0.35 }, "person-capitalised"),
            (false, false) if article && !several => (0.52, "person-capitalised"),
            (false, false) => (0.7, "person-capitalised"),
        }
    }

    /// A capital at the start of a sentence tells nothing: the word must be a name, and no everyday word unless a verb of a person follows.
    pub(super) fn weigh_opening(&self, at: usize, end: usize, known: bool, doubtful: bool) -> Option<(f32, &'static str)> {
        let speech = self.speech_near(at, end);
        let lower = self.lower_at(at);
        let several = end > at + 1 && self.lexicon.is_surname(self.lower_at(end - 1));
        match (known, doubtful) {
            (true, false) if speech || several => Some((0.88, "person-given-name")),
            (true, false) => Some((0.72, "person-given-name")),
            (true, true) if speech || several => Some((0.62, "person-given-name")),
            (false, false) if self.lexicon.is_surname(lower) && speech => Some((0.7, "person-surname")),
            (false, false) if self.lexicon.is_place(lower) => Some((0.7, "place-named")),
            (false, false) if speech && self.language == Language::English => Some((0.65, "person-capitalised")),
            (false, false) if speech && lower.len() > 3 && !WEAK.contains(&self.lower_at(end)) => Some((0.52, "person-capitalised")),
            (false, false) if self.language == Language::English && lower.chars().all(char::is_alphabetic) && lower.len() > 3 => {
                Some((0.35, "person-capitalised"))
            }
            _ => None,
        }
    }

    /// German writes every noun with a capital: only the lists count.
    pub(super) fn weigh_german(&self, at: usize, end: usize, known: bool, doubtful: bool) -> Option<(f32, &'static str)> {
        let lower = self.lower_at(at);
        let several = end > at + 1 && self.lexicon.is_surname(self.lower_at(end - 1));
        let speech = self.speech_near(at, end);
        match (known, doubtful) {
            (true, false) => Some((0.75, "person-given-name")),
            (true, true) if several && speech => Some((0.55, "person-given-name")),
            (false, false) if self.lexicon.is_place(lower) && PLACE_BEFORE.contains(&self.lower_before(at)) => Some((0.72, "place-named")),
            (false, false) if self.lexicon.is_surname(lower) && speech && !self.lexicon.is_everyday(lower, Language::English) => {
                Some((0.55, "person-surname"))
            }
            _ => None,
        }
    }

    /// Something only people do stands right behind the name, or a possessive, or another name joined by "and".
    pub(super) fn speech_near(&self, at: usize, end: usize) -> bool {
        let next = self.lower_at(end);
        let possessive = next == "'" && self.lower_at(end + 1) == "s";
        let joined = matches!(next, "and" | "y" | "et" | "und" | "&") && self.get(end + 1).is_some_and(Token::is_capital);
        let bracket = next == "(" || self.get(at.wrapping_sub(1)).is_some_and(|t| t.text == "(");
        let past = self.language == Language::English && next.len() > 4 && next.ends_with("ed");
        past || SPEECH.contains(&next) || possessive || joined || bracket
    }

    /// In a text of capitals only the name lists count, and only for words that are no everyday words.
    pub(super) fn shouted_person(&self, at: usize) -> Step {
        let word = self.get(at)?;
        let lower = word.lower.as_str();
        let named = self.lexicon.is_given(lower) || self.lexicon.is_surname(lower);
        let blocked =
            self.is_everyday(lower) || self.lexicon.is_innocent(lower) || self.lexicon.is_ambiguous(lower) || self.equipment_follows(at);
        if word.shape != Shape::Caps || lower.len() < 4 || !named || blocked || self.is_not_a_name_part(word) {
            return None;
        }
        let end = self.name_end(at);
        Some((self.span(at, end, SpanKind::Person, 0.7, "person-given-name")?, end))
    }
}
