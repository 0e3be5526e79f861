//! A1, A4 and A7: what is left when the parts are taken from their whole.
//!
//! Interval arithmetic on one equation at a time. Refuses nothing clever: this is what a reader does with a pencil.

use std::collections::BTreeMap;

use super::{Attack, Evidence, Lesson, Sight, desk, says_too_much};
use crate::trends::disclosure::audience::Audience;
use crate::trends::disclosure::cell::{Cell, Dimension, Table};

type Desk<'a> = BTreeMap<&'a Cell, Sight>;

/// Subtracts the printed parts of every table from its printed total, and rows and columns from theirs.
#[must_use]
pub fn a1_subtract_from_total(evidence: &Evidence<'_>) -> Vec<Lesson> {
    totals(evidence, &desk(evidence, evidence.audience), Attack::A1)
}

/// Subtracts the printed units from their division, the divisions from their site.
#[must_use]
pub fn a4_overlapping_hierarchies(evidence: &Evidence<'_>) -> Vec<Lesson> {
    hierarchies(evidence, &desk(evidence, evidence.audience), Attack::A4)
}

/// Does both with the issues of every audience side by side.
#[must_use]
pub fn a7_collusion(evidence: &Evidence<'_>) -> Vec<Lesson> {
    let all = desk(evidence, Audience::SafetyTeam);
    let torn = all.iter().filter(|(_, sight)| sight.low > sight.high);
    let torn = torn.map(|(cell, sight)| Lesson { attack: Attack::A7, cell: (*cell).clone(), low: sight.low, high: sight.high });
    torn.chain(totals(evidence, &all, Attack::A7)).chain(hierarchies(evidence, &all, Attack::A7)).collect()
}

/// The cell as a whole, once for each dimension in which it can be taken apart, with the cells of its parts.
fn parts_of(evidence: &Evidence<'_>, whole: &Cell, dimension: Dimension, below: Option<&str>) -> Vec<Cell> {
    let (window, codes) = (whole.window, whole.codes.as_slice());
    let part = |code: &str| match (whole.table, codes) {
        (Table::Total, _) => Some(Cell::by(window, dimension, code)),
        (Table::By(Dimension::Category), [category]) if dimension != Dimension::Category => {
            Some(Cell::crossed(window, dimension, code, category))
        }
        (Table::By(own), [group]) if dimension == Dimension::Category => Some(Cell::crossed(window, own, group, code)),
        (Table::By(own), _) if own == dimension => Some(Cell::by(window, dimension, code)),
        (Table::Crossed(own), [group, _]) if dimension == Dimension::Category => Some(Cell::crossed(window, own, group, code)),
        (Table::Crossed(own), [_, category]) if own == dimension => Some(Cell::crossed(window, dimension, code, category)),
        _ => None,
    };
    let axis = evidence.axis(dimension);
    axis.into_iter().flat_map(|a| a.children(below)).filter_map(|group| part(&group.code)).collect()
}

fn totals(evidence: &Evidence<'_>, desk: &Desk<'_>, attack: Attack) -> Vec<Lesson> {
    let wholes = desk.iter().filter(|(cell, _)| !matches!(cell.table, Table::Crossed(_)));
    let apart = |whole: &Cell| -> Vec<Dimension> {
        Dimension::ALL
            .into_iter()
            .filter(|d| whole.table != Table::By(*d) && (whole.table == Table::Total || evidence.axis(*d).is_some()))
            .collect()
    };
    let pairs = wholes.flat_map(|(cell, sight)| apart(cell).into_iter().map(move |d| (*cell, *sight, d)));
    pairs.flat_map(|(cell, sight, d)| subtract(desk, sight, &parts_of(evidence, cell, d, None), attack)).collect()
}

fn hierarchies(evidence: &Evidence<'_>, desk: &Desk<'_>, attack: Attack) -> Vec<Lesson> {
    let mut lessons = Vec::new();
    for (cell, sight) in desk {
        for (dimension, code) in cell.table.dimensions().into_iter().zip(&cell.codes) {
            lessons.extend(subtract(desk, *sight, &parts_of(evidence, cell, dimension, Some(code)), attack));
        }
    }
    lessons
}

/// What the other parts leave for each hidden one. Says nothing when a part is on no desk at all and nothing bounds it.
fn subtract(desk: &Desk<'_>, whole: Sight, parts: &[Cell], attack: Attack) -> Vec<Lesson> {
    let seen = |cell: &Cell| desk.get(cell).copied().unwrap_or(Sight::NOTHING);
    if !parts.iter().any(|cell| desk.contains_key(cell)) {
        return Vec::new();
    }
    let lows: i64 = parts.iter().map(|c| seen(c).low).sum();
    let unbounded = parts.iter().filter(|c| seen(c).high == i64::MAX).count();
    let highs: i64 = parts.iter().map(|c| seen(c).high).filter(|h| *h < i64::MAX).sum();
    let hidden = parts.iter().filter(|c| desk.contains_key(c) && seen(c).hidden);
    hidden
        .filter_map(|cell| {
            let own = seen(cell);
            let own_unbounded = own.high == i64::MAX;
            let others = if own_unbounded { highs } else { highs - own.high };
            let low = if unbounded > usize::from(own_unbounded) { own.low } else { own.low.max(whole.low - others) };
            let high = own.high.min(whole.high.saturating_sub(lows - own.low));
            says_too_much(low, high).then(|| Lesson { attack, cell: cell.clone(), low, high })
        })
        .collect()
}
