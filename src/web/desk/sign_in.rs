//! Signing in and out.
//!
//! One message for every wrong attempt. The pass-phrase never comes back to the page; the address does. Under
//! `candor demo` the page lists the invented people with what they need. Refuses to send anybody anywhere but the desk.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::coded;
use super::shell::{done, see_other};
use crate::flows::people::{self, PasskeyQuestion, SignInRefusal};
use crate::web::csrf::{Posted, Unsigned};
use crate::web::error::Failure;
use crate::web::guard::desk_address;
use crate::web::headers::{Forget, allow_passkeys, forget};
use crate::web::page::{Frame, render};
use crate::web::query::query_value;
use crate::web::session;
use crate::web::state::AppState;
use crate::web::step_up::second;

struct Invented {
    name: String,
    roles: String,
    email: String,
    passphrase: String,
    code: String,
}

#[derive(Template)]
#[template(path = "desk/sign-in.html")]
struct SignInPage {
    frame: Frame,
    done: Option<String>,
    refused: Option<String>,
    email: String,
    next: String,
    invented: Vec<Invented>,
    question: Option<PasskeyQuestion>,
}

/// Shows the page: with a script of ours, where this address can have passkeys.
fn shown(page: &SignInPage, status: StatusCode) -> HttpResponse {
    let mut response = render(page, status);
    if page.question.is_some() {
        allow_passkeys(&mut response);
    }
    response
}

/// A challenge for everybody, so that it says nothing about who has an account; none while the service is sealed.
async fn question(state: &AppState) -> Option<PasskeyQuestion> {
    state.block(people::ask_for_proof).await.ok().flatten()
}

async fn invented(state: &AppState, frame: &Frame) -> Result<Vec<Invented>, Failure> {
    let Some(demo) = state.ctx().demo() else { return Ok(Vec::new()) };
    let people = demo.people.clone();
    let codes = state.block(|ctx| Ok(ctx.demo().map(|d| d.people.iter().map(|p| ctx.demo_code(&p.email)).collect::<Vec<_>>()))).await?;
    let codes = codes.unwrap_or_default().into_iter().map(Option::unwrap_or_default);
    let roles = |p: &crate::flows::DemoPerson| p.roles.iter().map(|r| coded(frame, "role", r.code())).collect::<Vec<_>>().join(", ");
    Ok(people
        .into_iter()
        .zip(codes)
        .map(|(p, code)| Invented { roles: roles(&p), name: p.name, email: p.email, passphrase: p.passphrase, code })
        .collect())
}

/// `GET /sign-in`
pub(super) async fn form(state: web::Data<AppState>, req: HttpRequest) -> Result<HttpResponse, Failure> {
    if state.ctx().is_sealed() {
        return Ok(see_other("/unseal"));
    }
    let next = query_value(req.query_string(), "next").unwrap_or_default();
    if session::find(&state, &req).await?.is_some() {
        return Ok(see_other(desk_address(&next).unwrap_or("/desk")));
    }
    let frame = Frame::of(&state, &req, "desk-sign-in-title").switching("/sign-in");
    let page = SignInPage {
        done: done(&frame, &req),
        refused: None,
        email: String::new(),
        next: desk_address(&next).unwrap_or_default().to_owned(),
        invented: invented(&state, &frame).await?,
        question: question(&state).await,
        frame,
    };
    Ok(shown(&page, StatusCode::OK))
}

/// `POST /sign-in`
pub(super) async fn submit(state: web::Data<AppState>, req: HttpRequest, Unsigned(fields): Unsigned) -> Result<HttpResponse, Failure> {
    let (email, passphrase) = (fields.first("email").trim().to_owned(), fields.first("passphrase").to_owned());
    let second = second(&fields, "");
    let next = desk_address(fields.first("next")).unwrap_or("/desk").to_owned();
    // A second sign-in in the same browser ends the first one: a token never outlives the moment it is replaced.
    let old = session::token(&state, &req);
    let address = email.clone();
    let outcome = state
        .block(move |ctx| {
            let started = people::sign_in(ctx, &address, &passphrase, &second);
            if let (Ok(_), Some(old)) = (&started, old) {
                people::sign_out(ctx, &old)?;
            }
            Ok(started)
        })
        .await?;
    let refusal = match outcome {
        Ok(token) => {
            let mut response = see_other(&next);
            response.add_cookie(&session::carrying(&state, token)).map_err(|_| Failure::Broken("a session token does not fit a cookie"))?;
            return Ok(response);
        }
        Err(refusal) => refusal,
    };
    let frame = Frame::of(&state, &req, "desk-sign-in-title");
    let (status, words) = refused(&frame, refusal);
    let (invented, question) = (invented(&state, &frame).await?, question(&state).await);
    let page = SignInPage { done: None, refused: Some(words), email, next, invented, question, frame };
    let mut response = shown(&page, status);
    if let SignInRefusal::Wait(seconds) = refusal {
        response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(seconds));
    }
    Ok(response)
}

fn refused(frame: &Frame, refusal: SignInRefusal) -> (StatusCode, String) {
    match refusal {
        SignInRefusal::Wrong => (StatusCode::FORBIDDEN, frame.t("desk-sign-in-wrong")),
        SignInRefusal::Wait(seconds) => (StatusCode::TOO_MANY_REQUESTS, frame.t1("desk-sign-in-wait", "n", &seconds.to_string())),
        SignInRefusal::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, frame.t("desk-sign-in-unavailable")),
    }
}

/// `POST /sign-out`: ends the session in the store, in the cookie and in the browser's caches.
pub(super) async fn sign_out(state: web::Data<AppState>, req: HttpRequest, _: Posted) -> Result<HttpResponse, Failure> {
    if let Some(token) = session::token(&state, &req) {
        state.block(move |ctx| people::sign_out(ctx, &token)).await?;
    }
    let mut response = see_other("/sign-in?done=signed-out");
    response.add_cookie(&session::emptied(&state)).map_err(|_| Failure::Broken("an empty cookie was refused"))?;
    forget(&mut response, Forget::Everything);
    Ok(response)
}
