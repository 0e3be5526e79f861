//! The first disclosure gate: which figures may be printed about which people, and what may be said about them.
//!
//! Steps 4, 5, 6 and 9 of the release gate, and the part of step 8 that needs no solver (`docs/statistics.md`). Refuses true
//! counts beyond [`print_cell`]: everything after it sees printed figures only, so no decision here can give a count away.

use crate::domain::digest::{Movement, Printed};
use crate::domain::period::Period;

/// Base of the keyed random rounding.
const BASE: u32 = 5;

/// A printed figure stands for itself plus or minus this.
const SPREAD: i64 = 4;

/// Largest count a hidden cell is taken to hold in the audit.
const HIDDEN_MAX: i64 = 9;

/// A hidden cell must be able to hold at least this many.
const AUDIT_UPPER: i64 = 5;

/// The figures a hidden cell can hold must lie at least this far apart.
const AUDIT_WIDTH: i64 = 3;

/// What a count without any published bound is taken to reach in the audit.
const UNBOUNDED: i64 = 1 << 40;

/// Thresholds for those who will read a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Audience {
    /// Fewest people a described group must have.
    pub crowd_min: u32,
    /// Printed figures under this are hidden.
    pub hide_below: u32,
}

impl Audience {
    /// The safety team at its desk.
    pub const SAFETY_TEAM: Self = Self { crowd_min: 10, hide_below: 10 };
    /// Everybody in the organisation.
    pub const ALL_STAFF: Self = Self { crowd_min: 20, hide_below: 10 };
    /// Everybody else.
    pub const OUTSIDE: Self = Self { crowd_min: 100, hide_below: 15 };
}

/// What may be printed for a cell with `count` reports about a group of `crowd` people.
///
/// `crowd` is `None` for a cell that describes no group at all (the whole organisation); an unknown head-count is `Some(0)`.
/// `offset` is 0 to 4, keyed by [`cell_name`], so that one cell shows one figure wherever and whenever it is printed; larger
/// offsets are taken modulo 5.
#[must_use]
pub fn print_cell(count: u32, crowd: Option<u32>, offset: u32, audience: &Audience) -> Printed {
    if crowd.is_some_and(|people| people < audience.crowd_min) {
        return Printed::Withheld;
    }
    let figure = count.saturating_add(offset % BASE) / BASE * BASE;
    if figure < audience.hide_below.max(2 * BASE) { Printed::Few } else { Printed::About(figure) }
}

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

/// Canonical name of a cell: the identity over which the keyed offset is computed.
///
/// Lengths stand before the parts, so two different cells never share a name whatever their labels hold.
#[must_use]
pub fn cell_name(table: &str, row: &str, period: Period) -> String {
    format!("cell-v1|{}:{table}|{}:{row}|{period}", table.len(), row.len())
}

/// Audits a total with its parts as printed, hides what would pin a hidden part, and returns the total as it may be printed.
///
/// For every hidden figure the published ones must leave an upper bound of at least 5 and a width of at least 3, taking
/// "few" as 0 to 9 and a printed figure as itself ± 4. A part that came in withheld (its group is too small to describe)
/// must besides be able to be nothing at all. While that fails the smallest printed part is withheld; when none is left, the
/// total is. The parts must be disjoint and together make the total.
#[must_use]
pub fn protect(total: Printed, parts: &mut [Printed]) -> Printed {
    let too_small: Vec<bool> = parts.iter().map(|p| *p == Printed::Withheld).collect();
    while !holds(total, parts, &too_small) {
        let smallest = parts.iter_mut().filter_map(|p| figure(*p).map(|v| (v, p))).min_by_key(|(v, _)| *v);
        match smallest {
            Some((_, part)) => *part = Printed::Withheld,
            None => return Printed::Withheld,
        }
    }
    total
}

fn figure(cell: Printed) -> Option<u32> {
    match cell {
        Printed::About(v) => Some(v),
        Printed::Few | Printed::Withheld => None,
    }
}

/// The counts a cell may hold, from its own printed form alone.
fn bounds(cell: Printed) -> (i64, i64) {
    match cell {
        Printed::About(v) => ((i64::from(v) - SPREAD).max(0), i64::from(v) + SPREAD),
        Printed::Few => (0, HIDDEN_MAX),
        Printed::Withheld => (0, UNBOUNDED),
    }
}

fn wide_enough((low, high): (i64, i64)) -> bool {
    high >= AUDIT_UPPER && high - low >= AUDIT_WIDTH
}

/// One equation over boxes of whole numbers: the bounds below are exact, so no solver is needed for a single table.
fn holds(total: Printed, parts: &[Printed], too_small: &[bool]) -> bool {
    let whole = bounds(total);
    let sum = parts.iter().map(|p| bounds(*p)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    let parts_hold = parts.iter().zip(too_small).all(|(part, small)| {
        let own = bounds(*part);
        let low = own.0.max(whole.0 - (sum.1 - own.1));
        let high = own.1.min(whole.1 - (sum.0 - own.0));
        figure(*part).is_some() || (wide_enough((low, high)) && (!small || low == 0))
    });
    let total_holds = total != Printed::Few || wide_enough((whole.0.max(sum.0), whole.1.min(sum.1)));
    parts_hold && total_holds
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};

    use super::{Audience, cell_name, holds, movement, print_cell, protect};
    use crate::domain::digest::{Movement, Printed};
    use crate::domain::period::Period;

    const SAFETY_TEAM: Audience = Audience::SAFETY_TEAM;
    const ALL_STAFF: Audience = Audience::ALL_STAFF;
    const OUTSIDE: Audience = Audience::OUTSIDE;
    const AUDIENCES: [Audience; 3] = [SAFETY_TEAM, ALL_STAFF, OUTSIDE];

    fn feasible_of(hidden: usize, total: Printed, parts: &[Printed]) -> Vec<i64> {
        let ranges: Vec<Vec<i64>> = parts
            .iter()
            .map(|p| match p {
                Printed::About(v) => (i64::from(*v) - 4..=i64::from(*v) + 4).collect(),
                Printed::Few => (0..=9).collect(),
                Printed::Withheld => (0..=80).collect(),
            })
            .collect();
        let mut seen = std::collections::BTreeSet::new();
        let (Printed::About(t), [a, b, c]) = (total, ranges.as_slice()) else { return Vec::new() };
        for x in a {
            for y in b {
                for z in c.iter().filter(|z| (x + y + **z - i64::from(t)).abs() <= 4) {
                    seen.insert([*x, *y, *z][hidden]);
                }
            }
        }
        seen.into_iter().collect()
    }

    #[test]
    fn groups_of_nine_are_withheld_whatever_the_count() {
        assert_eq!(print_cell(30, Some(9), 0, &SAFETY_TEAM), Printed::Withheld);
        assert_eq!(print_cell(30, Some(10), 0, &SAFETY_TEAM), Printed::About(30));
        assert_eq!(print_cell(30, Some(19), 0, &ALL_STAFF), Printed::Withheld);
        assert_eq!(print_cell(30, Some(99), 0, &OUTSIDE), Printed::Withheld);
        assert_eq!(print_cell(30, Some(0), 0, &SAFETY_TEAM), Printed::Withheld);
        assert_eq!(print_cell(30, None, 0, &OUTSIDE), Printed::About(30));
    }

    #[test]
    fn the_smallest_count_that_ever_shows_is_six_inside_and_eleven_outside() {
        let smallest =
            |audience: &Audience| (0..100).find(|n| (0..5).any(|r| matches!(print_cell(*n, None, r, audience), Printed::About(_))));

        assert_eq!(smallest(&ALL_STAFF), Some(6));
        assert_eq!(smallest(&OUTSIDE), Some(11));
        assert_eq!(print_cell(0, None, 4, &ALL_STAFF), Printed::Few);
    }

    #[test]
    fn small_or_small_looking_changes_are_no_change() {
        let about = Printed::About;
        let cases = [
            (about(25), about(20), Movement::NoClearChange),
            (about(30), about(20), Movement::More),
            (about(20), about(30), Movement::Fewer),
            (about(110), about(100), Movement::NoClearChange),
            (about(125), about(100), Movement::More),
            (about(75), about(100), Movement::Fewer),
            (Printed::Few, about(100), Movement::CannotSay),
            (about(100), Printed::Withheld, Movement::CannotSay),
        ];

        for (now, before, wanted) in cases {
            assert_eq!(movement(now, before), wanted, "{now:?} after {before:?}");
        }
    }

    #[test]
    fn cells_with_awkward_labels_have_names_of_their_own() {
        let month = Period::parse("2026-09").expect("a month");

        assert_ne!(cell_name("a|1:b", "c", month), cell_name("a", "b|1:c", month));
        assert_ne!(cell_name("ab", "c", month), cell_name("a", "bc", month));
        assert_ne!(cell_name("a", "b", month), cell_name("a", "b", month.previous()));
        assert_eq!(cell_name("area", "icu", month), "cell-v1|4:area|3:icu|2026-09");
    }

    #[test]
    fn one_among_two_twenty_threes_is_never_pinned_whatever_the_offsets() {
        for offsets in 0..625_u32 {
            let r = |place: u32| offsets / 5_u32.pow(place) % 5;
            let mut parts = [(1, 0), (23, 1), (23, 2)].map(|(n, place)| print_cell(n, Some(50), r(place), &SAFETY_TEAM));

            let total = protect(print_cell(47, None, r(3), &SAFETY_TEAM), &mut parts);

            let feasible = feasible_of(0, total, &parts);
            assert!(feasible.len() >= 4 && feasible.iter().max() >= Some(&5), "{parts:?} of {total:?}");
        }
    }

    #[test]
    fn a_part_that_subtraction_would_pin_costs_its_smallest_sibling() {
        let mut parts = [Printed::Few, Printed::About(25), Printed::About(50)];

        let total = protect(Printed::About(65), &mut parts);

        assert_eq!(total, Printed::About(65));
        assert_eq!(parts, [Printed::Few, Printed::Withheld, Printed::About(50)]);
    }

    #[test]
    fn a_group_too_small_to_describe_is_not_described_by_subtraction() {
        let mut parts = [Printed::Withheld, Printed::About(20), Printed::About(40)];

        let total = protect(Printed::About(90), &mut parts);

        assert_eq!(total, Printed::About(90));
        assert_eq!(parts, [Printed::Withheld, Printed::Withheld, Printed::About(40)]);
    }

    #[test]
    fn a_total_that_is_its_only_part_is_withheld_with_it() {
        let mut parts = [Printed::Withheld];

        assert_eq!(protect(Printed::About(40), &mut parts), Printed::Withheld);
    }

    #[test]
    fn harmless_tables_are_left_alone() {
        let mut parts = [Printed::About(20), Printed::Few, Printed::About(35)];
        let before = parts;

        assert_eq!(protect(Printed::About(60), &mut parts), Printed::About(60));
        assert_eq!(parts, before);
        assert_eq!(protect(Printed::About(60), &mut []), Printed::About(60));
    }

    fn cell() -> impl Strategy<Value = (u32, u32, u32)> {
        (0..60_u32, 0..40_u32, 0..5_u32)
    }

    proptest! {
        #[test]
        fn no_printed_figure_is_below_ten_or_off_base_five(
            count in any::<u32>(), small in 0..20_u32, crowd in any::<Option<u32>>(), r in any::<u32>(),
        ) {
            for audience in AUDIENCES {
                for n in [count, small] {
                    let printed = print_cell(n, crowd, r, &audience);

                    prop_assert_eq!(printed, print_cell(n, crowd, r, &audience));
                    if let Printed::About(v) = printed {
                        prop_assert!(v >= 10 && v % 5 == 0 && v.abs_diff(n) <= 4, "{} for {}", v, n);
                    }
                }
            }
        }

        #[test]
        fn protection_ends_and_what_it_leaves_holds(cells in proptest::collection::vec(cell(), 0..8), r in 0..5_u32) {
            let sum = cells.iter().map(|c| c.0).sum();
            let mut parts: Vec<Printed> = cells.iter().map(|(n, crowd, r)| print_cell(*n, Some(*crowd), *r, &SAFETY_TEAM)).collect();
            let before = parts.clone();
            let too_small: Vec<bool> = parts.iter().map(|p| *p == Printed::Withheld).collect();

            let total = protect(print_cell(sum, None, r, &SAFETY_TEAM), &mut parts);

            prop_assert!(holds(total, &parts, &too_small));
            for (now, then) in parts.iter().zip(&before) {
                prop_assert!(now == then || *now == Printed::Withheld);
            }
        }
    }
}
