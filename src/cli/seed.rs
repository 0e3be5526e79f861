//! Synthetic reports straight through the real flows: `candor seed`, and the history of `candor demo`.
//!
//! `candor seed` fills intake and moves it to the desk; only the demonstration, whose screeners it made itself, can
//! also screen and triage. Refuses to invent keys: reports are sealed to the installation's own screening key.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use indicatif::{ProgressBar, ProgressStyle};

use super::exit::explain;
use super::story::{Story, Told};
use super::wire;
use crate::domain::access::{Confirm, ListScreening, ReadRaw, Release, Triage};
use crate::domain::clock::{Clock as _, DAY, FixedClock, Moment, SystemClock};
use crate::domain::id::ReportId;
use crate::domain::period::Period;
use crate::domain::redaction::{Decision, Span};
use crate::domain::report::{ReportKind, Status, Submission};
use crate::domain::taxonomy::Code;
use crate::flows::intake::{Submitted, advance, issue, submit};
use crate::flows::people::Session;
use crate::flows::screening::{Proposed, RawCase, Settled};
use crate::flows::triage::Change;
use crate::flows::{Ctx, screening, triage};

/// Arguments of `seed`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// How many reports.
    #[arg(long, default_value_t = 1000)]
    reports: usize,
    /// The same seed writes the same reports.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(super) fn run(config: Option<&Path>, args: &Args) -> Result<ExitCode> {
    let ctx = wire::open(config)?;
    let bar = progress(args.reports, "reports");
    let (mut story, mut written) = (Story::new(args.seed), 0);
    while written < args.reports {
        for told in story.month(ctx.now().period(), 0, 1, 100.0).into_iter().take(args.reports - written) {
            file(&ctx, &told.submission)?;
            written += 1;
            bar.inc(1);
        }
    }
    let moved = advance(&ctx).map_err(explain)?;
    bar.finish_and_clear();
    println!("{written} report(s) taken in, {moved} moved to the screening desk");
    Ok(ExitCode::SUCCESS)
}

/// A bar on a terminal, silence elsewhere.
pub(super) fn progress(of: usize, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(of).unwrap_or(u64::MAX)).with_message(what);
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:32} {pos}/{len}") {
        bar.set_style(style);
    }
    bar
}

/// Sends a report in; gives its nine words.
pub(super) fn file(ctx: &Ctx, submission: &Submission) -> Result<String> {
    let issued = issue(ctx);
    match submit(ctx, submission, &issued.words, &issued.token).map_err(explain)? {
        Submitted::Received(words) => Ok(words),
        Submitted::Stale(_) | Submitted::Different(_) | Submitted::WordsInText => anyhow::bail!("a synthetic report was not accepted"),
    }
}

/// What invented reporters are told at the end.
const OUTCOMES: [&str; 4] = [
    "We changed the label so that the two can be told apart at a glance.",
    "The checklist now has this step where it is needed.",
    "We talked about it at the safety huddle; two colleagues had seen the same.",
    "The part was ordered and is fitted. Thank you for saying it in time.",
];

/// The people whose work a history needs, signed in.
pub(super) struct Hands<'a> {
    /// Opens and proposes.
    pub(super) first: &'a Session,
    /// Confirms.
    pub(super) second: &'a Session,
    /// Codes.
    pub(super) analyst: &'a Session,
}

/// Lets one invented month happen: reports come in, are screened, released and coded; `leave` stay on the desk. Says which released
/// report tells which story.
pub(super) fn live_month<'t>(
    ctx: &Ctx,
    clock: &FixedClock,
    period: Period,
    told: &'t [Told],
    hands: &Hands<'_>,
    leave: usize,
) -> Result<Vec<(ReportId, &'t Told)>> {
    // The present month may not be that old yet, and nothing invented may lie in the future.
    let (start, now) = (Moment::start_of(period), SystemClock.now());
    clock.set(start.plus(9 * DAY).min(now.plus(-7200)));
    on_every_core(told, |some| some.iter().try_for_each(|t| file(ctx, &t.submission).map(drop)))?;
    clock.set(start.plus(11 * DAY).min(now.plus(-3600)));
    advance(ctx).map_err(explain)?;
    let released = screen_all(ctx, told, hands, leave)?;
    triage_all(ctx, hands, &released)?;
    Ok(released)
}

/// Answers every doubt with "hide": what an invented screener in a hurry would do.
fn settle(case: &RawCase) -> Settled {
    let hide = |spans: &[Span]| spans.iter().map(|s| ((s.start, s.end), Decision::Hide)).collect();
    Settled { decisions: hide(&case.spans), idea_decisions: hide(&case.idea_spans), also: Vec::new() }
}

/// Screens all but `leave` reports, on every core, and says which report tells which story.
fn screen_all<'t>(ctx: &Ctx, told: &'t [Told], hands: &Hands<'_>, leave: usize) -> Result<Vec<(ReportId, &'t Told)>> {
    let list = hands.first.actor().permit::<ListScreening>().context("a screener")?;
    let mut released = Vec::new();
    loop {
        let ids: Vec<ReportId> = screening::list(ctx, &list).map_err(explain)?.items.iter().map(|item| item.id).collect();
        if ids.len() <= leave {
            return Ok(released);
        }
        let work = ids.get(..ids.len() - leave).unwrap_or_default();
        released.extend(on_every_core(work, |ids| screen_some(ctx, told, hands, ids))?.into_iter().flatten());
    }
}

/// Does the work in one share for each core; its answers in the order of the items.
fn on_every_core<T: Sync, R: Send>(items: &[T], work: impl Fn(&[T]) -> Result<R> + Sync) -> Result<Vec<R>> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = items.len().div_ceil(cores).max(1);
    std::thread::scope(|scope| {
        let running: Vec<_> = items.chunks(share).map(|some| scope.spawn(|| work(some))).collect();
        running.into_iter().map(|t| t.join().unwrap_or_else(|_| Err(anyhow::anyhow!("a step stopped half way")))).collect()
    })
}

fn screen_some<'t>(ctx: &Ctx, told: &'t [Told], hands: &Hands<'_>, ids: &[ReportId]) -> Result<Vec<(ReportId, &'t Told)>> {
    let read = hands.first.actor().permit::<ReadRaw>().context("a screener")?;
    let mut released = Vec::new();
    for id in ids {
        let case = screening::open(ctx, &read, hands.first, *id).map_err(explain)?;
        release(ctx, hands, &case)?;
        released.extend(told.iter().find(|t| t.submission == case.submission).map(|story| (*id, story)));
    }
    Ok(released)
}

/// Proposes what was opened, with everything hidden that is marked, and lets the second screener confirm it.
pub(super) fn release(ctx: &Ctx, hands: &Hands<'_>, case: &RawCase) -> Result<()> {
    let propose = hands.first.actor().permit::<Release>().context("a screener")?;
    let confirm = hands.second.actor().permit::<Confirm>().context("a screener")?;
    let done = screening::propose_opened(ctx, &propose, hands.first, case, &settle(case)).map_err(explain)?;
    if done == Proposed::WaitsForSecond {
        screening::confirm(ctx, &confirm, case.item.id).map_err(explain)?;
    }
    Ok(())
}

fn triage_all(ctx: &Ctx, hands: &Hands<'_>, released: &[(ReportId, &Told)]) -> Result<()> {
    let code = hands.analyst.actor().permit::<Triage>().context("an analyst")?;
    // One in nine stays uncoded, as on a real desk.
    let coded: Vec<(usize, &(ReportId, &Told))> = released.iter().enumerate().filter(|(n, _)| n % 9 != 8).collect();
    let one = |(number, (id, story)): &(usize, &(ReportId, &Told))| triage::code(ctx, &code, *id, &change(story, *number)).map_err(explain);
    on_every_core(&coded, |some| some.iter().try_for_each(one))?;
    Ok(())
}

fn change(told: &Told, number: usize) -> Change {
    let status = match (told.submission.kind, number % 5) {
        (ReportKind::WentWell, _) | (_, 0..=2) => Status::Closed,
        (_, 3) => Status::Learning,
        _ => Status::Triage,
    };
    let closing = (status == Status::Closed).then(|| Code::parse("learned")).flatten();
    Change {
        category: Some(told.category.clone()),
        factors: told.factors.clone(),
        risk: told.risk,
        synopsis: told.synopsis.clone(),
        status,
        outcome: if status == Status::Closed { OUTCOMES[number % OUTCOMES.len()].to_owned() } else { String::new() },
        closing,
        excluded: false,
        version: 1,
    }
}
