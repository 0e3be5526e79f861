//! The outcome of a drill as a table for people or one JSON object for programs. Prints kinds and counts, never a canary.

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::run::{Outcome, STEPS, Tally};
use super::{Args, Doubts};

fn doubts(args: &Args) -> &'static str {
    match args.doubts {
        Doubts::Hide => "hidden",
        Doubts::Keep => "kept",
    }
}

fn row(name: &str, tally: &Tally) {
    print!("{name:<12}");
    for n in tally {
        print!("{n:>10}");
    }
    println!();
}

/// A table.
pub(super) fn table(args: &Args, outcome: &Outcome) {
    println!("{} canary report(s), seed {}, doubts {}: identifiers that can still be read", args.reports, args.seed, doubts(args));
    println!("{:<12}{}", "", STEPS.map(|step| format!("{step:>10}")).concat());
    for (kind, tally) in &outcome.kinds {
        row(kind.code(), tally);
    }
    row("all", &outcome.total());
    println!("{} file(s) searched, {} with a canary in clear", outcome.files, outcome.in_clear.len());
    for name in &outcome.in_clear {
        println!("  in clear: {name}");
    }
    println!("{}", if outcome.failed() { "FAILED: a canary got out" } else { "no canary in the digest, none in clear" });
}

fn steps(tally: &Tally) -> Value {
    Value::Object(STEPS.iter().zip(tally).map(|(step, n)| (step.replace(' ', "_"), json!(n))).collect::<Map<_, _>>())
}

/// One JSON object.
pub(super) fn json(args: &Args, outcome: &Outcome) -> Result<()> {
    let kinds: Map<String, Value> = outcome.kinds.iter().map(|(kind, tally)| (kind.code().to_owned(), steps(tally))).collect();
    let object = json!({
        "reports": args.reports,
        "seed": args.seed,
        "doubts": doubts(args),
        "kinds": kinds,
        "all": steps(&outcome.total()),
        "files": outcome.files,
        "in_clear": outcome.in_clear,
        "failed": outcome.failed(),
    });
    println!("{}", serde_json::to_string(&object)?);
    Ok(())
}
