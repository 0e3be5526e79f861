//! Separation of duties: refused pairs, and what an operator can and cannot give.

use candor::domain::person::{REFUSED, Role};
use diesel::Connection as _;
use diesel::connection::SimpleConnection as _;

use crate::on_both;
use crate::support::app::{self, PASSPHRASE, TestApp};
use crate::support::program::candor;

fn by_sql(url: &str, change: &str) -> bool {
    match url.strip_prefix("sqlite://") {
        Some(path) => diesel::SqliteConnection::establish(path).expect("file").batch_execute(change).is_ok(),
        None => diesel::PgConnection::establish(url).expect("server").batch_execute(change).is_ok(),
    }
}

on_both! {
    fn ac_04_refused_pairs_are_refused_by_the_pages_and_by_the_database(app: TestApp) {
        for (number, (one, other)) in REFUSED.into_iter().enumerate() {
            let mut operator = app.signed_in(Role::Operator, 0);
            let email = format!("hats{number}@example.org");
            let form = operator.get("/desk/people").form("name=\"email\"").set("name", "Two Hats").set("email", &email);
            let page = operator.submit(&form.clone().add("roles", one.code()).add("roles", other.code()));
            assert_eq!(page.status, 422, "{one:?} and {other:?} by invitation: {}", page.visible());
            assert!(page.text().contains(&email), "what was typed is kept");

            let invited = operator.submit(&form.add("roles", one.code()));
            assert_eq!(invited.status, 200, "{}", invited.visible());
            let people = operator.get("/desk/people").text();
            let at = people.find(&email).expect("listed");
            let roles = regex::Regex::new(r"/desk/people/[0-9a-f]{32}/roles").expect("pattern").find_at(&people, at).expect("a form").as_str().to_owned();
            let form = operator.get("/desk/people").form(&roles).add("roles", other.code());
            assert_eq!(operator.submit(&form).status, 422, "{one:?} and {other:?} by change");

            let columns = (format!("is_{}", one.code()), format!("is_{}", other.code()));
            let change = format!("UPDATE staff SET {} = TRUE WHERE email = '{email}'", columns.1);
            assert!(!by_sql(&app.url, &change), "{one:?} and {other:?} by SQL");
            let control = format!("UPDATE staff SET {0} = FALSE, {1} = TRUE WHERE email = '{email}'", columns.0, columns.1);
            assert!(by_sql(&app.url, &control), "either of them alone is allowed");
        }
    }
}

on_both! {
    fn ac_04_refused_pairs_are_refused_by_the_command_line(url: &str, folder: &Path) {
        use candor::domain::clock::{Clock as _, FixedClock, SystemClock};
        let config = app::installation(url, &std::sync::Arc::new(FixedClock::at(SystemClock.now())), folder);
        let config = config.display().to_string();
        for (one, other) in REFUSED {
            let pair = ["--role", one.code(), "--role", other.code()];
            let added = candor(&[&["user", "add", "hats@example.org", "--name", "Two Hats", "--config", &config][..], &pair[..]].concat(), "");
            let changed = candor(&[&["user", "role", "publisher3@example.org", "--config", &config][..], &pair[..]].concat(), "");

            assert_eq!((added.status.code(), changed.status.code()), (Some(2), Some(2)), "{one:?} and {other:?}");
        }
        let listed = String::from_utf8_lossy(&candor(&["user", "list", "--config", &config], "").stdout).into_owned();
        assert!(!listed.contains("hats@") && listed.lines().any(|l| l.contains("publisher3@") && l.trim_end().ends_with("publisher")), "{listed}");
    }
}

/// The address of a person's form on the people page.
fn address(page: &str, email: &str, what: &str) -> String {
    let at = page.find(email).expect("listed");
    regex::Regex::new(&format!("/desk/people/[0-9a-f]{{32}}/{what}"))
        .expect("pattern")
        .find_at(page, at)
        .expect("a form")
        .as_str()
        .to_owned()
}

/// Invites a person again as the operator and accepts the invitation as they would; returns their new second factor.
fn reset(app: &TestApp, email: &str) -> candor::vault::TotpSecret {
    let mut operator = app.signed_in(Role::Operator, 0);
    let people = operator.get("/desk/people");
    let page = operator.submit(&people.form(&address(&people.text(), email, "again")));
    let link = regex::Regex::new(r"/set-up\?t=[0-9a-f]+").expect("pattern").find(&page.text()).expect("a link").as_str().to_owned();
    let mut thief = app.visitor();
    let set_up = thief.get(&link);
    let secret = regex::Regex::new(r"\b[A-Z2-7]{4}(?: ?[A-Z2-7]{4}){7}\b")
        .expect("pattern")
        .find(&set_up.visible())
        .expect("a secret")
        .as_str()
        .replace(' ', "");
    let totp = candor::vault::TotpSecret::from_base32(&secret).expect("base 32");
    let code = totp.code_at(app.ctx.now().0);
    let done = thief.submit(&set_up.form("passphrase").set("passphrase", PASSPHRASE).set("again", PASSPHRASE).set("code", &code));
    assert_eq!(done.status, 200, "{}", done.visible());
    totp
}

on_both! {
    fn ac_07_an_operator_who_resets_a_screener_signs_in_and_opens_nothing(app: TestApp) {
        app.file("The blue cupboard was left unlocked.");
        app.next_day();
        let email = app.member(Role::Screener, 1).email.clone();
        let totp = reset(&app, &email);
        app.clock.advance(30);
        let mut thief = app.visitor();
        let form = thief.get("/sign-in").form("passphrase").set("email", &email).set("passphrase", PASSPHRASE).set("code", &totp.code_at(app.ctx.now().0));
        assert_eq!(thief.submit(&form).status, 200);
        let raw = thief.get("/desk/screening").link("/desk/screening/");

        let refused = thief.get(&raw);
        assert_eq!(refused.status, 409, "{}", refused.visible());
        assert!(!refused.text().contains("blue cupboard"));

        let mut colleague = app.signed_in(Role::Screener, 0);
        let desk = colleague.get("/desk/screening");
        assert_eq!(colleague.submit(&desk.form("/desk/screening/grant")).status, 200);
        assert!(thief.get(&raw).text().contains("blue cupboard"), "with a colleague's consent it opens");
    }
}

on_both! {
    fn ac_07_an_operator_who_resets_a_custodian_signs_in_and_holds_no_key(app: TestApp) {
        let email = app.member(Role::Custodian, 0).email.clone();
        let totp = reset(&app, &email);
        app.clock.advance(30);
        let mut thief = app.visitor();
        let form = thief.get("/sign-in").form("passphrase").set("email", &email).set("passphrase", PASSPHRASE).set("code", &totp.code_at(app.ctx.now().0));

        assert_eq!(thief.submit(&form).status, 200);

        for page in ["/desk/screening", "/desk/reports", "/desk/people", "/desk/audit"] {
            assert_eq!(thief.get(page).status, 404, "{page}");
        }
    }
}

on_both! {
    fn ac_09_a_role_that_is_taken_away_ends_sessions_and_key_access_at_once(app: TestApp) {
        app.file("The green cupboard was left unlocked.");
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 1);
        let raw = screener.get("/desk/screening").link("/desk/screening/");
        assert!(screener.get(&raw).text().contains("green cupboard"));
        let email = app.member(Role::Screener, 1).email.clone();
        let change = |role: &str| {
            let mut operator = app.signed_in(Role::Operator, 0);
            let people = operator.get("/desk/people");
            let form = people.form(&address(&people.text(), &email, "roles")).set("roles", role);
            assert_eq!(operator.submit(&form).status, 200);
        };

        change("analyst");
        assert!(screener.get(&raw).path.starts_with("/sign-in"), "the next request is refused");
        let mut analyst = app.signed_in(Role::Screener, 1);
        assert_eq!(analyst.get(&raw).status, 404);

        change("screener");
        let mut again = app.signed_in(Role::Screener, 1);
        assert_eq!(again.get(&raw).status, 409, "the key does not come back with the role");
    }
}

on_both! {
    fn ac_09_a_shut_account_ends_sessions_at_once(app: TestApp) {
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let mut operator = app.signed_in(Role::Operator, 0);
        let people = operator.get("/desk/people");

        operator.submit(&people.form(&address(&people.text(), &app.member(Role::Analyst, 0).email, "disable")));

        assert!(analyst.get("/desk/reports").path.starts_with("/sign-in"));
        let mut again = app.visitor();
        assert_eq!(app.sign_in(&mut again, app.member(Role::Analyst, 0), PASSPHRASE).status, 403);
    }
}
