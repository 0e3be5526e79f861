//! Problem documents: errors for programs (RFC 9457). They name fields and never repeat a text.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use super::page::Finished;

/// A problem document (RFC 9457).
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct Problem {
    /// Always `about:blank`: the status says it all.
    #[serde(rename = "type")]
    pub(in crate::web) kind: String,
    /// Short, in the language of `Accept-Language`.
    pub(in crate::web) title: String,
    /// The HTTP status.
    pub(in crate::web) status: u16,
    /// What to do.
    pub(in crate::web) detail: String,
    /// Fields that need another value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::web) errors: Vec<ProblemField>,
}

/// One field that needs another value.
#[derive(Clone, Serialize, ToSchema)]
pub(in crate::web) struct ProblemField {
    /// Name of the field.
    pub(in crate::web) field: String,
    /// Stable code.
    #[schema(example = "problem-empty")]
    pub(in crate::web) code: String,
    /// What to do, in the language of `Accept-Language`.
    pub(in crate::web) detail: String,
}

/// An answer with a problem document. `about:blank` says that the status is all there is to the type (RFC 9457 4.2.1).
pub(super) fn problem_document(status: StatusCode, title: &str, detail: &str, errors: &[ProblemField]) -> HttpResponse {
    let problem = Problem {
        kind: "about:blank".to_owned(),
        title: title.to_owned(),
        status: status.as_u16(),
        detail: detail.to_owned(),
        errors: errors.to_vec(),
    };
    let mut response = HttpResponse::build(status).content_type("application/problem+json").json(problem);
    response.extensions_mut().insert(Finished);
    response
}
