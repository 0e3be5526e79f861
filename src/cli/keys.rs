//! `candor keys`: make the installation's keys, say which there are, change them. Never prints a secret.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, Result};

use super::exit::{Bad, explain};
use super::wire;
use crate::config::Settings;
use crate::domain::access::{Actor, RotateKeys};
use crate::domain::clock::{Clock, SystemClock};
use crate::flows::{Ctx, people, setup};
use crate::store::{Durability, Store};
use crate::vault::SymKey;
use crate::vault::age::Identity;

/// Subcommands of `keys`.
#[derive(clap::Subcommand)]
pub(super) enum Command {
    /// Make the root key file and the installation's first keys.
    Init,
    /// Say which keys there are and whether the root key opens them.
    Status,
    /// Change a key. The service may run meanwhile.
    #[command(subcommand)]
    Rotate(Rotate),
    /// Say what can be done when a screener or a custodian has lost their pass-phrase.
    Recover {
        /// Start anew with this active screener where nobody holds the screening key any more. What is sealed to it stays closed.
        #[arg(long, value_name = "ADDRESS")]
        start_anew: Option<String>,
    },
    /// Make the key that backup archives are sealed to. Keep the file away from this machine: it opens every archive.
    Archive {
        /// Where the identity goes.
        #[arg(long, value_name = "FILE")]
        new: PathBuf,
    },
}

/// What to change.
#[derive(clap::Subcommand)]
pub(super) enum Rotate {
    /// Wrap every key with a new root key. The old one opens nothing afterwards.
    Root {
        /// The new root key: made when the file is not there, read when it is.
        #[arg(long, value_name = "FILE")]
        new: PathBuf,
    },
    /// Start a new data key; the service seals everything anew with it in the background.
    Data,
    /// Start a new screening epoch now instead of on the first of the month.
    Screening,
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
        Command::Rotate(what) => rotate(&settings, store, what)?,
        Command::Recover { start_anew } => recover(&wire::context(settings, store, clock, None)?, start_anew.as_deref())?,
        Command::Archive { new } => archive(new)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn rotate(settings: &Settings, store: Store, what: &Rotate) -> Result<()> {
    let root = wire::root_key(settings)?;
    match what {
        Rotate::Root { new } => {
            if !new.exists() {
                wire::make_key_file(new)?;
            }
            let fresh = SymKey::from_bytes(wire::read_key_file(new)?);
            let opened = setup::unseal(&store, &root).map_err(explain).map(drop);
            match (opened, setup::unseal(&store, &fresh).is_ok()) {
                // Stopped after the change and before the file was put in place: nothing is left to do.
                (_, true) => println!("The key in {} is the root key already.", new.display()),
                (opened, false) => {
                    opened?;
                    let keys = setup::rotate_root(&store, &root, &fresh).map_err(explain)?;
                    println!("{keys} key(s) are under the root key in {}; the old one opens nothing.", new.display());
                }
            }
            println!(
                "Put it where the settings look for it ({}), and a copy away from this machine.",
                settings.keys.root_key_file.display()
            );
            println!("Backups from before need the old root key: keep it apart until the last of them is gone.");
        }
        Rotate::Data => {
            let number = setup::rotate_data(&store, &root).map_err(explain)?;
            println!("Data key {number} is in force. The running service takes it up and seals everything anew in the background;");
            println!("the old one goes when nothing needs it and the last data backup from before is gone.");
        }
        Rotate::Screening => {
            let clock: Arc<dyn Clock> = Arc::new(SystemClock);
            let ctx = wire::context(settings.clone(), store, clock, None)?;
            if !people::rotate_screening(&ctx).map_err(explain)? {
                return Err(Bad("nobody holds the screening key: see `candor keys recover`".to_owned()).into());
            }
            println!("A new screening epoch has begun for everybody who holds the present one.");
        }
    }
    Ok(())
}

/// What `security.md` 2.6 allows: keys are handed on by those who hold them, never by an operator.
fn recover(ctx: &Ctx, start_anew: Option<&str>) -> Result<()> {
    if let Some(address) = start_anew {
        let permit = Actor::Console.permit::<RotateKeys>().context("the console may change keys")?;
        people::start_anew(ctx, &permit, address).map_err(explain)?;
        println!("A new screening epoch has begun. Reports sealed to the epochs before stay closed and end at their age.");
        return Ok(());
    }
    println!("A lost pass-phrase is not reset: nobody but its owner could open what it locks, and that is the point.");
    println!("1. `candor user invite-again` gives the person a new link: a new pass-phrase and a new pair of keys, and no old access.");
    match people::screening_holders(ctx).map_err(explain)? {
        0 => {
            println!("2. Nobody holds the screening key any more: raw reports on the desk stay closed for good, and none is taken in.");
            println!("   `candor keys recover --start-anew ADDRESS` begins again with a screener who has set a pass-phrase.");
        }
        holders => println!("2. {holders} screener(s) hold the screening key: one of them hands it on, on the screening desk."),
    }
    println!("3. A custodian's shares come back when two other custodians hand them over, on the desk.");
    Ok(())
}

fn archive(new: &Path) -> Result<()> {
    let identity = Identity::generate();
    let text = format!("# Opens Candor's backup archives. Public half: {}\n{}\n", identity.recipient(), identity.expose().as_str());
    wire::write_private(new, text.as_bytes())?;
    println!("{}", identity.recipient());
    Ok(())
}
