//! A person's unlocked key, what it opens, and handing the screening key on to a colleague.
//!
//! Only somebody who holds it, signed in and unlocked, can hand it on. No administrator can.

use super::session::Session;
use super::sets::wrap_context;
use crate::domain::access::{GrantScreening, Permit};
use crate::domain::id::{KeyId, PersonId};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::sealed::{Envelope, KeyPurpose};
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::{Account, KeyRow};
use crate::vault::{PrivateKey, PublicKey, named_key, open_from, seal_to};

/// A person's own private key, unlocked for this request.
pub(in crate::flows) struct Unlocked {
    /// Whose it is.
    pub(in crate::flows) person: PersonId,
    /// The key.
    pub(in crate::flows) key: PrivateKey,
}

/// The session's own key.
///
/// # Errors
/// `Conflict("desk-locked")` when the session is locked.
pub(in crate::flows) fn unlocked(ctx: &Ctx, session: &Session) -> Result<Unlocked, Error> {
    let key = session.open_own_key(ctx)?.ok_or(Error::Conflict("desk-locked"))?;
    Ok(Unlocked { person: session.person, key })
}

impl Unlocked {
    /// The screening private key that `sealed` names.
    ///
    /// # Errors
    /// `Conflict("desk-no-key")` when nobody granted that epoch.
    pub(in crate::flows) fn screening_for(&self, ctx: &Ctx, sealed: &Envelope) -> Result<PrivateKey, Error> {
        let (id, epoch) = named_key(sealed)?;
        self.screening(ctx, KeyId::from_bytes(id), epoch)
    }

    fn screening(&self, ctx: &Ctx, id: KeyId, epoch: u32) -> Result<PrivateKey, Error> {
        let wrap = ctx.store.read(|r| r.key_wrap(id, self.person))?.ok_or(Error::Conflict("desk-no-key"))?;
        let bytes = open_from(&self.key, &wrap_context(ctx, &self.person, &id, epoch), &wrap)?;
        Ok(PrivateKey::from_bytes(&bytes)?)
    }
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

/// Hands on every screening epoch that the session's person holds.
///
/// # Errors
/// `Conflict("desk-locked")`, `Conflict("desk-no-key")`, or `NotFound` when the person is no waiting screener.
pub fn grant(ctx: &Ctx, permit: &Permit<GrantScreening>, session: &Session, to: PersonId) -> Result<(), Error> {
    let own = unlocked(ctx, session)?;
    let account = ctx.store.read(|r| r.account(to))?.filter(waits_possibly).ok_or(Error::NotFound)?;
    let to_key = PublicKey::from_bytes(&account.public_key.ok_or(Error::NotFound)?)?;
    let epochs: Vec<KeyRow> = ctx.store.read(|r| r.keys())?.into_iter().filter(|k| k.purpose == KeyPurpose::Screening).collect();
    let mut wraps = Vec::new();
    for key in epochs {
        let epoch = u32::try_from(key.epoch).unwrap_or(0);
        match own.screening(ctx, key.id, epoch) {
            Ok(private) => wraps.push((key.id, seal_to(&to_key, &wrap_context(ctx, &to, &key.id, epoch), &private.to_bytes())?)),
            // An epoch from before the granter's own time, or one that has ended.
            Err(Error::Conflict("desk-no-key")) => {}
            Err(other) => return Err(other),
        }
    }
    if wraps.is_empty() {
        return Err(Error::Conflict("desk-no-key"));
    }
    ctx.store.write(permit, &format!("person:{to}"), |w| wraps.iter().try_for_each(|(id, wrap)| w.set_key_wrap(*id, to, wrap)))?;
    Ok(())
}
