//! Which methods a page answers: whatever can be read can also be asked for its head.

use actix_web::{Route, guard, web};

/// `GET` and `HEAD`.
pub(super) fn read() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}
