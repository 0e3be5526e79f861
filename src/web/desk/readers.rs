//! Who receives the digest: add, remove, and what became of each.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::{Choice, coded};
use super::problems::Problems;
use super::shell::{Shell, around, see_other};
use crate::domain::access::ManageReaders;
use crate::domain::contact::Language;
use crate::domain::edition::Level;
use crate::domain::id::SubscriberId;
use crate::domain::problem::FieldProblem;
use crate::flows::digest::ReaderState;
use crate::flows::{Error, digest};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

struct Row {
    id: String,
    address: String,
    language: String,
    level: String,
    /// Receives, or has been asked: there is something to remove.
    on_list: bool,
    state: String,
    tag: &'static str,
}

/// A reader's state in words, and the look of its mark.
const fn shown(state: ReaderState) -> (&'static str, &'static str) {
    match state {
        ReaderState::Active => ("desk-readers-active", "good"),
        ReaderState::Asked => ("post-readers-asked", ""),
        ReaderState::Left => ("desk-readers-left", ""),
        ReaderState::Bounced => ("post-readers-bounced", "warn"),
    }
}

#[derive(Template)]
#[template(path = "desk/readers.html")]
struct ReadersPage {
    frame: Frame,
    shell: Shell,
    rows: Vec<Row>,
    count: String,
    email: String,
    languages: Vec<Choice>,
    levels: Vec<Choice>,
    problems: Problems,
    /// New readers are asked by letter first.
    asking: bool,
}

/// What was typed into the form for a new reader, and what is wrong with it.
#[derive(Default)]
struct Typed {
    email: String,
    language: Language,
    level: Option<Level>,
    problems: Vec<FieldProblem>,
}

async fn show(state: &AppState, req: &HttpRequest, acting: Acting<ManageReaders>, typed: Typed) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let readers = state.block(move |ctx| digest::readers(ctx, &permit)).await?;
    let (frame, shell) = around(state, &session, req, "desk-readers-title");
    let language =
        |l: Language| Choice { value: l.tag().to_owned(), label: coded(&frame, "language", l.tag()), chosen: l == typed.language };
    let usual = typed.level.unwrap_or(state.ctx().settings().digest.audience);
    let level = |l: Level| Choice { value: l.code().to_owned(), label: coded(&frame, "level", l.code()), chosen: l == usual };
    let page = ReadersPage {
        count: frame.t1("desk-readers-count", "n", &readers.iter().filter(|r| r.state == ReaderState::Active).count().to_string()),
        languages: Language::ALL.into_iter().map(language).collect(),
        levels: Level::ALL.into_iter().map(level).collect(),
        rows: readers
            .into_iter()
            .map(|r| Row {
                id: r.id.to_string(),
                address: r.address,
                language: coded(&frame, "language", r.language.tag()),
                level: coded(&frame, "level", r.level.code()),
                on_list: matches!(r.state, ReaderState::Active | ReaderState::Asked),
                state: frame.t(shown(r.state).0),
                tag: shown(r.state).1,
            })
            .collect(),
        email: typed.email,
        asking: state.ctx().settings().digest.confirm_readers,
        problems: Problems::of(&frame, &typed.problems),
        frame,
        shell,
    };
    Ok(render(&page, if typed.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }))
}

/// `GET /desk/readers`
pub(super) async fn list(state: web::Data<AppState>, req: HttpRequest, acting: Acting<ManageReaders>) -> Result<HttpResponse, Failure> {
    let typed = Typed { language: state.ctx().settings().digest.language, ..Typed::default() };
    show(&state, &req, acting, typed).await
}

/// `POST /desk/readers`
pub(super) async fn add(state: web::Data<AppState>, req: HttpRequest, acting: ActingPost<ManageReaders>) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let again = Acting { permit: session.actor().permit().ok_or(Failure::NotFound)?, session };
    let email = fields.first("email").to_owned();
    let Some(language) = Language::parse(fields.first("language")) else {
        let problems = vec![FieldProblem::new("language", "problem-unknown-choice")];
        return show(&state, &req, again, Typed { email, problems, ..Typed::default() }).await;
    };
    let Some(level) = Level::from_code(fields.first("level")) else {
        let problems = vec![FieldProblem::new("level", "problem-unknown-choice")];
        return show(&state, &req, again, Typed { email, language, problems, ..Typed::default() }).await;
    };
    let asked = email.clone();
    match state.block(move |ctx| digest::add_reader(ctx, &permit, &asked, language, level)).await {
        Ok(()) if state.ctx().settings().digest.confirm_readers => Ok(see_other("/desk/readers?done=reader-asked")),
        Ok(()) => Ok(see_other("/desk/readers?done=reader-added")),
        Err(Error::Invalid(problems)) => show(&state, &req, again, Typed { email, language, level: Some(level), problems }).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/readers/{id}/remove`
pub(super) async fn remove(
    state: web::Data<AppState>,
    id: web::Path<String>,
    acting: ActingPost<ManageReaders>,
) -> Result<HttpResponse, Failure> {
    let id = SubscriberId::parse(&id).ok_or(Failure::NotFound)?;
    state.block(move |ctx| digest::remove_reader(ctx, &acting.permit, id)).await?;
    Ok(see_other("/desk/readers?done=reader-removed"))
}
