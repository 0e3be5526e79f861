//! The health of reporting: how many areas tell, and where it is quieter than head-count suggests.
//!
//! Refuses to speak of areas too small to be named: their reports come without the area, so their silence would be our own doing.

use super::series::Monthly;
use crate::domain::crowd::CROWD_MIN;
use crate::domain::subject::Subject;
use crate::trends::health::{Place, SilenceRule, silence_map};

/// Months that the silence map adds up.
pub(super) const YEAR: usize = 12;

/// An area that is much quieter than its head-count suggests.
#[derive(Clone, Debug, PartialEq)]
pub struct Quiet {
    /// Area code.
    pub area: String,
    /// Reports of the last twelve months.
    pub reports: u64,
    /// Reports to expect if people reported everywhere alike.
    pub expected: f64,
}

/// What is known of reporting itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reporting {
    /// Areas with a report in the last month.
    pub telling: usize,
    /// Areas large enough to be named.
    pub areas: usize,
    /// Areas that were large enough, and expected to tell enough, to be compared; `None` with less than a year of counts.
    pub compared: Option<usize>,
    /// Those that are much too quiet.
    pub quiet: Vec<Quiet>,
}

/// Looks at every area that is large enough.
pub(super) fn of(series: &[Monthly]) -> Reporting {
    let named = |one: &Monthly| match &one.subject {
        Subject::Area(code) => Some(code.clone()).filter(|_| one.people.is_some_and(|people| people >= CROWD_MIN)),
        _ => None,
    };
    let areas: Vec<(String, &Monthly)> = series.iter().filter_map(|one| Some((named(one)?, one))).collect();
    let telling = areas.iter().filter(|(_, one)| one.counts.last().is_some_and(|n| *n > 0)).count();
    let year = |one: &Monthly| one.counts.iter().rev().take(YEAR).map(|n| u64::from(*n)).sum();
    let long = areas.first().is_some_and(|(_, one)| one.counts.len() >= YEAR);
    let places: Vec<Place> =
        areas.iter().map(|(_, one)| Place { people: f64::from(one.people.unwrap_or(0)), reports: year(one) }).collect();
    let map = long.then(|| silence_map(&places, &SilenceRule::USUAL)).flatten();
    let mut quiet = Vec::new();
    for (((area, _), place), silence) in areas.iter().zip(&places).zip(map.iter().flatten()) {
        if silence.silent {
            quiet.push(Quiet { area: area.clone(), reports: place.reports, expected: silence.expected });
        }
    }
    let compared = map.map(|map| map.iter().filter(|s| s.p.is_some()).count());
    Reporting { telling, areas: areas.len(), compared, quiet }
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::domain::subject::Subject;
    use crate::flows::trends::series::Monthly;

    const AREAS: [(&str, u32, u32); 4] = [("ward", 100, 4), ("theatre", 100, 5), ("lab", 100, 0), ("mri", 9, 0)];

    fn reporting(months: usize) -> super::Reporting {
        let series = |(code, people, monthly): (&str, u32, u32)| Monthly {
            subject: Subject::Area(code.to_owned()),
            counts: vec![monthly; months],
            people: Some(people),
        };
        of(&AREAS.map(series))
    }

    #[test]
    fn a_large_quiet_area_is_named_and_a_small_one_is_not_spoken_of() {
        let found = reporting(14);

        assert_eq!((found.telling, found.areas, found.compared), (2, 3, Some(3)));
        assert_eq!(found.quiet.iter().map(|q| (q.area.as_str(), q.reports)).collect::<Vec<_>>(), [("lab", 0)]);
        // 108 reports of 200 others in a year: 54 for 100 people.
        assert!((found.quiet[0].expected - 54.0).abs() < 1e-9);
    }

    #[test]
    fn less_than_a_year_is_not_compared() {
        let found = reporting(11);

        assert!(found.compared.is_none() && found.quiet.is_empty());
    }
}
