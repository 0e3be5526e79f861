//! What is taken back when the audit fails, in a fixed order: the smallest printed sibling, the total, the table.
//!
//! Decides by printed figures and by the verdict only. What stands in the ledger is never taken back, because it cannot be;
//! when nothing of the new release is left to take back, there is no release.

use std::collections::BTreeSet;

use super::audience::Audience;
use super::audit::{Verdict, audit};
use super::axis::Axis;
use super::cell::{Cell, Table, Window};
use super::ledger::{Entry, Shown};

/// The audit cannot be satisfied by hiding more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exposed;

/// Audits `entries` as every audience that can hold issue number `issue`, and hides cells of that issue until all pass.
///
/// # Errors
/// `Exposed` when the issue has nothing left to hide.
pub fn protect(entries: &mut [Entry], issue: u32, audience: Audience, axes: &[Axis]) -> Result<(), Exposed> {
    let fresh = |e: &Entry| e.issue == issue;
    let readers: BTreeSet<Audience> = entries.iter().map(|e| e.audience.max(audience)).filter(|reader| *reader >= audience).collect();
    for reader in readers {
        loop {
            match audit(entries, &fresh, reader, axes) {
                Verdict::Holds => break,
                Verdict::Exposes(cell) => take_back(entries, issue, &cell)?,
                Verdict::TooLarge(window) => drop_table(entries, issue, window, None)?,
            }
        }
    }
    Ok(())
}

fn take_back(entries: &mut [Entry], issue: u32, exposed: &Cell) -> Result<(), Exposed> {
    let siblings = |e: &Entry| (e.cell.table, e.cell.window) == (exposed.table, exposed.window);
    let total = |e: &Entry| e.cell.table == Table::Total && (e.cell.window.covers(exposed.window) || exposed.window.covers(e.cell.window));
    if hide_smallest(entries, issue, &siblings) || hide_smallest(entries, issue, &total) {
        return Ok(());
    }
    drop_table(entries, issue, exposed.window, Some(exposed.table))
}

/// Takes back the smallest figure among those of the issue that `among` accepts; false when there is none.
fn hide_smallest(entries: &mut [Entry], issue: u32, among: &dyn Fn(&Entry) -> bool) -> bool {
    let own = entries.iter_mut().filter(|e| e.issue == issue && among(e));
    let figures = own.filter_map(|e| if let Shown::About(v) = e.shown { Some((v, e)) } else { None });
    let smallest = figures.min_by(|(a, x), (b, y)| (a, &x.cell).cmp(&(b, &y.cell)));
    smallest.map(|(_, entry)| entry.shown = Shown::Audit).is_some()
}

/// Drops `table`, or when there is nothing of it left the finest other one, from the windows that share months with `window`.
fn drop_table(entries: &mut [Entry], issue: u32, window: Window, table: Option<Table>) -> Result<(), Exposed> {
    let says = |e: &Entry| e.issue == issue && matches!(e.shown, Shown::About(_) | Shown::Few | Shown::Alike | Shown::Audit);
    let shares = |w: Window| w.covers(window) || window.covers(w);
    let candidates: BTreeSet<Table> = entries.iter().filter(|e| says(e) && shares(e.cell.window)).map(|e| e.cell.table).collect();
    let own = table.filter(|t| candidates.contains(t));
    let dropped = own.or_else(|| candidates.last().copied()).ok_or(Exposed)?;
    for entry in entries.iter_mut().filter(|e| e.cell.table == dropped && shares(e.cell.window)) {
        if says(entry) {
            entry.shown = Shown::Dropped;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::protect;
    use crate::trends::disclosure::{Audience, Axis, Cell, Dimension, Entry, Group, Headcount, Shown, Window};

    fn settled(total: Shown, parts: &[(&str, u32, Shown)], issue: u32) -> Option<Vec<Shown>> {
        let month = Window::parse("2026-09").expect("a month");
        let group = |(code, people, _): &(&str, u32, Shown)| Group {
            code: (*code).to_owned(),
            parent: None,
            people: Some(Headcount::fresh(*people)),
        };
        let axes = [Axis::new(Dimension::Place, parts.iter().map(group).collect()).expect("an axis")];
        let cells = parts.iter().map(|(code, _, shown)| (Cell::by(month, Dimension::Place, code), *shown));
        let nothing = std::iter::once((Cell::by(month, Dimension::Place, ""), Shown::Few));
        let all = std::iter::once((Cell::total(month), total)).chain(cells).chain(nothing);
        let mut entries: Vec<Entry> = all.map(|(cell, shown)| Entry { issue: 1, audience: Audience::SafetyTeam, cell, shown }).collect();
        protect(&mut entries, issue, Audience::SafetyTeam, &axes).ok()?;
        Some(entries.into_iter().map(|e| e.shown).collect())
    }

    const ABOUT: fn(u32) -> Shown = Shown::About;

    #[test]
    fn the_smallest_sibling_goes_first() {
        let parts = [("a", 50, Shown::Few), ("b", 50, ABOUT(30)), ("c", 50, ABOUT(50))];

        let shown = settled(ABOUT(65), &parts, 1).expect("a release");

        assert_eq!(shown, [ABOUT(65), Shown::Few, Shown::Audit, ABOUT(50), Shown::Few]);
    }

    #[test]
    fn a_group_too_small_to_describe_is_not_described_by_subtraction() {
        let parts = [("a", 8, Shown::SmallGroup), ("b", 50, ABOUT(20)), ("c", 50, ABOUT(40))];

        let shown = settled(ABOUT(90), &parts, 1).expect("a release");

        assert_eq!(shown, [ABOUT(90), Shown::SmallGroup, Shown::Audit, ABOUT(40), Shown::Few]);
    }

    #[test]
    fn harmless_tables_are_left_alone() {
        let parts = [("a", 50, ABOUT(20)), ("b", 50, Shown::Few), ("c", 50, ABOUT(35))];

        assert_eq!(settled(ABOUT(60), &parts, 1), Some(vec![ABOUT(60), ABOUT(20), Shown::Few, ABOUT(35), Shown::Few]));
    }

    #[test]
    fn what_stands_in_the_ledger_is_not_taken_back() {
        let parts = [("a", 50, Shown::Few), ("b", 50, ABOUT(30)), ("c", 50, ABOUT(50))];

        assert_eq!(
            settled(ABOUT(65), &parts, 2),
            Some(vec![ABOUT(65), Shown::Few, ABOUT(30), ABOUT(50), Shown::Few]),
            "it is not audited again"
        );
    }
}
