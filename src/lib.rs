//! Candor: confidential near-miss reporting that an organisation runs for itself.
//!
//! The rooms, from the ground up; each imports only rooms below it (`ARCHITECTURE.md`, `tests/it/house.rs`).

pub mod domain;

pub mod config;
pub mod deident;
pub mod i18n;
pub mod search;
pub mod store;
pub mod trends;
pub mod vault;

pub mod mail;

pub mod flows;

pub mod jobs;
pub mod web;

pub mod cli;
