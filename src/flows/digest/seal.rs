//! The signature of a frozen issue: a keyed code that nobody can make who has the database and no key.
//!
//! Made when an issue is frozen, checked whenever it is shown, approved or sent. Refuses an issue whose code does not hold.

use crate::domain::digest::DigestRecord;
use crate::domain::id::DigestId;
use crate::domain::span::Span;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::vault::{keyed_digest, same, sha256};

const LABEL: &str = "candor/v1/digest-seal";

/// The code of an issue: bound to its id and to what it speaks of, so that two issues cannot change places.
pub(super) fn seal(ctx: &Ctx, id: DigestId, span: Span, artefact: &[u8]) -> Result<[u8; 32], Error> {
    let span = span.to_string();
    let length = u8::try_from(span.len()).map_err(|_| Error::Broken("a span has a long name"))?;
    let signed = [id.as_bytes().as_slice(), &[length], span.as_bytes(), artefact].concat();
    Ok(keyed_digest(&ctx.keyring.opened()?.lookup, LABEL, &signed))
}

/// Whether an issue is the one that was frozen.
///
/// # Errors
/// `Conflict("sealed")` while there is no key.
pub(super) fn holds(ctx: &Ctx, record: &DigestRecord, artefact: &[u8]) -> Result<bool, Error> {
    let Some(kept) = record.seal else { return Ok(false) };
    let fits = same(&seal(ctx, record.id, record.span, artefact)?, &kept);
    Ok(fits && same(&sha256(artefact), &record.hash))
}

/// Whether what an issue printed may be believed. One from before issues were signed has only its hash: its figures make the audit stricter
/// and are never sent.
pub(super) fn is_believed(ctx: &Ctx, record: &DigestRecord, artefact: &[u8]) -> Result<bool, Error> {
    if record.seal.is_none() { Ok(same(&sha256(artefact), &record.hash)) } else { holds(ctx, record, artefact) }
}
