//! What a flow can answer besides success, in terms of what the person can do next.

use crate::domain::problem::FieldProblem;
use crate::store::Error as Store;
use crate::vault::Error as Vault;

/// The room's error; `web` turns it into a page or a problem document in one place.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not allowed. Shown like `NotFound`.
    #[error("denied")]
    Denied,
    /// Not there.
    #[error("not found")]
    NotFound,
    /// Fields that need another answer.
    #[error("invalid input")]
    Invalid(Vec<FieldProblem>),
    /// It cannot be done now; the message key says why and what to do.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// The database is out of reach: nothing was saved, try again.
    #[error("unavailable")]
    Unavailable,
    /// Something is broken inside; an operator has to look. The text names the place, never data.
    #[error("broken: {0}")]
    Broken(&'static str),
}

impl From<Store> for Error {
    fn from(error: Store) -> Self {
        match error {
            Store::NotFound => Self::NotFound,
            Store::Conflict => Self::Conflict("conflict-changed"),
            Store::Unavailable => Self::Unavailable,
            Store::Sealed => Self::Conflict("sealed"),
            Store::Broken(place) => Self::Broken(place),
        }
    }
}

impl From<Vault> for Error {
    fn from(error: Vault) -> Self {
        match error {
            Vault::Refused => Self::Broken("a ciphertext does not open with its key"),
            Vault::Malformed => Self::Broken("a ciphertext has an unknown form"),
        }
    }
}
