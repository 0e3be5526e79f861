//! The trust's areas with their people.
//!
//! Head-counts repeat `config/demo-organisation.toml`; a test holds the two together. Refuses areas it does not know.

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
