//! The request log: method, route pattern, status, request number. Nothing else, ever.
//!
//! Refuses peer addresses, user agents, path values, queries and bodies. A log line has a time, and a time of arrival
//! is what a reporter must not leave behind: requests outside the desk are logged when the service failed, and
//! otherwise only under `debug`, for development.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest};

static NEXT: AtomicU64 = AtomicU64::new(1);

/// The broken place, for the log line of the request.
#[derive(Clone, Copy)]
pub(in crate::web) struct Place(pub(in crate::web) &'static str);

/// Number of a request since the service started; also the incident number on an error page.
#[derive(Clone, Copy, Debug)]
pub(in crate::web) struct RequestId(u64);

impl RequestId {
    /// The number of this request.
    pub(in crate::web) fn of(req: &HttpRequest) -> Option<Self> {
        req.extensions().get::<Self>().copied()
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

/// Middleware: numbers the request and writes its line.
pub(in crate::web) async fn write(req: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, Error> {
    let id = RequestId(NEXT.fetch_add(1, Ordering::Relaxed));
    req.extensions_mut().insert(id);
    let response = next.call(req).await?.map_into_boxed_body();
    line(&response, id);
    Ok(response)
}

fn line(response: &ServiceResponse<BoxBody>, id: RequestId) {
    let request = response.request();
    let (method, status) = (method(request), response.status().as_u16());
    let route = request.match_pattern().unwrap_or_else(|| "-".to_owned());
    let staff = route.starts_with("/desk") || route.starts_with("/sign-");
    if status >= 500 {
        let place = response.response().extensions().get::<Place>().map_or("-", |p| p.0);
        tracing::error!(request = %id, method, route, status, place, "request failed");
    } else if staff {
        tracing::info!(request = %id, method, route, status, "request");
    } else {
        tracing::debug!(request = %id, method, route, status, "request");
    }
}

/// The method, unless somebody invented one: an invented word is text of a visitor.
fn method(request: &HttpRequest) -> &'static str {
    match request.method().as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        "TRACE" => "TRACE",
        "CONNECT" => "CONNECT",
        _ => "-",
    }
}
