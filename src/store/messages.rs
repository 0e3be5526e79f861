//! Messages between the desk and a reporter, and what was released of them later: envelopes with a place, no time.
//!
//! Refuses an addendum that its own proposer confirms.

use diesel::prelude::*;

use super::conn::Db;
use super::error::Error;
use super::schema::{addenda, messages, reports, wordings};
use super::screening::sixteen;
use super::tx::{Reader, Writer};
use crate::domain::conversation::{Consent, Side};
use crate::domain::id::{PersonId, ReportId};
use crate::domain::period::Period;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::report::Status;
use crate::domain::sealed::Envelope;

/// Messages of one report that the desk shows at most; the newest ones.
const DESK_MAX: i64 = 200;

/// One stored message.
pub struct MessageRow {
    /// Its place in the conversation, from 1.
    pub position: i32,
    /// Whose envelope it is.
    pub side: Side,
    /// The message.
    pub sealed: Envelope,
    /// Whether a screener has dealt with it; means something for the reporter's side only.
    pub settled: bool,
}

/// One message on its way in.
pub struct NewMessage {
    /// Random, or drawn from what is said, so that the same message sent again is the same row.
    pub id: [u8; 16],
    /// Whose envelope it is.
    pub side: Side,
    /// The message.
    pub sealed: Envelope,
}

/// Where messages to one report's reporter go.
pub struct Addressee {
    /// What the messages are bound to.
    pub receipt: ReceiptDigest,
    /// What they are sealed to.
    pub reply_key: Vec<u8>,
    /// Where the report stands.
    pub status: Status,
    /// What the reporter has said about the wording.
    pub consent: Consent,
}

/// Something released after the wording.
pub struct AddendumRow {
    /// Place of the answer it came from.
    pub position: i32,
    /// Who proposed it.
    pub proposed_by: PersonId,
    /// Month of release; `None` while it waits for a second screener.
    pub released: Option<Period>,
    /// The text, sealed with the data key.
    pub sealed: Envelope,
}

pub(super) type MessageColumns = (i32, String, Vec<u8>, bool);

pub(super) fn message((position, side, sealed, settled): MessageColumns) -> Result<MessageRow, Error> {
    let side = Side::from_code(&side).ok_or(Error::Broken("unknown side of a message"))?;
    Ok(MessageRow { position, side, sealed: Envelope::from_bytes(sealed), settled })
}

pub(super) fn consent(code: &str) -> Result<Consent, Error> {
    Consent::from_code(code).ok_or(Error::Broken("unknown word of a reporter"))
}

/// Puts messages at the end of a conversation. Two writers at once: the place is taken, the second gets `Conflict`.
pub(super) fn append(db: &mut Db, receipt: &ReceiptDigest, new: &[NewMessage]) -> Result<(), Error> {
    let of_report = messages::table.filter(messages::receipt.eq(receipt.0.to_vec()));
    let last: Option<i32> = of_report.select(diesel::dsl::max(messages::position)).first(db)?;
    for (position, m) in (last.unwrap_or(0) + 1..).zip(new) {
        diesel::insert_into(messages::table)
            .values((
                messages::id.eq(m.id.to_vec()),
                messages::receipt.eq(receipt.0.to_vec()),
                messages::position.eq(position),
                messages::side.eq(m.side.code()),
                messages::sealed.eq(m.sealed.as_bytes().to_vec()),
            ))
            .execute(db)?;
    }
    Ok(())
}

impl Reader<'_> {
    /// Where messages to a report's reporter go.
    ///
    /// # Errors
    /// `NotFound` when there is no such report or its reporter has withdrawn it.
    pub fn addressee(&mut self, id: ReportId) -> Result<Addressee, Error> {
        let (receipt, reply_key, status, said): (Vec<u8>, Vec<u8>, String, String) = reports::table
            .find(id.as_bytes().to_vec())
            .filter(reports::reporter.ne(Consent::Withdrawn.code()))
            .select((reports::receipt, reports::reply_key, reports::status, reports::reporter))
            .first(self.0)?;
        Ok(Addressee {
            receipt: ReceiptDigest(receipt.try_into().map_err(|_| Error::Broken("a receipt digest is not 32 bytes"))?),
            reply_key,
            status: Status::from_code(&status).ok_or(Error::Broken("unknown status"))?,
            consent: consent(&said)?,
        })
    }

    /// A conversation as the desk may have it: its own copies and the reporter's sealed answers, in order.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn conversation(&mut self, receipt: &ReceiptDigest) -> Result<Vec<MessageRow>, Error> {
        let mut rows: Vec<MessageColumns> = messages::table
            .filter(messages::receipt.eq(receipt.0.to_vec()).and(messages::side.ne(Side::Desk.code())))
            .order(messages::position.desc())
            .limit(DESK_MAX)
            .select((messages::position, messages::side, messages::sealed, messages::settled))
            .load(self.0)?;
        rows.reverse();
        rows.into_iter().map(message).collect()
    }

    /// One answer of a reporter.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn answer(&mut self, receipt: &ReceiptDigest, position: i32) -> Result<MessageRow, Error> {
        let of_reporter = messages::receipt.eq(receipt.0.to_vec()).and(messages::side.eq(Side::Reporter.code()));
        message(
            messages::table
                .filter(of_reporter.and(messages::position.eq(position)))
                .select((messages::position, messages::side, messages::sealed, messages::settled))
                .first(self.0)?,
        )
    }

    /// What was released of a report after its wording, and what waits for a second screener, in order.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn addenda(&mut self, id: ReportId) -> Result<Vec<AddendumRow>, Error> {
        let rows: Vec<(i32, Vec<u8>, i32, Vec<u8>)> = addenda::table
            .filter(addenda::report.eq(id.as_bytes().to_vec()))
            .order(addenda::position)
            .select((addenda::position, addenda::proposed_by, addenda::period, addenda::sealed))
            .load(self.0)?;
        rows.into_iter()
            .map(|(position, proposed_by, period, sealed)| {
                Ok(AddendumRow {
                    position,
                    proposed_by: PersonId::from_bytes(sixteen(proposed_by)?),
                    released: Period::from_number(period).filter(|_| period > 0),
                    sealed: Envelope::from_bytes(sealed),
                })
            })
            .collect()
    }

    /// Reports with an answer that nobody has settled, or with an addendum that waits for a second screener.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn reports_with_answers(&mut self, limit: i64) -> Result<Vec<ReportId>, Error> {
        let open = messages::side.eq(Side::Reporter.code()).and(messages::settled.eq(false));
        let answered: Vec<Vec<u8>> = reports::table
            .inner_join(messages::table.on(messages::receipt.eq(reports::receipt)))
            .filter(open)
            .select(reports::id)
            .distinct()
            .order(reports::id)
            .limit(limit)
            .load(self.0)?;
        let proposed: Vec<Vec<u8>> =
            addenda::table.filter(addenda::period.eq(0)).select(addenda::report).distinct().limit(limit).load(self.0)?;
        let all: std::collections::BTreeSet<Vec<u8>> = answered.into_iter().chain(proposed).collect();
        all.into_iter().map(|id| Ok(ReportId::from_bytes(sixteen(id)?))).collect()
    }
}

impl Writer<'_> {
    /// Puts messages at the end of a report's conversation.
    ///
    /// # Errors
    /// `Conflict` when somebody else took the place.
    pub fn add_messages(&mut self, receipt: &ReceiptDigest, new: &[NewMessage]) -> Result<(), Error> {
        append(self.0, receipt, new)
    }

    /// Puts the released wording, sealed to its reporter, in place of an earlier one.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn set_wording(&mut self, receipt: &ReceiptDigest, sealed: &Envelope) -> Result<(), Error> {
        diesel::delete(wordings::table.find(receipt.0.to_vec())).execute(self.0)?;
        diesel::insert_into(wordings::table)
            .values((wordings::receipt.eq(receipt.0.to_vec()), wordings::sealed.eq(sealed.as_bytes().to_vec())))
            .execute(self.0)?;
        Ok(())
    }

    /// Marks an answer as settled.
    ///
    /// # Errors
    /// `Conflict` when it was settled meanwhile or is gone.
    pub fn settle_answer(&mut self, receipt: &ReceiptDigest, position: i32) -> Result<(), Error> {
        let of_reporter = messages::receipt.eq(receipt.0.to_vec()).and(messages::side.eq(Side::Reporter.code()));
        let open = of_reporter.and(messages::position.eq(position)).and(messages::settled.eq(false));
        let changed = diesel::update(messages::table.filter(open)).set(messages::settled.eq(true)).execute(self.0)?;
        if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
    }

    /// Puts an addendum beside a report; without `released` it waits for a second screener.
    ///
    /// # Errors
    /// `Conflict` when this answer has one already.
    pub fn add_addendum(&mut self, id: ReportId, new: &AddendumRow) -> Result<(), Error> {
        diesel::insert_into(addenda::table)
            .values((
                addenda::report.eq(id.as_bytes().to_vec()),
                addenda::position.eq(new.position),
                addenda::proposed_by.eq(new.proposed_by.as_bytes().to_vec()),
                addenda::period.eq(new.released.map_or(0, Period::number)),
                addenda::sealed.eq(new.sealed.as_bytes().to_vec()),
            ))
            .execute(self.0)?;
        Ok(())
    }

    /// Releases a proposed addendum; only another person than its proposer may.
    ///
    /// # Errors
    /// `Conflict` when there is none, or when the second screener is the first.
    pub fn release_addendum(&mut self, id: ReportId, position: i32, period: Period, second: PersonId) -> Result<(), Error> {
        let waiting = addenda::period.eq(0).and(addenda::proposed_by.ne(second.as_bytes().to_vec()));
        let row = addenda::table.find((id.as_bytes().to_vec(), position)).filter(waiting);
        let changed = diesel::update(row).set(addenda::period.eq(period.number())).execute(self.0)?;
        if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
    }

    /// Drops a proposed addendum; its answer waits on the screening desk again.
    ///
    /// # Errors
    /// `Conflict` when there is none.
    pub fn drop_addendum(&mut self, id: ReportId, receipt: &ReceiptDigest, position: i32) -> Result<(), Error> {
        let row = addenda::table.find((id.as_bytes().to_vec(), position)).filter(addenda::period.eq(0));
        if diesel::delete(row).execute(self.0)? != 1 {
            return Err(Error::Conflict);
        }
        let of_reporter = messages::receipt.eq(receipt.0.to_vec()).and(messages::side.eq(Side::Reporter.code()));
        diesel::update(messages::table.filter(of_reporter.and(messages::position.eq(position))))
            .set(messages::settled.eq(false))
            .execute(self.0)?;
        Ok(())
    }
}
