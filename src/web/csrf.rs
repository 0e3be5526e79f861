//! Forms of signed-in people: accepted only from our own pages, with the token of the very session.
//!
//! Two independent proofs. The browser says where a request comes from (`Sec-Fetch-Site`, or `Origin` where that is
//! missing), and the form carries the session's token. Fields can be read in no other way than through these
//! extractors, so no handler can forget the check. Refuses a request that says nothing about where it comes from.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::error::InternalError;
use actix_web::http::{StatusCode, header};
use actix_web::{Error, FromRequest, HttpRequest, HttpResponse};
use askama::Template;

use super::error::Failure;
use super::form::Fields;
use super::guard::{Refusal, sign_in_address, state};
use super::page::{Frame, render};
use super::session;
use super::state::AppState;
use super::step_up;
use crate::domain::access::{Act, Permit};
use crate::flows::people::Session;

/// Name of the hidden field.
const FIELD: &str = "csrf";

/// Fields of a text that somebody may have spent time on, given back when the session has ended meanwhile.
const WORTH_KEEPING: [&str; 7] = ["synopsis", "also", "name", "csv", "text", "message", "outcome"];

/// Whether the browser says that a request comes from one of our own pages.
fn from_here(req: &HttpRequest, public_url: &str) -> bool {
    let value = |name: &str| req.headers().get(name).map(|v| v.to_str().unwrap_or_default());
    match (value("sec-fetch-site"), value("origin")) {
        // `none` is the person's own doing: a reloaded page.
        (Some(site), _) => site == "same-origin" || site == "none",
        (None, Some(origin)) => origin_is_ours(origin, value(header::HOST.as_str()), public_url),
        (None, None) => false,
    }
}

fn origin_is_ours(origin: &str, host: Option<&str>, public_url: &str) -> bool {
    let Some((scheme, authority)) = origin.split_once("://") else { return false };
    let public = public_url.split_once("://").map(|(s, rest)| (s, rest.split('/').next().unwrap_or_default()));
    // A page cannot choose the `Host` its request carries, so equal hosts are one site; foreign hosts never get this far.
    public == Some((scheme, authority)) || host == Some(authority)
}

/// A form posted before there is a session: the sign-in and the set-up page.
pub(super) struct Unsigned(pub(super) Fields);

impl FromRequest for Unsigned {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, fields) = (req.clone(), Fields::from_request(req, payload));
        Box::pin(async move {
            if !from_here(&req, state(&req)?.ctx().public_url()) {
                return Err(Failure::Forbidden);
            }
            Ok(Self(fields.await?))
        })
    }
}

/// A form of somebody signed in, both proofs checked.
pub(super) struct Posted {
    /// Who.
    pub(super) session: Arc<Session>,
    /// What.
    pub(super) fields: Fields,
}

impl FromRequest for Posted {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, fields) = (req.clone(), Fields::from_request(req, payload));
        Box::pin(async move {
            let state = state(&req)?;
            let found = session::find(&state, &req).await?;
            let fields = fields.await?;
            let Some(session) = found else { return Err(not_signed_in(&state, &req, &fields)) };
            if !from_here(&req, state.ctx().public_url()) || !session.csrf_holds(fields.first(FIELD)) {
                return Err(Failure::Forbidden.into());
            }
            Ok(Self { session, fields })
        })
    }
}

/// A form of somebody who may do `A`, and who has proved who they are a short while ago if `A` asks for that.
pub(super) struct ActingPost<A: Act> {
    /// Who.
    pub(super) session: Arc<Session>,
    /// The proof.
    pub(super) permit: Permit<A>,
    /// What.
    pub(super) fields: Fields,
}

impl<A: Act + 'static> FromRequest for ActingPost<A> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, posted) = (req.clone(), Posted::from_request(req, payload));
        Box::pin(async move {
            let Posted { session, fields } = posted.await?;
            let permit: Permit<A> = session.actor().permit().ok_or(Failure::NotFound)?;
            if session.fresh || !A::FRESH {
                return Ok(Self { session, permit, fields });
            }
            let session = step_up::proved(&req, session, &fields).await?;
            let permit = session.actor().permit().ok_or(Failure::NotFound)?;
            Ok(Self { session, permit, fields })
        })
    }
}

#[derive(Template)]
#[template(path = "desk/lapsed.html")]
struct LapsedPage {
    frame: Frame,
    kept: Vec<String>,
}

/// Off to the sign-in page; but a text somebody has typed for minutes comes back to be copied.
fn not_signed_in(state: &AppState, req: &HttpRequest, fields: &Fields) -> Error {
    let kept: Vec<String> = WORTH_KEEPING.iter().map(|name| fields.first(name).trim().to_owned()).filter(|t| !t.is_empty()).collect();
    if kept.is_empty() {
        return Refusal::SignInFirst(sign_in_address(req)).into();
    }
    let page = LapsedPage { frame: Frame::of(state, req, "desk-lapsed-title"), kept };
    let response: HttpResponse = render(&page, StatusCode::FORBIDDEN);
    InternalError::from_response("signed out meanwhile", response).into()
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::{from_here, origin_is_ours};

    const OURS: &str = "https://candor.example";

    #[test]
    fn the_browser_has_to_say_that_a_form_is_ours() {
        for (site, good) in [("same-origin", true), ("none", true), ("same-site", false), ("cross-site", false), ("", false)] {
            let req = TestRequest::post().insert_header(("sec-fetch-site", site)).insert_header(("origin", OURS)).to_http_request();
            assert_eq!(from_here(&req, OURS), good, "{site}");
        }
        assert!(!from_here(&TestRequest::post().to_http_request(), OURS));
    }

    #[test]
    fn without_fetch_metadata_the_origin_decides() {
        assert!(origin_is_ours(OURS, None, OURS));
        assert!(origin_is_ours("http://localhost:8080", Some("localhost:8080"), "http://127.0.0.1:8080"));
        for bad in ["null", "https://evil.example", "http://candor.example", "https://candor.example.evil"] {
            assert!(!origin_is_ours(bad, Some("candor.example:443"), OURS), "{bad}");
        }
    }
}
