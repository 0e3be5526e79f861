//! `candor restore`: archives back into place, and everything that was destroyed since destroyed again before anybody is served.
//!
//! SQLite is made ready beside the old files and then takes their place. Refuses to overwrite without `--force`, to work beside a
//! running service, and to leave what the lists of destroyed keys name readable. Says which audit entries the restore loses.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};

use super::archive::{Workbench, identity, open, open_into};
use super::exit::{Bad, explain};
use super::{postgres, wire};
use crate::config::Settings;
use crate::domain::access::{Actor, Restore};
use crate::domain::clock::{Clock, SystemClock};
use crate::flows::retention::apply_purged;
use crate::store::{Address, Backend, Durability, Half, Purged, Store, Tidy, copy_into, head, is_in_use, is_sound, schema_state};
use crate::vault::age::Identity;

/// Arguments of `restore`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// Archive of the data. Without it the data stay as they are.
    #[arg(long, value_name = "FILE", required_unless_present = "keys")]
    data: Option<PathBuf>,
    /// Archive of the key store. Without it the key store stays as it is.
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    /// File with the age identity that opens the archives.
    #[arg(long, value_name = "FILE")]
    identity: PathBuf,
    /// Put the archives in the place of what is there.
    #[arg(long)]
    force: bool,
}

impl Args {
    fn archive(&self, half: Half) -> Option<&Path> {
        match half {
            Half::Data => self.data.as_deref(),
            Half::Keys => self.keys.as_deref(),
        }
    }
}

/// What is known about the installation that is there before.
struct Before {
    purged: Vec<Purged>,
    /// Last audit entry; `None` where there is none.
    head: Option<i64>,
}

pub(super) fn run(config: Option<&Path>, args: &Args) -> Result<ExitCode> {
    let settings = wire::settings(config)?;
    let with = identity(&args.identity)?;
    let address = wire::address(&settings, Durability::Full)?;
    let before = before(&settings, &address, args)?;
    match address.backend() {
        Backend::Sqlite => sqlite(&settings, &address, args, &with, before)?,
        Backend::Postgres => {
            for half in [Half::Data, Half::Keys] {
                if let Some(file) = args.archive(half) {
                    postgres::restore(&settings.storage_url, |give| open(file, &with, give))?;
                }
            }
            finish(settings, before)?;
        }
    }
    println!("Every session has ended. Look at `candor doctor` and `candor audit verify` before the service starts.");
    println!("If the archives are older than a week, retention waits until an operator confirms it.");
    Ok(ExitCode::SUCCESS)
}

/// Looks at what is there. Whatever it says was destroyed stays destroyed.
fn before(settings: &Settings, address: &Address, args: &Args) -> Result<Before> {
    let data = settings.storage_url.strip_prefix("sqlite://");
    let there = |half: Half| data.is_none_or(|path| Path::new(&half.path(path)).exists());
    if data.is_some() && !there(Half::Data) && !there(Half::Keys) {
        return Ok(Before { purged: Vec::new(), head: None });
    }
    if is_in_use(address).context("the database cannot be reached")? {
        bail!("the database is in use: stop the service first");
    }
    let missing = [Half::Data, Half::Keys].into_iter().find(|half| args.archive(*half).is_none() && !there(*half));
    if missing.is_some() {
        return Err(Bad("only one archive is given, and the other half is not there".to_owned()).into());
    }
    let found =
        if there(Half::Keys) && there(Half::Data) { looked_at(address) } else { Err(anyhow::anyhow!("one of the two files is missing")) };
    match found {
        Ok(before) if before.head.is_some() && !args.force => {
            Err(Bad("there is an installation already: --force overwrites it".to_owned()).into())
        }
        Ok(before) => Ok(before),
        Err(error) if args.force => {
            eprintln!("candor: what is there cannot be read ({error:#}): its own list of destroyed keys is not applied");
            Ok(Before { purged: Vec::new(), head: None })
        }
        Err(error) => Err(error.context("what is there cannot be read; --force overwrites it")),
    }
}

fn looked_at(address: &Address) -> Result<Before> {
    if schema_state(address)?.applied.is_empty() {
        return Ok(Before { purged: Vec::new(), head: None });
    }
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let store = wire::store(address.clone(), &clock)?;
    Ok(store.read(|r| Ok(Before { purged: r.purged()?, head: Some(head(r)?.0) }))?)
}

/// Makes both files ready in a folder of their own, then puts them in place.
fn sqlite(settings: &Settings, address: &Address, args: &Args, with: &Identity, before: Before) -> Result<()> {
    let data = settings.storage_url.trim_start_matches("sqlite://");
    let bench = Workbench::beside(Path::new(data))?;
    let made = bench.path("restored.db").display().to_string();
    for half in [Half::Data, Half::Keys] {
        let target = PathBuf::from(half.path(&made));
        match args.archive(half) {
            Some(archive) => open_into(archive, with, &target)?,
            None => {
                let name = target.file_name().context("a file has a name")?.to_string_lossy().into_owned();
                copy_into(address, half, &bench.file(&name)?.display().to_string())?;
            }
        }
        if !is_sound(&half.path(&made)).unwrap_or(false) {
            bail!("what the archive holds is no sound database");
        }
    }
    finish(Settings { storage_url: format!("sqlite://{made}"), ..settings.clone() }, before)?;
    for half in [Half::Keys, Half::Data] {
        let (from, to) = (half.path(&made), half.path(data));
        for tail in ["", "-wal", "-shm"] {
            let old = format!("{to}{tail}");
            if Path::new(&old).exists() {
                std::fs::remove_file(&old).with_context(|| format!("cannot remove {old}"))?;
            }
        }
        std::fs::rename(&from, &to).with_context(|| format!("cannot put {to} in place"))?;
    }
    Ok(())
}

/// Applies the lists, ends the sessions, notes the restore in the audit log, and leaves no trace of what was destroyed again.
fn finish(settings: Settings, before: Before) -> Result<()> {
    let address = wire::address(&settings, Durability::Full)?;
    wire::ready_schema(&address, true)?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let store: Store = wire::store(address, &clock)?;
    let (mut lists, restored) = store.read(|r| Ok((r.purged()?, head(r)?.0)))?;
    lists.extend(before.purged);
    let ctx = wire::context(settings, store, clock, None)?;
    let permit = Actor::Console.permit::<Restore>().context("the console may restore")?;
    let note = before.head.map_or_else(|| format!("restored:{restored}"), |was| format!("restored:{restored}:was:{was}"));
    let again = apply_purged(&ctx, &permit, &lists, &note).map_err(explain)?;
    ctx.store().tidy(Tidy::Everything).context("the files cannot be put in order")?;
    println!("{again} key(s) destroyed again; {} line(s) in the list of what was destroyed", lists.len());
    match before.head {
        Some(was) if was > restored => {
            println!(
                "The audit log went back from entry {was} to {restored}; entry {} says so. Keep a copy of the newer log if you have one.",
                restored + 1
            );
        }
        _ => println!("The audit log ends at entry {restored}; entry {} notes the restore.", restored + 1),
    }
    Ok(())
}
