//! What can go wrong in the store, named by what the caller can do about it.
//!
//! "Not there" and "could not look" are different things and never fold into each other. Carries no row value:
//! constraint texts of a database can quote data.

use diesel::result::{DatabaseErrorKind, Error as Diesel};

/// The room's error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The row is not there.
    #[error("not found")]
    NotFound,
    /// Somebody else changed it first, or a rule of the schema refuses it.
    #[error("conflict")]
    Conflict,
    /// The database is locked, stopped or out of reach: try again later.
    #[error("database out of reach")]
    Unavailable,
    /// A write was asked for before the audit key was there.
    #[error("sealed: no audit key")]
    Sealed,
    /// The rows do not say what they must say, or a statement is wrong. Needs an operator.
    #[error("database broken: {0}")]
    Broken(&'static str),
}

impl From<Diesel> for Error {
    fn from(error: Diesel) -> Self {
        match error {
            Diesel::NotFound => Self::NotFound,
            Diesel::DatabaseError(kind, info) => from_kind(kind, info.message()),
            Diesel::BrokenTransactionManager | Diesel::RollbackTransaction => Self::Unavailable,
            Diesel::DeserializationError(_) => Self::Broken("a row does not parse"),
            _ => Self::Broken("statement failed"),
        }
    }
}

/// Sorts a server's answer. `Unknown` hides SQLite's "locked" and libpq's "terminating connection".
fn from_kind(kind: DatabaseErrorKind, message: &str) -> Error {
    match kind {
        DatabaseErrorKind::UniqueViolation | DatabaseErrorKind::CheckViolation | DatabaseErrorKind::ForeignKeyViolation => Error::Conflict,
        DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::SerializationFailure | DatabaseErrorKind::UnableToSendCommand => {
            Error::Unavailable
        }
        DatabaseErrorKind::ReadOnlyTransaction => Error::Unavailable,
        _ if ["locked", "busy", "connection", "disk", "readonly", "unable to open", "shutting down", "starting up"]
            .iter()
            .any(|w| message.contains(w)) =>
        {
            Error::Unavailable
        }
        _ => Error::Broken("statement refused"),
    }
}
