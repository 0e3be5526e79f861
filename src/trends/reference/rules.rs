//! Run rules: s11, s22 and s31.

use serde_json::Value;

use super::{fixture, numbers, positions, whole};
use crate::trends::charts::Plotted;
use crate::trends::rules::anhoej::run_rules;
use crate::trends::rules::made::standard;
use crate::trends::rules::{RuleSet, find};

#[test]
fn every_critical_value_of_the_run_rules_agrees_with_the_reference() {
    let Some(file) = fixture("s11_anhoej_critical_values.json") else { return };

    for (i, n) in file["input"]["n"].as_array().expect("a list").iter().enumerate() {
        let runs = run_rules(&standard(&vec![1.0; whole(n)]));

        assert_eq!(runs.longest_run_max, whole(&file["expected"]["longest_run_max"][i]), "{n} points");
        assert_eq!(runs.crossings_min, whole(&file["expected"]["n_crossings_min"][i]), "{n} points");
    }
}

/// Points of a rule's runs, counted from 1 and each named once.
fn members(runs: &Value) -> Vec<usize> {
    let mut points: Vec<usize> = runs.as_array().expect("runs").iter().flat_map(positions).collect();
    points.sort_unstable();
    points.dedup();
    points
}

fn from_one(points: &[usize]) -> Vec<usize> {
    points.iter().map(|i| i + 1).collect()
}

#[test]
fn zone_tests_agree_with_the_reference() {
    let Some(file) = fixture("s22_nelson_we_rules.json") else { return };

    for (name, series) in file["input"]["series"].as_object().expect("series") {
        let points = standard(&numbers(series));
        for (set, key) in [(RuleSet::Nelson, "nelson"), (RuleSet::WesternElectric, "western_electric")] {
            let wanted = &file["expected"][name][key];
            let found = find(set, &points);

            assert_eq!(found.len(), wanted.as_object().expect("rules").len());
            for finding in found {
                assert_eq!(from_one(&finding.points), members(&wanted[finding.rule]), "{name}: {}", finding.rule);
            }
        }
    }
}

fn flagged(points: &[Plotted], rule: &str) -> Vec<usize> {
    from_one(&find(RuleSet::Nhs, points).into_iter().find(|f| f.rule == rule).expect("a rule").points)
}

#[test]
fn nhs_rules_agree_with_the_reference() {
    let Some(file) = fixture("s31_nhs_rule_vectors.json") else { return };
    let cases = |name: &str| file["input"][name].as_array().expect("cases").clone();

    for (i, case) in cases("shift").iter().enumerate() {
        let points = standard(&numbers(&case["side"]));
        assert_eq!(flagged(&points, "nhs_shift"), positions(&file["expected"]["shift_flagged"][i]), "shift {i}");
    }
    for (i, case) in cases("trend").iter().enumerate() {
        let points = standard(&numbers(&case["y"]));
        assert_eq!(flagged(&points, "nhs_trend"), positions(&file["expected"]["trend_flagged"][i]), "trend {i}");
    }
    for (i, case) in cases("two_of_three").iter().enumerate() {
        let value = |(far, side): (f64, f64)| side * if far > 0.0 { 2.5 } else { 0.5 };
        let points = standard(&numbers(&case["beyond2"]).into_iter().zip(numbers(&case["side"])).map(value).collect::<Vec<_>>());
        assert_eq!(flagged(&points, "nhs_two_of_three"), positions(&file["expected"]["two_of_three_flagged"][i]), "two of three {i}");
    }
}
