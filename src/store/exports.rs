//! Released reports as an export takes them: their coarse facts by month, their wordings by id.
//!
//! Refuses what may not leave: withdrawn reports, those whose reporter wants more hidden, and those left out of every count.

use diesel::prelude::*;

use super::cases::{CaseFilter, narrowed};
use super::error::Error;
use super::schema::{audit, reports};
use super::screening::sixteen;
use super::tx::Reader;
use crate::domain::access::{Act, ExportReports};
use crate::domain::conversation::Consent;
use crate::domain::id::ReportId;
use crate::domain::period::Period;
use crate::domain::sealed::Envelope;

/// What is known of one report, as codes; an empty one was not answered.
pub struct Exportable {
    /// Random id, which stays here.
    pub id: ReportId,
    /// Month of release.
    pub released: Period,
    /// What kind.
    pub kind: String,
    /// Area.
    pub area: String,
    /// Quarter of the day.
    pub day_part: String,
    /// Severity.
    pub severity: String,
    /// Hazard category.
    pub category: String,
}

type Columns = (Vec<u8>, i32, String, Option<String>, Option<String>, Option<String>, Option<String>);

impl Reader<'_> {
    /// Every report released from `first` to `last`, both included, that may leave.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn exportable(&mut self, first: Period, last: Period) -> Result<Vec<Exportable>, Error> {
        let rows: Vec<Columns> = narrowed(&CaseFilter::default(), None)
            .filter(reports::released_period.between(first.number(), last.number()))
            .filter(reports::excluded.eq(false))
            .filter(reports::reporter.eq_any([Consent::Open.code(), Consent::Approved.code()]))
            .select((
                reports::id,
                reports::released_period,
                reports::kind,
                reports::area,
                reports::day_part,
                reports::severity,
                reports::category,
            ))
            .load(self.0)?;
        rows.into_iter()
            .map(|(id, period, kind, area, day_part, severity, category)| {
                Ok(Exportable {
                    id: ReportId::from_bytes(sixteen(id)?),
                    released: Period::from_number(period).ok_or(Error::Broken("unknown period"))?,
                    kind,
                    area: area.unwrap_or_default(),
                    day_part: day_part.unwrap_or_default(),
                    severity: severity.unwrap_or_default(),
                    category: category.unwrap_or_default(),
                })
            })
            .collect()
    }

    /// The released wordings of these reports, in no order; one that may not leave any more is not among them.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn exportable_texts(&mut self, ids: &[ReportId]) -> Result<Vec<(ReportId, Envelope)>, Error> {
        let rows: Vec<(Vec<u8>, Option<Vec<u8>>)> = narrowed(&CaseFilter::default(), None)
            .filter(reports::id.eq_any(ids.iter().map(|id| id.as_bytes().to_vec()).collect::<Vec<_>>()))
            .filter(reports::excluded.eq(false))
            .filter(reports::reporter.eq_any([Consent::Open.code(), Consent::Approved.code()]))
            .select((reports::id, reports::released_text))
            .load(self.0)?;
        let sealed =
            |(id, text): (Vec<u8>, Option<Vec<u8>>)| Some(Ok((ReportId::from_bytes(sixteen(id).ok()?), Envelope::from_bytes(text?))));
        rows.into_iter().filter_map(sealed).collect()
    }

    /// What every export that is still in the audit log was of, the one being written included.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn exports(&mut self) -> Result<Vec<String>, Error> {
        Ok(audit::table.filter(audit::verb.eq(ExportReports::VERB)).select(audit::object).load(self.0)?)
    }
}
