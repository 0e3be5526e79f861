//! The few files pages load: one style sheet and the mark. Compiled in, so that a page and its look always fit.
//!
//! Served like every other answer, without cache and without an entity tag: a style sheet left in a cache tells that somebody
//! was here.

use actix_web::HttpResponse;

/// The common look, then what only the desk needs.
const STYLE: &str = concat!(include_str!("static/base.css"), "\n", include_str!("static/desk.css"));
const MARK: &str = include_str!("static/mark.svg");

pub(super) async fn style() -> HttpResponse {
    HttpResponse::Ok().content_type("text/css; charset=utf-8").body(STYLE)
}

pub(super) async fn mark() -> HttpResponse {
    HttpResponse::Ok().content_type("image/svg+xml").body(MARK)
}
