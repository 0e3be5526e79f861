//! One letter to one reader, and who sends it.
//!
//! Refuses to differ between readers in anything but address, Message-ID and unsubscribe header.

use super::error::Error;
use crate::domain::clock::Moment;
use crate::domain::contact::EmailAddress;
use crate::domain::digest::Artefact;

/// A letter ready to go.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The only recipient.
    pub to: EmailAddress,
    /// Message-ID without angle brackets; the same on every attempt.
    pub message_id: String,
    /// This reader's one-click address (RFC 8058). It stands in the header only, never in the body. `None` for a trial
    /// letter, which goes to somebody who is on no list.
    pub unsubscribe_url: Option<String>,
    /// What it says.
    pub content: Content,
    /// Date header.
    pub sent_at: Moment,
}

/// What a letter says.
#[derive(Clone, Debug)]
pub enum Content {
    /// A frozen page.
    Digest(Artefact),
    /// A few lines of text.
    Note {
        /// Subject line.
        subject: String,
        /// Text.
        text: String,
    },
}

impl Content {
    /// Subject line.
    #[must_use]
    pub fn subject(&self) -> &str {
        match self {
            Self::Digest(artefact) => &artefact.subject,
            Self::Note { subject, .. } => subject,
        }
    }
}

/// Who sends.
#[derive(Clone, Debug)]
pub struct Sender {
    /// Display name.
    pub name: String,
    /// Address, also the envelope sender.
    pub address: EmailAddress,
    /// RFC 2919 list id without angle brackets.
    pub list_id: String,
}

/// Checks every value that becomes a header.
///
/// # Errors
/// `Header` with the name of the header that could carry a second line or break its own syntax.
pub(super) fn check_headers(sender: &Sender, letter: &Letter) -> Result<(), Error> {
    let one_line = |text: &str| !text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'));
    let token = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b','));
    let checks = [
        ("Subject", one_line(letter.content.subject())),
        ("From", one_line(&sender.name)),
        ("List-Id", token(&sender.list_id)),
        ("Message-ID", token(&letter.message_id) && letter.message_id.split('@').count() == 2),
        ("List-Unsubscribe", letter.unsubscribe_url.as_ref().is_none_or(|url| token(url) && url.starts_with("http"))),
    ];
    checks.iter().find(|(_, good)| !good).map_or(Ok(()), |(header, _)| Err(Error::Header(header)))
}
