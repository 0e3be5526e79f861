//! Corrective actions: written down with an owner, a month and a strength, moved on, and never without an audit entry.

use std::cmp::Reverse;

use super::wording::{mark, needed, nobody_in};
use crate::domain::access::{ManageActions, Permit, ReadLearning};
use crate::domain::action::{Action, Control, Declared, LINE_MAX, Progress};
use crate::domain::id::{ActionId, ReportId};
use crate::domain::period::Period;
use crate::domain::problem::FieldProblem;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::payload::{decode_action, encode_action};
use crate::flows::trends::is_known;
use crate::store::{LearningKind, LearningRow};
use crate::vault::{Padding, Purpose, random_bytes};

/// Most reports that one action names.
const REPORTS_MAX: usize = 200;

/// An action as the desk shows it.
#[derive(Clone, Debug)]
pub struct ActionCard {
    /// Its id.
    pub id: ActionId,
    /// What it says.
    pub action: Action,
    /// What this state of it is known by.
    pub mark: String,
}

/// What somebody writes down about an action.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What is changed.
    pub what: String,
    /// The post that sees to it.
    pub owner: String,
    /// How strong it is.
    pub control: Control,
    /// Month by which it is due.
    pub due: Period,
    /// How far it has come.
    pub progress: Progress,
    /// Reports that led to it.
    pub reports: Vec<ReportId>,
    /// How it will be seen whether it held; what was declared once stays.
    pub declared: Option<Declared>,
    /// Whether the writer says that no person is named.
    pub sure: bool,
    /// The mark of the state that was changed.
    pub mark: String,
}

fn opened(ctx: &Ctx, row: &LearningRow) -> Result<ActionCard, Error> {
    let bytes = ctx.keyring.open(Purpose::Learning, &row.id, &row.sealed)?;
    Ok(ActionCard { id: ActionId::from_bytes(row.id), action: decode_action(&bytes)?, mark: mark(&row.sealed) })
}

/// Every action, those to be done first, then the newest done.
pub(in crate::flows) fn every(ctx: &Ctx) -> Result<Vec<ActionCard>, Error> {
    let rows = ctx.store.read(|r| r.learning(LearningKind::Action))?;
    let mut all = rows.iter().map(|row| opened(ctx, row)).collect::<Result<Vec<_>, _>>()?;
    let rank = |card: &ActionCard| match card.action.progress {
        Progress::Open => (0, card.action.due.number(), Reverse(0)),
        Progress::Done(on) => (1, 0, Reverse(on.number())),
        Progress::Dropped => (2, 0, Reverse(card.action.due.number())),
    };
    all.sort_by_key(|card| (rank(card), card.action.what.clone()));
    Ok(all)
}

/// Every action, for the desk.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`.
pub fn actions(ctx: &Ctx, permit: &Permit<ReadLearning>) -> Result<Vec<ActionCard>, Error> {
    let _ = permit;
    every(ctx)
}

/// One action.
///
/// # Errors
/// `NotFound`.
pub fn action(ctx: &Ctx, permit: &Permit<ReadLearning>, id: ActionId) -> Result<ActionCard, Error> {
    let _ = permit;
    opened(ctx, &ctx.store.read(|r| r.learning_record(LearningKind::Action, *id.as_bytes()))?)
}

fn checked(ctx: &Ctx, draft: &Draft, before: Option<&Action>) -> Result<Action, Error> {
    let mut found = Vec::new();
    let what = needed("what", &draft.what, LINE_MAX, &mut found);
    let owner = needed("owner", &draft.owner, LINE_MAX, &mut found);
    if draft.reports.len() > REPORTS_MAX {
        found.push(FieldProblem::new("reports", "problem-too-long"));
    }
    let now = ctx.now().period();
    if matches!(draft.progress, Progress::Done(on) if on > now) {
        found.push(FieldProblem::new("done", "problem-month-ahead"));
    }
    // What has been declared stands: changing it after looking would make any action hold.
    let declared = match before.and_then(|b| b.declared.clone()) {
        Some(stands) => Some(stands),
        None => draft.declared.clone().and_then(|d| {
            if !is_known(&d.outcome, ctx.taxonomy()) {
                found.push(FieldProblem::new("outcome", "problem-unknown-choice"));
            }
            d.check().map_err(|p| found.push(p)).ok()
        }),
    };
    found.extend(nobody_in(ctx, &[("what", &what), ("owner", &owner)], draft.sure));
    if !found.is_empty() {
        return Err(Error::Invalid(found));
    }
    Ok(Action { what, owner, control: draft.control, due: draft.due, progress: draft.progress, reports: draft.reports.clone(), declared })
}

fn sealed(ctx: &Ctx, id: ActionId, action: &Action) -> Result<crate::domain::sealed::Envelope, Error> {
    ctx.keyring.seal(Purpose::Learning, id.as_bytes(), &encode_action(action)?, Padding::Narrative)
}

/// Writes a new action down.
///
/// # Errors
/// `Invalid` with the fields to mend.
pub fn record_action(ctx: &Ctx, permit: &Permit<ManageActions>, draft: &Draft) -> Result<ActionId, Error> {
    let by = permit.person().ok_or(Error::Denied)?;
    let id = ActionId::from_bytes(random_bytes());
    let sealed = sealed(ctx, id, &checked(ctx, draft, None)?)?;
    ctx.store.write(permit, &format!("action:{id}"), |w| w.add_learning(LearningKind::Action, *id.as_bytes(), by, &sealed))?;
    Ok(id)
}

/// Changes an action. What was declared about its check stays as it was.
///
/// # Errors
/// `Invalid` with the fields to mend, `NotFound`, `Conflict("learning-changed")` when a colleague was faster.
pub fn change_action(ctx: &Ctx, permit: &Permit<ManageActions>, id: ActionId, draft: &Draft) -> Result<(), Error> {
    let by = permit.person().ok_or(Error::Denied)?;
    let row = ctx.store.read(|r| r.learning_record(LearningKind::Action, *id.as_bytes()))?;
    let before = opened(ctx, &row)?;
    let new = checked(ctx, draft, Some(&before.action))?;
    if before.mark != draft.mark {
        return Err(Error::Conflict("learning-changed"));
    }
    let new = sealed(ctx, id, &new)?;
    Ok(ctx.store.write(permit, &format!("action:{id}"), |w| w.change_learning(row.id, by, &row.sealed, &new))?)
}
