//! The monthly digest: composed from gated counts, frozen, approved by a second person, queued, delivered.

mod compose;
mod deliver;
mod issue;
mod published;
mod readers;

pub use crate::store::OutboxTally;
pub use deliver::{Dispatch, due, settle};
pub use issue::{DigestCard, approve, list, prepare, preview, read, retry};
pub use readers::{DigestReader, add_reader, readers, remove_reader, unsubscribe, unsubscribe_address};
