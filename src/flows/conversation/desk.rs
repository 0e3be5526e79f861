//! The desk's side: reading a conversation, asking, and which reports wait for somebody to read an answer.
//!
//! Analysts see what the desk said and what was released of the answers; a raw answer is opened in `answers.rs` only. Refuses
//! analysts everything about a report that is not released.

use super::seal::{opened_copy, said};
use crate::domain::access::{Act, Actor, AskReporter, ListScreening, Permit, ReadConversation};
use crate::domain::conversation::{MessageKind, Side, Spoken, parse_message};
use crate::domain::id::{PersonId, ReportId};
use crate::domain::period::Period;
use crate::domain::person::Role;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::{AddendumRow, Addressee, MessageRow};
use crate::vault::Purpose;

/// Rows of the queue.
const PAGE: i64 = 200;

/// Something released after the wording.
pub struct Addendum {
    /// Place of the answer it came from.
    pub position: i32,
    /// Month of release; `None` while it waits for a second screener.
    pub released: Option<Period>,
    /// Whether the reader proposed it.
    pub mine: bool,
    /// The text.
    pub text: String,
}

/// One line of a conversation as the desk sees it.
pub enum Line {
    /// The desk said it.
    Desk(Spoken),
    /// The reporter said something.
    Reporter {
        /// Its place, by which a screener opens it.
        position: i32,
        /// Whether a screener has settled it.
        settled: bool,
        /// What was made of it.
        addendum: Option<Addendum>,
    },
}

/// A conversation.
pub struct Talk {
    /// Its report.
    pub id: ReportId,
    /// Whether that report is released.
    pub released: bool,
    /// What was said, in order.
    pub lines: Vec<Line>,
}

/// Analysts work on released reports; screeners on every one.
fn reachable<A: Act>(ctx: &Ctx, permit: &Permit<A>, id: ReportId) -> Result<Addressee, Error> {
    let to = ctx.store.read(|r| r.addressee(id))?;
    let screens = matches!(permit.actor(), Actor::Person(_, roles) if roles.has(Role::Screener));
    if screens || to.status.is_released() { Ok(to) } else { Err(Error::NotFound) }
}

/// What an addendum is bound to: its report and the place of its answer.
pub(super) fn addendum_record(id: ReportId, position: i32) -> Vec<u8> {
    [id.as_bytes().as_slice(), &position.to_be_bytes()].concat()
}

fn opened(ctx: &Ctx, id: ReportId, row: &AddendumRow, reader: Option<PersonId>) -> Result<Addendum, Error> {
    let bytes = ctx.keyring.open(Purpose::Released, &addendum_record(id, row.position), &row.sealed)?;
    let text = String::from_utf8(bytes.to_vec()).map_err(|_| Error::Broken("an addendum is not UTF-8"))?;
    Ok(Addendum { position: row.position, released: row.released, mine: reader == Some(row.proposed_by), text })
}

/// What was released of a report after its wording.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`.
pub fn addenda(ctx: &Ctx, rows: &[AddendumRow], id: ReportId) -> Result<Vec<Addendum>, Error> {
    rows.iter().filter(|row| row.released.is_some()).map(|row| opened(ctx, id, row, None)).collect()
}

/// Reads a conversation; the reading is audited.
///
/// # Errors
/// `NotFound` when there is no such report for this reader, `Conflict("sealed")`.
pub fn read(ctx: &Ctx, permit: &Permit<ReadConversation>, id: ReportId) -> Result<Talk, Error> {
    let to = reachable(ctx, permit, id)?;
    let (rows, later) = ctx.store.write(permit, &format!("report:{id}"), |w| {
        let mut r = w.reading();
        Ok((r.conversation(&to.receipt)?, r.addenda(id)?))
    })?;
    let line = |row: MessageRow| match row.side {
        Side::Reporter => {
            let made = later.iter().find(|a| a.position == row.position);
            let addendum = made.map(|a| opened(ctx, id, a, permit.person())).transpose()?;
            Ok(Line::Reporter { position: row.position, settled: row.settled, addendum })
        }
        Side::Desk | Side::Copy => Ok(Line::Desk(opened_copy(ctx, &to.receipt, &row.sealed)?)),
    };
    Ok(Talk { id, released: to.status.is_released(), lines: rows.into_iter().map(line).collect::<Result<_, Error>>()? })
}

/// Asks a reporter something.
///
/// # Errors
/// `Invalid` on field `message`, `NotFound` when there is no such report for this person, `Conflict("sealed")`.
pub fn ask(ctx: &Ctx, permit: &Permit<AskReporter>, id: ReportId, text: &str) -> Result<(), Error> {
    let to = reachable(ctx, permit, id)?;
    let text = parse_message(text).map_err(|problem| Error::Invalid(vec![problem]))?;
    let spoken = Spoken { kind: MessageKind::Question, text: text.expose().to_owned(), day: ctx.now().day() };
    let new = said(ctx, &to.receipt, &to.reply_key, &spoken)?;
    Ok(ctx.store.write(permit, &format!("report:{id}"), |w| w.add_messages(&to.receipt, &new))?)
}

/// Reports with an answer that waits for a screener.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn waiting(ctx: &Ctx, _: &Permit<ListScreening>) -> Result<Vec<ReportId>, Error> {
    Ok(ctx.store.read(|r| r.reports_with_answers(PAGE))?)
}
