//! What custodians do: open one identity strip together, hold it by law, hand strips over to new custodians.
//!
//! One person alone opens nothing here, whatever their role: the keys do not allow it.

mod callback;
mod hold;
mod open;
mod record;
mod resplit;
mod sweep;

pub use callback::{ask, close, decline, list};
pub use hold::{confirm_hold, end_hold, list_holds, request_hold};
pub(in crate::flows) use hold::{held_receipts, holds_on};
pub use open::{approve, read, request, take_up};
pub use resplit::{Handovers, finish_handover, handovers, start_handover};
pub use sweep::sweep;
