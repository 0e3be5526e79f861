//! The reporter's journey in a real browser with JavaScript switched off, on a phone's screen; and the desk beside it.

mod driver;
mod pictures;

use candor::domain::person::Role;
use driver::Phone;

use crate::support::app::{PASSPHRASE, TestApp};
use crate::support::backends::tally;

const STORY: &str = "Charge nurse Benedikta Saarinen rang from 01632 960777: the wrong blood unit was hung, we saw it in time.";

#[test]
fn an_05_a_report_is_filed_on_a_phone_without_javascript() {
    let Some(mut phone) = Phone::start(false) else { return };
    let app = TestApp::sqlite();

    phone.open(&format!("{}/", app.base));
    phone.click("a[href^='/report']");
    phone.wait_for("textarea[name=narrative]");
    phone.click("input[name=kind][value=near-miss]");
    phone.type_into("textarea[name=narrative]", STORY);
    phone.click("form[action^='/report/preview'] button:not([formaction])");
    phone.wait_for("main mark");
    let marked = phone.text("main");
    assert!(marked.contains("Saarinen"), "the reporter sees what will be hidden: {marked}");
    assert!(phone.count("mark") >= 2, "name and number are marked: {marked}");
    phone.click("form#filled button:not([formaction])");
    phone.wait_for("#receipt-words");
    let received = phone.text("main");
    assert!(received.to_lowercase().contains("words"), "{received}");
    assert_eq!(phone.cookies(), 0, "no cookie on the public side");
    assert_eq!(crate::support::app::stored_reports(&app.url), (1, 1));

    app.next_day();
    crate::journey::screen(&app);
    let mut analyst = app.signed_in(Role::Analyst, 0);
    let link = analyst.get("/desk/reports").link("/desk/reports/");
    let case = analyst.get(&link);
    assert!(case.visible().contains("wrong blood unit"), "{}", case.visible());
    assert!(!case.text().contains("Saarinen") && !case.text().contains("960777"), "{}", case.visible());
    tally("browser", "phone_without_javascript");
}

#[test]
fn an_05_a_reporter_answers_and_agrees_on_a_phone_without_javascript() {
    let Some(mut phone) = Phone::start(false) else { return };
    let app = TestApp::sqlite();
    let words = crate::conversation::with_a_question(&app);

    open_report(&mut phone, &app, &words);
    assert!(phone.text("main").contains("Which of the two labels"), "{}", phone.text("main"));
    phone.click("button[value=agree]");
    phone.wait_for("p.note.good");
    phone.type_into("textarea#message", "The second one.");
    phone.click("button[value=say]");
    phone.wait_for("li.own");

    assert_eq!(phone.count("button[value=agree]"), 0, "agreed with already");
    assert!(phone.address().ends_with("/receipt?lang=en"), "{}", phone.address());
    assert!(!phone.text("main").contains("The second one."), "what was said is not shown again");
    assert_eq!(phone.cookies(), 0);
    phone.click("main > details.more summary");
    phone.click("button[value=withdraw]");
    phone.wait_for("button[value=withdraw-now]");
    phone.click("button[value='']");
    phone.wait_for("ol.way");
    tally("browser", "conversation_without_javascript");
}

/// Types the nine words and waits for the report's page.
fn open_report(phone: &mut Phone, app: &TestApp, words: &str) {
    phone.open(&format!("{}/receipt?lang=en", app.base));
    phone.type_into("textarea[name=words]", words);
    phone.click("main form button");
    phone.wait_for("ol.way");
}

/// Signs the first person with a role in by hand.
fn sign_in(desk: &mut Phone, app: &TestApp, role: Role) {
    sign_in_at(desk, app, &app.base, role);
}

fn sign_in_at(desk: &mut Phone, app: &TestApp, base: &str, role: Role) {
    let member = app.member(role, 0);

    desk.open(&format!("{base}/sign-in"));
    desk.type_into("input[name=email]", &member.email);
    desk.type_into("input[name=passphrase]", PASSPHRASE);
    let code = app.code(member);
    desk.type_into("input[name=code]", &code);
    desk.click("main form button[type=submit], main form button:not([type])");
    desk.wait_for("form[action='/sign-out']");
}

#[test]
fn staff_sign_in_and_leave_in_a_browser() {
    let Some(mut desk) = Phone::start(false) else { return };
    let app = TestApp::sqlite();

    sign_in(&mut desk, &app, Role::Operator);
    assert!(desk.address().ends_with("/desk"), "{}: {}", desk.address(), desk.text("body"));
    assert_eq!(desk.cookies(), 1);

    desk.click("form[action='/sign-out'] button");
    desk.wait_for("input[name=passphrase]");
    desk.open(&format!("{}/desk", app.base));
    assert!(desk.address().contains("/sign-in"), "{}", desk.address());
    tally("browser", "sign_in_and_out");
}

#[test]
fn a_passkey_is_made_and_opens_the_desk_in_a_browser() {
    let Some(mut desk) = Phone::start(true) else { return };
    // A passkey belongs to a name; an address in numbers can have none.
    let app = TestApp::sqlite_behind("http://localhost:PORT");
    let base = app.base.replace("127.0.0.1", "localhost");
    desk.give_authenticator();
    sign_in_at(&mut desk, &app, &base, Role::Analyst);

    desk.open(&format!("{base}/desk/me"));
    desk.type_into("input[name=name]", "Key on the desk");
    desk.click("[data-passkey-button]");
    desk.wait_for("form[action$='/remove']");
    assert!(desk.text("main").contains("Key on the desk"), "{}", desk.text("main"));
    desk.click("form[action='/sign-out'] button");
    desk.wait_for("input[name=passphrase]");
    desk.open(&format!("{base}/sign-in"));
    desk.type_into("input[name=email]", &app.member(Role::Analyst, 0).email);
    desk.type_into("input[name=passphrase]", PASSPHRASE);
    desk.click("[data-passkey-button]");
    desk.wait_for("form[action='/sign-out']");

    assert!(desk.address().starts_with(&format!("{base}/desk")), "{}", desk.address());
    tally("browser", "passkey");
}

#[test]
fn pages_have_no_accessibility_complaints() {
    let Some(mut browser) = Phone::start(true) else { return };
    let Some(axe) = driver::axe() else { return };
    let app = TestApp::sqlite();

    for path in ["/", "/report", "/receipt", "/unsubscribe", "/sign-in"] {
        browser.open(&format!("{}{path}", app.base));
        let complaints = browser.audit(&axe);
        assert!(complaints.is_empty(), "{path}: {complaints:?}");
    }
    open_report(&mut browser, &app, &crate::conversation::with_a_question(&app));
    let complaints = browser.audit(&axe);
    assert!(complaints.is_empty(), "the page of a report: {complaints:?}");
    // The control: a page that is bad on purpose must be complained about, or the audit is blind.
    browser.open("data:text/html,<img src=x><input><p style='color:%23eee;background:%23fff'>faint</p>");
    assert!(!browser.audit(&axe).is_empty(), "the audit finds nothing on a bad page");
    tally("browser", "accessibility");
}

#[test]
fn trends_are_chosen_without_javascript_and_have_no_accessibility_complaints() {
    let Some(mut plain) = Phone::start(false) else { return };
    let app = TestApp::sqlite();
    crate::trends::history(&app, &[24, 27, 22, 25]);
    sign_in(&mut plain, &app, Role::Analyst);
    plain.open(&format!("{}/desk/trends", app.base));
    plain.click("select[name=series] option[value='category:fall']");
    plain.click("select[name=chart] option[value=c]");
    plain.click("form[action^='/desk/trends'] button");
    plain.wait_for("select[name=chart] option[value=c][selected]");
    assert!(plain.address().contains("series=category%3Afall") && plain.address().contains("chart=c"), "{}", plain.address());
    assert_eq!(plain.count("svg.chart[role=img] title"), 1);
    plain.click("details.figures summary");
    assert!(plain.text("details.figures").contains("more than usual"));

    let Some(mut browser) = Phone::start(true) else { return };
    let Some(axe) = driver::axe() else { return };
    sign_in(&mut browser, &app, Role::Analyst);
    for (width, query) in [(390, ""), (1280, "?chart=u&series=category:fall"), (390, "?chart=run")] {
        browser.resize(width, 900);
        browser.open(&format!("{}/desk/trends{query}", app.base));
        browser.click("details.figures summary");
        let complaints = browser.audit(&axe);
        assert!(complaints.is_empty(), "{query}: {complaints:?}");
    }
    tally("browser", "trends");
}

#[test]
fn an_04_nothing_is_loaded_from_elsewhere() {
    let Some(mut browser) = Phone::start(true) else { return };
    let app = TestApp::sqlite();

    for path in ["/", "/report", "/receipt"] {
        browser.open(&format!("{}{path}", app.base));
        for address in browser.loaded() {
            assert!(address.starts_with(&app.base), "{path} loads {address}");
        }
        assert_eq!(browser.count("script"), 0, "{path} has a script");
    }
    tally("browser", "own_origin_only");
}
