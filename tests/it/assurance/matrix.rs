//! Every address of the service with who may open it, and the matrix made from that: every route, every role, and nobody.

use std::collections::BTreeSet;

use candor::domain::person::Role;

use crate::on_both;
use crate::support::client::Visitor;

/// Who may open an address.
#[derive(Clone, Copy)]
pub enum Who {
    /// Anybody: it is a door, a page for reporters, or a file.
    Everybody,
    /// Whoever is signed in.
    Staff,
    /// These roles; for all others it does not exist.
    Only(&'static [Role]),
}

use Role::{Analyst, Auditor, Custodian, Operator, Publisher, Screener};
use Who::{Everybody, Only, Staff};

/// Every route. An address that is missing here fails the test below.
pub const ROUTES: &[(&str, &str, Who)] = &[
    ("GET", "/", Everybody),
    ("GET", "/api/v1/openapi.json", Everybody),
    ("GET", "/api/v1/receipt", Everybody),
    ("POST", "/api/v1/reports", Everybody),
    ("GET", "/confirm", Everybody),
    ("POST", "/confirm", Everybody),
    ("GET", "/healthz", Everybody),
    ("GET", "/readyz", Everybody),
    ("GET", "/ledger", Everybody),
    ("GET", "/lessons", Everybody),
    ("GET", "/receipt", Everybody),
    ("POST", "/receipt", Everybody),
    ("GET", "/report", Everybody),
    ("POST", "/report", Everybody),
    ("POST", "/report/preview", Everybody),
    ("GET", "/robots.txt", Everybody),
    ("GET", "/set-up", Everybody),
    ("POST", "/set-up", Everybody),
    ("GET", "/sign-in", Everybody),
    ("POST", "/sign-in", Everybody),
    ("GET", "/static/candor.css", Everybody),
    ("GET", "/static/desk.js", Everybody),
    ("GET", "/static/mark.svg", Everybody),
    ("GET", "/static/passkey.js", Everybody),
    ("GET", "/unsubscribe", Everybody),
    ("POST", "/unsubscribe", Everybody),
    ("GET", "/unseal", Everybody),
    ("POST", "/unseal", Everybody),
    ("GET", "/desk", Staff),
    ("GET", "/desk/confirm", Staff),
    ("POST", "/desk/confirm", Staff),
    ("GET", "/desk/me", Staff),
    ("POST", "/desk/me/codes", Staff),
    ("POST", "/desk/me/passkeys", Staff),
    ("POST", "/desk/me/passkeys/{id}/remove", Staff),
    ("POST", "/desk/me/passphrase", Staff),
    ("POST", "/desk/me/sessions", Staff),
    ("GET", "/desk/unlock", Staff),
    ("POST", "/desk/unlock", Staff),
    ("GET", "/desk/audit", Only(&[Auditor])),
    ("POST", "/desk/audit/verify", Only(&[Auditor])),
    ("GET", "/desk/callbacks", Only(&[Screener, Custodian])),
    ("POST", "/desk/callbacks/ask", Only(&[Screener])),
    ("POST", "/desk/callbacks/handover", Only(&[Custodian])),
    ("POST", "/desk/callbacks/request", Only(&[Custodian])),
    ("POST", "/desk/callbacks/{id}/close", Only(&[Custodian])),
    ("POST", "/desk/callbacks/{id}/decline", Only(&[Custodian])),
    ("POST", "/desk/callbacks/{id}/open", Only(&[Custodian])),
    ("POST", "/desk/callbacks/{id}/read", Only(&[Custodian])),
    ("POST", "/desk/callbacks/{id}/take", Only(&[Custodian])),
    ("GET", "/desk/dictionary", Only(&[Operator])),
    ("POST", "/desk/dictionary", Only(&[Operator])),
    ("POST", "/desk/dictionary/remove", Only(&[Operator])),
    ("GET", "/desk/digest", Only(&[Analyst, Publisher])),
    ("POST", "/desk/digest", Only(&[Analyst, Publisher])),
    ("GET", "/desk/digest/{id}", Only(&[Analyst, Publisher])),
    ("POST", "/desk/digest/{id}/approve", Only(&[Publisher])),
    ("GET", "/desk/digest/{id}/chart.png", Only(&[Analyst, Publisher])),
    ("GET", "/desk/digest/{id}/letter", Only(&[Analyst, Publisher])),
    ("POST", "/desk/digest/{id}/retry", Only(&[Publisher])),
    ("GET", "/desk/holds", Only(&[Custodian, Auditor])),
    ("POST", "/desk/holds", Only(&[Custodian])),
    ("POST", "/desk/holds/{id}", Only(&[Auditor])),
    ("GET", "/desk/people", Only(&[Operator])),
    ("POST", "/desk/people", Only(&[Operator])),
    ("POST", "/desk/people/{id}/again", Only(&[Operator])),
    ("POST", "/desk/people/{id}/conflicts", Only(&[Operator])),
    ("POST", "/desk/people/{id}/disable", Only(&[Operator])),
    ("POST", "/desk/people/{id}/enable", Only(&[Operator])),
    ("POST", "/desk/people/{id}/roles", Only(&[Operator])),
    ("GET", "/desk/proposal/{id}", Only(&[Screener])),
    ("POST", "/desk/proposal/{id}", Only(&[Screener])),
    ("GET", "/desk/readers", Only(&[Publisher, Operator])),
    ("POST", "/desk/readers", Only(&[Publisher, Operator])),
    ("GET", "/desk/readers/test", Only(&[Publisher, Operator])),
    ("POST", "/desk/readers/test", Only(&[Publisher, Operator])),
    ("POST", "/desk/readers/{id}/remove", Only(&[Publisher, Operator])),
    ("GET", "/desk/reports", Only(&[Analyst, Screener])),
    ("POST", "/desk/reports", Only(&[Analyst, Screener])),
    ("GET", "/desk/reports/{id}", Only(&[Analyst, Screener])),
    ("POST", "/desk/reports/{id}", Only(&[Analyst])),
    ("POST", "/desk/retention/confirm", Only(&[Operator])),
    ("GET", "/desk/screening", Only(&[Screener])),
    ("POST", "/desk/screening/grant", Only(&[Screener])),
    ("GET", "/desk/screening/{id}", Only(&[Screener])),
    ("POST", "/desk/screening/{id}", Only(&[Screener])),
    ("GET", "/desk/talk/{id}", Only(&[Analyst, Screener])),
    ("POST", "/desk/talk/{id}", Only(&[Analyst, Screener])),
    ("GET", "/desk/talk/{id}/{position}", Only(&[Screener])),
    ("POST", "/desk/talk/{id}/{position}", Only(&[Screener])),
    ("POST", "/desk/talk/{id}/{position}/confirm", Only(&[Screener])),
    ("GET", "/desk/trends", Only(&[Analyst, Publisher])),
    ("GET", "/desk/actions", Only(&[Analyst, Publisher])),
    ("POST", "/desk/actions", Only(&[Analyst])),
    ("GET", "/desk/actions/{id}", Only(&[Analyst, Publisher])),
    ("POST", "/desk/actions/{id}", Only(&[Analyst])),
    ("GET", "/desk/lessons", Only(&[Analyst, Publisher])),
    ("POST", "/desk/lessons", Only(&[Analyst, Publisher])),
    ("GET", "/desk/lessons/{id}", Only(&[Analyst, Publisher])),
    ("POST", "/desk/lessons/{id}", Only(&[Analyst, Publisher])),
    ("POST", "/desk/lessons/{id}/publish", Only(&[Publisher])),
    ("POST", "/desk/lessons/{id}/back", Only(&[Publisher])),
    ("POST", "/desk/trends/burst", Only(&[Analyst])),
    ("POST", "/sign-out", Staff),
];

/// The routes that the source registers.
fn registered() -> BTreeSet<(String, String)> {
    fn sources(folder: &std::path::Path, all: &mut String) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                sources(&path, all);
            } else if path.extension().is_some_and(|e| e == "rs") {
                all.push_str(&std::fs::read_to_string(path).expect("a file"));
            }
        }
    }
    let mut text = String::new();
    sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web"), &mut text);
    let resource = regex::Regex::new(r#"resource\(\s*"([^"]+)"\s*\)"#).expect("pattern");
    let starts: Vec<_> = resource.captures_iter(&text).map(|c| (c[1].to_owned(), c.get(0).expect("match").end())).collect();
    let mut found = BTreeSet::new();
    for (place, (path, from)) in starts.iter().enumerate() {
        let rest = &text[*from..starts.get(place + 1).map_or(text.len(), |(_, next)| *next)];
        let chain = rest.split(';').next().unwrap_or_default();
        for (method, mark) in [("GET", "read()"), ("POST", "post()")] {
            if chain.contains(mark) {
                found.insert((method.to_owned(), path.clone()));
            }
        }
        for other in ["put()", "delete()", "patch()", "web::route()"] {
            assert!(!chain.contains(other), "{path} is registered with {other}, which this test does not know");
        }
    }
    found
}

#[test]
fn ac_01_every_route_stands_in_the_table() {
    let known: BTreeSet<(String, String)> = ROUTES.iter().map(|(m, p, _)| ((*m).to_owned(), (*p).to_owned())).collect();

    assert_eq!(registered(), known);
}

/// Asks for a route as a browser on our own page does; `{id}` is one that nothing has.
pub fn ask(visitor: &mut Visitor, csrf: &str, method: &str, path: &str) -> crate::support::client::Page {
    let path = path.replace("{id}", &"0".repeat(32)).replace("{position}", "1");
    if method == "GET" {
        return visitor.send("GET", &path, &[("sec-fetch-site", "same-origin")], &[]);
    }
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
    visitor.send("POST", &path, &headers, format!("csrf={csrf}").as_bytes())
}

fn csrf(visitor: &mut Visitor) -> String {
    visitor.get("/desk").form("csrf").value("csrf").expect("a token").to_owned()
}

on_both! {
    fn ac_01_every_route_opens_to_its_roles_only(app: TestApp) {
        for (method, path, who) in ROUTES {
            let answer = ask(&mut app.visitor(), "", method, path);
            let sent_away = answer.header("location").is_some_and(|l| l.starts_with("/sign-in"));
            match who {
                Everybody => assert!(!sent_away && answer.status < 500, "{method} {path}: {}", answer.status),
                Staff | Only(_) => assert!(answer.status == 303 && sent_away, "nobody on {method} {path}: {}", answer.status),
            }
        }
        for role in Role::ALL {
            let mut visitor = app.signed_in(role, 0);
            let csrf = csrf(&mut visitor);
            for (method, path, who) in ROUTES.iter().filter(|(_, path, _)| *path != "/sign-out") {
                let answer = ask(&mut visitor, &csrf, method, path);
                match who {
                    Only(roles) if !roles.contains(&role) => assert_eq!(answer.status, 404, "{role:?} on {method} {path}"),
                    Only(_) | Staff if *method == "GET" && !path.contains("{id}") => {
                        assert_eq!(answer.status, 200, "{role:?} on {path}");
                    }
                    _ => assert!(answer.status < 500, "{role:?} on {method} {path}: {}", answer.status),
                }
            }
        }
    }
}

on_both! {
    fn se_01_every_answer_carries_the_headers(app: TestApp) {
        let plain = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        let scripted = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        let mut operator = app.signed_in(Role::Operator, 0);
        let csrf = csrf(&mut operator);
        let mut seen = 0;
        for (method, path, _) in ROUTES.iter().chain(&[("GET", "/nowhere", Everybody), ("PUT", "/report", Everybody), ("POST", "/healthz", Everybody)]) {
            if *path == "/sign-out" {
                continue;
            }
            let answer = ask(&mut operator, &csrf, method, path);
            let passkeys = matches!((*method, *path), ("GET", "/desk/me" | "/desk/confirm") | ("POST", "/sign-in" | "/desk/confirm" | "/desk/me/passkeys" | "/desk/me/passphrase"));
            let page = answer.header("content-type").is_some_and(|t| t.starts_with("text/html"));
            assert_eq!(answer.header("content-security-policy"), Some(if passkeys && page { scripted } else { plain }), "{method} {path}");
            let permissions = answer.header("permissions-policy").expect("permissions");
            assert_eq!(permissions.contains("publickey-credentials-get=(self)"), passkeys && page, "{method} {path}");
            assert_eq!(permissions.matches("(self)").count(), if passkeys && page { 2 } else { 0 }, "{method} {path}");
            for (name, value) in [
                ("referrer-policy", "same-origin"), ("cache-control", "no-store"), ("x-content-type-options", "nosniff"), ("x-frame-options", "DENY"),
                ("cross-origin-opener-policy", "same-origin"), ("cross-origin-embedder-policy", "require-corp"),
                ("cross-origin-resource-policy", "same-origin"), ("x-dns-prefetch-control", "off"), ("x-robots-tag", "noindex, noarchive"),
            ] {
                assert_eq!(answer.header(name), Some(value), "{method} {path}: {name}");
            }
            for absent in ["server", "etag", "last-modified", "report-to", "nel", "reporting-endpoints", "access-control-allow-origin", "strict-transport-security"] {
                assert_eq!(answer.header(absent), None, "{method} {path}: {absent}");
            }
            seen += 1;
        }
        assert!(seen > 60, "{seen}");
    }
}
