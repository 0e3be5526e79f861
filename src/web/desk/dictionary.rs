//! The organisation's own terms: import, count, remove. Shows how many there are, never one of them.
//!
//! A bad list comes back as it was pasted, with the number of each bad line and what is wrong with it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::span_kind;
use super::shell::{Shell, around, see_other};
use super::spans::KindChoice;
use crate::domain::access::ManageDictionary;
use crate::domain::dictionary::{BadLine, KINDS};
use crate::domain::redaction::SpanKind;
use crate::flows::dictionary::{self, Imported, What};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

struct Row {
    kind: String,
    count: usize,
}

struct Wrong {
    line: String,
    why: String,
}

#[derive(Template)]
#[template(path = "desk/dictionary.html")]
struct DictionaryPage {
    frame: Frame,
    shell: Shell,
    rows: Vec<Row>,
    count: String,
    from_reports: Option<String>,
    kinds: Vec<KindChoice>,
    codes: String,
    csv: String,
    replace: bool,
    wrong: Vec<Wrong>,
}

/// What was sent and what is wrong with it.
#[derive(Default)]
struct Sent {
    csv: String,
    replace: bool,
    bad: Vec<BadLine>,
}

/// The kinds a term may have, in the reader's words.
pub(super) fn kinds(frame: &Frame) -> Vec<KindChoice> {
    KINDS.into_iter().map(|kind| KindChoice { code: kind.code(), label: span_kind(frame, kind) }).collect()
}

async fn show(state: &AppState, req: &HttpRequest, acting: Acting<ManageDictionary>, sent: Sent) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let counts = state.block(move |ctx| dictionary::status(ctx, &permit)).await?;
    let (frame, shell) = around(state, &session, req, "desk-dictionary-title");
    let refused = (!sent.bad.is_empty()).then(|| frame.t("desk-dictionary-refused"));
    let status = if sent.bad.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let wrong = |b: &BadLine| Wrong { line: frame.t1("desk-dictionary-line", "n", &b.line.to_string()), why: frame.t(b.key) };
    let page = DictionaryPage {
        count: frame.t1("desk-dictionary-count", "n", &counts.total.to_string()),
        from_reports: (counts.from_reports > 0).then(|| frame.t1("desk-dictionary-from-reports", "n", &counts.from_reports.to_string())),
        rows: counts.kinds.into_iter().map(|(kind, count)| Row { kind: span_kind(&frame, kind), count }).collect(),
        kinds: kinds(&frame),
        codes: KINDS.map(|kind| kind.code().to_lowercase()).join(", "),
        csv: sent.csv,
        replace: sent.replace,
        wrong: sent.bad.iter().map(wrong).collect(),
        shell: shell.refusing(refused),
        frame,
    };
    Ok(render(&page, status))
}

/// `GET /desk/dictionary`
pub(super) async fn page(state: web::Data<AppState>, req: HttpRequest, acting: Acting<ManageDictionary>) -> Result<HttpResponse, Failure> {
    show(&state, &req, acting, Sent::default()).await
}

/// `POST /desk/dictionary`: a file, or what was pasted.
pub(super) async fn import(
    state: web::Data<AppState>,
    req: HttpRequest,
    acting: ActingPost<ManageDictionary>,
) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let csv =
        ["file", "csv"].into_iter().map(|name| fields.first(name)).find(|text| !text.trim().is_empty()).unwrap_or_default().to_owned();
    let replace = fields.ticked("replace");
    let text = csv.clone();
    match state.block(move |ctx| dictionary::import(ctx, &permit, &text, replace)).await? {
        Imported::Done { .. } => Ok(see_other("/desk/dictionary?done=terms-added")),
        Imported::Refused(bad) => {
            let again = Acting { permit: session.actor().permit().ok_or(Failure::NotFound)?, session };
            show(&state, &req, again, Sent { csv, replace, bad }).await
        }
    }
}

/// `POST /desk/dictionary/remove`: everything, one kind, or one term.
pub(super) async fn remove(state: web::Data<AppState>, acting: ActingPost<ManageDictionary>) -> Result<HttpResponse, Failure> {
    let term = acting.fields.first("term").trim();
    let what = match (acting.fields.first("what"), SpanKind::from_code(acting.fields.first("what"))) {
        ("all", _) => What::All,
        (_, Some(kind)) => What::Kind(kind),
        ("term", _) if !term.is_empty() => What::Term(term.to_owned()),
        _ => return Ok(see_other("/desk/dictionary")),
    };
    let removed = state.block(move |ctx| dictionary::remove(ctx, &acting.permit, &what)).await?;
    Ok(see_other(if removed > 0 { "/desk/dictionary?done=terms-removed" } else { "/desk/dictionary?done=terms-none" }))
}
