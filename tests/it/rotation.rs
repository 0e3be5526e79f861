//! Keys change while people work, and while the program that changes them is killed: everything stays readable, and what is out
//! of force opens nothing.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use candor::domain::access::{Actor, ManageDictionary, ManageReaders};
use candor::domain::clock::DAY;
use candor::domain::contact::Language;
use candor::domain::edition::Level;
use candor::domain::person::Role;
use candor::flows::{audit, dictionary, digest, people, rotation, setup};
use candor::store::{Address, Durability, Store};
use candor::vault::{SymKey, random_bytes};

use crate::journey::screen;
use crate::on_both;
use crate::support::app::TestApp;
use crate::support::reporters::send;
use crate::support::service::Service;
use crate::support::sql;

const READERS: usize = 30;
/// Kills of the command that makes a new data key, at random points; the task that seals anew stops half way every other time.
const DATA_KILLS: usize = 10;
/// Kills of the command that changes the root key: with the others, 25 for each database.
const ROOT_KILLS: u8 = 10;
/// Kills of a running service that seals anew.
const SERVICE_KILLS: usize = 5;
const STORY: &str = "The morphine pump had the wrong label and was stopped in time.";

fn key_file(path: &Path, bytes: [u8; 32]) {
    std::fs::write(path, bytes.iter().map(|b| format!("{b:02x}")).collect::<String>()).expect("a key file");
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).expect("a private file");
}

/// Settings for the real program beside the test's own service.
fn config(app: &TestApp) -> PathBuf {
    let root = app.folder.path().join("root.key");
    key_file(&root, [7; 32]);
    let file = app.folder.path().join("candor.toml");
    let text = format!(
        "[storage]\nurl = \"{}\"\n[keys]\nroot_key_file = \"{}\"\naudit_anchors_file = \"{}\"\n[mail]\nfolder = \"{}\"\n",
        app.url,
        root.display(),
        app.folder.path().join("anchors").display(),
        app.folder.path().join("mail").display()
    );
    std::fs::write(&file, text).expect("settings");
    let again = root;
    setup::reopen_with(&app.ctx, move || {
        let text = std::fs::read_to_string(&again).ok()?;
        SymKey::from_hex(text.trim())
    });
    file
}

fn candor(config: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
    command.arg("--config").arg(config).args(args).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// One of everything that rests under the data key.
fn fill(app: &TestApp) {
    send(app, STORY, false);
    app.next_day();
    screen(app);
    let mut analyst = app.signed_in(Role::Analyst, 0);
    let link = analyst.get("/desk/reports").link("/desk/reports/");
    let case = analyst.get(&link);
    let saved = analyst.submit(&case.form("name=\"synopsis\"").set("synopsis", "A label that misled two people."));
    assert!(saved.status < 400, "{}", saved.visible());
    let permit = Actor::Console.permit::<ManageReaders>().expect("console");
    for number in 0..READERS {
        digest::add_reader(&app.ctx, &permit, &format!("reader{number}@example.org"), Language::English, Level::AllStaff).expect("added");
    }
    let permit = Actor::Console.permit::<ManageDictionary>().expect("console");
    dictionary::import(&app.ctx, &permit, "term,kind\nWillow Ward,location\n", false).expect("imported");
}

/// Reads all of it through the running service.
fn everything_reads(app: &TestApp, when: &str) {
    let mut analyst = app.signed_in(Role::Analyst, 0);
    let link = analyst.get("/desk/reports").link("/desk/reports/");
    let case = analyst.get(&link);
    assert!(case.visible().contains("wrong label") && case.text().contains("misled two people"), "{when}: {}", case.visible());
    let permit = Actor::Console.permit::<ManageReaders>().expect("console");
    let readers = digest::readers(&app.ctx, &permit).unwrap_or_else(|e| panic!("{when}: {e}"));
    assert!(readers.len() >= READERS && readers.iter().any(|r| r.address == "reader7@example.org"), "{when}");
    let permit = Actor::Console.permit::<ManageDictionary>().expect("console");
    assert_eq!(dictionary::status(&app.ctx, &permit).unwrap_or_else(|e| panic!("{when}: {e}")).total, 1);
}

/// Starts the program and kills it after a random while, before or after its work; `true` when it had ended by itself.
fn killed_somewhere(mut command: Command) -> bool {
    let mut child = command.spawn().expect("the program starts");
    let random = u64::from(u16::from_be_bytes(random_bytes())) % 400;
    let (tell, told) = std::sync::mpsc::channel::<()>();
    let _ = told.recv_timeout(std::time::Duration::from_millis(random));
    drop(tell);
    let ended = child.try_wait().expect("a child").is_some();
    let _ = child.kill();
    child.wait().expect("gone");
    ended
}

fn epochs(app: &TestApp) -> Vec<i64> {
    sql::numbers(&app.url, "SELECT epoch AS n FROM keystore.keys WHERE purpose = 'data' ORDER BY epoch")
}

on_both! {
    fn cr_13_the_data_key_rotates_under_load_and_under_kills(app: TestApp) {
        fill(&app);
        let config = config(&app);
        everything_reads(&app, "before");
        let stop = std::sync::atomic::AtomicBool::new(false);
        let filed = std::thread::scope(|scope| {
            let load = scope.spawn(|| {
                let (mut filed, permit) = (0, Actor::Console.permit::<ManageReaders>().expect("console"));
                while !stop.load(std::sync::atomic::Ordering::SeqCst) {
                    send(&app, &format!("Report {filed} under load."), false);
                    // A service that is just taking a new key up, or a database that somebody else writes to, may say "again".
                    let _ = digest::add_reader(&app.ctx, &permit, &format!("late{filed}@example.org"), Language::English, Level::AllStaff);
                    filed += 1;
                }
                filed
            });
            for round in 0..DATA_KILLS {
                let _ = killed_somewhere(candor(&config, &["keys", "rotate", "data"]));
                setup::take_up_data_keys(&app.ctx).expect("taken up");
                // The task stops half way every other time, as a killed service would.
                if round % 2 == 0 {
                    let _ = rotation::advance(&app.ctx);
                }
                everything_reads(&app, &format!("round {round}"));
            }
            assert!(candor(&config, &["keys", "rotate", "data"]).status().expect("it ends").success());
            stop.store(true, std::sync::atomic::Ordering::SeqCst);
            load.join().expect("the load")
        });
        assert!(filed > 0);

        setup::take_up_data_keys(&app.ctx).expect("taken up");
        rotation::advance(&app.ctx).expect("sealed anew");
        everything_reads(&app, "after");
        let newest = *epochs(&app).last().expect("a key");
        assert!(newest > 1 && epochs(&app).len() > 1);
        let id = sql::bytes(&app.url, &format!("SELECT id AS b FROM keystore.keys WHERE purpose = 'data' AND epoch = {newest}")).remove(0);
        for (table, column) in [("reports", "released_text"), ("reports", "synopsis"), ("staff", "totp"), ("readers", "address"), ("dictionary", "sealed")] {
            let sealed = sql::bytes(&app.url, &format!("SELECT {column} AS b FROM {table} WHERE {column} IS NOT NULL"));
            assert!(!sealed.is_empty() && sealed.iter().all(|s| s[4..20] == id[..]), "{table}.{column} is under an older key");
        }

        app.clock.advance(36 * DAY);
        for _ in 0..3 {
            rotation::advance(&app.ctx).expect("looked again");
        }
        assert_eq!(epochs(&app), [newest], "the older ones are forgotten when no backup needs them");
        everything_reads(&app, "with the newest alone");
        let waiting = sql::number(&app.url, "SELECT COUNT(*) AS n FROM intake") + sql::number(&app.url, "SELECT COUNT(*) AS n FROM reports");
        assert_eq!(waiting, filed + 1, "every report is there");
    }
}

on_both! {
    fn cr_13_the_root_key_rotates_under_kills_and_the_old_one_opens_nothing(app: TestApp) {
        fill(&app);
        let config = config(&app);
        let root = app.folder.path().join("root.key");
        let opens = |bytes: [u8; 32]| {
            let address = Address::parse(&app.url, Durability::Full).expect("address");
            let store = Store::open(address, std::sync::Arc::clone(&app.clock) as _).expect("store");
            setup::unseal(&store, &SymKey::from_bytes(bytes)).is_ok()
        };
        let mut current = [7_u8; 32];
        for round in 1..=ROOT_KILLS {
            let next = app.folder.path().join(format!("next{round}.key"));
            let fresh = [round; 32];
            key_file(&next, fresh);
            let arguments = ["keys", "rotate", "root", "--new", &next.display().to_string()];
            let _ = killed_somewhere(candor(&config, &arguments));
            assert!(opens(current) != opens(fresh), "round {round}: exactly one of the two opens the keys");
            assert!(candor(&config, &arguments).status().expect("it ends").success() || opens(fresh), "round {round}: the second try ends it");

            assert!(opens(fresh) && !opens(current), "round {round}");
            std::fs::copy(&next, &root).expect("put in place");
            current = fresh;
            everything_reads(&app, &format!("round {round}"));
        }
        assert!(matches!(audit::verify(&app.ctx), Ok(candor::domain::audit::Verdict::Whole(_))));
        assert!(!opens([7; 32]));
    }
}

/// Values that still name an older data key.
fn under_older_keys(app: &TestApp) -> usize {
    let newest = *epochs(app).last().expect("a key");
    let id = sql::bytes(&app.url, &format!("SELECT id AS b FROM keystore.keys WHERE purpose = 'data' AND epoch = {newest}")).remove(0);
    [("reports", "released_text"), ("staff", "totp"), ("readers", "address")]
        .into_iter()
        .flat_map(|(table, column)| sql::bytes(&app.url, &format!("SELECT {column} AS b FROM {table} WHERE {column} IS NOT NULL")))
        .filter(|s| s[4..20] != id[..])
        .count()
}

on_both! {
    /// The real service finds a new data key, seals everything anew, and is killed on the way each time.
    fn cr_13_the_service_is_killed_while_it_seals_anew(app: TestApp) {
        fill(&app);
        let config = config(&app);
        let mut half_way = 0;
        for round in 0..SERVICE_KILLS {
            assert!(candor(&config, &["keys", "rotate", "data"]).status().expect("it ends").success());
            setup::take_up_data_keys(&app.ctx).expect("taken up");
            let before = under_older_keys(&app);
            assert!(before >= READERS, "all of them wait");
            let service = Service::start(&config);
            // Killed when some rows have moved, wherever it is then: in the midst of the next batch mostly.
            let (tell, told) = std::sync::mpsc::channel::<()>();
            while under_older_keys(&app) == before {
                let _ = told.recv_timeout(std::time::Duration::from_millis(2));
            }
            drop(tell);
            service.kill();
            // Whoever takes over would wait a minute for the dead service's lease; the test does not.
            sql::execute(&app.url, "DELETE FROM leases WHERE name = 'reseal'");
            half_way += usize::from(under_older_keys(&app) > 0);
            everything_reads(&app, &format!("after kill {round}"));
        }
        println!("{half_way} of {SERVICE_KILLS} kills came before the end");

        rotation::advance(&app.ctx).expect("sealed anew");
        assert_eq!(under_older_keys(&app), 0);
        everything_reads(&app, "after");
    }
}

on_both! {
    fn a_node_without_the_new_root_key_is_sealed_instead_of_using_an_old_data_key(app: TestApp) {
        fill(&app);
        let config = config(&app);
        assert!(candor(&config, &["keys", "rotate", "data"]).status().expect("it ends").success());
        key_file(&app.folder.path().join("root.key"), [66; 32]);

        assert!(setup::take_up_data_keys(&app.ctx).is_err());

        assert!(app.ctx.is_sealed());
        send(&app, STORY, false);
        setup::unseal_running(&app.ctx, &"07".repeat(32)).expect("opened by hand");
        everything_reads(&app, "after the root key was typed");
    }
}

on_both! {
    fn screening_starts_anew_only_where_nobody_holds_the_key(app: TestApp) {
        let config = config(&app);
        let email = app.member(Role::Screener, 0).email.clone();
        let anew = ["keys", "recover", "--start-anew", &email];
        assert!(!candor(&config, &anew).status().expect("it ends").success(), "somebody holds it");
        assert!(candor(&config, &["keys", "rotate", "screening"]).status().expect("it ends").success());

        sql::execute(&app.url, "DELETE FROM keystore.key_wraps");
        assert_eq!(people::screening_holders(&app.ctx).expect("counted"), 0);
        assert!(!candor(&config, &["keys", "rotate", "screening"]).status().expect("it ends").success());
        assert!(candor(&config, &anew).status().expect("it ends").success());

        app.clock.advance(31);
        send(&app, STORY, false);
        app.next_day();
        let mut screener = app.signed_in(Role::Screener, 0);
        let link = screener.get("/desk/screening").link("/desk/screening/");
        let raw = screener.get(&link);
        assert!(raw.visible().contains("morphine"), "{}", raw.visible());
    }
}
