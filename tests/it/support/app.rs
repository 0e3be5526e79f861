//! A running application on a database of its own, with people who can sign in and a clock that is moved.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, OnceLock};

use candor::config::{DEMO_AREAS, Settings};
use candor::deident::Engine;
use candor::domain::clock::{Clock, FixedClock};
use candor::domain::person::Role;
use candor::flows::{Ctx, Parts, setup};
use candor::i18n::Catalog;
use candor::store::{Address, Durability, Store, migrate};
use candor::vault::{SymKey, TotpSecret};
use tempfile::TempDir;

use super::at_rest;
use super::backends;
use super::client::{Page, Visitor};
use super::staffed::{self, Staffed};
pub use super::staffed::{Member, PASSPHRASE};

/// A running application.
pub struct TestApp {
    /// `http://127.0.0.1:PORT`.
    pub base: String,
    /// The context, for timers that the test calls itself.
    pub ctx: Arc<Ctx>,
    /// The clock.
    pub clock: Arc<FixedClock>,
    /// Everything on disk.
    pub folder: TempDir,
    /// Database URL.
    pub url: String,
    /// Two screeners, an analyst, a publisher, an auditor, an operator, three custodians.
    pub people: Vec<(Role, Member)>,
    stop: Option<(actix_web::dev::ServerHandle, std::thread::JoinHandle<()>)>,
}

impl TestApp {
    /// On a SQLite file.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (url, staffed) = staffed::on_sqlite(folder.path());
        Self::start(folder, url, staffed, None)
    }

    /// On a SQLite file, under a public address that a proxy would answer for, or that names this machine; `PORT` in it is the port.
    pub fn sqlite_behind(public_url: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (url, staffed) = staffed::on_sqlite(folder.path());
        Self::start(folder, url, staffed, Some(public_url))
    }

    /// Another installation: on a SQLite file, with keys that no other one has.
    pub fn elsewhere() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = backends::sqlite(folder.path());
        let staffed = staffed::anew(&url, folder.path());
        Self::start(folder, url, staffed, None)
    }

    /// On PostgreSQL; `None` when there is no server and none is required.
    pub fn postgres(test: &str) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let (url, staffed) = staffed::on_postgres(test, folder.path())?;
        Some(Self::start(folder, url, staffed, None))
    }

    fn start(folder: TempDir, url: String, staffed: Staffed, public_url: Option<&str>) -> Self {
        let clock = Arc::new(FixedClock::at(staffed.now));
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).expect("a port");
        let address = listener.local_addr().expect("an address");
        let base = format!("http://{address}");
        let public_url = public_url.map_or(base.clone(), |url| url.replace("PORT", &address.port().to_string()));
        let mut ctx = context(&url, &public_url, &clock, folder.path());
        ctx.set_demo(candor::flows::Demo::default());
        let ctx = Arc::new(ctx);
        let stop = Some(serve(Arc::clone(&ctx), listener));
        Self { base, ctx, clock, folder, url, people: staffed.people, stop }
    }

    /// Stops, and starts again as an organisation with other areas.
    pub fn reorganise(&mut self, areas: &str) {
        self.stop();
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).expect("a port");
        self.base = format!("http://{}", listener.local_addr().expect("an address"));
        self.ctx = Arc::new(context_of((&self.url, &self.base), &self.clock, self.folder.path(), "", areas));
        self.stop = Some(serve(Arc::clone(&self.ctx), listener));
    }

    fn stop(&mut self) {
        if let Some((handle, thread)) = self.stop.take() {
            drop(handle.stop(false));
            let _ = thread.join();
        }
    }

    /// Somebody without an account.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(&self.base)
    }

    /// The `number`-th person with a role.
    pub fn member(&self, role: Role, number: usize) -> &Member {
        &self.people.iter().filter(|(r, _)| *r == role).nth(number).expect("a member").1
    }

    /// The one-time code of a person; the clock moves on first, because a code works once.
    pub fn code(&self, member: &Member) -> String {
        self.clock.advance(30);
        TotpSecret::from_base32(&member.secret).expect("base 32").code_at(self.clock.now().0)
    }

    /// Somebody signed in.
    pub fn signed_in(&self, role: Role, number: usize) -> Visitor {
        let mut visitor = self.visitor();
        let page = self.sign_in(&mut visitor, self.member(role, number), PASSPHRASE);
        assert_eq!(page.status, 200, "sign-in: {}", page.visible());
        assert!(!visitor.cookies.is_empty(), "no session: {}", page.visible());
        visitor
    }

    /// Fills in the sign-in page.
    pub fn sign_in(&self, visitor: &mut Visitor, member: &Member, passphrase: &str) -> Page {
        let form = visitor.get("/sign-in").form("passphrase");
        let code = self.code(member);
        visitor.submit(&form.set("email", &member.email).set("passphrase", passphrase).set("code", &code))
    }

    /// Files a report through the form and returns its nine words.
    pub fn file(&self, narrative: &str) -> String {
        let mut visitor = self.visitor();
        let form = visitor
            .get("/report")
            .form("narrative")
            .set("kind", "near-miss")
            .set("narrative", narrative)
            .set("area", "emergency")
            .to("/report");
        let words = form.value("words").expect("words").to_owned();
        let page = visitor.submit(&form);
        assert_eq!(page.status, 200, "{}", page.visible());
        assert!(page.visible().contains(words.split(' ').next().expect("a word")), "no receipt: {}", page.visible());
        words
    }

    /// Files a report with an identity strip.
    pub fn file_with_strip(&self, narrative: &str, [name, reach, when]: [&str; 3]) -> String {
        let mut visitor = self.visitor();
        let form = visitor.get("/report").form("narrative").set("kind", "near-miss").set("narrative", narrative).set("contact", "identity");
        let form = form.set("strip_1", name).set("strip_2", reach).set("strip_3", when).to("/report");
        let words = form.value("words").expect("words").to_owned();
        let page = visitor.submit(&form);
        assert!(page.status == 200 && page.visible().contains(words.split(' ').next().expect("a word")), "{}", page.visible());
        words
    }

    /// Lets a day pass and moves what waits to the desk.
    pub fn next_day(&self) -> usize {
        self.clock.advance(86_400);
        candor::flows::intake::advance(&self.ctx).expect("the move")
    }

    /// Stops the service and everything that has the database open; what is on disk stays for as long as the folder does.
    pub fn into_folder(mut self) -> TempDir {
        self.stop();
        std::mem::replace(&mut self.folder, tempfile::tempdir().expect("a folder"))
    }

    /// Every byte under the data folder, file by file; on PostgreSQL the rows as text too.
    pub fn bytes_at_rest(&self) -> Vec<(String, Vec<u8>)> {
        at_rest::everything(&self.url, self.folder.path())
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Builds a context on a fresh database, as the command line does.
pub fn context(url: &str, base: &str, clock: &Arc<FixedClock>, folder: &std::path::Path) -> Ctx {
    context_saying(url, base, clock, folder, "")
}

/// The same with more in its settings file.
pub fn context_saying(url: &str, base: &str, clock: &Arc<FixedClock>, folder: &std::path::Path, more: &str) -> Ctx {
    context_of((url, base), clock, folder, more, DEMO_AREAS)
}

fn context_of((url, base): (&str, &str), clock: &Arc<FixedClock>, folder: &std::path::Path, more: &str, areas: &str) -> Ctx {
    let mut settings = Settings::from_text(&format!(
        "[server]\npublic_url = \"{base}\"\nworkers = 2\n[storage]\nurl = \"{url}\"\n[keys]\npassphrase_memory_kib = 19456\npassphrase_passes = 2\naudit_anchors_file = \"{}\"\n[mail]\nfolder = \"{}\"\n{more}",
        folder.join("audit.anchors").display(),
        folder.join("mail").display()
    ))
    .expect("settings");
    settings.set_areas(areas).expect("areas");
    let address = Address::parse(url, Durability::Full).expect("address");
    migrate(&address).expect("schema");
    let shared: Arc<dyn Clock> = Arc::clone(clock) as Arc<dyn Clock>;
    let store = Store::open(address, Arc::clone(&shared)).expect("store");
    let root = SymKey::from_bytes([7; 32]);
    if !setup::is_installed(&store).expect("store") {
        setup::install(&store, &root).expect("keys");
    }
    let unsealed = setup::unseal(&store, &root).expect("keys open");
    Ctx::new(Parts {
        store,
        unsealed,
        clock: shared,
        settings,
        catalog: Catalog::load().expect("messages"),
        engine: engine(),
        form_key: Some([9; 32]),
        demo: None,
    })
}

/// The rules are the same in every installation and hold no state: compiled once a process.
fn engine() -> Arc<Engine> {
    static ENGINE: OnceLock<Arc<Engine>> = OnceLock::new();
    Arc::clone(ENGINE.get_or_init(|| Arc::new(Engine::new().expect("rules"))))
}

fn serve(ctx: Arc<Ctx>, listener: TcpListener) -> (actix_web::dev::ServerHandle, std::thread::JoinHandle<()>) {
    let (tell, told) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let (server, _) = candor::web::start_on(ctx, listener, 2).expect("listening");
            tell.send(server.handle()).expect("a test waits");
            let _ = server.await;
        });
    });
    (told.recv().expect("a server"), thread)
}

/// An installation on disk for the real program: keys, a screener, a settings file. Returns the settings file.
pub fn installation(url: &str, clock: &Arc<FixedClock>, folder: &std::path::Path) -> std::path::PathBuf {
    installation_of(url, clock, folder).0
}

/// The same with its people.
pub fn installation_of(url: &str, clock: &Arc<FixedClock>, folder: &std::path::Path) -> (std::path::PathBuf, Vec<(Role, Member)>) {
    use std::os::unix::fs::PermissionsExt as _;
    let private = |name: &str, byte: u8| {
        let path = folder.join(name);
        std::fs::write(&path, format!("{byte:02x}").repeat(32)).expect("a key file");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("a private file");
        path.display().to_string()
    };
    let (root, form) = (private("root.key", 7), private("form.key", 9));
    let ctx = context(url, "http://127.0.0.1:8080", clock, folder);
    let people = staffed::enrol(&ctx, clock);
    let config = folder.join("candor.toml");
    let text = format!(
        "[server]\nform_key_file = \"{form}\"\n[storage]\nurl = \"{url}\"\n[keys]\nroot_key_file = \"{root}\"\npassphrase_memory_kib = 19456\npassphrase_passes = 2\naudit_anchors_file = \"{}\"\n[mail]\nfolder = \"{}\"\n",
        folder.join("audit.anchors").display(),
        folder.join("mail").display()
    );
    std::fs::write(&config, text).expect("settings");
    (config, people)
}

/// How many reports a database holds, and how many different receipts, counted by SQL beside the program.
pub fn stored_reports(url: &str) -> (i64, i64) {
    use diesel::{Connection as _, QueryableByName, RunQueryDsl as _, sql_query};
    #[derive(QueryableByName)]
    struct Counts {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        stored: i64,
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        receipts: i64,
    }
    let query = "SELECT count(*) AS stored, count(DISTINCT receipt) AS receipts FROM (SELECT receipt FROM intake UNION ALL SELECT receipt FROM reports) AS everything";
    let counts: Counts = match url.strip_prefix("sqlite://") {
        Some(path) => sql_query(query).get_result(&mut diesel::SqliteConnection::establish(path).expect("file")).expect("counts"),
        None => sql_query(query).get_result(&mut diesel::PgConnection::establish(url).expect("server")).expect("counts"),
    };
    (counts.stored, counts.receipts)
}
