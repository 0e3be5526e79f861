//! A conversation with a reporter: what the desk asked, what was made of the answers, and a box to ask something.
//!
//! Refuses to show a raw answer: a screener opens each on a page of its own.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::{month, short};
use super::problems::Problems;
use super::shell::{Shell, around, may, see_other};
use crate::domain::access::{AskReporter, ConfirmAnswer, ReadAnswer, ReadConversation};
use crate::domain::clock::Moment;
use crate::domain::id::ReportId;
use crate::domain::problem::FieldProblem;
use crate::flows::Error;
use crate::flows::conversation::{self, Addendum, Talk};
use crate::flows::people::Session;
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

/// One line of the conversation.
struct Line {
    who: String,
    when: String,
    text: String,
    /// The words that say how far an answer has come; blank for what the desk said.
    state: String,
    /// Where a screener opens an answer; blank where there is nothing to open.
    open: String,
    /// Where a second screener decides about an addendum; blank where there is nothing to decide.
    confirm: String,
    mine: bool,
}

#[derive(Template)]
#[template(path = "desk/talk.html")]
struct TalkPage {
    frame: Frame,
    shell: Shell,
    id: String,
    released: bool,
    lines: Vec<Line>,
    message: String,
    problems: Problems,
}

/// What is made of a raw answer so far, as words.
fn state(frame: &Frame, settled: bool, addendum: Option<&Addendum>) -> String {
    frame.t(match (settled, addendum.map(|a| a.released.is_some())) {
        (false, _) => "desk-answer-waits",
        (true, None) => "desk-answer-aside",
        (true, Some(false)) => "desk-answer-proposed",
        (true, Some(true)) => "desk-answer-released",
    })
}

fn line(frame: &Frame, session: &Session, id: ReportId, line: &conversation::Line) -> Line {
    match line {
        conversation::Line::Desk(spoken) => Line {
            who: frame.t(&format!("desk-talk-{}", spoken.kind.code())),
            when: Moment::of_day(spoken.day).date().to_string(),
            text: spoken.text.clone(),
            state: String::new(),
            open: String::new(),
            confirm: String::new(),
            mine: false,
        },
        conversation::Line::Reporter { position, settled, addendum } => {
            let addendum = addendum.as_ref();
            let waits = addendum.is_some_and(|a| a.released.is_none());
            // A wording that waits for a second reader is not for analysts yet.
            let shown = addendum.filter(|a| a.released.is_some() || may::<ConfirmAnswer>(session));
            let address = format!("/desk/talk/{id}/{position}");
            Line {
                who: frame.t("desk-talk-reporter"),
                when: addendum.and_then(|a| a.released).map_or_else(String::new, |period| month(frame, period)),
                text: shown.map_or_else(String::new, |a| a.text.clone()),
                state: state(frame, *settled, addendum),
                confirm: if waits && may::<ConfirmAnswer>(session) { format!("{address}/confirm") } else { String::new() },
                open: if may::<ReadAnswer>(session) { address } else { String::new() },
                mine: addendum.is_some_and(|a| a.mine),
            }
        }
    }
}

fn shown(state: &AppState, session: &Session, req: &HttpRequest, talk: &Talk, message: String, problems: &[FieldProblem]) -> HttpResponse {
    let (frame, shell) = around(state, session, req, "");
    let title = frame.t1("desk-talk-title", "id", &short(talk.id));
    let page = TalkPage {
        id: talk.id.to_string(),
        released: talk.released,
        lines: talk.lines.iter().map(|l| line(&frame, session, talk.id, l)).collect(),
        message,
        problems: Problems::of(&frame, problems),
        frame: frame.titled(title),
        shell,
    };
    render(&page, if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY })
}

/// `GET /desk/talk/{id}`
pub(super) async fn page(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: Acting<ReadConversation>,
) -> Result<HttpResponse, Failure> {
    let id = ReportId::parse(&id).ok_or(Failure::NotFound)?;
    let Acting { session, permit } = acting;
    let talk = state.block(move |ctx| conversation::read(ctx, &permit, id)).await?;
    Ok(shown(&state, &session, &req, &talk, String::new(), &[]))
}

/// `POST /desk/talk/{id}`: asks something.
pub(super) async fn ask(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: ActingPost<AskReporter>,
) -> Result<HttpResponse, Failure> {
    let id = ReportId::parse(&id).ok_or(Failure::NotFound)?;
    let ActingPost { session, permit, fields } = acting;
    let text: Arc<str> = fields.first("message").into();
    let asked = Arc::clone(&text);
    match state.block(move |ctx| conversation::ask(ctx, &permit, id, &asked)).await {
        Ok(()) => Ok(see_other(&format!("/desk/talk/{id}?done=asked"))),
        Err(Error::Invalid(problems)) => {
            let reading = session.actor().permit::<ReadConversation>().ok_or(Failure::NotFound)?;
            let talk = state.block(move |ctx| conversation::read(ctx, &reading, id)).await?;
            Ok(shown(&state, &session, &req, &talk, text.as_ref().to_owned(), &problems))
        }
        Err(other) => Err(other.into()),
    }
}
