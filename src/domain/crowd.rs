//! How many colleagues fit what a reporter chose: the number behind the anonymity meter and the workforce gate.
//!
//! A k-map against the workforce, not the reports (Sweeney 2002; `security.md` 5.3 step 4). Refuses optimism: an
//! head-count that is unknown or out of date counts as nobody.

use super::period::Period;
use super::report::{DAY_PARTS, DONT_KNOW, RATHER_NOT};
use super::taxonomy::{Code, Taxonomy};

/// Fewest people a described group must have before analysts see the description.
pub const CROWD_MIN: u32 = 10;

/// How many people fit area and role class; the whole workforce when neither narrows it.
#[must_use]
pub fn estimate(taxonomy: &Taxonomy, area: Option<&Code>, role: Option<&Code>, now: Period) -> u32 {
    let narrowing = |code: &&Code| code.as_str() != RATHER_NOT && code.as_str() != DONT_KNOW;
    let role = role.filter(narrowing);
    let areas = taxonomy.areas.iter().filter(|a| area.filter(narrowing).is_none_or(|code| a.code == *code));
    areas
        .map(|a| match role {
            None => a.people(now),
            Some(role) => a.people_of(role, now),
        })
        .sum()
}

/// What stands beside a released wording of where and when: each only as fine as [`CROWD_MIN`] colleagues allow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// The area; `None` generalises to "somewhere here".
    pub area: Option<Code>,
    /// The part of the day; `None` generalises to "at some time".
    pub day_part: Option<Code>,
}

/// Coarsens area and part of the day until enough people fit both at once.
///
/// Rosters are not known. Whoever always works one shift is counted by taking an area's people as spread over the parts of the
/// day evenly: a part of the day fits the area's head-count divided by their number, rounded down. The area is kept before the part of
/// the day, because it is what an improvement needs; without an area the part of the day is held against the whole workforce.
#[must_use]
pub fn releasable(taxonomy: &Taxonomy, area: Option<&Code>, day_part: Option<&Code>, now: Period) -> Setting {
    let area = releasable_area(taxonomy, area, now);
    let at_once = estimate(taxonomy, area.as_ref(), None, now) / u32::try_from(DAY_PARTS.len()).unwrap_or(u32::MAX);
    Setting { day_part: day_part.filter(|_| at_once >= CROWD_MIN).cloned(), area }
}

/// The area, if enough people work there for it to be shown; `None` generalises to "somewhere here".
#[must_use]
pub fn releasable_area(taxonomy: &Taxonomy, area: Option<&Code>, now: Period) -> Option<Code> {
    area.filter(|code| taxonomy.area(code.as_str()).is_some_and(|a| a.people(now) >= CROWD_MIN)).cloned()
}

#[cfg(test)]
mod tests {
    use super::{Setting, estimate, releasable, releasable_area};
    use crate::domain::period::Period;
    use crate::domain::taxonomy::{Area, Code, Label, Taxonomy};

    fn now() -> Period {
        Period::parse("2026-11").expect("a month")
    }

    fn taxonomy() -> Taxonomy {
        let code = |c: &str| Code::parse(c).expect("code");
        let area = |c: &str, headcount, nurses| Area {
            code: code(c),
            label: Label::default(),
            headcount,
            by_role: vec![(code("nurse"), nurses)],
            counted: Some(now()),
        };
        Taxonomy { areas: vec![area("icu", 80, 50), area("mri", 9, 2)], ..Taxonomy::default() }
    }

    #[test]
    fn choices_narrow_the_crowd() {
        let (t, icu, nurse) = (taxonomy(), Code::parse("icu"), Code::parse("nurse"));

        assert_eq!(estimate(&t, None, None, now()), 89);
        assert_eq!(estimate(&t, icu.as_ref(), None, now()), 80);
        assert_eq!(estimate(&t, icu.as_ref(), nurse.as_ref(), now()), 50);
        assert_eq!(estimate(&t, None, nurse.as_ref(), now()), 52);
        assert_eq!(estimate(&t, Code::parse("rather-not").as_ref(), None, now()), 89);
    }

    #[test]
    fn a_group_of_nine_is_not_named() {
        let t = taxonomy();

        assert_eq!(releasable_area(&t, Code::parse("mri").as_ref(), now()), None);
        assert_eq!(releasable_area(&t, Code::parse("icu").as_ref(), now()), Code::parse("icu"));
    }

    #[test]
    fn an_19_area_and_part_of_the_day_fit_ten_together() {
        let (code, part) = (|c: &str| Code::parse(c).expect("code"), Code::parse("morning"));
        let at = |headcounts: [u32; 2]| {
            let area =
                |c: &str, headcount| Area { code: code(c), label: Label::default(), headcount, by_role: Vec::new(), counted: Some(now()) };
            let t = Taxonomy { areas: vec![area("a", headcounts[0]), area("b", headcounts[1])], ..Taxonomy::default() };
            releasable(&t, Some(&code("a")), part.as_ref(), now())
        };
        let setting = |area: Option<&str>, day_part: bool| Setting { area: area.map(code), day_part: part.clone().filter(|_| day_part) };
        let parts = u32::try_from(crate::domain::report::DAY_PARTS.len()).expect("a few");

        assert_eq!(at([10 * parts, 0]), setting(Some("a"), true));
        assert_eq!(at([10 * parts - 1, 500]), setting(Some("a"), false), "the area stays, the part of the day goes");
        assert_eq!(at([9, 500]), setting(None, true), "somewhere here, in the morning");
        assert_eq!(at([9, 10]), setting(None, false));
        assert_eq!(at([0, 0]), setting(None, false), "an unknown head-count is nobody");
    }
}
