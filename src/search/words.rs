//! Cutting a text into words and taking each to its stem, the same way for texts and for queries.
//!
//! A word is a run of letters or a run of figures, so that "10mg" and "10 mg" are the same two words. Scripts that write
//! no spaces give one word a character. Stems are Snowball's (Porter 2001) for the language of the text. Refuses whole
//! words that are only grammar (`small.rs`), and the letters and numbers that tell placeholders of one report apart.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::small::is_small;
use crate::domain::contact::Language;

/// Version of this cutting and stemming. Stored beside each indexed report: raise it when a change here, or of the
/// language guess, gives any text other words; reports with another number are indexed anew.
pub const FORM: i32 = 1;

/// Longest word that is kept, in letters; what is longer is a number without spaces or noise, and is cut there.
const LONGEST: usize = 64;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it is found by: lower case, no marks over letters, no inflection.
    pub stem: String,
}

/// What a character is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Figure,
    /// A letter of a script without spaces: a word by itself.
    Alone,
    /// Shown with the letter before it, or not at all: belongs to whatever it stands in.
    Within,
    Between,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' => Class::Figure,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => Class::Within,
        // Thai and Lao, Myanmar, Khmer, kana, Han.
        '\u{e00}'..='\u{eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}'
            if c.is_alphabetic() =>
        {
            Class::Alone
        }
        _ if is_combining_mark(c) => Class::Within,
        _ if c.is_alphabetic() => Class::Letter,
        _ if c.is_numeric() => Class::Figure,
        _ => Class::Between,
    }
}

/// The runs of one class: byte ranges of the pieces that may be words.
fn pieces(text: &str) -> Vec<(usize, usize, Class)> {
    let mut found: Vec<(usize, usize, Class)> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let (class, end) = (class(c), at + c.len_utf8());
        match found.last_mut().filter(|_| open) {
            Some(last) if class == Class::Within || (class == last.2 && class != Class::Alone) => last.1 = end,
            _ if matches!(class, Class::Letter | Class::Figure | Class::Alone) => {
                found.push((at, end, class));
                open = true;
            }
            _ => open = false,
        }
    }
    found
}

/// Letters that a compatibility form does not take apart.
const fn apart(c: char) -> Option<&'static str> {
    match c {
        'ß' => Some("ss"),
        'æ' => Some("ae"),
        'œ' => Some("oe"),
        'ø' => Some("o"),
        'ł' => Some("l"),
        'ı' => Some("i"),
        _ => None,
    }
}

/// Without marks over letters, by Unicode's compatibility decomposition.
fn unmarked(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.nfkd().filter(|c| !is_combining_mark(*c)) {
        match apart(c) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(c),
        }
    }
    plain
}

fn stemmer(language: Language) -> Stemmer {
    Stemmer::create(match language {
        Language::English => Algorithm::English,
        Language::Spanish => Algorithm::Spanish,
        Language::French => Algorithm::French,
        Language::German => Algorithm::German,
    })
}

/// Stemmed as written; where marks over letters are part of an ending, once more without them, so that what was typed
/// without them meets what was typed with them.
fn stem(stemmer: &Stemmer, language: Language, lower: &str) -> String {
    // Spanish writes no word with a bare "-ion": somebody left the mark out.
    let marked = lower.strip_suffix("ion").filter(|_| language == Language::Spanish).map(|root| format!("{root}ión"));
    let first = unmarked(&stemmer.stem(marked.as_deref().unwrap_or(lower)));
    if language == Language::English {
        return first;
    }
    let second = stemmer.stem(&first);
    if second.is_empty() { first } else { second.into_owned() }
}

/// One letter beside an apostrophe: the elision of "l'eau", the ending of "nurse's".
fn is_elision(text: &str, start: usize, end: usize) -> bool {
    let apostrophe = |c: char| matches!(c, '\'' | '\u{2019}' | '\u{02bc}');
    let (before, piece, after) = (text.get(..start), text.get(start..end), text.get(end..));
    piece.is_some_and(|p| p.chars().count() == 1)
        && (before.is_some_and(|b| b.ends_with(apostrophe)) || after.is_some_and(|a| a.starts_with(apostrophe)))
}

/// The letter or number at the end of a placeholder such as `[Nurse A]` or `[Site 1]`. It starts afresh in every report:
/// a search for it would bring strangers together.
fn is_placeholder_mark(text: &str, start: usize, end: usize) -> bool {
    let short = |p: &str| p.len() <= 3 && p.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    text.get(end..).is_some_and(|after| after.starts_with(']'))
        && text.get(start..end).is_some_and(short)
        && text.get(..start).and_then(|before| before.strip_suffix(' ')).is_some_and(in_placeholder)
}

/// Whether a text breaks off inside a bracket that holds nothing but letters and spaces so far.
fn in_placeholder(before: &str) -> bool {
    before.chars().rev().take(LONGEST).find(|c| !c.is_alphabetic() && *c != ' ') == Some('[')
}

/// The words of a text in order. Linear in its length.
#[must_use]
pub fn words(text: &str, language: Language) -> Vec<Word> {
    let stemmer = stemmer(language);
    let mut found = Vec::new();
    for (start, end, class) in pieces(text) {
        if class == Class::Letter && is_elision(text, start, end) || is_placeholder_mark(text, start, end) {
            continue;
        }
        let shown =
            text.get(start..end).unwrap_or_default().chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{2060}' | '\u{feff}'));
        let lower: String = shown.take(LONGEST).flat_map(char::to_lowercase).nfkc().collect();
        let stem = match class {
            Class::Letter if is_small(&unmarked(&lower), language) => continue,
            Class::Letter => stem(&stemmer, language, &lower),
            _ => unmarked(&lower),
        };
        if !stem.is_empty() {
            found.push(Word { start, end, stem });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Language, words};

    fn stems(text: &str, language: Language) -> Vec<String> {
        words(text, language).into_iter().map(|w| w.stem).collect()
    }

    #[test]
    fn inflected_words_share_a_stem_in_every_language() {
        for (language, alike) in [
            (Language::English, &["infusions", "Infusion", "INFUSION"][..]),
            (Language::English, &["labelled", "labels", "labelling"]),
            (Language::Spanish, &["medicación", "MEDICACIONES", "medicacion"]),
            (Language::French, &["branchée", "brancher", "branchees", "branche\u{301}e"]),
            (Language::German, &["Häuser", "Haus", "Hauses", "hauser"]),
            (Language::German, &["Straße", "Strassen"]),
        ] {
            let all: Vec<_> = alike.iter().map(|word| stems(word, language)).collect();
            assert!(all.iter().all(|s| s.len() == 1 && *s == all[0]), "{alike:?}: {all:?}");
        }
    }

    #[test]
    fn figures_and_letters_part_and_so_do_parts_of_a_compound() {
        assert_eq!(stems("10mg", Language::English), stems("10 mg", Language::English));
        assert_eq!(stems("3,5", Language::German), stems("3.5", Language::English));
        assert_eq!(stems("look-alike", Language::English), stems("look alike", Language::English));
    }

    #[test]
    fn elisions_endings_and_function_words_are_left_out() {
        assert_eq!(stems("l'eau de la pompe", Language::French), stems("eau pompe", Language::French));
        assert_eq!(stems("The nurse’s trolley", Language::English), stems("nurse trolley", Language::English));
        assert_eq!(stems("the and of", Language::English), Vec::<String>::new());
    }

    #[test]
    fn placeholders_keep_their_role_and_lose_their_letter() {
        assert_eq!(stems("[Nurse A] rang [Site 12]", Language::English), stems("nurse rang site", Language::English));
        assert_eq!(stems("[Nurse AB]", Language::English), ["nurs"]);
        assert_eq!(stems("vitamin K [10 mg] (A]", Language::English), ["vitamin", "k", "10", "mg"]);
    }

    #[test]
    fn hidden_characters_do_not_break_a_word_and_its_place_is_that_in_the_text() {
        let text = "a pu\u{ad}mp.";

        let found = words(text, Language::English);

        assert_eq!(found.iter().map(|w| w.stem.as_str()).collect::<Vec<_>>(), ["pump"]);
        assert_eq!(text.get(found[0].start..found[0].end), Some("pu\u{ad}mp"));
    }

    #[test]
    fn scripts_without_spaces_give_a_word_a_character() {
        assert_eq!(stems("点滴ポンプ", Language::English).len(), 5);
        assert_eq!(stems("ภาษา", Language::English).len(), 4);
    }

    #[test]
    fn nothing_that_can_be_typed_stops_it() {
        for text in [
            "",
            "\u{301}",
            "\u{200b}\u{200b}",
            "İSTANBUL ẞ ﬁ ½ ²",
            "\u{1F469}\u{200d}\u{1F692}",
            "]]] [A]",
            "'''",
            "x".repeat(10_000).as_str(),
        ] {
            for language in Language::ALL {
                for word in words(text, language) {
                    assert!(text.get(word.start..word.end).is_some_and(|w| !w.is_empty()) && !word.stem.is_empty(), "{text:?}");
                }
            }
        }
    }
}
