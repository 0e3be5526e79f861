//! Grouped counts for trends and digests, read from roll-ups; never a row of a report.

use diesel::prelude::*;

use super::error::Error;
use super::schema::rollups;
use super::tx::Reader;
use crate::domain::period::Period;

/// One roll-up cell. Exact: nothing of this leaves the desk without the disclosure gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Month of release.
    pub period: Period,
    /// Area code; empty when none was released.
    pub area: String,
    /// Category code; empty before triage.
    pub category: String,
    /// Severity code; empty when not answered.
    pub severity: String,
    /// Reports.
    pub reports: u32,
}

impl Reader<'_> {
    /// Every non-empty cell of the months from `first` to `last`, both included.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn counts(&mut self, first: Period, last: Period) -> Result<Vec<Count>, Error> {
        let rows: Vec<(i32, String, String, String, i32)> = rollups::table
            .filter(rollups::period.between(first.number(), last.number()).and(rollups::reports.gt(0)))
            .order((rollups::period, rollups::area, rollups::category, rollups::severity))
            .select((rollups::period, rollups::area, rollups::category, rollups::severity, rollups::reports))
            .load(self.0)?;
        rows.into_iter()
            .map(|(period, area, category, severity, reports)| {
                Ok(Count {
                    period: Period::from_number(period).ok_or(Error::Broken("unknown period"))?,
                    area,
                    category,
                    severity,
                    reports: u32::try_from(reports).unwrap_or(0),
                })
            })
            .collect()
    }
}
