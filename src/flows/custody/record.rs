//! Sealed ceremony records: read, written, and found. Each has one size, whatever stands in it.

use crate::domain::access::{Act, Permit};
use crate::domain::callback::Hold;
use crate::domain::id::CeremonyId;
use crate::domain::receipt::ReceiptDigest;
use crate::domain::sealed::Envelope;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::payload::{CallbackRecord, decode_callback, decode_hold, encode_callback, encode_hold};
use crate::store::{CeremonyKind, NewMessage};
use crate::vault::{Padding, Purpose};

/// Bytes of a record before sealing: room for the shares towards nine other custodians.
const SIZE: usize = 32 << 10;

fn sealed(ctx: &Ctx, id: CeremonyId, bytes: &[u8]) -> Result<Envelope, Error> {
    ctx.keyring.seal(Purpose::Ceremony, id.as_bytes(), bytes, Padding::Exactly(SIZE))
}

pub(super) fn seal_callback(ctx: &Ctx, record: &CallbackRecord) -> Result<Envelope, Error> {
    sealed(ctx, record.callback.id, &encode_callback(record)?)
}

pub(super) fn seal_hold(ctx: &Ctx, hold: &Hold) -> Result<Envelope, Error> {
    sealed(ctx, hold.id, &encode_hold(hold)?)
}

fn opened_callback(ctx: &Ctx, id: CeremonyId, sealed: &Envelope) -> Result<CallbackRecord, Error> {
    decode_callback(id, &ctx.keyring.open(Purpose::Ceremony, id.as_bytes(), sealed)?)
}

fn opened_hold(ctx: &Ctx, id: CeremonyId, sealed: &Envelope) -> Result<Hold, Error> {
    decode_hold(id, &ctx.keyring.open(Purpose::Ceremony, id.as_bytes(), sealed)?)
}

/// One callback with the bytes it was read from.
pub(super) fn callback(ctx: &Ctx, id: CeremonyId) -> Result<(CallbackRecord, Envelope), Error> {
    let sealed = ctx.store.read(|r| r.ceremony(CeremonyKind::Callback, id))?;
    Ok((opened_callback(ctx, id, &sealed)?, sealed))
}

/// Puts a changed record in the place of the one that was read, and a word to the reporter beside it where there is one.
pub(super) fn change_callback<A: Act>(
    ctx: &Ctx,
    permit: &Permit<A>,
    object: &str,
    (record, old): (&CallbackRecord, &Envelope),
    word: Option<&(ReceiptDigest, NewMessage)>,
) -> Result<(), Error> {
    let new = seal_callback(ctx, record)?;
    ctx.store.write(permit, object, |w| {
        w.change_ceremony(record.callback.id, old, &new)?;
        word.map_or(Ok(()), |(receipt, message)| w.add_messages(receipt, std::slice::from_ref(message)))
    })?;
    Ok(())
}

/// Every callback with the bytes it was read from.
pub(super) fn callbacks(ctx: &Ctx) -> Result<Vec<(CallbackRecord, Envelope)>, Error> {
    let rows = ctx.store.read(|r| r.ceremonies(CeremonyKind::Callback))?;
    rows.into_iter().map(|(id, sealed)| Ok((opened_callback(ctx, id, &sealed)?, sealed))).collect()
}

/// One legal hold with the bytes it was read from.
pub(super) fn hold(ctx: &Ctx, id: CeremonyId) -> Result<(Hold, Envelope), Error> {
    let sealed = ctx.store.read(|r| r.ceremony(CeremonyKind::Hold, id))?;
    Ok((opened_hold(ctx, id, &sealed)?, sealed))
}

/// Every legal hold with the bytes it was read from.
pub(super) fn holds(ctx: &Ctx) -> Result<Vec<(Hold, Envelope)>, Error> {
    let rows = ctx.store.read(|r| r.ceremonies(CeremonyKind::Hold))?;
    rows.into_iter().map(|(id, sealed)| Ok((opened_hold(ctx, id, &sealed)?, sealed))).collect()
}
