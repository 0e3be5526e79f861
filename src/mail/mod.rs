//! Letters: turns a digest issue into a frozen page of words, and a frozen page into a delivered message.
//!
//! Decides nothing: who gets a letter, when, and whether to try again is settled above. Refuses plaintext SMTP,
//! pictures from elsewhere, links that tell readers apart and anything that could add a header line.

mod bounce;
mod dkim;
mod error;
mod figures;
mod folder;
mod learned;
mod letter;
mod note;
mod page;
mod parts;
mod plain;
mod render;
mod transport;

pub use bounce::{Bounce, Returned, parse_bounce};
pub use dkim::Signer;
pub use error::Error;
pub use figures::{chart_alt, chart_title};
pub use letter::{Content, Leave, Letter, Sender};
pub use note::{confirmation, trial};
pub use page::Links;
pub use render::{chart_inside, render};
pub use transport::{SmtpSettings, Tls, Transport, to_eml};
