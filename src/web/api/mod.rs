//! The interface for other programs, under `/api/v1`.
//!
//! It does what the form does and no more: the same parsing, the same flow. Errors are problem documents (RFC 9457)
//! that name fields and never repeat a text. No account, so nothing here reads a report.

mod dto;
mod openapi;
mod reports;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::page::Finished;
use super::routes::read;
use dto::{Problem, ProblemField};

/// Every address of the interface.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource("/api/v1/openapi.json").route(read().to(openapi::document)))
        .service(web::resource("/api/v1/receipt").route(read().to(reports::receipt)))
        .service(web::resource("/api/v1/reports").route(web::post().to(reports::submit)));
}

/// An answer with a problem document. `about:blank` says that the status is all there is to the type (RFC 9457 4.2.1).
pub(super) fn problem_document(status: StatusCode, title: &str, detail: &str, errors: &[ProblemField]) -> HttpResponse {
    let problem = Problem {
        kind: "about:blank".to_owned(),
        title: title.to_owned(),
        status: status.as_u16(),
        detail: detail.to_owned(),
        errors: errors.to_vec(),
    };
    let mut response = HttpResponse::build(status).content_type("application/problem+json").json(problem);
    response.extensions_mut().insert(Finished);
    response
}
