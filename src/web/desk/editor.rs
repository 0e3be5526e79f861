//! Writing a letter: what it tells beside its figures is chosen here and looked at in every form, before anything is frozen.
//!
//! What was typed comes back with whatever is wrong with it. A preview is answered into a frame and kept nowhere.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::{self, Choice};
use super::letter::{PREVIEW, allow_frame, framed, shaded};
use super::problems::Problems;
use super::shell::{Shell, around, see_other};
use crate::domain::access::{PrepareDigest, ReadDigest};
use crate::domain::digest::{ASKS_MAX, Ask, Editorial};
use crate::domain::edition::Edition;
use crate::domain::id::{ActionId, LessonId};
use crate::domain::period::Period;
use crate::domain::problem::FieldProblem;
use crate::domain::span::Span;
use crate::flows::digest::{self, Choices, chart_inside};
use crate::flows::{Ctx, Error};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::query::query_value;
use crate::web::state::AppState;

/// One thing readers are asked, as typed.
#[derive(Clone, Default)]
struct TypedAsk {
    number: usize,
    what: String,
    owner: String,
    by: String,
}

/// What stands in the form.
#[derive(Clone, Default)]
struct Typed {
    period: String,
    deeds: Vec<String>,
    lesson: String,
    asks: Vec<TypedAsk>,
    question: String,
    edition: String,
    sure: bool,
}

#[derive(Template)]
#[template(path = "desk/editor.html")]
struct EditorPage {
    frame: Frame,
    shell: Shell,
    form: Typed,
    deeds: Vec<Choice>,
    lessons: Vec<Choice>,
    editions: Vec<Choice>,
    problems: Problems,
}

/// A form of the preview that is no HTML letter.
#[derive(Template)]
#[template(path = "desk/preview.html")]
struct PreviewPage {
    frame: Frame,
    subject: String,
    alt: String,
    text: String,
    refused: String,
}

impl Typed {
    fn of(fields: &Fields) -> Self {
        let text = |name: &str| fields.first(name).to_owned();
        let ask = |number: usize| {
            let part = |name: &str| fields.first(&format!("{name}_{number}")).to_owned();
            TypedAsk { number, what: part("ask_what"), owner: part("ask_owner"), by: part("ask_by") }
        };
        Self {
            period: text("period"),
            deeds: fields.all("deeds").map(str::to_owned).collect(),
            lesson: text("lesson"),
            asks: (1..=ASKS_MAX).map(ask).collect(),
            question: text("question"),
            edition: text("edition"),
            sure: fields.ticked("sure"),
        }
    }

    /// The usual choice for a span.
    fn usual(span: Span, editorial: &Editorial) -> Self {
        Self {
            period: span.to_string(),
            deeds: editorial.deeds.iter().map(ToString::to_string).collect(),
            lesson: editorial.lesson.map(|id| id.to_string()).unwrap_or_default(),
            asks: (1..=ASKS_MAX).map(|number| TypedAsk { number, ..TypedAsk::default() }).collect(),
            ..Self::default()
        }
    }

    fn span(&self) -> Option<Span> {
        Span::parse(&self.period)
    }

    /// What is chosen, or what has to be mended. An ask without any word is none.
    fn editorial(&self) -> Result<Editorial, Vec<FieldProblem>> {
        let wrong = |field, key| vec![FieldProblem::new(field, key)];
        let deeds = self.deeds.iter().map(|id| ActionId::parse(id)).collect::<Option<Vec<_>>>();
        let typed = self.asks.iter().filter(|a| [&a.what, &a.owner, &a.by].iter().any(|t| !t.trim().is_empty()));
        let ask = |a: &TypedAsk| Some(Ask { what: a.what.clone(), owner: a.owner.clone(), by: Period::parse(a.by.trim())? });
        Ok(Editorial {
            deeds: deeds.ok_or_else(|| wrong("deeds", "problem-unknown-choice"))?,
            lesson: LessonId::parse(&self.lesson),
            asks: typed.map(ask).collect::<Option<_>>().ok_or_else(|| wrong("asks", "problem-ask-incomplete"))?,
            question: Some(self.question.trim().to_owned()).filter(|q| !q.is_empty()),
            sure: self.sure,
        })
    }
}

fn may_read(session: &crate::flows::people::Session) -> Result<crate::domain::access::Permit<ReadDigest>, Failure> {
    session.actor().permit().ok_or(Failure::NotFound)
}

async fn show(
    state: &AppState,
    req: &HttpRequest,
    acting: Acting<PrepareDigest>,
    (typed, problems): (Option<Typed>, Vec<FieldProblem>),
    span: Span,
    refused: Option<&str>,
) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let reading = may_read(&session)?;
    let look = move |ctx: &Ctx| Ok::<_, Error>((digest::choices(ctx, &permit, span)?, digest::planned_editions(ctx, &reading)?));
    let (Choices { deeds, lessons, usual }, editions) = state.block(look).await?;
    let (frame, shell) = around(state, &session, req, "");
    let form = typed.unwrap_or_else(|| Typed::usual(span, &usual));
    let title = frame.t1("desk-digest-of", "month", &labels::span(&frame, span));
    let listed = |id: String, label: String, chosen: bool| Choice { value: id, label, chosen };
    let status = if problems.is_empty() && refused.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let edition = |e: Edition| listed(e.code(), labels::edition(&frame, e), e.code() == form.edition);
    let page = EditorPage {
        deeds: deeds.into_iter().map(|(id, what)| listed(id.to_string(), what, form.deeds.contains(&id.to_string()))).collect(),
        lessons: lessons.into_iter().map(|(id, title)| listed(id.to_string(), title, form.lesson == id.to_string())).collect(),
        editions: editions.into_iter().map(edition).collect(),
        problems: Problems::of(&frame, &problems),
        shell: shell.refusing(refused.map(|key| frame.t(key))),
        frame: frame.titled(title),
        form,
    };
    let mut response = render(&page, status);
    allow_frame(&mut response);
    Ok(response)
}

/// `GET /desk/digest/write?period=`; without a period that of the last month.
pub(super) async fn page(state: web::Data<AppState>, req: HttpRequest, acting: Acting<PrepareDigest>) -> Result<HttpResponse, Failure> {
    if let Some(span) = query_value(req.query_string(), "period").as_deref().and_then(Span::parse) {
        return show(&state, &req, acting, (None, Vec::new()), span, None).await;
    }
    let (reading, month) = (may_read(&acting.session)?, state.ctx().now().period().previous());
    let span = state.block(move |ctx| digest::span_holding(ctx, &reading, month)).await?;
    show(&state, &req, acting, (None, Vec::new()), span, None).await
}

/// `POST /desk/digest/write`: freezes.
pub(super) async fn freeze(
    state: web::Data<AppState>,
    req: HttpRequest,
    acting: ActingPost<PrepareDigest>,
) -> Result<HttpResponse, Failure> {
    let ActingPost { session, permit, fields } = acting;
    let typed = Typed::of(&fields);
    let span = typed.span().ok_or(Failure::BadRequest)?;
    let editorial = typed.editorial();
    let step = move |ctx: &Ctx| digest::prepare(ctx, &permit, span, &editorial.map_err(Error::Invalid)?);
    let outcome = state.block(step).await;
    let again = Acting { permit: session.actor().permit().ok_or(Failure::NotFound)?, session };
    match outcome {
        Ok(id) => Ok(see_other(&format!("/desk/digest/{id}?done=prepared"))),
        Err(Error::Invalid(problems)) => show(&state, &req, again, (Some(typed), problems), span, None).await,
        Err(Error::Conflict(key)) => show(&state, &req, again, (Some(typed), Vec::new()), span, Some(key)).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/digest/write/letter`: the letter as it would be, for the frame; `show` names the form.
pub(super) async fn letter(
    state: web::Data<AppState>,
    req: HttpRequest,
    acting: ActingPost<PrepareDigest>,
) -> Result<HttpResponse, Failure> {
    let ActingPost { session, fields, .. } = acting;
    let (typed, reading) = (Typed::of(&fields), may_read(&session)?);
    let frame = Frame::of(&state, &req, "desk-digest-preview");
    let span = typed.span().ok_or(Failure::BadRequest)?;
    let (editorial, edition) = (typed.editorial(), Edition::from_code(&typed.edition));
    let step = move |ctx: &Ctx| digest::preview(ctx, &reading, span, &editorial.map_err(Error::Invalid)?, edition);
    let (subject, alt, text, refused) = match state.block(step).await {
        Ok((_, artefact)) => match fields.first("show") {
            form @ ("html" | "dark") => {
                let letter = chart_inside(&artefact.html, &artefact.chart_png);
                return Ok(framed(shaded(&letter, form == "dark"), PREVIEW));
            }
            "talk" => return Ok(framed(chart_inside(&artefact.talk, &artefact.chart_png), PREVIEW)),
            _ => (artefact.subject, artefact.chart_alt, artefact.text, String::new()),
        },
        Err(Error::Conflict(key)) => (String::new(), String::new(), String::new(), frame.t(key)),
        Err(Error::Invalid(problems)) => {
            let said = problems.iter().map(|p| frame.t(p.key)).collect::<Vec<_>>().join(" ");
            (String::new(), String::new(), String::new(), said)
        }
        Err(other) => return Err(other.into()),
    };
    let mut response = render(&PreviewPage { frame, subject, alt, text, refused }, StatusCode::OK);
    super::letter::allow_framing(&mut response);
    Ok(response)
}
