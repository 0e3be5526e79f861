//! Scores the de-identifier on marked texts: what leaks, what is hidden for nothing, by kind and by corpus.
//!
//! `scripts/score.sh FOLDER…` builds and runs this. A folder holds `.jsonl` files in one of two forms: reports with marks in the text
//! (`id`, `lang`, `marked` with `[[KIND:words]]`), or texts with spans (`id`, `text`, `spans` of `start`, `end`, `kind`, in code
//! points). Fetches nothing, keeps nothing, prints no text.

#![allow(unreachable_pub, clippy::pedantic, clippy::expect_used, reason = "a measurement may stop where it stands")]

mod corpus;
mod print;
mod tally;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use candor::deident::Engine;
use tally::Tally;

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder)?.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "jsonl")).collect();
    files.sort();
    Ok(files)
}

fn main() -> ExitCode {
    let mut all = Vec::new();
    for folder in std::env::args_os().skip(1).map(PathBuf::from) {
        match files(&folder) {
            Ok(found) => all.extend(found),
            Err(error) => eprintln!("{}: {error}", folder.display()),
        }
    }
    if all.is_empty() {
        eprintln!("usage: scripts/score.sh FOLDER…   (folders with .jsonl files of marked texts)");
        return ExitCode::from(2);
    }
    let engine = Engine::new().expect("the rules are whole");
    for path in all {
        let texts = match corpus::read(&path) {
            Ok(texts) => texts,
            Err(problem) => {
                eprintln!("{}: {problem}; left out", path.display());
                continue;
            }
        };
        let form = corpus::form(&path, &texts);
        let spans: Vec<_> = texts.iter().map(|text| engine.scan(&text.letters.iter().collect::<String>(), None)).collect();
        let mut languages: Vec<&str> = texts.iter().filter_map(|t| t.language.as_deref()).collect();
        languages.sort_unstable();
        languages.dedup();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let of = |language: Option<&str>| {
            let mut tally = Tally::default();
            for (text, spans) in texts.iter().zip(&spans).filter(|(t, _)| language.is_none_or(|l| t.language.as_deref() == Some(l))) {
                tally.add(text, spans, &form);
            }
            tally
        };
        let mut said = print::one(&name, &of(None), &form, true);
        for language in languages.iter().filter(|_| languages.len() > 1) {
            said += &print::one(&format!("{name}, {language}"), &of(Some(language)), &form, false);
        }
        if std::io::stdout().write_all(said.as_bytes()).is_err() {
            // Whoever reads has seen enough.
            return ExitCode::SUCCESS;
        }
    }
    ExitCode::SUCCESS
}
