//! Scores an answer sheet of the motivated-intruder exercise against its key.
//!
//! Refuses a sheet that does not belong to the key, and certainty outside 0 to 100.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::cli::exit::Bad;

/// From here on an answer counts as a confident one.
const CONFIDENT: u32 = 80;

/// Arguments of `drill intruder-score`.
#[derive(clap::Args)]
pub(in crate::cli) struct Args {
    /// The key that was made with the kit.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// The filled-in answer sheet.
    #[arg(value_name = "FILE")]
    answers: PathBuf,
}

/// What came of it.
#[derive(Debug, Default, PartialEq)]
struct Score {
    texts: usize,
    answered: usize,
    right: usize,
    confident: usize,
    confident_right: usize,
    /// Right answers to be expected from drawing lots among everybody who fits area and hours.
    by_lot: f64,
}

fn rows(path: &Path, columns: usize) -> Result<Vec<csv::StringRecord>> {
    let shown = path.display();
    let mut csv = csv::Reader::from_path(path).with_context(|| format!("cannot read {shown}"))?;
    let rows = csv.records().collect::<Result<Vec<_>, _>>().map_err(|e| Bad(format!("{shown}: {e}")))?;
    if rows.iter().any(|row| row.len() < columns) {
        return Err(Bad(format!("{shown}: a line has too few fields")).into());
    }
    Ok(rows)
}

fn field(row: &csv::StringRecord, at: usize) -> &str {
    row.get(at).unwrap_or_default().trim()
}

fn score(key: &[csv::StringRecord], answers: &[csv::StringRecord]) -> Result<Score> {
    let mut truth: BTreeMap<&str, (&str, f64)> = BTreeMap::new();
    for row in key {
        let crowd: u32 = field(row, 2).parse().map_err(|_| Bad("this is no key: its last column counts people".to_owned()))?;
        truth.insert(field(row, 0), (field(row, 1), f64::from(crowd.max(1))));
    }
    let mut score = Score { texts: truth.len(), ..Score::default() };
    for row in answers.iter().filter(|row| !field(row, 1).is_empty()) {
        let text = field(row, 0);
        // Taken out: a second answer about a text is no answer.
        let (person, crowd) = truth.remove(text).ok_or_else(|| Bad(format!("text {text:?} is not in the key, or is answered twice")))?;
        let sure = field(row, 2).parse::<u32>().ok().filter(|sure| *sure <= 100);
        let sure = sure.ok_or_else(|| Bad(format!("text {text}: say how sure you are, 0 to 100")))?;
        let (right, confident) = (field(row, 1) == person, sure >= CONFIDENT);
        score.answered += 1;
        score.right += usize::from(right);
        score.confident += usize::from(confident);
        score.confident_right += usize::from(right && confident);
        score.by_lot += crowd.recip();
    }
    Ok(score)
}

/// Prints the score; `true` when nobody was confidently found.
pub(super) fn run(args: &Args) -> Result<bool> {
    let s = score(&rows(&args.key, 3)?, &rows(&args.answers, 3)?)?;
    println!("{} texts, {} answered, {} right; {:.2} right to be expected by lot", s.texts, s.answered, s.right, s.by_lot);
    println!("{} answers at {CONFIDENT} or more, {} of them right", s.confident, s.confident_right);
    Ok(s.confident_right == 0)
}

#[cfg(test)]
mod tests {
    use super::{Score, score};

    fn rows(lines: &[&[&str]]) -> Vec<csv::StringRecord> {
        lines.iter().map(|line| csv::StringRecord::from(line.to_vec())).collect()
    }

    #[test]
    fn right_and_confident_answers_are_counted_apart() {
        let key = rows(&[&["1", "40", "200"], &["2", "41", "50"], &["3", "42", "100"], &["4", "43", "100"]]);
        let sheet = rows(&[&["1", "40", "90", "the bed"], &["2", "41", "20", ""], &["3", "7", "85", ""], &["4", "", "", ""]]);

        let found = score(&key, &sheet).expect("a score");

        assert_eq!(found, Score { texts: 4, answered: 3, right: 2, confident: 2, confident_right: 1, by_lot: 0.005 + 0.02 + 0.01 });
    }

    #[test]
    fn sheets_that_do_not_fit_are_refused() {
        let key = rows(&[&["1", "40", "200"]]);
        for sheet in [&[["9", "40", "90"]][..], &[["1", "40", "101"]], &[["1", "40", ""]], &[["1", "40", "9"], ["1", "41", "9"]]] {
            let lines: Vec<&[&str]> = sheet.iter().map(|line| &line[..]).collect();
            assert!(score(&key, &rows(&lines)).is_err(), "{sheet:?}");
        }
        assert!(score(&rows(&[&["1", "40", "x"]]), &[]).is_err());
    }
}
