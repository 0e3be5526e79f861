//! One light for the desk's first page: does the digest reach its readers?
//!
//! Looks at the newest approved issue, its letters and the calendar. Shows no figure of any report.

use super::issue::changed_among;
use super::pace::{issued, over};
use crate::domain::access::{Permit, WatchMail};
use crate::domain::clock::{DAY, Moment};
use crate::domain::digest::DigestState;
use crate::domain::span::Span;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::OutboxTally;
use crate::trends::disclosure::eligible::SETTLING_DAYS;

/// Days after a month could be prepared from which a missing digest is late.
const LATE_DAYS: i64 = 14;

/// What the light shows, worst first, each with one sentence of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// Red: a frozen digest is not what was frozen.
    Changed,
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
            Self::Changed => "changed",
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
            Self::Changed | Self::Blocked | Self::NoneArrived | Self::Late => "red",
            Self::Waiting | Self::SomeLost | Self::Due => "amber",
            Self::Delivered => "green",
        }
    }
}

/// `due`: the newest span that is over.
fn judge(now: Moment, newest: Option<(Span, OutboxTally)>, due: Option<Span>) -> Light {
    let missing = due.filter(|due| newest.is_none_or(|(span, _)| span.last() < due.last()));
    let late = |due: Span| now >= Moment::start_of(due.last().next()).plus((i64::from(SETTLING_DAYS) + LATE_DAYS) * DAY);
    match newest.map(|(_, letters)| letters) {
        Some(letters) if letters.blocked > 0 => Light::Blocked,
        Some(letters) if letters.dead > 0 && letters.sent == 0 => Light::NoneArrived,
        _ if missing.is_some_and(late) => Light::Late,
        Some(letters) if letters.waiting > 0 => Light::Waiting,
        Some(letters) if letters.dead > 0 => Light::SomeLost,
        _ if missing.is_some() => Light::Due,
        _ => Light::Delivered,
    }
}

/// How the newest approved digest stands.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn light(ctx: &Ctx, permit: &Permit<WatchMail>) -> Result<Light, Error> {
    let _ = permit;
    if !changed_among(ctx, false)?.is_empty() {
        return Ok(Light::Changed);
    }
    let newest = ctx.store.read(|r| {
        let approved = r.digests(i64::MAX)?.into_iter().find(|d| d.state == DigestState::Approved);
        approved.map(|d| Ok((d.span, r.outbox_tally(d.id)?))).transpose()
    })?;
    Ok(judge(ctx.now(), newest, over(ctx, &issued(ctx)?)?.first().copied()))
}

#[cfg(test)]
mod tests {
    use super::{DAY, Light, Moment, OutboxTally, Span, judge};

    fn span(text: &str) -> Span {
        Span::parse(text).expect("a span")
    }

    fn start_of_november() -> Moment {
        Moment::start_of(span("2026-11").last())
    }

    fn tally(waiting: i64, sent: i64, dead: i64, blocked: i64) -> OutboxTally {
        OutboxTally { waiting, sent, dead, blocked }
    }

    #[test]
    fn letters_decide_first_and_the_calendar_next() {
        let on = |letters| judge(start_of_november().plus(14 * DAY), Some((span("2026-10"), letters)), Some(span("2026-10")));

        assert_eq!(on(tally(3, 5, 0, 3)), Light::Blocked);
        assert_eq!(on(tally(0, 0, 2, 0)), Light::NoneArrived);
        assert_eq!(on(tally(1, 5, 1, 0)), Light::Waiting);
        assert_eq!(on(tally(0, 5, 1, 0)), Light::SomeLost);
        assert_eq!(on(tally(0, 5, 0, 0)), Light::Delivered);
    }

    #[test]
    fn a_digest_is_due_when_its_span_is_over_and_late_after_three_weeks() {
        let after = |days, due| judge(start_of_november().plus(days * DAY), Some((span("2026-09"), tally(0, 5, 0, 0))), Some(span(due)));

        assert_eq!(after(6, "2026-09"), Light::Delivered);
        assert_eq!(after(8, "2026-10"), Light::Due);
        assert_eq!(after(20, "2026-10"), Light::Due);
        assert_eq!(after(22, "2026-10"), Light::Late);
        assert_eq!(after(22, "2026-Q3"), Light::Delivered, "a quarter that ends with the month");
        assert_eq!(judge(start_of_november().plus(22 * DAY), None, Some(span("2026-10"))), Light::Late);
        assert_eq!(judge(start_of_november().plus(22 * DAY), None, None), Light::Delivered);
    }
}
