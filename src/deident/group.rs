//! Organisations, named places and vessels: runs of capitalised words with a telling first, last or preceding word.
//!
//! Refuses generic places ("the labour ward").

use crate::domain::contact::Language;
use crate::domain::redaction::SpanKind;

use super::context::{Context, Step};
use super::cues::{ARTICLES, FACILITY, OPENERS, ORG_HEADS, ORG_TAILS, PLACE_TAILS, VESSELS};
use super::token::{Shape, Token};

impl Context<'_> {
    /// A run of capitalised words that ends in "Ltd" or "Hospital", or starts with "Transportes", "Residencia".
    pub(super) fn organisation(&self, at: usize) -> Step {
        let first = self.get(at)?;
        let written =
            |t: &Token<'_>| t.is_capital() || self.shouting && t.shape == Shape::Caps || t.shape == Shape::Caps && t.lower.len() > 1;
        if !written(first) || (first.opens && ARTICLES.contains(&first.lower.as_str())) {
            return None;
        }
        let mut end = at + 1;
        let mut tail = 0;
        while end < at + 7 {
            let joint = matches!(
                self.lower_at(end),
                "&" | "of" | "de" | "du" | "des" | "del" | "los" | "las" | "la" | "am" | "im" | "-" | "and" | "y" | "." | "e"
            );
            let word_at = if joint { end + 1 } else { end };
            let word_at = if joint && matches!(self.lower_at(word_at), "la" | "los" | "las" | "." | "v") { word_at + 1 } else { word_at };
            let Some(word) = self.get(word_at) else { break };
            if !written(word) || word.opens || word.new_line || self.lower_at(end) == "." && !self.get(end).is_some_and(|t| t.glued) {
                break;
            }
            end = word_at + 1;
            if ORG_TAILS.contains(&word.lower.as_str()) {
                tail = end;
            }
        }
        let head = ORG_HEADS.contains(&first.lower.as_str()) && end > at + 1;
        let (end, rule) = if tail > 0 {
            (tail, "org-suffix")
        } else if head {
            (end, "org-cue")
        } else {
            return None;
        };
        let end = if self.lower_at(end) == "." && self.get(end).is_some_and(|t| t.glued) && self.get(end + 1).is_some_and(|t| t.glued) {
            end + 1
        } else {
            end
        };
        Some((self.span(at, end, SpanKind::Org, 0.85, rule)?, end))
    }

    /// "On" of "On Sorrel Ward": the sentence starts with it, the name does not.
    fn is_opener(&self, first: &Token<'_>) -> bool {
        self.language == Language::English && first.opens && OPENERS.contains(&first.lower.as_str())
    }

    /// "Sorrel Ward", "Fern Suite", "Juniper ward", "MV Corran Light", "tanker Saraswati Pride".
    pub(super) fn named_place(&self, at: usize) -> Step {
        let first = self.get(at)?;
        let person = at.checked_sub(1).is_some_and(|i| self.is_post(i)) && self.lexicon.is_given(&first.lower) && !first.opens;
        if !first.is_capital() || self.is_not_a_name_part(first) || self.is_addressed(at) || person || self.is_opener(first) {
            return None;
        }
        let mut end = at + 1;
        while end < at + 4
            && !self.is_post(end)
            && self.get(end).is_some_and(|t| (t.is_capital() || t.shape == Shape::Caps || t.shape == Shape::Initial) && !t.opens)
        {
            end += 1;
        }
        let lower = first.lower.as_str();
        // "Ms" is a title, "MS" a ship.
        let afloat = self.before(at).is_some_and(|t| VESSELS.contains(&t.lower.as_str()) && (t.lower != "ms" || t.shape == Shape::Caps));
        if afloat && !first.opens && !self.lexicon.is_innocent(lower) {
            return Some((self.span(at, end, SpanKind::Vehicle, 0.82, "vehicle-vessel")?, end));
        }
        let last = self.lower_at(end - 1);
        if end > at + 1 && PLACE_TAILS.contains(&last) && !ARTICLES.contains(&lower) {
            return Some((self.span(at, end, SpanKind::Location, 0.86, "place-named")?, end));
        }
        let generic = self.lexicon.is_innocent(lower) || first.opens && (self.is_everyday(lower) || ARTICLES.contains(&lower));
        let owned = if self.lower_at(end) == "'" && self.lower_at(end + 1) == "s" { end + 2 } else { end };
        let inhabited = matches!(self.lower_at(owned), "ward" | "wing" | "suite" | "lounge" | "lodge" | "pit" | "office") && !first.opens;
        if PLACE_TAILS.contains(&self.lower_at(owned)) && (!generic || inhabited) {
            let end = owned;
            return Some((self.span(at, end, SpanKind::Location, 0.8, "place-named")?, end));
        }
        if FACILITY.contains(&self.lower_before(at)) && !first.opens && !generic && self.language != Language::English {
            return Some((self.span(at, end, SpanKind::Location, 0.72, "place-named")?, end));
        }
        None
    }
}
