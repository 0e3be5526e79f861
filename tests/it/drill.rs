//! The seeded-leak drill, as somebody at a terminal runs it.

use std::process::{Command, Output};

use crate::support::program::candor;

use serde_json::Value;

/// Runs a drill in an empty folder with a temporary folder of its own; neither may hold anything afterwards.
fn drill(args: &[&str]) -> Output {
    let (here, scratch) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let out = Command::new(env!("CARGO_BIN_EXE_candor"))
        .args(["drill", "leaks"])
        .args(args)
        .current_dir(here.path())
        .env("TMPDIR", scratch.path())
        .output()
        .expect("the program starts");
    for folder in [&here, &scratch] {
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0, "the drill left something behind");
    }
    out
}

fn json(args: &[&str]) -> Value {
    let out = drill(&[&["--json"], args].concat());
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).expect("one JSON object")
}

#[test]
fn no_canary_reaches_the_digest_or_lies_in_clear() {
    let said = json(&["--reports", "30", "--seed", "5"]);

    assert_eq!(said["failed"], false, "{said}");
    assert_eq!((&said["all"]["digest"], &said["all"]["at_rest"]), (&Value::from(0), &Value::from(0)), "{said}");
    assert_eq!(said["in_clear"].as_array().map(Vec::len), Some(0), "{said}");
    let of = |step: &str| said["all"][step].as_u64().expect("a count");
    assert!(of("planted") > 120, "{said}");
    assert!(of("released") * 5 < of("planted"), "far too much survives screening: {said}");
    assert!(of("preview") <= of("analyst"), "an analyst sees less than a preview leaves open: {said}");
    for kind in ["PERSON", "EMAIL", "PHONE", "ID", "LOCATION"] {
        assert!(said["kinds"][kind]["planted"].as_u64() > Some(0), "{kind}: {said}");
    }
}

#[test]
fn a_seed_repeats_itself_and_kept_doubts_leak_no_less() {
    let (one, two) = (json(&["--reports", "12", "--seed", "9"]), json(&["--reports", "12", "--seed", "9"]));
    let kept = json(&["--reports", "12", "--seed", "9", "--doubts", "keep"]);

    assert_eq!(one, two);
    assert!(kept["all"]["released"].as_u64() >= one["all"]["released"].as_u64(), "{kept}");
}

#[test]
fn the_table_prints_counts_and_no_canary() {
    let out = drill(&["--reports", "6"]);
    let said = String::from_utf8_lossy(&out.stdout);

    assert_eq!(out.status.code(), Some(0), "{said}");
    assert!(said.contains("PERSON") && said.contains("analyst") && said.contains("none in clear"), "{said}");
    assert!(!said.contains('@') && !said.contains("example"), "{said}");
    assert_eq!(drill(&["--reports", "0"]).status.code(), Some(2));
}

/// Lines of a table by its first field.
fn table(path: &std::path::Path) -> Vec<csv::StringRecord> {
    csv::Reader::from_path(path).expect("a table").records().map(|row| row.expect("a row")).collect()
}

#[test]
fn the_intruders_kit_is_complete_fits_its_key_and_can_be_scored() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let (kit, key) = (path("kit").display().to_string(), path("key.csv").display().to_string());
    let make = || candor(&["drill", "intruder", "--kit", &kit, "--key", &key, "--texts", "12"], "");

    let made = make();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    assert_eq!(make().status.code(), Some(2), "nothing is written over");
    assert_eq!(candor(&["drill", "intruder", "--kit", "k", "--key", "k/key.csv"], "").status.code(), Some(2), "the key stays outside");

    let (roster, answers, truth) = (table(&path("kit/roster.csv")), table(&path("kit/answers.csv")), table(&path("key.csv")));
    let texts = std::fs::read_to_string(path("kit/texts.txt")).expect("texts");
    assert_eq!((answers.len(), truth.len(), texts.matches("\n== ").count() + 1), (12, 12, 12));
    assert!(roster.len() > 5_000, "the whole organisation: {}", roster.len());
    for row in &truth {
        let author = roster.iter().find(|person| person[0] == row[1]).expect("an author on the roster");
        let told = texts.split("== ").find(|part| part.starts_with(&format!("{} ==", &row[0]))).expect("a text");
        assert!(told.contains(&author[2]) || told.contains("| not stated |"), "{author:?} {told}");
        let crowd: usize = row[2].parse().expect("a number");
        assert!(crowd >= 10, "{crowd} people fit: {told}");
        assert!(!told.contains(&author[1]), "the author's name");
    }

    let score = |sheet: String| {
        std::fs::write(path("sheet.csv"), sheet).expect("a sheet");
        candor(&["drill", "intruder-score", "--key", &key, &path("sheet.csv").display().to_string()], "")
    };
    let empty = score(std::fs::read_to_string(path("kit/answers.csv")).expect("a sheet"));
    assert!(empty.status.success() && String::from_utf8_lossy(&empty.stdout).contains("0 answered"));
    let known = truth.iter().map(|row| format!("{},{},95,\n", &row[0], &row[1])).collect::<String>();
    let known = score(format!("text,person,sure,why\n{known}"));
    assert_eq!(known.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&known.stdout).contains("12 answers at 80 or more, 12 of them right"));
}
