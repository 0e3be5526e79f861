//! One series as one chart: by month or quarter, from where somebody says, by the method they ask for.
//!
//! Refuses limits from too little: with nothing to judge after the baseline there are points and no lines. An unfinished quarter is left out.

use super::series::{Monthly, exposure};
use super::watched::{MONTHS, WINDOW, baseline};
use crate::domain::period::Period;
use crate::domain::subject::Subject;
use crate::trends::detect::{Settings, Sign, watch};
use crate::trends::{ControlChart, Kind, Options, Plotted, RuleSet, Series, Side, control_chart, find};

/// Lengths of a baseline that may be asked for, in periods.
pub const LEARN: [usize; 4] = [12, 18, 24, 36];

/// People that a rate is given for, a month.
const PER: f64 = 1000.0;

/// Mean below which the limits of a c or u chart are too narrow.
const MEAN_MIN: f64 = 5.0;

/// How the usual range is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// The standard detector.
    #[default]
    Detector,
    /// Median and run rules.
    Run,
    /// Counts.
    C,
    /// Counts by head-count.
    U,
    /// Individuals and moving ranges.
    Xmr,
}

impl Method {
    /// Every method, the standard one first.
    pub const ALL: [Self; 5] = [Self::Detector, Self::Run, Self::C, Self::U, Self::Xmr];

    /// How an address names it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Detector => "default",
            Self::Run => "run",
            Self::C => "c",
            Self::U => "u",
            Self::Xmr => "xmr",
        }
    }
}

/// Length of a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// Calendar months.
    #[default]
    Month,
    /// Calendar quarters.
    Quarter,
}

impl Level {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Month, Self::Quarter];

    /// How an address names it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }

    /// Months in a period.
    const fn months(self) -> usize {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
        }
    }

    fn settings(self) -> Settings {
        let part = self.months() as f64;
        Settings { year: MONTHS.year / part, recurrence: MONTHS.recurrence / part, ..MONTHS }
    }
}

/// What a chart is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Which series.
    pub subject: Subject,
    /// How.
    pub method: Method,
    /// How long a period is.
    pub level: Level,
    /// First month of the phase; the last three years (months) or all there is (quarters) unless given.
    pub from: Option<Period>,
    /// Periods of the baseline; what comes before the last year unless given.
    pub learn: Option<usize>,
}

/// What is said of a period that is not usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// More than usual.
    More,
    /// Fewer than usual.
    Fewer,
    /// One of a run above the centre that is too long for chance.
    RunAbove,
    /// One of such a run below it.
    RunBelow,
    /// Above the usual range of the detector, which chance does now and then: no ring.
    MaybeMore,
    /// Below it, likewise.
    MaybeFewer,
}

impl Sort {
    /// Whether the period is ringed.
    #[must_use]
    pub const fn is_ringed(self) -> bool {
        !matches!(self, Self::MaybeMore | Self::MaybeFewer)
    }
}

/// What the chart as a whole says of its last period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Too few periods for a baseline and something to judge.
    TooFew,
    /// As usual.
    Usual,
    /// What is said of the last period, which is not usual.
    Said(Sort),
    /// The line crosses the centre too seldom for chance: levels or drift, without a point to name.
    FewCrossings,
}

/// One period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Its first month.
    pub first: Period,
    /// Reports.
    pub count: u32,
    /// What is drawn: the count, or the rate of a u chart.
    pub drawn: Plotted,
    /// What is said of it; `None` when it is usual, or of the baseline.
    pub sort: Option<Sort>,
}

/// A chart in figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Charted {
    /// Every period, oldest first.
    pub points: Vec<Point>,
    /// Periods of the baseline; the next one is the first that is judged.
    pub learn: usize,
    /// What it says of the last period.
    pub finding: Finding,
    /// The method used: counts where a rate was asked for and the head-count is not known.
    pub method: Method,
    /// Whether a rate was asked for and could not be given.
    pub unrated: bool,
    /// Whether the mean is too small for this method's limits.
    pub thin: bool,
}

/// A period before it is drawn.
struct Part {
    first: Period,
    count: u32,
    exposure: f64,
}

fn parts(one: &Monthly, months: &[Period], asked: &Asked) -> Vec<Part> {
    let size = asked.level.months();
    let shown = if asked.level == Level::Month { WINDOW } else { months.len() };
    let start = months.len() - shown.min(months.len());
    let begins = |at: usize, m: &Period| asked.from.map_or(at >= start, |from| *m >= from) && (size == 1 || m.month() % 3 == 1);
    let Some(at) = months.iter().enumerate().position(|(at, m)| begins(at, m)) else { return Vec::new() };
    let rest = months.iter().zip(&one.counts).skip(at).collect::<Vec<_>>();
    let add = |chunk: &[(&Period, &u32)]| {
        let first = *chunk.first()?.0;
        let exposure = chunk.iter().map(|(m, _)| exposure(one.people, **m)).sum();
        Some(Part { first, count: chunk.iter().map(|(_, n)| **n).sum(), exposure })
    };
    rest.chunks_exact(size).filter_map(add).collect()
}

/// Draws one series.
pub(super) fn draw(one: &Monthly, months: &[Period], asked: &Asked) -> Charted {
    let parts = parts(one, months, asked);
    let learn = asked.learn.unwrap_or_else(|| baseline(parts.len(), 12 / asked.level.months()));
    let unrated = asked.method == Method::U && one.people.is_none();
    let method = if unrated { Method::C } else { asked.method };
    finished(&parts, learn, method, asked.level, unrated)
}

fn finished(parts: &[Part], learn: usize, method: Method, level: Level, unrated: bool) -> Charted {
    let lined = if parts.len() > learn { lined(parts, learn, method, level) } else { None };
    let (drawn, sorts, finding) = lined.unwrap_or_else(|| {
        let bare = parts.iter().map(|p| Plotted { value: Some(f64::from(p.count)), ..Plotted::default() });
        (bare.collect(), vec![None; parts.len()], Finding::TooFew)
    });
    let mean = parts.iter().take(learn).map(|p| f64::from(p.count)).sum::<f64>() / learn.max(1) as f64;
    let points = parts.iter().zip(drawn).zip(sorts);
    let points = points.map(|((part, drawn), sort)| Point { first: part.first, count: part.count, drawn, sort }).collect();
    let thin = matches!(method, Method::C | Method::U | Method::Xmr) && mean < MEAN_MIN && finding != Finding::TooFew;
    Charted { points, learn, finding, method, unrated, thin }
}

/// Counts from `from` on with limits from the first `learn` months alone, continued over whatever came after them: a c chart where counts allow it, else
/// a run chart.
pub(in crate::flows) fn continued(one: &Monthly, months: &[Period], from: Period, learn: usize) -> Charted {
    let at = months.iter().position(|m| *m >= from).unwrap_or(0);
    let (months, counts) = (months.get(at..).unwrap_or_default(), one.counts.get(at..).unwrap_or_default());
    let mean = counts.iter().take(learn).map(|n| f64::from(*n)).sum::<f64>() / learn.max(1) as f64;
    let method = if mean < MEAN_MIN { Method::Run } else { Method::C };
    let part = |(month, count): (&Period, &u32)| Part { first: *month, count: *count, exposure: exposure(None, *month) };
    let parts: Vec<Part> = months.iter().zip(counts).map(part).collect();
    finished(&parts, learn, method, Level::Month, false)
}

type Lined = (Vec<Plotted>, Vec<Option<Sort>>, Finding);

fn lined(parts: &[Part], learn: usize, method: Method, level: Level) -> Option<Lined> {
    let kind = match method {
        Method::Detector => return detected(parts, learn, level),
        Method::Run => Kind::Run,
        Method::C => Kind::C,
        Method::U => Kind::U,
        Method::Xmr => Kind::Xmr,
    };
    let mut series = Series::default();
    for part in parts {
        let exposure = (kind == Kind::U).then_some(part.exposure);
        series.push(String::new(), Some(f64::from(part.count)), exposure, String::new());
    }
    let options = Options { freeze: Some(learn), per: PER, ..Options::default() };
    let ControlChart { points, .. } = control_chart(kind, &series, &options).ok()?;
    let set = if kind == Kind::Run { RuleSet::Anhoej } else { RuleSet::Outside };
    let found = find(set, &points);
    let fired = |rule: &str| found.iter().find(|f| f.rule == rule).map(|f| f.points.as_slice()).unwrap_or_default();
    let ringed = if kind == Kind::Run { fired("anhoej_longest_run") } else { fired("outside") };
    let sort = |(i, p): (usize, &Plotted)| match (ringed.contains(&i), kind, p.side()?) {
        (false, ..) | (.., Side::On) => None,
        (true, Kind::Run, Side::Above) => Some(Sort::RunAbove),
        (true, Kind::Run, Side::Below) => Some(Sort::RunBelow),
        (true, _, Side::Above) => Some(Sort::More),
        (true, _, Side::Below) => Some(Sort::Fewer),
    };
    let sorts: Vec<Option<Sort>> = points.iter().enumerate().map(sort).collect();
    let finding = match sorts.last().copied().flatten() {
        Some(sort) => Finding::Said(sort),
        None if fired("anhoej_crossings").is_empty() => Finding::Usual,
        None => Finding::FewCrossings,
    };
    Some((points, sorts, finding))
}

/// The standard detector: nothing is drawn round the baseline, for nothing is said of it.
fn detected(parts: &[Part], learn: usize, level: Level) -> Option<Lined> {
    let counts: Vec<Option<f64>> = parts.iter().map(|p| Some(f64::from(p.count))).collect();
    let exposures: Vec<f64> = parts.iter().map(|p| p.exposure).collect();
    let settings = level.settings();
    let judged = watch(&counts, &exposures, learn, &settings)?.judged;
    let (mut drawn, mut sorts) = (Vec::new(), Vec::new());
    for (i, value) in counts.into_iter().enumerate() {
        let said = i.checked_sub(learn).and_then(|at| judged.get(at).copied().flatten());
        drawn.push(Plotted { value, centre: said.map(|j| j.expected), sigma: None, low: said.map(|j| j.low), high: said.map(|j| j.high) });
        sorts.push(said.and_then(|j| match j.sign {
            _ if j.recurrence < settings.recurrence => beyond(&drawn),
            Sign::High | Sign::Rise => Some(Sort::More),
            Sign::Low | Sign::Fall => Some(Sort::Fewer),
        }));
    }
    let finding = sorts.last().copied().flatten().map_or(Finding::Usual, Finding::Said);
    Some((drawn, sorts, finding))
}

/// What is said of the newest period when no alarm is: a range of 95 % is left by chance in one period of twenty.
fn beyond(drawn: &[Plotted]) -> Option<Sort> {
    match drawn.last()?.outside()? {
        Side::Above => Some(Sort::MaybeMore),
        Side::Below => Some(Sort::MaybeFewer),
        Side::On => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Finding, Level, Method, Sort, draw};
    use crate::domain::period::Period;
    use crate::domain::subject::Subject;
    use crate::flows::trends::series::Monthly;

    fn months(count: usize) -> Vec<Period> {
        Period::parse("2026-10").expect("a month").back(count)
    }

    fn series(counts: Vec<u32>, people: Option<u32>) -> Monthly {
        Monthly { subject: Subject::All, counts, people }
    }

    fn calm_then(count: usize, after: &[u32]) -> Vec<u32> {
        [12, 9, 14, 11, 16, 8, 13].into_iter().cycle().take(count - after.len()).chain(after.iter().copied()).collect()
    }

    fn charted(method: Method, one: &Monthly) -> super::Charted {
        draw(one, &months(one.counts.len()), &Asked { method, ..Asked::default() })
    }

    #[test]
    fn every_method_sees_a_spike_and_none_sees_one_in_calm() {
        for method in Method::ALL {
            let people = Some(100);
            assert_eq!(charted(method, &series(calm_then(36, &[]), people)).finding, Finding::Usual, "{method:?}");
            let spiked = charted(method, &series(calm_then(36, &[60]), people)).finding;
            let expected = if method == Method::Run { Finding::Usual } else { Finding::Said(Sort::More) };
            assert_eq!(spiked, expected, "{method:?}");
        }
    }

    #[test]
    fn a_run_chart_names_the_run() {
        let found = charted(Method::Run, &series(calm_then(36, &[18; 12]), None));

        assert_eq!(found.finding, Finding::Said(Sort::RunAbove));
        // The last calm month lies above the median as well.
        assert_eq!(found.points.iter().filter(|p| p.sort.is_some()).count(), 13);
    }

    #[test]
    fn the_baseline_is_frozen_and_has_no_band_from_the_detector() {
        let found = charted(Method::Detector, &series(calm_then(36, &[60]), None));

        assert_eq!(found.learn, 24);
        assert!(found.points.iter().take(24).all(|p| p.drawn.high.is_none()));
        assert!(found.points.iter().skip(24).all(|p| p.drawn.low.is_some() && p.drawn.centre.is_some()));
    }

    #[test]
    fn a_rate_without_head_counts_becomes_a_count_and_says_so() {
        let one = series(calm_then(36, &[]), None);

        let found = charted(Method::U, &one);

        assert!(found.unrated && found.method == Method::C);
        assert_eq!(found.points[35].drawn.value, Some(f64::from(one.counts[35])));
        let rated = charted(Method::U, &series(calm_then(36, &[]), Some(1000)));
        // 31 days of October among 1,000 people.
        let value = rated.points[35].drawn.value.expect("a rate");
        assert!((value - f64::from(one.counts[35]) / (31.0 / 30.4375)).abs() < 1e-9, "{value}");
    }

    #[test]
    fn quarters_are_whole_ones() {
        let one = series(vec![1; 60], None);
        let asked = Asked { level: Level::Quarter, ..Asked::default() };

        let found = draw(&one, &months(60), &asked);

        // November 2021 to October 2026: first quarter of 2022 to third of 2026.
        assert_eq!(found.points.len(), 19);
        assert_eq!(found.points.first().map(|p| (p.first.to_string(), p.count)), Some(("2022-01".to_owned(), 3)));
    }

    #[test]
    fn a_phase_too_short_has_points_and_no_lines() {
        let one = series(calm_then(36, &[]), None);
        let asked = Asked { from: Period::parse("2026-01"), ..Asked::default() };

        let found = draw(&one, &months(36), &asked);

        assert_eq!((found.points.len(), found.finding), (10, Finding::TooFew));
        assert!(found.points.iter().all(|p| p.drawn.centre.is_none() && p.drawn.value.is_some()));
    }

    #[test]
    fn small_means_are_marked_for_the_charts_that_need_larger_ones() {
        let thin = series([1, 2, 0, 3].into_iter().cycle().take(36).collect(), None);

        assert!(charted(Method::C, &thin).thin && !charted(Method::Detector, &thin).thin && !charted(Method::Run, &thin).thin);
    }
}
