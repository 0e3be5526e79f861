//! How often the standard detector cries wolf, and how often it finds what was planted, on series whose truth is known.
//!
//! `cargo run --example scenarios -- SERIES.csv [SCORES.json]`. The series are lines of `id,kind,change_at,truth,counts`: 78 weeks to
//! learn from, then weeks that are judged. The scores, if given, are what other methods reached on the same series: each is met at the
//! lowest threshold at which no kind of quiet series, nor all together, is alarmed more often than by that method.

#![allow(clippy::pedantic, clippy::expect_used, reason = "a measurement may stop where it stands")]

use candor::trends::detect::{Settings, watch};
use serde_json::Value;

const LEARN: usize = 78;
const QUIET: [&str; 3] = ["poisson", "overdispersed", "seasonal"];
const CHANGES: [&str; 4] = ["step_up_x2", "step_down_x0.4", "spike", "slow_rise"];

struct Scenario {
    kind: String,
    /// Index of the first changed week among the judged ones; 0 for a quiet series.
    change: usize,
    /// Recurrence interval of each judged week.
    scores: Vec<f64>,
}

impl Scenario {
    fn read(line: &str) -> Option<Self> {
        let mut cells = line.split(',').skip(1);
        let (kind, change, _, counts) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        let counts: Vec<Option<f64>> = counts.split(' ').map(|c| c.trim().parse().ok()).collect();
        let kind = kind.rsplit_once("_mu").map_or(kind, |(kind, _)| kind).trim_start_matches("null_");
        let judged = watch(&counts, &[], LEARN, &Settings::WEEKS)?.judged;
        let scores = judged.into_iter().map(|j| j.map_or(0.0, |j| j.recurrence)).collect();
        Some(Self { kind: kind.to_owned(), change: change.parse::<usize>().map_or(0, |c| c - 1 - LEARN), scores })
    }

    /// The score that decides: of every judged week, or of those from the change on.
    fn best(&self) -> f64 {
        self.scores.iter().skip(self.change).copied().fold(0.0, f64::max)
    }

    /// Weeks from the change to the first alarm.
    fn delay(&self, threshold: f64) -> Option<usize> {
        self.scores.iter().skip(self.change).position(|s| *s >= threshold)
    }
}

struct Result {
    quiet: [f64; 3],
    found: [f64; 4],
    delay: f64,
}

fn share(all: &[Scenario], kind: &str, threshold: f64) -> f64 {
    let of_kind: Vec<&Scenario> = all.iter().filter(|s| s.kind == kind).collect();
    of_kind.iter().filter(|s| s.best() >= threshold).count() as f64 / of_kind.len().max(1) as f64
}

fn measure(all: &[Scenario], threshold: f64) -> Result {
    let mut delays: Vec<usize> = all.iter().filter(|s| !QUIET.contains(&s.kind.as_str())).filter_map(|s| s.delay(threshold)).collect();
    delays.sort_unstable();
    let middle = |at: usize| delays.get(at).map_or(f64::NAN, |d| *d as f64);
    Result {
        quiet: QUIET.map(|kind| share(all, kind, threshold)),
        found: CHANGES.map(|kind| share(all, kind, threshold)),
        delay: (middle(delays.len().saturating_sub(1) / 2) + middle(delays.len() / 2)) / 2.0,
    }
}

/// The lowest threshold at which at most `allowed` of these best scores alarm.
fn threshold(mut best: Vec<f64>, allowed: f64) -> f64 {
    best.sort_by(|a, b| b.total_cmp(a));
    // The printed shares are rounded to four places.
    let spare = (allowed * best.len() as f64 + 0.01).floor() as usize;
    best.get(spare).map_or(0.0, |s| s.next_up())
}

fn best(all: &[Scenario], kinds: &[&str]) -> Vec<f64> {
    all.iter().filter(|s| kinds.contains(&s.kind.as_str())).map(Scenario::best).collect()
}

/// The share of all quiet series that these shares by kind make.
fn pooled(all: &[Scenario], quiet: [f64; 3]) -> f64 {
    let sizes = QUIET.map(|kind| best(all, &[kind]).len() as f64);
    quiet.iter().zip(sizes).map(|(q, n)| q * n).sum::<f64>() / sizes.iter().sum::<f64>()
}

fn matched(all: &[Scenario], quiet: [f64; 3]) -> f64 {
    let each = QUIET.iter().zip(quiet).map(|(kind, allowed)| threshold(best(all, &[kind]), allowed));
    each.chain([threshold(best(all, &QUIET), pooled(all, quiet))]).fold(0.0, f64::max)
}

/// The highest threshold at which this share of doublings is found.
fn as_many(all: &[Scenario], wanted: f64) -> f64 {
    let mut scores = best(all, &CHANGES[..1]);
    scores.sort_by(|a, b| b.total_cmp(a));
    let needed = (wanted * scores.len() as f64 - 0.01).ceil() as usize;
    needed.checked_sub(1).and_then(|at| scores.get(at)).map_or(f64::INFINITY, |s| *s)
}

fn line(name: &str, threshold: Option<f64>, r: &Result) {
    let [poisson, spread, season] = r.quiet.map(|q| 100.0 * q);
    let [double, fall, spike, slow] = r.found.map(|f| 100.0 * f);
    let threshold = threshold.map_or_else(|| "-".to_owned(), |t| format!("{t:.0}"));
    println!(
        "{name:<36} {threshold:>9} {poisson:7.1} {spread:7.1} {season:7.1} {double:9.1} {fall:6.1} {spike:6.1} {slow:6.1} {:6.1}",
        r.delay
    );
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(series) = arguments.next() else {
        eprintln!("usage: scenarios SERIES.csv [SCORES.json]");
        return;
    };
    let text = std::fs::read_to_string(series).expect("the series");
    let all: Vec<Scenario> = text.lines().filter(|l| !l.starts_with('#')).skip(1).filter_map(Scenario::read).collect();
    println!("{} series; quiet ones alarmed in the judged weeks (%), planted changes found (%), median delay (weeks)", all.len());
    println!(
        "{:<36} {:>9} {:>7} {:>7} {:>7} {:>9} {:>6} {:>6} {:>6} {:>6}",
        "method", "threshold", "poisson", "spread", "season", "doublings", "falls", "spikes", "slow", "delay"
    );
    let standard = Settings::WEEKS.recurrence;
    line("rules v1, as shipped", Some(standard), &measure(&all, standard));
    for weeks in [104.0, 156.0, 208.0, 312.0, 520.0] {
        line("rules v1", Some(weeks), &measure(&all, weeks));
    }
    let Some(scores) = arguments.next() else { return };
    let scores: Value = serde_json::from_str(&std::fs::read_to_string(scores).expect("the scores")).expect("scores are JSON");
    for (name, reference) in scores["expected"].as_object().expect("one entry a method") {
        let figure = |of: &str, kind: &str| reference[of][kind].as_f64().expect("a share");
        let theirs = Result {
            quiet: QUIET.map(|kind| figure("share_null_series_with_any_alarm_26wk", kind)),
            found: CHANGES.map(|kind| figure("detected_after_change", kind)),
            delay: reference["median_delay_weeks_when_detected"].as_f64().expect("weeks"),
        };
        let at = matched(&all, theirs.quiet);
        let ours = measure(&all, at);
        let verdict = if ours.found[0] + 5e-5 >= theirs.found[0] { "at least as many doublings" } else { "FEWER DOUBLINGS" };
        println!();
        line(name, None, &theirs);
        line(&format!("  rules v1: {verdict}"), Some(at), &ours);
        let alarmed = pooled(&all, measure(&all, as_many(&all, theirs.found[0])).quiet);
        let (they, we) = (100.0 * pooled(&all, theirs.quiet), 100.0 * alarmed);
        println!("  quiet series alarmed for as many doublings: {they:.1} % by it, {we:.1} % by rules v1");
    }
}
