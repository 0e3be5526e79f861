//! Looking a report up by its nine words.
//!
//! The words come in the body and go nowhere: not into the address, not onto the answer. A hit and a miss are answered
//! with the same status, headers and size.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::domain::receipt::ReceiptProblem;
use crate::flows::Error;
use crate::flows::intake::{self, Lookup, ReceiptStage};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "public/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    typed: String,
    problem: Option<String>,
    notice: Option<String>,
}

#[derive(Template)]
#[template(path = "public/status.html")]
struct StatusPage {
    frame: Frame,
    steps: Vec<Step>,
}

/// One step of a report's way.
struct Step {
    class: &'static str,
    title: String,
    text: String,
    state: String,
}

const WAY: [(ReceiptStage, &str); 5] = [
    (ReceiptStage::Received, "received"),
    (ReceiptStage::Screening, "screening"),
    (ReceiptStage::Released, "released"),
    (ReceiptStage::Learning, "learning"),
    (ReceiptStage::Closed, "closed"),
];

/// `GET /receipt`.
pub(super) async fn show(state: web::Data<AppState>, req: HttpRequest) -> HttpResponse {
    let frame = Frame::of(&state, &req, "receipt-title").switching("/receipt");
    render(&ReceiptPage { frame, typed: String::new(), problem: None, notice: None }, StatusCode::OK)
}

/// `POST /receipt`.
pub(super) async fn look_up(state: web::Data<AppState>, req: HttpRequest, fields: Fields) -> Result<HttpResponse, Failure> {
    let frame = Frame::chosen(&state, &req, fields.first("lang"), "receipt-title");
    let typed = fields.first("words").to_owned();
    let words = typed.clone();
    let problem = match state.block(move |ctx| intake::status(ctx, &words)).await {
        Ok(Lookup::Found(reached)) => return Ok(found(frame, reached)),
        Ok(Lookup::Unknown) => frame.t("receipt-unknown"),
        Ok(Lookup::Malformed(ReceiptProblem::Count(n))) => frame.t1("receipt-count", "n", &n.to_string()),
        Ok(Lookup::Malformed(ReceiptProblem::Word(n))) => frame.t1("receipt-word", "n", &n.to_string()),
        Err(Error::Unavailable) => {
            let notice = Some(frame.t("error-unavailable-text"));
            return Ok(render(&ReceiptPage { frame, typed, problem: None, notice }, StatusCode::SERVICE_UNAVAILABLE));
        }
        Err(error) => return Err(error.into()),
    };
    Ok(render(&ReceiptPage { frame, typed, problem: Some(problem), notice: None }, StatusCode::OK))
}

fn found(frame: Frame, reached: ReceiptStage) -> HttpResponse {
    let here = WAY.iter().position(|(stage, _)| *stage == reached).unwrap_or(0);
    let steps = WAY
        .iter()
        .enumerate()
        .map(|(at, (_, name))| {
            let class = match at.cmp(&here) {
                std::cmp::Ordering::Less => "past",
                std::cmp::Ordering::Equal => "here",
                std::cmp::Ordering::Greater => "ahead",
            };
            Step {
                class,
                title: frame.t(&format!("stage-{name}")),
                text: frame.t(&format!("stage-{name}-text")),
                state: frame.t(&format!("receipt-{class}")),
            }
        })
        .collect();
    let title = frame.t("receipt-found-title");
    render(&StatusPage { frame: frame.titled(title), steps }, StatusCode::OK)
}
