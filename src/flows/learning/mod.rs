//! Learning from reports: corrective actions, whether they held, and lessons told to everybody.
//!
//! Nothing here is an identity: an owner is a post, and a text in which the engine sees a person is asked about before it is kept.

mod actions;
mod check;
mod health;
mod lessons;
mod looks;
mod tell;
mod wording;

pub use actions::{ActionCard, Draft, action, actions, change_action, record_action};
pub use check::{Check, Counted, check_action};
pub use health::{Told, reporting};
pub use lessons::{LessonCard, LessonDraft, change_lesson, lesson, lessons, publish_lesson, published, take_back_lesson, write_lesson};

pub(in crate::flows) use actions::every as every_action;
pub(in crate::flows) use health::printable;
pub(in crate::flows) use lessons::every as every_lesson;
pub(in crate::flows) use tell::{deeds, proposal, story};
pub(in crate::flows) use wording::nobody_in;
