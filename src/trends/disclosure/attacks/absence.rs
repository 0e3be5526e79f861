//! A10: what a zero or a missing row tells.
//!
//! Refuses a table that leaves a group out, and a figure under the threshold of its readers.

use std::collections::{BTreeMap, BTreeSet};

use super::{Attack, Evidence, Lesson};
use crate::domain::digest::Printed;
use crate::trends::disclosure::axis::{Axis, Group};
use crate::trends::disclosure::cell::{Cell, Dimension, Table, Window};

/// Looks for groups that a table of the issue does not list, and for printed figures that should be hidden.
#[must_use]
pub fn a10_absence(evidence: &Evidence<'_>) -> Vec<Lesson> {
    let small = evidence.fresh().filter_map(|e| match e.shown.printed() {
        Printed::About(v) if v < e.audience.hide_below() => Some((e.cell.clone(), i64::from(v))),
        _ => None,
    });
    let mut listed: BTreeMap<(Table, Window), BTreeSet<&Cell>> = BTreeMap::new();
    for entry in evidence.fresh() {
        listed.entry((entry.cell.table, entry.cell.window)).or_default().insert(&entry.cell);
    }
    let absent = listed.iter().flat_map(|((table, window), cells)| {
        expected(evidence, *table, *window).into_iter().filter(|cell| !cells.contains(cell)).map(|cell| (cell, 0))
    });
    small.chain(absent).map(|(cell, count)| Lesson { attack: Attack::A10, cell, low: count, high: count }).collect()
}

/// Every cell a table has to list.
fn expected(evidence: &Evidence<'_>, table: Table, window: Window) -> Vec<Cell> {
    let codes = |d: Dimension| evidence.axis(d).map_or(&[][..], Axis::groups).iter();
    match table {
        Table::Total => vec![Cell::total(window)],
        Table::By(d) => codes(d).map(|g| Cell::by(window, d, &g.code)).collect(),
        Table::Crossed(d) => {
            let row = |g: &Group| codes(Dimension::Category).map(|c| Cell::crossed(window, d, &g.code, &c.code)).collect::<Vec<_>>();
            codes(d).flat_map(row).collect()
        }
    }
}
