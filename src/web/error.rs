//! Failures as answers: flows' errors to a status here, and every status to a page or problem document in one place.
//!
//! A handler answers with `Failure`; `explain` fills the page in, in the reader's language. Frameworks' own answers
//! (404, 405, 413 …) go the same way. Refuses to repeat anything that was sent.

use std::fmt;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest, HttpResponse, ResponseError, web};
use askama::Template;

use super::log::{Place, RequestId};
use super::page::{Finished, Frame, render};
use super::problem::problem_document;
use super::state::AppState;
use crate::domain::problem::FieldProblem;
use crate::flows::Error as Flow;

/// Why a request gets no page of its own.
#[derive(Debug)]
pub(in crate::web) enum Failure {
    /// 400: it cannot be read.
    BadRequest,
    /// 400: these fields need another answer, and the page that could say so is gone.
    Invalid(Vec<FieldProblem>),
    /// 403: a form without its proof, or from another site.
    Forbidden,
    /// 404: not there, or not for this reader; the two look alike.
    NotFound,
    /// 408: the body did not arrive in time.
    TooSlow,
    /// 409: it cannot be done now; the message key says why.
    Conflict(&'static str),
    /// 413: the body is above the limit.
    TooLarge,
    /// 415: not the kind of body this address takes.
    WrongMediaType,
    /// 421: a host name that is not ours.
    Misdirected,
    /// 503: the database is out of reach.
    Unavailable,
    /// 500: something is broken; the text names the place.
    Broken(&'static str),
}

/// The message key that explains an answer, and the place for the log; rides in the answer's extensions.
#[derive(Clone, Copy)]
struct Because(&'static str);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status_code())
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::BadRequest | Self::Invalid(_) => StatusCode::BAD_REQUEST,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::WrongMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Misdirected => StatusCode::MISDIRECTED_REQUEST,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status_code());
        self.note(&mut response);
        response
    }
}

impl Failure {
    /// Leaves what the error page or the log needs with an answer; for handlers that show a page of their own.
    pub(in crate::web) fn note(&self, response: &mut HttpResponse) {
        match self {
            Self::Conflict(key) => _ = response.extensions_mut().insert(Because(key)),
            Self::Invalid(problems) => {
                if let Some(first) = problems.first() {
                    response.extensions_mut().insert(Because(first.key));
                }
            }
            Self::Broken(place) => _ = response.extensions_mut().insert(Place(place)),
            _ => {}
        }
    }
}

impl From<Flow> for Failure {
    fn from(error: Flow) -> Self {
        match error {
            Flow::Denied | Flow::NotFound => Self::NotFound,
            Flow::Invalid(problems) => Self::Invalid(problems),
            Flow::Conflict(key) => Self::Conflict(key),
            Flow::Unavailable => Self::Unavailable,
            Flow::Broken(place) => Self::Broken(place),
        }
    }
}

/// The message key stem for a status, `error-<stem>-title` and `error-<stem>-text`.
fn stem(status: StatusCode) -> &'static str {
    match status.as_u16() {
        403 => "forbidden",
        404 => "missing",
        405 => "method",
        408 => "slow",
        409 => "conflict",
        413 => "large",
        415 => "media",
        421 => "host",
        503 => "unavailable",
        500.. => "broken",
        _ => "unreadable",
    }
}

#[derive(Template)]
#[template(path = "error/page.html")]
struct ErrorPage {
    frame: Frame,
    text: String,
    because: Option<String>,
    /// Shown for 5xx so that an operator can find the log line.
    incident: Option<String>,
}

/// Middleware: gives every error answer without a page its page, or its problem document under `/api/`.
pub(in crate::web) async fn explain(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let mut response = next.call(req).await?.map_into_boxed_body();
    let status = response.status();
    let done = response.response().extensions().get::<Finished>().is_some();
    if done || !(status.is_client_error() || status.is_server_error()) {
        return Ok(response);
    }
    let because = response.response().extensions().get::<Because>().map(|b| b.0);
    let place = response.response().extensions().get::<Place>().copied();
    let allow = response.headers_mut().remove(header::ALLOW).next();
    let mut explained = explained(response.request(), status, because);
    if let Some(place) = place {
        explained.extensions_mut().insert(place);
    }
    if let Some(allow) = allow {
        explained.headers_mut().insert(header::ALLOW, allow);
    }
    Ok(response.into_response(explained))
}

fn explained(req: &HttpRequest, status: StatusCode, because: Option<&str>) -> HttpResponse {
    let Some(state) = req.app_data::<web::Data<AppState>>() else { return HttpResponse::new(status) };
    let frame = Frame::of(state, req, "");
    let stem = stem(status);
    let (title, text) = (frame.t(&format!("error-{stem}-title")), frame.t(&format!("error-{stem}-text")));
    let because = because.map(|key| frame.t(key));
    if req.path().starts_with("/api/") {
        return problem_document(status, &title, because.as_deref().unwrap_or(&text), &[]);
    }
    let incident = status.is_server_error().then(|| RequestId::of(req)).flatten().map(|id| id.to_string());
    render(&ErrorPage { frame: frame.titled(title), text, because, incident }, status)
}
