//! The screening key: opening it inside a session, and handing it on to a colleague.
//!
//! Only somebody who holds it, signed in and unlocked, can hand it on. No administrator can.

use super::session::Session;
use crate::domain::access::{GrantScreening, Permit};
use crate::domain::id::{KeyId, PersonId};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::sealed::KeyPurpose;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::Account;
use crate::vault::{Context, PrivateKey, PublicKey, Purpose, open_from, seal_to};

fn wrap_context<'a>(ctx: &'a Ctx, holder: &'a PersonId, key: &'a KeyId, epoch: u32) -> Context<'a> {
    Context { purpose: Purpose::ScreeningKey, instance: &ctx.keyring.instance, record: holder.as_bytes(), key: key.as_bytes(), epoch }
}

/// The screening private key, opened with the session's own unlocked key.
///
/// # Errors
/// `Conflict("desk-locked")` when the session is locked, `Conflict("desk-no-key")` when nobody granted the key yet.
pub(in crate::flows) fn screening_private(ctx: &Ctx, session: &Session) -> Result<PrivateKey, Error> {
    let own = session.open_own_key(ctx)?.ok_or(Error::Conflict("desk-locked"))?;
    let public = ctx.screening_public()?;
    let wrap = ctx.store.read(|r| r.key_wrap(public.id, session.person))?.ok_or(Error::Conflict("desk-no-key"))?;
    let bytes = open_from(&own, &wrap_context(ctx, &session.person, &public.id, public.epoch), &wrap)?;
    Ok(PrivateKey::from_bytes(&bytes)?)
}

/// Everybody, with the mark of screeners who still wait for the key.
pub(super) fn people_with_key_state(ctx: &Ctx) -> Result<Vec<Person>, Error> {
    let accounts = ctx.store.read(|r| r.accounts())?;
    let key = ctx.store.read(|r| r.current_key(KeyPurpose::Screening))?;
    accounts
        .into_iter()
        .map(|account| {
            let waits = match &key {
                Some(key) if waits_possibly(&account) => ctx.store.read(|r| r.key_wrap(key.id, account.id))?.is_none(),
                _ => false,
            };
            Ok(Person {
                id: account.id,
                name: account.name,
                email: account.email,
                roles: account.roles,
                standing: account.standing,
                waits_for_key: waits,
            })
        })
        .collect()
}

fn waits_possibly(account: &Account) -> bool {
    account.roles.has(Role::Screener) && account.standing == Standing::Active && account.public_key.is_some()
}

/// Screeners who have set a pass-phrase and wait for the key.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn waiting_for_key(ctx: &Ctx, permit: &Permit<GrantScreening>) -> Result<Vec<Person>, Error> {
    let _ = permit;
    Ok(people_with_key_state(ctx)?.into_iter().filter(|p| p.waits_for_key).collect())
}

/// Hands the screening key on.
///
/// # Errors
/// `Conflict("desk-locked")`, `Conflict("desk-no-key")`, or `NotFound` when the person is no waiting screener.
pub fn grant(ctx: &Ctx, permit: &Permit<GrantScreening>, session: &Session, to: PersonId) -> Result<(), Error> {
    let private = screening_private(ctx, session)?;
    let account = ctx.store.read(|r| r.account(to))?.filter(waits_possibly).ok_or(Error::NotFound)?;
    let to_key = PublicKey::from_bytes(&account.public_key.ok_or(Error::NotFound)?)?;
    let public = ctx.screening_public()?;
    let wrap = seal_to(&to_key, &wrap_context(ctx, &to, &public.id, public.epoch), &private.to_bytes())?;
    ctx.store.write(permit, &format!("person:{to}"), |w| w.set_key_wrap(public.id, to, &wrap))?;
    Ok(())
}
