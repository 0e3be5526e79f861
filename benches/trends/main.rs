//! How fast one core judges weekly series by the standard detector, and how that compares with other software on the same series.
//!
//! 10,000 invented series of 104 weeks: 78 to learn from, 26 judged. `scripts/bench-trends.sh` writes what Python (pandas, means and limits
//! only) and R (surveillance, EARS C1 and Farrington) need for the same table, which are measured where they are installed. Speeds are by
//! processor time. Asserts nothing about time. Fetches nothing.

#![allow(
    unreachable_pub,
    clippy::expect_used,
    clippy::pedantic,
    clippy::disallowed_methods,
    reason = "a benchmark may stop where it stands and reads its own environment"
)]

#[allow(dead_code, reason = "memory is not asked for")]
#[path = "../proc.rs"]
mod proc;

use std::hint::black_box;
use std::time::Instant;

use candor::trends::detect::{Settings, watch};

const SERIES: usize = 10_000;
const WEEKS: usize = 104;
const LEARN: usize = 78;

fn main() {
    // `cargo bench` says `--bench`; `cargo test --benches` comes here without, and a benchmark is not a test.
    if !std::env::args().any(|a| a == "--bench") {
        println!("Nothing is measured without --bench");
        return;
    }
    if cfg!(debug_assertions) {
        println!("This is a debug build: the figures mean nothing");
    }
    let table = table();
    if let Ok(path) = std::env::var("CANDOR_BENCH_TABLE") {
        let lines: Vec<String> =
            table.iter().map(|s| s.iter().map(|y| y.unwrap_or(0.0).to_string()).collect::<Vec<_>>().join(",")).collect();
        std::fs::write(path, lines.join("\n") + "\n").expect("the table is written");
    }
    let clock = Clock::start();
    let mut alarms = 0;
    for series in &table {
        let found = black_box(watch(black_box(series), &[], LEARN, &Settings::WEEKS)).expect("a watch");
        alarms += found.judged.iter().flatten().filter(|j| j.recurrence >= Settings::WEEKS.recurrence).count();
    }
    let seconds = clock.seconds();
    println!("Candor, {SERIES} series of {WEEKS} weeks, {} weeks judged, one thread", WEEKS - LEARN);
    println!("  {:<36} {:>10.0}", "series/s per core", SERIES as f64 / seconds);
    println!("  {:<36} {:>10.1}", "microseconds a series", 1e6 * seconds / SERIES as f64);
    println!("  {:<36} {:>10.2}", "seconds in all", seconds);
    println!("  {:<36} {:>10}", "alarms", alarms);
}

/// Poisson counts with means from 0.5 to 10 by a fixed generator (splitmix64), inverted by their cumulative probabilities.
fn table() -> Vec<Vec<Option<f64>>> {
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
        Some(count)
    };
    let means = [0.5, 1.5, 4.0, 10.0];
    (0..SERIES).map(|i| (0..WEEKS).map(|_| draw(means[i % means.len()])).collect()).collect()
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
