//! Letters on their way: mail servers that misbehave for minutes or days, readers who are asked first, letters that come back.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use candor::domain::access::{Actor, ApproveDigest, ManagePeople, ManageReaders, PrepareDigest, ReadAudit, ReadDigest};
use candor::domain::clock::{Clock as _, FixedClock, SystemClock};
use candor::domain::contact::Language;
use candor::domain::outbox::BOUNCES_MAX;
use candor::domain::period::Period;
use candor::domain::person::{Role, Roles};
use candor::flows::digest::{self as flow, OutboxTally, ReaderState};
use candor::flows::{Ctx, people};
use candor::i18n::Catalog;
use candor::jobs::{deliver, postman};
use candor::mail::{SmtpSettings, Tls, Transport};

use crate::digest::{add_reader, confirm_link, history, history_at, letters_in, question, say_yes, sql_at};
use crate::on_both;
use crate::support::app::{self, TestApp};
use crate::support::program::candor;
use crate::support::service::Service;
use crate::support::smtp::{Behaviour, Received, SmtpServer};

const READERS: [&str; 3] = ["ann@example.org", "bo@example.org", "cem@example.org"];

fn to(server: &SmtpServer) -> Transport {
    let settings = SmtpSettings {
        host: "127.0.0.1".into(),
        port: server.port,
        tls: Tls::StartTls,
        user: None,
        password: None,
        timeout_seconds: 1,
        extra_root_pem: Some(server.root_pem.clone()),
    };
    Transport::smtp(settings).expect("settings")
}

fn month(text: &str) -> Period {
    Period::parse(text).expect("a month")
}

/// Freezes and approves the issue of a month, and queues its letters.
fn issue(ctx: &Ctx, period: Period) {
    let permit = Actor::Console.permit::<ManagePeople>().expect("console");
    let publisher = people::list(ctx, &permit).expect("people").into_iter().find(|p| p.roles.has(Role::Publisher)).expect("a publisher");
    let roles = Roles::new(&[Role::Publisher]).expect("roles");
    let approve = Actor::Person(publisher.id, roles).permit::<ApproveDigest>().expect("a publisher");
    let prepare = Actor::Console.permit::<PrepareDigest>().expect("console");
    let id = crate::support::issues::prepare(ctx, &prepare, period).expect("frozen");
    flow::approve(ctx, &approve, id).expect("approved");
}

/// October's digest waits for `readers`, who have all said yes.
fn waiting_for(app: &TestApp, readers: &[&str]) {
    history(app, "2026-10");
    readers.iter().for_each(|address| add_reader(app, address));
    issue(&app.ctx, month("2026-10"));
}

fn tally(app: &TestApp) -> OutboxTally {
    let permit = Actor::Console.permit::<ReadDigest>().expect("console");
    flow::list(&app.ctx, &permit).expect("issues").first().expect("an issue").letters
}

fn round(app: &TestApp, transport: &Transport) -> usize {
    deliver(&app.ctx, transport).expect("a round")
}

fn header(letter: &str, name: &str) -> String {
    let unfolded = letter.replace("\r\n ", " ").replace("\r\n\t", " ");
    let found: Vec<&str> =
        unfolded.split("\r\n\r\n").next().expect("a head").lines().filter(|l| l.starts_with(&format!("{name}: "))).collect();
    assert_eq!(found.len(), 1, "{name}: {found:?}");
    found.first().expect("one").split_once(": ").expect("a value").1.to_owned()
}

fn ids(received: &[Received]) -> BTreeSet<String> {
    received.iter().map(|r| header(&r.data, "Message-ID")).collect()
}

fn home(app: &TestApp, role: Role) -> String {
    app.signed_in(role, 0).get("/desk").visible()
}

on_both! {
    fn du_09_a_deferred_letter_is_tried_again_and_arrives_once_accepted(app: TestApp) {
        for behaviour in [Behaviour::DeferAfterData, Behaviour::CloseAfterData, Behaviour::CloseInData] {
            if behaviour == Behaviour::DeferAfterData {
                waiting_for(&app, &["ann@example.org"]);
            } else {
                sql_at(&app.url, "UPDATE outbox SET state = 'waiting', attempts = 0 WHERE digest IS NOT NULL");
            }
            let server = SmtpServer::start_changing(&[behaviour, Behaviour::Accept]);

            assert_eq!(round(&app, &to(&server)), 0, "{behaviour:?}");
            assert_eq!(round(&app, &to(&server)), 0, "{behaviour:?}: not at once");
            assert_eq!((tally(&app).waiting, tally(&app).blocked), (1, 0), "{behaviour:?}");
            app.clock.advance(61);
            assert_eq!(round(&app, &to(&server)), 1, "{behaviour:?}");

            let received = server.received();
            assert_eq!(received.len(), if behaviour == Behaviour::CloseInData { 1 } else { 2 }, "{behaviour:?}");
            assert_eq!(ids(&received).len(), 1, "{behaviour:?}: the same Message-ID");
        }
        assert!(home(&app, Role::Publisher).contains("The newest digest has reached all its readers' mail servers."));
    }
}

on_both! {
    fn du_09_a_refused_letter_ends_visibly_with_its_reason(app: TestApp) {
        waiting_for(&app, &["ann@example.org"]);
        let server = SmtpServer::start(Behaviour::RefuseRecipient);

        assert_eq!(round(&app, &to(&server)), 0);
        app.clock.advance(86_400);
        assert_eq!(round(&app, &to(&server)), 0);

        assert_eq!(server.commands().iter().filter(|(_, line)| line.starts_with("RCPT")).count(), 1, "tried once");
        assert_eq!(tally(&app), OutboxTally { dead: 1, ..OutboxTally::default() });
        let home = home(&app, Role::Publisher);
        assert!(home.contains("Red") && home.contains("No letter of the newest digest has arrived."), "{home}");
    }
}

on_both! {
    fn du_09_without_tls_or_with_another_name_nothing_is_said_and_somebody_is_told(app: TestApp) {
        waiting_for(&app, &READERS);
        for server in [SmtpServer::start(Behaviour::NoStartTls), SmtpServer::start_as_another()] {
            for _ in 0..48 {
                assert_eq!(round(&app, &to(&server)), 0);
                app.clock.advance(3600);
            }

            assert!(server.received().is_empty());
            let said = server.commands();
            assert!(said.iter().all(|(_, line)| ["EHLO", "STARTTLS", "QUIT"].iter().any(|may| line.starts_with(may))), "{said:?}");
            assert_eq!(said.iter().filter(|(_, line)| line.starts_with("EHLO")).count(), 48, "one connection a round, whatever waits");
            assert_eq!(tally(&app), OutboxTally { waiting: 3, blocked: 3, ..OutboxTally::default() }, "nothing dies of a setting");
            for role in [Role::Publisher, Role::Operator] {
                let home = home(&app, role);
                assert!(home.contains("Red") && home.contains("No letter goes out until"), "{home}");
            }
        }
        let mended = SmtpServer::start(Behaviour::Accept);

        assert_eq!(round(&app, &to(&mended)), 3);
        assert_eq!(tally(&app).blocked, 0);
    }
}

on_both! {
    fn du_09_a_tar_pit_costs_one_connection_a_round(app: TestApp) {
        waiting_for(&app, &READERS);
        let server = SmtpServer::start(Behaviour::Silent);

        assert_eq!(round(&app, &to(&server)), 0);

        assert_eq!(tally(&app), OutboxTally { waiting: 3, ..OutboxTally::default() });
        assert!(flow::next_due(&app.ctx).expect("due").is_none(), "the others wait too");
    }
}

on_both! {
    fn du_08_after_three_days_without_a_server_everybody_gets_one_letter(app: TestApp) {
        waiting_for(&app, &READERS);
        let gone = to(&SmtpServer::start(Behaviour::Accept));
        let busy = SmtpServer::start(Behaviour::BusyAtGreeting);
        let to_busy = to(&busy);
        for half_hour in 0..144 {
            // First the port is shut, then something answers that it is busy.
            assert_eq!(round(&app, if half_hour < 48 { &gone } else { &to_busy }), 0);
            app.clock.advance(1800);
        }
        let words = app.file("The lift stood still between two floors.");
        assert_eq!(words.split(' ').count(), 9, "reports come in meanwhile");
        assert_eq!((tally(&app).waiting, tally(&app).dead), (3, 0));
        let server = SmtpServer::start(Behaviour::Accept);

        for _ in 0..12 {
            round(&app, &to(&server));
            app.clock.advance(3600);
        }

        let received = server.received();
        let recipients: BTreeSet<String> = received.iter().flat_map(|r| r.to.clone()).collect();
        assert_eq!((received.len(), recipients.len(), ids(&received).len()), (3, 3, 3));
        assert_eq!(tally(&app), OutboxTally { sent: 3, ..OutboxTally::default() });
    }
}

/// Settings like those of the installation, with mail to `server`.
fn config_to(folder: &Path, server: &SmtpServer) -> PathBuf {
    let certificate = folder.join(format!("mail-{}.pem", server.port));
    std::fs::write(&certificate, &server.root_pem).expect("a certificate");
    let text = std::fs::read_to_string(folder.join("candor.toml")).expect("settings");
    let text = text.replace("[mail]\n", "[mail]\ndeliver = \"smtp\"\n");
    let config = folder.join(format!("candor-{}.toml", server.port));
    let smtp =
        format!("[mail.smtp]\nhost = \"127.0.0.1\"\nport = {}\nroot_certificate_file = \"{}\"\n", server.port, certificate.display());
    std::fs::write(&config, format!("{text}{smtp}")).expect("settings");
    config
}

fn until(server: &SmtpServer, letters: usize) {
    while server.received().len() < letters {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

on_both! {
    fn du_08_kill_between_acceptance_and_commit_repeats_at_most_one_letter_under_its_id(url: &str, folder: &Path) {
        let clock = Arc::new(FixedClock::at(SystemClock.now()));
        app::installation(url, &clock, folder);
        {
            let ctx = app::context(url, "http://127.0.0.1:8080", &clock, folder);
            let last = clock.now().plus(-8 * 86_400).period().previous();
            history_at(url, last);
            let permit = Actor::Console.permit::<ManageReaders>().expect("console");
            READERS.iter().for_each(|address| flow::add_reader(&ctx, &permit, address, Language::English, candor::domain::edition::Level::AllStaff).expect("added"));
            sql_at(url, "DELETE FROM outbox; UPDATE readers SET active = TRUE, asked = FALSE;");
            issue(&ctx, last);
        }
        let first = SmtpServer::start(Behaviour::TakeAndWait);
        let service = Service::start(&config_to(folder, &first));
        until(&first, 1);
        service.kill();
        // The claim of the killed process runs out; the test does not wait for it.
        sql_at(url, "UPDATE outbox SET lease_until = 0");
        let second = SmtpServer::start(Behaviour::Accept);
        let service = Service::start(&config_to(folder, &second));
        until(&second, 3);
        // One more round, in which nothing may be sent again.
        std::thread::sleep(std::time::Duration::from_secs(3));
        service.kill();

        let (before, after) = (first.received(), second.received());
        assert_eq!((before.len(), after.len()), (1, 3));
        assert_eq!(ids(&after).len(), 3, "one letter each");
        assert!(ids(&before).is_subset(&ids(&after)), "the repeated one carries the id it had");
        let recipients: BTreeSet<String> = after.iter().flat_map(|r| r.to.clone()).collect();
        assert_eq!(recipients, READERS.iter().map(|r| (*r).to_owned()).collect());
    }
}

on_both! {
    fn dc_15_a_letter_tells_nothing_from_outside_and_follows_nobody(app: TestApp) {
        waiting_for(&app, &READERS);
        let server = SmtpServer::start(Behaviour::Accept);
        assert_eq!(round(&app, &to(&server)), 3);

        let received = server.received();
        let preheader = Catalog::load().expect("words").words(Language::English).get("letter-preview");
        let subjects: BTreeSet<String> = received.iter().map(|r| header(&r.data, "Subject")).collect();
        assert_eq!(subjects.len(), 1);
        let subject = subjects.first().expect("one");
        assert!(subject.ends_with("safety digest, October 2026") && !preheader.chars().any(|c| c.is_ascii_digit()), "{subject} / {preheader}");
        let permit = Actor::Console.permit::<ReadDigest>().expect("console");
        let artefact = crate::support::issues::preview(&app.ctx, &permit, month("2026-10")).expect("a page");
        assert!(artefact.html.contains(&preheader));
        assert_eq!(artefact.html.matches("<img").count(), 1);
        assert!(artefact.html.contains("src=\"cid:chart\"") && !artefact.html.contains("src=\"http"));
        let mut bodies = BTreeSet::new();
        for letter in &received {
            assert_eq!(letter.to.len(), 1);
            assert_eq!(header(&letter.data, "To"), letter.to.first().expect("one").as_str());
            assert!(!letter.data.contains("\r\nCc:") && !letter.data.contains("\r\nBcc:"));
            let token = header(&letter.data, "List-Unsubscribe").split_once("?t=").expect("a token").1.trim_end_matches('>').to_owned();
            let (_, body) = letter.data.split_once("\r\n\r\n").expect("a body");
            assert!(!body.replace("=\r\n", "").contains(token.get(..40).expect("long")) && !body.contains("?t="), "the token stays in the header");
            bodies.insert(body.trim_end().to_owned());
        }
        assert_eq!(bodies.len(), 1, "the same page for everybody");
    }
}

/// October holds five reports.
fn five_reports(url: &str) {
    let october = month("2026-10").number();
    sql_at(url, &format!("INSERT INTO rollups (period, area, category, severity, reports) VALUES ({october}, 'emergency', 'fall', '', 5)"));
}

/// What passes on the line in a world with five reports or none: subject, size, and minutes after the approval.
fn world(five: bool) -> Vec<(String, usize, i64)> {
    let app = TestApp::sqlite();
    history_at(&app.url, month("2026-09"));
    if five {
        five_reports(&app.url);
    }
    READERS.iter().for_each(|address| add_reader(&app, address));
    issue(&app.ctx, month("2026-10"));
    let server = SmtpServer::start(Behaviour::Accept);
    let (approved, mut sent) = (app.clock.now(), Vec::new());
    for _ in 0..5 {
        let before = server.received().len();
        round(&app, &to(&server));
        let minute = (app.clock.now().0 - approved.0) / 60;
        sent.extend(server.received().iter().skip(before).map(|r| (header(&r.data, "Subject"), r.data.len(), minute)));
        app.clock.advance(60);
    }
    sent
}

#[test]
fn an_11_a_month_with_five_reports_looks_like_a_month_without_any() {
    let (none, five) = (world(false), world(true));

    assert_eq!(none.len(), READERS.len());
    assert_eq!(none, five);
}

on_both! {
    fn an_11_the_page_itself_does_not_tell_five_reports_from_none(app: TestApp) {
        history_at(&app.url, month("2026-09"));
        let permit = Actor::Console.permit::<ReadDigest>().expect("console");
        let page = || crate::support::issues::preview(&app.ctx, &permit, month("2026-10")).expect("a page");

        let none = page();
        five_reports(&app.url);

        assert!(page() == none);
    }
}

on_both! {
    fn a_reader_gets_nothing_before_saying_yes(app: TestApp) {
        history(&app, "2026-10");
        let mut publisher = app.signed_in(Role::Publisher, 0);
        let form = publisher.get("/desk/readers").form("name=\"email\"").set("email", "ann@example.org");
        let added = publisher.submit(&form);
        assert!(added.visible().contains("Asked, no answer yet"), "{}", added.visible());
        let letter = question(&app, "ann@example.org");
        assert!(!letter.contains("multipart") && header(&letter, "Subject").ends_with("do you want the safety digest?"));
        issue(&app.ctx, month("2026-10"));
        let server = SmtpServer::start(Behaviour::Accept);
        assert_eq!(round(&app, &to(&server)), 0, "no digest for somebody who was only asked");

        // Looking is not saying yes; a wrong link is no link.
        let link = confirm_link(&letter);
        assert_eq!(app.visitor().get(&link).status, 200);
        let permit = Actor::Console.permit::<ManageReaders>().expect("console");
        let state = || flow::readers(&app.ctx, &permit).expect("readers").first().expect("a reader").state;
        assert_eq!(state(), ReaderState::Asked);
        let wrong = app.visitor().get(&format!("{link}0")).form("name=\"t\"");
        assert_eq!(app.visitor().submit(&wrong).status, 404);
        assert_eq!(state(), ReaderState::Asked);
        say_yes(&app, &letter);
        say_yes(&app, &letter);
        assert_eq!(state(), ReaderState::Active);

        issue(&app.ctx, month("2026-09"));
        assert_eq!(round(&app, &to(&server)), 1, "the next digest comes");
    }
}

on_both! {
    fn who_left_is_asked_again_and_an_old_link_does_not_bring_them_back(app: TestApp) {
        add_reader(&app, "ann@example.org");
        let permit = Actor::Console.permit::<ManageReaders>().expect("console");
        let reader = || flow::readers(&app.ctx, &permit).expect("readers").into_iter().next().expect("a reader");
        flow::unsubscribe_address(&app.ctx, "Ann@Example.org").expect("left");
        assert_eq!(reader().state, ReaderState::Left);

        flow::add_reader(&app.ctx, &permit, "ann@example.org", Language::German, candor::domain::edition::Level::AllStaff).expect("added again");
        let letter = question(&app, "ann@example.org");
        assert_eq!((reader().state, reader().language), (ReaderState::Asked, Language::German));
        flow::remove_reader(&app.ctx, &permit, reader().id).expect("removed");
        let form = app.visitor().get(&confirm_link(&letter)).form("name=\"t\"");
        assert_eq!(app.visitor().submit(&form).status, 404);
        assert_eq!(reader().state, ReaderState::Left);
    }
}

/// A notification as a mail server writes it.
fn notification(message_id: &str, address: &str, status: &str) -> String {
    let quoted = if message_id.is_empty() {
        String::new()
    } else {
        format!("--x\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {message_id}\r\n\r\n")
    };
    format!(
        "From: <MAILER-DAEMON@mx.example.net>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n\r\nSorry.\r\n\r\n\
        --x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\nFinal-Recipient: rfc822; {address}\r\n\
        Action: failed\r\nStatus: {status}\r\n\r\n{quoted}--x--\r\n"
    )
}

/// Hands a notification to the real program, as a mail server would, and returns what it said.
fn bounce(app: &TestApp, notification: &str) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let (key, config) = (app.folder.path().join("root.key"), app.folder.path().join("bounce.toml"));
    std::fs::write(&key, "07".repeat(32)).expect("a key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).expect("private");
    let text = format!("[storage]\nurl = \"{}\"\n[keys]\nroot_key_file = \"{}\"\n", app.url, key.display());
    std::fs::write(&config, text).expect("settings");
    let output = candor(&["digest", "bounce", "--config", config.to_str().expect("a path")], notification);
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}");
    assert!(READERS.iter().all(|address| !said.contains(address)), "{said}");
    said
}

fn states(app: &TestApp) -> Vec<ReaderState> {
    let permit = Actor::Console.permit::<ManageReaders>().expect("console");
    flow::readers(&app.ctx, &permit).expect("readers").into_iter().map(|r| r.state).collect()
}

on_both! {
    fn a_letter_that_comes_back_for_good_ends_letters_to_that_reader_alone(app: TestApp) {
        waiting_for(&app, &READERS);
        let server = SmtpServer::start(Behaviour::Accept);
        round(&app, &to(&server));
        let of = |address: &str| {
            let letter = server.received().into_iter().find(|r| r.to == [address.to_owned()]).expect("a letter");
            header(&letter.data, "Message-ID")
        };

        // Ann by the letter's id, whatever address the server names; Bo by the address alone.
        assert!(bounce(&app, &notification(&of("ann@example.org"), "elsewhere@example.org", "5.1.1")).contains("no more letters"));
        assert!(bounce(&app, &notification("", "Bo@example.org", "5.1.10")).contains("no more letters"));
        for nothing in [
            notification(&of("ann@example.org"), "ann@example.org", "5.1.1"),
            notification("<ffffffffffffffffffffffffffffffff@safety-digest.example.org>", "nobody@example.org", "5.1.1"),
            notification("", "nobody@example.org", "5.1.1"),
            "Subject: hello\r\n\r\nAction: failed\r\n".to_owned(),
        ] {
            assert!(bounce(&app, &nothing).contains("nothing to do"), "{nothing}");
        }

        assert_eq!(states(&app), [ReaderState::Bounced, ReaderState::Bounced, ReaderState::Active]);
        assert_eq!(tally(&app), OutboxTally { sent: 1, dead: 2, ..OutboxTally::default() });
        let permit = Actor::Console.permit::<ReadAudit>().expect("console");
        let log = candor::flows::audit::recent(&app.ctx, &permit, None).expect("log");
        let noted: Vec<_> = log.iter().filter(|e| e.verb == "digest.bounce").collect();
        assert_eq!(noted.len(), 2, "{noted:?}");
        assert!(noted.iter().all(|e| e.object.ends_with(":gone") && !e.object.contains('@')));
        let page = app.signed_in(Role::Publisher, 0).get("/desk/readers").visible();
        assert!(page.contains("Stopped: letters came back"), "{page}");
    }
}

on_both! {
    fn letters_that_come_back_for_now_end_after_three_in_a_row(app: TestApp) {
        history(&app, "2026-10");
        add_reader(&app, "ann@example.org");
        let server = SmtpServer::start(Behaviour::Accept);
        let mut said = Vec::new();
        for (at, period) in ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10"].into_iter().enumerate() {
            issue(&app.ctx, month(period));
            assert_eq!(round(&app, &to(&server)), 1, "{period}");
            let id = header(&server.received().last().expect("a letter").data, "Message-ID");
            // The second one arrives: the count starts again.
            if at != 1 {
                said.push(bounce(&app, &notification(&id, "ann@example.org", "5.2.2")).contains("no more letters"));
            }
        }

        assert_eq!(BOUNCES_MAX, 3);
        assert_eq!(said, [false, false, false, true]);
        assert_eq!(states(&app), [ReaderState::Bounced]);
    }
}

on_both! {
    fn a_trial_letter_shows_what_the_server_said(app: TestApp) {
        let server = SmtpServer::start_changing(&[Behaviour::Accept, Behaviour::RefuseRecipient, Behaviour::NoStartTls]);
        app.ctx.set_postman(postman(&app.ctx, Arc::new(to(&server))));
        let mut operator = app.signed_in(Role::Operator, 0);
        let mut send = |address: &str| {
            let form = operator.get("/desk/readers/test").form("name=\"email\"").set("email", address);
            operator.submit(&form)
        };

        let (wrong, taken, refused, plain) = (send("no address"), send("ann@example.org"), send("ann@example.org"), send("ann@example.org"));

        assert_eq!((wrong.status, taken.status, refused.status, plain.status), (422, 200, 200, 200));
        assert!(taken.visible().contains("The mail server has taken the letter"), "{}", taken.visible());
        assert!(refused.visible().contains("no such person") && refused.visible().contains("would be given up"), "{}", refused.visible());
        assert!(plain.visible().contains("Nothing is ever sent without encryption"), "{}", plain.visible());
        let received = server.received();
        let [only] = received.as_slice() else { panic!("one letter, not {}", received.len()) };
        assert!(only.encrypted && header(&only.data, "Subject").ends_with("trial letter"));
        assert!(!only.data.contains("List-Unsubscribe"));
        assert_eq!(app.signed_in(Role::Analyst, 0).get("/desk/readers/test").status, 404);
    }
}

on_both! {
    fn a_deployment_may_add_its_managers_without_asking(url: &str, folder: &Path) {
        let clock = Arc::new(FixedClock::at(SystemClock.now()));
        let config = app::installation(url, &clock, folder);
        let ctx = app::context_saying(url, "http://127.0.0.1:8080", &clock, folder, "[digest]\nconfirm_readers = false\n");
        let permit = Actor::Console.permit::<ManageReaders>().expect("console");

        flow::add_reader(&ctx, &permit, "ann@example.org", Language::English, candor::domain::edition::Level::AllStaff).expect("added");

        assert_eq!(flow::readers(&ctx, &permit).expect("readers").first().expect("a reader").state, ReaderState::Active);
        assert!(flow::next_due(&ctx).expect("due").is_none() && letters_in(&config.with_file_name("mail")).is_empty());
    }
}
