//! The unit-conflict list: whose reports somebody may not see because they lead, or work in, that unit (EU 376/2014 asks for
//! independent handlers).
//!
//! Refuses areas that the organisation does not have.

use crate::domain::access::{ManagePeople, Permit};
use crate::domain::id::PersonId;
use crate::domain::problem::FieldProblem;
use crate::domain::taxonomy::Code;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;

/// The areas somebody has a conflict with.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn conflicts(ctx: &Ctx, permit: &Permit<ManagePeople>, person: PersonId) -> Result<Vec<Code>, Error> {
    let _ = permit;
    Ok(ctx.store.read(|r| r.conflicts_of(person))?)
}

/// Notes a conflict. It holds from the next request on.
///
/// # Errors
/// `Invalid` on `area`, `NotFound` when there is no such person.
pub fn add_conflict(ctx: &Ctx, permit: &Permit<ManagePeople>, person: PersonId, area: &str) -> Result<(), Error> {
    let known = Code::parse(area).filter(|code| ctx.taxonomy().area(code.as_str()).is_some());
    let area = known.ok_or_else(|| Error::Invalid(vec![FieldProblem::new("area", "problem-unknown-choice")]))?;
    ctx.store.read(|r| r.account(person))?.ok_or(Error::NotFound)?;
    Ok(ctx.store.write(permit, &format!("person:{person}:conflict"), |w| w.add_conflict(person, &area))?)
}

/// Takes a conflict away, also one with an area that the organisation no longer has.
///
/// # Errors
/// `NotFound` when there was none.
pub fn remove_conflict(ctx: &Ctx, permit: &Permit<ManagePeople>, person: PersonId, area: &str) -> Result<(), Error> {
    let area = Code::parse(area).ok_or(Error::NotFound)?;
    let gone = ctx.store.write(permit, &format!("person:{person}:conflict"), |w| w.remove_conflict(person, &area))?;
    if gone { Ok(()) } else { Err(Error::NotFound) }
}
