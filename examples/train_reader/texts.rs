//! Marked reports as sequences of features and labels.
//!
//! Refuses nothing but files that are no marked texts; these are named and left out.

use std::path::PathBuf;

use candor::deident::{Lesson, Word};
use candor::domain::contact::Language;
use candor::domain::redaction::SpanKind;
use serde_json::Value;

use crate::corpus::{Form, Text, form, read};

/// One text to learn from.
pub struct Lecture {
    pub file: String,
    /// Line of work the report comes from.
    pub work: String,
    pub text: Text,
    pub form: Form,
    pub words: Vec<Word>,
    /// The right label of each word.
    pub gold: Vec<usize>,
}

fn language(code: Option<&str>) -> Option<Language> {
    code.and_then(Language::parse)
}

/// Lines of work in the order of the texts.
fn works(path: &PathBuf) -> Vec<String> {
    let file = std::fs::read_to_string(path).unwrap_or_default();
    let work = |line: &str| {
        let record: Value = serde_json::from_str(line).unwrap_or_default();
        record["domain"].as_str().unwrap_or("any").to_owned()
    };
    file.lines().filter(|line| !line.trim().is_empty()).map(work).collect()
}

fn gold(text: &Text, words: &[Word]) -> Vec<usize> {
    let label = |word: &Word| {
        let mark = text.marks.iter().find(|m| word.start < m.end && m.start < word.end);
        let kind = mark.and_then(|m| SpanKind::from_code(&m.kind));
        kind.and_then(|kind| SpanKind::ALL.iter().position(|k| *k == kind)).map_or(0, |at| at + 1)
    };
    words.iter().map(label).collect()
}

/// Every text of the files.
pub fn lectures(paths: &[PathBuf], lesson: &Lesson) -> Vec<Lecture> {
    let mut all = Vec::new();
    for path in paths {
        let texts = match read(path) {
            Ok(texts) => texts,
            Err(problem) => {
                eprintln!("{}: {problem}; left out", path.display());
                continue;
            }
        };
        let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for (text, work) in texts.into_iter().zip(works(path)) {
            let words = lesson.read(&text.letters.iter().collect::<String>(), language(text.language.as_deref()));
            let gold = gold(&text, &words);
            let form = form(path, std::slice::from_ref(&text));
            all.push(Lecture { file: file.clone(), work, text, form, words, gold });
        }
    }
    all
}
