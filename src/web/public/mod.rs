//! Pages for people without an account: reporters, and readers of the digest.
//!
//! No cookie, no script, no address kept, no text in an address. A page that shows what somebody typed is reached by
//! POST only.

mod answers;
mod confirm;
mod dossier;
mod form;
mod landing;
mod ledger;
mod lessons;
mod preview;
mod receipt;
mod report;
mod submit;
mod unsubscribe;

use actix_web::web;

pub(super) use answers::ReportForm;

use super::method::read;

/// Every public page.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource("/").route(read().to(landing::show)))
        .service(web::resource("/report").route(read().to(report::show)).route(web::post().to(submit::send)))
        .service(web::resource("/report/preview").route(web::post().to(report::preview)))
        .service(web::resource("/receipt").route(read().to(receipt::show)).route(web::post().to(receipt::answer)))
        .service(web::resource("/lessons").route(read().to(lessons::page)))
        .service(web::resource("/ledger").route(read().to(ledger::page)))
        .service(web::resource("/confirm").route(read().to(confirm::show)).route(web::post().to(confirm::say_yes)))
        .service(web::resource("/unsubscribe").route(read().to(unsubscribe::show)).route(web::post().to(unsubscribe::leave)));
}
