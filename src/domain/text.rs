//! Free text that has been checked once and is bounded from then on.
//!
//! Refuses empty narratives, over-long text and control characters; keeps everything else as it was typed.
//! Line ends become `\n`. Nothing is Unicode-normalised here: offsets shown to a person must fit what they typed.

use std::fmt;

use super::problem::FieldProblem;

/// Longest narrative, in Unicode code points (`security.md` 6.5).
pub const NARRATIVE_MAX: usize = 20_000;
/// Longest secondary free text (an idea for a fix), in code points.
pub const NOTE_MAX: usize = 2_000;
/// Longest synopsis, in code points.
pub const SYNOPSIS_MAX: usize = 1_000;

/// What the reporter wrote. Prints its length only.
#[derive(Clone, PartialEq, Eq)]
pub struct Narrative(String);

/// A shorter, optional free text. Prints its length only.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Note(String);

/// Strips control characters other than line breaks and tabs and unifies line ends.
fn tidy(text: &str) -> String {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    unified.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect::<String>().trim().to_owned()
}

/// Checks bounds and readability; the length is counted in code points.
fn bounded(field: &'static str, text: &str, max: usize) -> Result<String, FieldProblem> {
    // A lossy decoder upstream leaves U+FFFD where bytes were not UTF-8.
    if text.contains('\u{FFFD}') {
        return Err(FieldProblem::new(field, "problem-unreadable"));
    }
    let text = tidy(text);
    if text.chars().count() > max {
        return Err(FieldProblem::new(field, "problem-too-long"));
    }
    Ok(text)
}

impl Narrative {
    /// Parses what came from the form or the API.
    ///
    /// # Errors
    /// `problem-empty`, `problem-unreadable` or `problem-too-long` on field `narrative`.
    pub fn parse(text: &str) -> Result<Self, FieldProblem> {
        let text = bounded("narrative", text, NARRATIVE_MAX)?;
        if text.chars().any(char::is_alphanumeric) { Ok(Self(text)) } else { Err(FieldProblem::new("narrative", "problem-empty")) }
    }

    /// The text itself. Only the de-identifier, the sealer and the reporter's own page may call this.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Note {
    /// Parses an optional text for `field`; blank gives an empty note.
    ///
    /// # Errors
    /// `problem-unreadable` or `problem-too-long`.
    pub fn parse(field: &'static str, text: &str, max: usize) -> Result<Self, FieldProblem> {
        bounded(field, text, max).map(Self)
    }

    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether nothing was written.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Narrative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Narrative({} bytes)", self.0.len())
    }
}

impl fmt::Debug for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Note({} bytes)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::{NARRATIVE_MAX, Narrative};

    #[test]
    fn line_ends_are_unified_and_controls_dropped() {
        let text = Narrative::parse("  one\r\ntwo\u{0}\rthree ").expect("text");

        assert_eq!(text.expose(), "one\ntwo\nthree");
    }

    #[test]
    fn limits_are_in_code_points() {
        let at = "é".repeat(NARRATIVE_MAX);

        assert!(Narrative::parse(&at).is_ok());
        assert_eq!(Narrative::parse(&format!("{at}é")).expect_err("too long").key, "problem-too-long");
        assert_eq!(Narrative::parse(" \n .. ").expect_err("empty").key, "problem-empty");
        assert_eq!(Narrative::parse("a\u{FFFD}b").expect_err("bytes").key, "problem-unreadable");
    }
}
