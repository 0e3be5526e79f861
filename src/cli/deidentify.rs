//! `candor deidentify`: text in, text without identifiers out. No database, no keys, no network.
//!
//! With `--jsonl` every line is answered in order, by all cores; a bad line is named on standard error, the others still go through,
//! and the exit code is 2.

use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use super::{dictionary, in_order};
use crate::deident::{Dictionary, Engine, HIDE_AT, redact};
use crate::domain::contact::Language;
use crate::domain::redaction::Span;

/// Arguments of `deidentify`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// One JSON object a line: {"id","text","lang"?} in, {"id","text","spans":[…]} out.
    #[arg(long)]
    jsonl: bool,
    /// The organisation's own terms as CSV: term,kind[,note].
    #[arg(long, value_name = "FILE")]
    dictionary: Option<PathBuf>,
}

#[derive(Deserialize)]
struct In {
    id: serde_json::Value,
    text: String,
    lang: Option<String>,
}

#[derive(Serialize)]
struct Out<'a> {
    id: &'a serde_json::Value,
    text: String,
    spans: Vec<OutSpan>,
}

#[derive(Serialize)]
struct OutSpan {
    start: usize,
    end: usize,
    kind: &'static str,
    confidence: f64,
    rule: &'static str,
}

pub(super) fn run(args: &Args) -> Result<ExitCode> {
    let engine = Engine::new().context("the de-identification rules are damaged")?;
    let own = args.dictionary.as_deref().map(dictionary::read).transpose()?.map(|entries| Dictionary::new(&entries)).unwrap_or_default();
    let scan = |text: &str, language| engine.scan_with(text, language, Some(&own));
    if args.jsonl { lines(&scan) } else { whole(&scan) }
}

/// Text and its language, if known, to spans.
type Scan<'a> = dyn Fn(&str, Option<Language>) -> Vec<Span> + Sync + 'a;

fn whole(scan: &Scan<'_>) -> Result<ExitCode> {
    let mut text = String::new();
    std::io::stdin().lock().read_to_string(&mut text).context("standard input is not UTF-8 text")?;
    let spans: Vec<_> = scan(&text, None).into_iter().filter(|s| s.confidence >= HIDE_AT).collect();
    std::io::stdout().lock().write_all(redact(&text, &spans).to_plain().as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn lines(scan: &Scan<'_>) -> Result<ExitCode> {
    let mut bad = false;
    let work = |(number, line): in_order::Line| (number, serde_json::from_slice::<In>(&line).ok().map(|item| answer(scan, &item)));
    in_order::answer(&work, |(number, answer), out| {
        if let Some(line) = answer {
            out.write_all(&line?)?;
        } else {
            // The parser's message could quote the text; the number is enough to find the line.
            eprintln!("candor: line {number} is not a JSON object with \"id\" and \"text\"");
            bad = true;
        }
        Ok(())
    })?;
    Ok(ExitCode::from(if bad { 2 } else { 0 }))
}

fn answer(scan: &Scan<'_>, item: &In) -> serde_json::Result<Vec<u8>> {
    let spans = scan(&item.text, item.lang.as_deref().and_then(Language::parse));
    let hidden: Vec<_> = spans.iter().filter(|s| s.confidence >= HIDE_AT).cloned().collect();
    let answer = Out {
        id: &item.id,
        text: redact(&item.text, &hidden).to_plain(),
        spans: spans
            .iter()
            .map(|s| OutSpan {
                start: s.start,
                end: s.end,
                kind: s.kind.code(),
                confidence: (f64::from(s.confidence) * 1000.0).round() / 1000.0,
                rule: s.rule,
            })
            .collect(),
    };
    let mut line = serde_json::to_vec(&answer)?;
    line.push(b'\n');
    Ok(line)
}
