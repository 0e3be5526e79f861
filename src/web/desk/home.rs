//! The desk's first page: what waits for the person, by their roles.
//!
//! Shows numbers of things the person may open anyway, never content.

use std::fmt::Display;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::labels::span;
use super::shell::{Shell, around, may, see_other};
use crate::domain::access::{
    ApproveDigest, ConfirmRetention, GrantScreening, ListReleased, ListScreening, ManageDictionary, ManagePeople, ManageReaders,
    PrepareDigest, ReadAudit, ReadDigest, Triage, WatchMail,
};
use crate::domain::digest::DigestState;
use crate::domain::id::DigestId;
use crate::domain::person::{Role, Standing};
use crate::domain::report::Status;
use crate::domain::retention::Alarm;
use crate::domain::risk::Band;
use crate::domain::span::Span;
use crate::flows::digest::Light;
use crate::flows::people::{self, Session};
use crate::flows::triage::CaseFilter;
use crate::flows::{Ctx, Error, digest, retention, screening, triage};
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::SignedIn;
use crate::web::page::{Frame, render};
use crate::web::state::AppState;

struct Screening {
    waiting: usize,
    urgent: usize,
    second: usize,
    in_intake: i64,
    grants: usize,
}

struct Cases {
    new: i64,
    in_triage: i64,
    high: i64,
}

struct Digests {
    frozen: Vec<(DigestId, Span)>,
    dead: i64,
    due: Option<Span>,
}

/// What waits; `None` where the person has no part in it.
struct Waiting {
    screening: Option<Screening>,
    cases: Option<Cases>,
    digests: Option<Digests>,
    invited: Option<usize>,
    mail: Option<Light>,
    retention: Option<Alarm>,
}

/// One box of the page.
struct Card {
    title: String,
    lines: Vec<String>,
    href: String,
    label: String,
    /// Something waits for this very person.
    calls: bool,
    /// A light: the look of its mark and its word.
    light: Option<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "desk/home.html")]
struct HomePage {
    frame: Frame,
    shell: Shell,
    cards: Vec<Card>,
    custodian: bool,
    /// Why nothing is destroyed by age, for somebody who may say that it shall be.
    retention: Option<String>,
}

fn screening_part(ctx: &Ctx, session: &Session) -> Result<Option<Screening>, Error> {
    let (Some(list), Some(grant)) = (session.actor().permit::<ListScreening>(), session.actor().permit::<GrantScreening>()) else {
        return Ok(None);
    };
    let desk = screening::list(ctx, &list)?;
    let count = |status: Status| desk.items.iter().filter(|i| i.status == status).count();
    Ok(Some(Screening {
        waiting: count(Status::Screening),
        urgent: desk.items.iter().filter(|i| i.urgent && i.status == Status::Screening).count(),
        second: count(Status::Proposed),
        in_intake: desk.in_intake,
        grants: if session.has_key { people::waiting_for_key(ctx, &grant)?.len() } else { 0 },
    }))
}

fn cases_part(ctx: &Ctx, session: &Session) -> Result<Option<Cases>, Error> {
    let Some(permit) = session.actor().permit::<ListReleased>().filter(|_| may::<Triage>(session)) else { return Ok(None) };
    let filters = [
        CaseFilter { status: Some(Status::Released), ..CaseFilter::default() },
        CaseFilter { status: Some(Status::Triage), ..CaseFilter::default() },
        CaseFilter { band: Some(Band::High), status: Some(Status::Triage), ..CaseFilter::default() },
    ];
    let [new, in_triage, high] = triage::tally(ctx, &permit, &filters)?;
    Ok(Some(Cases { new, in_triage, high }))
}

fn digests_part(ctx: &Ctx, session: &Session) -> Result<Option<Digests>, Error> {
    let Some(permit) = session.actor().permit::<ReadDigest>() else { return Ok(None) };
    let cards = digest::list(ctx, &permit)?;
    Ok(Some(Digests {
        frozen: cards.iter().filter(|c| c.record.state == DigestState::Frozen).map(|c| (c.record.id, c.record.span)).collect(),
        dead: cards.iter().map(|c| c.letters.dead).sum(),
        due: digest::offered(ctx, &permit)?.first().copied().filter(|due| cards.iter().all(|c| c.record.span.last() < due.last())),
    }))
}

fn waiting(ctx: &Ctx, session: &Session) -> Result<Waiting, Error> {
    let invited = match session.actor().permit::<ManagePeople>() {
        Some(permit) => Some(people::list(ctx, &permit)?.iter().filter(|p| p.standing == Standing::Invited).count()),
        None => None,
    };
    let mail = session.actor().permit::<WatchMail>().map(|permit| digest::light(ctx, &permit)).transpose()?;
    Ok(Waiting {
        mail,
        screening: screening_part(ctx, session)?,
        cases: cases_part(ctx, session)?,
        digests: digests_part(ctx, session)?,
        invited,
        retention: if may::<ConfirmRetention>(session) { retention::alarm_now(ctx)? } else { None },
    })
}

/// Why retention has stopped, in words.
fn stopped(frame: &Frame, alarm: Alarm) -> String {
    match alarm {
        Alarm::Clock => frame.t("desk-retention-clock"),
        Alarm::Many(class) => frame.t(&format!("desk-retention-{}", class.code())),
    }
}

struct Maker<'a> {
    frame: &'a Frame,
    cards: Vec<Card>,
}

impl Maker<'_> {
    fn n(&self, key: &str, count: &dyn Display) -> String {
        self.frame.t1(key, "n", &count.to_string())
    }

    fn card(&mut self, calls: bool, title: String, lines: Vec<String>, href: &str, label: &str) {
        self.cards.push(Card { title, lines, href: href.to_owned(), label: self.frame.t(label), calls, light: None });
    }

    fn screening(&mut self, s: &Screening) {
        let urgent = (s.waiting > 0).then(|| self.n("desk-home-screen-urgent", &s.urgent));
        let mut lines: Vec<String> = urgent.into_iter().collect();
        lines.push(self.n("desk-home-second", &s.second));
        lines.push(self.n("desk-home-intake", &s.in_intake));
        if s.grants > 0 {
            lines.push(self.n("desk-home-grants", &s.grants));
        }
        self.card(
            s.waiting + s.second + s.grants > 0,
            self.n("desk-home-screen", &s.waiting),
            lines,
            "/desk/screening",
            "desk-nav-screening",
        );
    }

    fn cases(&mut self, c: &Cases) {
        let lines = vec![self.n("desk-home-triage", &c.in_triage), self.n("desk-home-high", &c.high)];
        let href = if c.new > 0 { "/desk/reports?status=released" } else { "/desk/reports" };
        self.card(c.new > 0 || c.high > 0, self.n("desk-home-new", &c.new), lines, href, "desk-nav-reports");
    }

    fn digests(&mut self, d: &Digests, session: &Session) {
        let dead: Vec<String> = (d.dead > 0).then(|| self.n("desk-home-dead", &d.dead)).into_iter().collect();
        for (id, period) in &d.frozen {
            let title = self.frame.t1("desk-home-digest", "month", &span(self.frame, *period));
            self.card(may::<ApproveDigest>(session), title, dead.clone(), &format!("/desk/digest/{id}"), "desk-nav-digest");
        }
        if let Some(period) = d.due.filter(|_| may::<PrepareDigest>(session)) {
            let title = self.frame.t1("desk-home-digest-due", "month", &span(self.frame, period));
            self.card(true, title, dead.clone(), "/desk/digest", "desk-nav-digest");
        }
        if d.frozen.is_empty() && d.due.is_none() {
            self.card(d.dead > 0, self.frame.t("desk-home-digest-none"), dead, "/desk/digest", "desk-nav-digest");
        }
    }
}

/// The light over the digest's delivery: a colour never stands without its word and a sentence.
fn delivery(make: &mut Maker<'_>, light: Light, session: &Session) {
    let frame = make.frame;
    let (href, label) =
        if may::<ReadDigest>(session) { ("/desk/digest", "desk-nav-digest") } else { ("/desk/readers/test", "post-trial-title") };
    let look = match light.colour() {
        "green" => "good",
        "amber" => "",
        _ => "warn",
    };
    let word = frame.t(&format!("post-light-{}", light.colour()));
    make.card(light.colour() == "red", frame.t("post-light-title"), vec![frame.t(&format!("post-light-{}", light.code()))], href, label);
    if let Some(card) = make.cards.last_mut() {
        card.light = Some((look, word));
    }
}

fn cards(frame: &Frame, session: &Session, waiting: &Waiting) -> Vec<Card> {
    let mut make = Maker { frame, cards: Vec::new() };
    if let Some(s) = &waiting.screening {
        make.screening(s);
    }
    if let Some(c) = &waiting.cases {
        make.cases(c);
    }
    if let Some(d) = &waiting.digests {
        make.digests(d, session);
    }
    if let Some(light) = waiting.mail {
        delivery(&mut make, light, session);
    }
    if let Some(n) = waiting.invited {
        make.card(n > 0, make.n("desk-home-invited", &n), Vec::new(), "/desk/people", "desk-home-people");
    }
    if may::<ManageReaders>(session) {
        make.card(false, frame.t("desk-readers-title"), Vec::new(), "/desk/readers", "desk-home-readers");
    }
    if may::<ManageDictionary>(session) {
        make.card(false, frame.t("desk-dictionary-title"), Vec::new(), "/desk/dictionary", "desk-home-dictionary");
    }
    if may::<ReadAudit>(session) {
        make.card(false, frame.t("desk-audit-title"), Vec::new(), "/desk/audit", "desk-home-audit");
    }
    make.cards.sort_by_key(|c| !c.calls);
    make.cards
}

/// `POST /desk/retention/confirm`: what is due may be destroyed.
pub(super) async fn confirm_retention(state: web::Data<AppState>, acting: ActingPost<ConfirmRetention>) -> Result<HttpResponse, Failure> {
    state.block(move |ctx| retention::confirm(ctx, &acting.permit)).await?;
    Ok(see_other("/desk?done=retention"))
}

/// `GET /desk`
pub(super) async fn page(state: web::Data<AppState>, req: HttpRequest, SignedIn(session): SignedIn) -> Result<HttpResponse, Failure> {
    let asking = Arc::clone(&session);
    let waiting = state.block(move |ctx| waiting(ctx, &asking)).await?;
    let (frame, shell) = around(&state, &session, &req, "desk-home-title");
    let page = HomePage {
        cards: cards(&frame, &session, &waiting),
        custodian: session.roles.has(Role::Custodian),
        retention: waiting.retention.map(|alarm| stopped(&frame, alarm)),
        frame,
        shell,
    };
    Ok(render(&page, StatusCode::OK))
}
