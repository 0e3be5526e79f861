//! The organisation's own terms found in a text: as written, turned round, shortened, inflected, or mistyped.
//!
//! Built once from a list and shared by all threads; a look-up costs the text's length and hardly anything of the list's. Prints
//! nothing of what it holds. Refuses to guess at numbers, and to call an everyday word a slip.

mod judge;
mod near;
mod terms;
mod words;

use std::borrow::Borrow;
use std::collections::HashMap;
use std::fmt;

pub(super) use judge::{Common, CommonOf};

use judge::Sight;
use near::{NearIndex, ONE_SLIP};
use terms::{Form, How, Nature};
use words::{Gap, Word};

use super::merge::Found;
use crate::domain::dictionary::Entry;
use crate::domain::redaction::SpanKind;

/// Words of a text that are joined to look like one term.
const JOINED_MAX: usize = 10;
/// Endings a name takes: possessives and plurals, German cases and inhabitants.
const ENDINGS: [&str; 9] = ["s", "es", "n", "en", "ns", "er", "ers", "ern", "schen"];

/// A form under its letters, and where in them its words meet.
#[derive(PartialEq)]
struct Joined {
    nature: Nature,
    seams: Box<[u16]>,
}

/// The rest of a term of several words, by its first two.
struct Chain {
    rest: Vec<u32>,
    kind: SpanKind,
}

/// The indexed terms.
#[derive(Default)]
pub struct Dictionary {
    exact: HashMap<String, Vec<Joined>>,
    longest: usize,
    numbers: HashMap<String, u32>,
    near: NearIndex,
    single: HashMap<u32, SpanKind>,
    chains: HashMap<(u32, u32), Vec<Chain>>,
    terms: usize,
}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Dictionary({} terms)", self.terms)
    }
}

impl Dictionary {
    /// Indexes a list.
    #[must_use]
    pub fn new<I>(entries: I) -> Self
    where
        I: IntoIterator<Item: Borrow<Entry>>,
    {
        let mut new = Self::default();
        for entry in entries {
            new.terms += 1;
            for form in terms::forms(entry.borrow()) {
                new.add(&form);
            }
        }
        new.near = NearIndex::new(&new.numbers);
        new
    }

    /// How many terms it was built from.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.terms
    }

    /// Whether there is no term in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.terms == 0
    }

    fn add(&mut self, form: &Form) {
        match (form.nature.how, form.words.as_slice()) {
            (How::Whole | How::Part, [word]) if word.chars().count() >= ONE_SLIP => {
                let number = self.number(word);
                self.single.entry(number).or_insert(form.nature.kind);
            }
            (How::Whole, [first, second, rest @ ..]) => {
                let pair = (self.number(first), self.number(second));
                let rest = rest.iter().map(|word| self.number(word)).collect();
                self.chains.entry(pair).or_default().push(Chain { rest, kind: form.nature.kind });
            }
            _ => {}
        }
        let key = form.words.concat();
        let ends = form.words.iter().scan(0_u16, |at, word| {
            *at = at.saturating_add(u16::try_from(word.len()).unwrap_or(u16::MAX));
            Some(*at)
        });
        let seams = ends.take(form.words.len().saturating_sub(1)).collect();
        self.longest = self.longest.max(key.len());
        let same = self.exact.entry(key).or_default();
        let joined = Joined { nature: form.nature, seams };
        if !same.contains(&joined) {
            same.push(joined);
        }
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(word.to_owned()).or_insert(next)
    }

    /// Every term in a folded text. `common` says what a word in small letters is besides. What lies within something `known` to be
    /// hidden is named only if it is surely a whole term: a part of a name must not cut a longer find in two.
    pub(super) fn find(&self, text: &str, known: &[Found], common: &CommonOf<'_>) -> Vec<Found> {
        if self.is_empty() {
            return Vec::new();
        }
        let words = words::cut(text);
        let search = Search { of: self, words: &words, shouting: is_shouting(&words), common };
        let mut found = search.exact();
        let mut sure = vec![false; words.len()];
        for hit in found.iter().filter(|f| f.confidence >= super::HIDE_AT) {
            let from = words.partition_point(|w| w.start < hit.start);
            sure.iter_mut().zip(&words).skip(from).take_while(|(_, w)| w.end <= hit.end).for_each(|(sure, _)| *sure = true);
        }
        found.extend(search.near(&sure));
        let within = Within::new(known);
        found.retain(|hit| hit.confidence >= WHOLE || !within.holds(hit));
        found
    }
}

/// What carries this much is a whole term.
const WHOLE: f32 = 0.95;

/// Ranges that are hidden already: sorted by start, each with the furthest end so far.
struct Within(Vec<(usize, usize)>);

impl Within {
    fn new(known: &[Found]) -> Self {
        let hidden = known.iter().filter(|f| f.confidence >= super::HIDE_AT);
        let mut ranges: Vec<(usize, usize)> = hidden.map(|f| (f.start, f.end)).collect();
        ranges.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut ranges {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self(ranges)
    }

    fn holds(&self, hit: &Found) -> bool {
        let before = self.0.partition_point(|(start, _)| *start <= hit.start);
        before.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|(_, furthest)| *furthest >= hit.end)
    }
}

fn is_shouting(words: &[Word]) -> bool {
    words.len() >= 5 && words.iter().filter(|w| w.caps).count() * 10 > words.len() * 6
}

/// One text being searched.
struct Search<'a> {
    of: &'a Dictionary,
    words: &'a [Word],
    shouting: bool,
    common: &'a CommonOf<'a>,
}

/// Words joined so far.
#[derive(Default)]
struct Run {
    key: String,
    spelled: String,
    seams: Vec<u16>,
    gaps: Vec<Gap>,
}

impl Run {
    fn push(&mut self, word: &Word) {
        if !self.key.is_empty() {
            self.seams.push(u16::try_from(self.key.len()).unwrap_or(u16::MAX));
            self.gaps.push(word.gap);
        }
        if !word.spelled.is_empty() && self.spelled.is_empty() {
            self.spelled.clone_from(&self.key);
        }
        if !word.spelled.is_empty() || !self.spelled.is_empty() {
            self.spelled.push_str(if word.spelled.is_empty() { &word.key } else { &word.spelled });
        }
        self.key.push_str(&word.key);
    }

    /// The words meet only where the term's own do, and nothing stands between them that would part a term.
    fn fits(&self, joined: &Joined, spelled: bool) -> bool {
        let code = joined.nature.how == How::Code;
        let person = joined.nature.kind == SpanKind::Person && !code;
        let gaps = self.gaps.iter().all(|gap| match gap {
            Gap::Mark | Gap::Space => true,
            Gap::Stop => person || code,
            Gap::Comma => person || joined.nature.kind == SpanKind::Location,
            Gap::Break => false,
        });
        // Letters spelled out shift the seams; such words are rare enough to be taken at their letters alone.
        // An initial without its space is the head of another word.
        let whole = joined.nature.how != How::Short || self.seams.len() == joined.seams.len();
        gaps && whole && (code || spelled || self.seams.iter().all(|seam| joined.seams.contains(seam)))
    }
}

impl Search<'_> {
    fn exact(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            let (hits, next) = self.exact_at(at);
            found.extend(hits);
            at = next;
        }
        found
    }

    /// What begins at a word, and where to go on: behind a sure term of several words, else at the next word.
    fn exact_at(&self, at: usize) -> (Vec<Found>, usize) {
        let (mut found, mut next, mut run) = (Vec::new(), at + 1, Run::default());
        for end in at..(at + JOINED_MAX).min(self.words.len()) {
            let Some(word) = self.words.get(end) else { break };
            if end > at && word.gap == Gap::Break {
                break;
            }
            run.push(word);
            if run.key.len() > self.of.longest + 5 {
                break;
            }
            if let Some(hit) = self.matched(&run, at, end + 1) {
                if hit.confidence >= super::HIDE_AT {
                    next = end + 1;
                }
                found.push(hit);
            }
        }
        (found, next)
    }

    fn matched(&self, run: &Run, from: usize, to: usize) -> Option<Found> {
        let words = self.words.get(from..to)?;
        let sight =
            Sight { words, before: from.checked_sub(1).and_then(|b| self.words.get(b)), shouting: self.shouting, common: self.common };
        let best = |key: &str, spelled: bool| {
            let fitting = self.of.exact.get(key)?.iter().filter(|joined| run.fits(joined, spelled));
            fitting
                .filter_map(|j| judge::exact(j.nature, j.seams.len() + 1, &sight).map(|c| (j.nature.kind, c)))
                .max_by(|a, b| a.1.total_cmp(&b.1))
        };
        let plain = best(&run.key, false).or_else(|| if run.spelled.is_empty() { None } else { best(&run.spelled, true) });
        let (kind, confidence) = plain.or_else(|| self.inflected(run, words))?;
        Some(Found { start: words.first()?.start, end: words.last()?.end, kind, confidence, rule: "dictionary" })
    }

    /// A term with an ending of the language on its last word. Only words that are nothing else.
    fn inflected(&self, run: &Run, words: &[Word]) -> Option<(SpanKind, f32)> {
        let last = words.last()?;
        if !last.key.ends_with(['s', 'n', 'r'])
            || last.letters() < 5
            || last.has_figure()
            || (self.common)(&last.lower, !last.capital) != Common::No
        {
            return None;
        }
        let bent = |ending: &&str| {
            let stem = run.key.strip_suffix(*ending).filter(|_| last.letters() >= ending.len() + 4)?;
            let form = self.of.exact.get(stem)?.iter().find(|j| j.nature.how != How::Code && run.fits(j, false))?;
            Some((form.nature.kind, if words.iter().any(|w| w.capital) { 0.9 } else { 0.7 }))
        };
        ENDINGS.iter().find_map(bent)
    }

    /// Mistyped terms among the words that nothing sure covers.
    fn near(&self, sure: &[bool]) -> Vec<Found> {
        let meant: Vec<Vec<(u32, usize)>> = self.words.iter().zip(sure).map(|(word, sure)| self.meant(word, *sure)).collect();
        let mut found = Vec::new();
        for (at, candidates) in meant.iter().enumerate() {
            for (number, slips) in candidates {
                let single = self.of.single.get(number).filter(|_| *slips > 0);
                found.extend(single.and_then(|kind| self.slipped(at, at + 1, *slips, *kind)));
                for (second, more) in meant.get(at + 1).into_iter().flatten() {
                    let chains = self.of.chains.get(&(*number, *second)).map(Vec::as_slice).unwrap_or_default();
                    found.extend(chains.iter().filter_map(|chain| self.chained(chain, at, slips + more, &meant)));
                }
            }
        }
        found
    }

    /// The listed words that a word stands for, with the slips in it.
    fn meant(&self, word: &Word, sure: bool) -> Vec<(u32, usize)> {
        if let Some(number) = self.of.numbers.get(&word.key) {
            return vec![(*number, 0)];
        }
        if sure || word.letters() < ONE_SLIP || word.has_figure() || (self.common)(&word.lower, !word.capital) != Common::No {
            return Vec::new();
        }
        let mut near = self.of.near.near(&word.key);
        if !judge::looks_like_a_name(word, self.shouting) {
            // Hands slip seldom on the first letter; without a capital there is nothing else to go by.
            near.retain(|(number, _)| self.of.near.first_letter(*number) == word.key.chars().next());
        }
        near
    }

    fn chained(&self, chain: &Chain, at: usize, slips: usize, meant: &[Vec<(u32, usize)>]) -> Option<Found> {
        let mut slips = slips;
        for (step, number) in chain.rest.iter().enumerate() {
            slips += meant.get(at + 2 + step)?.iter().find(|(n, _)| n == number)?.1;
        }
        self.slipped(at, at + 2 + chain.rest.len(), slips, chain.kind)
    }

    fn slipped(&self, from: usize, to: usize, slips: usize, kind: SpanKind) -> Option<Found> {
        let words = self.words.get(from..to)?;
        if words.iter().skip(1).any(|w| w.gap == Gap::Break || w.gap == Gap::Comma && kind != SpanKind::Person) {
            return None;
        }
        let confidence = judge::near(slips, words, self.shouting)?;
        let start = self.initial_before(from, kind).unwrap_or(words.first()?.start);
        Some(Found { start, end: words.last()?.end, kind, confidence, rule: "dictionary-near" })
    }

    /// "K. Okafro": the initial goes with the name.
    fn initial_before(&self, from: usize, kind: SpanKind) -> Option<usize> {
        let initial = self.words.get(from.checked_sub(1)?)?;
        let close = matches!(self.words.get(from)?.gap, Gap::Stop | Gap::Space | Gap::Mark);
        (kind == SpanKind::Person && initial.capital && initial.letters() == 1 && close).then_some(initial.start)
    }
}

#[cfg(test)]
mod tests;
