//! Reading the words around a word: what all context rules share, and the order in which they are tried.
//!
//! Refuses to look twice at a word that a rule has taken.

use crate::domain::contact::Language;
use crate::domain::redaction::SpanKind;

use super::cues::{ADDRESSED, PARTICLES, ROLES, SPELLED, TITLES};
use super::lexicon::Lexicon;
use super::merge::Found;
use super::token::{Shape, Token};

/// What the context rules know about the text as a whole.
pub(super) struct Context<'a> {
    pub(super) tokens: &'a [Token<'a>],
    pub(super) lexicon: &'a Lexicon,
    pub(super) language: Language,
    /// Written in capitals throughout: capital letters tell nothing.
    pub(super) shouting: bool,
}

/// Runs every context rule over the text.
pub(super) fn find(context: &Context<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < context.tokens.len() {
        let step = context.organisation(at).or_else(|| context.named_place(at)).or_else(|| context.person(at));
        match step {
            Some((hit, next)) => {
                found.push(hit);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found.extend(context.signature());
    found
}

/// A finding and the token to go on with.
pub(super) type Step = Option<(Found, usize)>;

impl Context<'_> {
    pub(super) fn get(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    /// The token before, a full stop or opening mark left out.
    pub(super) fn before(&self, at: usize) -> Option<&Token<'_>> {
        let previous = self.get(at.checked_sub(1)?)?;
        if matches!(previous.text, "." | "(" | "\"" | "'") && !self.get(at)?.opens { self.get(at.checked_sub(2)?) } else { Some(previous) }
    }

    pub(super) fn lower_before(&self, at: usize) -> &str {
        self.before(at).map_or("", |t| t.lower.as_str())
    }

    pub(super) fn lower_at(&self, at: usize) -> &str {
        self.get(at).map_or("", |t| t.lower.as_str())
    }

    /// On a list of first names or surnames.
    pub(super) fn is_listed(&self, lower: &str) -> bool {
        self.lexicon.is_given(lower) || self.lexicon.is_surname(lower)
    }

    pub(super) fn is_everyday(&self, lower: &str) -> bool {
        self.lexicon.is_everyday(lower, self.language)
    }

    pub(super) fn span(&self, from: usize, to: usize, kind: SpanKind, confidence: f32, rule: &'static str) -> Option<Found> {
        let (start, end) = (self.get(from)?.start, self.get(to.checked_sub(1)?)?.end);
        Some(Found { start, end, kind, confidence, rule })
    }

    /// Where a name that starts at `at` ends: capitals, initials, particles between them.
    pub(super) fn name_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        let mut words = 1;
        while words < 5 {
            let mut next = end;
            if self.lower_at(next) == "." && self.get(end - 1).is_some_and(|t| t.shape == Shape::Initial) {
                next += 1;
            }
            if self.lower_at(next) == "-" {
                next += 1;
            }
            let mut ahead = next;
            while PARTICLES.contains(&self.lower_at(ahead)) && ahead - next < 2 {
                ahead += if self.lower_at(ahead + 1) == "." { 2 } else { 1 };
            }
            let Some(word) = self.get(ahead) else { break };
            let goes_on = match word.shape {
                Shape::Capital => !self.is_not_a_name_part(word) && !self.is_addressed(ahead),
                Shape::Initial => ahead == next && (self.lower_at(ahead + 1) == "." || word.text != "I" && word.text != "A"),
                Shape::Caps => self.shouting && !self.is_everyday(&word.lower) && self.lexicon.is_surname(&word.lower),
                _ => false,
            };
            if !goes_on || word.opens || word.new_line {
                break;
            }
            end = ahead + 1;
            words += 1;
        }
        if self.lower_at(end) == "."
            && self.get(end - 1).is_some_and(|t| t.shape == Shape::Initial)
            && self.get(end).is_some_and(|t| t.glued)
        {
            end += 1;
        }
        end
    }

    /// A noun for a place with its number or letter behind it: the noun is never somebody's name.
    pub(super) fn is_addressed(&self, at: usize) -> bool {
        let Some(next) = self.get(at + 1).filter(|t| !t.new_line) else { return false };
        let code = match next.shape {
            Shape::Number | Shape::Initial => true,
            Shape::Caps => next.lower.len() <= 3 && !self.shouting,
            _ => SPELLED.contains(&next.lower.as_str()),
        };
        code && ADDRESSED.contains(&self.lower_at(at))
    }

    /// A title, trade or post: what stands right behind it is a name, what stands before it says more about the post.
    pub(super) fn is_post(&self, at: usize) -> bool {
        let lower = self.lower_at(at);
        TITLES.contains(&lower) && lower.len() > 1 || ROLES.contains(&lower)
    }

    /// "Charge" of "Charge Nurse", "Ward" of "Ward Sister": belongs to the post behind it unless it is a name of its own.
    pub(super) fn is_part_of_a_post(&self, at: usize) -> bool {
        let lower = self.lower_at(at);
        let close = self.get(at + 1).is_some_and(|t| t.is_capital() && !t.opens);
        close && self.is_post(at + 1) && (ADDRESSED.contains(&lower) || self.is_everyday(lower) && !self.is_listed(lower))
    }

    pub(super) fn is_not_a_name_part(&self, word: &Token<'_>) -> bool {
        let lower = word.lower.as_str();
        let contracted = lower
            .split_once('\'')
            .is_some_and(|(head, tail)| matches!(head, "i" | "we" | "he" | "she" | "they" | "you" | "it" | "that") && tail.len() <= 2);
        contracted || TITLES.contains(&lower) || ROLES.contains(&lower) && !self.lexicon.is_given(lower) || CALENDAR.contains(&lower)
    }
}

/// Words of the calendar: a name never runs on into one.
const CALENDAR: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "july",
    "september",
    "october",
    "november",
    "december",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "oktober",
    "dezember",
    "christmas",
    "easter",
    "i",
    "it",
    "im",
    "ive",
    "oct",
    "nov",
    "dec",
];
