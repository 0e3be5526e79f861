//! `candor drill`: canary reports through the real flows of a scratch instance, and how many identifiers survive each step; and the
//! kit of the exercise in which a person tries to recognise reporters.
//!
//! Refuses the real installation: no settings file is read, everything lives in a temporary folder that is removed at the end.
//! Screening takes the engine's proposals as they stand, which no screener should: the figures are a floor, not a forecast.

mod canary;
mod intruder;
mod print;
mod run;
mod score;
mod scratch;

use std::process::ExitCode;

use anyhow::Result;

use super::exit::Bad;

/// Subcommands of `drill`.
#[derive(clap::Subcommand)]
pub(super) enum Command {
    /// Plant canary identifiers and count what survives preview, screening, analysis and digest. Exit code 1 when one reaches
    /// the digest or lies in clear in a file.
    Leaks(Args),
    /// Write the kit of the motivated-intruder exercise: invented texts, a roster, an answer sheet, and apart from them the key.
    Intruder(intruder::Args),
    /// Score a filled-in answer sheet. Exit code 1 when a confident answer is right.
    IntruderScore(score::Args),
}

/// What an invented screener does with the engine's questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Doubts {
    /// Hide what is asked about.
    Hide,
    /// Leave it readable.
    Keep,
}

/// Arguments of `drill leaks`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// How many reports.
    #[arg(long, default_value_t = 120)]
    reports: usize,
    /// The same seed plants the same canaries.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// What the screener does with doubts.
    #[arg(long, value_enum, default_value_t = Doubts::Hide)]
    doubts: Doubts,
    /// One JSON object instead of a table.
    #[arg(long)]
    json: bool,
}

/// Most reports of one drill.
const REPORTS_MAX: usize = 10_000;

pub(super) fn run(command: &Command) -> Result<ExitCode> {
    let args = match command {
        Command::Leaks(args) => args,
        Command::Intruder(args) => return intruder::make(args).map(|()| ExitCode::SUCCESS),
        Command::IntruderScore(args) => return score::run(args).map(|good| if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }),
    };
    if !(1..=REPORTS_MAX).contains(&args.reports) {
        return Err(Bad(format!("--reports: from 1 to {REPORTS_MAX}")).into());
    }
    let planted = canary::plant(args.reports, args.seed)?;
    let scratch = scratch::Scratch::make()?;
    let outcome = run::through(&scratch, &planted, args.doubts)?;
    if args.json {
        print::json(args, &outcome)?;
    } else {
        print::table(args, &outcome);
    }
    Ok(if outcome.failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
