//! Finding released reports by their words, black box: what is found, in what order, by whom; and that no word rests anywhere.

use candor::domain::access::{Actor, IndexReports, Release};
use candor::domain::id::ReportId;
use candor::domain::person::{Role, Roles};
use candor::flows::search;

use crate::journey::hide_all;
use crate::on_both;
use crate::support::app::TestApp;
use crate::support::at_rest;
use crate::support::client::{Page, Visitor};

/// Files reports and takes all of them through both screeners.
fn released(app: &TestApp, texts: &[&str]) {
    for text in texts {
        app.file(text);
    }
    assert_eq!(app.next_day(), texts.len());
    let (mut first, mut second) = (app.signed_in(Role::Screener, 0), app.signed_in(Role::Screener, 1));
    for _ in texts {
        let link = first.get("/desk/screening").link("/desk/screening/");
        let raw = first.get(&link);
        first.submit(&hide_all(&raw).set("act", "propose"));
        let link = second.get("/desk/screening").link("/desk/proposal/");
        let proposal = second.get(&link);
        let done = second.submit(&proposal.form("name=\"act\"").set("act", "release"));
        assert!(done.status < 400, "{}", done.visible());
    }
}

fn look_for(visitor: &mut Visitor, words: &str) -> Page {
    let form = visitor.get("/desk/reports").form("name=\"q\"").set("q", words);
    let page = visitor.submit(&form);
    assert_eq!(page.status, 200, "{}", page.visible());
    page
}

/// Addresses of the reports on a page of results, best first.
fn found(page: &Page) -> Vec<String> {
    page.links().into_iter().filter(|l| l.starts_with("/desk/reports/")).collect()
}

/// Which of the texts are found, by a word that only one of them has.
fn hits(visitor: &mut Visitor, words: &str, marks: &[&str]) -> Vec<usize> {
    let page = look_for(visitor, words);
    let rows = page.text();
    let rows: Vec<&str> = rows.split("<tr>").skip(2).collect();
    assert_eq!(rows.len(), found(&page).len(), "{}", page.visible());
    let plain: Vec<String> = rows.iter().map(|row| row.replace("<mark>", "").replace("</mark>", "")).collect();
    plain.iter().map(|row| marks.iter().position(|mark| row.contains(mark)).unwrap_or_else(|| panic!("an unknown row: {row}"))).collect()
}

on_both! {
    fn reports_are_found_by_inflected_words_phrases_and_without_excluded_ones(app: TestApp) {
        let marks = ["syringes", "humidifier", "trolley"];
        released(&app, &[
            "Two syringes were wrongly labelled before the theatre list began.",
            "The label on the humidifier was wrong and the theatre had no spare.",
            "A trolley rolled away on the ramp, 250 ml of paint were lost.",
        ]);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let mut ask = |words: &str| { let mut all = hits(&mut analyst, words, &marks); all.sort_unstable(); all };

        assert_eq!(ask("syringe"), [0]);
        assert_eq!(ask("LABELS"), [0, 1]);
        assert_eq!(ask("label syringe"), [0]);
        assert_eq!(ask("theatre -humidifiers"), [0]);
        assert_eq!(ask("\"theatre list\""), [0]);
        assert_eq!(ask("\"list theatre\""), Vec::<usize>::new());
        assert_eq!(ask("250ml"), [2]);
        assert_eq!(ask("rolling"), [2]);
        assert_eq!(ask("syllable"), Vec::<usize>::new());
        assert_eq!(ask("-syringe"), Vec::<usize>::new());
    }
}

on_both! {
    fn other_languages_are_found_with_and_without_their_accents(app: TestApp) {
        let marks = ["humidificateur", "Beatmungsgerät", "quirófano"];
        released(&app, &[
            "La tubulure était mal branchée et le humidificateur ne chauffait pas dans le service.",
            "Das Beatmungsgerät war nicht geprüft und die Schläuche waren vertauscht, wir haben es noch bemerkt.",
            "La medicación se preparó en el quirófano sin etiquetas y con una jeringa que estaba abierta.",
        ]);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let mut ask = |words: &str| hits(&mut analyst, words, &marks);

        for words in ["branchées", "branchees", "brancher"] {
            assert_eq!(ask(words), [0], "{words}");
        }
        for words in ["Schlauch", "Schläuchen", "schlauche"] {
            assert_eq!(ask(words), [1], "{words}");
        }
        for words in ["medicaciones", "medicacion", "JERINGAS", "\"jeringas abiertas\""] {
            assert_eq!(ask(words), [2], "{words}");
        }
    }
}

on_both! {
    fn the_best_match_stands_first_and_the_met_words_are_marked(app: TestApp) {
        let marks = ["balcony", "turnstile"];
        released(&app, &[
            "On the balcony somebody mentioned an alarm once, among many other things that were said about rosters, meals and parking.",
            "Alarms at the turnstile: the alarm was silenced, the second alarm as well.",
        ]);
        let mut analyst = app.signed_in(Role::Analyst, 0);

        assert_eq!(hits(&mut analyst, "alarm", &marks), [1, 0]);

        let page = look_for(&mut analyst, "\"alarm silenced\" turnstiles");
        assert!(page.text().contains("<mark>turnstile</mark>") && page.text().contains("<mark>alarm was silenced</mark>"), "{}", page.text());
        assert!(page.form("name=\"q\"").value("q").is_some_and(|q| q == "\"alarm silenced\" turnstiles"), "the words stay in the box");
    }
}

on_both! {
    fn a_filter_holds_before_ranking_and_what_is_not_released_is_never_found(app: TestApp) {
        released(&app, &["The gantry swung over the footpath."]);
        app.file("Another gantry swung too far.");
        app.next_day();
        let mut analyst = app.signed_in(Role::Analyst, 0);

        assert_eq!(found(&look_for(&mut analyst, "gantry")).len(), 1);
        let narrowed = analyst.get("/desk/reports?kind=went-well").form("name=\"q\"").set("q", "gantry");
        assert_eq!(narrowed.value("kind"), Some("went-well"), "the search form carries the filter");
        assert_eq!(found(&analyst.submit(&narrowed)).len(), 0);
        let same = narrowed.set("kind", "near-miss");
        assert_eq!(found(&analyst.submit(&same)).len(), 1);
    }
}

on_both! {
    fn a_report_taken_out_of_the_index_is_not_found_until_it_is_indexed_again(app: TestApp) {
        released(&app, &["The gantry swung over the footpath.", "A second gantry was parked badly."]);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let gone = found(&look_for(&mut analyst, "footpath")).remove(0);
        let id = ReportId::parse(gone.trim_start_matches("/desk/reports/")).expect("an id");
        let permit = Actor::Person(candor::domain::id::PersonId::from_bytes([1; 16]), Roles::new(&[Role::Screener]).expect("roles"))
            .permit::<Release>()
            .expect("a screener");

        app.ctx.store().write(&permit, "test", |w| w.unindex_report(id)).expect("taken out");

        assert!(found(&look_for(&mut analyst, "footpath")).is_empty());
        assert_eq!(found(&look_for(&mut analyst, "gantry")).len(), 1);
        assert!(search::is_behind(&app.ctx).expect("asked"));
        while search::catch_up(&app.ctx).expect("indexed") {}
        assert_eq!(found(&look_for(&mut analyst, "footpath")), std::slice::from_ref(&gone));
        search::rebuild(&app.ctx, &Actor::Console.permit::<IndexReports>().expect("console"), &|_| ()).expect("anew");
        assert_eq!(found(&look_for(&mut analyst, "footpath")), [gone]);
        assert_eq!(found(&look_for(&mut analyst, "gantry")).len(), 2);
    }
}

on_both! {
    fn pages_of_results_neither_repeat_nor_skip(app: TestApp) {
        let texts: Vec<String> = (0..27).map(|n| format!("The gantry swung again, case {}.", ["one", "two", "three"][n % 3])).collect();
        released(&app, &texts.iter().map(String::as_str).collect::<Vec<_>>());
        let mut analyst = app.signed_in(Role::Analyst, 0);

        let first = look_for(&mut analyst, "gantry");
        let second = analyst.submit(&first.form("name=\"page\" value=\"2\""));
        let back = analyst.submit(&second.form("name=\"page\" value=\"1\""));

        let mut all = found(&first);
        assert_eq!((all.len(), found(&second).len()), (25, 2));
        all.extend(found(&second));
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 27);
        assert_eq!(found(&back), found(&first));
    }
}

on_both! {
    fn au_02_a_search_is_audited_once_and_without_its_words(app: TestApp) {
        released(&app, &["The gantry swung over the footpath."]);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let page = look_for(&mut analyst, "gantry");
        assert!(!page.path.contains("gantry"), "the words stay out of the address: {}", page.path);

        let log = app.signed_in(Role::Auditor, 0).get("/desk/audit");

        assert_eq!(log.text().matches("report.search").count(), 1, "{}", log.visible());
        assert!(!log.text().contains("gantry"));
    }
}

on_both! {
    fn only_those_who_may_read_released_reports_may_search(app: TestApp) {
        let csrf = |visitor: &mut Visitor| visitor.get("/desk").form("name=\"csrf\"").value("csrf").expect("a token").to_owned();
        for (role, status) in [(Role::Analyst, 200), (Role::Screener, 200), (Role::Publisher, 404), (Role::Auditor, 404), (Role::Operator, 404), (Role::Custodian, 404)] {
            let mut visitor = app.signed_in(role, 0);
            let form = visitor.get("/desk").form("name=\"csrf\"").set("csrf", &csrf(&mut visitor)).set("q", "pump").to("/desk/reports");

            assert_eq!(visitor.submit(&form).status, status, "{role:?}");
        }
    }
}

on_both! {
    fn every_text_is_a_query(app: TestApp) {
        released(&app, &["The gantry swung over the footpath."]);
        let mut analyst = app.signed_in(Role::Analyst, 0);

        for words in ["", "\"", "\"\"", "-", "the", "NEAR(gantry", "gantry*", "gantry:", "^gantry", "gantry & | ! <-> ( )", "'; DROP TABLE fulltext; --", "words : gantry", "\\", "\u{301}"] {
            look_for(&mut analyst, words);
        }
        assert_eq!(found(&look_for(&mut analyst, "(gantry*) AND -NEAR(")).len(), 1, "operators are text like any other");
        assert_eq!(found(&look_for(&mut analyst, &"gantry ".repeat(5000))).len(), 1);
    }
}

/// Every released word of some length, as it stands and as its stem would.
const WORDS: [&str; 6] = ["zirconium", "sluiceway", "sluic", "overflow", "unattended", "unattend"];
const TEXT: &str = "The zirconium valve of the sluiceway overflowed unattended.";

on_both! {
    fn rt_03_no_word_and_no_unkeyed_digest_of_one_rests(app: TestApp) {
        released(&app, &[TEXT]);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        assert_eq!(found(&look_for(&mut analyst, "sluiceways zirconium")).len(), 1, "it is indexed");

        let mut places = app.bytes_at_rest();
        places.push(("full-text index".to_owned(), index_rows(&app.url).join("\n").into_bytes()));

        at_rest::assert_absent(&places, &WORDS, "after indexing and searching");
        for word in WORDS {
            let digest = candor::vault::sha256(word.as_bytes());
            for (place, bytes) in &places {
                assert!(!bytes.windows(8).any(|w| *w == digest[..8]), "SHA-256 of {word} in {place}");
            }
            let spelled = candor::domain::blind::BlindWord::from_bytes(digest[..8].try_into().expect("eight")).to_string();
            at_rest::assert_absent(&places, &[&spelled], "as an unkeyed digest");
        }
    }
}

/// What the index holds, read beside the program.
fn index_rows(url: &str) -> Vec<String> {
    use diesel::{Connection as _, QueryableByName, RunQueryDsl as _, sql_query};
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        words: String,
    }
    let rows: Vec<Row> = match url.strip_prefix("sqlite://") {
        Some(path) => sql_query("SELECT words FROM fulltext").load(&mut diesel::SqliteConnection::establish(path).expect("file")),
        None => sql_query("SELECT words::text AS words FROM fulltext").load(&mut diesel::PgConnection::establish(url).expect("server")),
    }
    .expect("rows");
    rows.into_iter().map(|r| r.words).collect()
}

fn tokens(app: &TestApp) -> std::collections::BTreeSet<String> {
    let pattern = regex::Regex::new("[a-z2-7]{13}").expect("pattern");
    index_rows(&app.url).iter().flat_map(|row| pattern.find_iter(row).map(|m| m.as_str().to_owned()).collect::<Vec<_>>()).collect()
}

on_both! {
    fn rt_03_two_installations_share_no_token(app: TestApp) {
        let other = TestApp::elsewhere();
        for installation in [&app, &other] {
            released(installation, &[TEXT]);
        }

        let (one, two) = (tokens(&app), tokens(&other));

        assert!(one.len() >= 5 && one.len() == two.len(), "{one:?} {two:?}");
        assert!(one.is_disjoint(&two), "the same word has the same token in two installations");
    }
}

#[test]
fn rt_03_a_report_taken_out_leaves_no_token_in_the_sqlite_file() {
    let app = TestApp::sqlite();
    released(&app, &[TEXT, "The gantry swung over the footpath."]);
    let mut analyst = app.signed_in(Role::Analyst, 0);
    let all = tokens(&app);
    let gone = found(&look_for(&mut analyst, "zirconium")).remove(0);
    let id = ReportId::parse(gone.trim_start_matches("/desk/reports/")).expect("an id");
    let permit = Actor::Person(candor::domain::id::PersonId::from_bytes([1; 16]), Roles::new(&[Role::Screener]).expect("roles"))
        .permit::<Release>()
        .expect("a screener");

    app.ctx.store().write(&permit, "test", |w| w.unindex_report(id)).expect("taken out");
    app.ctx.store().tidy(candor::store::Tidy::Everything).expect("in order");

    let left = tokens(&app);
    let lost: Vec<&String> = all.difference(&left).collect();
    assert!(lost.len() >= 5, "{lost:?}");
    for (place, bytes) in app.bytes_at_rest() {
        for token in &lost {
            assert!(!bytes.windows(token.len()).any(|w| w == token.as_bytes()), "{token} in {place}");
        }
    }
}
