//! What is wrong with one field, as a code that a message file turns into words.
//!
//! Refuses English and refuses to carry the offending text: a problem can be logged, the text cannot.

/// One field and the message key that says what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// Name of the form field, as in the HTML.
    pub field: &'static str,
    /// Message key; every shipped language has it.
    pub key: &'static str,
}

impl FieldProblem {
    /// A problem with `field`, explained by `key`.
    #[must_use]
    pub const fn new(field: &'static str, key: &'static str) -> Self {
        Self { field, key }
    }
}
