//! Marked reports as sequences of features and labels.
//!
//! Refuses nothing but files that are no marked texts; these are named and left out.

use std::path::PathBuf;

use candor::deident::{Lesson, Word};
use candor::domain::contact::Language;
use candor::domain::redaction::SpanKind;

use crate::corpus::{Form, Text, form, read};

/// One text to learn from.
pub struct Lecture {
    pub file: String,
    pub text: Text,
    pub form: Form,
    pub words: Vec<Word>,
    /// The right label of each word.
    pub gold: Vec<usize>,
}

fn language(code: Option<&str>) -> Option<Language> {
    code.and_then(Language::parse)
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
        let form = form(path, &texts);
        for text in texts {
            let words = lesson.read(&text.letters.iter().collect::<String>(), language(text.language.as_deref()));
            let gold = gold(&text, &words);
            all.push(Lecture { file: file.clone(), text, form: form.clone(), words, gold });
        }
    }
    all
}
