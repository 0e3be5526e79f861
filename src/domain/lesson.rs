//! A lesson: what happened, what caught it and what helps, told so that nobody in it can be recognised.
//!
//! Written by one person and published by another. Refuses to be published while a report it was made from is young (`docs/disclosure.md`, step 10).

use super::id::{PersonId, ReportId};
use super::period::Period;

/// Longest title, in code points.
pub const TITLE_MAX: usize = 120;
/// Longest of the three texts, in code points: together about ninety words, which is what is read standing up.
pub const PART_MAX: usize = 600;

/// The words of a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Title.
    pub title: String,
    /// What happened: conditions, not people.
    pub happened: String,
    /// What caught it before somebody was hurt.
    pub caught: String,
    /// What helps.
    pub helps: String,
}

/// Where a lesson stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LessonState {
    /// Being written.
    Draft,
    /// On the public page since this month.
    Published(Period),
    /// Taken back; kept for the desk.
    Withdrawn,
}

/// A lesson with its state.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// Words.
    pub story: Story,
    /// Hazard category.
    pub category: Option<String>,
    /// Reports it was made from.
    pub reports: Vec<ReportId>,
    /// Where it stands.
    pub state: LessonState,
    /// Who wrote it last; that person may not publish it.
    pub written_by: PersonId,
}
