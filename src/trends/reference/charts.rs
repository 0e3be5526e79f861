//! Control charts of one stretch: s01 to s07, s10, s12 and s13.

use serde_json::Value;

use super::{close, draw, exposed, fixture, number, numbers, outside, positions, same_limits, same_points, same_runs, whole};
use crate::trends::charts::funnel::funnel;
use crate::trends::charts::{Kind, Options, Plotted};
use crate::trends::rules::anhoej::run_rules;
use crate::trends::series::Series;

#[test]
fn c_charts_agree_with_the_reference() {
    let Some(file) = fixture("s01_c_chart_montgomery_7_3.json") else { return };
    let series = Series::of_counts(&numbers(&file["input"]["count"]));
    let frozen = |exclude: Vec<usize>| Options { freeze: Some(26), exclude, ..Options::default() };

    let trial = draw(Kind::C, &series, &frozen(Vec::new()));
    let revised = draw(Kind::C, &series, &frozen(vec![5, 19]));

    let wanted = &file["expected"]["trial"];
    same_limits(&trial.points[0], wanted, 1e-6);
    assert_eq!(outside(&trial.points[..26]), positions(&wanted["out_points"]));
    let wanted = &file["expected"]["revised"];
    same_limits(&revised.points[0], wanted, 1e-6);
    same_points(&revised.points, &wanted["per_point"], 1e-6);
    assert_eq!(outside(&revised.points), positions(&wanted["sigma_signal_points"]));
    let judged: Vec<Plotted> = (0..).zip(&revised.points).filter(|(i, _)| ![5, 19].contains(i)).map(|(_, p)| *p).collect();
    same_runs(&judged, &wanted["runs"]);
}

#[test]
fn u_charts_agree_with_the_reference() {
    let Some(file) = fixture("s02_u_chart_montgomery_7_4.json") else { return };
    let series = exposed(&numbers(&file["input"]["count"]), &numbers(&file["input"]["size"]));

    let chart = draw(Kind::U, &series, &Options::default());

    same_limits(&chart.points[0], &file["expected"], 1e-6);
    same_points(&chart.points, &file["expected"]["per_point"], 1e-6);
    assert_eq!(outside(&chart.points), positions(&file["expected"]["sigma_signal_points"]));
    same_runs(&chart.points, &file["expected"]["runs"]);
}

#[test]
fn u_charts_with_varying_exposure_agree_with_the_reference() {
    let Some(file) = fixture("s03_u_chart_varying_montgomery_7_5.json") else { return };
    let series = exposed(&numbers(&file["input"]["count"]), &numbers(&file["input"]["exposure"]));

    let chart = draw(Kind::U, &series, &Options { per: number(&file["params"]["multiply"]), ..Options::default() });

    close(chart.points[0].centre, &file["expected"]["cl"], 1e-6);
    same_points(&chart.points, &file["expected"]["per_point"], 1e-6);
    same_runs(&chart.points, &file["expected"]["runs"]);
}

#[test]
fn individuals_and_moving_ranges_agree_with_the_reference() {
    let Some(file) = fixture("s04_xmr_montgomery_6_5.json") else { return };
    let series = Series::of_counts(&numbers(&file["input"]["y"]));

    for (kind, wanted) in [(Kind::Xmr, &file["expected"]["x"]), (Kind::Mr, &file["expected"]["mr"])] {
        let chart = draw(kind, &series, &Options { freeze: Some(20), ..Options::default() });

        same_limits(&chart.points[0], wanted, 0.001);
        same_points(&chart.points, &wanted["per_point"], 0.001);
        assert_eq!(outside(&chart.points), positions(&wanted["sigma_signal_points"]));
        same_runs(&chart.points, &wanted["runs"]);
    }
}

#[test]
fn t_charts_agree_with_the_reference() {
    let Some(file) = fixture("s05_t_chart_montgomery_7_6.json") else { return };

    let series = Series::of_counts(&numbers(&file["input"]["hours"]));

    // The reference object was made with 3 / 1.128, its transformed limits with 2.66.
    let chart = draw(Kind::T, &series, &Options { constant: Some(3.0 / 1.128), ..Options::default() });
    let rounded = draw(Kind::T, &series, &Options::default());

    same_limits(&chart.points[0], &file["expected"], 0.001);
    same_points(&chart.points, &file["expected"]["per_point"], 0.001);
    assert_eq!(outside(&chart.points), positions(&file["expected"]["sigma_signal_points"]));
    same_runs(&chart.points, &file["expected"]["runs"]);
    let transformed = &file["expected"]["transformed"];
    close(chart.sections[0].1.mean_range, &transformed["mr_bar"], 0.001);
    close(rounded.points[0].high.map(|h| h.powf(1.0 / 3.6)), &transformed["ucl"], 0.001);
}

#[test]
fn p_charts_agree_with_the_reference() {
    let Some(file) = fixture("s06_p_chart_montgomery_7_4.json") else { return };
    let series = exposed(&numbers(&file["input"]["count"]), &numbers(&file["input"]["size"]));

    let chart = draw(Kind::P, &series, &Options::default());

    close(chart.points[0].centre, &file["expected"]["cl"], 1e-6);
    same_points(&chart.points, &file["expected"]["per_point"], 1e-6);
    assert_eq!(outside(&chart.points), positions(&file["expected"]["sigma_signal_points"]));
    same_runs(&chart.points, &file["expected"]["runs"]);
}

/// Rows of s07 that a summary of the reference is about, summed by month.
fn infections(file: &Value, hospital: Option<&str>, infection: Option<&str>) -> Series {
    let mut months: Vec<(String, f64, f64)> = Vec::new();
    for row in file["input"]["rows"].as_array().expect("rows") {
        let text = |i: usize| row[i].as_str().expect("text");
        if hospital.is_some_and(|h| h != text(0)) || infection.is_some_and(|t| t != text(1)) {
            continue;
        }
        match months.iter_mut().find(|m| m.0 == text(2)) {
            Some(month) => (month.1, month.2) = (month.1 + number(&row[3]), month.2 + number(&row[4])),
            None => months.push((text(2).to_owned(), number(&row[3]), number(&row[4]))),
        }
    }
    months.sort_by(|a, b| a.0.cmp(&b.0));
    let (counts, exposure): (Vec<f64>, Vec<f64>) = months.iter().map(|m| (m.1, m.2)).unzip();
    exposed(&counts, &exposure)
}

fn same_summary(series: &Series, wanted: &Value) {
    let points = draw(Kind::U, series, &Options::default()).points;
    let mean = |part: fn(&Plotted) -> Option<f64>| points.iter().filter_map(part).sum::<f64>() / points.len() as f64;
    close(mean(|p| p.low), &wanted["aLCL"], 1e-6);
    close(mean(|p| p.centre), &wanted["CL"], 1e-6);
    close(mean(|p| p.high), &wanted["aUCL"], 1e-6);
    let runs = run_rules(&points);
    assert_eq!((runs.useful, runs.longest_run), (whole(&wanted["n.useful"]), whole(&wanted["longest.run"])));
    assert_eq!((runs.longest_run_max, runs.crossings_min), (whole(&wanted["longest.run.max"]), whole(&wanted["n.crossings.min"])));
    assert_eq!(runs.crossings, whole(&wanted["n.crossings"]));
    assert_eq!(usize::from(runs.signal() == Some(true)), whole(&wanted["runs.signal"]));
    assert_eq!(usize::from(!outside(&points).is_empty()), whole(&wanted["sigma.signal"]));
}

#[test]
fn u_charts_by_unit_agree_with_the_reference() {
    let Some(file) = fixture("s07_u_charts_and_funnel_hospital_infections.json") else { return };
    let wanted = &file["expected"];

    same_summary(&infections(&file, None, None), &wanted["all_together"][0]);
    for each in wanted["by_type"].as_array().expect("a list") {
        same_summary(&infections(&file, None, each["facet1"].as_str()), each);
    }
    for each in wanted["by_type_and_hospital"].as_array().expect("a list") {
        same_summary(&infections(&file, each["facet1"].as_str(), each["facet2"].as_str()), each);
    }
}

#[test]
fn limits_between_units_agree_with_the_reference() {
    let Some(file) = fixture("s07_u_charts_and_funnel_hospital_infections.json") else { return };

    for wanted in file["expected"]["funnel_per_unit"].as_object().expect("types").values() {
        let series = exposed(&numbers(&wanted["n"]), &numbers(&wanted["days"]));
        let points = draw(Kind::U, &series, &Options { per: 10_000.0, ..Options::default() }).points;

        for (i, point) in points.iter().enumerate() {
            close(point.value, &wanted["rate_per_10000"][i], 1e-6);
            close(point.centre, &wanted["cl"], 1e-6);
            close(point.low, &wanted["lcl"][i], 1e-6);
            close(point.high, &wanted["ucl"][i], 1e-6);
        }
        let named: Vec<&Value> = outside(&points).iter().map(|i| &wanted["hospital"][i - 1]).collect();
        assert_eq!(named, wanted["outliers"].as_array().expect("a list").iter().collect::<Vec<_>>());
    }
}

#[test]
fn limits_of_laney_agree_with_the_reference() {
    let Some(file) = fixture("s10_laney_p_prime_nhs_accidents.json") else { return };
    let series = exposed(&numbers(&file["input"]["seen"]), &numbers(&file["input"]["n"]));

    for (kind, wanted) in [(Kind::P, &file["expected"]["p"]), (Kind::LaneyP, &file["expected"]["p_prime"])] {
        let chart = draw(kind, &series, &Options::default());

        for (i, point) in chart.points.iter().enumerate() {
            close(point.centre, &file["expected"]["p_bar"], 1e-6);
            close(point.low, &wanted["lcl"][i], 1e-6);
            close(point.high, &wanted["ucl"][i], 1e-6);
        }
        assert_eq!(outside(&chart.points), positions(&wanted["out"]));
        if kind == Kind::LaneyP {
            close(chart.sections[0].1.spread, &file["expected"]["sigma_z"], 1e-6);
        }
    }
}

#[test]
fn screening_of_moving_ranges_agrees_with_the_reference() {
    let Some(file) = fixture("s12_nhs_plot_the_dots_screening.json") else { return };
    let series = Series::of_counts(&numbers(&file["input"]["y"]));

    for (screen, wanted) in [(true, &file["expected"]["screened"]), (false, &file["expected"]["unscreened"])] {
        let points = draw(Kind::Xmr, &series, &Options { screen, constant: Some(2.66), ..Options::default() }).points;

        close(points[0].centre, &wanted["mean"], 1e-9);
        close(points[0].low, &wanted["lpl"], 1e-9);
        close(points[0].high, &wanted["upl"], 1e-9);
        assert_eq!(outside(&points), positions(&file["expected"]["special_cause_points"]));
    }
}

#[test]
fn exact_funnel_limits_agree_with_the_reference() {
    let Some(file) = fixture("s13_funnel_exact_poisson_limits.json") else { return };
    let expected: Vec<Option<f64>> = numbers(&file["input"]["expected"]).into_iter().map(Some).collect();

    let funnel = funnel(&expected, &expected, Some(1.0), 1.0).expect("a funnel");

    for (i, unit) in funnel.units.iter().enumerate() {
        close(unit.inner.low, &file["expected"]["ll95"][i], 1e-6);
        close(unit.inner.high, &file["expected"]["ul95"][i], 1e-6);
        close(unit.outer.low, &file["expected"]["ll998"][i], 1e-6);
        close(unit.outer.high, &file["expected"]["ul998"][i], 1e-6);
    }
}
