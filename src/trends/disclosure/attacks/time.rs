//! A2 and A3: what is left when figures of one piece of the calendar are taken from those of a longer one.
//!
//! With windows of one length there is nothing to take away. Refuses to trust that: it looks at every pair of lengths.

use std::collections::BTreeMap;

use super::{Attack, Evidence, Lesson, Sight, desk, says_too_much};
use crate::trends::disclosure::cell::{Cell, Length, Window};

type Desk<'a> = BTreeMap<&'a Cell, Sight>;

/// Takes every published month of a quarter (quarter of a half-year, and so on) but one from the whole, for the one that is left.
#[must_use]
pub fn a2_difference_of_periods(evidence: &Evidence<'_>) -> Vec<Lesson> {
    let desk = desk(evidence, evidence.audience);
    let mut lessons = Vec::new();
    for (whole, sight) in &desk {
        for length in Length::ALL.into_iter().filter(|l| *l < whole.window.length()) {
            let parts = parts_of(whole, length);
            for (at, part) in parts.iter().enumerate() {
                let others: Vec<&Cell> = parts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, cell)| cell).collect();
                lessons.extend(left_over(&desk, *sight, &others, &[part]).map(|(low, high)| Lesson {
                    attack: Attack::A2,
                    cell: part.clone(),
                    low,
                    high,
                }));
            }
        }
    }
    lessons
}

/// Takes what had been published up to one day from what was published up to a later one, both counted from the same start.
#[must_use]
pub fn a3_cumulative_jump(evidence: &Evidence<'_>) -> Vec<Lesson> {
    let desk = desk(evidence, evidence.audience);
    let mut lessons = Vec::new();
    for (later, sight) in &desk {
        let starts =
            |cell: &Cell| cell.window.months().next() == later.window.months().next() && cell.window.length() < later.window.length();
        for earlier in desk.keys().filter(|c| (c.table, &c.codes) == (later.table, &later.codes) && starts(c)) {
            let parts = parts_of(later, earlier.window.length());
            let since: Vec<&Cell> = parts.iter().filter(|part| part != earlier).collect();
            let jump = left_over(&desk, *sight, &[*earlier], &since);
            lessons.extend(jump.map(|(low, high)| Lesson { attack: Attack::A3, cell: (*later).clone(), low, high }));
        }
    }
    lessons
}

/// The same cell in the windows of this length that make up its own.
fn parts_of(whole: &Cell, length: Length) -> Vec<Cell> {
    let mut windows: Vec<Window> = whole.window.months().map(|month| Window::holding(month, length)).collect();
    windows.dedup();
    windows.into_iter().map(|window| Cell { window, ..whole.clone() }).collect()
}

/// What the whole without `taken` leaves for the rest, if all of `taken` is published and not all of the rest is printed.
fn left_over(desk: &Desk<'_>, whole: Sight, taken: &[&Cell], rest: &[&Cell]) -> Option<(i64, i64)> {
    let taken: Vec<Sight> = taken.iter().map(|cell| desk.get(*cell).copied()).collect::<Option<_>>()?;
    if taken.is_empty() || rest.iter().all(|cell| desk.get(*cell).is_some_and(|s| !s.hidden)) {
        return None;
    }
    let most = taken.iter().map(|s| s.high).fold(0, i64::saturating_add);
    let low = whole.low.saturating_sub(most).max(0);
    let high = whole.high.saturating_sub(taken.iter().map(|s| s.low).sum());
    says_too_much(low, high).then_some((low, high))
}
