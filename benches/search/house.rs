//! An installation with one screener, through whose hands every report goes.

use std::path::Path;
use std::sync::Arc;

use candor::config::Settings;
use candor::deident::Engine;
use candor::domain::access::{Actor, ListScreening, ManagePeople, ReadRaw, Release, Search};
use candor::domain::clock::{Clock, FixedClock, Moment};
use candor::domain::id::PersonId;
use candor::domain::period::Period;
use candor::domain::person::{Role, Roles};
use candor::domain::redaction::Decision;
use candor::domain::report::{Answers, ReportKind, Submission};
use candor::domain::text::{NOTE_MAX, Narrative, Note};
use candor::flows::people::{self, Second, Session};
use candor::flows::screening::{self, Settled};
use candor::flows::{Ctx, Parts, intake, search, setup};
use candor::i18n::Catalog;
use candor::store::{Address, CaseFilter, Durability, Store, migrate};
use candor::vault::{SymKey, TotpSecret};

const PASSPHRASE: &str = "seven calm herons over the estuary";

/// The installation.
pub struct House {
    ctx: Ctx,
    clock: Arc<FixedClock>,
    screener: Session,
}

impl House {
    /// On a SQLite file.
    pub fn new(database: &Path) -> Self {
        let url = format!("sqlite://{}", database.display());
        let clock = Arc::new(FixedClock::at(Moment::start_of(Period::parse("2026-11").expect("month")).plus(9 * 3600)));
        let settings = Settings::from_text(&format!("[storage]\nurl = \"{url}\"\n[intake]\ntogether = 1\n")).expect("settings");
        // Nothing here has to survive a power cut, and a sync would hide what is measured.
        let address = Address::parse(&url, Durability::Scratch).expect("address");
        migrate(&address).expect("schema");
        let shared: Arc<dyn Clock> = Arc::clone(&clock) as Arc<dyn Clock>;
        let store = Store::open(address, Arc::clone(&shared)).expect("store");
        let root = SymKey::from_bytes([7; 32]);
        setup::install(&store, &root).expect("keys");
        let unsealed = setup::unseal(&store, &root).expect("keys open");
        let (catalog, engine) = (Catalog::load().expect("messages"), Arc::new(Engine::new().expect("rules")));
        let ctx = Ctx::new(Parts { store, unsealed, clock: shared, settings, catalog, engine, form_key: None, demo: None });
        let screener = screener(&ctx, &clock);
        Self { ctx, clock, screener }
    }

    /// Files, screens and releases every text. What the engine doubts is kept, so that both indexes have the same words.
    pub fn release_all(&self, texts: &[String]) {
        for text in texts {
            let issued = intake::issue(&self.ctx);
            let submission = Submission {
                kind: ReportKind::NearMiss,
                narrative: Narrative::parse(text).expect("a narrative"),
                idea: Note::parse("idea", "", NOTE_MAX).expect("a note"),
                answers: Answers::default(),
                urgent: false,
                identity: None,
            };
            intake::submit(&self.ctx, &submission, &issued.words, &issued.token).expect("taken in");
        }
        self.clock.advance(3 * 86_400);
        intake::advance(&self.ctx).expect("moved");
        let actor = self.screener.actor();
        let list = actor.permit::<ListScreening>().expect("a screener");
        let (read, release) = (actor.permit::<ReadRaw>().expect("a screener"), actor.permit::<Release>().expect("a screener"));
        loop {
            let waiting = screening::list(&self.ctx, &list).expect("the desk").items;
            if waiting.is_empty() {
                return;
            }
            for item in waiting {
                let case = screening::open(&self.ctx, &read, &self.screener, item.id).expect("opened");
                let decisions = case.spans.iter().map(|s| ((s.start, s.end), Decision::Keep)).collect();
                let settled = Settled { decisions, ..Settled::default() };
                screening::propose_opened(&self.ctx, &release, &self.screener, &case, &settled).expect("released");
            }
        }
    }

    /// One search as the desk does it; how many reports it finds.
    pub fn find(&self, typed: &str, filter: &CaseFilter) -> i64 {
        let analyst = Actor::Person(PersonId::from_bytes([1; 16]), Roles::new(&[Role::Analyst]).expect("roles"));
        let permit = analyst.permit::<Search>().expect("an analyst");
        search::find(&self.ctx, &permit, typed, filter, 1).expect("a search").map_or(0, |found| found.total)
    }
}

fn screener(ctx: &Ctx, clock: &FixedClock) -> Session {
    let permit = Actor::Console.permit::<ManagePeople>().expect("console");
    let link = people::invite(ctx, &permit, "Bench screener", "screener@example.org", &[Role::Screener]).expect("invited").link;
    let token = link.split_once("?t=").expect("token").1.to_owned();
    let secret = people::begin_enrolment(ctx, &token).expect("secret").secret_base32;
    let code = |at: i64| TotpSecret::from_base32(&secret).expect("base 32").code_at(at);
    people::accept(ctx, &token, PASSPHRASE, &code(clock.now().0)).expect("enrolled");
    clock.advance(60);
    let token = people::sign_in(ctx, "screener@example.org", PASSPHRASE, &Second::Code(code(clock.now().0))).expect("signed in");
    people::session(ctx, &token).expect("store").expect("a session")
}
