//! `candor dictionary`: the organisation's own terms, from the machine the service runs on. Prints counts, never a term.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};

use super::exit::{Bad, explain};
use super::wire;
use crate::domain::access::{Actor, ManageDictionary};
use crate::domain::contact::Language;
use crate::domain::dictionary::{BadLine, Entry, Origin, kind_named, parse_list};
use crate::flows::dictionary::{Imported, What, import, remove, status};
use crate::i18n::Catalog;

/// Subcommands of `dictionary`.
#[derive(clap::Subcommand)]
pub(super) enum Command {
    /// Take terms from a CSV file with the columns term,kind[,note]; `-` reads standard input. A bad line stops it, and
    /// nothing is taken then.
    Import {
        /// The file.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Put these in the place of the terms imported before.
        #[arg(long)]
        replace: bool,
    },
    /// Say how many terms there are, by kind.
    Status,
    /// Remove every term, or those of one kind.
    Clear {
        /// person, location, org, id, vehicle, other …
        #[arg(long)]
        kind: Option<String>,
    },
}

pub(super) fn run(config: Option<&Path>, command: &Command) -> Result<ExitCode> {
    let ctx = wire::open(config)?;
    let permit = Actor::Console.permit::<ManageDictionary>().context("the console may manage the list")?;
    match command {
        Command::Import { file, replace } => match import(&ctx, &permit, &text(file)?, *replace).map_err(explain)? {
            Imported::Done { added, total } => println!("{added} term(s) added; {total} on the list"),
            Imported::Refused(bad) => return Err(refused(&bad)),
        },
        Command::Status => {
            let counts = status(&ctx, &permit).map_err(explain)?;
            for (kind, n) in &counts.kinds {
                println!("{:<12} {n}", kind.code());
            }
            println!("{:<12} {}", "all", counts.total);
            println!("{:<12} {}", "from reports", counts.from_reports);
        }
        Command::Clear { kind } => {
            let what = match kind {
                None => What::All,
                Some(word) => What::Kind(kind_named(word).ok_or_else(|| Bad(format!("{word:?} is not a kind of term")))?),
            };
            println!("{} term(s) removed", remove(&ctx, &permit, &what).map_err(explain)?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A file's text; what is not UTF-8 becomes a mark that the parser names with its line.
fn text(file: &Path) -> Result<String> {
    let bytes = if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).context("cannot read standard input")?;
        bytes
    } else {
        std::fs::read(file).map_err(|error| Bad(format!("cannot read {}: {error}", file.display())))?
    };
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Terms from a file, without a database.
pub(super) fn read(file: &Path) -> Result<Vec<Entry>> {
    parse_list(&text(file)?, Origin::List).map_err(|bad| refused(&bad))
}

/// Every bad line with its number and reason, without what stands there.
fn refused(bad: &[BadLine]) -> anyhow::Error {
    let words = Catalog::load().ok().map(|catalog| catalog.words(Language::English));
    let reason = |b: &BadLine| words.as_ref().map_or_else(|| b.key.to_owned(), |w| w.get(b.key));
    let lines: Vec<String> = bad.iter().map(|b| format!("line {}: {}", b.line, reason(b))).collect();
    Bad(format!("nothing was taken\n{}", lines.join("\n"))).into()
}
