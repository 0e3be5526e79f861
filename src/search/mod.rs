//! Text in; the words by which it can be found, and where a query meets it, out.
//!
//! Pure and total on any text: no keys, no storage, no clock. Refuses to know how the words are kept: `flows` turns each
//! into a keyed digest before the store sees it.

mod excerpt;
mod hits;
mod query;
#[rustfmt::skip] // word lists read better in lines than one word to a line
mod small;
mod words;

pub use excerpt::{Piece, excerpt};
pub use hits::hits;
pub use query::{Query, Reading};
pub use words::{FORM, Word, words};
