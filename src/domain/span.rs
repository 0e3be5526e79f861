//! What one digest speaks of: a calendar month or a quarter of the year.
//!
//! Refuses every other length, so that two spans either lie apart or one lies inside the other.

use std::fmt;

use super::period::Period;

/// How often a digest comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pace {
    /// Every calendar month.
    Month,
    /// Every quarter of the year.
    Quarter,
}

impl Pace {
    /// Months in one span.
    #[must_use]
    pub const fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
        }
    }

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }

    /// From a number of months.
    #[must_use]
    pub const fn from_months(months: i32) -> Option<Self> {
        match months {
            1 => Some(Self::Month),
            3 => Some(Self::Quarter),
            _ => None,
        }
    }
}

/// A calendar month or a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    last: Period,
    pace: Pace,
}

impl Span {
    /// The span of this pace that holds `month`.
    #[must_use]
    pub fn holding(month: Period, pace: Pace) -> Self {
        let left = (pace.months() - month.month() % pace.months()) % pace.months();
        Self { last: (0..left).fold(month, |m, _| m.next()), pace }
    }

    /// Its last month.
    #[must_use]
    pub const fn last(self) -> Period {
        self.last
    }

    /// Its first month.
    #[must_use]
    pub fn first(self) -> Period {
        (1..self.pace.months()).fold(self.last, |m, _| m.previous())
    }

    /// How long it is.
    #[must_use]
    pub const fn pace(self) -> Pace {
        self.pace
    }

    /// Its months, oldest first.
    #[must_use]
    pub fn months(self) -> Vec<Period> {
        self.last.back(usize::try_from(self.pace.months()).unwrap_or(1))
    }

    /// Whether the two share a month.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first() <= other.last && other.first() <= self.last
    }

    /// The span before, of the same length.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::holding(self.first().previous(), self.pace)
    }

    /// The `count` spans that end with this one, oldest first.
    #[must_use]
    pub fn back(self, count: usize) -> Vec<Self> {
        let mut out: Vec<Self> = std::iter::successors(Some(self), |s| Some(s.previous())).take(count).collect();
        out.reverse();
        out
    }

    /// Reads `2026-09` or `2026-Q3`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Some((year, quarter)) = text.split_once("-Q") else {
            return Period::parse(text).map(|month| Self::holding(month, Pace::Month));
        };
        let month = match quarter {
            "1" => "01",
            "2" => "04",
            "3" => "07",
            "4" => "10",
            _ => return None,
        };
        Period::parse(&format!("{year}-{month}")).map(|month| Self::holding(month, Pace::Quarter))
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.pace {
            Pace::Month => self.last.fmt(f),
            Pace::Quarter => write!(f, "{:04}-Q{}", self.last.year(), self.last.quarter()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pace, Period, Span};

    fn span(text: &str) -> Span {
        Span::parse(text).expect("a span")
    }

    #[test]
    fn every_span_is_read_as_it_is_written_and_holds_its_own_months() {
        for month in Period::parse("2026-12").expect("a month").back(12) {
            for pace in [Pace::Month, Pace::Quarter] {
                let span = Span::holding(month, pace);

                assert_eq!(Span::parse(&span.to_string()), Some(span), "{span}");
                assert!(span.months().contains(&month) && span.months().iter().all(|m| Span::holding(*m, pace) == span));
                assert!(!span.previous().overlaps(span));
                assert_eq!((span.months().first(), span.months().last()), (Some(&span.first()), Some(&span.last())));
            }
        }
        for bad in ["", "2026", "2026-Q0", "2026-Q5", "2026-Q", "26-Q1", "2026-13", "2026-Q1x"] {
            assert_eq!(Span::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_quarter_overlaps_its_months_and_no_others() {
        let overlapping: Vec<bool> =
            ["2026-06", "2026-07", "2026-09", "2026-10"].iter().map(|m| span("2026-Q3").overlaps(span(m))).collect();

        assert_eq!(overlapping, [false, true, true, false]);
        assert_eq!(span("2026-Q1").back(3).iter().map(ToString::to_string).collect::<Vec<_>>(), ["2025-Q3", "2025-Q4", "2026-Q1"]);
    }
}
