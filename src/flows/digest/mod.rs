//! The digest: composed from gated counts and an editor's choice, frozen and signed, approved by a second person, queued, delivered.

mod bounce;
mod compose;
mod deliver;
mod issue;
mod light;
mod noise;
mod pace;
mod published;
mod readers;
mod rounding;
mod seal;
mod told;
mod trial;
mod wanted;

pub use crate::mail::chart_inside;
pub use crate::store::OutboxTally;
pub use bounce::{Taken, take_bounce};
pub use deliver::{Dispatch, next_due, settle};
pub use issue::{
    DigestCard, DigestShown, approve, changed, choices, held_out, list, offered, prepare, preview, read, retry, span_holding,
    usual_editorial,
};
pub use light::{Light, light};
pub use readers::{DigestReader, ReaderState, add_reader, confirm, readers, remove_reader, unsubscribe, unsubscribe_address};
pub use told::Choices;
pub use trial::send_trial;
pub use wanted::{Reached, planned_editions, reached};
