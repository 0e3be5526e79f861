//! The staff side: every address below `/desk`, and the doors `/sign-in`, `/sign-out` and `/set-up`.
//!
//! A page that shows asks for `SignedIn` or `Acting<A>`, a form for `Posted` or `ActingPost<A>`; a handler without one
//! of them is one of the three doors. Everything works without script; one page brings a
//! few keys for its screeners, and three bring passkeys.

mod action_check;
mod action_form;
mod actions;
mod answer;
mod audit;
mod callbacks;
mod case;
mod chart_words;
mod confirm;
mod dictionary;
mod digest;
mod editor;
mod holds;
mod home;
mod labels;
mod lessons;
mod letter;
mod me;
mod people;
mod problems;
mod proposal;
mod readers;
mod redact;
mod reports;
mod screening;
mod search;
mod set_up;
mod shell;
mod sign_in;
mod spans;
mod talk;
mod trends;
mod trial;
mod unlock;
mod unseal;

use actix_web::HttpResponse;
use actix_web::web::{ServiceConfig, post, resource};

use super::limits::{TakesFile, upload_config};
use super::method::read;

/// Passkeys on the sign-in page, on the page that asks for a proof, and on one's own.
const PASSKEYS: &str = include_str!("../static/passkey.js");
/// Keys for the screening page.
const SCRIPT: &str = include_str!("../static/desk.js");

async fn script() -> HttpResponse {
    HttpResponse::Ok().content_type("text/javascript; charset=utf-8").body(SCRIPT)
}

async fn passkeys() -> HttpResponse {
    HttpResponse::Ok().content_type("text/javascript; charset=utf-8").body(PASSKEYS)
}

/// Registers every staff address.
pub(super) fn configure(cfg: &mut ServiceConfig) {
    cfg.service(resource("/sign-in").route(read().to(sign_in::form)).route(post().to(sign_in::submit)))
        .service(resource("/sign-out").route(post().to(sign_in::sign_out)))
        .service(resource("/set-up").route(read().to(set_up::form)).route(post().to(set_up::submit)))
        .service(resource("/static/desk.js").route(read().to(script)))
        .service(resource("/static/passkey.js").route(read().to(passkeys)))
        .service(resource("/desk").route(read().to(home::page)))
        .service(resource("/desk/retention/confirm").route(post().to(home::confirm_retention)))
        .service(resource("/desk/unlock").route(read().to(unlock::form)).route(post().to(unlock::submit)))
        .service(resource("/desk/confirm").route(read().to(confirm::form)).route(post().to(confirm::submit)));
    own_side(cfg);
    cfg.service(resource("/unseal").route(read().to(unseal::form)).route(post().to(unseal::submit)));
    screening_side(cfg);
    custody_side(cfg);
    analyst_side(cfg);
    running_side(cfg);
}

fn own_side(cfg: &mut ServiceConfig) {
    cfg.service(resource("/desk/me").route(read().to(me::page)))
        .service(resource("/desk/me/passphrase").route(post().to(me::passphrase)))
        .service(resource("/desk/me/passkeys").route(post().to(me::add_passkey)))
        .service(resource("/desk/me/passkeys/{id}/remove").route(post().to(me::remove_passkey)))
        .service(resource("/desk/me/codes").route(post().to(me::codes)))
        .service(resource("/desk/me/sessions").route(post().to(me::end_sessions)));
}

fn screening_side(cfg: &mut ServiceConfig) {
    cfg.service(resource("/desk/screening").route(read().to(screening::list)))
        .service(resource("/desk/screening/grant").route(post().to(screening::grant)))
        .service(resource("/desk/screening/{id}").route(read().to(redact::open)).route(post().to(redact::submit)))
        .service(resource("/desk/talk/{id}").route(read().to(talk::page)).route(post().to(talk::ask)))
        .service(resource("/desk/talk/{id}/{position}").route(read().to(answer::open)).route(post().to(answer::submit)))
        .service(resource("/desk/talk/{id}/{position}/confirm").route(post().to(answer::decide)))
        .service(resource("/desk/proposal/{id}").route(read().to(proposal::page)).route(post().to(proposal::decide)));
}

fn custody_side(cfg: &mut ServiceConfig) {
    cfg.service(resource("/desk/callbacks").route(read().to(callbacks::page)))
        .service(resource("/desk/callbacks/ask").route(post().to(callbacks::ask)))
        .service(resource("/desk/callbacks/request").route(post().to(callbacks::request)))
        .service(resource("/desk/callbacks/handover").route(post().to(callbacks::handover)))
        .service(resource("/desk/callbacks/{id}/take").route(post().to(callbacks::take)))
        .service(resource("/desk/callbacks/{id}/open").route(post().to(callbacks::open)))
        .service(resource("/desk/callbacks/{id}/decline").route(post().to(callbacks::decline)))
        .service(resource("/desk/callbacks/{id}/read").route(post().to(callbacks::read)))
        .service(resource("/desk/callbacks/{id}/close").route(post().to(callbacks::close)))
        .service(resource("/desk/holds").route(read().to(holds::page)).route(post().to(holds::request)))
        .service(resource("/desk/holds/{id}").route(post().to(holds::decide)));
}

fn analyst_side(cfg: &mut ServiceConfig) {
    cfg.service(resource("/desk/reports").route(read().to(reports::list)).route(post().to(search::find)))
        .service(resource("/desk/reports/{id}").route(read().to(case::page)).route(post().to(case::save)))
        .service(resource("/desk/trends").route(read().to(trends::page)))
        .service(resource("/desk/actions").route(read().to(actions::list)).route(post().to(actions::record)))
        .service(resource("/desk/actions/{id}").route(read().to(actions::page)).route(post().to(actions::change)))
        .service(resource("/desk/lessons").route(read().to(lessons::list)).route(post().to(lessons::write)))
        .service(resource("/desk/lessons/{id}").route(read().to(lessons::page)).route(post().to(lessons::change)))
        .service(resource("/desk/lessons/{id}/publish").route(post().to(lessons::publish)))
        .service(resource("/desk/lessons/{id}/back").route(post().to(lessons::take_back)))
        .service(resource("/desk/trends/burst").route(post().to(trends::settle)))
        .service(resource("/desk/digest").route(read().to(digest::list)).route(post().to(digest::prepare)))
        .service(resource("/desk/digest/write").route(read().to(editor::page)).route(post().to(editor::freeze)))
        .service(resource("/desk/digest/write/letter").route(post().to(editor::letter)))
        .service(resource("/desk/digest/{id}/talk").route(read().to(letter::talk)))
        .service(resource("/desk/digest/{id}").route(read().to(digest::page)))
        .service(resource("/desk/digest/{id}/letter").route(read().to(letter::html)))
        .service(resource("/desk/digest/{id}/chart.png").route(read().to(letter::chart)))
        .service(resource("/desk/digest/{id}/approve").route(post().to(digest::approve)))
        .service(resource("/desk/digest/{id}/retry").route(post().to(digest::retry)));
}

fn running_side(cfg: &mut ServiceConfig) {
    cfg.service(resource("/desk/readers").route(read().to(readers::list)).route(post().to(readers::add)))
        .service(resource("/desk/readers/test").route(read().to(trial::page)).route(post().to(trial::send)))
        .service(resource("/desk/readers/{id}/remove").route(post().to(readers::remove)))
        .service(resource("/desk/people").route(read().to(people::list)).route(post().to(people::invite)))
        .service(resource("/desk/people/{id}/again").route(post().to(people::invite_again)))
        .service(resource("/desk/people/{id}/roles").route(post().to(people::set_roles)))
        .service(resource("/desk/people/{id}/disable").route(post().to(people::disable)))
        .service(resource("/desk/people/{id}/conflicts").route(post().to(people::conflict)))
        .service(resource("/desk/people/{id}/enable").route(post().to(people::enable)))
        .service(
            resource("/desk/dictionary")
                .app_data(upload_config())
                .app_data(TakesFile)
                .route(read().to(dictionary::page))
                .route(post().to(dictionary::import)),
        )
        .service(resource("/desk/dictionary/remove").route(post().to(dictionary::remove)))
        .service(resource("/desk/audit").route(read().to(audit::page)))
        .service(resource("/desk/audit/verify").route(post().to(audit::verify)));
}
