//! What an editor chose, looked up: the part of an issue that is no figure.
//!
//! Refuses to add anything nobody chose, and a story where too few people work for it.

use crate::domain::action::Progress;
use crate::domain::crowd::estimate;
use crate::domain::digest::{Editorial, Health, Printed, Told};
use crate::domain::edition::Level;
use crate::domain::id::{ActionId, LessonId};
use crate::domain::lesson::{LessonState, Story};
use crate::domain::period::Period;
use crate::domain::span::Span;
use crate::domain::subject::Subject;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::learning::{self, ActionCard};
use crate::trends::disclosure::{Cell, Dimension, Ledger, Window};

/// What an editor may choose from, each with the words it is listed under.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Corrective actions.
    pub deeds: Vec<(ActionId, String)>,
    /// Lessons.
    pub lessons: Vec<(LessonId, String)>,
    /// What is chosen when nobody chooses.
    pub usual: Editorial,
}

/// What an issue tells when nobody chose: what was done lately, and the lesson published last.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`.
pub(super) fn usual(ctx: &Ctx, span: Span) -> Result<Editorial, Error> {
    let (deeds, lesson) = learning::proposal(ctx, span.first(), span.last())?;
    Ok(Editorial { deeds, lesson, ..Editorial::default() })
}

/// What there is to choose from for the issue of `span`.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`.
pub(super) fn choices(ctx: &Ctx, span: Span) -> Result<Choices, Error> {
    let actions = learning::every_action(ctx)?.into_iter().filter(|card| card.action.progress != Progress::Dropped);
    let lessons = learning::every_lesson(ctx)?.into_iter().filter(|card| matches!(card.lesson.state, LessonState::Published(_)));
    Ok(Choices {
        deeds: actions.map(|card| (card.id, card.action.what)).collect(),
        lessons: lessons.map(|card| (card.id, card.lesson.story.title)).collect(),
        usual: usual(ctx, span)?,
    })
}

/// How the total, an area or a category was printed for a month to readers of `level`, this issue and earlier ones together.
fn printed(ledger: &Ledger, level: Level, subject: &Subject, month: Period) -> Printed {
    let window = Window::month(month);
    let cell = match subject {
        Subject::All => Cell::total(window),
        Subject::Area(code) => Cell::by(window, Dimension::Place, code),
        Subject::Category(code) => Cell::by(window, Dimension::Category, code),
        Subject::Severity(_) => return Printed::Withheld,
    };
    let shown = ledger.entries().iter().filter(|e| e.audience <= level && e.cell == cell);
    shown.map(|e| e.shown.printed()).find(|p| matches!(p, Printed::About(_))).unwrap_or(Printed::Withheld)
}

/// What an issue tells, opened once for all its levels.
pub(super) struct Material {
    actions: Vec<ActionCard>,
    story: Option<Story>,
    health: Health,
    crowd: u32,
}

impl Material {
    /// Opens what an editor chose, for readers of these levels.
    ///
    /// # Errors
    /// `Conflict` when a story may not be told (`learning::story`), `Unavailable` or `Broken`.
    pub(super) fn open(ctx: &Ctx, editorial: &Editorial, levels: &[Level]) -> Result<Self, Error> {
        let crowd = estimate(ctx.taxonomy(), None, None, ctx.now().period());
        let lesson = editorial.lesson.filter(|_| levels.iter().any(|level| crowd >= level.crowd_min()));
        let story = lesson.map(|id| learning::story(ctx, id)).transpose()?;
        Ok(Self { actions: learning::every_action(ctx)?, story, health: learning::printable(ctx)?, crowd })
    }

    /// What the issue of `span` tells readers of `level` beside its figures; `ledger` holds what this issue and earlier ones print.
    ///
    /// # Errors
    /// `NotFound` for an action that is not there.
    pub(super) fn told(&self, editorial: &Editorial, level: Level, span: Span, ledger: &Ledger) -> Result<Told, Error> {
        let printed = |subject: &Subject, month| printed(ledger, level, subject, month);
        Ok(Told {
            deeds: learning::deeds(&self.actions, &editorial.deeds, span.last(), &printed)?,
            story: self.story.clone().filter(|_| self.crowd >= level.crowd_min()),
            asks: editorial.asks.clone(),
            health: self.health,
            question: editorial.question.clone(),
        })
    }
}
