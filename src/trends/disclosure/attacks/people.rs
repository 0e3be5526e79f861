//! A6 and A12: what figures tell about people once their number is known.
//!
//! Head-counts are no secret in the house: anybody can count colleagues. Refuses to assume that a small group is unknown.

use std::collections::{BTreeMap, BTreeSet};

use super::{Attack, Evidence, Lesson, Sight, desk};
use crate::domain::digest::Printed;
use crate::trends::disclosure::axis::{Axis, Group};
use crate::trends::disclosure::cell::{Cell, Dimension, Table, Window};
use crate::trends::disclosure::ledger::Entry;

type Desk<'a> = BTreeMap<&'a Cell, Sight>;

/// Looks for figures about groups too small to describe, and subtracts larger groups until such a group is left.
#[must_use]
pub fn a6_head_counts(evidence: &Evidence<'_>) -> Vec<Lesson> {
    let desk = desk(evidence, evidence.audience);
    let people = evidence.axes.iter().filter(|a| a.dimension().describes_people());
    let parents = people.flat_map(|a| std::iter::once(None).chain(a.groups().iter().map(Some)).map(move |parent| (a, parent)));
    let windows =
        |axis: &Axis| -> BTreeSet<Window> { desk.keys().filter(|c| c.table == Table::By(axis.dimension())).map(|c| c.window).collect() };
    let left = parents.flat_map(|(axis, parent)| windows(axis).into_iter().map(move |window| (axis, parent, window)));
    described(evidence)
        .into_iter()
        .chain(left.filter_map(|(axis, parent, window)| remainder(evidence, &desk, axis, parent, window)))
        .collect()
}

/// Figures printed about groups too small for their readers.
fn described(evidence: &Evidence<'_>) -> Vec<Lesson> {
    let crowd = |cell: &Cell| evidence.axis(*cell.table.dimensions().first()?)?.crowd(cell.codes.first()?);
    let told = |entry: &Entry| {
        let Printed::About(v) = entry.shown.printed() else { return None };
        let lesson = Lesson { attack: Attack::A6, cell: entry.cell.clone(), low: i64::from(v), high: i64::from(v) };
        crowd(&entry.cell).is_some_and(|n| n < entry.audience.crowd_min()).then_some(lesson)
    };
    evidence.fresh().filter_map(told).collect()
}

/// Whether the few people that larger groups leave of `parent` must have reported something.
fn remainder(evidence: &Evidence<'_>, desk: &Desk<'_>, axis: &Axis, parent: Option<&Group>, window: Window) -> Option<Lesson> {
    let cell = |group: &Group| Cell::by(window, axis.dimension(), &group.code);
    let seen = |cell: &Cell| desk.get(cell).copied().unwrap_or(Sight::NOTHING);
    let whole = seen(&parent.map_or_else(|| Cell::total(window), cell));
    let (small, others) = split(axis, parent, evidence.audience.crowd_min());
    let most = others.iter().map(|g| seen(&cell(g)).high).fold(0, i64::saturating_add);
    let low = whole.low.saturating_sub(most);
    small.first().filter(|_| low > 0).map(|first| Lesson { attack: Attack::A6, cell: cell(first), low, high: whole.high })
}

/// Groups below `parent` that together are too few people to describe, and the others.
fn split<'a>(axis: &'a Axis, parent: Option<&'a Group>, crowd_min: u32) -> (Vec<&'a Group>, Vec<&'a Group>) {
    let small = |g: &&Group| axis.crowd(&g.code).is_some_and(|n| n < crowd_min);
    let (small, others): (Vec<&Group>, Vec<&Group>) = axis.children(parent.map(|p| p.code.as_str())).partition(small);
    let together = small.iter().filter_map(|g| axis.crowd(&g.code)).fold(0, u32::saturating_add);
    if together < crowd_min { (small, others) } else { (Vec::new(), others) }
}

/// Looks for a group of which nine reports in ten must be of one category.
#[must_use]
pub fn a12_homogeneous_group(evidence: &Evidence<'_>) -> Vec<Lesson> {
    let desk = desk(evidence, evidence.audience);
    let mut lessons = Vec::new();
    for (cell, sight) in &desk {
        let (Table::Crossed(dimension), [code, category]) = (cell.table, cell.codes.as_slice()) else { continue };
        let leaves: Vec<&str> = evidence.axis(Dimension::Category).into_iter().flat_map(Axis::leaves).collect();
        if !dimension.describes_people() || sight.hidden || !leaves.contains(&category.as_str()) {
            continue;
        }
        let row = leaves.iter().map(|leaf| Cell::crossed(cell.window, dimension, code, leaf));
        let by_sum = row.map(|c| desk.get(&c).map_or(i64::MAX, |s| s.high)).fold(0, i64::saturating_add);
        let by_total = desk.get(&Cell::by(cell.window, dimension, code)).map_or(i64::MAX, |s| s.high);
        if sight.low.saturating_mul(10) >= by_sum.min(by_total).saturating_mul(9) {
            lessons.push(Lesson { attack: Attack::A12, cell: (*cell).clone(), low: sight.low, high: sight.high });
        }
    }
    lessons
}
