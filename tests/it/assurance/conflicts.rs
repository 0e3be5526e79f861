//! The unit-conflict list: nobody reads the reports of their own unit (EU 376/2014, independent handlers).

use candor::domain::person::Role;

use crate::journey::screen;
use crate::on_both;
use crate::support::app::{self, TestApp};
use crate::support::client::Page;
use crate::support::program::candor;

/// Adds or removes a conflict as the operator does.
fn change(app: &TestApp, email: &str, act: &str) -> Page {
    let mut operator = app.signed_in(Role::Operator, 0);
    let people = operator.get("/desk/people");
    let text = people.text();
    let at = text.find(email).expect("listed");
    let address =
        regex::Regex::new(r"/desk/people/[0-9a-f]{32}/conflicts").expect("pattern").find_at(&text, at).expect("a form").as_str().to_owned();
    operator.submit(&people.form(&address).set("area", "emergency").set("act", act))
}

fn cases(page: &Page) -> Vec<String> {
    page.links().into_iter().filter(|l| l.starts_with("/desk/reports/")).collect()
}

on_both! {
    fn ac_08_an_analyst_sees_nothing_of_their_own_unit(app: TestApp) {
        app.file("The trolley blocked the door.");
        app.next_day();
        screen(&app);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let listed = analyst.get("/desk/reports");
        let case = cases(&listed).pop().expect("a case");
        assert!(analyst.get(&case).text().contains("trolley"));

        let done = change(&app, &app.member(Role::Analyst, 0).email, "add");
        assert_eq!(done.status, 200, "{}", done.visible());

        let (real, missing) = (analyst.get(&case), analyst.get("/desk/reports/00000000000000000000000000000000"));
        assert_eq!((real.status, real.visible()), (404, missing.visible()), "it looks like a report that is not there");
        for address in ["/desk/reports", "/desk/reports?area=emergency", "/desk/reports?status=released", "/desk/reports?urgent=1"] {
            let page = analyst.get(address);
            assert!(cases(&page).is_empty() && !page.text().contains("trolley"), "{address}: {}", page.visible());
        }
        let home = analyst.get("/desk").visible();
        assert!(!home.contains("One new report") && !home.contains("1 new report"), "{home}");
        let csrf = analyst.get("/desk").form("csrf").value("csrf").expect("a token").to_owned();
        let coded = crate::assurance::matrix::ask(&mut analyst, &format!("{csrf}&status=triage&version=2"), "POST", &case);
        assert_eq!(coded.status, 404, "{}", coded.visible());

        change(&app, &app.member(Role::Analyst, 0).email, "remove");
        let mut again = app.signed_in(Role::Analyst, 0);
        assert!(again.get(&case).text().contains("trolley"), "when the conflict is over it opens again");
    }
}

on_both! {
    fn ac_08_a_screener_hands_a_report_of_their_own_unit_over(app: TestApp) {
        app.file("The wheelchair blocked the door.");
        app.next_day();
        change(&app, &app.member(Role::Screener, 1).email, "add");
        let mut screener = app.signed_in(Role::Screener, 1);
        let raw = screener.get("/desk/screening").link("/desk/screening/");

        let opened = screener.get(&raw);
        assert_eq!(opened.status, 409, "{}", opened.visible());
        assert!(opened.visible().contains("hand over") && !opened.text().contains("wheelchair"), "{}", opened.visible());
        let csrf = screener.get("/desk").form("csrf").value("csrf").expect("a token").to_owned();
        let released = crate::assurance::matrix::ask(&mut screener, &format!("{csrf}&act=propose"), "POST", &raw);
        assert_eq!(released.status, 409, "{}", released.visible());

        let mut colleague = app.signed_in(Role::Screener, 0);
        let page = colleague.get(&raw);
        assert!(page.text().contains("wheelchair"));
        let done = colleague.submit(&page.form("name=\"also\"").set("act", "propose"));
        assert!(done.status < 400, "{}", done.visible());
        let mut analyst = app.signed_in(Role::Analyst, 0);
        assert_eq!(cases(&analyst.get("/desk/reports")).len(), 1, "no second reader is left, so one suffices");
        assert!(cases(&screener.get("/desk/reports")).is_empty());
    }
}

on_both! {
    fn ac_08_a_proposal_of_ones_own_unit_is_not_confirmed(app: TestApp) {
        app.file("The hoist blocked the door.");
        app.next_day();
        let mut first = app.signed_in(Role::Screener, 0);
        let raw = first.get("/desk/screening").link("/desk/screening/");
        let page = first.get(&raw);
        first.submit(&page.form("name=\"also\"").set("act", "propose"));
        let mut second = app.signed_in(Role::Screener, 1);
        let proposal = second.get("/desk/screening").link("/desk/proposal/");
        let form = second.get(&proposal).form("name=\"act\"");

        change(&app, &app.member(Role::Screener, 1).email, "add");

        assert_eq!(second.get(&proposal).status, 404);
        assert!(!second.get("/desk/screening").links().contains(&proposal));
        for act in ["release", "back"] {
            assert_eq!(second.submit(&form.clone().set("act", act)).status, 404, "{act}");
        }
    }
}

on_both! {
    fn ac_08_the_console_keeps_the_list(url: &str, folder: &Path) {
        use candor::domain::clock::{Clock as _, FixedClock, SystemClock};
        let config = app::installation(url, &std::sync::Arc::new(FixedClock::at(SystemClock.now())), folder).display().to_string();
        std::fs::write(folder.join("areas.toml"), candor::config::DEMO_AREAS).expect("areas");
        let text = std::fs::read_to_string(&config).expect("settings");
        std::fs::write(&config, format!("[organisation]\nareas_file = \"{}\"\n{text}", folder.join("areas.toml").display())).expect("settings");
        let run = |args: &[&str]| candor(&[&["user", "conflict"][..], args, &["--config", &config][..]].concat(), "");
        let said = |out: std::process::Output| String::from_utf8_lossy(&out.stdout).into_owned();

        let added = run(&["add", "analyst2@example.org", "emergency"]);
        assert_eq!(added.status.code(), Some(0), "{}", String::from_utf8_lossy(&added.stderr));
        assert_eq!(run(&["add", "analyst2@example.org", "the-moon"]).status.code(), Some(2), "no such area");
        assert_eq!(run(&["add", "nobody@example.org", "emergency"]).status.code(), Some(2), "no such person");
        assert_eq!(said(run(&["list", "analyst2@example.org"])), "emergency\n");
        assert_eq!(run(&["remove", "analyst2@example.org", "emergency"]).status.code(), Some(0));
        assert_eq!(said(run(&["list", "analyst2@example.org"])), "");
    }
}
