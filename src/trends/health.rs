//! The health of reporting itself: answered how soon, by how many places, closed or not, and where it is too quiet.
//!
//! Refuses to call an unanswered report a fast one, and to speak of a place where silence is what chance would bring anyway.

use super::distributions::poisson_cdf;
use super::multiplicity::{Adjustment, adjust};

/// How long reports waited for a first reply by a person: those that waited as long, together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wait {
    /// How many.
    pub reports: u32,
    /// Hours until the reply, or until now when there was none yet.
    pub hours: f64,
    /// Whether there was a reply.
    pub answered: bool,
}

/// Hours by which this share of reports had their first reply (0.5 is the median), reports still waiting included.
///
/// The first time at which the product-limit estimate of those still waiting is `1 - share` or less (Kaplan and Meier 1958, JASA 53:457).
/// At equal times replies come before the end of observation. `None` when it has not been reached yet, without reports, for a share that is
/// not between 0 and 1 or a time that is not one.
#[must_use]
pub fn time_to_reply(waits: &[Wait], share: f64) -> Option<f64> {
    if !(share > 0.0 && share < 1.0) || waits.iter().any(|w| !w.hours.is_finite() || w.hours < 0.0) {
        return None;
    }
    let mut ordered = waits.to_vec();
    ordered.sort_by(|a, b| a.hours.total_cmp(&b.hours));
    let mut waiting = 1.0;
    let number = |same: &[Wait]| same.iter().map(|w| u64::from(w.reports)).sum::<u64>();
    let mut at_risk = number(&ordered);
    for same in ordered.chunk_by(|a, b| a.hours.total_cmp(&b.hours).is_eq()) {
        let replies: u64 = same.iter().filter(|w| w.answered).map(|w| u64::from(w.reports)).sum();
        waiting *= 1.0 - replies as f64 / at_risk.max(1) as f64;
        // Factors like 2/3 and 3/4 should make exactly 1/2.
        if replies > 0 && waiting <= 1.0 - share + 1e-12 {
            return same.first().map(|w| w.hours);
        }
        at_risk -= number(same);
    }
    None
}

/// Share of places with one report or more; `None` without places.
#[must_use]
pub fn breadth(reports: &[u64]) -> Option<f64> {
    part(reports.iter().filter(|n| **n > 0).count(), reports.len())
}

/// One report's way to its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loop {
    /// Days since it came.
    pub age: f64,
    /// Whether its reporter was told what was done.
    pub told: bool,
}

/// Share of reports older than `days` whose reporter was told what was done; `None` when no report is that old.
#[must_use]
pub fn closed_loop(reports: &[Loop], days: f64) -> Option<f64> {
    let old = || reports.iter().filter(|r| r.age > days);
    part(old().filter(|r| r.told).count(), old().count())
}

/// How much an action relies on people remembering it: the hierarchy of controls (NIOSH; VA National Center for Patient Safety).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// The danger is taken away, or engineering keeps people from it.
    Strong,
    /// Checklists, software, fewer distractions, more people.
    Intermediate,
    /// Rules, training, reminders.
    Weak,
}

/// Shares of actions by strength.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mix {
    /// Removal and engineering.
    pub strong: f64,
    /// In between.
    pub intermediate: f64,
    /// Reminders.
    pub weak: f64,
}

/// The mix of actions; `None` without actions.
#[must_use]
pub fn action_mix(actions: &[Strength]) -> Option<Mix> {
    let share = |wanted: Strength| part(actions.iter().filter(|s| **s == wanted).count(), actions.len());
    Some(Mix { strong: share(Strength::Strong)?, intermediate: share(Strength::Intermediate)?, weak: share(Strength::Weak)? })
}

fn part(of: usize, all: usize) -> Option<f64> {
    (all > 0).then(|| of as f64 / all as f64)
}

/// A place on the map of silence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// People who could report.
    pub people: f64,
    /// Reports in the period.
    pub reports: u64,
}

/// When a place counts as silent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SilenceRule {
    /// Fewest people: below this nothing is said, for a place of few people is its people.
    pub people_min: f64,
    /// Fewest reports to expect from head-count, for below it silence is chance.
    pub expected_min: f64,
    /// Expected reports are so many times those that came, or more.
    pub times: f64,
    /// Share of false ones among the places named (Benjamini and Hochberg).
    pub level: f64,
}

impl SilenceRule {
    /// 20 people, 5 expected reports, half or less of them, 5 %.
    pub const USUAL: Self = Self { people_min: 20.0, expected_min: 5.0, times: 2.0, level: 0.05 };
}

/// What is said of one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Silence {
    /// Reports to expect if people reported everywhere alike.
    pub expected: f64,
    /// Chance of so few, adjusted for the number of places; `None` where the place is too small to be judged.
    pub p: Option<f64>,
    /// Whether it is silent.
    pub silent: bool,
}

/// Finds places with far fewer reports than their head-count lets expect; one entry a place.
///
/// Expected reports come from the rate of all *other* places, so that a large silent place does not set its own standard. The chance of so few is
/// the exact lower Poisson tail, adjusted over the places that are judged. `None` for a head-count that is negative or not finite.
#[must_use]
pub fn silence_map(places: &[Place], rule: &SilenceRule) -> Option<Vec<Silence>> {
    if places.iter().any(|p| !p.people.is_finite() || p.people < 0.0) {
        return None;
    }
    let people: f64 = places.iter().map(|p| p.people).sum();
    let reports: f64 = places.iter().map(|p| p.reports as f64).sum();
    let expected = |p: &Place| {
        let others = people - p.people;
        if others > 0.0 { (reports - p.reports as f64) / others * p.people } else { 0.0 }
    };
    let judged = |p: &Place| p.people >= rule.people_min && expected(p) >= rule.expected_min;
    let chances: Vec<f64> = places.iter().filter(|p| judged(p)).map(|p| poisson_cdf(p.reports, expected(p))).collect();
    let mut adjusted = adjust(&chances, Adjustment::BenjaminiHochberg)?.into_iter();
    let silence = |place: &Place| {
        let expected = expected(place);
        let p = if judged(place) { adjusted.next() } else { None };
        let far = place.reports as f64 * rule.times <= expected;
        Silence { expected, p, silent: far && p.is_some_and(|p| p <= rule.level) }
    };
    Some(places.iter().map(silence).collect())
}

#[cfg(test)]
mod tests {
    use super::{Loop, Place, SilenceRule, Strength, Wait, action_mix, breadth, closed_loop, silence_map, time_to_reply};

    /// Remission times of 21 patients on 6-MP in weeks (Freireich et al. 1963), the textbook example of the estimate.
    const FREIREICH: [(f64, bool); 21] = [
        (6.0, true),
        (6.0, true),
        (6.0, true),
        (6.0, false),
        (7.0, true),
        (9.0, false),
        (10.0, true),
        (10.0, false),
        (11.0, false),
        (13.0, true),
        (16.0, true),
        (17.0, false),
        (19.0, false),
        (20.0, false),
        (22.0, true),
        (23.0, true),
        (25.0, false),
        (32.0, false),
        (32.0, false),
        (34.0, false),
        (35.0, false),
    ];

    fn waits() -> Vec<Wait> {
        FREIREICH.iter().map(|(hours, answered)| Wait { reports: 1, hours: *hours, answered: *answered }).collect()
    }

    #[test]
    fn the_median_of_the_textbook_example_is_23() {
        assert_eq!(time_to_reply(&waits(), 0.5), Some(23.0));
        // S(6) = 0.857, S(7) = 0.807, S(10) = 0.753, S(13) = 0.690.
        assert_eq!(time_to_reply(&waits(), 0.25), Some(13.0));
        assert_eq!(time_to_reply(&waits(), 0.9), None, "not reached while so many still wait");
    }

    #[test]
    fn reports_that_wait_are_not_dropped() {
        let answered = |hours| Wait { reports: 1, hours, answered: true };
        let waiting = |hours| Wait { reports: 1, hours, answered: false };

        assert_eq!(time_to_reply(&[answered(2.0), answered(4.0)], 0.5), Some(2.0));
        assert_eq!(time_to_reply(&[answered(2.0), waiting(90.0), waiting(80.0)], 0.5), None);
        assert_eq!(time_to_reply(&[], 0.5), None);
        assert_eq!(time_to_reply(&[answered(-1.0)], 0.5), None);
    }

    #[test]
    fn shares_by_hand() {
        let report = |age, told| Loop { age, told };

        assert_eq!(breadth(&[0, 3, 1, 0]), Some(0.5));
        assert_eq!(breadth(&[]), None);
        assert_eq!(closed_loop(&[report(31.0, true), report(40.0, false), report(3.0, false)], 30.0), Some(0.5));
        assert_eq!(closed_loop(&[report(3.0, true)], 30.0), None);
        let mix = action_mix(&[Strength::Weak, Strength::Weak, Strength::Strong, Strength::Intermediate]).expect("a mix");
        assert!((mix.weak - 0.5).abs() < 1e-12 && (mix.strong - 0.25).abs() < 1e-12);
        assert_eq!(action_mix(&[]), None);
    }

    #[test]
    fn a_large_quiet_place_is_silent_and_a_small_one_is_not_judged() {
        let place = |people, reports| Place { people, reports };
        let map = silence_map(&[place(100.0, 20), place(100.0, 22), place(100.0, 3), place(8.0, 0)], &SilenceRule::USUAL).expect("a map");

        assert_eq!(map.iter().map(|s| s.silent).collect::<Vec<_>>(), [false, false, true, false]);
        // 42 reports of 208 others: 20.19 for 100 people.
        assert!((map[2].expected - 42.0 / 208.0 * 100.0).abs() < 1e-9 && map[2].p.is_some_and(|p| p < 1e-4));
        assert_eq!(map[3].p, None);
    }

    #[test]
    fn a_lone_place_has_nothing_to_be_compared_with() {
        let map = silence_map(&[Place { people: 50.0, reports: 0 }], &SilenceRule::USUAL).expect("a map");

        assert!(!map[0].silent && map[0].p.is_none());
        assert_eq!(silence_map(&[Place { people: f64::NAN, reports: 0 }], &SilenceRule::USUAL), None);
    }
}
