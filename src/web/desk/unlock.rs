//! Opening the screening key again inside a running session.
//!
//! Somebody whose key locked while they were deciding loses nothing: the page carries their form along, sealed to
//! nothing but the page itself, and sends it on together with the pass-phrase.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::shell::{Shell, around, see_other};
use crate::flows::people::{self, Session, SignInRefusal};
use crate::web::csrf::Posted;
use crate::web::error::Failure;
use crate::web::guard::{SignedIn, desk_address};
use crate::web::page::{Frame, render};
use crate::web::query::query_value;
use crate::web::session;
use crate::web::state::AppState;

/// Where somebody without an open key begins.
const DESK: &str = "/desk/screening";

#[derive(Template)]
#[template(path = "desk/unlock.html")]
struct UnlockPage {
    frame: Frame,
    shell: Shell,
    /// Where the form goes.
    action: String,
    next: String,
    carried: Vec<(String, String)>,
}

/// The page for somebody who was interrupted: `carried` goes to `action` again, with the pass-phrase.
pub(super) fn interrupted(
    state: &AppState,
    session: &Session,
    req: &HttpRequest,
    carried: Vec<(String, String)>,
    refused: Option<String>,
) -> HttpResponse {
    let (frame, shell) = around(state, session, req, "desk-unlock-title");
    let page = UnlockPage { frame, shell: shell.refusing(refused), action: req.path().to_owned(), next: String::new(), carried };
    render(&page, StatusCode::OK)
}

/// Asks the flow; `Err` is what to tell the person.
pub(super) async fn open_key(state: &AppState, req: &HttpRequest, passphrase: String) -> Result<Result<(), String>, Failure> {
    let Some(token) = session::token(state, req) else { return Err(Failure::NotFound) };
    let outcome = state.block(move |ctx| Ok(people::unlock(ctx, &token, &passphrase))).await?;
    let frame = Frame::of(state, req, "");
    Ok(outcome.map_err(|refusal| match refusal {
        SignInRefusal::Wrong => frame.t("desk-unlock-wrong"),
        SignInRefusal::Wait(seconds) => frame.t1("desk-sign-in-wait", "n", &seconds.to_string()),
        SignInRefusal::Unavailable => frame.t("desk-sign-in-unavailable"),
    }))
}

fn page(state: &AppState, session: &Session, req: &HttpRequest, next: &str, refused: Option<String>) -> HttpResponse {
    let status = if refused.is_some() { StatusCode::FORBIDDEN } else { StatusCode::OK };
    let (frame, shell) = around(state, session, req, "desk-unlock-title");
    let shell = shell.refusing(refused);
    render(&UnlockPage { frame, shell, action: "/desk/unlock".to_owned(), next: next.to_owned(), carried: Vec::new() }, status)
}

/// `GET /desk/unlock`
pub(super) async fn form(state: web::Data<AppState>, req: HttpRequest, SignedIn(session): SignedIn) -> HttpResponse {
    let next = query_value(req.query_string(), "next").unwrap_or_default();
    page(&state, &session, &req, desk_address(&next).unwrap_or(DESK), None)
}

/// `POST /desk/unlock`
pub(super) async fn submit(state: web::Data<AppState>, req: HttpRequest, posted: Posted) -> Result<HttpResponse, Failure> {
    let next = desk_address(posted.fields.first("next")).unwrap_or(DESK).to_owned();
    match open_key(&state, &req, posted.fields.first("passphrase").to_owned()).await? {
        Ok(()) => Ok(see_other(&next)),
        Err(words) => Ok(page(&state, &posted.session, &req, &next, Some(words))),
    }
}
