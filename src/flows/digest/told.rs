//! What an editor chose, looked up: the part of an issue that is no figure.
//!
//! Refuses to add anything nobody chose.

use crate::domain::digest::{Editorial, Health, Told};
use crate::domain::edition::Level;
use crate::domain::id::{ActionId, LessonId};
use crate::domain::span::Span;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;

/// What an editor may choose from, each with the words it is listed under.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Corrective actions.
    pub deeds: Vec<(ActionId, String)>,
    /// Lessons.
    pub lessons: Vec<(LessonId, String)>,
}

/// What there is to choose from for the issue of `span`.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub(super) fn choices(ctx: &Ctx, span: Span) -> Result<Choices, Error> {
    let _ = (ctx, span);
    Ok(Choices::default())
}

/// What the issue of `span` tells readers of `level` beside its figures.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub(super) fn told(ctx: &Ctx, editorial: &Editorial, level: Level, span: Span) -> Result<Told, Error> {
    let _ = (ctx, level, span);
    Ok(Told {
        deeds: Vec::new(),
        story: None,
        asks: editorial.asks.clone(),
        health: Health::default(),
        question: editorial.question.clone(),
    })
}
