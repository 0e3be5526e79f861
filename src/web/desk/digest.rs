//! Digests: the list, preparing one, and one frozen digest in all its forms with its approval.
//!
//! Refuses approval by whoever prepared it, and says so before anybody tries.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::{self, Choice, span};
use super::letter::{self, allow_frame};
use super::problems::Problems;
use super::shell::{Shell, around, may, see_other};
use crate::domain::access::{ApproveDigest, PrepareDigest, ReadDigest};
use crate::domain::digest::DigestState;
use crate::domain::edition::Edition;
use crate::domain::hex;
use crate::domain::id::DigestId;
use crate::domain::span::Span;
use crate::flows::digest::{self, DigestCard, OutboxTally, Reached};
use crate::flows::people::Session;
use crate::flows::{Ctx, Error};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

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
    /// What an issue frozen now would leave out, in words.
    held_out: Option<String>,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "desk/digest.html")]
struct DigestPage {
    frame: Frame,
    shell: Shell,
    id: String,
    /// Every edition of the issue, the one shown chosen.
    editions: Vec<Choice>,
    edition: String,
    row: Row,
    subject: String,
    text: String,
    chart_alt: String,
    frozen_at: String,
    hash: String,
    mine: bool,
    may_approve: bool,
    /// Whom approving would reach, in words.
    reached: Vec<String>,
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
        month: span(frame, record.span),
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
    let may_prepare = may::<PrepareDigest>(&session);
    let look = move |ctx: &Ctx| {
        let offered = digest::offered(ctx, &permit)?;
        let held_out = if may_prepare && !offered.is_empty() { digest::held_out(ctx, &permit)? } else { 0 };
        Ok::<_, Error>((digest::list(ctx, &permit)?, offered, held_out))
    };
    let (cards, offered, held_out) = state.block(look).await?;
    let (frame, shell) = around(state, &session, req, "desk-digest-title");
    let choice = |(at, s): (usize, Span)| Choice { value: s.to_string(), label: span(&frame, s), chosen: at == 0 };
    let months = offered.into_iter().enumerate().map(choice).collect();
    let page = DigestsPage {
        rows: cards.iter().map(|card| row(&frame, card)).collect(),
        may_prepare,
        months,
        held_out: (held_out > 0).then(|| frame.t1("desk-digest-held-out", "n", &held_out.to_string())),
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
    let Some(span) = Span::parse(fields.first("period")) else {
        return show_list(&state, &req, again, Some("problem-unknown-choice")).await;
    };
    let freeze = move |ctx: &Ctx| {
        let editorial = digest::usual_editorial(ctx, &permit, span)?;
        digest::prepare(ctx, &permit, span, &editorial)
    };
    match state.block(freeze).await {
        Ok(id) => Ok(see_other(&format!("/desk/digest/{id}?done=prepared"))),
        Err(Error::Conflict(key)) => show_list(&state, &req, again, Some(key)).await,
        Err(other) => Err(other.into()),
    }
}

/// Whom approving reaches; who would be left out is said before it is too late.
fn reaching(frame: &Frame, reached: Reached) -> Vec<String> {
    let parts = [
        ("desk-digest-reached", reached.letters, true),
        ("desk-digest-reached-nearest", reached.nearest, false),
        ("desk-digest-reached-none", reached.none, false),
    ];
    parts.into_iter().filter(|(_, n, always)| *always || *n > 0).map(|(key, n, _)| frame.t1(key, "n", &n.to_string())).collect()
}

async fn show_one(
    state: &AppState,
    req: &HttpRequest,
    id: DigestId,
    acting: Acting<ReadDigest>,
    refused: Option<&str>,
) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let asked = letter::edition(req);
    let look = move |ctx: &Ctx| {
        let shown = digest::read(ctx, &permit, id, asked)?;
        let waits = shown.card.record.state == DigestState::Frozen;
        let reached = if waits { digest::reached(ctx, &permit, &shown.editions)? } else { Reached::default() };
        Ok::<_, Error>((shown, reached))
    };
    let (digest::DigestShown { card, editions, edition, artefact }, reached) = state.block(look).await?;
    let (frame, shell) = around(state, &session, req, "");
    let title = frame.t1("desk-digest-of", "month", &span(&frame, card.record.span));
    let choice = |e: Edition| Choice { value: e.code(), label: labels::edition(&frame, e), chosen: e == edition };
    let page = DigestPage {
        id: id.to_string(),
        editions: editions.into_iter().map(choice).collect(),
        edition: edition.code(),
        row: row(&frame, &card),
        subject: artefact.subject,
        text: artefact.text,
        chart_alt: artefact.chart_alt,
        frozen_at: card.record.frozen_at.to_minute(),
        hash: hex::spelled(&card.record.hash),
        mine: card.record.prepared_by == Some(session.person),
        may_approve: may::<ApproveDigest>(&session),
        reached: reaching(&frame, reached),
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
