//! The interface for other programs, under `/api/v1`.
//!
//! It does what the form does and no more: the same parsing, the same flow. Errors are problem documents (RFC 9457)
//! that name fields and never repeat a text. No account, so nothing here reads a report.

mod dto;
mod openapi;
mod reports;

use actix_web::web;

use super::method::read;

/// Every address of the interface.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource("/api/v1/openapi.json").route(read().to(openapi::document)))
        .service(web::resource("/api/v1/receipt").route(read().to(reports::receipt)))
        .service(web::resource("/api/v1/reports").route(web::post().to(reports::submit)));
}
