//! How often what is reported, where and by whom: weights, not texts.

use super::areas::AREAS;
use super::dice::Dice;
use super::events::Event;

/// Hazard categories with their weight among near misses and among unsafe conditions: a skew as hospitals know it.
pub(super) const CATEGORIES: [(&str, u32, u32); 14] = [
    ("medication", 280, 150),
    ("fall", 165, 80),
    ("clinical-process", 120, 50),
    ("documentation", 100, 60),
    ("device-equipment", 75, 110),
    ("behaviour", 55, 60),
    ("clinical-administration", 45, 40),
    ("resources", 35, 170),
    ("blood-products", 35, 20),
    ("patient-accident", 30, 30),
    ("infection", 20, 30),
    ("infrastructure", 15, 180),
    ("nutrition", 15, 10),
    ("oxygen-gas", 10, 10),
];

/// Share of device reports in an ordinary month, from the weights above (four fifths near misses, one fifth conditions).
pub(super) const DEVICE_SHARE: f64 = 0.8 * 0.075 + 0.2 * 0.11;

/// A category for a near miss or a standing condition.
pub(super) fn category(dice: &mut Dice, standing: bool) -> Option<&'static str> {
    dice.weighted(&CATEGORIES.map(|(code, near, unsafe_)| (code, if standing { unsafe_ } else { near })))
}

/// An area of the event, by head-count. The smallest counts for more than it is, so that the workforce gate has work;
/// the rise is spread evenly.
pub(super) fn area(dice: &mut Dice, event: &Event) -> Option<&'static str> {
    let weight = |headcount: u32| if event.rise { 1 } else { headcount.max(40) };
    let open: Vec<_> = AREAS.iter().filter(|(code, ..)| event.areas.contains(code)).map(|(code, n, _)| (*code, weight(*n))).collect();
    dice.weighted(&open)
}

/// A role that fits both event and area, by head-count.
pub(super) fn role(dice: &mut Dice, event: &Event, area: &str) -> Option<&'static str> {
    let there = AREAS.iter().find(|(code, ..)| *code == area).map_or(&[][..], |(_, _, by_role)| by_role);
    let fitting: Vec<_> = there.iter().copied().filter(|(code, _)| event.roles.contains(code)).collect();
    dice.weighted(if fitting.is_empty() { there } else { &fitting })
}
