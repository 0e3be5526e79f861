//! The main job from end to end: filed, sealed, screened by two people, triaged, and nowhere readable on the way.

use candor::domain::person::Role;

use crate::on_both;
use crate::support::app::TestApp;
use crate::support::client::{Form, Page, Visitor};

const STORY: &str = "During handover Sister Adaeze Okafor rang me on 01632 960123 because the morphine syringe was labelled for the wrong patient. We stopped the pump in time.";
const NAME: &str = "Okafor";
const PHONE: &str = "960123";

/// Every `nk-…`/`n-…` question answered with "hide".
pub fn hide_all(page: &Page) -> Form {
    let mut form = page.form("name=\"also\"");
    let text = page.text();
    let names = regex::Regex::new(r#"name="((?:n|i)-\d+-\d+)""#).expect("pattern");
    for name in names.captures_iter(&text).map(|c| c[1].to_owned()).collect::<std::collections::BTreeSet<_>>() {
        form = form.set(&name, "hide");
    }
    form
}

/// Takes the one waiting report through both screeners; returns the second reader's page.
pub fn screen(app: &TestApp) -> Page {
    let mut first = app.signed_in(Role::Screener, 0);
    let link = first.get("/desk/screening").link("/desk/screening/");
    let raw = first.get(&link);
    assert_eq!(raw.status, 200, "{}", raw.visible());
    let after = first.submit(&hide_all(&raw).set("act", "propose"));
    assert!(after.status < 400, "{}", after.visible());

    let mut second = app.signed_in(Role::Screener, 1);
    let link = second.get("/desk/screening").link("/desk/proposal/");
    let proposal = second.get(&link);
    let done = second.submit(&proposal.form("name=\"act\"").set("act", "release"));
    assert!(done.status < 400, "{}", done.visible());
    proposal
}

fn open_the_case(analyst: &mut Visitor) -> Page {
    let queue = analyst.get("/desk/reports");
    let link = queue.link("/desk/reports/");
    analyst.get(&link)
}

on_both! {
    fn a_report_reaches_an_analyst_without_name_and_number(app: TestApp) {
        let words = app.file(STORY);
        assert_eq!(app.next_day(), 1);

        let mut screener = app.signed_in(Role::Screener, 0);
        let link = screener.get("/desk/screening").link("/desk/screening/");
        let raw = screener.get(&link).visible();
        assert!(raw.contains(NAME) && raw.contains("01632"), "the screener reads the raw text: {raw}");

        let proposal = screen(&app);
        assert!(!proposal.text().contains(NAME) && !proposal.text().contains(PHONE), "{}", proposal.visible());

        let mut analyst = app.signed_in(Role::Analyst, 0);
        let case = open_the_case(&mut analyst);
        assert_eq!(case.status, 200);
        assert!(case.visible().contains("labelled for the wrong patient"), "{}", case.visible());
        assert!(!case.text().contains(NAME) && !case.text().contains(PHONE) && !case.text().contains("Adaeze"), "{}", case.visible());

        let mut reporter = app.visitor();
        let form = reporter.get("/receipt").form("name=\"words\"").set("words", &words);
        assert!(reporter.submit(&form).text().contains(r#"aria-current="step""#));
    }
}

on_both! {
    fn an_analyst_codes_grades_and_closes(app: TestApp) {
        app.file(STORY);
        app.next_day();
        screen(&app);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let case = open_the_case(&mut analyst);
        let form = case.form("name=\"synopsis\"");

        let refused = analyst.submit(&form.clone().set("status", "closed").set("synopsis", "A label was swapped."));
        assert_eq!(refused.status, 422, "closing needs a reason: {}", refused.visible());
        assert!(refused.text().contains("A label was swapped."), "the synopsis came back");

        let done = form.set("category", "medication").add("factors", "communication").set("risk", "major.minimal").set("synopsis", "A label was swapped.").set("status", "closed").set("closing", "learned").set("outcome", "The two labels have different colours now.");
        let page = analyst.submit(&done);
        assert_eq!(page.status, 200, "{}", page.visible());
        let again = open_the_case(&mut analyst);
        assert!(again.visible().contains("100") && again.text().contains("A label was swapped."), "{}", again.visible());

        let stale = analyst.submit(&done);
        assert_eq!(stale.status, 409, "a second analyst cannot overwrite unseen: {}", stale.visible());
        let found = analyst.get("/desk/reports?category=medication&band=medium&status=closed");
        assert!(found.links().iter().any(|l| l.starts_with("/desk/reports/")), "{}", found.visible());
        let none = analyst.get("/desk/reports?category=fall");
        assert!(!none.links().iter().any(|l| l.starts_with("/desk/reports/")), "{}", none.visible());
    }
}

on_both! {
    fn reports_reach_the_desk_in_batches_only(app: TestApp) {
        app.file("The first of three.");
        app.file("The second of three.");
        assert_eq!(candor::flows::intake::advance(&app.ctx).expect("move"), 0, "two wait");

        app.file("The third of three.");

        assert_eq!(candor::flows::intake::advance(&app.ctx).expect("move"), 3);
    }
}

on_both! {
    fn an_urgent_report_is_shown_at_once(app: TestApp) {
        let mut visitor = app.visitor();
        let form = visitor.get("/report").form("narrative").set("kind", "unsafe-condition").set("narrative", "The oxygen alarm is off.").set("urgent", "1").to("/report");
        assert_eq!(visitor.submit(&form).status, 200);

        assert_eq!(candor::flows::intake::advance(&app.ctx).expect("move"), 1);
    }
}

on_both! {
    fn the_first_screener_cannot_be_the_second(app: TestApp) {
        app.file(STORY);
        app.next_day();
        let mut first = app.signed_in(Role::Screener, 0);
        let link = first.get("/desk/screening").link("/desk/screening/");
        let page = first.get(&link);
        first.submit(&hide_all(&page).set("act", "propose"));
        let link = first.get("/desk/screening").link("/desk/proposal/");
        let csrf = first.get("/desk").form("csrf").value("csrf").expect("token").to_owned();

        let forced = Form { action: link, method: "post".into(), fields: vec![("csrf".into(), csrf), ("act".into(), "release".into())] };
        let refused = first.submit(&forced);

        assert_eq!(refused.status, 409, "{}", refused.visible());
        let mut analyst = app.signed_in(Role::Analyst, 0);
        assert!(!analyst.get("/desk/reports").links().iter().any(|l| l.starts_with("/desk/reports/")));
    }
}

on_both! {
    fn the_preview_stores_nothing_and_marks_what_is_hidden(app: TestApp) {
        let mut visitor = app.visitor();
        let form = visitor.get("/report").form("narrative").set("kind", "near-miss").set("narrative", STORY).set("area", "emergency").set("role", "nurse").to("/report/preview");

        let page = visitor.submit(&form);

        assert_eq!(page.status, 200, "{}", page.visible());
        assert!(page.text().contains("<mark") && page.visible().contains(NAME) && page.visible().contains("170"), "{}", page.visible());
        assert_eq!(crate::support::app::stored_reports(&app.url), (0, 0));
        let sent = visitor.submit(&page.form("name=\"token\"").to("/report"));
        assert_eq!(sent.status, 200, "{}", sent.visible());
        assert_eq!(crate::support::app::stored_reports(&app.url), (1, 1));
    }
}
