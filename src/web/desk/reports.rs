//! The triage queue: released reports, narrowed by a form that is only an address, paged by key. Words to look for are
//! posted (`search.rs`): an address stays in histories and logs.
//!
//! Refuses page numbers: "Older" carries the key of the last row, the browser's own Back goes the other way.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::{Choice, band, band_code, coded, fixed, from_pack, month, short};
use super::shell::{Shell, around};
use crate::domain::access::ListReleased;
use crate::domain::period::Period;
use crate::domain::report::{CaseSummary, ReportKind, Status};
use crate::domain::risk::Band;
use crate::domain::taxonomy::{Code, Taxonomy};
use crate::flows::triage::{self, CaseCard, CaseFilter};
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::query::query_value;
use crate::web::state::AppState;

/// Rows on one page.
const PAGE: usize = 50;
/// Months offered in the filter.
const MONTHS: usize = 36;

/// One report of a list.
pub(super) struct Row {
    pub(super) href: String,
    pub(super) short: String,
    pub(super) kind: String,
    pub(super) category: Option<String>,
    pub(super) area: Option<String>,
    pub(super) band: String,
    pub(super) band_code: &'static str,
    pub(super) index: Option<i32>,
    pub(super) status: String,
    pub(super) month: String,
    pub(super) urgent: bool,
    pub(super) excluded: bool,
}

/// The row of the queue: with the synopsis, or the opening words.
struct Told {
    row: Row,
    text: String,
    summarised: bool,
}

/// The selections of the filter form.
pub(super) struct FilterForm {
    pub(super) status: Vec<Choice>,
    pub(super) area: Vec<Choice>,
    pub(super) category: Vec<Choice>,
    pub(super) kind: Vec<Choice>,
    pub(super) period: Vec<Choice>,
    pub(super) band: Vec<Choice>,
    pub(super) urgent: bool,
    pub(super) any_set: bool,
    /// What is chosen, as names and values.
    pub(super) chosen: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "desk/reports.html")]
struct ReportsPage {
    frame: Frame,
    shell: Shell,
    filter: FilterForm,
    rows: Vec<Told>,
    count: String,
    older: Option<String>,
    newest: Option<String>,
}

/// What an address or a form asks for. Unknown values count as "any", so an old bookmark still opens.
pub(super) fn parse(value: impl Fn(&str) -> String) -> CaseFilter {
    CaseFilter {
        status: Status::from_code(&value("status")).filter(|s| s.is_released()),
        area: Code::parse(&value("area")),
        category: Code::parse(&value("category")),
        kind: ReportKind::from_code(&value("kind")),
        period: Period::parse(&value("period")),
        band: Band::from_code(&value("band")),
        urgent: !value("urgent").is_empty(),
    }
}

fn asked(query: &str) -> CaseFilter {
    parse(|name| query_value(query, name).unwrap_or_default())
}

/// The filter as names and values.
fn chosen(filter: &CaseFilter) -> Vec<(&'static str, String)> {
    let pairs = [
        ("status", filter.status.map(|s| s.code().to_owned())),
        ("area", filter.area.as_ref().map(ToString::to_string)),
        ("category", filter.category.as_ref().map(ToString::to_string)),
        ("kind", filter.kind.map(|k| k.code().to_owned())),
        ("period", filter.period.map(|p| p.to_string())),
        ("band", filter.band.map(|b| b.code().to_owned())),
        ("urgent", filter.urgent.then(|| "1".to_owned())),
    ];
    pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// The filter as a query string, without a place on the list.
fn to_query(filter: &CaseFilter) -> form_urlencoded::Serializer<'static, String> {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(chosen(filter));
    query
}

fn address(mut query: form_urlencoded::Serializer<'static, String>) -> String {
    let query = query.finish();
    if query.is_empty() { "/desk/reports".to_owned() } else { format!("/desk/reports?{query}") }
}

/// The filter form with what is chosen.
pub(super) fn form(frame: &Frame, taxonomy: &Taxonomy, filter: &CaseFilter, now: Period) -> FilterForm {
    let is = |chosen: &Option<Code>, code: &str| chosen.as_ref().is_some_and(|c| c.as_str() == code);
    let area = |a: &crate::domain::taxonomy::Area| Choice {
        value: a.code.as_str().to_owned(),
        label: a.label.in_language(frame.language()).to_owned(),
        chosen: is(&filter.area, a.code.as_str()),
    };
    let period = |p: Period| Choice { value: p.to_string(), label: month(frame, p), chosen: filter.period == Some(p) };
    FilterForm {
        status: fixed(frame, "status", &Status::TRIAGE.map(Status::code), filter.status.map_or("", Status::code)),
        area: taxonomy.areas.iter().map(area).collect(),
        category: from_pack(frame, &taxonomy.categories, |code| is(&filter.category, code)),
        kind: fixed(frame, "kind", &ReportKind::ALL.map(ReportKind::code), filter.kind.map_or("", ReportKind::code)),
        period: now.back(MONTHS).into_iter().rev().map(period).collect(),
        band: fixed(frame, "band", &Band::ALL.map(Band::code), filter.band.map_or("", Band::code)),
        urgent: filter.urgent,
        any_set: !chosen(filter).is_empty(),
        chosen: chosen(filter),
    }
}

/// The row of one report.
pub(super) fn row(frame: &Frame, taxonomy: &Taxonomy, summary: &CaseSummary) -> Row {
    let coding = &summary.coding;
    let language = frame.language();
    Row {
        href: format!("/desk/reports/{}", summary.id),
        short: short(summary.id),
        kind: coded(frame, "kind", coding.kind.code()),
        category: coding.category.as_ref().map(|c| taxonomy.categories.label(c.as_str(), language).to_owned()),
        area: coding.area.as_ref().map(|c| taxonomy.area_label(c.as_str(), language).to_owned()),
        band: band(frame, coding.risk),
        band_code: band_code(coding.risk),
        index: coding.risk.map(crate::domain::risk::Risk::index),
        status: coded(frame, "status", summary.status.code()),
        month: month(frame, summary.released),
        urgent: summary.urgent,
        excluded: coding.excluded,
    }
}

fn told(frame: &Frame, taxonomy: &Taxonomy, card: CaseCard) -> Told {
    let CaseCard { summary, synopsis, opening } = card;
    let summarised = !synopsis.is_empty();
    Told { row: row(frame, taxonomy, &summary), text: if summarised { synopsis } else { whole_words(&opening) }, summarised }
}

/// Opening words without the half word that the cut left at their end.
fn whole_words(opening: &str) -> String {
    let kept = opening.rsplit_once(char::is_whitespace).map_or(opening, |(kept, _)| kept);
    format!("{} \u{2026}", kept.trim_end())
}

/// `GET /desk/reports`
pub(super) async fn list(state: web::Data<AppState>, req: HttpRequest, acting: Acting<ListReleased>) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let filter = Arc::new(asked(req.query_string()));
    let after = query_value(req.query_string(), "after");
    let (asked, place) = (Arc::clone(&filter), after.clone());
    let list = state.block(move |ctx| triage::list(ctx, &permit, &asked, place.as_deref(), PAGE)).await?;
    let (frame, shell) = around(&state, &session, &req, "desk-reports-title");
    let taxonomy = state.ctx().taxonomy();
    let older = list.next.map(|next| {
        let mut query = to_query(&filter);
        query.append_pair("after", &next);
        address(query)
    });
    let page = ReportsPage {
        filter: form(&frame, taxonomy, &filter, state.ctx().now().period()),
        rows: list.items.into_iter().map(|card| told(&frame, taxonomy, card)).collect(),
        count: frame.t1("desk-reports-count", "n", &list.total.to_string()),
        older,
        newest: after.map(|_| address(to_query(&filter))),
        frame,
        shell,
    };
    Ok(render(&page, StatusCode::OK))
}

#[cfg(test)]
mod tests {
    use super::{address, asked, to_query};

    #[test]
    fn a_filter_reads_back_from_its_own_address() {
        let query = "status=triage&area=icu&period=2026-03&band=high&urgent=1";

        assert_eq!(address(to_query(&asked(query))), format!("/desk/reports?{query}"));
    }

    #[test]
    fn unknown_values_mean_any() {
        assert_eq!(address(to_query(&asked("status=screening&area=NO&period=x&band=&after=zz"))), "/desk/reports");
    }
}
