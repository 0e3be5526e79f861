//! Outbox to transport, one letter after the other. Every failure is noted; nothing is dropped silently.

use crate::domain::outbox::LetterState;
use crate::flows::digest::{due, settle};
use crate::flows::{Ctx, Error};
use crate::mail::{Sender, Transport};

/// Who the letters come from.
#[must_use]
pub fn sender(ctx: &Ctx) -> Sender {
    let mail = &ctx.settings().mail;
    Sender { name: mail.sender_name.clone(), address: mail.sender_address.clone(), list_id: mail.list_id.clone() }
}

/// Delivers what is due and returns how many letters went out.
///
/// # Errors
/// `Unavailable` or `Broken`; a letter that was claimed becomes free again when its lease ends.
pub fn deliver(ctx: &Ctx, transport: &Transport) -> Result<usize, Error> {
    let sender = sender(ctx);
    let mut sent = 0;
    for dispatch in due(ctx)? {
        let outcome = transport.deliver(&sender, &dispatch.letter);
        if let Err(failure) = outcome {
            tracing::warn!(failure = failure.code(), "a letter was not delivered");
        }
        match settle(ctx, &dispatch, outcome)? {
            LetterState::Sent => sent += 1,
            LetterState::Dead => tracing::error!("a letter was given up"),
            LetterState::Waiting => {}
        }
    }
    Ok(sent)
}
