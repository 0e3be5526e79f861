//! Trains the reader on marked reports and writes its weights; or measures it on what it was not trained on.
//!
//! `scripts/train.sh` trains on `tests/corpus` and writes `src/deident/data/reader.bin`; `scripts/train.sh --cross-validate` trains on all
//! but one part at a time (a fifth of the lines of work, then a language) and scores the whole engine on that part. The same texts give
//! the same weights. Refuses texts without marks in them.

#![allow(unreachable_pub, clippy::pedantic, clippy::expect_used, clippy::indexing_slicing, reason = "training may stop where it stands")]

#[path = "../score/corpus.rs"]
mod corpus;
mod learn;
mod pack;
#[path = "../score/print.rs"]
mod print;
#[path = "../score/tally.rs"]
mod tally;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use candor::deident::{Engine, Lesson};
use learn::learn;
use tally::Tally;
use texts::{Lecture, lectures};

/// Parts of the cross-validation by line of work.
const PARTS: usize = 5;

fn say(line: &str) {
    // Whoever reads may have seen enough.
    let _ = std::io::stdout().write_all(line.as_bytes());
}

fn weights(lectures: &[&Lecture]) -> Vec<u8> {
    pack::bytes(&learn(lectures))
}

/// Tallies by file.
type Tallies<'a> = BTreeMap<&'a str, Tally>;

/// Scores an engine on some of the texts.
fn measure<'a>(lectures: &[&'a Lecture], engine: &Engine, into: &mut Tallies<'a>) {
    for lecture in lectures {
        let text: String = lecture.text.letters.iter().collect();
        into.entry(&lecture.file).or_default().add(&lecture.text, &engine.scan(&text, None), &lecture.form);
    }
}

fn print(all: &[Lecture], tallies: &Tallies<'_>, what: &str, kinds: bool) {
    for (file, tally) in tallies {
        let form = &all.iter().find(|l| l.file == *file).expect("the file has texts").form;
        say(&print::one(&format!("{file}, {what}"), tally, form, kinds));
    }
}

/// The measure to hold the others against.
fn rules_alone(all: &[Lecture]) {
    let mut tallies = Tallies::new();
    let rules = Engine::with_weights(Vec::new()).expect("the rules are whole");
    measure(&all.iter().collect::<Vec<_>>(), &rules, &mut tallies);
    print(all, &tallies, "rules alone", false);
}

/// Leaves out one part after the other. `part` names the part a text belongs to.
fn cross_validate(all: &[Lecture], what: &str, part: impl Fn(&Lecture) -> String) {
    let parts: BTreeSet<String> = all.iter().map(&part).collect();
    let mut tallies = Tallies::new();
    for name in parts {
        let (test, train): (Vec<&Lecture>, Vec<&Lecture>) = all.iter().partition(|l| part(l) == name);
        let engine = Engine::with_weights(weights(&train)).expect("the rules are whole");
        measure(&test, &engine, &mut tallies);
    }
    print(all, &tallies, &format!("with the reader, {what} held out"), true);
}

/// Line of work of a text.
fn work(lecture: &Lecture) -> &str {
    lecture.text.work.as_deref().unwrap_or("any")
}

fn main() -> ExitCode {
    let mut paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let validate = paths.first().is_some_and(|p| p.as_os_str() == "--cross-validate");
    if validate {
        paths.remove(0);
    }
    let lesson = Lesson::new();
    let all = lectures(&paths, &lesson);
    if all.is_empty() {
        eprintln!("usage: train_reader [--cross-validate] FILE.jsonl …");
        return ExitCode::from(2);
    }
    if validate {
        let works: Vec<&str> = all.iter().map(work).collect::<BTreeSet<_>>().into_iter().collect();
        let fold = |l: &Lecture| (works.iter().position(|w| *w == work(l)).unwrap_or_default() % PARTS).to_string();
        rules_alone(&all);
        cross_validate(&all, "line of work", fold);
        cross_validate(&all, "language", |l| l.text.language.clone().unwrap_or_default());
        return ExitCode::SUCCESS;
    }
    let bytes = weights(&all.iter().collect::<Vec<_>>());
    std::fs::write("src/deident/data/reader.bin", &bytes).expect("the weights can be written");
    say(&format!("{} texts, {} bytes of weights\n", all.len(), bytes.len()));
    ExitCode::SUCCESS
}
