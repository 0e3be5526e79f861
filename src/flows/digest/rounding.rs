//! The keyed offset of a cell: by its name, so that it prints the same figure wherever it stands.

use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::vault::{SymKey, keyed_offset};

/// Base of the rounding.
const BASE: u32 = 5;

/// The key that offsets are made with; never rotates.
pub(super) fn rounding_key(ctx: &Ctx) -> Result<SymKey, Error> {
    Ok(ctx.keyring.opened()?.lookup.derive("candor/v1/rounding"))
}

/// The offset of a cell with this name.
pub(super) fn offset(key: &SymKey, name: &str) -> u32 {
    keyed_offset(key, name, BASE)
}
