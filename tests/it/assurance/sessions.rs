//! Sessions: their tokens, their limits by the clock, their number; and proving again before grave acts.

use candor::domain::person::Role;

use crate::on_both;
use crate::support::app::{PASSPHRASE, TestApp};
use crate::support::client::{Form, Page, Visitor};

const NEW: &str = "nine quiet lanterns under the bridge";

fn token(visitor: &Visitor) -> String {
    visitor.cookies.get("candor").expect("a session").clone()
}

/// Whether a token still opens the desk.
fn lives(app: &TestApp, token: &str) -> bool {
    let mut visitor = app.visitor();
    visitor.cookies.insert("candor".to_owned(), token.to_owned());
    visitor.send("GET", "/desk", &[], &[]).status == 200
}

/// Fills in the page that asks for a fresh proof.
pub fn confirm(app: &TestApp, visitor: &mut Visitor, page: &Page, role: Role) -> Page {
    let code = app.code(app.member(role, 0));
    visitor.submit(&page.form("confirm-passphrase").set("confirm-passphrase", PASSPHRASE).set("confirm-code", &code))
}

on_both! {
    fn se_04_every_proof_brings_a_new_token_and_kills_the_old_one(app: TestApp) {
        let mut fixed = app.visitor();
        let planted = "ab".repeat(32);
        fixed.cookies.insert("candor".to_owned(), planted.clone());
        app.sign_in(&mut fixed, app.member(Role::Operator, 0), PASSPHRASE);
        let first = token(&fixed);
        assert!(first != planted && lives(&app, &first) && !lives(&app, &planted), "at sign-in");

        app.clock.advance(301);
        let asked = fixed.get("/desk/confirm?next=/desk/people");
        let back = confirm(&app, &mut fixed, &asked, Role::Operator);
        assert_eq!((back.status, back.path.as_str()), (200, "/desk/people"), "{}", back.visible());
        let second = token(&fixed);
        assert!(second != first && lives(&app, &second) && !lives(&app, &first), "at a fresh proof");

        let form = fixed.get("/desk/me").form("name=\"old\"").set("old", PASSPHRASE).set("passphrase", NEW).set("again", NEW);
        let changed = fixed.submit(&form);
        assert_eq!((changed.status, changed.path.as_str()), (200, "/desk/me?done=passphrase"), "{}", changed.visible());
        let third = token(&fixed);
        assert!(third != second && lives(&app, &third) && !lives(&app, &second), "at a new pass-phrase");

        let out = fixed.get("/desk").form("/sign-out");
        fixed.submit(&out);
        assert!(!fixed.cookies.contains_key("candor") && !lives(&app, &third), "at sign-out");
    }
}

on_both! {
    fn se_05_sessions_end_after_15_idle_minutes_and_after_8_hours(app: TestApp) {
        let mut visitor = app.signed_in(Role::Analyst, 0);
        app.clock.advance(15 * 60 - 1);
        assert_eq!(visitor.get("/desk").path, "/desk");
        app.clock.advance(15 * 60);
        assert!(visitor.get("/desk").path.starts_with("/sign-in"), "idle");

        let mut busy = app.signed_in(Role::Analyst, 0);
        for _ in 0..47 {
            app.clock.advance(600);
            assert_eq!(busy.get("/desk").path, "/desk");
        }
        app.clock.advance(300);
        let asked = busy.get("/desk/confirm");
        assert_eq!(confirm(&app, &mut busy, &asked, Role::Analyst).status, 200, "a fresh proof");
        app.clock.advance(300);
        assert!(busy.get("/desk").path.starts_with("/sign-in"), "8 hours are the end, a fresh proof or not");
    }
}

on_both! {
    fn se_05_a_key_locks_after_5_idle_minutes(app: TestApp) {
        app.file("The fuse box stood open.");
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 0);
        let raw = screener.get("/desk/screening").link("/desk/screening/");
        for _ in 0..3 {
            app.clock.advance(299);
            assert!(screener.get(&raw).text().contains("fuse box"));
        }
        app.clock.advance(300);
        assert!(screener.get(&raw).path.starts_with("/desk/unlock"));
    }
}

on_both! {
    fn a_third_session_ends_the_oldest_and_one_ends_all_others(app: TestApp) {
        let all: Vec<String> = (0..3).map(|_| token(&app.signed_in(Role::Analyst, 0))).collect();
        assert_eq!(all.iter().map(|t| lives(&app, t)).collect::<Vec<_>>(), [false, true, true]);

        let mut last = app.visitor();
        last.cookies.insert("candor".to_owned(), all[2].clone());
        let me = last.get("/desk/me");
        let done = last.submit(&me.form("/desk/me/sessions"));

        assert_eq!(done.status, 200, "{}", done.visible());
        assert_eq!(all.iter().map(|t| lives(&app, t)).collect::<Vec<_>>(), [false, false, true]);
    }
}

on_both! {
    fn a_new_pass_phrase_ends_other_sessions_and_keeps_the_key(app: TestApp) {
        app.file("The fuse box stood open.");
        app.next_day();
        let other = token(&app.signed_in(Role::Screener, 0));
        let mut screener = app.signed_in(Role::Screener, 0);
        let raw = screener.get("/desk/screening").link("/desk/screening/");
        let form = screener.get("/desk/me").form("name=\"old\"");
        for (old, new, again) in [("not the old one at all", NEW, NEW), (PASSPHRASE, NEW, "another"), (PASSPHRASE, "short", "short"), (PASSPHRASE, PASSPHRASE, PASSPHRASE)] {
            assert_eq!(screener.submit(&form.clone().set("old", old).set("passphrase", new).set("again", again)).status, 422, "{old} {new}");
        }
        assert!(lives(&app, &other));

        assert_eq!(screener.submit(&form.set("old", PASSPHRASE).set("passphrase", NEW).set("again", NEW)).status, 200);

        assert!(!lives(&app, &other));
        assert!(screener.get(&raw).text().contains("fuse box"), "the same key opens");
        let member = app.member(Role::Screener, 0);
        assert_eq!(app.sign_in(&mut app.visitor(), member, PASSPHRASE).status, 403);
        let mut again = app.visitor();
        assert_eq!(app.sign_in(&mut again, member, NEW).status, 200);
        assert!(again.get(&raw).text().contains("fuse box"));
    }
}

on_both! {
    fn grave_acts_ask_for_a_fresh_proof_and_lose_nothing_that_was_typed(app: TestApp) {
        let mut operator = app.signed_in(Role::Operator, 0);
        let form = operator.get("/desk/people").form("name=\"email\"").set("name", "Noor\nHaddad").set("email", "noor@example.org").add("roles", "analyst").add("roles", "publisher");
        let form = form.set("name", "Noor Haddad");
        app.clock.advance(301);

        let asked = operator.submit(&form);
        assert_eq!(asked.status, 403, "{}", asked.visible());
        assert!(!operator.get("/desk/people").text().contains("noor@example.org"), "nothing is done yet");
        let wrong = operator.submit(&asked.form("confirm-passphrase").set("confirm-passphrase", "a wrong guess entirely").set("confirm-code", "123456"));
        assert_eq!(wrong.status, 403, "{}", wrong.visible());
        let done = confirm(&app, &mut operator, &wrong, Role::Operator);

        assert_eq!(done.status, 200, "{}", done.visible());
        assert!(done.text().contains("/set-up?t="), "{}", done.visible());
        let people = operator.get("/desk/people");
        assert!(people.text().contains("noor@example.org") && people.text().contains("Noor Haddad"), "{}", people.visible());
        let form = people.form("name=\"email\"").set("name", "Second").set("email", "second@example.org").add("roles", "analyst");
        assert_eq!(operator.submit(&form).status, 200, "for five minutes nobody asks again");
    }
}

on_both! {
    fn a_list_that_was_uploaded_survives_the_question(app: TestApp) {
        let mut operator = app.signed_in(Role::Operator, 0);
        let csrf = operator.get("/desk/dictionary").form("name=\"csv\"").value("csrf").expect("a token").to_owned();
        app.clock.advance(301);
        let csv = "term,kind\nOttoline Brackwater,person\n\"Quarrie, \"\"Bo\"\"\",person\n";
        let part = |name: &str, more: &str, value: &str| format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"{more}\r\n\r\n{value}\r\n");
        let body = [part("csrf", "", &csrf), part("file", "; filename=\"list.csv\"", csv), "--edge--\r\n".to_owned()].concat();
        let headers = [("content-type", "multipart/form-data; boundary=edge"), ("sec-fetch-site", "same-origin")];

        let asked = operator.send("POST", "/desk/dictionary", &headers, body.as_bytes());
        assert_eq!(asked.status, 403, "{}", asked.visible());
        assert!(asked.text().contains("enctype=\"multipart/form-data\""));
        let done = confirm(&app, &mut operator, &asked, Role::Operator);

        assert_eq!((done.status, done.path.as_str()), (200, "/desk/dictionary?done=terms-added"), "{}", done.visible());
        assert!(done.visible().contains('2'), "{}", done.visible());
    }
}

on_both! {
    fn every_grave_act_asks_and_nobody_else_learns_of_it(app: TestApp) {
        let grave: [(Role, &[&str]); 5] = [
            (Role::Operator, &["/desk/people", "/desk/people/{id}/roles", "/desk/people/{id}/again", "/desk/people/{id}/disable", "/desk/people/{id}/enable", "/desk/people/{id}/conflicts", "/desk/dictionary", "/desk/dictionary/remove"]),
            (Role::Screener, &["/desk/screening/grant"]),
            (Role::Publisher, &["/desk/digest/{id}/approve"]),
            (Role::Auditor, &["/desk/me/codes", "/desk/me/passkeys", "/desk/me/passphrase", "/desk/me/passkeys/{id}/remove", "/desk/holds/{id}"]),
            (Role::Custodian, &["/desk/callbacks/request", "/desk/callbacks/handover", "/desk/callbacks/{id}/take", "/desk/callbacks/{id}/open", "/desk/callbacks/{id}/read", "/desk/holds"]),
        ];
        for (role, paths) in grave {
            let mut visitor = app.signed_in(role, 0);
            let csrf = visitor.get("/desk").form("csrf").value("csrf").expect("a token").to_owned();
            app.clock.advance(301);
            for path in paths {
                let asked = crate::assurance::matrix::ask(&mut visitor, &csrf, "POST", path);
                assert!(asked.status == 403 && asked.text().contains("confirm-passphrase"), "{role:?} on {path}: {} {}", asked.status, asked.visible());
            }
        }
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let csrf = analyst.get("/desk").form("csrf").value("csrf").expect("a token").to_owned();
        app.clock.advance(301);
        assert_eq!(crate::assurance::matrix::ask(&mut analyst, &csrf, "POST", "/desk/people").status, 404, "whoever may not do it is not asked");
    }
}

on_both! {
    fn se_06_forged_posts_are_refused(app: TestApp) {
        let mut operator = app.signed_in(Role::Operator, 0);
        let form = operator.get("/desk/people").form("name=\"email\"").set("name", "New Person").set("email", "new@example.org").add("roles", "analyst");
        let kind = ("content-type", "application/x-www-form-urlencoded");
        let mut sent = |form: &Form, headers: &[(&str, &str)]| operator.send("POST", &form.action, &[&[kind], headers].concat(), form.encoded().as_bytes()).status;

        for headers in [
            &[("sec-fetch-site", "cross-site")][..], &[("sec-fetch-site", "same-site")], &[("origin", "https://evil.example")], &[("origin", "null")],
            &[("sec-fetch-site", "cross-site"), ("origin", app.base.as_str())], &[],
        ] {
            assert_eq!(sent(&form, headers), 403, "{headers:?}");
        }
        let colleague = app.signed_in(Role::Analyst, 0).get("/desk").form("csrf").value("csrf").expect("a token").to_owned();
        for forged in ["", "0", &"0".repeat(64), &colleague] {
            assert_eq!(sent(&form.clone().set("csrf", forged), &[("sec-fetch-site", "same-origin")]), 403, "token {forged:?}");
        }
        let mut stranger = app.visitor();
        let door = stranger.get("/sign-in").form("passphrase");
        assert_eq!(stranger.send("POST", "/sign-in", &[kind, ("sec-fetch-site", "cross-site")], door.encoded().as_bytes()).status, 403, "the door too");

        assert!(!operator.get("/desk/people").text().contains("new@example.org"));
        assert_eq!(operator.submit(&form).status, 200, "the control");
        assert!(operator.get("/desk/people").text().contains("new@example.org"));
    }
}
