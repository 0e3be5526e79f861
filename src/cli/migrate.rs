//! `candor migrate`: apply, or look at, the steps between this database and this program.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};

use super::wire;
use crate::store::{Durability, migrate, schema_state};

/// Arguments of `migrate`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// Only say what would be done; exit code 1 when something is pending.
    #[arg(long)]
    check: bool,
}

pub(super) fn run(config: Option<&Path>, args: &Args) -> Result<ExitCode> {
    let settings = wire::settings(config)?;
    let address = wire::address(&settings, Durability::Full)?;
    if args.check {
        let state = schema_state(&address).context("the database cannot be reached")?;
        println!("applied {}, pending {}, unknown to this program {}", state.applied.len(), state.pending.len(), state.unknown.len());
        return Ok(if state.pending.is_empty() && state.unknown.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    let done = migrate(&address).context("the database cannot be migrated")?;
    println!("{} step(s) applied", done.len());
    Ok(ExitCode::SUCCESS)
}
