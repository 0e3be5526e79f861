//! Bursts that an analyst has settled. Refuses to know what a burst is.

use diesel::prelude::*;

use super::error::Error;
use super::schema::settled_bursts;
use super::tx::{Reader, Writer};
use crate::domain::period::Period;

impl Reader<'_> {
    /// Every settled burst: month and area code, empty where none was stated.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn settled_bursts(&mut self) -> Result<Vec<(Period, String)>, Error> {
        let rows: Vec<(i32, String)> = settled_bursts::table.load(self.0)?;
        rows.into_iter().map(|(period, area)| Ok((Period::from_number(period).ok_or(Error::Broken("unknown period"))?, area))).collect()
    }
}

impl Writer<'_> {
    /// Notes that a burst counts; noting it twice changes nothing.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn settle_burst(&mut self, month: Period, area: &str) -> Result<(), Error> {
        let row = (settled_bursts::period.eq(month.number()), settled_bursts::area.eq(area));
        diesel::delete(settled_bursts::table.find((month.number(), area))).execute(self.0)?;
        diesel::insert_into(settled_bursts::table).values(row).execute(self.0)?;
        Ok(())
    }
}
