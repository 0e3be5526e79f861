//! When a declared action is judged, and what is said then: at the end of its window, and once more where that was probably too short.
//!
//! The second look is fixed by the months before the change alone, so nobody stops counting at a moment that pleases; with two looks each has half
//! the level. Refuses every other look.

use crate::domain::action::{Declared, ahead};
use crate::domain::digest::Held;
use crate::domain::period::Period;
use crate::trends::intervention::{Plan, Verdict, Window, judge, needed_periods};

/// One-sided level and power of every check (`docs/statistics.md`, 7).
const LEVEL: f64 = 0.05;
const POWER: f64 = 0.8;
/// Nobody waits fifty years.
const MONTHS_MAX: f64 = 600.0;

/// The outcome, and all other reports where there are others: how many in how much time.
pub(super) type Counts = (Window, Option<Window>);

/// When an action is judged, known as soon as it is declared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Looks {
    plan: Plan,
    first: Period,
    second: Option<Period>,
    /// Month in which a fall worth having will probably have shown; `None` when it never would.
    pub(super) seen_by: Option<Period>,
}

/// Whole months after settling until a fall worth having shows with the plan's power.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, positive and at most 600")]
fn months(before: Window, plan: &Plan) -> Option<u32> {
    needed_periods(before, 1.0, plan).filter(|months| *months <= MONTHS_MAX).map(|months| months as u32)
}

impl Looks {
    /// The looks at what was declared, with the outcome's months before the change.
    pub(super) fn of(declared: &Declared, before: Window) -> Self {
        let plan = |level| Plan { worth: f64::from(declared.worth) / 100.0, level, power: POWER };
        let (first, after) = (declared.last_judged(), |months: u32| ahead(declared.first_judged(), months));
        let enough = months(before, &plan(LEVEL)).filter(|months| *months <= declared.window);
        if let Some(months) = enough {
            return Self { plan: plan(LEVEL), first, second: None, seen_by: Some(after(months)) };
        }
        let needed = months(before, &plan(LEVEL / 2.0));
        let second = needed.map(|months| after(months).previous()).filter(|last| *last > first);
        Self { plan: plan(LEVEL / 2.0), first, second, seen_by: needed.map(after) }
    }

    /// Confidence of the interval that goes with each look, two-sided.
    pub(super) const fn confidence(&self) -> f64 {
        1.0 - 2.0 * self.plan.level
    }

    /// What is said at `last`, the last month that counts, and the month up to which was counted for it.
    ///
    /// `after` gives the counts of the judged months up to a month; `None` where they are not known, and then nothing is said.
    pub(super) fn held(&self, before: Counts, after: &dyn Fn(Period) -> Option<Counts>, last: Period) -> Option<(Held, Period)> {
        for look in std::iter::once(self.first).chain(self.second) {
            if last < look {
                return Some((Held::TooFew(Some(look.next())), last));
            }
            let (outcome, others) = after(look)?;
            let said = match judge((before.0, outcome), before.1.zip(others), &self.plan) {
                None | Some(Verdict::TooFew { .. }) => continue,
                Some(Verdict::Fewer(_)) => Held::Fewer,
                Some(Verdict::NoClearChange(_)) => Held::NoClearChange,
                Some(Verdict::More(_)) => Held::More,
                Some(Verdict::ReportingFell(_)) => Held::ReportingFell,
            };
            return Some((said, look));
        }
        Some((Held::TooFew(None), self.second.unwrap_or(self.first)))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Held, Looks, Window};
    use crate::domain::action::{Declared, ahead};
    use crate::domain::period::Period;
    use crate::domain::subject::Subject;

    pub(in crate::flows::learning) fn month(text: &str) -> Period {
        Period::parse(text).expect("a month")
    }

    pub(in crate::flows::learning) fn declared() -> Declared {
        Declared { outcome: Subject::All, start: month("2025-01"), wash_in: 1, window: 12, worth: 30, on: month("2024-12") }
    }

    /// Two years with `before` events a month, then `after` a month; equal months.
    fn said(before: u32, after: u32, last: &str) -> Held {
        let counted = |each: u32, months: usize| Window { events: u64::from(each) * months as u64, exposure: months as f64 };
        let months = |until: Period| (0..200_u32).take_while(|n| ahead(month("2025-02"), *n) <= until).count();
        let judged = |until: Period| Some((counted(after, months(until)), None));
        let looks = Looks::of(&declared(), counted(before, 24));
        looks.held((counted(before, 24), None), &judged, month(last)).expect("an answer").0
    }

    #[test]
    fn nothing_is_said_before_the_declared_window_is_over() {
        assert_eq!(said(20, 5, "2025-12"), Held::TooFew(Some(month("2026-02"))));
        assert_eq!(said(20, 5, "2026-01"), Held::Fewer);
        assert_eq!(said(20, 40, "2026-01"), Held::More);
        assert_eq!(said(20, 20, "2026-01"), Held::NoClearChange);
    }

    #[test]
    fn a_window_that_was_too_short_is_looked_at_once_more_in_the_month_it_named() {
        let Held::TooFew(Some(named)) = said(5, 5, "2026-01") else { panic!("five a month are too few for a year") };

        assert!(named > month("2026-02"), "{named}");
        assert_eq!(said(5, 5, &named.previous().previous().to_string()), Held::TooFew(Some(named)));
        assert_ne!(said(5, 5, &named.previous().to_string()), Held::TooFew(Some(named)), "the promise is kept");
        assert_eq!(said(5, 0, "2026-01"), Held::Fewer, "what is plain needs no second look");
    }

    #[test]
    fn hardly_any_events_are_too_few_for_ever() {
        assert_eq!(said(1, 1, "2026-01"), Held::TooFew(None));
        assert_eq!(said(1, 1, "2031-01"), Held::TooFew(None));
        let nothing = Looks::of(&declared(), Window { events: 0, exposure: 24.0 });
        assert_eq!(nothing.seen_by, None);
    }

    #[test]
    fn what_is_not_known_is_not_judged() {
        let before = Window { events: 480, exposure: 24.0 };

        assert_eq!(Looks::of(&declared(), before).held((before, None), &|_| None, month("2026-01")), None);
    }
}
