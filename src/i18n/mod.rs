//! Words in every shipped language: a message key and a language in, a sentence out.
//!
//! No global state: whoever needs words is handed `Words`. Refuses a language that lacks a key of another one,
//! because a half translated promise is worse than a foreign one.

mod catalog;
mod negotiate;

pub use catalog::{Catalog, CatalogError, Words};
pub use negotiate::negotiate;
