//! The conversation behind the nine words: asked, answered, released, agreed with, blurred, withdrawn, and told what changed.

use candor::domain::access::{Actor, InitKeys};
use candor::domain::clock::Clock as _;
use candor::domain::conversation::Notice;
use candor::domain::period::Period;
use candor::domain::person::Role;
use candor::flows::conversation;
use candor::store::ReportKeys;
use candor::vault::{ReceiptKeys, named_key, parse_receipt};

use crate::journey::screen;
use crate::on_both;
use crate::support::app::{TestApp, stored_reports};
use crate::support::at_rest;
use crate::support::client::{Form, Page, Visitor};

/// Bytes of every answer to the nine words.
const SIZE: usize = 64 * 1024;

const STORY: &str = "During handover Sister Adaeze Okafor rang me because the morphine syringe was labelled for the wrong patient.";

/// Types the nine words.
pub fn look(app: &TestApp, words: &str) -> Page {
    let mut visitor = app.visitor();
    let form = visitor.get("/receipt").form("name=\"words\"").set("words", words);
    visitor.submit(&form)
}

/// Presses one button of the receipt page.
fn press(app: &TestApp, page: &Page, action: &str) -> Page {
    app.visitor().submit(&page.form(&format!("value=\"{action}\"")).set("action", action))
}

fn say(app: &TestApp, page: &Page, text: &str) -> Page {
    app.visitor().submit(&page.form("value=\"say\"").set("message", text).set("action", "say"))
}

/// One report through intake and both screeners; its words and its address for an analyst.
pub fn released(app: &TestApp, narrative: &str) -> (String, String) {
    let words = app.file(narrative);
    app.next_day();
    screen(app);
    let mut analyst = app.signed_in(Role::Analyst, 0);
    let address = analyst.get("/desk/reports").link("/desk/reports/");
    (words, address)
}

fn talk_of(case: &str) -> String {
    case.replace("/desk/reports/", "/desk/talk/")
}

pub fn ask(app: &TestApp, case: &str, question: &str) -> Page {
    let mut analyst = app.signed_in(Role::Analyst, 0);
    let form = analyst.get(&talk_of(case)).form("name=\"message\"").set("message", question);
    analyst.submit(&form)
}

/// Opens the first link on a page that starts like this.
fn follow(visitor: &mut Visitor, page: &str, prefix: &str) -> Page {
    let link = visitor.get(page).link(prefix);
    visitor.get(&link)
}

/// Every suspected identifier of an answer hidden.
fn hide_all(page: &Page) -> Form {
    let names = regex::Regex::new(r#"name="(n-\d+-\d+)""#).expect("pattern");
    let text = page.text();
    names.captures_iter(&text).fold(page.form("name=\"also\""), |form, found| form.set(&found[1], "hide"))
}

fn keys_of(app: &TestApp, words: &str) -> ReceiptKeys {
    let instance = app.ctx.store().read(|r| r.instance_value("id")).expect("store").expect("an id");
    ReceiptKeys::derive(&parse_receipt(words).expect("words"), &instance.try_into().expect("sixteen bytes"))
}

fn stored_keys(app: &TestApp, words: &str) -> Option<ReportKeys> {
    app.ctx.store().read(|r| r.report_keys(&keys_of(app, words).digest)).ok()
}

fn counted(app: &TestApp) -> u32 {
    let first = Period::parse("2026-01").expect("month");
    let last = Period::parse("2027-12").expect("month");
    app.ctx.store().read(|r| r.counts(first, last)).expect("counts").iter().map(|c| c.reports).sum()
}

on_both! {
    fn a_question_is_answered_and_what_two_screeners_leave_of_it_reaches_the_analyst(app: TestApp) {
        let (words, case) = released(&app, STORY);
        assert_eq!(ask(&app, &case, "Which of the two labels was read first?").status, 200);

        let page = look(&app, &words);
        assert!(page.visible().contains("Which of the two labels was read first?"), "{}", page.visible());
        let after = say(&app, &page, "The marmalade one. Sister Adaeze Okafor read it aloud.");
        assert_eq!(after.status, 200, "{}", after.visible());
        assert!(!after.text().contains("marmalade"), "what was said is not shown again");

        let mut first = app.signed_in(Role::Screener, 0);
        let talk = first.get("/desk/screening").link("/desk/talk/");
        let raw = follow(&mut first, &talk, &format!("{talk}/"));
        assert!(raw.visible().contains("Okafor"), "{}", raw.visible());
        let proposed = first.submit(&hide_all(&raw).set("act", "release"));
        assert!(proposed.status == 200 && proposed.path.contains("answer-proposed"), "{}", proposed.visible());
        let own = first.get(&talk);
        assert!(!own.text().contains("value=\"release\""), "the first screener cannot confirm: {}", own.visible());
        let mut analyst = app.signed_in(Role::Analyst, 0);
        assert!(!analyst.get(&case).text().contains("marmalade") && !analyst.get(&talk).text().contains("marmalade"));

        let mut second = app.signed_in(Role::Screener, 1);
        let form = second.get(&talk).form("/confirm").set("act", "release");
        let done = second.submit(&form);
        assert_eq!(done.status, 200, "{}", done.visible());

        for page in [analyst.get(&case), analyst.get(&talk)] {
            assert!(page.visible().contains("The marmalade one.") && page.visible().contains("November 2026"), "{}", page.visible());
            assert!(!page.text().contains("Okafor"), "{}", page.visible());
        }
        assert!(!first.get("/desk/screening").links().iter().any(|l| l.starts_with("/desk/talk/")), "nothing waits any more");
        at_rest::assert_absent(&app.bytes_at_rest(), &["marmalade", "labels was read"], "after the conversation");
    }
}

on_both! {
    fn the_first_screener_of_an_answer_cannot_be_the_second(app: TestApp) {
        let (words, case) = released(&app, STORY);
        say(&app, &look(&app, &words), "It happened twice.");
        let mut first = app.signed_in(Role::Screener, 0);
        let talk = talk_of(&case);
        let address = first.get(&talk).link(&format!("{talk}/"));
        let raw = first.get(&address);
        first.submit(&hide_all(&raw).set("act", "release"));
        let csrf = first.get("/desk").form("csrf").value("csrf").expect("token").to_owned();
        let forced = |act: &str| Form { action: format!("{address}/confirm"), method: "post".into(), fields: vec![("csrf".into(), csrf.clone()), ("act".into(), act.to_owned())] };

        assert_eq!(first.submit(&forced("release")).status, 409);

        assert_eq!(first.submit(&forced("back")).status, 200, "sending back is open to both");
        let again = first.get(&address);
        assert!(again.text().contains("value=\"release\""), "the answer waits again: {}", again.visible());
    }
}

on_both! {
    fn analysts_never_open_an_answer_nor_a_report_that_is_not_released(app: TestApp) {
        let (words, case) = released(&app, STORY);
        say(&app, &look(&app, &words), "It happened twice.");
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let talk = talk_of(&case);

        let page = analyst.get(&talk);

        assert_eq!(page.status, 200);
        assert!(!page.links().iter().any(|l| l.starts_with(&format!("{talk}/"))), "{}", page.visible());
        assert_eq!(analyst.get(&format!("{talk}/1")).status, 404);
        app.file("Another one that waits.");
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 0);
        let waiting = screener.get("/desk/screening").link("/desk/screening/").replace("/desk/screening/", "/desk/talk/");
        let mut analyst = app.signed_in(Role::Analyst, 0);
        assert_eq!(screener.get(&waiting).status, 200);
        assert_eq!(analyst.get(&waiting).status, 404);
    }
}

on_both! {
    fn agreeing_is_shown_to_the_analyst_and_asked_no_more(app: TestApp) {
        let (words, case) = released(&app, STORY);
        let page = look(&app, &words);
        assert!(page.visible().contains("labelled for the wrong patient") && !page.text().contains("Okafor"), "{}", page.visible());

        let after = press(&app, &page, "agree");

        assert_eq!(after.status, 200);
        assert!(!after.text().contains("value=\"agree\""), "{}", after.visible());
        assert!(app.signed_in(Role::Analyst, 0).get(&case).visible().contains("agrees with this wording"));
    }
}

on_both! {
    fn hide_more_takes_the_report_from_the_analysts_and_back_to_the_desk(app: TestApp) {
        let (words, case) = released(&app, STORY);
        assert_eq!(counted(&app), 1);
        let page = look(&app, &words);

        let after = app.visitor().submit(&page.form("value=\"blur\"").set("message", "Leave the morphine out.").set("action", "blur"));

        assert_eq!(after.status, 200, "{}", after.visible());
        assert!(!after.visible().contains("labelled for the wrong patient"), "{}", after.visible());
        assert_eq!(counted(&app), 0);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        assert_eq!(analyst.get(&case).status, 404);
        assert!(!analyst.get("/desk/reports").links().iter().any(|l| l.starts_with("/desk/reports/")));
        app.clock.advance(20 * 86_400);
        let mut screener = app.signed_in(Role::Screener, 0);
        let list = screener.get("/desk/screening");
        assert!(list.visible().contains("hide more"), "{}", list.visible());
        let raw = screener.get(&list.link("/desk/screening/"));
        let settled = crate::journey::hide_all(&raw).set("also", "morphine syringe").set("act", "propose");
        assert_eq!(screener.submit(&settled).status, 200);
        let mut second = app.signed_in(Role::Screener, 1);
        let proposal = follow(&mut second, "/desk/screening", "/desk/proposal/");
        assert_eq!(second.submit(&proposal.form("name=\"act\"").set("act", "release")).status, 200);

        let page = look(&app, &words);
        assert!(page.visible().contains("labelled for the wrong patient") && !page.text().contains("morphine syringe"), "{}", page.visible());
        assert!(page.text().contains("value=\"agree\""), "the new wording is to be judged: {}", page.visible());
        let november = Period::parse("2026-11").expect("month");
        let counts = app.ctx.store().read(|r| r.counts(november, november)).expect("counts");
        assert_eq!(counts.iter().map(|c| c.reports).sum::<u32>(), 1, "it counts in the month it counted in before");
        assert_eq!(counted(&app), 1);
    }
}

on_both! {
    fn nobody_can_hide_more_once_the_raw_text_is_destroyed(app: TestApp) {
        let (words, case) = released(&app, STORY);
        crate::digest::sql(&app, "UPDATE reports SET raw_due = 0");
        let page = look(&app, &words);
        assert!(!page.text().contains("value=\"blur\"") && page.text().contains("value=\"withdraw\""), "{}", page.visible());

        let forced = app.visitor().submit(&page.form("value=\"agree\"").set("action", "blur"));

        assert_eq!(forced.status, 422, "{}", forced.visible());
        assert!(forced.visible().contains("destroyed already"), "{}", forced.visible());
        assert_eq!(app.signed_in(Role::Analyst, 0).get(&case).status, 200);
    }
}

on_both! {
    fn closing_needs_an_outcome_and_the_reporter_reads_it(app: TestApp) {
        let (words, case) = released(&app, STORY);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let form = analyst.get(&case).form("name=\"synopsis\"").set("status", "closed").set("closing", "learned");

        let refused = analyst.submit(&form);
        assert_eq!(refused.status, 422, "{}", refused.visible());
        assert!(refused.text().contains("id=\"outcome-problem\""), "{}", refused.visible());
        let done = analyst.submit(&form.set("outcome", "Syringes are labelled before they leave the pharmacy."));
        assert_eq!(done.status, 200, "{}", done.visible());

        let page = look(&app, &words);
        assert!(page.visible().contains("What changed because of you Syringes are labelled"), "{}", page.visible());
        let again = analyst.get(&case).form("name=\"synopsis\"").set("synopsis", "A label.");
        assert_eq!(analyst.submit(&again).status, 200, "a later change of a closed case asks for nothing");
        let told = look(&app, &words).visible();
        assert_eq!(told.matches("Syringes are labelled").count(), 1, "{told}");
    }
}

on_both! {
    fn letters_count_who_was_told_without_reading_reports(app: TestApp) {
        let (words, case) = released(&app, STORY);
        let closed = || app.ctx.store().read(|r| r.closed(app.clock.now().period(), app.clock.now().period())).expect("sums");
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let mut code = |name: &str, value: &str| {
            let form = analyst.get(&case).form("name=\"synopsis\"").set(name, value);
            let form = if value == "closed" { form.set("closing", "learned").set("outcome", "Syringes are labelled.") } else { form };
            assert_eq!(analyst.submit(&form).status, 200, "{name}: {value}");
        };
        let (all, none) = closed();
        assert_eq!((all, none), (1, 0));
        code("status", "closed");
        assert_eq!(closed(), (1, 1));
        code("category", "medication");
        assert_eq!(closed(), (1, 1), "it moved with its cell");
        code("status", "learning");
        assert_eq!(closed(), (1, 0));
        code("status", "closed");
        let sure = press(&app, &look(&app, &words), "withdraw");
        press(&app, &sure, "withdraw-now");
        assert_eq!(closed(), (0, 0), "what was taken back counts nowhere");
    }
}

on_both! {
    fn rt_06_a_withdrawal_overwrites_the_keys_at_once_and_leaves_frozen_letters_alone(app: TestApp) {
        let (words, case) = released(&app, STORY);
        say(&app, &look(&app, &words), "It happened twice.");
        ask(&app, &case, "How often?");
        app.clock.advance(20 * 86_400);
        crate::digest::history(&app, "2026-11");
        let issue = crate::digest::prepared(&app, "2026-11");
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let letter = analyst.get(&format!("{issue}/letter")).bytes;
        let (before, counts) = (stored_keys(&app, &words).expect("keys"), counted(&app));
        let mut screener = app.signed_in(Role::Screener, 0);

        let sure = press(&app, &look(&app, &words), "withdraw");
        assert_eq!(stored_keys(&app, &words).expect("keys").raw_key, before.raw_key, "asked once more first");
        let page = press(&app, &sure, "withdraw-now");

        assert!(page.visible().contains("You have taken this report back"), "{}", page.visible());
        let after = stored_keys(&app, &words).expect("a row that looks like every other");
        assert_ne!(after.raw_key, before.raw_key);
        assert_ne!(after.shares, before.shares);
        assert!(!before.shares.is_empty(), "the identity key was split");
        assert_eq!(after.raw_key.as_bytes().len(), before.raw_key.as_bytes().len());
        assert_eq!(named_key(&after.raw_key), named_key(&before.raw_key), "the same epoch is named");
        assert_eq!((after.shares.len(), after.custody, after.epoch), (before.shares.len(), before.custody, before.epoch));
        candor::flows::intake::advance(&app.ctx).expect("the timers' next round");
        for place in app.bytes_at_rest().iter().filter(|(name, _)| name.contains("keys")) {
            let tail = before.raw_key.as_bytes().last_chunk::<32>().expect("a wrap");
            assert!(!place.1.windows(32).any(|w| w == tail), "the old wrap rests in {}", place.0);
        }
        assert_eq!(counted(&app), counts - 1);
        assert_eq!(analyst.get(&case).status, 404);
        assert_eq!(analyst.get(&talk_of(&case)).status, 404);
        assert_eq!(screener.get(&case.replace("reports", "screening")).status, 404);
        assert_eq!(screener.get(&format!("{}/1", talk_of(&case))).status, 404);
        assert_eq!(analyst.get(&format!("{issue}/letter")).bytes, letter, "a frozen letter stays as it is");
        let again = press(&app, &sure, "withdraw-now");
        assert_eq!((again.status, counted(&app)), (200, counts - 1), "doing it again changes nothing");
    }
}

on_both! {
    fn a_report_that_nobody_has_seen_is_withdrawn_without_a_trace(app: TestApp) {
        let words = app.file(STORY);
        let sure = press(&app, &look(&app, &words), "withdraw");

        let page = press(&app, &sure, "withdraw-now");

        assert!(page.visible().contains("Nobody had seen it yet"), "{}", page.visible());
        assert_eq!(stored_reports(&app.url), (0, 0));
        assert!(stored_keys(&app, &words).is_none());
        assert!(look(&app, &words).visible().contains("No report has these words"));
        assert_eq!(app.next_day(), 0);
    }
}

on_both! {
    fn a_message_waits_while_the_report_does_and_is_taken_once(app: TestApp) {
        let words = app.file(STORY);
        let page = look(&app, &words);

        say(&app, &page, "One more thing.");
        say(&app, &page, "One more thing.");

        let shown = look(&app, &words);
        assert_eq!(shown.text().matches("class=\"own\"").count(), 1, "reloading sends nothing twice: {}", shown.visible());
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 0);
        let talk = screener.get("/desk/screening").link("/desk/talk/");
        let raw = follow(&mut screener, &talk, &format!("{talk}/"));
        assert!(raw.visible().contains("One more thing."), "{}", raw.visible());
        let aside = screener.submit(&hide_all(&raw).set("act", "aside"));
        assert!(aside.path.contains("answer-aside"), "{}", aside.visible());
        assert!(look(&app, &words).visible().contains("A screener has read it"));
    }
}

on_both! {
    fn empty_long_and_too_many_messages_are_refused_in_words(app: TestApp) {
        let words = app.file(STORY);
        let page = look(&app, &words);

        let empty = say(&app, &page, "  ");
        let long = say(&app, &page, &"\"".repeat(3_000));
        assert_eq!((empty.status, long.status), (422, 422));
        assert!(long.text().contains(&"&#34;".repeat(3_000)), "what was typed is kept");
        assert!(!look(&app, &words).text().contains("class=\"own\""), "nothing was sent");
        for n in 0..20 {
            assert_eq!(say(&app, &page, &format!("Message {n}.")).status, 200);
        }
        let many = say(&app, &page, "One too many.");
        assert_eq!(many.status, 422, "{}", many.visible());
        assert_eq!(look(&app, &words).text().matches("class=\"own\"").count(), 12, "the newest twelve are shown");
    }
}

on_both! {
    fn an_opened_identity_is_told_behind_the_words(app: TestApp) {
        let (words, _) = released(&app, STORY);
        let keys = keys_of(&app, &words);
        let reply_key = app.ctx.store().read(|r| r.dossier(&keys.digest, 0)).expect("store").expect("a report").reply_key;
        let permit = Actor::Console.permit::<InitKeys>().expect("whoever writes");
        let notice = Notice { reason: "serious-risk", day: app.clock.now().day() };

        let message = conversation::notice(&app.ctx, &keys.digest, &reply_key, &notice).expect("sealed");
        app.ctx.store().write(&permit, "test", |w| w.add_messages(&keys.digest, &[message])).expect("told");

        let page = look(&app, &words);
        assert!(page.visible().contains("two people together opened the name you left"), "{}", page.visible());
        press(&app, &press(&app, &page, "withdraw"), "withdraw-now");
        assert!(look(&app, &words).visible().contains("two people together opened"), "also after a withdrawal");
    }
}

on_both! {
    fn what_is_kept_reads_the_same_for_everybody(app: TestApp) {
        let (words, _) = released(&app, STORY);

        // Filed in the week of Monday 23 November 2026.
        let page = look(&app, &words).visible();

        assert!(page.contains("If you left your name or how to reach you, that is destroyed on December 23, 2026 at the latest."), "{page}");
        assert!(page.contains("Your own words are destroyed on December 26, 2026 at the latest."), "{page}");
        crate::digest::sql(&app, "UPDATE reports SET identity_due = 0");
        assert!(look(&app, &words).visible().contains("If you left your name or how to reach you, that is destroyed."));
    }
}

on_both! {
    fn a_look_is_remembered_by_its_month_only_and_later(app: TestApp) {
        let (words, _) = released(&app, STORY);
        app.clock.advance(40 * 86_400);
        look(&app, &words);

        conversation::note_used(&app.ctx).expect("noted");

        let january = Period::parse("2027-01").expect("month").number();
        assert_eq!(crate::digest::number(&app, "SELECT receipt_used AS number FROM reports"), i64::from(january));
        assert_eq!(crate::digest::number(&app, "SELECT count(*) AS number FROM audit WHERE verb LIKE 'receipt%'"), 0);
    }
}

/// Everything that can come back from the nine words.
fn answers(app: &TestApp) -> Vec<(&'static str, Page)> {
    let words = app.file(STORY);
    let waiting = look(app, &words);
    app.next_day();
    let hit = look(app, &words);
    let miss = look(app, &candor::flows::intake::issue(&app.ctx).words);
    let malformed = look(app, "seven words are not a receipt, sorry");
    let refused = say(app, &hit, "");
    let sure = press(app, &hit, "withdraw");
    vec![("waiting", waiting), ("hit", hit), ("miss", miss), ("malformed", malformed), ("refused", refused), ("sure", sure)]
}

on_both! {
    fn an_03_no_cookie_and_no_tag_comes_with_the_words(app: TestApp) {
        for (name, page) in answers(&app) {
            for header in ["set-cookie", "etag", "last-modified"] {
                assert_eq!(page.header(header), None, "{header} on {name}");
            }
            assert_eq!(page.header("cache-control"), Some("no-store"), "{name}");
        }
    }
}

on_both! {
    fn an_06_no_word_stands_in_an_address_or_a_title(app: TestApp) {
        let title = regex::Regex::new("<title>(.*?)</title>").expect("pattern");
        let actions = regex::Regex::new(r#"(?:action|href)="([^"]*)""#).expect("pattern");
        for (name, page) in answers(&app) {
            assert!(page.path.starts_with("/receipt") && page.header("location").is_none(), "{name}: {}", page.path);
            let text = page.text();
            let form = page.form("name=\"words\"");
            let words: Vec<&str> = form.value("words").unwrap_or_default().split_whitespace().collect();
            let places = actions.captures_iter(&text).chain(title.captures_iter(&text)).map(|c| c[1].to_owned());
            for place in places {
                let parts: Vec<&str> = place.split(|c: char| !c.is_alphanumeric()).collect();
                assert!(!words.iter().any(|w| w.len() > 4 && *w != "receipt" && parts.contains(w)), "{name}: {place}");
            }
        }
    }
}

on_both! {
    fn an_08_no_field_is_remembered_or_sent_to_a_spelling_service(app: TestApp) {
        let fields = regex::Regex::new("<(input|textarea|form)[^>]*>").expect("pattern");
        for (name, page) in answers(&app) {
            for field in fields.find_iter(&page.text()) {
                assert!(field.as_str().contains("autocomplete=\"off\""), "{name}: {}", field.as_str());
                assert!(!field.as_str().starts_with("<textarea") || field.as_str().contains("spellcheck=\"false\""), "{name}: {}", field.as_str());
            }
        }
    }
}

on_both! {
    fn an_12_every_answer_has_one_size_whatever_it_shows(app: TestApp) {
        let long = "<&'>".repeat(900);
        let (words, case) = released(&app, &format!("{} {}", STORY, "The pump & the <alarm> were 'off'. ".repeat(540)));
        for _ in 0..12 {
            ask(&app, &case, &long);
        }
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let closing = analyst.get(&case).form("name=\"synopsis\"").set("status", "closed").set("closing", "learned").set("outcome", &long);
        assert_eq!(analyst.submit(&closing).status, 200);

        let full = look(&app, &words);

        assert_eq!((full.status, full.bytes.len()), (200, SIZE));
        assert!(full.visible().contains("Older messages are not shown"), "the oldest give way");
        let next = app.visitor().submit(&full.form("value=\"agree\"").set("part", "2"));
        assert_eq!(next.bytes.len(), SIZE);
        assert!(next.visible().contains("Part 2 of") && next.visible().contains("were 'off'"), "{}", next.visible());
        for (name, page) in answers(&app) {
            assert_eq!(page.bytes.len(), SIZE, "{name}");
            assert_eq!(page.header("content-encoding"), None, "{name}");
        }
    }
}

on_both! {
    fn an_13_hit_and_miss_look_alike(app: TestApp) {
        let (words, case) = released(&app, STORY);
        ask(&app, &case, "How often?");
        let headers = |page: &Page| page.headers.iter().filter(|(n, _)| n != "date").cloned().collect::<std::collections::BTreeSet<_>>();
        let alike = |page: &Page| (page.status, headers(page), page.bytes.len());
        for _ in 0..3 {
            let (hit, miss) = (look(&app, &words), look(&app, &candor::flows::intake::issue(&app.ctx).words));
            assert_eq!(alike(&hit), alike(&miss));
        }
    }
}

/// Welch's t of two samples (B. L. Welch, Biometrika 34, 1947).
fn welch(a: &[f64], b: &[f64]) -> f64 {
    let moments = |x: &[f64]| {
        let n = x.len() as f64;
        let mean = x.iter().sum::<f64>() / n;
        (mean, x.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (n - 1.0) / n)
    };
    let ((mean_a, se_a), (mean_b, se_b)) = (moments(a), moments(b));
    (mean_a - mean_b) / (se_a + se_b).sqrt()
}

#[test]
#[ignore = "measures; prints a figure and judges nothing but the answers"]
fn an_13_time_of_hits_and_misses() {
    let app = TestApp::sqlite();
    let (words, case) = released(&app, STORY);
    for n in 0..6 {
        ask(&app, &case, &format!("Question {n}?"));
    }
    let rounds = 100;
    let missing: Vec<String> = (0..rounds).map(|_| candor::flows::intake::issue(&app.ctx).words).collect();
    let timed = |words: &str| {
        let start = std::time::Instant::now();
        let found = matches!(conversation::look(&app.ctx, words).expect("a look"), conversation::Look::Found(_));
        (found, start.elapsed().as_secs_f64() * 1e6)
    };
    let (mut hits, mut misses) = (Vec::new(), Vec::new());
    for unknown in &missing {
        let (found, time) = timed(&words);
        assert!(found);
        hits.push(time);
        let (found, time) = timed(unknown);
        assert!(!found);
        misses.push(time);
    }
    // Interrupted measurements say nothing about the program: the slowest tenth of each is left out, as dudect does.
    let cropped = |mut all: Vec<f64>| {
        all.sort_by(f64::total_cmp);
        all.truncate(all.len() * 9 / 10);
        all
    };
    let (hits, misses) = (cropped(hits), cropped(misses));
    let mean = |x: &[f64]| x.iter().sum::<f64>() / x.len() as f64;
    println!(
        "AN-13: hit {:.0} us, miss {:.0} us, Welch t = {:.2}, {} of each",
        mean(&hits),
        mean(&misses),
        welch(&hits, &misses),
        hits.len()
    );
}

on_both! {
    fn an_15_a_broken_form_is_answered_without_what_was_in_it(app: TestApp) {
        let kind = [("content-type", "text/plain")];
        for (status, headers, body) in [(415, &kind[..], "marmalade".to_owned()), (413, &[("content-type", "application/x-www-form-urlencoded")][..], format!("words=marmalade{}", "x".repeat(300_000)))] {
            let page = app.visitor().send("POST", "/receipt", headers, body.as_bytes());
            assert_eq!(page.status, status);
            assert!(!page.text().contains("marmalade"), "{}", page.visible());
        }
    }
}

on_both! {
    fn an_17_a_message_with_its_own_words_is_refused_and_kept(app: TestApp) {
        let words = app.file(STORY);
        let page = look(&app, &words);
        let text = format!("My words are {}, so you know.", words.to_uppercase().replace(' ', "-"));

        let refused = say(&app, &page, &text);

        assert_eq!(refused.status, 422, "{}", refused.visible());
        assert!(refused.text().contains(&text), "what was typed is kept");
        assert!(!look(&app, &words).text().contains("class=\"own\""), "nothing was sent");
    }
}

/// The receipt page of somebody who has a question to answer, for the browser tests.
pub fn with_a_question(app: &TestApp) -> String {
    let (words, case) = released(app, STORY);
    ask(app, &case, "Which of the two labels was read first?");
    words
}
