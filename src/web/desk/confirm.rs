//! A page that only asks for a fresh proof and then leads back to where somebody came from.
//!
//! Forms do not need it: `ActingPost` asks in passing. Refuses to lead anywhere but to the desk.

use actix_web::{Error, HttpRequest, HttpResponse, web};

use super::shell::see_other;
use crate::web::csrf::Posted;
use crate::web::error::Failure;
use crate::web::guard::{SignedIn, desk_address};
use crate::web::query::query_value;
use crate::web::state::AppState;
use crate::web::step_up;

/// `GET /desk/confirm?next=…`
pub(super) async fn form(state: web::Data<AppState>, req: HttpRequest, SignedIn(session): SignedIn) -> Result<HttpResponse, Failure> {
    let next = query_value(req.query_string(), "next").unwrap_or_default();
    let next = desk_address(&next).unwrap_or("/desk").to_owned();
    let mut page = step_up::ask(&state, &req, &session, vec![("next".to_owned(), next)], None).await?;
    *page.status_mut() = actix_web::http::StatusCode::OK;
    Ok(page)
}

/// `POST /desk/confirm`
pub(super) async fn submit(req: HttpRequest, posted: Posted) -> Result<HttpResponse, Error> {
    step_up::proved(&req, posted.session, &posted.fields).await?;
    Ok(see_other(desk_address(posted.fields.first("next")).unwrap_or("/desk?done=confirmed")))
}
