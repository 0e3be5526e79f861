//! Seals a submission and takes it in. Answers "received" only after it is durable.
//!
//! Needs public keys only. The receipt's words are derived from and forgotten; what is kept is a digest of them.
//! Refuses words this service did not issue, and a narrative that contains its own receipt.

use crate::domain::report::{Accepted, SealedIntake, Submission};
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::payload::{encode_identity, encode_submission};
use crate::flows::publics::seal_strip;
use crate::vault::{Context, Padding, Purpose, ReceiptKeys, SymKey, draw_receipt, parse_receipt, seal_field, seal_to};

/// Words for one form and the proof that they were issued here.
#[derive(Clone)]
pub struct Issued {
    /// Nine words.
    pub words: String,
    /// Proof, valid today and tomorrow.
    pub token: String,
}

/// What became of a submission.
pub enum Submitted {
    /// It is stored; the words find it. A retry gives the same answer.
    Received(String),
    /// The form was too old: nothing is stored, here are new words.
    Stale(Issued),
    /// These words hold another report already: nothing is stored, here are new words.
    Different(Issued),
    /// The narrative contains the receipt's words: nothing is stored.
    WordsInText,
}

/// Draws words for a form.
#[must_use]
pub fn issue(ctx: &Ctx) -> Issued {
    let receipt = draw_receipt();
    let token = ctx.form_key.issue(&receipt, ctx.now().day());
    Issued { words: receipt.expose().to_owned(), token }
}

/// Takes a submission in.
///
/// # Errors
/// `Unavailable`: nothing was saved. `Conflict("intake-not-open")`: the service has no screener yet.
pub fn submit(ctx: &Ctx, submission: &Submission, words: &str, token: &str) -> Result<Submitted, Error> {
    let Ok(receipt) = parse_receipt(words) else {
        return Ok(Submitted::Stale(issue(ctx)));
    };
    if holds_words(&[submission.narrative.expose(), submission.idea.expose()], receipt.expose()) {
        return Ok(Submitted::WordsInText);
    }
    let keys = ReceiptKeys::derive(&receipt, &ctx.keyring.instance);
    let issued_here = ctx.form_key.holds(&receipt, token, ctx.now().day());
    if !issued_here && !ctx.store.read(|r| r.receipt_is_known(&keys.digest))? {
        // A form older than the process: unknown words are void, known ones are a retry across a restart.
        return Ok(Submitted::Stale(issue(ctx)));
    }
    match ctx.store.take_in(seal(ctx, submission, &keys)?)? {
        Accepted::Stored | Accepted::Already => Ok(Submitted::Received(receipt.expose().to_owned())),
        Accepted::Different => Ok(Submitted::Different(issue(ctx))),
    }
}

fn seal(ctx: &Ctx, submission: &Submission, keys: &ReceiptKeys) -> Result<SealedIntake, Error> {
    let screening = ctx.screening_public()?;
    let body = encode_submission(submission)?;
    let context = |purpose| Context {
        purpose,
        instance: &ctx.keyring.instance,
        record: &keys.digest.0,
        key: screening.id.as_bytes(),
        epoch: screening.epoch,
    };
    let raw_key = SymKey::generate();
    let strip = seal_strip(ctx, &keys.digest, submission.identity.as_ref())?;
    let identity = encode_identity(submission.identity.as_ref())?;
    Ok(SealedIntake {
        receipt: keys.digest,
        body_mac: keys.body_mac(&[body.as_slice(), &identity].concat()),
        epoch: i32::try_from(screening.epoch).unwrap_or(0),
        raw: seal_field(&raw_key, &context(Purpose::Raw), &body, Padding::Narrative)?,
        raw_key: seal_to(&screening.key, &context(Purpose::RawKey), raw_key.expose())?,
        identity: strip.identity,
        custody: strip.custody,
        shares: strip.shares,
        reply_key: keys.reply_public(ctx.suite()).to_bytes(),
        urgent: submission.urgent,
        day: ctx.now().day(),
    })
}

/// Whether one of the texts contains these nine words, however they are set out.
pub(in crate::flows) fn holds_words(texts: &[&str], words: &str) -> bool {
    let plain =
        |text: &str| text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    let words = plain(words);
    texts.iter().any(|text| plain(text).contains(&words))
}
