//! The staff cookie: a session token and nothing else.
//!
//! Over HTTPS it is `__Host-candor` and `Secure`; over plain HTTP, which only a loopback address may be, it is
//! `candor`. Always `HttpOnly` and `SameSite=Strict`, never with an expiry: it ends with the browser (`security.md` 6.3).
//! Refuses to be set for anybody who has not signed in: the public side has no cookie.

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite};

use super::error::Failure;
use super::state::AppState;
use crate::flows::people::{self, Session};

/// Name over HTTPS; the prefix makes browsers insist on `Secure`, on the path `/` and on no domain.
const NAME_SECURE: &str = "__Host-candor";
/// Name over plain HTTP on a loopback address, where browsers refuse the prefix.
const NAME_PLAIN: &str = "candor";

const fn name(state: &AppState) -> &'static str {
    if state.hosts().is_secure() { NAME_SECURE } else { NAME_PLAIN }
}

fn cookie(state: &AppState, token: String) -> Cookie<'static> {
    Cookie::build(name(state), token).path("/").http_only(true).same_site(SameSite::Strict).secure(state.hosts().is_secure()).finish()
}

/// The cookie that carries `token`.
#[must_use]
pub(super) fn carrying(state: &AppState, token: String) -> Cookie<'static> {
    cookie(state, token)
}

/// The cookie that takes the token out of the browser again.
#[must_use]
pub(super) fn emptied(state: &AppState) -> Cookie<'static> {
    let mut empty = cookie(state, String::new());
    empty.make_removal();
    empty
}

/// The token a request carries, unchecked.
#[must_use]
pub(super) fn token(state: &AppState, req: &HttpRequest) -> Option<String> {
    req.cookie(name(state)).map(|c| c.value().to_owned()).filter(|t| !t.is_empty())
}

/// Who is signed in, if anybody. Asking counts as activity.
///
/// # Errors
/// `Unavailable` when the database is out of reach.
pub(super) async fn find(state: &AppState, req: &HttpRequest) -> Result<Option<Arc<Session>>, Failure> {
    let Some(token) = token(state, req) else { return Ok(None) };
    let found = state.block(move |ctx| people::session(ctx, &token)).await?;
    Ok(found.map(Arc::new))
}
