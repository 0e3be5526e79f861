//! People, organisations and named places by the words around them: titles, trades, "called …", signatures, lists of names.
//!
//! Refuses lower-case words without a cue, equipment ("Molly bolts", "the Jenny"), and what the list of innocent words knows.

use crate::domain::contact::Language;
use crate::domain::redaction::SpanKind;

use super::cues::{
    ARTICLES, CALLED, EQUIPMENT, FACILITY, INITIALLED, KIN, LABELS, ORG_HEADS, ORG_TAILS, PARTICLES, PLACE_BEFORE, PLACE_TAILS, ROLES, SHORT_TITLES, SPEECH, TITLES, VESSELS,
};
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

type Step = Option<(Found, usize)>;

impl Context<'_> {
    fn get(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    /// The token before, a full stop or opening mark left out.
    fn before(&self, at: usize) -> Option<&Token<'_>> {
        let previous = self.get(at.checked_sub(1)?)?;
        if matches!(previous.text, "." | "(" | "\"" | "'") && !self.get(at)?.opens { self.get(at.checked_sub(2)?) } else { Some(previous) }
    }

    fn lower_before(&self, at: usize) -> &str {
        self.before(at).map_or("", |t| t.lower.as_str())
    }

    fn lower_at(&self, at: usize) -> &str {
        self.get(at).map_or("", |t| t.lower.as_str())
    }

    fn is_everyday(&self, lower: &str) -> bool {
        self.lexicon.is_everyday(lower, self.language)
    }

    fn span(&self, from: usize, to: usize, kind: SpanKind, confidence: f32, rule: &'static str) -> Option<Found> {
        let (start, end) = (self.get(from)?.start, self.get(to.checked_sub(1)?)?.end);
        Some(Found { start, end, kind, confidence, rule })
    }

    /// Where a name that starts at `at` ends: capitals, initials, particles between them.
    fn name_end(&self, at: usize) -> usize {
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
                Shape::Capital => !self.is_not_a_name_part(word),
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
        if self.lower_at(end) == "." && self.get(end - 1).is_some_and(|t| t.shape == Shape::Initial) && self.get(end).is_some_and(|t| t.glued) {
            end += 1;
        }
        end
    }

    fn is_not_a_name_part(&self, word: &Token<'_>) -> bool {
        let lower = word.lower.as_str();
        let contracted = lower.split_once('\'').is_some_and(|(head, tail)| matches!(head, "i" | "we" | "he" | "she" | "they" | "you" | "it" | "that") && tail.len() <= 2);
        contracted || TITLES.contains(&lower) || ROLES.contains(&lower) && !self.lexicon.is_given(lower) || CALENDAR.contains(&lower)
    }

    fn person(&self, at: usize) -> Step {
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
    fn dotted_initials(&self, at: usize) -> Step {
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
    fn cued_person(&self, at: usize) -> Step {
        let word = self.get(at)?;
        let cue = self.lower_before(at);
        let lower = word.lower.as_str();
        if word.opens && word.shape == Shape::Lower || TITLES.contains(&lower) {
            return None;
        }
        let initial_goes_on = self.lower_at(at + 1) == "." || self.get(at + 1).is_some_and(|t| t.is_capital() && !t.opens);
        let capital = word.is_capital() || word.shape == Shape::Initial && initial_goes_on;
        let plain_lower = word.shape == Shape::Lower && lower.chars().count() > 1 && !self.is_everyday(lower) && !self.lexicon.is_innocent(lower);
        let loud = self.shouting && word.shape == Shape::Caps && !self.is_everyday(lower);
        let close = self.get(at.checked_sub(1)?)?;
        let labelled = close.text == ":" && LABELS.contains(&self.lower_at(at.wrapping_sub(2)));
        let apart = (word.opens || matches!(close.text, "," | ";" | ":")) && !labelled;
        let quoted = close.text == "(" || close.text == "\"";
        if apart && !quoted {
            return None;
        }
        let bound = !self.is_not_a_name_part(word) && !self.equipment_follows(at);
        let (confidence, rule) = if TITLES.contains(&cue) && (capital || loud || plain_lower && bound && cue.len() > 1 && !SHORT_TITLES.contains(&cue) && !self.is_loud(at)) {
            (0.95, "person-title")
        } else if labelled && capital && bound {
            (0.85, "person-label")
        } else if CALLED.contains(&cue) && bound && (capital && !self.lexicon.is_innocent(lower) || plain_lower && self.lexicon.is_given(lower)) {
            (0.9, "person-called")
        } else if INITIALLED.contains(&cue) && word.shape == Shape::Caps && (2..=4).contains(&lower.len()) && !self.lexicon.is_innocent(lower) {
            (0.8, "person-initials")
        } else if KIN.contains(&cue) && bound && capital && !self.lexicon.is_innocent(lower) {
            (0.85, "person-kin")
        } else if ROLES.contains(&cue) && bound && (capital && !self.lexicon.is_innocent(lower) || (plain_lower || loud) && self.lexicon.is_given(lower)) {
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

    /// The cue before is written in capitals: then it is a device ("MR tech") rather than a title.
    fn is_loud(&self, at: usize) -> bool {
        self.before(at).is_some_and(|t| t.shape == Shape::Caps) && !self.shouting
    }

    fn lower_name_follows(&self, at: usize) -> bool {
        self.get(at).is_some_and(|t| t.shape == Shape::Lower && t.lower.len() > 3 && !self.is_everyday(&t.lower) && self.lexicon.is_surname(&t.lower))
    }

    /// A noun for a thing stands right behind: "Molly bolts", "Kelly clamp".
    fn equipment_follows(&self, at: usize) -> bool {
        self.get(at + 1).is_some_and(|t| t.shape == Shape::Lower && EQUIPMENT.contains(&t.lower.strip_suffix('s').unwrap_or(&t.lower)))
    }

    /// A capitalised word that the name lists know, or that no list of everyday words knows.
    fn listed_person(&self, at: usize) -> Step {
        let word = self.get(at)?;
        let lower = word.lower.as_str();
        if word.shape == Shape::Lower {
            return self.lower_person(at);
        }
        if !word.is_capital() || lower.chars().count() < 2 || self.is_not_a_name_part(word) || self.equipment_follows(at) {
            return None;
        }
        let article = ARTICLES.contains(&self.lower_before(at)) && !word.opens;
        let end = self.name_end(at);
        let known = self.lexicon.is_given(lower);
        let everyday = self.is_everyday(lower) || self.language != Language::English && self.lexicon.is_everyday(lower, Language::English) && word.opens;
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
        let place = PLACE_BEFORE.contains(&self.lower_before(at)) && !word.opens && (!known || self.lexicon.is_place(lower)) || self.lexicon.is_place(lower) && !known;
        let (kind, rule) = if place { (SpanKind::Location, "place-named") } else { (SpanKind::Person, rule) };
        Some((self.span(at, end, kind, confidence, rule)?, end))
    }

    /// Hurried writing: a first name in lower case that does what only people do. English only.
    fn lower_person(&self, at: usize) -> Step {
        let word = self.get(at)?;
        let lower = word.lower.as_str();
        let blocked = self.is_everyday(lower) || self.lexicon.is_ambiguous(lower) || self.lexicon.is_innocent(lower) || self.is_not_a_name_part(word);
        let alone = self.get(at + 1).is_some_and(|t| t.glued && t.text == "-") || word.glued;
        if self.language != Language::English || lower.len() < 4 || !self.lexicon.is_given(lower) || blocked || alone || !self.speech_near(at, at + 1) {
            return None;
        }
        Some((self.span(at, at + 1, SpanKind::Person, 0.6, "person-given-name")?, at + 1))
    }

    /// Inside a sentence a capital is already telling, except in German.
    fn weigh_inside(&self, at: usize, end: usize, known: bool, doubtful: bool, article: bool) -> (f32, &'static str) {
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
    fn weigh_opening(&self, at: usize, end: usize, known: bool, doubtful: bool) -> Option<(f32, &'static str)> {
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
            (false, false) if speech && lower.len() > 3 => Some((0.52, "person-capitalised")),
            (false, false) if self.language == Language::English && lower.chars().all(char::is_alphabetic) && lower.len() > 3 => Some((0.35, "person-capitalised")),
            _ => None,
        }
    }

    /// German writes every noun with a capital: only the lists count.
    fn weigh_german(&self, at: usize, end: usize, known: bool, doubtful: bool) -> Option<(f32, &'static str)> {
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
    fn speech_near(&self, at: usize, end: usize) -> bool {
        let next = self.lower_at(end);
        let possessive = next == "'" && self.lower_at(end + 1) == "s";
        let joined = matches!(next, "and" | "y" | "et" | "und" | "&") && self.get(end + 1).is_some_and(Token::is_capital);
        let bracket = next == "(" || self.get(at.wrapping_sub(1)).is_some_and(|t| t.text == "(");
        let past = self.language == Language::English && next.len() > 4 && next.ends_with("ed");
        past || SPEECH.contains(&next) || possessive || joined || bracket
    }

    /// In a text of capitals only the name lists count, and only for words that are no everyday words.
    fn shouted_person(&self, at: usize) -> Step {
        let word = self.get(at)?;
        let lower = word.lower.as_str();
        let named = self.lexicon.is_given(lower) || self.lexicon.is_surname(lower);
        let blocked = self.is_everyday(lower) || self.lexicon.is_innocent(lower) || self.lexicon.is_ambiguous(lower) || self.equipment_follows(at);
        if word.shape != Shape::Caps || lower.len() < 4 || !named || blocked || self.is_not_a_name_part(word) {
            return None;
        }
        let end = self.name_end(at);
        Some((self.span(at, end, SpanKind::Person, 0.7, "person-given-name")?, end))
    }

    /// A run of capitalised words that ends in "Ltd", "Hospital", "GmbH", or starts with "Transportes", "Residencia".
    fn organisation(&self, at: usize) -> Step {
        let first = self.get(at)?;
        let written = |t: &Token<'_>| t.is_capital() || self.shouting && t.shape == Shape::Caps || t.shape == Shape::Caps && t.lower.len() > 1;
        if !written(first) || (first.opens && ARTICLES.contains(&first.lower.as_str())) {
            return None;
        }
        let mut end = at + 1;
        let mut tail = 0;
        while end < at + 7 {
            let joint = matches!(self.lower_at(end), "&" | "of" | "de" | "du" | "des" | "del" | "los" | "las" | "la" | "am" | "im" | "-" | "and" | "y" | "." | "e");
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
        let (end, rule) = if tail > 0 { (tail, "org-suffix") } else if head { (end, "org-cue") } else { return None };
        let end = if self.lower_at(end) == "." && self.get(end).is_some_and(|t| t.glued) && self.get(end + 1).is_some_and(|t| t.glued) { end + 1 } else { end };
        Some((self.span(at, end, SpanKind::Org, 0.85, rule)?, end))
    }

    /// "Sorrel Ward", "Fern Suite", "Juniper ward", "MV Corran Light", "tanker Saraswati Pride".
    fn named_place(&self, at: usize) -> Step {
        let first = self.get(at)?;
        if !first.is_capital() || self.is_not_a_name_part(first) {
            return None;
        }
        let mut end = at + 1;
        while end < at + 4 && self.get(end).is_some_and(|t| (t.is_capital() || t.shape == Shape::Caps || t.shape == Shape::Initial) && !t.opens) {
            end += 1;
        }
        let lower = first.lower.as_str();
        if VESSELS.contains(&self.lower_before(at)) && !first.opens && !self.lexicon.is_innocent(lower) {
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

    /// A short last sentence or line that is a name: "F. Adeyemi-Clarke RN", ", Nacho", "sam".
    fn signature(&self) -> Option<Found> {
        let mut from = self.tokens.len();
        let mut words = 0;
        for (at, token) in self.tokens.iter().enumerate().rev().take(8) {
            let ends = matches!(token.text, "!" | "?" | ";" | ")") || token.text == "." && !self.get(at.wrapping_sub(1)).is_some_and(|t| t.shape == Shape::Initial);
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
        let closed = rest == 0 || matches!(self.lower_at(end), "." | "," | "(" ) || self.get(end).is_some_and(|t| t.shape == Shape::Caps);
        if (capital || word.shape == Shape::Lower && words == 1) && plausible && closed && !self.lexicon.is_innocent(lower) {
            return self.span(start, end, SpanKind::Person, 0.8, "person-signature");
        }
        None
    }
}

/// Words of the calendar: a name never runs on into one.
const CALENDAR: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "july", "september", "october", "november", "december",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "oktober", "dezember", "christmas", "easter", "i", "it", "im", "ive", "oct", "nov", "dec",
];
