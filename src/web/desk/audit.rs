//! The audit log, newest first, and checking its chain. Read only; there is nothing here to change it with.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::shell::{Shell, around};
use crate::domain::access::{ReadAudit, TABLE};
use crate::domain::audit::{Entry, Verdict};
use crate::domain::id::PersonId;
use crate::flows::{anchor, audit};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::query::query_value;
use crate::web::state::AppState;

struct Line {
    seq: i64,
    when: String,
    who: String,
    verb: String,
    words: Option<String>,
    object: String,
}

/// What checking the chain found.
struct Checked {
    whole: bool,
    words: String,
}

#[derive(Template)]
#[template(path = "desk/audit.html")]
struct AuditPage {
    frame: Frame,
    shell: Shell,
    lines: Vec<Line>,
    older: Option<String>,
    newest: bool,
    checked: Option<Checked>,
}

/// A person's id is long and random: its first digits tell people apart. The other two actors have names.
fn who(frame: &Frame, actor: &str) -> String {
    match actor {
        "console" => frame.t("desk-actor-console"),
        "system" => frame.t("desk-actor-system"),
        id if PersonId::parse(id).is_some() => id.chars().take(8).collect(),
        other => other.to_owned(),
    }
}

fn line(frame: &Frame, entry: Entry) -> Line {
    let known = TABLE.iter().any(|(verb, _)| *verb == entry.verb);
    Line {
        seq: entry.seq,
        when: entry.at.to_minute(),
        who: who(frame, &entry.actor),
        words: known.then(|| frame.t(&format!("desk-verb-{}", entry.verb.replace('.', "-")))),
        verb: entry.verb,
        object: entry.object,
    }
}

fn checked(frame: &Frame, verdict: &Verdict) -> Checked {
    let words = match verdict {
        Verdict::Whole(n) => frame.t1("desk-audit-whole", "n", &n.to_string()),
        Verdict::BrokenAt(n) => frame.t1("desk-audit-broken", "n", &n.to_string()),
        Verdict::NotAsAnchored { seq, .. } => frame.t1("desk-audit-anchored", "n", &seq.to_string()),
        Verdict::Truncated { last, expected } => {
            frame.t2("desk-audit-truncated", ("last", &last.to_string()), ("expected", &expected.to_string()))
        }
    };
    Checked { whole: matches!(verdict, Verdict::Whole(_)), words }
}

async fn show(state: &AppState, req: &HttpRequest, acting: Acting<ReadAudit>, verdict: Option<Verdict>) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let before: Option<i64> = query_value(req.query_string(), "before").and_then(|text| text.parse().ok());
    let entries = state.block(move |ctx| audit::recent(ctx, &permit, before)).await?;
    let (frame, shell) = around(state, &session, req, "desk-audit-title");
    let page = AuditPage {
        older: entries.last().filter(|e| e.seq > 1).map(|e| format!("/desk/audit?before={}", e.seq)),
        newest: before.is_some(),
        lines: entries.into_iter().map(|entry| line(&frame, entry)).collect(),
        checked: verdict.map(|v| checked(&frame, &v)),
        frame,
        shell,
    };
    Ok(render(&page, StatusCode::OK))
}

/// `GET /desk/audit`
pub(super) async fn page(state: web::Data<AppState>, req: HttpRequest, acting: Acting<ReadAudit>) -> Result<HttpResponse, Failure> {
    show(&state, &req, acting, None).await
}

/// `POST /desk/audit/verify`
pub(super) async fn verify(state: web::Data<AppState>, req: HttpRequest, acting: ActingPost<ReadAudit>) -> Result<HttpResponse, Failure> {
    let verdict = state.block(|ctx| audit::verify_against(ctx, &anchor::noted(ctx))).await?;
    show(&state, &req, Acting { session: acting.session, permit: acting.permit }, Some(verdict)).await
}
