//! Did a corrective action work? A plan declared beforehand, and one verdict at the date it names.
//!
//! Refuses a verdict before there is enough to tell, and one from a series that fell together with all reporting: fewer reports may mean that
//! people stopped telling.

use super::distributions::{beta_quantile, binomial_at_least, binomial_cdf, normal_quantile};

/// Fewest expected events that a forecast of power is made for; with less even a fall to nothing proves nothing.
const EXPECTED_MIN: f64 = 1e-9;

/// What was declared when the action was approved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// Smallest fall worth having, as a share: 0.3 is 30 % fewer.
    pub worth: f64,
    /// One-sided level of the test.
    pub level: f64,
    /// Chance of seeing a fall of that size when it is there.
    pub power: f64,
}

impl Plan {
    /// 30 % fewer, 5 %, 80 %.
    pub const USUAL: Self = Self { worth: 0.3, level: 0.05, power: 0.8 };
}

/// Events in an exposure (hours, shifts, periods).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Events.
    pub events: u64,
    /// Exposure, in any unit that both windows share.
    pub exposure: f64,
}

/// After by before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateRatio {
    /// Lower end of the exact interval.
    pub low: f64,
    /// The ratio; `None` when nothing happened before.
    pub ratio: Option<f64>,
    /// Upper end; infinite when nothing happened before.
    pub high: f64,
    /// Chance of so few events after if nothing had changed.
    pub p_fewer: f64,
    /// Chance of so many.
    pub p_more: f64,
}

/// What is said of the action.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// Fewer events than expected.
    Fewer(RateRatio),
    /// Nothing clear, though a fall worth having would probably have shown.
    NoClearChange(RateRatio),
    /// More events than expected.
    More(RateRatio),
    /// Too few events to tell before this much exposure has passed since the action; `None` when no exposure would do.
    TooFew {
        /// Exposure needed after the action, all of it.
        until: Option<f64>,
    },
    /// The outcome fell, but so did all other reporting of the place: the effect is unknown.
    ReportingFell(RateRatio),
}

fn usable(w: Window) -> bool {
    w.exposure.is_finite() && w.exposure > 0.0
}

/// Exact ratio of two Poisson rates, conditional on their sum (Clopper and Pearson's interval for the share; Przyborowski and Wilenski 1940).
///
/// `confidence` is that of the two-sided interval. `None` without positive exposures, or without any event.
#[must_use]
pub fn rate_ratio(before: Window, after: Window, confidence: f64) -> Option<RateRatio> {
    let all = before.events + after.events;
    if !usable(before) || !usable(after) || all == 0 || !(0.0..1.0).contains(&confidence) {
        return None;
    }
    let tail = (1.0 - confidence) / 2.0;
    let (b, a) = (before.events as f64, after.events as f64);
    let odds = |share: f64| share / (1.0 - share) * before.exposure / after.exposure;
    let low = if after.events == 0 { 0.0 } else { odds(beta_quantile(tail, a, b + 1.0)) };
    let high = if before.events == 0 { f64::INFINITY } else { odds(beta_quantile(1.0 - tail, a + 1.0, b)) };
    let share = after.exposure / (before.exposure + after.exposure);
    Some(RateRatio {
        low,
        ratio: (before.events > 0).then(|| a / after.exposure / (b / before.exposure)),
        high,
        p_fewer: binomial_cdf(after.events, all, share),
        p_more: binomial_at_least(after.events, all, share),
    })
}

/// Expected events in the window after the action, had nothing changed, at which a fall of `worth` is seen with the plan's power.
///
/// `(z(1 - level) + z(power))² / (4 (1 - √(1 - worth))²)`: square roots of Poisson counts have variance 1/4 whatever their mean, and the
/// baseline is taken as known. `None` for a share that is not between 0 and 1.
#[must_use]
pub fn needed_events(plan: &Plan) -> Option<f64> {
    let shares = [plan.worth, plan.level, plan.power].iter().all(|s| *s > 0.0 && *s < 1.0);
    let reach = normal_quantile(1.0 - plan.level) + normal_quantile(plan.power);
    shares.then(|| reach.powi(2) / (4.0 * (1.0 - (1.0 - plan.worth).sqrt()).powi(2)))
}

/// Exposure needed after the action for the plan's power, the noise of the baseline included.
///
/// With B events before in exposure E, the two square roots have variances 1/4 each, scaled by exposure: the condition is
/// `1 / needed = 1 / (e B / E) + 1 / B` turned round. `None` when the baseline is too short for any exposure to do, or holds no event.
#[must_use]
pub fn needed_exposure(before: Window, plan: &Plan) -> Option<f64> {
    let needed = needed_events(plan)?;
    let events = before.events as f64;
    if !usable(before) || events <= needed || needed < EXPECTED_MIN {
        return None;
    }
    let expected = 1.0 / (1.0 / needed - 1.0 / events);
    Some(expected * before.exposure / events)
}

/// The number of whole periods after the action, each with this exposure, until the plan's power is reached.
///
/// `None` as for [`needed_exposure`], or for an exposure that is not positive.
#[must_use]
pub fn needed_periods(before: Window, exposure: f64, plan: &Plan) -> Option<f64> {
    let positive = exposure.is_finite() && exposure > 0.0;
    needed_exposure(before, plan).filter(|_| positive).map(|needed| (needed / exposure).ceil())
}

/// Judges an action: the outcome before and after (without the time of washing in), and all other reports of the same place.
///
/// One test at the plan's level in each direction. A clear change is said as soon as it is clear only when the declared window is over, so call
/// this once. `None` for windows without exposure or a plan that is none.
#[must_use]
pub fn judge(outcome: (Window, Window), others: Option<(Window, Window)>, plan: &Plan) -> Option<Verdict> {
    let (before, after) = outcome;
    needed_events(plan)?;
    if !usable(before) || !usable(after) {
        return None;
    }
    let until = needed_exposure(before, plan);
    let Some(ratio) = rate_ratio(before, after, 1.0 - 2.0 * plan.level) else {
        return Some(Verdict::TooFew { until });
    };
    if ratio.p_more < plan.level {
        return Some(Verdict::More(ratio));
    }
    if ratio.p_fewer < plan.level {
        let fell = |(b, a): (Window, Window)| rate_ratio(b, a, 0.9).is_some_and(|r| r.p_fewer < plan.level);
        // Others that fell as well do not explain a fall that goes clearly beyond theirs.
        let beyond = |(b, a): (Window, Window)| {
            let level = a.events as f64 / a.exposure / (b.events as f64 / b.exposure);
            ratio.high < level
        };
        let shared = others.is_some_and(|pair| fell(pair) && !beyond(pair));
        return Some(if shared { Verdict::ReportingFell(ratio) } else { Verdict::Fewer(ratio) });
    }
    let told = until.is_some_and(|needed| after.exposure >= needed);
    Some(if told { Verdict::NoClearChange(ratio) } else { Verdict::TooFew { until } })
}

#[cfg(test)]
mod tests {
    use super::{Plan, Verdict, Window, judge, needed_events, needed_exposure, needed_periods, rate_ratio};

    const fn window(events: u64, exposure: f64) -> Window {
        Window { events, exposure }
    }

    #[test]
    fn the_ratio_of_a_published_example() {
        // Breast cancer after fluoroscopy (Breslow and Day 1987): 41 in 28,010 person-years against 15 in 19,017, ratio 1.86.
        let found = rate_ratio(window(15, 19_017.0), window(41, 28_010.0), 0.95).expect("a ratio");

        assert!((found.ratio.expect("a ratio") - 1.8558).abs() < 1e-4);
        assert!((found.p_more - 0.02384).abs() < 1e-4, "{}", found.p_more);
        assert!(found.low > 1.0 && found.low < 1.05 && found.high > 3.3 && found.high < 3.7, "{found:?}");
    }

    #[test]
    fn the_tails_by_hand() {
        // Equal exposure, 3 before and none after: 1/8.
        let found = rate_ratio(window(3, 10.0), window(0, 10.0), 0.9).expect("a ratio");

        assert!((found.p_fewer - 0.125).abs() < 1e-12 && (found.p_more - 1.0).abs() < 1e-12);
        assert!(found.low == 0.0 && (found.ratio, found.high > 1.0) == (Some(0.0), true));
        assert_eq!(rate_ratio(window(0, 10.0), window(0, 10.0), 0.9), None);
        assert_eq!(rate_ratio(window(1, 0.0), window(1, 10.0), 0.9), None);
    }

    #[test]
    fn the_events_needed_for_eighty_per_cent() {
        let needed = |worth: f64| needed_events(&Plan { worth, ..Plan::USUAL }).expect("a number");

        // About 58, 18 and 8 with a long baseline.
        assert!((needed(0.3) - 58.0).abs() < 0.5 && (needed(0.5) - 18.0).abs() < 0.5 && (needed(0.7) - 7.6).abs() < 0.5);
        assert_eq!(needed_events(&Plan { worth: 1.0, ..Plan::USUAL }), None);
    }

    #[test]
    fn a_short_baseline_needs_more_or_never_gets_there() {
        let long = needed_exposure(window(100_000, 10_000.0), &Plan::USUAL).expect("an exposure");
        let short = needed_exposure(window(100, 10.0), &Plan::USUAL).expect("an exposure");

        assert!((long - 5.8).abs() < 0.05 && short > 2.0 * long);
        assert_eq!(needed_exposure(window(50, 10.0), &Plan::USUAL), None);
        assert_eq!(needed_periods(window(100_000, 10_000.0), 1.0, &Plan::USUAL), Some(6.0));
    }

    #[test]
    fn four_verdicts_and_the_guard() {
        let before = window(200, 50.0);
        let verdict = |events, others| judge((before, window(events, 26.0)), others, &Plan::USUAL).expect("a verdict");

        assert!(matches!(verdict(50, None), Verdict::Fewer(_)));
        assert!(matches!(verdict(100, None), Verdict::NoClearChange(_)));
        assert!(matches!(verdict(160, None), Verdict::More(_)));
        assert!(matches!(judge((before, window(10, 3.0)), None, &Plan::USUAL), Some(Verdict::TooFew { until: Some(_) })));

        let fell = Some((window(1000, 50.0), window(260, 26.0)));
        let steady = Some((window(1000, 50.0), window(520, 26.0)));
        assert!(matches!(verdict(50, fell), Verdict::ReportingFell(_)));
        assert!(matches!(verdict(50, steady), Verdict::Fewer(_)));
        assert!(matches!(verdict(5, fell), Verdict::Fewer(_)), "far beyond what all reporting fell by");
    }

    #[test]
    fn nothing_before_and_nothing_after_is_too_few_for_ever() {
        assert_eq!(judge((window(0, 50.0), window(0, 50.0)), None, &Plan::USUAL), Some(Verdict::TooFew { until: None }));
        assert_eq!(judge((window(0, 0.0), window(0, 50.0)), None, &Plan::USUAL), None);
    }
}
