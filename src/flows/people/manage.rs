//! Inviting people and changing what they may do. Needs no key: an operator can add a person, never a reader of
//! sealed text.

use super::sets::{settle_custody, without};
use crate::domain::access::{ManagePeople, Permit};
use crate::domain::contact::EmailAddress;
use crate::domain::id::PersonId;
use crate::domain::person::{Person, Role, Roles, Standing};
use crate::domain::problem::FieldProblem;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::{Error as StoreError, NewPerson, Writer};
use crate::vault::{LinkToken, random_bytes};

/// How long an invitation holds, in seconds.
const INVITATION: i64 = 3600;
/// Longest name.
const NAME_MAX: usize = 120;

/// A fresh invitation; the link is shown once and kept nowhere.
pub struct Invited {
    /// The person.
    pub id: PersonId,
    /// Full link to the set-up page.
    pub link: String,
}

/// Everybody with an account.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn list(ctx: &Ctx, permit: &Permit<ManagePeople>) -> Result<Vec<Person>, Error> {
    let _ = permit;
    super::keys::people_with_key_state(ctx)
}

fn parse_roles(roles: &[Role]) -> Result<Roles, Error> {
    match Roles::new(roles) {
        Ok(set) if set.is_empty() => Err(Error::Invalid(vec![FieldProblem::new("roles", "problem-no-role")])),
        Ok(set) => Ok(set),
        Err(_) => Err(Error::Invalid(vec![FieldProblem::new("roles", "problem-role-pair")])),
    }
}

/// Invites somebody.
///
/// # Errors
/// `Invalid` on `name`, `email` or `roles`.
pub fn invite(ctx: &Ctx, permit: &Permit<ManagePeople>, name: &str, email: &str, roles: &[Role]) -> Result<Invited, Error> {
    let name = name.trim();
    let mut problems = Vec::new();
    if name.is_empty() || name.chars().count() > NAME_MAX || name.chars().any(char::is_control) {
        problems.push(FieldProblem::new("name", "problem-name"));
    }
    let email = EmailAddress::parse(email).map_err(|p| problems.push(p)).ok();
    let roles = match parse_roles(roles) {
        Ok(roles) => Some(roles),
        Err(Error::Invalid(more)) => {
            problems.extend(more);
            None
        }
        Err(other) => return Err(other),
    };
    let (Some(email), Some(roles), true) = (email, roles, problems.is_empty()) else {
        return Err(Error::Invalid(problems));
    };
    let id = PersonId::from_bytes(random_bytes());
    let token = LinkToken::generate();
    let new = NewPerson { id, email: &email, name, roles, invitation: token.digest(), until: ctx.now().plus(INVITATION) };
    match ctx.store.write(permit, &format!("person:{id}"), |w| w.add_person(&new)) {
        Err(StoreError::Conflict) => Err(Error::Invalid(vec![FieldProblem::new("email", "problem-address-taken")])),
        other => Ok(other.map(|()| Invited { id, link: link(ctx, &token) })?),
    }
}

fn link(ctx: &Ctx, token: &LinkToken) -> String {
    format!("{}/set-up?t={}", ctx.public_url(), token.encode())
}

/// Invites a person again: a new pass-phrase, no passkey or recovery code of before, and no access to any key until a colleague
/// grants it.
///
/// # Errors
/// `NotFound`.
pub fn invite_again(ctx: &Ctx, permit: &Permit<ManagePeople>, id: PersonId) -> Result<Invited, Error> {
    let token = LinkToken::generate();
    let until = ctx.now().plus(INVITATION);
    change(ctx, permit, id, |w| {
        w.invite_again(id, &token.digest(), until)?;
        w.drop_factors(id)
    })?;
    Ok(Invited { id, link: link(ctx, &token) })
}

/// Shuts an account: sessions end and key wraps go in the same transaction.
///
/// # Errors
/// `NotFound`.
pub fn disable(ctx: &Ctx, permit: &Permit<ManagePeople>, id: PersonId) -> Result<(), Error> {
    change(ctx, permit, id, |w| w.set_standing(id, Standing::Disabled))
}

/// Opens a shut account again. Keys have to be granted anew.
///
/// # Errors
/// `NotFound`.
pub fn enable(ctx: &Ctx, permit: &Permit<ManagePeople>, id: PersonId) -> Result<(), Error> {
    change(ctx, permit, id, |w| w.set_standing(id, Standing::Active))
}

/// Changes roles. Key wraps go when the screener's role goes.
///
/// # Errors
/// `NotFound`, or `Invalid` for a refused pair.
pub fn set_roles(ctx: &Ctx, permit: &Permit<ManagePeople>, id: PersonId, roles: &[Role]) -> Result<(), Error> {
    let roles = parse_roles(roles)?;
    ctx.store.write(permit, &format!("person:{id}"), |w| {
        w.set_roles(id, roles)?;
        if !roles.has(Role::Screener) {
            without(ctx, w, id)?;
        }
        settle_custody(w)?;
        w.end_sessions_of(id)
    })?;
    ctx.look_up_again();
    Ok(())
}

fn change(
    ctx: &Ctx,
    permit: &Permit<ManagePeople>,
    id: PersonId,
    step: impl FnOnce(&mut Writer<'_>) -> Result<(), StoreError>,
) -> Result<(), Error> {
    ctx.store.write(permit, &format!("person:{id}"), |w| {
        step(w)?;
        without(ctx, w, id)?;
        settle_custody(w)?;
        w.end_sessions_of(id)
    })?;
    ctx.look_up_again();
    Ok(())
}
