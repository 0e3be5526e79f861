//! Saying yes to the digest, by the link in the letter that asks.
//!
//! A `GET` shows a button and changes nothing, because link checkers follow every link in a letter. Refuses to say whose
//! link it is.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::flows::digest;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::limits::Body;
use crate::web::page::{Frame, render};
use crate::web::query::query_value;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "public/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    /// From the link; blank shows no button.
    token: String,
    /// What was done, or that the link is no use.
    notice: Option<(&'static str, String)>,
}

/// `GET /confirm`
pub(super) async fn show(state: web::Data<AppState>, req: HttpRequest) -> HttpResponse {
    let token = query_value(req.query_string(), "t").unwrap_or_default();
    let frame = Frame::of(&state, &req, "post-confirm-title");
    if token.is_empty() {
        return unknown(frame);
    }
    render(&ConfirmPage { frame, token, notice: None }, StatusCode::OK)
}

/// `POST /confirm`
pub(super) async fn say_yes(state: web::Data<AppState>, req: HttpRequest, body: Body) -> Result<HttpResponse, Failure> {
    let fields = Fields::parse(&body.0)?;
    let frame = Frame::chosen(&state, &req, fields.first("lang"), "post-confirm-title");
    let token = fields.first("t").to_owned();
    if !state.block(move |ctx| digest::confirm(ctx, &token)).await? {
        return Ok(unknown(frame));
    }
    let notice = Some(("good", frame.t("post-confirm-done")));
    Ok(render(&ConfirmPage { frame, token: String::new(), notice }, StatusCode::OK))
}

fn unknown(frame: Frame) -> HttpResponse {
    let notice = Some(("warn", frame.t("post-confirm-unknown")));
    render(&ConfirmPage { frame, token: String::new(), notice }, StatusCode::NOT_FOUND)
}
