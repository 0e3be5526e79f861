//! Finding released reports by their words, without a word of them at rest.
//!
//! Released text goes through `search` into stems and through the vault into keyed digests; the database's own index
//! ranks those. A query takes the same way, in each language. Refuses to log or audit what was asked.

mod blind;
mod catch_up;
mod find;

pub use crate::search::Piece;
pub(in crate::flows) use blind::blind_words;
pub use catch_up::{catch_up, is_behind, rebuild};
pub use find::{Found, FoundCase, find};
