//! Proving pass-phrase and second factor again before an act that asks for a fresh proof.
//!
//! Somebody who is asked in the middle of a form loses nothing: the page carries what was posted and sends it on together with the
//! proof. Each proof gives the browser a new token. Refuses to ask anybody who may not do the act anyway.

use std::sync::Arc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse};
use askama::Template;

use super::error::Failure;
use super::form::Fields;
use super::guard::state;
use super::headers::allow_passkeys;
use super::limits::TakesFile;
use super::page::{Frame, render};
use super::session;
use super::state::AppState;
use crate::flows::people::{self, PasskeyQuestion, Second, Session, SignInRefusal};

/// The names of a proof's fields begin with this, so that they meet no field of the form that is carried along.
const PREFIX: &str = "confirm-";
/// Name of the anti-forgery field; the page brings its own.
const CSRF: &str = "csrf";

/// A token that goes out with the answer, whatever the handler says.
struct Renewed(String);

/// Sends a new session token out with the answer to this request.
pub(super) fn renew(req: &HttpRequest, token: String) {
    req.extensions_mut().insert(Renewed(token));
}

/// Middleware: puts a renewed token into the cookie.
pub(super) async fn carry_renewed(req: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, Error> {
    let mut response = next.call(req).await?.map_into_boxed_body();
    let renewed = response.request().extensions_mut().remove::<Renewed>();
    if let Some(Renewed(token)) = renewed {
        let cookie = session::carrying(&*state(response.request())?, token);
        response.response_mut().add_cookie(&cookie)?;
    }
    Ok(response)
}

/// The second factor in a form whose fields begin with `prefix`: a passkey's answer when there is one, else what was typed.
pub(super) fn second(fields: &Fields, prefix: &str) -> Second {
    let value = |name: &str| fields.first(&format!("{prefix}{name}")).to_owned();
    let answer = value("answer");
    if answer.is_empty() {
        Second::Code(value("code").trim().to_owned())
    } else {
        Second::Passkey { challenge: value("challenge"), answer }
    }
}

#[derive(Template)]
#[template(path = "desk/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    csrf: String,
    /// Where the form goes: the address that was posted to.
    action: String,
    /// Whether it goes there as a form with a file does.
    multipart: bool,
    carried: Vec<(String, String)>,
    refused: Option<String>,
    question: Option<PasskeyQuestion>,
}

/// Everything of a form but proofs.
fn carried(fields: &Fields) -> Vec<(String, String)> {
    let worth = fields.starting_with("").filter(|(name, _)| *name != CSRF && !name.starts_with(PREFIX));
    worth.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// The page that asks for a proof and then posts `carried` to the address of this request.
pub(super) async fn ask(
    state: &AppState,
    req: &HttpRequest,
    session: &Session,
    carried: Vec<(String, String)>,
    refused: Option<String>,
) -> Result<HttpResponse, Failure> {
    let question = state.block(people::ask_for_proof).await?;
    let page = ConfirmPage {
        frame: Frame::of(state, req, "desk-confirm-title"),
        csrf: session.csrf.clone(),
        action: req.path().to_owned(),
        multipart: req.app_data::<TakesFile>().is_some(),
        carried,
        refused,
        question,
    };
    let mut response = render(&page, StatusCode::FORBIDDEN);
    allow_passkeys(&mut response);
    Ok(response)
}

/// The session with its proof renewed by what the form brings.
///
/// # Errors
/// The page that asks for a proof, when the form brings none or a wrong one.
pub(super) async fn proved(req: &HttpRequest, session: Arc<Session>, fields: &Fields) -> Result<Arc<Session>, Error> {
    let state = state(req)?;
    let passphrase = fields.first(&format!("{PREFIX}passphrase")).to_owned();
    let refused = if passphrase.is_empty() {
        None
    } else {
        let old = session::token(&state, req).ok_or(Failure::NotFound)?;
        let second = second(fields, PREFIX);
        let outcome = state
            .block(move |ctx| match people::confirm(ctx, &old, &passphrase, &second) {
                Ok(token) => Ok(people::session(ctx, &token)?.map(|session| (token, session)).ok_or(SignInRefusal::Wrong)),
                Err(refusal) => Ok(Err(refusal)),
            })
            .await
            .map_err(Failure::from)?;
        match outcome {
            Ok((token, session)) => {
                renew(req, token);
                return Ok(Arc::new(session));
            }
            Err(refusal) => Some(refusal_words(&Frame::of(&state, req, ""), refusal)),
        }
    };
    let page = ask(&state, req, &session, carried(fields), refused).await?;
    Err(InternalError::from_response("a fresh proof is needed", page).into())
}

/// Why a proof inside a session is refused, in words.
pub(super) fn refusal_words(frame: &Frame, refusal: SignInRefusal) -> String {
    match refusal {
        SignInRefusal::Wrong => frame.t("desk-confirm-wrong"),
        SignInRefusal::Wait(seconds) => frame.t1("desk-sign-in-wait", "n", &seconds.to_string()),
        SignInRefusal::Unavailable => frame.t("desk-sign-in-unavailable"),
    }
}
