//! A8 and A9: figures of one cell that differ, within an issue or between two.
//!
//! Equal figures average to themselves and differ by nothing. Refuses any second figure, however close.

use std::collections::{BTreeMap, BTreeSet};

use super::{Attack, Evidence, Lesson};
use crate::domain::digest::Printed;
use crate::trends::disclosure::axis::Axis;
use crate::trends::disclosure::cell::Cell;
use crate::trends::disclosure::ledger::Entry;
use crate::trends::disclosure::rounding::stands_for;

/// Looks in the issue for two figures of one and the same set of reports and averages them.
#[must_use]
pub fn a8_ask_again(evidence: &Evidence<'_>) -> Vec<Lesson> {
    differing(evidence, &evidence.fresh().collect::<Vec<_>>(), Attack::A8)
}

/// Looks for a figure in the issue that had another value when it was first published: the difference is the edit.
#[must_use]
pub fn a9_edit_differencing(evidence: &Evidence<'_>) -> Vec<Lesson> {
    let again: BTreeSet<&Cell> = evidence.fresh().map(|e| &e.cell).collect();
    let versions: Vec<&Entry> = evidence.figures.iter().filter(|e| again.contains(&e.cell)).collect();
    differing(evidence, &versions, Attack::A9)
}

fn differing(evidence: &Evidence<'_>, entries: &[&Entry], attack: Attack) -> Vec<Lesson> {
    let mut first: BTreeMap<Cell, &Entry> = BTreeMap::new();
    let mut lessons = Vec::new();
    for entry in entries.iter().filter(|e| matches!(e.shown.printed(), Printed::About(_))) {
        let known = first.entry(canonical(evidence, &entry.cell)).or_insert(entry);
        let ranges = stands_for(known.shown.printed(), known.audience).zip(stands_for(entry.shown.printed(), entry.audience));
        if let (Some((a, b)), true) = (ranges, known.shown != entry.shown) {
            lessons.push(Lesson { attack, cell: entry.cell.clone(), low: a.0.max(b.0), high: a.1.min(b.1) });
        }
    }
    lessons
}

/// The name under which a set of reports is known, whatever it is called in a table.
fn canonical(evidence: &Evidence<'_>, cell: &Cell) -> Cell {
    let known = |(dimension, code)| evidence.axis(dimension).map_or(code, |axis: &Axis| axis.canonical(code)).to_owned();
    let named = cell.table.dimensions().into_iter().zip(cell.codes.iter().map(String::as_str));
    Cell { codes: named.map(known).collect(), ..cell.clone() }
}
