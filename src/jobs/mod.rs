//! What happens while nobody waits: the move out of intake, delivery, sweeping sessions.
//!
//! Calls flows and holds no key. On several nodes a lease in the database decides who does a task now.

mod deliver;
mod runner;

pub use deliver::{deliver, postman, sender};
pub use runner::{Runner, start};
