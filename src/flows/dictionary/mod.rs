//! The organisation's own list of terms: kept sealed, changed by few, and at hand wherever a text is read.
//!
//! No term leaves this room but as a mark in a text that holds it; what people see are counts.

mod change;
mod keep;

pub(in crate::flows) use change::seal_anew;
pub use change::{Counts, Imported, What, import, remember, remove, status};
pub use keep::load;
pub(in crate::flows) use keep::{all, listed};
