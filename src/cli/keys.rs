//! `candor keys`: make the installation's keys, and say which there are. Never prints a secret.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;

use super::exit::{Bad, explain};
use super::wire;
use crate::domain::clock::{Clock, SystemClock};
use crate::flows::setup;
use crate::store::Durability;

/// Subcommands of `keys`.
#[derive(clap::Subcommand)]
pub(super) enum Command {
    /// Make the root key file and the installation's first keys.
    Init,
    /// Say which keys there are and whether the root key opens them.
    Status,
}

pub(super) fn run(config: Option<&Path>, command: &Command) -> Result<ExitCode> {
    let settings = wire::settings(config)?;
    let address = wire::address(&settings, Durability::Full)?;
    wire::ready_schema(&address, false)?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let store = wire::store(address, &clock)?;
    let file = &settings.keys.root_key_file;
    match command {
        Command::Init => {
            if setup::is_installed(&store).map_err(explain)? {
                return Err(Bad("the keys exist already; nothing was changed".to_owned()).into());
            }
            if !file.exists() {
                wire::make_key_file(file)?;
            }
            setup::install(&store, &wire::root_key(&settings)?).map_err(explain)?;
            println!("Root key: {} (keep a copy away from this machine and out of its backups)", file.display());
            println!("The screening key is made when the first screener sets a pass-phrase.");
        }
        Command::Status => {
            let opened = wire::root_key(&settings).and_then(|root| setup::unseal(&store, &root).map_err(explain).map(drop));
            for key in store.read(|r| r.keys())? {
                let kind = if key.public_key.is_some() { "pair" } else { "symmetric" };
                println!("{:<10} epoch {:<3} {kind:<10} {}", key.purpose.code(), key.epoch, key.id);
            }
            match opened {
                Ok(()) => println!("root key   opens them"),
                Err(error) => {
                    println!("root key   {error:#}");
                    return Ok(ExitCode::FAILURE);
                }
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
