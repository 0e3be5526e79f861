//! What a figure is about: a declared table, a place in it, a piece of the calendar.
//!
//! Refuses everything that is not declared here: no ad-hoc table, no more than two dimensions, no rolling window, no
//! year-to-date (`docs/disclosure.md`, steps 2 and 3).

use std::fmt;

use crate::domain::period::Period;

/// Version of the declared tables.
pub const TEMPLATES: &str = "templates v1";

/// What reports are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Site, division, unit.
    Place,
    /// Role family.
    Role,
    /// Day or night.
    Shift,
    /// Hazard category.
    Category,
    /// Severity.
    Severity,
}

impl Dimension {
    /// Every dimension.
    pub const ALL: [Self; 5] = [Self::Place, Self::Role, Self::Shift, Self::Category, Self::Severity];

    /// Whether its groups are groups of people.
    #[must_use]
    pub const fn describes_people(self) -> bool {
        matches!(self, Self::Place | Self::Role | Self::Shift)
    }
}

/// A declared table. Its kinds form a star around the category, which is what lets the audit be exact
/// (`docs/disclosure.md`, step 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// One figure: every report.
    Total,
    /// One way.
    By(Dimension),
    /// Two ways: the dimension, crossed with the category.
    Crossed(Dimension),
}

impl Table {
    /// The declared tables with their codes, coarsest first. A code is part of the names of cells and never changes.
    pub const DECLARED: [(Self, &'static str); 10] = [
        (Self::Total, "total"),
        (Self::By(Dimension::Place), "area"),
        (Self::By(Dimension::Role), "role"),
        (Self::By(Dimension::Shift), "shift"),
        (Self::By(Dimension::Category), "category"),
        (Self::By(Dimension::Severity), "severity"),
        (Self::Crossed(Dimension::Place), "area-category"),
        (Self::Crossed(Dimension::Role), "role-category"),
        (Self::Crossed(Dimension::Shift), "shift-category"),
        (Self::Crossed(Dimension::Severity), "severity-category"),
    ];

    /// Stable code; `None` when the table is not declared.
    #[must_use]
    pub fn code(self) -> Option<&'static str> {
        Self::DECLARED.iter().find(|(table, _)| *table == self).map(|(_, code)| *code)
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::DECLARED.iter().find(|(_, known)| *known == code).map(|(table, _)| *table)
    }

    /// The dimensions of its cells, in the order of their codes.
    #[must_use]
    pub fn dimensions(self) -> Vec<Dimension> {
        match self {
            Self::Total => Vec::new(),
            Self::By(dimension) => vec![dimension],
            Self::Crossed(dimension) => vec![dimension, Dimension::Category],
        }
    }
}

/// How long a window is. Each one divides the next, so that windows never overlap by half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// January to June or July to December.
    HalfYear,
    /// A calendar year.
    Year,
}

/// Fewest reports expected in a window (`docs/disclosure.md`, step 2).
const EXPECTED_MIN: f64 = 20.0;

impl Length {
    /// Every length, shortest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::HalfYear, Self::Year];

    /// In months.
    #[must_use]
    pub const fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }

    /// The shortest length in which at least twenty reports are expected; `None` when a year is too short.
    #[must_use]
    pub fn shortest(expected_a_month: f64) -> Option<Self> {
        Self::ALL.into_iter().find(|length| expected_a_month * f64::from(length.months()) >= EXPECTED_MIN)
    }
}

/// A piece of the fixed partition of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    first: Period,
    length: Length,
}

impl Window {
    /// The window of this length that holds `period`.
    #[must_use]
    pub fn holding(period: Period, length: Length) -> Self {
        let first = period.number() - (period.month() - 1) % length.months();
        Self { first: Period::from_number(first).unwrap_or(period), length }
    }

    /// The window of one month.
    #[must_use]
    pub const fn month(period: Period) -> Self {
        Self { first: period, length: Length::Month }
    }

    /// Its length.
    #[must_use]
    pub const fn length(self) -> Length {
        self.length
    }

    /// Its months, in order.
    pub fn months(self) -> impl Iterator<Item = Period> {
        std::iter::successors(Some(self.first), |p| Some(p.next())).take(usize::try_from(self.length.months()).unwrap_or(1))
    }

    /// Whether `period` lies in it.
    #[must_use]
    pub fn holds(self, period: Period) -> bool {
        Self::holding(period, self.length) == self
    }

    /// Whether every month of `inner` lies in it.
    #[must_use]
    pub fn covers(self, inner: Self) -> bool {
        self.length >= inner.length && self.holds(inner.first)
    }

    /// The window before, of the same length.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::holding(self.first.previous(), self.length)
    }

    /// Reads what `Display` writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let year = text.get(..4)?;
        let (month, length) = match text.get(4..)? {
            "" => (1, Length::Year),
            "-H1" => (1, Length::HalfYear),
            "-H2" => (7, Length::HalfYear),
            "-Q1" => (1, Length::Quarter),
            "-Q2" => (4, Length::Quarter),
            "-Q3" => (7, Length::Quarter),
            "-Q4" => (10, Length::Quarter),
            _ => return Period::parse(text).map(|p| Self::holding(p, Length::Month)),
        };
        Period::parse(&format!("{year}-{month:02}")).map(|p| Self::holding(p, length))
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        match self.length {
            Length::Month => self.first.fmt(f),
            Length::Quarter => write!(f, "{year:04}-Q{}", (month + 2) / 3),
            Length::HalfYear => write!(f, "{year:04}-H{}", (month + 5) / 6),
            Length::Year => write!(f, "{year:04}"),
        }
    }
}

/// One figure's place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The window.
    pub window: Window,
    /// The table.
    pub table: Table,
    /// One code for each dimension of the table; blank stands for "not stated".
    pub codes: Vec<String>,
}

impl Cell {
    /// The total of a window.
    #[must_use]
    pub const fn total(window: Window) -> Self {
        Self { window, table: Table::Total, codes: Vec::new() }
    }

    /// A cell of a one-way table.
    #[must_use]
    pub fn by(window: Window, dimension: Dimension, code: &str) -> Self {
        Self { window, table: Table::By(dimension), codes: vec![code.to_owned()] }
    }

    /// A cell of a two-way table.
    #[must_use]
    pub fn crossed(window: Window, dimension: Dimension, code: &str, category: &str) -> Self {
        Self { window, table: Table::Crossed(dimension), codes: vec![code.to_owned(), category.to_owned()] }
    }

    /// Canonical name: the identity over which the keyed offset is computed.
    ///
    /// Lengths stand before the parts, so two different cells never share a name whatever their codes hold.
    #[must_use]
    pub fn name(&self) -> String {
        let table = self.table.code().unwrap_or("");
        let row = match self.codes.as_slice() {
            [] => "all".to_owned(),
            [code] => code.clone(),
            [code, category, ..] => format!("{}:{code}|{}:{category}", code.len(), category.len()),
        };
        format!("cell-v1|{}:{table}|{}:{row}|{}", table.len(), row.len(), self.window)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Cell, Dimension, Length, Table, Window};
    use crate::domain::period::Period;

    fn month(text: &str) -> Window {
        Window::parse(text).expect("a month")
    }

    #[test]
    fn every_window_is_read_as_it_is_written_and_holds_its_own_months() {
        for month in Period::parse("2026-12").expect("a month").back(12) {
            for length in Length::ALL {
                let window = Window::holding(month, length);

                assert_eq!(Window::parse(&window.to_string()), Some(window), "{window}");
                assert!(window.holds(month) && window.months().all(|m| Window::holding(m, length) == window));
                assert!(Window::holding(month, Length::Year).covers(window));
                assert!(!window.previous().holds(month));
            }
        }
        assert_eq!(Window::holding(Period::parse("2026-08").expect("a month"), Length::Quarter).to_string(), "2026-Q3");
        for bad in ["", "2026-Q5", "2026-H3", "2026-13", "202é"] {
            assert_eq!(Window::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn quiet_organisations_get_longer_windows() {
        for (expected, wanted) in [
            (20.0, Some(Length::Month)),
            (19.9, Some(Length::Quarter)),
            (6.0, Some(Length::HalfYear)),
            (2.0, Some(Length::Year)),
            (1.0, None),
            (f64::NAN, None),
        ] {
            assert_eq!(Length::shortest(expected), wanted, "{expected}");
        }
    }

    #[test]
    fn cells_with_awkward_codes_have_names_of_their_own() {
        let window = month("2026-09");
        let names: BTreeSet<String> = [
            Cell::total(window),
            Cell::by(window, Dimension::Place, "icu"),
            Cell::by(window, Dimension::Category, "icu"),
            Cell::by(window.previous(), Dimension::Place, "icu"),
            Cell::by(window, Dimension::Place, "1:a|1:b"),
            Cell::crossed(window, Dimension::Place, "a", "b"),
            Cell::crossed(window, Dimension::Place, "ab", ""),
            Cell::crossed(window, Dimension::Place, "", "ab"),
        ]
        .iter()
        .map(Cell::name)
        .collect();

        assert_eq!(names.len(), 8);
        assert!(names.contains("cell-v1|4:area|3:icu|2026-09"), "names are stored nowhere but decide every offset: {names:?}");
    }

    #[test]
    fn what_is_not_declared_has_no_code() {
        assert_eq!(Table::Crossed(Dimension::Category).code(), None);
        for (table, code) in Table::DECLARED {
            assert_eq!((table.code(), Table::from_code(code)), (Some(code), Some(table)));
        }
    }
}
