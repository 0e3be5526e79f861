//! Recall, leaks and look-alikes on the development corpus in `tests/corpus`, with bounds a little under what is reached.
//!
//! Refuses to stand in for the real world: the rules were written by people who had read this corpus, and the reader was trained on it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Engine, HIDE_AT, RULES, redact};
use crate::domain::redaction::SpanKind;

const NARRATIVES: &str = include_str!("../../tests/corpus/narratives.jsonl");
const LOOKALIKES: &str = include_str!("../../tests/corpus/lookalikes.jsonl");

/// One report of the corpus: the plain text and what is marked in it.
struct Gold {
    english: bool,
    text: Vec<char>,
    marks: Vec<(usize, usize, SpanKind)>,
}

/// `[[KIND:text]]` marks an identifier; without the marks the report is left.
fn parse(line: &str) -> Gold {
    let record: Value = serde_json::from_str(line).unwrap();
    let marked = record["marked"].as_str().unwrap();
    let mut text: Vec<char> = Vec::new();
    let mut marks = Vec::new();
    for (at, part) in marked.split("[[").enumerate() {
        let Some((mark, rest)) = part.split_once("]]").filter(|_| at > 0) else {
            text.extend(part.chars());
            continue;
        };
        let (code, inner) = mark.split_once(':').unwrap();
        let start = text.len();
        text.extend(inner.chars());
        marks.push((start, text.len(), SpanKind::from_code(code).unwrap()));
        text.extend(rest.chars());
    }
    Gold { english: record["lang"] == "en", text, marks }
}

fn hidden(engine: &Engine, gold: &Gold) -> Vec<bool> {
    let text: String = gold.text.iter().collect();
    let mut mask = vec![false; gold.text.len()];
    for span in engine.scan(&text, None).iter().filter(|s| s.confidence >= HIDE_AT) {
        mask[span.start..span.end].fill(true);
    }
    mask
}

/// Leaked letters and figures, all marked letters and figures, and (found, all) identifiers by kind.
#[derive(Default)]
struct Tally {
    leaked: usize,
    marked: usize,
    inside: usize,
    covered: usize,
    kinds: BTreeMap<SpanKind, (usize, usize)>,
}

fn tally(engine: &Engine, reports: &[Gold]) -> Tally {
    let mut sum = Tally::default();
    for gold in reports {
        let mask = hidden(engine, gold);
        let mut marked = vec![false; gold.text.len()];
        for &(start, end, kind) in &gold.marks {
            let letters: Vec<usize> = (start..end).filter(|&i| gold.text[i].is_alphanumeric()).collect();
            let missed = letters.iter().filter(|&&i| !mask[i]).count();
            marked[start..end].fill(true);
            sum.leaked += missed;
            sum.marked += letters.len();
            let (found, all) = sum.kinds.entry(kind).or_default();
            *found += usize::from(missed == 0);
            *all += 1;
        }
        let shown = (0..gold.text.len()).filter(|&i| mask[i] && gold.text[i].is_alphanumeric());
        for i in shown {
            sum.covered += 1;
            sum.inside += usize::from(marked[i]);
        }
    }
    sum
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[test]
fn recall_on_the_development_corpus_stays_above_its_bounds() {
    let engine = Engine::new().unwrap();
    let reports: Vec<Gold> = NARRATIVES.lines().map(parse).collect();
    let (english, others): (Vec<Gold>, Vec<Gold>) = reports.into_iter().partition(|gold| gold.english);

    let (en, rest) = (tally(&engine, &english), tally(&engine, &others));

    for (name, sum) in [("English", &en), ("Spanish, French, German", &rest)] {
        println!("{name}: leak {:.3}, precision {:.3}", share(sum.leaked, sum.marked), share(sum.inside, sum.covered));
        for (kind, (found, all)) in &sum.kinds {
            println!("  {:<12} {found}/{all}", kind.code());
        }
    }
    assert!(share(en.leaked, en.marked) < 0.01, "English leak");
    assert!(share(rest.leaked, rest.marked) < 0.01, "leak in the other languages");
    assert!(share(en.inside + rest.inside, en.covered + rest.covered) > 0.97, "precision");
    let bounds = [
        (SpanKind::Person, 0.92),
        (SpanKind::Email, 0.99),
        (SpanKind::Url, 0.96),
        (SpanKind::Phone, 0.97),
        (SpanKind::Id, 0.95),
        (SpanKind::Vehicle, 0.82),
        (SpanKind::Location, 0.90),
        (SpanKind::Date, 0.94),
        (SpanKind::Time, 0.95),
        (SpanKind::Age, 0.82),
    ];
    for (kind, bound) in bounds {
        let (a, b) = (en.kinds.get(&kind).copied().unwrap_or_default(), rest.kinds.get(&kind).copied().unwrap_or_default());
        assert!(share(a.0 + b.0, a.1 + b.1) >= bound, "recall of {}", kind.code());
    }
}

#[test]
fn most_sentences_that_only_look_like_identifiers_stay_untouched() {
    let engine = Engine::new().unwrap();

    let sentences: Vec<Gold> = LOOKALIKES.lines().map(parse).collect();
    let untouched = sentences.iter().filter(|gold| !hidden(&engine, gold).contains(&true)).count();

    assert!(share(untouched, sentences.len()) > 0.95, "{untouched} of {}", sentences.len());
}

/// Sorted, disjoint, inside the text, with a listed rule; and the pieces give the text back.
#[test]
fn a_post_before_a_name_is_no_street_and_a_ward_with_its_number_is_no_person() {
    let engine = Engine::new().unwrap();
    let cases = [
        ("At 0300 Nurse Sarah Jenkins on Ward 7B gave it.", "At [time: night] Nurse [Nurse A] on Ward [Site 1] gave it."),
        ("Then Charge Nurse Sarah Lane went to Bay C.", "Then Charge Nurse [Nurse A] went to Bay [Site 1]."),
        ("We told Charge Nurse Emma Hill about Bed 4.", "We told Charge Nurse [Nurse A] about Bed [Site 1]."),
    ];
    for (text, expected) in cases {
        assert_eq!(redact(text, &engine.scan(text, None)).to_plain(), expected);
    }
    for text in [
        "Sent for Ward 7B.",
        "On Ward 7B it was quiet.",
        "Theatre 2 was cold with Bed 4 in it.",
        "Midwife Claire Roberts from Room 6 called.",
        "Porter Alan Court came to Unit C.",
        "Consultant Anil Mehta and Healthcare Assistant Kofi Mensah saw Bay 3.",
        "Then Ward Sister Emma Hill came.",
        "Matron Grace Close walked through Ward B.",
    ] {
        let letters: Vec<char> = text.chars().collect();
        for span in engine.scan(text, None) {
            let hit: String = letters[span.start..span.end].iter().collect();
            let posts = ["Ward", "Theatre", "Bed", "Midwife", "Room", "Porter", "Unit", "Consultant", "Assistant", "Bay", "Matron"];
            assert!(!posts.iter().any(|post| hit.contains(post)), "{hit}");
            assert!(span.kind != SpanKind::Person || hit.contains(' '), "{hit}");
        }
    }
    let named = "Dr Ward rang and Nurse Porter came to Matron Lane.";
    let plain = redact(named, &engine.scan(named, None)).to_plain();
    assert!(!plain.contains("Dr Ward") && !plain.contains("Porter") && !plain.contains("Lane"), "{plain}");
}

#[test]
fn a_text_of_the_longest_permitted_length_is_read_to_its_end() {
    let engine = Engine::new().unwrap();
    for unit in ["Dr Raj ", "a.b@c.d ", "1 2 3 ", "A.", "éÉ'"] {
        let mut text = unit.repeat(65_000 / unit.len());
        text.push_str("\nMail: temi@example.org");
        let spans = engine.scan(&text, None);
        assert!(spans.last().is_some_and(|s| s.kind == SpanKind::Email), "{unit}");
    }
}

#[test]
fn hidden_characters_do_not_hide_a_name() {
    let engine = Engine::new().unwrap();
    let text = "I spoke to Dr. Ve\u{200b}nkatara\u{301}man about it.";

    let spans = engine.scan(text, None);

    let redacted = redact(text, &spans);
    assert_eq!(redacted.to_plain(), "I spoke to Dr. [Doctor A] about it.");
}

#[test]
fn every_rule_has_an_explanation_in_every_language() {
    let files = [
        include_str!("../i18n/locales/en/rules.ftl"),
        include_str!("../i18n/locales/es/rules.ftl"),
        include_str!("../i18n/locales/fr/rules.ftl"),
        include_str!("../i18n/locales/de/rules.ftl"),
    ];
    for file in files {
        for rule in RULES {
            assert!(file.lines().any(|line| line.starts_with(&format!("rule-{rule} = "))), "{rule}");
        }
    }
}
