//! What screeners do: open the raw text, settle every suspected identifier, release a wording.

mod desk;
mod release;
mod settle;

pub(in crate::flows) use desk::second_needed;
pub use desk::{Desk, RawCase, list, open};
pub use release::{Proposal, Proposed, confirm, proposal, propose, propose_opened, send_back};
pub(in crate::flows) use release::{open_text, seal_text};
pub(in crate::flows) use settle::phrase_spans;
pub use settle::{Redacted, Settled, Settlement, is_doubt, open_doubts, redact, redact_one};
