//! Callbacks: what screeners ask for and what two custodians do about it. The only page that ever shows an identity strip is
//! here, once, to the custodian who asked first.
//!
//! Refuses to show custodians anything of a narrative, and screeners anything of a strip.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::{Choice, coded, fixed, short};
use super::problems::Problems;
use super::shell::{Shell, around, may, see_other};
use crate::domain::access::{
    AskCallback, CloseCallback, DeclineIdentity, ListCallbacks, OpenIdentity, ReadIdentity, RequestIdentity, Resplit,
};
use crate::domain::callback::{Callback, CallbackStage, REASONS};
use crate::domain::clock::Moment;
use crate::domain::id::{CeremonyId, ReportId};
use crate::domain::identity::IdentityStrip;
use crate::domain::problem::FieldProblem;
use crate::flows::custody::{self, Handovers};
use crate::flows::{Ctx, Error};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

/// One callback as the page shows it.
#[expect(clippy::struct_excessive_bools, reason = "one button each")]
struct Row {
    id: String,
    report: String,
    reason: String,
    text: String,
    stage: String,
    until: Option<String>,
    outcome: String,
    take: bool,
    approve: bool,
    decline: bool,
    read: bool,
    close: bool,
}

#[derive(Template)]
#[template(path = "desk/callbacks.html")]
struct CallbacksPage {
    frame: Frame,
    shell: Shell,
    rows: Vec<Row>,
    custodian: bool,
    reasons: Vec<Choice>,
    report: String,
    text: String,
    problems: Problems,
    handovers: Option<Handovers>,
    offered: String,
    waiting: String,
    locked: bool,
}

#[derive(Template)]
#[template(path = "desk/strip.html")]
struct StripPage {
    frame: Frame,
    shell: Shell,
    strip: Option<IdentityStrip>,
}

/// What was typed and what is wrong with it.
#[derive(Default)]
struct Sent {
    report: String,
    reason: String,
    text: String,
    problems: Vec<FieldProblem>,
}

fn row(frame: &Frame, session: &crate::flows::people::Session, c: &Callback, now: Moment) -> Row {
    use CallbackStage::{Asked, Opened, Read, Requested};
    let custodian = may::<RequestIdentity>(session);
    let first = c.requested_by == Some(session.person);
    let alive = now < c.until;
    Row {
        id: c.id.to_string(),
        report: short(c.report),
        reason: coded(frame, "callback-reason", &c.reason),
        text: c.text.clone(),
        stage: coded(frame, "callback-stage", c.stage.code()),
        until: (matches!(c.stage, Requested | Opened)).then(|| c.until.to_minute()),
        outcome: c.outcome.clone(),
        take: custodian && c.stage == Asked,
        approve: custodian && c.stage == Requested && !first && alive,
        decline: custodian && matches!(c.stage, Asked | Requested),
        read: first && c.stage == Opened && alive,
        close: custodian && matches!(c.stage, Opened | Read),
    }
}

async fn show(state: &AppState, req: &HttpRequest, acting: Acting<ListCallbacks>, sent: Sent) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let asking = std::sync::Arc::clone(&session);
    let (list, handovers) = state
        .block(move |ctx| {
            let handovers = asking.actor().permit::<Resplit>().map(|p| custody::handovers(ctx, &p, &asking)).transpose()?;
            Ok((custody::list(ctx, &permit, &asking)?, handovers))
        })
        .await?;
    let (frame, shell) = around(state, &session, req, "desk-callbacks-title");
    let now = state.ctx().now();
    let problems = Problems::of(&frame, &sent.problems);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = CallbacksPage {
        rows: list.iter().map(|c| row(&frame, &session, c, now)).collect(),
        custodian: may::<RequestIdentity>(&session),
        reasons: fixed(&frame, "callback-reason", &REASONS, &sent.reason),
        report: sent.report,
        text: sent.text,
        problems,
        waiting: handovers.as_ref().map(|h| frame.t1("desk-handover-waiting", "n", &h.waiting.to_string())).unwrap_or_default(),
        offered: handovers.as_ref().and_then(|h| h.offered).map(|id| id.to_string()).unwrap_or_default(),
        handovers: handovers.filter(|h| h.waiting > 0 || h.offered.is_some() || h.started),
        locked: !session.unlocked,
        frame,
        shell,
    };
    Ok(render(&page, status))
}

/// `GET /desk/callbacks`
pub(super) async fn page(state: web::Data<AppState>, req: HttpRequest, acting: Acting<ListCallbacks>) -> Result<HttpResponse, Failure> {
    show(&state, &req, acting, Sent::default()).await
}

/// What a step led to: on with the list, to the unlock page, or an answer that says why not.
fn led(outcome: Result<(), Error>, done: &str) -> Result<HttpResponse, Failure> {
    match outcome {
        Ok(()) => Ok(see_other(&format!("/desk/callbacks?done={done}"))),
        Err(Error::Conflict("desk-locked")) => Ok(see_other("/desk/unlock?next=/desk/callbacks")),
        Err(other) => Err(other.into()),
    }
}

/// Every report a person names by its full id.
fn named_report(text: &str) -> Result<ReportId, Error> {
    ReportId::parse(text.trim()).ok_or_else(|| Error::Invalid(vec![FieldProblem::new("report", "problem-report-id")]))
}

/// `POST /desk/callbacks/ask`: a screener asks custodians.
pub(super) async fn ask(state: web::Data<AppState>, acting: ActingPost<AskCallback>) -> Result<HttpResponse, Failure> {
    let ActingPost { permit, fields, .. } = acting;
    let (report, reason, text) = (fields.first("report").to_owned(), fields.first("reason").to_owned(), fields.first("text").to_owned());
    let asked = state.block(move |ctx| custody::ask(ctx, &permit, named_report(&report)?, &reason, &text).map(drop)).await;
    led(asked, "callback-asked")
}

/// `POST /desk/callbacks/request`: a custodian names a report and puts a share in.
pub(super) async fn request(
    state: web::Data<AppState>,
    req: HttpRequest,
    acting: ActingPost<RequestIdentity>,
) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let sent = |name: &str| fields.first(name).to_owned();
    let (report, reason, text) = (sent("report"), sent("reason"), sent("text"));
    let (by, typed) = (std::sync::Arc::clone(&session), (report.clone(), reason.clone(), text.clone()));
    let outcome = state.block(move |ctx| custody::request(ctx, &permit, &by, named_report(&report)?, &reason, &text).map(drop)).await;
    if let Err(Error::Invalid(problems)) = outcome {
        let again = Acting { permit: session.actor().permit().ok_or(Failure::NotFound)?, session };
        return show(&state, &req, again, Sent { report: typed.0, reason: typed.1, text: typed.2, problems }).await;
    }
    led(outcome, "callback-requested")
}

fn id(path: &web::Path<String>) -> Result<CeremonyId, Failure> {
    CeremonyId::parse(path).ok_or(Failure::NotFound)
}

/// `POST /desk/callbacks/{id}/take`
pub(super) async fn take(
    state: web::Data<AppState>,
    path: web::Path<String>,
    acting: ActingPost<RequestIdentity>,
) -> Result<HttpResponse, Failure> {
    let (id, ActingPost { session, permit, .. }) = (id(&path)?, acting);
    led(state.block(move |ctx| custody::take_up(ctx, &permit, &session, id)).await, "callback-requested")
}

/// `POST /desk/callbacks/{id}/open`
pub(super) async fn open(
    state: web::Data<AppState>,
    path: web::Path<String>,
    acting: ActingPost<OpenIdentity>,
) -> Result<HttpResponse, Failure> {
    let (id, ActingPost { session, permit, .. }) = (id(&path)?, acting);
    led(state.block(move |ctx| custody::approve(ctx, &permit, &session, id)).await, "callback-opened")
}

/// `POST /desk/callbacks/{id}/decline`
pub(super) async fn decline(
    state: web::Data<AppState>,
    path: web::Path<String>,
    acting: ActingPost<DeclineIdentity>,
) -> Result<HttpResponse, Failure> {
    let (id, ActingPost { permit, .. }) = (id(&path)?, acting);
    led(state.block(move |ctx| custody::decline(ctx, &permit, id)).await, "callback-declined")
}

/// `POST /desk/callbacks/{id}/close`
pub(super) async fn close(
    state: web::Data<AppState>,
    path: web::Path<String>,
    acting: ActingPost<CloseCallback>,
) -> Result<HttpResponse, Failure> {
    let (id, ActingPost { permit, fields, .. }) = (id(&path)?, acting);
    let outcome = fields.first("outcome").to_owned();
    led(state.block(move |ctx| custody::close(ctx, &permit, id, &outcome)).await, "callback-closed")
}

/// `POST /desk/callbacks/{id}/read`: shows the strip, once. A form and not a link, so that no address shows it.
pub(super) async fn read(
    state: web::Data<AppState>,
    req: HttpRequest,
    path: web::Path<String>,
    acting: ActingPost<ReadIdentity>,
) -> Result<HttpResponse, Failure> {
    let (id, ActingPost { session, permit, .. }) = (id(&path)?, acting);
    let by = std::sync::Arc::clone(&session);
    match state.block(move |ctx| custody::read(ctx, &permit, &by, id)).await {
        Ok(strip) => {
            let (frame, shell) = around(&state, &session, &req, "desk-strip-title");
            Ok(render(&StripPage { frame, shell, strip }, StatusCode::OK))
        }
        Err(other) => led(Err(other), ""),
    }
}

/// `POST /desk/callbacks/handover`: starts one, or finishes the one that `id` names.
pub(super) async fn handover(state: web::Data<AppState>, acting: ActingPost<Resplit>) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let id = CeremonyId::parse(fields.first("id"));
    let step = move |ctx: &Ctx| match id {
        Some(id) => custody::finish_handover(ctx, &permit, &session, id).map(drop),
        None => custody::start_handover(ctx, &permit, &session).map(drop),
    };
    led(state.block(step).await, if id.is_some() { "handover-done" } else { "handover-started" })
}
