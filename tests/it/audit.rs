//! The audit log: every meaningful act once, no content, no arrival times, and no way to change it unseen.

use candor::domain::audit::{Anchor, Verdict};
use candor::domain::person::Role;
use candor::flows::audit::{anchor, verify, verify_against};

use crate::journey::screen;
use crate::on_both;
use crate::support::app::TestApp;
use crate::support::thief::{execute, rows, try_execute};

const STORY: &str = "The hoist of bay nine slipped while Doctor Farquharson was underneath.";

fn entries(app: &TestApp) -> Vec<(i32, String)> {
    let query = "SELECT x'' AS a, x'' AS b, x'' AS c, CAST(seq AS INTEGER) AS n, actor || ' ' || verb || ' ' || object AS t FROM audit ORDER BY seq";
    rows(&app.url, query).into_iter().map(|r| (r.n, r.t)).collect()
}

fn a_history(app: &TestApp) {
    app.file(STORY);
    app.next_day();
    screen(app);
}

on_both! {
    fn au_01_every_change_to_the_log_is_found(app: TestApp) {
        a_history(&app);
        let noted = anchor(&app.ctx).expect("an anchor");
        let Ok(Verdict::Whole(last)) = verify(&app.ctx) else { panic!("whole at first") };
        assert_eq!(last, noted.seq);
        execute(&app.url, "CREATE TABLE kept AS SELECT * FROM audit");
        let restore = "DELETE FROM audit; INSERT INTO audit SELECT * FROM kept";
        let forgeries = [
            ("edited", "UPDATE audit SET object = 'report:00' WHERE seq = 4", 4),
            ("deleted", "DELETE FROM audit WHERE seq = 5", 5),
            ("reordered", "UPDATE audit SET seq = 1000 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 4; UPDATE audit SET seq = 4 WHERE seq = 1000", 3),
            ("inserted", "UPDATE audit SET seq = seq + 1000 WHERE seq >= 6; UPDATE audit SET seq = seq - 999 WHERE seq >= 1006; INSERT INTO audit SELECT 6, at, actor, verb, object, mac FROM audit WHERE seq = 5", 6),
        ];
        for (how, forgery, first) in forgeries {
            execute(&app.url, forgery);
            assert_eq!(verify(&app.ctx).ok(), Some(Verdict::BrokenAt(first)), "{how}");
            execute(&app.url, restore);
        }
        execute(&app.url, "DELETE FROM audit WHERE seq > 6");
        assert_eq!(verify(&app.ctx).ok(), Some(Verdict::Truncated { last: 6, expected: last }), "truncated");
        // Truncated with the head set back as well: only what is noted outside the database tells.
        execute(&app.url, "UPDATE audit_head SET seq = 6, mac = (SELECT mac FROM audit WHERE seq = 6)");
        assert_eq!(verify(&app.ctx).ok(), Some(Verdict::Whole(6)), "the database alone cannot know");
        assert_eq!(verify_against(&app.ctx, &[noted]).ok(), Some(Verdict::NotAsAnchored { day: noted.day, seq: noted.seq }));
    }
}

on_both! {
    fn au_02_an_act_makes_exactly_one_entry(app: TestApp) {
        app.file(STORY);
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 0);
        let link = screener.get("/desk/screening").link("/desk/screening/");
        let before = entries(&app).len();
        screener.get(&link);
        let after = entries(&app);
        assert_eq!(after.len(), before + 1, "{after:?}");
        assert!(after.last().expect("an entry").1.contains("report.read-raw report:"), "{after:?}");
        screen(&app);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let link = analyst.get("/desk/reports").link("/desk/reports/");
        let before = entries(&app).len();
        analyst.get(&link);
        assert_eq!(entries(&app).len(), before + 1);
    }
}

on_both! {
    fn au_03_no_content_gets_into_the_log(app: TestApp) {
        let words = app.file(STORY);
        app.next_day();
        screen(&app);
        let first = words.split(' ').next().expect("a word");
        for (_, line) in entries(&app) {
            for absent in ["Farquharson", "hoist", "127.0.0.1", first, "@example.org"] {
                assert!(!line.split([' ', ':']).any(|part| part == absent) && !line.contains("Farquharson"), "{absent} in {line}");
            }
        }
    }
}

on_both! {
    fn au_04_without_a_log_nothing_is_opened_and_reports_still_come_in(app: TestApp) {
        app.file(STORY);
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 0);
        let link = screener.get("/desk/screening").link("/desk/screening/");
        execute(&app.url, "ALTER TABLE audit RENAME TO audit_away");

        let refused = screener.get(&link);
        assert!(refused.status >= 500 && !refused.text().contains("Farquharson"), "{}", refused.status);
        app.file("Another close call while the log was away.");

        execute(&app.url, "ALTER TABLE audit_away RENAME TO audit");
        assert!(screener.get(&link).text().contains("Farquharson"));
    }
}

on_both! {
    fn au_05_a_forger_without_the_key_is_found(app: TestApp) {
        a_history(&app);
        // Everything a writer of the database can do: an entry with a made-up link, and the head to match.
        let last = entries(&app).len();
        let link = if app.url.starts_with("sqlite") { "zeroblob(32)" } else { "decode(repeat('00', 32), 'hex')" };
        let forged = format!(
            "INSERT INTO audit (seq, at, actor, verb, object, mac) VALUES ({}, 0, 'system', 'report.read-raw', 'report:00', {link}); UPDATE audit_head SET seq = {}, mac = {link}",
            last + 1,
            last + 1
        );
        execute(&app.url, &forged);

        assert_eq!(verify(&app.ctx).ok(), Some(Verdict::BrokenAt(i64::try_from(last).expect("small") + 1)));
    }
}

on_both! {
    fn au_06_an_auditor_sees_acts_and_nothing_else(app: TestApp) {
        a_history(&app);
        let mut auditor = app.signed_in(Role::Auditor, 0);
        let log = auditor.get("/desk/audit");
        assert_eq!(log.status, 200);
        assert!(!log.text().contains("Farquharson") && !log.text().contains("hoist"));
        for page in ["/desk/screening", "/desk/reports", "/desk/digest", "/desk/people", "/desk/dictionary", "/desk/callbacks"] {
            assert_eq!(auditor.get(page).status, 404, "{page}");
        }
    }
}

on_both! {
    fn au_08_no_entry_per_submission(app: TestApp) {
        let before = entries(&app);
        for number in 0..20 {
            app.clock.advance(61);
            app.file(&format!("Close call number {number}."));
        }
        assert_eq!(entries(&app), before, "nothing in the log tells when a report came");
    }
}

on_both! {
    fn the_end_of_the_chain_is_noted_once_a_day(app: TestApp) {
        use candor::flows::anchor::{note_anchor, noted};
        a_history(&app);
        note_anchor(&app.ctx).expect("noted");
        note_anchor(&app.ctx).expect("nothing to do");
        assert_eq!(noted(&app.ctx).len(), 1);
        app.clock.advance(86_400);
        note_anchor(&app.ctx).expect("noted");
        let lines: Vec<Anchor> = noted(&app.ctx);
        assert_eq!(lines.len(), 2);
        assert!(matches!(verify_against(&app.ctx, &lines), Ok(Verdict::Whole(_))));
        assert!(try_execute(&app.url, "SELECT 1").is_ok());
    }
}
