//! Destroying by age: the daily run, the brake that stops it, and what one destruction is.
//!
//! To destroy is to put a fresh seal of a random key, of the same size and to the same people, in the place of the one that
//! opened something (`security.md` 2.8). Refuses to run while the service is sealed: what is held back would not be known.

mod brake;
mod daily;
mod destroy;

pub use brake::{alarm_now, confirm};
pub use daily::{Ran, daily};
pub(in crate::flows) use destroy::purged_digest;
pub use destroy::{apply_purged, destroy_identity, destroy_raw, redact_again};
