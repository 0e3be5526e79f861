//! Signing in with pass-phrase and one-time code, and unlocking again.
//!
//! Every wrong attempt gets the same answer after the same work, whether or not the account exists. Delays grow per
//! account from the third failure on; no stranger can lock anybody out for longer than a minute.

use zeroize::Zeroizing;

use super::session;
use crate::domain::contact::EmailAddress;
use crate::domain::person::Standing;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::Account;
use crate::vault::{PassphraseRecord, Purpose, SessionToken, SymKey, TotpSecret, open_field, spend_like_verify, verify};

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

/// Signs in and returns the session token for the cookie.
///
/// # Errors
/// `Wrong` (also while an account has to wait after failures) or `Unavailable`.
pub fn sign_in(ctx: &Ctx, email: &str, passphrase: &str, code: &str) -> Result<String, SignInRefusal> {
    let known = match EmailAddress::parse(email) {
        Ok(email) => ctx.store.read(|r| r.account_by_email(&email)).map_err(Error::from)?,
        Err(_) => None,
    };
    let usable = known.filter(|a| a.standing == Standing::Active && a.failures < FAILURES_MAX);
    let Some(account) = usable else {
        let _turn = ctx.passphrase_turn.lock();
        spend_like_verify(ctx.cost());
        return Err(SignInRefusal::Wrong);
    };
    if wait(ctx, &account).is_some() {
        // Saying "wait" would tell a stranger that the account exists; the page tells everybody to wait after failures.
        let _turn = ctx.passphrase_turn.lock();
        spend_like_verify(ctx.cost());
        return Err(SignInRefusal::Wrong);
    }
    let step = code_step(ctx, &account, code)?;
    match (open_own_key(ctx, &account, passphrase)?, step) {
        (Some(own_key), Some(step)) if ctx.store.tend(|t| t.use_code(account.id, step)).map_err(Error::from)? => {
            Ok(session::start(ctx, account.id, &own_key)?)
        }
        _ => {
            ctx.store.tend(|t| t.note_failure(account.id, ctx.now())).map_err(Error::from)?;
            Err(SignInRefusal::Wrong)
        }
    }
}

fn code_step(ctx: &Ctx, account: &Account, code: &str) -> Result<Option<i64>, Error> {
    let Some(sealed) = &account.totp else { return Ok(None) };
    let bytes = ctx.keyring.open(Purpose::Totp, account.id.as_bytes(), sealed)?;
    let secret: [u8; 20] = bytes.as_slice().try_into().map_err(|_| Error::Broken("a one-time-code secret is not 20 bytes"))?;
    let step = TotpSecret::from_bytes(secret).check(code, ctx.now().0);
    Ok(step.filter(|step| *step > account.totp_step))
}

/// The person's private key, if the pass-phrase is right.
fn open_own_key(ctx: &Ctx, account: &Account, passphrase: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
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
    if let Some(seconds) = wait(ctx, &account) {
        return Err(SignInRefusal::Wait(seconds));
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
