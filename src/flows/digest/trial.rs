//! The trial letter: one letter to an address somebody types, sent at once, with the server's own answer.
//!
//! The address is kept nowhere and the answer neither: it goes to the one who asked.

use crate::domain::access::{Permit, TryMail};
use crate::domain::contact::{EmailAddress, Language};
use crate::domain::id::LetterId;
use crate::domain::outbox::Refusal;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::mail::{Letter, trial};
use crate::vault::random_bytes;

/// Sends a trial letter. The inner result is what the mail server made of it.
///
/// # Errors
/// `Invalid` when it is no address; `Conflict("mail-not-ready")` in a process that sends no mail.
pub fn send_trial(ctx: &Ctx, permit: &Permit<TryMail>, email: &str, language: Language) -> Result<Result<(), Refusal>, Error> {
    let to = EmailAddress::parse(email).map_err(|p| Error::Invalid(vec![p]))?;
    let postman = ctx.postman().ok_or(Error::Conflict("mail-not-ready"))?;
    ctx.store.write(permit, "letter:trial", |_| Ok(()))?;
    let letter = Letter {
        to,
        message_id: format!("{}@{}", LetterId::from_bytes(random_bytes()), ctx.settings.mail.list_id),
        leave: None,
        content: trial(&ctx.catalog.words(language), ctx.organisation()),
        sent_at: ctx.now(),
    };
    Ok(postman.carry(&letter))
}
