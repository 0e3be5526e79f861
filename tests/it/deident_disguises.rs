//! Names, addresses and numbers in disguise: what is hidden in plain letters stays hidden with unseen characters between the letters,
//! with marks over them, or with letters of another script in their place.
//!
//! Refuses to ask for more than in plain letters: every text here is one whose plain form is hidden.

use candor::deident::{Engine, HIDE_AT, find_phrase, redact};
use candor::domain::redaction::Span;

use super::support::sound::ENGINE;

/// What stands before the secret, the secret, what stands behind it.
const TEXTS: [(&str, &str, &str); 8] = [
    ("On the night shift Dr ", "Raj Fernandes", " told me to carry on."),
    ("The chart was signed by nurse ", "Abara", " before the round."),
    ("Then Mr ", "O'Brien", " came to the desk and asked."),
    ("Write to ", "raj.fernandes@example.org", " about the pump."),
    ("I rang ", "07700 900123", " and nobody came."),
    ("It was parked across the gate, a van with plate ", "AB12 CDE", " on it."),
    ("See ", "https://intranet.example.org/case", " for the picture."),
    ("It happened on ", "14 March 2025", " in the yard."),
];

fn hidden(text: &str) -> Vec<Span> {
    ENGINE.scan(text, None).into_iter().filter(|span| span.confidence >= HIDE_AT).collect()
}

/// The part of the text from `from` to `to` that can still be read.
fn left_over(text: &str, from: usize, to: usize) -> String {
    let spans = hidden(text);
    let shown = |at: &usize| !spans.iter().any(|span| (span.start..span.end).contains(at));
    text.chars().enumerate().filter(|(at, c)| (from..to).contains(at) && shown(at) && !c.is_whitespace()).map(|(_, c)| c).collect()
}

/// The secrets of which something can be read when `disguise` has changed each of their letters.
fn leaks(disguise: impl Fn(char) -> String) -> Vec<String> {
    let leak = |(before, secret, after): &(&str, &str, &str)| {
        let disguised: String = secret.chars().map(&disguise).collect();
        let from = before.chars().count();
        let left = left_over(&format!("{before}{disguised}{after}"), from, from + disguised.chars().count());
        (!left.is_empty()).then(|| format!("{disguised} leaves {left:?}"))
    };
    TEXTS.iter().filter_map(leak).collect()
}

/// `from` and `to` are rows of letters that stand for one another.
fn swap(from: &str, to: &str) -> impl Fn(char) -> String {
    let pairs: Vec<(char, char)> = from.chars().zip(to.chars()).collect();
    move |c| pairs.iter().find(|(plain, _)| *plain == c).map_or(c, |(_, other)| *other).to_string()
}

/// Letters and figures moved to where their like stand in order; `None` leaves them.
fn shift(capitals: Option<u32>, small: Option<u32>, figures: Option<u32>) -> impl Fn(char) -> String {
    move |c| {
        let (base, first) = match c {
            'A'..='Z' => (capitals, 'A'),
            'a'..='z' => (small, 'a'),
            '0'..='9' => (figures, '0'),
            _ => (None, c),
        };
        base.and_then(|base| char::from_u32(base + u32::from(c) - u32::from(first))).unwrap_or(c).to_string()
    }
}

#[track_caller]
fn hold(leaks: &[String]) {
    assert!(leaks.is_empty(), "\n  {}\n", leaks.join("\n  "));
}

#[test]
fn in_plain_letters_they_are_hidden() {
    hold(&leaks(String::from));
}

#[test]
fn unseen_characters_between_letters_reveal_nothing() {
    let unseen =
        "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{34f}\u{180e}\u{fe0f}\u{e0100}\u{e0041}\u{2063}\u{3164}\u{115f}\u{0}\u{7f}";
    for c in unseen.chars() {
        hold(&leaks(|letter| format!("{letter}{c}")));
        hold(&leaks(|letter| format!("{c}{letter}")));
        hold(&leaks(|letter| format!("{c}{letter}{c}{c}")));
    }
}

#[test]
fn marks_of_direction_reveal_nothing_and_are_hidden_with_the_name() {
    let pairs =
        [("\u{202e}", "\u{202c}"), ("\u{202d}", "\u{202c}"), ("\u{2066}", "\u{2069}"), ("\u{2068}", "\u{2069}"), ("\u{200f}", "\u{200e}")];
    for (open, close) in pairs {
        hold(&leaks(|letter| format!("{open}{letter}{close}")));
        for (before, secret, after) in TEXTS {
            let plain = redact(&format!("{before}{secret}{after}"), &hidden(&format!("{before}{secret}{after}"))).to_plain();
            let text = format!("{before}{open}{secret}{close}{after}");
            assert_eq!(redact(&text, &hidden(&text)).to_plain(), plain);
        }
    }
}

#[test]
fn marks_over_letters_reveal_nothing() {
    for mark in ["\u{336}", "\u{338}", "\u{20dd}", "\u{489}", "\u{35c}\u{321}", "\u{336}\u{335}\u{336}"] {
        hold(&leaks(|letter| if letter == ' ' { letter.to_string() } else { format!("{letter}{mark}") }));
    }
}

#[test]
fn accents_reveal_nothing_precomposed_or_not() {
    hold(&leaks(|c| if c.is_ascii_lowercase() { format!("{c}\u{301}") } else { c.to_string() }));
    hold(&leaks(|c| if c.is_ascii_lowercase() { format!("{c}\u{336}\u{308}\u{323}") } else { c.to_string() }));
    hold(&leaks(swap("aeioun", "áéíóúñ")));
    for text in ["Dr José Núñez told me.", "Dr Jose\u{301} Nu\u{301}n\u{303}ez told me."] {
        assert_eq!(redact(text, &hidden(text)).to_plain(), "Dr [Doctor A] told me.");
    }
}

#[test]
fn wide_and_mathematical_letters_and_figures_reveal_nothing() {
    hold(&leaks(|c| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0).into_iter().collect() } else { c.to_string() }));
    hold(&leaks(shift(Some(0x1d400), Some(0x1d41a), Some(0x1d7ce))));
    hold(&leaks(shift(Some(0x1d468), Some(0x1d482), None)));
    hold(&leaks(shift(Some(0x1d5d4), Some(0x1d5ee), Some(0x1d7ec))));
    hold(&leaks(shift(Some(0x1d670), Some(0x1d68a), Some(0x1d7f6))));
    hold(&leaks(shift(Some(0x24b6), Some(0x24d0), None)));
    hold(&leaks(shift(Some(0x1f150), None, None)));
    hold(&leaks(shift(None, None, Some(0x660))));
}

#[test]
fn letters_of_other_scripts_that_look_latin_reveal_nothing() {
    hold(&leaks(swap("ABCEHKMOPTXYaceijopsxy", "АВСЕНКМОРТХУасеіјорѕху")));
    hold(&leaks(swap("ABEHIKMNOPTYXZaeikopvx", "ΑΒΕΗΙΚΜΝΟΡΤΥΧΖαεικορνχ")));
    hold(&leaks(swap("aegiou", "ɑеɡіоս")));
    hold(&leaks(swap("ABCDEFGIJKLMNOPRST", "ꓮꓐꓚꓓꓰꓝꓖꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔ")));
    for text in ["D\u{433} R\u{430}j F\u{435}rnandes told me.", "Dr \u{1d411}\u{430}\u{1d423} Fernandes told me."] {
        assert!(left_over(text, 3, 16).is_empty(), "{text}");
    }
}

#[test]
fn ligatures_reveal_nothing_and_are_hidden_whole() {
    for (text, expected) in [
        ("Dr Gri\u{fb03}ths told me.", "Dr [Doctor A] told me."),
        ("Write to ste\u{fb00}i@o\u{fb03}ce.example.org now.", "Write to [email] now."),
        ("Mail \u{fb01}@example.org\u{fb01} now.", "Mail [email] now."),
    ] {
        assert_eq!(redact(text, &hidden(text)).to_plain(), expected);
    }
}

#[test]
fn other_spaces_and_apostrophes_reveal_nothing() {
    for space in "\u{a0}\u{2002}\u{2007}\u{2009}\u{200a}\u{202f}\u{205f}\u{3000}\u{2800}\t".chars() {
        hold(&leaks(swap(" ", &space.to_string())));
    }
    for apostrophe in "\u{2019}\u{2018}\u{2bc}\u{2b9}\u{2032}\u{b4}`\u{ff07}".chars() {
        hold(&leaks(swap("'", &apostrophe.to_string())));
    }
    for dash in "\u{2010}\u{2011}\u{2013}\u{2212}\u{ad}".chars() {
        let text = format!("Dr Ana Smith{dash}Jones told me.");
        assert_eq!(redact(&text, &hidden(&text)).to_plain(), "Dr [Doctor A] told me.");
    }
}

#[test]
fn one_person_in_two_writings_is_one_person() {
    let text = "Dr Fernandes came. Later Dr F\u{435}rn\u{200b}andes left.";

    assert_eq!(redact(text, &hidden(text)).to_plain(), "Dr [Doctor A] came. Later Dr [Doctor A] left.");
    assert_eq!(find_phrase(text, "Fernandes"), vec![(3, 12), (28, 38)]);
}

/// By rules alone and in small letters: the reader was never taught these languages, and rules suspect unknown capitals.
#[test]
fn a_text_in_another_script_is_not_taken_for_latin_in_disguise() {
    let rules = Engine::with_weights(Vec::new()).expect("the built-in patterns compile");

    for text in [
        "вчера ночью насос не сам встал, а от перегрева, и никто не заметил.",
        "η αντλία σταμάτησε χθες το βράδυ και κανείς δεν το πρόσεξε.",
        "昨夜、ポンプが止まりましたが、誰も気づきませんでした。",
    ] {
        assert_eq!(redact(text, &rules.scan(text, None)).to_plain(), text);
    }
}
