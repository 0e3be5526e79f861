//! Each class goes on its day and not before, the brake stops what is sudden, and nothing of a destroyed key rests anywhere.

use candor::domain::access::{Actor, ConfirmHold, ConfirmRetention, Destroy, RedactAgain, RequestHold};
use candor::domain::audit::Verdict;
use candor::domain::clock::{Clock as _, DAY, Moment};
use candor::domain::id::{PersonId, ReportId};
use candor::domain::period::Period;
use candor::domain::person::{Role, Roles};
use candor::domain::receipt::ReceiptDigest;
use candor::domain::retention::{Alarm, Class};
use candor::flows::custody::{confirm_hold, request_hold};
use candor::flows::retention::{Ran, alarm_now, confirm, daily, destroy_identity, redact_again};
use candor::flows::{audit, people};

use crate::journey::screen;
use crate::on_both;
use crate::support::app::TestApp;
use crate::support::reporters::{add_custodians, send};
use crate::support::sql;

const STORY: &str = "The hoist stopped half way and Mr Okonjo-Bell hung in it for ten minutes.";

fn today(app: &TestApp) -> i32 {
    app.clock.now().day()
}

fn run(app: &TestApp) -> Ran {
    daily(&app.ctx).expect("a run")
}

fn one(app: &TestApp, what: &str, of: &str) -> i64 {
    sql::number(&app.url, &format!("SELECT COUNT(*) AS n FROM {of} WHERE {what}"))
}

fn receipts(app: &TestApp) -> Vec<ReceiptDigest> {
    sql::bytes(&app.url, "SELECT receipt AS b FROM reports ORDER BY receipt")
        .into_iter()
        .map(|b| ReceiptDigest(b.try_into().expect("32 bytes")))
        .collect()
}

/// Runs every day until `last`, and says on which day `gone` first held.
fn day_when(app: &TestApp, last: i32, gone: &dyn Fn() -> bool) -> i32 {
    while today(app) < last {
        app.clock.advance(DAY);
        assert!(matches!(run(app), Ran::Done(_)), "stopped on day {}", today(app));
        if gone() {
            return today(app);
        }
    }
    panic!("still there on day {last}");
}

/// Far into the future in one step, which an operator has to confirm.
fn jump(app: &TestApp, month: &str) {
    app.clock.set(Moment::start_of(Period::parse(month).expect("month")).plus(-2 * DAY));
    assert_eq!(run(app), Ran::Stopped(Alarm::Clock));
    confirm(&app.ctx, &Actor::Console.permit::<ConfirmRetention>().expect("console")).expect("confirmed");
    assert!(matches!(run(app), Ran::Done(_)));
}

on_both! {
    fn rt_01_each_class_goes_on_its_day(app: TestApp) {
        add_custodians(&app, 2);
        send(&app, STORY, true);
        app.next_day();
        let (monday, released) = (app.clock.now().plus(-DAY).monday(), today(&app));
        screen(&app);
        send(&app, STORY, true);
        app.next_day();
        let old = sql::bytes(&app.url, "SELECT raw_key AS b FROM keystore.report_keys ORDER BY receipt");
        let old_shares = sql::bytes(&app.url, "SELECT shares AS b FROM keystore.report_keys ORDER BY receipt");

        let identity = day_when(&app, monday + 40, &|| one(&app, "identity_due = 0 AND length(identity) = 0", "reports") == 2);
        assert_eq!(identity, monday + 30, "identity strips");
        let shares = sql::bytes(&app.url, "SELECT shares AS b FROM keystore.report_keys ORDER BY receipt");
        assert!(old_shares.iter().zip(&shares).all(|(a, b)| a != b && a.len() == b.len()), "shares of the same size that open nothing");

        assert_eq!(one(&app, "raw_due = 0", "reports"), 0);
        let raw = day_when(&app, released + 40, &|| one(&app, "raw_due = 0 AND length(raw) = 0", "reports") == 1);
        assert_eq!(raw, released + 30, "raw text of the released report");
        let unread = day_when(&app, monday + 100, &|| one(&app, "raw_due = 0 AND length(raw) = 0", "reports") == 2);
        assert_eq!(unread, monday + 90, "raw text that nobody screened");
        let new = sql::bytes(&app.url, "SELECT raw_key AS b FROM keystore.report_keys ORDER BY receipt");
        assert!(old.iter().zip(&new).all(|(a, b)| a != b && a.len() == b.len()), "wraps of the same size that open nothing");

        jump(&app, "2027-05");
        let receipt = day_when(&app, today(&app) + 40, &|| one(&app, "receipt_used > 0", "reports") == 0);
        assert_eq!(receipt, Moment::start_of(Period::parse("2026-12").expect("month")).day() + 180, "receipts, after the month of last use");
        assert_eq!((one(&app, "1 = 1", "reports"), one(&app, "1 = 1", "keystore.report_keys")), (1, 0), "what was never released goes with its receipt");
        assert_eq!(one(&app, "status = 'released'", "reports"), 1);

        jump(&app, "2031-12");
        let text = day_when(&app, today(&app) + 5, &|| one(&app, "1 = 1", "reports") == 0);
        assert_eq!(text, Moment::start_of(Period::parse("2031-12").expect("month")).day(), "released text");
        assert_eq!(one(&app, "reports > 0", "rollups"), 1, "counts stay");
        assert_eq!((one(&app, "1 = 1", "search_docs"), one(&app, "1 = 1", "fulltext")), (0, 0), "nothing is left in the index");
    }
}

on_both! {
    fn rt_01_the_audit_log_is_cut_at_its_age_and_stays_whole(app: TestApp) {
        send(&app, STORY, false);
        run(&app);
        let first = sql::number(&app.url, "SELECT MIN(seq) AS n FROM audit");
        assert_eq!(first, 1);

        jump(&app, "2028-11");
        assert_eq!(sql::number(&app.url, "SELECT MIN(seq) AS n FROM audit"), 1, "two years are not over");
        day_when(&app, today(&app) + 40, &|| sql::number(&app.url, "SELECT MIN(seq) AS n FROM audit") > 1);

        assert_eq!(app.clock.now().date().to_string(), "2028-12-01");
        assert!(matches!(audit::verify(&app.ctx), Ok(Verdict::Whole(_))));
        let head = sql::number(&app.url, "SELECT seq AS n FROM audit_head");
        let cut = sql::number(&app.url, "SELECT MIN(seq) AS n FROM audit");

        sql::execute(&app.url, &format!("DELETE FROM audit WHERE seq = {cut}"));
        assert_eq!(audit::verify(&app.ctx).ok(), Some(Verdict::BrokenAt(cut)), "a beginning that somebody else cut off");
        assert!(head > cut);
    }
}

on_both! {
    fn rt_02_rt_04_nothing_of_a_destroyed_key_rests(app: TestApp) {
        add_custodians(&app, 2);
        for _ in 0..15 {
            send(&app, STORY, true);
        }
        app.next_day();
        run(&app);
        let mut needles = sql::bytes(&app.url, "SELECT raw_key AS b FROM keystore.report_keys");
        needles.extend(sql::bytes(&app.url, "SELECT shares AS b FROM keystore.report_keys"));
        // The middle of a long value lies on a page of its own.
        let pieces: Vec<Vec<u8>> = needles.iter().flat_map(|n| [n[100..132].to_vec(), n[n.len() / 2..n.len() / 2 + 32].to_vec(), n[n.len() - 32..].to_vec()]).collect();
        let before = sql::files(&app.url);
        assert!(pieces.iter().all(|piece| !sql::found_in(&before, piece).is_empty()), "they are there before");

        let monday = app.clock.now().plus(-DAY).monday();
        while today(&app) < monday + 91 {
            app.clock.advance(7 * DAY);
            assert!(matches!(run(&app), Ran::Done(_)));
        }

        assert_eq!((one(&app, "raw_due = 0", "reports"), one(&app, "identity_due = 0", "reports")), (15, 15));
        let after = sql::files(&app.url);
        for piece in &pieces {
            assert_eq!(sql::found_in(&after, piece), Vec::<String>::new());
        }
        assert_eq!(one(&app, "what = 'raw'", "keystore.purged"), 15);
    }
}

on_both! {
    fn rt_03_no_full_text_index_over_what_was_sent_rests(app: TestApp) {
        send(&app, "The zirconium sluiceway flooded.", false);
        app.next_day();
        screen(&app);
        assert_eq!(one(&app, "1 = 1", "search_docs"), 1, "it is indexed, by keyed digests");
        for (place, bytes) in sql::files(&app.url) {
            assert!(!bytes.windows(9).any(|w| w.eq_ignore_ascii_case(b"zirconium")), "{place}");
        }
    }
}

on_both! {
    fn rt_07_somebody_named_has_more_hidden_and_the_raw_text_ends(app: TestApp) {
        send(&app, "The trolley from the green corridor had no brake and rolled into the lift.", false);
        app.next_day();
        screen(&app);
        let id = ReportId::from_bytes(sql::bytes(&app.url, "SELECT id AS b FROM reports").remove(0).try_into().expect("16 bytes"));
        let before = sql::bytes(&app.url, "SELECT raw_key AS b FROM keystore.report_keys");
        let permit = Actor::Console.permit::<RedactAgain>().expect("console");

        let places = redact_again(&app.ctx, &permit, id, &["green corridor".to_owned()]).expect("redacted");

        assert_eq!(places, 1);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let page = analyst.get("/desk/reports");
        let case = analyst.get(&page.link("/desk/reports/")).visible();
        assert!(case.contains("had no brake") && !case.contains("green corridor"), "{case}");
        assert_ne!(sql::bytes(&app.url, "SELECT raw_key AS b FROM keystore.report_keys"), before);
        assert_eq!(one(&app, "raw_due = 0 AND length(raw) = 0", "reports"), 1);
        assert_eq!(one(&app, "verb = 'report.redact-again'", "audit"), 1);
    }
}

on_both! {
    fn rt_09_a_sudden_share_of_a_class_stops_until_an_operator_confirms(app: TestApp) {
        for number in 0..60 {
            send(&app, &format!("Report {number}: the alarm was off."), false);
        }
        app.next_day();
        assert_eq!(run(&app), Ran::Done(0));
        app.clock.advance(DAY);
        let half = "UPDATE reports SET raw_due = 1 WHERE receipt IN (SELECT receipt FROM reports ORDER BY receipt LIMIT 30)";
        sql::execute(&app.url, half);

        assert_eq!(run(&app), Ran::Stopped(Alarm::Many(Class::Raw)));
        assert_eq!(run(&app), Ran::Stopped(Alarm::Many(Class::Raw)));

        assert_eq!(one(&app, "raw_due = 0", "reports"), 0, "nothing is destroyed");
        assert_eq!(alarm_now(&app.ctx).expect("state"), Some(Alarm::Many(Class::Raw)));
        assert_eq!(one(&app, "verb = 'retention.alarm' AND object = 'raw'", "audit"), 1, "said once");
        let mut operator = app.signed_in(Role::Operator, 0);
        let home = operator.get("/desk");
        assert!(home.text().contains("/desk/retention/confirm"), "{}", home.visible());
        let mut analyst = app.signed_in(Role::Analyst, 0);
        assert!(!analyst.get("/desk").text().contains("/desk/retention/confirm"));

        let done = operator.submit(&home.form("/desk/retention/confirm"));
        assert!(done.status < 400 && !done.text().contains("/desk/retention/confirm\""), "{}", done.visible());
        assert_eq!(run(&app), Ran::Done(30));
        assert_eq!(one(&app, "raw_due = 0", "reports"), 30);
        assert_eq!(alarm_now(&app.ctx).expect("state"), None);
        assert!(!operator.get("/desk").text().contains("/desk/retention/confirm"));
    }
}

on_both! {
    fn rt_09_du_10_a_clock_ten_years_ahead_destroys_nothing(app: TestApp) {
        send(&app, STORY, false);
        app.next_day();
        run(&app);
        let right = app.clock.now();

        app.clock.advance(3_652 * DAY);
        assert_eq!(run(&app), Ran::Stopped(Alarm::Clock));
        assert_eq!(one(&app, "raw_due > 0", "reports"), 1);

        app.clock.set(right.plus(DAY));
        assert_eq!(run(&app), Ran::Done(0), "the alarm ends with its reason");
        assert_eq!(alarm_now(&app.ctx).expect("state"), None);
        app.clock.set(right.plus(-3_600));
        assert_eq!(run(&app), Ran::Done(0), "an hour back is no step");
    }
}

on_both! {
    fn rt_12_an_identity_destroyed_early_leaves_no_mark_and_the_rest_ends_by_day_thirty(app: TestApp) {
        add_custodians(&app, 2);
        send(&app, STORY, true);
        send(&app, STORY, false);
        app.next_day();
        let receipt = receipts(&app).remove(0);
        let row = |column: &str| sql::numbers(&app.url, &format!("SELECT {column} AS n FROM reports ORDER BY receipt"));
        let before = (row("identity_due"), row("raw_due"), row("length(identity)"), row("version"));
        let old = sql::bytes(&app.url, "SELECT shares AS b FROM keystore.report_keys ORDER BY receipt");

        let permit = Actor::System.permit::<Destroy>().expect("system");
        app.ctx.store().write(&permit, "callback", |w| destroy_identity(&app.ctx, w, &receipt)).expect("destroyed");

        let new = sql::bytes(&app.url, "SELECT shares AS b FROM keystore.report_keys ORDER BY receipt");
        assert!(old[0] != new[0] && old[0].len() == new[0].len() && old[1] == new[1]);
        assert_eq!((row("identity_due"), row("raw_due"), row("length(identity)"), row("version")), before, "both rows look as before");
        let plain = candor::vault::sha256(&receipt.0);
        assert!(sql::bytes(&app.url, "SELECT digest AS b FROM keystore.purged").iter().all(|d| *d != plain && *d != receipt.0), "the list names no report");
        let monday = app.clock.now().plus(-DAY).monday();
        assert_eq!(day_when(&app, monday + 40, &|| one(&app, "identity_due = 0", "reports") == 2), monday + 30);
    }
}

on_both! {
    fn rt_08_what_is_held_stays_and_goes_when_the_hold_ends(app: TestApp) {
        send(&app, STORY, false);
        send(&app, STORY, false);
        app.next_day();
        run(&app);
        let id = ReportId::from_bytes(sql::bytes(&app.url, "SELECT id AS b FROM reports ORDER BY id").remove(0).try_into().expect("16 bytes"));
        let person = |number: u8, role| Actor::Person(PersonId::from_bytes([number; 16]), Roles::new(&[role]).expect("a role"));
        let asked = person(1, Role::Custodian).permit::<RequestHold>().expect("a custodian");
        let hold = request_hold(&app.ctx, &asked, id, "a court order", 98, false).expect("asked");
        let confirmed = person(2, Role::Auditor).permit::<ConfirmHold>().expect("an auditor");
        confirm_hold(&app.ctx, &confirmed, hold).expect("confirmed");

        for _ in 0..14 {
            app.clock.advance(7 * DAY);
            assert!(matches!(run(&app), Ran::Done(_)));
        }
        assert_eq!((one(&app, "raw_due = 0", "reports"), one(&app, "raw_due > 0", "reports")), (1, 1));
        app.clock.advance(2 * DAY);
        run(&app);
        assert_eq!(one(&app, "raw_due = 0", "reports"), 2);
    }
}

on_both! {
    fn rt_13_the_week_is_forgotten_at_release(app: TestApp) {
        send(&app, STORY, false);
        let columns = app.ctx.store().columns().expect("columns");
        assert!(!columns.contains(&("reports".to_owned(), "day".to_owned())), "the day of arrival stays in intake");
        app.next_day();
        assert_eq!((one(&app, "1 = 1", "intake"), one(&app, "week > 202600", "reports")), (0, 1));

        screen(&app);

        assert_eq!(one(&app, "week = 0", "reports"), 1);
        let (raw, identity) = (sql::number(&app.url, "SELECT raw_due AS n FROM reports"), sql::number(&app.url, "SELECT identity_due AS n FROM reports"));
        assert_eq!(raw, i64::from(today(&app)) + 30);
        assert_eq!((identity + 3).rem_euclid(7), 30 % 7, "the strip's day counts from a Monday");
    }
}

on_both! {
    fn rt_14_sessions_lists_and_spent_keys_end_at_their_age(app: TestApp) {
        add_custodians(&app, 2);
        send(&app, STORY, true);
        app.next_day();
        drop(app.signed_in(Role::Auditor, 0));
        assert!(one(&app, "1 = 1", "sessions") > 0);

        app.clock.advance(9 * 3_600);
        people::sweep(&app.ctx).expect("swept");

        assert_eq!(one(&app, "1 = 1", "sessions"), 0);
        while one(&app, "1 = 1", "reports") > 0 {
            app.clock.advance(7 * DAY);
            assert!(matches!(run(&app), Ran::Done(_)));
        }
        assert_eq!((one(&app, "1 = 1", "keystore.report_keys"), one(&app, "1 = 1", "keystore.purged")), (0, 0));
    }
}

on_both! {
    fn a_screening_epoch_without_reports_ends(app: TestApp) {
        let wraps = |epoch: i32| sql::number(&app.url, &format!("SELECT COUNT(*) AS n FROM keystore.key_wraps w JOIN keystore.keys k ON k.id = w.key_id WHERE k.purpose = 'screening' AND k.epoch = {epoch}"));
        send(&app, STORY, false);
        app.next_day();
        run(&app);
        let first = i32::try_from(sql::number(&app.url, "SELECT MAX(epoch) AS n FROM keystore.keys WHERE purpose = 'screening'")).expect("an epoch");
        people::rotate_screening(&app.ctx).expect("rotated");
        app.clock.advance(DAY);
        run(&app);
        assert_eq!((wraps(first), wraps(first + 1)), (2, 2), "a raw text needs the first");

        while one(&app, "raw_due > 0", "reports") > 0 {
            app.clock.advance(7 * DAY);
            run(&app);
        }

        assert_eq!((wraps(first), wraps(first + 1)), (0, 2));
        send(&app, STORY, false);
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 1);
        let link = screener.get("/desk/screening").link("/desk/screening/");
        assert!(screener.get(&link).visible().contains("hoist"), "the newest still opens");
    }
}
