//! Identity strips: what two custodians can do together, what nobody can do alone, and when a strip is gone.

use candor::domain::person::Role;

use crate::on_both;
use crate::support::app::{PASSPHRASE, TestApp};
use crate::support::at_rest::assert_absent;
use crate::support::client::{Page, Visitor};
use crate::support::thief::{Loot, rows};

const STORY: &str = "The lift door closed on the bed while the alarm was muted. We held it open by hand.";
const STRIP: [&str; 3] = ["Quintessa Overbeek", "extension 4471 or quintessa@example.net", "after the night shift"];
const ROOT: [u8; 32] = [7; 32];

fn report_id(app: &TestApp) -> String {
    let found = rows(&app.url, "SELECT id AS a, id AS b, id AS c, 0 AS n, status AS t FROM reports ORDER BY id");
    found.first().expect("a report").a.iter().map(|b| format!("{b:02x}")).collect()
}

fn request(custodian: &mut Visitor, report: &str) -> Page {
    let form = custodian.get("/desk/callbacks").form("name=\"report\"");
    custodian.submit(&form.set("report", report).set("reason", "clarify").set("text", "Which of the two lifts was it?"))
}

fn press(visitor: &mut Visitor, what: &str) -> Page {
    let page = visitor.get("/desk/callbacks");
    let form = page.form(&format!("/{what}\""));
    visitor.submit(&form)
}

fn has_button(visitor: &mut Visitor, what: &str) -> bool {
    visitor.get("/desk/callbacks").text().contains(&format!("/{what}\""))
}

on_both! {
    fn two_custodians_open_a_strip_once(app: TestApp) {
        app.file_with_strip(STORY, STRIP);
        app.next_day();
        let report = report_id(&app);
        let (mut first, mut second) = (app.signed_in(Role::Custodian, 0), app.signed_in(Role::Custodian, 1));

        assert_eq!(request(&mut first, &report).status, 200);
        assert!(!has_button(&mut first, "open"), "nobody agrees with themselves");
        assert_eq!(press(&mut second, "open").status, 200);
        assert!(!has_button(&mut second, "read"), "only the first may read");
        let shown = press(&mut first, "read");

        for part in STRIP {
            assert!(shown.visible().contains(part), "{}", shown.visible());
        }
        assert!(!has_button(&mut first, "read"), "once");
        assert_absent(&app.bytes_at_rest(), &["Quintessa", "Overbeek", "extension 4471"], "after it was read");
        let form = first.get("/desk/callbacks").form("name=\"outcome\"").set("outcome", "It was the left one.");
        assert_eq!(first.submit(&form).status, 200);
    }
}

on_both! {
    fn cr_03_one_custodian_opens_nothing_and_cr_04_every_pair_opens(app: TestApp) {
        app.file_with_strip(STORY, STRIP);
        app.file(STORY);
        app.next_day();
        let loot = Loot::of(&app.url);
        let custodians: Vec<_> = (0..3).map(|n| loot.own_key(&app.member(Role::Custodian, n).email, PASSPHRASE)).collect();

        for one in &custodians {
            assert_eq!(loot.opened_by_one(one, &ROOT), Vec::<String>::new(), "one custodian, the whole database and the root key");
        }
        for i in 0..3 {
            for j in 0..3 {
                let opened = loot.opened_by_two(&custodians[i], &custodians[j]);
                assert_eq!(opened.len(), if i == j { 0 } else { 2 }, "{i} {j}");
                assert!(i == j || opened.iter().any(|strip| strip.contains("Quintessa")), "{i} {j}");
            }
        }
    }
}

on_both! {
    fn ac_05_a_ceremony_is_not_bent(app: TestApp) {
        app.file_with_strip(STORY, STRIP);
        app.next_day();
        let report = report_id(&app);
        let (mut first, mut second, mut third) = (app.signed_in(Role::Custodian, 0), app.signed_in(Role::Custodian, 1), app.signed_in(Role::Custodian, 2));
        request(&mut first, &report);
        let page = second.get("/desk/callbacks");
        let open = page.form("/open\"");

        // The same person, in this session and in another one.
        let mine = first.get("/desk/callbacks");
        let forged = mine.form("/decline\"").to(&open.action);
        assert_eq!(first.submit(&forged).status, 409, "same person");
        let mut again = app.signed_in(Role::Custodian, 0);
        let forged = again.get("/desk/callbacks").form("/decline\"").to(&open.action);
        assert_eq!(again.submit(&forged).status, 409, "same person, other session");
        // Somebody who is no custodian.
        let mut screener = app.signed_in(Role::Screener, 0);
        let forged = screener.get("/desk").form("csrf").to(&open.action);
        assert_eq!(screener.submit(&forged).status, 404, "a screener");
        // A second callback beside the first.
        assert_eq!(request(&mut third, &report).status, 409);
        // Out of time.
        app.clock.advance(25 * 3600);
        let (mut first, mut second) = (app.signed_in(Role::Custodian, 0), app.signed_in(Role::Custodian, 1));
        let page = second.get("/desk/callbacks");
        assert!(!page.text().contains("/open\""), "out of time");
        let forged = page.form("/decline\"").to(&open.action);
        assert_eq!(second.submit(&forged).status, 409, "out of time");
        candor::flows::custody::sweep(&app.ctx).expect("the sweep");

        // A new one, opened, read, and then replayed.
        request(&mut first, &report);
        let open = second.get("/desk/callbacks").form("/open\"");
        assert_eq!(second.submit(&open).status, 200);
        assert_eq!(second.submit(&open).status, 409, "replayed");
        let read = first.get("/desk/callbacks").form("/read\"");
        assert!(first.submit(&read).visible().contains("Quintessa"));
        assert_eq!(first.submit(&read).status, 409, "read twice");

        let mut auditor = app.signed_in(Role::Auditor, 0);
        let log = auditor.get("/desk/audit").visible();
        assert!(log.matches("Was refused the opening of an identity").count() >= 4, "{log}");
        assert!(log.contains("Opened an identity as the second custodian"), "{log}");
        assert_absent(&app.bytes_at_rest(), &["Quintessa", "Overbeek", "extension 4471"], "in the end");
    }
}

on_both! {
    fn ac_05_a_revoked_custodian_gets_nothing(app: TestApp) {
        app.file_with_strip(STORY, STRIP);
        app.next_day();
        let report = report_id(&app);
        let (mut first, mut second) = (app.signed_in(Role::Custodian, 0), app.signed_in(Role::Custodian, 1));
        request(&mut first, &report);
        let open = second.get("/desk/callbacks").form("/open\"");
        shut(&app, 0);

        assert_eq!(second.submit(&open).status, 409, "who asked is no custodian any more");
        assert_eq!(first.get("/desk/callbacks").status, 200, "the sign-in page");
    }
}

/// Shuts the account of a custodian.
fn shut(app: &TestApp, number: usize) {
    use candor::domain::access::{Actor, ManagePeople};
    let permit = Actor::Console.permit::<ManagePeople>().expect("console");
    let email = &app.member(Role::Custodian, number).email;
    let people = candor::flows::people::list(&app.ctx, &permit).expect("people");
    let id = people.iter().find(|p| p.email.expose() == email).expect("the custodian").id;
    candor::flows::people::disable(&app.ctx, &permit, id).expect("shut");
}

on_both! {
    fn cr_04_two_hand_open_strips_over_when_one_leaves(app: TestApp) {
        app.file_with_strip(STORY, STRIP);
        app.next_day();
        shut(&app, 2);
        let (mut first, mut second) = (app.signed_in(Role::Custodian, 0), app.signed_in(Role::Custodian, 1));
        let start = first.get("/desk/callbacks").form("/handover\"");
        assert_eq!(first.submit(&start).status, 200);
        let finish = second.get("/desk/callbacks").form("name=\"id\"");
        let offered = second.get("/desk/callbacks").text();
        let id = offered.split("name=\"id\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an offer").to_owned();
        assert_eq!(second.submit(&finish.set("id", &id)).status, 200);

        let loot = Loot::of(&app.url);
        let keys: Vec<_> = (0..3).map(|n| loot.own_key(&app.member(Role::Custodian, n).email, PASSPHRASE)).collect();
        assert!(loot.opened_by_two(&keys[0], &keys[1]).iter().any(|s| s.contains("Quintessa")), "who stayed");
        for stays in [0, 1] {
            assert!(loot.opened_by_two(&keys[stays], &keys[2]).is_empty(), "who left");
        }
    }
}

on_both! {
    fn rt_12_a_strip_is_gone_72_hours_after_its_callback(app: TestApp) {
        app.file_with_strip(STORY, STRIP);
        app.next_day();
        let report = report_id(&app);
        let (mut first, mut second) = (app.signed_in(Role::Custodian, 0), app.signed_in(Role::Custodian, 1));
        request(&mut first, &report);
        press(&mut second, "open");
        press(&mut first, "read");
        let form = first.get("/desk/callbacks").form("name=\"outcome\"").set("outcome", "");
        first.submit(&form);
        let opened = |app: &TestApp| {
            let loot = Loot::of(&app.url);
            let keys: Vec<_> = (0..2).map(|n| loot.own_key(&app.member(Role::Custodian, n).email, PASSPHRASE)).collect();
            (loot.opened_by_two(&keys[0], &keys[1]).len(), loot.strips.first().expect("a strip").3.len())
        };
        let before = opened(&app);
        app.clock.advance(2 * 86_400);
        candor::flows::custody::sweep(&app.ctx).expect("the sweep");
        assert_eq!(opened(&app), before, "two days later it is there");
        app.clock.advance(86_400 + 3600);
        candor::flows::custody::sweep(&app.ctx).expect("the sweep");

        assert_eq!(opened(&app), (0, before.1), "three days later nothing opens it, and it looks the same");
    }
}

on_both! {
    fn rt_08_a_legal_hold_needs_two_people_and_keeps_the_strip(app: TestApp) {
        app.file_with_strip(STORY, STRIP);
        app.next_day();
        let report = report_id(&app);
        let (mut first, mut second) = (app.signed_in(Role::Custodian, 0), app.signed_in(Role::Custodian, 1));
        let form = first.get("/desk/holds").form("name=\"days\"");
        let asked = first.submit(&form.set("report", &report).set("text", "Order 12 of the district court").set("days", "30"));
        assert_eq!(asked.status, 200, "{}", asked.visible());
        assert!(!first.get("/desk/holds").text().contains("value=\"confirm\""), "who asked does not confirm");
        request(&mut first, &report);
        press(&mut second, "open");
        press(&mut first, "read");
        let form = first.get("/desk/callbacks").form("name=\"outcome\"").set("outcome", "");
        first.submit(&form);
        let mut auditor = app.signed_in(Role::Auditor, 0);
        let confirm = auditor.get("/desk/holds").form("name=\"act\"").set("act", "confirm");
        assert_eq!(auditor.submit(&confirm).status, 200);

        app.clock.advance(10 * 86_400);
        candor::flows::custody::sweep(&app.ctx).expect("the sweep");
        let pair = |app: &TestApp| {
            let loot = Loot::of(&app.url);
            let keys: Vec<_> = (0..2).map(|n| loot.own_key(&app.member(Role::Custodian, n).email, PASSPHRASE)).collect();
            loot.opened_by_two(&keys[0], &keys[1]).len()
        };
        assert_eq!(pair(&app), 1, "held");
        app.clock.advance(25 * 86_400);
        candor::flows::custody::sweep(&app.ctx).expect("the sweep");
        assert_eq!(pair(&app), 0, "the hold is over");
        let mut auditor = app.signed_in(Role::Auditor, 0);
        assert!(auditor.get("/desk/audit").visible().contains("Asked for a legal hold"));
    }
}

/// A hold on a report, asked for by a custodian and confirmed by an auditor.
fn hold(app: &TestApp, report: &str, days: &str, quiet: bool) {
    let mut custodian = app.signed_in(Role::Custodian, 0);
    let form = custodian.get("/desk/holds").form("name=\"days\"").set("report", report).set("text", "Order 14").set("days", days);
    let asked = custodian.submit(&if quiet { form.set("quiet", "yes") } else { form });
    assert_eq!(asked.status, 200, "{}", asked.visible());
    let mut auditor = app.signed_in(Role::Auditor, 0);
    let confirm = auditor.get("/desk/holds").form("name=\"act\"").set("act", "confirm");
    assert_eq!(auditor.submit(&confirm).status, 200);
}

/// Takes a report back on its receipt page; what the page says then.
fn take_back(app: &TestApp, words: &str) -> String {
    let mut reporter = app.visitor();
    let form = reporter.get("/receipt").form("name=\"words\"").set("words", words).set("action", "withdraw-now");
    reporter.submit(&form).visible()
}

/// How many strips two custodians can open with everything that rests.
fn opened_by_two(app: &TestApp) -> usize {
    let loot = Loot::of(&app.url);
    let keys: Vec<_> = (0..2).map(|n| loot.own_key(&app.member(Role::Custodian, n).email, PASSPHRASE)).collect();
    loot.opened_by_two(&keys[0], &keys[1]).len()
}

fn seen_by_analysts(app: &TestApp) -> bool {
    app.signed_in(Role::Analyst, 0)
        .get("/desk/reports")
        .links()
        .iter()
        .any(|l| l.len() > "/desk/reports/".len() && l.starts_with("/desk/reports/"))
}

on_both! {
    fn rt_06_rt_08_what_a_hold_keeps_is_taken_back_at_once_and_destroyed_after_it(app: TestApp) {
        let words = app.file_with_strip(STORY, STRIP);
        app.next_day();
        crate::journey::screen(&app);
        assert!(seen_by_analysts(&app));
        hold(&app, &report_id(&app), "20", false);

        let page = take_back(&app, &words);

        assert!(page.contains("an order under the law was keeping this report"), "{page}");
        assert!(!seen_by_analysts(&app), "it leaves every list at once");
        assert_absent(&app.bytes_at_rest(), &["Quintessa", "Overbeek"], "while it is held");
        candor::flows::retention::daily(&app.ctx).expect("a run");
        app.clock.advance(86_400);
        candor::flows::retention::daily(&app.ctx).expect("a run");
        assert_eq!(opened_by_two(&app), 1, "the hold stands");
        let once_more = take_back(&app, &words);
        assert_eq!(once_more.matches("was keeping this report").count(), 1, "taken back twice: {once_more}");

        for _ in 0..4 {
            app.clock.advance(6 * 86_400);
            candor::flows::retention::daily(&app.ctx).expect("a run");
        }
        assert_eq!(opened_by_two(&app), 0, "the hold is over");
        let raw = rows(&app.url, "SELECT id AS a, id AS b, id AS c, raw_due + identity_due AS n, status AS t FROM reports");
        assert_eq!(raw[0].n, 0, "both are destroyed");
    }
}

on_both! {
    fn rt_08_a_quiet_hold_shows_nothing_to_whoever_takes_back(app: TestApp) {
        let words = app.file_with_strip(STORY, STRIP);
        app.next_day();
        let report = report_id(&app);
        let other = app.file(STORY);
        app.next_day();
        hold(&app, &report, "20", true);

        let (held, plain) = (take_back(&app, &words), take_back(&app, &other));

        assert_eq!(held, plain, "the two pages say the same");
        assert!(held.contains("where the law orders that a report be kept, as soon as that order has ended"), "and neither says what is not so: {held}");
        assert_eq!(opened_by_two(&app), 1, "the hold stands");
    }
}

on_both! {
    fn ac_06_a_notice_pushes_no_message_out(app: TestApp) {
        let (words, case) = crate::conversation::released(&app, STORY);
        for number in 0..14 {
            assert!(crate::conversation::ask(&app, &case, &format!("Question number {number}?")).status < 400);
            if number == 10 {
                let (mut first, mut second) = (app.signed_in(Role::Custodian, 0), app.signed_in(Role::Custodian, 1));
                request(&mut first, &report_id(&app));
                press(&mut second, "open");
            }
        }

        let page = crate::conversation::look(&app, &words).visible();

        let shown: Vec<usize> = (0..14).filter(|n| page.contains(&format!("Question number {n}?"))).collect();
        assert_eq!(shown, (2..14).collect::<Vec<_>>(), "twelve messages");
        assert!(page.contains("two people together opened"), "and the notice: {page}");
    }
}

on_both! {
    fn ac_06_au_07_the_reporter_sees_each_opening_and_why_unless_a_hold_is_quiet(app: TestApp) {
        let words = app.file_with_strip(STORY, STRIP);
        app.next_day();
        let report = report_id(&app);
        let notices = |app: &TestApp| {
            let mut reporter = app.visitor();
            let form = reporter.get("/receipt").form("name=\"words\"").set("words", &words);
            reporter.submit(&form).visible().matches("two people together opened").count()
        };
        assert_eq!(notices(&app), 0);
        let (mut first, mut second) = (app.signed_in(Role::Custodian, 0), app.signed_in(Role::Custodian, 1));
        request(&mut first, &report);
        press(&mut second, "open");
        assert_eq!(notices(&app), 1, "told at once");
        press(&mut first, "read");
        let form = first.get("/desk/callbacks").form("name=\"outcome\"").set("outcome", "");
        first.submit(&form);

        let form = first.get("/desk/holds").form("name=\"days\"").set("report", &report).set("text", "Order 13").set("days", "5");
        first.submit(&form.set("quiet", "yes"));
        let mut auditor = app.signed_in(Role::Auditor, 0);
        let confirm = auditor.get("/desk/holds").form("name=\"act\"").set("act", "confirm");
        auditor.submit(&confirm);
        let (mut first, mut second) = (app.signed_in(Role::Custodian, 0), app.signed_in(Role::Custodian, 1));
        request(&mut first, &report);
        press(&mut second, "open");
        assert_eq!(notices(&app), 1, "the law forbids it");
        app.clock.advance(6 * 86_400);
        candor::flows::custody::sweep(&app.ctx).expect("lapses");
        candor::flows::custody::sweep(&app.ctx).expect("tells");
        assert_eq!(notices(&app), 2, "told when the hold is over");
        let mut auditor = app.signed_in(Role::Auditor, 0);
        assert_eq!(auditor.get("/desk/audit").text().matches("identity.open").count(), 2, "as many as the log has");
    }
}

on_both! {
    fn a_screener_asks_and_never_sees_the_strip(app: TestApp) {
        app.file_with_strip(STORY, STRIP);
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 0);
        let link = screener.get("/desk/screening").link("/desk/screening/");
        let raw = screener.get(&link);
        assert!(!raw.text().contains("Quintessa") && !raw.text().contains("4471"), "no strip beside the narrative");
        let form = raw.form("/desk/callbacks/ask").set("reason", "clarify").set("text", "Which lift was it?");
        assert_eq!(screener.submit(&form).status, 200);
        let (mut first, mut second) = (app.signed_in(Role::Custodian, 0), app.signed_in(Role::Custodian, 1));
        let seen = first.get("/desk/callbacks");
        assert!(seen.visible().contains("Which lift was it?") && !seen.text().contains("muted"), "the question, not the report");
        press(&mut first, "take");
        press(&mut second, "open");
        assert!(press(&mut first, "read").visible().contains("Quintessa"));
        let form = first.get("/desk/callbacks").form("name=\"outcome\"").set("outcome", "It was the left one.");
        first.submit(&form);

        let answer = screener.get("/desk/callbacks");
        assert!(answer.visible().contains("It was the left one.") && !answer.text().contains("Quintessa"), "{}", answer.visible());
    }
}
