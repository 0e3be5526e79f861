//! Sending: `POST /report`, and the page that says what became of it.
//!
//! "Received" is shown only after the flow says so. Whatever else happens, the text comes back on the page.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::answers::ReportForm;
use super::form::{self, Notice};
use super::report::{needs_another_answer, parse, renew_missing_words};
use crate::domain::problem::FieldProblem;
use crate::flows::Error;
use crate::flows::intake::{self, Issued, Submitted};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::headers::{Forget, forget};
use crate::web::page::{Frame, render};
use crate::web::qr::{Picture, picture};
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "public/received.html")]
struct Received {
    frame: Frame,
    words: String,
    qr: Option<Picture>,
}

/// `POST /report`.
pub(super) async fn send(state: web::Data<AppState>, req: HttpRequest, fields: Fields) -> Result<HttpResponse, Failure> {
    let mut filled = ReportForm::read(&fields);
    renew_missing_words(&state, &mut filled);
    let frame = Frame::chosen(&state, &req, &filled.lang, "report-title");
    let submission = match parse(&state, &filled) {
        Ok(submission) => submission,
        Err(problems) => return Ok(needs_another_answer(&state, &frame, &filled, &problems)),
    };
    let (words, token) = (filled.words.clone(), filled.token.clone());
    match state.block(move |ctx| intake::submit(ctx, &submission, &words, &token)).await {
        Ok(Submitted::Received(words)) => Ok(received(frame, words)),
        Ok(Submitted::Stale(issued)) => Ok(again(&state, &frame, filled, issued, "report-stale")),
        Ok(Submitted::Different(issued)) => Ok(again(&state, &frame, filled, issued, "report-different")),
        Ok(Submitted::WordsInText) => {
            let field = if filled.idea.to_lowercase().contains(&filled.words) { "idea" } else { "narrative" };
            Ok(needs_another_answer(&state, &frame, &filled, &[FieldProblem::new(field, "problem-words-in-text")]))
        }
        Err(Error::Unavailable) => Ok(not_saved(&state, frame, &filled, "report-unavailable")),
        Err(Error::Conflict(key)) => Ok(not_saved(&state, frame, &filled, key)),
        Err(error) => Ok(broken(&state, &frame, &filled, error)),
    }
}

fn received(frame: Frame, words: String) -> HttpResponse {
    let title = frame.t("received-title");
    let page = Received { frame: frame.titled(title), qr: picture(&words), words };
    let mut response = render(&page, StatusCode::OK);
    forget(&mut response, Forget::Pages);
    response
}

/// The form once more with new words, and why.
fn again(state: &AppState, frame: &Frame, mut filled: ReportForm, issued: Issued, key: &str) -> HttpResponse {
    (filled.words, filled.token) = (issued.words, issued.token);
    let notice = Notice { title: frame.t("report-not-saved-title"), text: frame.t(key) };
    form::page(state.ctx(), frame, &filled, &[], Some(notice), StatusCode::CONFLICT)
}

/// The form once more with the same words: trying again is harmless.
fn not_saved(state: &AppState, frame: Frame, filled: &ReportForm, key: &str) -> HttpResponse {
    let title = frame.t("report-not-saved-title");
    let notice = Notice { title: title.clone(), text: frame.t(key) };
    form::page(state.ctx(), &frame.titled(title), filled, &[], Some(notice), StatusCode::SERVICE_UNAVAILABLE)
}

/// Even when something is broken inside, the text comes back.
fn broken(state: &AppState, frame: &Frame, filled: &ReportForm, error: Error) -> HttpResponse {
    let notice = Notice { title: frame.t("report-not-saved-title"), text: frame.t("report-broken") };
    let mut response = form::page(state.ctx(), frame, filled, &[], Some(notice), StatusCode::INTERNAL_SERVER_ERROR);
    Failure::from(error).note(&mut response);
    response
}
