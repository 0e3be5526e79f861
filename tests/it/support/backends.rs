//! A fresh database per test: a SQLite file, or a PostgreSQL database copied from one migrated template.
//!
//! Without `CANDOR_TEST_POSTGRES` the PostgreSQL half says so and passes; with `CANDOR_TEST_REQUIRE_ALL` (set by
//! `scripts/test.sh`) a missing server fails the test instead, so that half can never vanish unseen.

use std::io::Write as _;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use candor::store::{Address, Durability, migrate};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

/// Writes one line per executed test, for the counts that the test script prints.
pub fn tally(kind: &str, name: &str) {
    if let Ok(path) = std::env::var("CANDOR_TEST_TALLY") {
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path).expect("tally file");
        writeln!(file, "{kind} {name}").expect("tally line");
    }
}

/// Whether a missing helper must fail instead of being skipped.
pub fn all_required() -> bool {
    std::env::var("CANDOR_TEST_REQUIRE_ALL").is_ok()
}

/// URL of a fresh SQLite database inside `folder`.
pub fn sqlite(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("candor.db").display())
}

fn server() -> Option<String> {
    let url = std::env::var("CANDOR_TEST_POSTGRES").ok();
    assert!(url.is_some() || !all_required(), "CANDOR_TEST_POSTGRES is not set, and CANDOR_TEST_REQUIRE_ALL wants PostgreSQL");
    url
}

/// The server's URL with another database in its path.
fn with_database(url: &str, name: &str) -> String {
    let (head, query) = url.split_once('?').map_or((url, ""), |(h, q)| (h, q));
    let slash = head.rfind('/').expect("a database URL has a path");
    format!("{}/{name}?{query}", head.get(..slash).expect("a path"))
}

fn template(url: &str) -> &'static str {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let name = format!("candor_template_{}", std::process::id());
        let mut admin = PgConnection::establish(url).expect("PostgreSQL answers");
        admin.batch_execute(&format!("DROP DATABASE IF EXISTS {name}; ")).expect("drop");
        admin.batch_execute(&format!("CREATE DATABASE {name}")).expect("create the template");
        migrate(&Address::parse(&with_database(url, &name), Durability::Full).expect("address")).expect("migrate the template");
        name
    })
}

/// The PostgreSQL server, or `None` with a visible line when there is none.
pub fn server_for(test: &str) -> Option<String> {
    let url = server();
    if url.is_none() {
        println!("skipped on PostgreSQL: {test} (CANDOR_TEST_POSTGRES is not set)");
    }
    url
}

/// URL of a fresh PostgreSQL database, or `None` with a visible line when there is no server.
pub fn postgres(test: &str) -> Option<String> {
    let url = server_for(test)?;
    Some(copy(&url, template(&url)))
}

/// URL of a fresh copy of the database at `original`, which nobody may have open.
pub fn postgres_like(test: &str, original: &str) -> Option<String> {
    let url = server_for(test)?;
    let path = original.split_once('?').map_or(original, |(head, _)| head);
    Some(copy(&url, path.rsplit('/').next().expect("a name")))
}

fn copy(url: &str, template: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("candor_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
    let mut admin = PgConnection::establish(url).expect("PostgreSQL answers");
    admin.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}")).expect("a fresh database");
    with_database(url, &name)
}

/// Runs one test body on both databases, as two tests: with a running application, or with a URL and a folder for the real program.
#[macro_export]
macro_rules! on_both {
    ($(#[$meta:meta])* fn $name:ident($app:ident: TestApp) $body:block) => {
        mod $name {
            #[allow(unused_imports, reason = "some bodies need nothing from around them")]
            use super::*;
            fn body($app: $crate::support::app::TestApp) $body

            #[test]
            fn on_sqlite() {
                let app = $crate::support::app::TestApp::sqlite();
                body(app);
                $crate::support::backends::tally("sqlite", stringify!($name));
            }

            #[test]
            fn on_postgres() {
                if let Some(app) = $crate::support::app::TestApp::postgres(stringify!($name)) {
                    body(app);
                    $crate::support::backends::tally("postgres", stringify!($name));
                }
            }
        }
    };
    ($(#[$meta:meta])* fn $name:ident($url:ident: &str, $folder:ident: &Path) $body:block) => {
        $(#[$meta])*
        mod $name {
            use super::*;
            fn body($url: &str, $folder: &std::path::Path) $body

            #[test]
            fn on_sqlite() {
                let folder = tempfile::tempdir().expect("a folder");
                body(&$crate::support::backends::sqlite(folder.path()), folder.path());
                $crate::support::backends::tally("sqlite", stringify!($name));
            }

            #[test]
            fn on_postgres() {
                if let Some(url) = $crate::support::backends::postgres(stringify!($name)) {
                    let folder = tempfile::tempdir().expect("a folder");
                    body(&url, folder.path());
                    $crate::support::backends::tally("postgres", stringify!($name));
                }
            }
        }
    };
}
