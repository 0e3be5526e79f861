//! The first page: what this is, what is promised, what is not, what it is not for.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::web::headers::{Forget, forget};
use crate::web::page::{Frame, render};
use crate::web::query::query_value;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "public/landing.html")]
struct Landing {
    frame: Frame,
}

/// `GET /`. Coming from a finished report, the browser is asked to drop the pages before this one.
pub(super) async fn show(state: web::Data<AppState>, req: HttpRequest) -> HttpResponse {
    let frame = Frame::of(&state, &req, "landing-title").switching("/");
    let mut response = render(&Landing { frame }, StatusCode::OK);
    if query_value(req.query_string(), "finish").is_some() {
        forget(&mut response, Forget::Pages);
    }
    response
}
