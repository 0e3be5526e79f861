//! The interface's own description, OpenAPI 3.1, made from the types that are on the wire.

use actix_web::HttpResponse;
use utoipa::OpenApi;

use super::{dto, reports};
use crate::web::problem;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Candor",
        description = "Confidential near-miss reporting for other programs. Errors are problem documents (RFC 9457).",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later")
    ),
    paths(reports::receipt, reports::submit),
    components(schemas(dto::NewReport, dto::Stored, dto::FreshReceipt, problem::Problem, problem::ProblemField)),
    tags((name = "reports", description = "Sending a report"))
)]
struct Description;

/// `GET /api/v1/openapi.json`.
pub(super) async fn document() -> HttpResponse {
    HttpResponse::Ok().json(Description::openapi())
}

#[cfg(test)]
mod tests {
    use utoipa::OpenApi;

    use super::Description;

    #[test]
    fn the_description_is_openapi_3_1_and_complete() {
        let json = serde_json::to_value(Description::openapi()).expect("serialises");

        assert_eq!(json["openapi"], "3.1.0");
        assert!(json["paths"]["/api/v1/reports"]["post"]["requestBody"].is_object());
        assert!(json["components"]["schemas"]["NewReport"]["properties"]["narrative"].is_object());
    }
}
