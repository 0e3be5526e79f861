//! Raw durable single-row commits of about the size of a sealed report, by one connection.

use std::path::Path;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::Binary;
use diesel::{Connection, PgConnection, RunQueryDsl as _, SqliteConnection, sql_query};

/// Bytes in a row: a padded narrative with its wrap.
const ROW: usize = 6_800;

/// Commits per second.
pub fn commits_per_second(url: &str, folder: &Path, each: Duration) -> f64 {
    let make = |blob: &str| format!("CREATE TABLE IF NOT EXISTS raw_commits (id {blob} PRIMARY KEY, body {blob} NOT NULL)");
    if url.starts_with("sqlite://") {
        let file = folder.join("raw.db");
        let mut db = SqliteConnection::establish(&file.display().to_string()).expect("a file");
        db.batch_execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL").expect("pragmas");
        db.batch_execute(&make("BLOB")).expect("a table");
        count(each, |id, body| {
            sql_query("INSERT INTO raw_commits VALUES ($1, $2)")
                .bind::<Binary, _>(id)
                .bind::<Binary, _>(body)
                .execute(&mut db)
                .expect("a commit");
        })
    } else {
        let mut db = PgConnection::establish(url).expect("a server");
        db.batch_execute(&make("BYTEA")).expect("a table");
        count(each, |id, body| {
            sql_query("INSERT INTO raw_commits VALUES ($1, $2)")
                .bind::<Binary, _>(id)
                .bind::<Binary, _>(body)
                .execute(&mut db)
                .expect("a commit");
        })
    }
}

fn count(each: Duration, mut commit: impl FnMut(Vec<u8>, Vec<u8>)) -> f64 {
    let (start, mut done) = (Instant::now(), 0_u32);
    while start.elapsed() < each {
        commit(candor::vault::random_bytes::<16>().to_vec(), vec![7; ROW]);
        done += 1;
    }
    f64::from(done) / start.elapsed().as_secs_f64()
}
