//! A5: counts computed back from what is derived from them.
//!
//! A share or a bar that follows from printed figures tells nothing that they do not tell. So every one is computed again from
//! the printed figures, and any difference is a lesson, because it can only come from a true count. Refuses to guess at rounding.

use super::{Attack, Evidence, Lesson};
use crate::domain::digest::Printed;
use crate::trends::disclosure::cell::Cell;
use crate::trends::disclosure::derived::share;
use crate::trends::disclosure::rounding::SPREAD;

/// Something derived that stands in an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// One cell as a whole percentage of another.
    Share {
        /// The numerator.
        part: Cell,
        /// The denominator.
        whole: Cell,
        /// What is printed.
        percent: u32,
    },
    /// A bar or a point of a chart.
    Height {
        /// What it stands for.
        cell: Cell,
        /// How high it is, in reports.
        reports: u32,
    },
}

/// Computes every derived figure again from the printed ones.
#[must_use]
pub fn a5_back_computation(evidence: &Evidence<'_>) -> Vec<Lesson> {
    let printed = |cell: &Cell| {
        let seen = evidence.figures.iter().filter(|e| e.cell == *cell && e.audience <= evidence.audience).map(|e| e.shown.printed());
        seen.max_by_key(|p| matches!(p, Printed::About(_))).unwrap_or(Printed::Withheld)
    };
    let lesson = |cell: &Cell, value: i64, slack: i64| Lesson {
        attack: Attack::A5,
        cell: cell.clone(),
        low: (value - slack).max(0),
        high: value + slack,
    };
    let told = |claim: &Claim| match claim {
        Claim::Height { cell, reports } if printed(cell) != Printed::About(*reports) => Some(lesson(cell, i64::from(*reports), 0)),
        Claim::Share { part, whole, percent } if share(printed(part), printed(whole)) != Some(*percent) => {
            let base = if let Printed::About(v) = printed(whole) { i64::from(v) } else { 0 };
            Some(lesson(part, base * i64::from(*percent) / 100, SPREAD))
        }
        _ => None,
    };
    evidence.claims.iter().filter_map(told).collect()
}
