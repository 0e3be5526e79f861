//! What nine words find, and what they may change: the reporter's own door.
//!
//! Writes no audit entry: one per visit would keep the time at which a reporter came. Everything here is found by the digest of
//! the words and touches that one report. A look asks the same questions of the database whether there is a report or not.

use diesel::prelude::*;

use super::conn::Db;
use super::custody::Destroyed;
use super::error::Error;
use super::messages::{MessageColumns, MessageRow, NewMessage, append, consent, message};
use super::schema::{addenda, intake, messages, report_factors, report_keys, reports, wordings};
use super::screening::sixteen;
use super::tx::{Reader, Speaking, Tending, Writer};
use crate::domain::conversation::{Consent, Side};
use crate::domain::id::ReportId;
use crate::domain::period::Period;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::report::Status;
use crate::domain::sealed::Envelope;

/// A report as its receipt finds it.
pub struct Dossier {
    /// Where it stands; `None` while it waits in intake.
    pub status: Option<Status>,
    /// What the reporter has said about the wording.
    pub consent: Consent,
    /// Public half of the reply pair.
    pub reply_key: Vec<u8>,
    /// Day on which the raw text is destroyed at the latest; 0 once it is. `None` in intake: counted from `arrived`.
    pub raw_due: Option<i32>,
    /// The same for the identity strip.
    pub identity_due: Option<i32>,
    /// Day of arrival, in intake only.
    pub arrived: i32,
    /// The released wording, sealed to the reply key.
    pub wording: Option<Envelope>,
    /// The newest messages of both sides, without the desk's copies, in order.
    pub messages: Vec<MessageRow>,
}

/// Seals that open nothing of use, to put in place of a report's keys.
pub struct DeadKeys {
    /// In place of the raw key's wrap.
    pub raw_key: Envelope,
    /// The set of custodians that the shares are made for: the one the report has.
    pub custody: i32,
    /// In place of the identity shares.
    pub shares: Vec<u8>,
    /// What the list of the destroyed remembers each by.
    pub marks: Vec<([u8; 32], Destroyed)>,
    /// Day of destruction.
    pub day: i32,
}

/// What becomes of the keys of a report that is taken back.
pub enum KeysOfWithdrawn {
    /// Overwritten now.
    Destroyed(DeadKeys),
    /// A legal hold keeps them; the daily run destroys them when it has ended. What the reporter is told of it, if anything may be.
    Held(Option<NewMessage>),
}

type Moved = (String, String, Vec<u8>, i32, i32);
type Waiting = (Vec<u8>, i32);

fn message_columns(db: &mut Db, receipt: &ReceiptDigest, newest: i64) -> Result<Vec<MessageColumns>, Error> {
    let mut rows: Vec<MessageColumns> = messages::table
        .filter(messages::receipt.eq(receipt.0.to_vec()).and(messages::side.ne(Side::Copy.code())))
        .order(messages::position.desc())
        .limit(newest)
        .select((messages::position, messages::side, messages::sealed, messages::settled))
        .load(db)?;
    rows.reverse();
    Ok(rows)
}

impl Reader<'_> {
    /// What these words find, with at most the `newest` messages; `None` when there is no report.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn dossier(&mut self, receipt: &ReceiptDigest, newest: i64) -> Result<Option<Dossier>, Error> {
        let key = receipt.0.to_vec();
        let moved: Option<Moved> = reports::table
            .filter(reports::receipt.eq(&key))
            .select((reports::status, reports::reporter, reports::reply_key, reports::raw_due, reports::identity_due))
            .first(self.0)
            .optional()?;
        let waiting: Option<Waiting> = intake::table.find(&key).select((intake::reply_key, intake::day)).first(self.0).optional()?;
        let wording: Option<Vec<u8>> = wordings::table.find(&key).select(wordings::sealed).first(self.0).optional()?;
        let rows = message_columns(self.0, receipt, newest)?;
        let found = match (moved, waiting) {
            (Some((status, said, reply_key, raw_due, identity_due)), _) => Dossier {
                status: Some(Status::from_code(&status).ok_or(Error::Broken("unknown status"))?),
                consent: consent(&said)?,
                reply_key,
                raw_due: Some(raw_due),
                identity_due: Some(identity_due),
                arrived: 0,
                wording: wording.map(Envelope::from_bytes),
                messages: rows.into_iter().map(message).collect::<Result<_, _>>()?,
            },
            (None, Some((reply_key, arrived))) => Dossier {
                status: None,
                consent: Consent::Open,
                reply_key,
                raw_due: None,
                identity_due: None,
                arrived,
                wording: None,
                messages: rows.into_iter().map(message).collect::<Result<_, _>>()?,
            },
            (None, None) => return Ok(None),
        };
        Ok(Some(found))
    }
}

impl Tending<'_> {
    /// Notes the month in which receipts were last used.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn receipts_used(&mut self, receipts: &[ReceiptDigest], month: Period) -> Result<(), Error> {
        let keys: Vec<Vec<u8>> = receipts.iter().map(|r| r.0.to_vec()).collect();
        let older = reports::receipt.eq_any(keys).and(reports::receipt_used.lt(month.number()));
        diesel::update(reports::table.filter(older)).set(reports::receipt_used.eq(month.number())).execute(self.0)?;
        Ok(())
    }
}

impl Speaking<'_> {
    /// Puts a reporter's message at the end of the conversation; the very same message sent again changes nothing. `false`: so
    /// many wait already that it was not taken.
    ///
    /// # Errors
    /// `NotFound` when there is no report or it is withdrawn; `Conflict` when the place was taken meanwhile.
    pub fn say(&mut self, receipt: &ReceiptDigest, new: NewMessage, waiting_max: i64) -> Result<bool, Error> {
        let dossier = Reader(self.0).dossier(receipt, 0)?.ok_or(Error::NotFound)?;
        if dossier.consent == Consent::Withdrawn {
            return Err(Error::NotFound);
        }
        let again: i64 = messages::table.find(new.id.to_vec()).count().get_result(self.0)?;
        if again > 0 {
            return Ok(true);
        }
        let of_reporter = messages::receipt.eq(receipt.0.to_vec()).and(messages::side.eq(Side::Reporter.code()));
        let waiting: i64 = messages::table.filter(of_reporter.and(messages::settled.eq(false))).count().get_result(self.0)?;
        if waiting >= waiting_max {
            return Ok(false);
        }
        append(self.0, receipt, &[new])?;
        Ok(true)
    }

    /// The reporter agrees with the released wording.
    ///
    /// # Errors
    /// `NotFound` when there is no released wording.
    pub fn approve(&mut self, receipt: &ReceiptDigest) -> Result<(), Error> {
        let (id, _) = self.released(receipt)?;
        diesel::update(reports::table.find(id.as_bytes().to_vec())).set(reports::reporter.eq(Consent::Approved.code())).execute(self.0)?;
        Ok(())
    }

    /// The reporter wants more hidden: the report leaves the analysts and every count, and goes back to the screening desk.
    ///
    /// # Errors
    /// `NotFound` when there is no released wording; `Conflict` when the raw text is destroyed, so that nobody could word it anew.
    pub fn blur(&mut self, receipt: &ReceiptDigest) -> Result<(), Error> {
        let (id, raw_due) = self.released(receipt)?;
        if raw_due == 0 {
            return Err(Error::Conflict);
        }
        self.uncount(id)?;
        diesel::delete(wordings::table.find(receipt.0.to_vec())).execute(self.0)?;
        diesel::update(reports::table.find(id.as_bytes().to_vec()))
            .set((
                reports::status.eq(Status::Screening.code()),
                reports::reporter.eq(Consent::Blur.code()),
                reports::proposed_by.eq(None::<Vec<u8>>),
                reports::released_text.eq(None::<Vec<u8>>),
                reports::synopsis.eq(None::<Vec<u8>>),
            ))
            .execute(self.0)?;
        Ok(())
    }

    /// The reporter takes the whole report back. Its keys are overwritten unless a hold keeps them, everything readable is removed and
    /// every count corrected, in this one transaction; what the desk has told the reporter stays for the words to open.
    ///
    /// # Errors
    /// `NotFound` when there is no report; `Conflict` when its custodians changed meanwhile: make new seals and try again.
    pub fn withdraw(&mut self, receipt: &ReceiptDigest, keys: &KeysOfWithdrawn) -> Result<(), Error> {
        let key = receipt.0.to_vec();
        if let KeysOfWithdrawn::Destroyed(dead) = keys {
            self.overwrite(receipt, dead)?;
        }
        let ours = messages::receipt.eq(&key).and(messages::side.ne(Side::Desk.code()));
        diesel::delete(messages::table.filter(ours)).execute(self.0)?;
        diesel::delete(wordings::table.find(&key)).execute(self.0)?;
        if diesel::delete(intake::table.find(&key)).execute(self.0)? == 1 {
            // Nobody has seen it yet: nothing at all is left of it.
            diesel::delete(report_keys::table.find(&key)).execute(self.0)?;
            return Ok(());
        }
        let row = reports::table.filter(reports::receipt.eq(&key));
        let (id, said): (Vec<u8>, String) = row.select((reports::id, reports::reporter)).first(self.0)?;
        let (id, again) = (ReportId::from_bytes(sixteen(id)?), consent(&said)? == Consent::Withdrawn);
        self.uncount(id)?;
        self.empty(id)?;
        match keys {
            KeysOfWithdrawn::Destroyed(_) => {
                let gone = (reports::raw_due.eq(0), reports::identity_due.eq(0));
                diesel::update(reports::table.find(id.as_bytes().to_vec())).set(gone).execute(self.0)?;
                Ok(())
            }
            KeysOfWithdrawn::Held(_) if again => Ok(()),
            KeysOfWithdrawn::Held(notice) => append(self.0, receipt, notice.as_slice()),
        }
    }

    fn overwrite(&mut self, receipt: &ReceiptDigest, dead: &DeadKeys) -> Result<(), Error> {
        let mut w = Writer(self.0);
        if w.reading().report_keys(receipt)?.custody != dead.custody {
            return Err(Error::Conflict);
        }
        w.set_raw_key(receipt, &dead.raw_key)?;
        w.set_shares(receipt, dead.custody, &dead.shares)?;
        dead.marks.iter().try_for_each(|(mark, what)| w.note_purged(mark, *what, dead.day))
    }

    /// Id and raw text's day of a released report.
    fn released(&mut self, receipt: &ReceiptDigest) -> Result<(ReportId, i32), Error> {
        let (id, raw_due): (Vec<u8>, i32) = reports::table
            .filter(reports::receipt.eq(receipt.0.to_vec()).and(reports::reporter.ne(Consent::Withdrawn.code())))
            .filter(reports::status.eq_any(Status::TRIAGE.map(Status::code)))
            .select((reports::id, reports::raw_due))
            .first(self.0)?;
        Ok((ReportId::from_bytes(sixteen(id)?), raw_due))
    }

    /// Takes a report out of the search index and out of the roll-ups, where it is in them. The new version comes first: it holds the row, so that an analyst who
    /// codes it in this very moment has either finished or is refused.
    fn uncount(&mut self, id: ReportId) -> Result<(), Error> {
        diesel::update(reports::table.find(id.as_bytes().to_vec())).set(reports::version.eq(reports::version + 1)).execute(self.0)?;
        let mut w = Writer(self.0);
        w.unindex_report(id)?;
        match w.reading().case(None, id) {
            Ok(case) if !case.summary.coding.excluded => {
                let closed = case.summary.status == Status::Closed;
                w.count(case.summary.released, &case.summary.coding, closed, -1)
            }
            Ok(_) | Err(Error::NotFound) => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// Leaves of a withdrawn report the row that its words find, and nothing to read in it.
    fn empty(&mut self, id: ReportId) -> Result<(), Error> {
        let none = || None::<String>;
        let key = id.as_bytes().to_vec();
        diesel::delete(addenda::table.filter(addenda::report.eq(&key))).execute(self.0)?;
        diesel::delete(report_factors::table.filter(report_factors::report.eq(&key))).execute(self.0)?;
        let row = reports::table.find(&key);
        diesel::update(row)
            .set((
                reports::status.eq(Status::Closed.code()),
                reports::reporter.eq(Consent::Withdrawn.code()),
                reports::excluded.eq(true),
                // Lists hold what was released in some month: this one was not.
                reports::released_period.eq(0),
                (
                    reports::released_text.eq(None::<Vec<u8>>),
                    reports::synopsis.eq(None::<Vec<u8>>),
                    reports::proposed_by.eq(None::<Vec<u8>>),
                ),
                (reports::area.eq(none()), reports::day_part.eq(none()), reports::phase.eq(none()), reports::detection.eq(none())),
                (reports::recovery.eq(none()), reports::severity.eq(none()), reports::category.eq(none()), reports::closing.eq(none())),
                (reports::outcome.eq(none()), reports::barriers.eq(none()), reports::risk_index.eq(0)),
            ))
            .execute(self.0)?;
        Ok(())
    }
}
