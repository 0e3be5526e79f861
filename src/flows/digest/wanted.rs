//! Who is to get which edition: what active readers want, and whom an issue that is frozen reaches.
//!
//! Refuses to give anybody an edition of a level above their own, and to leave somebody out unsaid.

use crate::domain::access::{Permit, ReadDigest};
use crate::domain::contact::Language;
use crate::domain::edition::{Edition, Level};
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::ReaderRow;

/// Whom a frozen issue would reach if it were approved now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// Readers who get a letter.
    pub letters: usize,
    /// Those of them whose own edition it does not have: they get the nearest one of their level or below.
    pub nearest: usize,
    /// Active readers who get none, because it has no edition of their level or below.
    pub none: usize,
}

/// The edition a reader is to get.
pub(super) fn wanted_by(ctx: &Ctx, reader: &ReaderRow) -> Edition {
    let digest = &ctx.settings.digest;
    Edition { level: reader.level.unwrap_or(digest.audience), language: Language::parse(&reader.language).unwrap_or(digest.language) }
}

/// The editions that active readers want, by level; the level of the settings always, and of each level the default language first.
pub(super) fn editions(ctx: &Ctx) -> Result<Vec<Edition>, Error> {
    let readers: Vec<Edition> = ctx.store.read(|r| r.readers())?.iter().filter(|r| r.active).map(|reader| wanted_by(ctx, reader)).collect();
    let digest = &ctx.settings.digest;
    let mut wanted = Vec::new();
    // Noise is drawn once: whoever should have another level gets the nearest one below.
    let noisy = digest.noise_thousandths.is_some();
    for level in Level::ALL.into_iter().filter(|l| *l == digest.audience || !noisy && readers.iter().any(|e| e.level == *l)) {
        wanted.push(Edition { level, language: digest.language });
        for edition in readers.iter().filter(|e| e.level == level) {
            if !wanted.contains(edition) {
                wanted.push(*edition);
            }
        }
    }
    Ok(wanted)
}

/// The editions an issue frozen now would have.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn planned_editions(ctx: &Ctx, permit: &Permit<ReadDigest>) -> Result<Vec<Edition>, Error> {
    let _ = permit;
    editions(ctx)
}

/// Whom an issue with these editions reaches.
///
/// # Errors
/// `Unavailable`.
pub fn reached(ctx: &Ctx, permit: &Permit<ReadDigest>, there: &[Edition]) -> Result<Reached, Error> {
    let _ = permit;
    let mut reached = Reached::default();
    for reader in ctx.store.read(|r| r.readers())?.iter().filter(|r| r.active) {
        let wanted = wanted_by(ctx, reader);
        match wanted.nearest(there) {
            None => reached.none += 1,
            Some(given) => {
                reached.letters += 1;
                reached.nearest += usize::from(given != wanted);
            }
        }
    }
    Ok(reached)
}
