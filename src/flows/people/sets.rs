//! Whom sealed things are sealed to: the screening epoch and the set of custodians, made anew when people come and go.
//!
//! Needs public keys only: a new epoch's private half is sealed to each holder and forgotten. Refuses to carry a person who has
//! left into the next epoch or set.

use crate::domain::access::{Actor, Permit, RotateKeys};
use crate::domain::contact::EmailAddress;
use crate::domain::id::{KeyId, PersonId};
use crate::domain::person::{Role, Standing};
use crate::domain::sealed::{Envelope, KeyPurpose};
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::{Account, Error as StoreError, KeyRow, Member, Writer};
use crate::vault::{Context, PublicKey, Purpose, generate_pair, random_bytes, seal_to};

/// Name of the instance value with the month of the screening epoch in force.
const MONTH: &str = "screening-month";

/// Context of the screening private key for one holder.
pub(super) fn wrap_context<'a>(ctx: &'a Ctx, holder: &'a PersonId, key: &'a KeyId, epoch: u32) -> Context<'a> {
    Context { purpose: Purpose::ScreeningKey, instance: &ctx.keyring.instance, record: holder.as_bytes(), key: key.as_bytes(), epoch }
}

/// A fresh screening pair with its private half sealed to each of `holders`.
fn screening_pair(ctx: &Ctx, epoch: i32, holders: &[Member]) -> Result<(KeyRow, Vec<(PersonId, Envelope)>), Error> {
    let id = KeyId::from_bytes(random_bytes());
    let (private, public) = generate_pair(ctx.suite());
    let wraps = holders
        .iter()
        .map(|(person, key)| {
            let context = wrap_context(ctx, person, &id, u32::try_from(epoch).unwrap_or(0));
            Ok((*person, seal_to(&PublicKey::from_bytes(key)?, &context, &private.to_bytes())?))
        })
        .collect::<Result<Vec<_>, Error>>()?;
    Ok((KeyRow { id, purpose: KeyPurpose::Screening, epoch, public_key: Some(public.to_bytes()), wrapped: None }, wraps))
}

fn is_active(account: &Account, role: Role) -> bool {
    account.standing == Standing::Active && account.roles.has(role)
}

/// Starts a screening epoch for everybody who holds the present one, or for `first` when nobody does. Does nothing where there
/// is no such person.
pub(super) fn start_epoch(ctx: &Ctx, w: &mut Writer<'_>, first: Option<PersonId>) -> Result<bool, StoreError> {
    let accounts = w.reading().accounts()?;
    let present = w.reading().current_key(KeyPurpose::Screening)?;
    let mut holders: Vec<Member> = Vec::new();
    for account in accounts.into_iter().filter(|a| is_active(a, Role::Screener)) {
        let holds = match &present {
            Some(key) => w.reading().key_wrap(key.id, account.id)?.is_some(),
            None => false,
        };
        if let (true, Some(key)) = (holds || first == Some(account.id), account.public_key) {
            holders.push((account.id, key));
        }
    }
    if holders.is_empty() {
        return Ok(false);
    }
    let epoch = present.map_or(1, |key| key.epoch + 1);
    let (key, wraps) = screening_pair(ctx, epoch, &holders).map_err(|_| StoreError::Broken("a screening pair cannot be made"))?;
    w.add_key(&key)?;
    wraps.iter().try_for_each(|(person, wrap)| w.set_key_wrap(key.id, *person, wrap))?;
    w.set_instance_value(MONTH, &ctx.now().period().number().to_be_bytes())?;
    Ok(true)
}

/// Brings the set of custodians in line with who is one now.
pub(super) fn settle_custody(w: &mut Writer<'_>) -> Result<(), StoreError> {
    let accounts = w.reading().accounts()?;
    let mut members: Vec<Member> =
        accounts.into_iter().filter(|a| is_active(a, Role::Custodian)).filter_map(|a| Some((a.id, a.public_key?))).collect();
    members.sort();
    if members.len() < 2 {
        members.clear();
    }
    let in_force = w.reading().custody_in_force()?;
    let mut known = w.reading().custody(in_force)?;
    known.sort();
    if members == known {
        return Ok(());
    }
    let number = w.last_custody()? + 1;
    w.set_custody(number, &members)
}

/// After somebody has left the screeners: their wraps go, and what comes in from now on is sealed to the others.
pub(super) fn without(ctx: &Ctx, w: &mut Writer<'_>, person: PersonId) -> Result<(), StoreError> {
    let present = w.reading().current_key(KeyPurpose::Screening)?;
    let held = match &present {
        Some(key) => w.reading().key_wrap(key.id, person)?.is_some(),
        None => false,
    };
    w.drop_wraps(person)?;
    if held {
        start_epoch(ctx, w, None)?;
    }
    Ok(())
}

/// Starts the month's screening epoch. A timer calls it; needs no private key.
///
/// # Errors
/// `Unavailable`; `Conflict` when another node was faster.
pub fn rotate_monthly(ctx: &Ctx) -> Result<bool, Error> {
    let month = ctx.now().period().number().to_be_bytes();
    let known = ctx.store.read(|r| Ok((r.instance_value(MONTH)?, r.current_key(KeyPurpose::Screening)?.is_some())))?;
    if !known.1 || known.0.as_deref() == Some(month.as_slice()) {
        return Ok(false);
    }
    rotate_screening(ctx)
}

/// Starts a new screening epoch now.
///
/// # Errors
/// `Unavailable`; `Conflict` when another node was faster.
pub fn rotate_screening(ctx: &Ctx) -> Result<bool, Error> {
    let permit = Actor::System.permit::<RotateKeys>().ok_or(Error::Denied)?;
    let started = ctx.store.write(&permit, "screening", |w| start_epoch(ctx, w, None))?;
    ctx.look_up_again();
    Ok(started)
}

/// How many people hold the screening key in force.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn screening_holders(ctx: &Ctx) -> Result<usize, Error> {
    Ok(ctx.store.read(|r| {
        let Some(key) = r.current_key(KeyPurpose::Screening)? else { return Ok(0) };
        let mut holders = 0;
        for account in r.accounts()? {
            holders += usize::from(r.key_wrap(key.id, account.id)?.is_some());
        }
        Ok(holders)
    })?)
}

/// Begins a screening epoch with one screener where nobody holds the present one any more. Nothing older opens by this.
///
/// # Errors
/// `Conflict("screening-held")` while somebody holds it; `NotFound` when there is no such active screener.
pub fn start_anew(ctx: &Ctx, permit: &Permit<RotateKeys>, address: &str) -> Result<(), Error> {
    if screening_holders(ctx)? > 0 {
        return Err(Error::Conflict("screening-held"));
    }
    let address = EmailAddress::parse(address).map_err(|p| Error::Invalid(vec![p]))?;
    let account = ctx.store.read(|r| r.account_by_email(&address))?.filter(|a| is_active(a, Role::Screener)).ok_or(Error::NotFound)?;
    let started = ctx.store.write(permit, &format!("screening:anew:{}", account.id), |w| start_epoch(ctx, w, Some(account.id)))?;
    ctx.look_up_again();
    if started { Ok(()) } else { Err(Error::NotFound) }
}
