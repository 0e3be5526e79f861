//! What a reporter does: get words, see what will be hidden, send, look again.

mod advance;
mod preview;
mod status;
mod submit;

pub use advance::advance;
pub use preview::{Crowd, Preview, preview};
pub use status::{Lookup, ReceiptStage, status};
pub use submit::{Issued, Submitted, issue, submit};
