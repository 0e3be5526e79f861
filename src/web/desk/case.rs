//! One released report: the wording as the hero, the coding beside it.
//!
//! A problem or a colleague's change never costs what was typed: the form comes back as it was sent, and after a
//! conflict the saved coding stands beside it. Refuses to touch the released wording.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::{Choice, Fact, band, band_code, coded, coding_facts, fixed, from_pack, month, short};
use super::problems::Problems;
use super::shell::{Shell, around, may, see_other};
use crate::domain::access::{ReadReleased, Triage};
use crate::domain::conversation::Consent;
use crate::domain::id::ReportId;
use crate::domain::problem::FieldProblem;
use crate::domain::report::{CLOSINGS, Status};
use crate::domain::risk::{Barriers, Outcome, Risk};
use crate::domain::taxonomy::{Code, Taxonomy};
use crate::flows::conversation::Addendum;
use crate::flows::people::Session;
use crate::flows::triage::{self, Case, Change};
use crate::flows::{Error, triage::read};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

/// One cell of the risk matrix.
struct Cell {
    value: String,
    label: String,
    index: i32,
    band: &'static str,
    chosen: bool,
}

/// One row of the risk matrix: an outcome against every state of the barriers.
struct MatrixRow {
    label: String,
    hint: String,
    cells: Vec<Cell>,
}

/// The coding form.
struct CodingForm {
    category: Vec<Choice>,
    factors: Vec<Choice>,
    barriers: Vec<String>,
    matrix: Vec<MatrixRow>,
    graded: bool,
    synopsis: String,
    status: Vec<Choice>,
    closing: Vec<Choice>,
    outcome: String,
    excluded: bool,
    version: i32,
}

#[derive(Template)]
#[template(path = "desk/case.html")]
struct CasePage {
    frame: Frame,
    shell: Shell,
    id: String,
    text: String,
    /// What was released after the wording, with its month.
    addenda: Vec<Fact>,
    agreed: bool,
    synopsis: String,
    facts: Vec<Fact>,
    released: String,
    urgent: bool,
    band: String,
    band_code: &'static str,
    index: Option<i32>,
    advice: Option<String>,
    form: Option<CodingForm>,
    /// The saved coding, shown after a colleague was faster.
    saved: Vec<Fact>,
    problems: Problems,
}

/// What stands in the coding form: as saved, or as typed.
#[derive(Clone)]
struct Typed {
    change: Change,
    problems: Vec<FieldProblem>,
}

fn as_saved(case: &Case) -> Change {
    let coding = &case.summary.coding;
    Change {
        category: coding.category.clone(),
        factors: coding.factors.clone(),
        risk: coding.risk,
        synopsis: case.synopsis.clone(),
        status: case.summary.status,
        closing: coding.closing.clone(),
        outcome: String::new(),
        excluded: coding.excluded,
        version: case.version,
    }
}

fn parse_risk(text: &str) -> Option<Risk> {
    let (outcome, barriers) = text.split_once('.')?;
    Some(Risk { outcome: Outcome::from_code(outcome)?, barriers: Barriers::from_code(barriers)? })
}

fn risk_value(risk: Risk) -> String {
    format!("{}.{}", risk.outcome.code(), risk.barriers.code())
}

/// Reads the form; an answer that is not on its list is a problem at its field.
fn typed(fields: &Fields) -> Typed {
    let mut problems = Vec::new();
    let mut unknown = |field| problems.push(FieldProblem::new(field, "problem-unknown-choice"));
    let mut code = |field: &'static str| {
        let text = fields.first(field);
        let parsed = Code::parse(text);
        if !text.is_empty() && parsed.is_none() {
            unknown(field);
        }
        parsed
    };
    let (category, closing) = (code("category"), code("closing"));
    let risk = parse_risk(fields.first("risk"));
    if risk.is_none() && fields.ticked("risk") {
        unknown("risk");
    }
    let status = Status::from_code(fields.first("status"));
    if status.is_none() {
        unknown("status");
    }
    let change = Change {
        category,
        factors: fields.all("factors").filter_map(Code::parse).collect(),
        risk,
        synopsis: fields.first("synopsis").to_owned(),
        status: status.unwrap_or(Status::Triage),
        closing,
        outcome: fields.first("outcome").to_owned(),
        excluded: fields.ticked("excluded"),
        version: fields.first("version").parse().unwrap_or(-1),
    };
    Typed { change, problems }
}

fn matrix(frame: &Frame, chosen: Option<Risk>) -> Vec<MatrixRow> {
    let cell = |outcome: Outcome, barriers: Barriers| {
        let risk = Risk { outcome, barriers };
        Cell {
            value: risk_value(risk),
            label: format!("{}, {}", coded(frame, "outcome", outcome.code()), coded(frame, "barriers", barriers.code())),
            index: risk.index(),
            band: risk.band().code(),
            chosen: chosen == Some(risk),
        }
    };
    let row = |outcome: Outcome| MatrixRow {
        label: coded(frame, "outcome", outcome.code()),
        hint: frame.t(&format!("desk-outcome-{}-hint", outcome.code())),
        cells: Barriers::ALL.into_iter().map(|b| cell(outcome, b)).collect(),
    };
    Outcome::ALL.into_iter().rev().map(row).collect()
}

fn coding_form(frame: &Frame, taxonomy: &Taxonomy, change: &Change) -> CodingForm {
    let is = |chosen: &Option<Code>, code: &str| chosen.as_ref().is_some_and(|c| c.as_str() == code);
    CodingForm {
        category: from_pack(frame, &taxonomy.categories, |code| is(&change.category, code)),
        factors: from_pack(frame, &taxonomy.factors, |code| change.factors.iter().any(|f| f.as_str() == code)),
        barriers: Barriers::ALL.into_iter().map(|b| coded(frame, "barriers", b.code())).collect(),
        matrix: matrix(frame, change.risk),
        graded: change.risk.is_some(),
        synopsis: change.synopsis.clone(),
        status: fixed(frame, "status", &Status::TRIAGE.map(Status::code), change.status.code()),
        closing: fixed(frame, "closing", &CLOSINGS, change.closing.as_ref().map_or("", Code::as_str)),
        outcome: change.outcome.clone(),
        excluded: change.excluded,
        version: change.version,
    }
}

/// The saved coding in words, for comparison.
fn saved_facts(frame: &Frame, taxonomy: &Taxonomy, case: &Case) -> Vec<Fact> {
    let coding = &case.summary.coding;
    let or_none = |label: Option<String>| label.unwrap_or_else(|| frame.t("desk-case-no-choice"));
    let fact = |key: &str, value: String| Fact { name: frame.t(key), value };
    let language = frame.language();
    let factors: Vec<&str> = coding.factors.iter().map(|f| taxonomy.factors.label(f.as_str(), language)).collect();
    vec![
        fact("desk-case-status", coded(frame, "status", case.summary.status.code())),
        fact("desk-case-category", or_none(coding.category.as_ref().map(|c| taxonomy.categories.label(c.as_str(), language).to_owned()))),
        fact("desk-case-factors", or_none((!factors.is_empty()).then(|| factors.join(", ")))),
        fact("desk-case-risk", band(frame, coding.risk)),
        fact("desk-case-synopsis", or_none((!case.synopsis.is_empty()).then(|| case.synopsis.clone()))),
    ]
}

/// What was released after the wording, dated by month.
fn addenda(frame: &Frame, case: &Case) -> Vec<Fact> {
    let one = |a: &Addendum| Fact {
        name: a.released.map_or_else(String::new, |period| frame.t1("desk-case-added-in", "month", &month(frame, period))),
        value: a.text.clone(),
    };
    case.addenda.iter().map(one).collect()
}

struct Showing<'a> {
    state: &'a AppState,
    session: &'a Session,
    req: &'a HttpRequest,
}

impl Showing<'_> {
    /// The page with the saved coding, or with what was typed and why it was not taken.
    fn page(&self, case: &Case, typed: Option<&Typed>, conflict: Option<&str>) -> HttpResponse {
        let (frame, shell) = around(self.state, self.session, self.req, "");
        let taxonomy = self.state.ctx().taxonomy();
        let saved = as_saved(case);
        // After a conflict the form carries the version now saved: saving again replaces it knowingly.
        let change = typed.map_or_else(|| saved.clone(), |t| Change { version: case.version, ..t.change.clone() });
        let problems = Problems::of(&frame, typed.map_or(&[], |t| &t.problems));
        let refused = conflict.map(|key| frame.t(key)).or_else(|| (!problems.is_empty()).then(|| frame.t("desk-problems")));
        let status = match (conflict, problems.is_empty()) {
            (Some(_), _) => StatusCode::CONFLICT,
            (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
            (None, true) => StatusCode::OK,
        };
        let title = frame.t1("desk-case-title", "id", &short(case.summary.id));
        let risk = case.summary.coding.risk;
        let page = CasePage {
            id: case.summary.id.to_string(),
            text: case.text.clone(),
            addenda: addenda(&frame, case),
            agreed: case.consent == Consent::Approved,
            synopsis: case.synopsis.clone(),
            facts: coding_facts(&frame, taxonomy, &case.summary.coding),
            released: frame.t1("desk-case-released-in", "month", &month(&frame, case.summary.released)),
            urgent: case.summary.urgent,
            band: band(&frame, risk),
            band_code: band_code(risk),
            index: risk.map(Risk::index),
            advice: risk.map(|r| frame.t(&format!("desk-band-{}-action", r.band().code()))),
            form: may::<Triage>(self.session).then(|| coding_form(&frame, taxonomy, &change)),
            saved: if conflict.is_some() { saved_facts(&frame, taxonomy, case) } else { Vec::new() },
            problems,
            shell: shell.refusing(refused),
            frame: frame.titled(title),
        };
        render(&page, status)
    }
}

/// `GET /desk/reports/{id}`
pub(super) async fn page(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: Acting<ReadReleased>,
) -> Result<HttpResponse, Failure> {
    let id = ReportId::parse(&id).ok_or(Failure::NotFound)?;
    let Acting { session, permit } = acting;
    let case = state.block(move |ctx| read(ctx, &permit, id)).await?;
    Ok(Showing { state: &state, session: &session, req: &req }.page(&case, None, None))
}

/// `POST /desk/reports/{id}`
pub(super) async fn save(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: ActingPost<Triage>,
) -> Result<HttpResponse, Failure> {
    let id = ReportId::parse(&id).ok_or(Failure::NotFound)?;
    let ActingPost { session, permit, fields } = acting;
    let reading = session.actor().permit::<ReadReleased>().ok_or(Failure::NotFound)?;
    let mut typed = typed(&fields);
    let mut conflict = None;
    if typed.problems.is_empty() {
        let change = Arc::new(typed.change.clone());
        match state.block(move |ctx| triage::code(ctx, &permit, id, &change)).await {
            Ok(()) => return Ok(see_other(&format!("/desk/reports/{id}?done=coded"))),
            Err(Error::Invalid(problems)) => typed.problems = problems,
            Err(Error::Conflict(key)) => conflict = Some(key),
            Err(other) => return Err(other.into()),
        }
    }
    let case = state.block(move |ctx| read(ctx, &reading, id)).await?;
    Ok(Showing { state: &state, session: &session, req: &req }.page(&case, Some(&typed), conflict))
}

#[cfg(test)]
mod tests {
    use super::{parse_risk, risk_value, typed};
    use crate::domain::report::Status;
    use crate::domain::risk::{Barriers, Outcome, Risk};
    use crate::web::form::Fields;

    #[test]
    fn a_cell_of_the_matrix_reads_back() {
        let risk = Risk { outcome: Outcome::Major, barriers: Barriers::Limited };

        assert_eq!(parse_risk(&risk_value(risk)), Some(risk));
        assert_eq!(parse_risk("major.nothing"), None);
    }

    #[test]
    fn what_was_typed_is_kept_even_when_an_answer_is_unknown() {
        let fields = Fields::parse(b"category=NO&factors=fatigue&factors=noise&synopsis=Kept&status=triage&version=3").expect("fields");

        let typed = typed(&fields);

        assert_eq!(typed.problems.iter().map(|p| p.field).collect::<Vec<_>>(), ["category"]);
        assert_eq!((typed.change.synopsis.as_str(), typed.change.status, typed.change.version), ("Kept", Status::Triage, 3));
        assert_eq!(typed.change.factors.len(), 2);
    }
}
