//! What may be said beyond a figure: a change, a share, an example in words (steps 7, 9 and 10 of the gate).
//!
//! Works on printed figures only, so nothing said here can be computed back to a true count. Refuses shares of less than fifty.

use super::audience::Audience;
use super::rounding::SPREAD;
use crate::domain::digest::{Movement, Printed};

/// Smallest printed denominator of a share.
pub const DENOMINATOR_MIN: u32 = 50;

/// Fewest people in the group an example speaks of.
const EXAMPLE_CROWD_MIN: u32 = 20;

/// Days an example must be old.
const EXAMPLE_DAYS_MIN: u32 = 30;

/// Fewest categories a group must show before it is crossed with the category.
const CATEGORIES_MIN: usize = 3;

/// What may be said about two printed figures: a change of at least 10 and of at least 25 % of the earlier one.
#[must_use]
pub fn movement(now: Printed, before: Printed) -> Movement {
    let (Printed::About(now), Printed::About(before)) = (now, before) else {
        return Movement::CannotSay;
    };
    let change = now.abs_diff(before);
    if change < 10 || u64::from(change) * 4 < u64::from(before) {
        Movement::NoClearChange
    } else if now > before {
        Movement::More
    } else {
        Movement::Fewer
    }
}

/// One printed figure as a whole percentage of another, halves upwards; `None` unless the denominator is printed as 50 or more.
#[must_use]
pub fn share(part: Printed, whole: Printed) -> Option<u32> {
    let (Printed::About(part), Printed::About(whole)) = (part, whole) else { return None };
    let percent = (u64::from(part) * 200 + u64::from(whole)) / (u64::from(whole) * 2).max(1);
    if whole < DENOMINATOR_MIN { None } else { u32::try_from(percent.min(100)).ok() }
}

/// Whether a group's reports are varied enough to be crossed with the category, as far as its own printed figures show.
///
/// The rule is three categories at least and none with 90 % (l-diversity, Machanavajjhala et al. 2007). Judged by printed figures
/// it is stricter, never laxer: a category not printed is taken as none, the largest as `v + 4`, the others as `v − 4`.
#[must_use]
pub fn is_varied(categories: &[Printed]) -> bool {
    let mut figures: Vec<i64> =
        categories.iter().filter_map(|p| if let Printed::About(v) = p { Some(i64::from(*v)) } else { None }).collect();
    figures.sort_unstable();
    let Some((largest, others)) = figures.split_last() else { return false };
    let (largest, others) = (largest + SPREAD, others.iter().map(|v| v - SPREAD).sum::<i64>());
    figures.len() >= CATEGORIES_MIN && largest * 10 < (largest + others) * 9
}

/// The facts about an example in words.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Whether the wording is a paraphrase.
    pub paraphrased: bool,
    /// Different people who approved it.
    pub approvals: u32,
    /// People in the group it speaks of.
    pub crowd: u32,
    /// Whole days since the release of the youngest report in it.
    pub days_since_release: u32,
    /// Its cell as printed.
    pub cell: Printed,
}

/// Whether an example may stand in an issue for `audience`. Its cell must be printed, so it is never the only report there.
#[must_use]
pub fn may_quote(example: &Example, audience: Audience) -> bool {
    example.paraphrased
        && example.approvals >= 2
        && example.crowd >= EXAMPLE_CROWD_MIN.max(audience.crowd_min())
        && example.days_since_release >= EXAMPLE_DAYS_MIN
        && matches!(example.cell, Printed::About(_))
}

#[cfg(test)]
mod tests {
    use super::{Example, is_varied, may_quote, movement, share};
    use crate::domain::digest::{Movement, Printed};
    use crate::trends::disclosure::audience::Audience;

    const ABOUT: fn(u32) -> Printed = Printed::About;

    #[test]
    fn small_or_small_looking_changes_are_no_change() {
        let cases = [
            (ABOUT(25), ABOUT(20), Movement::NoClearChange),
            (ABOUT(30), ABOUT(20), Movement::More),
            (ABOUT(20), ABOUT(30), Movement::Fewer),
            (ABOUT(110), ABOUT(100), Movement::NoClearChange),
            (ABOUT(125), ABOUT(100), Movement::More),
            (ABOUT(75), ABOUT(100), Movement::Fewer),
            (Printed::Few, ABOUT(100), Movement::CannotSay),
            (ABOUT(100), Printed::Withheld, Movement::CannotSay),
        ];

        for (now, before, wanted) in cases {
            assert_eq!(movement(now, before), wanted, "{now:?} after {before:?}");
        }
    }

    #[test]
    fn shares_need_two_printed_figures_and_a_denominator_of_fifty() {
        assert_eq!(share(ABOUT(10), ABOUT(50)), Some(20));
        assert_eq!(share(ABOUT(35), ABOUT(80)), Some(44));
        assert_eq!(share(ABOUT(55), ABOUT(50)), Some(100));
        assert_eq!(share(ABOUT(10), ABOUT(45)), None);
        assert_eq!(share(Printed::Few, ABOUT(100)), None);
        assert_eq!(share(ABOUT(10), Printed::Withheld), None);
    }

    #[test]
    fn groups_of_one_kind_are_not_crossed() {
        let few = Printed::Few;

        assert!(is_varied(&[ABOUT(20), ABOUT(10), ABOUT(15), few]));
        assert!(!is_varied(&[ABOUT(20), ABOUT(10), few]));
        assert!(!is_varied(&[ABOUT(150), ABOUT(10), ABOUT(10)]));
        assert!(!is_varied(&[]));
    }

    #[test]
    fn examples_need_every_condition() {
        let good = Example { paraphrased: true, approvals: 2, crowd: 20, days_since_release: 30, cell: ABOUT(10) };

        assert!(may_quote(&good, Audience::AllStaff) && may_quote(&good, Audience::SafetyTeam));
        assert!(!may_quote(&good, Audience::Outside));
        for bad in [
            Example { paraphrased: false, ..good },
            Example { approvals: 1, ..good },
            Example { crowd: 19, ..good },
            Example { days_since_release: 29, ..good },
            Example { cell: Printed::Few, ..good },
        ] {
            assert!(!may_quote(&bad, Audience::SafetyTeam), "{bad:?}");
        }
    }
}
