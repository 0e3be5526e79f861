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
    if let Ok(held) = std::env::var("HELD") {
        let groups: Vec<&str> = held.split(';').collect();
        std::thread::scope(|scope| {
            for half in 0..2 {
                let (groups, all) = (&groups, &all);
                scope.spawn(move || {
                    for group in groups.iter().skip(half).step_by(2) {
                        let names: Vec<&str> = group.split(',').collect();
                        let (test, train): (Vec<&Lecture>, Vec<&Lecture>) = all.iter().partition(|l| names.contains(&l.file.as_str()));
                        let engine = Engine::with_weights(weights(&train)).expect("the rules are whole");
                        let mut tallies = Tallies::new();
                        measure(&test, &engine, &mut tallies);
                        if std::env::var("RULES").is_ok() {
                            let mut c: BTreeMap<(&str, u8), (usize, usize)> = BTreeMap::new();
                            for l in &test {
                                let text: String = l.text.letters.iter().collect();
                                for s in engine.scan(&text, None).iter().filter(|s| s.confidence >= 0.5) {
                                    let hit = l.text.marks.iter().any(|m| m.start < s.end && s.start < m.end);
                                    let e = c.entry((s.rule, 0)).or_default();
                                    if hit { e.0 += 1 } else { e.1 += 1 }
                                    if !hit { say(&format!("FP {} {}: …{}[{}]{}…\n", l.file, s.rule, l.text.letters[s.start.saturating_sub(25)..s.start].iter().collect::<String>().replace('\n', " "), l.text.letters[s.start..s.end].iter().collect::<String>(), l.text.letters[s.end..(s.end + 20).min(l.text.letters.len())].iter().collect::<String>().replace('\n', " "))); }
                                }
                                let spans = engine.scan(&text, None);
                                for m in &l.text.marks {
                                    if !(m.start..m.end).filter(|a| l.text.letters[*a].is_alphanumeric()).all(|a| spans.iter().any(|s| s.confidence >= 0.5 && s.start <= a && a < s.end)) {
                                        say(&format!("MISS {} {} …{}[{}]{}…\n", l.file, m.kind, l.text.letters[m.start.saturating_sub(25)..m.start].iter().collect::<String>().replace('\n', " "), l.text.letters[m.start..m.end].iter().collect::<String>(), l.text.letters[m.end..(m.end + 20).min(l.text.letters.len())].iter().collect::<String>().replace('\n', " ")));
                                    }
                                }
                            }
                            for ((r, _), (a, b)) in c { say(&format!("RULE {r} {a} {b}\n")); }
                        }
                        for (file, t) in &tallies {
                            let p = |s: tally::Share| s.percent().map_or("-".to_owned(), |p| format!("{p:.1}"));
                            let kinds: String = t.at_once.kinds.iter().map(|(k, s)| format!(" {}{}", &k[..3.min(k.len())], s.percent().unwrap_or(0.0).round())).collect();
                            say(&format!("{file:<13} leak {:>5}/{:<5} prec {:>5}/{:<5} clean {:>5}/{:<5}{kinds}\n", p(t.at_once.leaked), p(t.with_doubts.leaked), p(t.at_once.lenient), p(t.with_doubts.lenient), p(t.at_once.untouched), p(t.with_doubts.untouched)));
                        }
                    }
                });
            }
        });
        return ExitCode::SUCCESS;
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
