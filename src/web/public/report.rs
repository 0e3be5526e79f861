//! The form and its preview. Neither stores anything.
//!
//! The words are drawn when the form is shown and travel in it, so that sending twice is harmless and nothing is lost
//! when the line drops.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::answers::ReportForm;
use super::{form, preview};
use crate::domain::contact::Language;
use crate::domain::problem::FieldProblem;
use crate::domain::report::Submission;
use crate::flows::intake;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::page::Frame;
use crate::web::state::AppState;

/// `GET /report`: an empty form with fresh words.
pub(super) async fn show(state: web::Data<AppState>, req: HttpRequest) -> HttpResponse {
    let frame = Frame::of(&state, &req, "report-title").switching("/report");
    let issued = intake::issue(state.ctx());
    let empty = ReportForm { words: issued.words, token: issued.token, ..ReportForm::default() };
    form::page(state.ctx(), &frame, &empty, &[], None, StatusCode::OK)
}

/// `POST /report/preview`: what would be hidden. With `action=edit` it is the way back to the filled form; with
/// `action=drop-role` or `drop-area` the preview of a coarser answer.
pub(super) async fn preview(state: web::Data<AppState>, req: HttpRequest, fields: Fields) -> Result<HttpResponse, Failure> {
    let mut filled = ReportForm::read(&fields);
    renew_missing_words(&state, &mut filled);
    let frame = Frame::chosen(&state, &req, &filled.lang, "report-title");
    match fields.first("action") {
        "edit" => return Ok(form::page(state.ctx(), &frame, &filled, &[], None, StatusCode::OK)),
        "drop-role" => filled.role.clear(),
        "drop-area" => filled.area.clear(),
        _ => {}
    }
    let submission = match parse(&state, &filled) {
        Ok(submission) => submission,
        Err(problems) => return Ok(needs_another_answer(&state, &frame, &filled, &problems)),
    };
    let shown = look(&state, submission, frame.language()).await?;
    Ok(preview::page(state.ctx(), &frame, &filled, &shown))
}

async fn look(state: &AppState, submission: Submission, language: Language) -> Result<intake::Preview, Failure> {
    Ok(state.block(move |ctx| Ok(intake::preview(ctx, &submission, language))).await?)
}

/// The one parsing of a filled form.
pub(super) fn parse(state: &AppState, filled: &ReportForm) -> Result<Submission, Vec<FieldProblem>> {
    filled.submission(state.ctx().taxonomy(), state.ctx().now().period(), state.ctx().takes_strips())
}

/// A form that came without words (a saved page, a hand-made request) gets words before it is shown again.
pub(super) fn renew_missing_words(state: &AppState, filled: &mut ReportForm) {
    if filled.words.is_empty() {
        let issued = intake::issue(state.ctx());
        (filled.words, filled.token) = (issued.words, issued.token);
    }
}

/// The form again, everything kept, with what is wrong at its field and on top.
pub(super) fn needs_another_answer(state: &AppState, frame: &Frame, filled: &ReportForm, problems: &[FieldProblem]) -> HttpResponse {
    form::page(state.ctx(), frame, filled, problems, None, StatusCode::UNPROCESSABLE_ENTITY)
}
