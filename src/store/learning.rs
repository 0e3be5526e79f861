//! Corrective actions and lessons as sealed records, and what is added up about waiting and telling.
//!
//! What a record says is inside the seal; state and people stand outside, so that the database itself refuses that somebody publishes what they
//! wrote. A change names the bytes it was made from.

use diesel::dsl::{count_star, sum};
use diesel::prelude::*;

use super::error::Error;
use super::schema::{learning, reports, rollups, waits};
use super::screening::sixteen;
use super::tx::{Reader, Writer};
use crate::domain::conversation::Consent;
use crate::domain::id::{PersonId, ReportId};
use crate::domain::period::Period;
use crate::domain::report::Status;
use crate::domain::sealed::Envelope;
use crate::domain::span::{Pace, Span};

/// Which of the two a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LearningKind {
    /// A corrective action.
    Action,
    /// A lesson.
    Lesson,
}

impl LearningKind {
    const fn code(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::Lesson => "lesson",
        }
    }
}

/// Where a record stands for the public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publicity {
    /// For the desk only.
    Open,
    /// Published in this month, by another person than wrote it.
    Published(Period),
    /// Was published and taken back.
    Withdrawn,
}

/// One record.
#[derive(Clone)]
pub struct LearningRow {
    /// Random id.
    pub id: [u8; 16],
    /// Where it stands.
    pub publicity: Publicity,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// What it says.
    pub sealed: Envelope,
}

type Raw = (Vec<u8>, String, Vec<u8>, i32, Vec<u8>);

fn row((id, state, written_by, month, sealed): Raw) -> Result<LearningRow, Error> {
    let publicity = match state.as_str() {
        "open" => Publicity::Open,
        "published" => Publicity::Published(Period::from_number(month).ok_or(Error::Broken("unknown period"))?),
        "withdrawn" => Publicity::Withdrawn,
        _ => return Err(Error::Broken("unknown state of a lesson")),
    };
    Ok(LearningRow {
        id: sixteen(id)?,
        publicity,
        written_by: PersonId::from_bytes(sixteen(written_by)?),
        sealed: Envelope::from_bytes(sealed),
    })
}

/// Longest wait of each class, in whole weeks; the last class is longer than any.
const WAIT_CLASSES: [i32; 5] = [1, 2, 4, 8, i32::MAX];

/// First month of a month's quarter.
fn quarter(period: Period) -> i32 {
    Span::holding(period, Pace::Quarter).first().number()
}

impl Reader<'_> {
    /// Every record of a kind, in the order of random ids.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn learning(&mut self, kind: LearningKind) -> Result<Vec<LearningRow>, Error> {
        let rows: Vec<Raw> = learning::table
            .filter(learning::kind.eq(kind.code()))
            .order(learning::id)
            .select((learning::id, learning::state, learning::written_by, learning::month, learning::sealed))
            .load(self.0)?;
        rows.into_iter().map(row).collect()
    }

    /// One record.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn learning_record(&mut self, kind: LearningKind, id: [u8; 16]) -> Result<LearningRow, Error> {
        let found: Raw = learning::table
            .find(id.to_vec())
            .filter(learning::kind.eq(kind.code()))
            .select((learning::id, learning::state, learning::written_by, learning::month, learning::sealed))
            .first(self.0)?;
        row(found)
    }

    /// Waits of the quarters from that of `first` on: longest wait of the class in weeks, and reports.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn waits(&mut self, first: Period) -> Result<Vec<(i32, u32)>, Error> {
        let rows: Vec<(i32, i32)> = waits::table
            .filter(waits::quarter.ge(quarter(first)))
            .order(waits::weeks)
            .select((waits::weeks, waits::reports))
            .load(self.0)?;
        Ok(rows.into_iter().map(|(weeks, reports)| (weeks, u32::try_from(reports).unwrap_or(0))).collect())
    }

    /// ISO weeks in which reports came that no screener has released yet, and how many of each.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn waiting_since(&mut self) -> Result<Vec<(i32, u32)>, Error> {
        let waiting = [Status::Screening, Status::Proposed].map(Status::code);
        let weeks: Vec<(i32, i64)> = reports::table
            .filter(reports::status.eq_any(waiting).and(reports::week.gt(0)))
            .group_by(reports::week)
            .select((reports::week, count_star()))
            .load(self.0)?;
        Ok(weeks.into_iter().map(|(week, reports)| (week, u32::try_from(reports).unwrap_or(u32::MAX))).collect())
    }

    /// Reports that count of those released from `first` to `last`, and those of them that are closed: their reporters were told what came of it.
    /// Read from roll-ups.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn closed(&mut self, first: Period, last: Period) -> Result<(u32, u32), Error> {
        let sums: (Option<i64>, Option<i64>) = rollups::table
            .filter(rollups::period.between(first.number(), last.number()))
            .select((sum(rollups::reports), sum(rollups::closed)))
            .first(self.0)?;
        let [all, closed] = [sums.0, sums.1].map(|n| u32::try_from(n.unwrap_or(0)).unwrap_or(0));
        Ok((all, closed))
    }

    /// The youngest month in which one of these reports was released; `None` when none of them is on the desk any more.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn youngest_release(&mut self, ids: &[ReportId]) -> Result<Option<Period>, Error> {
        let ids: Vec<Vec<u8>> = ids.iter().map(|id| id.as_bytes().to_vec()).collect();
        let last: Option<i32> = reports::table
            .filter(reports::id.eq_any(ids))
            .filter(reports::released_period.gt(0))
            .select(diesel::dsl::max(reports::released_period))
            .first(self.0)?;
        Ok(last.and_then(Period::from_number))
    }

    /// Whether the reporter of one of these reports wants more hidden, or took it back.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn objected(&mut self, ids: &[ReportId]) -> Result<bool, Error> {
        let ids: Vec<Vec<u8>> = ids.iter().map(|id| id.as_bytes().to_vec()).collect();
        let objecting = [Consent::Blur, Consent::Withdrawn].map(Consent::code);
        let count: i64 =
            reports::table.filter(reports::id.eq_any(ids)).filter(reports::reporter.eq_any(objecting)).count().get_result(self.0)?;
        Ok(count > 0)
    }
}

impl Writer<'_> {
    /// Adds a record.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn add_learning(&mut self, kind: LearningKind, id: [u8; 16], by: PersonId, sealed: &Envelope) -> Result<(), Error> {
        diesel::insert_into(learning::table)
            .values((
                learning::id.eq(id.to_vec()),
                learning::kind.eq(kind.code()),
                learning::state.eq("open"),
                learning::written_by.eq(by.as_bytes().to_vec()),
                learning::month.eq(0),
                learning::sealed.eq(sealed.as_bytes()),
            ))
            .execute(self.0)?;
        Ok(())
    }

    /// Puts `new` in place of `old`, written by `by`. What is published stays as it is.
    ///
    /// # Errors
    /// `Conflict` when the record is no longer `old`, or is published.
    pub fn change_learning(&mut self, id: [u8; 16], by: PersonId, old: &Envelope, new: &Envelope) -> Result<(), Error> {
        let row = learning::table.find(id.to_vec()).filter(learning::sealed.eq(old.as_bytes().to_vec()).and(learning::state.eq("open")));
        let changed = diesel::update(row)
            .set((learning::sealed.eq(new.as_bytes().to_vec()), learning::written_by.eq(by.as_bytes().to_vec())))
            .execute(self.0)?;
        if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
    }

    /// Publishes a record that stands as `seen`.
    ///
    /// # Errors
    /// `Conflict` when it was changed meanwhile, is not open, or was written by `by`.
    pub fn publish_learning(&mut self, id: [u8; 16], by: PersonId, month: Period, seen: &Envelope) -> Result<(), Error> {
        let by = by.as_bytes().to_vec();
        let open = learning::state.eq("open").and(learning::written_by.ne(by.clone()));
        let row = learning::table.find(id.to_vec()).filter(open.and(learning::sealed.eq(seen.as_bytes().to_vec())));
        let set = (learning::state.eq("published"), learning::approved_by.eq(Some(by)), learning::month.eq(month.number()));
        let changed = diesel::update(row).set(set).execute(self.0)?;
        if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
    }

    /// Takes a published record back.
    ///
    /// # Errors
    /// `Conflict` when it is not published.
    pub fn take_back_learning(&mut self, id: [u8; 16]) -> Result<(), Error> {
        let row = learning::table.find(id.to_vec()).filter(learning::state.eq("published"));
        let changed = diesel::update(row).set(learning::state.eq("withdrawn")).execute(self.0)?;
        if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
    }

    /// Counts one report that waited `weeks` whole weeks until its release in `period`.
    pub(super) fn count_wait(&mut self, period: Period, weeks: i32) -> Result<(), Error> {
        let class = WAIT_CLASSES.into_iter().find(|most| weeks <= *most).unwrap_or(i32::MAX);
        let cell = (quarter(period), class);
        let changed = diesel::update(waits::table.find(cell)).set(waits::reports.eq(waits::reports + 1)).execute(self.0)?;
        if changed == 0 {
            diesel::insert_into(waits::table)
                .values((waits::quarter.eq(cell.0), waits::weeks.eq(cell.1), waits::reports.eq(1)))
                .execute(self.0)?;
        }
        Ok(())
    }
}
