//! Run rules of `candor trend`: which sets are applied, what they found, and the icons of the NHS.

use std::ops::Range;

use clap::ValueEnum;

use super::output::{Answer, Figures};
use crate::trends::rules::nhs;
use crate::trends::{Kind, Plotted, RuleSet, Side, find, run_rules};

/// Which rules are applied and how their signals are read.
#[derive(clap::Args)]
#[group(skip)]
pub(super) struct Args {
    /// Rules to apply, with commas between; without it outside and anhoej where they mean something.
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    rules: Option<Vec<Rules>>,
    /// Target to hold against the limits (assurance, with --rules nhs).
    #[arg(long, value_name = "VALUE", allow_negative_numbers = true)]
    target: Option<f64>,
    /// Which way is better (with --rules nhs).
    #[arg(long, value_name = "WAY")]
    improve: Option<Way>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Rules {
    /// A point beyond its limit.
    Outside,
    /// Longest run and crossings.
    Anhoej,
    /// Nelson's eight tests.
    Nelson,
    /// The four tests of Western Electric.
    #[value(aliases = ["western-electric", "weco"])]
    We,
    /// Making Data Count.
    #[value(alias = "mdc")]
    Nhs,
    /// No rule.
    None,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Way {
    Up,
    Down,
}

impl Args {
    /// The sets to apply to a chart.
    pub(super) fn sets(&self, kind: Kind) -> Vec<RuleSet> {
        let Some(rules) = &self.rules else {
            return if kind == Kind::Run { vec![RuleSet::Anhoej] } else { vec![RuleSet::Outside, RuleSet::Anhoej] };
        };
        let set = |rules: &Rules| match rules {
            Rules::Outside => Some(RuleSet::Outside),
            Rules::Anhoej => Some(RuleSet::Anhoej),
            Rules::Nelson => Some(RuleSet::Nelson),
            Rules::We => Some(RuleSet::WesternElectric),
            Rules::Nhs => Some(RuleSet::Nhs),
            Rules::None => None,
        };
        rules.iter().filter_map(set).collect()
    }

    /// Whether rules were asked for.
    pub(super) const fn given(&self) -> bool {
        self.rules.is_some()
    }

    /// Adds what the icons of Making Data Count show for the newest of `points`.
    fn icons(&self, points: &[Plotted], figures: &mut Figures) {
        let variation = nhs::variation(points).map(|side| match (side, self.improve) {
            (Side::On, _) => "common cause",
            (Side::Above, Some(Way::Up)) | (Side::Below, Some(Way::Down)) => "improvement",
            (_, Some(_)) => "concern",
            (Side::Above, None) => "high",
            (Side::Below, None) => "low",
        });
        let assurance = self.target.and_then(|target| nhs::assurance(points, target)).map(|side| match (side, self.improve) {
            (Side::On, _) => "hit or miss",
            (Side::Above, Some(Way::Up)) | (Side::Below, Some(Way::Down)) => "consistently fails",
            (_, Some(_)) => "consistently passes",
            (Side::Above, None) => "always below target",
            (Side::Below, None) => "always above target",
        });
        figures.set("variation", variation);
        figures.set("assurance", assurance);
    }
}

/// As it is written after `--rules`.
pub(super) const fn name(set: RuleSet) -> &'static str {
    match set {
        RuleSet::Outside => "outside",
        RuleSet::Anhoej => "anhoej",
        RuleSet::Nelson => "nelson",
        RuleSet::WesternElectric => "we",
        RuleSet::Nhs => "nhs",
    }
}

/// Applies `sets` to the stretch `range` of a chart; points in `excluded` are judged by their limits only.
pub(super) fn apply(
    args: &Args,
    sets: &[RuleSet],
    points: &[Plotted],
    range: &Range<usize>,
    excluded: &[usize],
    answer: &mut Answer,
) -> Figures {
    let stretch = points.get(range.clone()).unwrap_or_default();
    let blank = |(i, p): (usize, &Plotted)| if excluded.contains(&i) { Plotted::default() } else { *p };
    let kept: Vec<Plotted> = (range.start..).zip(stretch).map(blank).collect();
    for set in sets {
        for finding in find(*set, if *set == RuleSet::Outside { stretch } else { &kept }) {
            match (finding.rule, finding.points.is_empty()) {
                (_, true) => {}
                // Too few crossings are a matter of the whole stretch, not of any point.
                ("anhoej_crossings", false) => answer.fire(finding.rule, None),
                _ => finding.points.iter().for_each(|i| answer.fire(finding.rule, Some(range.start + i))),
            }
        }
    }
    let runs = run_rules(&kept);
    let mut figures = Figures::default();
    figures.set("points", kept.iter().filter(|p| p.value.is_some()).count());
    figures.set("useful", runs.useful);
    figures.set("longest_run", runs.longest_run);
    figures.set("longest_run_max", runs.longest_run_max);
    figures.set("crossings", runs.crossings);
    figures.set("crossings_min", runs.crossings_min);
    figures.set("runs_signal", runs.signal());
    if sets.contains(&RuleSet::Nhs) {
        args.icons(&kept, &mut figures);
    }
    figures
}
