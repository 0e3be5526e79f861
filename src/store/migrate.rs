//! Embedded migrations: one folder per database, the same names in both.
//!
//! Refuses to run on a schema newer than this binary: an old node must not write into a new shape.

use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::conn::{Address, Backend, Db};
use super::error::Error;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Where a database stands against this binary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaState {
    /// Versions applied.
    pub applied: Vec<String>,
    /// Versions this binary has and the database has not.
    pub pending: Vec<String>,
    /// Versions the database has and this binary does not know.
    pub unknown: Vec<String>,
}

/// Brings the database to this binary's schema and says which steps ran.
///
/// # Errors
/// `Unavailable` when it cannot be reached, `Broken` when it is newer than this binary or a step fails.
pub fn migrate(address: &Address) -> Result<Vec<String>, Error> {
    if !schema_state(address)?.unknown.is_empty() {
        return Err(Error::Broken("the database is newer than this program: install the newer release"));
    }
    let mut db = address.connect()?;
    let done = match &mut db {
        Db::Sqlite(inner) => inner.run_pending_migrations(SQLITE).map(|v| v.iter().map(ToString::to_string).collect()),
        Db::Pg(inner) => inner.run_pending_migrations(POSTGRES).map(|v| v.iter().map(ToString::to_string).collect()),
    };
    done.map_err(|_| Error::Broken("a migration step failed"))
}

/// Compares without changing anything.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn schema_state(address: &Address) -> Result<SchemaState, Error> {
    use diesel::migration::MigrationSource;

    let broken = |_| Error::Broken("the migration table cannot be read");
    let mut db = address.connect()?;
    let applied: Vec<String> = match &mut db {
        Db::Sqlite(inner) => inner.applied_migrations().map(|v| v.iter().map(ToString::to_string).collect()).map_err(broken)?,
        Db::Pg(inner) => inner.applied_migrations().map(|v| v.iter().map(ToString::to_string).collect()).map_err(broken)?,
    };
    let known: Vec<String> = match address.backend() {
        Backend::Sqlite => MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE)
            .map_err(broken)?
            .iter()
            .map(|m| m.name().version().to_string())
            .collect(),
        Backend::Postgres => MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES)
            .map_err(broken)?
            .iter()
            .map(|m| m.name().version().to_string())
            .collect(),
    };
    let pending = known.iter().filter(|v| !applied.contains(v)).cloned().collect();
    let unknown = applied.iter().filter(|v| !known.contains(v)).cloned().collect();
    Ok(SchemaState { applied, pending, unknown })
}
