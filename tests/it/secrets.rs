//! Planted words must not appear where they must not: at rest, in another role's pages, in headers, in addresses.

use candor::domain::person::Role;

use crate::journey::screen;
use crate::on_both;
use crate::support::app::{self, TestApp};
use crate::support::at_rest;
use crate::support::client::Visitor;
use crate::support::service::Service;

const CANARIES: [&str; 4] = ["Quillfeather", "960199", "zirconium", "sluiceway"];
const STORY: &str = "Dr Quillfeather (bleep 960199) left the zirconium valve open and the sluiceway flooded.";

fn assert_absent(app: &TestApp, when: &str) {
    at_rest::assert_absent(&app.bytes_at_rest(), &CANARIES, when);
}

on_both! {
    fn nothing_readable_rests_at_any_stage(app: TestApp) {
        let words = app.file(STORY);
        assert_absent(&app, "after filing");
        app.next_day();
        assert_absent(&app, "on the desk");
        screen(&app);
        assert_absent(&app, "after release");

        let receipt: Vec<u8> = words.into_bytes();
        for (place, bytes) in app.bytes_at_rest() {
            assert!(!bytes.windows(receipt.len()).any(|w| w == receipt), "the receipt's words in {place}");
        }
    }
}

/// What a browser or a proxy in front may say about the machine it runs on.
const TRACES: [(&str, &str); 9] = [
    ("user-agent", "canaryagent/1.0"),
    ("x-forwarded-for", "198.51.100.77"),
    ("forwarded", "for=198.51.100.78"),
    ("x-real-ip", "198.51.100.79"),
    ("true-client-ip", "198.51.100.80"),
    ("referer", "http://canaryreferer.example/ward"),
    ("accept-language", "canarylanguage"),
    ("cookie", "canarycookie=1"),
    ("sec-ch-ua-model", "canarymodel"),
];

on_both! {
    /// Files one report with telling headers at the real program, which logs all it can, and looks for them in everything it left.
    fn an_01_an_02_a_visitor_leaves_no_trace(url: &str, folder: &Path) {
        use candor::domain::clock::{Clock as _, FixedClock, SystemClock};
        let config = app::installation(url, &std::sync::Arc::new(FixedClock::at(SystemClock.now())), folder);
        let service = Service::start_saying(&config, "trace");
        let mut visitor = Visitor::new(&service.base);
        let page = visitor.send("GET", "/report", &TRACES, &[]);
        for absent in ["set-cookie", "accept-ch"] {
            assert_eq!(page.header(absent), None);
        }
        let body = page.form("narrative").set("kind", "near-miss").set("narrative", STORY).encoded();
        let headers: Vec<_> = TRACES.into_iter().chain([("content-type", "application/x-www-form-urlencoded")]).collect();
        assert_eq!(visitor.send("POST", "/report", &headers, body.as_bytes()).status, 200);
        let refused = visitor.send("POST", "/report", &headers, b"narrative=Quillfeather&kind=nonsense");
        assert!(refused.status >= 400, "{}", refused.status);
        service.kill();

        let places = at_rest::everything(url, folder);
        assert!(places.iter().any(|(place, bytes)| place.ends_with("service.log") && !bytes.is_empty()), "the program said nothing at all");
        at_rest::assert_absent(&places, &["canary", "198.51.100.", "Quillfeather", "960199"], "after a visit");
    }
}

on_both! {
    fn ac_02_a_stranger_and_the_wrong_role_see_what_is_not_there(app: TestApp) {
        app.file(STORY);
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 0);
        let raw = screener.get("/desk/screening").link("/desk/screening/");

        for role in [Role::Analyst, Role::Publisher, Role::Auditor, Role::Operator, Role::Custodian] {
            let mut other = app.signed_in(role, 0);
            let (real, missing) = (other.get(&raw), other.get("/desk/screening/00000000000000000000000000000000"));
            assert_eq!((real.status, missing.status), (404, 404), "{role:?}");
            assert_eq!(real.visible(), missing.visible(), "{role:?} can tell a report from nothing");
        }
        let stranger = app.visitor().send("GET", &raw, &[], &[]);
        assert_eq!(stranger.status, 303, "a stranger is sent to sign in");
    }
}

on_both! {
    fn se_05_a_locked_key_opens_again_with_the_pass_phrase(app: TestApp) {
        app.file(STORY);
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 0);
        let raw = screener.get("/desk/screening").link("/desk/screening/");
        assert_eq!(screener.get(&raw).status, 200);

        app.clock.advance(6 * 60);
        let locked = screener.get(&raw);
        assert!(locked.path.starts_with("/desk/unlock"), "{}", locked.path);
        let open = screener.submit(&locked.form("passphrase").set("passphrase", crate::support::app::PASSPHRASE));
        assert!(open.visible().contains("Quillfeather"), "{}", open.visible());

        app.clock.advance(16 * 60);
        assert!(screener.get("/desk").path.starts_with("/sign-in"));
    }
}

on_both! {
    fn se_11_wrong_guesses_wait_and_nobody_is_locked_out_for_longer_than_a_minute(app: TestApp) {
        let member = app.member(Role::Analyst, 0);
        let code = app.code(member);
        let mut visitor = app.visitor();
        let form = visitor.get("/sign-in").form("passphrase").set("email", &member.email).set("passphrase", crate::support::app::PASSPHRASE).set("code", &code);
        visitor.submit(&form);
        assert!(!visitor.cookies.is_empty());

        let mut thief = app.visitor();
        thief.submit(&form);
        assert!(thief.cookies.is_empty(), "a used code must not work again");

        let fresh = app.code(member);
        for _ in 0..5 {
            thief.submit(&form.clone().set("passphrase", "a wrong guess entirely"));
        }
        let mut owner = app.visitor();
        let early = owner.submit(&form.clone().set("code", &fresh));
        assert!(owner.cookies.is_empty(), "an account waits after failures");
        let unknown = thief.submit(&form.clone().set("email", "nobody@example.org"));
        let said = |page: &crate::support::client::Page| page.visible().replace(&member.email, "").replace("nobody@example.org", "");
        assert_eq!((early.status, said(&early)), (unknown.status, said(&unknown)), "a stranger can tell that an account exists");
        app.clock.advance(120);
        app.sign_in(&mut owner, member, crate::support::app::PASSPHRASE);
        assert!(!owner.cookies.is_empty(), "nobody is locked out for longer than a minute");
    }
}

on_both! {
    fn the_audit_chain_names_a_changed_entry(app: TestApp) {
        use candor::domain::audit::Verdict;
        use diesel::connection::SimpleConnection as _;
        use diesel::Connection as _;
        app.file(STORY);
        app.next_day();
        screen(&app);
        assert!(matches!(candor::flows::audit::verify(&app.ctx), Ok(Verdict::Whole(n)) if n > 5));

        let change = "UPDATE audit SET actor = 'somebody-else' WHERE seq = 4";
        match app.url.strip_prefix("sqlite://") {
            Some(path) => diesel::SqliteConnection::establish(path).expect("file").batch_execute(change).expect("changed"),
            None => diesel::PgConnection::establish(&app.url).expect("server").batch_execute(change).expect("changed"),
        }

        assert_eq!(candor::flows::audit::verify(&app.ctx).ok(), Some(Verdict::BrokenAt(4)));
    }
}
