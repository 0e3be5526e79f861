//! Back up, go on, restore: what was destroyed since stays destroyed, sessions are over, and nothing is overwritten unasked.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use candor::domain::clock::{Clock as _, DAY, FixedClock, Moment, SystemClock};
use candor::domain::person::Role;
use candor::flows::retention::{Ran, daily};
use candor::vault::age::Identity;

use crate::journey::screen;
use crate::on_both;
use crate::support::app::{self, TestApp};
use crate::support::reporters::{add_custodians, send};
use crate::support::sql;

struct Installation {
    config: PathBuf,
    folder: PathBuf,
    recipient: String,
}

impl Installation {
    fn of(app: &TestApp) -> Self {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = app.folder.path().to_owned();
        let private = |name: &str, text: &str| {
            let path = folder.join(name);
            std::fs::write(&path, text).expect("a file");
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("a private file");
            path.display().to_string()
        };
        let root = private("root.key", &"07".repeat(32));
        let identity = Identity::generate();
        private("archive.key", identity.expose().as_str());
        let text = format!(
            "[storage]\nurl = \"{}\"\n[keys]\nroot_key_file = \"{root}\"\naudit_anchors_file = \"{}\"\n",
            app.url,
            folder.join("anchors").display()
        );
        std::fs::write(folder.join("candor.toml"), text).expect("settings");
        for name in ["data", "keys"] {
            std::fs::create_dir(folder.join(name)).expect("a folder");
        }
        Self { config: folder.join("candor.toml"), recipient: identity.recipient(), folder }
    }

    fn candor(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_candor")).arg("--config").arg(&self.config).args(args).output().expect("the program starts")
    }

    fn backup(&self, name: &str) {
        let (data, keys) = (self.path(&format!("data/{name}")), self.path(&format!("keys/{name}")));
        let out = self.candor(&["backup", "--data", &data, "--keys", &keys, "--to", &self.recipient]);
        assert!(out.status.success(), "{}", said(&out));
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    fn restore(&self, data: Option<&str>, keys: Option<&str>, force: bool) -> Output {
        let identity = self.path("archive.key");
        let (data, keys) = (data.map(|n| self.path(&format!("data/{n}"))), keys.map(|n| self.path(&format!("keys/{n}"))));
        let mut args = vec!["restore", "--identity", &identity];
        data.iter().for_each(|d| args.extend(["--data", d]));
        keys.iter().for_each(|k| args.extend(["--keys", k]));
        if force {
            args.push("--force");
        }
        self.candor(&args)
    }
}

fn said(out: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
}

fn count(url: &str, what: &str, of: &str) -> i64 {
    sql::number(url, &format!("SELECT COUNT(*) AS n FROM {of} WHERE {what}"))
}

/// Stops the service, keeps its folder.
fn stopped(app: TestApp) -> (String, tempfile::TempDir) {
    let url = app.url.clone();
    let folder = app.into_folder();
    (url, folder)
}

on_both! {
    fn du_11_rt_05_what_was_destroyed_stays_destroyed_after_a_restore(app: TestApp) {
        add_custodians(&app, 2);
        send(&app, "The drip stand fell over and nobody was hurt.", true);
        app.next_day();
        screen(&app);
        daily(&app.ctx).expect("a run");
        drop(app.signed_in(Role::Auditor, 0));
        let place = Installation::of(&app);
        place.backup("old");
        let raw_key = sql::bytes(&app.url, "SELECT raw_key AS b FROM keystore.report_keys");
        let shares = sql::bytes(&app.url, "SELECT shares AS b FROM keystore.report_keys");
        let archives = [std::fs::read(place.path("data/old")).expect("an archive"), std::fs::read(place.path("keys/old")).expect("an archive")];
        assert!(archives.iter().all(|a| a.starts_with(b"age-encryption.org/v1\n-> X25519 ")));
        assert!(memchr::memmem::find(&archives[1], &raw_key[0]).is_none(), "an archive is sealed");

        for _ in 0..5 {
            app.clock.advance(7 * DAY);
            assert!(matches!(daily(&app.ctx).expect("a run"), Ran::Done(_)));
        }
        assert_eq!(count(&app.url, "raw_due = 0 AND identity_due = 0", "reports"), 1);
        place.backup("new");
        let in_use = place.restore(Some("old"), None, true);
        assert!(!in_use.status.success() && said(&in_use).contains("in use"), "{}", said(&in_use));
        let (url, folder) = stopped(app);

        let refused = place.restore(Some("old"), Some("old"), false);
        assert!(!refused.status.success() && said(&refused).contains("--force"), "{}", said(&refused));

        // RT-05: an old data backup beside the key store of today.
        let done = place.restore(Some("old"), None, true);
        assert!(done.status.success(), "{}", said(&done));
        assert_eq!(count(&url, "raw_due > 0 AND identity_due > 0 AND length(raw) > 4000", "reports"), 1, "the old rows are back");
        let unreadable = |when: &str| {
            assert_ne!(sql::bytes(&url, "SELECT raw_key AS b FROM keystore.report_keys"), raw_key, "{when}");
            assert_ne!(sql::bytes(&url, "SELECT shares AS b FROM keystore.report_keys"), shares, "{when}");
            let files = sql::files(&url);
            for needle in [&raw_key[0][100..140], &shares[0][100..140]] {
                assert_eq!(sql::found_in(&files, needle), Vec::<String>::new(), "{when}");
            }
        };
        unreadable("old data, keys of today");
        assert_eq!(count(&url, "1 = 1", "sessions"), 0);

        // Both old: the list found on the spot destroys again.
        let done = place.restore(Some("old"), Some("old"), true);
        assert!(done.status.success() && said(&done).contains("2 key(s) destroyed again"), "{}", said(&done));
        unreadable("both old");
        assert_eq!((count(&url, "1 = 1", "sessions"), count(&url, "what = 'raw'", "keystore.purged")), (0, 1));
        assert_eq!(count(&url, "verb = 'backup.restore'", "audit"), 1);
        let verified = place.candor(&["audit", "verify"]);
        assert!(said(&verified).contains("whole"), "{}", said(&verified));
        let leftovers: Vec<String> = std::fs::read_dir(folder.path()).expect("a folder").map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        assert!(!leftovers.iter().any(|name| name.contains("copy") || name.contains("partial")), "{leftovers:?}");

        // A damaged archive changes nothing.
        let mut bad = archives[0].clone();
        let middle = bad.len() / 2;
        bad[middle] ^= 1;
        std::fs::write(place.path("data/bad"), bad).expect("written");
        let refused = place.restore(Some("bad"), Some("old"), true);
        assert!(!refused.status.success(), "{}", said(&refused));
        assert_eq!(count(&url, "verb = 'backup.restore'", "audit"), 1);
    }
}

on_both! {
    fn an_installation_comes_back_on_an_empty_machine(app: TestApp) {
        send(&app, "The drip stand fell over and nobody was hurt.", false);
        app.next_day();
        let place = Installation::of(&app);
        place.backup("one");
        let receipt = sql::bytes(&app.url, "SELECT receipt AS b FROM reports");
        let (url, _folder) = stopped(app);
        if let Some(path) = url.strip_prefix("sqlite://") {
            for file in [path.to_owned(), sql::key_file(path)] {
                std::fs::remove_file(file).expect("removed");
            }
        } else {
            sql::execute(&url, "DROP SCHEMA keystore CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }

        let done = place.restore(Some("one"), Some("one"), false);

        assert!(done.status.success(), "{}", said(&done));
        assert_eq!(sql::bytes(&url, "SELECT receipt AS b FROM reports"), receipt);
        let clock = Arc::new(FixedClock::at(SystemClock.now()));
        let ctx = app::context(&url, "http://127.0.0.1:8080", &clock, place.folder.as_path());
        assert!(candor::flows::health::ready(&ctx).is_ok(), "it takes reports in again");
    }
}

#[test]
fn old_archives_of_its_own_are_deleted_by_their_ages_and_nothing_else() {
    let app = TestApp::sqlite();
    let place = Installation::of(&app);
    let day = |days: i64| Moment(SystemClock.now().0 - days * DAY).date().to_string();
    let put = |folder: &str, name: String| std::fs::write(place.folder.join(folder).join(name), b"x").expect("written");
    for days in [1, 6, 9, 34, 37, 400] {
        put("data", format!("candor-data-{}T0315.age", day(days)));
        put("keys", format!("candor-keys-{}T0315.age", day(days)));
    }
    for name in ["candor-data-2020-01-01.age", "notes.age", "candor-keys-2020-01-01T0315.age.bak"] {
        put("data", name.to_owned());
    }

    let out = place.candor(&["backup", "--data", &place.path("data"), "--keys", &place.path("keys"), "--to", &place.recipient]);

    assert!(out.status.success(), "{}", said(&out));
    let files = |folder: &str| std::fs::read_dir(place.folder.join(folder)).expect("a folder").count();
    assert_eq!((files("data"), files("keys")), (4 + 3 + 1, 2 + 1));
    assert!(!place.candor(&["backup", "--data", &place.path("x"), "--keys", &place.path("y"), "--to", "age1nonsense"]).status.success());
    assert!(!Path::new(&place.path("x")).exists());
}
