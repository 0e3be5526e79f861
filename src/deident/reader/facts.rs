//! What is known of each token by itself, and how the same word stands elsewhere in the text.
//!
//! Refuses to keep text: everything becomes numbers.

use std::collections::HashMap;

use super::classes::Classes;
use super::senses::{self, Sense};
use crate::deident::lexicon::Lexicon;
use crate::deident::token::{Shape, Token};
use crate::domain::contact::Language;

/// Facts of one token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts {
    /// The word; of a number, its form only.
    pub(super) word: u64,
    pub(super) start: u64,
    /// Its last two, three and four letters.
    pub(super) ends: [u64; 3],
    /// How it is written.
    pub(super) shape: u64,
    /// What the lists know of it.
    pub(super) lists: u64,
    pub(super) classes: u64,
    /// What it means, roughly.
    pub(super) sense: Sense,
    /// Stands for somebody: "he", "my", "who", a name.
    pub(super) somebody: u64,
    /// Ends a sentence.
    pub(super) stop: bool,
    /// Of a token written in one with its neighbours: how the whole looks, "9.99" or "9/9".
    pub(super) run: u64,
    /// Of a number: about how large.
    pub(super) size: u64,
    /// Opens a sentence, follows a line break, stands glued to the token before.
    pub(super) place: u64,
    /// How the word stands elsewhere: small, with a capital inside a sentence.
    pub(super) elsewhere: u64,
}

/// What stands beyond either end of the text.
pub(super) const EDGE: Facts = Facts {
    word: 1,
    start: 1,
    ends: [1; 3],
    shape: 63,
    lists: 0,
    classes: 0,
    sense: Sense { narrow: 0, wide: 0 },
    somebody: 0,
    stop: true,
    run: 0,
    size: 0,
    place: 0,
    elsewhere: 0,
};

/// Written like a name in the middle of a sentence.
const NAMED: u64 = 9;
/// The bit of a word that names a product together with its neighbour.
const PRODUCT_OF_TWO: u64 = 1 << 7;

const PRIME: u64 = 0x9e37_79b9_7f4a_7c15;

/// One number out of two.
pub(super) const fn mix(a: u64, b: u64) -> u64 {
    let x = (a ^ b.rotate_left(29)).wrapping_mul(PRIME);
    x ^ (x >> 31)
}

fn hash(text: &str) -> u64 {
    text.bytes().fold(PRIME, |state, byte| mix(state, u64::from(byte)))
}

/// The last `count` characters.
fn tail(text: &str, count: usize) -> &str {
    let from = text.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or(text)
}

fn head(text: &str, count: usize) -> &str {
    let to = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    text.get(..to).unwrap_or(text)
}

/// Figures become 9, letters A or a, so that "BL-208" and "TD-604" look alike.
fn outline(text: &str) -> u64 {
    text.chars().take(12).fold(PRIME, |state, c| {
        let mark = match c {
            _ if c.is_numeric() => '9',
            _ if c.is_uppercase() => 'A',
            _ if c.is_alphabetic() => 'a',
            _ => c,
        };
        mix(state, u64::from(u32::from(mark)))
    })
}

/// Small number, hour, minute, age, year, and so on.
fn size(text: &str) -> u64 {
    match text.parse::<u64>() {
        Ok(0) => 1,
        Ok(1..=12) => 2,
        Ok(13..=24) => 3,
        Ok(25..=59) => 4,
        Ok(60..=110) => 5,
        Ok(1900..=2099) => 7,
        Ok(n) if text.len() == 4 && n / 100 < 24 && n % 100 < 60 => 8,
        Ok(_) => 9 + u64::try_from(text.len().min(12)).unwrap_or_default(),
        Err(_) => 0,
    }
}

fn shape(token: &Token<'_>, shouting: bool) -> u64 {
    match token.shape {
        Shape::Lower => 0,
        Shape::Capital => 1,
        Shape::Initial => 2,
        Shape::Caps if shouting => 3,
        Shape::Caps if token.text.len() <= 4 => 4,
        Shape::Caps => 5,
        Shape::Number if token.text.bytes().all(|b| b.is_ascii_digit()) => 6 + u64::try_from(token.text.len().min(6)).unwrap_or_default(),
        Shape::Number => 13,
        Shape::Mark => 14 + hash(token.text) % 40,
    }
}

fn listed(token: &Token<'_>, lexicon: &Lexicon, language: Language) -> u64 {
    let lower = token.lower.as_str();
    if !token.is_word() {
        return 0;
    }
    [
        lexicon.is_given(lower),
        lexicon.is_surname(lower),
        lexicon.is_place(lower),
        lexicon.is_everyday(lower, language),
        lexicon.is_innocent(lower),
        lexicon.is_ambiguous(lower),
        lexicon.is_product(lower),
    ]
    .into_iter()
    .enumerate()
    .fold(0, |bits, (at, fact)| bits | u64::from(fact) << at)
}

fn one(token: &Token<'_>, lexicon: &Lexicon, classes: &Classes, language: Language, shouting: bool) -> Facts {
    let lower = token.lower.as_str();
    let number = token.shape == Shape::Number;
    Facts {
        word: if number { outline(token.text) } else { hash(lower) },
        start: hash(head(lower, 3)),
        ends: if number { [2; 3] } else { [hash(tail(lower, 2)), hash(tail(lower, 3)), hash(tail(lower, 4))] },
        shape: shape(token, shouting),
        lists: listed(token, lexicon, language),
        classes: u64::from(classes.of(lower)),
        sense: if number { Sense::default() } else { senses::of(lower, language) },
        somebody: match classes.somebody(lower) {
            0 if token.is_capital() && !token.opens => NAMED,
            group => group,
        },
        stop: matches!(token.text, "." | "!" | "?" | ";"),
        run: 0,
        size: if number { size(token.text) } else { 0 },
        place: u64::from(token.opens) | u64::from(token.new_line) << 1 | u64::from(token.glued) << 2,
        elsewhere: 0,
    }
}

/// The facts of every token.
pub(super) fn of(tokens: &[Token<'_>], lexicon: &Lexicon, classes: &Classes, language: Language, shouting: bool) -> Vec<Facts> {
    let mut facts: Vec<Facts> = tokens.iter().map(|token| one(token, lexicon, classes, language, shouting)).collect();
    let mut seen: HashMap<u64, u64> = HashMap::new();
    for (token, fact) in tokens.iter().zip(&facts) {
        let bit = match token.shape {
            Shape::Lower => 1,
            Shape::Capital if !token.opens => 2,
            _ => 0,
        };
        *seen.entry(fact.word).or_default() |= bit;
    }
    note_runs(&mut facts, tokens);
    note_products(&mut facts, tokens, lexicon);
    for fact in &mut facts {
        fact.elsewhere = seen.get(&fact.word).copied().unwrap_or_default() | u64::from(shouting) << 2;
    }
    facts
}

/// Looks at tokens with nothing between them as one: how it is written, and which part of it each token is.
fn note_runs(facts: &mut [Facts], tokens: &[Token<'_>]) {
    let mut rest = tokens;
    let mut facts = facts;
    while let Some((_, others)) = rest.split_first() {
        let length = 1 + others.iter().take_while(|t| t.glued && !t.new_line).count();
        let (run, later) = rest.split_at(length);
        let (own, further) = facts.split_at_mut(length);
        if length > 1 {
            let whole = run.iter().take(8).fold(PRIME, |state, token| mix(state, outline(token.text)));
            for (part, fact) in own.iter_mut().take(12).enumerate() {
                fact.run = mix(whole, u64::try_from(part).unwrap_or_default());
            }
        }
        (rest, facts) = (later, further);
    }
}

/// Marks both words of a product named by two.
fn note_products(facts: &mut [Facts], tokens: &[Token<'_>], lexicon: &Lexicon) {
    for (at, pair) in tokens.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        if first.is_word() && lexicon.are_product(&first.lower, &second.lower) {
            facts.iter_mut().skip(at).take(2).for_each(|fact| fact.lists |= PRODUCT_OF_TWO);
        }
    }
}
