//! The real program as a process: an installation for it, starting it, reading its CPU and memory from `/proc`.

use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::proc;
use candor::config::Settings;
use candor::deident::Engine;
use candor::domain::access::{Actor, ManagePeople};
use candor::domain::clock::{Clock, SystemClock};
use candor::domain::person::Role;
use candor::flows::{Ctx, Parts, people, setup};
use candor::i18n::Catalog;
use candor::store::{Address, Durability, Store, migrate};
use candor::vault::{SymKey, TotpSecret};
use diesel::Connection as _;
use diesel::connection::SimpleConnection as _;

/// Shared between the program and the load, so that the load can make its own valid forms.
pub const FORM_KEY: [u8; 32] = [9; 32];
const ROOT_KEY: [u8; 32] = [7; 32];

/// An empty database on the server behind `url`.
pub fn fresh_database(url: &str) -> String {
    let name = format!("candor_bench_{}", std::process::id());
    let mut admin = diesel::PgConnection::establish(url).expect("a server");
    admin.batch_execute(&format!("CREATE DATABASE {name}")).expect("a database");
    let (head, query) = url.split_once('?').unwrap_or((url, ""));
    let (server, _) = head.rsplit_once('/').expect("a path");
    format!("{server}/{name}?{query}")
}

fn key_file(folder: &Path, name: &str, key: [u8; 32]) -> String {
    let path = folder.join(name);
    let hex: String = key.iter().map(|b| format!("{b:02x}")).collect();
    std::fs::write(&path, hex).expect("a key file");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("private");
    path.display().to_string()
}

/// Keys, one screener and a settings file. Returns the settings file.
pub fn installation(url: &str, folder: &Path) -> PathBuf {
    let text = format!(
        "[server]\nform_key_file = \"{}\"\n[storage]\nurl = \"{url}\"\n[organisation]\nareas_file = \"config/demo-organisation.toml\"\n[keys]\nroot_key_file = \"{}\"\npassphrase_memory_kib = 19456\npassphrase_passes = 2\n[mail]\nfolder = \"{}\"\n",
        key_file(folder, "form.key", FORM_KEY),
        key_file(folder, "root.key", ROOT_KEY),
        folder.join("mail").display()
    );
    let address = Address::parse(url, Durability::Full).expect("address");
    migrate(&address).expect("schema");
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let store = Store::open(address, Arc::clone(&clock)).expect("store");
    let root = SymKey::from_bytes(ROOT_KEY);
    setup::install(&store, &root).expect("keys");
    let unsealed = setup::unseal(&store, &root).expect("keys open");
    let ctx = Ctx::new(Parts {
        store,
        unsealed,
        clock,
        settings: Settings::from_text(&text).expect("settings"),
        catalog: Catalog::load().expect("messages"),
        engine: Arc::new(Engine::new().expect("rules")),
        form_key: Some(FORM_KEY),
        demo: None,
    });
    screener(&ctx);
    let file = folder.join("candor.toml");
    std::fs::write(&file, text).expect("settings");
    file
}

fn screener(ctx: &Ctx) {
    let permit = Actor::Console.permit::<ManagePeople>().expect("console");
    let link = people::invite(ctx, &permit, "Bench", "bench@example.org", &[Role::Screener]).expect("invited").link;
    let token = link.split_once("?t=").expect("a token").1;
    let secret = people::begin_enrolment(ctx, token).expect("secret").secret_base32;
    let code = TotpSecret::from_base32(&secret).expect("base 32").code_at(ctx.now().0);
    people::accept(ctx, token, "seven calm herons over the estuary", &code).expect("enrolled");
}

/// The running program; ended when dropped.
pub struct Service {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    pub base: String,
    /// From start to the first answer.
    pub started_in: Duration,
}

impl Service {
    /// Starts it and waits for its first answer.
    pub fn start(config: &Path) -> Self {
        let begun = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_candor"))
            .args(["serve", "--listen", "127.0.0.1:0", "--config"])
            .arg(config)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let base = BufReader::new(child.stdout.take().expect("output"))
            .lines()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("listens on ").map(|(_, rest)| rest.split(' ').next().unwrap_or_default().to_owned()))
            .expect("the program says where it listens");
        let answer = ureq::get(format!("{base}/readyz")).call().expect("an answer");
        assert_eq!(answer.status(), 200);
        Self { child, base, started_in: begun.elapsed() }
    }

    /// User and system seconds so far.
    pub fn cpu_seconds(&self) -> f64 {
        proc::cpu_seconds(&self.child.id().to_string()).expect("a /proc file")
    }

    /// Resident memory.
    pub fn memory_mib(&self) -> f64 {
        proc::memory_mib(&self.child.id().to_string(), "VmRSS").expect("a /proc file")
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
