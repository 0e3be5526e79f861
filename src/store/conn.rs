//! The two-backend connection, from URL to pool.
//!
//! Refuses a URL that names neither backend: never guess, a mistyped server name must not become a new empty file.

use diesel::connection::SimpleConnection;
use diesel::r2d2::{ManageConnection, Pool};
use diesel::{Connection, MultiConnection, PgConnection, SqliteConnection};

use super::error::Error;

/// Connections a process keeps at most.
pub(super) const POOL_MAX: u32 = 8;
/// How long a caller waits for a connection before the answer is "not saved".
const WAIT: std::time::Duration = std::time::Duration::from_secs(3);

/// A connection to either database.
#[derive(MultiConnection)]
pub(super) enum Db {
    /// PostgreSQL, and what speaks its protocol.
    Pg(PgConnection),
    /// SQLite, bundled.
    Sqlite(SqliteConnection),
}

/// The query backend that the derive makes for `Db`.
pub(super) type DbBackend = <Db as Connection>::Backend;

/// Which database a URL names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    /// `postgresql://…` or `postgres://…`.
    Postgres,
    /// `sqlite://PATH`.
    Sqlite,
}

/// How hard SQLite tries to survive a power cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// `synchronous=FULL`: what was answered survives.
    Full,
    /// `synchronous=OFF`: only while an invented organisation is being written, before anybody is served.
    Scratch,
}

/// Where the database is.
#[derive(Clone, Debug)]
pub struct Address {
    pub(super) backend: Backend,
    pub(super) target: String,
    pub(super) durability: Durability,
}

impl Address {
    /// Reads a database URL.
    ///
    /// # Errors
    /// `Broken` when the scheme is neither `sqlite://` nor `postgres(ql)://`.
    pub fn parse(url: &str, durability: Durability) -> Result<Self, Error> {
        if let Some(path) = url.strip_prefix("sqlite://") {
            return Ok(Self { backend: Backend::Sqlite, target: path.to_owned(), durability });
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self { backend: Backend::Postgres, target: url.to_owned(), durability });
        }
        Err(Error::Broken("the database URL must start with sqlite:// or postgresql://"))
    }

    /// Which database it names.
    #[must_use]
    pub const fn backend(&self) -> Backend {
        self.backend
    }

    /// Opens one connection.
    pub(super) fn connect(&self) -> Result<Db, Error> {
        match self.backend {
            Backend::Postgres => {
                let mut inner = PgConnection::establish(&self.target).map_err(|_| Error::Unavailable)?;
                inner.batch_execute("SET client_min_messages = warning; SET statement_timeout = '30s'")?;
                Ok(Db::Pg(inner))
            }
            Backend::Sqlite => {
                let mut inner = SqliteConnection::establish(&self.target).map_err(|_| Error::Unavailable)?;
                inner.batch_execute(pragmas(self.durability))?;
                let keys = keystore_path(&self.target).replace('\'', "''");
                inner.batch_execute(&format!("ATTACH DATABASE '{keys}' AS keystore"))?;
                inner.batch_execute(keystore_pragmas(self.durability))?;
                Ok(Db::Sqlite(inner))
            }
        }
    }

    /// A pool that opens connections when they are first asked for.
    pub(super) fn pool(&self) -> Pool<Manager> {
        Pool::builder().max_size(POOL_MAX).min_idle(Some(0)).connection_timeout(WAIT).build_unchecked(Manager(self.clone()))
    }
}

/// `security.md` 7.5. `busy_timeout` comes first so that switching to WAL waits instead of failing.
const fn pragmas(durability: Durability) -> &'static str {
    match durability {
        Durability::Full => {
            "PRAGMA busy_timeout = 3000; PRAGMA auto_vacuum = FULL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
             PRAGMA temp_store = MEMORY"
        }
        Durability::Scratch => {
            "PRAGMA busy_timeout = 3000; PRAGMA auto_vacuum = FULL; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;
             PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
             PRAGMA temp_store = MEMORY"
        }
    }
}

/// The key store stands beside the data, in a file of its own that is backed up apart: `candor.db` has `candor-keys.db`.
#[must_use]
pub fn keystore_path(data: &str) -> String {
    match data.rsplit_once('.') {
        Some((stem, ending)) if !ending.contains('/') => format!("{stem}-keys.{ending}"),
        _ => format!("{data}-keys"),
    }
}

const fn keystore_pragmas(durability: Durability) -> &'static str {
    match durability {
        Durability::Full => {
            "PRAGMA keystore.auto_vacuum = FULL; PRAGMA keystore.journal_mode = WAL; PRAGMA keystore.synchronous = FULL;
             PRAGMA keystore.secure_delete = ON"
        }
        Durability::Scratch => {
            "PRAGMA keystore.auto_vacuum = FULL; PRAGMA keystore.journal_mode = WAL; PRAGMA keystore.synchronous = OFF;
             PRAGMA keystore.secure_delete = ON"
        }
    }
}

/// What r2d2 needs to keep `Db` connections.
#[derive(Debug)]
pub(super) struct Manager(Address);

/// r2d2 wants an error that prints.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct PoolError(Error);

impl ManageConnection for Manager {
    type Connection = Db;
    type Error = PoolError;

    fn connect(&self) -> Result<Db, PoolError> {
        self.0.connect().map_err(PoolError)
    }

    fn is_valid(&self, db: &mut Db) -> Result<(), PoolError> {
        db.batch_execute("SELECT 1").map_err(|e| PoolError(e.into()))
    }

    fn has_broken(&self, _: &mut Db) -> bool {
        std::thread::panicking()
    }
}
