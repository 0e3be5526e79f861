//! The frozen letter itself and its chart, to be looked at inside a frame that can run and send nothing.
//!
//! A letter has its styles inside, so this one answer allows them; everything else stays shut. Refuses to be framed
//! by anybody else.

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::domain::access::ReadDigest;
use crate::domain::digest::Artefact;
use crate::domain::edition::Edition;
use crate::domain::id::DigestId;
use crate::flows::digest;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::query::query_value;
use crate::web::state::AppState;

/// Policy of the letter. `sandbox` holds even when it is opened on its own; the origin stays ours so that the chart,
/// which only staff may fetch, can be shown.
const LETTER: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'none'; base-uri 'none'; \
    frame-ancestors 'self'; sandbox allow-same-origin";
/// Policy of a letter that is frozen nowhere yet: its chart travels inside it.
pub(super) const PREVIEW: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; \
    frame-ancestors 'self'; sandbox";
/// Policy of the page round it.
const AROUND: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Lets a page show the letter.
pub(super) fn allow_frame(response: &mut HttpResponse) {
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(AROUND));
}

/// Policy of an ordinary page inside a frame of ours.
const INSIDE: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/// Lets a page of ours stand in a frame of ours.
pub(super) fn allow_framing(response: &mut HttpResponse) {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(INSIDE));
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
}

/// The edition that an address names.
pub(super) fn edition(req: &HttpRequest) -> Option<Edition> {
    query_value(req.query_string(), "edition").as_deref().and_then(Edition::from_code)
}

async fn artefact(state: &AppState, req: &HttpRequest, id: DigestId, acting: Acting<ReadDigest>) -> Result<(Edition, Artefact), Failure> {
    let asked = edition(req);
    let shown = state.block(move |ctx| digest::read(ctx, &acting.permit, id, asked)).await?;
    Ok((shown.edition, shown.artefact))
}

/// A page with its styles inside, to stand in a frame of ours.
pub(super) fn framed(html: String, policy: &'static str) -> HttpResponse {
    let mut response = HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    response
}

/// The letter as a mail program shows it in light or in dark, whatever this browser prefers.
pub(super) fn shaded(html: &str, dark: bool) -> String {
    let (media, scheme) = if dark { ("all", "dark") } else { ("not all", "light") };
    let (head, body) = html.split_once("</head>").unwrap_or(("", html));
    format!("{}</head>{body}", head.replace("(prefers-color-scheme: dark)", media).replace("light dark", scheme))
}

fn chart_address(id: DigestId, edition: Edition) -> String {
    let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("edition", &edition.code()).finish();
    format!("/desk/digest/{id}/chart.png?{query}")
}

/// One HTML form of a frozen edition, with its chart where staff may fetch it.
async fn form(
    state: &AppState,
    req: &HttpRequest,
    id: &str,
    acting: Acting<ReadDigest>,
    pick: fn(&Artefact) -> &str,
) -> Result<HttpResponse, Failure> {
    let id = DigestId::parse(id).ok_or(Failure::NotFound)?;
    let (edition, artefact) = artefact(state, req, id, acting).await?;
    Ok(framed(pick(&artefact).replace("cid:chart", &chart_address(id, edition)), LETTER))
}

/// `GET /desk/digest/{id}/letter`
pub(super) async fn html(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: Acting<ReadDigest>,
) -> Result<HttpResponse, Failure> {
    form(&state, &req, &id, acting, |artefact| &artefact.html).await
}

/// `GET /desk/digest/{id}/talk`: the page for a talk of five minutes.
pub(super) async fn talk(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: Acting<ReadDigest>,
) -> Result<HttpResponse, Failure> {
    form(&state, &req, &id, acting, |artefact| &artefact.talk).await
}

/// `GET /desk/digest/{id}/chart.png`
pub(super) async fn chart(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: Acting<ReadDigest>,
) -> Result<HttpResponse, Failure> {
    let id = DigestId::parse(&id).ok_or(Failure::NotFound)?;
    let (_, artefact) = artefact(&state, &req, id, acting).await?;
    if artefact.chart_png.is_empty() {
        return Err(Failure::NotFound);
    }
    Ok(HttpResponse::Ok().content_type("image/png").body(artefact.chart_png))
}
