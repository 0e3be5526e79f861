//! One light for the desk's first page: does the digest reach its readers?
//!
//! Looks at the newest approved issue, its letters and the calendar. Shows no figure of any report.

use crate::domain::access::{Permit, WatchMail};
use crate::domain::clock::{DAY, Moment};
use crate::domain::digest::DigestState;
use crate::domain::period::Period;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::OutboxTally;
use crate::trends::disclosure::eligible::SETTLING_DAYS;

/// Days after a month could be prepared from which a missing digest is late.
const LATE_DAYS: i64 = 14;

/// What the light shows, worst first, each with one sentence of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// Red: nothing leaves until somebody mends the settings or the mail server.
    Blocked,
    /// Red: letters were tried and none arrived.
    NoneArrived,
    /// Red: the month's digest is more than two weeks late.
    Late,
    /// Amber: letters wait for their next attempt.
    Waiting,
    /// Amber: some were given up or came back.
    SomeLost,
    /// Amber: the month's digest is not approved yet.
    Due,
    /// Green: the newest digest has reached everybody.
    Delivered,
}

impl Light {
    /// Stable code of the sentence.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Blocked => "blocked",
            Self::NoneArrived => "none-arrived",
            Self::Late => "late",
            Self::Waiting => "waiting",
            Self::SomeLost => "some-lost",
            Self::Due => "due",
            Self::Delivered => "delivered",
        }
    }

    /// `red`, `amber` or `green`.
    #[must_use]
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Blocked | Self::NoneArrived | Self::Late => "red",
            Self::Waiting | Self::SomeLost | Self::Due => "amber",
            Self::Delivered => "green",
        }
    }
}

/// The last month that may have a digest at `now`.
fn due_month(now: Moment) -> Period {
    now.plus(-i64::from(SETTLING_DAYS) * DAY).period().previous()
}

fn judge(now: Moment, newest: Option<(Period, OutboxTally)>) -> Light {
    let due = due_month(now);
    let missing = newest.is_none_or(|(period, _)| period < due);
    match newest.map(|(_, letters)| letters) {
        Some(letters) if letters.blocked > 0 => Light::Blocked,
        Some(letters) if letters.dead > 0 && letters.sent == 0 => Light::NoneArrived,
        _ if missing && due_month(now.plus(-LATE_DAYS * DAY)) == due => Light::Late,
        Some(letters) if letters.waiting > 0 => Light::Waiting,
        Some(letters) if letters.dead > 0 => Light::SomeLost,
        _ if missing => Light::Due,
        _ => Light::Delivered,
    }
}

/// How the newest approved digest stands.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn light(ctx: &Ctx, permit: &Permit<WatchMail>) -> Result<Light, Error> {
    let _ = permit;
    let newest = ctx.store.read(|r| {
        let approved = r.digests(i64::MAX)?.into_iter().find(|d| d.state == DigestState::Approved);
        approved.map(|d| Ok((d.period, r.outbox_tally(d.id)?))).transpose()
    })?;
    Ok(judge(ctx.now(), newest))
}

#[cfg(test)]
mod tests {
    use super::{DAY, Light, Moment, OutboxTally, Period, judge};

    fn month(text: &str) -> Period {
        Period::parse(text).expect("month")
    }

    fn tally(waiting: i64, sent: i64, dead: i64, blocked: i64) -> OutboxTally {
        OutboxTally { waiting, sent, dead, blocked }
    }

    #[test]
    fn letters_decide_first_and_the_calendar_next() {
        let middle_of_november = Moment::start_of(month("2026-11")).plus(14 * DAY);
        let on = |letters| judge(middle_of_november, Some((month("2026-10"), letters)));

        assert_eq!(on(tally(3, 5, 0, 3)), Light::Blocked);
        assert_eq!(on(tally(0, 0, 2, 0)), Light::NoneArrived);
        assert_eq!(on(tally(1, 5, 1, 0)), Light::Waiting);
        assert_eq!(on(tally(0, 5, 1, 0)), Light::SomeLost);
        assert_eq!(on(tally(0, 5, 0, 0)), Light::Delivered);
    }

    #[test]
    fn a_digest_is_due_after_a_week_and_late_after_three() {
        let after = |days| judge(Moment::start_of(month("2026-11")).plus(days * DAY), Some((month("2026-09"), tally(0, 5, 0, 0))));

        assert_eq!(after(6), Light::Delivered);
        assert_eq!(after(8), Light::Due);
        assert_eq!(after(20), Light::Due);
        assert_eq!(after(22), Light::Late);
        assert_eq!(judge(Moment::start_of(month("2026-11")).plus(22 * DAY), None), Light::Late);
    }
}
