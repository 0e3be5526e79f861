//! What the reader looks at to judge a token: the token, three neighbours on either side and pairs of these, the meanings of three more,
//! and the nearest word that stands for somebody.
//!
//! Refuses words from other sentences. The weights hold for exactly these features: after a change, train anew.

use super::facts::{EDGE, Facts, mix};
use crate::domain::contact::Language;

/// Features of one token.
pub(super) const FEATURES: usize = 84;

/// The features of the token at `at`.
pub(super) fn of(facts: &[Facts], at: usize, language: Language) -> [u64; FEATURES] {
    let near = |step: isize| at.checked_add_signed(step).and_then(|place| facts.get(place)).unwrap_or(&EDGE);
    let [far, before, last, this, next, after, beyond] = [-3, -2, -1, 0, 1, 2, 3].map(near);
    let tongue = match language {
        Language::English => 1_u64,
        Language::Spanish => 2,
        Language::French => 3,
        Language::German => 4,
    };
    let own = this.shape | this.size << 8;
    let known = mix(this.lists, this.shape);
    let spoken = mix(own, tongue);
    let subject = nearest(facts, at, -1);
    let ahead = nearest(facts, at, 1);
    let [w4, w5, w6, v4, v5, v6] = [-4, -5, -6, 4, 5, 6].map(near);
    let mut number = 0_u64;
    let mut pair = |a: u64, b: u64| {
        number += 1;
        mix(mix(number, a), b)
    };
    [
        pair(0, 0),
        pair(spoken, 0),
        pair(this.word, 0),
        pair(this.word, this.shape),
        pair(this.start, this.shape),
        pair(this.ends[0], this.shape),
        pair(this.ends[1], tongue),
        pair(this.ends[2], 0),
        pair(known, this.classes),
        pair(known, tongue),
        pair(this.classes, this.shape),
        pair(this.elsewhere, known),
        pair(this.place, own),
        pair(last.word, 0),
        pair(last.word, own),
        pair(last.classes, own),
        pair(last.lists, own),
        pair(last.shape, own),
        pair(last.ends[1], own),
        pair(last.size, own),
        pair(next.word, 0),
        pair(next.word, own),
        pair(next.classes, own),
        pair(next.lists, own),
        pair(next.shape | next.place << 8, own),
        pair(before.word, 0),
        pair(before.word, own),
        pair(before.classes, mix(last.shape, own)),
        pair(after.word, 0),
        pair(after.classes, mix(next.shape, own)),
        pair(mix(before.word, last.word), this.shape),
        pair(mix(next.word, after.word), this.shape),
        pair(mix(last.word, next.word), this.shape),
        pair(mix(last.word, this.word), 0),
        pair(mix(this.word, next.word), 0),
        pair(mix(last.shape, next.shape), mix(own, last.place)),
        pair(mix(mix(before.shape, last.shape), mix(next.shape, after.shape)), own),
        pair(mix(last.classes, next.classes), own),
        pair(mix(last.lists, last.shape), mix(known, next.shape)),
        pair(mix(next.lists, next.shape), known),
        pair(far.word, this.shape),
        pair(far.classes, own),
        pair(beyond.word, this.shape),
        pair(mix(before.classes, last.classes), own),
        pair(this.sense.narrow, 0),
        pair(this.sense.narrow, this.shape),
        pair(this.sense.wide, known),
        pair(last.sense.narrow, this.shape),
        pair(next.sense.narrow, this.shape),
        pair(last.sense.wide, this.sense.wide),
        pair(this.sense.wide, next.sense.wide),
        pair(last.sense.wide, mix(this.shape, next.sense.wide)),
        pair(before.sense.narrow, this.sense.wide),
        pair(after.sense.narrow, this.sense.wide),
        pair(last.word, this.sense.narrow),
        pair(next.word, this.sense.narrow),
        pair(before.word, this.sense.narrow),
        pair(after.word, this.sense.wide),
        pair(mix(before.word, last.word), this.sense.wide),
        pair(mix(last.sense.wide, this.sense.wide), next.sense.wide),
        pair(last.sense.narrow, this.sense.narrow),
        pair(far.sense.wide, this.sense.wide),
        pair(beyond.sense.wide, this.sense.wide),
        pair(last.classes, this.sense.wide),
        pair(this.run, own),
        pair(this.run, mix(own, last.word)),
        pair(this.run, mix(own, next.word)),
        pair(last.run, next.run),
        pair(subject, this.sense.narrow),
        pair(subject, this.word),
        pair(subject, mix(this.sense.wide, last.sense.wide)),
        pair(subject, mix(this.sense.wide, next.sense.wide)),
        pair(subject, mix(ahead, own)),
        pair(ahead, this.sense.narrow),
        loose(1, w4.sense.narrow, 1),
        loose(1, w5.sense.narrow, 1),
        loose(1, w6.sense.narrow, 1),
        loose(1, v4.sense.narrow, 2),
        loose(1, v5.sense.narrow, 2),
        loose(1, v6.sense.narrow, 2),
        loose(2, w4.word, this.sense.wide),
        loose(2, w5.word, this.sense.wide),
        loose(2, w6.word, this.sense.wide),
        pair(mix(last.sense.narrow, next.sense.narrow), 0),
    ]
}

/// A feature whose words count alike wherever they stand.
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
