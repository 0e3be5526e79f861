//! The only file that asks which database it is talking to.
//!
//! SQLite write transactions must begin IMMEDIATE: a deferred one that first reads and then writes fails at once when
//! another connection committed in between, whatever the time-out says.

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::{Connection, PgConnection, SqliteConnection};

use super::conn::Db;
use super::error::Error;

/// Runs `body` in a write transaction that excludes other SQLite writers from its first statement on.
///
/// # Errors
/// Whatever `body` returns (after a rollback), or the database's refusal to begin or commit.
pub(super) fn write_tx<T>(db: &mut Db, body: impl FnOnce(&mut Db) -> Result<T, Error>) -> Result<T, Error> {
    match db {
        Db::Sqlite(inner) => AnsiTransactionManager::begin_transaction_sql(inner, "BEGIN IMMEDIATE")?,
        Db::Pg(inner) => AnsiTransactionManager::begin_transaction(inner)?,
    }
    match body(db) {
        Ok(value) => {
            <Db as Connection>::TransactionManager::commit_transaction(db)?;
            Ok(value)
        }
        Err(error) => {
            // A failed rollback leaves a connection that the pool's check discards; the first error is the one to tell.
            let _ = <Db as Connection>::TransactionManager::rollback_transaction(db);
            Err(error)
        }
    }
}

/// Runs one of two versions of a statement that the shared query language cannot say.
pub(super) fn either<T>(
    db: &mut Db,
    on_postgres: impl FnOnce(&mut PgConnection) -> T,
    on_sqlite: impl FnOnce(&mut SqliteConnection) -> T,
) -> T {
    match db {
        Db::Pg(inner) => on_postgres(inner),
        Db::Sqlite(inner) => on_sqlite(inner),
    }
}

/// Names of the tables present, for the schema test and `doctor`. The full-text index, which has another shape in each
/// database (`fulltext.rs`), is left out.
///
/// # Errors
/// The database's refusal.
pub(super) fn columns(db: &mut Db) -> Result<Vec<(String, String)>, Error> {
    use diesel::sql_types::Text;
    use diesel::{QueryableByName, RunQueryDsl, sql_query};

    #[derive(QueryableByName)]
    struct Column {
        #[diesel(sql_type = Text)]
        table_name: String,
        #[diesel(sql_type = Text)]
        column_name: String,
    }
    let rows: Vec<Column> = match db {
        Db::Sqlite(inner) => sql_query(
            "SELECT m.name AS table_name, c.name AS column_name FROM sqlite_master m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\'
             AND m.name <> 'fulltext' AND m.name NOT LIKE 'fulltext\\_%' ESCAPE '\\'
             UNION ALL
             SELECT 'keystore.' || m.name, c.name FROM keystore.sqlite_master m JOIN pragma_table_info(m.name, 'keystore') c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
        )
        .load(inner)?,
        Db::Pg(inner) => sql_query(
            "SELECT (CASE table_schema WHEN 'keystore' THEN 'keystore.' ELSE '' END || table_name)::text AS table_name, column_name::text
             FROM information_schema.columns
             WHERE table_schema IN (current_schema(), 'keystore') AND table_name NOT LIKE '\\_\\_%'
             AND table_name <> 'fulltext'",
        )
        .load(inner)?,
    };
    Ok(rows.into_iter().map(|c| (c.table_name, c.column_name)).collect())
}
