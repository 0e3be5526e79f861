//! The detectors against the reference results of other software (R's surveillance and spc).
//!
//! The result files are read as in `trends/reference.rs`; without them the tests say that they were skipped.

use serde_json::Value;

use super::{
    Baseline, Kind, Options, Scheme, Side, Transform, Variant, Window, average_run_length, bayes_bound, bounds, rki_bound, transformed,
    upper_bound,
};
use crate::trends::distributions::{gamma_quantile, normal_quantile};
use crate::trends::reference::{close, fixture, numbers, whole};

/// Bounds of the periods from `first` on, each of which must be the wanted one.
fn same_bounds(got: &[Option<f64>], wanted: &Value, tolerance: f64) {
    let wanted = wanted.as_array().expect("a list");
    assert_eq!(got.len(), wanted.len());
    for (got, wanted) in got.iter().zip(wanted) {
        match got {
            Some(bound) => close(*bound, wanted, tolerance),
            // "Not judged" is written as null or as 0.
            None => assert!(wanted.is_null() || wanted.as_f64() == Some(0.0), "not judged, wanted {wanted}"),
        }
    }
}

/// Reference positions count from 1 and may stand alone or be none.
fn same_points(got: &[usize], wanted: &Value) {
    let wanted = wanted.as_array().map_or_else(|| vec![whole(wanted)], |list| list.iter().map(whole).collect());
    assert_eq!(got.iter().map(|i| i + 1).collect::<Vec<_>>(), wanted);
}

fn above(counts: &[f64], bounds: &[Option<f64>], first: usize) -> Vec<usize> {
    let over = |(i, bound): (usize, &Option<f64>)| bound.filter(|b| counts[first + i] > *b).map(|_| first + i);
    bounds.iter().enumerate().filter_map(over).collect()
}

#[test]
fn the_prediction_agrees_with_the_reference() {
    let Some(file) = fixture("s32_gamma_poisson_predictive.json") else { return };
    let tolerance = file["tolerance"].as_f64().expect("a number");

    for (case, wanted) in file["input"]["cases"].as_array().expect("cases").iter().zip(file["expected"]["cases"].as_array().expect("cases"))
    {
        let [events, time, exposure] = ["S", "T", "e"].map(|name| case[name].as_f64().expect("a number"));
        let baseline = Baseline::new(events, time, 1.0).expect("a baseline");
        let tails = baseline.tails(case["y"].as_u64().expect("a count"), exposure);

        close(baseline.mean(exposure), &wanted["mean"], tolerance);
        close(tails.at_least, &wanted["p_upper"], tolerance);
        close(tails.at_most, &wanted["p_lower"], tolerance);
        for (p, name) in
            [(0.00135, "limit_low_0.00135"), (0.99865, "limit_high_0.99865"), (0.025, "band_low_0.025"), (0.975, "band_high_0.975")]
        {
            close(baseline.quantile(p, exposure).expect("a quantile") as f64, &wanted[name], 0.0);
        }
        let (shape, rate) = baseline.rate();
        for (p, at) in [(0.025, 0), (0.975, 1)] {
            close(gamma_quantile(p, shape, rate), &wanted["rate_ci95_gamma"][at], tolerance);
        }
    }
}

#[test]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "steps are few and positive")]
fn run_lengths_agree_with_the_reference() {
    let Some(file) = fixture("s18_poisson_cusum_arl.json") else { return };

    for case in file["expected"]["cases"].as_array().expect("cases") {
        let steps = |name: &str| (case[name].as_f64().expect("a number") * 10.0).round() as usize;
        let scheme = Scheme { side: Side::Up, grid: 10, reference: steps("k"), limit: steps("h") };
        for (mean, length) in [("mu0", "arl0"), ("mu1", "arl1")] {
            let got = average_run_length(scheme, case[mean].as_f64().expect("a mean")).expect("a run length");
            close(got, &case[length], 1e-6);
        }
    }
}

#[test]
fn sums_of_transformed_counts_agree_with_the_reference() {
    let Some(file) = fixture("s14_agona_cusum.json") else { return };
    let counts = numbers(&file["input"]["count"]);
    let first = whole(&file["params"]["range"][0]) - 1;
    let mean = counts[..first].iter().sum::<f64>() / first as f64;

    for (name, transform) in [("rossi", Transform::Rossi), ("standard", Transform::Standard)] {
        let [k, h] = ["k", "h"].map(|p| file["params"][name][p].as_f64().expect("a number"));
        let got = transformed(&counts[first..], mean, transform, k, h).expect("sums");

        let wanted = &file["expected"][name];
        got.sums.iter().enumerate().for_each(|(i, s)| close(*s, &wanted["cusum"][i], 1e-6));
        same_points(&got.alarms.iter().map(|i| first + i).collect::<Vec<_>>(), &wanted["alarm_index"]);
        // The reference rounds the count that is needed to a whole one for the standard form only.
        for (i, needed) in got.needed.iter().enumerate() {
            let needed = if transform == Transform::Standard { needed.ceil().max(0.0) } else { *needed };
            close(needed, &wanted["upperbound"][i], 1e-6);
        }
    }
}

#[test]
fn ears_bounds_agree_with_the_reference() {
    let Some(file) = fixture("s14_agona_ears.json") else { return };
    let counts = numbers(&file["input"]["count"]);

    for (name, variant, alpha) in [("C1", Variant::C1, 0.001), ("C2", Variant::C2, 0.001), ("C3", Variant::C3, 0.025)] {
        for (ending, least_sd) in [("0", 0.0), ("0.5", 0.5)] {
            let wanted = &file["expected"][format!("{name}_minSigma_{ending}")];
            let first = whole(&wanted["first_index"]) - 1;
            let got = bounds(&counts, variant, 7, normal_quantile(1.0 - alpha), least_sd);

            assert!(got[..first].iter().all(Option::is_none), "{name}");
            same_bounds(&got[first..], &wanted["upperbound"], 1e-6);
            same_points(&above(&counts, &got, 0), &wanted["alarm_index"]);
        }
    }
}

#[test]
fn farrington_bounds_agree_with_the_reference() {
    let Some(file) = fixture("s14_agona_farrington.json") else { return };
    let counts = numbers(&file["input"]["count"]);
    let first = whole(&file["params"]["range"][0]) - 1;

    for (name, options) in [("classic", Options::CLASSIC), ("flexible", Options::FLEXIBLE)] {
        let options = Options { years: 4, ..options };
        let got: Vec<Option<f64>> = (first..counts.len()).map(|at| upper_bound(&counts, at, &options)).collect();

        let wanted = &file["expected"][name];
        same_bounds(&got, &wanted["upperbound"], 1e-4);
        same_points(&above(&counts, &got, first), &wanted["alarm_index"]);
    }
    assert!(matches!(Options::FLEXIBLE.kind, Kind::Flexible { levels: 10, recent: 26 }));
}

#[test]
fn baselines_of_past_years_agree_with_the_reference() {
    let Some(file) = fixture("s14_agona_bayes_rki.json") else { return };
    let counts = numbers(&file["input"]["count"]);
    let first = whole(&file["params"]["range"][0]) - 1;
    let every = |bound: &dyn Fn(usize) -> Option<f64>| (first..counts.len()).map(bound).collect::<Vec<_>>();

    let bayes = Window { years: 2, half_width: 6, this_year: true, year: 52 };
    let rki = Window { years: 2, half_width: 4, this_year: false, year: 52 };
    for (name, got) in [("bayes", every(&|at| bayes_bound(&counts, at, &bayes, 0.05))), ("rki", every(&|at| rki_bound(&counts, at, &rki)))]
    {
        same_bounds(&got, &file["expected"][name]["upperbound"], 1e-6);
        same_points(&above(&counts, &got, first), &file["expected"][name]["alarm_index"]);
    }
}
