//! `candor serve`: HTTP and timed tasks in one process. On first start it makes the keys and prints a set-up link.

use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, Result};

use super::exit::explain;
use super::wire;
use crate::config::Settings;
use crate::domain::access::{Actor, ManagePeople};
use crate::domain::clock::{Clock, SystemClock};
use crate::domain::person::{Role, Standing};
use crate::flows::{Ctx, Error, dictionary, people, setup};
use crate::mail::Transport;
use crate::store::{Durability, Store};
use crate::{jobs, web};

/// Arguments of `serve`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// Listen here instead of where the settings say.
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<SocketAddr>,
    /// Start without the root key: reports are taken in, the rest waits until somebody opens the service at /unseal.
    #[arg(long)]
    sealed: bool,
}

/// The account that the first set-up link is for.
const FIRST_OPERATOR: (&str, &str) = ("First operator", "operator@localhost.localdomain");

pub(super) fn run(config: Option<&Path>, args: &Args) -> Result<ExitCode> {
    let mut settings = wire::settings(config)?;
    if let Some(listen) = args.listen {
        let default_url = format!("http://{}", settings.server.listen);
        if settings.server.public_url == default_url {
            settings.server.public_url = format!("http://{listen}");
        }
        settings.server.listen = listen;
    }
    let address = wire::address(&settings, Durability::Full)?;
    wire::ready_schema(&address, false)?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let store = wire::store(address, &clock)?;
    if !args.sealed {
        first_keys(&settings, &store)?;
    }
    let transport = wire::transport(&settings)?;
    let root = if args.sealed { None } else { wire::root_key_if_any(&settings)? };
    let ctx = wire::context_with(settings, store, clock, None, root.as_ref())?;
    if ctx.is_sealed() {
        println!("Started sealed: reports are taken in. Open the desk with the root key at {}/unseal", ctx.public_url());
    } else if let Some(link) = first_link(&ctx)? {
        println!("Set-up link for the first operator ({}), good for one hour, shown once:\n  {link}", FIRST_OPERATOR.1);
    }
    serve(Arc::new(ctx), transport, "Candor")
}

/// Makes root key and keys where there are none at all; refuses to make a root key beside a database that has one.
fn first_keys(settings: &Settings, store: &Store) -> Result<()> {
    if setup::is_installed(store).map_err(explain)? {
        return Ok(());
    }
    if !settings.keys.root_key_file.exists() {
        wire::make_key_file(&settings.keys.root_key_file)?;
        println!("Made a root key at {}. Keep a copy away from this machine.", settings.keys.root_key_file.display());
    }
    match setup::install(store, &wire::root_key(settings)?) {
        // Another node was faster.
        Ok(()) | Err(Error::Conflict("keys-exist")) => Ok(()),
        Err(other) => Err(explain(other)),
    }
}

/// A set-up link while nobody has an account in use.
fn first_link(ctx: &Ctx) -> Result<Option<String>> {
    let permit = Actor::Console.permit::<ManagePeople>().context("the console may manage people")?;
    let everybody = people::list(ctx, &permit).map_err(explain)?;
    if everybody.iter().any(|p| p.standing == Standing::Active) {
        return Ok(None);
    }
    let invited = match everybody.iter().find(|p| p.email.expose() == FIRST_OPERATOR.1) {
        Some(person) => people::invite_again(ctx, &permit, person.id),
        None => people::invite(ctx, &permit, FIRST_OPERATOR.0, FIRST_OPERATOR.1, &[Role::Operator]),
    };
    Ok(Some(invited.map_err(explain)?.link))
}

/// Serves until the process is told to stop, then finishes what runs.
pub(super) fn serve(ctx: Arc<Ctx>, transport: Transport, name: &str) -> Result<ExitCode> {
    let (listen, workers) = (ctx.settings().server.listen, ctx.settings().server.workers);
    let url = ctx.public_url().to_owned();
    let transport = Arc::new(transport);
    ctx.set_postman(jobs::postman(&ctx, Arc::clone(&transport)));
    dictionary::load(&ctx);
    let runner = jobs::start(Arc::clone(&ctx), transport).context("the timed tasks cannot start")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let (server, bound) = web::start(ctx, listen, workers).with_context(|| format!("cannot listen on {listen}"))?;
        println!("{name} listens on http://{bound} ({url})");
        let handle = server.handle();
        let running = tokio::spawn(server);
        told_to_stop().await?;
        println!("Stopping: finishing what runs.");
        handle.stop(true).await;
        running.await.context("the server ended badly")?.context("the server failed")
    })?;
    drop(runner);
    Ok(ExitCode::SUCCESS)
}

/// Waits for SIGTERM or SIGINT.
async fn told_to_stop() -> Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
    }
    Ok(())
}
