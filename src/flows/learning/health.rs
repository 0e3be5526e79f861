//! How well reporting itself works: how long reports wait for a person, how many are answered, how strong the actions are.
//!
//! Whole organisation and a year only. Refuses the share of anonymous reports: nothing at rest tells them from the others.

use super::actions::every;
use crate::domain::action::{Control, Progress};
use crate::domain::clock::Moment;
use crate::domain::digest::Health;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::trends::health::{Mix, Strength, Wait, action_mix, time_to_reply};

/// Months looked back.
const YEAR: usize = 12;
/// Months a report has to be told what came of it before its being open counts.
const PATIENCE: usize = 3;
/// Hours of a week.
const WEEK: f64 = 168.0;
/// Fewest reports that a share or a median is given for (`docs/disclosure.md`, step 9).
const REPORTS_MIN: u32 = 50;
/// Fewest finished actions of which the strong ones are counted.
const ACTIONS_MIN: u32 = 5;

/// What the desk is told; exact.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Told {
    /// Reports of the last year that a person has read and released, or that wait.
    pub reports: u32,
    /// Weeks within which half of them were; `None` when half are not yet.
    pub median: Option<u32>,
    /// Weeks within which nine of ten were.
    pub nine_of_ten: Option<u32>,
    /// Reports released a quarter to a year ago.
    pub old: u32,
    /// Those whose reporters were told what came of them.
    pub closed: u32,
    /// Actions done.
    pub done: u32,
    /// Those that take a hazard away, replace it or keep people from it.
    pub strong: u32,
    /// Open actions past their month.
    pub late: u32,
    /// Shares of the actions done by strength.
    pub mix: Option<Mix>,
}

const fn strength(control: Control) -> Strength {
    match control {
        Control::Elimination | Control::Substitution | Control::Engineering => Strength::Strong,
        Control::Administrative => Strength::Intermediate,
        Control::Protective | Control::Reminder => Strength::Weak,
    }
}

/// Waits as the estimate wants them: the end of a class for what was read, the time so far for what was not.
fn waits(ctx: &Ctx, now: Moment) -> Result<Vec<Wait>, Error> {
    let first = now.period().back(YEAR).first().copied().unwrap_or_else(|| now.period());
    let (classes, open) = ctx.store.read(|r| Ok((r.waits(first)?, r.waiting_since()?)))?;
    let read = classes.into_iter().map(|(weeks, reports)| Wait { reports, hours: f64::from(weeks) * WEEK, answered: true });
    let so_far = |(week, reports): (i32, u32)| {
        let hours = f64::from((now.monday() - Moment::monday_of(week)?) / 7) * WEEK;
        Some(Wait { reports, hours, answered: false })
    };
    Ok(read.chain(open.into_iter().filter_map(so_far)).collect())
}

/// Whole weeks; the open class has no end.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, not negative and below 1,000")]
fn weeks(hours: f64) -> Option<u32> {
    let weeks = (hours / WEEK).round();
    (weeks < 1000.0).then_some(weeks as u32)
}

/// How reporting works, exactly; for the desk only.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`.
pub fn reporting(ctx: &Ctx) -> Result<Told, Error> {
    let now = ctx.now();
    let waits = waits(ctx, now)?;
    let months = now.period().back(YEAR + 1);
    let last = months.get(months.len().saturating_sub(PATIENCE + 1)).copied().unwrap_or_else(|| now.period());
    let first = months.first().copied().unwrap_or(last);
    let (old, closed) = ctx.store.read(|r| r.closed(first, last))?;
    let actions = every(ctx)?;
    let done: Vec<Strength> =
        actions.iter().filter(|c| matches!(c.action.progress, Progress::Done(_))).map(|c| strength(c.action.control)).collect();
    let late = actions.iter().filter(|c| c.action.is_late(now.period())).count();
    Ok(Told {
        reports: waits.iter().fold(0, |all, wait| all.saturating_add(wait.reports)),
        median: time_to_reply(&waits, 0.5).and_then(weeks),
        nine_of_ten: time_to_reply(&waits, 0.9).and_then(weeks),
        old,
        closed,
        done: u32::try_from(done.len()).unwrap_or(u32::MAX),
        strong: u32::try_from(done.iter().filter(|s| **s == Strength::Strong).count()).unwrap_or(u32::MAX),
        late: u32::try_from(late).unwrap_or(u32::MAX),
        mix: action_mix(&done),
    })
}

/// What of it may stand in a letter: coarse, and only from fifty reports on. Actions are no secrets: they are told one by one.
///
/// # Errors
/// As [`reporting`].
pub(in crate::flows) fn printable(ctx: &Ctx) -> Result<Health, Error> {
    let told = reporting(ctx)?;
    let percent = (told.closed * 200 + told.old) / (told.old * 2).max(1);
    Ok(Health {
        reply_weeks: told.median.filter(|_| told.reports >= REPORTS_MIN),
        told_percent: (told.old >= REPORTS_MIN).then_some((percent + 2) / 5 * 5),
        strong_actions: (told.done >= ACTIONS_MIN).then_some((told.strong, told.done)),
    })
}
