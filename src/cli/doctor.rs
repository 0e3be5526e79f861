//! `candor doctor`: is this installation safe to run? Each finding says what is wrong and what to do.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, Result};

use super::{headcounts, wire};
use crate::config::{Deliver, Settings};
use crate::domain::access::{Actor, ConfirmRetention, IndexReports, ManagePeople, ReadDigest};
use crate::domain::audit::Verdict;
use crate::domain::clock::{Clock, SystemClock};
use crate::domain::crowd::CROWD_MIN;
use crate::domain::person::{Role, Standing};
use crate::domain::retention::Alarm;
use crate::flows::{Ctx, anchor, audit, digest, people, retention, search};
use crate::store::{Durability, schema_state, tables_in};

/// How much a finding matters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grade {
    Good,
    Warn,
    Bad,
}

struct Finding(Grade, String);

fn good(text: &str) -> Finding {
    Finding(Grade::Good, text.to_owned())
}
fn warn(text: impl Into<String>) -> Finding {
    Finding(Grade::Warn, text.into())
}
fn bad(text: impl Into<String>) -> Finding {
    Finding(Grade::Bad, text.into())
}

/// Arguments of `doctor`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// Say that the clock and the retention settings are right: what is due may be destroyed although it is unusually much.
    #[arg(long)]
    confirm_retention: bool,
    /// First make the search index of released reports anew.
    #[arg(long)]
    reindex: bool,
}

pub(super) fn run(config: Option<&Path>, args: &Args) -> Result<ExitCode> {
    if args.confirm_retention {
        let permit = Actor::Console.permit::<ConfirmRetention>().context("the console may confirm")?;
        retention::confirm(&wire::open(config)?, &permit).map_err(super::exit::explain)?;
    }
    let settings = wire::settings(config)?;
    if args.reindex {
        reindex(config)?;
    }
    let mut findings = vec![listening(&settings), mail(&settings), areas(&settings)];
    findings.extend(root_key(&settings));
    match inside(&settings) {
        Ok(more) => findings.extend(more),
        Err(error) => findings.push(bad(format!("database: {error:#}"))),
    }
    for Finding(grade, text) in &findings {
        let mark = match grade {
            Grade::Good => "ok   ",
            Grade::Warn => "warn ",
            Grade::Bad => "BAD  ",
        };
        println!("{mark} {text}");
    }
    let failed = findings.iter().any(|f| f.0 == Grade::Bad);
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn reindex(config: Option<&Path>) -> Result<()> {
    let ctx = wire::open(config)?;
    let permit = Actor::Console.permit::<IndexReports>().context("the console may index")?;
    let bar = super::seed::progress(0, "reports indexed");
    search::rebuild(&ctx, &permit, &|done| bar.inc(u64::try_from(done).unwrap_or(0))).map_err(super::exit::explain)?;
    bar.finish_and_clear();
    Ok(())
}

fn listening(settings: &Settings) -> Finding {
    let server = &settings.server;
    if !server.listen.ip().is_loopback() {
        return warn("server.listen is open to the network: listen on loopback and put a proxy with TLS in front");
    }
    if server.public_url.starts_with("http://") && !server.public_url.contains("127.0.0.1") && !server.public_url.contains("localhost") {
        return bad("server.public_url is plain http: reports would cross the network in clear");
    }
    good("HTTP listens on loopback")
}

fn mail(settings: &Settings) -> Finding {
    match &settings.mail.deliver {
        Deliver::Folder(_) => warn("mail goes to a folder: nobody receives a digest until mail.deliver is \"smtp\""),
        Deliver::Smtp(_) => good("mail goes out over TLS only"),
    }
}

fn areas(settings: &Settings) -> Finding {
    let areas = &settings.taxonomy.areas;
    if areas.is_empty() {
        return warn("no areas with head-counts: the anonymity meter and the workforce gate count everybody as nobody");
    }
    let now = SystemClock.now().period();
    if let Some(why) = headcounts::doubt(settings, now) {
        return warn(why);
    }
    let small = areas.iter().filter(|a| a.people(now) < CROWD_MIN).count();
    if small > 0 {
        warn(format!("{small} area(s) have fewer than {CROWD_MIN} people and are never named to analysts"))
    } else {
        good("areas have head-counts")
    }
}

fn root_key(settings: &Settings) -> Vec<Finding> {
    let file = &settings.keys.root_key_file;
    let Ok(data) = std::fs::metadata(file) else {
        return vec![bad(format!("root key: {} cannot be read", file.display()))];
    };
    let mut findings = Vec::new();
    if data.permissions().mode() & 0o077 != 0 {
        findings.push(bad(format!("root key: {} can be read by others; chmod 600 it", file.display())));
    }
    let beside =
        settings.storage_url.strip_prefix("sqlite://").and_then(|db| Path::new(db).parent().map(|folder| file.starts_with(folder)));
    if beside == Some(true) {
        findings.push(warn("root key: lies in the data folder; a stolen disk or backup then opens released texts (never raw ones)"));
    }
    if findings.is_empty() {
        findings.push(good("root key: private and apart from the data"));
    }
    findings
}

fn inside(settings: &Settings) -> Result<Vec<Finding>> {
    let address = wire::address(settings, Durability::Full)?;
    let state = schema_state(&address)?;
    if !state.unknown.is_empty() || !state.pending.is_empty() {
        return Ok(vec![bad("schema: not this program's; run `candor migrate`")]);
    }
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let store = wire::store(address, &clock)?;
    let mut findings =
        vec![if tables_in(&store)? { good("schema: as this program expects") } else { bad("schema: tables differ from this program's") }];
    let ctx = wire::context(settings.clone(), store, clock, None)?;
    findings.push(match audit::verify_against(&ctx, &anchor::noted(&ctx)).map_err(super::exit::explain)? {
        Verdict::Whole(n) => good(&format!("audit: {n} entries, chain whole")),
        Verdict::BrokenAt(seq) => bad(format!("audit: the chain breaks at entry {seq}")),
        Verdict::NotAsAnchored { seq, .. } => bad(format!("audit: the log does not fit its anchor at entry {seq}: cut or written anew")),
        Verdict::Truncated { .. } => bad("audit: the log was cut off"),
    });
    findings.push(match retention::alarm_now(&ctx).map_err(super::exit::explain)? {
        None => good("retention: no alarm"),
        Some(Alarm::Clock) => bad("retention: stopped, the clock is far from the last run; check it, then `candor doctor --confirm-retention`"),
        Some(Alarm::Many(class)) => bad(format!(
            "retention: stopped, suddenly more than a tenth of class \"{}\" is due; check the settings, then `candor doctor --confirm-retention`",
            class.code()
        )),
    });
    findings.push(if search::is_behind(&ctx).map_err(super::exit::explain)? {
        warn("search: some released reports are not indexed yet; the service does that after its start")
    } else {
        good("search: every released report is indexed")
    });
    findings.extend(issues(&ctx)?);
    findings.extend(staffing(&ctx)?);
    Ok(findings)
}

/// Whether every frozen digest is what was frozen; silent while the service is sealed.
fn issues(ctx: &Ctx) -> Result<Option<Finding>> {
    let Some(permit) = Actor::Console.permit::<ReadDigest>().filter(|_| !ctx.is_sealed()) else { return Ok(None) };
    let changed = digest::changed(ctx, &permit).map_err(super::exit::explain)?;
    let named: Vec<String> = changed.iter().map(ToString::to_string).collect();
    Ok(Some(if named.is_empty() {
        good("digests: every frozen issue is what was frozen")
    } else {
        bad(format!("digests: not what was frozen, so none of their letters goes out: {}", named.join(", ")))
    }))
}

fn staffing(ctx: &Ctx) -> Result<Vec<Finding>> {
    let Some(permit) = Actor::Console.permit::<ManagePeople>() else { return Ok(Vec::new()) };
    let everybody = people::list(ctx, &permit).map_err(super::exit::explain)?;
    let count = |role: Role| everybody.iter().filter(|p| p.standing == Standing::Active && p.roles.has(role)).count();
    let mut findings = Vec::new();
    match count(Role::Custodian) {
        0 => findings.push(warn("people: no custodian, so reporters cannot leave an identity strip")),
        1 => findings.push(warn("people: one custodian; it takes two before reporters can leave an identity strip")),
        2 => findings
            .push(warn("people: two custodians; losing one pass-phrase loses every identity strip: appoint a third, best from outside")),
        _ => findings.push(good("people: three or more custodians")),
    }
    match count(Role::Screener) {
        0 => findings.push(bad("people: no screener yet, so no report can be taken in")),
        1 => findings.push(warn("people: one screener; a lost pass-phrase loses every raw report, and nobody reads twice")),
        _ => findings.push(good("people: two or more screeners")),
    }
    for (role, what) in
        [(Role::Analyst, "analyst"), (Role::Publisher, "publisher"), (Role::Operator, "operator"), (Role::Auditor, "auditor")]
    {
        if count(role) == 0 {
            findings.push(warn(format!("people: no {what}")));
        }
    }
    Ok(findings)
}
