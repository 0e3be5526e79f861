//! The door: commands, exit codes, and the only place where the parts are put together.
//!
//! Exit codes: 0 done, 1 the work failed, 2 bad input or usage.

mod archive;
mod audit;
mod backup;
mod deidentify;
mod demo;
mod demo_learning;
mod demo_talk;
mod dictionary;
mod digest;
mod doctor;
mod drill;
mod exit;
mod export;
mod headcounts;
mod in_order;
mod keys;
mod migrate;
mod postgres;
mod redact_again;
mod restore;
mod seed;
mod serve;
mod story;
mod trend;
mod user;
mod wire;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use exit::Bad;

/// Confidential near-miss reporting.
#[derive(Parser)]
#[command(name = "candor", version, about, max_term_width = 100)]
struct Cli {
    /// Settings file laid over the defaults (see config/default.toml).
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the service. Without settings: SQLite and keys under ./candor-data, port 8080 on loopback, mail to a folder.
    Serve(serve::Args),
    /// Run the service with an invented hospital trust: people of every role, two years of reports, a digest.
    Demo(demo::Args),
    /// Remove identifiers from text: standard input to standard output, no database.
    Deidentify(deidentify::Args),
    /// Judge a series of counts: CSV from standard input to centre, limits and signals, no database.
    Trend(Box<trend::Args>),
    /// Import, count and clear the organisation's own list of names, places and numbers.
    #[command(subcommand)]
    Dictionary(dictionary::Command),
    /// Look at, approve and send digests.
    #[command(subcommand)]
    Digest(digest::Command),
    /// Make and look at keys.
    #[command(subcommand)]
    Keys(keys::Command),
    /// Add, list, change and disable people.
    #[command(subcommand)]
    User(user::Command),
    /// Write synthetic reports straight through the real flows, for load tests.
    Seed(seed::Args),
    /// Bring the database to this program's schema.
    Migrate(migrate::Args),
    /// Rehearse on a scratch instance: what would get out?
    #[command(subcommand)]
    Drill(drill::Command),
    /// Write two sealed archives, the data and the key store, while the service runs; delete the old ones.
    Backup(backup::Args),
    /// Put archives back, and destroy again what was destroyed since. The service must not run.
    Restore(restore::Args),
    /// Write the released reports of whole months for analysts elsewhere: a coarse sample, in no order, under fresh ids.
    Export(export::Args),
    /// Hide phrases in a released report for somebody named in it, and destroy its raw text. Reads them from standard input, one a
    /// line.
    RedactAgain(redact_again::Args),
    /// Check whether this installation is safe to run.
    Doctor(doctor::Args),
    /// Read and verify the audit log.
    #[command(subcommand)]
    Audit(audit::Command),
}

/// Parses the arguments, runs the command and turns what happened into an exit code.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    quiet_panics();
    wire::start_log();
    let config = cli.config.as_deref();
    let done = match cli.command {
        Command::Serve(args) => serve::run(config, &args),
        Command::Demo(args) => demo::run(&args),
        Command::Deidentify(args) => deidentify::run(&args),
        Command::Trend(args) => trend::run(&args),
        Command::Dictionary(command) => dictionary::run(config, &command),
        Command::Digest(command) => digest::run(config, &command),
        Command::Keys(command) => keys::run(config, &command),
        Command::User(command) => user::run(config, &command),
        Command::Seed(args) => seed::run(config, &args),
        Command::Migrate(args) => migrate::run(config, &args),
        Command::Drill(command) => drill::run(&command),
        Command::Backup(args) => backup::run(config, &args),
        Command::Restore(args) => restore::run(config, &args),
        Command::Export(args) => export::run(config, &args),
        Command::RedactAgain(args) => redact_again::run(config, &args),
        Command::Doctor(args) => doctor::run(config, &args),
        Command::Audit(command) => audit::run(config, &command),
    };
    exit::code(done)
}

/// A panic's message can quote what it worked on; its place cannot.
fn quiet_panics() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map_or_else(String::new, |l| format!(" at {}:{}", l.file(), l.line()));
        eprintln!("candor: a step stopped half way{place}");
    }));
}
