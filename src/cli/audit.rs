//! `candor audit verify`: walk the chain with the audit key and name the first entry that does not fit.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;

use super::exit::{Bad, explain};
use super::wire;
use crate::domain::audit::Verdict;
use crate::domain::clock::Moment;
use crate::flows::anchor::anchors_in;
use crate::flows::audit;

/// Subcommands of `audit`.
#[derive(clap::Subcommand)]
pub(super) enum Command {
    /// Check every link of the chain, and the chain against the anchors.
    Verify {
        /// File of anchors to hold it against instead of the one in the settings: the auditor's own copy.
        #[arg(long, value_name = "FILE")]
        anchors: Option<PathBuf>,
    },
    /// Print the end of the chain as one line, to keep away from this machine.
    Anchor,
}

pub(super) fn run(config: Option<&Path>, command: &Command) -> Result<ExitCode> {
    let ctx = wire::open(config)?;
    let Command::Verify { anchors } = command else {
        println!("{}", audit::anchor(&ctx).map_err(explain)?.spelled());
        return Ok(ExitCode::SUCCESS);
    };
    let file = anchors.clone().unwrap_or_else(|| ctx.settings().keys.audit_anchors_file.clone());
    if anchors.is_some() && !file.exists() {
        return Err(Bad(format!("{}: there is no such file", file.display())).into());
    }
    let noted = anchors_in(&file);
    println!("{} anchor(s) in {}", noted.len(), file.display());
    match audit::verify_against(&ctx, &noted).map_err(explain)? {
        Verdict::Whole(entries) => {
            println!("the chain is whole: {entries} entries");
            return Ok(ExitCode::SUCCESS);
        }
        Verdict::BrokenAt(seq) => println!("the chain breaks at entry {seq}: it, or one before it, was changed or removed"),
        Verdict::NotAsAnchored { day, seq } => {
            println!("the chain does not fit the anchor of {} at entry {seq}: it was cut or written anew", Moment::of_day(day).date());
        }
        Verdict::Truncated { last, expected } => println!("the log ends at entry {last} but {expected} were written"),
    }
    Ok(ExitCode::FAILURE)
}
