//! The nouns of near-miss reporting and the rules that hold for them everywhere.
//!
//! This room imports nothing of ours and refuses I/O, wire formats, SQL traits, randomness and English.
//! The time is read in `clock.rs` only; everything else receives it as a value.

pub mod access;
pub mod action;
pub mod audit;
pub mod blind;
pub mod callback;
pub mod clock;
pub mod contact;
pub mod conversation;
pub mod crowd;
pub mod dictionary;
pub mod digest;
pub mod edition;
pub mod hex;
pub mod id;
pub mod identity;
pub mod lesson;
pub mod outbox;
pub mod period;
pub mod person;
pub mod problem;
pub mod receipt;
pub mod redaction;
pub mod report;
pub mod retention;
pub mod risk;
pub mod sealed;
pub mod span;
pub mod subject;
pub mod taxonomy;
pub mod text;
