//! Legal holds: asked for by a custodian, confirmed or refused by an auditor. No content of a report is shown.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::short;
use super::problems::Problems;
use super::shell::{Shell, around, may, see_other};
use crate::domain::access::{ConfirmHold, ListHolds, RequestHold};
use crate::domain::clock::Moment;
use crate::domain::id::{CeremonyId, ReportId};
use crate::domain::problem::FieldProblem;
use crate::flows::{Error, custody};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

struct Row {
    id: String,
    report: String,
    text: String,
    until: String,
    state: String,
    quiet: bool,
    confirm: bool,
    end: bool,
}

#[derive(Template)]
#[template(path = "desk/holds.html")]
struct HoldsPage {
    frame: Frame,
    shell: Shell,
    rows: Vec<Row>,
    asks: bool,
    report: String,
    text: String,
    days: String,
    problems: Problems,
}

#[derive(Default)]
struct Sent {
    report: String,
    text: String,
    days: String,
    problems: Vec<FieldProblem>,
}

async fn show(state: &AppState, req: &HttpRequest, acting: Acting<ListHolds>, sent: Sent) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let list = state.block(move |ctx| custody::list_holds(ctx, &permit)).await?;
    let (frame, shell) = around(state, &session, req, "desk-holds-title");
    let (today, confirms) = (state.ctx().now().day(), may::<ConfirmHold>(&session));
    let rows = list
        .iter()
        .map(|h| {
            let over = h.until_day < today;
            let word = if over {
                "over"
            } else if h.confirmed_by.is_some() {
                "holds"
            } else {
                "asked"
            };
            Row {
                id: h.id.to_string(),
                report: short(h.report),
                text: h.text.clone(),
                until: Moment::of_day(h.until_day).date().to_string(),
                state: frame.t(&format!("desk-hold-{word}")),
                quiet: h.quiet,
                confirm: confirms && !over && h.confirmed_by.is_none(),
                end: confirms && !over,
            }
        })
        .collect();
    let problems = Problems::of(&frame, &sent.problems);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = HoldsPage {
        rows,
        asks: may::<RequestHold>(&session),
        report: sent.report,
        text: sent.text,
        days: sent.days,
        problems,
        frame,
        shell,
    };
    Ok(render(&page, status))
}

/// `GET /desk/holds`
pub(super) async fn page(state: web::Data<AppState>, req: HttpRequest, acting: Acting<ListHolds>) -> Result<HttpResponse, Failure> {
    show(&state, &req, acting, Sent { days: "30".to_owned(), ..Sent::default() }).await
}

/// `POST /desk/holds`
pub(super) async fn request(
    state: web::Data<AppState>,
    req: HttpRequest,
    acting: ActingPost<RequestHold>,
) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let (report, text, days) = (fields.first("report").to_owned(), fields.first("text").to_owned(), fields.first("days").to_owned());
    let quiet = fields.ticked("quiet");
    let typed = Sent { report: report.clone(), text: text.clone(), days: days.clone(), problems: Vec::new() };
    let step = move |ctx: &crate::flows::Ctx| {
        let report =
            ReportId::parse(report.trim()).ok_or_else(|| Error::Invalid(vec![FieldProblem::new("report", "problem-report-id")]))?;
        custody::request_hold(ctx, &permit, report, &text, days.trim().parse().unwrap_or(0), quiet).map(drop)
    };
    match state.block(step).await {
        Ok(()) => Ok(see_other("/desk/holds?done=hold-asked")),
        Err(Error::Invalid(problems)) => {
            let again = Acting { permit: session.actor().permit().ok_or(Failure::NotFound)?, session };
            show(&state, &req, again, Sent { problems, ..typed }).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/holds/{id}`: `act` is `confirm` or `end`.
pub(super) async fn decide(
    state: web::Data<AppState>,
    path: web::Path<String>,
    acting: ActingPost<ConfirmHold>,
) -> Result<HttpResponse, Failure> {
    let id = CeremonyId::parse(&path).ok_or(Failure::NotFound)?;
    let ActingPost { permit, fields, .. } = acting;
    match fields.first("act") {
        "confirm" => {
            state.block(move |ctx| custody::confirm_hold(ctx, &permit, id)).await?;
            Ok(see_other("/desk/holds?done=hold-confirmed"))
        }
        "end" => {
            state.block(move |ctx| custody::end_hold(ctx, &permit, id)).await?;
            Ok(see_other("/desk/holds?done=hold-ended"))
        }
        _ => Err(Failure::BadRequest),
    }
}
