//! `candor redact-again`: somebody named in a released report asked to be left out. Shows nothing of the report.

use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};

use super::exit::{Bad, explain};
use super::wire;
use crate::domain::access::{Actor, RedactAgain};
use crate::domain::id::ReportId;
use crate::flows::retention::redact_again;

/// Arguments of `redact-again`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The report, by the number in its address on the desk.
    #[arg(value_name = "REPORT")]
    report: String,
}

pub(super) fn run(config: Option<&Path>, args: &Args) -> Result<ExitCode> {
    let id = ReportId::parse(&args.report).ok_or_else(|| Bad("that is no report's number".to_owned()))?;
    let mut text = String::new();
    std::io::stdin().lock().read_to_string(&mut text).context("cannot read standard input")?;
    let phrases: Vec<String> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let ctx = wire::open(config)?;
    let permit = Actor::Console.permit::<RedactAgain>().context("the console may hide more")?;
    let places = redact_again(&ctx, &permit, id, &phrases).map_err(explain)?;
    println!("{places} place(s) hidden; the raw text is destroyed");
    Ok(ExitCode::SUCCESS)
}
