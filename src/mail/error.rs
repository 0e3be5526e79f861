//! What can go wrong before a letter leaves; refuses to carry addresses, words or server text.

use thiserror::Error;

/// Why a letter or a transport cannot be made.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Error {
    /// A template did not render.
    #[error("letter template failed")]
    Template,
    /// A link is not an absolute http or https address.
    #[error("letter link is not an http address")]
    Link,
    /// A header value carries a line break, another control character or characters it must not have.
    #[error("letter header {0} is not usable")]
    Header(&'static str),
    /// The message could not be put together.
    #[error("letter could not be assembled")]
    Message,
    /// A mail setting cannot work, named by its key.
    #[error("mail setting {0} is not usable")]
    Setting(&'static str),
}
