//! The organisation's own list: brought in at the desk or the console, used wherever a text is read, readable nowhere.

use std::path::Path;
use std::process::Output;
use std::sync::Arc;

use candor::domain::audit::Verdict;
use candor::domain::clock::{Clock as _, FixedClock, SystemClock};
use candor::domain::person::Role;

use crate::on_both;
use crate::support::app::{self, TestApp};
use crate::support::at_rest;
use crate::support::client::{Page, Visitor};
use crate::support::program::candor;

const CSV: &str = "term,kind,note\r\nTamsyn Quillfeather,person,ward 4\r\nBramblewick Annexe,location\r\nXQ-7741,id\r\n";
const STORY: &str = "after handover quilfeather left the trolley by the bramblewick anexe, it was xq7741 again";
const TERMS: [&str; 5] = ["quillfeather", "bramblewick", "xq-7741", "zanderholm", "ward 4"];

fn upload(visitor: &mut Visitor, csv: &str, fields: &[(&str, &str)]) -> Page {
    let form = visitor.get("/desk/dictionary").form("name=\"csv\"");
    let mut body = Vec::new();
    let fields = fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned()));
    for (name, value) in fields.chain([("csrf".to_owned(), form.value("csrf").expect("token").to_owned())]) {
        body.extend(format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    body.extend(b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"staff.csv\"\r\nContent-Type: text/csv\r\n\r\n");
    body.extend(csv.as_bytes());
    body.extend(b"\r\n--edge--\r\n");
    let headers = [("content-type", "multipart/form-data; boundary=edge"), ("sec-fetch-site", "same-origin")];
    let page = visitor.send("POST", "/desk/dictionary", &headers, &body);
    match page.header("location").map(str::to_owned) {
        Some(next) => visitor.get(&next),
        None => page,
    }
}

/// The marked words of a reporter's preview.
fn marked(app: &TestApp, text: &str) -> Vec<String> {
    let mut visitor = app.visitor();
    let form = visitor.get("/report").form("narrative").set("kind", "near-miss").set("narrative", text).to("/report/preview");
    let page = visitor.submit(&form);
    assert_eq!(page.status, 200, "{}", page.visible());
    let mark = regex::Regex::new(r"(?s)<mark[^>]*>(.*?)</mark>").expect("pattern");
    mark.captures_iter(&page.text()).map(|c| c[1].to_lowercase()).collect()
}

fn has(marks: &[String], word: &str) -> bool {
    marks.iter().any(|mark| mark.contains(word))
}

fn assert_nowhere(app: &TestApp, when: &str) {
    at_rest::assert_absent(&app.bytes_at_rest(), &TERMS, when);
}

on_both! {
    fn an_uploaded_list_hides_its_terms_and_rests_sealed(app: TestApp) {
        assert!(!has(&marked(&app, STORY), "quilfeather"), "nothing knows the name yet");
        let mut operator = app.signed_in(Role::Operator, 0);

        let page = upload(&mut operator, CSV, &[]);

        assert_eq!(page.status, 200, "{}", page.visible());
        let shown = page.visible().to_lowercase();
        assert!(shown.contains("3 terms"), "{shown}");
        assert!(TERMS.iter().all(|term| !shown.contains(term)), "a term is shown: {shown}");
        let marks = marked(&app, STORY);
        for word in ["quilfeather", "bramblewick anexe", "xq7741"] {
            assert!(has(&marks, word), "{word}: {marks:?}");
        }
        assert_nowhere(&app, "after the upload");
        app.file(STORY);
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 0);
        let raw = screener.get("/desk/screening").link("/desk/screening/");
        let opened = screener.get(&raw);
        assert!(opened.visible().contains("One or two letters away"), "{}", opened.visible());
        assert_nowhere(&app, "after screening");
        assert!(matches!(candor::flows::audit::verify(&app.ctx), Ok(Verdict::Whole(_))));
        let mut auditor = app.signed_in(Role::Auditor, 0);
        assert!(auditor.get("/desk/audit").visible().contains("dictionary:import"));
    }
}

on_both! {
    fn a_bad_list_names_line_and_reason_and_comes_back_as_typed(app: TestApp) {
        let mut operator = app.signed_in(Role::Operator, 0);
        let bad = "Tamsyn Quillfeather,person\nBramblewick Annexe\nX,person\n\"Zander,person\n";

        let pasted = operator.submit_multipart_free(bad);
        let uploaded = upload(&mut operator, bad, &[]);

        for page in [pasted, uploaded] {
            assert_eq!(page.status, 422, "{}", page.visible());
            for words in ["Line 2:", "no kind", "Line 3:", "too short", "Line 4:", "not closed"] {
                assert!(page.visible().contains(words), "{words}: {}", page.visible());
            }
            assert_eq!(page.form("name=\"csv\"").value("csv").map(str::trim_end), Some(bad.trim_end()));
        }
        assert!(!has(&marked(&app, STORY), "quilfeather"), "nothing was taken");
        let empty = upload(&mut operator, "", &[]);
        assert_eq!(empty.status, 422, "{}", empty.visible());
    }
}

trait Paste {
    fn submit_multipart_free(&mut self, csv: &str) -> Page;
}

impl Paste for Visitor {
    /// Pastes a list into the form, as a browser without the file field would send it.
    fn submit_multipart_free(&mut self, csv: &str) -> Page {
        let form = self.get("/desk/dictionary").form("name=\"csv\"").set("csv", csv);
        self.submit(&form)
    }
}

on_both! {
    fn lists_are_added_to_replaced_and_removed(app: TestApp) {
        let mut operator = app.signed_in(Role::Operator, 0);
        operator.submit_multipart_free(CSV);
        let added = upload(&mut operator, "Odalys Zanderholm;person", &[]);
        assert!(added.visible().contains("4 terms"), "{}", added.visible());
        assert!(has(&marked(&app, "then zanderholm came"), "zanderholm"));

        let removed = operator.get("/desk/dictionary").form("name=\"term\"").set("term", "odalys zanderholm");
        assert!(operator.submit(&removed).visible().contains("3 terms"));
        assert!(!has(&marked(&app, "then zanderholm came"), "zanderholm"));
        let kind = operator.get("/desk/dictionary").form("<select id=\"what\"").set("what", "ID");
        assert!(operator.submit(&kind).visible().contains("2 terms"));
        let replaced = upload(&mut operator, "Odalys Zanderholm,person", &[("replace", "1")]);
        assert!(replaced.visible().contains("One term"), "{}", replaced.visible());
        let all = operator.get("/desk/dictionary").form("<select id=\"what\"").set("what", "all");
        assert!(operator.submit(&all).visible().contains("The list is empty"));
        assert!(!has(&marked(&app, "then zanderholm came"), "zanderholm"));
    }
}

on_both! {
    fn a_screener_adds_a_term_and_the_preview_keeps_quiet_about_it(app: TestApp) {
        let text = "then zanderholm came and the zirconium valve was shut";
        app.file(text);
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 0);
        let raw = screener.get("/desk/screening").link("/desk/screening/");
        let form = screener.get(&raw).form("id=\"decide\"").set("also", "zirconium valve");

        let page = screener.submit(&form.clone().set("term", "Zanderholm").set("term_kind", "PERSON").set("act", "remember"));

        assert_eq!(page.status, 200, "{}", page.visible());
        assert!(page.visible().contains("On the list from now on"), "{}", page.visible());
        assert_eq!(page.form("id=\"decide\"").value("also").map(str::trim), Some("zirconium valve"), "what was decided is kept");
        assert!(page.visible().contains("[Person A]"), "{}", page.visible());
        assert!(!has(&marked(&app, text), "zanderholm"), "a stranger can ask who stands in a report");
        let short = screener.submit(&form.set("term", "z").set("term_kind", "PERSON").set("act", "remember"));
        assert!(short.visible().contains("too short"), "{}", short.visible());
        assert_nowhere(&app, "after a screener's addition");
    }
}

on_both! {
    fn only_the_operator_sees_the_list_and_only_screeners_add_to_it(app: TestApp) {
        for role in [Role::Screener, Role::Analyst, Role::Publisher, Role::Custodian, Role::Auditor] {
            let mut other = app.signed_in(role, 0);
            let (real, missing) = (other.get("/desk/dictionary"), other.get("/desk/nowhere"));
            assert_eq!((real.status, missing.status), (404, 404), "{role:?}");
            assert_eq!(real.visible(), missing.visible(), "{role:?}");
            let token = other.get("/desk").form("csrf").value("csrf").expect("token").to_owned();
            for path in ["/desk/dictionary", "/desk/dictionary/remove"] {
                let body = format!("csrf={token}&csv=Ann+Lee%2Cperson&what=all");
                let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
                assert_eq!(other.send("POST", path, &headers, body.as_bytes()).status, 404, "{role:?} {path}");
            }
        }
    }
}

fn said(out: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
}

on_both! {
    /// The console imports; a service that runs already uses the list at once, as another node would.
    fn the_console_imports(url: &str, folder: &Path) {
        let config = app::installation(url, &Arc::new(FixedClock::at(SystemClock.now())), folder);
        let service = crate::support::service::Service::start(&config);
        let elsewhere = tempfile::tempdir().expect("a folder");
        let (good, bad) = (elsewhere.path().join("good.csv"), elsewhere.path().join("bad.csv"));
        std::fs::write(&good, CSV).expect("a list");
        std::fs::write(&bad, "Tamsyn Quillfeather,person\nBramblewick Annexe,castle\n").expect("a list");
        let preview = || {
            let mut visitor = Visitor::new(&service.base);
            let form = visitor.get("/report").form("narrative").set("kind", "near-miss").set("narrative", STORY).to("/report/preview");
            visitor.submit(&form).text().matches("<mark").count()
        };
        let before = preview();

        let console = |args: &[&str]| candor(&[&["--config", config.to_str().expect("a path")], args].concat(), "");
        let refused = console(&["dictionary", "import", bad.to_str().expect("a path")]);
        let taken = console(&["dictionary", "import", good.to_str().expect("a path")]);

        assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
        assert!(said(&refused).contains("line 2") && !said(&refused).contains("Bramblewick"), "{}", said(&refused));
        assert_eq!(taken.status.code(), Some(0), "{}", said(&taken));
        assert!(said(&taken).contains("3 term(s) added"), "{}", said(&taken));
        assert!(preview() > before, "the running service does not know the list");
        let status = said(&console(&["dictionary", "status"]));
        assert!(status.contains("PERSON") && !status.contains("Tamsyn"), "{status}");
        assert!(said(&console(&["dictionary", "clear", "--kind", "person"])).contains("1 term(s) removed"));
        assert!(said(&console(&["dictionary", "clear"])).contains("2 term(s) removed"));
        assert_eq!(preview(), before);
        service.kill();
    }
}

#[test]
fn deidentify_takes_a_list_without_a_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("staff.csv");
    std::fs::write(&list, CSV).expect("a list");
    let run = |file: &Path| candor(&["deidentify", "--dictionary", file.to_str().expect("a path")], STORY);

    let out = run(&list);

    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    assert!(!said(&out).contains("feather") && !said(&out).contains("7741") && said(&out).contains("trolley"), "{}", said(&out));
    assert_eq!(run(&folder.path().join("missing.csv")).status.code(), Some(2));
}
