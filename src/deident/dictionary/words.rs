//! Words of a text or term in the form in which they are compared: small letters without marks.
//!
//! Cuts finer than `token.rs`: a hyphen or apostrophe parts words here, because people leave them out. Refuses to judge.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One run of letters and figures.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent fact about how the word is written")]
pub(super) struct Word {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    /// As written, in small letters.
    pub(super) lower: String,
    /// Without marks: `ü` is `u`.
    pub(super) key: String,
    /// The same with German and Nordic letters spelled out: `ü` is `ue`; empty when that changes nothing.
    pub(super) spelled: String,
    /// First letter is a capital.
    pub(super) capital: bool,
    /// All letters are capitals, two at least.
    pub(super) caps: bool,
    /// A sentence or line starts with it.
    pub(super) opens: bool,
    /// A quotation mark stands right before it.
    pub(super) quoted: bool,
    /// What parts it from the word before.
    pub(super) gap: Gap,
}

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// One mark as inside of names and numbers, nothing else.
    Mark,
    /// White space, one line break at most.
    Space,
    /// A full stop and a space, as after an initial.
    Stop,
    /// A comma and a space.
    Comma,
    /// Anything else.
    Break,
}

impl Word {
    /// Letters of the key.
    pub(super) fn letters(&self) -> usize {
        self.key.chars().count()
    }

    /// Whether there is a figure in it.
    pub(super) fn has_figure(&self) -> bool {
        self.key.chars().any(char::is_numeric)
    }
}

/// Cuts a text. Linear in its length.
pub(super) fn cut(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut start, mut done) = (None, 0);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric() || is_combining_mark(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let between = text.get(done..from).unwrap_or_default();
                words.extend(text.get(from..at).map(|piece| word(piece, from, between, words.is_empty())));
                (start, done) = (None, at);
            }
            _ => {}
        }
    }
    words
}

fn word(piece: &str, start: usize, between: &str, first: bool) -> Word {
    let lower = piece.to_lowercase();
    let key = plain(&lower, false);
    let spelled = if lower.is_ascii() { String::new() } else { plain(&lower, true) };
    let caps = piece.chars().count() > 1 && piece.chars().all(|c| !c.is_lowercase()) && piece.chars().any(char::is_uppercase);
    Word {
        start,
        end: start + piece.len(),
        capital: piece.chars().next().is_some_and(char::is_uppercase),
        caps,
        opens: first || between.contains(['.', '!', '?', ':', '\n', '\u{2022}', '\u{2026}']),
        quoted: between.ends_with(['"', '\'']),
        gap: if first { Gap::Break } else { gap(between) },
        spelled: if spelled == key { String::new() } else { spelled },
        lower,
        key,
    }
}

fn gap(between: &str) -> Gap {
    let spaces =
        |text: &str| !text.is_empty() && text.len() <= 3 && text.chars().all(char::is_whitespace) && text.matches('\n').count() < 2;
    match between {
        "-" | "'" | "_" | "/" | "." | ":" | "#" | "\\" | "@" | "," | " - " | ") " | " (" => Gap::Mark,
        _ if spaces(between) => Gap::Space,
        _ if between.strip_prefix('.').is_some_and(spaces) => Gap::Stop,
        _ if between.strip_prefix(',').is_some_and(spaces) => Gap::Comma,
        _ => Gap::Break,
    }
}

/// Small letters without marks; letters that no mark makes are written with those people type instead.
fn plain(lower: &str, spelled: bool) -> String {
    if lower.is_ascii() {
        return lower.to_owned();
    }
    let mut out = String::with_capacity(lower.len());
    for c in lower.nfc() {
        let typed = match c {
            'ß' => "ss",
            'æ' | 'ä' if c == 'æ' || spelled => "ae",
            'ø' | 'ö' if spelled => "oe",
            'ü' if spelled => "ue",
            'å' if spelled => "aa",
            'œ' => "oe",
            'ø' => "o",
            'đ' | 'ð' => "d",
            'ł' => "l",
            'ı' => "i",
            'þ' => "th",
            _ => {
                out.extend(std::iter::once(c).nfd().filter(|d| !is_combining_mark(*d)));
                continue;
            }
        };
        out.push_str(typed);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Gap, cut};

    #[test]
    fn words_are_compared_without_marks_and_hyphens_part_them() {
        let words = cut("Zoë Müller-O'Brien, M. Łukasz");
        let keys: Vec<&str> = words.iter().map(|w| w.key.as_str()).collect();

        assert_eq!(keys, ["zoe", "muller", "o", "brien", "m", "lukasz"]);
        assert_eq!(words.get(1).map(|w| w.spelled.as_str()), Some("mueller"));
        let gaps: Vec<Gap> = words.iter().map(|w| w.gap).collect();
        assert_eq!(gaps, [Gap::Break, Gap::Space, Gap::Mark, Gap::Mark, Gap::Comma, Gap::Stop]);
    }
}
