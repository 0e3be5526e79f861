//! The joint audit: whether any hidden cell can be narrowed down from everything that was ever printed (step 8).
//!
//! A hidden cell passes only when worlds are shown that contradict no published figure and in which the cell holds at least five,
//! and counts at least three apart. Passing is thus proved by example and checked in whole numbers. Refuses true counts.

mod model;
mod solve;

use model::{Hidden, Model, blocks, sum};
use solve::extreme;

use super::audience::Audience;
use super::axis::Axis;
use super::cell::{Cell, Window};
use super::ledger::Entry;

/// A hidden cell must be able to hold at least this many.
pub const UPPER_MIN: i64 = 5;

/// The counts a hidden cell can hold must lie at least this far apart.
pub const WIDTH_MIN: i64 = 3;

/// Most unknowns in one block; a larger one is refused rather than tried.
const UNKNOWNS_MAX: usize = 3_000;

/// What an audit found first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every hidden cell has room.
    Holds,
    /// This hidden cell could not be shown to have room.
    Exposes(Cell),
    /// The block of this window is too large to be audited.
    TooLarge(Window),
}

/// Lowest and highest count seen in worlds that were checked.
#[derive(Clone, Copy)]
struct Seen {
    low: i64,
    high: i64,
}

impl Seen {
    const NOTHING: Self = Self { low: i64::MAX, high: i64::MIN };

    fn with(self, count: i64) -> Self {
        Self { low: self.low.min(count), high: self.high.max(count) }
    }

    const fn suffices(self, hidden: &Hidden) -> bool {
        let room = self.low <= self.high && self.high >= UPPER_MIN && self.high - self.low >= WIDTH_MIN;
        (room || !hidden.room) && (self.low == 0 || !hidden.none)
    }
}

/// Audits `entries`, all that was ever published with what is about to be, as an `audience` that holds its own issues and those
/// of every lower one. Only blocks that hold one of `fresh` are looked at: the others were audited when they were published.
pub fn audit(entries: &[Entry], fresh: &dyn Fn(&Entry) -> bool, audience: Audience, axes: &[Axis]) -> Verdict {
    for block in blocks(entries.iter(), audience) {
        let Some(first) = block.iter().find(|e| fresh(e)) else { continue };
        let model = Model::of(&block, axes, audience);
        if model.unknowns > UNKNOWNS_MAX {
            return Verdict::TooLarge(first.cell.window);
        }
        if let Some(cell) = exposed(&model) {
            return Verdict::Exposes(cell);
        }
    }
    Verdict::Holds
}

/// The first hidden cell that no worlds give room to. Worlds for all hidden cells at once are tried first: they mostly suffice.
fn exposed(model: &Model) -> Option<Cell> {
    let mut seen = vec![Seen::NOTHING; model.hidden.len()];
    let all: Vec<(usize, i64)> = model.hidden.iter().flat_map(|h| h.terms.iter().copied()).collect();
    if model.hidden.is_empty() {
        return None;
    }
    look(model, &all, &mut seen);
    for (at, hidden) in model.hidden.iter().enumerate() {
        let suffices = |seen: &[Seen]| seen.get(at).is_some_and(|s| s.suffices(hidden));
        if !suffices(&seen) {
            look(model, &hidden.terms, &mut seen);
        }
        if !suffices(&seen) {
            return Some(hidden.cell.clone());
        }
    }
    None
}

/// Notes what every hidden cell holds in the worlds where `terms` add up to most and to least.
fn look(model: &Model, terms: &[(usize, i64)], seen: &mut [Seen]) {
    for world in [true, false].into_iter().filter_map(|most| extreme(model, terms, most)) {
        for (seen, hidden) in seen.iter_mut().zip(&model.hidden) {
            *seen = seen.with(sum(&hidden.terms, &world));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Verdict, audit};
    use crate::trends::disclosure::{Audience, Axis, Cell, Dimension, Entry, Group, Headcount, Shown, Window};

    fn window(text: &str) -> Window {
        Window::parse(text).expect("a window")
    }

    fn axis(dimension: Dimension, codes: &[&str]) -> Axis {
        let group = |code: &&str| Group { code: (*code).to_owned(), parent: None, people: Some(Headcount::fresh(40)) };
        Axis::new(dimension, codes.iter().map(group).collect()).expect("an axis")
    }

    fn verdict(figures: &[(Cell, Shown)]) -> Verdict {
        let axes = [axis(Dimension::Place, &["a", "b", "c"]), axis(Dimension::Category, &["fall", "fire"])];
        let entry = |(cell, shown): &(Cell, Shown)| Entry { issue: 1, audience: Audience::AllStaff, cell: cell.clone(), shown: *shown };
        let entries: Vec<Entry> = figures.iter().map(entry).collect();
        audit(&entries, &|_| true, Audience::AllStaff, &axes)
    }

    fn places(month: Window, figures: [Shown; 4]) -> Vec<(Cell, Shown)> {
        ["a", "b", "c", ""].into_iter().zip(figures).map(|(code, shown)| (Cell::by(month, Dimension::Place, code), shown)).collect()
    }

    const FEW: Shown = Shown::Few;

    fn about(v: u32) -> Shown {
        Shown::About(v)
    }

    #[test]
    fn room_is_found_where_there_is_room_and_nowhere_else() {
        let month = window("2026-09");
        let total = |v| vec![(Cell::total(month), about(v))];
        let with = |v, parts| [total(v), places(month, parts)].concat();

        assert_eq!(verdict(&with(60, [FEW, about(20), about(35), FEW])), Verdict::Holds);
        assert_eq!(verdict(&with(45, [about(25), about(30), FEW, about(10)])), Verdict::Exposes(Cell::by(month, Dimension::Place, "c")));
        assert_eq!(verdict(&with(100, [FEW, about(50), about(20), FEW])), Verdict::Exposes(Cell::by(month, Dimension::Place, "")));
        assert_eq!(verdict(&total(60)), Verdict::Holds);
        assert_eq!(verdict(&[]), Verdict::Holds);
    }

    #[test]
    fn a_small_group_must_be_able_to_have_reported_nothing() {
        let month = window("2026-09");
        let small =
            |total| [vec![(Cell::total(month), about(total))], places(month, [Shown::SmallGroup, about(20), about(40), FEW])].concat();

        // The axis says forty people; a group that is small no more needs room only.
        assert_eq!(verdict(&small(90)), Verdict::Holds);
        let axes = [Axis::new(Dimension::Place, vec![Group { code: "a".to_owned(), parent: None, people: None }]).expect("an axis")];
        let entries: Vec<Entry> =
            small(90).into_iter().map(|(cell, shown)| Entry { issue: 1, audience: Audience::AllStaff, cell, shown }).collect();
        assert_eq!(audit(&entries, &|_| true, Audience::AllStaff, &axes), Verdict::Exposes(Cell::by(month, Dimension::Place, "a")));
    }

    #[test]
    fn two_tables_that_share_only_an_unprinted_total_are_seen_together() {
        let month = window("2026-09");
        let category = |code: &str, shown| (Cell::by(month, Dimension::Category, code), shown);
        let mut figures = places(month, [FEW, about(35), about(10), Shown::Dropped]);

        assert_eq!(verdict(&figures), Verdict::Holds);
        figures.extend([category("fall", about(10)), category("fire", about(10)), category("", FEW)]);
        assert_eq!(verdict(&figures), Verdict::Exposes(Cell::by(month, Dimension::Place, "")), "the categories add up to 37 at most");
    }

    #[test]
    fn a_quarter_is_audited_with_its_months() {
        let months = ["2026-07", "2026-08", "2026-09"].map(|m| Cell::total(window(m)));
        let figures = |quarter| {
            let shown = [about(25), FEW, about(30)];
            let mut all: Vec<(Cell, Shown)> = months.iter().cloned().zip(shown).collect();
            all.push((Cell::total(window("2026-Q3")), about(quarter)));
            all
        };

        assert_eq!(verdict(&figures(60)), Verdict::Holds);
        assert_eq!(verdict(&figures(45)), Verdict::Exposes(months[1].clone()), "two at most are left");
        assert_eq!(verdict(&figures(75)), Verdict::Exposes(months[1].clone()), "eight at least are left");
    }

    #[test]
    fn two_way_tables_are_audited_with_their_margins() {
        let month = window("2026-09");
        let crossed = |place: &str, category: &str, shown| (Cell::crossed(month, Dimension::Place, place, category), shown);
        let figures = |margin| {
            vec![
                (Cell::by(month, Dimension::Place, "a"), about(margin)),
                crossed("a", "fall", about(30)),
                crossed("a", "fire", FEW),
                crossed("a", "", about(10)),
            ]
        };

        assert_eq!(verdict(&figures(45)), Verdict::Holds);
        assert_eq!(verdict(&figures(30)), Verdict::Exposes(Cell::crossed(month, Dimension::Place, "a", "fire")));
    }

    #[test]
    fn what_is_too_large_or_contradicts_itself_fails() {
        let month = window("2026-09");
        let (cell, many) = (Cell::total(month), (0..4_000).map(|n| Cell::by(month, Dimension::Place, &format!("p{n}"))));

        assert_eq!(verdict(&many.map(|cell| (cell, about(10))).collect::<Vec<_>>()), Verdict::TooLarge(month));
        let torn = [(cell.clone(), about(100)), (Cell::by(month, Dimension::Place, "a"), FEW)];
        let torn = [torn.to_vec(), places(month, [FEW, FEW, FEW, FEW])].concat();
        assert!(matches!(verdict(&torn), Verdict::Exposes(_)));
    }
}
