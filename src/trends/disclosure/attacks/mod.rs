//! The attacks A1 to A12 that a release must fail before it goes out (`docs/disclosure.md`, "Attacks").
//!
//! Each is one function: given what is published and what everybody in the house knows anyway (hierarchies, head-counts), it
//! returns what the attacker learns and must not. They are written apart from the audit, with simpler means, so that a mistake in
//! one is caught by the other. They see printed figures only; the gate's reasons are not theirs to read.

mod absence;
mod claims;
mod people;
mod probing;
mod repetition;
mod subtraction;
mod time;

use std::collections::{BTreeMap, BTreeSet};

pub use absence::a10_absence;
pub use claims::{Claim, a5_back_computation};
pub use people::{a6_head_counts, a12_homogeneous_group};
pub use probing::{PROBE_ADVANTAGE_MAX, a11_threshold_probe};
pub use repetition::{a8_ask_again, a9_edit_differencing};
pub use subtraction::{a1_subtract_from_total, a4_overlapping_hierarchies, a7_collusion};
pub use time::{a2_difference_of_periods, a3_cumulative_jump};

use super::audience::Audience;
use super::audit::{UPPER_MIN, WIDTH_MIN};
use super::axis::Axis;
use super::cell::{Cell, Dimension, Window};
use super::ledger::Entry;
use super::rounding::stands_for;
use crate::domain::digest::Printed;

/// The attacks, in the order of the threat model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attack {
    /// Subtract the parts from their total.
    A1,
    /// Difference consecutive periods.
    A2,
    /// Watch a cumulative figure jump.
    A3,
    /// Subtract units from their division.
    A4,
    /// Compute counts back from shares or heights.
    A5,
    /// Link figures to head-counts.
    A6,
    /// Two audiences put their issues together.
    A7,
    /// Ask again and average.
    A8,
    /// Difference two versions of a figure after a withdrawal or an edit.
    A9,
    /// Conclude from a zero or a missing row.
    A10,
    /// Pad a cell with fakes and watch the threshold.
    A11,
    /// Everybody in the group reported the same thing.
    A12,
}

/// What an attacker learns and must not: a cell holds from `low` to `high`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// The attack that taught it.
    pub attack: Attack,
    /// The cell, or the whole that the piece belongs to.
    pub cell: Cell,
    /// Lowest count it can be.
    pub low: i64,
    /// Highest count it can be.
    pub high: i64,
}

/// Everything an attacker has.
#[derive(Clone, Copy)]
pub struct Evidence<'a> {
    /// Everything published so far, the issue under attack included.
    pub figures: &'a [Entry],
    /// Number of the issue under attack.
    pub issue: u32,
    /// Who may read it.
    pub audience: Audience,
    /// Hierarchies and head-counts.
    pub axes: &'a [Axis],
    /// Shares and heights that stand in the issue.
    pub claims: &'a [Claim],
}

impl<'a> Evidence<'a> {
    fn axis(&self, dimension: Dimension) -> Option<&'a Axis> {
        self.axes.iter().find(|a| a.dimension() == dimension)
    }

    /// The issue itself.
    fn fresh(&self) -> impl Iterator<Item = &'a Entry> {
        let issue = self.issue;
        self.figures.iter().filter(move |e| e.issue == issue)
    }
}

/// What an attacker knows of one cell before doing any sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sight {
    low: i64,
    /// `i64::MAX` when nothing bounds it.
    high: i64,
    /// No figure is printed for it.
    hidden: bool,
}

impl Sight {
    const NOTHING: Self = Self { low: 0, high: i64::MAX, hidden: true };

    fn and(self, entry: &Entry) -> Self {
        let printed = entry.shown.printed();
        let (low, high) = stands_for(printed, entry.audience).unwrap_or((0, i64::MAX));
        Self { low: self.low.max(low), high: self.high.min(high), hidden: self.hidden && !matches!(printed, Printed::About(_)) }
    }
}

/// The figures one reader can hold, by cell. Only months that the issue speaks of are on the desk.
fn desk<'a>(evidence: &Evidence<'a>, reader: Audience) -> BTreeMap<&'a Cell, Sight> {
    let windows: BTreeSet<Window> = evidence.fresh().map(|e| e.cell.window).collect();
    let concerned = |e: &&Entry| windows.iter().any(|w| w.covers(e.cell.window) || e.cell.window.covers(*w));
    let mut cells = BTreeMap::new();
    for entry in evidence.figures.iter().filter(|e| e.audience <= reader).filter(concerned) {
        let sight = cells.entry(&entry.cell).or_insert(Sight::NOTHING);
        *sight = sight.and(entry);
    }
    cells
}

/// Whether a range of counts says too much about a cell without a figure.
const fn says_too_much(low: i64, high: i64) -> bool {
    high < UPPER_MIN || high.saturating_sub(low) < WIDTH_MIN
}

/// Runs every attack that works by figures; A11 works on the rule instead and is run by itself.
#[must_use]
pub fn run(evidence: &Evidence<'_>) -> Vec<Lesson> {
    let by_sums = [
        a1_subtract_from_total,
        a2_difference_of_periods,
        a3_cumulative_jump,
        a4_overlapping_hierarchies,
        a7_collusion,
        a12_homogeneous_group,
    ];
    by_sums.iter().flat_map(|attack| attack(evidence)).chain(run_without_sums(evidence)).collect()
}

/// The attacks that do not add figures up, for issues whose figures carry noise and stand for no range.
#[must_use]
pub fn run_without_sums(evidence: &Evidence<'_>) -> Vec<Lesson> {
    let others = [a5_back_computation, a6_head_counts, a8_ask_again, a9_edit_differencing, a10_absence];
    others.iter().flat_map(|attack| attack(evidence)).collect()
}
