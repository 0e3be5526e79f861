//! The desk's doors: who gets in where, and how people come and go.

use candor::domain::person::Role;

use crate::on_both;
use crate::support::app::PASSPHRASE;
use crate::support::thief::rows;

on_both! {
    fn a_person_is_invited_sets_up_and_is_shut_out_again(app: TestApp) {
        let mut operator = app.signed_in(Role::Operator, 0);
        let form = operator.get("/desk/people").form("name=\"email\"").set("name", "Noor Haddad").set("email", "noor@example.org").add("roles", "analyst");
        let page = operator.submit(&form);
        let link = regex::Regex::new(r"/set-up\?t=[A-Za-z0-9_-]+").expect("pattern").find(&page.text()).expect("a link").as_str().to_owned();

        let mut noor = app.visitor();
        let set_up = noor.get(&link);
        let secret = regex::Regex::new(r"\b[A-Z2-7]{4}(?: ?[A-Z2-7]{4}){7}\b").expect("pattern").find(&set_up.visible()).expect("a secret").as_str().replace(' ', "");
        let totp = candor::vault::TotpSecret::from_base32(&secret).expect("base 32");
        let code = totp.code_at(candor::domain::clock::Clock::now(app.clock.as_ref()).0);
        let form = set_up.form("passphrase");
        let weak = noor.submit(&form.clone().set("passphrase", "short").set("again", "short").set("code", &code));
        assert_eq!(weak.status, 422, "{}", weak.visible());
        let done = noor.submit(&form.set("passphrase", PASSPHRASE).set("again", PASSPHRASE).set("code", &code));
        assert!(done.status == 200, "{}", done.visible());
        assert_ne!(noor.get(&link).status, 200, "an invitation works once");

        app.clock.advance(30);
        let code = totp.code_at(candor::domain::clock::Clock::now(app.clock.as_ref()).0);
        let sign_in = noor.get("/sign-in").form("passphrase").set("email", "noor@example.org").set("passphrase", PASSPHRASE).set("code", &code);
        assert_eq!(noor.submit(&sign_in).status, 200);
        assert_eq!(noor.get("/desk/reports").status, 200);

        let people = operator.get("/desk/people").text();
        let at = people.find("noor@example.org").expect("listed");
        let disable = regex::Regex::new(r"/desk/people/[0-9a-f]{32}/disable").expect("pattern");
        let after = disable.find_at(&people, at).map(|m| m.as_str().to_owned()).expect("a button");
        let form = operator.get("/desk/people").form(&after);
        assert_eq!(operator.submit(&form).status, 200);
        assert!(noor.get("/desk/reports").path.starts_with("/sign-in"), "the session ended with the account");
    }
}

on_both! {
    fn an_19_a_small_group_is_kept_in_a_coarser_form(app: TestApp) {
        let (mut app, parts) = (app, candor::domain::report::DAY_PARTS.len());
        let area = |code: &str, people: usize| format!("[[areas]]\ncode = \"{code}\"\nlabel = {{ en = \"{code}\" }}\nheadcount = {people}\n");
        app.reorganise(&["headcount_as_of = \"2026-11\"\n".to_owned(), area("large", 10 * parts), area("small", 10 * parts - 1), area("tiny", 9)].concat());
        let stored = |area: &str| {
            let mut visitor = app.visitor();
            let form = visitor.get("/report").form("narrative").set("kind", "near-miss").set("narrative", "The hoist stopped half way.");
            let sent = visitor.submit(&form.set("area", area).set("day_part", "night").to("/report"));
            assert_eq!(sent.status, 200, "{}", sent.visible());
            app.next_day();
            crate::journey::screen(&app);
            rows(&app.url, "SELECT id AS a, id AS b, id AS c, 0 AS n, COALESCE(area, '-') || ' ' || COALESCE(day_part, '-') AS t FROM reports ORDER BY id")
                .into_iter()
                .map(|row| row.t)
                .collect::<std::collections::BTreeSet<_>>()
        };
        assert!(stored("large").contains("large night"));
        assert!(stored("small").contains("small -"), "the area stands, the part of the day does not");
        let all = stored("tiny");
        assert!(all.contains("- night") && all.len() == 3, "somewhere here, at night: {all:?}");
    }
}

on_both! {
    fn the_audit_page_names_acts_and_no_content(app: TestApp) {
        app.file("The marmalade centrifuge was unbalanced.");
        app.next_day();
        crate::journey::screen(&app);
        let mut auditor = app.signed_in(Role::Auditor, 0);

        let page = auditor.get("/desk/audit");

        assert!(page.visible().contains("report.read-raw") || page.visible().to_lowercase().contains("raw"), "{}", page.visible());
        assert!(!page.text().contains("marmalade"));
    }
}
