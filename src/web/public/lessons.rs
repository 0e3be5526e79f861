//! `GET /lessons`: what was learned from reports, for anybody.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::domain::lesson::{LessonState, Story};
use crate::flows::Error;
use crate::flows::learning::published;
use crate::web::error::Failure;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

struct Lesson {
    story: Story,
    month: String,
    category: String,
}

#[derive(Template)]
#[template(path = "public/lessons.html")]
struct LessonsPage {
    frame: Frame,
    lessons: Vec<Lesson>,
    /// Whether they rest under a key that is not loaded.
    sealed: bool,
}

/// `GET /lessons`
pub(super) async fn page(state: web::Data<AppState>, req: HttpRequest) -> Result<HttpResponse, Failure> {
    let frame = Frame::of(&state, &req, "lessons-title").switching("/lessons");
    let (cards, sealed) = match state.block(published).await {
        Ok(cards) => (cards, false),
        Err(Error::Conflict(_)) => (Vec::new(), true),
        Err(other) => return Err(other.into()),
    };
    let taxonomy = state.ctx().taxonomy();
    let lessons = cards.into_iter().map(|card| Lesson {
        month: match card.lesson.state {
            LessonState::Published(on) => {
                frame.t2("desk-month", ("month", &frame.words.month(on.month())), ("year", &on.year().to_string()))
            }
            LessonState::Draft | LessonState::Withdrawn => String::new(),
        },
        category: card.lesson.category.map_or_else(String::new, |code| taxonomy.categories.label(&code, frame.language()).to_owned()),
        story: card.lesson.story,
    });
    Ok(render(&LessonsPage { lessons: lessons.collect(), sealed, frame }, StatusCode::OK))
}
