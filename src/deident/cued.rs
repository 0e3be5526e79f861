//! People by what stands before them: a title, a trade, kinship, "called", a form label; initials and signatures.
//!
//! Refuses lower-case words that are everyday words, and titles that are devices ("MR tech").

use crate::domain::contact::Language;
use crate::domain::redaction::SpanKind;

use super::context::{Context, Step};
use super::cues::{CALLED, EQUIPMENT, INITIALLED, KIN, LABELS, NURSING_TITLES, ROLES, SHORT_TITLES, TITLES};
use super::merge::Found;
use super::token::{Shape, Token};

impl Context<'_> {
    pub(super) fn person(&self, at: usize) -> Step {
        let word = self.get(at)?;
        if !word.is_word() {
            return None;
        }
        let dotted = self.dotted_initials(at);
        if dotted.is_some() {
            return dotted;
        }
        self.cued_person(at).or_else(|| if self.shouting { self.shouted_person(at) } else { self.listed_person(at) })
    }

    /// "R.T.", "P.S.R.", "J.-F. Ouellet", "K. Drysdale", "M. Nguyen".
    pub(super) fn dotted_initials(&self, at: usize) -> Step {
        let first = self.get(at)?;
        if first.shape != Shape::Initial || self.lower_at(at + 1) != "." {
            return None;
        }
        let end = self.name_end(at);
        let words = self.tokens.get(at..end)?.iter().filter(|t| t.is_word()).count();
        let last_full = self.tokens.get(at..end)?.iter().any(Token::is_capital);
        let compass = matches!(first.lower.as_str(), "u" | "e" | "z" | "d") && !last_full;
        if words < 2 || compass {
            return None;
        }
        Some((self.span(at, end, SpanKind::Person, 0.85, "person-initials")?, end))
    }

    /// A title, a trade, kinship or "called" stands before the word.
    pub(super) fn cued_person(&self, at: usize) -> Step {
        let word = self.get(at)?;
        let cue = self.lower_before(at);
        let lower = word.lower.as_str();
        if word.opens && word.shape == Shape::Lower || TITLES.contains(&lower) {
            return None;
        }
        let initial_goes_on = self.lower_at(at + 1) == "." || self.get(at + 1).is_some_and(|t| t.is_capital() && !t.opens);
        let capital = word.is_capital() || word.shape == Shape::Initial && initial_goes_on;
        let plain_lower =
            word.shape == Shape::Lower && lower.chars().count() > 1 && !self.is_everyday(lower) && !self.lexicon.is_innocent(lower);
        let loud = self.shouting && word.shape == Shape::Caps && !self.is_everyday(lower);
        let close = self.get(at.checked_sub(1)?)?;
        let labelled = close.text == ":" && LABELS.contains(&self.lower_at(at.wrapping_sub(2)));
        let apart = (word.opens || matches!(close.text, "," | ";" | ":")) && !labelled;
        let quoted = close.text == "(" || close.text == "\"";
        if apart && !quoted {
            return None;
        }
        let titled = TITLES.contains(&cue);
        if self.is_no_name_behind(cue, at) {
            return None;
        }
        let bound = !self.is_not_a_name_part(word) && !self.equipment_follows(at);
        let (confidence, rule) = if titled
            && (capital || loud || plain_lower && bound && cue.len() > 1 && !SHORT_TITLES.contains(&cue) && !self.is_loud(at))
        {
            (0.95, "person-title")
        } else if labelled && capital && bound {
            (0.85, "person-label")
        } else if CALLED.contains(&cue) && bound && (capital && self.may_be_called(lower) || plain_lower && self.lexicon.is_given(lower)) {
            (0.9, "person-called")
        } else if INITIALLED.contains(&cue)
            && word.shape == Shape::Caps
            && (2..=4).contains(&lower.len())
            && !self.lexicon.is_innocent(lower)
        {
            (0.8, "person-initials")
        } else if KIN.contains(&cue) && bound && capital && !self.lexicon.is_innocent(lower) {
            (0.85, "person-kin")
        } else if ROLES.contains(&cue)
            && bound
            && (capital && !self.lexicon.is_innocent(lower) || (plain_lower || loud) && self.lexicon.is_given(lower))
        {
            (0.86, "person-role")
        } else {
            return None;
        };
        let mut end = self.name_end(at);
        if word.shape == Shape::Lower && end == at + 1 && self.lower_name_follows(at + 1) {
            end += 1;
        }
        Some((self.span(at, end, SpanKind::Person, confidence, rule)?, end))
    }

    /// Behind a cue, yet no name: "with Bed 4", "by Charge Nurse …", "Nurse Manager Orla", German "dem Pfleger Bescheid".
    /// Forms of address ("Dr", "Mr") let everything be a name: people are called Ward, Porter and Cook.
    fn is_no_name_behind(&self, cue: &str, at: usize) -> bool {
        let lower = self.lower_at(at);
        if !TITLES.contains(&cue) && (self.is_part_of_a_post(at) || self.is_addressed(at)) {
            return true;
        }
        let post = ROLES.contains(&lower) && self.get(at + 1).is_some_and(|t| t.is_capital() && self.lexicon.is_given(&t.lower));
        let noun = self.language == Language::German && self.is_everyday(lower) && !self.is_listed(lower);
        NURSING_TITLES.contains(&cue) && (post || noun) || ROLES.contains(&cue) && noun
    }

    /// German writes every noun with a capital: there the lists must know the name.
    pub(super) fn may_be_called(&self, lower: &str) -> bool {
        let listed = (self.lexicon.is_given(lower) || self.lexicon.is_surname(lower))
            && !self.is_everyday(lower)
            && !self.lexicon.is_ambiguous(lower);
        !self.lexicon.is_innocent(lower) && (self.language != Language::German || listed)
    }

    /// The cue before is written in capitals: then it is a device ("MR tech") rather than a title.
    pub(super) fn is_loud(&self, at: usize) -> bool {
        self.before(at).is_some_and(|t| t.shape == Shape::Caps) && !self.shouting
    }

    pub(super) fn lower_name_follows(&self, at: usize) -> bool {
        self.get(at).is_some_and(|t| {
            t.shape == Shape::Lower && t.lower.len() > 3 && !self.is_everyday(&t.lower) && self.lexicon.is_surname(&t.lower)
        })
    }

    /// A noun for a thing stands right behind: "Molly bolts", "Kelly clamp".
    pub(super) fn equipment_follows(&self, at: usize) -> bool {
        self.get(at + 1).is_some_and(|t| t.shape == Shape::Lower && EQUIPMENT.contains(&t.lower.strip_suffix('s').unwrap_or(&t.lower)))
    }

    /// A short last sentence or line that is a name: "F. Adeyemi-Clarke RN", ", Nacho", "sam".
    pub(super) fn signature(&self) -> Option<Found> {
        let mut from = self.tokens.len();
        let mut words = 0;
        for (at, token) in self.tokens.iter().enumerate().rev().take(8) {
            let ends = matches!(token.text, "!" | "?" | ";" | ")")
                || token.text == "." && !self.get(at.wrapping_sub(1)).is_some_and(|t| t.shape == Shape::Initial);
            if ends && at + 1 < self.tokens.len() {
                break;
            }
            from = at;
            words += usize::from(token.is_word());
            if token.new_line {
                break;
            }
        }
        let first = self.get(from)?;
        let skip = usize::from(matches!(first.text, "-" | "," | "—"));
        let start = from + skip;
        let word = self.get(start)?;
        if words == 0 || words > 5 || !word.is_word() || self.tokens.len() < 12 || self.is_not_a_name_part(word) {
            return None;
        }
        let lower = word.lower.as_str();
        let capital = word.is_capital() || word.shape == Shape::Initial;
        let end = self.name_end(start);
        let rest = self.tokens.len().saturating_sub(end);
        let plausible = self.lexicon.is_given(lower) || !self.is_everyday(lower) && word.shape != Shape::Lower;
        let closed = rest == 0 || matches!(self.lower_at(end), "." | "," | "(") || self.get(end).is_some_and(|t| t.shape == Shape::Caps);
        if (capital || word.shape == Shape::Lower && words == 1) && plausible && closed && !self.lexicon.is_innocent(lower) {
            return self.span(start, end, SpanKind::Person, 0.8, "person-signature");
        }
        None
    }
}
