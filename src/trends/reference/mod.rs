//! The statistics against the reference results of other software.
//!
//! The result files are not shipped (some series carry another licence); the tests read them from the folder that
//! `CANDOR_REFERENCE_DIR` names, which holds `trends/`, and say so when it is not set.

#[cfg(test)]
mod charts;
#[cfg(test)]
mod phases;
#[cfg(test)]
mod rates;
#[cfg(test)]
mod rules;

use std::path::PathBuf;

use serde_json::Value;

use super::charts::{ControlChart, Kind, Options, Plotted, Side, control_chart};
use super::rules::anhoej::run_rules;
use super::series::Series;

pub(super) fn fixture(name: &str) -> Option<Value> {
    let Some(folder) = std::env::var_os("CANDOR_REFERENCE_DIR") else {
        println!("skipped: CANDOR_REFERENCE_DIR not set");
        return None;
    };
    let path = PathBuf::from(folder).join("trends").join(name);
    let text = std::fs::read_to_string(&path).expect("the reference file is there");
    Some(serde_json::from_str(&text).expect("the reference file is JSON"))
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

pub(super) fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(number).collect()
}

pub(super) fn whole(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a whole number")).expect("a small number")
}

/// Reference positions count from 1 and may stand alone instead of in a list.
fn positions(value: &Value) -> Vec<usize> {
    value.as_array().map_or_else(|| vec![whole(value)], |list| list.iter().map(whole).collect())
}

#[track_caller]
pub(super) fn close(got: impl Into<Option<f64>>, wanted: &Value, tolerance: f64) {
    match (got.into(), wanted.as_f64()) {
        (None, None) => {}
        (Some(got), Some(wanted)) if (got - wanted).abs() <= tolerance => {}
        (got, wanted) => panic!("{got:?} is not {wanted:?}"),
    }
}

fn exposed(counts: &[f64], exposure: &[f64]) -> Series {
    let mut series = Series::default();
    for (count, exposure) in counts.iter().zip(exposure) {
        series.push(String::new(), Some(*count), Some(*exposure), String::new());
    }
    series
}

fn draw(kind: Kind, series: &Series, options: &Options) -> ControlChart {
    control_chart(kind, series, options).expect("a chart")
}

/// Points beyond a limit, counted from 1.
fn outside(points: &[Plotted]) -> Vec<usize> {
    (1..).zip(points).filter(|(_, p)| !matches!(p.outside(), None | Some(Side::On))).map(|(i, _)| i).collect()
}

fn same_limits(got: &Plotted, wanted: &Value, tolerance: f64) {
    close(got.centre, &wanted["cl"], tolerance);
    close(got.low, &wanted["lcl"], tolerance);
    close(got.high, &wanted["ucl"], tolerance);
}

fn same_points(got: &[Plotted], wanted: &Value, tolerance: f64) {
    assert_eq!(got.len(), wanted["y"].as_array().expect("a list").len());
    for (i, point) in got.iter().enumerate() {
        close(point.value, &wanted["y"][i], tolerance);
        close(point.low, &wanted["lcl"][i], tolerance);
        close(point.high, &wanted["ucl"][i], tolerance);
    }
}

fn same_runs(got: &[Plotted], wanted: &Value) {
    let runs = run_rules(got);
    assert_eq!(runs.useful, whole(&wanted["n_useful"]));
    assert_eq!((runs.longest_run, runs.longest_run_max), (whole(&wanted["longest_run"]), whole(&wanted["longest_run_max"])));
    assert_eq!((runs.crossings, runs.crossings_min), (whole(&wanted["n_crossings"]), whole(&wanted["n_crossings_min"])));
    assert_eq!(runs.signal(), wanted["runs_signal"].as_bool());
}
