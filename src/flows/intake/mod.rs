//! What a reporter does: get words, see what will be hidden, send.

mod advance;
mod preview;
mod submit;

pub use advance::advance;
pub use preview::{Crowd, Preview, preview};
pub(in crate::flows) use submit::holds_words;
pub use submit::{Issued, Submitted, issue, submit};
