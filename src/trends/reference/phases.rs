//! Phases and rare events: s08 and s09, with the change point and the drift of the same series (s25 and s26).

use serde_json::Value;

use super::{close, draw, fixture, number, numbers, outside, positions, same_limits, same_runs, whole};
use crate::trends::changepoint::{Cost, Splitter};
use crate::trends::charts::{Kind, Options};
use crate::trends::kendall::drift;
use crate::trends::rates::compare_rates;
use crate::trends::series::Series;

#[test]
fn a_frozen_baseline_and_split_phases_agree_with_the_reference() {
    let Some(file) = fixture("s08_phase_change_cdi.json") else { return };
    let mut series = Series::of_counts(&numbers(&file["input"]["n"]));
    series.phases = file["input"]["period"].as_array().expect("a list").iter().map(|p| p.as_str().expect("a name").to_owned()).collect();
    let wanted = &file["expected"];

    let frozen = draw(Kind::C, &series, &Options { freeze: Some(24), ..Options::default() });
    let split = draw(Kind::C, &series, &Options::default());

    same_limits(&frozen.points[0], &wanted["frozen_baseline"], 1e-6);
    assert_eq!(outside(&frozen.points), positions(&wanted["frozen_baseline"]["out_all"]));
    same_runs(&frozen.points, &wanted["frozen_baseline"]["runs_all"]);
    for (points, wanted) in [(&split.points[..24], &wanted["phase_pre"]), (&split.points[24..], &wanted["phase_post"])] {
        same_limits(&points[0], wanted, 1e-6);
        assert_eq!(outside(points), positions(&wanted["out"]));
        same_runs(points, &wanted["runs"]);
    }
}

#[test]
fn the_effect_and_the_time_of_a_change_agree_with_the_reference() {
    let Some(file) = fixture("s08_phase_change_cdi.json") else { return };
    let (counts, days) = (numbers(&file["input"]["n"]), numbers(&file["input"]["days"]));
    let wanted = &file["expected"];
    let exposed = |days: &[f64]| Splitter::new(&counts, days, Cost::Poisson, 2).and_then(|s| s.change()).expect("a change");
    let sum = |of: &[Value]| of.iter().map(|n| n.as_u64().expect("a count")).sum::<u64>();
    let (before, after) = file["input"]["n"].as_array().expect("a list").split_at(24);

    let change = exposed(&[1.0; 36]);
    let ratio = compare_rates((sum(after), days[24..].iter().sum()), (sum(before), days[..24].iter().sum()), 0.95).expect("a comparison");

    assert_eq!(change.after, whole(&wanted["change_point"]["last_index_of_first_regime"]));
    close(change.gain, &wanted["change_point"]["two_loglik_ratio"], 1e-6);
    close(ratio.ratio, &wanted["rate_ratio"]["estimate"], 1e-6);
    close(ratio.interval.low, &wanted["rate_ratio"]["ci95"][0], 1e-6);
    close(ratio.interval.high, &wanted["rate_ratio"]["ci95"][1], 1e-6);
    close(ratio.p_exact / number(&wanted["rate_ratio"]["p_value"]), &Value::from(1.0), 1e-6);
}

#[test]
fn charts_of_rare_events_agree_with_the_reference() {
    let Some(file) = fixture("s09_g_and_t_chart_cabg_deaths.json") else { return };
    let series = |name: &str| Series::of_counts(&numbers(&file["input"][name]));
    let (g, t) = (&file["expected"]["g"], &file["expected"]["t"]);

    let gaps = draw(Kind::G, &series("operations_between"), &Options::default());
    let screened = draw(Kind::T, &series("days_between"), &Options::default());
    let plain = draw(Kind::T, &series("days_between"), &Options { screen: false, ..Options::default() });

    close(gaps.sections[0].1.mean, &g["mean"], 1e-4);
    close(gaps.points[0].centre, &g["cl_median"], 1e-4);
    close(gaps.points[0].low, &g["lcl"], 1e-4);
    close(gaps.points[0].high, &g["ucl"], 1e-4);
    assert_eq!(outside(&gaps.points), positions(&g["out"]));
    same_runs(&gaps.points, &g["runs"]);
    close(screened.points[0].centre, &t["cl"], 1e-4);
    close(screened.points[0].high, &t["ucl_screened"], 1e-4);
    close(plain.points[0].high, &t["ucl_unscreened"], 1e-4);
    assert_eq!(outside(&screened.points), positions(&t["out_screened"]));
    assert_eq!(screened.sections[0].1.screened.map(|n| n as u64), t["n_mr_screened"].as_u64());
}

#[test]
fn drift_agrees_with_the_reference() {
    let Some(file) = fixture("s25_mann_kendall_cdi.json") else { return };
    let values: Vec<Option<f64>> = numbers(&file["input"]["y"]).into_iter().map(Some).collect();

    let found = drift(&values).expect("a drift");

    let wanted = &file["expected"];
    close(found.s, &wanted["s"], 1e-6);
    close(found.variance, &wanted["var_s"], 1e-6);
    close(found.z, &wanted["z"], 1e-6);
    close(found.p / number(&wanted["p"]), &Value::from(1.0), 1e-6);
    close(found.tau, &wanted["tau"], 1e-6);
    close(found.slope, &wanted["sen_slope"], 1e-6);
    close(found.intercept, &wanted["intercept"], 1e-6);
}

#[test]
fn least_squares_change_points_agree_with_the_reference() {
    let Some(file) = fixture("s26_changepoints_cdi.json") else { return };
    let values = numbers(&file["input"]["y"]);
    let splitter = Splitter::new(&values, &[1.0; 36], Cost::Squares, whole(&file["params"]["min_size"])).expect("a series");
    let wanted = &file["expected"];

    for breaks in 1..=3 {
        assert_eq!(splitter.with_breaks(breaks), Some(positions(&wanted[format!("optimal_l2_{breaks}")])), "{breaks} breaks");
    }
    assert_eq!(splitter.penalised(number(&wanted["pelt_l2"]["penalty"])), Some(positions(&wanted["pelt_l2"]["breaks"])));
}
