//! How fast one core de-identifies, what it takes to start and in memory, and how that compares with Microsoft Presidio.
//!
//! Reads `tests/corpus/narratives*.jsonl`, without their marks. Presidio is measured in the same run, over the same English texts,
//! between two measurements of Candor, so that a busy machine slows both. Speeds are by processor time, which waiting for
//! other programs does not lengthen. `scripts/bench-deident.sh` installs Presidio and runs this.
//! Measures speed only, never who finds more, and asserts nothing about time. Fetches nothing.

#![allow(
    unreachable_pub,
    clippy::expect_used,
    clippy::pedantic,
    clippy::disallowed_methods,
    reason = "a benchmark may stop where it stands and reads its own environment"
)]

#[allow(dead_code, reason = "speed asks for the texts, not for their marks")]
#[path = "../../examples/score/corpus.rs"]
mod corpus;
mod presidio;
#[path = "../proc.rs"]
mod proc;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use candor::deident::Engine;

/// What was read, and in what time.
#[derive(Clone, Copy, Default)]
pub struct Pace {
    /// Texts.
    pub documents: usize,
    /// Their length in UTF-8.
    pub bytes: usize,
    /// Of processor time.
    pub seconds: f64,
}

impl Pace {
    fn documents_per_second(self) -> f64 {
        self.documents as f64 / self.seconds
    }

    fn kilobytes_per_second(self) -> f64 {
        self.bytes as f64 / 1e3 / self.seconds
    }

    fn and(self, other: Self) -> Self {
        Self { documents: self.documents + other.documents, bytes: self.bytes + other.bytes, seconds: self.seconds + other.seconds }
    }
}

fn main() {
    // `cargo bench` says `--bench`; `cargo test --benches` comes here without, and a benchmark is not a test.
    if !std::env::args().any(|a| a == "--bench") {
        println!("Nothing is measured without --bench");
        return;
    }
    if cfg!(debug_assertions) {
        println!("This is a debug build: the figures of Candor mean nothing");
    }
    let millis = std::env::var("CANDOR_BENCH_MILLIS").ok().and_then(|v| v.parse().ok()).unwrap_or(2000);
    let each = Duration::from_millis(millis);
    let texts = narratives();
    let all: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    let english: Vec<&str> = texts.iter().filter(|(english, _)| *english).map(|(_, text)| text.as_str()).collect();

    let begun = Instant::now();
    let engine = Engine::new().expect("rules");
    let start = begun.elapsed();
    let pace = candor(&engine, &all, each);
    println!("Candor, {} texts in four languages, one thread", all.len());
    line("documents/s per core", &format!("{:.0}", pace.documents_per_second()));
    line("MB/s per core", &format!("{:.3}", pace.kilobytes_per_second() / 1e3));
    line("start, ms", &format!("{:.1}", start.as_secs_f64() * 1e3));
    line("peak memory, MiB", &proc::memory_mib("self", "VmHWM").map_or_else(|| "-".to_owned(), |mib| format!("{mib:.1}")));

    match std::env::var("CANDOR_BENCH_PRESIDIO") {
        // The script sets it empty when it tells itself what is missing.
        Ok(python) if python.is_empty() => {}
        Ok(python) => compare(&engine, &english, each, &python),
        Err(_) => println!("Presidio NOT MEASURED: CANDOR_BENCH_PRESIDIO names no Python that has it (scripts/bench-deident.sh does)"),
    }
}

/// The narratives of the corpus as a reporter would have written them, in the order of the files' names; whether each is English.
fn narratives() -> Vec<(bool, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).expect("the corpus").map(|e| e.expect("an entry").path()).collect();
    files.retain(|f| f.file_name().and_then(|n| n.to_str()).is_some_and(|n| n.starts_with("narratives") && n.ends_with(".jsonl")));
    files.sort();
    let texts = files.iter().flat_map(|file| corpus::read(file).expect("a file of the corpus"));
    texts.map(|text| (text.language.as_deref() == Some("en"), text.letters.into_iter().collect())).collect()
}

/// Whole rounds, for the texts differ in length, after one that does not count.
fn candor(engine: &Engine, texts: &[&str], each: Duration) -> Pace {
    let round = || {
        for text in texts {
            black_box(engine.scan(black_box(text), None));
        }
    };
    round();
    let bytes: usize = texts.iter().map(|t| t.len()).sum();
    let mut pace = Pace::default();
    let clock = Clock::start();
    while pace.documents == 0 || pace.seconds < each.as_secs_f64() {
        round();
        pace.documents += texts.len();
        pace.bytes += bytes;
        pace.seconds = clock.seconds();
    }
    pace
}

fn compare(engine: &Engine, english: &[&str], each: Duration, python: &str) {
    let before = candor(engine, english, each);
    let presidio = match presidio::run(python, english, each) {
        Ok(measured) => measured,
        Err(why) => {
            println!("Presidio NOT MEASURED: {why}");
            return;
        }
    };
    let after = candor(engine, english, each);
    let ratio = before.and(after).kilobytes_per_second() / presidio.pace.kilobytes_per_second();
    println!("The {} English texts, one thread each", english.len());
    line("Candor before, KB/s per core", &format!("{:.1}", before.kilobytes_per_second()));
    line(&format!("Presidio {}, KB/s per core", presidio.version), &format!("{:.1}", presidio.pace.kilobytes_per_second()));
    line("Candor after, KB/s per core", &format!("{:.1}", after.kilobytes_per_second()));
    line("Candor / Presidio", &format!("{ratio:.1}"));
    println!("Presidio has its default recognisers and the spaCy model {}", presidio.model);
}

/// Processor time of this process on Linux, the wall clock elsewhere.
struct Clock(Option<f64>, Instant);

impl Clock {
    fn start() -> Self {
        Self(proc::cpu_seconds("self"), Instant::now())
    }

    fn seconds(&self) -> f64 {
        match (self.0, proc::cpu_seconds("self")) {
            (Some(begun), Some(now)) => now - begun,
            _ => self.1.elapsed().as_secs_f64(),
        }
    }
}

fn line(name: &str, value: &str) {
    println!("  {name:<36} {value:>10}");
}
