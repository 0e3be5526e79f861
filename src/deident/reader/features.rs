//! What the reader looks at to judge a token: the token, three neighbours on either side and pairs of these, the meanings of three more,
//! and the nearest word that stands for somebody.
//!
//! Refuses words further off. The weights hold for exactly these features: after a change, train anew.

use super::facts::{EDGE, Facts, mix};
use crate::domain::contact::Language;

/// Features of one token.
pub(super) const FEATURES: usize = 84;

/// A token with what stands around it.
struct Near<'a> {
    far: &'a Facts,
    before: &'a Facts,
    last: &'a Facts,
    this: &'a Facts,
    next: &'a Facts,
    after: &'a Facts,
    beyond: &'a Facts,
    /// How the token is written, and how large a number it is.
    own: u64,
    /// What the lists know of it, and how it is written.
    known: u64,
    tongue: u64,
    /// Who was spoken of last, and who is next.
    subject: u64,
    ahead: u64,
}

fn fact(facts: &[Facts], at: usize, step: isize) -> &Facts {
    at.checked_add_signed(step).and_then(|place| facts.get(place)).unwrap_or(&EDGE)
}

/// The features of the token at `at`.
pub(super) fn of(facts: &[Facts], at: usize, language: Language) -> [u64; FEATURES] {
    let [far, before, last, this, next, after, beyond] = [-3, -2, -1, 0, 1, 2, 3].map(|step| fact(facts, at, step));
    let tongue = match language {
        Language::English => 1_u64,
        Language::Spanish => 2,
        Language::French => 3,
        Language::German => 4,
    };
    let (own, known) = (this.shape | this.size << 8, mix(this.lists, this.shape));
    let (subject, ahead) = (nearest(facts, at, -1), nearest(facts, at, 1));
    let near = Near { far, before, last, this, next, after, beyond, own, known, tongue, subject, ahead };
    let pairs = itself(&near).into_iter().chain(beside(&near)).chain(together(&near)).chain(meant(&near)).chain(people(&near));
    let numbered = (1_u64..).zip(pairs).map(|(number, (a, b))| mix(mix(number, a), b));
    let mut all = [0; FEATURES];
    all.iter_mut().zip(numbered.chain(around(facts, at))).for_each(|(place, feature)| *place = feature);
    all
}

/// The token by itself.
fn itself(near: &Near<'_>) -> [(u64, u64); 13] {
    let Near { this, own, known, tongue, .. } = *near;
    [
        (0, 0),
        (mix(own, tongue), 0),
        (this.word, 0),
        (this.word, this.shape),
        (this.start, this.shape),
        (this.ends[0], this.shape),
        (this.ends[1], tongue),
        (this.ends[2], 0),
        (known, this.classes),
        (known, tongue),
        (this.classes, this.shape),
        (this.elsewhere, known),
        (this.place, own),
    ]
}

/// A neighbour and how the token is written.
fn beside(near: &Near<'_>) -> [(u64, u64); 20] {
    let Near { far, before, last, this, next, after, beyond, own, .. } = *near;
    [
        (last.word, 0),
        (last.word, own),
        (last.classes, own),
        (last.lists, own),
        (last.shape, own),
        (last.ends[1], own),
        (last.size, own),
        (next.word, 0),
        (next.word, own),
        (next.classes, own),
        (next.lists, own),
        (next.shape | next.place << 8, own),
        (before.word, 0),
        (before.word, own),
        (before.classes, mix(last.shape, own)),
        (after.word, 0),
        (after.classes, mix(next.shape, own)),
        (far.word, this.shape),
        (far.classes, own),
        (beyond.word, this.shape),
    ]
}

/// Several neighbours at once, and what is written in one with the token.
fn together(near: &Near<'_>) -> [(u64, u64); 15] {
    let Near { before, last, this, next, after, own, known, .. } = *near;
    [
        (mix(before.word, last.word), this.shape),
        (mix(next.word, after.word), this.shape),
        (mix(last.word, next.word), this.shape),
        (mix(last.word, this.word), 0),
        (mix(this.word, next.word), 0),
        (mix(last.shape, next.shape), mix(own, last.place)),
        (mix(mix(before.shape, last.shape), mix(next.shape, after.shape)), own),
        (mix(last.classes, next.classes), own),
        (mix(last.lists, last.shape), mix(known, next.shape)),
        (mix(next.lists, next.shape), known),
        (mix(before.classes, last.classes), own),
        (this.run, own),
        (this.run, mix(own, last.word)),
        (this.run, mix(own, next.word)),
        (last.run, next.run),
    ]
}

/// What the token and its neighbours mean.
fn meant(near: &Near<'_>) -> [(u64, u64); 21] {
    let Near { far, before, last, this, next, after, beyond, known, .. } = *near;
    [
        (this.sense.narrow, 0),
        (this.sense.narrow, this.shape),
        (this.sense.wide, known),
        (last.sense.narrow, this.shape),
        (next.sense.narrow, this.shape),
        (last.sense.wide, this.sense.wide),
        (this.sense.wide, next.sense.wide),
        (last.sense.wide, mix(this.shape, next.sense.wide)),
        (before.sense.narrow, this.sense.wide),
        (after.sense.narrow, this.sense.wide),
        (last.word, this.sense.narrow),
        (next.word, this.sense.narrow),
        (before.word, this.sense.narrow),
        (after.word, this.sense.wide),
        (mix(before.word, last.word), this.sense.wide),
        (mix(last.sense.wide, this.sense.wide), next.sense.wide),
        (last.sense.narrow, this.sense.narrow),
        (far.sense.wide, this.sense.wide),
        (beyond.sense.wide, this.sense.wide),
        (last.classes, this.sense.wide),
        (mix(last.sense.narrow, next.sense.narrow), 0),
    ]
}

/// The nearest words that stand for somebody.
fn people(near: &Near<'_>) -> [(u64, u64); 6] {
    let Near { last, this, next, own, subject, ahead, .. } = *near;
    [
        (subject, this.sense.narrow),
        (subject, this.word),
        (subject, mix(this.sense.wide, last.sense.wide)),
        (subject, mix(this.sense.wide, next.sense.wide)),
        (subject, mix(ahead, own)),
        (ahead, this.sense.narrow),
    ]
}

/// Meanings and words four to six tokens off; they count alike wherever they stand.
fn around(facts: &[Facts], at: usize) -> impl Iterator<Item = u64> {
    let wide = fact(facts, at, 0).sense.wide;
    let behind = [-4, -5, -6].map(|step| fact(facts, at, step));
    let ahead = [4, 5, 6].map(|step| fact(facts, at, step));
    let meanings = behind.map(|one| loose(1, one.sense.narrow, 1)).into_iter().chain(ahead.map(|one| loose(1, one.sense.narrow, 2)));
    meanings.chain(behind.map(|one| loose(2, one.word, wide)))
}

/// A feature without a place.
const fn loose(group: u64, a: u64, b: u64) -> u64 {
    mix(mix(7000 + group, a), b)
}

/// The nearest word that stands for somebody, within the sentence and twelve words.
fn nearest(facts: &[Facts], at: usize, step: isize) -> u64 {
    let mut place = at;
    for _ in 0..12 {
        let Some(next) = place.checked_add_signed(step) else { return 0 };
        let Some(fact) = facts.get(next) else { return 0 };
        if fact.somebody != 0 {
            return fact.somebody;
        }
        if fact.stop {
            return 0;
        }
        place = next;
    }
    0
}
