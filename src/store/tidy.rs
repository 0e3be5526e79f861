//! Files that tell neither in which order rows came nor what was destroyed (`security.md` 2.8, measured there).
//!
//! SQLite: VACUUM writes every table in the order of its random keys, overflow pages included, and a truncating checkpoint
//! empties the write-ahead log. PostgreSQL: CLUSTER does the first for a table's file; a row's version number and the numbers
//! of its long values still grow with time, so between two CLUSTERs every row is written anew in one transaction. Refuses to
//! promise anything about blocks that the file system or a disk has kept elsewhere.

use diesel::QueryableByName;
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};
use diesel::{PgConnection, SqliteConnection, sql_query};

use super::conn::Db;
use super::dialect::either;
use super::error::Error;

/// Above this many bytes a database is put in order by the daily run only: it is kept from writing meanwhile.
const SMALL: i64 = 64 << 20;

/// How much is put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tidy {
    /// What is small enough to do while people work.
    WhenSmall,
    /// Everything.
    Everything,
}

/// Tables whose rows come one by one from reporters, each with its primary key and its long columns.
const TABLES: [(&str, &str, &[&str]); 4] = [
    ("intake", "intake_pkey", &["raw", "identity"]),
    ("reports", "reports_pkey", &["raw", "identity", "released_text", "synopsis"]),
    ("messages", "messages_pkey", &["sealed"]),
    ("keystore.report_keys", "report_keys_pkey", &["raw_key", "shares"]),
];

pub(super) fn tidy(db: &mut Db, how: Tidy) -> Result<(), Error> {
    either(db, |pg| on_postgres(pg, how), |lite| on_sqlite(lite, how))
}

#[derive(QueryableByName)]
struct Size {
    #[diesel(sql_type = BigInt)]
    bytes: i64,
}

#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = Integer)]
    busy: i32,
}

fn on_sqlite(db: &mut SqliteConnection, how: Tidy) -> Result<(), Error> {
    for schema in ["main", "keystore"] {
        let size = format!(
            "SELECT c.page_count * s.page_size AS bytes FROM pragma_page_count('{schema}') AS c, pragma_page_size('{schema}') AS s"
        );
        let size: Size = sql_query(size).get_result(db)?;
        if size.bytes <= SMALL {
            db.batch_execute(&format!("VACUUM {schema}"))?;
        } else if how == Tidy::Everything {
            // The copy that VACUUM works on would fill the memory: what is in it is sealed, so a file may hold it.
            db.batch_execute(&format!("PRAGMA temp_store = FILE; VACUUM {schema}; PRAGMA temp_store = MEMORY"))?;
        }
        let done: Checkpoint = sql_query(format!("PRAGMA {schema}.wal_checkpoint(TRUNCATE)")).get_result(db)?;
        if done.busy != 0 {
            // A reader kept old pages in use: they are still in the log.
            return Err(Error::Unavailable);
        }
    }
    Ok(())
}

fn on_postgres(db: &mut PgConnection, how: Tidy) -> Result<(), Error> {
    // Waiting for a lock ends after a while; the work itself takes as long as it takes.
    db.batch_execute("SET statement_timeout = 0; SET lock_timeout = '10s'")?;
    let done = TABLES.iter().try_for_each(|table| one_table(db, table, how));
    db.batch_execute("RESET lock_timeout; SET statement_timeout = '30s'")?;
    if done.is_ok() && how == Tidy::Everything {
        db.batch_execute("VACUUM")?;
    }
    done
}

fn one_table(db: &mut PgConnection, (table, key, long): &(&str, &str, &[&str]), how: Tidy) -> Result<(), Error> {
    let size: Size = sql_query(format!("SELECT pg_total_relation_size('{table}') AS bytes")).get_result(db)?;
    if how == Tidy::WhenSmall && size.bytes > SMALL {
        return Ok(());
    }
    let anew: Vec<String> = long.iter().map(|column| format!("{column} = {column} || ''::bytea")).collect();
    for step in
        [format!("CLUSTER {table} USING {key}"), format!("UPDATE {table} SET {}", anew.join(", ")), format!("CLUSTER {table} USING {key}")]
    {
        db.batch_execute(&step)?;
    }
    Ok(())
}
