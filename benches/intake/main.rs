//! Durable submissions through HTTP against raw durable commits of the same database on the same disk.
//!
//! Prints medians of interleaved rounds from one run, as ratios; absolute speeds of a shared machine mean nothing.
//! `scripts/bench.sh` starts a PostgreSQL cluster with `fsync` on and runs this; without one it measures SQLite only.
//! The unit of work is one scrypt(N=16384, r=8, p=1) on the same core in the same round.

#![allow(
    unreachable_pub,
    clippy::expect_used,
    clippy::pedantic,
    clippy::disallowed_methods,
    reason = "a benchmark may stop where it stands and reads its own environment"
)]

mod load;
#[path = "../proc.rs"]
mod proc;
mod process;
mod raw;
mod report;
mod unit;

use std::path::Path;
use std::time::Duration;

use load::Shot;
use process::Service;
use report::{Figures, median};

/// Clients at a time.
const CLIENTS: [usize; 4] = [1, 8, 32, 64];

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

fn main() {
    // `cargo test --benches` calls this too; a benchmark is not a test.
    if std::env::args().any(|a| a == "--test") {
        return;
    }
    let rounds = usize::try_from(number("CANDOR_BENCH_ROUNDS", 5)).unwrap_or(5);
    let each = Duration::from_millis(number("CANDOR_BENCH_MILLIS", 2000));
    let mut figures = Figures::default();
    let folder = tempfile::tempdir_in(".").expect("a folder on the disk that is measured");
    let sqlite = format!("sqlite://{}", folder.path().join("candor.db").display());
    measure("sqlite", &sqlite, folder.path(), rounds, each, &mut figures);
    match std::env::var("CANDOR_BENCH_POSTGRES") {
        Ok(url) => {
            let folder = tempfile::tempdir_in(".").expect("a folder");
            measure("postgres", &process::fresh_database(&url), folder.path(), rounds, each, &mut figures);
        }
        Err(_) => println!("PostgreSQL is not measured: CANDOR_BENCH_POSTGRES is not set (scripts/bench.sh sets it)"),
    }
    report::print(&figures, Path::new("bench-results/intake.json"));
}

#[derive(Default)]
struct Series {
    raw: Vec<f64>,
    http: [Vec<f64>; CLIENTS.len()],
    ratio: [Vec<f64>; CLIENTS.len()],
    spread: Vec<f64>,
    cpu_units: Vec<f64>,
    failed: u64,
}

fn measure(name: &str, url: &str, folder: &Path, rounds: usize, each: Duration, figures: &mut Figures) {
    let config = process::installation(url, folder);
    let service = Service::start(&config);
    figures.put(name, "start-up to first answer, scrypt units", service.started_in.as_secs_f64() / unit::scrypt_seconds());
    figures.put(name, "idle memory, MiB", service.memory_mib());
    let mut series = Series::default();
    for round in 0..rounds {
        eprintln!("{name}: round {} of {rounds}", round + 1);
        one_round(&service, url, folder, each, &mut series);
    }
    figures.put(name, "loaded memory, MiB", service.memory_mib());
    for (at, clients) in CLIENTS.iter().enumerate() {
        let ratios = series.ratio.get(at).map_or(&[][..], Vec::as_slice);
        figures.put(name, &format!("submissions at {clients:>2} clients / raw commits"), median(ratios));
    }
    figures.put(name, "p99 / p50 at 32 clients", median(&series.spread));
    figures.put(name, "CPU per accepted report, scrypt units", median(&series.cpu_units));

    figures.put(name, "failures", series.failed as f64);
    let at = |n: usize| series.http.get(n).map_or(0.0, |v| median(v));
    eprintln!("{name}: raw commits/s {:.0}; submissions/s {:.0}, {:.0}, {:.0}, {:.0}", median(&series.raw), at(0), at(1), at(2), at(3));
}

fn one_round(service: &Service, url: &str, folder: &Path, each: Duration, series: &mut Series) {
    let commits = raw::commits_per_second(url, folder, each);
    series.raw.push(commits);
    let unit = unit::scrypt_seconds();
    let (mut accepted, mut cpu) = (0_u64, 0.0);
    for (at, clients) in CLIENTS.into_iter().enumerate() {
        let before = service.cpu_seconds();
        let Shot { per_second, latencies, good, bad } = load::run(&service.base, clients, each);
        cpu += service.cpu_seconds() - before;
        accepted += good;
        series.failed += bad;
        if let (Some(http), Some(ratio)) = (series.http.get_mut(at), series.ratio.get_mut(at)) {
            http.push(per_second);
            ratio.push(per_second / commits);
        }
        if clients == 32 {
            series.spread.push(report::quantile(&latencies, 0.99) / report::quantile(&latencies, 0.5));
        }
    }

    series.cpu_units.push(cpu / accepted as f64 / unit);
}
