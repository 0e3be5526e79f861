//! The check of one action, in words and as a chart.

use super::chart_words::{self, Drawn, Figures, figure};
use super::labels::month;
use crate::domain::action::Action;
use crate::domain::digest::Held;
use crate::domain::taxonomy::Taxonomy;
use crate::flows::learning::Check;
use crate::flows::trends::{Charted, Level};
use crate::web::page::Frame;

/// What the page says of a check.
pub(super) struct Checked {
    pub(super) verdict: String,
    pub(super) sentences: Vec<String>,
    pub(super) chart: Option<Figures>,
}

/// The verdict in its fixed words.
fn verdict(frame: &Frame, held: Held) -> String {
    match held {
        Held::Fewer => frame.t("learning-held-fewer"),
        Held::NoClearChange => frame.t("learning-held-no-clear-change"),
        Held::More => frame.t("learning-held-more"),
        Held::ReportingFell => frame.t("learning-held-reporting-fell"),
        Held::TooFew(Some(by)) => frame.t1("learning-held-too-few", "month", &month(frame, by)),
        Held::TooFew(None) => frame.t("learning-held-never"),
    }
}

/// A check in words; `None` when nothing was declared.
pub(super) fn checked(frame: &Frame, taxonomy: &Taxonomy, action: &Action, check: &Check) -> Option<Checked> {
    let declared = action.declared.as_ref()?;
    let name = chart_words::name(frame, taxonomy, &declared.outcome);
    let counted = &check.counted;
    let mut sentences = vec![frame.words.with(
        "learning-counted",
        &[
            ("before", &counted.before.to_string()),
            ("months-before", &counted.months_before.to_string()),
            ("after", &counted.after.to_string()),
            ("months-after", &counted.months_after.to_string()),
        ],
    )];
    if let Some((ratio, value)) = check.ratio.as_ref().and_then(|r| Some((r, r.ratio?))).filter(|(r, _)| r.high.is_finite()) {
        let parts = [value, ratio.low, ratio.high].map(|v| figure(frame, v, 2));
        let [ratio, low, high] = &parts;
        sentences.push(frame.words.with("learning-ratio", &[("ratio", ratio), ("low", low), ("high", high)]));
    }
    if matches!(check.held, Held::TooFew(_)) {
        let worth = declared.worth.to_string();
        sentences.push(match check.seen_by {
            Some(by) => frame.t2("learning-power", ("percent", &worth), ("month", &month(frame, by))),
            None => frame.t1("learning-power-never", "percent", &worth),
        });
        if check.out_of_reach {
            sentences.push(frame.t("learning-out-of-reach"));
        }
    }
    let drawn = Drawn { name: &name, level: Level::Month, people: None, phase: "learning-change-here" };
    let chart = |charted: &Charted| Figures { unit: frame.t("learning-unit"), notes: Vec::new(), ..drawn.figures(frame, charted) };
    Some(Checked { verdict: verdict(frame, check.held), sentences, chart: check.charted.as_ref().map(chart) })
}
