//! Bounds on what a visitor may send, and how long they may take over it (`security.md` 6.5).
//!
//! Counts bytes and seconds, never visitors: nothing here knows an address.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, PayloadConfig};
use actix_web::{FromRequest, HttpRequest, rt};

use super::error::Failure;

/// Largest request body in bytes: a narrative of 20,000 characters fits even when every one is percent-encoded.
pub(in crate::web) const BODY_MAX: usize = 256 * 1024;
/// Largest list of terms that is uploaded as a file.
pub(in crate::web) const UPLOAD_MAX: usize = 4 * 1024 * 1024;
/// Time for the request's head.
pub(in crate::web) const HEAD_TIME: Duration = Duration::from_secs(5);
/// Time for the body.
pub(in crate::web) const BODY_TIME: Duration = Duration::from_mins(1);
/// Time an idle connection is kept.
pub(in crate::web) const IDLE_TIME: Duration = Duration::from_secs(15);
/// Time a closing connection gets.
pub(in crate::web) const CLOSE_TIME: Duration = Duration::from_secs(5);
/// Seconds running requests get when the service stops.
pub(in crate::web) const STOP_SECONDS: u64 = 30;
/// Threads for flows, per worker. Each may hold one pass-phrase derivation or one report in memory.
pub(in crate::web) const FLOWS_PER_WORKER: usize = 64;

/// A request body within the bounds.
pub(in crate::web) struct Body(pub(in crate::web) Vec<u8>);

/// Marks an address that takes a file beside the fields of its form.
pub(in crate::web) struct TakesFile;

/// The bound of an address that takes a file.
pub(in crate::web) fn upload_config() -> PayloadConfig {
    PayloadConfig::new(UPLOAD_MAX)
}

/// The bound for the framework's own readers.
pub(in crate::web) fn payload_config() -> PayloadConfig {
    PayloadConfig::new(BODY_MAX)
}

impl FromRequest for Body {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = Bytes::from_request(req, payload);
        Box::pin(async move {
            match rt::time::timeout(BODY_TIME, bytes).await {
                Err(_) => Err(Failure::TooSlow),
                Ok(Ok(bytes)) => Ok(Self(bytes.to_vec())),
                Ok(Err(error)) if error.as_response_error().status_code() == StatusCode::PAYLOAD_TOO_LARGE => Err(Failure::TooLarge),
                Ok(Err(_)) => Err(Failure::BadRequest),
            }
        })
    }
}
