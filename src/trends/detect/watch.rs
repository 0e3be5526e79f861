//! The standard detector of "rules v1": each period against a frozen baseline, with one figure that says how unusual it is.
//!
//! Refuses a baseline of fewer than twelve known periods, and any mark of good or bad. What happens after a period never changes what was
//! said of it.

use super::cusum::{reference_value, sums};
use super::dispersion::{settled, tame};
use super::predict::{Baseline, Tails, as_count};
use super::run_length::Side;
use super::season::Season;
use super::sustained::Heights;

/// Fewest known periods of a baseline.
pub const BASELINE_MIN: usize = 12;

/// Change that the CUSUM for rises is tuned to: a doubling.
const RISE: f64 = 2.0;

/// Change that the CUSUM for falls is tuned to: a halving.
const FALL: f64 = 0.5;

/// Ends of the usual range, as shares of the prediction.
const USUAL: [f64; 2] = [0.025, 0.975];

/// What may be set; [`Settings::WEEKS`] is what is used unless somebody says otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Periods in a year: the length of the season, and the time a baseline is meant to serve.
    pub year: f64,
    /// A season is taken out when its p is below this.
    pub season_level: f64,
    /// Extra spread is believed when its p is below this.
    pub dispersion_level: f64,
    /// Alarm when a quiet series would show as much only once in so many periods.
    pub recurrence: f64,
}

impl Settings {
    /// For weekly counts: one false alarm in about five years a series.
    pub const WEEKS: Self = Self { year: 52.1775, season_level: 0.01, dispersion_level: 0.1, recurrence: 260.0 };
}

/// What made a period unusual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// This period alone is high.
    High,
    /// This period alone is low.
    Low,
    /// A rise that lasts.
    Rise,
    /// A fall that lasts.
    Fall,
}

impl Sign {
    /// Its share of the false alarms: what lasts has most of them, and a rise more than a fall, which a low mean cannot show anyway.
    const fn share(self) -> f64 {
        match self {
            Self::Rise => 0.60,
            Self::Fall => 0.20,
            Self::High => 0.15,
            Self::Low => 0.05,
        }
    }
}

/// What is said of one period after the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// Expected count.
    pub expected: f64,
    /// Lower end of the usual range: the 2.5 % quantile of the prediction.
    pub low: f64,
    /// Upper end of the usual range: the 97.5 % quantile.
    pub high: f64,
    /// Two-sided p of this period alone: what goes into a Benjamini-Hochberg step over several series.
    pub p: f64,
    /// CUSUM for a doubling, in counts divided by the dispersion.
    pub rise: f64,
    /// CUSUM for a halving, in the same unit.
    pub fall: f64,
    /// A quiet series shows as much as this, of any kind, once in about so many periods.
    pub recurrence: f64,
    /// The most unusual thing about the period.
    pub sign: Sign,
}

/// A judged series.
#[derive(Clone, Debug, PartialEq)]
pub struct Watch {
    /// What the baseline knows; with a season, of an average period of the baseline.
    pub baseline: Baseline,
    /// The season that was taken out, if there was one.
    pub season: Option<Season>,
    /// One entry a period after the baseline, `None` where the count is missing.
    pub judged: Vec<Option<Judged>>,
}

/// One way to see a series: with its season taken out, or without.
struct View {
    baseline: Baseline,
    /// What each period has of the baseline's rate: exposure, times season where there is one.
    shape: Vec<f64>,
    usual: f64,
}

/// How seldom a quiet series shows what was seen, by kind, each in periods.
#[derive(Clone, Copy)]
struct Seldom {
    tails: Tails,
    heights: [f64; 2],
    lengths: [f64; 2],
}

impl Seldom {
    fn of(&self, sign: Sign) -> f64 {
        match sign {
            Sign::High => self.tails.at_least.recip(),
            Sign::Low => self.tails.at_most.recip(),
            Sign::Rise => self.lengths[0],
            Sign::Fall => self.lengths[1],
        }
    }
}

/// Judges every period after the first `learn` ones, which are the baseline.
///
/// Four things are looked for: this period high, this period low (gamma-Poisson prediction), a lasting rise, a lasting fall (Poisson CUSUM
/// tuned to a doubling and a halving, counts divided by the dispersion). Each gets the time after which a quiet series shows as much, its
/// recurrence interval (Kleinman, Lazarus and Platt 2004), times its share of the false alarms; the longest counts. A season
/// is taken out when it is beyond doubt; while it is not, "fewer" is said only if it holds with the season and without, for a year and a
/// half of counts cannot tell the low season from people who stopped telling.
///
/// `exposure` has one entry a period, or none at all for equal ones. `None` for fewer than [`BASELINE_MIN`] known periods of baseline, a
/// count that is not a whole number of 0 or more, or an exposure that is missing or not positive where the count is known.
#[must_use]
pub fn watch(counts: &[Option<f64>], exposure: &[f64], learn: usize, settings: &Settings) -> Option<Watch> {
    let equal = vec![1.0; counts.len()];
    let exposure = if exposure.is_empty() { equal.as_slice() } else { exposure };
    let known: Vec<usize> = (0..learn.min(counts.len())).filter(|i| counts[*i].is_some()).collect();
    let exposed = counts.len() == exposure.len() && counts.iter().zip(exposure).all(|(y, e)| y.is_none() || (e.is_finite() && *e > 0.0));
    if known.len() < BASELINE_MIN || !exposed || !counts.iter().flatten().all(|y| as_count(*y).is_some()) {
        return None;
    }
    let learnt: Vec<f64> = known.iter().filter_map(|i| counts[*i]).collect();
    let flat = View::new(&learnt, &known, exposure.to_vec(), 1.0, settings)?;
    let tamed = tame(&learnt, &known.iter().map(|i| exposure[*i]).collect::<Vec<_>>(), 1.0).counts;
    let season = Season::fit(&known, &tamed, &known.iter().map(|i| exposure[*i]).collect::<Vec<_>>(), settings.year);
    let wavy = season.as_ref().and_then(|season| {
        let scale = known.iter().map(|i| exposure[*i]).sum::<f64>() / known.iter().map(|i| exposure[*i] * season.factor(*i)).sum::<f64>();
        let shape = exposure.iter().enumerate().map(|(i, e)| e * season.factor(i) * scale).collect();
        View::new(&learnt, &known, shape, 3.0, settings)
    });
    let certain = season.filter(|s| s.p < settings.season_level && wavy.is_some());
    let (main, other) = match (wavy, certain.is_some()) {
        (Some(wavy), true) => (wavy, None),
        (wavy, _) => (flat, wavy),
    };
    let seen = main.judge(counts, learn, settings);
    let doubted = other.map(|view| view.judge(counts, learn, settings));
    let mut known = Vec::new();
    let judged = seen.iter().enumerate().map(|(i, seen)| {
        let doubt = doubted.as_ref().and_then(|list| list.get(i).copied().flatten());
        seen.as_ref().and_then(|seen| main.describe(seen, doubt.as_ref(), learn + i, &mut known))
    });
    Some(Watch { judged: judged.collect(), baseline: main.baseline, season: certain })
}

/// What was worked out for this key before, or now: counts and exposures repeat from period to period.
fn once<K: PartialEq + Copy, V: Copy>(known: &mut Vec<(K, V)>, key: K, work: impl FnOnce() -> V) -> V {
    if let Some((_, value)) = known.iter().find(|(other, _)| *other == key) {
        return *value;
    }
    let value = work();
    known.push((key, value));
    value
}

impl View {
    fn new(learnt: &[f64], known: &[usize], shape: Vec<f64>, columns: f64, settings: &Settings) -> Option<Self> {
        let of_baseline: Vec<f64> = known.iter().map(|i| shape[*i]).collect();
        let tamed = tame(learnt, &of_baseline, columns);
        let dispersion = settled(tamed.dispersion, learnt.len() as f64 - columns, settings.dispersion_level);
        let total: f64 = of_baseline.iter().sum();
        let baseline = Baseline::new(tamed.counts.iter().sum(), total, dispersion)?;
        Some(Self { baseline, shape, usual: total / learnt.len() as f64 })
    }

    fn judge(&self, counts: &[Option<f64>], learn: usize, settings: &Settings) -> Vec<Option<Seldom>> {
        let phi = self.baseline.dispersion();
        let periods: Vec<(usize, u64)> = (learn..counts.len()).filter_map(|i| Some((i, as_count(counts[i]?)?))).collect();
        let scaled: Vec<f64> = periods.iter().map(|(_, y)| *y as f64 / phi).collect();
        let arm = |side: Side, change: f64| {
            let rate = self.baseline.mean(1.0);
            let reference = reference_value(rate, change * rate).unwrap_or(rate) / phi;
            let references: Vec<f64> = periods.iter().map(|(i, _)| reference * self.shape[*i]).collect();
            let heights = sums(side, &scaled, &references);
            let chances = Heights::new(side, &self.baseline, self.usual, reference * self.usual, settings.year);
            let lengths: Vec<f64> = heights.iter().map(|h| chances.run_length(*h)).collect();
            (heights, lengths)
        };
        let (rises, falls) = (arm(Side::Up, RISE), arm(Side::Down, FALL));
        let mut seen = vec![None; counts.len().saturating_sub(learn)];
        let mut known = Vec::new();
        for (at, (i, y)) in periods.iter().enumerate() {
            let shape = self.shape[*i];
            seen[i - learn] = Some(Seldom {
                tails: once(&mut known, (*y, shape), || self.baseline.tails(*y, shape)),
                heights: [rises.0[at], falls.0[at]],
                lengths: [rises.1[at], falls.1[at]],
            });
        }
        seen
    }

    /// `known` holds the usual ranges worked out so far, by exposure.
    fn describe(&self, seen: &Seldom, doubt: Option<&Seldom>, at: usize, known: &mut Vec<(f64, [Option<u64>; 2])>) -> Option<Judged> {
        let recurrence = |sign: Sign| {
            let length = match (sign, doubt) {
                (Sign::Low | Sign::Fall, Some(doubt)) => seen.of(sign).min(doubt.of(sign)),
                _ => seen.of(sign),
            };
            length * sign.share()
        };
        let signs = [Sign::High, Sign::Low, Sign::Rise, Sign::Fall].map(|sign| (sign, recurrence(sign)));
        let (sign, recurrence) = signs.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
        let exposure = self.shape[at];
        let [low, high] = once(known, exposure, || USUAL.map(|p| self.baseline.quantile(p, exposure)));
        Some(Judged {
            expected: self.baseline.mean(exposure),
            low: low? as f64,
            high: high? as f64,
            p: seen.tails.two_sided(),
            rise: seen.heights[0],
            fall: seen.heights[1],
            recurrence,
            sign,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Settings, Sign, watch};

    /// Mean 2, spread like Poisson counts, without a season.
    const CALM: [f64; 13] = [2.0, 1.0, 3.0, 2.0, 0.0, 4.0, 1.0, 2.0, 3.0, 1.0, 2.0, 5.0, 0.0];

    fn series(after: &[f64]) -> Vec<Option<f64>> {
        CALM.iter().cycle().take(78).chain(after).map(|y| Some(*y)).collect()
    }

    fn alarms(after: &[f64]) -> Vec<(usize, Sign)> {
        let found = watch(&series(after), &[], 78, &Settings::WEEKS).expect("a watch");
        let judged = found.judged.into_iter().enumerate().filter_map(|(i, j)| j.map(|j| (i, j)));
        judged.filter(|(_, j)| j.recurrence >= Settings::WEEKS.recurrence).map(|(i, j)| (i, j.sign)).collect()
    }

    #[test]
    fn more_of_the_same_is_usual() {
        assert_eq!(alarms(&CALM), []);
    }

    #[test]
    fn a_spike_a_doubling_and_a_silence_are_told_apart() {
        assert_eq!(alarms(&[2.0, 14.0]).first(), Some(&(1, Sign::High)));
        assert_eq!(alarms(&[4.0, 5.0, 3.0, 4.0, 5.0, 4.0, 4.0, 5.0]).first().map(|a| a.1), Some(Sign::Rise));
        assert_eq!(alarms(&[0.0; 12]).first().map(|a| a.1), Some(Sign::Fall));
    }

    #[test]
    fn a_later_period_changes_nothing_said_before() {
        let short = watch(&series(&[3.0, 6.0]), &[], 78, &Settings::WEEKS).expect("a watch").judged;
        let long = watch(&series(&[3.0, 6.0, 40.0, 0.0]), &[], 78, &Settings::WEEKS).expect("a watch").judged;

        assert_eq!(short, long[..2]);
    }

    #[test]
    fn a_missing_period_is_not_a_zero() {
        let mut counts = series(&[2.0, 2.0, 2.0]);
        counts[79] = None;

        let judged = watch(&counts, &[], 78, &Settings::WEEKS).expect("a watch").judged;

        assert!(judged[0].is_some() && judged[1].is_none() && judged[2].is_some());
        assert!((judged[2].expect("a period").rise - judged[0].expect("a period").rise).abs() < 1e-12);
    }

    #[test]
    fn exposure_scales_what_is_expected() {
        let counts = series(&[2.0, 6.0]);
        let mut exposure = vec![100.0; 80];
        exposure[79] = 300.0;

        let judged = watch(&counts, &exposure, 78, &Settings::WEEKS).expect("a watch").judged;

        assert!((judged[1].expect("a period").expected - 3.0 * judged[0].expect("a period").expected).abs() < 1e-9);
        assert!(judged[1].expect("a period").p > 0.5);
    }

    #[test]
    fn what_cannot_be_judged_is_refused() {
        assert_eq!(watch(&series(&[2.0]), &[], 11, &Settings::WEEKS), None);
        assert_eq!(watch(&[Some(1.5); 20], &[], 15, &Settings::WEEKS), None);
        assert_eq!(watch(&[Some(1.0); 20], &[0.0; 20], 15, &Settings::WEEKS), None);
        assert_eq!(watch(&[None; 20], &[], 15, &Settings::WEEKS), None);
    }

    #[test]
    fn extremes_stay_finite() {
        for y in [0.0, 1.0, 1e6, 9e15] {
            let mut counts = vec![Some(0.0); 78];
            counts.push(Some(y));
            let judged = watch(&counts, &[], 78, &Settings::WEEKS).expect("a watch").judged;
            let one = judged[0].expect("a period");
            assert!(!one.recurrence.is_nan() && one.p >= 0.0 && one.expected > 0.0, "{y}: {one:?}");
        }
    }
}
