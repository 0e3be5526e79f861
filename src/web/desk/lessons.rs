//! Lessons: the list, a new one, and one that is changed, published by another person, or taken back.
//!
//! What was typed comes back with whatever is wrong with it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::{Choice, from_pack, month, short};
use super::problems::Problems;
use super::shell::{Shell, around, may, see_other};
use crate::domain::access::{PublishLesson, ReadLearning, WriteLesson};
use crate::domain::id::{LessonId, ReportId};
use crate::domain::lesson::{LessonState, PART_MAX, Story, TITLE_MAX};
use crate::domain::problem::FieldProblem;
use crate::flows::learning::{self, LessonCard, LessonDraft};
use crate::flows::{Ctx, Error};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::query::query_value;
use crate::web::state::AppState;

/// What stands in the form.
#[derive(Clone, Default)]
struct Typed {
    story: Story,
    category: String,
    reports: String,
    sure: bool,
    mark: String,
}

/// The longest texts that the form takes.
struct Most {
    title: usize,
    part: usize,
}

const MOST: Most = Most { title: TITLE_MAX, part: PART_MAX };

struct Row {
    id: String,
    title: String,
    state: String,
    draft: bool,
}

#[derive(Template)]
#[template(path = "desk/lessons.html")]
struct ListPage {
    frame: Frame,
    shell: Shell,
    rows: Vec<Row>,
    writes: bool,
    form: Typed,
    categories: Vec<Choice>,
    most: Most,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "desk/lesson.html")]
struct LessonPage {
    frame: Frame,
    shell: Shell,
    id: String,
    story: Story,
    state: String,
    reports: Vec<(String, String)>,
    /// Whether the reader may change it, publish it, take it back.
    writes: bool,
    publishes: bool,
    takes_back: bool,
    mine: bool,
    form: Typed,
    categories: Vec<Choice>,
    most: Most,
    problems: Problems,
}

impl Typed {
    fn of(fields: &Fields) -> Self {
        let text = |name: &str| fields.first(name).to_owned();
        Self {
            story: Story { title: text("title"), happened: text("happened"), caught: text("caught"), helps: text("helps") },
            category: text("category"),
            reports: text("reports"),
            sure: fields.ticked("sure"),
            mark: text("mark"),
        }
    }

    fn saved(card: &LessonCard) -> Self {
        Self {
            story: card.lesson.story.clone(),
            category: card.lesson.category.clone().unwrap_or_default(),
            reports: card.lesson.reports.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
            sure: false,
            mark: card.mark.clone(),
        }
    }

    fn draft(&self) -> Result<LessonDraft, Vec<FieldProblem>> {
        let reports: Option<Vec<ReportId>> = self.reports.split_whitespace().map(ReportId::parse).collect();
        let reports = reports.ok_or_else(|| vec![FieldProblem::new("reports", "problem-report-id")])?;
        let category = Some(self.category.clone()).filter(|c| !c.is_empty());
        Ok(LessonDraft { story: self.story.clone(), category, reports, sure: self.sure, mark: self.mark.clone() })
    }
}

fn state_words(frame: &Frame, state: LessonState) -> String {
    match state {
        LessonState::Draft => frame.t("learning-lesson-draft"),
        LessonState::Published(on) => frame.t1("learning-lesson-published", "month", &month(frame, on)),
        LessonState::Withdrawn => frame.t("learning-lesson-withdrawn"),
    }
}

fn status(problems: &[FieldProblem]) -> StatusCode {
    if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

async fn show_list(
    state: &AppState,
    req: &HttpRequest,
    acting: Acting<ReadLearning>,
    form: Typed,
    problems: Vec<FieldProblem>,
) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let cards = state.block(move |ctx| learning::lessons(ctx, &permit)).await?;
    let (frame, shell) = around(state, &session, req, "learning-lessons-title");
    let row = |card: &LessonCard| Row {
        id: card.id.to_string(),
        title: card.lesson.story.title.clone(),
        state: state_words(&frame, card.lesson.state),
        draft: card.lesson.state == LessonState::Draft,
    };
    let page = ListPage {
        rows: cards.iter().map(row).collect(),
        writes: may::<WriteLesson>(&session),
        categories: from_pack(&frame, &state.ctx().taxonomy().categories, |code| code == form.category),
        form,
        most: MOST,
        problems: Problems::of(&frame, &problems),
        frame,
        shell,
    };
    Ok(render(&page, status(&problems)))
}

/// `GET /desk/lessons`; `?report=` names the report that a new lesson is made from.
pub(super) async fn list(state: web::Data<AppState>, req: HttpRequest, acting: Acting<ReadLearning>) -> Result<HttpResponse, Failure> {
    let from = query_value(req.query_string(), "report").as_deref().and_then(ReportId::parse);
    let form = Typed { reports: from.map(|id| id.to_string()).unwrap_or_default(), ..Typed::default() };
    show_list(&state, &req, acting, form, Vec::new()).await
}

/// `POST /desk/lessons`
pub(super) async fn write(state: web::Data<AppState>, req: HttpRequest, acting: ActingPost<WriteLesson>) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let typed = Typed::of(&fields);
    let draft = typed.draft();
    let step = move |ctx: &Ctx| learning::write_lesson(ctx, &permit, &draft.map_err(Error::Invalid)?);
    match state.block(step).await {
        Ok(id) => Ok(see_other(&format!("/desk/lessons/{id}?done=lesson-kept"))),
        Err(Error::Invalid(problems)) => {
            let again = Acting { permit: session.actor().permit().ok_or(Failure::NotFound)?, session };
            show_list(&state, &req, again, typed, problems).await
        }
        Err(other) => Err(other.into()),
    }
}

/// What of a form comes back, and why.
enum Again {
    No,
    Wrong(Typed, Vec<FieldProblem>),
    Refused(Option<Typed>, &'static str),
}

async fn show(
    state: &AppState,
    req: &HttpRequest,
    acting: Acting<ReadLearning>,
    id: LessonId,
    again: Again,
) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let card = state.block(move |ctx| learning::lesson(ctx, &permit, id)).await?;
    let (frame, mut shell) = around(state, &session, req, "learning-lesson-title");
    let saved = Typed::saved(&card);
    let (form, problems, status) = match again {
        Again::No => (saved, Vec::new(), StatusCode::OK),
        Again::Wrong(typed, problems) => (typed, problems, StatusCode::UNPROCESSABLE_ENTITY),
        Again::Refused(typed, key) => {
            shell = shell.refusing(Some(frame.t(key)));
            (typed.map_or_else(|| saved.clone(), |t| Typed { mark: saved.mark.clone(), ..t }), Vec::new(), StatusCode::CONFLICT)
        }
    };
    let lesson = &card.lesson;
    let (draft, out) = (lesson.state == LessonState::Draft, matches!(lesson.state, LessonState::Published(_)));
    let page = LessonPage {
        id: id.to_string(),
        story: lesson.story.clone(),
        state: state_words(&frame, lesson.state),
        reports: lesson.reports.iter().map(|r| (r.to_string(), short(*r))).collect(),
        writes: draft && may::<WriteLesson>(&session),
        publishes: draft && may::<PublishLesson>(&session) && lesson.written_by != session.person,
        takes_back: out && may::<PublishLesson>(&session),
        mine: draft && lesson.written_by == session.person,
        categories: from_pack(&frame, &state.ctx().taxonomy().categories, |code| code == form.category),
        form,
        most: MOST,
        problems: Problems::of(&frame, &problems),
        frame,
        shell,
    };
    Ok(render(&page, status))
}

/// `GET /desk/lessons/{id}`
pub(super) async fn page(
    state: web::Data<AppState>,
    req: HttpRequest,
    path: web::Path<String>,
    acting: Acting<ReadLearning>,
) -> Result<HttpResponse, Failure> {
    let id = LessonId::parse(&path).ok_or(Failure::NotFound)?;
    show(&state, &req, acting, id, Again::No).await
}

/// `POST /desk/lessons/{id}`
pub(super) async fn change(
    state: web::Data<AppState>,
    req: HttpRequest,
    path: web::Path<String>,
    acting: ActingPost<WriteLesson>,
) -> Result<HttpResponse, Failure> {
    let id = LessonId::parse(&path).ok_or(Failure::NotFound)?;
    let ActingPost { session, permit, fields } = acting;
    let typed = Typed::of(&fields);
    let draft = typed.draft();
    let step = move |ctx: &Ctx| learning::change_lesson(ctx, &permit, id, &draft.map_err(Error::Invalid)?);
    let again = match state.block(step).await {
        Ok(()) => return Ok(see_other(&format!("/desk/lessons/{id}?done=lesson-changed"))),
        Err(Error::Invalid(problems)) => Again::Wrong(typed, problems),
        Err(Error::Conflict(key)) => Again::Refused(Some(typed), key),
        Err(other) => return Err(other.into()),
    };
    let reading = Acting { permit: session.actor().permit().ok_or(Failure::NotFound)?, session };
    show(&state, &req, reading, id, again).await
}

/// `POST /desk/lessons/{id}/publish`
pub(super) async fn publish(
    state: web::Data<AppState>,
    req: HttpRequest,
    path: web::Path<String>,
    acting: ActingPost<PublishLesson>,
) -> Result<HttpResponse, Failure> {
    let id = LessonId::parse(&path).ok_or(Failure::NotFound)?;
    let ActingPost { session, permit, .. } = acting;
    match state.block(move |ctx| learning::publish_lesson(ctx, &permit, id)).await {
        Ok(()) => Ok(see_other(&format!("/desk/lessons/{id}?done=lesson-published"))),
        Err(Error::Conflict(key)) => {
            let reading = Acting { permit: session.actor().permit().ok_or(Failure::NotFound)?, session };
            show(&state, &req, reading, id, Again::Refused(None, key)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/lessons/{id}/back`
pub(super) async fn take_back(
    state: web::Data<AppState>,
    path: web::Path<String>,
    acting: ActingPost<PublishLesson>,
) -> Result<HttpResponse, Failure> {
    let id = LessonId::parse(&path).ok_or(Failure::NotFound)?;
    let ActingPost { permit, .. } = acting;
    state.block(move |ctx| learning::take_back_lesson(ctx, &permit, id)).await?;
    Ok(see_other(&format!("/desk/lessons/{id}?done=lesson-back")))
}
