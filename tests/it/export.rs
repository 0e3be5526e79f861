//! `candor export`, black box: two files do not join, nothing in them identifies, and the files say nothing of their own making.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::process::Output;

use candor::domain::access::{Confirm, ListScreening, ReadRaw, Release};
use candor::domain::person::Role;
use candor::domain::redaction::Decision;
use candor::domain::report::{Answers, ReportKind, Submission};
use candor::domain::taxonomy::Code;
use candor::domain::text::{NOTE_MAX, Narrative, Note};
use candor::flows::people::{self, Second, Session};
use candor::flows::screening::{self, Proposed, Settled};
use candor::flows::{digest as letters, intake};
use candor::jobs::deliver;
use candor::mail::Transport;
use regex::Regex;

use crate::digest::{add_reader, approve, history, letters_in, prepared};
use crate::on_both;
use crate::support::app::{PASSPHRASE, TestApp};
use crate::support::program::candor;
use crate::support::sql;

/// A story that names nobody, another one for each number.
fn plain(number: usize) -> String {
    let of = |words: [&'static str; 6], at: usize| words[at % 6];
    format!(
        "The {} was {} and the {} did not fit, so we {} and nothing happened.",
        of(["label", "hose", "valve", "strap", "filter", "switch"], number),
        of(["loose", "worn", "bent", "wet", "dirty", "missing"], number / 6),
        of(["cover", "plug", "clamp", "tray", "hook", "bracket"], number / 36),
        of(["stopped", "waited", "swapped it", "called for help", "cleaned it", "went back"], number / 7),
    )
}

/// What the eighteen kinds of the Safe Harbor rule look like in a report (45 CFR 164.514 (b)(2)), all invented, all to be hidden.
const IDENTIFIED: [(&str, &str); 12] = [
    ("Margaret Hollis", "Nurse Margaret Hollis picked up the wrong syringe but noticed it at once."),
    ("12 Alder Lane", "The patient of 12 Alder Lane, Brackley NN13 7AB, was sent home with the wrong box."),
    ("14 March 2026", "On 14 March 2026 the alarm was switched off and nobody knew by whom."),
    ("555 0142", "I was called on 020 7946 0142 or 555 0142 while drawing up the drug."),
    ("m.hollis@example.org", "Ask m.hollis@example.org, who saw the pump run dry."),
    ("123-45-6789", "The sheet showed SSN 123-45-6789 of another patient."),
    ("MRN 4471902", "The record MRN 4471902 was open on the screen of the wrong bed."),
    ("NMC 98B1234E", "The note was signed with NMC 98B1234E although the shift was over."),
    ("AB12 CDE", "The ambulance AB12 CDE rolled back because the brake was not set."),
    ("SN 88213-A", "The infusion pump SN 88213-A was used again without a check."),
    ("http://10.20.30.40/rota", "The rota at http://10.20.30.40/rota showed the wrong name."),
    ("192.168.4.17", "The screen of host 192.168.4.17 was left open at the desk."),
];

fn session(app: &TestApp, number: usize) -> Session {
    let member = app.member(Role::Screener, number);
    let token = people::sign_in(&app.ctx, &member.email, PASSPHRASE, &Second::Code(app.code(member))).expect("signed in");
    people::session(&app.ctx, &token).expect("store").expect("a session")
}

fn code(text: &str) -> Option<Code> {
    (!text.is_empty()).then(|| Code::parse(text).expect("a code"))
}

fn submission(narrative: &str, [area, day_part, severity]: [&str; 3]) -> Submission {
    Submission {
        kind: ReportKind::NearMiss,
        narrative: Narrative::parse(narrative).expect("a narrative"),
        idea: Note::parse("idea", "", NOTE_MAX).expect("a note"),
        answers: Answers { area: code(area), day_part: code(day_part), severity: code(severity), ..Answers::default() },
        urgent: false,
        identity: None,
    }
}

/// Files every submission, and lets two screeners release it with everything hidden that was marked.
fn release(app: &TestApp, submissions: &[Submission]) {
    for submission in submissions {
        let issued = intake::issue(&app.ctx);
        intake::submit(&app.ctx, submission, &issued.words, &issued.token).expect("taken in");
    }
    assert_eq!(app.next_day(), submissions.len());
    let (first, second) = (session(app, 0), session(app, 1));
    let list = first.actor().permit::<ListScreening>().expect("a screener");
    let (read, propose) = (first.actor().permit::<ReadRaw>().expect("a screener"), first.actor().permit::<Release>().expect("a screener"));
    let confirm = second.actor().permit::<Confirm>().expect("a screener");
    for item in screening::list(&app.ctx, &list).expect("the desk").items {
        let case = screening::open(&app.ctx, &read, &first, item.id).expect("opened");
        let decisions = case.spans.iter().map(|s| ((s.start, s.end), Decision::Hide)).collect();
        let settled = Settled { decisions, ..Settled::default() };
        let done = screening::propose_opened(&app.ctx, &propose, &first, &case, &settled).expect("proposed");
        assert_eq!(done, Proposed::WaitsForSecond);
        screening::confirm(&app.ctx, &confirm, item.id).expect("released");
    }
}

/// Ninety plain stories from two areas and all hours, released long ago, some of them coded.
fn released(app: &TestApp) {
    let areas = ["emergency", "emergency", "theatres"];
    let (parts, severities) = (["night", "morning", "afternoon", "evening", "rather-not"], ["minor", "moderate", "severe", ""]);
    let all: Vec<Submission> = (0..90).map(|n| submission(&plain(n), [areas[n % 3], parts[n % 5], severities[n % 4]])).collect();
    release(app, &all);
    sql::execute(&app.url, "UPDATE reports SET released_period = 202609, category = 'medication'");
}

/// A settings file for the program itself, on the database of the running application.
fn settings(app: &TestApp) -> PathBuf {
    use std::os::unix::fs::PermissionsExt as _;
    let (root, config) = (app.folder.path().join("root.key"), app.folder.path().join("candor.toml"));
    std::fs::write(&root, "07".repeat(32)).expect("a key file");
    std::fs::set_permissions(&root, std::fs::Permissions::from_mode(0o600)).expect("a private file");
    let areas = app.folder.path().join("areas.toml");
    let this_month = candor::domain::clock::Clock::now(&candor::domain::clock::SystemClock).period().to_string();
    std::fs::write(&areas, candor::config::DEMO_AREAS.replace("2026-09", &this_month)).expect("areas");
    let text = format!(
        "[storage]\nurl = \"{}\"\n[keys]\nroot_key_file = \"{}\"\naudit_anchors_file = \"{}\"\n[organisation]\nareas_file = \"{}\"\n",
        app.url,
        root.display(),
        app.folder.path().join("audit.anchors").display(),
        areas.display()
    );
    std::fs::write(&config, text).expect("settings");
    config
}

fn run(config: &Path, out: &Path, more: &[&str]) -> Output {
    let (config, out) = (config.display().to_string(), out.display().to_string());
    candor(&[&["--config", config.as_str(), "export", "--from", "2026-09", "--out", out.as_str()], more].concat(), "")
}

/// The rows of a CSV file: id, what the codes say, wording.
fn rows(file: &Path) -> Vec<(String, Vec<String>, String)> {
    let mut reader = csv::Reader::from_path(file).expect("a file");
    let names: Vec<String> = reader.headers().expect("names").iter().map(str::to_owned).collect();
    assert_eq!(names[..7], ["id", "month", "kind", "area", "day_part", "severity", "category"].map(str::to_owned));
    let row = |r: csv::StringRecord| {
        let text = r.get(7).unwrap_or_default().to_owned();
        (r[0].to_owned(), r.iter().skip(1).take(6).map(str::to_owned).collect(), text)
    };
    reader.records().map(|r| row(r.expect("a row"))).collect()
}

/// Spearman's coefficient of two orders of the same things.
fn rank_correlation(pairs: &[(usize, usize)]) -> f64 {
    let n = pairs.len() as f64;
    let squares: f64 = pairs.iter().map(|(a, b)| (*a as f64 - *b as f64).powi(2)).sum();
    1.0 - 6.0 * squares / (n * (n * n - 1.0))
}

on_both! {
    fn dc_18_two_exports_of_a_month_do_not_join(app: TestApp) {
        released(&app);
        let config = settings(&app);
        let files: Vec<PathBuf> = ["one.csv", "two.csv", "three.csv"].iter().map(|name| app.folder.path().join(name)).collect();
        for (file, more) in files.iter().zip([&[][..], &[], &["--texts"]]) {
            let out = run(&config, file, more);
            assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        }

        let (one, two) = (rows(&files[0]), rows(&files[1]));
        assert!((30..90).contains(&one.len()), "a sample of 90, not all of it: {}", one.len());
        assert_eq!(one.len(), two.len());
        let ids: BTreeSet<&String> = one.iter().chain(&two).map(|(id, _, _)| id).collect();
        assert_eq!(ids.len(), one.len() + two.len(), "every id is drawn anew");
        assert!(ids.iter().all(|id| id.len() == 32));
        for (_, codes, _) in &one {
            let partners = two.iter().filter(|(_, others, _)| others == codes).count();
            assert!(partners >= 10, "{codes:?} joins with {partners}");
        }
        let mut companies: BTreeMap<&Vec<String>, usize> = BTreeMap::new();
        one.iter().for_each(|(_, codes, _)| *companies.entry(codes).or_default() += 1);
        assert!(companies.len() > 1, "the file says something: {companies:?}");
        assert!(one.iter().any(|(_, codes, _)| codes[2] == "emergency"), "{companies:?}");
        assert!(one.iter().all(|(_, codes, _)| codes[3] != "rather-not"));

        // Wordings make rows of two files findable, which is why they come only when asked for; their order is new each time.
        let four = app.folder.path().join("four.csv");
        assert!(run(&config, &four, &["--texts"]).status.success());
        let places: HashMap<String, usize> = rows(&files[2]).into_iter().enumerate().map(|(at, (_, _, text))| (text, at)).collect();
        let pairs: Vec<(usize, usize)> =
            rows(&four).into_iter().enumerate().filter_map(|(at, (_, _, text))| Some((*places.get(&text).filter(|_| !text.is_empty())?, at))).collect();
        assert!(pairs.len() >= 30, "{} wordings came along", pairs.len());
        let bound = 5.0 / ((pairs.len() - 1) as f64).sqrt();
        assert!(rank_correlation(&pairs).abs() < bound, "{}", rank_correlation(&pairs));
        assert_eq!(sql::numbers(&app.url, "SELECT count(*) AS n FROM audit WHERE verb = 'report.export'"), [4]);
    }
}

on_both! {
    fn dc_18_months_are_cut_one_way_and_what_may_not_leave_stays(app: TestApp) {
        released(&app);
        let config = settings(&app);
        let file = |name: &str| app.folder.path().join(name);
        let texts = |name: &str| -> BTreeSet<String> {
            let out = run(&config, &file(name), &["--texts"]);
            assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
            rows(&file(name)).into_iter().map(|(_, _, text)| text).collect()
        };
        let all = texts("all.csv");
        assert!(all.len() > 30);

        for (name, change) in [("excluded", "excluded = TRUE"), ("blurred", "reporter = 'blur'"), ("withdrawn", "released_period = 0"), ("proposed", "status = 'proposed'")] {
            sql::execute(&app.url, "CREATE TABLE kept AS SELECT * FROM reports");
            sql::execute(&app.url, &format!("UPDATE reports SET {change} WHERE day_part = 'night'"));
            let left = texts(&format!("{name}.csv"));
            sql::execute(&app.url, "DELETE FROM reports; INSERT INTO reports SELECT * FROM kept; DROP TABLE kept");

            let gone = (0..90).filter(|n| n % 5 == 0).map(plain).filter(|text| left.contains(text)).count();
            assert_eq!(gone, 0, "{name}: what happened at night is in it");
            assert!(left.len() < all.len(), "{name}");
        }

        let refused = run(&config, &file("wider.csv"), &["--to", "2026-10"]);
        assert_eq!(refused.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&refused.stderr).contains("earlier export"));
        let open = run(&config, &file("open.csv"), &["--to", "2099-01"]);
        assert_eq!(open.status.code(), Some(1));
        let outside = run(&config, &file("none.csv"), &["--audience", "everybody"]);
        assert_eq!(outside.status.code(), Some(2));
        assert_eq!(run(&config, &file("all.csv"), &[]).status.code(), Some(2), "a file is not written over");
        assert_eq!(run(&config, &file("table.xlsx"), &[]).status.code(), Some(2));
        for name in ["wider.csv", "open.csv", "none.csv", "table.xlsx"] {
            assert!(!file(name).exists(), "{name}");
        }
    }
}

/// What the kinds of the Safe Harbor rule look like once more, written apart from the de-identifier.
fn safe_harbor() -> Vec<(&'static str, Regex)> {
    [
        ("mail", r"[^\s@]+@[^\s@]+\.[a-z]{2,}"),
        ("web or network", r"https?://|www\.|\b\d{1,3}(?:\.\d{1,3}){3}\b"),
        ("telephone or fax", r"(?:\+?\d[\s().-]?){7,}"),
        ("social security", r"\b\d{3}-\d{2}-\d{4}\b"),
        ("number of anything", r"\b[A-Z]{0,3}-?\d{4,}\b"),
        ("date", r"(?i)\b\d{1,2}(?:st|nd|rd|th)?\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b"),
        ("clock time", r"\b\d{1,2}[:.h]\d{2}\b"),
        ("postcode", r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|\b\d{5}(?:-\d{4})?\b"),
        ("plate", r"\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b"),
        ("age over 89", r"(?i)\b(?:9\d|1[01]\d)[- ]?(?:years?|y/?o)\b"),
        ("name", r"Hollis|Margaret|Alder|Brackley"),
    ]
    .map(|(kind, pattern)| (kind, Regex::new(pattern).expect("a pattern")))
    .into()
}

on_both! {
    fn dc_19_no_safe_harbor_kind_in_released_texts_and_exports(app: TestApp) {
        let identified = IDENTIFIED.iter().map(|(_, story)| (*story).to_owned());
        let stories = identified.clone().chain((0..30).map(plain));
        release(&app, &stories.map(|story| submission(&story, ["emergency", "night", "minor"])).collect::<Vec<_>>());
        sql::execute(&app.url, "UPDATE reports SET released_period = 202609, category = 'medication'");
        let mut analyst = app.signed_in(Role::Analyst, 0);

        let mut texts = Vec::new();
        let mut next = Some("/desk/reports".to_owned());
        while let Some(address) = next {
            let page = analyst.get(&address);
            for link in page.links().into_iter().filter(|l| l.starts_with("/desk/reports/")) {
                texts.push(analyst.get(&link).visible());
            }
            next = page.links().into_iter().find(|l| l.contains("after="));
        }
        assert_eq!(texts.len(), 42);
        for (secret, _) in IDENTIFIED {
            assert!(texts.iter().all(|text| !text.contains(secret)), "{secret}");
        }

        let config = settings(&app);
        // Ids are random and months are months: everything else must stand up to the patterns.
        let ids = Regex::new(r"[0-9a-f]{32}|2026-09").expect("a pattern");
        let mut words = Vec::new();
        for name in ["out.csv", "out.jsonl"] {
            let file = app.folder.path().join(name);
            assert!(run(&config, &file, &["--texts", "--audience", "safety-team"]).status.success());
            let bytes = std::fs::read_to_string(&file).expect("a file");
            words.push(ids.replace_all(&bytes, "").into_owned());
        }
        for (kind, pattern) in safe_harbor() {
            for text in &words {
                assert!(!pattern.is_match(text), "{kind}: {:?}", pattern.find(text));
            }
        }
        let exported: Vec<String> = rows(&app.folder.path().join("out.csv")).into_iter().map(|(_, _, text)| text).filter(|t| !t.is_empty()).collect();
        assert!(exported.len() >= 10, "{}", exported.len());
        let engine = candor::deident::Engine::new().expect("rules");
        for text in &exported {
            assert!(engine.scan(text, None).is_empty(), "{text}");
        }
    }
}

/// Names of the chunks of a PNG file.
fn chunks(png: &[u8]) -> Vec<String> {
    let mut rest = png.get(8..).expect("a signature");
    let mut names = Vec::new();
    while rest.len() >= 12 {
        let size = u32::from_be_bytes(rest[..4].try_into().expect("four bytes")) as usize;
        names.push(String::from_utf8_lossy(&rest[4..8]).into_owned());
        rest = rest.get(12 + size..).unwrap_or_default();
    }
    names
}

fn host() -> String {
    std::fs::read_to_string("/proc/sys/kernel/hostname").map(|name| name.trim().to_owned()).unwrap_or_default()
}

on_both! {
    fn dc_20_files_say_nothing_of_author_host_or_hour(app: TestApp) {
        use std::os::unix::fs::MetadataExt as _;
        released(&app);
        let config = settings(&app);
        let finer = Regex::new(r"\d{4}-\d{2}-\d{2}|\d{2}:\d{2}|\d{10,}").expect("a pattern");
        let ids = Regex::new(r"[0-9a-f]{32}").expect("a pattern");
        let mut all = Vec::new();
        for name in ["out.csv", "out.jsonl"] {
            let file = app.folder.path().join(name);
            assert!(run(&config, &file, &[]).status.success());
            let about = std::fs::metadata(&file).expect("a file");
            let october = candor::domain::clock::Moment::start_of(candor::domain::period::Period::parse("2026-10").expect("month")).0;
            assert_eq!((about.mtime(), about.mtime_nsec()), (october, 0), "the file's time is that of its months");
            assert_eq!(about.mode() & 0o077, 0, "others cannot read it");
            all.push(ids.replace_all(&std::fs::read_to_string(&file).expect("text"), "").into_owned());
        }
        history(&app, "2026-10");
        add_reader(&app, "reader@example.org");
        let issue = prepared(&app, "2026-10");
        assert_eq!(approve(&mut app.signed_in(Role::Publisher, 0), &issue).status, 200);
        let folder = app.folder.path().join("post");
        std::fs::create_dir(&folder).expect("a folder");
        assert_eq!(deliver(&app.ctx, &Transport::folder(&folder)).expect("delivery"), 1);
        let (_, letter) = letters_in(&folder).pop().expect("a letter");

        let permit = candor::domain::access::Actor::Console.permit().expect("the console");
        let (_, artefact) = letters::list(&app.ctx, &permit).expect("issues").pop().map(|card| letters::read(&app.ctx, &permit, card.record.id).expect("one")).expect("an issue");
        let kinds: BTreeSet<String> = chunks(&artefact.chart_png).into_iter().collect();
        assert_eq!(kinds, ["IDAT", "IEND", "IHDR"].map(str::to_owned).into(), "a picture and nothing about it");
        let (head, body) = letter.split_once("\r\n\r\n").expect("a head");
        for header in ["Received:", "X-Mailer:", "User-Agent:", "X-Originating-IP:", "Sender:", "Organization:"] {
            assert!(!head.to_lowercase().contains(&format!("\n{}", header.to_lowercase())), "{header}");
        }
        // A letter must carry the time at which it is sent (RFC 5322, 3.6.1); nothing else in it is finer than a month.
        let head: String = head.lines().filter(|line| !line.starts_with("Date:")).map(|line| format!("{line}\n")).collect();
        all.extend([artefact.text, artefact.html, head.split("Message-ID").next().expect("text").to_owned()]);
        assert!(!body.is_empty());
        for text in &all {
            assert!(!finer.is_match(text), "{:?}", finer.find(text));
            let host = host();
            assert!(host.len() < 3 || !text.contains(&host), "the machine's name");
            assert!(!text.contains("candor-") && !text.contains("root@"));
        }
    }
}
