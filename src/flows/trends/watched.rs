//! What moved: the standard detector on every series, held against how many were tested.
//!
//! Refuses good and bad: more and fewer is all it says. A series too short or too thin is not tested, and not counted as tested.

use super::series::{Monthly, Subject, exposure};
use crate::domain::period::Period;
use crate::trends::detect::{BASELINE_MIN, Judged, Settings, Sign, watch};
use crate::trends::multiplicity::{Adjustment, adjust};

/// Most signals shown: what nobody can act on is noise.
pub const SIGNALS_MAX: usize = 3;

/// Months that are looked at: the baseline and the year that is judged.
pub(super) const WINDOW: usize = 36;

/// Longest baseline that is taken unless somebody says otherwise.
pub(super) const LEARN_MAX: usize = 24;

/// Fewest reports in the window's last 26 months for a series to be tested.
const REPORTS_MIN: u32 = 3;
const RECENT: usize = 26;

/// Share of false ones among the signals shown (Benjamini and Hochberg 1995).
const LEVEL: f64 = 0.05;

/// For months: one false alarm in about five years a series, as for weeks.
pub(super) const MONTHS: Settings = Settings { year: 12.0, recurrence: 60.0, ..Settings::WEEKS };

/// What is said of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// More than usual variation, also among so many series.
    Signal,
    /// Unusual for this series alone: among so many, chance brings one now and then.
    Watch,
    /// As usual.
    Usual,
}

/// The last month of one series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judgement {
    /// What is said.
    pub verdict: Verdict,
    /// Whether there are more than usual; else fewer.
    pub more: bool,
    /// Whether it has lasted; else it is this month alone.
    pub lasting: bool,
    /// Reports of the last month.
    pub observed: u32,
    /// Usual range of a month like this, whole reports.
    pub low: f64,
    /// Upper end of it.
    pub high: f64,
    /// First month of what lasted; the last month otherwise.
    pub since: Period,
    /// Reports since then.
    pub total: u32,
    /// Reports that were to be expected since then.
    pub expected: f64,
    /// A quiet series shows as much once in about so many months.
    recurrence: f64,
}

/// The answer for all series.
#[derive(Clone, Debug, Default)]
pub struct Watched {
    /// One entry a series; `None` where it was not tested.
    pub judged: Vec<Option<Judgement>>,
    /// How many were tested.
    pub tested: usize,
    /// Positions of the signals, the least likely by chance first; at most [`SIGNALS_MAX`].
    pub signals: Vec<usize>,
    /// How many signals there are in all.
    pub found: usize,
}

/// Periods to learn from when nobody chose: what comes before the last year, within bounds.
pub(super) fn baseline(periods: usize, year: usize) -> usize {
    periods.saturating_sub(year).clamp(BASELINE_MIN, LEARN_MAX)
}

/// Judges the last month of every series.
///
/// `1 / recurrence` is the chance that a quiet month shows as much, of any of four kinds; Benjamini-Hochberg over the series tested at 5 % asks
/// of the first signal among N once in 20 N months. The detector's own limit of five years holds besides.
pub(super) fn judge(series: &[Monthly], months: &[Period]) -> Watched {
    let mut judged: Vec<Option<Judgement>> = series.iter().map(|one| alone(one, months)).collect();
    if is_told_by_a_part(series) {
        judged.iter_mut().take(1).for_each(|whole| *whole = None);
    }
    let chances: Vec<f64> = judged.iter().flatten().map(|j| j.recurrence.max(1.0).recip()).collect();
    let mut adjusted = adjust(&chances, Adjustment::BenjaminiHochberg).unwrap_or_default().into_iter();
    for one in judged.iter_mut().flatten() {
        let chance = adjusted.next().unwrap_or(1.0);
        one.verdict = match (one.recurrence >= MONTHS.recurrence, chance <= LEVEL) {
            (true, true) => Verdict::Signal,
            (true, false) => Verdict::Watch,
            (false, _) => Verdict::Usual,
        };
    }
    let mut found: Vec<(usize, f64)> = Vec::new();
    found.extend(judged.iter().enumerate().filter_map(|(i, j)| Some((i, j.filter(|j| j.verdict == Verdict::Signal)?.recurrence))));
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    let signals = found.iter().take(SIGNALS_MAX).map(|(i, _)| *i).collect();
    Watched { tested: chances.len(), judged, signals, found: found.len() }
}

/// Whether one part holds every report: then the part speaks for the whole, and one event is not told twice.
fn is_told_by_a_part(series: &[Monthly]) -> bool {
    let whole = series.iter().find(|s| s.subject == Subject::All);
    whole.is_some_and(|whole| series.iter().any(|s| s.subject != Subject::All && s.counts == whole.counts))
}

fn alone(one: &Monthly, months: &[Period]) -> Option<Judgement> {
    let from = months.len().saturating_sub(WINDOW);
    let (counts, months) = (one.counts.get(from..)?, months.get(from..)?);
    let recent = counts.get(counts.len().saturating_sub(RECENT)..)?;
    if recent.iter().sum::<u32>() < REPORTS_MIN {
        return None;
    }
    let learn = baseline(counts.len(), 12);
    let exposures: Vec<f64> = months.iter().map(|m| exposure(one.people, *m)).collect();
    let known: Vec<Option<f64>> = counts.iter().map(|n| Some(f64::from(*n))).collect();
    let judged: Vec<Judged> = watch(&known, &exposures, learn, &MONTHS)?.judged.into_iter().flatten().collect();
    let last = *judged.last()?;
    let height = |j: &Judged| match last.sign {
        Sign::Rise => j.rise,
        Sign::Fall => j.fall,
        Sign::High | Sign::Low => 0.0,
    };
    let since = judged.len() - judged.iter().rev().take_while(|j| height(j) > 0.0).count().max(1);
    Some(Judgement {
        verdict: Verdict::Usual,
        more: matches!(last.sign, Sign::High | Sign::Rise),
        lasting: matches!(last.sign, Sign::Rise | Sign::Fall),
        observed: *counts.last()?,
        low: last.low,
        high: last.high,
        since: *months.get(learn + since)?,
        total: counts.get(learn + since..)?.iter().sum(),
        expected: judged.get(since..)?.iter().map(|j| j.expected).sum(),
        recurrence: last.recurrence,
    })
}

#[cfg(test)]
mod tests {
    use super::{Verdict, judge};
    use crate::domain::period::Period;
    use crate::flows::trends::series::{Monthly, Subject};

    /// Around 12 a month, as spread as Poisson counts are.
    const CALM: [u32; 12] = [12, 9, 14, 11, 16, 8, 13, 12, 10, 15, 7, 13];

    fn months(count: usize) -> Vec<Period> {
        Period::parse("2026-10").expect("a month").back(count)
    }

    fn series(code: &str, counts: Vec<u32>) -> Monthly {
        Monthly { subject: Subject::Category(code.to_owned()), counts, people: None }
    }

    fn calm_then(after: &[u32]) -> Vec<u32> {
        CALM.into_iter().cycle().take(36 - after.len()).chain(after.iter().copied()).collect()
    }

    #[test]
    fn nothing_moved_is_the_answer_when_nothing_did() {
        let all: Vec<Monthly> = (0..24).map(|i| series(&format!("c{i}"), CALM.into_iter().cycle().skip(i).take(36).collect())).collect();

        let watched = judge(&all, &months(36));

        assert_eq!((watched.tested, watched.found), (24, 0));
    }

    #[test]
    fn a_spike_a_doubling_and_a_silence_are_told_apart() {
        let all = [
            series("spike", calm_then(&[40])),
            series("doubling", calm_then(&[24, 27, 22, 25])),
            series("silence", calm_then(&[2, 1, 3, 1, 2])),
            series("calm", calm_then(&[])),
        ];

        let watched = judge(&all, &months(36));

        let told: Vec<_> = watched.judged.iter().flatten().map(|j| (j.verdict, j.more, j.lasting)).collect();
        assert_eq!(told.first(), Some(&(Verdict::Signal, true, false)));
        assert_eq!(told.get(1), Some(&(Verdict::Signal, true, true)));
        assert_eq!(told.get(2), Some(&(Verdict::Signal, false, true)));
        assert_eq!(told.get(3).map(|t| t.0), Some(Verdict::Usual));
        let doubling = watched.judged[1].expect("a judgement");
        assert_eq!((doubling.since.to_string(), doubling.total, doubling.observed), ("2026-07".to_owned(), 98, 25));
        assert!((40.0..55.0).contains(&doubling.expected), "{}", doubling.expected);
    }

    #[test]
    fn what_alarms_alone_is_only_watched_among_many() {
        let one = series("odd", calm_then(&[26]));
        let mut all = vec![one];
        let alone = judge(&all, &months(36)).judged[0].expect("a judgement").verdict;
        all.extend((0..300).map(|i| series(&format!("c{i}"), CALM.into_iter().cycle().skip(i % 12).take(36).collect())));

        let among = judge(&all, &months(36)).judged[0].expect("a judgement").verdict;

        assert_eq!((alone, among), (Verdict::Signal, Verdict::Watch));
    }

    #[test]
    fn the_short_and_the_thin_are_not_tested() {
        assert_eq!(judge(&[series("short", vec![9; 12])], &months(12)).tested, 0);
        assert_eq!(judge(&[series("thin", calm_then(&[0; 36]))], &months(36)).tested, 0);
        assert_eq!(judge(&[series("enough", vec![9; 13])], &months(13)).tested, 1);
    }

    #[test]
    fn a_part_that_holds_everything_speaks_for_the_whole() {
        let whole = Monthly { subject: Subject::All, counts: calm_then(&[40]), people: None };

        let watched = judge(&[whole, series("only", calm_then(&[40]))], &months(36));

        assert_eq!((watched.tested, watched.signals), (1, vec![1]));
    }
}
