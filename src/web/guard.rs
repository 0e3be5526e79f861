//! Who may open a desk page: signed in at all, or permitted to do one act.
//!
//! Refuses in two ways only. Nobody signed in: off to the sign-in page. Not permitted: the very page that a missing
//! thing gives, so that nobody learns what exists (`security.md` AC-02).

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError, web};

use super::error::Failure;
use super::session;
use super::state::AppState;
use crate::domain::access::{Act, Permit};
use crate::flows::people::Session;

/// Why a guarded page is not shown.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Nobody is signed in; where to go after signing in.
    SignInFirst(String),
    /// Anything else.
    Failed(Failure),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status_code())
    }
}

impl ResponseError for Refusal {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::SignInFirst(_) => StatusCode::SEE_OTHER,
            Self::Failed(failure) => failure.status_code(),
        }
    }

    fn error_response(&self) -> HttpResponse {
        match self {
            Self::SignInFirst(location) => HttpResponse::SeeOther().insert_header((header::LOCATION, location.clone())).finish(),
            Self::Failed(failure) => failure.error_response(),
        }
    }
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// The shared state; it is there on every route.
pub(super) fn state(req: &HttpRequest) -> Result<web::Data<AppState>, Failure> {
    req.app_data::<web::Data<AppState>>().cloned().ok_or(Failure::Broken("the server was built without its state"))
}

/// Where somebody who is not signed in goes, with the way back to a page that was only read.
pub(super) fn sign_in_address(req: &HttpRequest) -> String {
    let here = req.uri().path_and_query().map_or("/desk", |p| p.as_str());
    if req.method() != Method::GET || here == "/desk" {
        return "/sign-in".to_owned();
    }
    let next: String = form_urlencoded::Serializer::new(String::new()).append_pair("next", here).finish();
    format!("/sign-in?{next}")
}

/// A desk address from a form or query, if it is one: no other site, no other room.
#[must_use]
pub(super) fn desk_address(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("/desk")?;
    let ours = rest.is_empty() || rest.starts_with(['/', '?']);
    let plain = text.chars().all(|c| c.is_ascii_graphic() && c != '\\') && !text.contains("//");
    (ours && plain).then_some(text)
}

/// Somebody is signed in.
pub(super) struct SignedIn(pub(super) Arc<Session>);

impl FromRequest for SignedIn {
    type Error = Refusal;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Refusal>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move {
            let found = session::find(&*state(&req)?, &req).await?;
            found.map(Self).ok_or_else(|| Refusal::SignInFirst(sign_in_address(&req)))
        })
    }
}

/// Somebody is signed in and may do `A`. For pages that show: what an act changes is posted, and `ActingPost` asks for a fresh proof.
pub(super) struct Acting<A: Act> {
    /// Who.
    pub(super) session: Arc<Session>,
    /// The proof.
    pub(super) permit: Permit<A>,
}

impl<A: Act + 'static> FromRequest for Acting<A> {
    type Error = Refusal;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Refusal>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let signed_in = SignedIn::from_request(req, payload);
        Box::pin(async move {
            let SignedIn(session) = signed_in.await?;
            let permit = session.actor().permit().ok_or(Failure::NotFound)?;
            Ok(Self { session, permit })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::desk_address;

    #[test]
    fn only_desk_addresses_are_followed_after_sign_in() {
        for good in ["/desk", "/desk/reports?status=closed&after=2026-01.ab", "/desk?done=coded"] {
            assert_eq!(desk_address(good), Some(good));
        }
        for bad in
            ["", "/", "//evil.example", "/desk//evil", "/desk.evil.example", "/desks", "https://evil.example/desk", "/desk/\\x", "/desk/\n"]
        {
            assert_eq!(desk_address(bad), None, "{bad:?}");
        }
    }
}
