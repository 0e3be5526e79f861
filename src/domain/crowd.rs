//! How many colleagues fit what a reporter chose: the number behind the anonymity meter and the workforce gate.
//!
//! A k-map against the workforce, not the reports (Sweeney 2002; `security.md` 5.3 step 4). Refuses optimism: an
//! head-count that is unknown or out of date counts as nobody.

use super::period::Period;
use super::report::{DONT_KNOW, RATHER_NOT};
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

/// The area, if enough people work there for it to be shown; `None` generalises to "somewhere here".
#[must_use]
pub fn releasable_area(taxonomy: &Taxonomy, area: Option<&Code>, now: Period) -> Option<Code> {
    area.filter(|code| taxonomy.area(code.as_str()).is_some_and(|a| a.people(now) >= CROWD_MIN)).cloned()
}

#[cfg(test)]
mod tests {
    use super::{estimate, releasable_area};
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
}
