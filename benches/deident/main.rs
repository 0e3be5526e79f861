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

mod corpus;
mod presidio;

use std::hint::black_box;
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
    let texts = corpus::read();
    let all: Vec<&str> = texts.iter().map(|t| t.plain.as_str()).collect();
    let english: Vec<&str> = texts.iter().filter(|t| t.english).map(|t| t.plain.as_str()).collect();

    let begun = Instant::now();
    let engine = Engine::new().expect("rules");
    let start = begun.elapsed();
    let pace = candor(&engine, &all, each);
    println!("Candor, {} texts in four languages, one thread", all.len());
    line("documents/s per core", &format!("{:.0}", pace.documents_per_second()));
    line("MB/s per core", &format!("{:.3}", pace.kilobytes_per_second() / 1e3));
    line("start, ms", &format!("{:.1}", start.as_secs_f64() * 1e3));
    line("peak memory, MiB", &peak_mib().map_or_else(|| "-".to_owned(), |mib| format!("{mib:.1}")));

    match std::env::var("CANDOR_BENCH_PRESIDIO") {
        // The script sets it empty when it tells itself what is missing.
        Ok(python) if python.is_empty() => {}
        Ok(python) => compare(&engine, &english, each, &python),
        Err(_) => println!("Presidio NOT MEASURED: CANDOR_BENCH_PRESIDIO names no Python that has it (scripts/bench-deident.sh does)"),
    }
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
        Self(processor_seconds(), Instant::now())
    }

    fn seconds(&self) -> f64 {
        match (self.0, processor_seconds()) {
            (Some(begun), Some(now)) => now - begun,
            _ => self.1.elapsed().as_secs_f64(),
        }
    }
}

/// User and system seconds so far.
fn processor_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let (_, rest) = stat.rsplit_once(") ")?;
    let ticks: f64 = rest.split(' ').skip(11).take(2).filter_map(|t| t.parse::<f64>().ok()).sum();
    // Linux counts in hundredths of a second for /proc on every architecture in use.
    Some(ticks / 100.0)
}

fn line(name: &str, value: &str) {
    println!("  {name:<36} {value:>10}");
}

/// The most memory this process has held so far; Linux alone tells.
fn peak_mib() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}
