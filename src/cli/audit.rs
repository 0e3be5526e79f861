//! `candor audit verify`: walk the chain with the audit key and name the first entry that does not fit.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::exit::explain;
use super::wire;
use crate::domain::audit::Verdict;
use crate::flows::audit;

/// Subcommands of `audit`.
#[derive(clap::Subcommand)]
pub(super) enum Command {
    /// Check every link of the chain.
    Verify,
}

pub(super) fn run(config: Option<&Path>, command: &Command) -> Result<ExitCode> {
    let Command::Verify = command;
    let ctx = wire::open(config)?;
    match audit::verify(&ctx).map_err(explain)? {
        Verdict::Whole(entries) => {
            println!("the chain is whole: {entries} entries");
            return Ok(ExitCode::SUCCESS);
        }
        Verdict::BrokenAt(seq) => println!("the chain breaks at entry {seq}: it, or one before it, was changed or removed"),
        Verdict::Truncated { last, expected } => println!("the log ends at entry {last} but {expected} were written"),
    }
    Ok(ExitCode::FAILURE)
}
