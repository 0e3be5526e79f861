//! SQL beside the program, on either database, as a thief with a copy of it would use; and the bytes of its files.

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection, QueryableByName, RunQueryDsl as _, SqliteConnection, sql_query};

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Bytes {
    #[diesel(sql_type = diesel::sql_types::Binary)]
    b: Vec<u8>,
}

/// The key store beside a SQLite file.
pub fn key_file(path: &str) -> String {
    candor::store::keystore_path(path)
}

enum Db {
    Lite(SqliteConnection),
    Pg(PgConnection),
}

fn connect(url: &str) -> Db {
    match url.strip_prefix("sqlite://") {
        Some(path) => {
            let mut db = SqliteConnection::establish(path).expect("the file opens");
            db.batch_execute(&format!("PRAGMA busy_timeout = 5000; ATTACH DATABASE '{}' AS keystore", key_file(path))).expect("the keys");
            Db::Lite(db)
        }
        None => Db::Pg(PgConnection::establish(url).expect("the server answers")),
    }
}

/// Changes something.
pub fn execute(url: &str, statement: &str) {
    match connect(url) {
        Db::Lite(mut db) => db.batch_execute(statement).expect("the statement runs"),
        Db::Pg(mut db) => db.batch_execute(statement).expect("the statement runs"),
    }
}

/// Whether the database refuses a statement.
pub fn refused(url: &str, statement: &str) -> bool {
    match connect(url) {
        Db::Lite(mut db) => db.batch_execute(statement).is_err(),
        Db::Pg(mut db) => db.batch_execute(statement).is_err(),
    }
}

/// A column of integers; `query` calls it `n`.
pub fn numbers(url: &str, query: &str) -> Vec<i64> {
    let query = format!("SELECT CAST(n AS BIGINT) AS n FROM ({query}) AS asked");
    let rows: Vec<Number> = match connect(url) {
        Db::Lite(mut db) => sql_query(query).load(&mut db).expect("rows"),
        Db::Pg(mut db) => sql_query(query).load(&mut db).expect("rows"),
    };
    rows.into_iter().map(|r| r.n).collect()
}

/// One integer.
pub fn number(url: &str, query: &str) -> i64 {
    *numbers(url, query).first().expect("a row")
}

/// A column of bytes; `query` calls it `b`.
pub fn bytes(url: &str, query: &str) -> Vec<Vec<u8>> {
    let rows: Vec<Bytes> = match connect(url) {
        Db::Lite(mut db) => sql_query(query).load(&mut db).expect("rows"),
        Db::Pg(mut db) => sql_query(query).load(&mut db).expect("rows"),
    };
    rows.into_iter().map(|r| r.b).collect()
}

/// Every file a thief would take, by name: on SQLite both databases and their logs, free pages and all; on PostgreSQL the files of
/// the tables that hold what reporters sent, with their long values and indexes.
pub fn files(url: &str) -> Vec<(String, Vec<u8>)> {
    match url.strip_prefix("sqlite://") {
        Some(path) => {
            let names = [path.to_owned(), format!("{path}-wal"), key_file(path), format!("{}-wal", key_file(path))];
            names.into_iter().filter_map(|name| Some((name.clone(), std::fs::read(&name).ok()?))).collect()
        }
        None => {
            execute(url, "CHECKPOINT");
            ["intake", "reports", "messages", "fulltext", "keystore.report_keys"].iter().flat_map(|table| heap(url, table)).collect()
        }
    }
}

fn heap(url: &str, table: &str) -> Vec<(String, Vec<u8>)> {
    let of = |what: &str, oid: &str| {
        let query = format!("SELECT pg_read_binary_file(pg_relation_filepath(x.o)) AS b FROM ({oid}) AS x(o) WHERE x.o <> 0");
        let mut found = bytes(url, &query);
        found.drain(..).map(|b| (format!("{table} {what}"), b)).collect::<Vec<_>>()
    };
    let mut all = of("heap", &format!("SELECT '{table}'::regclass::oid"));
    all.extend(of("toast", &format!("SELECT reltoastrelid FROM pg_class WHERE oid = '{table}'::regclass")));
    all.extend(of("indexes", &format!("SELECT indexrelid FROM pg_index WHERE indrelid = '{table}'::regclass")));
    all
}

/// In how many of the files the bytes stand.
pub fn found_in(files: &[(String, Vec<u8>)], needle: &[u8]) -> Vec<String> {
    files.iter().filter(|(_, hay)| memchr::memmem::find(hay, needle).is_some()).map(|(name, _)| name.clone()).collect()
}
