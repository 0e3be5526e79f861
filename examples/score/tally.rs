//! Counting letters, marks, words and texts: once for what is hidden at once, once with doubts taken as hidden.

use std::collections::BTreeMap;

use candor::deident::HIDE_AT;
use candor::domain::redaction::Span;

use crate::corpus::{Form, Text, family};

/// Letters either side of a mark that a hidden piece may take in without blame, in the lenient figure.
const HALO: usize = 15;
/// Words inside marks that give nobody away.
const SMALL: [&str; 20] =
    ["the", "a", "an", "of", "and", "in", "at", "on", "to", "for", "by", "with", "mr", "mrs", "ms", "dr", "no", "nos", "s", "miss"];

/// Some out of all.
#[derive(Clone, Copy, Default)]
pub struct Share {
    pub some: usize,
    pub all: usize,
}

impl Share {
    fn add(&mut self, counts: bool) {
        self.all += 1;
        self.some += usize::from(counts);
    }

    /// In percent.
    pub fn percent(self) -> Option<f64> {
        (self.all > 0).then(|| 100.0 * self.some as f64 / self.all as f64)
    }
}

/// One way of looking at the spans.
#[derive(Default)]
pub struct Counts {
    /// Letters and figures of marks that stay readable.
    pub leaked: Share,
    /// Marks hidden whole.
    pub whole: Share,
    pub kinds: BTreeMap<String, Share>,
    /// Hidden letters and figures that are marked, and with the halo.
    pub strict: Share,
    pub lenient: Share,
    /// Texts with marks of which nothing leaked; texts without marks left as they were.
    pub tight: Share,
    pub untouched: Share,
    /// Words hidden whole.
    pub words: Share,
}

/// Both ways.
#[derive(Default)]
pub struct Tally {
    pub texts: usize,
    pub at_once: Counts,
    pub with_doubts: Counts,
}

impl Tally {
    pub fn add(&mut self, text: &Text, spans: &[Span], form: &Form) {
        self.texts += 1;
        let sure: Vec<Span> = spans.iter().filter(|s| s.confidence >= HIDE_AT).cloned().collect();
        self.at_once.add(text, &sure, form);
        self.with_doubts.add(text, spans, form);
    }
}

impl Counts {
    fn add(&mut self, text: &Text, spans: &[Span], form: &Form) {
        let length = text.letters.len();
        let hidden = cover(length, spans.iter().map(|s| (s.start, s.end)));
        let words = words(&text.letters);
        let telling = telling(text, &words, form);
        let mut leaks = false;
        for mark in text.marks.iter().filter(|m| m.must) {
            let letters: Vec<usize> = (mark.start..mark.end).filter(|at| telling[*at]).collect();
            let readable = letters.iter().filter(|at| !hidden[**at]).count();
            self.leaked.all += letters.len();
            self.leaked.some += readable;
            self.whole.add(readable == 0);
            self.kinds.entry(mark.kind.clone()).or_default().add(readable == 0);
            leaks |= readable > 0;
        }
        match text.marks.iter().any(|m| m.must) {
            true => self.tight.add(!leaks),
            // What a corpus does not mark at all may be hidden without blame.
            false => self.untouched.add(!spans.iter().any(|s| form.families.contains(family(s.kind)))),
        }
        for (start, end) in &words {
            self.words.add(hidden[*start..*end].iter().all(|h| *h));
        }
        self.precision(text, spans, form);
    }

    /// Of the hidden letters of families the corpus marks, those inside marks. Letters of marks that need not go are left out, unless
    /// the corpus says of each mark whether it has to.
    fn precision(&mut self, text: &Text, spans: &[Span], form: &Form) {
        let length = text.letters.len();
        let right = cover(length, text.marks.iter().filter(|m| m.must).map(|m| (m.start, m.end)));
        let free = cover(length, text.marks.iter().filter(|m| !m.must && !form.weighed).map(|m| (m.start, m.end)));
        let around =
            cover(length, text.marks.iter().filter(|m| m.must).map(|m| (m.start.saturating_sub(HALO), (m.end + HALO).min(length))));
        for span in spans.iter().filter(|s| form.families.contains(family(s.kind))) {
            let touches = right[span.start..span.end].contains(&true);
            for at in (span.start..span.end).filter(|at| text.letters[*at].is_alphanumeric() && (right[*at] || !free[*at])) {
                self.strict.add(right[at]);
                self.lenient.add(right[at] || touches && around[at]);
            }
        }
    }
}

fn cover(length: usize, ranges: impl Iterator<Item = (usize, usize)>) -> Vec<bool> {
    let mut mask = vec![false; length];
    ranges.for_each(|(start, end)| mask[start..end].fill(true));
    mask
}

/// Runs of letters and figures.
fn words(letters: &[char]) -> Vec<(usize, usize)> {
    let (mut words, mut start) = (Vec::new(), None);
    for at in 0..=letters.len() {
        match (letters.get(at).is_some_and(|c| c.is_alphanumeric()), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Letters and figures whose being readable is a leak: all, but for small words in marks that hold something else.
fn telling(text: &Text, words: &[(usize, usize)], form: &Form) -> Vec<bool> {
    let mut telling: Vec<bool> = text.letters.iter().map(|c| c.is_alphanumeric()).collect();
    if !form.small_words {
        return telling;
    }
    for mark in &text.marks {
        let inside: Vec<_> = words.iter().filter(|(start, end)| *start < mark.end && mark.start < *end).collect();
        let small =
            |(start, end): (usize, usize)| SMALL.contains(&text.letters[start..end].iter().collect::<String>().to_lowercase().as_str());
        if inside.iter().any(|w| !small(**w)) {
            inside.iter().filter(|w| small(***w)).for_each(|(start, end)| telling[*start..*end].fill(false));
        }
    }
    telling
}
