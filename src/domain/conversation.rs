//! What the desk and a reporter say to each other behind the nine words.
//!
//! Refuses times: a message has a place in its conversation, and what the desk says carries a day inside the seal.

use std::fmt;

use super::problem::FieldProblem;
use super::text::Note;

/// Messages that the receipt page shows at most; the newest ones.
pub const SHOWN: usize = 12;
/// Places beside these for notices about an identity or a hold, so that they push nothing out.
pub const NOTICES: usize = 4;
/// Answers of one report that may wait for a screener at a time.
pub const WAITING_MAX: i64 = 20;
/// Longest message in code points; whether it fits its sealed size is a second question, because letters differ in bytes.
pub const MESSAGE_MAX: usize = 4_000;

/// What a message is. The code is sealed with it: never reuse one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MessageKind {
    /// The desk asks.
    Question,
    /// The reporter answers a question.
    Answer,
    /// The reporter adds something unasked.
    Note,
    /// The released wording, for its reporter to judge.
    Wording,
    /// What changed because of the report.
    Outcome,
    /// The reporter's identity was opened, or a hold kept what was taken back: a reason and a day, worded by the page.
    Notice,
}

impl MessageKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Question, Self::Answer, Self::Note, Self::Wording, Self::Outcome, Self::Notice];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Note => "note",
            Self::Wording => "wording",
            Self::Outcome => "outcome",
            Self::Notice => "notice",
        }
    }

    /// From the code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.code() == code)
    }
}

/// One message, opened. Debug shows no text.
#[derive(Clone, PartialEq, Eq)]
pub struct Spoken {
    /// What it is.
    pub kind: MessageKind,
    /// What was said; the reason's code for a notice.
    pub text: String,
    /// UTC day number for what the desk says; 0 for what a reporter says.
    pub day: i32,
}

impl fmt::Debug for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Spoken({}, {} bytes)", self.kind.code(), self.text.len())
    }
}

/// Reason of the notice that a legal hold keeps what was taken back.
pub const HELD: &str = "held";

/// That a reporter's identity was opened, or that a hold keeps what was taken back, as the reporter is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice<'a> {
    /// Code of the reason.
    pub reason: &'a str,
    /// UTC day number.
    pub day: i32,
}

/// A message as typed, for the field `message`.
///
/// # Errors
/// `problem-message-empty`, `problem-unreadable` or `problem-too-long`.
pub fn parse_message(text: &str) -> Result<Note, FieldProblem> {
    let note = Note::parse("message", text, MESSAGE_MAX)?;
    if note.is_empty() { Err(FieldProblem::new("message", "problem-message-empty")) } else { Ok(note) }
}

/// Whose envelope a stored message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// From the desk; only the words open it.
    Desk,
    /// The desk's own copy of it.
    Copy,
    /// From the reporter; only screeners open it.
    Reporter,
}

impl Side {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Copy => "copy",
            Self::Reporter => "reporter",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Desk, Self::Copy, Self::Reporter].into_iter().find(|s| s.code() == code)
    }
}

/// What the reporter has said about the released wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Consent {
    /// Nothing yet.
    Open,
    /// It may stay as it is.
    Approved,
    /// More must be hidden: it went back to the screening desk.
    Blur,
    /// The whole report is taken back.
    Withdrawn,
}

impl Consent {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Approved => "approved",
            Self::Blur => "blur",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Open, Self::Approved, Self::Blur, Self::Withdrawn].into_iter().find(|c| c.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::{MESSAGE_MAX, MessageKind, Spoken, parse_message};

    #[test]
    fn a_message_says_something_and_has_a_bound() {
        assert_eq!(parse_message(" yes\r\n").expect("a message").expose(), "yes");
        assert_eq!(parse_message(" \n ").expect_err("empty").key, "problem-message-empty");
        assert_eq!(parse_message(&"x".repeat(MESSAGE_MAX + 1)).expect_err("long").key, "problem-too-long");
    }

    #[test]
    fn debug_shows_no_text() {
        let spoken = Spoken { kind: MessageKind::Answer, text: "marmalade".to_owned(), day: 0 };

        assert_eq!(format!("{spoken:?}"), "Spoken(answer, 9 bytes)");
    }
}
