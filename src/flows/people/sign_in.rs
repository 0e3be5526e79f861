//! Signing in with pass-phrase and second factor, proving both again, and unlocking again.
//!
//! Every wrong attempt gets the same answer after the same work, whether or not the account exists. Delays grow per
//! account from the third failure on; no stranger can lock anybody out for longer than a minute.

use zeroize::Zeroizing;

use super::second::{self, Second};
use super::session;
use crate::domain::contact::EmailAddress;
use crate::domain::person::Standing;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::Account;
use crate::vault::{PassphraseRecord, SessionToken, SymKey, open_field, spend_like_verify, verify};

/// Failures that cost no waiting.
const FREE_FAILURES: i32 = 3;
/// Failures after which an operator has to invite the person again (NIST SP 800-63B, rate limiting).
const FAILURES_MAX: i32 = 100;

/// Why a sign-in is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInRefusal {
    /// Address, pass-phrase or code is wrong; which one is not said.
    Wrong,
    /// Too many failures: seconds to wait.
    Wait(i64),
    /// The database is out of reach.
    Unavailable,
}

impl From<Error> for SignInRefusal {
    fn from(_: Error) -> Self {
        Self::Unavailable
    }
}

fn wait(ctx: &Ctx, account: &Account) -> Option<i64> {
    let over = account.failures - FREE_FAILURES;
    if over < 0 {
        return None;
    }
    let delay = (1_i64 << u32::try_from(over).unwrap_or(0).min(6)).min(60);
    let left = account.failed_at.plus(delay).0 - ctx.now().0;
    (left > 0).then_some(left)
}

/// Why somebody who is signed in may not try a pass-phrase now; they know the account, so the truth tells nothing.
pub(super) fn refused_for_now(ctx: &Ctx, account: &Account) -> Option<SignInRefusal> {
    if account.failures >= FAILURES_MAX { Some(SignInRefusal::Wrong) } else { wait(ctx, account).map(SignInRefusal::Wait) }
}

/// The person's private key, if pass-phrase and second factor both hold; a failure is counted. The second factor is used up
/// only with the right pass-phrase, or a guesser could use up the codes of others.
fn prove(ctx: &Ctx, account: &Account, passphrase: &str, second: &Second) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    let held = second::check(ctx, account, second)?;
    if let (Some(own_key), Some(held)) = (open_own_key(ctx, account, passphrase)?, held)
        && second::spend(ctx, account.id, &held)?
    {
        return Ok(Some(own_key));
    }
    ctx.store.tend(|t| t.note_failure(account.id, ctx.now()))?;
    Ok(None)
}

/// Signs in and returns the session token for the cookie.
///
/// # Errors
/// `Wrong` (also while an account has to wait after failures) or `Unavailable`.
pub fn sign_in(ctx: &Ctx, email: &str, passphrase: &str, second: &Second) -> Result<String, SignInRefusal> {
    let known = match EmailAddress::parse(email) {
        Ok(email) => ctx.store.read(|r| r.account_by_email(&email)).map_err(Error::from)?,
        Err(_) => None,
    };
    // Saying "wait" would tell a stranger that the account exists; the page tells everybody to wait after failures.
    let usable = known.filter(|a| a.standing == Standing::Active && refused_for_now(ctx, a).is_none());
    let Some(account) = usable else {
        let _turn = ctx.passphrase_turn.lock();
        spend_like_verify(ctx.cost());
        return Err(SignInRefusal::Wrong);
    };
    let own_key = prove(ctx, &account, passphrase, second)?.ok_or(SignInRefusal::Wrong)?;
    Ok(session::start(ctx, account.id, &own_key)?)
}

/// Proves pass-phrase and second factor again inside a running session, and returns the token that takes the old one's place.
///
/// # Errors
/// `Wrong`, `Wait` or `Unavailable`.
pub fn confirm(ctx: &Ctx, token: &str, passphrase: &str, second: &Second) -> Result<String, SignInRefusal> {
    let session = session::session(ctx, token)?.ok_or(SignInRefusal::Wrong)?;
    let account = ctx.store.read(|r| r.account(session.person)).map_err(Error::from)?.ok_or(SignInRefusal::Wrong)?;
    if let Some(refusal) = refused_for_now(ctx, &account) {
        return Err(refusal);
    }
    let own_key = prove(ctx, &account, passphrase, second)?.ok_or(SignInRefusal::Wrong)?;
    session::renew(ctx, &session, &own_key)?.ok_or(SignInRefusal::Wrong)
}

/// The person's private key, if the pass-phrase is right.
pub(super) fn open_own_key(ctx: &Ctx, account: &Account, passphrase: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    let locked = ctx.store.read(|r| r.staff_key(account.id))?;
    let (Some(record), Some(locked)) = (&account.passphrase, &locked) else { return Ok(None) };
    let record = PassphraseRecord::from_bytes(record)?;
    let turn = ctx.passphrase_turn.lock().map_err(|_| Error::Broken("a pass-phrase derivation failed"))?;
    let lock: Option<SymKey> = verify(passphrase, &record).ok();
    drop(turn);
    let Some(lock) = lock else { return Ok(None) };
    Ok(Some(open_field(&lock, &super::enrol::own_key_context(ctx, &account.id), locked)?))
}

/// Unlocks the screening key again inside a running session.
///
/// # Errors
/// `Wrong`, `Wait` or `Unavailable`.
pub fn unlock(ctx: &Ctx, token: &str, passphrase: &str) -> Result<(), SignInRefusal> {
    let session = session::session(ctx, token)?.ok_or(SignInRefusal::Wrong)?;
    let account = ctx.store.read(|r| r.account(session.person)).map_err(Error::from)?.ok_or(SignInRefusal::Wrong)?;
    if let Some(refusal) = refused_for_now(ctx, &account) {
        return Err(refusal);
    }
    let Some(own_key) = open_own_key(ctx, &account, passphrase)? else {
        ctx.store.tend(|t| t.note_failure(account.id, ctx.now())).map_err(Error::from)?;
        return Err(SignInRefusal::Wrong);
    };
    let token = SessionToken::parse(token).ok_or(SignInRefusal::Wrong)?;
    let sealed = session::seal_own_key(ctx, &token, &own_key)?;
    let until = ctx.now().plus(session::UNLOCKED);
    ctx.store.tend(|t| t.set_unlocked(&token.digest(), Some(&sealed), until)).map_err(Error::from)?;
    Ok(())
}
