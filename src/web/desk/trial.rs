//! A trial letter to an address typed here, and what the mail server made of it.
//!
//! The address is used once and kept nowhere. The server's words are shown to whoever asked, on this answer only.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::problems::Problems;
use super::shell::{Shell, around};
use crate::domain::access::TryMail;
use crate::domain::outbox::Refusal;
use crate::domain::problem::FieldProblem;
use crate::flows::{Error, digest};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

/// What became of a trial letter, in words.
struct Outcome {
    sent: bool,
    title: String,
    lines: Vec<String>,
    said: String,
}

#[derive(Template)]
#[template(path = "desk/trial.html")]
struct TrialPage {
    frame: Frame,
    shell: Shell,
    email: String,
    problems: Problems,
    outcome: Option<Outcome>,
}

fn outcome(frame: &Frame, sent: Result<(), Refusal>) -> Outcome {
    match sent {
        Ok(()) => Outcome { sent: true, title: frame.t("post-trial-sent"), lines: vec![frame.t("post-trial-look")], said: String::new() },
        Err(refusal) => Outcome {
            sent: false,
            title: frame.t("post-trial-not-sent"),
            lines: vec![
                frame.t(&format!("post-stage-{}", refusal.stage.code())),
                frame.t(&format!("post-failure-{}", refusal.failure.code())),
            ],
            said: refusal.said,
        },
    }
}

/// `GET /desk/readers/test`
pub(super) async fn page(state: web::Data<AppState>, req: HttpRequest, acting: Acting<TryMail>) -> HttpResponse {
    let (frame, shell) = around(&state, &acting.session, &req, "post-trial-title");
    render(&TrialPage { frame, shell, email: String::new(), problems: Problems::default(), outcome: None }, StatusCode::OK)
}

/// `POST /desk/readers/test`
pub(super) async fn send(state: web::Data<AppState>, req: HttpRequest, acting: ActingPost<TryMail>) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let (frame, shell) = around(&state, &session, &req, "post-trial-title");
    let email = fields.first("email").to_owned();
    let (to, language) = (email.clone(), frame.language());
    let (problems, outcome, status): (Vec<FieldProblem>, _, _) =
        match state.block(move |ctx| digest::send_trial(ctx, &permit, &to, language)).await {
            Ok(sent) => (Vec::new(), Some(outcome(&frame, sent)), StatusCode::OK),
            Err(Error::Invalid(problems)) => (problems, None, StatusCode::UNPROCESSABLE_ENTITY),
            Err(other) => return Err(other.into()),
        };
    Ok(render(&TrialPage { problems: Problems::of(&frame, &problems), frame, shell, email, outcome }, status))
}
