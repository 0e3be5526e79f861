//! The clock of callbacks: what nobody decided lapses after a day, what is over takes its strip with it after 72 hours.
//!
//! A timer calls this. Destroying needs public keys only: the shares are replaced by an equal-looking split of a random key.

use std::sync::atomic::Ordering;

use super::hold::{in_force, kept, quiet};
use super::open::told;
use super::record::{callbacks, change_callback};
use crate::domain::access::{Actor, Destroy};
use crate::domain::callback::{AFTERWARDS, Callback, CallbackStage};
use crate::domain::receipt::ReceiptDigest;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::payload::CallbackRecord;
use crate::flows::retention::destroy_identity;

/// What is due for one callback.
enum Due {
    Nothing,
    /// Nobody decided, or the opened strip was not read in time.
    Lapse,
    /// The law forbade a word to the reporter, and no longer does.
    Tell,
    /// 72 hours after its end.
    Destroy,
}

fn due(c: &Callback, ctx: &Ctx, held: &[ReceiptDigest], quiet: &[ReceiptDigest]) -> Due {
    let now = ctx.now();
    match c.stage {
        CallbackStage::Asked | CallbackStage::Requested | CallbackStage::Opened if c.until <= now => Due::Lapse,
        _ if c.stage.was_opened() && !c.told && !quiet.contains(&c.receipt) => Due::Tell,
        CallbackStage::Closed if c.closed_day + AFTERWARDS <= now.day() && !held.contains(&c.receipt) => Due::Destroy,
        _ => Due::Nothing,
    }
}

/// Does what is due and says how much that was.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn sweep(ctx: &Ctx) -> Result<usize, Error> {
    let holds = in_force(ctx)?;
    let (held, quiet) = (kept(&holds), quiet(&holds));
    let mut done = 0;
    for (record, old) in callbacks(ctx)? {
        match due(&record.callback, ctx, &held, &quiet) {
            Due::Nothing => continue,
            Due::Lapse => lapse(ctx, record, &old)?,
            Due::Tell => tell(ctx, record, &old)?,
            Due::Destroy => destroy(ctx, &record)?,
        }
        done += 1;
    }
    Ok(done)
}

/// An opened strip that nobody read is closed, so that its clock starts; an undecided request lapses.
fn lapse(ctx: &Ctx, mut record: CallbackRecord, old: &crate::domain::sealed::Envelope) -> Result<(), Error> {
    let id = record.callback.id;
    if record.callback.stage == CallbackStage::Opened {
        record.callback.stage = CallbackStage::Closed;
        record.callback.closed_day = ctx.now().day();
    } else {
        record.callback.stage = CallbackStage::Lapsed;
    }
    record.passed.clear();
    record.shown = None;
    let permit = Actor::System.permit::<Destroy>().ok_or(Error::Denied)?;
    change_callback(ctx, &permit, &format!("callback:{id} lapsed"), (&record, old), None)
}

fn tell(ctx: &Ctx, mut record: CallbackRecord, old: &crate::domain::sealed::Envelope) -> Result<(), Error> {
    let id = record.callback.id;
    let word = told(ctx, &record.callback)?;
    record.callback.told = true;
    let permit = Actor::System.permit::<Destroy>().ok_or(Error::Denied)?;
    change_callback(ctx, &permit, &format!("callback:{id} told"), (&record, old), Some(&word))
}

fn destroy(ctx: &Ctx, record: &CallbackRecord) -> Result<(), Error> {
    let c = &record.callback;
    let permit = Actor::System.permit::<Destroy>().ok_or(Error::Denied)?;
    ctx.store.write(&permit, &format!("identity:{}", c.report), |w| {
        destroy_identity(ctx, w, &c.receipt)?;
        w.drop_ceremony(c.id)
    })?;
    ctx.untidy.store(true, Ordering::Relaxed);
    Ok(())
}
