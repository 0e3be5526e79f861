//! Pages for people without an account: reporters, and readers of the digest.
//!
//! No cookie, no script, no address kept, no text in an address. A page that shows what somebody typed is reached by
//! POST only.

mod answers;
mod form;
mod landing;
mod preview;
mod receipt;
mod report;
mod submit;
mod unsubscribe;

use actix_web::web;

pub(super) use answers::ReportForm;

use super::routes::{read, refuse};

/// Every public page.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    let (read_only, both, post_only) = ("GET, HEAD", "GET, HEAD, POST", "POST");
    cfg.service(web::resource("/").route(read().to(landing::show)).default_service(refuse(read_only)))
        .service(web::resource("/report").route(read().to(report::show)).route(web::post().to(submit::send)).default_service(refuse(both)))
        .service(web::resource("/report/preview").route(web::post().to(report::preview)).default_service(refuse(post_only)))
        .service(
            web::resource("/receipt").route(read().to(receipt::show)).route(web::post().to(receipt::look_up)).default_service(refuse(both)),
        )
        .service(
            web::resource("/unsubscribe")
                .route(read().to(unsubscribe::show))
                .route(web::post().to(unsubscribe::leave))
                .default_service(refuse(both)),
        );
}
