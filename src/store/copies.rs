//! Copies of a SQLite database for a backup, and whether somebody has one open.
//!
//! `VACUUM INTO` reads in one transaction, so the service may run meanwhile; the copy holds no free page. PostgreSQL has its own
//! programs for this. Refuses to overwrite.

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel::{QueryableByName, SqliteConnection, sql_query};

use super::conn::{Address, Backend, Db, keystore_path};
use super::error::Error;

/// Which of the two stores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Reports, people, audit log.
    Data,
    /// Keys and the list of what was destroyed.
    Keys,
}

impl Half {
    /// The schema it is attached as.
    const fn schema(self) -> &'static str {
        match self {
            Self::Data => "main",
            Self::Keys => "keystore",
        }
    }

    /// Where it lies beside a SQLite database.
    #[must_use]
    pub fn path(self, data: &str) -> String {
        match self {
            Self::Data => data.to_owned(),
            Self::Keys => keystore_path(data),
        }
    }
}

/// Writes one half of a SQLite database into an empty file.
///
/// # Errors
/// `Unavailable`, or `Broken` for another database.
pub fn copy_into(address: &Address, half: Half, file: &str) -> Result<(), Error> {
    match address.connect()? {
        Db::Sqlite(mut db) => Ok(db.batch_execute(&format!("VACUUM {} INTO '{}'", half.schema(), file.replace('\'', "''")))?),
        Db::Pg(_) => Err(Error::Broken("PostgreSQL is copied by its own programs")),
    }
}

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Text)]
    value: String,
}

/// Whether a copy is what SQLite calls sound.
///
/// # Errors
/// `Unavailable` when it is no database.
pub fn is_sound(file: &str) -> Result<bool, Error> {
    let mut db = SqliteConnection::establish(file).map_err(|_| Error::Unavailable)?;
    let answers: Vec<Answer> = sql_query("SELECT integrity_check AS value FROM pragma_integrity_check").load(&mut db)?;
    Ok(answers.first().is_some_and(|answer| answer.value == "ok"))
}

/// Whether another connection has the database open. On SQLite only the sole user may leave the write-ahead log, which is
/// folded into the file by that; on PostgreSQL the server knows.
///
/// # Errors
/// `Unavailable`.
pub fn is_in_use(address: &Address) -> Result<bool, Error> {
    use diesel::sql_types::BigInt;

    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }
    match address.backend() {
        Backend::Sqlite => {
            let mut alone = true;
            for half in [Half::Data, Half::Keys] {
                let file = half.path(&address.target);
                if std::path::Path::new(&file).exists() {
                    let mut db = SqliteConnection::establish(&file).map_err(|_| Error::Unavailable)?;
                    alone &= db.batch_execute("PRAGMA busy_timeout = 1000; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT").is_ok();
                }
            }
            Ok(!alone)
        }
        Backend::Postgres => match address.connect()? {
            Db::Pg(mut db) => {
                let others = "SELECT COUNT(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
                let count: Count = sql_query(others).get_result(&mut db)?;
                Ok(count.n > 0)
            }
            Db::Sqlite(_) => Ok(false),
        },
    }
}
