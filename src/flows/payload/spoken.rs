//! The shape of one message between the desk and a reporter.
//!
//! Refuses unknown versions and kinds.

use serde::{Deserialize, Serialize};

use super::VERSION;
use crate::domain::conversation::{MessageKind, Spoken};
use crate::flows::error::Error;

#[derive(Serialize, Deserialize)]
struct Shape {
    v: u8,
    kind: String,
    text: String,
    day: i32,
}

/// A message as bytes, ready to be sealed.
///
/// # Errors
/// `Broken` when serialising fails, which it does not for this type.
pub(in crate::flows) fn encode_spoken(s: &Spoken) -> Result<Vec<u8>, Error> {
    let shape = Shape { v: VERSION, kind: s.kind.code().to_owned(), text: s.text.clone(), day: s.day };
    serde_json::to_vec(&shape).map_err(|_| Error::Broken("a message does not serialise"))
}

/// The message inside opened bytes.
///
/// # Errors
/// `Broken` for an unknown version, kind or shape.
pub(in crate::flows) fn decode_spoken(bytes: &[u8]) -> Result<Spoken, Error> {
    let shape: Shape = serde_json::from_slice(bytes).map_err(|_| Error::Broken("a message does not parse"))?;
    if shape.v != VERSION {
        return Err(Error::Broken("a message has an unknown version"));
    }
    let kind = MessageKind::from_code(&shape.kind).ok_or(Error::Broken("a message has an unknown kind"))?;
    Ok(Spoken { kind, text: shape.text, day: shape.day })
}
