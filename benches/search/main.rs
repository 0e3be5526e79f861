//! How long a search of 10,000 released reports takes with the blind index, against plain FTS5 over the same texts.
//!
//! The reports go through the real flows on SQLite: filed, sealed, screened, released. Two comparisons, medians of interleaved
//! rounds of one run, as ratios: the engine alone (rank, count, best 25), and the whole page (for Candor with the digests,
//! the audit entry, 25 texts opened and marked; for FTS5 with its own snippets). Asserts nothing about time.
//! CANDOR_BENCH_REPORTS (10000) and CANDOR_BENCH_ROUNDS (9) make it smaller or longer.

#![allow(
    unreachable_pub,
    clippy::expect_used,
    clippy::pedantic,
    clippy::disallowed_methods,
    reason = "a benchmark may stop where it stands and reads its own environment"
)]

#[allow(dead_code, reason = "a search asks for the texts, not for their marks")]
#[path = "../../examples/score/corpus.rs"]
mod corpus;
mod engines;
mod house;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use candor::store::CaseFilter;

/// What is looked for, as typed into the desk, and as FTS5 writes it.
const QUERIES: [(&str, &str); 10] = [
    ("pump", "pump"),
    ("alarms", "alarms"),
    ("wrong label", "wrong AND label"),
    ("ladder", "ladder"),
    ("handover checked", "handover AND checked"),
    ("\"night shift\"", "\"night shift\""),
    ("\"oxygen cylinder\"", "\"oxygen cylinder\""),
    ("patient -pump", "patient NOT pump"),
    ("forklift reversing", "forklift AND reversing"),
    ("humidifier", "humidifier"),
];

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

fn main() {
    // `cargo bench` says `--bench`; `cargo test --benches` comes here without, and a benchmark is not a test.
    if !std::env::args().any(|a| a == "--bench") {
        println!("Nothing is measured without --bench");
        return;
    }
    if cfg!(debug_assertions) {
        println!("This is a debug build: the figures mean nothing");
    }
    let (reports, rounds) = (number("CANDOR_BENCH_REPORTS", 10_000), number("CANDOR_BENCH_ROUNDS", 9));
    let folder = tempfile::tempdir_in(".").expect("a folder on the disk that is measured");
    let database = folder.path().join("candor.db");
    let texts = texts(reports);
    let house = house::House::new(&database);
    house.release_all(&texts);
    let mut plain = engines::Plain::new(&folder.path().join("plain.db"), &texts);
    let mut blind = engines::Blind::new(&database, &texts);
    let filter = CaseFilter::default();

    let (mut engine, mut page) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let plain_engine = seconds(|(_, fts)| drop(black_box(plain.best(fts))));
        let blind_engine = seconds(|(typed, _)| drop(black_box(blind.best(typed))));
        let plain_page = seconds(|(_, fts)| drop(black_box(plain.page(fts))));
        let whole = seconds(|(typed, _)| {
            let _ = black_box(house.find(typed, &filter));
        });
        engine.push((blind_engine, plain_engine));
        page.push((whole, plain_page));
    }

    println!("{reports} released reports, {} queries a round, {rounds} rounds, medians", QUERIES.len());
    for (typed, fts) in QUERIES {
        println!("  {typed:<24} found {:>5} blind, {:>5} plain", house.find(typed, &filter), plain.best(fts).1);
    }
    println!("  engine alone: blind {:.2} ms, plain {:.2} ms a query, ratio {:.2}", millis(&engine, 0), millis(&engine, 1), ratio(&engine));
    println!("  whole page:   Candor {:.2} ms, plain {:.2} ms a query, ratio {:.2}", millis(&page, 0), millis(&page, 1), ratio(&page));
    println!("  index size:   blind {:.1} MiB, plain {:.1} MiB", blind.index_mib(), plain.index_mib());
}

/// Texts of the corpus, two to a report, so that few reports are alike.
fn texts(reports: usize) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("the corpus").map(|e| e.expect("an entry").path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "jsonl"));
    files.sort();
    let all: Vec<String> = files
        .iter()
        .flat_map(|file| corpus::read(file).expect("a file of the corpus"))
        .map(|text| text.letters.into_iter().collect::<String>())
        .filter(|text| text.split_whitespace().count() > 4)
        .collect();
    let at = |n: usize| all.get(n % all.len()).map_or("", String::as_str);
    (0..reports).map(|n| format!("{} {}", at(n), at(n * 7919 + n / all.len()))).collect()
}

/// One query's share of a round.
fn seconds(mut one: impl FnMut((&'static str, &'static str))) -> f64 {
    let begun = Instant::now();
    QUERIES.into_iter().for_each(&mut one);
    begun.elapsed().as_secs_f64() / QUERIES.len() as f64
}

fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of.get(of.len() / 2).copied().unwrap_or(0.0)
}

fn millis(rounds: &[(f64, f64)], side: usize) -> f64 {
    median(rounds.iter().map(|(ours, theirs)| if side == 0 { *ours } else { *theirs }).collect()) * 1e3
}

fn ratio(rounds: &[(f64, f64)]) -> f64 {
    median(rounds.iter().map(|(ours, theirs)| ours / theirs).collect())
}
