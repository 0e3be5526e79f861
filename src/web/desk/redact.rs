//! One raw report: the text as written, the text as analysts will read it, and every suspected identifier between.
//!
//! Everything a screener has decided travels in the form, so updating the preview loses nothing and nothing
//! undecided rests on the server. Refuses to release while a doubt is unanswered, and says which ones.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::dictionary;
use super::labels::{Choice, Fact, answer_facts, fixed, short};
use super::shell::{Shell, around, see_other};
use super::spans::{Cut, IDEA, KindChoice, NARRATIVE, Row, cuts, kinds, rows, settled, settled_by_engine};
use super::unlock::{interrupted, open_key};
use crate::domain::access::{AddTerm, ListScreening, Permit, ReadRaw, Release};
use crate::domain::callback::REASONS;
use crate::domain::id::ReportId;
use crate::domain::redaction::{Piece, RedactedText, SpanKind};
use crate::domain::report::{IDENTITY as STRIP, Status};
use crate::flows::dictionary as list;
use crate::flows::people::Session;
use crate::flows::screening::{self, Proposed, RawCase, Settled};
use crate::flows::{Ctx, Error};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::guard::Acting;
use crate::web::headers::allow_script;
use crate::web::page::{Frame, render};
use crate::web::session;
use crate::web::state::AppState;

/// Phrases to hide taken from one form.
const PHRASES_MAX: usize = 100;

#[derive(Template)]
#[template(path = "desk/redact.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent condition of the template")]
struct RedactPage {
    frame: Frame,
    shell: Shell,
    id: String,
    urgent: bool,
    proposed: bool,
    blur: bool,
    second_needed: bool,
    raw: Vec<Cut>,
    raw_idea: Vec<Cut>,
    result: RedactedText,
    result_idea: RedactedText,
    rows: Vec<Row>,
    kinds: Vec<KindChoice>,
    open: usize,
    also: String,
    term: String,
    term_kind: String,
    term_kinds: Vec<KindChoice>,
    facts: Vec<Fact>,
    area_falls: bool,
    /// Whether the reporter chose to leave an identity strip; the strip itself is never here.
    left_strip: bool,
    callback_reasons: Vec<Choice>,
}

/// What a page is made from.
struct Opened {
    case: RawCase,
    settled: Settled,
    second_needed: bool,
    /// The message key of a refusal.
    refused: Option<&'static str>,
    /// A term was added to the organisation's list.
    remembered: bool,
}

/// What became of a posted form.
enum Outcome {
    Shown(Box<Opened>, Fields),
    Done(Proposed),
    /// The key locked while the screener was deciding.
    Locked(Fields),
}

fn page(state: &AppState, session: &Session, req: &HttpRequest, opened: &Opened, fields: &Fields) -> HttpResponse {
    let Opened { case, settled, second_needed, refused, remembered } = opened;
    let (frame, shell) = around(state, session, req, "");
    let title = frame.t1("desk-redact-title", "id", &short(case.item.id));
    let result = screening::redact(case, settled);
    let rows = rows(&frame, case, settled, fields);
    let page = RedactPage {
        id: case.item.id.to_string(),
        urgent: case.item.urgent,
        proposed: case.item.status == Status::Proposed,
        blur: case.item.blur,
        second_needed: *second_needed,
        raw: cuts(case.submission.narrative.expose(), &case.spans, &rows, NARRATIVE),
        raw_idea: cuts(case.submission.idea.expose(), &case.idea_spans, &rows, IDEA),
        result: result.narrative,
        result_idea: result.idea,
        kinds: kinds(&frame),
        open: case.open_questions(settled),
        also: fields.first("also").to_owned(),
        term: if *remembered { String::new() } else { fields.first("term").to_owned() },
        term_kind: fields.first("term_kind").to_owned(),
        term_kinds: dictionary::kinds(&frame),
        facts: answer_facts(&frame, state.ctx().taxonomy(), case.submission.kind, &case.submission.answers),
        area_falls: !case.area_stands,
        left_strip: case.submission.answers.contact.as_ref().is_some_and(|c| c.as_str() == STRIP),
        callback_reasons: fixed(&frame, "callback-reason", &REASONS, ""),
        rows,
        shell: shell.having_done(remembered.then(|| frame.t("desk-done-remembered"))).refusing(refused.map(|key| frame.t(key))),
        frame: frame.titled(title),
    };
    let mut response = render(&page, if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK });
    allow_script(&mut response);
    response
}

fn opened(ctx: &Ctx, session: &Session, permit: &Permit<ReadRaw>, id: ReportId) -> Result<(RawCase, bool), Error> {
    let case = screening::open(ctx, permit, session, id)?;
    let list = session.actor().permit::<ListScreening>().ok_or(Error::Denied)?;
    Ok((case, screening::list(ctx, &list)?.second_needed))
}

/// `GET /desk/screening/{id}`
pub(super) async fn open(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: Acting<ReadRaw>,
) -> Result<HttpResponse, Failure> {
    let id = ReportId::parse(&id).ok_or(Failure::NotFound)?;
    let Acting { session, permit } = acting;
    let asking = Arc::clone(&session);
    match state.block(move |ctx| opened(ctx, &asking, &permit, id)).await {
        Ok((case, second_needed)) => {
            let settled = settled_by_engine(&case);
            let fields = Fields::parse(&[])?;
            Ok(page(&state, &session, &req, &Opened { case, settled, second_needed, refused: None, remembered: false }, &fields))
        }
        Err(Error::Conflict("desk-locked")) => Ok(see_other(&format!("/desk/unlock?next={}", req.path()))),
        Err(other) => Err(other.into()),
    }
}

fn decide(ctx: &Ctx, session: &Session, permit: &Permit<ReadRaw>, id: ReportId, fields: Fields) -> Result<Outcome, Error> {
    let remembered = if fields.first("act") == "remember" { remember(ctx, session, &fields)? } else { Ok(false) };
    let (case, second_needed) = match opened(ctx, session, permit, id) {
        Err(Error::Conflict("desk-locked")) => return Ok(Outcome::Locked(fields)),
        other => other?,
    };
    let mut settled = settled(&fields, &case, phrases(&fields));
    if remembered == Ok(true) {
        settled = with_new_ones_hidden(settled, &case);
    }
    let mut refused = remembered.err();
    if fields.first("act") == "propose" {
        let release = session.actor().permit::<Release>().ok_or(Error::Denied)?;
        match screening::propose(ctx, &release, session, id, &settled) {
            Ok(proposed) => return Ok(Outcome::Done(proposed)),
            Err(Error::Conflict(key)) => refused = Some(key),
            Err(other) => return Err(other),
        }
    }
    Ok(Outcome::Shown(Box::new(Opened { case, settled, second_needed, refused, remembered: remembered == Ok(true) }), fields))
}

/// The phrases to hide that a form names.
pub(super) fn phrases(fields: &Fields) -> Vec<String> {
    fields.first("also").lines().map(str::trim).filter(|line| !line.is_empty()).take(PHRASES_MAX).map(str::to_owned).collect()
}

/// Adds what was typed to the organisation's list; the message key of a refusal.
fn remember(ctx: &Ctx, session: &Session, fields: &Fields) -> Result<Result<bool, &'static str>, Error> {
    let permit = session.actor().permit::<AddTerm>().ok_or(Error::Denied)?;
    if fields.first("term").trim().is_empty() {
        // The button is the first of the form, so a browser presses it when somebody hits the enter key anywhere.
        return Ok(Ok(false));
    }
    let Some(kind) = SpanKind::from_code(fields.first("term_kind")) else { return Ok(Err("problem-unknown-choice")) };
    match list::remember(ctx, &permit, fields.first("term"), kind) {
        Ok(()) => Ok(Ok(true)),
        Err(Error::Invalid(problems)) => Ok(Err(problems.first().map_or("problem-dictionary-term-missing", |p| p.key))),
        Err(Error::Conflict(key)) => Ok(Err(key)),
        Err(other) => Err(other),
    }
}

/// What the new term found is hidden without asking, as on a page just opened.
fn with_new_ones_hidden(mut settled: Settled, case: &RawCase) -> Settled {
    let engine = settled_by_engine(case);
    for (mine, all) in [(&mut settled.decisions, engine.decisions), (&mut settled.idea_decisions, engine.idea_decisions)] {
        let new: Vec<_> = all.into_iter().filter(|(at, _)| !mine.iter().any(|(known, _)| known == at)).collect();
        mine.extend(new);
    }
    settled
}

/// Everything of a form but its proof and its pass-phrase.
pub(super) fn carried(fields: &Fields) -> Vec<(String, String)> {
    let worth = fields.starting_with("").filter(|(name, _)| *name != "csrf" && *name != "passphrase");
    worth.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// `POST /desk/screening/{id}`: `act` is `preview`, `propose`, or `remember` for a new term; with a pass-phrase the key is opened first.
pub(super) async fn submit(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: ActingPost<ReadRaw>,
) -> Result<HttpResponse, Failure> {
    let id = ReportId::parse(&id).ok_or(Failure::NotFound)?;
    let ActingPost { mut session, permit, fields } = acting;
    if fields.ticked("passphrase") {
        if let Err(words) = open_key(&state, &req, fields.first("passphrase").to_owned()).await? {
            return Ok(interrupted(&state, &session, &req, carried(&fields), Some(words)));
        }
        session = session::find(&state, &req).await?.ok_or(Failure::NotFound)?;
    }
    let asking = Arc::clone(&session);
    match state.block(move |ctx| decide(ctx, &asking, &permit, id, fields)).await? {
        Outcome::Done(Proposed::Released) => Ok(see_other("/desk/screening?done=released")),
        Outcome::Done(Proposed::WaitsForSecond) => Ok(see_other("/desk/screening?done=proposed")),
        Outcome::Locked(fields) => Ok(interrupted(&state, &session, &req, carried(&fields), None)),
        Outcome::Shown(opened, fields) => Ok(page(&state, &session, &req, &opened, &fields)),
    }
}
