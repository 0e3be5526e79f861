//! The nine words: looking a report up, and what can be said and done with them. All of it at one address.
//!
//! The words come in the body and go nowhere: not into the address, not into a link; on the page they stand in a hidden field,
//! so that they are typed once. Every answer has one status, one set of headers and one size, whatever was found.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::dossier::{self, Outcome, SIZE};
use crate::domain::conversation::MessageKind;
use crate::domain::receipt::ReceiptProblem;
use crate::flows::conversation::{self, Look, Reply, Said};
use crate::flows::{Ctx, Error};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::page::{Frame, render, render_sized};
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
#[template(path = "public/withdraw.html")]
struct WithdrawPage {
    frame: Frame,
    words: String,
}

fn sized(page: &impl Template, status: StatusCode) -> HttpResponse {
    render_sized(page, SIZE, status).unwrap_or_else(|| render(page, status))
}

/// `GET /receipt`.
pub(super) async fn show(state: web::Data<AppState>, req: HttpRequest) -> HttpResponse {
    let frame = Frame::of(&state, &req, "receipt-title").switching("/receipt");
    render(&ReceiptPage { frame, typed: String::new(), problem: None, notice: None }, StatusCode::OK)
}

/// `POST /receipt`: `action` is blank for a look, else `say`, `agree`, `blur`, `withdraw` or, once that was asked back, `withdraw-now`.
pub(super) async fn answer(state: web::Data<AppState>, req: HttpRequest, fields: Fields) -> Result<HttpResponse, Failure> {
    let frame = Frame::chosen(&state, &req, fields.first("lang"), "receipt-title");
    let words = fields.first("words").to_owned();
    if fields.first("action") == "withdraw" {
        let title = frame.t("talk-sure-title");
        return Ok(sized(&WithdrawPage { frame: frame.titled(title), words }, StatusCode::OK));
    }
    let asked = Asked::read(&fields);
    let (outcome, look) = match state.block(move |ctx| asked.done(ctx, &words)).await {
        Ok(both) => both,
        Err(Error::Unavailable) => {
            let notice = Some(frame.t("error-unavailable-text"));
            let typed = fields.first("words").to_owned();
            return Ok(sized(&ReceiptPage { frame, typed, problem: None, notice }, StatusCode::SERVICE_UNAVAILABLE));
        }
        Err(error) => return Err(error.into()),
    };
    let problem = match look {
        Look::Found(found) => return Ok(dossier::page(frame, &found, &outcome, &fields)),
        // Withdrawn before anybody had seen it: nothing is left that the words could find.
        Look::Unknown if matches!(outcome, Outcome::Done("talk-done-withdrawn")) => return Ok(dossier::gone(frame)),
        Look::Unknown => frame.t("receipt-unknown"),
        Look::Malformed(ReceiptProblem::Count(n)) => frame.t1("receipt-count", "n", &n.to_string()),
        Look::Malformed(ReceiptProblem::Word(n)) => frame.t1("receipt-word", "n", &n.to_string()),
    };
    let typed = fields.first("words").to_owned();
    Ok(sized(&ReceiptPage { frame, typed, problem: Some(problem), notice: None }, StatusCode::OK))
}

/// What a form asks for.
struct Asked {
    action: String,
    reply: Reply,
}

impl Asked {
    fn read(fields: &Fields) -> Self {
        let kind = if fields.first("kind") == MessageKind::Answer.code() { MessageKind::Answer } else { MessageKind::Note };
        let after = fields.first("after").parse().unwrap_or(0);
        Self { action: fields.first("action").to_owned(), reply: Reply { kind, text: fields.first("message").to_owned(), after } }
    }

    /// Does it, then looks.
    fn done(&self, ctx: &Ctx, words: &str) -> Result<(Outcome, Look), Error> {
        let (done, said) = match self.action.as_str() {
            "say" => ("talk-done-say", conversation::say(ctx, words, &self.reply)),
            "agree" => ("talk-done-agree", conversation::agree(ctx, words)),
            "blur" => ("talk-done-blur", conversation::blur(ctx, words, &self.reply)),
            "withdraw-now" => ("talk-done-withdrawn", conversation::withdraw(ctx, words).map(|()| Said::Done)),
            _ => return Ok((Outcome::Looked, conversation::look(ctx, words)?)),
        };
        let outcome = match said {
            Ok(Said::Done) => Outcome::Done(done),
            Ok(Said::Refused(problem)) => Outcome::Refused(problem),
            // No such report, or not in a state to do that: the look says what there is.
            Err(Error::NotFound) => Outcome::Looked,
            Err(other) => return Err(other),
        };
        Ok((outcome, conversation::look(ctx, words)?))
    }
}
