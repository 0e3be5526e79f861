//! The gate for released reports one by one, as an export hands them on: coarse enough for the people and for the rows.
//!
//! Two steps. [`within_crowds`] takes away what describes fewer people than the audience may be told of (a k-map, Sweeney 2002).
//! [`coarsened`] then makes rows alike until each looks like nine others (k-anonymity by local recoding, Samarati and Sweeney 1998):
//! one column at a time becomes coarser, then hidden, and only in rows that still stand in too small a company. Every column counts
//! as one that somebody might know. Refuses rows that find no company: they stay out.

use std::collections::BTreeMap;

use super::audience::{Audience, Headcount};
use super::axis::Axis;
use super::cell::{Length, Window};
use crate::domain::period::Period;

/// Fewest rows that look the same.
pub const ALIKE_MIN: usize = 10;

/// Stands where something was known and taken away; nothing at all stands where nothing was said.
pub const HIDDEN: &str = "*";

/// Nobody counts people by shift. A quarter of the day is taken to leave one person in ten of those who work in a place, and day
/// or night one in five: cautious, because rosters turn and an export names no finer time than the month.
const SHARE_OF_A_QUARTER: u32 = 10;
const SHARE_OF_A_HALF: u32 = 5;

/// One released report, as codes.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    /// Month of release, `YYYY-MM`; coarser a quarter.
    pub month: String,
    /// Near miss, condition, or something that went well.
    pub kind: String,
    /// Area.
    pub place: String,
    /// Quarter of the day; coarser day or night.
    pub day_part: String,
    /// What could have happened; coarser in two halves.
    pub severity: String,
    /// Hazard category.
    pub category: String,
}

/// One step towards saying less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    HalfOfTheDay,
    HalfOfSeverity,
    Quarter,
    HideDayPart,
    HideSeverity,
    HideMonth,
    HidePlace,
    HideCategory,
    HideKind,
}

/// Coarser before hidden, and what analysts miss least before what they ask for most.
const STEPS: [Step; 9] = [
    Step::HalfOfTheDay,
    Step::HalfOfSeverity,
    Step::Quarter,
    Step::HideDayPart,
    Step::HideSeverity,
    Step::HideMonth,
    Step::HidePlace,
    Step::HideCategory,
    Step::HideKind,
];

/// The half of the day that a quarter lies in; anything else as it is.
fn half_of_the_day(code: &str) -> &str {
    match code {
        "night" | "evening" => "evening-or-night",
        "morning" | "afternoon" => "day",
        other => other,
    }
}

fn half_of_severity(code: &str) -> &str {
    match code {
        "none" | "minor" => "none-or-minor",
        "moderate" | "severe" | "fatal" => "moderate-or-worse",
        other => other,
    }
}

/// `2026-Q3` for `2026-08`; anything else as it is.
fn quarter(month: &str) -> String {
    Period::parse(month).map_or_else(|| month.to_owned(), |p| Window::holding(p, Length::Quarter).to_string())
}

/// Hides what was said; what was not said stays unsaid, so that a gap does not look like a secret.
fn hide(value: &mut String) {
    if !value.is_empty() {
        HIDDEN.clone_into(value);
    }
}

impl Record {
    fn take(&mut self, step: Step) {
        match step {
            Step::HalfOfTheDay => self.day_part = half_of_the_day(&self.day_part).to_owned(),
            Step::HalfOfSeverity => self.severity = half_of_severity(&self.severity).to_owned(),
            Step::Quarter => self.month = quarter(&self.month),
            Step::HideDayPart => hide(&mut self.day_part),
            Step::HideSeverity => hide(&mut self.severity),
            Step::HideMonth => hide(&mut self.month),
            Step::HidePlace => hide(&mut self.place),
            Step::HideCategory => hide(&mut self.category),
            Step::HideKind => hide(&mut self.kind),
        }
    }
}

/// Takes away the place, and the time of day in it, where too few people are known to work.
pub fn within_crowds(record: &mut Record, places: &Axis, workforce: Headcount, audience: Audience) {
    let least = audience.crowd_min();
    if !record.place.is_empty() && places.crowd(&record.place).is_none_or(|people| people < least) {
        hide(&mut record.place);
    }
    let people = places.crowd(&record.place).unwrap_or_else(|| workforce.believed());
    if people / SHARE_OF_A_QUARTER < least {
        record.take(Step::HalfOfTheDay);
    }
    if people / SHARE_OF_A_HALF < least {
        record.take(Step::HideDayPart);
    }
}

/// Which rows look like fewer than [`ALIKE_MIN`] rows, themselves included.
fn lonely(records: &[Record]) -> Vec<bool> {
    let mut alike: BTreeMap<&Record, usize> = BTreeMap::new();
    for record in records {
        *alike.entry(record).or_default() += 1;
    }
    records.iter().map(|record| alike.get(record).is_none_or(|rows| *rows < ALIKE_MIN)).collect()
}

/// The rows, in their order, each like at least nine others; `None` for one that has to stay out.
#[must_use]
pub fn coarsened(mut records: Vec<Record>) -> Vec<Option<Record>> {
    for step in STEPS {
        let lonely = lonely(&records);
        for (record, _) in records.iter_mut().zip(lonely).filter(|(_, lonely)| *lonely) {
            record.take(step);
        }
    }
    let lonely = lonely(&records);
    records.into_iter().zip(lonely).map(|(record, lonely)| (!lonely).then_some(record)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{ALIKE_MIN, HIDDEN, Record, coarsened, within_crowds};
    use crate::trends::disclosure::{Audience, Axis, Dimension, Group, Headcount};

    fn record(month: &str, place: &str, day_part: &str, severity: &str, category: &str) -> Record {
        let owned = str::to_owned;
        Record {
            month: owned(month),
            kind: owned("near-miss"),
            place: owned(place),
            day_part: owned(day_part),
            severity: owned(severity),
            category: owned(category),
        }
    }

    fn sizes(rows: &[Option<Record>]) -> BTreeMap<&Record, usize> {
        let mut sizes = BTreeMap::new();
        rows.iter().flatten().for_each(|row| *sizes.entry(row).or_default() += 1);
        sizes
    }

    /// Rows of every combination, few of each, from a fixed start (xorshift, Marsaglia 2003).
    fn drawn(count: usize, seed: u64) -> Vec<Record> {
        let mut state = seed * 2 + 1;
        let mut pick = |options: &[&'static str]| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            options[usize::try_from(state % options.len() as u64).expect("small")]
        };
        let row = |_| {
            record(
                pick(&["2026-01", "2026-02", "2026-03", "2026-04"]),
                pick(&["", "icu", "lab", "ward", "ward"]),
                pick(&["night", "morning", "afternoon", "evening", ""]),
                pick(&["none", "minor", "moderate", "severe", "fatal", ""]),
                pick(&["fall", "fall", "medication", "device", ""]),
            )
        };
        (0..count).map(row).collect()
    }

    #[test]
    fn dc_18_no_row_stands_in_a_company_of_fewer_than_ten() {
        for count in [0, 1, 9, 10, 11, 30, 100, 700] {
            for seed in 0..30 {
                let rows = coarsened(drawn(count, seed));

                assert_eq!(rows.len(), count);
                assert!(sizes(&rows).values().all(|n| *n >= ALIKE_MIN), "{count} {seed}");
                assert!(count >= ALIKE_MIN || rows.iter().all(Option::is_none));
            }
        }
    }

    #[test]
    fn a_row_in_good_company_is_left_alone() {
        let common = record("2026-01", "icu", "night", "minor", "fall");
        let odd = record("2026-01", "icu", "morning", "fatal", "device");
        let rows = coarsened([vec![common.clone(); 12], vec![odd]].concat());

        assert!(rows.iter().take(12).all(|row| *row == Some(common.clone())));
        assert_eq!(rows.last(), Some(&None), "one row of its own has no company");
    }

    #[test]
    fn what_is_too_rare_becomes_coarser_before_it_is_hidden() {
        let quarters = ["night", "evening"].map(|part| vec![record("2026-01", "icu", part, "minor", "fall"); 6]).concat();

        let rows = coarsened(quarters);

        assert!(rows.iter().flatten().all(|row| row.day_part == "evening-or-night" && row.severity == "minor" && row.place == "icu"));
        assert_eq!(rows.iter().flatten().count(), 12);
    }

    #[test]
    fn what_was_not_said_is_no_secret() {
        let rows = coarsened((0..12).map(|n| record("2026-01", "", "", "", if n % 2 == 0 { "fall" } else { "device" })).collect());

        assert!(rows.iter().flatten().all(|row| row.place.is_empty() && row.category == HIDDEN), "{rows:?}");
    }

    #[test]
    fn a_place_is_named_only_with_enough_people_and_its_hours_with_many_more() {
        let group = |code: &str, people| Group { code: code.to_owned(), parent: None, people };
        let counted = |people| Some(Headcount::fresh(people));
        let places = [("icu", counted(400)), ("ward", counted(120)), ("lab", counted(60)), ("mri", counted(19)), ("new", None)];
        let places = Axis::new(Dimension::Place, places.into_iter().map(|(code, people)| group(code, people)).collect()).expect("an axis");
        let told = |place: &str, workforce| {
            let mut row = record("2026-01", place, "night", "minor", "fall");
            within_crowds(&mut row, &places, Headcount::fresh(workforce), Audience::AllStaff);
            (row.place, row.day_part)
        };

        for (place, workforce, wanted) in [
            ("icu", 600, ("icu", "night")),
            ("ward", 600, ("ward", "evening-or-night")),
            ("lab", 600, ("lab", HIDDEN)),
            ("mri", 600, (HIDDEN, "night")),
            ("new", 600, (HIDDEN, "night")),
            ("closed", 60, (HIDDEN, HIDDEN)),
            ("", 150, ("", "evening-or-night")),
        ] {
            assert_eq!(told(place, workforce), (wanted.0.to_owned(), wanted.1.to_owned()), "{place:?}");
        }
    }
}
