//! The one integration binary: black box over real HTTP, on real SQLite files and a real PostgreSQL server.

#![allow(
    unreachable_pub,
    clippy::pedantic,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may stop where it stands, reads its own environment, and shares its support inside one binary"
)]

mod assurance;
mod at_rest;
mod audit;
mod backup;
mod bad_input;
mod browser;
mod cli;
mod conversation;
mod crash;
mod custody;
mod deident_disguises;
mod deident_properties;
mod desk;
mod dictionary;
mod digest;
mod dkim;
mod drill;
mod editions;
mod envelopes;
mod export;
mod house;
mod journey;
mod learning;
mod letter;
mod mail;
mod post;
mod residue;
mod retention;
mod rotation;
mod schema;
mod search;
mod secrets;
mod support;
mod traces;
mod trend;
mod trends;
