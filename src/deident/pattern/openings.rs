//! Draws from a pattern the short strings of which one has to stand in any text it matches: "bed ", "0:0" for a clock time, "AA00".
//!
//! Strings are drawn in two views of the text: small letters with every figure as nought, and shapes (capital, small letter, figure).
//! Refuses a pattern that asks for nothing rare; such a one is always tried.

use regex_syntax::hir::literal::{ExtractKind, Extractor};
use regex_syntax::hir::{Class, ClassBytes, ClassBytesRange, Hir, HirKind, Look, Repetition};

/// So many bytes of a string are looked for.
const LENGTH: usize = 8;
/// So many strings a pattern may have.
const MOST: usize = 250;
/// Strings commoner than this are of no use.
const RARE: f32 = 1.8;
/// Strings as rare as this need no better.
const GOOD: f32 = 2.6;

/// How a text is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// Small letters.
    Words,
    /// Capital, small letter.
    Shapes,
}

impl View {
    /// What a byte is seen as. Spaces are one, figures are one, and so is everything beyond ASCII.
    pub(super) const fn of(self, byte: u8) -> u8 {
        match byte {
            b'0'..=b'9' => b'0',
            b'\t'..=b'\r' => b' ',
            0x80.. => 0xff,
            b'A'..=b'Z' if matches!(self, Self::Shapes) => b'A',
            b'a'..=b'z' if matches!(self, Self::Shapes) => b'a',
            _ => byte.to_ascii_lowercase(),
        }
    }

    /// Roughly how rare a byte is, in this view.
    const fn worth(self, seen: u8) -> f32 {
        match (self, seen) {
            (Self::Shapes, b'a') => 0.1,
            (Self::Shapes, b'A') => 0.7,
            (_, b' ') => 0.4,
            (_, b'a'..=b'z') => 0.8,
            (_, b'0') => 1.0,
            _ => 1.8,
        }
    }
}

/// A string to look for.
#[derive(Debug)]
pub(super) struct Opening {
    pub(super) bytes: Vec<u8>,
    pub(super) view: View,
    /// A word has to start with it.
    pub(super) word: bool,
}

/// Strings of which one must stand in the text.
#[derive(Debug)]
struct Choice {
    openings: Vec<Opening>,
    /// Of the commonest.
    worth: f32,
}

/// The strings to look for; `None` when the pattern asks for nothing rare.
pub(super) fn draw(hir: &Hir) -> Option<Vec<Opening>> {
    best(hir).filter(|choice| choice.worth >= RARE).map(|choice| choice.openings)
}

fn best(hir: &Hir) -> Option<Choice> {
    match hir.kind() {
        HirKind::Capture(capture) => best(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => rarer(best(&repetition.sub), plain(std::slice::from_ref(hir))),
        HirKind::Alternation(ways) => rarer(each(ways), plain(std::slice::from_ref(hir))),
        HirKind::Concat(parts) => in_turn(parts),
        HirKind::Empty | HirKind::Look(_) => None,
        _ => plain(std::slice::from_ref(hir)),
    }
}

/// The rarest of what stands at some place of a run of parts; a good one ends the search.
fn in_turn(parts: &[Hir]) -> Option<Choice> {
    let mut found: Option<Choice> = None;
    for (at, part) in parts.iter().enumerate() {
        let tail = parts.get(at..).and_then(plain);
        found = rarer(found, tail);
        if found.as_ref().is_some_and(|choice| choice.worth >= GOOD) {
            break;
        }
        found = rarer(found, best(part));
    }
    found
}

fn rarer(one: Option<Choice>, other: Option<Choice>) -> Option<Choice> {
    match (one, other) {
        (Some(a), Some(b)) => Some(if b.worth > a.worth { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// A choice for every way.
fn each(ways: &[Hir]) -> Option<Choice> {
    ways.iter().map(best).try_fold(Choice { openings: Vec::new(), worth: f32::MAX }, |mut all, choice| {
        let choice = choice?;
        all.openings.extend(choice.openings);
        (all.openings.len() <= MOST).then_some(Choice { worth: all.worth.min(choice.worth), ..all })
    })
}

/// What a run of parts starts with, in the view that says more.
fn plain(parts: &[Hir]) -> Option<Choice> {
    let word = parts.first().is_some_and(starts_a_word);
    let words = seen(parts, word, View::Words);
    if words.as_ref().is_some_and(|choice| choice.worth >= GOOD) { words } else { rarer(words, seen(parts, word, View::Shapes)) }
}

fn seen(parts: &[Hir], word: bool, view: View) -> Option<Choice> {
    let hir = Hir::concat(parts.iter().map(|part| view_of(part, view)).collect());
    let mut extractor = Extractor::new();
    extractor.kind(ExtractKind::Prefix).limit_class(8).limit_repeat(4).limit_literal_len(LENGTH).limit_total(MOST);
    let mut found = extractor.extract(&hir);
    found.make_inexact();
    found.dedup();
    let openings: Vec<Opening> =
        found.literals()?.iter().map(|literal| Opening { bytes: literal.as_bytes().to_vec(), view, word }).collect();
    let worth = |opening: &Opening| opening.bytes.iter().map(|&byte| view.worth(byte)).sum::<f32>();
    let least = openings.iter().map(worth).fold(f32::MAX, f32::min);
    (!openings.is_empty()).then_some(Choice { openings, worth: least })
}

fn starts_a_word(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Look(look) => *look == Look::WordUnicode,
        HirKind::Capture(capture) => starts_a_word(&capture.sub),
        HirKind::Concat(parts) => parts.first().is_some_and(starts_a_word),
        _ => false,
    }
}

/// The pattern as it stands in a view: matches the view of whatever the pattern matches.
fn view_of(hir: &Hir, view: View) -> Hir {
    let of = |part: &Hir| view_of(part, view);
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Hir::empty(),
        HirKind::Literal(literal) => Hir::literal(literal.0.iter().map(|&byte| view.of(byte)).collect::<Vec<u8>>()),
        HirKind::Class(class) => letters(class, view),
        HirKind::Repetition(repetition) => Hir::repetition(Repetition { sub: Box::new(of(&repetition.sub)), ..repetition.clone() }),
        HirKind::Capture(capture) => of(&capture.sub),
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(of).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.iter().map(of).collect()),
    }
}

/// The members as they are seen: of those beyond ASCII, only how many bytes they take. The Kelvin sign and the long s, which stand for k
/// and s where capitals do not matter, are left out: folding has made them plain.
fn letters(class: &Class, view: View) -> Hir {
    let ranges: Vec<(u32, u32)> = match class {
        Class::Unicode(class) => class.iter().map(|r| (u32::from(r.start()), u32::from(r.end()))).collect(),
        Class::Bytes(class) => class.iter().map(|r| (u32::from(r.start()), u32::from(r.end()))).collect(),
    };
    let folded = |start: u32, end: u32| start == end && matches!(start, 0x17f | 0x212a);
    let has = |from: u32, to: u32| ranges.iter().any(|&(start, end)| start <= to && end >= from && !folded(start, end));
    let members = (0_u8..0x80).filter(|&byte| has(u32::from(byte), u32::from(byte))).map(|byte| view.of(byte));
    let plain = Hir::class(Class::Bytes(ClassBytes::new(members.map(|byte| ClassBytesRange::new(byte, byte)))));
    let mut ways = vec![plain];
    for (bytes, from, to) in [(2, 0x80, 0x7ff), (3, 0x800, 0xffff), (4, 0x1_0000, 0x10_ffff)] {
        if has(from, to) {
            ways.push(Hir::literal(vec![0xff; bytes]));
        }
    }
    Hir::alternation(ways)
}
