//! What stands round every desk page: navigation by role, the person's name, the key's state, the anti-forgery token,
//! and the line that says what was just done.
//!
//! A redirect carries what was done as one word in its address; words that are not on the list here say nothing.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};

use crate::domain::access::{
    Act, ListCallbacks, ListHolds, ListReleased, ListScreening, ManageDictionary, ManagePeople, ManageReaders, ReadAudit, ReadDigest,
    ReadLearning, ReadTrends,
};
use crate::domain::person::Role;
use crate::flows::people::Session;
use crate::web::page::Frame;
use crate::web::query::query_value;
use crate::web::state::AppState;

/// What may stand in `?done=`; message key `desk-done-<word>`.
const DONE: [&str; 50] = [
    "signed-out",
    "released",
    "proposed",
    "sent-back",
    "granted",
    "coded",
    "prepared",
    "approved",
    "retried",
    "reader-added",
    "reader-asked",
    "reader-removed",
    "disabled",
    "enabled",
    "roles",
    "terms-added",
    "terms-removed",
    "terms-none",
    "remembered",
    "retention",
    "callback-asked",
    "callback-requested",
    "callback-opened",
    "callback-declined",
    "callback-closed",
    "handover-started",
    "handover-done",
    "hold-asked",
    "hold-confirmed",
    "hold-ended",
    "burst-settled",
    "passphrase",
    "passkey-added",
    "passkey-removed",
    "sessions-ended",
    "conflict-added",
    "conflict-removed",
    "confirmed",
    "asked",
    "answer-released",
    "answer-proposed",
    "answer-aside",
    "answer-confirmed",
    "answer-back",
    "action-kept",
    "action-changed",
    "lesson-kept",
    "lesson-changed",
    "lesson-published",
    "lesson-back",
];

/// One entry of the navigation.
pub(super) struct NavItem {
    /// Where it leads.
    pub(super) href: &'static str,
    /// Its words.
    pub(super) label: String,
    /// Whether the page shown is in that part of the desk.
    pub(super) here: bool,
}

/// What stands round a desk page.
pub(super) struct Shell {
    /// Navigation.
    pub(super) nav: Vec<NavItem>,
    /// Name of the person signed in.
    pub(super) name: String,
    /// Anti-forgery token for the page's forms.
    pub(super) csrf: String,
    /// State of the screening key as `open`, `locked` or `none`; blank for people who are no screeners.
    pub(super) key: &'static str,
    /// What was just done.
    pub(super) done: Option<String>,
    /// Why something was refused.
    pub(super) refused: Option<String>,
}

impl Shell {
    /// The shell for this request.
    pub(super) fn of(frame: &Frame, session: &Session, req: &HttpRequest) -> Self {
        Self {
            nav: navigation(frame, session, req.path()),
            name: session.name.clone(),
            csrf: session.csrf.clone(),
            key: key_state(session),
            done: done(frame, req),
            refused: None,
        }
    }

    /// The same shell saying what was done, if anything.
    pub(super) fn having_done(mut self, words: Option<String>) -> Self {
        self.done = words.or(self.done);
        self
    }

    /// The same shell with a refusal on top.
    pub(super) fn refusing(mut self, words: Option<String>) -> Self {
        self.refused = words;
        self
    }
}

/// Frame and shell of a page whose title is the message `title_key`.
pub(super) fn around(state: &AppState, session: &Session, req: &HttpRequest, title_key: &str) -> (Frame, Shell) {
    let frame = Frame::of(state, req, title_key);
    let shell = Shell::of(&frame, session, req);
    (frame, shell)
}

/// What was done, from the query.
pub(super) fn done(frame: &Frame, req: &HttpRequest) -> Option<String> {
    let word = query_value(req.query_string(), "done")?;
    DONE.contains(&word.as_str()).then(|| frame.t(&format!("desk-done-{word}")))
}

fn key_state(session: &Session) -> &'static str {
    match (session.roles.has(Role::Screener), session.has_key, session.unlocked) {
        (false, ..) => "",
        (true, false, _) => "none",
        (true, true, false) => "locked",
        (true, true, true) => "open",
    }
}

/// Whether the person may do `A`.
pub(super) fn may<A: Act>(session: &Session) -> bool {
    session.actor().permit::<A>().is_some()
}

fn navigation(frame: &Frame, session: &Session, path: &str) -> Vec<NavItem> {
    let all: [(bool, &'static str, &str); 13] = [
        (true, "/desk", "desk-nav-home"),
        (may::<ListScreening>(session), "/desk/screening", "desk-nav-screening"),
        (may::<ListCallbacks>(session), "/desk/callbacks", "desk-nav-callbacks"),
        (may::<ListHolds>(session), "/desk/holds", "desk-nav-holds"),
        (may::<ListReleased>(session), "/desk/reports", "desk-nav-reports"),
        (may::<ReadTrends>(session), "/desk/trends", "desk-nav-trends"),
        (may::<ReadLearning>(session), "/desk/actions", "desk-nav-actions"),
        (may::<ReadLearning>(session), "/desk/lessons", "desk-nav-lessons"),
        (may::<ReadDigest>(session), "/desk/digest", "desk-nav-digest"),
        (may::<ManageReaders>(session), "/desk/readers", "desk-nav-readers"),
        (may::<ManagePeople>(session), "/desk/people", "desk-nav-people"),
        (may::<ManageDictionary>(session), "/desk/dictionary", "desk-nav-dictionary"),
        (may::<ReadAudit>(session), "/desk/audit", "desk-nav-audit"),
    ];
    let here = |href: &str| {
        path == href || (href != "/desk" && path.starts_with(href)) || (href == "/desk/screening" && path.starts_with("/desk/proposal"))
    };
    let shown = all.into_iter().filter(|(allowed, ..)| *allowed);
    shown.map(|(_, href, key)| NavItem { href, label: frame.t(key), here: here(href) }).collect()
}

/// Off to another desk page after something was done, so that reloading does not do it twice.
pub(super) fn see_other(location: &str) -> HttpResponse {
    HttpResponse::build(StatusCode::SEE_OTHER).insert_header((header::LOCATION, location.to_owned())).finish()
}
