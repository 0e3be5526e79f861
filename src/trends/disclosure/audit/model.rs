//! Published figures as a system over whole numbers: what a reader with every issue on the desk could write down.
//!
//! One unknown for each cell of the finest published tables. Because the declared tables form a star around the category, any
//! solution is the margins of some real set of reports (tables that agree on what they share and form no circle always have a
//! common joint table: Vorob'ev 1962), so the bounds found here are exact and no larger table is needed. Refuses true counts:
//! its input is a ledger.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::period::Period;
use crate::trends::disclosure::audience::Audience;
use crate::trends::disclosure::axis::{Axis, NOT_STATED};
use crate::trends::disclosure::cell::{Cell, Dimension, Table, Window};
use crate::trends::disclosure::ledger::{Entry, Shown};
use crate::trends::disclosure::rounding::{SPREAD, stands_for};

/// What an unbounded count is taken to reach.
pub(in crate::trends::disclosure) const UNBOUNDED: i64 = 1 << 20;

/// `low ≤ Σ factor · unknown ≤ high`.
#[derive(Clone, Debug)]
pub(in crate::trends::disclosure) struct Limit {
    pub(super) terms: Vec<(usize, i64)>,
    pub(super) low: i64,
    pub(super) high: i64,
}

/// A cell without a figure, or several together, as a sum of unknowns.
#[derive(Clone, Debug)]
pub(in crate::trends::disclosure) struct Hidden {
    /// The cell, or the first of several.
    pub(super) cell: Cell,
    pub(super) terms: Vec<(usize, i64)>,
    /// It must have room, as every hidden cell must.
    pub(super) room: bool,
    /// Its people are too few to describe: it must be able to hold nothing at all.
    pub(super) none: bool,
}

/// The system of one block of the calendar.
#[derive(Clone, Debug, Default)]
pub(in crate::trends::disclosure) struct Model {
    pub(super) unknowns: usize,
    pub(super) limits: Vec<Limit>,
    pub(super) hidden: Vec<Hidden>,
}

fn axis_of(axes: &[Axis], dimension: Dimension) -> Option<&Axis> {
    axes.iter().find(|a| a.dimension() == dimension)
}

/// The finest groups of a dimension: the leaves of its axis and every published code that is no group any more.
struct Leaves<'a> {
    axis: Option<&'a Axis>,
    codes: Vec<&'a str>,
}

impl<'a> Leaves<'a> {
    fn of(dimension: Dimension, axes: &'a [Axis], entries: &[&'a Entry]) -> Self {
        let groups = axis_of(axes, dimension);
        let known = |code: &str| groups.is_some_and(|a| a.group(code).is_some());
        let mut codes: BTreeSet<&str> = BTreeSet::from([NOT_STATED]);
        codes.extend(groups.into_iter().flat_map(Axis::leaves));
        for entry in entries {
            let named = entry.cell.table.dimensions().into_iter().zip(&entry.cell.codes);
            codes.extend(named.filter(|(d, code)| *d == dimension && !known(code)).map(|(_, code)| code.as_str()));
        }
        Self { axis: groups, codes: codes.into_iter().collect() }
    }

    /// Places of the leaves at and below a code.
    fn under(&self, code: &str) -> Vec<usize> {
        let below: BTreeSet<&str> = self.axis.into_iter().flat_map(|a| a.leaves_under(code)).collect();
        let inside = |leaf: &&str| **leaf == *code || below.contains(*leaf);
        self.codes.iter().enumerate().filter(|(_, leaf)| inside(leaf)).map(|(at, _)| at).collect()
    }
}

/// Finest tables: a dimension alone, or crossed with the category.
struct Grid {
    dimensions: Vec<Dimension>,
    /// First unknown, within one atom of time.
    start: usize,
    rows: usize,
    columns: usize,
}

struct Layout<'a> {
    leaves: BTreeMap<Dimension, Leaves<'a>>,
    grids: Vec<Grid>,
    /// Unknowns in one atom; the first is its total.
    width: usize,
}

impl<'a> Layout<'a> {
    fn of(axes: &'a [Axis], entries: &[&'a Entry]) -> Self {
        let tables: BTreeSet<Table> = entries.iter().map(|e| e.cell.table).collect();
        let crossed: BTreeSet<Dimension> = tables.iter().filter_map(|t| if let Table::Crossed(d) = t { Some(*d) } else { None }).collect();
        let alone = |d: &Dimension| !crossed.contains(d) && (*d != Dimension::Category || crossed.is_empty());
        let single = tables.iter().filter_map(|t| if let Table::By(d) = t { Some(*d) } else { None }).filter(alone).map(|d| vec![d]);
        let shapes: Vec<Vec<Dimension>> = crossed.iter().map(|d| vec![*d, Dimension::Category]).chain(single).collect();
        let dimensions: BTreeSet<Dimension> = shapes.iter().flatten().copied().collect();
        let leaves: BTreeMap<Dimension, Leaves<'a>> = dimensions.into_iter().map(|d| (d, Leaves::of(d, axes, entries))).collect();
        let mut width = 1;
        let grids = shapes.into_iter().map(|dimensions| {
            let mut sizes = dimensions.iter().map(|d| leaves.get(d).map_or(1, |l| l.codes.len()));
            let (rows, columns) = (sizes.next().unwrap_or(1), sizes.next().unwrap_or(1));
            let start = width;
            width += rows * columns;
            Grid { dimensions, start, rows, columns }
        });
        let grids = grids.collect();
        Self { leaves, grids, width }
    }

    /// Unknowns of one atom that a cell is the sum of.
    fn unknowns(&self, table: Table, codes: &[String]) -> Vec<usize> {
        let named: Vec<(Dimension, &String)> = table.dimensions().into_iter().zip(codes).collect();
        let Some(grid) = self.grids.iter().find(|g| !named.is_empty() && named.iter().all(|(d, _)| g.dimensions.contains(d))) else {
            return vec![0];
        };
        let places = |at: usize, size: usize| -> Vec<usize> {
            let code = grid.dimensions.get(at).and_then(|d| named.iter().find(|(n, _)| n == d));
            match code.and_then(|(d, code)| self.leaves.get(d).map(|l| l.under(code))) {
                Some(places) => places,
                None => (0..size).collect(),
            }
        };
        let (rows, columns) = (places(0, grid.rows), places(1, grid.columns));
        rows.iter().flat_map(|r| columns.iter().map(move |c| grid.start + r * grid.columns + c)).collect()
    }

    /// Equations that hold in every atom: each grid adds up to the total, and crossed grids agree on every category.
    fn equations(&self) -> Vec<Vec<(usize, i64)>> {
        let mut out = Vec::new();
        let mut first: Option<&Grid> = None;
        for grid in &self.grids {
            let column =
                |g: &Grid, c: usize, sign: i64| -> Vec<(usize, i64)> { (0..g.rows).map(|r| (g.start + r * g.columns + c, sign)).collect() };
            match first {
                Some(shared) if grid.dimensions.len() == 2 => {
                    out.extend((0..grid.columns).map(|c| [column(shared, c, 1), column(grid, c, -1)].concat()));
                }
                _ => {
                    let all = (grid.start..grid.start + grid.rows * grid.columns).map(|at| (at, 1));
                    out.push(all.chain([(0, -1)]).collect());
                }
            }
            if grid.dimensions.len() == 2 && first.is_none() {
                first = Some(grid);
            }
        }
        out
    }
}

/// The pieces of time that figures are told apart by: the window itself when there is only one, else its months.
fn atoms(entries: &[&Entry]) -> BTreeMap<Window, Vec<usize>> {
    let windows: BTreeSet<Window> = entries.iter().map(|e| e.cell.window).collect();
    if windows.len() == 1 {
        return windows.into_iter().map(|w| (w, vec![0])).collect();
    }
    let months: BTreeSet<Period> = windows.iter().flat_map(|w| w.months()).collect();
    let inside = |w: &Window| months.iter().enumerate().filter(|(_, m)| w.holds(**m)).map(|(at, _)| at).collect();
    windows.iter().map(|w| (*w, inside(w))).collect()
}

/// What somebody who knows the rules concludes from one entry. A figure that the audit took back was a printed one, and none
/// that was left in its one-way table is smaller.
fn bounds(entry: &Entry, entries: &[&Entry]) -> (i64, i64) {
    if entry.shown != Shown::Audit {
        return stands_for(entry.shown.printed(), entry.audience).unwrap_or((0, UNBOUNDED));
    }
    let beside = |e: &&&Entry| {
        (e.issue, e.audience, e.cell.table, e.cell.window) == (entry.issue, entry.audience, entry.cell.table, entry.cell.window)
    };
    let figures = entries.iter().filter(beside).filter_map(|e| if let Shown::About(v) = e.shown { Some(i64::from(v)) } else { None });
    let ceiling = if matches!(entry.cell.table, Table::By(_)) { figures.min() } else { None };
    (i64::from(entry.audience.hide_below()) - SPREAD, ceiling.map_or(UNBOUNDED, |v| v + SPREAD))
}

/// People in the described group, if the cell describes one that the axes still know.
fn crowd(cell: &Cell, axes: &[Axis]) -> Option<u32> {
    let mut named = cell.table.dimensions().into_iter().zip(&cell.codes);
    named.find_map(|(d, code)| axis_of(axes, d)?.crowd(code))
}

/// Whether a group was withheld because it is too small, or held out besides, and is small for this reader too.
fn is_small(entry: &Entry, axes: &[Axis], reader: Audience) -> bool {
    let people = crowd(&entry.cell, axes);
    match entry.shown {
        Shown::SmallGroup => people.unwrap_or(0) < reader.crowd_min(),
        Shown::Held => people.is_some_and(|people| people < reader.crowd_min()),
        _ => false,
    }
}

/// Small groups that stand side by side and are too few people even together: larger groups, subtracted from what stands above,
/// would leave just them.
fn small_together<'a>(entries: &[&'a Entry], axes: &[Axis], reader: Audience) -> Vec<BTreeSet<&'a Cell>> {
    let mut rows: BTreeMap<_, BTreeSet<&Cell>> = BTreeMap::new();
    for entry in entries.iter().filter(|e| is_small(e, axes, reader)) {
        let groups = entry.cell.table.dimensions().first().and_then(|d| axis_of(axes, *d));
        let Some((code, others)) = entry.cell.codes.split_first() else { continue };
        let parent = groups.and_then(|a| a.group(code)).and_then(|g| g.parent.as_ref());
        rows.entry((entry.cell.window, entry.cell.table, parent, others)).or_default().insert(&entry.cell);
    }
    let people = |cells: &BTreeSet<&Cell>| cells.iter().filter_map(|cell| crowd(cell, axes)).fold(0, u32::saturating_add);
    rows.into_values().filter(|cells| cells.len() > 1 && people(cells) < reader.crowd_min()).collect()
}

impl Model {
    /// The system that these entries of one block make for a reader.
    pub(in crate::trends::disclosure) fn of(entries: &[&Entry], axes: &[Axis], reader: Audience) -> Self {
        let layout = Layout::of(axes, entries);
        let atoms = atoms(entries);
        let count = atoms.values().flatten().max().map_or(1, |last| last + 1);
        let mut model = Self { unknowns: count * layout.width, limits: Vec::new(), hidden: Vec::new() };
        for atom in 0..count {
            let shifted = |terms: Vec<(usize, i64)>| terms.into_iter().map(|(at, f)| (atom * layout.width + at, f)).collect();
            model.limits.extend(layout.equations().into_iter().map(|terms| Limit { terms: shifted(terms), low: 0, high: 0 }));
        }
        let mut by_cell: BTreeMap<&Cell, Vec<&Entry>> = BTreeMap::new();
        for entry in entries {
            by_cell.entry(&entry.cell).or_default().push(entry);
        }
        let terms = |cell: &Cell| -> Vec<(usize, i64)> {
            let inside = layout.unknowns(cell.table, &cell.codes);
            let of_atom = |atom: &usize| inside.iter().map(|at| (atom * layout.width + at, 1)).collect::<Vec<_>>();
            atoms.get(&cell.window).into_iter().flatten().flat_map(of_atom).collect()
        };
        for (cell, shown) in by_cell {
            let (low, high) = shown.iter().map(|e| bounds(e, entries)).fold((0, UNBOUNDED), |a, b| (a.0.max(b.0), a.1.min(b.1)));
            model.limits.push(Limit { terms: terms(cell), low, high });
            if !shown.iter().any(|e| matches!(e.shown, Shown::About(_))) {
                let none = shown.iter().any(|e| is_small(e, axes, reader));
                model.hidden.push(Hidden { cell: cell.clone(), terms: terms(cell), room: true, none });
            }
        }
        for cells in small_together(entries, axes, reader) {
            let all = cells.iter().flat_map(|cell| terms(cell)).collect();
            model.hidden.extend(cells.first().map(|cell| Hidden { cell: (*cell).clone(), terms: all, room: false, none: true }));
        }
        model
    }

    /// Whether these whole numbers contradict no published figure.
    pub(super) fn admits(&self, world: &[i64]) -> bool {
        let value = |limit: &Limit| sum(&limit.terms, world);
        world.len() == self.unknowns && world.iter().all(|n| *n >= 0) && self.limits.iter().all(|l| (l.low..=l.high).contains(&value(l)))
    }
}

/// A weighted sum of unknowns.
pub(super) fn sum(terms: &[(usize, i64)], world: &[i64]) -> i64 {
    terms.iter().map(|(at, factor)| factor * world.get(*at).copied().unwrap_or(0)).sum()
}

/// The entries an audience may hold, in blocks that share no month. A report falls in exactly one month, so figures of different
/// blocks say nothing about each other.
pub(in crate::trends::disclosure) fn blocks<'a>(entries: impl Iterator<Item = &'a Entry>, audience: Audience) -> Vec<Vec<&'a Entry>> {
    let mut sorted: Vec<&Entry> = entries.filter(|e| e.audience <= audience).collect();
    sorted.sort_by_key(|e| (e.cell.window.months().next(), std::cmp::Reverse(e.cell.window.length())));
    let mut out: Vec<Vec<&Entry>> = Vec::new();
    let mut outer: Option<Window> = None;
    for entry in sorted {
        match (outer, out.last_mut()) {
            (Some(window), Some(block)) if window.covers(entry.cell.window) => block.push(entry),
            _ => {
                outer = Some(entry.cell.window);
                out.push(vec![entry]);
            }
        }
    }
    out
}
