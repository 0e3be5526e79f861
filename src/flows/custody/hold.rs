//! Legal holds: a custodian asks, an auditor confirms. A hold keeps one report's keys beyond their clock, until a stated day.
//!
//! Refuses to last longer than a year at a time, and refuses an effect before the second person has confirmed.

use super::record::{hold, holds, seal_hold};
use crate::domain::access::{ConfirmHold, ListHolds, Permit, RequestHold};
use crate::domain::callback::{Hold, REASON_MAX};
use crate::domain::id::{CeremonyId, ReportId};
use crate::domain::problem::FieldProblem;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::text::Note;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::CeremonyKind;
use crate::vault::random_bytes;

/// Longest hold, in days.
const LONGEST: i32 = 366;

/// Asks for a hold. `quiet`: the law forbids telling the reporter before it has ended.
///
/// # Errors
/// `Invalid` on `text` or `days`; `NotFound`.
pub fn request_hold(
    ctx: &Ctx,
    permit: &Permit<RequestHold>,
    report: ReportId,
    text: &str,
    days: i32,
    quiet: bool,
) -> Result<CeremonyId, Error> {
    let mut problems = Vec::new();
    let text = Note::parse("text", text, REASON_MAX).map_err(|p| problems.push(p)).unwrap_or_default();
    if text.is_empty() && problems.is_empty() {
        problems.push(FieldProblem::new("text", "problem-reason-missing"));
    }
    if !(1..=LONGEST).contains(&days) {
        problems.push(FieldProblem::new("days", "problem-hold-days"));
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let (receipt, _) = ctx.store.read(|r| r.report_binding(report))?;
    let id = CeremonyId::from_bytes(random_bytes());
    let requested_by = permit.person().ok_or(Error::Denied)?;
    let until_day = ctx.now().day() + days;
    let hold = Hold { id, report, receipt, text: text.expose().to_owned(), requested_by, confirmed_by: None, until_day, quiet };
    let sealed = seal_hold(ctx, &hold)?;
    ctx.store.write(permit, &format!("hold:{id} report:{report}"), |w| w.add_ceremony(CeremonyKind::Hold, id, &sealed))?;
    Ok(id)
}

/// Confirms a hold.
///
/// # Errors
/// `NotFound`; `Conflict("callback-same-person")`, `Conflict("callback-changed")`.
pub fn confirm_hold(ctx: &Ctx, permit: &Permit<ConfirmHold>, id: CeremonyId) -> Result<(), Error> {
    let (mut hold, old) = hold(ctx, id)?;
    let person = permit.person().ok_or(Error::Denied)?;
    if hold.requested_by == person {
        return Err(Error::Conflict("callback-same-person"));
    }
    if hold.confirmed_by.is_some() {
        return Err(Error::Conflict("callback-changed"));
    }
    hold.confirmed_by = Some(person);
    let new = seal_hold(ctx, &hold)?;
    let object = format!("hold:{id} report:{} with:{}", hold.report, hold.requested_by);
    ctx.store.write(permit, &object, |w| w.change_ceremony(id, &old, &new))?;
    Ok(())
}

/// Ends a hold, or refuses one that was asked for: the clock of the report's keys goes on.
///
/// # Errors
/// `NotFound`.
pub fn end_hold(ctx: &Ctx, permit: &Permit<ConfirmHold>, id: CeremonyId) -> Result<(), Error> {
    let (mut hold, old) = hold(ctx, id)?;
    hold.until_day = hold.until_day.min(ctx.now().day() - 1);
    let new = seal_hold(ctx, &hold)?;
    ctx.store.write(permit, &format!("hold:{id} report:{} end", hold.report), |w| w.change_ceremony(id, &old, &new))?;
    Ok(())
}

/// Every hold, those in force first.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn list_holds(ctx: &Ctx, permit: &Permit<ListHolds>) -> Result<Vec<Hold>, Error> {
    let _ = permit;
    let mut list: Vec<Hold> = holds(ctx)?.into_iter().map(|(hold, _)| hold).collect();
    list.sort_by_key(|h| std::cmp::Reverse(h.until_day));
    Ok(list)
}

/// Receipts of the reports about which a hold in force forbids a word to the reporter.
pub(super) fn quiet_receipts(ctx: &Ctx) -> Result<Vec<ReceiptDigest>, Error> {
    Ok(quiet(&in_force(ctx)?))
}

/// The holds in force today.
pub(super) fn in_force(ctx: &Ctx) -> Result<Vec<Hold>, Error> {
    let today = ctx.now().day();
    Ok(holds(ctx)?.into_iter().map(|(hold, _)| hold).filter(|hold| hold.holds_on(today)).collect())
}

/// The holds in force on one report.
pub(in crate::flows) fn holds_on(ctx: &Ctx, receipt: &ReceiptDigest) -> Result<Vec<Hold>, Error> {
    let mut all = in_force(ctx)?;
    all.retain(|hold| hold.receipt == *receipt);
    Ok(all)
}

/// Receipts of the reports that holds keep.
pub(super) fn kept(holds: &[Hold]) -> Vec<ReceiptDigest> {
    holds.iter().map(|hold| hold.receipt).collect()
}

/// Receipts of the reports that holds forbid a word about.
pub(super) fn quiet(holds: &[Hold]) -> Vec<ReceiptDigest> {
    holds.iter().filter(|hold| hold.quiet).map(|hold| hold.receipt).collect()
}

/// Receipts of the reports whose keys a hold keeps today.
pub(in crate::flows) fn held_receipts(ctx: &Ctx) -> Result<Vec<ReceiptDigest>, Error> {
    Ok(kept(&in_force(ctx)?))
}
