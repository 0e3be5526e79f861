//! The page behind an invitation: pass-phrase and one-time-code app, then the recovery codes, once.
//!
//! The same link always shows the same secret, so a reload does no harm. Refuses to say why a link is dead.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::problems::Problems;
use crate::domain::problem::FieldProblem;
use crate::flows::people::{self, Enrolling, Invitation};
use crate::flows::{Ctx, Error};
use crate::web::csrf::Unsigned;
use crate::web::error::Failure;
use crate::web::page::{Frame, render};
use crate::web::qr::{Picture, picture};
use crate::web::query::query_value;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "desk/set-up.html")]
struct SetUpPage {
    frame: Frame,
    name: String,
    email: String,
    token: String,
    secret: String,
    picture: Option<Picture>,
    problems: Problems,
}

/// Shown once, when the account is ready.
#[derive(Template)]
#[template(path = "desk/set-up-done.html")]
struct DonePage {
    frame: Frame,
    codes: Vec<String>,
}

#[derive(Template)]
#[template(path = "desk/set-up-gone.html")]
struct GonePage {
    frame: Frame,
}

/// The secret in groups of four, to be typed.
fn grouped(secret: &str) -> String {
    let chars: Vec<char> = secret.chars().collect();
    chars.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

type Open = Option<(Invitation, Enrolling)>;

fn look_up(ctx: &Ctx, token: &str) -> Result<Open, Error> {
    let Some(invitation) = people::invitation(ctx, token)? else { return Ok(None) };
    match people::begin_enrolment(ctx, token) {
        Ok(enrolling) => Ok(Some((invitation, enrolling))),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

async fn show(state: &AppState, req: &HttpRequest, token: String, problems: &[FieldProblem]) -> Result<HttpResponse, Failure> {
    let asked = token.clone();
    let Some((invitation, enrolling)) = state.block(move |ctx| look_up(ctx, &asked)).await? else {
        return Ok(render(&GonePage { frame: Frame::of(state, req, "desk-set-up-gone-title") }, StatusCode::NOT_FOUND));
    };
    let frame = Frame::of(state, req, "desk-set-up-title");
    let page = SetUpPage {
        name: invitation.name,
        email: invitation.email,
        token,
        secret: grouped(&enrolling.secret_base32),
        picture: picture(&enrolling.otpauth_uri),
        problems: Problems::of(&frame, problems),
        frame,
    };
    Ok(render(&page, if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }))
}

/// `GET /set-up?t=…`
pub(super) async fn form(state: web::Data<AppState>, req: HttpRequest) -> Result<HttpResponse, Failure> {
    let token = query_value(req.query_string(), "t").unwrap_or_default();
    show(&state, &req, token, &[]).await
}

/// `POST /set-up`
pub(super) async fn submit(state: web::Data<AppState>, req: HttpRequest, Unsigned(fields): Unsigned) -> Result<HttpResponse, Failure> {
    let token = fields.first("t").to_owned();
    let passphrase = fields.first("passphrase").to_owned();
    let code: String = fields.first("code").chars().filter(|c| !c.is_whitespace()).collect();
    if passphrase != fields.first("again") {
        return show(&state, &req, token, &[FieldProblem::new("again", "desk-problem-again")]).await;
    }
    let asked = token.clone();
    match state.block(move |ctx| people::accept(ctx, &asked, &passphrase, &code)).await {
        Ok(codes) => Ok(render(&DonePage { frame: Frame::of(&state, &req, "desk-set-up-done-title"), codes }, StatusCode::OK)),
        Err(Error::Invalid(problems)) => show(&state, &req, token, &problems).await,
        Err(Error::NotFound) => show(&state, &req, token, &[]).await,
        Err(other) => Err(other.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn a_secret_is_shown_in_groups_of_four() {
        assert_eq!(grouped("ABCDEFGHIJ"), "ABCD EFGH IJ");
    }
}
