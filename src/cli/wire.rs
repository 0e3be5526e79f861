//! From settings to parts: the only place that builds the store, the keys and the context.
//!
//! Refuses a root key file that others can read.

use std::io::Write as _;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};

use super::exit::{Bad, explain};
use super::headcounts;
use crate::config::{Deliver, Settings, Smtp};
use crate::deident::Engine;
use crate::domain::clock::Clock;
use crate::domain::hex;
use crate::flows::{Ctx, Demo, Parts, setup};
use crate::i18n::Catalog;
use crate::mail::{Signer, SmtpSettings, Tls, Transport};
use crate::store::{Address, Durability, Store, migrate, schema_state};
use crate::vault::{SymKey, random_bytes};

/// Sends the log to standard error; `RUST_LOG` narrows or widens it. Content never gets in (`docs/logging.md`).
pub(super) fn start_log() {
    let filter =
        tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,candor=info"));
    // A second call, as tests make it, changes nothing.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false).try_init();
}

/// Settings from an optional file.
pub(super) fn settings(config: Option<&Path>) -> Result<Settings> {
    Ok(Settings::load(config)?)
}

/// The database address that the settings name; makes the folder of a SQLite file.
pub(super) fn address(settings: &Settings, durability: Durability) -> Result<Address> {
    if let Some(path) = settings.storage_url.strip_prefix("sqlite://")
        && let Some(folder) = Path::new(path).parent().filter(|p| !p.as_os_str().is_empty())
    {
        private_folder(folder)?;
    }
    Address::parse(&settings.storage_url, durability).map_err(|e| Bad(format!("storage.url: {e}")).into())
}

/// Makes a folder that only its owner can look into.
pub(super) fn private_folder(folder: &Path) -> Result<()> {
    if !folder.exists() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// Reads 32 bytes written as hex from a file that only its owner may read.
pub(super) fn read_key_file(path: &Path) -> Result<[u8; 32]> {
    let shown = path.display();
    let text = String::from_utf8(read_private(path)?).with_context(|| format!("{shown} is not text"))?;
    let digits = text.trim();
    let pairs: Option<Vec<u8>> =
        digits.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).ok().and_then(|p| u8::from_str_radix(p, 16).ok())).collect();
    pairs.and_then(|bytes| bytes.try_into().ok()).ok_or_else(|| anyhow::anyhow!("{shown} does not hold 64 hex digits"))
}

/// Writes a fresh root key; refuses to touch one that exists.
pub(super) fn make_key_file(path: &Path) -> Result<()> {
    let key: [u8; 32] = random_bytes();
    write_private(path, format!("{}\n", hex::spelled(&key)).as_bytes())
}

/// Writes a new file that only its owner can read; refuses to touch one that exists.
pub(super) fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        private_folder(folder)?;
    }
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("cannot make {}", path.display()))?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(())
}

/// Migrates an empty database; refuses one that waits for steps unless `migrate_it`.
pub(super) fn ready_schema(address: &Address, migrate_it: bool) -> Result<()> {
    let state = schema_state(address).context("the database cannot be reached")?;
    if !state.unknown.is_empty() {
        bail!("the database was written by a newer release: install that one");
    }
    if state.pending.is_empty() {
        return Ok(());
    }
    if !migrate_it && !state.applied.is_empty() {
        bail!("the database waits for {} migration(s): back it up and run `candor migrate`", state.pending.len());
    }
    migrate(address).context("the database cannot be migrated")?;
    Ok(())
}

/// Opens a store on a migrated database.
pub(super) fn store(address: Address, clock: &Arc<dyn Clock>) -> Result<Store> {
    Store::open(address, Arc::clone(clock)).context("the database cannot be opened")
}

/// Name of the root key among the credentials that a service manager hands over (systemd, `LoadCredentialEncrypted=`).
const CREDENTIAL: &str = "candor-root-key";

/// Reads the root key: a credential of the service manager, else the file that the settings name.
pub(super) fn root_key(settings: &Settings) -> Result<SymKey> {
    root_key_if_any(settings)?.ok_or_else(|| anyhow::anyhow!("there is no root key at {}", settings.keys.root_key_file.display()))
}

/// The same; `None` when there is none, which means a sealed start.
pub(super) fn root_key_if_any(settings: &Settings) -> Result<Option<SymKey>> {
    let credential = std::env::var_os("CREDENTIALS_DIRECTORY").map(|folder| Path::new(&folder).join(CREDENTIAL)).filter(|p| p.exists());
    if let Some(path) = credential {
        let text = std::fs::read_to_string(&path).context("the root key credential cannot be read")?;
        let key = SymKey::from_hex(text.trim()).context("the root key credential does not hold 64 hex digits")?;
        return Ok(Some(key));
    }
    if !settings.keys.root_key_file.exists() {
        return Ok(None);
    }
    Ok(Some(SymKey::from_bytes(read_key_file(&settings.keys.root_key_file)?)))
}

/// Everything a flow needs, for an installation that has its keys.
pub(super) fn context(settings: Settings, store: Store, clock: Arc<dyn Clock>, demo: Option<Demo>) -> Result<Ctx> {
    let root = root_key(&settings)?;
    context_with(settings, store, clock, demo, Some(&root))
}

/// The same, sealed when there is no root key.
pub(super) fn context_with(
    settings: Settings,
    store: Store,
    clock: Arc<dyn Clock>,
    demo: Option<Demo>,
    root: Option<&SymKey>,
) -> Result<Ctx> {
    // A demonstration lives through years that are over; its people are counted today.
    if let Some(why) = headcounts::doubt(&settings, clock.now().period()).filter(|_| demo.is_none()) {
        tracing::warn!("{why}");
    }
    let unsealed = match root {
        Some(root) => setup::unseal(&store, root),
        None => setup::sealed(&store),
    };
    let unsealed = unsealed.map_err(explain)?;
    let form_key = settings.server.form_key_file.as_deref().map(read_key_file).transpose()?;
    let catalog = Catalog::load().context("the message files are damaged")?;
    let engine = Arc::new(Engine::new().context("the de-identification rules are damaged")?);
    let again = settings.clone();
    let ctx = Ctx::new(Parts { store, unsealed, clock, settings, catalog, engine, form_key, demo });
    // Read anew when it is needed, never kept: the file is where it was at the start, or the service asks at /unseal.
    setup::reopen_with(&ctx, move || root_key_if_any(&again).ok().flatten());
    Ok(ctx)
}

/// The same, from a settings file, for commands that work beside the service.
pub(super) fn open(config: Option<&Path>) -> Result<Ctx> {
    let settings = settings(config)?;
    let address = address(&settings, Durability::Full)?;
    ready_schema(&address, false)?;
    let clock: Arc<dyn Clock> = Arc::new(crate::domain::clock::SystemClock);
    let store = store(address, &clock)?;
    context(settings, store, clock, None)
}

/// Where letters go, and who signs them.
pub(super) fn transport(settings: &Settings) -> Result<Transport> {
    let way = match &settings.mail.deliver {
        Deliver::Folder(path) => {
            private_folder(path)?;
            Transport::folder(path.clone())
        }
        Deliver::Smtp(smtp) => to_server(smtp)?,
    };
    let Some(dkim) = &settings.mail.dkim else { return Ok(way) };
    let signer = Signer::new(&dkim.domain, &dkim.selector, &read_private(&dkim.key_file)?).map_err(unusable)?;
    Ok(way.signing(signer))
}

fn to_server(smtp: &Smtp) -> Result<Transport> {
    let password = match &smtp.password_file {
        Some(path) => Some(String::from_utf8(read(path)?).context("the SMTP password is not UTF-8")?.trim().to_owned()),
        None => None,
    };
    let settings = SmtpSettings {
        host: smtp.host.clone(),
        port: smtp.port,
        tls: if smtp.implicit_tls { Tls::Implicit } else { Tls::StartTls },
        user: (!smtp.user.is_empty()).then(|| smtp.user.clone()),
        password,
        timeout_seconds: smtp.timeout_seconds,
        extra_root_pem: smtp.root_certificate_file.as_deref().map(read).transpose()?,
    };
    Transport::smtp(settings).map_err(unusable)
}

fn unusable(error: crate::mail::Error) -> anyhow::Error {
    Bad(error.to_string()).into()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Reads a file that only its owner may read.
fn read_private(path: &Path) -> Result<Vec<u8>> {
    let shown = path.display();
    let mode = std::fs::metadata(path).with_context(|| format!("cannot read {shown}"))?.permissions().mode();
    if mode & 0o077 != 0 {
        bail!("{shown} can be read by others: chmod 600 it, and think about who saw it");
    }
    read(path)
}
