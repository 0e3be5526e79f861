//! Letters: turns a digest issue into a frozen page of words, and a frozen page into a delivered message.
//!
//! Decides nothing: who gets a letter, when, and whether to try again is settled above. Refuses plaintext SMTP,
//! pictures from elsewhere, links that tell readers apart and anything that could add a header line.

mod error;
mod folder;
mod letter;
mod page;
mod plain;
mod render;
mod transport;

pub use error::Error;
pub use letter::{Letter, Sender};
pub use page::Links;
pub use render::{chart_alt, render};
pub use transport::{Smtp, SmtpSettings, Tls, Transport, to_eml};
