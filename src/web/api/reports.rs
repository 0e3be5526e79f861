//! Reporting by machine: the same parsing and the same flow as the form.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};

use super::dto::{FreshReceipt, NewReport, Stored};
use crate::domain::problem::FieldProblem;
use crate::flows::intake::{self, Submitted};
use crate::web::error::Failure;
use crate::web::limits::Body;
use crate::web::page::Frame;
use crate::web::problem::{Problem, ProblemField, problem_document};
use crate::web::public::ReportForm;
use crate::web::state::AppState;

const STATUS_URL: &str = "/receipt";

/// Words for one report, so that a client can send again after a broken connection without making two reports.
#[utoipa::path(get, path = "/api/v1/receipt", tag = "reports", responses((status = 200, description = "Fresh words", body = FreshReceipt)))]
pub(in crate::web) async fn receipt(state: web::Data<AppState>) -> HttpResponse {
    let issued = intake::issue(state.ctx());
    HttpResponse::Ok().json(FreshReceipt { receipt: issued.words, token: issued.token })
}

/// Sends a report. Answers 201 only after it is durably stored.
#[utoipa::path(
    post,
    path = "/api/v1/reports",
    tag = "reports",
    request_body = NewReport,
    responses(
        (status = 201, description = "Durably stored", body = Stored),
        (status = 400, description = "Not readable as JSON, or with an unknown field", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The receipt is too old, or holds another report", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Larger than 256 KiB", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not application/json", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Some fields need another value", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Not stored; send again", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::web) async fn submit(state: web::Data<AppState>, req: HttpRequest, body: Body) -> Result<HttpResponse, Failure> {
    let kind = req.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json") {
        return Err(Failure::WrongMediaType);
    }
    let frame = Frame::of(&state, &req, "");
    let Ok(report) = serde_json::from_slice::<NewReport>(&body.0) else {
        return Ok(problem(&frame, StatusCode::BAD_REQUEST, "bad-json", &[]));
    };
    let mut form = ReportForm::from(report);
    let submission = match form.submission(state.ctx().taxonomy(), state.ctx().now().period(), state.ctx().takes_strips()) {
        Ok(submission) => submission,
        Err(problems) => return Ok(problem(&frame, StatusCode::UNPROCESSABLE_ENTITY, "invalid", &problems)),
    };
    if form.words.is_empty() {
        let issued = intake::issue(state.ctx());
        (form.words, form.token) = (issued.words, issued.token);
    }
    let (words, token) = (form.words, form.token);
    Ok(match state.block(move |ctx| intake::submit(ctx, &submission, &words, &token)).await? {
        Submitted::Received(receipt) => HttpResponse::Created().json(Stored { receipt, status_url: STATUS_URL.to_owned() }),
        Submitted::Stale(_) => problem(&frame, StatusCode::CONFLICT, "stale", &[]),
        Submitted::Different(_) => problem(&frame, StatusCode::CONFLICT, "different", &[]),
        Submitted::WordsInText => {
            let wrong = FieldProblem::new("narrative", "problem-words-in-text");
            problem(&frame, StatusCode::UNPROCESSABLE_ENTITY, "invalid", &[wrong])
        }
    })
}

fn problem(frame: &Frame, status: StatusCode, stem: &str, problems: &[FieldProblem]) -> HttpResponse {
    let errors: Vec<ProblemField> =
        problems.iter().map(|p| ProblemField { field: p.field.to_owned(), code: p.key.to_owned(), detail: frame.t(p.key) }).collect();
    problem_document(status, &frame.t(&format!("api-{stem}-title")), &frame.t(&format!("api-{stem}-text")), &errors)
}
