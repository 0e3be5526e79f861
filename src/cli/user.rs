//! `candor user`: people, from the machine the service runs on. Prints invitation links, never pass-phrases.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};

use super::exit::{Bad, explain};
use super::wire;
use crate::domain::access::{Actor, ManagePeople, Permit};
use crate::domain::id::PersonId;
use crate::domain::person::Role;
use crate::flows::{Ctx, people};

/// Subcommands of `user`.
#[derive(clap::Subcommand)]
pub(super) enum Command {
    /// Invite somebody; prints the set-up link once.
    Add {
        /// Mail address to sign in with.
        email: String,
        /// Name shown to colleagues.
        #[arg(long)]
        name: String,
        /// screener, analyst, publisher, custodian, auditor or operator; give it again for more than one.
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
    },
    /// List everybody.
    List,
    /// Set somebody's roles.
    Role {
        /// Mail address.
        email: String,
        /// The roles from now on.
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
    },
    /// Shut an account: sessions end, key access goes.
    Disable {
        /// Mail address.
        email: String,
    },
    /// Units whose reports somebody may not see.
    #[command(subcommand)]
    Conflict(Conflict),
    /// Invite somebody again who lost the pass-phrase. Key access has to be granted anew by a colleague.
    Invite {
        /// Mail address.
        email: String,
    },
}

/// Subcommands of `user conflict`.
#[derive(clap::Subcommand)]
pub(super) enum Conflict {
    /// Keep somebody from the reports of a unit they lead or work in.
    Add {
        /// Mail address.
        email: String,
        /// Code of the area.
        area: String,
    },
    /// Let somebody see the reports of a unit again.
    Remove {
        /// Mail address.
        email: String,
        /// Code of the area.
        area: String,
    },
    /// List the units that somebody is kept from.
    List {
        /// Mail address.
        email: String,
    },
}

fn conflict(ctx: &Ctx, permit: &Permit<ManagePeople>, command: &Conflict) -> Result<()> {
    match command {
        Conflict::Add { email, area } => people::add_conflict(ctx, permit, person(ctx, permit, email)?, area).map_err(explain)?,
        Conflict::Remove { email, area } => people::remove_conflict(ctx, permit, person(ctx, permit, email)?, area).map_err(explain)?,
        Conflict::List { email } => {
            for area in people::conflicts(ctx, permit, person(ctx, permit, email)?).map_err(explain)? {
                println!("{area}");
            }
        }
    }
    Ok(())
}

fn roles(words: &[String]) -> Result<Vec<Role>> {
    words.iter().map(|w| Role::from_code(w).ok_or_else(|| Bad(format!("{w:?} is not a role")).into())).collect()
}

fn person(ctx: &Ctx, permit: &Permit<ManagePeople>, email: &str) -> Result<PersonId> {
    let everybody = people::list(ctx, permit).map_err(explain)?;
    let found = everybody.iter().find(|p| p.email.expose() == email.to_lowercase());
    found.map(|p| p.id).ok_or_else(|| Bad("nobody has that address".to_owned()).into())
}

pub(super) fn run(config: Option<&Path>, command: &Command) -> Result<ExitCode> {
    let ctx = wire::open(config)?;
    let permit = Actor::Console.permit::<ManagePeople>().context("the console may manage people")?;
    match command {
        Command::Add { email, name, roles: words } => {
            let invited = people::invite(&ctx, &permit, name, email, &roles(words)?).map_err(explain)?;
            println!("{}", invited.link);
        }
        Command::List => {
            for p in people::list(&ctx, &permit).map_err(explain)? {
                let roles: Vec<&str> = p.roles.iter().map(Role::code).collect();
                let key = if p.waits_for_key { "  waits for the screening key" } else { "" };
                println!("{:<32} {:<24} {:<9} {}{key}", p.email.expose(), p.name, p.standing.code(), roles.join(","));
            }
        }
        Command::Role { email, roles: words } => {
            people::set_roles(&ctx, &permit, person(&ctx, &permit, email)?, &roles(words)?).map_err(explain)?;
        }
        Command::Conflict(command) => conflict(&ctx, &permit, command)?,
        Command::Disable { email } => people::disable(&ctx, &permit, person(&ctx, &permit, email)?).map_err(explain)?,
        Command::Invite { email } => {
            let invited = people::invite_again(&ctx, &permit, person(&ctx, &permit, email)?).map_err(explain)?;
            println!("{}", invited.link);
        }
    }
    Ok(ExitCode::SUCCESS)
}
