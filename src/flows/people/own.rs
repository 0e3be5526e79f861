//! One's own account: what it has, a new pass-phrase, new recovery codes, an end to sessions elsewhere.
//!
//! A new pass-phrase locks the same key again, so nobody has to hand anything on; every session ends and one begins. Refuses a new
//! pass-phrase from somebody who does not know the old one, signed in or not.

use super::enrol::{lock_own_key, passphrase_problems};
use super::passkeys::{self, OwnPasskey, PasskeyQuestion};
use super::second;
use super::session::{self, Session};
use super::sign_in::{SignInRefusal, open_own_key, refused_for_now};
use crate::domain::access::{EndOwnSessions, ManageOwn, Permit};
use crate::domain::clock::Moment;
use crate::domain::problem::FieldProblem;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;

/// One session as its owner sees it.
pub struct OwnSession {
    /// Sign-in.
    pub started: Moment,
    /// Last request.
    pub seen: Moment,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// What the page about one's own account shows.
pub struct OwnAccount {
    /// Passkeys by name.
    pub passkeys: Vec<OwnPasskey>,
    /// The question for one more passkey.
    pub question: Option<PasskeyQuestion>,
    /// Whether this address can have passkeys at all.
    pub passkeys_possible: bool,
    /// Recovery codes not used yet.
    pub codes_left: i64,
    /// Running sessions.
    pub sessions: Vec<OwnSession>,
}

/// Why a pass-phrase stays as it is.
#[derive(Debug)]
pub enum ChangeRefusal {
    /// The old one is wrong, or there were too many attempts.
    Old(SignInRefusal),
    /// What is wrong with the new one.
    New(Vec<FieldProblem>),
}

/// Looks at one's own account.
///
/// # Errors
/// `Unavailable`, `Conflict("sealed")` or `Broken`.
pub fn own_account(ctx: &Ctx, session: &Session) -> Result<OwnAccount, Error> {
    let (passkeys, question) = passkeys::own(ctx, session)?;
    let now = ctx.now();
    let (codes_left, sessions) = ctx.store.read(|r| Ok((r.recovery_codes_left(session.person)?, r.sessions_of(session.person)?)))?;
    let mine = session.digest();
    let sessions = sessions
        .into_iter()
        .filter(|line| session::within_limits(line.started, line.seen, now))
        .map(|line| OwnSession { started: line.started, seen: line.seen, this: line.digest == mine })
        .collect();
    Ok(OwnAccount { passkeys, question, passkeys_possible: ctx.passkeys.is_some(), codes_left, sessions })
}

/// Ends one's own sessions in other browsers.
///
/// # Errors
/// `Unavailable`.
pub fn end_other_sessions(ctx: &Ctx, permit: &Permit<EndOwnSessions>, session: &Session) -> Result<(), Error> {
    let person = session.person;
    Ok(ctx.store.write(permit, &format!("person:{person}"), |w| w.end_other_sessions(person, &session.digest()))?)
}

/// Draws new recovery codes and returns them, to be shown once. The old ones stop working.
///
/// # Errors
/// `Unavailable` or `Conflict("sealed")`.
pub fn new_recovery_codes(ctx: &Ctx, permit: &Permit<ManageOwn>, session: &Session) -> Result<Vec<String>, Error> {
    let person = session.person;
    let (codes, digests) = second::draw_codes(ctx, person)?;
    ctx.store.write(permit, &format!("person:{person}:recovery-codes"), |w| w.set_recovery_codes(person, &digests))?;
    Ok(codes)
}

/// Changes one's own pass-phrase and returns the token of a new session; every other one has ended.
///
/// # Errors
/// `Unavailable` or `Broken`; a refusal is an inner `Err`.
pub fn change_passphrase(
    ctx: &Ctx,
    permit: &Permit<ManageOwn>,
    session: &Session,
    (old, new): (&str, &str),
) -> Result<Result<String, ChangeRefusal>, Error> {
    let person = session.person;
    let account = ctx.store.read(|r| r.account(person))?.ok_or(Error::NotFound)?;
    if let Some(refusal) = refused_for_now(ctx, &account) {
        return Ok(Err(ChangeRefusal::Old(refusal)));
    }
    let mut problems = passphrase_problems(ctx, &account, new);
    if old == new {
        problems.push(FieldProblem::new("passphrase", "problem-passphrase-same"));
    }
    if !problems.is_empty() {
        return Ok(Err(ChangeRefusal::New(problems)));
    }
    let Some(own_key) = open_own_key(ctx, &account, old)? else {
        ctx.store.tend(|t| t.note_failure(person, ctx.now()))?;
        return Ok(Err(ChangeRefusal::Old(SignInRefusal::Wrong)));
    };
    let (record, locked) = lock_own_key(ctx, person, new, &own_key)?;
    ctx.store.write(permit, &format!("person:{person}:passphrase"), |w| {
        w.set_passphrase(person, &record, &locked)?;
        w.end_sessions_of(person)
    })?;
    Ok(Ok(session::start(ctx, person, &own_key)?))
}
