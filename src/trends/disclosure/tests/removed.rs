//! DC-07: whether what is printed with a report and without it could come from the same reports.

use super::{CATEGORY, Dice, House, PLACE, any_house, month, one_way, range};
use crate::domain::digest::Printed;
use crate::trends::disclosure::noise::Epsilon;
use crate::trends::disclosure::rounding::print_cell;
use crate::trends::disclosure::{Audience, Cell, Entry, Ledger, Release, Shown, Table};

/// What a reader of both prints would have to believe about a cell; the lower end is above the upper one when they contradict.
fn both(cell: &Cell, one: &Release, other: &Release, audience: Audience) -> (i64, i64) {
    let shown = |release: &Release| {
        let entry = release.fresh.iter().find(|e: &&Entry| e.cell == *cell).expect("the same cells are printed");
        match entry.shown {
            // The audit took a printed figure back.
            Shown::Audit => (i64::from(audience.hide_below()) - 4, 400),
            shown => range(shown, audience),
        }
    };
    let (a, b) = (shown(one), shown(other));
    (a.0.max(b.0), a.1.min(b.1))
}

/// Whether some set of reports fits both prints: each cell, and the total with either one-way table. Tables with one total always have
/// a common set of reports.
fn overlap(one: &Release, other: &Release, audience: Audience) -> bool {
    let of = |table: Table| one.fresh.iter().filter(move |e| e.cell.table == table).map(|e| both(&e.cell, one, other, audience));
    let sum = |table: Table| of(table).fold((0, 0), |sum, cell| (sum.0 + cell.0, sum.1 + cell.1));
    let sums = [Table::Total, Table::By(PLACE), Table::By(CATEGORY)].map(sum);
    let every_cell = one.fresh.iter().all(|e| both(&e.cell, one, other, audience).0 <= both(&e.cell, one, other, audience).1);
    every_cell && sums.iter().map(|s| s.0).max() <= sums.iter().map(|s| s.1).min()
}

/// The same organisation with one report less in one place of the tallies.
fn without(house: &House, at: usize) -> House {
    let mut fewer = house.clone();
    fewer.tallies[at].reports -= 1;
    fewer
}

#[test]
fn dc_07_with_and_without_any_report_the_prints_are_equal_or_leave_common_ground() {
    let (mut dice, window) = (Dice(7), month("2026-09"));
    let (mut equal, mut apart) = (0, 0);
    for key in 0..150 {
        let house = any_house(&mut dice, &[window]);
        let audience = Audience::ALL[dice.below(3) as usize];
        let Ok(with) = house.release(audience, &one_way(window), key, &Ledger::default()) else { continue };
        for at in (0..house.tallies.len()).filter(|at| house.tallies[*at].reports > 0) {
            let without = without(&house, at).release(audience, &one_way(window), key, &Ledger::default()).expect("the same people");

            if with.fresh == without.fresh {
                equal += 1;
            } else {
                apart += 1;
                assert!(overlap(&with, &without, audience), "{:?}\n{:?}", with.fresh, without.fresh);
            }
        }
    }

    println!("DC-07: of {} removals {equal} change nothing that is printed; the prints of the other {apart} overlap", equal + apart);
    assert!(equal > 500 && apart > 200, "{equal} {apart}");
}

#[test]
fn dc_07_exact_figures_would_be_found_out() {
    let window = month("2026-09");
    let mut house = House::new(&[("a", 400), ("b", 400)], &["fall", "fire"]);
    house.count(window, "a", "fall", 40).count(window, "b", "fire", 30);
    let print = |house: &House| {
        let mut release = house.release(Audience::SafetyTeam, &one_way(window), 7, &Ledger::default()).expect("a release");
        // Ten times the truth: figures read as exact to within half a report.
        release.fresh.iter_mut().for_each(|e| e.shown = Shown::About(house.truth(&e.cell) * 10));
        release
    };

    assert!(!overlap(&print(&house), &print(&without(&house, 0)), Audience::SafetyTeam));
}

/// `P(z)` of the two-sided geometric law for one of `tables`.
fn chance(z: i64, epsilon: Epsilon, tables: u32) -> f64 {
    let a = (-f64::from(epsilon.thousandths()) / 1_000.0 / f64::from(tables)).exp();
    (1.0 - a) / (1.0 + a) * a.powi(i32::try_from(z.abs()).expect("small"))
}

/// Chances of everything that may be printed for a count, by going through every draw until the rest cannot matter.
fn printed(count: u32, offset: u32, audience: Audience, epsilon: Epsilon, tables: u32) -> std::collections::BTreeMap<Option<u32>, f64> {
    let mut chances = std::collections::BTreeMap::new();
    for z in -400..=400_i64 {
        let noised = u32::try_from(i64::from(count) + z).unwrap_or(0);
        let shown = match print_cell(noised, None, offset, audience) {
            Printed::About(v) => Some(v),
            Printed::Few | Printed::Withheld => None,
        };
        *chances.entry(shown).or_insert(0.0) += chance(z, epsilon, tables);
    }
    chances
}

#[test]
fn dc_07_with_noise_one_report_changes_no_chance_by_more_than_its_share_of_epsilon() {
    for epsilon in [500, 1_000, 2_000].map(|e| Epsilon::from_thousandths(e).expect("allowed")) {
        for tables in 1..=3 {
            let bound = (f64::from(epsilon.thousandths()) / 1_000.0 / f64::from(tables)).exp();
            let mut largest: f64 = 1.0;
            for (count, offset, audience) in (1..=60).flat_map(|n| (0..5).flat_map(move |r| Audience::ALL.map(|a| (n, r, a)))) {
                let (with, without) =
                    (printed(count, offset, audience, epsilon, tables), printed(count - 1, offset, audience, epsilon, tables));
                // Prints that need a draw beyond 200 are rarer than e^-33, where the cut at 400 begins to show.
                for (shown, p) in with.iter().filter(|(shown, _)| shown.is_none_or(|v| v <= 200)) {
                    let q = without.get(shown).copied().unwrap_or(0.0);
                    largest = largest.max(p / q).max(q / p);
                }
            }

            // A report stands in one cell of each table: the product over the tables is at most e to the epsilon.
            assert!(largest <= bound * (1.0 + 1e-9), "{largest} of {bound}");
            assert!(largest > bound * 0.99, "the bound is reached: {largest} of {bound}");
        }
    }
}

#[test]
fn dc_07_one_offset_in_five_tells_a_report_from_none() {
    for count in 11..200_u32 {
        let equal =
            (0..5).filter(|r| print_cell(count, None, *r, Audience::SafetyTeam) == print_cell(count - 1, None, *r, Audience::SafetyTeam));
        assert_eq!(equal.count(), 4, "{count}");
    }
}
