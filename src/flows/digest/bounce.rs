//! What happens when a letter comes back.
//!
//! The letter is found by its Message-ID, 128 random bits that only whoever had the letter knows; else by a keyed digest of
//! the address, which grants no more than the public page for leaving does. Keeps neither the notification nor its words.

use super::readers::address_digest;
use crate::domain::access::{Permit, TakeBounce};
use crate::domain::id::LetterId;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::mail::{Bounce, Returned, parse_bounce};
use crate::store::SentLetter;

/// What a notification led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The reader gets no more letters.
    Silenced,
    /// Noted; the reader stays.
    Noted,
    /// No delivery failure of a letter that we sent, or one that is known already.
    Nothing,
}

/// Takes a delivery status notification.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn take_bounce(ctx: &Ctx, permit: &Permit<TakeBounce>, notification: &str) -> Result<Taken, Error> {
    let Some(returned) = parse_bounce(notification) else { return Ok(Taken::Nothing) };
    let Some(letter) = find(ctx, &returned)? else { return Ok(Taken::Nothing) };
    let kind = if returned.bounce == Bounce::Gone { "gone" } else { "for-now" };
    let object = format!("reader:{}:{kind}", letter.reader);
    Ok(ctx.store.write(permit, &object, |w| {
        if !w.letter_bounced(letter.id)? {
            return Ok(Taken::Nothing);
        }
        if returned.bounce == Bounce::Gone || w.keeps_bouncing(letter.reader)? {
            w.silence_reader(letter.reader)?;
            return Ok(Taken::Silenced);
        }
        Ok(Taken::Noted)
    })?)
}

fn find(ctx: &Ctx, returned: &Returned) -> Result<Option<SentLetter>, Error> {
    let ours = returned.message_id.as_ref().and_then(|id| id.split_once('@')).filter(|(_, list)| *list == ctx.settings.mail.list_id);
    if let Some(id) = ours.and_then(|(id, _)| LetterId::parse(id)) {
        return Ok(ctx.store.read(|r| r.sent_letter(id))?);
    }
    let Some(address) = &returned.address else { return Ok(None) };
    let digest = address_digest(ctx, address)?;
    Ok(ctx.store.read(|r| r.last_sent_to(&digest))?)
}
