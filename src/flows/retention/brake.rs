//! The brake: what the last run saw coming, the alarm that stops the next one, and an operator's word that lets it go on.
//!
//! Kept as values of the installation, so that every node sees the same. Refuses to let one word count for more than the runs of
//! its day and the day after.

use crate::domain::access::{Actor, ConfirmRetention, HoldBack, Permit};
use crate::domain::receipt::ReceiptDigest;
use crate::domain::retention::{Alarm, Class, Forecast, HORIZON, Load, alarm};
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;

/// Values of the installation.
const FORECAST: &str = "retention-forecast";
const ALARM: &str = "retention-alarm";
const CONFIRMED: &str = "retention-confirmed";

/// The alarm that stands now.
///
/// # Errors
/// `Unavailable`.
pub fn alarm_now(ctx: &Ctx) -> Result<Option<Alarm>, Error> {
    let stored = ctx.store.read(|r| r.instance_value(ALARM))?;
    Ok(stored.and_then(|bytes| Alarm::from_code(&String::from_utf8_lossy(&bytes))))
}

/// An operator has looked: what is due today may be destroyed.
///
/// # Errors
/// `Conflict("retention-quiet")` when no alarm stands.
pub fn confirm(ctx: &Ctx, permit: &Permit<ConfirmRetention>) -> Result<(), Error> {
    let standing = alarm_now(ctx)?.ok_or(Error::Conflict("retention-quiet"))?;
    let today = ctx.now().day();
    Ok(ctx.store.write(permit, standing.code(), |w| {
        w.set_instance_value(CONFIRMED, &today.to_be_bytes())?;
        w.clear_instance_value(ALARM)
    })?)
}

fn confirmed(ctx: &Ctx, today: i32) -> Result<bool, Error> {
    let stored = ctx.store.read(|r| r.instance_value(CONFIRMED))?;
    let day = stored.and_then(|bytes| Some(i32::from_be_bytes(bytes.try_into().ok()?)));
    Ok(day.is_some_and(|day| (0..=1).contains(&(today - day))))
}

/// The last run's forecast; `None` before the first run.
pub(super) fn forecast(ctx: &Ctx) -> Result<Option<Forecast>, Error> {
    let Some(bytes) = ctx.store.read(|r| r.instance_value(FORECAST))? else { return Ok(None) };
    Ok(Some(decoded(&bytes).ok_or(Error::Broken("the retention forecast is damaged"))?))
}

/// Day (4), then for each class in turn the counts (4 each) of today and the days after.
fn encoded(forecast: &Forecast) -> Vec<u8> {
    let counts = forecast.due.iter().flatten().flat_map(|n| u32::try_from(*n).unwrap_or(u32::MAX).to_be_bytes());
    forecast.day.to_be_bytes().into_iter().chain(counts).collect()
}

fn decoded(bytes: &[u8]) -> Option<Forecast> {
    let (day, counts) = bytes.split_first_chunk::<4>()?;
    let days = usize::try_from(HORIZON + 1).ok()?;
    let counts: Vec<i64> = counts.chunks_exact(4).filter_map(|c| Some(i64::from(u32::from_be_bytes(c.try_into().ok()?)))).collect();
    let due: Vec<Vec<i64>> = counts.chunks_exact(days).map(<[i64]>::to_vec).collect();
    (due.len() == Class::ALL.len()).then(|| Forecast { day: i32::from_be_bytes(*day), due })
}

/// Rows of every class now, and how many of them are due on `day`.
fn loads(ctx: &Ctx, day: i32, held: &[ReceiptDigest]) -> Result<Vec<Load>, Error> {
    let ages = ctx.settings.retention;
    Ok(ctx.store.read(|r| {
        let load = |class: Class| {
            let (kept, due) = (r.kept_count(class)?, r.due_count(class, ages.bound(class, day), held)?);
            Ok(Load { class, kept, due })
        };
        Class::ALL.into_iter().map(load).collect()
    })?)
}

/// Whether today's run has to wait. The first time it does, the audit log, the log and the desk say so; once the reason is gone,
/// or confirmed, they stop.
pub(super) fn stops(ctx: &Ctx, today: i32, held: &[ReceiptDigest]) -> Result<Option<Alarm>, Error> {
    let found = alarm(forecast(ctx)?.as_ref(), today, &loads(ctx, today, held)?);
    let standing = alarm_now(ctx)?;
    match found {
        Some(alarm) if !confirmed(ctx, today)? => {
            if standing != found {
                tracing::error!(reason = alarm.code(), "retention stopped: nothing is destroyed until an operator confirms");
                let permit = Actor::System.permit::<HoldBack>().ok_or(Error::Denied)?;
                ctx.store.write(&permit, alarm.code(), |w| w.set_instance_value(ALARM, alarm.code().as_bytes()))?;
            }
            Ok(Some(alarm))
        }
        _ => {
            if standing.is_some() {
                let permit = Actor::System.permit::<HoldBack>().ok_or(Error::Denied)?;
                ctx.store.write(&permit, "over", |w| w.clear_instance_value(ALARM))?;
            }
            Ok(None)
        }
    }
}

/// Remembers what the coming days will bring, and that today's run is done.
pub(super) fn look_ahead(ctx: &Ctx, today: i32, held: &[ReceiptDigest]) -> Result<Vec<u8>, Error> {
    let mut due = vec![Vec::new(); Class::ALL.len()];
    for day in today..=today + HORIZON {
        for (counts, load) in due.iter_mut().zip(loads(ctx, day, held)?) {
            counts.push(load.due);
        }
    }
    Ok(encoded(&Forecast { day: today, due }))
}

/// The value that `look_ahead` belongs in.
pub(super) const fn forecast_name() -> &'static str {
    FORECAST
}
