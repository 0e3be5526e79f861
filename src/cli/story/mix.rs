//! How often what is reported, where and by whom: weights, not texts.
//!
//! Head-counts repeat `config/demo-organisation.toml`; a test holds the two together. Refuses areas it does not know.

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

type ByRole = &'static [(&'static str, u32)];

/// Areas with head-count and roles.
pub(super) const AREAS: [(&str, u32, ByRole); 12] = [
    (
        "emergency",
        420,
        &[
            ("nurse", 170),
            ("doctor", 85),
            ("healthcare-assistant", 62),
            ("student-trainee", 28),
            ("administrative", 38),
            ("facilities", 25),
            ("other-role", 12),
        ],
    ),
    (
        "intensive-care",
        260,
        &[
            ("nurse", 150),
            ("doctor", 42),
            ("healthcare-assistant", 18),
            ("therapist", 14),
            ("scientist-technician", 11),
            ("student-trainee", 12),
            ("administrative", 6),
            ("facilities", 7),
        ],
    ),
    (
        "theatres",
        480,
        &[
            ("nurse", 178),
            ("doctor", 136),
            ("healthcare-assistant", 52),
            ("scientist-technician", 48),
            ("student-trainee", 22),
            ("administrative", 16),
            ("facilities", 28),
        ],
    ),
    (
        "medical-wards",
        960,
        &[
            ("nurse", 420),
            ("doctor", 130),
            ("healthcare-assistant", 230),
            ("therapist", 48),
            ("student-trainee", 62),
            ("administrative", 32),
            ("facilities", 38),
        ],
    ),
    (
        "surgical-wards",
        720,
        &[
            ("nurse", 318),
            ("doctor", 112),
            ("healthcare-assistant", 158),
            ("therapist", 34),
            ("student-trainee", 46),
            ("administrative", 24),
            ("facilities", 28),
        ],
    ),
    (
        "maternity",
        310,
        &[
            ("midwife", 162),
            ("nurse", 38),
            ("doctor", 36),
            ("healthcare-assistant", 34),
            ("student-trainee", 18),
            ("administrative", 12),
            ("facilities", 10),
        ],
    ),
    (
        "children",
        280,
        &[
            ("nurse", 142),
            ("doctor", 52),
            ("healthcare-assistant", 32),
            ("therapist", 18),
            ("student-trainee", 16),
            ("administrative", 11),
            ("facilities", 9),
        ],
    ),
    (
        "outpatients",
        540,
        &[("nurse", 152), ("doctor", 98), ("healthcare-assistant", 72), ("therapist", 84), ("administrative", 112), ("facilities", 22)],
    ),
    (
        "imaging",
        230,
        &[
            ("scientist-technician", 124),
            ("doctor", 38),
            ("nurse", 22),
            ("healthcare-assistant", 14),
            ("student-trainee", 12),
            ("administrative", 20),
        ],
    ),
    (
        "laboratories-pharmacy",
        392,
        &[
            ("pharmacy-staff", 152),
            ("scientist-technician", 178),
            ("doctor", 18),
            ("student-trainee", 14),
            ("administrative", 22),
            ("facilities", 8),
        ],
    ),
    ("estates-support", 800, &[("facilities", 468), ("administrative", 312), ("other-role", 20)]),
    ("hyperbaric", 8, &[("nurse", 3), ("doctor", 3), ("scientist-technician", 2)]),
];

/// What an area word of the event files stands for.
pub(super) fn areas_of(word: &'static str) -> Vec<&'static str> {
    match word {
        "wards" => vec!["medical-wards", "surgical-wards"],
        "all-clinical" => {
            AREAS.iter().map(|(code, ..)| *code).filter(|c| !["laboratories-pharmacy", "estates-support"].contains(c)).collect()
        }
        area => vec![area],
    }
}

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
