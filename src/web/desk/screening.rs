//! The screening desk's list, and handing the screening key on.
//!
//! Rows are sealed: a week, an urgent mark and a state. Nothing of a report is shown before it is opened.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::{coded, short, week};
use super::shell::{Shell, around, see_other};
use crate::domain::access::{GrantScreening, ListScreening};
use crate::domain::id::PersonId;
use crate::domain::report::{ScreeningItem, Status};
use crate::flows::{Error, conversation, people, screening};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

struct Row {
    href: String,
    short: String,
    week: String,
    urgent: bool,
    proposed: bool,
    blur: bool,
    status: String,
}

/// A report whose reporter has said something.
struct Answered {
    href: String,
    short: String,
}

struct Colleague {
    id: String,
    name: String,
}

#[derive(Template)]
#[template(path = "desk/screening.html")]
struct ScreeningPage {
    frame: Frame,
    shell: Shell,
    rows: Vec<Row>,
    answered: Vec<Answered>,
    intake: String,
    second_needed: bool,
    colleagues: Vec<Colleague>,
    locked: bool,
}

fn row(frame: &Frame, item: &ScreeningItem) -> Row {
    let proposed = item.status == Status::Proposed;
    Row {
        href: if proposed { format!("/desk/proposal/{}", item.id) } else { format!("/desk/screening/{}", item.id) },
        short: short(item.id),
        week: week(frame, item.week),
        urgent: item.urgent,
        proposed,
        blur: item.blur,
        status: coded(frame, "status", item.status.code()),
    }
}

/// `GET /desk/screening`
pub(super) async fn list(state: web::Data<AppState>, req: HttpRequest, acting: Acting<ListScreening>) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let asking = Arc::clone(&session);
    let (desk, answered, colleagues) = state
        .block(move |ctx| {
            let waiting = match asking.actor().permit::<GrantScreening>().filter(|_| asking.has_key) {
                Some(grant) => people::waiting_for_key(ctx, &grant)?,
                None => Vec::new(),
            };
            Ok((screening::list(ctx, &permit)?, conversation::waiting(ctx, &permit)?, waiting))
        })
        .await?;
    let (frame, shell) = around(&state, &session, &req, "desk-screening-title");
    let page = ScreeningPage {
        rows: desk.items.iter().map(|item| row(&frame, item)).collect(),
        answered: answered.into_iter().map(|id| Answered { href: format!("/desk/talk/{id}"), short: short(id) }).collect(),
        intake: frame.t1("desk-screening-intake", "n", &desk.in_intake.to_string()),
        second_needed: desk.second_needed,
        colleagues: colleagues.into_iter().map(|p| Colleague { id: p.id.to_string(), name: p.name }).collect(),
        locked: !session.unlocked,
        frame,
        shell,
    };
    Ok(render(&page, StatusCode::OK))
}

/// `POST /desk/screening/grant`
pub(super) async fn grant(state: web::Data<AppState>, acting: ActingPost<GrantScreening>) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let to = PersonId::parse(fields.first("person")).ok_or(Failure::NotFound)?;
    match state.block(move |ctx| people::grant(ctx, &permit, &session, to)).await {
        Ok(()) => Ok(see_other("/desk/screening?done=granted")),
        Err(Error::Conflict("desk-locked")) => Ok(see_other("/desk/unlock")),
        Err(other) => Err(other.into()),
    }
}
