//! Sealing and opening the list, and having it at hand: read again only when its mark has changed, by whatever node.
//!
//! Refuses to fail where a text is read: without the store or with a list that does not open, the list last read serves, or none.

use std::sync::Arc;

use crate::deident::Dictionary;
use crate::domain::dictionary::Entry;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::payload::{decode_terms, encode_terms};
use crate::flows::terms::Terms;
use crate::store::SealedList;
use crate::vault::{Padding, Purpose, random_bytes};

/// Size of a sealed piece before encryption; says no more about a list than its length in steps of this.
const PIECE: usize = 64 << 10;
/// Of which the length takes four bytes.
const PIECE_ROOM: usize = PIECE - 4;

/// Place of one piece: list and number, so that pieces cannot be mixed or put in another order.
fn record(mark: &[u8; 16], part: usize) -> Vec<u8> {
    [mark.as_slice(), &u32::try_from(part).unwrap_or(u32::MAX).to_be_bytes()].concat()
}

/// Seals a list; `None` for an empty one.
pub(super) fn seal(ctx: &Ctx, entries: &[Entry]) -> Result<Option<SealedList>, Error> {
    if entries.is_empty() {
        return Ok(None);
    }
    let mark: [u8; 16] = random_bytes();
    let bytes = encode_terms(entries)?;
    let piece = |(part, piece): (usize, &[u8])| {
        let record = record(&mark, part);
        ctx.keyring.seal(Purpose::Dictionary, &record, piece, Padding::Exactly(PIECE))
    };
    Ok(Some(SealedList { mark, parts: bytes.chunks(PIECE_ROOM).enumerate().map(piece).collect::<Result<_, Error>>()? }))
}

/// Opens a list.
pub(super) fn open(ctx: &Ctx, list: Option<SealedList>) -> Result<Vec<Entry>, Error> {
    let Some(list) = list else { return Ok(Vec::new()) };
    let mut bytes = Vec::new();
    for (part, sealed) in list.parts.iter().enumerate() {
        let record = record(&list.mark, part);
        bytes.extend_from_slice(&ctx.keyring.open(Purpose::Dictionary, &record, sealed)?);
    }
    decode_terms(&bytes)
}

/// The list as it is now, opened and indexed.
///
/// # Errors
/// `Unavailable`, or `Broken` when it does not open.
fn fresh(ctx: &Ctx) -> Result<Arc<Terms>, Error> {
    let mark = ctx.store.read(|r| r.dictionary_mark())?;
    let known = ctx.terms.now();
    if known.mark == mark {
        return Ok(known);
    }
    let _turn = ctx.terms.turn();
    let known = ctx.terms.now();
    let list = ctx.store.read(|r| r.dictionary())?;
    let mark = list.as_ref().map(|l| l.mark);
    if known.mark == mark {
        return Ok(known);
    }
    Ok(ctx.terms.put(Terms::new(mark, &open(ctx, list)?)))
}

fn at_hand(ctx: &Ctx) -> Arc<Terms> {
    fresh(ctx).unwrap_or_else(|error| {
        tracing::warn!(%error, "the organisation's own list cannot be read; the one last read serves");
        ctx.terms.now()
    })
}

/// Reads the list when a service starts, so that the first reporter does not wait for it.
pub fn load(ctx: &Ctx) {
    drop(at_hand(ctx));
}

/// Every term, for a screener's eyes.
pub(in crate::flows) fn all(ctx: &Ctx) -> Arc<Dictionary> {
    Arc::clone(&at_hand(ctx).all)
}

/// The terms of the organisation's own lists. What screeners took from reports is left out: a stranger could ask the preview, name
/// by name, who stands in one.
pub(in crate::flows) fn listed(ctx: &Ctx) -> Arc<Dictionary> {
    Arc::clone(&at_hand(ctx).listed)
}
