//! One function for one thing somebody does.
//!
//! A flow takes a permit where the act needs one, opens or seals with the vault, and asks the store for one
//! transaction. Refuses to know HTTP, SQL or SMTP. Only this room holds both the store and the vault.

pub mod anchor;
mod ctx;
mod error;
mod keyring;
mod payload;
mod postman;
mod publics;
mod shelf;
mod terms;
mod used;

pub mod audit;
pub mod conversation;
pub mod custody;
pub mod dictionary;
pub mod digest;
pub mod export;
pub mod health;
pub mod intake;
pub mod learning;
pub mod ledger;
pub mod people;
pub mod retention;
pub mod rotation;
pub mod screening;
pub mod search;
pub mod setup;
pub mod trends;
pub mod triage;

pub use ctx::{Ctx, Demo, DemoPerson, Parts};
pub use error::Error;
pub use keyring::Unsealed;
pub use postman::Postman;
