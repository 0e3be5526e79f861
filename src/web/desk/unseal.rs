//! Opening a sealed service: the root key, typed or pasted by an operator. It is used and forgotten; nothing keeps it.
//!
//! Anybody may try: a wrong key is one failed opening, and there are 2^256 of them. Needs the same proof of origin as the
//! sign-in page.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::shell::see_other;
use crate::flows::{Error, setup};
use crate::web::csrf::Unsigned;
use crate::web::error::Failure;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "desk/unseal.html")]
struct UnsealPage {
    frame: Frame,
    sealed: bool,
    refused: Option<String>,
}

/// `GET /unseal`
pub(super) async fn form(state: web::Data<AppState>, req: HttpRequest) -> HttpResponse {
    let frame = Frame::of(&state, &req, "unseal-title").switching("/unseal");
    render(&UnsealPage { frame, sealed: state.ctx().is_sealed(), refused: None }, StatusCode::OK)
}

/// `POST /unseal`
pub(super) async fn submit(state: web::Data<AppState>, req: HttpRequest, Unsigned(fields): Unsigned) -> Result<HttpResponse, Failure> {
    let typed = fields.first("key").to_owned();
    match state.block(move |ctx| setup::unseal_running(ctx, &typed)).await {
        Ok(()) => Ok(see_other("/sign-in")),
        Err(Error::Conflict("root-key-wrong")) => {
            let frame = Frame::of(&state, &req, "unseal-title");
            let refused = Some(frame.t("unseal-wrong"));
            Ok(render(&UnsealPage { frame, sealed: state.ctx().is_sealed(), refused }, StatusCode::FORBIDDEN))
        }
        Err(other) => Err(other.into()),
    }
}
