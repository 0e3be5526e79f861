//! How long things are kept, what is due on a day, and when destroying has to stop and ask (`security.md` 2.8, 6.5).
//!
//! Refuses to judge single reports: due days are whole days or months, the same for every report of a week, whoever sent it.

use super::clock::Moment;

/// Days that the last run looks ahead, and the longest a clock may have moved between two runs.
pub const HORIZON: i32 = 7;
/// Rows that may be due unannounced in any class, however small it is.
const FLOOR: i64 = 20;
/// The share of a class that may be due unannounced is one part in this many.
const SHARE: i64 = 10;

/// Something that is destroyed by age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Raw narratives (C2).
    Raw,
    /// Identity strips (C3), the empty ones included.
    Identity,
    /// Receipts with their messages.
    Receipt,
    /// Released texts (C1) with everything coded about them.
    Released,
}

impl Class {
    /// Every class, in the order in which they are destroyed.
    pub const ALL: [Self; 4] = [Self::Raw, Self::Identity, Self::Receipt, Self::Released];

    /// Stable code, for the audit log and kept values.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Identity => "identity",
            Self::Receipt => "receipt",
            Self::Released => "released",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }
}

/// Ages, as the settings give them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    /// Days from release to the end of the raw text.
    pub raw_after_release_days: i32,
    /// Days from the Monday of the week of arrival to its end in any case.
    pub raw_days: i32,
    /// The same for the identity strip.
    pub identity_days: i32,
    /// Years from the month of release to the end of a released text.
    pub released_years: i32,
    /// Days from the month of last use to the end of a receipt.
    pub receipt_days: i32,
    /// Years after which audit entries are cut off.
    pub audit_years: i32,
    /// Days a data backup is kept.
    pub data_backup_days: i32,
    /// Days a key-store backup is kept.
    pub key_backup_days: i32,
}

impl Ages {
    /// Days that the list of what was destroyed is kept: longer than any backup that could bring it back.
    pub const PURGED_DAYS: i32 = 60;

    /// The bound that makes a row of `class` due on `day`: its stored day or month is above 0 and below the bound.
    #[must_use]
    pub fn bound(&self, class: Class, day: i32) -> i32 {
        match class {
            Class::Raw | Class::Identity => day.saturating_add(1),
            Class::Receipt => Moment::of_day(day.saturating_sub(self.receipt_days)).period().number(),
            Class::Released => Moment::of_day(day).period().number() - self.released_years * 100,
        }
    }

    /// The day before which audit entries are cut off: the first of a month, so that a cut comes once a month.
    #[must_use]
    pub fn audit_before(&self, day: i32) -> Moment {
        let months = usize::try_from(self.audit_years * 12).unwrap_or(usize::MAX).saturating_add(1);
        Moment::of_day(day).period().back(months).first().map_or(Moment(0), |first| Moment::start_of(*first))
    }
}

/// How many rows of each class will be due by each of the coming days, as the last run saw it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forecast {
    /// The day of the run.
    pub day: i32,
    /// For each class, the counts for the day itself and the `HORIZON` days after it.
    pub due: Vec<Vec<i64>>,
}

impl Forecast {
    /// What was announced for `class` on `today`; nothing when the forecast does not reach so far.
    fn announced(&self, class: Class, today: i32) -> i64 {
        let at = Class::ALL.iter().position(|c| *c == class);
        let days = usize::try_from(today - self.day).ok();
        at.zip(days).and_then(|(at, days)| self.due.get(at)?.get(days).copied()).unwrap_or(0)
    }
}

/// Why nothing is destroyed until an operator has looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// The clock is more than `HORIZON` days away from the last run.
    Clock,
    /// More rows of this class are due than its last run announced, and more than a tenth of it.
    Many(Class),
}

impl Alarm {
    /// Stable code: `clock`, or the class.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Clock => "clock",
            Self::Many(class) => class.code(),
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        if code == Self::Clock.code() { Some(Self::Clock) } else { Class::from_code(code).map(Self::Many) }
    }
}

/// Rows of a class now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// Which class.
    pub class: Class,
    /// Rows that still hold something of it.
    pub kept: i64,
    /// Rows of these that are due.
    pub due: i64,
}

/// Whether destroying must wait for an operator: the clock moved too far since the last run, or more of a class is due than
/// that run saw coming and than a tenth of the class. A week's batch that was announced passes, however large its share.
#[must_use]
pub fn alarm(last: Option<&Forecast>, today: i32, loads: &[Load]) -> Option<Alarm> {
    if last.is_some_and(|f| (today - f.day).abs() > HORIZON) {
        return Some(Alarm::Clock);
    }
    let sudden = |load: &&Load| {
        let announced = last.map_or(0, |f| f.announced(load.class, today));
        load.due - announced > FLOOR.max(load.kept / SHARE)
    };
    loads.iter().find(sudden).map(|load| Alarm::Many(load.class))
}

#[cfg(test)]
mod tests {
    use super::{Ages, Alarm, Class, Forecast, HORIZON, Load, alarm};
    use crate::domain::clock::Moment;
    use crate::domain::period::Period;

    const AGES: Ages = Ages {
        raw_after_release_days: 30,
        raw_days: 90,
        identity_days: 30,
        released_years: 5,
        receipt_days: 180,
        audit_years: 2,
        data_backup_days: 35,
        key_backup_days: 7,
    };

    fn day(month: &str) -> i32 {
        Moment::start_of(Period::parse(month).expect("month")).day()
    }

    #[test]
    fn days_are_due_on_their_day_and_months_when_they_are_over() {
        let today = day("2027-06");

        assert_eq!(AGES.bound(Class::Raw, today), today + 1);
        // 180 days before 1 June 2027 is 3 December 2026: November is over by then, December is not.
        assert_eq!(AGES.bound(Class::Receipt, today), 2026 * 100 + 12);
        assert_eq!(AGES.bound(Class::Released, today), 2022 * 100 + 6);
        assert_eq!(AGES.audit_before(today), Moment::start_of(Period::parse("2025-06").expect("month")));
    }

    #[test]
    fn a_tenth_of_a_class_passes_and_more_does_not() {
        let load = |kept, due| [Load { class: Class::Raw, kept, due }];

        assert_eq!(alarm(None, 100, &load(1_000, 100)), None);
        assert_eq!(alarm(None, 100, &load(1_000, 101)), Some(Alarm::Many(Class::Raw)));
        assert_eq!(alarm(None, 100, &load(20, 20)), None, "a small class may go at once");
        assert_eq!(alarm(None, 100, &load(21, 21)), Some(Alarm::Many(Class::Raw)));
    }

    #[test]
    fn what_was_announced_is_not_sudden() {
        let mut due = vec![vec![0; 8]; 4];
        due[1][2] = 300;
        let last = Forecast { day: 98, due };
        let load = |due| [Load { class: Class::Identity, kept: 1_000, due }];

        assert_eq!(alarm(Some(&last), 100, &load(300)), None);
        assert_eq!(alarm(Some(&last), 100, &load(401)), Some(Alarm::Many(Class::Identity)));
        assert_eq!(alarm(Some(&last), 99, &load(300)), Some(Alarm::Many(Class::Identity)), "announced for the day after");
    }

    #[test]
    fn a_clock_that_jumps_either_way_stops_everything() {
        let last = Forecast { day: 100, due: Vec::new() };

        for (today, stops) in [(100 + HORIZON, false), (101 + HORIZON, true), (100 - HORIZON, false), (99 - HORIZON, true), (3_750, true)] {
            assert_eq!(alarm(Some(&last), today, &[]).is_some(), stops, "{today}");
        }
    }

    #[test]
    fn codes_come_back() {
        for found in [Alarm::Clock, Alarm::Many(Class::Raw), Alarm::Many(Class::Released)] {
            assert_eq!(Alarm::from_code(found.code()), Some(found));
        }
        assert_eq!(Alarm::from_code("other"), None);
    }
}
