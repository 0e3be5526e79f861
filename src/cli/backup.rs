//! `candor backup`: two archives, the data and the key store, sealed to an age recipient while they are written.
//!
//! Two, because they live for different times: destroyed keys must be gone from every backup after a week (docs/retention.md).
//! Needs no key of the installation; the service may run meanwhile.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};

use super::archive::{Workbench, place, prune, seal};
use super::exit::Bad;
use super::{postgres, wire};
use crate::config::Settings;
use crate::domain::clock::{Clock as _, SystemClock};
use crate::store::{Address, Backend, Durability, Half, copy_into};
use crate::vault::age::Recipient;

/// Arguments of `backup`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// Archive of the data; in a folder it gets a name with the time, and older ones there are deleted after 35 days.
    #[arg(long, value_name = "FILE")]
    data: PathBuf,
    /// Archive of the key store; in a folder, older ones are deleted after 7 days. Keep the two folders apart.
    #[arg(long, value_name = "FILE")]
    keys: PathBuf,
    /// Whom the archives are sealed to: age1…
    #[arg(long, value_name = "AGE_RECIPIENT")]
    to: String,
}

pub(super) fn run(config: Option<&Path>, args: &Args) -> Result<ExitCode> {
    let settings = wire::settings(config)?;
    let to = Recipient::parse(&args.to).map_err(|_| Bad(format!("{:?} is not an age recipient (age1…)", args.to)))?;
    let address = wire::address(&settings, Durability::Full)?;
    wire::ready_schema(&address, false)?;
    let now = SystemClock.now();
    let ages = settings.retention;
    // The data first: what comes in between has its keys in the second archive, never the other way round.
    for (half, path, days) in [(Half::Data, &args.data, ages.data_backup_days), (Half::Keys, &args.keys, ages.key_backup_days)] {
        let file = place(half, path, now)?;
        if let Err(error) = one(&settings, &address, half, &to, &file) {
            let _ = std::fs::remove_file(file.with_extension("partial"));
            let _ = std::fs::remove_file(&file);
            return Err(error);
        }
        let folder = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        let gone = prune(half, folder, now, days)?;
        println!("{} written; {gone} older than {days} days deleted", file.display());
    }
    Ok(ExitCode::SUCCESS)
}

fn one(settings: &Settings, address: &Address, half: Half, to: &Recipient, file: &Path) -> Result<()> {
    match address.backend() {
        Backend::Postgres => postgres::dump(&settings.storage_url, half, |stream| seal(stream, to, file)),
        Backend::Sqlite => {
            let data = Path::new(settings.storage_url.trim_start_matches("sqlite://"));
            let bench = Workbench::beside(data)?;
            let copy = bench.file("copy.db")?;
            copy_into(address, half, &copy.display().to_string()).context("the database cannot be copied")?;
            seal(File::open(&copy)?, to, file)
        }
    }
}
