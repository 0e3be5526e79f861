//! Did it hold? The declared outcome before and after the change, from the same roll-ups and by the same rules as every trend.
//!
//! Refuses to answer before the declared window is over, except by saying when there will be enough to tell.

use super::actions::ActionCard;
use crate::domain::access::{Permit, ReadLearning};
use crate::domain::action::{Declared, ahead};
use crate::domain::digest::Held;
use crate::domain::id::ActionId;
use crate::domain::period::Period;
use crate::domain::subject::Subject;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::trends::{Charted, History, Monthly, continued, exposure, history, settled};
use crate::trends::intervention::{Plan, RateRatio, Verdict, Window, judge, needed_periods};

/// Months before the change that are its baseline, at most.
pub(in crate::flows) const BASELINE: usize = 24;
/// One-sided level and power of every check (`docs/statistics.md`, 9).
const LEVEL: f64 = 0.05;
const POWER: f64 = 0.8;
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
    /// The ratio of after to before, with its 90 % interval; `None` while there is nothing to compare.
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

/// The plan's figures.
pub(in crate::flows) fn plan(declared: &Declared) -> Plan {
    Plan { worth: f64::from(declared.worth) / 100.0, level: LEVEL, power: POWER }
}

/// Counts and exposures before the change and in the judged window up to `last`.
fn windows(one: &Monthly, months: &[Period], declared: &Declared, last: Period) -> (Window, Window, Counted) {
    let (first_judged, last_judged) = (declared.first_judged(), declared.last_judged().min(last));
    let add = |wanted: &dyn Fn(Period) -> bool| {
        let chosen: Vec<(Period, u32)> = months.iter().copied().zip(one.counts.iter().copied()).filter(|(m, _)| wanted(*m)).collect();
        let events = chosen.iter().map(|(_, n)| u64::from(*n)).sum();
        (Window { events, exposure: chosen.iter().map(|(m, _)| exposure(None, *m)).sum() }, chosen.len())
    };
    let baseline = months.iter().filter(|m| **m < declared.start).count();
    let from = months.get(baseline.saturating_sub(BASELINE)).copied();
    let (before, months_before) = add(&|m| m < declared.start && from.is_some_and(|f| m >= f));
    let (after, months_after) = add(&|m| m >= first_judged && m <= last_judged);
    (before, after, Counted { months_before, before: before.events, months_after, after: after.events })
}

/// What is said of windows, and when a fall worth having would have shown.
pub(in crate::flows) fn held(
    declared: &Declared,
    outcome: (Window, Window),
    others: Option<(Window, Window)>,
    last: Period,
) -> (Held, Option<RateRatio>) {
    let plan = plan(declared);
    let over = last >= declared.last_judged();
    let seen_by = seen_by(declared, outcome.0);
    let ratio = crate::trends::intervention::rate_ratio(outcome.0, outcome.1, 1.0 - 2.0 * LEVEL);
    // The window was declared so that nobody stops counting at a moment that pleases.
    let verdict = if over { judge(outcome, others, &plan) } else { None };
    let held = match verdict {
        None => Held::TooFew(Some(declared.last_judged().next())),
        Some(Verdict::Fewer(_)) => Held::Fewer,
        Some(Verdict::NoClearChange(_)) => Held::NoClearChange,
        Some(Verdict::More(_)) => Held::More,
        Some(Verdict::ReportingFell(_)) => Held::ReportingFell,
        Some(Verdict::TooFew { .. }) => Held::TooFew(seen_by),
    };
    (held, ratio)
}

/// The month after which a fall worth having will probably have shown.
fn seen_by(declared: &Declared, before: Window) -> Option<Period> {
    let months = needed_periods(before, 1.0, &plan(declared))?;
    // Nobody waits fifty years.
    (months <= 600.0).then(|| ahead(declared.first_judged(), months as u32))
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
    let (before, after, counted) = windows(outcome, &months, &declared, last);
    let guard = others(whole, outcome).map(|rest| {
        let (before, after, _) = windows(&rest, &months, &declared, last);
        (before, after)
    });
    let (held, ratio) = held(&declared, (before, after), guard, last);
    let seen_by = seen_by(&declared, before);
    let out_of_reach = seen_by.is_none_or(|by| by > ahead(declared.start, TOO_FAR));
    let from = months.iter().copied().filter(|m| *m < declared.start).rev().take(counted.months_before).last();
    let charted = from.map(|from| continued(outcome, &months, from, counted.months_before));
    let months = months.into_iter().filter(|m| from.is_some_and(|f| *m >= f)).collect();
    Ok(Some((card, Check { counted, held, ratio, seen_by, out_of_reach, charted, months })))
}

#[cfg(test)]
mod tests {
    use super::{Held, held, seen_by, windows};
    use crate::domain::action::Declared;
    use crate::domain::period::Period;
    use crate::domain::subject::Subject;
    use crate::flows::trends::Monthly;

    fn month(text: &str) -> Period {
        Period::parse(text).expect("a month")
    }

    fn declared() -> Declared {
        Declared { outcome: Subject::All, start: month("2025-01"), wash_in: 1, window: 12, worth: 30, on: month("2024-12") }
    }

    fn said(before: u32, after: u32, last: &str) -> Held {
        let months = month(last).back(48);
        let counts = months.iter().map(|m| if *m < month("2025-01") { before } else { after }).collect();
        let one = Monthly { subject: Subject::All, counts, people: None };
        let (b, a, _) = windows(&one, &months, &declared(), month(last));
        held(&declared(), (b, a), None, month(last)).0
    }

    #[test]
    fn nothing_is_said_before_the_declared_window_is_over() {
        assert_eq!(said(20, 5, "2025-12"), Held::TooFew(Some(month("2026-02"))));
        assert_eq!(said(20, 5, "2026-01"), Held::Fewer);
        assert_eq!(said(20, 40, "2026-01"), Held::More);
        assert_eq!(said(20, 20, "2026-01"), Held::NoClearChange);
    }

    #[test]
    fn few_events_are_too_few_and_the_month_is_named_if_there_is_one() {
        assert_eq!(said(1, 1, "2026-01"), Held::TooFew(None));
        assert!(matches!(said(4, 4, "2026-01"), Held::TooFew(Some(_))));
    }

    #[test]
    fn the_window_leaves_out_the_time_of_settling_and_what_comes_after_it() {
        let months = month("2026-10").back(48);
        let one = Monthly { subject: Subject::All, counts: vec![1; 48], people: None };

        let (_, _, counted) = windows(&one, &months, &declared(), month("2026-10"));

        assert_eq!((counted.months_before, counted.months_after), (24, 12));
        assert!(seen_by(&declared(), crate::trends::intervention::Window { events: 0, exposure: 24.0 }).is_none());
    }
}
