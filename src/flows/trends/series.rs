//! Roll-up cells added up into monthly series.
//!
//! A month without a cell is a month without reports. Reports without an area, category or severity count in the whole only.

use crate::domain::crowd::estimate;
use crate::domain::period::Period;
use crate::domain::report::SEVERITIES;
use crate::domain::subject::Subject;
use crate::domain::taxonomy::Taxonomy;
use crate::store::Count;

/// Mean length of a month in days; exposure is in people times months of this length, so that February is not a fall.
const MONTH: f64 = 365.25 / 12.0;

/// Whether this organisation has it.
pub(in crate::flows) fn is_known(subject: &Subject, taxonomy: &Taxonomy) -> bool {
    match subject {
        Subject::All => true,
        Subject::Area(code) => taxonomy.area(code).is_some(),
        Subject::Category(code) => taxonomy.categories.has(code),
        Subject::Severity(code) => SEVERITIES.contains(&code.as_str()),
    }
}

fn holds(subject: &Subject, count: &Count) -> bool {
    match subject {
        Subject::All => true,
        Subject::Area(code) => count.area == *code,
        Subject::Category(code) => count.category == *code,
        Subject::Severity(code) => count.severity == *code,
    }
}

/// Reports by month of release. Exact.
#[derive(Clone, Debug)]
pub struct Monthly {
    /// What is counted.
    pub subject: Subject,
    /// One count a month.
    pub counts: Vec<u32>,
    /// People who could report, today's head-count; `None` when not known for every area concerned.
    pub people: Option<u32>,
}

/// Exposure of a month: people-months, or months of mean length where the head-count is not known.
pub(in crate::flows) fn exposure(people: Option<u32>, month: Period) -> f64 {
    f64::from(people.unwrap_or(1)) * f64::from(month.days()) / MONTH
}

/// Every series there is: the whole, each area, each category, each severity.
pub(super) fn every(taxonomy: &Taxonomy, months: &[Period], counts: &[Count], now: Period) -> Vec<Monthly> {
    let everybody = Some(estimate(taxonomy, None, None, now)).filter(|n| *n > 0 && taxonomy.areas.iter().all(|a| a.people(now) > 0));
    let whole = std::iter::once((Subject::All, everybody));
    let areas = taxonomy.areas.iter().map(|a| (Subject::Area(a.code.to_string()), Some(a.people(now)).filter(|n| *n > 0)));
    let categories = taxonomy.categories.0.iter().map(|c| (Subject::Category(c.code.to_string()), everybody));
    let severities = SEVERITIES.iter().map(|s| (Subject::Severity((*s).to_owned()), everybody));
    let added = |(subject, people): (Subject, Option<u32>)| {
        let of = |month: &Period| counts.iter().filter(|c| c.period == *month && holds(&subject, c)).map(|c| c.reports).sum();
        Monthly { counts: months.iter().map(of).collect(), subject, people }
    };
    whole.chain(areas).chain(categories).chain(severities).map(added).collect()
}

#[cfg(test)]
mod tests {
    use super::{Subject, every, exposure, is_known};
    use crate::domain::period::Period;
    use crate::domain::taxonomy::{Area, Code, Label, Taxonomy};
    use crate::store::Count;

    fn taxonomy(unknown: u32) -> Taxonomy {
        let area = |code: &str, headcount| Area {
            code: Code::parse(code).expect("a code"),
            label: Label::default(),
            headcount,
            by_role: Vec::new(),
            counted: Period::parse("2026-03"),
        };
        Taxonomy { areas: vec![area("icu", 80), area("lab", unknown)], ..Taxonomy::default() }
    }

    #[test]
    fn cells_add_up_and_a_month_without_any_is_zero() {
        let last = Period::parse("2026-03").expect("a month");
        let cell = |period, area: &str, severity: &str, reports| Count {
            period,
            area: area.to_owned(),
            category: String::new(),
            severity: severity.to_owned(),
            reports,
        };
        let cells = [cell(last, "icu", "minor", 3), cell(last, "", "minor", 2), cell(last.previous().previous(), "icu", "", 4)];

        let series = every(&taxonomy(20), &last.back(3), &cells, last);

        let of = |subject: &Subject| series.iter().find(|s| s.subject == *subject).map(|s| (s.counts.clone(), s.people));
        assert_eq!(of(&Subject::All), Some((vec![4, 0, 5], Some(100))));
        assert_eq!(of(&Subject::Area("icu".to_owned())), Some((vec![4, 0, 3], Some(80))));
        assert_eq!(of(&Subject::Severity("minor".to_owned())), Some((vec![0, 0, 5], Some(100))));
    }

    #[test]
    fn one_unknown_head_count_makes_the_whole_unknown() {
        let last = Period::parse("2026-03").expect("a month");
        let series = every(&taxonomy(0), &last.back(1), &[], last);

        assert_eq!(series.iter().map(|s| s.people).take(3).collect::<Vec<_>>(), [None, Some(80), None]);
    }

    #[test]
    fn codes_read_back_and_unknown_ones_mean_the_whole() {
        for subject in [Subject::All, Subject::Area("icu".to_owned()), Subject::Severity("fatal".to_owned())] {
            assert!(Subject::of(&subject.code()) == subject && is_known(&subject, &taxonomy(1)));
        }
        for odd in ["", "area", "area:mars", "severity:Robert'); DROP", "category:x"] {
            let read = Subject::of(odd);
            assert!(read == Subject::All || !is_known(&read, &taxonomy(1)), "{odd}");
        }
    }

    #[test]
    fn a_short_month_is_less_exposure() {
        let at = |text| exposure(Some(100), Period::parse(text).expect("a month"));

        assert!((at("2026-02") / at("2026-03") - 28.0 / 31.0).abs() < 1e-12);
        assert!((exposure(None, Period::parse("2026-03").expect("a month")) - 31.0 / 30.4375).abs() < 1e-12);
    }
}
