//! Everything that was ever published, as printed. What stands here is repeated, never computed again.
//!
//! Holds printed figures and the reason why a figure is missing; refuses true counts by having no place for one.

use std::collections::BTreeMap;

use super::audience::Audience;
use super::cell::Cell;
use crate::domain::digest::Printed;

/// What a reader sees in a cell, with the gate's reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shown {
    /// A printed figure.
    About(u32),
    /// Under the threshold, zero included.
    Few,
    /// Its group is too small to be described.
    SmallGroup,
    /// Its group's reports are too much alike to be crossed with the category.
    Alike,
    /// Taken back by the audit, because other figures would have given a hidden one away.
    Audit,
    /// Its whole table was dropped by the audit.
    Dropped,
    /// Its reports are a burst that nobody has judged yet: they count nowhere, and what stands above it is incomplete.
    Held,
}

impl Shown {
    /// Stable code of a reason; `None` for a figure.
    #[must_use]
    pub const fn code(self) -> Option<&'static str> {
        match self {
            Self::About(_) => None,
            Self::Few => Some("few"),
            Self::SmallGroup => Some("small-group"),
            Self::Alike => Some("alike"),
            Self::Audit => Some("audit"),
            Self::Dropped => Some("dropped"),
            Self::Held => Some("held"),
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Few, Self::SmallGroup, Self::Alike, Self::Audit, Self::Dropped, Self::Held].into_iter().find(|s| s.code() == Some(code))
    }

    /// What the reader sees. The reasons look alike on paper.
    #[must_use]
    pub const fn printed(self) -> Printed {
        match self {
            Self::About(v) => Printed::About(v),
            Self::Few => Printed::Few,
            Self::SmallGroup | Self::Alike | Self::Audit | Self::Dropped | Self::Held => Printed::Withheld,
        }
    }
}

/// One published cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Number of the release, counted from 1.
    pub issue: u32,
    /// Who could read it.
    pub audience: Audience,
    /// Its place.
    pub cell: Cell,
    /// What stood there.
    pub shown: Shown,
}

/// All that was published. A cell stands once for each audience.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    entries: Vec<Entry>,
    by_cell: BTreeMap<(Audience, Cell), Shown>,
}

impl Ledger {
    /// A ledger that holds these. The first figure published for a cell stands; a later one is kept as evidence only.
    #[must_use]
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut ledger = Self::default();
        ledger.record(entries);
        ledger
    }

    /// Adds what has been frozen.
    pub fn record(&mut self, entries: impl IntoIterator<Item = Entry>) {
        for entry in entries {
            self.by_cell.entry((entry.audience, entry.cell.clone())).or_insert(entry.shown);
            self.entries.push(entry);
        }
    }

    /// Everything, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What this audience was shown in a cell.
    #[must_use]
    pub fn shown(&self, audience: Audience, cell: &Cell) -> Option<Shown> {
        self.by_cell.get(&(audience, cell.clone())).copied()
    }

    /// A figure that any audience was shown in a cell.
    #[must_use]
    pub fn figure(&self, cell: &Cell) -> Option<u32> {
        Audience::ALL.into_iter().find_map(|audience| match self.shown(audience, cell) {
            Some(Shown::About(v)) => Some(v),
            _ => None,
        })
    }

    /// The number the next release gets.
    #[must_use]
    pub fn next_issue(&self) -> u32 {
        self.entries.iter().map(|e| e.issue).max().unwrap_or(0).saturating_add(1)
    }
}
