//! Editions, quarters and signatures: who reads what, how often, and that a changed issue goes nowhere.

use candor::domain::access::{Actor, ApproveDigest, ManagePeople, ManageReaders, PrepareDigest, ReadDigest};
use candor::domain::contact::Language;
use candor::domain::digest::Editorial;
use candor::domain::edition::Level;
use candor::domain::id::DigestId;
use candor::domain::period::Period;
use candor::domain::person::{Role, Roles};
use candor::domain::span::Span;
use candor::flows::{Error, digest as flow, people};
use candor::jobs::deliver;
use candor::mail::Transport;

use crate::digest::{history, letters_in, number, sql};
use crate::on_both;
use crate::support::app::TestApp;

fn span(text: &str) -> Span {
    Span::parse(text).expect("a span")
}

fn add(app: &TestApp, address: &str, language: Language, level: Level) {
    let permit = Actor::Console.permit::<ManageReaders>().expect("console");
    flow::add_reader(&app.ctx, &permit, address, language, level).expect("added");
    sql(app, "DELETE FROM outbox; UPDATE readers SET active = TRUE, asked = FALSE;");
}

fn prepare(app: &TestApp, text: &str) -> Result<DigestId, Error> {
    let permit = Actor::Console.permit::<PrepareDigest>().expect("console");
    flow::prepare(&app.ctx, &permit, span(text), &Editorial::default())
}

fn approve(app: &TestApp, id: DigestId) -> Result<usize, Error> {
    let permit = Actor::Console.permit::<ManagePeople>().expect("console");
    let publisher =
        people::list(&app.ctx, &permit).expect("people").into_iter().find(|p| p.roles.has(Role::Publisher)).expect("a publisher");
    let approve = Actor::Person(publisher.id, Roles::new(&[Role::Publisher]).expect("roles")).permit::<ApproveDigest>().expect("permit");
    flow::approve(&app.ctx, &approve, id)
}

fn delivered(app: &TestApp, name: &str) -> Vec<String> {
    let folder = app.folder.path().join(name);
    std::fs::create_dir(&folder).expect("a folder");
    deliver(&app.ctx, &Transport::folder(&folder)).expect("delivery");
    letters_in(&folder).into_iter().map(|(_, letter)| letter).collect()
}

/// The letter to somebody, its body decoded far enough to look for ASCII words.
fn to<'a>(letters: &'a [String], address: &str) -> &'a str {
    letters.iter().find(|l| l.contains(&format!("To: {address}"))).unwrap_or_else(|| panic!("no letter to {address}"))
}

on_both! {
    fn dc_09_every_reader_gets_the_edition_of_their_level_and_language_and_a_resend_is_the_same(app: TestApp) {
        history(&app, "2026-10");
        add(&app, "safety@example.org", Language::English, Level::SafetyTeam);
        add(&app, "staff@example.org", Language::German, Level::AllStaff);
        add(&app, "board@example.net", Language::English, Level::Outside);

        let id = prepare(&app, "2026-10").expect("frozen");
        assert_eq!(approve(&app, id).expect("approved"), 3);
        let letters = delivered(&app, "first");

        let [safety, staff, outside] = ["safety@example.org", "staff@example.org", "board@example.net"].map(|who| to(&letters, who));
        assert!(safety.contains("under 10 is not shown") && outside.contains("under 15 is not shown"), "{outside}");
        assert!(staff.contains("lang=3D\"de\"") || staff.contains("lang=\"de\""), "{staff}");
        // The pharmacy has too few reports, whoever reads; what no level prints stands nowhere.
        let permit = Actor::Console.permit::<ReadDigest>().expect("console");
        let shown = flow::read(&app.ctx, &permit, id, None).expect("an issue");
        assert_eq!(shown.editions.len(), 4, "outside, staff in two languages and the safety team");

        sql(&app, "UPDATE outbox SET state = 'waiting', attempts = 0, next_at = 0, lease_until = 0");
        sql(&app, "UPDATE rollups SET reports = reports + 40");
        let again = delivered(&app, "second");
        for who in ["safety@example.org", "staff@example.org", "board@example.net"] {
            assert_eq!(to(&letters, who), to(&again, who), "{who}");
        }
    }
}

on_both! {
    fn dc_08_one_changed_byte_of_a_frozen_issue_stops_every_letter_and_is_said(app: TestApp) {
        history(&app, "2026-10");
        add(&app, "ann@example.org", Language::English, Level::SafetyTeam);
        let id = prepare(&app, "2026-10").expect("frozen");
        let changed = if app.url.starts_with("sqlite") {
            "UPDATE digests SET artefact = CAST(replace(CAST(artefact AS TEXT), 'October', 'Octobar') AS BLOB)"
        } else {
            "UPDATE digests SET artefact = convert_to(replace(convert_from(artefact, 'UTF8'), 'October', 'Octobar'), 'UTF8')"
        };
        let restored = changed.replace("'October', 'Octobar'", "'Octobar', 'October'");

        sql(&app, changed);
        assert!(matches!(approve(&app, id), Err(Error::Conflict("digest-changed"))));
        let permit = Actor::Console.permit::<ReadDigest>().expect("console");
        assert_eq!(flow::changed(&app.ctx, &permit).expect("looked"), [span("2026-10")]);
        let home = app.signed_in(Role::Publisher, 0).get("/desk");
        assert!(home.visible().contains("is not what was frozen"), "{}", home.visible());

        sql(&app, &restored);
        assert_eq!(approve(&app, id).expect("approved"), 1);
        // A thief of the database who also mends the plain hash has no key for the signature.
        sql(&app, changed);
        assert!(delivered(&app, "none").is_empty());
        assert_eq!(number(&app, "SELECT count(*) AS number FROM outbox WHERE state = 'sent'"), 0);
    }
}

on_both! {
    fn dc_17_a_quarter_is_one_letter_and_its_months_have_none(app: TestApp) {
        let mut rows = String::new();
        for period in Period::parse("2026-10").expect("month").back(18) {
            for (area, n) in [("emergency", 6), ("theatres", 5)] {
                rows += &format!("INSERT INTO rollups (period, area, category, severity, reports) VALUES ({}, '{area}', 'fall', '', {n});", period.number());
            }
        }
        sql(&app, &rows);

        assert!(matches!(prepare(&app, "2026-09"), Err(Error::Conflict("digest-pace"))), "eleven reports a month");
        assert!(matches!(prepare(&app, "2026-Q4"), Err(Error::Conflict("digest-month-open"))));
        let id = prepare(&app, "2026-Q3").expect("frozen");
        let permit = Actor::Console.permit::<ReadDigest>().expect("console");
        let shown = flow::read(&app.ctx, &permit, id, None).expect("an issue");
        assert!(shown.artefact.subject.ends_with("July to September 2026"), "{}", shown.artefact.subject);
        let text = shown.artefact.text.replace('\n', " ");
        assert!(text.contains("reports for July to September 2026"), "{text}");
        assert!(matches!(prepare(&app, "2026-08"), Err(Error::Conflict("digest-exists" | "digest-pace"))));
        let mut analyst = app.signed_in(Role::Analyst, 0);
        assert!(analyst.get("/desk/digest").visible().contains("Q3 2026"));
    }
}

on_both! {
    fn a_letter_is_written_looked_at_in_every_form_and_frozen_as_chosen(app: TestApp) {
        history(&app, "2026-10");
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let form = analyst.get("/desk/digest/write?period=2026-10").form("ask_what_1");
        let form = form.set("ask_what_1", "Check the hired pumps").set("ask_owner_1", "device lead").set("question", "What do we pick in the dark?");

        let html = analyst.submit(&form.clone().set("ask_by_1", "2026-12").set("show", "html").to("/desk/digest/write/letter"));
        assert!(html.text().contains("data:image/png;base64,") && html.text().contains("Check the hired pumps"), "{}", html.visible());
        assert!(html.text().contains("@media not all"), "light whatever this browser prefers");
        let dark = analyst.submit(&form.clone().set("ask_by_1", "2026-12").set("show", "dark").to("/desk/digest/write/letter"));
        assert!(dark.text().contains("@media all") && dark.text().contains("content=\"dark\""));
        let text = analyst.submit(&form.clone().set("ask_by_1", "2026-12").set("show", "text").to("/desk/digest/write/letter"));
        assert!(text.visible().contains("What do we pick in the dark?") && text.visible().contains("safety digest, October 2026"));
        assert_eq!(number(&app, "SELECT count(*) AS number FROM digests"), 0, "a preview keeps nothing");

        let wrong = analyst.submit(&form.clone().set("ask_by_1", "soon"));
        assert!(wrong.status == 422 && wrong.text().contains("Check the hired pumps") && wrong.visible().contains("what, who and a month"));
        let named = form.clone().set("ask_by_1", "2026-12").set("question", "What would Nurse Margaret Thompson tell you?");
        let asked = analyst.submit(&named);
        assert!(asked.status == 422 && asked.visible().contains("somebody could be recognised"), "{}", asked.visible());
        assert_eq!(number(&app, "SELECT count(*) AS number FROM digests"), 0, "nothing is frozen before somebody has looked");
        let frozen = analyst.submit(&form.set("ask_by_1", "2026-12"));
        assert!(frozen.visible().contains("Check the hired pumps") && frozen.visible().contains("What do we pick in the dark?"), "{}", frozen.visible());
        let talk = analyst.get(&frozen.link("/desk/digest/").replace("/desk/digest/write", ""));
        assert_eq!(talk.status, 200, "{}", talk.visible());
    }
}

on_both! {
    fn whoever_would_be_left_out_is_counted_before_an_issue_is_approved(app: TestApp) {
        history(&app, "2026-10");
        add(&app, "ann@example.org", Language::English, Level::SafetyTeam);
        let id = prepare(&app, "2026-10").expect("frozen");
        add(&app, "late@example.org", Language::English, Level::Outside);
        add(&app, "hans@example.org", Language::German, Level::SafetyTeam);

        let page = app.signed_in(Role::Publisher, 0).get(&format!("/desk/digest/{id}"));

        for line in ["Letters that will go out: 2.", "who get the nearest one: 1.", "no edition is for them: 1."] {
            assert!(page.visible().contains(line), "{line}: {}", page.visible());
        }
        assert_eq!(approve(&app, id).expect("approved"), 2, "as was said");
    }
}

on_both! {
    fn a_letter_to_the_leaving_address_ends_letters(app: TestApp) {
        history(&app, "2026-10");
        let saying = "unsubscribe_address = \"leave@example.org\"\n";
        let ctx = crate::support::app::context_saying(&app.url, &app.base, &app.clock, app.folder.path(), saying);
        add(&app, "ann@example.org", Language::English, Level::SafetyTeam);
        let id = prepare(&app, "2026-10").expect("frozen");
        approve(&app, id).expect("approved");
        let folder = app.folder.path().join("post");
        std::fs::create_dir(&folder).expect("a folder");
        deliver(&ctx, &Transport::folder(&folder)).expect("delivery");
        let (_, letter) = letters_in(&folder).pop().expect("a letter");

        let unfolded = letter.replace("\r\n ", "").replace("\r\n\t", "");
        let found = regex::Regex::new(r"mailto:leave@example\.org\?subject=([^>]+)>").expect("pattern");
        let token = found.captures(&unfolded).expect("a mailto in the header")[1].to_owned();
        assert!(flow::unsubscribe(&ctx, &token).expect("left"), "{token}");
        assert_eq!(number(&app, "SELECT count(*) AS number FROM readers WHERE active"), 0);
    }
}
