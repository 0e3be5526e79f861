//! `GET /ledger`: the confidentiality ledger, for anybody.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::flows::ledger::{LedgerYear, ledger};
use crate::web::error::Failure;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "public/ledger.html")]
struct LedgerPage {
    frame: Frame,
    years: Vec<LedgerYear>,
}

/// `GET /ledger`
pub(super) async fn page(state: web::Data<AppState>, req: HttpRequest) -> Result<HttpResponse, Failure> {
    let frame = Frame::of(&state, &req, "ledger-title").switching("/ledger");
    let years = state.block(ledger).await?;
    Ok(render(&LedgerPage { frame, years }, StatusCode::OK))
}
