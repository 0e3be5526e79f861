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
    /// How this reader leaves. `None` for a trial letter, which goes to somebody who is on no list.
    pub leave: Option<Leave>,
    /// What it says.
    pub content: Content,
    /// Date header.
    pub sent_at: Moment,
}

/// A reader's own ways of leaving (RFC 2369, RFC 8058). They stand in the header only, never in the body.
#[derive(Clone, Debug)]
pub struct Leave {
    /// A letter that is written by pressing a button, where the organisation takes such letters.
    pub mailto: Option<String>,
    /// The one-click address.
    pub url: String,
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
        (
            "List-Unsubscribe",
            letter.leave.as_ref().is_none_or(|leave| {
                let mailto = leave.mailto.as_ref().is_none_or(|m| token(m) && m.starts_with("mailto:"));
                mailto && token(&leave.url) && leave.url.starts_with("http")
            }),
        ),
    ];
    checks.iter().find(|(_, good)| !good).map_or(Ok(()), |(header, _)| Err(Error::Header(header)))
}
