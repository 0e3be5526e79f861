//! Did it hold? The declared outcome before and after the change, from the same roll-ups and by the same rules as every trend.
//!
//! Refuses to answer before the declared window is over, except by saying when there will be enough to tell.

use super::actions::ActionCard;
use super::looks::Looks;
use crate::domain::access::{Permit, ReadLearning};
use crate::domain::action::{Declared, ahead};
use crate::domain::digest::Held;
use crate::domain::id::ActionId;
use crate::domain::period::Period;
use crate::domain::subject::Subject;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::trends::{Charted, History, Monthly, continued, exposure, history, settled};
use crate::trends::intervention::{RateRatio, Window, rate_ratio};

/// Months before the change that are its baseline, at most.
pub(in crate::flows) const BASELINE: usize = 24;
/// Months after which an outcome is called out of reach: something else had better be measured.
const TOO_FAR: u32 = 18;

/// Events before and after, with the months they were counted in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// Months of the baseline.
    pub months_before: usize,
    /// Reports in them.
    pub before: u64,
    /// Months judged so far.
    pub months_after: usize,
    /// Reports in them.
    pub after: u64,
}

/// What is known of an action's effect.
pub struct Check {
    /// What was counted.
    pub counted: Counted,
    /// What is said: `TooFew` until the window is over.
    pub held: Held,
    /// The ratio of after to before, with the interval of its looks; `None` while there is nothing to compare.
    pub ratio: Option<RateRatio>,
    /// Month in which a fall worth having will probably have shown; `None` when it never would.
    pub seen_by: Option<Period>,
    /// Whether that is more than a year and a half away, or never.
    pub out_of_reach: bool,
    /// The chart: limits frozen before the change, continued over it.
    pub charted: Option<Charted>,
    /// Months of the chart.
    pub months: Vec<Period>,
}

/// Counts and exposures before the change, and in the judged months up to `until`.
fn windows(one: &Monthly, months: &[Period], declared: &Declared, until: Period) -> (Window, Window, Counted) {
    let first_judged = declared.first_judged();
    let add = |wanted: &dyn Fn(Period) -> bool| {
        let chosen: Vec<(Period, u32)> = months.iter().copied().zip(one.counts.iter().copied()).filter(|(m, _)| wanted(*m)).collect();
        let events = chosen.iter().map(|(_, n)| u64::from(*n)).sum();
        (Window { events, exposure: chosen.iter().map(|(m, _)| exposure(None, *m)).sum() }, chosen.len())
    };
    let baseline = months.iter().filter(|m| **m < declared.start).count();
    let from = months.get(baseline.saturating_sub(BASELINE)).copied();
    let (before, months_before) = add(&|m| m < declared.start && from.is_some_and(|f| m >= f));
    let (after, months_after) = add(&|m| m >= first_judged && m <= until);
    (before, after, Counted { months_before, before: before.events, months_after, after: after.events })
}

/// Everything else that the same people could have reported: the guard against a fall of all reporting.
fn others(whole: &Monthly, outcome: &Monthly) -> Option<Monthly> {
    if outcome.subject == Subject::All {
        return None;
    }
    let counts = whole.counts.iter().zip(&outcome.counts).map(|(all, own)| all.saturating_sub(*own)).collect();
    Some(Monthly { subject: Subject::All, counts, people: None })
}

/// Looks whether an action held. Audited as reading trends is not needed: the permit is to read what the desk learned.
///
/// # Errors
/// `NotFound`, `Unavailable` or `Broken`. `Ok(None)` when no check was declared.
pub fn check_action(ctx: &Ctx, permit: &Permit<ReadLearning>, id: ActionId) -> Result<Option<(ActionCard, Check)>, Error> {
    let card = super::actions::action(ctx, permit, id)?;
    let Some(declared) = card.action.declared.clone() else { return Ok(None) };
    let last = settled(ctx.now());
    let History { months, series, .. } = ctx.store.read(|r| history(r, ctx.taxonomy(), ctx.now()))?;
    let (Some(whole), Some(outcome)) = (series.first(), series.iter().find(|s| s.subject == declared.outcome)) else {
        return Err(Error::Broken("an action's outcome is not counted"));
    };
    let rest = others(whole, outcome);
    let counts = |until: Period| {
        let (before, after, counted) = windows(outcome, &months, &declared, until);
        let guard = rest.as_ref().map(|rest| windows(rest, &months, &declared, until));
        ((before, guard.map(|g| g.0)), (after, guard.map(|g| g.1)), counted)
    };
    let (before, ..) = counts(last);
    let looks = Looks::of(&declared, before.0);
    let said = looks.held(before, &|until| Some(counts(until).1), last);
    let (held, until) = said.ok_or(Error::Broken("an action's outcome is not counted"))?;
    let (_, after, counted) = counts(until);
    let ratio = rate_ratio(before.0, after.0, looks.confidence());
    let seen_by = looks.seen_by;
    let out_of_reach = seen_by.is_none_or(|by| by > ahead(declared.start, TOO_FAR));
    let from = months.iter().copied().filter(|m| *m < declared.start).rev().take(counted.months_before).last();
    let charted = from.map(|from| continued(outcome, &months, from, counted.months_before));
    let months = months.into_iter().filter(|m| from.is_some_and(|f| *m >= f)).collect();
    Ok(Some((card, Check { counted, held, ratio, seen_by, out_of_reach, charted, months })))
}

#[cfg(test)]
mod tests {
    use super::windows;
    use crate::domain::subject::Subject;
    use crate::flows::learning::looks::tests::{declared, month};
    use crate::flows::trends::Monthly;

    #[test]
    fn the_window_leaves_out_the_time_of_settling_and_what_comes_after_it() {
        let months = month("2026-10").back(48);
        let one = Monthly { subject: Subject::All, counts: vec![1; 48], people: None };

        let (_, _, counted) = windows(&one, &months, &declared(), month("2026-01"));

        assert_eq!((counted.months_before, counted.months_after), (24, 12));
    }
}
