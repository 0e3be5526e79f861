//! Sealing what is said: to the reporter, to the desk, and the notice that an identity was opened.
//!
//! Every message has one size, whoever says it; the released wording has the size class that the released text has anyway.

use crate::domain::conversation::{MessageKind, Notice, Side, Spoken};
use crate::domain::problem::FieldProblem;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::sealed::Envelope;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::payload::{decode_spoken, encode_spoken};
use crate::store::NewMessage;
use crate::vault::{Context, Padding, PrivateKey, PublicKey, Purpose, open_padded_from, random_bytes, seal_padded_to};

/// Bytes of a message before sealing, length included: every message of either side has this size (`security.md` 2.3).
pub(super) const SIZE: usize = 4_096;

fn reply_context<'a>(ctx: &'a Ctx, receipt: &'a ReceiptDigest) -> Context<'a> {
    Context { purpose: Purpose::Reply, instance: &ctx.keyring.instance, record: &receipt.0, key: &[0; 16], epoch: 0 }
}

pub(super) fn to_reporter(
    ctx: &Ctx,
    receipt: &ReceiptDigest,
    key: &PublicKey,
    spoken: &Spoken,
    padding: Padding,
) -> Result<Envelope, Error> {
    Ok(seal_padded_to(key, &reply_context(ctx, receipt), &encode_spoken(spoken)?, padding)?)
}

pub(super) fn opened_by_words(ctx: &Ctx, receipt: &ReceiptDigest, key: &PrivateKey, sealed: &Envelope) -> Result<Spoken, Error> {
    decode_spoken(&open_padded_from(key, &reply_context(ctx, receipt), sealed)?)
}

pub(super) fn opened_copy(ctx: &Ctx, receipt: &ReceiptDigest, sealed: &Envelope) -> Result<Spoken, Error> {
    decode_spoken(&ctx.keyring.open(Purpose::Reply, &receipt.0, sealed)?)
}

/// What is wrong with a message that does not fit its size.
pub(super) fn too_long(spoken: &Spoken) -> Result<Option<FieldProblem>, Error> {
    let bytes = encode_spoken(spoken)?.len() + 4;
    Ok((bytes > SIZE).then_some(FieldProblem::new("message", "problem-message-too-long")))
}

/// What the desk says, sealed for the reporter, and the desk's copy of it.
///
/// # Errors
/// `Invalid` when it is too long for one message, `Conflict("sealed")`.
pub(in crate::flows) fn said(ctx: &Ctx, receipt: &ReceiptDigest, reply_key: &[u8], spoken: &Spoken) -> Result<[NewMessage; 2], Error> {
    if let Some(problem) = too_long(spoken)? {
        return Err(Error::Invalid(vec![problem]));
    }
    let key = PublicKey::from_bytes(reply_key)?;
    let desk = to_reporter(ctx, receipt, &key, spoken, Padding::Exactly(SIZE))?;
    let copy = ctx.keyring.seal(Purpose::Reply, &receipt.0, &encode_spoken(spoken)?, Padding::Exactly(SIZE))?;
    Ok([
        NewMessage { id: random_bytes(), side: Side::Desk, sealed: desk },
        NewMessage { id: random_bytes(), side: Side::Copy, sealed: copy },
    ])
}

/// The released wording, sealed for its reporter; its size class is that of the released text.
pub(in crate::flows) fn wording(ctx: &Ctx, receipt: &ReceiptDigest, reply_key: &[u8], text: &str) -> Result<Envelope, Error> {
    let spoken = Spoken { kind: MessageKind::Wording, text: text.to_owned(), day: ctx.now().day() };
    to_reporter(ctx, receipt, &PublicKey::from_bytes(reply_key)?, &spoken, Padding::Narrative)
}

/// What tells a reporter that their identity was opened, to be added inside the write that did it. The desk gets no copy.
///
/// # Errors
/// `Broken` when the reply key cannot be sealed to.
pub fn notice(ctx: &Ctx, receipt: &ReceiptDigest, reply_key: &[u8], notice: &Notice<'_>) -> Result<NewMessage, Error> {
    let spoken = Spoken { kind: MessageKind::Notice, text: notice.reason.to_owned(), day: notice.day };
    let sealed = to_reporter(ctx, receipt, &PublicKey::from_bytes(reply_key)?, &spoken, Padding::Exactly(SIZE))?;
    Ok(NewMessage { id: random_bytes(), side: Side::Desk, sealed })
}
