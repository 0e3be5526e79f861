//! A signed-in person: the token in the browser, the digest in the store, limits by the clock.
//!
//! Idle 15 minutes, at most 8 hours, an unlocked key 5 idle minutes (`security.md` 6.3). The unlocked key rests under
//! a key made from the token, so between requests neither database nor memory can open it.

use zeroize::Zeroizing;

use crate::domain::access::{Actor, FRESH_SECONDS};
use crate::domain::clock::Moment;
use crate::domain::id::PersonId;
use crate::domain::person::{Role, Roles, Standing};
use crate::domain::sealed::{Envelope, KeyPurpose};
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::SessionRow;
use crate::vault::{Context, Padding, PrivateKey, Purpose, SessionToken, open_field, same, seal_field};

/// Idle seconds before a session ends.
const IDLE: i64 = 15 * 60;
/// Seconds before a session ends in any case.
const ABSOLUTE: i64 = 8 * 3600;
/// Idle seconds before an unlocked key locks.
pub(super) const UNLOCKED: i64 = 5 * 60;

/// A signed-in person during one request.
pub struct Session {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Roles held now.
    pub roles: Roles,
    /// Anti-forgery token for this session's forms.
    pub csrf: String,
    /// Whether the person holds the screening key.
    pub has_key: bool,
    /// Whether it is unlocked now.
    pub unlocked: bool,
    /// Whether pass-phrase and second factor were proved a short while ago; acts marked `FRESH` ask for it.
    pub fresh: bool,
    started: Moment,
    token: SessionToken,
    own_key: Option<Envelope>,
}

impl Session {
    /// The actor to ask for permits.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        Actor::Person(self.person, self.roles)
    }

    /// Whether a form's anti-forgery token is this session's.
    #[must_use]
    pub fn csrf_holds(&self, given: &str) -> bool {
        same(given.as_bytes(), self.csrf.as_bytes())
    }

    /// Digest of the token, by which the store knows the session.
    pub(super) fn digest(&self) -> [u8; 32] {
        self.token.digest()
    }

    /// The person's own private key, when unlocked.
    pub(super) fn open_own_key(&self, ctx: &Ctx) -> Result<Option<PrivateKey>, Error> {
        let Some(sealed) = &self.own_key else { return Ok(None) };
        let digest = self.token.digest();
        let bytes = open_field(&self.token.unlock_key(), &unlock_context(ctx, &digest), sealed)?;
        Ok(Some(PrivateKey::from_bytes(&bytes)?))
    }
}

fn unlock_context<'a>(ctx: &'a Ctx, digest: &'a [u8; 32]) -> Context<'a> {
    Context { purpose: Purpose::SessionUnlock, instance: &ctx.keyring.instance, record: digest, key: &[0; 16], epoch: 0 }
}

/// A fresh token and the row for it, with the unlocked key in it; pass-phrase and second factor were proved just now.
fn proved_row(ctx: &Ctx, person: PersonId, started: Moment, own_key: &Zeroizing<Vec<u8>>) -> Result<(SessionToken, SessionRow), Error> {
    let token = SessionToken::generate();
    let now = ctx.now();
    let unlocked = Some(seal_own_key(ctx, &token, own_key)?);
    let row = SessionRow { person, started, seen: now, unlocked, unlocked_until: now.plus(UNLOCKED), proved: now };
    Ok((token, row))
}

/// Starts a session and returns its token.
pub(super) fn start(ctx: &Ctx, person: PersonId, own_key: &Zeroizing<Vec<u8>>) -> Result<String, Error> {
    let (token, row) = proved_row(ctx, person, ctx.now(), own_key)?;
    ctx.store.tend(|t| t.start_session(&token.digest(), &row))?;
    Ok(token.encode())
}

/// Puts a new token in the place of a session's old one, after a new proof. It does not live longer for it. `None` when it has
/// ended meanwhile.
pub(super) fn renew(ctx: &Ctx, session: &Session, own_key: &Zeroizing<Vec<u8>>) -> Result<Option<String>, Error> {
    let (token, row) = proved_row(ctx, session.person, session.started, own_key)?;
    let replaced = ctx.store.tend(|t| t.replace_session(&session.digest(), &token.digest(), &row))?;
    Ok(replaced.then(|| token.encode()))
}

/// Seals a private key under the token's key.
pub(super) fn seal_own_key(ctx: &Ctx, token: &SessionToken, own_key: &Zeroizing<Vec<u8>>) -> Result<Envelope, Error> {
    Ok(seal_field(&token.unlock_key(), &unlock_context(ctx, &token.digest()), own_key, Padding::None)?)
}

/// Whether a session is neither idle for too long nor too old.
pub(super) fn within_limits(started: Moment, seen: Moment, now: Moment) -> bool {
    now < seen.plus(IDLE) && now < started.plus(ABSOLUTE)
}

/// The session behind a cookie; `None` when there is none, it is over, or the account is shut. Every call counts as
/// activity.
///
/// # Errors
/// `Unavailable`.
pub fn session(ctx: &Ctx, token: &str) -> Result<Option<Session>, Error> {
    let Some(token) = SessionToken::parse(token) else { return Ok(None) };
    let digest = token.digest();
    let now = ctx.now();
    let Some(row) = ctx.store.read(|r| r.session(&digest))?.filter(|row| within_limits(row.started, row.seen, now)) else {
        return Ok(None);
    };
    let account = ctx.store.read(|r| r.account(row.person))?.filter(|a| a.standing == Standing::Active);
    let Some(account) = account else { return Ok(None) };
    let unlocked = row.unlocked.is_some() && now < row.unlocked_until;
    let until = if unlocked { now.plus(UNLOCKED) } else { Moment(0) };
    if now > row.seen.plus(10) || row.unlocked.is_some() != unlocked {
        ctx.store.tend(|t| t.touch_session(&digest, now, until))?;
    }
    let has_key = account.roles.has(Role::Screener) && holds_screening_key(ctx, account.id)?;
    Ok(Some(Session {
        person: account.id,
        name: account.name,
        roles: account.roles,
        csrf: token.csrf(),
        has_key,
        unlocked,
        fresh: now < row.proved.plus(FRESH_SECONDS),
        started: row.started,
        own_key: row.unlocked.filter(|_| unlocked),
        token,
    }))
}

fn holds_screening_key(ctx: &Ctx, person: PersonId) -> Result<bool, Error> {
    let Some(key) = ctx.store.read(|r| r.current_key(KeyPurpose::Screening))? else { return Ok(false) };
    Ok(ctx.store.read(|r| r.key_wrap(key.id, person))?.is_some())
}

/// Ends a session.
///
/// # Errors
/// `Unavailable`.
pub fn sign_out(ctx: &Ctx, token: &str) -> Result<(), Error> {
    match SessionToken::parse(token) {
        Some(token) => Ok(ctx.store.tend(|t| t.end_session(&token.digest()))?),
        None => Ok(()),
    }
}

/// Ends sessions that are over and locks keys whose time is up. A timer calls it.
///
/// # Errors
/// `Unavailable`.
pub fn sweep(ctx: &Ctx) -> Result<(), Error> {
    let now = ctx.now();
    Ok(ctx.store.tend(|t| t.sweep_sessions(now.plus(-IDLE), now.plus(-ABSOLUTE), now))?)
}
