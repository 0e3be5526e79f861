//! The frozen letter itself and its chart, to be looked at inside a frame that can run and send nothing.
//!
//! A letter has its styles inside, so this one answer allows them; everything else stays shut. Refuses to be framed
//! by anybody else.

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, web};

use crate::domain::access::ReadDigest;
use crate::domain::id::DigestId;
use crate::flows::digest;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::state::AppState;

/// Policy of the letter. `sandbox` holds even when it is opened on its own; the origin stays ours so that the chart,
/// which only staff may fetch, can be shown.
const LETTER: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'none'; base-uri 'none'; \
    frame-ancestors 'self'; sandbox allow-same-origin";
/// Policy of the page round it.
const AROUND: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Lets a page show the letter.
pub(super) fn allow_frame(response: &mut HttpResponse) {
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(AROUND));
}

/// `GET /desk/digest/{id}/letter`
pub(super) async fn html(state: web::Data<AppState>, id: web::Path<String>, acting: Acting<ReadDigest>) -> Result<HttpResponse, Failure> {
    let id = DigestId::parse(&id).ok_or(Failure::NotFound)?;
    let (_, artefact) = state.block(move |ctx| digest::read(ctx, &acting.permit, id)).await?;
    let html = artefact.html.replace("cid:chart", &format!("/desk/digest/{id}/chart.png"));
    let mut response = HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(LETTER));
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    Ok(response)
}

/// `GET /desk/digest/{id}/chart.png`
pub(super) async fn chart(state: web::Data<AppState>, id: web::Path<String>, acting: Acting<ReadDigest>) -> Result<HttpResponse, Failure> {
    let id = DigestId::parse(&id).ok_or(Failure::NotFound)?;
    let (_, artefact) = state.block(move |ctx| digest::read(ctx, &acting.permit, id)).await?;
    Ok(HttpResponse::Ok().content_type("image/png").body(artefact.chart_png))
}
