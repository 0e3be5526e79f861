//! Looking for released reports by their words: a posted form, ranked results with the words marked.
//!
//! Posted, because what somebody looks for may say as much as what they find, and an address is kept by browsers, proxies
//! and logs. Nothing is kept here between two pages: the form carries the words on.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::reports::{FilterForm, Row, form, parse, row};
use super::shell::{Shell, around};
use crate::domain::access::Search;
use crate::flows::search::{self, FoundCase, Piece};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

struct FoundRow {
    row: Row,
    pieces: Vec<Piece>,
}

#[derive(Template)]
#[template(path = "desk/search.html")]
struct SearchPage {
    frame: Frame,
    shell: Shell,
    filter: FilterForm,
    q: String,
    rows: Vec<FoundRow>,
    /// How many there are, or why there are none.
    count: String,
    before: Option<usize>,
    after: Option<usize>,
}

/// `POST /desk/reports`
pub(super) async fn find(state: web::Data<AppState>, req: HttpRequest, acting: ActingPost<Search>) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let filter = Arc::new(parse(|name| fields.first(name).to_owned()));
    let q = fields.first("q").trim().to_owned();
    let page = fields.first("page").parse().unwrap_or(1);
    let (words, narrowed) = (q.clone(), Arc::clone(&filter));
    let found = state.block(move |ctx| search::find(ctx, &permit, &words, &narrowed, page)).await?;
    let (frame, shell) = around(&state, &session, &req, "desk-search-title");
    let taxonomy = state.ctx().taxonomy();
    let count = match &found {
        None => frame.t("desk-search-no-words"),
        Some(found) if found.total == 0 => frame.t("desk-search-none"),
        Some(found) => frame.t1("desk-reports-count", "n", &found.total.to_string()),
    };
    let (before, after) = found.as_ref().map_or((None, None), |f| ((f.page > 1).then(|| f.page - 1), f.more.then_some(f.page + 1)));
    let shown = |case: FoundCase| FoundRow { row: row(&frame, taxonomy, &case.summary), pieces: case.excerpt };
    let page = SearchPage {
        filter: form(&frame, taxonomy, &filter, state.ctx().now().period()),
        rows: found.into_iter().flat_map(|f| f.items).map(shown).collect(),
        q,
        count,
        before,
        after,
        shell,
        frame,
    };
    Ok(render(&page, StatusCode::OK))
}
