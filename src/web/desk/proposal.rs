//! The second reading: the proposed wording and the coarse facts, released or sent back by another screener.
//!
//! Refuses to show anything of the raw text.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::{Fact, coding_facts, short};
use super::shell::{Shell, around, see_other};
use crate::domain::access::Confirm;
use crate::domain::id::ReportId;
use crate::flows::screening;
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "desk/proposal.html")]
struct ProposalPage {
    frame: Frame,
    shell: Shell,
    id: String,
    text: String,
    facts: Vec<Fact>,
    urgent: bool,
    mine: bool,
}

/// `GET /desk/proposal/{id}`
pub(super) async fn page(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: Acting<Confirm>,
) -> Result<HttpResponse, Failure> {
    let id = ReportId::parse(&id).ok_or(Failure::NotFound)?;
    let Acting { session, permit } = acting;
    let proposal = state.block(move |ctx| screening::proposal(ctx, &permit, id)).await?;
    let (frame, shell) = around(&state, &session, &req, "");
    let title = frame.t1("desk-proposal-title", "id", &short(id));
    let page = ProposalPage {
        id: id.to_string(),
        text: proposal.text,
        facts: coding_facts(&frame, state.ctx().taxonomy(), &proposal.coding),
        urgent: proposal.item.urgent,
        mine: proposal.mine,
        frame: frame.titled(title),
        shell,
    };
    Ok(render(&page, StatusCode::OK))
}

/// `POST /desk/proposal/{id}`: `act` is `release` or `back`.
pub(super) async fn decide(
    state: web::Data<AppState>,
    id: web::Path<String>,
    acting: ActingPost<Confirm>,
) -> Result<HttpResponse, Failure> {
    let id = ReportId::parse(&id).ok_or(Failure::NotFound)?;
    let ActingPost { permit, fields, .. } = acting;
    match fields.first("act") {
        "release" => {
            state.block(move |ctx| screening::confirm(ctx, &permit, id)).await?;
            Ok(see_other("/desk/screening?done=released"))
        }
        "back" => {
            state.block(move |ctx| screening::send_back(ctx, &permit, id)).await?;
            Ok(see_other("/desk/screening?done=sent-back"))
        }
        _ => Err(Failure::BadRequest),
    }
}
