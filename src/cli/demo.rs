//! `candor demo`: an invented hospital trust with people of every role, two years of reports and digests.
//!
//! Everything goes through the real flows with a clock that is moved month by month. Refuses a folder that holds
//! anything but a demonstration; a second start finds its own data again. Nothing here can be switched on by a setting.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, Result};

use super::demo_learning::Learning;
use super::demo_talk::talk;
use super::exit::{Bad, explain};
use super::seed::{Hands, live_month, progress};
use super::story::learning::{ACTIONS, SMALL_ACTIONS, ToldAction};
use super::story::{Story, Told};
use super::{serve, wire};
use crate::config::{DEMO_AREAS, DEMO_CLINIC, DEMO_PRACTICE, Deliver, Settings};
use crate::domain::access::{
    Actor, ApproveDigest, GrantScreening, ManagePeople, ManageReaders, PrepareDigest, ReadDigest, ReadTrends, SettleBurst,
};
use crate::domain::clock::{Clock, DAY, FixedClock, Moment, SystemClock};
use crate::domain::contact::Language;
use crate::domain::digest::Ask;
use crate::domain::period::Period;
use crate::domain::person::Role;
use crate::domain::span::Span;
use crate::flows::people::Session;
use crate::flows::{Ctx, Demo, DemoPerson, digest, people, setup, trends};
use crate::jobs;
use crate::store::{Durability, Tidy};
use crate::vault::{TotpSecret, draw_passphrase};

/// Arguments of `demo`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// Where the invented data goes.
    #[arg(long, default_value = "candor-demo", value_name = "FOLDER")]
    data: PathBuf,
    /// How large the invented organisation is.
    #[arg(long, value_enum, default_value = "trust")]
    size: Size,
    /// About how many reports in two years: 24, 500 or 2400 unless given.
    #[arg(long)]
    reports: Option<u32>,
    /// The same seed tells the same story.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// The invented organisations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Size {
    /// Nine people.
    Practice,
    /// Sixty people.
    Clinic,
    /// Thousands.
    Trust,
}

impl Size {
    const fn areas(self) -> &'static str {
        match self {
            Self::Practice => DEMO_PRACTICE,
            Self::Clinic => DEMO_CLINIC,
            Self::Trust => DEMO_AREAS,
        }
    }

    const fn actions(self) -> &'static [ToldAction] {
        match self {
            Self::Practice => &SMALL_ACTIONS,
            Self::Clinic | Self::Trust => &ACTIONS,
        }
    }

    /// Months of issues: in the largest organisation as many as a verdict from printed figures needs.
    const fn issued(self) -> usize {
        match self {
            Self::Practice | Self::Clinic => 20,
            Self::Trust => 23,
        }
    }

    /// What the newest letter asks, and whom.
    const fn ask(self) -> (&'static str, &'static str) {
        match self {
            Self::Practice => ("Try out together once what happens when the fridge calls", "practice manager"),
            Self::Clinic | Self::Trust => ("End every handover with one question: what has not been done yet?", "ward managers"),
        }
    }

    const fn reports(self) -> u32 {
        match self {
            Self::Practice => 24,
            Self::Clinic => 500,
            Self::Trust => 2400,
        }
    }
}

/// Months of history: two years, and the one that is running.
const MONTHS: usize = 25;
/// Reports left on the screening desk for the visitor.
const LEFT_ON_DESK: usize = 6;
/// Marks a folder as a demonstration and keeps its invented people.
const MARKER: &str = "demo-people.txt";

/// Keeps the nine words of the report that a visitor may follow.
const RECEIPT: &str = "demo-receipt.txt";

const PEOPLE: [(&str, &str, &[Role]); 9] = [
    ("Ines Albrecht", "ines.screener", &[Role::Screener]),
    ("Tomasz Bielak", "tomasz.screener", &[Role::Screener]),
    ("Amara Diallo", "amara.analyst", &[Role::Analyst]),
    ("Ruth Finch", "ruth.analyst", &[Role::Analyst]),
    ("Mei Tanaka", "mei.publisher", &[Role::Publisher]),
    ("Joseph Oyelaran", "joseph.custodian", &[Role::Custodian]),
    ("Clara Vance", "clara.custodian", &[Role::Custodian]),
    ("Edmund Pryce", "edmund.auditor", &[Role::Auditor]),
    ("Sunita Rao", "sunita.operator", &[Role::Operator]),
];
const READERS: [(&str, Language); 4] = [
    ("chief.nurse@wyvern-vale.example", Language::English),
    ("medical.director@wyvern-vale.example", Language::English),
    ("theatres.manager@wyvern-vale.example", Language::English),
    ("estates.lead@wyvern-vale.example", Language::English),
];

pub(super) fn run(args: &Args) -> Result<ExitCode> {
    let settings = settings(args)?;
    let marker = args.data.join(MARKER);
    let demo = if marker.exists() { read_people(&marker)? } else { build(args, &settings, &marker)? };
    let address = wire::address(&settings, Durability::Full)?;
    wire::ready_schema(&address, true)?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let store = wire::store(address, &clock)?;
    let transport = wire::transport(&settings)?;
    introduce(&settings, &demo, &args.data);
    serve::serve(Arc::new(wire::context(settings, store, clock, Some(demo))?), transport, "The demonstration")
}

fn settings(args: &Args) -> Result<Settings> {
    let mut settings = Settings::from_text("")?;
    settings.set_areas(args.size.areas())?;
    settings.count_heads_in(SystemClock.now().period());
    settings.server.listen = args.listen;
    settings.server.public_url = format!("http://{}", args.listen);
    settings.storage_url = format!("sqlite://{}", args.data.join("candor.db").display());
    settings.keys.root_key_file = args.data.join("root.key");
    settings.keys.audit_anchors_file = args.data.join("audit.anchors");
    // The readers are invented: nobody would answer.
    settings.digest.confirm_readers = false;
    settings.mail.deliver = Deliver::Folder(args.data.join("mail"));
    settings.mail.sender_name = format!("{} safety team", settings.organisation);
    // Invented people need no strong lock, and nine of them are locked at start.
    settings.keys.passphrase_memory_kib = 19_456;
    settings.keys.passphrase_passes = 2;
    Ok(settings)
}

fn introduce(settings: &Settings, demo: &Demo, data: &Path) {
    println!("\n{} is invented. Its data is in {}.\n", settings.organisation, data.display());
    println!("  File a report     {}/report", settings.server.public_url);
    if let Ok(words) = std::fs::read_to_string(data.join(RECEIPT)) {
        println!("  Follow a report   {}/receipt   (a question waits there; the words: {})", settings.server.public_url, words.trim());
    }
    println!("  Work at the desk  {}/sign-in   (the page shows each person's one-time code)", settings.server.public_url);
    println!("  Read the digest   {}/mail/*.eml\n", data.display());
    for person in &demo.people {
        let roles: Vec<&str> = person.roles.iter().map(|r| r.code()).collect();
        println!("  {:<10} {:<42} {}", roles.join(","), person.email, person.passphrase);
    }
    println!();
}

fn read_people(marker: &Path) -> Result<Demo> {
    let text = std::fs::read_to_string(marker).with_context(|| format!("cannot read {}", marker.display()))?;
    let people = text
        .lines()
        .map(|line| {
            let parts: Vec<&str> = line.split('\t').collect();
            let [name, email, passphrase, roles] = parts.as_slice() else { return Err(Bad(format!("{} is damaged", marker.display()))) };
            let roles = roles.split(',').filter_map(Role::from_code).collect();
            Ok(DemoPerson { name: (*name).to_owned(), email: (*email).to_owned(), passphrase: (*passphrase).to_owned(), roles })
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Demo { people })
}

fn write_people(marker: &Path, demo: &Demo) -> Result<()> {
    let lines: Vec<String> = demo
        .people
        .iter()
        .map(|p| {
            let roles: Vec<&str> = p.roles.iter().map(|r| r.code()).collect();
            format!("{}\t{}\t{}\t{}", p.name, p.email, p.passphrase, roles.join(","))
        })
        .collect();
    std::fs::write(marker, lines.join("\n")).with_context(|| format!("cannot write {}", marker.display()))
}

/// Builds the whole invented history. The marker is written last, so a half-built folder is never taken for a whole.
fn build(args: &Args, settings: &Settings, marker: &Path) -> Result<Demo> {
    if args.data.exists() && std::fs::read_dir(&args.data)?.next().is_some() {
        return Err(Bad(format!(
            "{} holds something else or a half-built demonstration: name another folder with --data, or empty it",
            args.data.display()
        ))
        .into());
    }
    let last = SystemClock.now().period();
    let months = last.back(MONTHS);
    let first = months.first().copied().unwrap_or(last);
    let (ctx, clock) = fresh(settings, Moment::start_of(first))?;
    let demo = everybody(&ctx)?;
    let words = history(&ctx, &clock, args, &months, &demo)?;
    std::fs::write(args.data.join(RECEIPT), words)?;
    digests(&ctx, &clock, &demo, args.size)?;
    ctx.store().tidy(Tidy::Everything).context("the demonstration's data cannot be folded together")?;
    write_people(marker, &demo)?;
    Ok(demo)
}

/// A new instance with keys of its own and a clock that is moved by hand.
pub(super) fn fresh(settings: &Settings, start: Moment) -> Result<(Ctx, Arc<FixedClock>)> {
    let address = wire::address(settings, Durability::Scratch)?;
    wire::ready_schema(&address, true)?;
    let clock = Arc::new(FixedClock::at(start));
    let shared: Arc<dyn Clock> = Arc::clone(&clock) as Arc<dyn Clock>;
    let store = wire::store(address, &shared)?;
    wire::make_key_file(&settings.keys.root_key_file)?;
    setup::install(&store, &wire::root_key(settings)?).map_err(explain)?;
    let ctx = wire::context(settings.clone(), store, shared, Some(Demo::default()))?;
    Ok((ctx, clock))
}

/// Invites and enrols the invented people.
pub(super) fn everybody(ctx: &Ctx) -> Result<Demo> {
    let permit = Actor::Console.permit::<ManagePeople>().context("the console may manage people")?;
    let mut demo = Demo::default();
    for (name, local, roles) in PEOPLE {
        let person = DemoPerson {
            name: name.to_owned(),
            email: format!("{local}@wyvern-vale.example"),
            passphrase: draw_passphrase(),
            roles: roles.to_vec(),
        };
        let invited = people::invite(ctx, &permit, name, &person.email, roles).map_err(explain)?;
        let token = invited.link.split_once("?t=").map(|(_, token)| token.to_owned()).context("an invitation link carries a token")?;
        let secret = people::begin_enrolment(ctx, &token).map_err(explain)?.secret_base32;
        let code = TotpSecret::from_base32(&secret).context("a fresh secret is base 32")?.code_at(ctx.now().0);
        people::accept(ctx, &token, &person.passphrase, &code).map_err(explain)?;
        demo.people.push(person);
    }
    Ok(demo)
}

/// One of them, by place, signed in.
pub(super) fn signed_in(ctx: &Ctx, clock: &FixedClock, demo: &Demo, which: usize) -> Result<Session> {
    let person = demo.people.get(which).context("an invented person")?;
    // The enrolment used the code of this half minute.
    clock.advance(60);
    let code = ctx.demo_code(&person.email).context("an invented person has a code")?;
    let token = people::sign_in(ctx, &person.email, &person.passphrase, &people::Second::Code(code))
        .map_err(|_| anyhow::anyhow!("an invented person cannot sign in"))?;
    people::session(ctx, &token).map_err(explain)?.context("a fresh session")
}

/// The months one after the other; gives the nine words of the report that was asked about.
fn history(ctx: &Ctx, clock: &FixedClock, args: &Args, months: &[Period], demo: &Demo) -> Result<String> {
    let first = signed_in(ctx, clock, demo, 0)?;
    let grant = first.actor().permit::<GrantScreening>().context("a screener")?;
    for waiting in people::waiting_for_key(ctx, &grant).map_err(explain)? {
        people::grant(ctx, &grant, &first, waiting.id).map_err(explain)?;
    }
    let hands = Hands { first: &first, second: &signed_in(ctx, clock, demo, 1)?, analyst: &signed_in(ctx, clock, demo, 2)? };
    let publisher = signed_in(ctx, clock, demo, 4)?;
    let learning = Learning { analyst: hands.analyst, publisher: &publisher, actions: args.size.actions() };
    let mut story = Story::new(args.seed);
    let mean = f64::from(args.reports.unwrap_or_else(|| args.size.reports())) / f64::from(u32::try_from(MONTHS)?);
    let bar = progress(months.len(), "two years of reports");
    for (position, period) in months.iter().enumerate() {
        let mut told = story.month(*period, position, months.len(), mean);
        at_home(ctx, &mut told);
        let leave = if position + 1 == months.len() { LEFT_ON_DESK } else { 0 };
        live_month(ctx, clock, *period, &told, &hands, leave)?;
        learning.month(ctx, *period, months.len() - 1 - position)?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    talk(ctx, clock, &hands)
}

/// The story is that of a hospital trust: what happened in an area that a smaller organisation does not have, happened in one that it has.
fn at_home(ctx: &Ctx, told: &mut [Told]) {
    let areas = &ctx.settings().taxonomy.areas;
    for (number, one) in told.iter_mut().enumerate() {
        let area = &mut one.submission.answers.area;
        if area.as_ref().is_some_and(|code| !areas.iter().any(|a| a.code == *code)) {
            *area = areas.get(number % areas.len().max(1)).map(|a| a.code.clone());
        }
    }
}

/// The issues of the last months that are over by a week: prepared by the analyst, approved by the publisher. Readers come in time for the
/// newest two, which are delivered into the folder.
fn digests(ctx: &Ctx, clock: &FixedClock, demo: &Demo, size: Size) -> Result<()> {
    let transport = wire::transport(ctx.settings())?;
    let analyst = signed_in(ctx, clock, demo, 3)?;
    let publisher = signed_in(ctx, clock, demo, 4)?;
    let prepare = analyst.actor().permit::<PrepareDigest>().context("an analyst")?;
    let approve = publisher.actor().permit::<ApproveDigest>().context("a publisher")?;
    let read = analyst.actor().permit::<ReadDigest>().context("an analyst")?;
    let newest = SystemClock.now().plus(-8 * DAY).period().previous();
    for month in newest.back(size.issued()) {
        // A month is counted when it has been over for a week.
        clock.set(Moment::start_of(month.next()).plus(8 * DAY));
        let span = digest::span_holding(ctx, &read, month).map_err(explain)?;
        if span.last() != month {
            continue;
        }
        if month.next().next() > newest {
            readers(ctx)?;
        }
        settle(ctx, &analyst)?;
        let mut editorial = digest::usual_editorial(ctx, &prepare, span).map_err(explain)?;
        if Span::holding(month.next(), span.pace()).last() > newest {
            let (what, owner) = size.ask();
            editorial.asks = vec![Ask { what: what.to_owned(), owner: owner.to_owned(), by: month.next().next() }];
        }
        let id = digest::prepare(ctx, &prepare, span, &editorial).map_err(explain)?;
        digest::approve(ctx, &approve, id).map_err(explain)?;
        jobs::deliver(ctx, &transport).map_err(explain)?;
    }
    readers(ctx)
}

/// The analyst has read what came in a rush, and lets it count.
fn settle(ctx: &Ctx, analyst: &Session) -> Result<()> {
    let read = analyst.actor().permit::<ReadTrends>().context("an analyst")?;
    let count = analyst.actor().permit::<SettleBurst>().context("an analyst")?;
    for burst in trends::board(ctx, &read, &trends::Asked::default()).map_err(explain)?.bursts {
        trends::settle_burst(ctx, &count, burst.month, &burst.area).map_err(explain)?;
    }
    Ok(())
}

fn readers(ctx: &Ctx) -> Result<()> {
    let permit = Actor::Console.permit::<ManageReaders>().context("the console may manage readers")?;
    for (address, language) in READERS {
        digest::add_reader(ctx, &permit, address, language, ctx.settings().digest.audience).map_err(explain)?;
    }
    Ok(())
}
