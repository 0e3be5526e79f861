//! Lessons: written by one person, published by another, read by anybody.
//!
//! Refuses to publish what points at young reports or at a small organisation (`docs/disclosure.md`, step 10).

use super::wording::{mark, needed, nobody_in};
use crate::domain::access::{Permit, PublishLesson, ReadLearning, WriteLesson};
use crate::domain::clock::Moment;
use crate::domain::crowd::estimate;
use crate::domain::id::{LessonId, ReportId};
use crate::domain::lesson::{Lesson, LessonState, PART_MAX, Story, TITLE_MAX};
use crate::domain::problem::FieldProblem;
use crate::domain::sealed::Envelope;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::payload::{Told, decode_lesson, encode_lesson};
use crate::store::{Error as StoreError, LearningKind, LearningRow, Publicity};
use crate::vault::{Padding, Purpose, random_bytes};

/// Fewest people of an organisation in which a lesson's reports can hide (`docs/disclosure.md`, step 10).
const CROWD_MIN: u32 = 20;
/// Most reports that one lesson names.
const REPORTS_MAX: usize = 200;

/// A lesson as lists show it.
#[derive(Clone, Debug)]
pub struct LessonCard {
    /// Its id.
    pub id: LessonId,
    /// What it says and where it stands.
    pub lesson: Lesson,
    /// What this state of it is known by.
    pub mark: String,
}

/// What somebody writes as a lesson.
#[derive(Clone, Debug, Default)]
pub struct LessonDraft {
    /// The words.
    pub story: Story,
    /// Hazard category.
    pub category: Option<String>,
    /// Reports it is made from.
    pub reports: Vec<ReportId>,
    /// Whether the writer says that no person is named.
    pub sure: bool,
    /// The mark of the state that was changed.
    pub mark: String,
}

fn opened(ctx: &Ctx, row: &LearningRow) -> Result<LessonCard, Error> {
    let bytes = ctx.keyring.open(Purpose::Learning, &row.id, &row.sealed)?;
    let Told { story, category, reports } = decode_lesson(&bytes)?;
    let state = match row.publicity {
        Publicity::Open => LessonState::Draft,
        Publicity::Published(month) => LessonState::Published(month),
        Publicity::Withdrawn => LessonState::Withdrawn,
    };
    Ok(LessonCard {
        id: LessonId::from_bytes(row.id),
        lesson: Lesson { story, category, reports, state, written_by: row.written_by },
        mark: mark(&row.sealed),
    })
}

/// Every lesson: drafts first, then the newest.
pub(in crate::flows) fn every(ctx: &Ctx) -> Result<Vec<LessonCard>, Error> {
    let rows = ctx.store.read(|r| r.learning(LearningKind::Lesson))?;
    let mut all = rows.iter().map(|row| opened(ctx, row)).collect::<Result<Vec<_>, _>>()?;
    let rank = |state: LessonState| match state {
        LessonState::Draft => (0, 0),
        LessonState::Published(month) => (1, -month.number()),
        LessonState::Withdrawn => (2, 0),
    };
    all.sort_by_key(|card| (rank(card.lesson.state), card.lesson.story.title.clone()));
    Ok(all)
}

/// Every lesson, for the desk.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`.
pub fn lessons(ctx: &Ctx, permit: &Permit<ReadLearning>) -> Result<Vec<LessonCard>, Error> {
    let _ = permit;
    every(ctx)
}

/// One lesson.
///
/// # Errors
/// `NotFound`.
pub fn lesson(ctx: &Ctx, permit: &Permit<ReadLearning>, id: LessonId) -> Result<LessonCard, Error> {
    let _ = permit;
    opened(ctx, &ctx.store.read(|r| r.learning_record(LearningKind::Lesson, *id.as_bytes()))?)
}

/// What anybody may read, the newest first.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`.
pub fn published(ctx: &Ctx) -> Result<Vec<LessonCard>, Error> {
    let mut all = every(ctx)?;
    all.retain(|card| matches!(card.lesson.state, LessonState::Published(_)));
    Ok(all)
}

fn checked(ctx: &Ctx, draft: &LessonDraft) -> Result<Told, Error> {
    let mut found = Vec::new();
    let story = Story {
        title: needed("title", &draft.story.title, TITLE_MAX, &mut found),
        happened: needed("happened", &draft.story.happened, PART_MAX, &mut found),
        caught: needed("caught", &draft.story.caught, PART_MAX, &mut found),
        helps: needed("helps", &draft.story.helps, PART_MAX, &mut found),
    };
    if draft.category.as_ref().is_some_and(|c| !ctx.taxonomy().categories.has(c)) {
        found.push(FieldProblem::new("category", "problem-unknown-choice"));
    }
    if draft.reports.len() > REPORTS_MAX {
        found.push(FieldProblem::new("reports", "problem-too-long"));
    }
    let fields = [("title", &*story.title), ("happened", &story.happened), ("caught", &story.caught), ("helps", &story.helps)];
    found.extend(nobody_in(ctx, &fields, draft.sure));
    if found.is_empty() {
        Ok(Told { story, category: draft.category.clone(), reports: draft.reports.clone() })
    } else {
        Err(Error::Invalid(found))
    }
}

fn sealed(ctx: &Ctx, id: LessonId, told: &Told) -> Result<Envelope, Error> {
    ctx.keyring.seal(Purpose::Learning, id.as_bytes(), &encode_lesson(told)?, Padding::Narrative)
}

/// Keeps a new lesson as a draft.
///
/// # Errors
/// `Invalid` with the fields to mend.
pub fn write_lesson(ctx: &Ctx, permit: &Permit<WriteLesson>, draft: &LessonDraft) -> Result<LessonId, Error> {
    let by = permit.person().ok_or(Error::Denied)?;
    let id = LessonId::from_bytes(random_bytes());
    let sealed = sealed(ctx, id, &checked(ctx, draft)?)?;
    ctx.store.write(permit, &format!("lesson:{id}"), |w| w.add_learning(LearningKind::Lesson, *id.as_bytes(), by, &sealed))?;
    Ok(id)
}

/// Changes a draft; whoever does may not publish it afterwards.
///
/// # Errors
/// `Invalid` with the fields to mend, `NotFound`, `Conflict("learning-changed")` when a colleague was faster, `Conflict("conflict-changed")` when it is published.
pub fn change_lesson(ctx: &Ctx, permit: &Permit<WriteLesson>, id: LessonId, draft: &LessonDraft) -> Result<(), Error> {
    let by = permit.person().ok_or(Error::Denied)?;
    let row = ctx.store.read(|r| r.learning_record(LearningKind::Lesson, *id.as_bytes()))?;
    let new = sealed(ctx, id, &checked(ctx, draft)?)?;
    if mark(&row.sealed) != draft.mark {
        return Err(Error::Conflict("learning-changed"));
    }
    Ok(ctx.store.write(permit, &format!("lesson:{id}"), |w| w.change_learning(row.id, by, &row.sealed, &new))?)
}

/// Whether a lesson may be told at `now`: no report in it was released this month or the one before, so each is a month old at least, and the
/// workforce is a crowd.
///
/// # Errors
/// `Conflict("lesson-too-young")`, `Conflict("lesson-too-few-people")`, or `Conflict("lesson-objected")` when the reporter of one of them wants more
/// hidden, or took it back.
pub(in crate::flows) fn told_enough(ctx: &Ctx, lesson: &Lesson, now: Moment) -> Result<(), Error> {
    if estimate(ctx.taxonomy(), None, None, now.period()) < CROWD_MIN {
        return Err(Error::Conflict("lesson-too-few-people"));
    }
    let (youngest, objected) = ctx.store.read(|r| Ok((r.youngest_release(&lesson.reports)?, r.objected(&lesson.reports)?)))?;
    if objected {
        return Err(Error::Conflict("lesson-objected"));
    }
    if youngest.is_some_and(|month| month.next() >= now.period()) { Err(Error::Conflict("lesson-too-young")) } else { Ok(()) }
}

/// Publishes a lesson that somebody else wrote.
///
/// # Errors
/// `Conflict("lesson-same-person")`, `NotFound`, or what speaks against telling it (`told_enough`).
pub fn publish_lesson(ctx: &Ctx, permit: &Permit<PublishLesson>, id: LessonId) -> Result<(), Error> {
    let by = permit.person().ok_or(Error::Denied)?;
    let now = ctx.now();
    let row = ctx.store.read(|r| r.learning_record(LearningKind::Lesson, *id.as_bytes()))?;
    if row.written_by == by {
        return Err(Error::Conflict("lesson-same-person"));
    }
    told_enough(ctx, &opened(ctx, &row)?.lesson, now)?;
    match ctx.store.write(permit, &format!("lesson:{id}"), |w| w.publish_learning(row.id, by, now.period(), &row.sealed)) {
        Err(StoreError::Conflict) => Err(Error::Conflict("conflict-changed")),
        other => Ok(other?),
    }
}

/// Takes a published lesson off the public page.
///
/// # Errors
/// `Conflict("conflict-changed")` when it is not published, `NotFound`.
pub fn take_back_lesson(ctx: &Ctx, permit: &Permit<PublishLesson>, id: LessonId) -> Result<(), Error> {
    Ok(ctx.store.write(permit, &format!("lesson:{id}:back"), |w| w.take_back_learning(*id.as_bytes()))?)
}
