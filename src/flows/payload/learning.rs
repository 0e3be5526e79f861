//! The shapes of a corrective action and of a lesson.
//!
//! Refuses unknown versions and codes, and one where the other is expected.

use serde::{Deserialize, Serialize};

use super::VERSION;
use crate::domain::action::{Action, Control, Declared, Progress};
use crate::domain::id::ReportId;
use crate::domain::lesson::Story;
use crate::domain::period::Period;
use crate::domain::subject::Subject;
use crate::flows::error::Error;

const BROKEN: Error = Error::Broken("a record of learning does not parse");

/// What a lesson says: its words, its hazard category and the reports it was made from.
pub(in crate::flows) struct Told {
    /// Words.
    pub(in crate::flows) story: Story,
    /// Hazard category.
    pub(in crate::flows) category: Option<String>,
    /// Reports.
    pub(in crate::flows) reports: Vec<ReportId>,
}

#[derive(Serialize, Deserialize)]
struct ActionShape {
    v: u8,
    what: String,
    owner: String,
    control: String,
    due: i32,
    /// Month in which it was done.
    done: Option<i32>,
    dropped: bool,
    reports: Vec<String>,
    declared: Option<DeclaredShape>,
}

#[derive(Serialize, Deserialize)]
struct DeclaredShape {
    outcome: String,
    start: i32,
    wash_in: u32,
    window: u32,
    worth: u32,
    on: i32,
}

#[derive(Serialize, Deserialize)]
struct LessonShape {
    v: u8,
    title: String,
    happened: String,
    caught: String,
    helps: String,
    category: Option<String>,
    reports: Vec<String>,
}

fn ids(spelled: &[String]) -> Result<Vec<ReportId>, Error> {
    spelled.iter().map(|id| ReportId::parse(id).ok_or(BROKEN)).collect()
}

fn month(number: i32) -> Result<Period, Error> {
    Period::from_number(number).ok_or(BROKEN)
}

/// An action as bytes, ready to be sealed.
///
/// # Errors
/// `Broken` when serialising fails, which it does not for this type.
pub(in crate::flows) fn encode_action(action: &Action) -> Result<Vec<u8>, Error> {
    let declared = action.declared.as_ref().map(|d| DeclaredShape {
        outcome: d.outcome.code(),
        start: d.start.number(),
        wash_in: d.wash_in,
        window: d.window,
        worth: d.worth,
        on: d.on.number(),
    });
    let shape = ActionShape {
        v: VERSION,
        what: action.what.clone(),
        owner: action.owner.clone(),
        control: action.control.code().to_owned(),
        due: action.due.number(),
        done: if let Progress::Done(on) = action.progress { Some(on.number()) } else { None },
        dropped: action.progress == Progress::Dropped,
        reports: action.reports.iter().map(ToString::to_string).collect(),
        declared,
    };
    serde_json::to_vec(&shape).map_err(|_| BROKEN)
}

/// The action inside opened bytes.
///
/// # Errors
/// `Broken` for an unknown version, code or shape.
pub(in crate::flows) fn decode_action(bytes: &[u8]) -> Result<Action, Error> {
    let shape: ActionShape = serde_json::from_slice(bytes).map_err(|_| BROKEN)?;
    if shape.v != VERSION {
        return Err(BROKEN);
    }
    let declared = |d: DeclaredShape| {
        let (start, on) = (month(d.start)?, month(d.on)?);
        Ok::<_, Error>(Declared { outcome: Subject::of(&d.outcome), start, wash_in: d.wash_in, window: d.window, worth: d.worth, on })
    };
    Ok(Action {
        control: Control::from_code(&shape.control).ok_or(BROKEN)?,
        due: month(shape.due)?,
        progress: match (shape.done, shape.dropped) {
            (Some(on), _) => Progress::Done(month(on)?),
            (None, true) => Progress::Dropped,
            (None, false) => Progress::Open,
        },
        reports: ids(&shape.reports)?,
        declared: shape.declared.map(declared).transpose()?,
        what: shape.what,
        owner: shape.owner,
    })
}

/// A lesson as bytes, ready to be sealed.
///
/// # Errors
/// `Broken` when serialising fails, which it does not for this type.
pub(in crate::flows) fn encode_lesson(told: &Told) -> Result<Vec<u8>, Error> {
    let Story { title, happened, caught, helps } = told.story.clone();
    let reports = told.reports.iter().map(ToString::to_string).collect();
    let shape = LessonShape { v: VERSION, title, happened, caught, helps, category: told.category.clone(), reports };
    serde_json::to_vec(&shape).map_err(|_| BROKEN)
}

/// The lesson inside opened bytes.
///
/// # Errors
/// `Broken` for an unknown version or shape.
pub(in crate::flows) fn decode_lesson(bytes: &[u8]) -> Result<Told, Error> {
    let shape: LessonShape = serde_json::from_slice(bytes).map_err(|_| BROKEN)?;
    if shape.v != VERSION {
        return Err(BROKEN);
    }
    let LessonShape { title, happened, caught, helps, category, reports, .. } = shape;
    Ok(Told { story: Story { title, happened, caught, helps }, category, reports: ids(&reports)? })
}

#[cfg(test)]
mod tests {
    use super::{Told, decode_action, decode_lesson, encode_action, encode_lesson};
    use crate::domain::action::{Action, Control, Declared, Progress};
    use crate::domain::id::ReportId;
    use crate::domain::lesson::Story;
    use crate::domain::period::Period;
    use crate::domain::subject::Subject;

    #[test]
    fn records_come_back_and_one_is_not_taken_for_the_other() {
        let month = Period::parse("2026-05").expect("a month");
        let outcome = Subject::Area("icu".to_owned());
        let action = Action {
            what: "Two hired forklifts sent back".to_owned(),
            owner: "yard manager".to_owned(),
            control: Control::Elimination,
            due: month,
            progress: Progress::Done(month.next()),
            reports: vec![ReportId::from_bytes([3; 16])],
            declared: Some(Declared { outcome, start: month.next(), wash_in: 1, window: 12, worth: 30, on: month }),
        };
        let told = Told { story: Story { title: "Alike".to_owned(), ..Story::default() }, category: None, reports: Vec::new() };

        let (one, other) = (encode_action(&action).expect("bytes"), encode_lesson(&told).expect("bytes"));

        assert_eq!(decode_action(&one).expect("an action"), action);
        assert_eq!(decode_lesson(&other).expect("a lesson").story, told.story);
        assert!(decode_action(&other).is_err() && decode_lesson(&one).is_err());
    }
}
