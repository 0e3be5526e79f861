//! Digests: the list, preparing one, and one frozen digest in all its forms with its approval.
//!
//! Refuses approval by whoever prepared it, and says so before anybody tries.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::{Choice, month};
use super::letter::allow_frame;
use super::problems::Problems;
use super::shell::{Shell, around, may, see_other};
use crate::domain::access::{ApproveDigest, PrepareDigest, ReadDigest};
use crate::domain::clock::{DAY, Moment};
use crate::domain::digest::DigestState;
use crate::domain::hex;
use crate::domain::id::DigestId;
use crate::domain::period::Period;
use crate::flows::digest::{self, DigestCard, OutboxTally};
use crate::flows::people::Session;
use crate::flows::{Ctx, Error};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

/// Months offered to be prepared.
const MONTHS: usize = 12;
/// Days after which a month counts as settled; the flow has the last word.
const SETTLING: i64 = 7 * DAY;

/// The last month that may be prepared at `now`.
pub(super) fn settled_month(now: Moment) -> Period {
    now.plus(-SETTLING).period().previous()
}

struct Row {
    href: String,
    month: String,
    frozen: bool,
    state: String,
    prepared_by: String,
    approved_by: Option<String>,
    letters: Option<String>,
    dead: bool,
}

#[derive(Template)]
#[template(path = "desk/digests.html")]
struct DigestsPage {
    frame: Frame,
    shell: Shell,
    rows: Vec<Row>,
    may_prepare: bool,
    months: Vec<Choice>,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "desk/digest.html")]
struct DigestPage {
    frame: Frame,
    shell: Shell,
    id: String,
    row: Row,
    subject: String,
    text: String,
    chart_alt: String,
    frozen_at: String,
    hash: String,
    mine: bool,
    may_approve: bool,
}

fn tally(frame: &Frame, letters: &OutboxTally) -> Option<String> {
    let (sent, waiting, dead) = (letters.sent.to_string(), letters.waiting.to_string(), letters.dead.to_string());
    let any = letters.sent + letters.waiting + letters.dead > 0;
    any.then(|| frame.words.with("desk-digest-tally", &[("sent", &sent), ("waiting", &waiting), ("dead", &dead)]))
}

fn row(frame: &Frame, card: &DigestCard) -> Row {
    let record = &card.record;
    let frozen = record.state == DigestState::Frozen;
    let somebody = |name: &Option<String>| name.clone().unwrap_or_else(|| frame.t("desk-digest-somebody"));
    Row {
        href: format!("/desk/digest/{}", record.id),
        month: month(frame, record.period),
        frozen,
        state: frame.t(if frozen { "desk-digest-frozen" } else { "desk-digest-approved" }),
        prepared_by: if record.prepared_by.is_some() { somebody(&card.prepared_by) } else { frame.t("desk-digest-console") },
        approved_by: record.approved_by.map(|_| somebody(&card.approved_by)),
        letters: tally(frame, &card.letters),
        dead: card.letters.dead > 0,
    }
}

async fn show_list(
    state: &AppState,
    req: &HttpRequest,
    acting: Acting<ReadDigest>,
    refused: Option<&str>,
) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let cards = state.block(move |ctx| digest::list(ctx, &permit)).await?;
    let (frame, shell) = around(state, &session, req, "desk-digest-title");
    let missing = settled_month(state.ctx().now()).back(MONTHS).into_iter().rev().filter(|p| !cards.iter().any(|c| c.record.period == *p));
    let months = missing.enumerate().map(|(at, p)| Choice { value: p.to_string(), label: month(&frame, p), chosen: at == 0 }).collect();
    let page = DigestsPage {
        rows: cards.iter().map(|card| row(&frame, card)).collect(),
        may_prepare: may::<PrepareDigest>(&session),
        months,
        problems: refused.map(|key| Problems::one("period", frame.t(key))).unwrap_or_default(),
        shell,
        frame,
    };
    Ok(render(&page, if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK }))
}

/// `GET /desk/digest`
pub(super) async fn list(state: web::Data<AppState>, req: HttpRequest, acting: Acting<ReadDigest>) -> Result<HttpResponse, Failure> {
    show_list(&state, &req, acting, None).await
}

/// `POST /desk/digest`
pub(super) async fn prepare(
    state: web::Data<AppState>,
    req: HttpRequest,
    acting: ActingPost<PrepareDigest>,
) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let reading = session.actor().permit::<ReadDigest>().ok_or(Failure::NotFound)?;
    let again = Acting { session, permit: reading };
    let Some(period) = Period::parse(fields.first("period")) else {
        return show_list(&state, &req, again, Some("problem-unknown-choice")).await;
    };
    match state.block(move |ctx| digest::prepare(ctx, &permit, period)).await {
        Ok(id) => Ok(see_other(&format!("/desk/digest/{id}?done=prepared"))),
        Err(Error::Conflict(key)) => show_list(&state, &req, again, Some(key)).await,
        Err(other) => Err(other.into()),
    }
}

async fn show_one(
    state: &AppState,
    req: &HttpRequest,
    id: DigestId,
    acting: Acting<ReadDigest>,
    refused: Option<&str>,
) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let (card, artefact) = state.block(move |ctx| digest::read(ctx, &permit, id)).await?;
    let (frame, shell) = around(state, &session, req, "");
    let title = frame.t1("desk-digest-of", "month", &month(&frame, card.record.period));
    let page = DigestPage {
        id: id.to_string(),
        row: row(&frame, &card),
        subject: artefact.subject,
        text: artefact.text,
        chart_alt: artefact.chart_alt,
        frozen_at: card.record.frozen_at.to_minute(),
        hash: hex::spelled(&card.record.hash),
        mine: card.record.prepared_by == Some(session.person),
        may_approve: may::<ApproveDigest>(&session),
        shell: shell.refusing(refused.map(|key| frame.t(key))),
        frame: frame.titled(title),
    };
    let mut response = render(&page, if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK });
    allow_frame(&mut response);
    Ok(response)
}

/// `GET /desk/digest/{id}`
pub(super) async fn page(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: Acting<ReadDigest>,
) -> Result<HttpResponse, Failure> {
    let id = DigestId::parse(&id).ok_or(Failure::NotFound)?;
    show_one(&state, &req, id, acting, None).await
}

type Step = fn(&Ctx, &crate::domain::access::Permit<ApproveDigest>, DigestId) -> Result<usize, Error>;

/// Runs one of the two acts of a publisher; a refusal comes back on the digest's own page.
async fn act(
    state: &AppState,
    req: &HttpRequest,
    id: &str,
    acting: ActingPost<ApproveDigest>,
    (step, done): (Step, &str),
) -> Result<HttpResponse, Failure> {
    let id = DigestId::parse(id).ok_or(Failure::NotFound)?;
    let ActingPost { session, permit, .. } = acting;
    let asking: Arc<Session> = Arc::clone(&session);
    match state.block(move |ctx| step(ctx, &permit, id)).await {
        Ok(_) => Ok(see_other(&format!("/desk/digest/{id}?done={done}"))),
        Err(Error::Conflict(key)) => {
            let permit = asking.actor().permit().ok_or(Failure::NotFound)?;
            show_one(state, req, id, Acting { session, permit }, Some(key)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/digest/{id}/approve`
pub(super) async fn approve(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: ActingPost<ApproveDigest>,
) -> Result<HttpResponse, Failure> {
    act(&state, &req, &id, acting, (digest::approve, "approved")).await
}

/// `POST /desk/digest/{id}/retry`
pub(super) async fn retry(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: ActingPost<ApproveDigest>,
) -> Result<HttpResponse, Failure> {
    act(&state, &req, &id, acting, (digest::retry, "retried")).await
}

#[cfg(test)]
mod tests {
    use super::settled_month;
    use crate::domain::clock::{DAY, Moment};

    #[test]
    fn a_month_may_be_prepared_a_week_after_its_end() {
        let first_of_march_2026 = Moment(1_772_323_200);

        assert_eq!(settled_month(first_of_march_2026.plus(6 * DAY)).to_string(), "2026-01");
        assert_eq!(settled_month(first_of_march_2026.plus(7 * DAY)).to_string(), "2026-02");
    }
}
