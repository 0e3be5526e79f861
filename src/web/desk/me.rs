//! My account: pass-phrase, passkeys, recovery codes, sessions.
//!
//! Recovery codes are shown once. Changes ask for a fresh proof; an end to other sessions does not, because somebody who fears for
//! their account must not be held up. Refuses to show anything about anybody else.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::problems::Problems;
use super::shell::{Shell, around, see_other};
use crate::domain::access::{EndOwnSessions, ManageOwn};
use crate::domain::id::PasskeyId;
use crate::domain::problem::FieldProblem;
use crate::flows::Error;
use crate::flows::people::{self, ChangeRefusal, PasskeyQuestion, Session};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::SignedIn;
use crate::web::headers::allow_passkeys;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;
use crate::web::step_up::{refusal_words, renew};

struct PasskeyLine {
    id: String,
    name: String,
}

struct SessionLine {
    started: String,
    seen: String,
    this: bool,
}

#[derive(Template)]
#[template(path = "desk/me.html")]
struct MePage {
    frame: Frame,
    shell: Shell,
    passkeys: Vec<PasskeyLine>,
    passkeys_possible: bool,
    question: Option<PasskeyQuestion>,
    codes_left: i64,
    sessions: Vec<SessionLine>,
    others: bool,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "desk/codes.html")]
struct CodesPage {
    frame: Frame,
    shell: Shell,
    codes: Vec<String>,
}

async fn show(
    state: &AppState,
    req: &HttpRequest,
    session: Arc<Session>,
    problems: impl FnOnce(&Frame) -> Problems,
) -> Result<HttpResponse, Failure> {
    let asking = Arc::clone(&session);
    let own = state.block(move |ctx| people::own_account(ctx, &asking)).await?;
    let (frame, shell) = around(state, &session, req, "desk-me-title");
    let problems = problems(&frame);
    let page = MePage {
        passkeys: own.passkeys.into_iter().map(|p| PasskeyLine { id: p.id.to_string(), name: p.name }).collect(),
        passkeys_possible: own.passkeys_possible,
        question: own.question,
        codes_left: own.codes_left,
        others: own.sessions.len() > 1,
        sessions: own
            .sessions
            .into_iter()
            .map(|s| SessionLine { started: s.started.to_minute(), seen: s.seen.to_minute(), this: s.this })
            .collect(),
        shell: shell.refusing((!problems.is_empty()).then(|| frame.t("desk-me-problems"))),
        problems,
        frame,
    };
    let mut response = render(&page, if page.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY });
    allow_passkeys(&mut response);
    Ok(response)
}

async fn show_with(
    state: &AppState,
    req: &HttpRequest,
    session: Arc<Session>,
    problems: Vec<FieldProblem>,
) -> Result<HttpResponse, Failure> {
    show(state, req, session, move |frame| Problems::of(frame, &problems)).await
}

/// `GET /desk/me`
pub(super) async fn page(state: web::Data<AppState>, req: HttpRequest, SignedIn(session): SignedIn) -> Result<HttpResponse, Failure> {
    show(&state, &req, session, |_| Problems::default()).await
}

/// `POST /desk/me/passphrase`
pub(super) async fn passphrase(
    state: web::Data<AppState>,
    req: HttpRequest,
    acting: ActingPost<ManageOwn>,
) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let (old, new) = (fields.first("old").to_owned(), fields.first("passphrase").to_owned());
    if new != fields.first("again") {
        return show_with(&state, &req, session, vec![FieldProblem::new("again", "desk-problem-again")]).await;
    }
    let asking = Arc::clone(&session);
    match state.block(move |ctx| people::change_passphrase(ctx, &permit, &asking, (&old, &new))).await? {
        Ok(token) => {
            renew(&req, token);
            Ok(see_other("/desk/me?done=passphrase"))
        }
        Err(ChangeRefusal::New(problems)) => show_with(&state, &req, session, problems).await,
        Err(ChangeRefusal::Old(refusal)) => {
            show(&state, &req, session, move |frame| Problems::one("old", refusal_words(frame, refusal))).await
        }
    }
}

/// `POST /desk/me/passkeys`
pub(super) async fn add_passkey(
    state: web::Data<AppState>,
    req: HttpRequest,
    acting: ActingPost<ManageOwn>,
) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let asking = Arc::clone(&session);
    let added = state
        .block(move |ctx| {
            let answer = (fields.first("challenge"), fields.first("answer"));
            people::add_passkey(ctx, &permit, &asking, fields.first("name"), answer)
        })
        .await;
    match added {
        Ok(()) => Ok(see_other("/desk/me?done=passkey-added")),
        Err(Error::Invalid(problems)) => show_with(&state, &req, session, problems).await,
        Err(Error::Conflict(key)) => show_with(&state, &req, session, vec![FieldProblem::new("passkey", key)]).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/me/passkeys/{id}/remove`
pub(super) async fn remove_passkey(
    state: web::Data<AppState>,
    id: web::Path<String>,
    acting: ActingPost<ManageOwn>,
) -> Result<HttpResponse, Failure> {
    let id = PasskeyId::parse(&id).ok_or(Failure::NotFound)?;
    state.block(move |ctx| people::remove_passkey(ctx, &acting.permit, &acting.session, id)).await?;
    Ok(see_other("/desk/me?done=passkey-removed"))
}

/// `POST /desk/me/codes`: a new set, shown once.
pub(super) async fn codes(state: web::Data<AppState>, req: HttpRequest, acting: ActingPost<ManageOwn>) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, .. } = acting;
    let asking = Arc::clone(&session);
    let codes = state.block(move |ctx| people::new_recovery_codes(ctx, &permit, &asking)).await?;
    let (frame, shell) = around(&state, &session, &req, "desk-codes-title");
    Ok(render(&CodesPage { frame, shell, codes }, StatusCode::OK))
}

/// `POST /desk/me/sessions`: ends the others.
pub(super) async fn end_sessions(state: web::Data<AppState>, acting: ActingPost<EndOwnSessions>) -> Result<HttpResponse, Failure> {
    state.block(move |ctx| people::end_other_sessions(ctx, &acting.permit, &acting.session)).await?;
    Ok(see_other("/desk/me?done=sessions-ended"))
}
