//! The monthly digest: composed from gated counts, frozen, approved by a second person, queued, delivered.

mod bounce;
mod compose;
mod deliver;
mod issue;
mod light;
mod noise;
mod published;
mod readers;
mod trial;

pub use crate::store::OutboxTally;
pub use bounce::{Taken, take_bounce};
pub use deliver::{Dispatch, next_due, settle};
pub use issue::{DigestCard, approve, list, prepare, preview, read, retry};
pub use light::{Light, light};
pub use readers::{DigestReader, ReaderState, add_reader, confirm, readers, remove_reader, unsubscribe, unsubscribe_address};
pub use trial::send_trial;
