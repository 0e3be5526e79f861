//! What the whole pipeline costs for 10,000 weekly series, one thread, and how that compares with other software on the same table.
//!
//! Text in; for each series of 104 weeks two control charts with frozen limits (c, XmR) and a run chart, three tests (outside either limit, runs too
//! long or too few crossings), the standard detector; then one step of Benjamini-Hochberg over all series, and a word for each. 78 weeks are
//! learnt from, 26 judged. `scripts/bench-trends.sh` lets pandas with scipy, and R with surveillance, do on the same file as much of it as they
//! can, where they are installed. Speeds are by processor time. Asserts nothing about time. Fetches nothing.

#![allow(
    unreachable_pub,
    clippy::expect_used,
    clippy::pedantic,
    clippy::disallowed_methods,
    reason = "a benchmark may stop where it stands and reads its own environment"
)]

#[path = "../proc.rs"]
mod proc;

use std::hint::black_box;
use std::time::Instant;

use candor::trends::detect::{Settings, watch};
use candor::trends::multiplicity::{Adjustment, adjust};
use candor::trends::{Kind, Options, RuleSet, Series, control_chart, find, run_rules};

const SERIES: usize = 10_000;
const WEEKS: usize = 104;
const LEARN: usize = 78;
const DOUBLED: usize = 8;
/// Share of false ones among the signals.
const LEVEL: f64 = 0.05;

/// What is known of one series before all are held against their number.
struct Looked {
    outside: bool,
    runs: bool,
    recurrence: f64,
}

fn read(text: &str) -> Vec<Vec<f64>> {
    text.lines().map(|line| line.split(',').map(|n| n.parse().expect("a count")).collect()).collect()
}

fn look(counts: &[f64]) -> Looked {
    let series = Series::of_counts(counts);
    let frozen = Options { freeze: Some(LEARN), ..Options::default() };
    let outside = [Kind::C, Kind::Xmr].iter().any(|kind| {
        let chart = control_chart(*kind, &series, &frozen).expect("a chart");
        find(RuleSet::Outside, &chart.points).iter().any(|finding| !finding.points.is_empty())
    });
    let runs = run_rules(&control_chart(Kind::Run, &series, &frozen).expect("a chart").points).signal() == Some(true);
    Looked { outside, runs, recurrence: detect(counts) }
}

/// The last week's recurrence by the standard detector.
fn detect(counts: &[f64]) -> f64 {
    let known: Vec<Option<f64>> = counts.iter().map(|y| Some(*y)).collect();
    let watched = watch(&known, &[], LEARN, &Settings::WEEKS).expect("a watch");
    watched.judged.last().copied().flatten().map_or(0.0, |j| j.recurrence)
}

fn words(looked: &[Looked]) -> Vec<&'static str> {
    let chances: Vec<f64> = looked.iter().map(|l| l.recurrence.max(1.0).recip()).collect();
    let adjusted = adjust(&chances, Adjustment::BenjaminiHochberg).expect("chances");
    let word = |(l, chance): (&Looked, f64)| match (l.recurrence >= Settings::WEEKS.recurrence, chance <= LEVEL) {
        (true, true) => "signal",
        _ if l.outside || l.runs => "a little unusual, may be chance",
        _ => "usual",
    };
    looked.iter().zip(adjusted).map(word).collect()
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
    let lines: Vec<String> = table().iter().map(|s| s.iter().map(|y| y.to_string()).collect::<Vec<_>>().join(",")).collect();
    let text = lines.join("\n") + "\n";
    if let Ok(path) = std::env::var("CANDOR_BENCH_TABLE") {
        std::fs::write(path, &text).expect("the table is written");
    }
    let clock = Clock::start();
    let table = read(black_box(&text));
    let looked: Vec<Looked> = table.iter().map(|counts| look(counts)).collect();
    let said = black_box(words(&looked));
    let whole = clock.seconds();
    let clock = Clock::start();
    black_box(table.iter().map(|counts| detect(counts)).sum::<f64>());
    let detector = clock.seconds();
    let each = |seconds: f64| 1e6 * seconds / SERIES as f64;
    println!("Candor, {SERIES} series of {WEEKS} weeks, {} weeks judged, one thread, microseconds a series", WEEKS - LEARN);
    println!("  {:<36} {:>10.1}", "whole pipeline", each(whole));
    println!("  {:<36} {:>10.1}", "detector alone", each(detector));
    if let Some(mib) = proc::memory_mib("self", "VmHWM") {
        println!("  {:<36} {:>10.0} MiB", "memory at most", mib);
    }
    for word in ["signal", "a little unusual, may be chance", "usual"] {
        println!("  {:<36} {:>10} series", word, said.iter().filter(|w| **w == word).count());
    }
}

/// Poisson counts with means from 0.5 to 10, every hundredth series doubled in its last eight weeks, by a fixed generator (splitmix64), inverted by
/// their cumulative probabilities.
fn table() -> Vec<Vec<f64>> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut uniform = move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut draw = move |mean: f64| {
        let (wanted, mut count, mut mass) = (uniform(), 0.0, (-mean).exp());
        let mut below = mass;
        while below < wanted && count < 1000.0 {
            count += 1.0;
            mass *= mean / count;
            below += mass;
        }
        count
    };
    let means = [0.5, 1.5, 4.0, 10.0];
    let times = |i: usize, week: usize| if i.is_multiple_of(100) && week >= WEEKS - DOUBLED { 2.0 } else { 1.0 };
    // Neighbours among the doubled ones have different means.
    (0..SERIES).map(|i| (0..WEEKS).map(|week| draw(times(i, week) * means[(i / 100 + i) % means.len()])).collect()).collect()
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
