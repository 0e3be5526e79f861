//! The kit of the motivated-intruder exercise: released texts and a roster to somebody who tries, the key to somebody who scores.
//!
//! Everything is invented: a month of the demonstration goes through the real flows of a scratch instance, and each report gets an
//! author among the people of its area, role and hours. Refuses to write into a folder that exists, and to put the key into the kit.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::scratch::Scratch;
use crate::cli::demo::signed_in;
use crate::cli::exit::{Bad, explain};
use crate::cli::seed::{Hands, live_month};
use crate::cli::story::dice::Dice;
use crate::cli::story::{Story, Told};
use crate::cli::wire;
use crate::domain::access::{GrantScreening, ReadReleased};
use crate::domain::report::Coding;
use crate::domain::taxonomy::{Code, Taxonomy};
use crate::flows::people::{grant, waiting_for_key};
use crate::flows::triage;

/// Most texts: more than an afternoon's work.
const TEXTS_MAX: usize = 100;
/// Reports told for each text that is wanted: how many a month brings varies.
const SPARE: f64 = 1.6;
/// When somebody works, and how many in ten do.
const ROTAS: [(&str, u32); 4] = [("days", 4), ("early and late", 3), ("nights", 1), ("all hours", 2)];

/// Arguments of `drill intruder`.
#[derive(clap::Args)]
pub(in crate::cli) struct Args {
    /// New folder for the kit: texts, roster, empty answer sheet.
    #[arg(long, value_name = "FOLDER")]
    kit: PathBuf,
    /// New file for the key, to be kept from whoever tries.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// How many texts.
    #[arg(long, default_value_t = 30)]
    texts: usize,
    /// The same seed tells the same stories.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Somebody on the roster.
struct Colleague {
    name: String,
    area: Code,
    role: Code,
    rota: &'static str,
}

fn works_in(rota: &str, day_part: &str) -> bool {
    match rota {
        "days" => matches!(day_part, "morning" | "afternoon"),
        "early and late" => matches!(day_part, "morning" | "afternoon" | "evening"),
        "nights" => day_part == "night",
        _ => true,
    }
}

/// Everybody whom the head-counts of the demonstration name, with invented names.
fn roster(taxonomy: &Taxonomy, story: &Story, dice: &mut Dice) -> Vec<Colleague> {
    let of_role = |area: &Code, (role, people): &(Code, u32)| (0..*people).map(|_| (area.clone(), role.clone())).collect::<Vec<_>>();
    let mut all: Vec<(Code, Code)> = taxonomy.areas.iter().flat_map(|a| a.by_role.iter().flat_map(|r| of_role(&a.code, r))).collect();
    dice.shuffle(&mut all);
    let colleague = |(area, role)| Colleague { name: story.name(dice), area, role, rota: dice.weighted(&ROTAS).unwrap_or("all hours") };
    all.into_iter().map(colleague).collect()
}

/// Places on the roster that fit what analysts are told of a report.
fn fitting<'a>(roster: &'a [Colleague], coding: &'a Coding) -> impl Iterator<Item = usize> + 'a {
    let area = |c: &Colleague| coding.area.as_ref().is_none_or(|area| *area == c.area);
    let hours = |c: &Colleague| coding.day_part.as_ref().is_none_or(|part| works_in(c.rota, part.as_str()));
    roster.iter().enumerate().filter(move |(_, c)| area(c) && hours(c)).map(|(at, _)| at)
}

/// Somebody who fits what is told and has the role that the report was written in.
fn author(roster: &[Colleague], told: &Told, coding: &Coding, dice: &mut Dice) -> Option<(usize, usize)> {
    let crowd: Vec<usize> = fitting(roster, coding).collect();
    let role = told.submission.answers.role.as_ref();
    let known = role.filter(|role| roster.iter().any(|c| c.role == **role));
    let peers: Vec<usize> =
        crowd.iter().copied().filter(|at| roster.get(*at).is_some_and(|c| known.is_none_or(|role| c.role == *role))).collect();
    Some((dice.pick(&peers)?, crowd.len()))
}

/// One text of the kit.
struct Exhibit {
    text: String,
    coding: Coding,
    author: usize,
    crowd: usize,
}

fn exhibits(scratch: &Scratch, args: &Args, story: &mut Story, roster: &[Colleague], dice: &mut Dice) -> Result<Vec<Exhibit>> {
    let (ctx, clock, people) = (&scratch.ctx, &scratch.clock, &scratch.people);
    let first = signed_in(ctx, clock, people, 0)?;
    let permit = first.actor().permit::<GrantScreening>().context("a screener")?;
    for waiting in waiting_for_key(ctx, &permit).map_err(explain)? {
        grant(ctx, &permit, &first, waiting.id).map_err(explain)?;
    }
    let (second, analyst) = (signed_in(ctx, clock, people, 1)?, signed_in(ctx, clock, people, 2)?);
    let told = story.month(scratch.month, 0, 1, 20.0 + args.texts as f64 * SPARE);
    let hands = Hands { first: &first, second: &second, analyst: &analyst };
    let released = live_month(ctx, clock, scratch.month, &told, &hands, 0)?;
    let read = analyst.actor().permit::<ReadReleased>().context("an analyst")?;
    let mut exhibits = Vec::new();
    for (id, told) in released {
        let case = triage::read(ctx, &read, id).map_err(explain)?;
        if let Some((author, crowd)) = author(roster, told, &case.summary.coding, dice) {
            exhibits.push(Exhibit { text: case.text, coding: case.summary.coding, author, crowd });
        }
    }
    dice.shuffle(&mut exhibits);
    exhibits.truncate(args.texts);
    if exhibits.len() < args.texts {
        bail!("the month told only {} reports: try another seed", exhibits.len());
    }
    Ok(exhibits)
}

fn named(code: Option<&Code>) -> &str {
    code.map_or("not stated", Code::as_str)
}

fn table<const N: usize>(path: &Path, head: [&str; N], rows: impl Iterator<Item = [String; N]>) -> Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let mut csv = csv::Writer::from_writer(file.with_context(|| format!("cannot make {}", path.display()))?);
    csv.write_record(head)?;
    for row in rows {
        csv.write_record(row)?;
    }
    Ok(csv.flush()?)
}

fn numbered(at: usize) -> String {
    (at + 1).to_string()
}

/// Makes kit and key.
pub(super) fn make(args: &Args) -> Result<()> {
    if !(1..=TEXTS_MAX).contains(&args.texts) {
        return Err(Bad(format!("--texts: from 1 to {TEXTS_MAX}")).into());
    }
    if args.kit.exists() || args.key.exists() {
        return Err(Bad("the kit's folder and the key's file must not exist yet".to_owned()).into());
    }
    if args.key.starts_with(&args.kit) {
        return Err(Bad("keep the key outside the kit".to_owned()).into());
    }
    let (scratch, mut story, mut dice) = (Scratch::make()?, Story::new(args.seed), Dice::new(args.seed));
    let roster = roster(scratch.ctx.taxonomy(), &story, &mut dice);
    let exhibits = exhibits(&scratch, args, &mut story, &roster, &mut dice)?;
    wire::private_folder(&args.kit)?;
    let mut texts = OpenOptions::new().write(true).create_new(true).mode(0o600).open(args.kit.join("texts.txt"))?;
    for (at, exhibit) in exhibits.iter().enumerate() {
        let c = &exhibit.coding;
        let facts = [named(c.area.as_ref()), named(c.day_part.as_ref()), named(c.severity.as_ref()), named(c.category.as_ref())];
        writeln!(texts, "== {} ==\n{} | {}\n\n{}\n", at + 1, c.kind.code(), facts.join(" | "), exhibit.text)?;
    }
    let people =
        roster.iter().enumerate().map(|(at, c)| [numbered(at), c.name.clone(), c.area.to_string(), c.role.to_string(), c.rota.to_owned()]);
    table(&args.kit.join("roster.csv"), ["person", "name", "area", "role", "rota"], people)?;
    let empty = (0..exhibits.len()).map(|at| [numbered(at), String::new(), String::new(), String::new()]);
    table(&args.kit.join("answers.csv"), ["text", "person", "sure", "why"], empty)?;
    let key = exhibits.iter().enumerate().map(|(at, e)| [numbered(at), numbered(e.author), e.crowd.to_string()]);
    table(&args.key, ["text", "person", "crowd"], key)?;
    println!(
        "{} texts and {} people in {}; what to do with them: docs/exercise-intruder.md",
        exhibits.len(),
        roster.len(),
        args.kit.display()
    );
    Ok(())
}
