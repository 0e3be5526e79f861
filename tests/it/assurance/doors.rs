//! What stands at the service's doors: cookies, methods, host names, and text that somebody planted.

use candor::domain::person::Role;

use super::matrix::ROUTES;
use crate::on_both;
use crate::support::app::{PASSPHRASE, TestApp};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

on_both! {
    fn se_03_the_only_cookie_comes_with_signing_in(app: TestApp) {
        let mut visitor = app.visitor();
        for (method, path, _) in ROUTES {
            let answer = crate::assurance::matrix::ask(&mut visitor, "", method, path);
            assert_eq!(answer.header("set-cookie"), None, "{method} {path}");
        }
        let member = app.member(Role::Analyst, 0);
        let form = visitor.get("/sign-in").form("passphrase").set("email", &member.email).set("passphrase", PASSPHRASE).set("code", &app.code(member));
        let answer = visitor.send("POST", "/sign-in", &[FORM, ("sec-fetch-site", "same-origin")], form.encoded().as_bytes());
        let cookie = answer.header("set-cookie").expect("a cookie");
        assert!(cookie.starts_with("candor="), "plain HTTP on this very machine: {cookie}");
        assert!(["; HttpOnly", "; SameSite=Strict", "; Path=/"].iter().all(|part| cookie.contains(part)), "{cookie}");
        assert!(!["Expires", "Max-Age", "Domain"].iter().any(|part| cookie.contains(part)), "{cookie}");
    }
}

#[test]
fn se_03_over_https_the_cookie_is_bound_to_the_host() {
    let app = TestApp::sqlite_behind("https://candor.example");
    let mut visitor = app.visitor();
    let member = app.member(Role::Analyst, 0);
    let host = ("host", "candor.example");
    let page = visitor.send("GET", "/sign-in", &[host], &[]);
    assert_eq!(page.header("strict-transport-security"), Some("max-age=31536000; includeSubDomains"));
    let form = page.form("passphrase").set("email", &member.email).set("passphrase", PASSPHRASE).set("code", &app.code(member));

    let answer = visitor.send("POST", "/sign-in", &[host, FORM, ("sec-fetch-site", "same-origin")], form.encoded().as_bytes());

    let cookie = answer.header("set-cookie").expect("a cookie");
    assert!(cookie.starts_with("__Host-candor="), "{cookie}");
    assert!(["; HttpOnly", "; SameSite=Strict", "; Secure", "; Path=/"].iter().all(|part| cookie.contains(part)), "{cookie}");
    assert!(!["Expires", "Max-Age", "Domain"].iter().any(|part| cookie.contains(part)), "{cookie}");
}

on_both! {
    fn se_08_other_methods_are_refused_and_head_is_get_without_a_body(app: TestApp) {
        let mut operator = app.signed_in(Role::Operator, 0);
        for (_, path, _) in ROUTES.iter().filter(|(_, path, _)| !path.contains("{id}")) {
            for method in ["TRACE", "PUT", "DELETE", "PATCH"] {
                let answer = operator.send(method, path, &[("sec-fetch-site", "same-origin")], &[]);
                assert!(answer.status == 405 && answer.header("allow").is_some(), "{method} {path}: {}", answer.status);
            }
        }
        // Fresh words are drawn for every request to the one address that is left out.
        for (_, path, _) in ROUTES.iter().filter(|(method, path, _)| *method == "GET" && !path.contains("{id}") && *path != "/api/v1/receipt") {
            let (get, head) = (operator.send("GET", path, &[], &[]), operator.send("HEAD", path, &[], &[]));
            assert!(head.status == get.status && head.bytes.is_empty(), "{path}");
            let named = |page: &crate::support::client::Page| page.headers.iter().filter(|(name, _)| name != "date").cloned().collect::<std::collections::BTreeSet<_>>();
            assert_eq!(named(&head), named(&get), "{path}");
        }
        let people = operator.get("/desk/people").form("name=\"email\"").set("name", "New").set("email", "new@example.org").add("roles", "analyst");
        for header in ["x-http-method-override", "x-http-method", "x-method-override"] {
            let answer = operator.send("GET", "/desk/people", &[(header, "POST"), FORM], people.encoded().as_bytes());
            assert!(!answer.text().contains("new@example.org"), "{header}");
            let answer = operator.send("POST", "/desk/audit", &[(header, "GET"), FORM], &[]);
            assert_eq!(answer.status, 405, "{header}");
        }
    }
}

on_both! {
    fn se_13_links_come_from_settings_and_a_foreign_host_is_misdirected(app: TestApp) {
        let mut visitor = app.visitor();
        for host in ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:80"] {
            for path in ["/", "/report", "/sign-in", "/desk"] {
                let answer = visitor.send("GET", path, &[("host", host)], &[]);
                assert!(matches!(answer.status, 400 | 421) && !answer.text().contains("evil"), "{host:?} {path}: {}", answer.status);
            }
        }
        let mut operator = app.signed_in(Role::Operator, 0);
        let form = operator.get("/desk/people").form("name=\"email\"").set("name", "New").set("email", "new@example.org").add("roles", "analyst");
        let poison = [("x-forwarded-host", "evil.example"), ("forwarded", "host=evil.example"), ("x-host", "evil.example"), ("x-forwarded-proto", "gopher"), ("x-original-url", "/evil")];

        let answer = operator.send("POST", &form.action, &[&[FORM, ("sec-fetch-site", "same-origin")][..], &poison].concat(), form.encoded().as_bytes());

        assert!(answer.text().contains(&format!("{}/set-up?t=", app.base)) && !answer.text().contains("evil"), "{}", answer.visible());
        let moved = app.visitor().send("GET", "/desk/reports", &poison, &[]);
        assert!(moved.header("location").is_some_and(|l| l.starts_with("/sign-in")), "{:?}", moved.header("location"));
    }
}

const PLANTED: [&str; 6] = [
    "<script>window.planted=1</script>",
    "<svg onload=\"window.planted=1\"></svg>",
    "\"><img src=x onerror=\"window.planted=1\">",
    "<style>*{display:none}</style>",
    "<base href=\"//evil.example/\">",
    "</textarea></select><form action=\"//evil.example\">",
];

on_both! {
    fn se_02_planted_markup_is_shown_as_text(app: TestApp) {
        let planted = PLANTED.join(" ");
        app.file(&planted);
        app.next_day();
        let mut operator = app.signed_in(Role::Operator, 0);
        for (number, text) in PLANTED.iter().enumerate() {
            let form = operator.get("/desk/people").form("name=\"email\"").set("name", text).set("email", &format!("planted{number}@example.org")).add("roles", "analyst");
            let page = operator.submit(&form);
            assert!(page.status == 200 && !page.text().contains(text), "{text}: {}", page.visible());
        }
        let mut screener = app.signed_in(Role::Screener, 0);
        let raw = screener.get("/desk/screening").link("/desk/screening/");
        let form = screener.get(&raw).form("name=\"also\"").set("also", &planted).set("term", &planted).set("act", "preview");
        let pages = [operator.get("/desk/people"), screener.get(&raw), screener.submit(&form)];

        crate::journey::screen(&app);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let case = analyst.get("/desk/reports").link("/desk/reports/");
        let coded = analyst.get(&case).form("name=\"synopsis\"").set("synopsis", &planted).set("status", "triage");
        let more = [analyst.submit(&coded), analyst.get(&case), analyst.get("/desk/reports")];

        for page in pages.iter().chain(&more) {
            assert!(page.status < 400, "{}: {}", page.path, page.visible());
            for text in PLANTED {
                assert!(!page.text().contains(text), "{text} on {}", page.path);
            }
            assert!(!page.text().contains("<script>") && !page.text().contains("<style") && !page.text().contains("<base"), "{}", page.path);
        }
        assert!(more[1].visible().contains("window.planted=1"), "the control: it is there as text");
    }
}
