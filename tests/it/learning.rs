//! Learning: actions with a check declared beforehand, lessons that two people tell, and what reporting itself looks like.

use candor::domain::period::Period;
use candor::domain::person::Role;

use crate::on_both;
use crate::support::client::{Page, Visitor};
use crate::support::thief::{execute, rows, try_execute};
use crate::trends::history;

const STORY: [(&str, &str); 4] = [
    ("title", "Two bags that look alike"),
    ("happened", "Two infusions with the same colour of label lay side by side in the same drawer."),
    ("caught", "The check by a second pair of eyes before connecting."),
    ("helps", "Store look-alikes apart, and buy them with different labels."),
];

fn new_action(visitor: &mut Visitor, fields: &[(&str, &str)]) -> Page {
    let mut form =
        visitor.get("/desk/actions").form("what").set("what", "Look-alike infusions are stored apart").set("owner", "pharmacy lead");
    for (name, value) in fields {
        form = form.set(name, value);
    }
    visitor.submit(&form)
}

fn write(visitor: &mut Visitor) -> Page {
    let mut form = visitor.get("/desk/lessons").form("happened");
    for (name, value) in STORY {
        form = form.set(name, value);
    }
    visitor.submit(&form)
}

/// Publishes although the page offers no button for it.
fn publish_anyway(visitor: &mut Visitor, page: &Page) -> Page {
    let form = page.form("happened");
    let path = format!("{}/publish", form.action);
    visitor.submit(&form.to(&path))
}

/// The page of the only lesson there is.
fn lesson(visitor: &mut Visitor) -> Page {
    let list = visitor.get("/desk/lessons");
    let id = regex::Regex::new(r"/desk/lessons/[0-9a-f]{32}").expect("pattern").find(&list.text()).expect("a lesson").as_str().to_owned();
    visitor.get(&id)
}

on_both! {
    fn an_action_is_written_down_changed_and_rests_sealed(app: TestApp) {
        let mut analyst = app.signed_in(Role::Analyst, 0);

        let kept = new_action(&mut analyst, &[("control", "engineering"), ("due", "2027-02")]);
        assert_eq!(kept.status, 200, "{}", kept.visible());
        assert!(kept.visible().contains("Look-alike infusions are stored apart") && kept.visible().contains("February 2027"));
        let done = analyst.submit(&kept.form("what").set("progress", "done").set("done", "2026-11"));
        assert!(done.visible().contains("done in November 2026"), "{}", done.visible());

        let stored = rows(&app.url, "SELECT sealed AS a, written_by AS b, id AS c, month AS n, kind AS t FROM learning");
        assert_eq!((stored.len(), stored[0].t.as_str()), (1, "action"));
        assert!(!String::from_utf8_lossy(&stored[0].a).contains("infusions"));
        assert!(app.signed_in(Role::Screener, 0).get("/desk/actions").status == 404);
    }
}

on_both! {
    fn a_form_with_something_wrong_comes_back_as_typed(app: TestApp) {
        let mut analyst = app.signed_in(Role::Analyst, 0);

        let named = new_action(&mut analyst, &[("what", "Sarah Whitfield labels the drawers"), ("due", "soon")]);
        assert_eq!(named.status, 422);
        assert!(named.text().contains("Sarah Whitfield labels the drawers") && named.visible().contains("2026-05"));
        let named = analyst.submit(&named.form("what").set("due", "2027-01"));
        assert!(named.status == 422 && named.visible().contains("recognised"), "{}", named.visible());
        let kept = analyst.submit(&named.form("what").set("sure", "yes"));
        assert_eq!(kept.status, 200, "{}", kept.visible());
    }
}

on_both! {
    fn whoever_was_slower_replaces_nothing_unseen(app: TestApp) {
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let page = new_action(&mut analyst, &[("due", "2027-02")]);

        let first = analyst.submit(&page.form("what").set("owner", "ward manager"));
        let second = analyst.submit(&page.form("what").set("what", "Different labels are bought"));

        assert_eq!((first.status, second.status), (200, 409));
        assert!(second.text().contains("Different labels are bought") && second.visible().contains("ward manager"));
        let third = analyst.submit(&second.form("what"));
        assert!(third.status == 200 && third.visible().contains("Different labels are bought"), "{}", third.visible());
    }
}

on_both! {
    fn a_check_is_declared_beforehand_once_and_judged_when_its_window_is_over(app: TestApp) {
        history(&app, &[]);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let declare = [("due", "2026-11"), ("declare", "yes"), ("outcome", "category:fall"), ("window", "3"), ("worth", "70")];

        let late = new_action(&mut analyst, &[&declare[..], &[("start", "2026-09")]].concat());
        assert!(late.status == 422 && late.visible().contains("older than this month"), "{}", late.visible());
        let page = analyst.submit(&late.form("what").set("start", "2026-12").set("progress", "done").set("done", "2026-11"));
        assert!(page.visible().contains("Too few events to tell before April 2027"), "{}", page.visible());
        assert!(page.visible().contains("280 reports in 24 months before") && page.text().contains("<svg"), "{}", page.visible());

        // What was declared stays, whatever a form says.
        let other = [("declare", "yes"), ("outcome", "all"), ("start", "2026-12"), ("wash_in", "0"), ("window", "1"), ("worth", "10")];
        let again = analyst.submit(&other.into_iter().fold(page.form("what"), |form, (name, value)| form.set(name, value)));
        assert!(again.visible().contains("January 2027 to March 2027") && again.status == 200, "{}: {}", again.status, again.visible());

        for (month, falls) in [("2026-11", 12), ("2026-12", 12), ("2027-01", 3), ("2027-02", 2), ("2027-03", 3)] {
            let month = Period::parse(month).expect("a month").number();
            let cell = |area: &str, category: &str, n: u32| {
                format!("INSERT INTO rollups (period, area, category, severity, reports) VALUES ({month}, '{area}', '{category}', 'none', {n});")
            };
            execute(&app.url, &(cell("emergency", "fall", falls) + &cell("theatres", "medication", 45)));
        }
        app.clock.advance(150 * 86_400);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let list = analyst.get("/desk/actions");
        let after = analyst.get(&list.links().into_iter().find(|l| l.starts_with("/desk/actions/")).expect("an action"));
        assert!(after.visible().contains("Fewer than expected."), "{}", after.visible());
    }
}

on_both! {
    fn a_lesson_is_published_by_another_person_than_wrote_it(app: TestApp) {
        let mut publisher = app.signed_in(Role::Publisher, 0);
        let own = write(&mut publisher);
        assert_eq!(own.status, 200, "{}", own.visible());
        assert!(!own.text().contains("/publish"), "{}", own.visible());
        let refused = publish_anyway(&mut publisher, &own);
        assert!(refused.status == 409 && refused.visible().contains("Another person has to publish it"), "{}", refused.visible());

        let mut analyst = app.signed_in(Role::Analyst, 0);
        let page = lesson(&mut analyst);
        let changed = analyst.submit(&page.form("happened").set("title", "Two bags, one colour"));
        assert_eq!(changed.status, 200, "{}", changed.visible());
        assert!(app.visitor().get("/lessons").visible().contains("No lesson is published yet"));

        let page = lesson(&mut publisher);
        let published = publisher.submit(&page.form("/publish"));
        assert!(published.status == 200 && published.visible().contains("Published in November 2026"), "{}", published.visible());
        let read = app.visitor().get("/lessons");
        assert!(read.visible().contains("Two bags, one colour") && read.visible().contains("second pair of eyes"), "{}", read.visible());

        let page = lesson(&mut publisher);
        let back = publisher.submit(&page.form("/back"));
        assert!(back.visible().contains("Taken back"), "{}", back.visible());
        assert!(!app.visitor().get("/lessons").visible().contains("Two bags"));
    }
}

on_both! {
    fn the_database_itself_refuses_that_one_person_writes_and_publishes(app: TestApp) {
        write(&mut app.signed_in(Role::Analyst, 0));

        assert!(try_execute(&app.url, "UPDATE learning SET state = 'published', approved_by = written_by").is_err());
        assert!(try_execute(&app.url, "UPDATE learning SET state = 'published'").is_err());
    }
}
