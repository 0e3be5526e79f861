//! The statistics against the reference results of other software.
//!
//! The result files are not shipped (some series carry another licence); the tests read them from the folder that
//! `CANDOR_REFERENCE_DIR` names, which holds `trends/`, and say so when it is not set.

use std::path::PathBuf;

use serde_json::Value;

use super::rules::{Signals, anhoej, signals};
use super::spc::{Limits, c_chart, u_chart, xmr};

fn fixture(name: &str) -> Option<Value> {
    let Some(folder) = std::env::var_os("CANDOR_REFERENCE_DIR") else {
        println!("skipped: CANDOR_REFERENCE_DIR not set");
        return None;
    };
    let path = PathBuf::from(folder).join("trends").join(name);
    let text = std::fs::read_to_string(&path).expect("the reference file is there");
    Some(serde_json::from_str(&text).expect("the reference file is JSON"))
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(|v| v.as_f64().expect("a number")).collect()
}

fn whole(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a whole number")).expect("a small number")
}

fn close(got: f64, wanted: &Value, tolerance: f64) {
    let wanted = wanted.as_f64().expect("a number");
    assert!((got - wanted).abs() <= tolerance, "{got} is not {wanted}");
}

fn same_limits(got: Limits, wanted: &Value, tolerance: f64) {
    close(got.centre, &wanted["cl"], tolerance);
    close(got.low, &wanted["lcl"], tolerance);
    close(got.high, &wanted["ucl"], tolerance);
}

/// Reference positions count from 1 and may stand alone instead of in a list.
fn same_points(got: &[usize], wanted: &Value) {
    let wanted = wanted.as_array().map_or_else(|| vec![whole(wanted)], |list| list.iter().map(whole).collect());
    assert_eq!(got.iter().map(|i| i + 1).collect::<Vec<_>>(), wanted);
}

fn same_runs(got: &Signals, wanted: &Value) {
    let runs = got.runs;
    assert_eq!(runs.useful, whole(&wanted["n_useful"]));
    assert_eq!((runs.longest_run, runs.longest_run_max), (whole(&wanted["longest_run"]), whole(&wanted["longest_run_max"])));
    assert_eq!((runs.crossings, runs.crossings_min), (whole(&wanted["n_crossings"]), whole(&wanted["n_crossings_min"])));
    assert_eq!(runs.signal(), wanted["runs_signal"].as_bool().expect("yes or no"));
}

#[test]
fn c_limits_agree_with_the_reference() {
    let Some(file) = fixture("s01_c_chart_montgomery_7_3.json") else { return };
    let counts = numbers(&file["input"]["count"]);
    let (baseline, _) = counts.split_at(26);

    let trial = c_chart(baseline).expect("limits");

    let wanted = &file["expected"]["trial"];
    same_limits(trial, wanted, 1e-6);
    same_points(&signals(baseline, &[trial]).expect("signals").outside, &wanted["out_points"]);

    let kept = |(i, v): (usize, &f64)| (i != 5 && i != 19).then_some(*v);
    let revised = c_chart(&baseline.iter().enumerate().filter_map(kept).collect::<Vec<_>>()).expect("limits");
    let wanted = &file["expected"]["revised"];
    same_limits(revised, wanted, 1e-6);
    let judged: Vec<f64> = counts.iter().enumerate().filter_map(kept).collect();
    same_runs(&signals(&judged, &[revised]).expect("signals"), &wanted["runs"]);
}

#[test]
fn u_limits_agree_with_the_reference() {
    let Some(file) = fixture("s02_u_chart_montgomery_7_4.json") else { return };
    let chart = u_chart(&numbers(&file["input"]["count"]), &numbers(&file["input"]["size"])).expect("limits");

    let found = signals(&chart.rates, &chart.limits).expect("signals");

    same_limits(*chart.limits.first().expect("a point"), &file["expected"], 1e-6);
    same_points(&found.outside, &file["expected"]["sigma_signal_points"]);
    same_runs(&found, &file["expected"]["runs"]);
}

#[test]
fn u_limits_with_varying_exposure_agree_with_the_reference() {
    let Some(file) = fixture("s03_u_chart_varying_montgomery_7_5.json") else { return };
    let unit = file["params"]["multiply"].as_f64().expect("a number");
    let exposure: Vec<f64> = numbers(&file["input"]["exposure"]).iter().map(|e| e / unit).collect();

    let chart = u_chart(&numbers(&file["input"]["count"]), &exposure).expect("limits");

    let wanted = &file["expected"]["per_point"];
    close(chart.centre, &file["expected"]["cl"], 1e-6);
    for (i, limits) in chart.limits.iter().enumerate() {
        close(limits.low, &wanted["lcl"][i], 1e-6);
        close(limits.high, &wanted["ucl"][i], 1e-6);
        close(chart.rates[i], &wanted["y"][i], 1e-6);
    }
    same_runs(&signals(&chart.rates, &chart.limits).expect("signals"), &file["expected"]["runs"]);
}

#[test]
fn moving_range_limits_agree_with_the_reference() {
    let Some(file) = fixture("s04_xmr_montgomery_6_5.json") else { return };
    let values = numbers(&file["input"]["y"]);
    let (baseline, _) = values.split_at(20);

    let limits = xmr(baseline).expect("limits");

    let found = signals(&values, &[limits]).expect("signals");
    same_limits(limits, &file["expected"]["x"], 0.001);
    same_points(&found.outside, &file["expected"]["x"]["sigma_signal_points"]);
    same_runs(&found, &file["expected"]["x"]["runs"]);
}

#[test]
fn every_critical_value_of_the_run_rules_agrees_with_the_reference() {
    let Some(file) = fixture("s11_anhoej_critical_values.json") else { return };

    for (i, n) in file["input"]["n"].as_array().expect("a list").iter().enumerate() {
        let runs = anhoej(&vec![1.0; whole(n)], 0.0);

        assert_eq!(runs.longest_run_max, whole(&file["expected"]["longest_run_max"][i]), "{n} points");
        assert_eq!(runs.crossings_min, whole(&file["expected"]["n_crossings_min"][i]), "{n} points");
    }
}
