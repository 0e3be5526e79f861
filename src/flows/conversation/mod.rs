//! The conversation behind the nine words: what the desk says, what the reporter says, and what either may see of it.
//!
//! What the desk says is sealed to the reply key, so that only the words open it; a copy for the desk is sealed with the data key.
//! What the reporter says is sealed to the screeners. Refuses times: a message has a place, and what the desk says a day.

mod answers;
mod desk;
mod reporter;
mod seal;
mod used;
mod withdraw;

pub use answers::{Answer, confirm, open_answer, send_back, settle};
pub use desk::{Addendum, Line, Talk, addenda, ask, read, waiting};
pub use reporter::{Fate, Found, Look, ReceiptStage, Reply, Said, Told, agree, blur, look, say};
pub use seal::notice;
pub(in crate::flows) use seal::{said, wording};
pub use used::note_used;
pub use withdraw::withdraw;
