//! Terms as people really write them, and everyday words that must be left alone.

use crate::deident::{Dictionary, Engine, HIDE_AT, redact};
use crate::domain::contact::Language;
use crate::domain::dictionary::{Origin, parse_list};
use crate::domain::redaction::Span;

const LIST: &str = "\
term,kind
Ngozi Okafor,person
\"Kowalczyk, Marta Anna\",person
Jörg Grünwälder,person
Séverine O'Hanrahan,person
Grace Foley,person
Tiny,person
Wren,person
Wolf,person
Quillon,person
MQ,person
Sycamore House,location
Blue Lagoon Suite,room
Harnwick Castings,org
PUMP-0042,id
KX-41 ABC,vehicle
Project Nightjar,other
";

fn dictionary() -> Dictionary {
    Dictionary::new(parse_list(LIST, Origin::List).unwrap())
}

fn spans(text: &str, language: Language) -> Vec<Span> {
    let engine = Engine::new().unwrap();
    engine.scan_with(text, Some(language), Some(&dictionary()))
}

/// What the list alone finds: words, confidence, rule.
fn listed(text: &str, language: Language) -> Vec<(String, f32, &'static str)> {
    let engine = Engine::new().unwrap();
    let found = dictionary().find(text, &[], &|word, small| engine.common(word, small, language));
    found.into_iter().map(|f| (text.get(f.start..f.end).unwrap().to_owned(), f.confidence, f.rule)).collect()
}

fn hidden(text: &str) -> String {
    let sure: Vec<Span> = spans(text, Language::English).into_iter().filter(|s| s.confidence >= HIDE_AT).collect();
    redact(text, &sure).to_plain()
}

#[test]
fn a_term_is_found_however_it_is_written() {
    for text in [
        "ngozi okafor left the valve open",
        "it was OKAFOR, Ngozi again",
        "N. Okafor signed",
        "N Okafor signed",
        "Okafor N signed",
        "ask Marta Kowalczyk",
        "ask M. A. Kowalczyk",
        "jorg grunwalder was on nights",
        "Joerg Gruenwaelder was on nights",
        "Severine OHanrahan was on nights",
        "severine o hanrahan was on nights",
        "the leak at sycamore house",
        "Sycamore-House again",
        "the blue lagoon suite flooded",
        "pump 0042 tripped",
        "Pump0042 tripped",
        "the van kx41abc",
        "project nightjar slipped",
        "MQ was on call",
    ] {
        let found = listed(text, Language::English);
        assert!(found.iter().any(|(_, sure, rule)| *sure >= 0.9 && *rule == "dictionary"), "{text}: {found:?}");
    }
}

#[test]
fn parts_possessives_and_endings_are_found() {
    for text in ["okafor was late", "Okafor's badge", "the Kowalczyks", "Martas Dienst", "Grünwälders Schicht"] {
        let found = spans(text, Language::German);
        assert!(found.iter().any(|s| s.confidence >= HIDE_AT), "{text}: {found:?}");
    }
}

#[test]
fn slips_of_the_keyboard_are_found_with_less_confidence() {
    for text in [
        "Okafro was late",
        "okaffor was late",
        "Ngozi Okafer was late",
        "kowalcyzk was late",
        "Kowalchik was late",
        "the leak at Sycamor House",
        "the leak at sycamoer house",
        "Harnwik Castings sent it",
        "Qillon was late",
    ] {
        let found = listed(text, Language::English);
        assert!(found.iter().any(|(_, sure, rule)| (0.59..0.81).contains(sure) && *rule == "dictionary-near"), "{text}: {found:?}");
    }
    assert!(!hidden("K. Okafro was late").contains('K'), "an initial goes with the name");
}

#[test]
fn everyday_words_count_only_when_capitalised_or_quoted() {
    let sure = |text: &str| listed(text, Language::English).first().map(|(_, sure, _)| *sure >= HIDE_AT);

    assert_eq!(sure("a tiny crack in the weld"), Some(false), "a question");
    assert_eq!(sure("we told Tiny about the crack"), Some(true));
    assert_eq!(sure("we told \"tiny\" about the crack"), Some(true));
    assert_eq!(sure("Tiny cracks were seen"), Some(false), "a sentence starts with it");
    assert_eq!(sure("we said grace before the meal"), None, "part of a name in small letters is no question");
    assert_ne!(sure("the Foley catheter was blocked"), Some(true), "a product stays readable");
    let german = |text: &str| listed(text, Language::German).iter().any(|(_, sure, _)| *sure >= HIDE_AT);
    assert!(german("Dann kam Wolf dazu.") && !german("Dort lag der Wolf."), "behind an article");
}

#[test]
fn other_words_and_numbers_are_left_alone() {
    for text in [
        "pump 0043 tripped",
        "pump 42 tripped",
        "the van KX41 ABD",
        "the syringe driver was set to 5 ml per hour and the alarm was silent",
        "mq is short for message queue",
        "we went to the house under the sycamore",
        "a blue lagoon",
        "wrens nested there",
    ] {
        let found = listed(text, Language::English);
        assert!(found.iter().all(|(_, sure, _)| *sure < HIDE_AT), "{text}: {found:?}");
    }
}

#[test]
fn nothing_of_the_list_is_printed() {
    assert_eq!(format!("{:?}", dictionary()), "Dictionary(16 terms)");
}

#[test]
fn long_lists_and_hostile_texts_are_bounded() {
    use std::fmt::Write as _;
    let mut list = String::new();
    for n in 0..5_000_u32 {
        let name: String = format!("{n:04}").bytes().flat_map(|b| [char::from(b'a' + b % 10), char::from(b'k' + b % 7)]).collect();
        writeln!(list, "maria {name},person").unwrap();
    }
    let dictionary = Dictionary::new(parse_list(&list, Origin::List).unwrap());
    let engine = Engine::new().unwrap();

    for text in ["maria ".repeat(2_000), "mar-".repeat(2_000), "akblcmdn".repeat(1_000), "\u{301}a".repeat(2_000), "m ".repeat(4_000)] {
        let spans = engine.scan_with(&text, None, Some(&dictionary));
        assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }
}
