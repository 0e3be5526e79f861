//! What each role is shown, found with planted words, and what stands between a stranger and a first account.

use candor::domain::access::{Actor, ManagePeople};
use candor::domain::person::Role;
use candor::flows::people;

use super::matrix::{ROUTES, ask};
use crate::on_both;
use crate::support::app::PASSPHRASE;

const CANARIES: [&str; 3] = ["Quillfeather", "960199", "zirconium"];
const STORY: &str = "Dr Quillfeather (bleep 960199) left the zirconium valve open.";

on_both! {
    fn ac_03_no_role_but_screeners_is_shown_raw_text(app: TestApp) {
        app.file(STORY);
        app.file("Dr Quillfeather (bleep 960199) left the zirconium valve shut.");
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 0);
        let raw = screener.get("/desk/screening").link("/desk/screening/");
        assert!(CANARIES.iter().all(|word| screener.get(&raw).text().contains(word)), "the control: a screener reads it");

        for role in Role::ALL {
            let mut visitor = app.signed_in(role, 0);
            let mut addresses: Vec<String> = ROUTES.iter().filter(|(method, path, _)| *method == "GET" && !path.contains("{id}")).map(|r| r.1.to_owned()).collect();
            if role != Role::Screener {
                addresses.push(raw.clone());
            }
            for address in addresses {
                let page = visitor.get(&address).text();
                for word in CANARIES {
                    assert!(!page.contains(word), "{role:?} reads {word} on {address}");
                }
            }
        }
    }
}

on_both! {
    /// Raw text leaves by one address, one report at a time; released wordings go out in no bulk at all.
    fn ac_14_there_is_no_bulk_way_to_raw_text(app: TestApp) {
        for number in 0..3 {
            app.file(&format!("Dr Quillfeather left the zirconium valve open, time {number}."));
        }
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 0);
        let csrf = screener.get("/desk").form("csrf").value("csrf").expect("a token").to_owned();

        for (method, path, _) in ROUTES.iter().filter(|(_, path, _)| *path != "/sign-out") {
            let page = ask(&mut screener, &csrf, method, path);
            assert!(!page.text().contains("Quillfeather"), "{method} {path}");
        }
        assert!(!ROUTES.iter().any(|(_, path, _)| ["export", "dump", "bulk", "all"].iter().any(|word| path.split('/').any(|part| part == *word))));
        let raw: Vec<String> = screener.get("/desk/screening").links().into_iter().filter(|l| l.starts_with("/desk/screening/")).collect();
        assert_eq!(raw.len(), 3);
        for link in &raw {
            let page = screener.get(link).visible();
            assert_eq!((0..3).filter(|number| page.contains(&format!("time {number}"))).count(), 1, "one report a page");
        }
    }
}

on_both! {
    fn ac_12_a_fresh_installation_has_no_account_and_its_link_works_once_and_for_an_hour(url: &str, folder: &Path) {
        use candor::domain::clock::{Clock as _, FixedClock, SystemClock};
        let clock = std::sync::Arc::new(FixedClock::at(SystemClock.now()));
        let ctx = crate::support::app::context(url, "http://127.0.0.1:8080", &clock, folder);
        let permit = Actor::Console.permit::<ManagePeople>().expect("console");
        assert!(people::list(&ctx, &permit).expect("people").is_empty());
        for (email, passphrase) in [("admin@example.org", "admin"), ("admin@localhost", "candor"), ("root@localhost", "")] {
            let refused = people::sign_in(&ctx, email, passphrase, &people::Second::Code("000000".to_owned()));
            assert_eq!(refused.err(), Some(people::SignInRefusal::Wrong), "{email}");
        }

        let invite = |email: &str| people::invite(&ctx, &permit, "First Operator", email, &[Role::Operator]).expect("invited").link.split_once("?t=").expect("token").1.to_owned();
        let code = |token: &str| {
            let secret = people::begin_enrolment(&ctx, token).expect("secret").secret_base32;
            candor::vault::TotpSecret::from_base32(&secret).expect("base 32").code_at(clock.now().0)
        };
        let (used, late) = (invite("used@example.org"), invite("late@example.org"));
        assert_eq!(people::accept(&ctx, &used, PASSPHRASE, &code(&used)).expect("enrolled").len(), 10, "recovery codes");
        assert!(people::invitation(&ctx, &used).expect("store").is_none(), "a link works once");
        clock.advance(3599);
        assert!(people::invitation(&ctx, &late).expect("store").is_some());
        clock.advance(1);
        assert!(people::invitation(&ctx, &late).expect("store").is_none(), "a link works for an hour");
        assert!(people::accept(&ctx, &late, PASSPHRASE, "000000").is_err());
    }
}

on_both! {
    fn ac_13_extra_doubled_and_array_parameters_change_nothing(app: TestApp) {
        let mut operator = app.signed_in(Role::Operator, 0);
        let form = operator.get("/desk/people").form("name=\"email\"").set("name", "Plain Analyst").set("email", "plain@example.org").add("roles", "analyst");
        let form = form
            .add("roles[]", "operator").add("roles[0]", "operator").add("role", "operator").add("is_operator", "1").add("standing", "active")
            .add("id", "00000000000000000000000000000001").add("email", "second@example.org").add("name", "Second").add("passphrase", PASSPHRASE);
        assert_eq!(operator.submit(&form).status, 200);

        let page = operator.get("/desk/people");
        assert!(page.text().contains("plain@example.org") && !page.text().contains("second@example.org"), "of a field sent twice the first counts");
        let permit = Actor::Console.permit::<ManagePeople>().expect("console");
        let all = people::list(&app.ctx, &permit).expect("people");
        let plain = all.iter().find(|p| p.email.expose() == "plain@example.org").expect("invited");
        assert_eq!(plain.roles.iter().collect::<Vec<_>>(), [Role::Analyst]);
        assert_eq!(plain.standing, candor::domain::person::Standing::Invited);

        let mut reporter = app.visitor();
        let form = reporter.get("/report").form("narrative").set("kind", "near-miss").set("narrative", "The lift stopped.").to("/report");
        let form = form.add("narrative[]", "x").add("status", "released").add("kind", "unsafe-condition").add("area[$ne]", "x").add("urgent[]", "1");
        assert_eq!(reporter.submit(&form).status, 200);
        assert_eq!(candor::flows::intake::advance(&app.ctx).expect("move"), 0, "it waits like any other and is not urgent");
        assert_eq!(reporter.send("POST", "/report", &[("content-type", "application/json")], b"{\"narrative\":[\"x\"]}").status, 415);
    }
}
