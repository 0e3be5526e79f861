//! What a digest costs with 1,000,000 released reports, against one with 10,000 that fill the same cells: as a ratio, which should be 1.
//!
//! Both databases are filled by SQL: the rows of the reports, small ones, and the roll-ups counted from them, as releases count them one
//! by one. What is measured is the real flow, gate, chart and letter. Medians of interleaved rounds of one run. Asserts nothing about time.
//! CANDOR_BENCH_REPORTS (1000000), CANDOR_BENCH_FEW (10000) and CANDOR_BENCH_ROUNDS (15) make it smaller or longer.

#![allow(
    unreachable_pub,
    clippy::expect_used,
    clippy::pedantic,
    clippy::disallowed_methods,
    reason = "a benchmark may stop where it stands and reads its own environment"
)]

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use candor::config::{DEMO_AREAS, Settings};
use candor::deident::Engine;
use candor::domain::access::{Actor, Permit, ReadDigest, ReadTrends};
use candor::domain::clock::{Clock, FixedClock, Moment};
use candor::domain::digest::Editorial;
use candor::domain::id::PersonId;
use candor::domain::period::Period;
use candor::domain::person::{Role, Roles};
use candor::domain::span::{Pace, Span};
use candor::flows::trends::{Asked, board};
use candor::flows::{Ctx, Parts, digest, setup};
use candor::i18n::Catalog;
use candor::store::{Address, Durability, Store, migrate};
use candor::vault::SymKey;
use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, SqliteConnection};

/// Months of history: those that the chart shows.
const MONTHS: usize = 24;
/// Reports of areas with fewer people come without their area, so such areas have none here either.
const CROWD_MIN: u32 = 10;

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

fn last_month() -> Period {
    Period::parse("2026-10").expect("a month")
}

/// An installation whose clock stands where October can be told.
fn installation(folder: &Path, name: &str) -> (Ctx, String) {
    let path = folder.join(name).display().to_string();
    let clock = Arc::new(FixedClock::at(Moment::start_of(Period::parse("2026-11").expect("month")).plus(20 * 86_400)));
    let url = format!("sqlite://{path}");
    let mut settings = Settings::from_text(&format!("[storage]\nurl = \"{url}\"\n")).expect("settings");
    settings.set_areas(DEMO_AREAS).expect("areas");
    let address = Address::parse(&url, Durability::Scratch).expect("address");
    migrate(&address).expect("schema");
    let shared: Arc<dyn Clock> = Arc::clone(&clock) as Arc<dyn Clock>;
    let store = Store::open(address, Arc::clone(&shared)).expect("store");
    let root = SymKey::from_bytes([7; 32]);
    setup::install(&store, &root).expect("keys");
    let unsealed = setup::unseal(&store, &root).expect("keys open");
    let (catalog, engine) = (Catalog::load().expect("messages"), Arc::new(Engine::new().expect("rules")));
    (Ctx::new(Parts { store, unsealed, clock: shared, settings, catalog, engine, form_key: None, demo: None }), path)
}

/// `(0, 'a'), (1, 'b'), …`
fn values(codes: impl Iterator<Item = String>) -> String {
    codes.enumerate().map(|(at, code)| format!("({at}, '{code}')")).collect::<Vec<_>>().join(", ")
}

/// Fills the tables; every cell has a report before one has two.
fn fill(ctx: &Ctx, path: &str, reports: usize) {
    let taxonomy = ctx.taxonomy();
    let months = values(last_month().back(MONTHS).into_iter().map(|m| m.number().to_string()));
    let areas: Vec<String> = taxonomy.areas.iter().filter(|a| a.people(last_month()) >= CROWD_MIN).map(|a| a.code.to_string()).collect();
    let a = areas.len();
    let areas = values(areas.into_iter());
    let categories = values(taxonomy.categories.0.iter().take(6).map(|c| c.code.to_string()));
    let severities = values(["none", "minor", "moderate", "severe", "fatal"].map(str::to_owned).into_iter());
    let m = MONTHS;
    let sql = format!(
        "PRAGMA synchronous = OFF; BEGIN;
        CREATE TEMP TABLE m (k INTEGER PRIMARY KEY, code); INSERT INTO m VALUES {months};
        CREATE TEMP TABLE a (k INTEGER PRIMARY KEY, code); INSERT INTO a VALUES {areas};
        CREATE TEMP TABLE c (k INTEGER PRIMARY KEY, code); INSERT INTO c VALUES {categories};
        CREATE TEMP TABLE s (k INTEGER PRIMARY KEY, code); INSERT INTO s VALUES {severities};
        INSERT INTO reports (id, receipt, body_mac, raw, reply_key, week, urgent, status, released_text, released_period, kind, area, category,
            severity, risk_index, excluded, version, identity, raw_due, identity_due, reporter, receipt_used)
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {reports})
        SELECT randomblob(16), randomblob(32), randomblob(32), randomblob(64), randomblob(32), 0, FALSE, 'released', randomblob(64),
            CAST(m.code AS INTEGER), 'near-miss', a.code, c.code, s.code, 0, FALSE, 1, randomblob(64), 0, 0, 'open', 0
        FROM n JOIN m ON m.k = i % {m} JOIN a ON a.k = i / {m} % {a} JOIN c ON c.k = i / {m} / {a} % 6 JOIN s ON s.k = i / {m} / {a} / 6 % 5;
        INSERT INTO rollups (period, area, category, severity, reports)
        SELECT released_period, area, category, severity, count(*) FROM reports GROUP BY released_period, area, category, severity;
        COMMIT;"
    );
    SqliteConnection::establish(path).expect("the file").batch_execute(&sql).expect("rows");
}

fn seconds(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn letter(ctx: &Ctx, permit: &Permit<ReadDigest>) -> f64 {
    seconds(|| {
        drop(black_box(
            digest::preview(ctx, permit, Span::holding(last_month(), Pace::Month), &Editorial::default(), None).expect("a letter"),
        ))
    })
}

fn trends(ctx: &Ctx, permit: &Permit<ReadTrends>) -> f64 {
    seconds(|| drop(black_box(board(ctx, permit, &Asked::default()).expect("a board"))))
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
    let (many, few) = (number("CANDOR_BENCH_REPORTS", 1_000_000), number("CANDOR_BENCH_FEW", 10_000));
    let rounds = number("CANDOR_BENCH_ROUNDS", 15);
    let folder = tempfile::tempdir_in(".").expect("a folder on the disk that is measured");
    let [large, small] = [("many.db", many), ("few.db", few)].map(|(name, reports)| {
        let (ctx, path) = installation(folder.path(), name);
        fill(&ctx, &path, reports);
        ctx
    });
    let read = Actor::Console.permit::<ReadDigest>().expect("the console");
    let analyst = Actor::Person(PersonId::from_bytes([1; 16]), Roles::new(&[Role::Analyst]).expect("roles"));
    let look = analyst.permit::<ReadTrends>().expect("an analyst");

    let measured: Vec<[f64; 4]> =
        (0..rounds).map(|_| [letter(&large, &read), letter(&small, &read), trends(&large, &look), trends(&small, &look)]).collect();

    let of = |at: usize| median(measured.iter().map(|round| round[at]).collect());
    println!("{many} released reports against {few} in the same cells, {rounds} rounds, medians");
    println!("  digest composed, gated, drawn and written: {:.2} times", of(0) / of(1));
    println!("  trends page, exact counts judged: {:.2} times", of(2) / of(3));
}
