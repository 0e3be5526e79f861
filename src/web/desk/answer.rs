//! One raw answer of a reporter: as written, as analysts will read it, and every suspected identifier between.
//!
//! As the page of a raw report, and as little rests on the server meanwhile. Refuses to release while a doubt is unanswered.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::short;
use super::redact::{carried, phrases};
use super::shell::{Shell, around, see_other};
use super::spans::{Cut, KindChoice, NARRATIVE, Row, cuts, kinds, rows_alone, settled_alone};
use super::unlock::{interrupted, open_key};
use crate::domain::access::{ConfirmAnswer, Permit, ReadAnswer, ReleaseAnswer};
use crate::domain::id::ReportId;
use crate::domain::redaction::{Piece, RedactedText};
use crate::flows::conversation::{self, Answer};
use crate::flows::people::Session;
use crate::flows::screening::{self, Proposed, Settled};
use crate::flows::{Ctx, Error};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::guard::Acting;
use crate::web::headers::allow_script;
use crate::web::page::{Frame, render};
use crate::web::session;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "desk/answer.html")]
struct AnswerPage {
    frame: Frame,
    shell: Shell,
    id: String,
    position: i32,
    settled: bool,
    raw: Vec<Cut>,
    result: RedactedText,
    rows: Vec<Row>,
    kinds: Vec<KindChoice>,
    open: usize,
    also: String,
}

/// What a page is made from.
struct Opened {
    answer: Answer,
    settled: Settled,
    /// The message key of a refusal.
    refused: Option<&'static str>,
}

/// What became of a posted form.
enum Outcome {
    Shown(Box<Opened>, Fields),
    Done(&'static str),
    /// The key locked while the screener was deciding.
    Locked(Fields),
}

type Place = (ReportId, i32);

fn place(path: &(String, i32)) -> Result<Place, Failure> {
    Ok((ReportId::parse(&path.0).ok_or(Failure::NotFound)?, path.1))
}

fn page(state: &AppState, session: &Session, req: &HttpRequest, (id, position): Place, opened: &Opened, fields: &Fields) -> HttpResponse {
    let Opened { answer, settled, refused } = opened;
    let (frame, shell) = around(state, session, req, "");
    let title = frame.t1("desk-answer-title", "id", &short(id));
    let rows = rows_alone(&frame, &answer.text, &answer.spans, settled, fields);
    let page = AnswerPage {
        id: id.to_string(),
        position,
        settled: answer.settled,
        raw: cuts(&answer.text, &answer.spans, &rows, NARRATIVE),
        result: screening::redact_one(&answer.text, &answer.spans, settled),
        kinds: kinds(&frame),
        open: screening::open_doubts(&answer.spans, &settled.decisions),
        also: fields.first("also").to_owned(),
        rows,
        shell: shell.refusing(refused.map(|key| frame.t(key))),
        frame: frame.titled(title),
    };
    let mut response = render(&page, if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK });
    allow_script(&mut response);
    response
}

/// `GET /desk/talk/{id}/{position}`
pub(super) async fn open(
    state: web::Data<AppState>,
    req: HttpRequest,
    path: web::Path<(String, i32)>,
    acting: Acting<ReadAnswer>,
) -> Result<HttpResponse, Failure> {
    let at = place(&path)?;
    let Acting { session, permit } = acting;
    let asking = Arc::clone(&session);
    match state.block(move |ctx| conversation::open_answer(ctx, &permit, &asking, at.0, at.1)).await {
        Ok(answer) => {
            let settled = settled_alone(None, &answer.spans, Vec::new());
            Ok(page(&state, &session, &req, at, &Opened { answer, settled, refused: None }, &Fields::parse(&[])?))
        }
        Err(Error::Conflict("desk-locked")) => Ok(see_other(&format!("/desk/unlock?next={}", req.path()))),
        Err(other) => Err(other.into()),
    }
}

fn settle(ctx: &Ctx, session: &Session, permit: &Permit<ReadAnswer>, at: Place, fields: Fields) -> Result<Outcome, Error> {
    let answer = match conversation::open_answer(ctx, permit, session, at.0, at.1) {
        Err(Error::Conflict("desk-locked")) => return Ok(Outcome::Locked(fields)),
        other => other?,
    };
    let settled = settled_alone(Some(&fields), &answer.spans, phrases(&fields));
    let wanted = match fields.first("act") {
        "release" => Some(Some(&settled)),
        "aside" => Some(None),
        _ => None,
    };
    let mut refused = None;
    if let Some(wanted) = wanted {
        let release = session.actor().permit::<ReleaseAnswer>().ok_or(Error::Denied)?;
        match conversation::settle(ctx, &release, at, &answer, wanted) {
            Ok(Some(Proposed::Released)) => return Ok(Outcome::Done("answer-released")),
            Ok(Some(Proposed::WaitsForSecond)) => return Ok(Outcome::Done("answer-proposed")),
            Ok(None) => return Ok(Outcome::Done("answer-aside")),
            Err(Error::Conflict(key)) => refused = Some(key),
            Err(other) => return Err(other),
        }
    }
    Ok(Outcome::Shown(Box::new(Opened { answer, settled, refused }), fields))
}

/// `POST /desk/talk/{id}/{position}`: `act` is `preview`, `release` or `aside`; with a pass-phrase the key is opened first.
pub(super) async fn submit(
    state: web::Data<AppState>,
    req: HttpRequest,
    path: web::Path<(String, i32)>,
    acting: ActingPost<ReadAnswer>,
) -> Result<HttpResponse, Failure> {
    let at = place(&path)?;
    let ActingPost { mut session, permit, fields } = acting;
    if fields.ticked("passphrase") {
        if let Err(words) = open_key(&state, &req, fields.first("passphrase").to_owned()).await? {
            return Ok(interrupted(&state, &session, &req, carried(&fields), Some(words)));
        }
        session = session::find(&state, &req).await?.ok_or(Failure::NotFound)?;
    }
    let asking = Arc::clone(&session);
    match state.block(move |ctx| settle(ctx, &asking, &permit, at, fields)).await? {
        Outcome::Done(word) => Ok(see_other(&format!("/desk/talk/{}?done={word}", at.0))),
        Outcome::Locked(fields) => Ok(interrupted(&state, &session, &req, carried(&fields), None)),
        Outcome::Shown(opened, fields) => Ok(page(&state, &session, &req, at, &opened, &fields)),
    }
}

/// `POST /desk/talk/{id}/{position}/confirm`: `act` is `release` or `back`.
pub(super) async fn decide(
    state: web::Data<AppState>,
    path: web::Path<(String, i32)>,
    acting: ActingPost<ConfirmAnswer>,
) -> Result<HttpResponse, Failure> {
    let (id, position) = place(&path)?;
    let ActingPost { permit, fields, .. } = acting;
    match fields.first("act") {
        "release" => {
            state.block(move |ctx| conversation::confirm(ctx, &permit, id, position)).await?;
            Ok(see_other(&format!("/desk/talk/{id}?done=answer-confirmed")))
        }
        "back" => {
            state.block(move |ctx| conversation::send_back(ctx, &permit, id, position)).await?;
            Ok(see_other(&format!("/desk/talk/{id}?done=answer-back")))
        }
        _ => Err(Failure::BadRequest),
    }
}
