//! Whether this node can take a report in now.

use super::ctx::Ctx;
use super::error::Error;

/// Ready means: the database answers and there is a key to seal reports to.
///
/// # Errors
/// `Unavailable`, or `Conflict("intake-not-open")` before the first screener has set a pass-phrase.
pub fn ready(ctx: &Ctx) -> Result<(), Error> {
    ctx.store.read(|r| r.intake_waiting())?;
    ctx.screening_public().map(|_| ())
}
