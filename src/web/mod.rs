//! The HTTP side: parse, ask for a permit, call one flow, show.
//!
//! Refuses to hold a key, a query or a rule: those are in the rooms below. No cookie before a staff sign-in, no script
//! on a reporter's page, no address in a log.

mod api;
mod assets;
mod csrf;
mod desk;
mod error;
mod form;
mod guard;
mod headers;
mod hosts;
mod limits;
mod log;
mod method;
mod multipart;
mod page;
mod problem;
mod public;
mod qr;
mod query;
mod routes;
mod server;
mod session;
mod state;
mod step_up;

pub use server::{start, start_on};
