//! Calendar months: the fixed partition of time that digests use (`security.md` 5.3, step 2).
//!
//! Refuses rolling windows: a period is a month with a year, nothing else.

use std::fmt;

use jiff::civil::Date;

/// A calendar month, stored as the number `YYYYMM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period(i32);

impl Period {
    /// The month that holds `date`.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self(i32::from(date.year()) * 100 + i32::from(date.month()))
    }

    /// From the stored number; `None` when the month is not 1 to 12 or the year not 1970 to 9998.
    #[must_use]
    pub fn from_number(number: i32) -> Option<Self> {
        let (year, month) = (number / 100, number % 100);
        ((1970..=9998).contains(&year) && (1..=12).contains(&month)).then_some(Self(number))
    }

    /// Reads `YYYY-MM`, as the command line and the desk write it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        let year: i32 = year.parse().ok()?;
        let month: i32 = month.parse().ok()?;
        Self::from_number(year * 100 + month)
    }

    /// The stored number `YYYYMM`.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0 / 100
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> i32 {
        self.0 % 100
    }

    /// The quarter of the year, 1 to 4.
    #[must_use]
    pub const fn quarter(self) -> i32 {
        (self.month() + 2) / 3
    }

    /// Number of days.
    #[must_use]
    pub const fn days(self) -> i32 {
        let year = self.year();
        match self.month() {
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// Whole months since `earlier`; negative when that is later.
    #[must_use]
    pub const fn months_since(self, earlier: Self) -> i32 {
        (self.year() - earlier.year()) * 12 + self.month() - earlier.month()
    }

    /// The month before.
    #[must_use]
    pub const fn previous(self) -> Self {
        if self.month() == 1 { Self(self.0 - 89) } else { Self(self.0 - 1) }
    }

    /// The month after.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.month() == 12 { Self(self.0 + 89) } else { Self(self.0 + 1) }
    }

    /// The `count` months that end with this one, oldest first.
    #[must_use]
    pub fn back(self, count: usize) -> Vec<Self> {
        let mut out: Vec<Self> = std::iter::successors(Some(self), |p| Some(p.previous())).take(count).collect();
        out.reverse();
        out
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

#[cfg(test)]
mod tests {
    use super::Period;

    #[test]
    fn months_step_across_the_year() {
        let january = Period::parse("2026-01").expect("a month");

        assert_eq!(january.previous().to_string(), "2025-12");
        assert_eq!((january.months_since(january.previous()), january.months_since(january.next())), (1, -1));
        assert_eq!(january.previous().next(), january);
        assert_eq!(january.back(3).first().map(ToString::to_string).as_deref(), Some("2025-11"));
    }

    #[test]
    fn days_and_quarters_are_those_of_the_calendar() {
        let month = |text| Period::parse(text).expect("a month");

        assert_eq!(["2024-02", "2026-02", "2100-02", "2000-02", "2026-04", "2026-12"].map(|m| month(m).days()), [29, 28, 28, 29, 30, 31]);
        assert_eq!(["2026-01", "2026-03", "2026-04", "2026-12"].map(|m| month(m).quarter()), [1, 1, 2, 4]);
    }

    #[test]
    fn malformed_months_are_refused() {
        for bad in ["", "2026", "2026-13", "2026-00", "26-01", "2026-1", "x026-01"] {
            assert_eq!(Period::parse(bad), None, "{bad}");
        }
    }
}
