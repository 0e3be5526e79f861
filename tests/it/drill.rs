//! The seeded-leak drill, as somebody at a terminal runs it.

use std::process::{Command, Output};

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
