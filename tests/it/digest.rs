//! A digest from counts to a delivered letter: gated, frozen, approved by a second person, sent once.

use candor::domain::person::Role;
use candor::flows::digest as flow;
use candor::jobs::deliver;
use candor::mail::Transport;

use crate::on_both;
use crate::support::app::TestApp;
use crate::support::client::Visitor;

/// Changes rows beside the program.
pub fn sql(app: &TestApp, statements: &str) {
    sql_at(&app.url, statements);
}

/// The same, by database URL.
pub fn sql_at(url: &str, statements: &str) {
    use diesel::Connection as _;
    use diesel::connection::SimpleConnection as _;
    match url.strip_prefix("sqlite://") {
        Some(path) => {
            let mut db = diesel::SqliteConnection::establish(path).expect("file");
            db.batch_execute("PRAGMA busy_timeout = 3000").expect("pragma");
            db.batch_execute(statements).expect("sql");
        }
        None => diesel::PgConnection::establish(url).expect("server").batch_execute(statements).expect("sql"),
    }
}

/// Fifteen months of roll-ups: a busy emergency department, a quiet pharmacy.
pub fn history(app: &TestApp, last: &str) {
    history_at(&app.url, candor::domain::period::Period::parse(last).expect("month"));
}

/// The same, by database URL.
pub fn history_at(url: &str, last: candor::domain::period::Period) {
    let mut rows = String::new();
    for (at, period) in last.back(15).into_iter().enumerate() {
        let busy = 40 + (at % 4) * 3;
        for (area, category, n) in [("emergency", "medication", busy), ("emergency", "fall", 20), ("pharmacy", "medication", 3)] {
            rows += &format!(
                "INSERT INTO rollups (period, area, category, severity, reports) VALUES ({}, '{area}', '{category}', '', {n});",
                period.number()
            );
        }
    }
    sql_at(url, &rows);
}

/// One number, asked beside the program.
pub fn number(app: &TestApp, query: &str) -> i64 {
    use diesel::{Connection as _, QueryableByName, RunQueryDsl as _, sql_query};
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        number: i64,
    }
    let query = format!("SELECT CAST(number AS BIGINT) AS number FROM ({query}) AS asked");
    let row: Row = match app.url.strip_prefix("sqlite://") {
        Some(path) => sql_query(query).get_result(&mut diesel::SqliteConnection::establish(path).expect("file")).expect("a number"),
        None => sql_query(query).get_result(&mut diesel::PgConnection::establish(&app.url).expect("server")).expect("a number"),
    };
    row.number
}

fn letters(app: &TestApp) -> Vec<(String, String)> {
    letters_in(&app.folder.path().join("mail"))
}

/// Every letter in a folder by file name.
pub fn letters_in(folder: &std::path::Path) -> Vec<(String, String)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut all: Vec<_> = entries.map(|e| e.expect("an entry").path()).filter(|p| p.extension().is_some_and(|e| e == "eml")).collect();
    all.sort();
    all.into_iter().map(|p| (p.display().to_string(), std::fs::read_to_string(&p).expect("a letter"))).collect()
}

pub fn add_reader(app: &TestApp, address: &str) {
    let mut publisher = app.signed_in(Role::Publisher, 0);
    let form = publisher.get("/desk/readers").form("name=\"email\"").set("email", address);
    assert_eq!(publisher.submit(&form).status, 200);
    say_yes(app, &question(app, address));
}

/// The letter that asks, delivered to a folder of its own and taken out of it.
pub fn question(app: &TestApp, address: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(deliver(&app.ctx, &Transport::folder(folder.path())).expect("delivery"), 1);
    let (_, letter) = letters_in(folder.path()).pop().expect("a question");
    assert!(letter.contains(&format!("To: {address}\r\n")), "{letter}");
    letter
}

/// Follows the link of the letter that asks and presses the button.
pub fn say_yes(app: &TestApp, letter: &str) {
    let mut reader = app.visitor();
    let form = reader.get(&confirm_link(letter)).form("name=\"t\"");
    assert_eq!(reader.submit(&form).status, 200);
}

/// Path and query of the link in the letter that asks.
pub fn confirm_link(letter: &str) -> String {
    let whole = letter.replace("=\r\n", "").replace("=3D", "=");
    let at = whole.find("/confirm?t=").expect("a link");
    whole.get(at..).expect("a link").split_whitespace().next().expect("a link").to_owned()
}

/// Prepares a month as the analyst and returns the issue's address.
pub fn prepared(app: &TestApp, period: &str) -> String {
    let mut analyst = app.signed_in(Role::Analyst, 0);
    let form = analyst.get("/desk/digest").form("name=\"period\"").set("period", period);
    let page = analyst.submit(&form);
    assert_eq!(page.status, 200, "{}", page.visible());
    analyst.get("/desk/digest").link("/desk/digest/")
}

pub fn approve(visitor: &mut Visitor, issue: &str) -> crate::support::client::Page {
    let form = visitor.get(issue).form(&format!("{issue}/approve"));
    visitor.submit(&form)
}

fn deliver_now(app: &TestApp) -> usize {
    let folder = app.folder.path().join("mail");
    std::fs::create_dir_all(&folder).expect("a folder");
    deliver(&app.ctx, &Transport::folder(folder)).expect("delivery")
}

on_both! {
    fn a_digest_is_prepared_approved_and_sent_once(app: TestApp) {
        history(&app, "2026-10");
        add_reader(&app, "manager@example.org");
        let issue = prepared(&app, "2026-10");
        assert_eq!(deliver_now(&app), 0, "nothing goes out before approval");

        let mut publisher = app.signed_in(Role::Publisher, 0);
        let shown = publisher.get(&issue);
        assert!(shown.visible().contains("2026"), "{}", shown.visible());
        assert_eq!(approve(&mut publisher, &issue).status, 200);

        assert_eq!(deliver_now(&app), 1);
        assert_eq!(deliver_now(&app), 0, "sent once");
        let all = letters(&app);
        assert_eq!(all.len(), 1);
        let letter = &all.first().expect("a letter").1;
        for header in ["List-Unsubscribe: <http://127.0.0.1", "List-Unsubscribe-Post: List-Unsubscribe=One-Click", "Message-ID: <", "Auto-Submitted: auto-generated", "To: manager@example.org"] {
            assert!(letter.contains(header), "{header}\n{}", letter.lines().take(25).collect::<Vec<_>>().join("\n"));
        }
        assert!(letter.contains("multipart/alternative") && letter.contains("multipart/related") && letter.contains("image/png"));
    }
}

on_both! {
    fn no_printed_figure_is_small_or_exact(app: TestApp) {
        history(&app, "2026-10");
        prepared(&app, "2026-10");
        let permit = candor::domain::access::Actor::Console.permit::<candor::domain::access::ReadDigest>().expect("console");

        let artefact = flow::preview(&app.ctx, &permit, candor::domain::period::Period::parse("2026-10").expect("month")).expect("preview");

        // The usual range is computed from printed figures; the footer explains the rounding. Everything else is a figure.
        let body = artefact.text.split("--------").next().expect("a body").to_owned();
        let body = regex::Regex::new(r"usual range of\s+\d+\s+to\s+\d+").expect("pattern").replace_all(&body, "usual range").into_owned();
        let numbers = regex::Regex::new(r"\b\d+\b").expect("pattern");
        let figures: Vec<u32> = numbers.find_iter(&body).filter_map(|m| m.as_str().parse().ok()).filter(|n| !(2024..=2026).contains(n)).collect();
        assert!(figures.len() > 20, "no figures in:\n{body}");
        assert!(figures.iter().all(|n| *n >= 10 && n % 5 == 0), "{figures:?} in:\n{body}");
        assert!(artefact.text.to_lowercase().contains("under 10"), "{}", artefact.text);
    }
}

on_both! {
    fn dc_08_edits_after_freezing_change_no_figure_that_was_printed(app: TestApp) {
        history(&app, "2026-10");
        prepared(&app, "2026-10");
        let permit = candor::domain::access::Actor::Console.permit::<candor::domain::access::ReadDigest>().expect("console");
        let october = || flow::preview(&app.ctx, &permit, candor::domain::period::Period::parse("2026-10").expect("month")).expect("preview");
        let frozen = october();

        sql(&app, "UPDATE rollups SET reports = reports + 37");

        let again = october();
        assert_eq!((again.text, again.chart_alt, again.chart_png), (frozen.text, frozen.chart_alt, frozen.chart_png));
    }
}

on_both! {
    fn whoever_prepared_cannot_approve(app: TestApp) {
        history(&app, "2026-10");
        let mut publisher = app.signed_in(Role::Publisher, 0);
        let form = publisher.get("/desk/digest").form("name=\"period\"").set("period", "2026-10");
        publisher.submit(&form);
        let issue = publisher.get("/desk/digest").link("/desk/digest/");
        let page = publisher.get(&issue);
        let csrf = page.form("csrf").value("csrf").expect("token").to_owned();

        let refused = publisher.send(
            "POST",
            &format!("{issue}/approve"),
            &[("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")],
            format!("csrf={csrf}").as_bytes(),
        );

        assert_eq!(refused.status, 409, "{}", refused.visible());
    }
}

on_both! {
    fn one_click_unsubscribe_works_and_ends_letters(app: TestApp) {
        history(&app, "2026-10");
        add_reader(&app, "leaves@example.org");
        add_reader(&app, "stays@example.org");
        let issue = prepared(&app, "2026-10");
        let mut publisher = app.signed_in(Role::Publisher, 0);
        approve(&mut publisher, &issue);
        assert_eq!(deliver_now(&app), 2);
        let all = letters(&app);
        let letter = &all.iter().find(|(_, l)| l.contains("leaves@example.org")).expect("a letter").1;
        let unfolded = letter.replace("\r\n ", "").replace("\n ", "");
        let url = regex::Regex::new(r"List-Unsubscribe: <http://[^/]+(/[^>]+)>").expect("pattern").captures(&unfolded).expect("a link")[1].to_owned();

        let form = [("content-type", "application/x-www-form-urlencoded")];
        let answer = app.visitor().send("POST", &url, &form, b"List-Unsubscribe=One-Click");
        let forged = app.visitor().send("POST", &format!("{url}0"), &form, b"List-Unsubscribe=One-Click");

        assert_eq!(answer.status, 200, "{}", answer.visible());
        assert!(forged.status >= 400 || forged.status == 200, "never a crash");
        let readers = publisher.get("/desk/readers");
        assert!(readers.visible().contains("leaves@example.org") && readers.visible().contains("stays@example.org"));
        let permit = candor::domain::access::Actor::Console.permit::<candor::domain::access::ManageReaders>().expect("console");
        let active: Vec<String> = flow::readers(&app.ctx, &permit).expect("readers").into_iter().filter(|r| r.state == flow::ReaderState::Active).map(|r| r.address).collect();
        assert_eq!(active, ["stays@example.org"]);
    }
}

on_both! {
    fn failures_are_retried_and_end_visibly(app: TestApp) {
        use candor::domain::outbox::{ATTEMPTS_MAX, Failure, Refusal, Stage};
        history(&app, "2026-10");
        add_reader(&app, "flaky@example.org");
        add_reader(&app, "gone@example.org");
        let issue = prepared(&app, "2026-10");
        let mut publisher = app.signed_in(Role::Publisher, 0);
        approve(&mut publisher, &issue);

        let mut ids = std::collections::BTreeSet::new();
        for _ in 0..ATTEMPTS_MAX {
            while let Some(dispatch) = flow::next_due(&app.ctx).expect("due") {
                ids.insert(dispatch.letter.message_id.clone());
                let failure = if dispatch.letter.to.expose().starts_with("gone") { Failure::Permanent } else { Failure::Transient };
                flow::settle(&app.ctx, &dispatch, Err(Refusal::silent(failure, Stage::Letter))).expect("noted");
            }
            app.clock.advance(7 * 3600);
        }

        assert_eq!(ids.len(), 2, "the same Message-ID on every attempt");
        let permit = candor::domain::access::Actor::Console.permit::<candor::domain::access::ReadDigest>().expect("console");
        let tally = flow::list(&app.ctx, &permit).expect("list").first().expect("an issue").letters;
        assert_eq!((tally.waiting, tally.sent, tally.dead), (0, 0, 2));
    }
}

on_both! {
    fn a_month_has_one_digest_and_only_when_it_is_over(app: TestApp) {
        history(&app, "2026-10");
        prepared(&app, "2026-10");
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let form = analyst.get("/desk/digest").form("name=\"period\"");

        let twice = analyst.submit(&form.clone().set("period", "2026-10"));
        let early = analyst.submit(&form.set("period", "2026-11"));

        assert_eq!((twice.status, early.status), (409, 409), "{} / {}", twice.visible(), early.visible());
    }
}

/// A process of its own on the application's database, with noise in its digests.
fn with_noise(app: &TestApp) -> candor::flows::Ctx {
    crate::support::app::context_saying(&app.url, &app.base, &app.clock, app.folder.path(), "[digest]\nnoise = { epsilon = 1.0 }\n")
}

on_both! {
    fn dc_16_a_restart_or_a_restored_database_draws_no_second_noise(app: TestApp) {
        use candor::domain::access::{Actor, PrepareDigest, ReadDigest};
        use candor::domain::period::Period;
        use candor::flows::Error;
        history(&app, "2026-10");
        let month = |text| Period::parse(text).expect("a month");
        let (prepare, read) = (Actor::Console.permit::<PrepareDigest>().expect("console"), Actor::Console.permit::<ReadDigest>().expect("console"));
        sql(&app, "CREATE TABLE kept_instance AS SELECT * FROM instance");
        let first = with_noise(&app);
        assert!(matches!(flow::preview(&first, &read, month("2026-10")), Err(Error::Conflict("digest-noise-preview"))));

        let id = flow::prepare(&first, &prepare, month("2026-10")).expect("frozen");
        let (_, letter) = flow::read(&first, &read, id).expect("a letter");
        assert!(letter.text.replace('\n', " ").contains("ε = 1 for one report"), "{}", letter.text);
        let book = app.folder.path().join("noise.book");
        let lines = std::fs::read_to_string(&book).expect("a book");
        assert_eq!(lines.lines().count(), 24, "the months of the chart: {lines}");
        assert!(lines.lines().all(|line| line.ends_with(" 1000")));

        // A restart: what is frozen is repeated, what was drawn stays drawn.
        let second = with_noise(&app);
        assert!(matches!(flow::prepare(&second, &prepare, month("2026-10")), Err(Error::Conflict("digest-exists"))));
        assert_eq!(flow::read(&second, &read, id).expect("a letter").1, letter);

        // The database of before: nobody knows of the issue any more, but the book does.
        sql(&app, "DELETE FROM outbox; DELETE FROM digests; DELETE FROM instance; INSERT INTO instance SELECT * FROM kept_instance");
        let third = with_noise(&app);
        for text in ["2026-10", "2026-09"] {
            assert!(matches!(flow::prepare(&third, &prepare, month(text)), Err(Error::Conflict("digest-spent"))), "{text}");
        }
        assert_eq!(std::fs::read_to_string(&book).expect("a book"), lines);

        // The next month is free, and from then on the database notices when the book is put back.
        app.clock.advance(60 * 86_400);
        flow::prepare(&third, &prepare, month("2026-12")).expect("frozen");
        std::fs::write(&book, lines).expect("an older book");
        app.clock.advance(31 * 86_400);
        assert!(matches!(flow::prepare(&with_noise(&app), &prepare, month("2027-01")), Err(Error::Conflict("digest-book"))));
        std::fs::remove_file(&book).expect("no book");
        assert!(matches!(flow::prepare(&with_noise(&app), &prepare, month("2027-01")), Err(Error::Conflict("digest-book"))));
    }
}
