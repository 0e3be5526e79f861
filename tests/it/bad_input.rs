//! Whatever goes wrong with a submission, the answer says what to do and the reporter's text comes back.

use crate::on_both;
use crate::support::app::TestApp;
use crate::support::client::{Form, Page, Visitor, unescape};

const STORY: &str = "The syringe labels were swapped & nobody <noticed> until Zephyrine-Marker looked twice.";

fn form(app: &TestApp) -> (Visitor, Form) {
    let mut visitor = app.visitor();
    let form = visitor.get("/report").form("narrative").set("kind", "near-miss").set("narrative", STORY).to("/report");
    (visitor, form)
}

/// The text that the page's own form would send again.
fn kept(page: &Page) -> String {
    page.form("narrative").value("narrative").unwrap_or_default().replace("\r\n", "\n")
}

fn is_form_again(page: &Page, status: u16, text: &str) {
    assert_eq!(page.status, status, "{}", page.visible());
    assert_eq!(kept(page), text, "the text came back changed");
}

on_both! {
    fn an_empty_narrative_is_asked_for(app: TestApp) {
        let (mut visitor, form) = form(&app);

        let page = visitor.submit(&form.set("narrative", "  \n ").set("idea", "a second pair of eyes"));

        assert_eq!(page.status, 422, "{}", page.visible());
        assert!(page.text().contains("problem") && page.text().contains("a second pair of eyes"), "{}", page.visible());
    }
}

on_both! {
    fn an_over_long_narrative_comes_back_whole(app: TestApp) {
        let (mut visitor, form) = form(&app);
        let long = "Zephyrine ".repeat(2_100).trim().to_owned();

        let page = visitor.submit(&form.set("narrative", &long));

        is_form_again(&page, 422, &long);
    }
}

on_both! {
    fn a_body_beyond_every_limit_is_refused_kindly(app: TestApp) {
        let (mut visitor, form) = form(&app);

        let page = visitor.submit(&form.set("narrative", &"x".repeat(2_000_000)));

        assert_eq!(page.status, 413, "{}", page.visible());
        assert!(page.visible().len() > 40, "the page says what to do");
    }
}

on_both! {
    fn bytes_that_are_not_utf8_are_named_and_the_rest_is_kept(app: TestApp) {
        let (mut visitor, form) = form(&app);
        let body = form.encoded().replace("Zephyrine", "Z%E9phyrine");
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];

        let page = visitor.send("POST", "/report", &headers, body.as_bytes());

        assert_eq!(page.status, 422, "{}", page.visible());
        assert!(kept(&page).contains("phyrine-Marker looked twice"), "{}", kept(&page));
    }
}

on_both! {
    fn unknown_answers_are_refused_at_their_field(app: TestApp) {
        for (field, value) in [("kind", "gossip"), ("area", "moon-base"), ("severity", "apocalyptic"), ("month", "2026-99"), ("day_part", "teatime")] {
            let (mut visitor, form) = form(&app);

            let page = visitor.submit(&form.set(field, value));

            is_form_again(&page, 422, STORY);
        }
    }
}

on_both! {
    fn a_stale_form_gets_new_words_and_keeps_the_text(app: TestApp) {
        let (mut visitor, form) = form(&app);
        let old = form.value("words").expect("words").to_owned();
        app.clock.advance(3 * 86_400);

        let page = visitor.submit(&form);

        is_form_again(&page, 409, STORY);
        let again = page.form("narrative");
        assert_ne!(again.value("words"), Some(old.as_str()));
        let page = visitor.submit(&again.to("/report"));
        assert_eq!(page.status, 200, "{}", page.visible());
        assert_eq!(crate::support::app::stored_reports(&app.url), (1, 1));
    }
}

on_both! {
    fn words_from_nowhere_are_not_accepted(app: TestApp) {
        let (mut visitor, form) = form(&app);

        let page = visitor.submit(&form.set("words", "abacus abdomen abdominal abide abiding ability ablaze able abnormal"));

        is_form_again(&page, 409, STORY);
        assert_eq!(crate::support::app::stored_reports(&app.url), (0, 0));
    }
}

on_both! {
    fn a_form_sent_twice_makes_one_report(app: TestApp) {
        let (mut visitor, form) = form(&app);

        let first = visitor.submit(&form);
        let second = visitor.submit(&form);

        assert_eq!((first.status, second.status), (200, 200), "{}", second.visible());
        assert_eq!(crate::support::app::stored_reports(&app.url), (1, 1));
        // … and also after the report has moved on, and long after the form has expired.
        app.next_day();
        app.clock.advance(5 * 86_400);
        assert_eq!(visitor.submit(&form).status, 200);
        assert_eq!(crate::support::app::stored_reports(&app.url), (1, 1));
    }
}

on_both! {
    fn another_text_under_used_words_is_kept_and_explained(app: TestApp) {
        let (mut visitor, form) = form(&app);
        assert_eq!(visitor.submit(&form).status, 200);

        let page = visitor.submit(&form.clone().set("narrative", "Something else happened."));

        is_form_again(&page, 409, "Something else happened.");
        assert_ne!(page.form("narrative").value("words"), form.value("words"));
        assert_eq!(crate::support::app::stored_reports(&app.url), (1, 1));
    }
}

on_both! {
    fn a_narrative_with_its_own_receipt_is_refused(app: TestApp) {
        let (mut visitor, form) = form(&app);
        let text = format!("My words are {} and I am worried.", form.value("words").expect("words"));

        let page = visitor.submit(&form.set("narrative", &text));

        is_form_again(&page, 422, &text);
    }
}

on_both! {
    fn wrong_receipt_words_say_which_word(app: TestApp) {
        let mut visitor = app.visitor();
        let form = visitor.get("/receipt").form("words");

        let typo = visitor.submit(&form.clone().set("words", "abacus abdomen abdominal abide abiding abilityy ablaze able abnormal"));
        let short = visitor.submit(&form.clone().set("words", "abacus abdomen"));
        let unknown = visitor.submit(&form.set("words", "abacus abdomen abdominal abide abiding ability ablaze able abnormal"));

        assert!(typo.visible().contains('6'), "{}", typo.visible());
        assert!(short.visible().contains('2'), "{}", short.visible());
        assert!(!unknown.text().contains(r#"aria-current="step""#), "{}", unknown.visible());
        assert!(typo.form("words").value("words").is_some_and(|w| w.contains("abilityy")), "what was typed is kept");
    }
}

on_both! {
    fn machines_get_problem_documents(app: TestApp) {
        let mut visitor = app.visitor();
        let json = [("content-type", "application/json")];

        for (body, status) in [("{}", 422), ("not json", 400), (r#"{"kind":"near-miss","narrative":" "}"#, 422), (r#"{"kind":"gossip","narrative":"text"}"#, 422)] {
            let page = visitor.send("POST", "/api/v1/reports", &json, body.as_bytes());

            assert_eq!(page.status, status, "{body}: {}", page.text());
            assert_eq!(page.header("content-type"), Some("application/problem+json"), "{body}");
        }
        let good = visitor.send("POST", "/api/v1/reports", &json, br#"{"kind":"near-miss","narrative":"The ladder slipped."}"#);
        assert_eq!(good.status, 201, "{}", good.text());
    }
}

/// A database that has stopped answers "not saved", with the text on the page.
#[test]
fn a_stopped_sqlite_database_loses_nothing() {
    use diesel::Connection as _;
    use diesel::connection::SimpleConnection as _;
    let app = TestApp::sqlite();
    let (mut visitor, form) = form(&app);
    let path = app.url.strip_prefix("sqlite://").expect("a file").to_owned();
    let mut holder = diesel::SqliteConnection::establish(&path).expect("file");
    holder.batch_execute("BEGIN EXCLUSIVE").expect("the lock");

    let page = visitor.submit(&form);

    is_form_again(&page, 503, STORY);
    holder.batch_execute("ROLLBACK").expect("released");
    assert_eq!(crate::support::app::stored_reports(&app.url), (0, 0));
    assert_eq!(visitor.submit(&page.form("narrative").to("/report")).status, 200);
    crate::support::backends::tally("sqlite", "stopped_database");
}

#[test]
fn a_stopped_postgres_database_loses_nothing() {
    use diesel::Connection as _;
    use diesel::connection::SimpleConnection as _;
    let Some(app) = TestApp::postgres("stopped_database") else { return };
    let (mut visitor, form) = form(&app);
    let (head, query) = app.url.split_once('?').expect("a query");
    let (server, name) = head.rsplit_once('/').expect("a name");
    let mut admin = diesel::PgConnection::establish(&format!("{server}/postgres?{query}")).expect("server");
    admin.batch_execute(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false")).expect("shut");
    admin.batch_execute(&format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")).expect("ended");

    let page = visitor.submit(&form);

    is_form_again(&page, 503, STORY);
    admin.batch_execute(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true")).expect("open");
    assert_eq!(crate::support::app::stored_reports(&app.url), (0, 0));
    assert_eq!(visitor.submit(&page.form("narrative").to("/report")).status, 200);
    crate::support::backends::tally("postgres", "stopped_database");
}

#[test]
fn entities_decode() {
    assert_eq!(unescape("a &#38;&#60;b&#x3e; &amp;lt;"), "a &<b> &lt;");
}
