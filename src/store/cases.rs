//! Released reports as analysts work on them: filtered pages by key, one case, and its coding.
//!
//! Lists page by (month of release, random id), never by offset, so page 1,000 costs what page 1 costs. Refuses to
//! show anything that has not been released.

use diesel::prelude::*;

use super::conflicts::{Reports, seen_by};
use super::conn::{Db, DbBackend};
use super::error::Error;
use super::messages::consent;
use super::schema::{report_factors, reports};
use super::screening::sixteen;
use super::tx::{Reader, Writer};
use crate::domain::conversation::Consent;
use crate::domain::id::{PersonId, ReportId};
use crate::domain::period::Period;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::report::{CaseSummary, Coding, ReportKind, Status};
use crate::domain::risk::{Band, Barriers, Outcome, Risk};
use crate::domain::sealed::Envelope;
use crate::domain::taxonomy::Code;

/// What a list is narrowed to; `None` means "any".
#[derive(Clone, Debug, Default)]
pub struct CaseFilter {
    /// Where the report stands.
    pub status: Option<Status>,
    /// Area code.
    pub area: Option<Code>,
    /// Category code.
    pub category: Option<Code>,
    /// What kind.
    pub kind: Option<ReportKind>,
    /// Month of release.
    pub period: Option<Period>,
    /// Risk band.
    pub band: Option<Band>,
    /// Only urgent ones.
    pub urgent: bool,
}

/// One page of a list.
pub struct CasePage {
    /// The rows, each with its released wording, sealed with the data key.
    pub items: Vec<(CaseSummary, Envelope)>,
    /// Where the next page begins; `None` on the last one.
    pub next: Option<(Period, ReportId)>,
}

/// One case.
pub struct CaseRow {
    /// The coarse facts.
    pub summary: CaseSummary,
    /// The released wording, sealed with the data key.
    pub text: Envelope,
    /// Counts up with every change, so that two analysts cannot overwrite each other unseen.
    pub version: i32,
    /// What the reporter has said about the wording.
    pub consent: Consent,
}

/// What an analyst sets.
pub struct TriageChange {
    /// The new coding; kind, area and the reporter's own answers stay as they are.
    pub coding: Coding,
    /// Where it stands now.
    pub status: Status,
    /// Synopsis, sealed with the data key.
    pub synopsis: Option<Envelope>,
    /// The version the analyst saw.
    pub version: i32,
}

type CodingColumns = (
    String,
    (Option<String>, Option<String>, Option<String>, Option<String>, Option<String>, Option<String>),
    (Option<String>, Option<String>, Option<String>),
    Option<String>,
    bool,
);
type SummaryColumns = (Vec<u8>, String, i32, bool, Option<Vec<u8>>, CodingColumns);

macro_rules! coding_columns {
    () => {
        (
            reports::kind,
            (reports::area, reports::day_part, reports::phase, reports::detection, reports::recovery, reports::severity),
            (reports::category, reports::outcome, reports::barriers),
            reports::closing,
            reports::excluded,
        )
    };
}

macro_rules! summary_columns {
    () => {
        (reports::id, reports::status, reports::released_period, reports::urgent, reports::synopsis, coding_columns!())
    };
}

fn coding(columns: CodingColumns, factors: Vec<Code>) -> Result<Coding, Error> {
    let (kind, (area, day_part, phase, detection, recovery, severity), (category, outcome, barriers), closing, excluded) = columns;
    let code = |c: Option<String>| c.and_then(|c| Code::parse(&c));
    let risk = match (outcome.as_deref().and_then(Outcome::from_code), barriers.as_deref().and_then(Barriers::from_code)) {
        (Some(outcome), Some(barriers)) => Some(Risk { outcome, barriers }),
        _ => None,
    };
    Ok(Coding {
        kind: ReportKind::from_code(&kind).ok_or(Error::Broken("unknown kind"))?,
        area: code(area),
        day_part: code(day_part),
        phase: code(phase),
        detection: code(detection),
        recovery: code(recovery),
        severity: code(severity),
        category: code(category),
        factors,
        risk,
        closing: code(closing),
        excluded,
    })
}

fn summary(columns: SummaryColumns, factors: Vec<Code>) -> Result<CaseSummary, Error> {
    let (id, status, period, urgent, synopsis, codes) = columns;
    Ok(CaseSummary {
        id: ReportId::from_bytes(sixteen(id)?),
        status: Status::from_code(&status).ok_or(Error::Broken("unknown status"))?,
        released: Period::from_number(period).ok_or(Error::Broken("unknown period"))?,
        coding: coding(codes, factors)?,
        synopsis: synopsis.map(Envelope::from_bytes),
        urgent,
    })
}

/// Risk index range of a band, as `domain/risk.rs` draws the lines.
const fn index_range(band: Band) -> (i32, i32) {
    match band {
        Band::Low => (1, 19),
        Band::Medium => (20, 499),
        Band::High => (500, i32::MAX),
    }
}

/// What a filter leaves of the released reports for `viewer`: the one place that says which reports somebody may list.
pub(super) fn narrowed(filter: &CaseFilter, viewer: Option<PersonId>) -> Reports<'_> {
    // A withdrawn report is closed, but released in no month.
    let mut query = seen_by(reports::table.into_boxed::<DbBackend>(), viewer).filter(reports::released_period.gt(0));
    query = match filter.status {
        Some(status) => query.filter(reports::status.eq(status.code())),
        None => query.filter(reports::status.eq_any(Status::TRIAGE.map(Status::code))),
    };
    if let Some(area) = &filter.area {
        query = query.filter(reports::area.eq(area.as_str()));
    }
    if let Some(category) = &filter.category {
        query = query.filter(reports::category.eq(category.as_str()));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(reports::kind.eq(kind.code()));
    }
    if let Some(period) = filter.period {
        query = query.filter(reports::released_period.eq(period.number()));
    }
    if let Some(band) = filter.band {
        let (low, high) = index_range(band);
        query = query.filter(reports::risk_index.between(low, high));
    }
    if filter.urgent {
        query = query.filter(reports::urgent.eq(true));
    }
    query
}

impl Reader<'_> {
    /// One page of the released reports that `viewer` may see, newest month first.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn case_page(
        &mut self,
        viewer: Option<PersonId>,
        filter: &CaseFilter,
        after: Option<(Period, ReportId)>,
        limit: usize,
    ) -> Result<CasePage, Error> {
        let mut query = narrowed(filter, viewer);
        if let Some((period, id)) = after {
            let (number, key) = (period.number(), id.as_bytes().to_vec());
            query = query.filter(reports::released_period.lt(number).or(reports::released_period.eq(number).and(reports::id.gt(key))));
        }
        let mut rows: Vec<(SummaryColumns, Option<Vec<u8>>)> = query
            .order((reports::released_period.desc(), reports::id.asc()))
            .limit(i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1))
            .select((summary_columns!(), reports::released_text))
            .load(self.0)?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let items =
            rows.into_iter().map(|(row, text)| Ok((summary(row, Vec::new())?, sealed_text(text)?))).collect::<Result<Vec<_>, Error>>()?;
        let next = items.last().filter(|_| more).map(|(last, _)| (last.released, last.id));
        Ok(CasePage { items, next })
    }

    /// How many of the released reports that `viewer` may see a filter leaves.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn case_count(&mut self, viewer: Option<PersonId>, filter: &CaseFilter) -> Result<i64, Error> {
        Ok(narrowed(filter, viewer).count().get_result(self.0)?)
    }

    /// One released case.
    ///
    /// # Errors
    /// `NotFound` when it is not there, not released, or of an area that `viewer` may not see.
    pub fn case(&mut self, viewer: Option<PersonId>, id: ReportId) -> Result<CaseRow, Error> {
        type Row = (SummaryColumns, Option<Vec<u8>>, i32, String);
        let (columns, text, version, said): Row = seen_by(reports::table.into_boxed::<DbBackend>(), viewer)
            .filter(reports::id.eq(id.as_bytes().to_vec()))
            .filter(reports::status.eq_any(Status::TRIAGE.map(Status::code)).and(reports::released_period.gt(0)))
            .select((summary_columns!(), reports::released_text, reports::version, reports::reporter))
            .first(self.0)?;
        let factors = factors_of(self.0, id)?;
        Ok(CaseRow { summary: summary(columns, factors)?, text: sealed_text(text)?, version, consent: consent(&said)? })
    }

    /// Released reports by id, in the order of the ids; one that is not released, or not there, is left out.
    pub(super) fn cases_in_order(&mut self, ids: &[ReportId]) -> Result<Vec<(CaseSummary, Envelope)>, Error> {
        let rows: Vec<(SummaryColumns, Option<Vec<u8>>)> = narrowed(&CaseFilter::default(), None)
            .filter(reports::id.eq_any(ids.iter().map(|id| id.as_bytes().to_vec()).collect::<Vec<_>>()))
            .select((summary_columns!(), reports::released_text))
            .load(self.0)?;
        let mut items =
            rows.into_iter().map(|(row, text)| Ok((summary(row, Vec::new())?, sealed_text(text)?))).collect::<Result<Vec<_>, Error>>()?;
        items.sort_by_key(|(case, _)| ids.iter().position(|id| *id == case.id));
        Ok(items)
    }

    /// The coarse facts of a proposal or case.
    pub(super) fn coding(&mut self, id: ReportId) -> Result<Coding, Error> {
        let columns: CodingColumns = reports::table.find(id.as_bytes().to_vec()).select(coding_columns!()).first(self.0)?;
        let factors = factors_of(self.0, id)?;
        coding(columns, factors)
    }
}

fn sealed_text(bytes: Option<Vec<u8>>) -> Result<Envelope, Error> {
    bytes.map(Envelope::from_bytes).ok_or(Error::Broken("a released report without text"))
}

fn factors_of(db: &mut Db, id: ReportId) -> Result<Vec<Code>, Error> {
    let codes: Vec<String> = report_factors::table
        .filter(report_factors::report.eq(id.as_bytes().to_vec()))
        .order(report_factors::factor)
        .select(report_factors::factor)
        .load(db)?;
    Ok(codes.iter().filter_map(|c| Code::parse(c)).collect())
}

impl Writer<'_> {
    /// Writes an analyst's coding and keeps the roll-ups in step.
    ///
    /// # Errors
    /// `Conflict` when somebody changed the case since; `NotFound` when it is not released or not for `viewer` to see.
    pub fn triage(&mut self, viewer: Option<PersonId>, id: ReportId, change: &TriageChange) -> Result<(), Error> {
        let before = self.reading().case(viewer, id)?;
        let code = |c: &Option<Code>| c.as_ref().map(|c| c.as_str().to_owned());
        let new = &change.coding;
        let row = reports::table.find(id.as_bytes().to_vec()).filter(reports::version.eq(change.version));
        let changed = diesel::update(row)
            .set((
                reports::status.eq(change.status.code()),
                reports::category.eq(code(&new.category)),
                reports::outcome.eq(new.risk.map(|r| r.outcome.code())),
                reports::barriers.eq(new.risk.map(|r| r.barriers.code())),
                reports::risk_index.eq(new.risk.map_or(0, Risk::index)),
                reports::closing.eq(code(&new.closing)),
                reports::excluded.eq(new.excluded),
                reports::synopsis.eq(change.synopsis.as_ref().map(|e| e.as_bytes().to_vec())),
                reports::version.eq(reports::version + 1),
            ))
            .execute(self.0)?;
        if changed != 1 {
            return Err(Error::Conflict);
        }
        self.replace_factors(id, &new.factors)?;
        self.recount(&before.summary, new, change.status == Status::Closed)
    }

    /// Puts a wording with more hidden, and its synopsis, in the place of what an analyst saw as `version`; returns the receipt
    /// that the raw text's keys are found by.
    ///
    /// # Errors
    /// `Conflict` when somebody changed the case since.
    pub fn replace_released(
        &mut self,
        id: ReportId,
        version: i32,
        text: &Envelope,
        synopsis: Option<&Envelope>,
    ) -> Result<ReceiptDigest, Error> {
        let changed = diesel::update(reports::table.find(id.as_bytes().to_vec()).filter(reports::version.eq(version)))
            .set((
                reports::released_text.eq(Some(text.as_bytes().to_vec())),
                reports::synopsis.eq(synopsis.map(|e| e.as_bytes().to_vec())),
                reports::version.eq(reports::version + 1),
            ))
            .execute(self.0)?;
        if changed != 1 {
            return Err(Error::Conflict);
        }
        let receipt: Vec<u8> = reports::table.find(id.as_bytes().to_vec()).select(reports::receipt).first(self.0)?;
        Ok(ReceiptDigest(receipt.try_into().map_err(|_| Error::Broken("a receipt digest is not 32 bytes"))?))
    }

    fn replace_factors(&mut self, id: ReportId, factors: &[Code]) -> Result<(), Error> {
        diesel::delete(report_factors::table.filter(report_factors::report.eq(id.as_bytes().to_vec()))).execute(self.0)?;
        for factor in factors {
            diesel::insert_into(report_factors::table)
                .values((report_factors::report.eq(id.as_bytes().to_vec()), report_factors::factor.eq(factor.as_str())))
                .execute(self.0)?;
        }
        Ok(())
    }

    fn recount(&mut self, before: &CaseSummary, after: &Coding, closed: bool) -> Result<(), Error> {
        let was_closed = before.status == Status::Closed;
        if before.coding.category == after.category && before.coding.excluded == after.excluded && was_closed == closed {
            return Ok(());
        }
        if !before.coding.excluded {
            self.count(before.released, &before.coding, was_closed, -1)?;
        }
        if after.excluded {
            return Ok(());
        }
        let moved = Coding { category: after.category.clone(), ..before.coding.clone() };
        self.count(before.released, &moved, closed, 1)
    }
}
