//! Indexing what was released before there was an index, or in an older form of it.
//!
//! Resumable: every batch is a transaction of its own, and what is left to do is asked of the rows. Releases index
//! themselves; a service looks for leftovers once after its start. Refuses to work while the service is sealed.

use super::blind::blind_words;
use crate::domain::access::{Actor, IndexReports, Permit};
use crate::domain::blind::BlindWord;
use crate::domain::id::ReportId;
use crate::domain::sealed::Envelope;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::screening::open_text;
use crate::search::FORM;
use crate::store::claim_lease;

/// Reports indexed in one transaction.
const BATCH: usize = 128;
/// Seconds one node keeps the task.
const LEASE: i64 = 60;

/// Whether released reports wait for the index.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn is_behind(ctx: &Ctx) -> Result<bool, Error> {
    Ok(!ctx.store.read(|r| r.unindexed(FORM, 1))?.is_empty())
}

/// Indexes one batch and says whether more may be left, also when another node is at it.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`.
pub fn catch_up(ctx: &Ctx) -> Result<bool, Error> {
    // Asked first, so that a sealed service leaves the lease to others.
    ctx.keyring.opened()?;
    if !is_behind(ctx)? {
        return Ok(false);
    }
    let permit = Actor::System.permit().ok_or(Error::Denied)?;
    let now = ctx.now();
    if ctx.store.tend(|t| claim_lease(t, "search", &ctx.node, now, LEASE))? {
        batch(ctx, &permit)?;
    }
    Ok(true)
}

/// Empties the index and fills it again, batch by batch; `told` hears how many reports each took.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`.
pub fn rebuild(ctx: &Ctx, permit: &Permit<IndexReports>, told: &dyn Fn(usize)) -> Result<(), Error> {
    ctx.keyring.opened()?;
    ctx.store.write(permit, "all", |w| w.empty_index())?;
    loop {
        match batch(ctx, permit)? {
            0 => return Ok(()),
            done => told(done),
        }
    }
}

fn batch(ctx: &Ctx, permit: &Permit<IndexReports>) -> Result<usize, Error> {
    let waiting = ctx.store.read(|r| r.unindexed(FORM, BATCH))?;
    if waiting.is_empty() {
        return Ok(0);
    }
    // Opened and cut outside the transaction; a report that is no longer what it was then stays out.
    let indexed = waiting.iter().map(|(id, text)| Ok((*id, text, words_or_none(ctx, *id, text)?))).collect::<Result<Vec<_>, Error>>()?;
    ctx.store.write(permit, &format!("reports:{}", indexed.len()), |w| {
        indexed.iter().try_for_each(|(id, text, words)| w.index_report(*id, text, FORM, words).map(|_| ()))
    })?;
    Ok(indexed.len())
}

/// A wording that does not open has no words; it must not keep the others out of the index.
fn words_or_none(ctx: &Ctx, id: ReportId, text: &Envelope) -> Result<Vec<BlindWord>, Error> {
    match open_text(ctx, id, text) {
        Ok(text) => blind_words(ctx, &text),
        Err(Error::Broken(why)) => {
            tracing::error!(report = %id, why, "a released wording does not open and cannot be found by its words");
            Ok(Vec::new())
        }
        Err(other) => Err(other),
    }
}
