//! What moved: the standard detector on every series, held against how many were tested.
//!
//! Refuses good and bad: more and fewer is all it says. A series too short or too thin is not tested, and not counted as tested.

use super::series::{Monthly, exposure};
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
    /// Unusual for this series alone, or outside its usual range: chance brings one now and then among so many.
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
    /// Whether it began before the last month.
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

impl Judgement {
    /// Whether the last month lies outside the usual range. A month outside by chance is more, or fewer, by the end it lies beyond.
    fn is_outside(&self) -> bool {
        let observed = f64::from(self.observed);
        observed < self.low || observed > self.high
    }
}

/// The answer for all series.
#[derive(Clone, Debug, Default)]
pub struct Watched {
    /// One entry a series; `None` where it was not tested.
    pub judged: Vec<Option<Judgement>>,
    /// How many were tested.
    pub tested: usize,
    /// The signals, the least likely by chance first, at most [`SIGNALS_MAX`]: each the positions of all series with the same counts.
    pub signals: Vec<Vec<usize>>,
    /// How many signals there are in all.
    pub found: usize,
}

/// Periods to learn from when nobody chose: what comes before the last year, within bounds.
pub(super) fn baseline(periods: usize, year: usize) -> usize {
    periods.saturating_sub(year).clamp(BASELINE_MIN, LEARN_MAX)
}

/// Judges the last month of every series. Series with the same counts are one: the same reports are not told, or tested, twice.
///
/// `1 / recurrence` is the chance that a quiet month shows as much, of any of four kinds; Benjamini-Hochberg over the series tested at 5 % asks
/// of the first signal among N once in 20 N months. The detector's own limit of five years holds besides.
pub(super) fn judge(series: &[Monthly], months: &[Period]) -> Watched {
    let mut judged: Vec<Option<Judgement>> = series.iter().map(|one| alone(one, months)).collect();
    let mut same: Vec<(Judgement, Vec<usize>)> = Vec::new();
    for (at, (one, judgement)) in series.iter().zip(&judged).enumerate() {
        let Some(judgement) = judgement else { continue };
        let twins = |(_, others): &&mut (Judgement, Vec<usize>)| {
            others.first().and_then(|other| series.get(*other)).is_some_and(|other| other.counts == one.counts)
        };
        match same.iter_mut().find(twins) {
            Some((_, others)) => others.push(at),
            None => same.push((*judgement, vec![at])),
        }
    }
    let chances: Vec<f64> = same.iter().map(|(j, _)| j.recurrence.max(1.0).recip()).collect();
    let adjusted = adjust(&chances, Adjustment::BenjaminiHochberg).unwrap_or_default();
    let mut found: Vec<(f64, Vec<usize>)> = Vec::new();
    for ((judgement, positions), chance) in same.into_iter().zip(adjusted) {
        let alarms = judgement.recurrence >= MONTHS.recurrence;
        let verdict = match (alarms, chance <= LEVEL) {
            (true, true) => Verdict::Signal,
            _ if alarms || judgement.is_outside() => Verdict::Watch,
            _ => Verdict::Usual,
        };
        for at in &positions {
            judged.iter_mut().skip(*at).take(1).flatten().for_each(|j| j.verdict = verdict);
        }
        if verdict == Verdict::Signal {
            found.push((judgement.recurrence, positions));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let count = found.len();
    Watched { tested: chances.len(), judged, signals: found.into_iter().take(SIGNALS_MAX).map(|(_, at)| at).collect(), found: count }
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
        lasting: since + 1 < judged.len(),
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
    use crate::domain::subject::Subject;
    use crate::flows::trends::series::Monthly;

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

    /// Calm series, no two alike.
    fn calm(count: usize) -> Vec<Monthly> {
        let one = |i: usize| {
            let mut counts: Vec<u32> = CALM.into_iter().cycle().skip(i % 12).take(36).collect();
            counts[0] = 5 + u32::try_from(i / 12).expect("small");
            series(&format!("c{i}"), counts)
        };
        (0..count).map(one).collect()
    }

    #[test]
    fn nothing_moved_is_the_answer_when_nothing_did() {
        let watched = judge(&calm(24), &months(36));

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
        let verdict = |others: usize| {
            let mut all = vec![series("odd", calm_then(&[24]))];
            all.extend(calm(others));
            judge(&all, &months(36)).judged[0].expect("a judgement").verdict
        };

        assert_eq!((verdict(0), verdict(120)), (Verdict::Signal, Verdict::Watch));
    }

    #[test]
    fn the_short_and_the_thin_are_not_tested() {
        assert_eq!(judge(&[series("short", vec![9; 12])], &months(12)).tested, 0);
        assert_eq!(judge(&[series("thin", calm_then(&[0; 36]))], &months(36)).tested, 0);
        assert_eq!(judge(&[series("enough", vec![9; 13])], &months(13)).tested, 1);
    }

    #[test]
    fn the_same_reports_are_told_once() {
        let whole = Monthly { subject: Subject::All, counts: calm_then(&[40]), people: None };

        let watched = judge(&[whole, series("calm", calm_then(&[])), series("only", calm_then(&[40]))], &months(36));

        assert_eq!((watched.tested, watched.found, watched.signals), (2, 1, vec![vec![0, 2]]));
        assert_eq!(watched.judged[2].map(|j| j.verdict), Some(Verdict::Signal));
    }

    #[test]
    fn outside_the_range_by_chance_is_not_called_usual() {
        let all: Vec<Monthly> = [20, 13].map(|last| series("odd", calm_then(&[last]))).into();

        let verdicts: Vec<Verdict> = judge(&all, &months(36)).judged.iter().flatten().map(|j| j.verdict).collect();

        assert_eq!(verdicts, [Verdict::Watch, Verdict::Usual]);
    }

    /// Poisson counts from a fixed start: multiplication of uniform numbers (Knuth), uniform numbers by xorshift (Marsaglia 2003).
    fn drawn(state: &mut u64, mean: f64) -> u32 {
        let (mut count, mut product) = (0, 1.0);
        loop {
            for (left, by) in [(true, 13), (false, 7), (true, 17)] {
                *state ^= if left { *state << by } else { *state >> by };
            }
            product *= (*state >> 11) as f64 / (1_u64 << 53) as f64;
            if product <= (-mean).exp() {
                return count;
            }
            count += 1;
        }
    }

    #[test]
    fn a_quiet_organisation_seldom_sees_a_signal() {
        let mut state = 88_172_645_463_325_252;
        let board = |state: &mut u64| {
            let one = |i: usize| series(&format!("c{i}"), (0..36).map(|_| drawn(state, [0.5, 1.5, 4.0, 10.0, 25.0][i % 5])).collect());
            (0..24).map(one).collect::<Vec<_>>()
        };

        let signalled = (0..200).filter(|_| judge(&board(&mut state), &months(36)).found > 0).count();

        // 5 % is what is promised; 200 boards scatter it by 1.5 points.
        assert!(signalled <= 20, "{signalled} of 200 quiet boards");
    }
}
