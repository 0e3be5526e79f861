//! The checks DC-01 to DC-17 on the gate as a whole: exact counts in, what a reader can find out.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::Config;

use super::attacks::{self, Attack, Claim, Evidence, a11_threshold_probe};
use super::axis::NOT_STATED;
use super::budget::{Budget, Overdrawn};
use super::noise::{Epsilon, two_sided_geometric};
use super::release::Noise;
use super::rounding::{print_cell, stands_for};
use super::{
    Audience, Axis, Cell, Dimension, Entry, Facts, Group, Headcount, Ledger, Length, Refusal, Release, Request, Shown, Standing, Table,
    Tally, Window, release,
};
use crate::domain::digest::Printed;
use crate::domain::period::Period;

mod removed;

const PLACE: Dimension = Dimension::Place;
const CATEGORY: Dimension = Dimension::Category;

/// Whole numbers that look random and are the same in every run (Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u32) -> u32 {
        u32::try_from(self.next() % u64::from(bound)).expect("small")
    }
}

/// A stand-in for the keyed offset.
fn keyed(key: u64) -> impl Fn(&str) -> u32 {
    move |name| {
        let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325 ^ key, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
        Dice(hash).below(5)
    }
}

fn month(text: &str) -> Window {
    Window::parse(text).expect("a month")
}

/// An invented organisation and its counts.
#[derive(Clone, Debug)]
struct House {
    axes: Vec<Axis>,
    workforce: Headcount,
    tallies: Vec<Tally>,
}

const SETTLED: Facts = Facts { standing: Standing::Approved, in_open_burst: false, days_since_release: 30 };

impl House {
    fn new(areas: &[(&str, u32)], categories: &[&str]) -> Self {
        let area = |(code, people): &(&str, u32)| Group { code: (*code).to_owned(), parent: None, people: Some(Headcount::fresh(*people)) };
        Self::of(areas.iter().map(area).collect(), categories)
    }

    fn of(areas: Vec<Group>, categories: &[&str]) -> Self {
        let people = areas.iter().filter(|g| g.parent.is_none()).filter_map(|g| g.people).map(Headcount::believed).sum();
        let category = |code: &&str| Group { code: (*code).to_owned(), parent: None, people: None };
        let axes = vec![
            Axis::new(PLACE, areas).expect("areas"),
            Axis::new(CATEGORY, categories.iter().map(category).collect()).expect("categories"),
        ];
        Self { axes, workforce: Headcount::fresh(people), tallies: Vec::new() }
    }

    fn count(&mut self, window: Window, area: &str, category: &str, reports: u32) -> &mut Self {
        let codes = BTreeMap::from([(PLACE, area.to_owned()), (CATEGORY, category.to_owned())]);
        let month = window.months().next().expect("a month");
        self.tallies.push(Tally { month, codes, facts: SETTLED, reports });
        self
    }

    fn release(&self, audience: Audience, asked: &[(Table, Window)], key: u64, ledger: &Ledger) -> Result<Release, Refusal> {
        self.release_with(audience, asked, &keyed(key), ledger)
    }

    fn release_with(
        &self,
        audience: Audience,
        asked: &[(Table, Window)],
        offset: &dyn Fn(&str) -> u32,
        ledger: &Ledger,
    ) -> Result<Release, Refusal> {
        let request = Request {
            audience,
            workforce: self.workforce,
            axes: &self.axes,
            asked,
            tallies: &self.tallies,
            shares: &[],
            offset,
            noise: None,
        };
        release(&request, ledger)
    }

    /// The true count of a cell, from the tallies alone.
    fn truth(&self, cell: &Cell) -> u32 {
        let axis = |d: Dimension| self.axes.iter().find(|a| a.dimension() == d).expect("an axis");
        let inside = |t: &Tally| {
            let named = cell.table.dimensions().into_iter().zip(&cell.codes);
            cell.window.holds(t.month)
                && named.into_iter().all(|(d, code)| axis(d).upwards(axis(d).leaf_of(t.code(d))).any(|g| g.code == *code))
        };
        self.tallies.iter().filter(|t| inside(t)).map(|t| t.reports).sum()
    }
}

const AREAS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
const CATEGORIES: [&str; 5] = ["fall", "fire", "dose", "gas", "lift"];

/// A small organisation, with groups too small to describe and many cells of nought, one and two.
fn any_house(dice: &mut Dice, windows: &[Window]) -> House {
    let (areas, categories) = (2 + dice.below(5) as usize, 2 + dice.below(4) as usize);
    let sized: Vec<(&str, u32)> = AREAS.iter().take(areas).map(|code| (*code, [8, 12, 30, 60, 150][dice.below(5) as usize])).collect();
    let mut house = House::new(&sized, &CATEGORIES[..categories]);
    for window in windows {
        for area in AREAS.iter().take(areas) {
            for category in &CATEGORIES[..categories] {
                let reports = match dice.below(4) {
                    0 => 0,
                    1 => dice.below(3),
                    2 => dice.below(12),
                    _ => dice.below(40),
                };
                house.count(*window, area, category, reports);
            }
        }
    }
    house
}

fn all_cells(release: &Release) -> impl Iterator<Item = &Entry> {
    release.fresh.iter().chain(&release.repeated)
}

fn one_way(window: Window) -> Vec<(Table, Window)> {
    vec![(Table::Total, window), (Table::By(PLACE), window), (Table::By(CATEGORY), window)]
}

#[test]
fn dc_01_ten_thousand_random_data_sets_print_no_figure_under_ten_or_off_base_five() {
    let (mut dice, window) = (Dice(1), month("2026-09"));
    let (mut printed, mut refused) = (0, 0);
    for round in 0..10_000_u64 {
        let house = any_house(&mut dice, &[window]);
        let audience = Audience::ALL[dice.below(3) as usize];
        let mut asked = one_way(window);
        if round % 10 == 0 {
            asked.push((Table::Crossed(PLACE), window));
        }

        match house.release(audience, &asked, round, &Ledger::default()) {
            Ok(release) => {
                for entry in all_cells(&release) {
                    if let Printed::About(v) = entry.shown.printed() {
                        assert!(v >= audience.hide_below() && v % 5 == 0, "{entry:?}");
                        assert!(v.abs_diff(house.truth(&entry.cell)) <= 4, "{entry:?}");
                        printed += 1;
                    }
                }
            }
            Err(refusal) => {
                assert_eq!(refusal, Refusal::TooFewPeople);
                refused += 1;
            }
        }
    }

    println!("DC-01: {printed} figures printed, {refused} of 10000 refused for too few people");
    assert!(printed > 30_000 && refused < 3_000, "{printed} printed, {refused} refused");
}

/// Every count a hidden part can hold in a one-way table, by going through all of them.
fn possible(at: usize, total: (i64, i64), parts: &[(i64, i64)]) -> BTreeSet<i64> {
    let size = usize::try_from(total.1).expect("a count") + 1;
    let mut sums = vec![false; size];
    sums[0] = true;
    for (_, (low, high)) in parts.iter().enumerate().filter(|(other, _)| *other != at) {
        let mut longer = vec![false; size];
        for sum in (0..size).filter(|sum| sums[*sum]) {
            (*low..=*high)
                .filter_map(|n| usize::try_from(n).ok())
                .map(|n| sum + n)
                .take_while(|s| *s < size)
                .for_each(|s| longer[s] = true);
        }
        sums = longer;
    }
    let fits = |own: &i64| (total.0..=total.1).any(|t| usize::try_from(t - own).is_ok_and(|sum| sums[sum]));
    (parts[at].0..=parts[at].1.min(total.1)).filter(fits).collect()
}

/// What a part with this figure can hold, for a search that has to end.
fn range(shown: Shown, audience: Audience) -> (i64, i64) {
    stands_for(shown.printed(), audience).unwrap_or((0, 400))
}

#[test]
fn dc_02_no_hidden_cell_of_a_random_table_is_narrowed_by_an_exhaustive_search() {
    let (mut dice, window) = (Dice(2), month("2026-09"));
    let mut looked = 0;
    for key in 0..200 {
        let house = any_house(&mut dice, &[window]);
        let Ok(release) = house.release(Audience::SafetyTeam, &one_way(window), key, &Ledger::default()) else { continue };
        let total = release.fresh.iter().find(|e| e.cell.table == Table::Total).expect("a total");
        for table in [Table::By(PLACE), Table::By(CATEGORY)] {
            let parts: Vec<&Entry> = release.fresh.iter().filter(|e| e.cell.table == table).collect();
            let ranges: Vec<(i64, i64)> = parts.iter().map(|e| range(e.shown, e.audience)).collect();
            for (at, part) in parts.iter().enumerate().filter(|(_, e)| !matches!(e.shown, Shown::About(_))) {
                let counts = possible(at, stands_for(total.shown.printed(), total.audience).unwrap_or((0, 400)), &ranges);
                let (low, high) = (counts.first().expect("the truth"), counts.last().expect("the truth"));
                assert!(*high >= 5 && high - low >= 3, "{part:?} in {parts:?} of {total:?}");
                assert!(part.shown != Shown::SmallGroup || *low == 0, "{part:?} in {parts:?} of {total:?}");
                looked += 1;
            }
        }
    }

    assert!(looked > 500, "{looked}");
}

#[test]
fn dc_03_one_among_two_twenty_threes_is_never_forced_whatever_the_offsets() {
    let window = month("2026-09");
    let mut house = House::new(&[("a", 50), ("b", 50), ("c", 50)], &["fall"]);
    house.count(window, "a", "fall", 1).count(window, "b", "fall", 23).count(window, "c", "fall", 23);
    let asked = [(Table::Total, window), (Table::By(PLACE), window)];
    let names: Vec<String> =
        [Cell::total(window), Cell::by(window, PLACE, "a"), Cell::by(window, PLACE, "b"), Cell::by(window, PLACE, "c")]
            .iter()
            .map(Cell::name)
            .collect();

    for offsets in 0..625_u32 {
        let spread = keyed(u64::from(offsets));
        let offset = |name: &str| match names.iter().position(|n| n == name) {
            Some(at) => offsets / 5_u32.pow(u32::try_from(at).expect("small")) % 5,
            None => spread(name),
        };
        let release = house.release_with(Audience::SafetyTeam, &asked, &offset, &Ledger::default()).expect("a release");

        let total = stands_for(release.printed(&Cell::total(window)), Audience::SafetyTeam).unwrap_or((0, 400));
        let parts: Vec<(i64, i64)> = ["a", "b", "c", NOT_STATED]
            .map(|code| stands_for(release.printed(&Cell::by(window, PLACE, code)), Audience::SafetyTeam).unwrap_or((0, 120)))
            .to_vec();
        let counts = possible(0, total, &parts);
        assert!(counts.len() >= 4 && counts.last() >= Some(&5), "{counts:?} from {parts:?} of {total:?}");
    }
}

#[test]
fn dc_04_groups_of_nine_are_withheld_whatever_the_count() {
    let window = month("2026-09");
    for (audience, least) in [(Audience::SafetyTeam, 10), (Audience::AllStaff, 20), (Audience::Outside, 100)] {
        for people in [least - 1, least, least + 1] {
            let mut house = House::new(&[("a", people), ("b", 400)], &["fall"]);
            house.count(window, "a", "fall", 30).count(window, "b", "fall", 60);

            let release = house.release(audience, &[(Table::By(PLACE), window)], 4, &Ledger::default()).expect("a release");

            let described = matches!(release.printed(&Cell::by(window, PLACE, "a")), Printed::About(_));
            assert_eq!(described, people >= least, "{people} people for {audience:?}");
        }
    }
}

#[test]
fn dc_05_unknown_stale_and_zero_head_counts_are_nobody() {
    let window = month("2026-09");
    let count = |people, age_months| Headcount { people, age_months };
    for (people, described) in
        [(count(None, 0), false), (count(Some(0), 0), false), (count(Some(50), 14), false), (count(Some(50), 13), true)]
    {
        let group = |code: &str, people| Group { code: code.to_owned(), parent: None, people: Some(people) };
        let mut house = House::of(vec![group("a", people), group("b", Headcount::fresh(300))], &["fall"]);
        house.count(window, "a", "fall", 30).count(window, "b", "fall", 60);

        let release = house.release(Audience::SafetyTeam, &[(Table::By(PLACE), window)], 5, &Ledger::default()).expect("a release");

        assert_eq!(matches!(release.printed(&Cell::by(window, PLACE, "a")), Printed::About(_)), described, "{people:?}");
    }
}

/// A hospital of four areas in two sites, one of them with eight people, for `months` months.
fn hospital(dice: &mut Dice, months: &[Window]) -> House {
    let group = |code: &str, parent: Option<&str>, people| Group {
        code: code.to_owned(),
        parent: parent.map(str::to_owned),
        people: Some(Headcount::fresh(people)),
    };
    let areas = vec![
        group("north", None, 260),
        group("ward", Some("north"), 180),
        group("lab", Some("north"), 72),
        group("mri", Some("north"), 8),
        group("south", None, 120),
    ];
    let mut house = House::of(areas, &CATEGORIES);
    for window in months {
        for (area, most) in [("ward", 16), ("mri", 5), ("south", 9)] {
            for category in CATEGORIES {
                house.count(*window, area, category, dice.below(most));
            }
        }
        // In the laboratory nearly everything that is ever reported is of one kind.
        house.count(*window, "lab", "gas", 60 + dice.below(60)).count(*window, "lab", "dose", dice.below(3));
    }
    house
}

/// How often one of the attacks on any issue, by any audience, names the exact count of a cell that holds one or two.
fn exact_small_recoveries(house: &House, ledger: &Ledger) -> usize {
    let mut found = 0;
    for issue in 1..ledger.next_issue() {
        for audience in Audience::ALL {
            let evidence = Evidence { figures: ledger.entries(), issue, audience, axes: &house.axes, claims: &[] };
            let lessons = attacks::run(&evidence);
            found += lessons.iter().filter(|l| l.low == l.high && (1..=2).contains(&house.truth(&l.cell))).count();
        }
    }
    found
}

#[test]
fn dc_06_two_years_of_issues_for_three_audiences_give_no_one_or_two_away() {
    let months: Vec<Window> =
        Period::parse("2026-12").expect("a month").back(24).into_iter().map(|p| Window::holding(p, Length::Month)).collect();
    let mut small = 0;
    for key in 0..2 {
        let house = hospital(&mut Dice(60 + key), &months);
        let mut ledger = Ledger::default();
        for window in &months {
            for (audience, crossed) in [(Audience::SafetyTeam, true), (Audience::AllStaff, false), (Audience::Outside, false)] {
                let mut asked = one_way(*window);
                asked.extend(one_way(window.previous()));
                if crossed {
                    asked.push((Table::Crossed(PLACE), *window));
                }

                let release = house.release(audience, &asked, key, &ledger).expect("a release that withstands A1 to A12");

                ledger.record(release.fresh);
            }
        }
        small += ledger.entries().iter().filter(|e| (1..=2).contains(&house.truth(&e.cell))).count();
        assert_eq!(exact_small_recoveries(&house, &ledger), 0);
        let verdict = super::audit::audit(ledger.entries(), &|_| true, Audience::SafetyTeam, &house.axes);
        assert_eq!(verdict, super::audit::Verdict::Holds, "no joint solution of all figures narrows a hidden cell either");
    }

    println!("DC-06: 2 organisations, 24 months, 3 audiences: {small} published cells hold 1 or 2 reports, 0 recovered");
    assert!(small > 200, "{small}");
}

/// Issue, readers, cell and what stands in it.
type Printing = (u32, Audience, Cell, Shown);

#[test]
#[allow(clippy::too_many_lines, reason = "one list of careless issues")]
fn dc_06_each_attack_recovers_something_from_careless_figures() {
    let window = month("2026-09");
    let group = |code: &str, parent: Option<&str>, people| Group {
        code: code.to_owned(),
        parent: parent.map(str::to_owned),
        people: Some(Headcount::fresh(people)),
    };
    let house = House::of(
        vec![
            group("north", None, 70),
            group("ward", Some("north"), 40),
            group("mri", Some("north"), 5),
            group("lab", Some("north"), 25),
            group("hall", None, 30),
        ],
        &["fall", "fire"],
    );
    let (total, fall) = (Cell::total(window), Cell::by(window, CATEGORY, "fall"));
    let place = |code: &str| Cell::by(window, PLACE, code);
    let crossed = |code: &str, category: &str| Cell::crossed(window, PLACE, code, category);
    let quarter = |cell: &Cell| Cell { window: Window::parse("2026-Q3").expect("a quarter"), ..cell.clone() };
    let at = |cell: &Cell, text: &str| Cell { window: month(text), ..cell.clone() };
    let about = Shown::About;
    let staff = Audience::AllStaff;
    let careless: Vec<(Attack, Vec<Printing>)> = vec![
        (
            Attack::A1,
            vec![
                (1, staff, total.clone(), about(45)),
                (1, staff, fall.clone(), about(50)),
                (1, staff, Cell::by(window, CATEGORY, "fire"), Shown::Few),
            ],
        ),
        (
            Attack::A2,
            vec![
                (1, staff, quarter(&total), about(60)),
                (1, staff, at(&total, "2026-07"), about(35)),
                (1, staff, at(&total, "2026-08"), about(35)),
                (1, staff, total.clone(), Shown::Few),
            ],
        ),
        (
            Attack::A3,
            vec![
                (1, staff, Cell { window: Window::parse("2026-H2").expect("a half"), ..total.clone() }, about(60)),
                (1, staff, quarter(&total), about(65)),
            ],
        ),
        (
            Attack::A4,
            vec![(1, staff, place("north"), about(60)), (1, staff, place("ward"), about(65)), (1, staff, place("lab"), Shown::Few)],
        ),
        (Attack::A6, vec![(1, staff, place("mri"), about(10))]),
        (
            Attack::A6,
            vec![
                (1, staff, place("north"), about(60)),
                (1, staff, place("ward"), about(30)),
                (1, staff, place("lab"), Shown::Few),
                (1, staff, place("mri"), Shown::SmallGroup),
            ],
        ),
        (
            Attack::A7,
            vec![
                (1, Audience::Outside, place("north"), about(60)),
                (1, Audience::Outside, place("lab"), Shown::Few),
                (2, staff, place("ward"), about(65)),
            ],
        ),
        (Attack::A8, vec![(1, staff, total.clone(), about(20)), (1, staff, total.clone(), about(25))]),
        (Attack::A9, vec![(1, staff, total.clone(), about(20)), (2, staff, total.clone(), about(25))]),
        (Attack::A10, vec![(1, staff, place("ward"), about(20))]),
        (Attack::A10, vec![(1, staff, total.clone(), about(5))]),
        (Attack::A12, vec![(1, staff, place("ward"), about(50)), (1, staff, crossed("ward", "fall"), about(55))]),
    ];

    for (attack, figures) in careless {
        let figures: Vec<Entry> =
            figures.into_iter().map(|(issue, audience, cell, shown)| Entry { issue, audience, cell, shown }).collect();
        let issue = figures.last().expect("figures").issue;
        let evidence = Evidence { figures: &figures, issue, audience: staff, axes: &house.axes, claims: &[] };
        let learnt: BTreeSet<Attack> = attacks::run(&evidence).iter().map(|l| l.attack).collect();
        assert!(learnt.contains(&attack), "{attack:?} learns nothing from {figures:?}: {learnt:?}");
    }
    let nearest = |count: u32, _: u32| if count < 8 { Printed::Few } else { Printed::About((count + 2) / 5 * 5) };
    assert!((a11_threshold_probe(&nearest, [100; 5]) - 1.0).abs() < 1e-9, "fixed rounding to the nearest five is found out");
}

/// The windows in which a publisher without this gate would speak of a month: itself, and what is cumulated up to it.
fn habits(window: Window) -> Vec<(Table, Window)> {
    let month = window.months().next().expect("a month");
    let longer = [Length::Quarter, Length::HalfYear].map(|length| (Table::Total, Window::holding(month, length)));
    [one_way(window), longer.to_vec(), vec![(Table::Crossed(PLACE), window)]].concat()
}

/// Two years of careless issues: rounded and hidden as ours, but every figure by itself, with a new offset each time it is
/// printed, after edits, groups of any size, zeros left out, and shares and bars from exact counts.
fn careless(house: &mut House, months: &[Window], dice: &mut Dice) -> (Vec<Entry>, Vec<Claim>) {
    let (mut figures, mut claims) = (Vec::new(), Vec::new());
    for (at, window) in months.iter().enumerate() {
        let issue = u32::try_from(at).expect("small") + 1;
        house.count(window.previous(), "ward", "gas", dice.below(7));
        for (audience, asked) in [(Audience::AllStaff, habits(*window)), (Audience::SafetyTeam, one_way(window.previous()))] {
            let spread = keyed(0);
            let request = house.release_with(audience, &asked, &spread, &Ledger::default());
            let cells = request.map(|r| r.fresh).unwrap_or_default().into_iter().map(|e| e.cell);
            for cell in cells.filter(|cell| house.truth(cell) > 0) {
                let shown = match print_cell(house.truth(&cell), None, dice.below(5), audience) {
                    Printed::About(v) => Shown::About(v),
                    _ => Shown::Few,
                };
                figures.push(Entry { issue, audience, cell, shown });
            }
        }
        // The chart shows the total once more.
        let v = (house.truth(&Cell::total(*window)) + dice.below(5)) / 5 * 5;
        figures.push(Entry { issue, audience: Audience::AllStaff, cell: Cell::total(*window), shown: Shown::About(v) });
        claims.push(Claim::Height { cell: Cell::total(*window), reports: house.truth(&Cell::total(*window)) });
    }
    (figures, claims)
}

#[test]
fn dc_06_attack_table() {
    let months: Vec<Window> = Period::parse("2026-12").expect("a month").back(24).into_iter().map(Window::month).collect();
    let mut learnt: BTreeMap<Attack, [usize; 2]> = BTreeMap::new();
    let (mut published, mut refused) = (0, 0);
    for key in 0..1 {
        let house = hospital(&mut Dice(600 + key), &months);
        let mut edited = house.clone();
        let (figures, claims) = careless(&mut edited, &months, &mut Dice(key));
        let mut ledger = Ledger::default();
        for (at, window) in months.iter().enumerate() {
            let issue = u32::try_from(at).expect("small") + 1;
            let known: Vec<Entry> = figures.iter().filter(|e| e.issue <= issue).cloned().collect();
            let evidence = Evidence { figures: &known, issue, audience: Audience::AllStaff, axes: &house.axes, claims: &claims[at..=at] };
            for l in attacks::run(&evidence) {
                learnt.entry(l.attack).or_default()[0] += 1;
            }
            for (audience, asked) in [(Audience::AllStaff, habits(*window)), (Audience::SafetyTeam, one_way(window.previous()))] {
                match house.release(audience, &asked, key, &ledger) {
                    Ok(release) => {
                        let next = ledger.next_issue();
                        ledger.record(release.fresh);
                        let evidence =
                            Evidence { figures: ledger.entries(), issue: next, audience, axes: &house.axes, claims: &release.claims };
                        for l in attacks::run(&evidence) {
                            learnt.entry(l.attack).or_default()[1] += 1;
                        }
                        published += 1;
                    }
                    Err(_) => refused += 1,
                }
            }
        }
    }

    println!("| attack | careless issues: lessons | this gate: lessons |\n|---|---|---|");
    for (attack, [without, with]) in &learnt {
        println!("| {attack:?} | {without} | {with} |");
    }
    println!("{published} issues published, {refused} refused");
    let all = [
        Attack::A1,
        Attack::A2,
        Attack::A3,
        Attack::A4,
        Attack::A5,
        Attack::A6,
        Attack::A7,
        Attack::A8,
        Attack::A9,
        Attack::A10,
        Attack::A12,
    ];
    for attack in all {
        let [without, with] = learnt.get(&attack).copied().unwrap_or_default();
        assert!(without > 0, "{attack:?} is not tried");
        assert_eq!(with, 0, "{attack:?}");
    }
    assert!(published > refused, "{published} published, {refused} refused");
}

#[test]
fn dc_09_issues_for_every_audience_pass_together() {
    let (mut dice, window) = (Dice(9), month("2026-09"));
    for key in 0..60 {
        let house = any_house(&mut dice, &[window]);
        let mut order = Audience::ALL;
        order.rotate_left(usize::try_from(key % 3).expect("small"));
        let mut ledger = Ledger::default();
        for audience in order {
            match house.release(audience, &one_way(window), key, &ledger) {
                Ok(release) => ledger.record(release.fresh),
                Err(refusal) => assert!(matches!(refusal, Refusal::TooFewPeople | Refusal::Exposed), "{refusal:?}"),
            }
        }

        let verdict = super::audit::audit(ledger.entries(), &|_| true, Audience::SafetyTeam, &house.axes);

        assert_eq!(verdict, super::audit::Verdict::Holds);
        for entry in ledger.entries() {
            let figures: BTreeSet<u32> = ledger
                .entries()
                .iter()
                .filter(|e| e.cell == entry.cell)
                .filter_map(|e| if let Shown::About(v) = e.shown { Some(v) } else { None })
                .collect();
            assert!(figures.len() <= 1, "one cell, two figures: {figures:?}");
        }
    }
}

#[test]
fn dc_10_shares_come_from_printed_figures_over_fifty_and_any_other_is_found_out() {
    let window = month("2026-09");
    let mut house = House::new(&[("a", 200), ("b", 200)], &["fall", "fire"]);
    house.count(window, "a", "fall", 43).count(window, "a", "fire", 22).count(window, "b", "fall", 4);
    let part = Cell::by(window, CATEGORY, "fall");
    let whole = Cell::total(window);
    let shares =
        [(part.clone(), whole.clone()), (Cell::by(window, PLACE, "b"), whole.clone()), (whole.clone(), Cell::by(window, CATEGORY, "fire"))];
    let (asked, offset) = (one_way(window), keyed(10));
    let request = Request {
        audience: Audience::AllStaff,
        workforce: house.workforce,
        axes: &house.axes,
        asked: &asked,
        tallies: &house.tallies,
        shares: &shares,
        offset: &offset,
        noise: None,
    };

    let release = release(&request, &Ledger::default()).expect("a release");

    let (Printed::About(a), Printed::About(b)) = (release.printed(&part), release.printed(&whole)) else { panic!("both are printed") };
    let percent = (a * 200 + b) / (b * 2);
    assert_eq!(release.claims.len(), 1, "the hidden part and the small denominator give no share: {:?}", release.claims);
    assert!(matches!(&release.claims[0], Claim::Share { percent: p, .. } if *p == percent));
    let height = |reports| Claim::Height { cell: whole.clone(), reports };
    assert!(release.vouches_for(&[height(b)]) && !release.vouches_for(&[height(69)]) && !release.vouches_for(&[height(b + 5)]));
    for wrong in (0..=100).filter(|p| *p != percent) {
        assert!(!release.vouches_for(&[Claim::Share { part: part.clone(), whole: whole.clone(), percent: wrong }]), "{wrong}");
    }
}

#[test]
fn dc_11_a_group_whose_reports_are_all_of_a_kind_is_not_crossed_with_the_category() {
    let window = month("2026-09");
    let mut house = House::new(&[("a", 200), ("b", 200)], &["fall", "fire", "gas"]);
    house.count(window, "a", "fall", 90);
    for category in ["fall", "fire", "gas"] {
        house.count(window, "b", category, 30);
    }

    let release = house.release(Audience::AllStaff, &[(Table::Crossed(PLACE), window)], 11, &Ledger::default()).expect("a release");

    for category in ["fall", "fire", "gas", NOT_STATED] {
        assert_eq!(release.printed(&Cell::crossed(window, PLACE, "a", category)), Printed::Withheld, "{category}");
    }
    assert!(matches!(release.printed(&Cell::crossed(window, PLACE, "b", "gas")), Printed::About(_)));
}

#[test]
fn dc_12_fakes_tell_one_real_report_from_none_with_an_advantage_of_a_fifth_at_most() {
    for audience in Audience::ALL {
        let advantage = a11_threshold_probe(&|count, r| print_cell(count, None, r, audience), [1; 5]);
        println!("DC-12: {audience:?}: advantage {advantage:.3} in one cell");
        assert!(advantage <= 0.2 + 1e-12, "{advantage}");
    }
}

#[test]
fn dc_12_three_figures_of_one_report_together_tell_more_and_the_documentation_says_how_much() {
    // A report stands in its area, its category and the total, each with an offset of its own.
    let print = |count, r| print_cell(count, None, r, Audience::AllStaff);
    let most = (0..=40_u32)
        .flat_map(|a| (0..=40_u32).map(move |b| (a, b)))
        .map(|(pad, other)| {
            let moved = |at: u32| (0..5).filter(|r| print(at, *r) != print(at + 1, *r)).count();
            let still: usize = [pad, pad + other, pad + other + 13].map(|at| 5 - moved(at)).iter().product();
            1.0 - still as f64 / 125.0
        })
        .fold(0.0, f64::max);

    println!("DC-12: advantage {most:.3} with area, category and total together, everything else known");
    assert!((most - 0.488).abs() < 1e-9, "{most}");
}

#[test]
fn dc_12_the_whole_gate_keeps_the_same_bound_for_the_padded_cell() {
    let window = month("2026-09");
    let cell = Cell::by(window, PLACE, "a");
    let figures = |reports: u32| -> Vec<Printed> {
        (0..5)
            .map(|r| {
                let mut house = House::new(&[("a", 50), ("b", 50)], &["fall"]);
                house.count(window, "a", "fall", reports).count(window, "b", "fall", 33);
                let spread = keyed(12);
                let offset = |name: &str| if name == cell.name() { r } else { spread(name) };
                house
                    .release_with(Audience::AllStaff, &[(Table::By(PLACE), window)], &offset, &Ledger::default())
                    .expect("a release")
                    .printed(&cell)
            })
            .collect()
    };
    for pad in 0..=40 {
        let (without, with) = (figures(pad), figures(pad + 1));
        let apart = without.iter().zip(&with).filter(|(a, b)| a != b).count();
        assert!(apart <= 1, "{pad} fakes: {without:?} against {with:?}");
    }
}

#[test]
fn offsets_that_are_not_spread_are_refused() {
    let house = House::new(&[("a", 50)], &["fall"]);

    for offset in 0..5 {
        let refused = house.release_with(Audience::AllStaff, &[(Table::Total, month("2026-09"))], &|_| offset, &Ledger::default());
        assert_eq!(refused.map(|_| ()), Err(Refusal::Attack(Attack::A11)));
    }
}

#[test]
fn dc_16_a_million_draws_follow_the_two_sided_geometric_law() {
    for (epsilon, tables) in [(Epsilon::DEFAULT, 1), (Epsilon::from_thousandths(500).expect("allowed"), 3)] {
        let state = std::cell::RefCell::new(Dice(16));
        let bits = || state.borrow_mut().next();
        let mut seen: BTreeMap<i64, u32> = BTreeMap::new();
        for _ in 0..1_000_000 {
            *seen.entry(two_sided_geometric(epsilon, tables, &bits).expect("a draw")).or_default() += 1;
        }

        // P(z) = (1 - a) / (1 + a) * a^|z| with a = exp(-epsilon / tables); both tails are one class each.
        let a = (-f64::from(epsilon.thousandths()) / 1_000.0 / f64::from(tables)).exp();
        let edge = (1..1_000).find(|z| 1_000_000.0 * a.powi(*z) / (1.0 + a) < 50.0).expect("an edge") - 1;
        let expected = |z: i32| 1_000_000.0 * (1.0 - a) / (1.0 + a) * a.powi(z.abs());
        let tail = 1_000_000.0 * a.powi(edge + 1) / (1.0 + a);
        let mut chi_square = 0.0;
        for z in -edge..=edge {
            let n = f64::from(seen.get(&i64::from(z)).copied().unwrap_or(0));
            chi_square += (n - expected(z)).powi(2) / expected(z);
        }
        for side in [-1, 1] {
            let n: u32 = seen.iter().filter(|(z, _)| **z * side > i64::from(edge)).map(|(_, n)| n).sum();
            chi_square += (f64::from(n) - tail).powi(2) / tail;
        }
        let freedom = f64::from(2 * edge + 2);
        // Wilson and Hilferty's approximation, one in a thousand.
        let critical = freedom * (1.0 - 2.0 / (9.0 * freedom) + 3.09 * (2.0 / (9.0 * freedom)).sqrt()).powi(3);
        println!("DC-16: chi-square {chi_square:.1} with {freedom} degrees of freedom, critical {critical:.1}");
        assert!(chi_square < critical, "{chi_square} of {critical}");
    }
}

#[test]
fn dc_16_noise_is_refused_outside_its_bounds_and_when_it_is_spent() {
    let (old, new) = (month("2026-08"), month("2026-09"));
    assert_eq!([499, 2_001, 3_000].map(Epsilon::from_thousandths), [None; 3]);
    assert_eq!(two_sided_geometric(Epsilon::DEFAULT, 4, &|| 1), None);
    assert_eq!(two_sided_geometric(Epsilon::DEFAULT, 1, &|| u64::MAX), None, "stuck bits end the draw");
    let mut budget = Budget::default();

    budget.spend(old, Epsilon::DEFAULT).expect("nothing is spent");
    budget.spend(new, Epsilon::DEFAULT).expect("another month");

    assert_eq!(budget.spend(old, Epsilon::DEFAULT), Err(Overdrawn::Spent(old)));
    let quarter = Window::parse("2026-Q3").expect("a quarter");
    assert_eq!(budget.spend(quarter, Epsilon::DEFAULT), Err(Overdrawn::Spent(quarter)), "its months are spent");
    let mut again = Budget::open(budget.entries().to_vec(), 2).expect("a restart");
    assert_eq!(again.spend(new, Epsilon::DEFAULT), Err(Overdrawn::Spent(new)));
    assert_eq!(Budget::open(budget.entries()[..1].to_vec(), 2).map(|_| ()), Err(Overdrawn::Restored), "an old backup");
}

#[test]
fn dc_16_a_noised_release_is_drawn_once_and_keeps_the_other_rules() {
    let window = month("2026-09");
    let mut house = House::new(&[("a", 500), ("b", 8)], &["fall"]);
    house.count(window, "a", "fall", 60).count(window, "b", "fall", 20);
    let (state, offset) = (std::cell::RefCell::new(Dice(3)), keyed(16));
    let bits = || state.borrow_mut().next();
    let ask = |budget: &Budget, asked: &[(Table, Window)], ledger: &Ledger| {
        let drawn = std::cell::RefCell::default();
        let noise = Some(Noise { epsilon: Epsilon::DEFAULT, bits: &bits, budget, drawn: &drawn });
        let request = Request {
            audience: Audience::SafetyTeam,
            workforce: house.workforce,
            axes: &house.axes,
            asked,
            tallies: &house.tallies,
            shares: &[],
            offset: &offset,
            noise,
        };
        release(&request, ledger)
    };
    let mut budget = Budget::default();

    let first = ask(&budget, &one_way(window), &Ledger::default()).expect("a release");
    assert_eq!(first.spends, [(window, Epsilon::DEFAULT)]);
    budget.spend(window, Epsilon::DEFAULT).expect("nothing is spent");
    let again = ask(&budget, &one_way(window), &Ledger::new(first.fresh.clone())).expect("the same figures");
    let wider = [one_way(window), vec![(Table::Crossed(PLACE), window)]].concat();

    assert_eq!(first.printed(&Cell::by(window, PLACE, "b")), Printed::Withheld, "eight people");
    assert!(again.fresh.is_empty() && again.spends.is_empty());
    assert!(again.repeated.iter().all(|e| first.printed(&e.cell) == e.shown.printed()));
    assert_eq!(ask(&budget, &one_way(window), &Ledger::default()).map(|_| ()), Err(Refusal::Budget), "a second draw");
    assert_eq!(ask(&Budget::default(), &wider, &Ledger::default()).map(|_| ()), Err(Refusal::Budget), "four tables for one report");
}

#[test]
fn dc_17_organisations_of_every_size_get_what_their_size_allows() {
    for (people, expected) in [(9, None), (25, Some(Length::Year)), (60, Some(Length::HalfYear)), (600, Some(Length::Month))] {
        let month = month("2026-09");
        // One report for ten people a month, a quarter of them in each of four areas.
        let areas = [("a", people / 4), ("b", people / 4), ("c", people / 4), ("d", people - people / 4 * 3)];
        let mut house = House::new(&areas, &["fall", "fire"]);
        let length = Length::shortest(f64::from(people) / 10.0);
        let window = Window::holding(Period::parse("2026-09").expect("a month"), length.unwrap_or(Length::Year));
        for period in window.months() {
            for (area, n) in areas {
                house.count(Window::holding(period, Length::Month), area, "fall", n.div_ceil(10));
            }
        }

        let release = house.release(Audience::SafetyTeam, &one_way(window), 17, &Ledger::default());

        match expected {
            None => assert_eq!(release.map(|_| ()), Err(Refusal::TooFewPeople)),
            Some(expected) => {
                assert_eq!(length, Some(expected), "{people} people");
                let release = release.expect("a digest");
                assert!(matches!(release.printed(&Cell::total(window)), Printed::About(_)), "{people} people: {release:?}");
                let described = people / 4 >= 10;
                assert_eq!(release.printed(&Cell::by(window, PLACE, "a")) == Printed::Withheld, !described, "{people} people: {release:?}");
                assert!(window.holds(month.months().next().expect("a month")));
            }
        }
    }
}

#[test]
fn what_was_published_is_repeated_whatever_has_happened_to_the_counts() {
    let window = month("2026-09");
    let mut house = House::new(&[("a", 200), ("b", 200)], &["fall", "fire"]);
    house.count(window, "a", "fall", 43).count(window, "b", "fire", 22);
    let first = house.release(Audience::AllStaff, &one_way(window), 8, &Ledger::default()).expect("a release");
    let ledger = Ledger::new(first.fresh.clone());
    house.count(window, "a", "fire", 31);

    let again = house.release(Audience::AllStaff, &one_way(window), 8, &ledger).expect("a release");

    assert!(again.fresh.is_empty());
    assert_eq!(again.repeated.len(), first.fresh.len());
    assert!(again.repeated.iter().all(|e| first.printed(&e.cell) == e.shown.printed()));
}

#[test]
fn undeclared_tables_and_missing_groups_are_refused() {
    let (house, window) = (House::new(&[("a", 200)], &["fall"]), month("2026-09"));

    for table in [Table::Crossed(CATEGORY), Table::By(Dimension::Role)] {
        let refused = house.release(Audience::AllStaff, &[(table, window)], 1, &Ledger::default());
        assert_eq!(refused.map(|_| ()), Err(Refusal::Undeclared), "{table:?}");
    }
}

#[test]
fn reports_that_are_not_eligible_are_not_counted() {
    let window = month("2026-09");
    let mut house = House::new(&[("a", 200)], &["fall"]);
    house.count(window, "a", "fall", 90);
    house.tallies[0].facts.in_open_burst = true;

    let release = house.release(Audience::AllStaff, &[(Table::Total, window)], 1, &Ledger::default()).expect("a release");

    assert_eq!(release.printed(&Cell::total(window)), Printed::Few);
}

#[test]
fn the_area_of_an_open_burst_is_not_printed_as_quiet_and_its_month_stays_known_as_incomplete() {
    let (window, later) = (month("2026-09"), month("2026-10"));
    let mut house = House::new(&[("a", 200), ("b", 150)], &["fall"]);
    house.count(window, "a", "fall", 90);
    house.tallies[0].facts.in_open_burst = true;
    house.count(window, "b", "fall", 40);
    let mut ledger = Ledger::default();

    let first = house.release(Audience::AllStaff, &one_way(window), 1, &ledger).expect("a release");

    assert_eq!(first.printed(&Cell::by(window, PLACE, "a")), Printed::Withheld);
    assert!(matches!(first.printed(&Cell::by(window, PLACE, "b")), Printed::About(_)));
    assert!(first.lacks_reports(&Cell::total(window)) && !first.lacks_reports(&Cell::total(later)));

    ledger.record(first.fresh);
    house.tallies[0].facts.in_open_burst = false;
    let again = house.release(Audience::AllStaff, &one_way(window), 1, &ledger).expect("a release");
    assert!(again.lacks_reports(&Cell::total(window)), "what was frozen stays without it");
}

fn two_way() -> impl Strategy<Value = (Vec<u32>, u64)> {
    (proptest::collection::vec(proptest::prop_oneof![0..4_u32, 0..15_u32, 10..60_u32], 9), 0..1_000_u64)
}

proptest! {
    #![proptest_config(Config { cases: 48, ..Config::default() })]

    /// DC-02 for two-way tables: the true table is one of the worlds, so it must never be among those the figures exclude, and the
    /// same figures come out whatever order the reports are counted in.
    #[test]
    fn dc_02_two_way_tables_admit_the_truth_and_depend_on_nothing_but_the_counts((counts, key) in two_way(), audience in Just(Audience::SafetyTeam)) {
        let window = month("2026-09");
        let mut house = House::new(&[("a", 50), ("b", 60), ("c", 9)], &["fall", "fire", "gas"]);
        for (at, reports) in counts.iter().enumerate() {
            house.count(window, ["a", "b", "c"][at / 3], ["fall", "fire", "gas"][at % 3], *reports);
        }
        let mut asked = one_way(window);
        asked.push((Table::Crossed(PLACE), window));

        let first = house.release(audience, &asked, key, &Ledger::default()).expect("a release");
        house.tallies.reverse();
        asked.reverse();
        let second = house.release(audience, &asked, key, &Ledger::default()).expect("a release");

        prop_assert_eq!(&first.fresh, &second.fresh);
        for entry in &first.fresh {
            let truth = i64::from(house.truth(&entry.cell));
            let (low, high) = stands_for(entry.shown.printed(), audience).unwrap_or((0, i64::MAX));
            prop_assert!((low..=high).contains(&truth), "{:?} for {}", entry, truth);
        }
    }
}
