//! What every test stands on: a database of its own, a running application, a client that behaves like a browser.

pub mod app;
pub mod at_rest;
pub mod authenticator;
pub mod backends;
pub mod client;
pub mod program;
pub mod reporters;
pub mod service;
pub mod smtp;
pub mod sound;
pub mod sql;
pub mod staffed;
pub mod thief;
