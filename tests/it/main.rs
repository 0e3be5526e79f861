//! The one integration binary: black box over real HTTP, on real SQLite files and a real PostgreSQL server.

mod bad_input;
mod browser;
mod cli;
mod crash;
mod desk;
mod digest;
mod house;
mod journey;
mod mail;
mod schema;
mod secrets;
mod support;
