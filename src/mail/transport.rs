//! Takes letters out of the house: into a folder or to a mail server, signed where the domain has a key.
//!
//! This file and its folder are the only place that knows the mail library. Nothing a server says is logged or kept.

use std::path::PathBuf;

use super::dkim::Signer;
use super::error::Error;
use super::folder;
use super::letter::{Letter, Sender};
use crate::domain::outbox::{Failure, Refusal, Stage};

mod message;
mod smtp;

pub use message::to_eml;
pub use smtp::{SmtpSettings, Tls};

/// Where letters go.
enum Way {
    Folder(PathBuf),
    Smtp(Box<smtp::Smtp>),
}

/// The way out of the house.
pub struct Transport {
    way: Way,
    signer: Option<Signer>,
}

impl std::fmt::Debug for Transport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.way {
            Way::Folder(path) => write!(f, "Folder({})", path.display()),
            Way::Smtp(smtp) => write!(f, "{smtp:?}"),
        }
    }
}

impl Transport {
    /// Letters become files in `path`, which is made when it is missing.
    #[must_use]
    pub fn folder(path: impl Into<PathBuf>) -> Self {
        Self { way: Way::Folder(path.into()), signer: None }
    }

    /// Letters go to a mail server. Does not connect yet.
    ///
    /// # Errors
    /// `Setting` with the key of the first setting that cannot work.
    pub fn smtp(settings: SmtpSettings) -> Result<Self, Error> {
        Ok(Self { way: Way::Smtp(Box::new(smtp::Smtp::new(settings)?)), signer: None })
    }

    /// The same way with a signature on every letter.
    #[must_use]
    pub fn signing(self, signer: Signer) -> Self {
        Self { signer: Some(signer), ..self }
    }

    /// Delivers one letter. Blocks until the server has answered or a time-out has passed.
    ///
    /// # Errors
    /// `Permanent` when this letter will never be taken, `Configuration` when none will until somebody mends
    /// something, `Transient` for everything else. After `Transient` the letter may have arrived; the next attempt
    /// carries the same Message-ID.
    pub fn deliver(&self, sender: &Sender, letter: &Letter) -> Result<(), Refusal> {
        let unusable = || Refusal::silent(Failure::Permanent, Stage::Letter);
        let mut message = to_eml(sender, letter).map_err(|_| unusable())?;
        if let Some(signer) = &self.signer {
            message = signer.sign(&message, letter.sent_at).map_err(|_| unusable())?;
        }
        match &self.way {
            Way::Folder(path) => {
                folder::deliver(path, &letter.message_id, &message).map_err(|failure| Refusal::silent(failure, Stage::Connect))
            }
            Way::Smtp(smtp) => smtp.deliver(sender, letter, &message),
        }
    }
}

#[cfg(test)]
mod tests;
