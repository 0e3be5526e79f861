//! `candor trend`: a series from standard input, judged by one method. No database, no keys, no network.
//!
//! Says what is more than usual variation. Refuses to say whether it is good or bad, unless it was told which way is better.

mod charts;
mod compare;
mod detectors;
mod input;
mod output;
mod signals;
mod sums;
mod table;
mod tables;

use std::io::Read as _;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::ValueEnum;

use crate::trends::{Kind, Series};
use output::Answer;

/// Arguments of `trend`.
#[derive(clap::Args)]
#[command(
    after_help = "Standard input: CSV with the columns period,count[,exposure][,phase], a heading if you like.\nTables: pairs row,column,count; pvalues name,p; terms group,text; search and similar id,text."
)]
pub(super) struct Args {
    /// The method.
    #[arg(long, value_name = "NAME")]
    chart: Method,
    /// Print one JSON object instead of a table.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    rules: signals::Args,
    #[command(flatten)]
    limits: charts::Args,
    #[command(flatten)]
    compare: compare::Args,
    #[command(flatten)]
    detect: detectors::Args,
    #[command(flatten)]
    cusum: sums::Args,
    #[command(flatten)]
    tables: tables::Args,
}

/// What a series can be judged by.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Method {
    /// Run chart: the median and the run rules of Anhøj.
    Run,
    /// Individuals chart of single measures.
    #[value(alias = "i")]
    Xmr,
    /// Moving ranges of single measures.
    Mr,
    /// Counts with constant exposure.
    C,
    /// Rates: counts with exposure.
    U,
    /// Shares: counts out of a number given as exposure.
    P,
    /// Laney's u′ chart, for very large exposure.
    #[value(alias = "u-prime")]
    Up,
    /// Laney's p′ chart, for very large numbers.
    #[value(alias = "p-prime")]
    Pp,
    /// Opportunities between rare events, given as count.
    G,
    /// Time between rare events, given as count.
    T,
    /// Units side by side: one line a unit, exposure or expected count as exposure.
    Funnel,
    /// Exact intervals of rates; two lines or two phases are compared.
    Rates,
    /// Mann-Kendall test and Sen's slope.
    #[value(aliases = ["mk", "kendall"])]
    MannKendall,
    /// When the level changed.
    #[value(alias = "change-point")]
    Changepoint,
    /// The standard detector of weekly counts: prediction, CUSUM up and down, spread and season.
    #[value(alias = "standard")]
    Default,
    /// Gamma-Poisson prediction of each period.
    #[value(alias = "predictive")]
    Predict,
    /// CUSUM with a limit chosen by run length.
    Cusum,
    /// Farrington and others 1996.
    Farrington,
    /// Noufaily and others 2013.
    FarringtonFlexible,
    /// EARS C1, C2 or C3 (--ears).
    Ears,
    /// Negative binomial prediction from the same weeks of past years.
    Bayes,
    /// Baseline method of the Robert Koch Institute.
    Rki,
    /// Pairs of row and column: lines of row,column,count.
    Pairs,
    /// Many tests: lines of name,p.
    #[value(alias = "p-values")]
    Pvalues,
    /// Emerging terms: lines of group,text; the group now, new or current against all others.
    Terms,
    /// Past notes that resemble a question (--query): lines of id,text.
    Search,
    /// Notes that may tell of one event twice: lines of id,text.
    Similar,
}

impl Method {
    /// As it is written after `--chart`.
    const fn name(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Xmr => "xmr",
            Self::Mr => "mr",
            Self::C => "c",
            Self::U => "u",
            Self::P => "p",
            Self::Up => "up",
            Self::Pp => "pp",
            Self::G => "g",
            Self::T => "t",
            Self::Funnel => "funnel",
            Self::Rates => "rates",
            Self::MannKendall => "mann-kendall",
            Self::Changepoint => "changepoint",
            Self::Default => "default",
            Self::Predict => "predict",
            Self::Cusum => "cusum",
            Self::Farrington => "farrington",
            Self::FarringtonFlexible => "farrington-flexible",
            Self::Ears => "ears",
            Self::Bayes => "bayes",
            Self::Rki => "rki",
            Self::Pairs => "pairs",
            Self::Pvalues => "pvalues",
            Self::Terms => "terms",
            Self::Search => "search",
            Self::Similar => "similar",
        }
    }
}

pub(super) fn run(args: &Args) -> Result<ExitCode> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).context("cannot read standard input")?;
    if let Some(found) = tables::answer(args, &bytes)? {
        if args.json {
            println!("{}", serde_json::to_string(&found)?);
        } else {
            print!("{}", table::grid(&found));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let answer = judge(args, &input::read(&bytes)?)?;
    if args.json {
        println!("{}", serde_json::to_string(&answer)?);
    } else {
        print!("{}", table::text(&answer));
    }
    Ok(ExitCode::SUCCESS)
}

fn judge(args: &Args, series: &Series) -> Result<Answer> {
    let chart = |kind| charts::draw(args, kind, series);
    let answer = match args.chart {
        Method::Run => chart(Kind::Run),
        Method::Xmr => chart(Kind::Xmr),
        Method::Mr => chart(Kind::Mr),
        Method::C => chart(Kind::C),
        Method::U => chart(Kind::U),
        Method::P => chart(Kind::P),
        Method::Up => chart(Kind::LaneyU),
        Method::Pp => chart(Kind::LaneyP),
        Method::G => chart(Kind::G),
        Method::T => chart(Kind::T),
        Method::Funnel => charts::compare_units(args, series),
        Method::Rates => compare::rates(args, series),
        Method::MannKendall => compare::drift(args, series),
        Method::Changepoint => compare::change(args, series),
        Method::Cusum => sums::cusum(args, series),
        _ => detectors::detect(args, series),
    };
    Ok(answer?)
}
