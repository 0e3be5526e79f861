//! What is wrong with the fields of a form, as sentences to stand at each of them.

use crate::domain::problem::FieldProblem;
use crate::web::page::Frame;

/// Sentences by field.
#[derive(Default)]
pub(super) struct Problems(Vec<(&'static str, String)>);

impl Problems {
    /// Puts the problems into words.
    pub(super) fn of(frame: &Frame, problems: &[FieldProblem]) -> Self {
        Self(problems.iter().map(|p| (p.field, frame.t(p.key))).collect())
    }

    /// One problem whose sentence is at hand.
    pub(super) fn one(field: &'static str, sentence: String) -> Self {
        Self(vec![(field, sentence)])
    }

    /// The same with one more.
    pub(super) fn and(mut self, field: &'static str, sentence: String) -> Self {
        self.0.push((field, sentence));
        self
    }

    /// The sentence for a field.
    pub(super) fn at(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(f, _)| *f == field).map(|(_, sentence)| sentence.as_str())
    }

    /// Whether nothing is wrong.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
