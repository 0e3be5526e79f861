//! The headers every answer carries, and the host names that are answered at all.
//!
//! No third party, no cache, no script, no referrer to others (`security.md` 6.4). `Referrer-Policy` is `same-origin`
//! and not `no-referrer`: with the latter browsers send `Origin: null` on our own forms. Refuses reporting headers:
//! a browser that tells somebody about a blocked request tells who reported.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::ConnectionType;
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::uri::Authority;
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, web};

use super::error::Failure;
use super::state::AppState;

/// Content security policy of every page without script.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// The same for a desk page that brings a script of ours.
const POLICY_SCRIPTED: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// Everything a page could ask a device for, denied.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), clipboard-write=(), \
    display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), \
    idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
    publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), usb=(), xr-spatial-tracking=()";
/// One year, on clear-net HTTPS only.
const HSTS: &str = "max-age=31536000; includeSubDomains";

const FIXED: [(&str, &str); 10] = [
    ("referrer-policy", "same-origin"),
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", PERMISSIONS),
    ("x-dns-prefetch-control", "off"),
    ("x-robots-tag", "noindex, noarchive"),
];

/// What a browser is told to forget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::web) enum Forget {
    /// Cached pages and storage: after a report.
    Pages,
    /// Cookies as well: at sign-out.
    Everything,
}

/// Asks the browser to drop what it keeps of us, pages in its back/forward cache included.
pub(in crate::web) fn forget(response: &mut HttpResponse, what: Forget) {
    let value = match what {
        Forget::Pages => "\"cache\", \"storage\"",
        Forget::Everything => "\"cache\", \"cookies\", \"storage\"",
    };
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static(value));
}

/// Lets a desk page load scripts from `/static`.
pub(in crate::web) fn allow_script(response: &mut HttpResponse) {
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY_SCRIPTED));
}

/// Lets a page load our script and use passkeys of this site, on top of nothing else.
pub(in crate::web) fn allow_passkeys(response: &mut HttpResponse) {
    allow_script(response);
    let granted = PERMISSIONS.replace("publickey-credentials-create=()", "publickey-credentials-create=(self)");
    let granted = granted.replace("publickey-credentials-get=()", "publickey-credentials-get=(self)");
    if let Ok(value) = HeaderValue::from_str(&granted) {
        response.headers_mut().insert(HeaderName::from_static("permissions-policy"), value);
    }
}

/// Outermost middleware: puts the fixed headers on whatever comes out. What came with a body ends its connection: the bytes that were
/// read, a pass-phrase perhaps, stand in the connection's buffer and go with it.
pub(in crate::web) async fn harden(req: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, Error> {
    let secure = req.app_data::<web::Data<AppState>>().is_some_and(|state| state.hosts().is_secure());
    let sent_something = req.method() == Method::POST;
    let mut response = next.call(req).await?.map_into_boxed_body();
    if sent_something {
        response.response_mut().head_mut().set_connection_type(ConnectionType::Close);
    }
    set(response.headers_mut(), secure);
    Ok(response)
}

fn set(headers: &mut HeaderMap, secure: bool) {
    for (name, value) in FIXED {
        let name = HeaderName::from_static(name);
        // The letter's own page sets its framing and pages with passkeys their permissions; everything else gets the fixed value
        // whatever a handler said.
        let ours = name == header::X_FRAME_OPTIONS || name.as_str() == "permissions-policy";
        if !ours || !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    }
    if secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HSTS));
    }
}

/// Refuses a foreign `Host` with 421, so that no link, cache or proxy can be poisoned with one. Health probes come by
/// address and get no link, so they are let through. `Forwarded` and its kin are never read.
pub(in crate::web) async fn known_host(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let probe = matches!(req.path(), "/healthz" | "/readyz");
    let host = req.headers().get(header::HOST).and_then(|v| v.to_str().ok()).or_else(|| req.uri().authority().map(Authority::as_str));
    let ours = req.app_data::<web::Data<AppState>>().is_none_or(|state| host.is_some_and(|h| state.hosts().answers(h)));
    if ours || probe {
        return Ok(next.call(req).await?.map_into_boxed_body());
    }
    Ok(req.error_response(Failure::Misdirected).map_into_boxed_body())
}
