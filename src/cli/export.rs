//! `candor export`: released reports of whole months into one file for analysts elsewhere (`docs/export.md`).
//!
//! The file's own time is set to the end of its months. Refuses to overwrite a file, and writes none when the gate lets nothing out.

use std::fs::{File, FileTimes, OpenOptions};
use std::io::{BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, UNIX_EPOCH};

use anyhow::{Context as _, Result};
use serde_json::{Map, Value};

use super::exit::{Bad, explain};
use super::wire;
use crate::domain::access::{Actor, ExportReports};
use crate::domain::clock::Moment;
use crate::domain::period::Period;
use crate::flows::export::{Asked, Row, export};
use crate::trends::disclosure::Audience;

/// Arguments of `export`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// First month.
    #[arg(long, value_name = "YYYY-MM")]
    from: String,
    /// Last month; without it, the first one alone.
    #[arg(long, value_name = "YYYY-MM")]
    to: Option<String>,
    /// Who will have the file: safety-team, all-staff or outside.
    #[arg(long, default_value = "all-staff", value_name = "AUDIENCE")]
    audience: String,
    /// Add the released wordings in which the de-identifier finds nothing more.
    #[arg(long)]
    texts: bool,
    /// The file to write: NAME.csv, or NAME.jsonl for one JSON object a line.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// How the rows are written.
#[derive(Clone, Copy)]
enum Format {
    Csv,
    Lines,
}

const COLUMNS: [&str; 7] = ["id", "month", "kind", "area", "day_part", "severity", "category"];
const TEXT: &str = "text";

fn month(text: &str) -> Result<Period> {
    Period::parse(text).ok_or_else(|| Bad(format!("{text:?} is not a month: write YYYY-MM")).into())
}

pub(super) fn run(config: Option<&Path>, args: &Args) -> Result<ExitCode> {
    let format = match args.out.extension().and_then(|e| e.to_str()) {
        Some("csv") => Format::Csv,
        Some("jsonl") => Format::Lines,
        _ => return Err(Bad(format!("{}: name the file .csv or .jsonl", args.out.display())).into()),
    };
    if args.out.exists() {
        return Err(Bad(format!("{} exists already", args.out.display())).into());
    }
    let first = month(&args.from)?;
    let last = args.to.as_deref().map_or(Ok(first), month)?;
    let audience = Audience::from_code(&args.audience).ok_or_else(|| Bad("--audience: safety-team, all-staff or outside".to_owned()))?;
    let ctx = wire::open(config)?;
    let permit = Actor::Console.permit::<ExportReports>().context("the console may export")?;
    let rows = export(&ctx, &permit, &Asked { first, last, audience, texts: args.texts }).map_err(explain)?;
    let file = write(&args.out, format, args.texts, &rows).with_context(|| format!("cannot write {}", args.out.display()))?;
    date(&file, last).context("the file's time cannot be set")?;
    println!("{} row(s) in {}; for whom, and what may be said of it: docs/export.md", rows.len(), args.out.display());
    Ok(ExitCode::SUCCESS)
}

/// The file says no more of when it was made than which months it holds.
fn date(file: &File, last: Period) -> Result<()> {
    let end = UNIX_EPOCH + Duration::from_secs(u64::try_from(Moment::start_of(last.next()).0)?);
    Ok(file.set_times(FileTimes::new().set_modified(end).set_accessed(end))?)
}

fn cells(row: &Row) -> [&str; 7] {
    let r = &row.record;
    [&row.id, &r.month, &r.kind, &r.place, &r.day_part, &r.severity, &r.category].map(String::as_str)
}

fn write(path: &Path, format: Format, texts: bool, rows: &[Row]) -> Result<File> {
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    let mut out = BufWriter::new(file);
    match format {
        Format::Csv => csv(&mut out, texts, rows)?,
        Format::Lines => lines(&mut out, texts, rows)?,
    }
    let file = out.into_inner().map_err(|e| e.into_error())?;
    file.sync_all()?;
    Ok(file)
}

fn csv(out: &mut impl Write, texts: bool, rows: &[Row]) -> Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    let text = |text| Some(text).filter(|_| texts);
    csv.write_record(COLUMNS.into_iter().chain(text(TEXT)))?;
    for row in rows {
        csv.write_record(cells(row).into_iter().chain(text(&row.text)))?;
    }
    Ok(csv.flush()?)
}

/// What was not said, and a wording that is not in it, is null.
fn lines(out: &mut impl Write, texts: bool, rows: &[Row]) -> Result<()> {
    let value = |text: &str| if text.is_empty() { Value::Null } else { Value::from(text) };
    for row in rows {
        let mut object: Map<String, Value> =
            COLUMNS.into_iter().zip(cells(row)).map(|(name, text)| (name.to_owned(), value(text))).collect();
        if texts {
            object.insert(TEXT.to_owned(), value(&row.text));
        }
        serde_json::to_writer(&mut *out, &object)?;
        writeln!(out)?;
    }
    Ok(())
}
