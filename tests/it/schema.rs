//! Both migration trees make exactly the tables that the one schema file names.

use std::sync::Arc;

use candor::domain::clock::{Clock, SystemClock};
use candor::store::{Address, Durability, Store, expected_columns, migrate, schema_state};

use crate::support::backends;

fn check(url: &str) {
    let address = Address::parse(url, Durability::Full).expect("address");
    migrate(&address).expect("schema");
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);

    let mut present = Store::open(address.clone(), clock).expect("store").columns().expect("columns");

    present.sort();
    assert_eq!(present, expected_columns());
    let state = schema_state(&address).expect("state");
    assert!(state.pending.is_empty() && state.unknown.is_empty(), "{state:?}");
}

#[test]
fn sqlite_has_the_schema() {
    let folder = tempfile::tempdir().expect("a folder");
    check(&backends::sqlite(folder.path()));
    backends::tally("sqlite", "schema");
}

#[test]
fn postgres_has_the_schema() {
    if let Some(url) = backends::postgres("schema") {
        check(&url);
        backends::tally("postgres", "schema");
    }
}

#[test]
fn a_url_that_names_no_database_is_refused() {
    for bad in ["", "candor.db", "mysql://x/y", "file:candor.db"] {
        assert!(Address::parse(bad, Durability::Full).is_err(), "{bad}");
    }
}
