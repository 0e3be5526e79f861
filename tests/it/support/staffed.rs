//! The installation that running applications start from: one person of every role, enrolled once a process and kind of
//! database, then copied. Each copy is a database and a folder of its own; what copies share is what was there at the start,
//! keys included, so a test about *two* installations takes [`TestApp::elsewhere`](super::app::TestApp::elsewhere) for one of them.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use candor::domain::access::{Actor, GrantScreening, ManagePeople};
use candor::domain::clock::{Clock, FixedClock, Moment};
use candor::domain::period::Period;
use candor::domain::person::Role;
use candor::flows::{Ctx, people};
use candor::store::{Address, Durability, is_in_use};
use candor::vault::TotpSecret;

use super::{app, backends};

/// The pass-phrase of everybody in the tests.
pub const PASSPHRASE: &str = "seven calm herons over the estuary";

/// One member of staff of the test organisation.
#[derive(Clone)]
pub struct Member {
    /// Sign-in address.
    pub email: String,
    /// Secret of the one-time-code app, in base 32.
    pub secret: String,
}

/// Who works in an installation, and its time when the last of them was there.
#[derive(Clone)]
pub struct Staffed {
    /// Two screeners, an analyst, a publisher, an auditor, an operator, three custodians.
    pub people: Vec<(Role, Member)>,
    /// A code was used just now: the clock of a copy starts here.
    pub now: Moment,
}

/// A staffed installation at rest.
struct Template {
    staffed: Staffed,
    /// Every file of its folder, by its path inside.
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl Template {
    /// Staffs the empty database at `url` and leaves it closed.
    fn build(url: &str, folder: &Path) -> Self {
        let staffed = anew(url, folder);
        let address = Address::parse(url, Durability::Full).expect("an address");
        while is_in_use(&address).expect("the database answers") {
            std::thread::yield_now();
        }
        Self { staffed, files: files_in(folder, Path::new("")) }
    }

    fn lay_into(&self, folder: &Path) -> Staffed {
        for (inside, bytes) in &self.files {
            let path = folder.join(inside);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, bytes).expect("a copy");
        }
        self.staffed.clone()
    }
}

fn files_in(folder: &Path, inside: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder.join(inside)).expect("a folder") {
        let entry = entry.expect("an entry");
        let inside = inside.join(entry.file_name());
        if entry.file_type().expect("a kind").is_dir() {
            all.extend(files_in(folder, &inside));
        } else {
            all.push((inside, std::fs::read(entry.path()).expect("a file")));
        }
    }
    all
}

/// A staffed installation on SQLite inside `folder`: its URL and its people.
pub fn on_sqlite(folder: &Path) -> (String, Staffed) {
    static TEMPLATE: OnceLock<Template> = OnceLock::new();
    let template = TEMPLATE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        Template::build(&backends::sqlite(folder.path()), folder.path())
    });
    (backends::sqlite(folder), template.lay_into(folder))
}

/// A staffed installation on PostgreSQL with its files inside `folder`; `None` when there is no server and none is required.
pub fn on_postgres(test: &str, folder: &Path) -> Option<(String, Staffed)> {
    static TEMPLATE: OnceLock<(String, Template)> = OnceLock::new();
    backends::server_for(test)?;
    let (original, template) = TEMPLATE.get_or_init(|| {
        let url = backends::postgres(test).expect("a server");
        let folder = tempfile::tempdir().expect("a folder");
        let template = Template::build(&url, folder.path());
        (url, template)
    });
    Some((backends::postgres_like(test, original)?, template.lay_into(folder)))
}

/// A staffed installation with keys of its own in the empty database at `url`.
pub fn anew(url: &str, folder: &Path) -> Staffed {
    let clock = Arc::new(FixedClock::at(Moment::start_of(Period::parse("2026-11").expect("month")).plus(24 * 86_400 + 9 * 3600)));
    let ctx = app::context(url, "http://127.0.0.1:8080", &clock, folder);
    let people = enrol(&ctx, &clock);
    Staffed { people, now: clock.now() }
}

/// Invites and enrols one person of every role, two screeners, and hands the screening key on.
pub fn enrol(ctx: &Ctx, clock: &FixedClock) -> Vec<(Role, Member)> {
    let permit = Actor::Console.permit::<ManagePeople>().expect("console");
    let roles = [
        Role::Screener,
        Role::Screener,
        Role::Analyst,
        Role::Publisher,
        Role::Auditor,
        Role::Operator,
        Role::Custodian,
        Role::Custodian,
        Role::Custodian,
    ];
    let mut all = Vec::new();
    for (number, role) in roles.into_iter().enumerate() {
        let email = format!("{}{number}@example.org", role.code());
        let link = people::invite(ctx, &permit, &format!("Test {} {number}", role.code()), &email, &[role]).expect("invited").link;
        let token = link.split_once("?t=").expect("token").1.to_owned();
        let secret = people::begin_enrolment(ctx, &token).expect("secret").secret_base32;
        let code = TotpSecret::from_base32(&secret).expect("base 32").code_at(clock.now().0);
        people::accept(ctx, &token, PASSPHRASE, &code).expect("enrolled");
        all.push((role, Member { email, secret }));
    }
    hand_key_on(ctx, clock, &all);
    all
}

fn hand_key_on(ctx: &Ctx, clock: &FixedClock, all: &[(Role, Member)]) {
    clock.advance(60);
    let first = &all.first().expect("a screener").1;
    let code = TotpSecret::from_base32(&first.secret).expect("base 32").code_at(clock.now().0);
    let token = people::sign_in(ctx, &first.email, PASSPHRASE, &people::Second::Code(code)).expect("signed in");
    let session = people::session(ctx, &token).expect("store").expect("session");
    let permit = session.actor().permit::<GrantScreening>().expect("a screener");
    for waiting in people::waiting_for_key(ctx, &permit).expect("people") {
        people::grant(ctx, &permit, &session, waiting.id).expect("granted");
    }
    people::sign_out(ctx, &token).expect("signed out");
}
