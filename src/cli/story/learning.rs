//! What the invented organisation learned: corrective actions with their checks, and lessons that its publisher told.
//!
//! Names posts, never people. Months are counted back from the present one.

use crate::domain::action::Control;

/// A corrective action of the story.
pub(in crate::cli) struct ToldAction {
    /// Months before the present one in which it is written down.
    pub(in crate::cli) ago: usize,
    /// What is changed.
    pub(in crate::cli) what: &'static str,
    /// The post that sees to it.
    pub(in crate::cli) owner: &'static str,
    /// How strong it is.
    pub(in crate::cli) control: Control,
    /// Months until it is due.
    pub(in crate::cli) due: u32,
    /// Whether it is done when due.
    pub(in crate::cli) done: bool,
    /// The category that should have fewer reports, and the months judged; `None` without a check.
    pub(in crate::cli) outcome: Option<(&'static str, u32)>,
}

/// A lesson of the story.
pub(in crate::cli) struct ToldLesson {
    /// Months before the present one in which it is published.
    pub(in crate::cli) ago: usize,
    /// Title, what happened, what caught it, what helps.
    pub(in crate::cli) words: [&'static str; 4],
    /// Hazard category.
    pub(in crate::cli) category: &'static str,
}

/// Category that the first action makes rarer, and months before the present one from which it does.
pub(super) const MENDED: (&str, usize) = ("fall", 11);
/// Share of those events that no longer happen.
pub(super) const MENDED_SHARE: f64 = 0.6;

/// The actions, oldest first.
pub(in crate::cli) const ACTIONS: [ToldAction; 5] = [
    ToldAction {
        ago: 12,
        what: "Low beds with a floor sensor replace the standard beds for patients who get up at night",
        owner: "head of medical engineering",
        control: Control::Engineering,
        due: 0,
        done: true,
        outcome: Some(("fall", 9)),
    },
    ToldAction {
        ago: 9,
        what: "Look-alike infusion bags are stored in separate, coloured drawers",
        owner: "pharmacy lead",
        control: Control::Administrative,
        due: 2,
        done: true,
        outcome: Some(("medication", 12)),
    },
    ToldAction {
        ago: 4,
        what: "The new infusion pumps get a start screen that shows rate and drug before they run",
        owner: "device safety officer",
        control: Control::Engineering,
        due: 3,
        done: true,
        outcome: None,
    },
    ToldAction {
        ago: 2,
        what: "The handover sheet has one line for what has not been done yet",
        owner: "ward managers",
        control: Control::Administrative,
        due: 1,
        done: true,
        outcome: None,
    },
    ToldAction {
        ago: 1,
        what: "Spare batteries and a charging place for the portable monitors on every ward",
        owner: "head of medical engineering",
        control: Control::Engineering,
        due: 4,
        done: false,
        outcome: None,
    },
];

/// The actions of the practice of nine, oldest first.
pub(in crate::cli) const SMALL_ACTIONS: [ToldAction; 2] = [
    ToldAction {
        ago: 3,
        what: "The vaccine fridge has a thermometer that calls the desk telephone when it gets too warm",
        owner: "practice manager",
        control: Control::Engineering,
        due: 2,
        done: true,
        outcome: None,
    },
    ToldAction {
        ago: 1,
        what: "Results that wait for a doctor stand on one list that is gone through every day at noon",
        owner: "senior partner",
        control: Control::Administrative,
        due: 2,
        done: false,
        outcome: None,
    },
];

/// The lessons, oldest first.
pub(in crate::cli) const LESSONS: [ToldLesson; 3] = [
    ToldLesson {
        ago: 7,
        words: [
            "Two bags that look alike",
            "Two infusions with labels of the same colour lay side by side in one drawer. In poor light at night the wrong one was picked and spiked.",
            "A second person read the label aloud before the line was connected.",
            "Store look-alikes apart, read the label aloud, and ask the buyers for another colour.",
        ],
        category: "medication",
    },
    ToldLesson {
        ago: 3,
        words: [
            "The pump that kept the last patient's rate",
            "A pump was moved from one bed to the next. It started with the rate that was still in it, because the screen asked only for the drug.",
            "The rate looked odd to a colleague who passed by, and who said so at once.",
            "Switch the pump off and on between patients. The start screen now asks for both; until every pump has it, check the rate first.",
        ],
        category: "device-equipment",
    },
    ToldLesson {
        ago: 1,
        words: [
            "What nobody said at handover",
            "A drip was to be stopped in the evening. The sheet listed what had been done, and had no place for what was still to do.",
            "The patient asked when it would be over.",
            "End each handover with one question: what has not been done yet?",
        ],
        category: "documentation",
    },
];
