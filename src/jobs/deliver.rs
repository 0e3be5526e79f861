//! Outbox to transport, one letter after the other. Every failure is noted; nothing is dropped silently.

use std::sync::Arc;

use crate::domain::outbox::{Failure, LetterState, Refusal, Stage};
use crate::flows::digest::{next_due, settle};
use crate::flows::{Ctx, Error, Postman};
use crate::mail::{Letter, Sender, Transport};

/// Letters in one round at most, so that a long list keeps no other task waiting.
const ROUND: usize = 20;

/// Who the letters come from.
#[must_use]
pub fn sender(ctx: &Ctx) -> Sender {
    let mail = &ctx.settings().mail;
    Sender { name: mail.sender_name.clone(), address: mail.sender_address.clone(), list_id: mail.list_id.clone() }
}

/// A way out together with whom the letters come from.
struct Outgoing {
    sender: Sender,
    transport: Arc<Transport>,
}

impl Postman for Outgoing {
    fn carry(&self, letter: &Letter) -> Result<(), Refusal> {
        self.transport.deliver(&self.sender, letter)
    }
}

/// The way out for trial letters.
#[must_use]
pub fn postman(ctx: &Ctx, transport: Arc<Transport>) -> Arc<dyn Postman> {
    Arc::new(Outgoing { sender: sender(ctx), transport })
}

/// Delivers what is due and returns how many letters went out. Ends early when the server is not there.
///
/// # Errors
/// `Unavailable` or `Broken`; a letter that was claimed becomes free again when its lease ends.
pub fn deliver(ctx: &Ctx, transport: &Transport) -> Result<usize, Error> {
    let sender = sender(ctx);
    let mut sent = 0;
    for _ in 0..ROUND {
        let Some(dispatch) = next_due(ctx)? else { break };
        let outcome = transport.deliver(&sender, &dispatch.letter);
        let refused = outcome.as_ref().err().map(|refusal| (refusal.failure, refusal.stage));
        match settle(ctx, &dispatch, outcome)? {
            LetterState::Sent => sent += 1,
            LetterState::Dead => tracing::error!("a letter was given up"),
            LetterState::Waiting => {}
        }
        let Some((failure, stage)) = refused else { continue };
        if failure == Failure::Configuration {
            tracing::error!(stage = stage.code(), "no letter goes out until the mail settings or the mail server are mended");
            break;
        }
        tracing::warn!(failure = failure.code(), stage = stage.code(), "a letter was not delivered");
        if stage != Stage::Letter {
            break;
        }
    }
    Ok(sent)
}
