//! People with an account: invite, change roles, keep from the reports of a unit, shut and open again.
//!
//! Role pairs that one person may not hold are explained before and named after. An invitation link is shown once and
//! kept nowhere. Refuses to change the account one is signed in with: nobody locks themselves out by a slip.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::{Choice, coded};
use super::problems::Problems;
use super::shell::{Shell, around, see_other};
use crate::domain::access::{ManagePeople, Permit};
use crate::domain::id::PersonId;
use crate::domain::person::{Person, Role, RoleClash, Roles, Standing};
use crate::domain::problem::FieldProblem;
use crate::domain::taxonomy::{Code, Taxonomy};
use crate::flows::people::{self, Invited};
use crate::flows::{Ctx, Error};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

/// One role to tick.
struct RoleBox {
    choice: Choice,
    does: String,
}

struct Row {
    id: String,
    name: String,
    email: String,
    roles: String,
    boxes: Vec<RoleBox>,
    standing: String,
    standing_code: &'static str,
    waits_for_key: bool,
    me: bool,
    problem: Option<String>,
    /// Units the person sees no reports of.
    conflicts: Vec<Choice>,
    /// Units that can be added to them.
    areas: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "desk/people.html")]
struct PeoplePage {
    frame: Frame,
    shell: Shell,
    rows: Vec<Row>,
    name: String,
    email: String,
    boxes: Vec<RoleBox>,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "desk/invited.html")]
struct InvitedPage {
    frame: Frame,
    shell: Shell,
    name: String,
    link: String,
}

/// What was typed, and what is wrong with it; `about` names the row it belongs to, or nobody for the invitation.
#[derive(Default)]
struct Typed {
    about: Option<PersonId>,
    name: String,
    email: String,
    roles: Vec<Role>,
    problems: Vec<FieldProblem>,
}

fn ticked_roles(fields: &Fields) -> Vec<Role> {
    fields.all("roles").filter_map(Role::from_code).collect()
}

fn boxes(frame: &Frame, ticked: impl Fn(Role) -> bool) -> Vec<RoleBox> {
    let one = |role: Role| RoleBox {
        choice: Choice { value: role.code().to_owned(), label: coded(frame, "role", role.code()), chosen: ticked(role) },
        does: frame.t(&format!("desk-role-{}-does", role.code())),
    };
    Role::ALL.into_iter().map(one).collect()
}

/// The sentence about refused roles names the pair.
fn clash(frame: &Frame, roles: &[Role]) -> Option<String> {
    let RoleClash(one, other) = Roles::new(roles).err()?;
    let (one, other) = (coded(frame, "role", one.code()), coded(frame, "role", other.code()));
    Some(frame.t2("desk-people-clash", ("one", &one), ("other", &other)))
}

fn problems(frame: &Frame, typed: &Typed) -> Problems {
    let role_problem = |p: &&FieldProblem| p.field == "roles";
    match (clash(frame, &typed.roles), typed.problems.iter().find(role_problem)) {
        (Some(sentence), Some(_)) => {
            let others: Vec<FieldProblem> = typed.problems.iter().filter(|p| p.field != "roles").copied().collect();
            Problems::of(frame, &others).and("roles", sentence)
        }
        _ => Problems::of(frame, &typed.problems),
    }
}

fn area(frame: &Frame, taxonomy: &Taxonomy, code: &Code) -> Choice {
    Choice { value: code.to_string(), label: taxonomy.area_label(code.as_str(), frame.language()).to_owned(), chosen: false }
}

/// Everybody with the units they have a conflict with.
fn everybody(ctx: &Ctx, permit: &Permit<ManagePeople>) -> Result<Vec<(Person, Vec<Code>)>, Error> {
    let people = people::list(ctx, permit)?;
    people.into_iter().map(|person| people::conflicts(ctx, permit, person.id).map(|areas| (person, areas))).collect()
}

fn row(frame: &Frame, taxonomy: &Taxonomy, (person, conflicts): &(Person, Vec<Code>), me: PersonId, typed: &Typed) -> Row {
    let mine = typed.about == Some(person.id);
    let roles: Vec<String> = person.roles.iter().map(|r| coded(frame, "role", r.code())).collect();
    Row {
        id: person.id.to_string(),
        name: person.name.clone(),
        email: person.email.expose().to_owned(),
        roles: if roles.is_empty() { frame.t("desk-people-no-role") } else { roles.join(", ") },
        boxes: boxes(frame, |role| if mine { typed.roles.contains(&role) } else { person.roles.has(role) }),
        standing: coded(frame, "standing", person.standing.code()),
        standing_code: Standing::code(person.standing),
        waits_for_key: person.waits_for_key,
        me: person.id == me,
        conflicts: conflicts.iter().map(|code| area(frame, taxonomy, code)).collect(),
        areas: taxonomy.areas.iter().filter(|a| !conflicts.contains(&a.code)).map(|a| area(frame, taxonomy, &a.code)).collect(),
        problem: mine.then(|| problems(frame, typed).at("roles").map(str::to_owned)).flatten(),
    }
}

async fn show(state: &AppState, req: &HttpRequest, acting: Acting<ManagePeople>, typed: Typed) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let everybody = state.block(move |ctx| everybody(ctx, &permit)).await?;
    let (frame, shell) = around(state, &session, req, "desk-people-title");
    let inviting = typed.about.is_none();
    let page = PeoplePage {
        rows: everybody.iter().map(|p| row(&frame, state.ctx().taxonomy(), p, session.person, &typed)).collect(),
        boxes: boxes(&frame, |role| inviting && typed.roles.contains(&role)),
        problems: if inviting { problems(&frame, &typed) } else { Problems::default() },
        shell: shell.refusing((!typed.problems.is_empty()).then(|| frame.t("desk-problems"))),
        frame,
        name: typed.name,
        email: typed.email,
    };
    Ok(render(&page, if typed.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }))
}

fn again(acting: ActingPost<ManagePeople>) -> Acting<ManagePeople> {
    Acting { session: acting.session, permit: acting.permit }
}

fn shown_once(state: &AppState, req: &HttpRequest, acting: &Acting<ManagePeople>, name: String, invited: Invited) -> HttpResponse {
    let (frame, shell) = around(state, &acting.session, req, "");
    let title = frame.t1("desk-invited-title", "name", &name);
    render(&InvitedPage { frame: frame.titled(title), shell, name, link: invited.link }, StatusCode::OK)
}

/// `GET /desk/people`
pub(super) async fn list(state: web::Data<AppState>, req: HttpRequest, acting: Acting<ManagePeople>) -> Result<HttpResponse, Failure> {
    show(&state, &req, acting, Typed::default()).await
}

fn fresh(acting: &ActingPost<ManagePeople>) -> Result<Permit<ManagePeople>, Failure> {
    acting.session.actor().permit().ok_or(Failure::NotFound)
}

/// `POST /desk/people`
pub(super) async fn invite(
    state: web::Data<AppState>,
    req: HttpRequest,
    acting: ActingPost<ManagePeople>,
) -> Result<HttpResponse, Failure> {
    let (name, email) = (acting.fields.first("name").trim().to_owned(), acting.fields.first("email").to_owned());
    let roles = ticked_roles(&acting.fields);
    let permit = fresh(&acting)?;
    let (asked_name, asked_email, asked_roles) = (name.clone(), email.clone(), roles.clone());
    match state.block(move |ctx| people::invite(ctx, &permit, &asked_name, &asked_email, &asked_roles)).await {
        Ok(invited) => Ok(shown_once(&state, &req, &again(acting), name, invited)),
        Err(Error::Invalid(problems)) => show(&state, &req, again(acting), Typed { about: None, name, email, roles, problems }).await,
        Err(other) => Err(other.into()),
    }
}

/// Whom a row's form is about; never oneself.
fn other_person(id: &str, acting: &ActingPost<ManagePeople>) -> Result<PersonId, Failure> {
    let id = PersonId::parse(id).ok_or(Failure::NotFound)?;
    if id == acting.session.person { Err(Failure::Conflict("desk-people-not-oneself")) } else { Ok(id) }
}

/// `POST /desk/people/{id}/again`
pub(super) async fn invite_again(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: ActingPost<ManagePeople>,
) -> Result<HttpResponse, Failure> {
    let id = other_person(&id, &acting)?;
    let permit = fresh(&acting)?;
    let (invited, name) = state
        .block(move |ctx| {
            let name = people::list(ctx, &permit)?.into_iter().find(|p| p.id == id).ok_or(Error::NotFound)?.name;
            Ok((people::invite_again(ctx, &permit, id)?, name))
        })
        .await?;
    Ok(shown_once(&state, &req, &again(acting), name, invited))
}

/// `POST /desk/people/{id}/roles`
pub(super) async fn set_roles(
    state: web::Data<AppState>,
    req: HttpRequest,
    id: web::Path<String>,
    acting: ActingPost<ManagePeople>,
) -> Result<HttpResponse, Failure> {
    let id = other_person(&id, &acting)?;
    let roles = ticked_roles(&acting.fields);
    let permit = fresh(&acting)?;
    let asked = roles.clone();
    match state.block(move |ctx| people::set_roles(ctx, &permit, id, &asked)).await {
        Ok(()) => Ok(see_other("/desk/people?done=roles")),
        Err(Error::Invalid(problems)) => {
            show(&state, &req, again(acting), Typed { about: Some(id), roles, problems, ..Typed::default() }).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/people/{id}/conflicts`: `add` or `remove` a unit.
pub(super) async fn conflict(
    state: web::Data<AppState>,
    id: web::Path<String>,
    acting: ActingPost<ManagePeople>,
) -> Result<HttpResponse, Failure> {
    let id = other_person(&id, &acting)?;
    let ActingPost { permit, fields, .. } = acting;
    let adds = fields.first("act") == "add";
    state
        .block(move |ctx| {
            let change = if adds { people::add_conflict } else { people::remove_conflict };
            change(ctx, &permit, id, fields.first("area"))
        })
        .await?;
    Ok(see_other(if adds { "/desk/people?done=conflict-added" } else { "/desk/people?done=conflict-removed" }))
}

type Step = fn(&Ctx, &Permit<ManagePeople>, PersonId) -> Result<(), Error>;

async fn act(state: &AppState, id: &str, acting: ActingPost<ManagePeople>, (step, done): (Step, &str)) -> Result<HttpResponse, Failure> {
    let id = other_person(id, &acting)?;
    state.block(move |ctx| step(ctx, &acting.permit, id)).await?;
    Ok(see_other(&format!("/desk/people?done={done}")))
}

/// `POST /desk/people/{id}/disable`
pub(super) async fn disable(
    state: web::Data<AppState>,
    id: web::Path<String>,
    acting: ActingPost<ManagePeople>,
) -> Result<HttpResponse, Failure> {
    act(&state, &id, acting, (people::disable, "disabled")).await
}

/// `POST /desk/people/{id}/enable`
pub(super) async fn enable(
    state: web::Data<AppState>,
    id: web::Path<String>,
    acting: ActingPost<ManagePeople>,
) -> Result<HttpResponse, Failure> {
    act(&state, &id, acting, (people::enable, "enabled")).await
}
