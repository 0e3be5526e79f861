//! Leaving the digest, by the link in a letter or by typing the address.
//!
//! A mail program may do it with one POST (RFC 8058): no cookie, no page state, no question asked. A `GET` changes
//! nothing, because link checkers follow every link in a letter. Refuses to say whether an address was on the list.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::flows::{Error, digest};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::limits::Body;
use crate::web::page::{Frame, render};
use crate::web::query::query_value;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "public/unsubscribe.html")]
struct UnsubscribePage {
    frame: Frame,
    /// From the link; blank asks for the address.
    token: String,
    typed: String,
    problem: Option<String>,
    notice: Option<String>,
}

#[derive(Template)]
#[template(path = "public/unsubscribed.html")]
struct UnsubscribedPage {
    frame: Frame,
    text: String,
}

/// `GET /unsubscribe`: one button when the link brought a token, else a form for the address.
pub(super) async fn show(state: web::Data<AppState>, req: HttpRequest) -> HttpResponse {
    let token = query_value(req.query_string(), "t").unwrap_or_default();
    let frame = Frame::of(&state, &req, "unsubscribe-title");
    let frame = if token.is_empty() { frame.switching("/unsubscribe") } else { frame };
    render(&UnsubscribePage { frame, token, typed: String::new(), problem: None, notice: None }, StatusCode::OK)
}

/// `POST /unsubscribe`. The body may be of any kind: mail programs send multipart as well.
pub(super) async fn leave(state: web::Data<AppState>, req: HttpRequest, body: Body) -> Result<HttpResponse, Failure> {
    let fields = Fields::parse(&body.0)?;
    let frame = Frame::chosen(&state, &req, fields.first("lang"), "unsubscribe-title");
    let token = query_value(req.query_string(), "t").unwrap_or_else(|| fields.first("t").to_owned());
    if !token.is_empty() {
        return by_token(&state, frame, token).await;
    }
    by_address(&state, frame, fields.first("email").to_owned()).await
}

async fn by_token(state: &AppState, frame: Frame, token: String) -> Result<HttpResponse, Failure> {
    if state.block(move |ctx| digest::unsubscribe(ctx, &token)).await? {
        return Ok(done(frame, "unsubscribe-done-token"));
    }
    let notice = Some(frame.t("unsubscribe-unknown"));
    let page = UnsubscribePage { frame, token: String::new(), typed: String::new(), problem: None, notice };
    Ok(render(&page, StatusCode::NOT_FOUND))
}

async fn by_address(state: &AppState, frame: Frame, typed: String) -> Result<HttpResponse, Failure> {
    let address = typed.clone();
    match state.block(move |ctx| digest::unsubscribe_address(ctx, &address)).await {
        Ok(()) => Ok(done(frame, "unsubscribe-done-address")),
        Err(Error::Invalid(problems)) => {
            let problem = problems.first().map(|p| frame.t(p.key));
            let page = UnsubscribePage { frame, token: String::new(), typed, problem, notice: None };
            Ok(render(&page, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(error) => Err(error.into()),
    }
}

fn done(frame: Frame, key: &str) -> HttpResponse {
    let (title, text) = (frame.t("unsubscribe-done-title"), frame.t(key));
    render(&UnsubscribedPage { frame: frame.titled(title), text }, StatusCode::OK)
}
