//! Units that somebody may not see reports of, because they lead or work in them (`security.md` 3, unit-conflict list).
//!
//! `seen_by` is the one filter: every query about released or proposed reports that answers a person goes through it.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::conn::DbBackend;
use super::error::Error;
use super::schema::{reports, staff_conflicts};
use super::tx::{Reader, Writer};
use crate::domain::id::PersonId;
use crate::domain::taxonomy::Code;

/// A query over reports that more conditions can be added to.
pub(super) type Reports<'a> = reports::BoxedQuery<'a, DbBackend>;

/// The query without reports of the areas that `viewer` has a conflict with; `None` is the console or the service itself, which
/// shows nothing to anybody.
pub(super) fn seen_by(query: Reports<'_>, viewer: Option<PersonId>) -> Reports<'_> {
    let Some(viewer) = viewer else { return query };
    let hidden = staff_conflicts::table
        .filter(staff_conflicts::person.eq(viewer.as_bytes().to_vec()))
        .filter(reports::area.eq(staff_conflicts::area.nullable()));
    query.filter(diesel::dsl::not(exists(hidden)))
}

impl Reader<'_> {
    /// The areas a person has a conflict with, in order of their codes.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn conflicts_of(&mut self, person: PersonId) -> Result<Vec<Code>, Error> {
        let codes: Vec<String> = staff_conflicts::table
            .filter(staff_conflicts::person.eq(person.as_bytes().to_vec()))
            .order(staff_conflicts::area)
            .select(staff_conflicts::area)
            .load(self.0)?;
        codes.iter().map(|code| Code::parse(code).ok_or(Error::Broken("an area code does not parse"))).collect()
    }
}

impl Writer<'_> {
    /// Notes a conflict; noting it twice changes nothing.
    ///
    /// # Errors
    /// `Conflict` when there is no such person.
    pub fn add_conflict(&mut self, person: PersonId, area: &Code) -> Result<(), Error> {
        self.remove_conflict(person, area)?;
        let new = (staff_conflicts::person.eq(person.as_bytes().to_vec()), staff_conflicts::area.eq(area.as_str()));
        diesel::insert_into(staff_conflicts::table).values(new).execute(self.0)?;
        Ok(())
    }

    /// Takes a conflict away again; `false` when there was none.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn remove_conflict(&mut self, person: PersonId, area: &Code) -> Result<bool, Error> {
        let row = staff_conflicts::table.find((person.as_bytes().to_vec(), area.as_str()));
        Ok(diesel::delete(row).execute(self.0)? == 1)
    }
}
