//! What has been spent of the budget of noise: each piece of the calendar once, for ever.
//!
//! Refuses a second draw for reports that have had one, and refuses to be a restored older copy of itself: its number of entries
//! must not lie under a mark that the operator keeps outside everything that can be restored.

use super::cell::Window;
use super::noise::Epsilon;

/// The book of what has been spent; it only grows.
#[derive(Clone, Debug, Default)]
pub struct Budget {
    spent: Vec<(Window, Epsilon)>,
}

/// Why nothing can be spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Overdrawn {
    /// Reports of this window have had their draw.
    #[error("the budget of {0} is spent")]
    Spent(Window),
    /// The book is older than the mark.
    #[error("the book of the budget is older than its mark")]
    Restored,
}

impl Budget {
    /// Opens the book as it was kept; `mark` is the number of entries it is known to have had.
    ///
    /// # Errors
    /// `Restored` when entries are missing, `Spent` when two entries share months.
    pub fn open(spent: Vec<(Window, Epsilon)>, mark: usize) -> Result<Self, Overdrawn> {
        if spent.len() < mark {
            return Err(Overdrawn::Restored);
        }
        let mut budget = Self::default();
        for (window, epsilon) in spent {
            budget.spend(window, epsilon)?;
        }
        Ok(budget)
    }

    /// Whether the reports of `window` have had no draw yet.
    #[must_use]
    pub fn is_left(&self, window: Window) -> bool {
        !self.spent.iter().any(|(spent, _)| spent.covers(window) || window.covers(*spent))
    }

    /// Writes down a draw, before it is published.
    ///
    /// # Errors
    /// `Spent` when a report of the window can have had one.
    pub fn spend(&mut self, window: Window, epsilon: Epsilon) -> Result<(), Overdrawn> {
        if !self.is_left(window) {
            return Err(Overdrawn::Spent(window));
        }
        self.spent.push((window, epsilon));
        Ok(())
    }

    /// The entries, to be kept.
    #[must_use]
    pub fn entries(&self) -> &[(Window, Epsilon)] {
        &self.spent
    }
}
