//! A corrective action: what is changed, how strong the change is, and how it will be seen whether it held.
//!
//! An owner is a post, never a person. Refuses a check that is declared when its outcome is already known: what is counted, from when and for
//! how long stands before the first month after the change.

use super::id::ReportId;
use super::period::Period;
use super::problem::FieldProblem;
use super::subject::Subject;

/// Longest description or owner, in code points.
pub const LINE_MAX: usize = 300;

/// Where an action stands in the hierarchy of controls, strongest first (NIOSH; reminders are kept apart from other administrative controls,
/// as the VA National Center for Patient Safety does in its action hierarchy).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Control {
    /// The hazard is taken away.
    Elimination,
    /// It is replaced by a smaller one.
    Substitution,
    /// Something physical keeps people from it.
    Engineering,
    /// The way of working changes: checklists, staffing, fewer interruptions.
    Administrative,
    /// People wear or carry protection.
    Protective,
    /// Rules, training, reminders.
    Reminder,
}

impl Control {
    /// Every level, strongest first.
    pub const ALL: [Self; 6] =
        [Self::Elimination, Self::Substitution, Self::Engineering, Self::Administrative, Self::Protective, Self::Reminder];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Elimination => "elimination",
            Self::Substitution => "substitution",
            Self::Engineering => "engineering",
            Self::Administrative => "administrative",
            Self::Protective => "protective",
            Self::Reminder => "reminder",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.code() == code)
    }
}

/// Where an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// To be done.
    Open,
    /// Done in this month.
    Done(Period),
    /// Will not be done.
    Dropped,
}

/// What will be counted to see whether the action held, fixed beforehand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Reports that should become fewer.
    pub outcome: Subject,
    /// First month in which the change is in force.
    pub start: Period,
    /// Months after the start that are left out, while the change settles.
    pub wash_in: u32,
    /// Months that are judged after that.
    pub window: u32,
    /// Smallest fall worth having, in per cent.
    pub worth: u32,
    /// Month in which this was declared.
    pub on: Period,
}

/// Longest time of settling, in months.
pub const WASH_IN_MAX: u32 = 12;
/// Longest window, in months.
pub const WINDOW_MAX: u32 = 36;

impl Declared {
    /// Settling time of an action when nothing else is said, in months.
    pub const WASH_IN: u32 = 1;
    /// Months judged when nothing else is said.
    pub const WINDOW: u32 = 12;
    /// Smallest fall worth having when nothing else is said, in per cent.
    pub const WORTH: u32 = 30;

    /// Checks the bounds.
    ///
    /// # Errors
    /// `problem-choice` on `wash_in`, `window` or `worth`; `problem-too-late-to-declare` on `start` when the change is older than the month in which
    /// it is declared.
    pub fn check(self) -> Result<Self, FieldProblem> {
        if self.wash_in > WASH_IN_MAX {
            return Err(FieldProblem::new("wash_in", "problem-choice"));
        }
        if !(1..=WINDOW_MAX).contains(&self.window) {
            return Err(FieldProblem::new("window", "problem-choice"));
        }
        if !(10..=90).contains(&self.worth) {
            return Err(FieldProblem::new("worth", "problem-choice"));
        }
        if self.start < self.on {
            return Err(FieldProblem::new("start", "problem-too-late-to-declare"));
        }
        Ok(self)
    }

    /// First month that is judged.
    #[must_use]
    pub fn first_judged(&self) -> Period {
        ahead(self.start, self.wash_in)
    }

    /// Last month that is judged.
    #[must_use]
    pub fn last_judged(&self) -> Period {
        ahead(self.first_judged(), self.window.saturating_sub(1))
    }
}

/// The month `count` months later.
#[must_use]
pub fn ahead(month: Period, count: u32) -> Period {
    (0..count).fold(month, |m, _| m.next())
}

/// A corrective action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What is changed, in one or two sentences.
    pub what: String,
    /// The post that sees to it.
    pub owner: String,
    /// How strong the change is.
    pub control: Control,
    /// Month by which it is due.
    pub due: Period,
    /// How far it has come.
    pub progress: Progress,
    /// Reports that led to it.
    pub reports: Vec<ReportId>,
    /// How it will be seen whether it held.
    pub declared: Option<Declared>,
}

impl Action {
    /// Whether it should have been done by now.
    #[must_use]
    pub fn is_late(&self, now: Period) -> bool {
        self.progress == Progress::Open && self.due < now
    }
}

#[cfg(test)]
mod tests {
    use super::{Declared, Period, Subject, ahead};

    fn month(text: &str) -> Period {
        Period::parse(text).expect("a month")
    }

    fn declared() -> Declared {
        let [start, on] = ["2026-06", "2026-05"].map(month);
        Declared { outcome: Subject::All, start, wash_in: 1, window: 12, worth: 30, on }
    }

    #[test]
    fn the_window_begins_after_the_change_has_settled() {
        assert_eq!(declared().first_judged().to_string(), "2026-07");
        assert_eq!(declared().last_judged().to_string(), "2027-06");
        assert_eq!(ahead(month("2026-11"), 2).to_string(), "2027-01");
    }

    #[test]
    fn what_is_known_already_cannot_be_declared() {
        let late = Declared { start: month("2026-04"), ..declared() };

        assert_eq!(late.check().expect_err("too late").field, "start");
        assert!(declared().check().is_ok());
        assert!(Declared { window: 0, ..declared() }.check().is_err() && Declared { worth: 5, ..declared() }.check().is_err());
    }
}
