//! The organisation's own terms, indexed and ready: what was last read from the store, by its mark.
//!
//! Refuses to leave this room, and to be built twice at once.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use crate::deident::Dictionary;
use crate::domain::dictionary::{Entry, Origin};

/// One state of the list.
#[derive(Default)]
pub(in crate::flows) struct Terms {
    /// As the store knows it; `None` while there is no list.
    pub(in crate::flows) mark: Option<[u8; 16]>,
    /// Every term.
    pub(in crate::flows) all: Arc<Dictionary>,
    /// Without what screeners took from reports.
    pub(in crate::flows) listed: Arc<Dictionary>,
}

impl Terms {
    /// Indexes a list.
    pub(in crate::flows) fn new(mark: Option<[u8; 16]>, entries: &[Entry]) -> Self {
        let all = Arc::new(Dictionary::new(entries));
        let from_reports = entries.iter().any(|e| e.origin() == Origin::Report);
        let listed = || Arc::new(Dictionary::new(entries.iter().filter(|e| e.origin() == Origin::List)));
        Self { mark, listed: if from_reports { listed() } else { Arc::clone(&all) }, all }
    }
}

/// Where the state last read lies.
#[derive(Default)]
pub(in crate::flows) struct TermShelf {
    slot: RwLock<Arc<Terms>>,
    turn: Mutex<()>,
}

impl TermShelf {
    /// The state last read.
    pub(in crate::flows) fn now(&self) -> Arc<Terms> {
        Arc::clone(&self.slot.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts another state in its place.
    pub(in crate::flows) fn put(&self, terms: Terms) -> Arc<Terms> {
        let terms = Arc::new(terms);
        *self.slot.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&terms);
        terms
    }

    /// Held while a state is built.
    pub(in crate::flows) fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
