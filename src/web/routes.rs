//! Every public address on one screen, and the answers to machines that only look round.
//!
//! The desk's addresses are in `desk/mod.rs`. An address that is not here does not exist; a method that is not here is
//! refused with 405 and a list of those that work. `HEAD` is answered wherever `GET` is.

use actix_web::{HttpResponse, web};

use super::error::Failure;
use super::method::read;
use super::state::AppState;
use super::{api, assets, desk, limits, public};
use crate::flows::health;

/// Registers everything.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.app_data(limits::payload_config())
        .service(web::resource("/static/candor.css").route(read().to(assets::style)))
        .service(web::resource("/static/mark.svg").route(read().to(assets::mark)))
        .service(web::resource("/robots.txt").route(read().to(robots)))
        .service(web::resource("/healthz").route(read().to(alive)))
        .service(web::resource("/readyz").route(read().to(ready)));
    public::configure(cfg);
    api::configure(cfg);
    desk::configure(cfg);
}

async fn robots() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("User-agent: *\nDisallow: /\n")
}

async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// Ready when a report could be taken in now.
async fn ready(state: web::Data<AppState>) -> Result<HttpResponse, Failure> {
    match state.block(health::ready).await {
        Ok(()) => Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n")),
        Err(_) => Err(Failure::Unavailable),
    }
}
