//! Digests of one month, in the edition of the settings, with what is told when nobody chooses.

use candor::domain::access::{Actor, Permit, PrepareDigest, ReadDigest};
use candor::domain::digest::Artefact;
use candor::domain::id::DigestId;
use candor::domain::period::Period;
use candor::domain::span::{Pace, Span};
use candor::flows::{Ctx, Error, digest};

fn span(month: Period) -> Span {
    Span::holding(month, Pace::Month)
}

/// The letter as it would be frozen now.
pub fn preview(ctx: &Ctx, permit: &Permit<ReadDigest>, month: Period) -> Result<Artefact, Error> {
    let prepare = Actor::Console.permit::<PrepareDigest>().expect("the console");
    let editorial = digest::usual_editorial(ctx, &prepare, span(month))?;
    digest::preview(ctx, permit, span(month), &editorial, None).map(|(_, artefact)| artefact)
}

/// Freezes it.
pub fn prepare(ctx: &Ctx, permit: &Permit<PrepareDigest>, month: Period) -> Result<DigestId, Error> {
    let editorial = digest::usual_editorial(ctx, permit, span(month))?;
    digest::prepare(ctx, permit, span(month), &editorial)
}

/// The frozen letter.
pub fn read(ctx: &Ctx, permit: &Permit<ReadDigest>, id: DigestId) -> Result<Artefact, Error> {
    digest::read(ctx, permit, id, None).map(|shown| shown.artefact)
}
