//! Table forms of `candor trend`: pairs, many tests, terms, and notes that resemble a question or each other, each with its own columns.
//!
//! Refuses a table whose columns are not those, with the number of the line and what to write.

use std::collections::{BTreeMap, BTreeSet};

use clap::ValueEnum;
use csv::{ReaderBuilder, Trim};

use super::Method;
use super::detectors::{at_least_zero, level, positive};
use super::output::{Figures, Table};
use crate::cli::exit::Bad;
use crate::trends::multiplicity::{Adjustment, adjust};
use crate::trends::pairs::{Cell, Measures, Mixture, TwoByTwo, fit, measures, shrink};
use crate::trends::words::{Bm25, Form, Prior, Tfidf, char_shingles, emerging, tokens, word_bigrams};

/// Pairs from which on a prior is fitted unless one is given.
const FIT_FROM: usize = 200;

/// Most notes that are compared each with each.
const NOTES_MAX: usize = 3000;

/// Most cells of a table of pairs, empty ones included.
const CELLS_MAX: usize = 1_000_000;

/// How tables are judged.
#[derive(clap::Args)]
#[group(skip)]
#[command(next_help_heading = "Tables (--chart pairs|pvalues|terms|search|similar)")]
pub(super) struct Args {
    /// Show pairs with so many reports or more.
    #[arg(long, value_name = "N", default_value = "3")]
    min_count: u32,
    /// Prior of EBGM as alpha1,beta1,alpha2,beta2,share, or fit; fitted from 200 pairs on, else 0.2,0.1,2,4,1/3.
    #[arg(long, value_name = "PRIOR", value_parser = mixture)]
    mixture: Option<Shape>,
    /// Level of rejection (pvalues) and of the flag bh (pairs).
    #[arg(long, value_name = "P", default_value = "0.05", value_parser = level)]
    fdr: f64,
    /// The group that is compared with all others (terms).
    #[arg(long, value_name = "NAME", default_value = "now")]
    now: String,
    /// Pseudo-counts in all, shared out by frequency (terms); a tenth of the words, 50 to 500, unless given.
    #[arg(long, value_name = "N", value_parser = positive)]
    prior: Option<f64>,
    /// The same pseudo-count for every word instead (terms).
    #[arg(long, value_name = "N", value_parser = positive, conflicts_with = "prior")]
    uniform: Option<f64>,
    /// Count a word once a note (terms).
    #[arg(long)]
    once: bool,
    /// What to look for (search).
    #[arg(long, value_name = "WORDS")]
    query: Option<String>,
    /// Form of BM25 (search).
    #[arg(long, value_name = "NAME", default_value = "lucene")]
    form: FormName,
    /// Saturation of repeated words (search): 1.2 for lucene, 1.5 for okapi.
    #[arg(long, value_name = "N", value_parser = at_least_zero)]
    k1: Option<f64>,
    /// Weight of length, 0 to 1 (search).
    #[arg(long, value_name = "N", default_value = "0.75", value_parser = share)]
    b: f64,
    /// Show pairs of notes from this cosine on (similar) …
    #[arg(long, value_name = "N", default_value = "0.6", value_parser = share)]
    cosine: f64,
    /// … or from this share of common four-letter shingles on.
    #[arg(long, value_name = "N", default_value = "0.5", value_parser = share)]
    jaccard: f64,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormName {
    Lucene,
    Okapi,
}

#[derive(Clone, Copy)]
enum Shape {
    Fit,
    Fixed(Mixture),
}

fn mixture(text: &str) -> Result<Shape, String> {
    if text == "fit" {
        return Ok(Shape::Fit);
    }
    let refusal = || "write fit, or five numbers like 0.2,0.1,2,4,0.333".to_owned();
    let numbers: Vec<f64> = text.split(',').map(|n| positive(n.trim())).collect::<Result<_, _>>().map_err(|_| refusal())?;
    match numbers.as_slice() {
        [alpha1, beta1, alpha2, beta2, share] if *share < 1.0 => {
            Ok(Shape::Fixed(Mixture { alpha1: *alpha1, beta1: *beta1, alpha2: *alpha2, beta2: *beta2, share: *share }))
        }
        _ => Err(refusal()),
    }
}

fn share(text: &str) -> Result<f64, String> {
    at_least_zero(text).ok().filter(|n| *n <= 1.0).ok_or_else(|| "write a number from 0 to 1".to_owned())
}

/// The answer if a table was asked for, else nothing.
pub(super) fn answer(args: &super::Args, bytes: &[u8]) -> Result<Option<Table>, Bad> {
    let options = &args.tables;
    let mut table = Table::of(args.chart.name());
    match args.chart {
        Method::Pairs => pairs(options, &read(bytes, ["row", "column", "count"])?, &mut table)?,
        Method::Pvalues => p_values(options, &read(bytes, ["name", "p"])?, &mut table)?,
        Method::Terms => terms(options, &read(bytes, ["group", "text"])?, &mut table)?,
        Method::Search => search(options, &read(bytes, ["id", "text"])?, &mut table)?,
        Method::Similar => similar(options, &read(bytes, ["id", "text"])?, &mut table)?,
        _ => return Ok(None),
    }
    Ok(Some(table))
}

/// One row and the line it stands on.
type Row<const N: usize> = (u64, [String; N]);

/// Rows of exactly these columns; a heading that names the last of them is skipped.
fn read<const N: usize>(bytes: &[u8], names: [&str; N]) -> Result<Vec<Row<N>>, Bad> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).trim(Trim::All).comment(Some(b'#')).from_reader(bytes);
    let wanted = names.join(",");
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(0, csv::Position::line);
            Bad(format!("line {line}: not CSV in UTF-8: write {wanted}"))
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(str::is_empty) {
            continue;
        }
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        let cells: [String; N] = cells
            .try_into()
            .map_err(|_| Bad(format!("line {line}: {N} columns are needed, {wanted}: put text that holds commas in quotes")))?;
        let is_heading = rows.is_empty() && cells.last().zip(names.last()).is_some_and(|(cell, name)| cell.eq_ignore_ascii_case(name));
        if !is_heading {
            rows.push((line, cells));
        }
    }
    if rows.is_empty() { Err(Bad(format!("no data: write lines of {wanted} to standard input"))) } else { Ok(rows) }
}

fn pairs(args: &Args, rows: &[Row<3>], table: &mut Table) -> Result<(), Bad> {
    let mut counts: BTreeMap<(&str, &str), f64> = BTreeMap::new();
    let (mut by_row, mut by_column) = (BTreeMap::<&str, f64>::new(), BTreeMap::<&str, f64>::new());
    for (line, [row, column, count]) in rows {
        let parsed = count.parse::<f64>().ok().filter(|n| (0.0..=1e15).contains(n) && n.fract() == 0.0);
        let count = parsed.ok_or_else(|| Bad(format!("line {line}: count {count:?} is not a whole number of 0 or more")))?;
        *counts.entry((row, column)).or_default() += count;
        *by_row.entry(row).or_default() += count;
        *by_column.entry(column).or_default() += count;
    }
    let all: f64 = by_row.values().sum();
    if by_row.len().saturating_mul(by_column.len()) > CELLS_MAX {
        return Err(Bad(format!("more than {CELLS_MAX} cells: merge rows or columns")));
    }
    let mut cells = Vec::new();
    for (row, in_row) in by_row.iter().filter(|r| *r.1 > 0.0) {
        for (column, in_column) in by_column.iter().filter(|c| *c.1 > 0.0) {
            let count = counts.get(&(*row, *column)).copied().unwrap_or(0.0);
            cells.push(((*row, *column), [count, *in_row, *in_column], Cell { count, expected: in_row * in_column / all }));
        }
    }
    let every: Vec<Cell> = cells.iter().map(|c| c.2).collect();
    let (prior, fitted) = match args.mixture {
        Some(Shape::Fixed(prior)) => (Some(prior), false),
        None if every.len() < FIT_FROM => (Some(Mixture::START), false),
        _ => (fit(&every), true),
    };
    let prior = prior.ok_or_else(|| Bad("every count is 0".to_owned()))?;
    table.figures.set("reports", all);
    table.figures.set("prior_fitted", fitted);
    table.figures.set("prior", vec![prior.alpha1, prior.beta1, prior.alpha2, prior.beta2, prior.share]);
    let shown = cells.iter().filter(|c| c.1[0] >= f64::from(args.min_count));
    let found: Vec<_> = shown
        .filter_map(|(names, [a, row, column], cell)| {
            let measured = measures(TwoByTwo { a: *a, b: row - a, c: column - a, d: all - row - column + a })?;
            Some((*names, *cell, measured))
        })
        .collect();
    let p: Vec<f64> = found.iter().map(|f| f.2.p).collect();
    let adjusted = adjust(&p, Adjustment::BenjaminiHochberg).unwrap_or_default();
    for ((names, cell, measured), bh) in found.iter().zip(adjusted) {
        table.rows.push(pair(*names, *cell, measured, bh, (&prior, args.fdr)));
    }
    Ok(())
}

fn pair((row, column): (&str, &str), cell: Cell, found: &Measures, bh: f64, (prior, fdr): (&Mixture, f64)) -> Figures {
    let mut line = Figures::default();
    line.set("row", row);
    line.set("column", column);
    line.set("count", cell.count);
    line.set("expected", found.expected);
    line.set("ratio", found.ratio);
    for (names, interval) in [(["prr", "prr_low", "prr_high"], found.prr), (["ror", "ror_low", "ror_high"], found.ror)] {
        let parts = interval.map_or([None; 3], |i| [i.estimate, i.low, i.high].map(Some));
        names.into_iter().zip(parts).for_each(|(name, part)| line.set(name, part));
    }
    line.set("chi_square", found.chi_square);
    line.set("ic", found.ic.estimate);
    line.set("ic025", found.ic.low);
    line.set("ic975", found.ic.high);
    let shrunk = shrink(cell, prior);
    line.set("ebgm", shrunk.map(|s| s.mean));
    line.set("eb05", shrunk.map(|s| s.low));
    line.set("eb95", shrunk.map(|s| s.high));
    line.set("p", found.p);
    line.set("p_bh", bh);
    line.set("evans", found.evans);
    line.set("ic_flag", found.ic.low > 0.0);
    line.set("eb_flag", shrunk.is_some_and(|s| s.low >= 2.0));
    line.set("bh_flag", bh <= fdr);
    line
}

fn p_values(args: &Args, rows: &[Row<2>], table: &mut Table) -> Result<(), Bad> {
    let mut p = Vec::new();
    for (line, [_, cell]) in rows {
        let value = cell.parse::<f64>().ok().filter(|p| (0.0..=1.0).contains(p));
        p.push(value.ok_or_else(|| Bad(format!("line {line}: p {cell:?} is not a number from 0 to 1")))?);
    }
    let ways = [
        (["bonferroni", "bonferroni_rejects"], Adjustment::Bonferroni),
        (["holm", "holm_rejects"], Adjustment::Holm),
        (["bh", "bh_rejects"], Adjustment::BenjaminiHochberg),
        (["by", "by_rejects"], Adjustment::BenjaminiYekutieli),
    ];
    table.figures.set("tests", p.len());
    table.figures.set("level", args.fdr);
    let adjusted: Vec<_> = ways.into_iter().map(|(names, how)| (names, adjust(&p, how).unwrap_or_default())).collect();
    for (names, values) in &adjusted {
        table.figures.set(names[1], values.iter().filter(|p| **p <= args.fdr).count());
    }
    for (i, ((_, [name, _]), raw)) in rows.iter().zip(&p).enumerate() {
        let mut line = Figures::default();
        line.set("name", name.as_str());
        line.set("p", *raw);
        for (names, values) in &adjusted {
            line.set(names[0], values.get(i).copied());
            line.set(names[1], values.get(i).is_some_and(|p| *p <= args.fdr));
        }
        table.rows.push(line);
    }
    Ok(())
}

fn terms(args: &Args, rows: &[Row<2>], table: &mut Table) -> Result<(), Bad> {
    let (mut now, mut earlier) = (Vec::new(), Vec::new());
    for (_, [group, text]) in rows {
        let words = tokens(text);
        let side = if group.eq_ignore_ascii_case(&args.now) { &mut now } else { &mut earlier };
        if args.once {
            side.extend(words.into_iter().collect::<BTreeSet<_>>());
        } else {
            side.extend(words);
        }
    }
    if now.is_empty() || earlier.is_empty() {
        return Err(Bad(format!("a group {:?} and another one are needed, each with words: name the first with --now", args.now)));
    }
    let total = args.prior.unwrap_or_else(|| ((now.len() + earlier.len()) as f64 / 10.0).clamp(50.0, 500.0));
    let prior = args.uniform.map_or(Prior::Informative(total), Prior::Uniform);
    table.figures.set("words_now", now.len());
    table.figures.set("words_earlier", earlier.len());
    table.figures.set("prior", args.uniform.unwrap_or(total));
    let mut found = emerging(&now, &earlier, prior);
    found.sort_by(|a, b| b.z.total_cmp(&a.z).then_with(|| a.word.cmp(&b.word)));
    for term in found {
        let mut line = Figures::default();
        line.set("term", term.word.as_str());
        line.set("now", term.now);
        line.set("earlier", term.earlier);
        line.set("delta", term.delta);
        line.set("z", term.z);
        line.set("z_short", term.z_short);
        table.rows.push(line);
    }
    Ok(())
}

fn search(args: &Args, rows: &[Row<2>], table: &mut Table) -> Result<(), Bad> {
    let query = args.query.as_deref().map(tokens).filter(|q| !q.is_empty());
    let query = query.ok_or_else(|| Bad("search needs words to look for: --query WORDS".to_owned()))?;
    let notes: Vec<Vec<String>> = rows.iter().map(|(_, [_, text])| tokens(text)).collect();
    let form = match args.form {
        FormName::Lucene => Form::Lucene { k1: args.k1.unwrap_or(1.2), b: args.b },
        FormName::Okapi => Form::Okapi { k1: args.k1.unwrap_or(1.5), b: args.b, epsilon: 0.25 },
    };
    table.figures.set("notes", notes.len());
    for (note, score) in Bm25::new(&notes, form).best(&query, notes.len()) {
        let mut line = Figures::default();
        line.set("id", rows.get(note).map(|(_, [id, _])| id.as_str()));
        line.set("score", score);
        table.rows.push(line);
    }
    Ok(())
}

fn similar(args: &Args, rows: &[Row<2>], table: &mut Table) -> Result<(), Bad> {
    if rows.len() > NOTES_MAX {
        return Err(Bad(format!("more than {NOTES_MAX} notes are not compared each with each: give fewer, of one unit or week")));
    }
    let index = Tfidf::new(&rows.iter().map(|(_, [_, text])| tokens(text)).collect::<Vec<_>>());
    let shingles: Vec<_> = rows.iter().map(|(_, [_, text])| (word_bigrams(text), char_shingles(text))).collect();
    table.figures.set("notes", rows.len());
    for (i, (one, (_, [id, _]))) in shingles.iter().zip(rows).enumerate() {
        for (j, (other, (_, [other_id, _]))) in shingles.iter().zip(rows).enumerate().skip(i + 1) {
            let (cosine, letters) = (index.cosine(i, j), one.1.with(&other.1));
            if cosine < args.cosine && letters < args.jaccard {
                continue;
            }
            let mut line = Figures::default();
            line.set("id", id.as_str());
            line.set("other", other_id.as_str());
            line.set("cosine", cosine);
            line.set("jaccard_words", one.0.with(&other.0));
            line.set("jaccard_letters", letters);
            table.rows.push(line);
        }
    }
    Ok(())
}
