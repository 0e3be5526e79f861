//! The only reader of the time. Everything else asks a `Clock` it was handed.
//!
//! Refuses to hand out more than whole seconds: nothing in the product needs finer times, and finer times identify.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Timestamp, tz::TimeZone};

use super::period::Period;

/// Seconds in a day.
pub const DAY: i64 = 86_400;

/// A moment in whole seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

impl Moment {
    /// The moment `seconds` later (earlier when negative).
    #[must_use]
    pub const fn plus(self, seconds: i64) -> Self {
        Self(self.0 + seconds)
    }

    /// The first moment of a month, UTC.
    #[must_use]
    pub fn start_of(period: Period) -> Self {
        let number = |n: i32| i8::try_from(n).unwrap_or(1);
        let first = i16::try_from(period.year()).ok().and_then(|year| Date::new(year, number(period.month()), 1).ok());
        let seconds = first.and_then(|d| TimeZone::UTC.to_timestamp(d.at(0, 0, 0, 0)).ok()).map_or(0, Timestamp::as_second);
        Self(seconds)
    }

    /// The UTC day number since 1970-01-01; the finest arrival time that intake keeps.
    #[must_use]
    pub const fn day(self) -> i32 {
        #[expect(clippy::cast_possible_truncation, reason = "day numbers fit in 32 bits for five million years")]
        let day = self.0.div_euclid(DAY) as i32;
        day
    }

    /// The UTC calendar date.
    #[must_use]
    pub fn date(self) -> Date {
        TimeZone::UTC.to_datetime(Timestamp::from_second(self.0).unwrap_or(Timestamp::UNIX_EPOCH)).date()
    }

    /// The calendar month.
    #[must_use]
    pub fn period(self) -> Period {
        Period::of(self.date())
    }

    /// Day number of the Monday of this moment's week: what a week of arrival may be counted from.
    #[must_use]
    pub const fn monday(self) -> i32 {
        // Day 0 was a Thursday.
        self.day() - (self.day() + 3).rem_euclid(7)
    }

    /// The first moment of a day.
    #[must_use]
    pub const fn of_day(day: i32) -> Self {
        Self(day as i64 * DAY)
    }

    /// The first moment of a date written `YYYY-MM-DD`; `None` when it is not one.
    #[must_use]
    pub fn on_date(text: &str) -> Option<Self> {
        let date: Date = text.parse().ok()?;
        TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok().map(|t| Self(t.as_second()))
    }

    /// ISO week as `year * 100 + week` (ISO 8601), the arrival stamp a report keeps.
    #[must_use]
    pub fn iso_week(self) -> i32 {
        let week = self.date().iso_week_date();
        i32::from(week.year()) * 100 + i32::from(week.week())
    }

    /// Day number of the Monday of an ISO week spelled as [`Moment::iso_week`] does; `None` when there is no such week.
    #[must_use]
    pub fn monday_of(iso_week: i32) -> Option<i32> {
        let (year, week) = (i16::try_from(iso_week / 100).ok()?, i8::try_from(iso_week % 100).ok()?);
        let monday = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
        TimeZone::UTC.to_timestamp(monday.at(0, 0, 0, 0)).ok().map(|t| Self(t.as_second()).day())
    }

    /// `YYYY-MM-DD HH:MM`, UTC, for audit pages and logs.
    #[must_use]
    pub fn to_minute(self) -> String {
        let rest = self.0.rem_euclid(DAY);
        format!("{} {:02}:{:02}", self.date(), rest / 3600, rest % 3600 / 60)
    }
}

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Moment;
}

/// The machine's clock.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this file is the one reader of the time")]
    fn now(&self) -> Moment {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
        Moment(i64::try_from(seconds).unwrap_or(i64::MAX))
    }
}

/// A clock that stands still until it is moved: for tests, the demonstration and seeding.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock standing at `moment`.
    #[must_use]
    pub const fn at(moment: Moment) -> Self {
        Self(AtomicI64::new(moment.0))
    }

    /// Moves the clock to `moment`.
    pub fn set(&self, moment: Moment) {
        self.0.store(moment.0, Ordering::SeqCst);
    }

    /// Moves the clock by `seconds`.
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY, Moment};
    use crate::domain::period::Period;

    #[test]
    fn a_month_starts_where_its_period_starts() {
        let march = Period::parse("2026-03").expect("month");

        let start = Moment::start_of(march);

        assert_eq!(start.period(), march);
        assert_eq!(start.plus(-1).period(), march.previous());
        assert_eq!(start.0 % DAY, 0);
    }

    #[test]
    fn weeks_follow_iso_8601() {
        // 2027-01-01 is a Friday and belongs to week 53 of 2026.
        let new_year = Moment::start_of(Period::parse("2027-01").expect("month"));
        assert_eq!(new_year.iso_week(), 2026 * 100 + 53);
        assert_eq!(Moment::monday_of(2026 * 100 + 53), Some(new_year.monday()));
        assert_eq!(Moment::monday_of(2025 * 100 + 53), None);
    }
}
