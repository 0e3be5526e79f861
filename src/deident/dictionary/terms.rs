//! The forms in which a term may stand in a text: a person's name turned round, shortened to initials, or in part.
//!
//! Refuses to bend numbers: whatever has a figure in it is compared letter by letter.

use std::collections::BTreeSet;

use super::words::{self, Word};
use crate::deident::cues::PARTICLES;
use crate::deident::fold::Folded;
use crate::domain::dictionary::Entry;
use crate::domain::redaction::SpanKind;

/// How much of a term a form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// A number, login or address: nothing but separators may differ.
    Code,
    /// All of it, or first and last name.
    Whole,
    /// Initials and surname.
    Short,
    /// One word of a person's name.
    Part,
}

/// What a form is, whatever its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Nature {
    pub(super) kind: SpanKind,
    pub(super) how: How,
    /// Written in capitals throughout in the list: short ones count only if written so in the text.
    pub(super) caps: bool,
}

/// One form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Form {
    pub(super) words: Vec<String>,
    pub(super) nature: Nature,
}

/// Forms of address at the head of a name in a list.
const TITLES: &[&str] =
    &["dr", "dra", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "sister", "nurse", "herr", "frau", "mme", "mlle", "sra"];

/// Letters of a part of a name that is looked for by itself.
const PART_MIN: usize = 3;

/// Every form of one term, each once.
pub(super) fn forms(entry: &Entry) -> BTreeSet<Form> {
    let mut forms = BTreeSet::new();
    let chunks = chunks(entry);
    let caps = chunks.iter().flatten().all(|w| w.caps);
    for spelled in [false, true] {
        let chunks: Vec<Vec<String>> = chunks.iter().map(|chunk| chunk.iter().map(|w| key(w, spelled)).collect()).collect();
        let mut add = |words: Vec<String>, how: How| {
            if words.iter().any(|w| !w.is_empty()) {
                forms.insert(Form { words, nature: Nature { kind: entry.kind(), how, caps } });
            }
        };
        if is_code(entry) {
            add(chunks.concat(), How::Code);
        } else if entry.kind() == SpanKind::Person {
            person(&chunks, &mut add);
        } else {
            add(chunks.concat(), How::Whole);
        }
    }
    forms
}

fn key(word: &Word, spelled: bool) -> String {
    if spelled && !word.spelled.is_empty() { word.spelled.clone() } else { word.key.clone() }
}

fn is_code(entry: &Entry) -> bool {
    matches!(entry.kind(), SpanKind::Id | SpanKind::Vehicle | SpanKind::Username | SpanKind::Email | SpanKind::Phone | SpanKind::Url)
        || entry.expose().chars().any(char::is_numeric)
}

/// The words of a term by the spaces between them; of a person, without the title, and first names first.
fn chunks(entry: &Entry) -> Vec<Vec<Word>> {
    let cut = |text: &str| -> Vec<Vec<Word>> { text.split_whitespace().map(words::cut).filter(|w| !w.is_empty()).collect() };
    // Folded as the texts are, or a term with a curly quote or a wide letter would never be met.
    let term = Folded::new(entry.expose()).text;
    if entry.kind() != SpanKind::Person {
        return cut(&term);
    }
    let untitled = |text: &str| {
        let mut chunks = cut(text);
        while chunks.len() > 1 && chunks.first().is_some_and(|c| c.iter().all(|w| TITLES.contains(&w.key.as_str()))) {
            chunks.remove(0);
        }
        chunks
    };
    match term.split_once(',') {
        Some((last, first)) => untitled(first).into_iter().chain(untitled(last)).collect(),
        None => untitled(&term),
    }
}

fn person(chunks: &[Vec<String>], add: &mut impl FnMut(Vec<String>, How)) {
    add(chunks.concat(), How::Whole);
    let particle = |chunk: &Vec<String>| chunk.iter().all(|w| PARTICLES.contains(&w.as_str()));
    let named = chunks.iter().enumerate().rev().skip(1).find(|(_, chunk)| !particle(chunk)).map_or(0, |(at, _)| at + 1);
    let (given, surname) = chunks.split_at(named.min(chunks.len()));
    if let Some(first) = given.first() {
        let surname = surname.concat();
        let initial = |chunk: &Vec<String>| chunk.first().map(|w| w.chars().take(1).collect::<String>());
        add([surname.clone(), given.concat()].concat(), How::Whole);
        add([first.clone(), surname.clone()].concat(), How::Whole);
        add([surname.clone(), first.clone()].concat(), How::Whole);
        add([given.iter().filter_map(initial).collect(), surname.clone()].concat(), How::Short);
        add([initial(first).into_iter().collect(), surname.clone()].concat(), How::Short);
        add([surname, initial(first).into_iter().collect()].concat(), How::Short);
    }
    let parts = chunks.concat();
    if parts.len() > 1 {
        let telling = |w: &String| w.chars().count() >= PART_MIN && !PARTICLES.contains(&w.as_str());
        parts.into_iter().filter(telling).for_each(|part| add(vec![part], How::Part));
    }
}

#[cfg(test)]
mod tests {
    use super::{How, forms};
    use crate::domain::dictionary::{Entry, Origin};
    use crate::domain::redaction::SpanKind;

    fn written(term: &str, kind: SpanKind) -> Vec<(String, How)> {
        let entry = Entry::new(term, kind, Origin::List).unwrap();
        forms(&entry).into_iter().map(|f| (f.words.join(" "), f.nature.how)).collect()
    }

    #[test]
    fn a_person_stands_whole_turned_round_shortened_and_in_part() {
        let forms = written("Dr van der Berg, Anna Maria", SpanKind::Person);

        for (words, how) in [
            ("anna maria van der berg", How::Whole),
            ("van der berg anna maria", How::Whole),
            ("anna van der berg", How::Whole),
            ("a m van der berg", How::Short),
            ("a van der berg", How::Short),
            ("van der berg a", How::Short),
            ("anna", How::Part),
            ("berg", How::Part),
        ] {
            assert!(forms.contains(&(words.to_owned(), how)), "{words}: {forms:?}");
        }
        assert!(!forms.iter().any(|(words, _)| words == "der" || words == "dr"));
    }

    #[test]
    fn places_and_numbers_stand_as_they_are() {
        assert_eq!(written("Sycamore House", SpanKind::Location), [("sycamore house".to_owned(), How::Whole)]);
        assert_eq!(written("PUMP-0042", SpanKind::Id), [("pump 0042".to_owned(), How::Code)]);
        assert_eq!(written("Bay 7", SpanKind::Location), [("bay 7".to_owned(), How::Code)]);
    }
}
