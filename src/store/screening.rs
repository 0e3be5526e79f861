//! Reports on the screening desk: sealed rows out, proposed and released wordings (sealed with the data key) in.
//!
//! Refuses to release what its own proposer confirms: the guarded update asks for another person.

use diesel::prelude::*;

use super::conflicts::seen_by;
use super::conn::DbBackend;
use super::error::Error;
use super::schema::{report_keys, reports, rollups};
use super::tx::{Reader, Writer};
use crate::domain::clock::Moment;
use crate::domain::conversation::Consent;
use crate::domain::id::{PersonId, ReportId};
use crate::domain::period::Period;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::report::{Coding, ScreeningItem, Status};
use crate::domain::sealed::Envelope;

/// What it takes to open a raw report.
pub struct RawRow {
    /// As the list shows it.
    pub item: ScreeningItem,
    /// What its ciphertexts are bound to.
    pub receipt: ReceiptDigest,
    /// The report's key, sealed to the screening pair.
    pub raw_key: Envelope,
    /// The payload under that key.
    pub raw: Envelope,
    /// What answers to the reporter are sealed to.
    pub reply_key: Vec<u8>,
}

/// A wording that waits for the second screener.
pub struct ProposalRow {
    /// As the list shows it.
    pub item: ScreeningItem,
    /// Who proposed it.
    pub proposed_by: PersonId,
    /// The wording, sealed with the data key.
    pub text: Envelope,
    /// The coarse facts proposed with it.
    pub coding: Coding,
    /// What messages to its reporter are bound to.
    pub receipt: ReceiptDigest,
    /// What they are sealed to.
    pub reply_key: Vec<u8>,
}

type ItemColumns = (Vec<u8>, String, i32, bool, String);

macro_rules! item_columns {
    () => {
        (reports::id, reports::status, reports::week, reports::urgent, reports::reporter)
    };
}

fn item((id, status, week, urgent, reporter): ItemColumns) -> Result<ScreeningItem, Error> {
    Ok(ScreeningItem {
        id: ReportId::from_bytes(sixteen(id)?),
        status: Status::from_code(&status).ok_or(Error::Broken("unknown status"))?,
        week,
        urgent,
        blur: reporter == Consent::Blur.code(),
    })
}

/// Reads a 16-byte id column.
pub(super) fn sixteen(bytes: Vec<u8>) -> Result<[u8; 16], Error> {
    bytes.try_into().map_err(|_| Error::Broken("an id is not 16 bytes"))
}

impl Reader<'_> {
    /// What waits for a screener, urgent first, then by week; inside a week in the order of random ids. A sealed report names no
    /// area yet; proposals of areas that `viewer` may not see are left out.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn screening_list(&mut self, viewer: Option<PersonId>, limit: i64) -> Result<Vec<ScreeningItem>, Error> {
        let rows: Vec<ItemColumns> = seen_by(reports::table.into_boxed::<DbBackend>(), viewer)
            .filter(reports::status.eq_any([Status::Screening.code(), Status::Proposed.code()]))
            // What nobody screened in time has no text any more; a wording proposed before can still be released.
            .filter(reports::raw_due.gt(0).or(reports::status.eq(Status::Proposed.code())))
            .order((reports::urgent.desc(), reports::week.asc(), reports::id.asc()))
            .limit(limit)
            .select(item_columns!())
            .load(self.0)?;
        rows.into_iter().map(item).collect()
    }

    /// One raw row on the screening desk.
    ///
    /// # Errors
    /// `NotFound` when it is not there or has left the desk.
    pub fn raw_report(&mut self, id: ReportId) -> Result<RawRow, Error> {
        type Row = (ItemColumns, Vec<u8>, Vec<u8>, Vec<u8>);
        let (columns, receipt, raw, reply_key): Row = reports::table
            .find(id.as_bytes().to_vec())
            .filter(reports::status.eq_any([Status::Screening.code(), Status::Proposed.code()]))
            .filter(reports::raw_due.gt(0))
            .select((item_columns!(), reports::receipt, reports::raw, reports::reply_key))
            .first(self.0)?;
        let raw_key: Vec<u8> = report_keys::table.find(&receipt).select(report_keys::raw_key).first(self.0)?;
        Ok(RawRow {
            item: item(columns)?,
            receipt: ReceiptDigest(receipt.try_into().map_err(|_| Error::Broken("a receipt digest is not 32 bytes"))?),
            raw_key: Envelope::from_bytes(raw_key),
            raw: Envelope::from_bytes(raw),
            reply_key,
        })
    }

    /// One proposal.
    ///
    /// # Errors
    /// `NotFound` when there is none, or when it is of an area that `viewer` may not see.
    pub fn proposal(&mut self, viewer: Option<PersonId>, id: ReportId) -> Result<ProposalRow, Error> {
        type Row = (ItemColumns, Option<Vec<u8>>, Option<Vec<u8>>, Vec<u8>, Vec<u8>);
        let (columns, proposed_by, text, receipt, reply_key): Row = seen_by(reports::table.into_boxed::<DbBackend>(), viewer)
            .filter(reports::id.eq(id.as_bytes().to_vec()))
            .filter(reports::status.eq(Status::Proposed.code()))
            .select((item_columns!(), reports::proposed_by, reports::released_text, reports::receipt, reports::reply_key))
            .first(self.0)?;
        Ok(ProposalRow {
            item: item(columns)?,
            proposed_by: PersonId::from_bytes(sixteen(proposed_by.ok_or(Error::Broken("a proposal without proposer"))?)?),
            text: Envelope::from_bytes(text.ok_or(Error::Broken("a proposal without text"))?),
            coding: self.coding(id)?,
            receipt: ReceiptDigest(receipt.try_into().map_err(|_| Error::Broken("a receipt digest is not 32 bytes"))?),
            reply_key,
        })
    }
}

impl Writer<'_> {
    /// Puts a proposed wording beside the sealed raw text.
    ///
    /// # Errors
    /// `Conflict` when the report has left the screening desk meanwhile.
    pub fn propose(&mut self, id: ReportId, by: PersonId, text: &Envelope, coding: &Coding) -> Result<(), Error> {
        let code = |c: &Option<crate::domain::taxonomy::Code>| c.as_ref().map(|c| c.as_str().to_owned());
        let changed = diesel::update(reports::table.find(id.as_bytes().to_vec()).filter(reports::status.eq(Status::Screening.code())))
            .set((
                reports::status.eq(Status::Proposed.code()),
                reports::proposed_by.eq(Some(by.as_bytes().to_vec())),
                reports::released_text.eq(Some(text.as_bytes().to_vec())),
                reports::kind.eq(coding.kind.code()),
                reports::area.eq(code(&coding.area)),
                reports::day_part.eq(code(&coding.day_part)),
                reports::phase.eq(code(&coding.phase)),
                reports::detection.eq(code(&coding.detection)),
                reports::recovery.eq(code(&coding.recovery)),
                reports::severity.eq(code(&coding.severity)),
            ))
            .execute(self.0)?;
        if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
    }

    /// Releases a proposal into the month of `now` and counts it; one that came back from its reporter stays in the month it was in. With
    /// `second`, only another person than the proposer may. The week of arrival is forgotten, and the raw text ends by `raw_until` at
    /// the latest.
    ///
    /// # Errors
    /// `Conflict` when there is no such proposal, or when the second screener is the first.
    pub fn release(&mut self, id: ReportId, now: Moment, second: Option<PersonId>, raw_until: i32) -> Result<(), Error> {
        let proposal = self.reading().proposal(second, id)?;
        if second == Some(proposal.proposed_by) {
            return Err(Error::Conflict);
        }
        let (before, week): (i32, i32) =
            reports::table.find(id.as_bytes().to_vec()).select((reports::released_period, reports::week)).first(self.0)?;
        let period = Period::from_number(before).filter(|_| before > 0).unwrap_or_else(|| now.period());
        let changed = diesel::update(reports::table.find(id.as_bytes().to_vec()).filter(reports::status.eq(Status::Proposed.code())))
            .set((
                reports::status.eq(Status::Released.code()),
                reports::reporter.eq(Consent::Open.code()),
                reports::released_period.eq(period.number()),
                reports::week.eq(0),
                reports::version.eq(reports::version + 1),
            ))
            .execute(self.0)?;
        if changed != 1 {
            return Err(Error::Conflict);
        }
        if let Some(arrived) = Moment::monday_of(week) {
            self.count_wait(period, (now.monday() - arrived) / 7)?;
        }
        let later = reports::table.find(id.as_bytes().to_vec()).filter(reports::raw_due.gt(raw_until));
        diesel::update(later).set(reports::raw_due.eq(raw_until)).execute(self.0)?;
        if proposal.coding.excluded { Ok(()) } else { self.count(period, &proposal.coding, false, 1) }
    }

    /// Sends a proposal back to the desk.
    ///
    /// # Errors
    /// `Conflict` when there is no such proposal, `NotFound` when it is of an area that `viewer` may not see.
    pub fn send_back(&mut self, viewer: Option<PersonId>, id: ReportId) -> Result<(), Error> {
        self.reading().proposal(viewer, id)?;
        let changed = diesel::update(reports::table.find(id.as_bytes().to_vec()).filter(reports::status.eq(Status::Proposed.code())))
            .set((
                reports::status.eq(Status::Screening.code()),
                reports::proposed_by.eq(None::<Vec<u8>>),
                reports::released_text.eq(None::<Vec<u8>>),
            ))
            .execute(self.0)?;
        if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
    }

    /// Moves one report, closed or not, in or out of the roll-up cell that its codes name.
    pub(super) fn count(&mut self, period: Period, coding: &Coding, closed: bool, by: i32) -> Result<(), Error> {
        let part = |c: &Option<crate::domain::taxonomy::Code>| c.as_ref().map_or_else(String::new, |c| c.as_str().to_owned());
        let cell = (period.number(), part(&coding.area), part(&coding.category), part(&coding.severity));
        let of_closed = if closed { by } else { 0 };
        let changed = diesel::update(rollups::table.find(cell.clone()))
            .set((rollups::reports.eq(rollups::reports + by), rollups::closed.eq(rollups::closed + of_closed)))
            .execute(self.0)?;
        if changed == 0 {
            diesel::insert_into(rollups::table)
                .values((
                    rollups::period.eq(cell.0),
                    rollups::area.eq(cell.1),
                    rollups::category.eq(cell.2),
                    rollups::severity.eq(cell.3),
                    rollups::reports.eq(by),
                    rollups::closed.eq(of_closed),
                ))
                .execute(self.0)?;
        }
        Ok(())
    }
}
