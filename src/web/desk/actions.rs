//! Corrective actions: the list, a new one, and one with the check whether it held.
//!
//! What was typed comes back with whatever is wrong with it. Refuses to change what was declared once.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::action_check::{Checked, checked};
use super::action_form::{Choices, Typed, choices};
use super::labels::{coded, month};
use super::problems::Problems;
use super::shell::{Shell, around, may, see_other};
use crate::domain::access::{ManageActions, ReadLearning};
use crate::domain::action::Progress;
use crate::domain::id::{ActionId, ReportId};
use crate::domain::period::Period;
use crate::domain::problem::FieldProblem;
use crate::flows::learning::{self, ActionCard, Check, Draft};
use crate::flows::{Ctx, Error};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::query::query_value;
use crate::web::state::AppState;

struct Row {
    id: String,
    what: String,
    owner: String,
    control: String,
    when: String,
    late: bool,
    declared: bool,
}

/// How reporting and acting go, in sentences.
#[derive(Template)]
#[template(path = "desk/actions.html")]
struct ListPage {
    frame: Frame,
    shell: Shell,
    rows: Vec<Row>,
    health: Vec<String>,
    writes: bool,
    form: Typed,
    choices: Choices,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "desk/action.html")]
struct ActionPage {
    frame: Frame,
    shell: Shell,
    id: String,
    title: String,
    facts: Vec<super::labels::Fact>,
    reports: Vec<(String, String)>,
    check: Option<Checked>,
    writes: bool,
    form: Typed,
    choices: Choices,
    problems: Problems,
}

fn row(frame: &Frame, now: Period, card: &ActionCard) -> Row {
    let action = &card.action;
    let when = match action.progress {
        Progress::Open => frame.t1("learning-due", "month", &month(frame, action.due)),
        Progress::Done(on) => frame.t1("learning-done", "month", &month(frame, on)),
        Progress::Dropped => frame.t("learning-dropped"),
    };
    Row {
        id: card.id.to_string(),
        what: action.what.clone(),
        owner: action.owner.clone(),
        control: coded(frame, "control", action.control.code()),
        when,
        late: action.is_late(now),
        declared: action.declared.is_some(),
    }
}

fn percent(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}

/// Sentences about reporting and acting; those that nothing is known of are left out.
fn health(frame: &Frame, told: &learning::Told) -> Vec<String> {
    let mut said = Vec::new();
    let reports = told.reports.to_string();
    if let Some(weeks) = told.median {
        said.push(frame.words.with("learning-health-wait", &[("weeks", &weeks.to_string()), ("reports", &reports)]));
    }
    if let Some(weeks) = told.nine_of_ten {
        said.push(frame.t1("learning-health-wait-nine", "weeks", &weeks.to_string()));
    }
    if told.old > 0 {
        said.push(frame.t2("learning-health-told", ("closed", &told.closed.to_string()), ("old", &told.old.to_string())));
    }
    if let Some(mix) = told.mix {
        let shares = [percent(mix.strong), percent(mix.intermediate), percent(mix.weak)];
        let [strong, between, weak] = &shares;
        said.push(frame.words.with("learning-health-mix", &[("strong", strong), ("between", between), ("weak", weak)]));
    }
    if told.late > 0 {
        said.push(frame.t1("learning-health-late", "n", &told.late.to_string()));
    }
    said
}

async fn show_list(
    state: &AppState,
    req: &HttpRequest,
    acting: Acting<ReadLearning>,
    form: Typed,
    problems: Vec<FieldProblem>,
) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let (cards, told) = state.block(move |ctx| Ok::<_, Error>((learning::actions(ctx, &permit)?, learning::reporting(ctx)?))).await?;
    let (frame, shell) = around(state, &session, req, "learning-actions-title");
    let now = state.ctx().now().period();
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = ListPage {
        rows: cards.iter().map(|card| row(&frame, now, card)).collect(),
        health: health(&frame, &told),
        writes: may::<ManageActions>(&session),
        choices: choices(&frame, state.ctx().taxonomy(), &form),
        form,
        problems: Problems::of(&frame, &problems),
        frame,
        shell,
    };
    Ok(render(&page, status))
}

/// `GET /desk/actions`; `?report=` names the report that a new action comes from.
pub(super) async fn list(state: web::Data<AppState>, req: HttpRequest, acting: Acting<ReadLearning>) -> Result<HttpResponse, Failure> {
    let from = query_value(req.query_string(), "report").as_deref().and_then(ReportId::parse);
    let form = Typed::blank(state.ctx().now().period(), from);
    show_list(&state, &req, acting, form, Vec::new()).await
}

/// `POST /desk/actions`
pub(super) async fn record(
    state: web::Data<AppState>,
    req: HttpRequest,
    acting: ActingPost<ManageActions>,
) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let typed = Typed::of(&fields);
    let draft = typed.draft(state.ctx().now().period());
    let step = move |ctx: &Ctx| learning::record_action(ctx, &permit, &draft.map_err(Error::Invalid)?);
    match state.block(step).await {
        Ok(id) => Ok(see_other(&format!("/desk/actions/{id}?done=action-kept"))),
        Err(Error::Invalid(problems)) => {
            let again = Acting { permit: session.actor().permit().ok_or(Failure::NotFound)?, session };
            show_list(&state, &req, again, typed, problems).await
        }
        Err(other) => Err(other.into()),
    }
}

/// What of a form comes back, and why.
enum Again {
    No,
    Wrong(Typed, Vec<FieldProblem>),
    Changed(Typed, &'static str),
}

async fn show(
    state: &AppState,
    req: &HttpRequest,
    acting: Acting<ReadLearning>,
    id: ActionId,
    again: Again,
) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let step = move |ctx: &Ctx| {
        Ok::<(ActionCard, Option<Check>), Error>(match learning::check_action(ctx, &permit, id)? {
            Some((card, check)) => (card, Some(check)),
            None => (learning::action(ctx, &permit, id)?, None),
        })
    };
    let (card, check) = state.block(step).await?;
    let (frame, mut shell) = around(state, &session, req, "learning-action-title");
    let saved = Typed::saved(&card, state.ctx().now().period());
    let (form, problems, status) = match again {
        Again::No => (saved, Vec::new(), StatusCode::OK),
        Again::Wrong(typed, problems) => (typed, problems, StatusCode::UNPROCESSABLE_ENTITY),
        Again::Changed(typed, key) => {
            shell = shell.refusing(Some(frame.t(key)));
            // The mark of what stands now: saving again replaces it, knowingly.
            (Typed { mark: saved.mark, ..typed }, Vec::new(), StatusCode::CONFLICT)
        }
    };
    let taxonomy = state.ctx().taxonomy();
    let page = ActionPage {
        id: id.to_string(),
        title: card.action.what.clone(),
        facts: super::action_form::facts(&frame, taxonomy, &card.action),
        reports: card.action.reports.iter().map(|r| (r.to_string(), super::labels::short(*r))).collect(),
        check: check.as_ref().and_then(|check| checked(&frame, taxonomy, &card.action, check)),
        writes: may::<ManageActions>(&session),
        choices: choices(&frame, taxonomy, &form),
        form,
        problems: Problems::of(&frame, &problems),
        frame,
        shell,
    };
    Ok(render(&page, status))
}

/// `GET /desk/actions/{id}`
pub(super) async fn page(
    state: web::Data<AppState>,
    req: HttpRequest,
    path: web::Path<String>,
    acting: Acting<ReadLearning>,
) -> Result<HttpResponse, Failure> {
    let id = ActionId::parse(&path).ok_or(Failure::NotFound)?;
    show(&state, &req, acting, id, Again::No).await
}

/// `POST /desk/actions/{id}`
pub(super) async fn change(
    state: web::Data<AppState>,
    req: HttpRequest,
    path: web::Path<String>,
    acting: ActingPost<ManageActions>,
) -> Result<HttpResponse, Failure> {
    let id = ActionId::parse(&path).ok_or(Failure::NotFound)?;
    let ActingPost { session, permit, fields } = acting;
    let typed = Typed::of(&fields);
    let draft: Result<Draft, _> = typed.draft(state.ctx().now().period());
    let step = move |ctx: &Ctx| learning::change_action(ctx, &permit, id, &draft.map_err(Error::Invalid)?);
    let again = match state.block(step).await {
        Ok(()) => return Ok(see_other(&format!("/desk/actions/{id}?done=action-changed"))),
        Err(Error::Invalid(problems)) => Again::Wrong(typed, problems),
        Err(Error::Conflict(key)) => Again::Changed(typed, key),
        Err(other) => return Err(other.into()),
    };
    let reading = Acting { permit: session.actor().permit().ok_or(Failure::NotFound)?, session };
    show(&state, &req, reading, id, again).await
}
