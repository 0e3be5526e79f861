//! Pairs and many tests against the reference results of other software (vigipy, scipy, statsmodels) and a published table.
//!
//! The result files are read as in `trends/reference.rs`; without them the tests say that they were skipped.

use serde_json::Value;

use super::{Cell, Interval, Measures, Mixture, TwoByTwo, measures, shrink};
use crate::trends::multiplicity::{Adjustment, adjust};
use crate::trends::reference::{close, fixture, numbers};

/// To the stated tolerance, or relative to large figures.
fn near(got: f64, wanted: &Value) {
    let size = wanted.as_f64().expect("a number").abs().max(1.0);
    close(got / size, &Value::from(wanted.as_f64().expect("a number") / size), 1e-6);
}

fn same_interval(got: Interval, wanted: &Value, names: [&str; 3]) {
    for (figure, name) in [got.low, got.estimate, got.high].into_iter().zip(names) {
        near(figure, &wanted[name]);
    }
}

fn same_measures(got: &Measures, wanted: &Value) {
    near(got.expected, &wanted["expected"]);
    near(got.ratio, &wanted["rr"]);
    near(got.chi_square, &wanted["chi2_yates"]);
    same_interval(got.prr.expect("a ratio"), wanted, ["prr_lo", "prr", "prr_hi"]);
    same_interval(got.ror.expect("a ratio"), wanted, ["ror_lo", "ror", "ror_hi"]);
    same_interval(got.ic, wanted, ["ic025", "ic", "ic975"]);
}

fn prior(of: &Value) -> Mixture {
    let [alpha1, beta1, alpha2, beta2, share] =
        ["alpha1", "beta1", "alpha2", "beta2", "P"].map(|name| of[name].as_f64().expect("a number"));
    Mixture { alpha1, beta1, alpha2, beta2, share }
}

#[test]
fn one_table_agrees_with_the_reference() {
    let Some(file) = fixture("s21_prr_evans_uveitis.json") else { return };
    let [a, b, c, d] = ["a", "b", "c", "d"].map(|name| file["input"][name].as_f64().expect("a count"));

    same_measures(&measures(TwoByTwo { a, b, c, d }).expect("measures"), &file["expected"]);
}

#[test]
fn a_table_of_units_and_categories_agrees_with_the_reference() {
    let Some(file) = fixture("s20_disproportionality_synthetic.json") else { return };
    let counts: Vec<Vec<f64>> = file["input"]["counts"].as_array().expect("rows").iter().map(numbers).collect();
    let all: f64 = counts.iter().flatten().sum();
    let place = |list: &str, name: &Value| file["input"][list].as_array().expect("names").iter().position(|n| n == name).expect("a name");
    let pairs = file["expected"]["pairs"].as_array().expect("pairs");

    let mut chances = Vec::new();
    for wanted in pairs {
        let (row, column) = (place("units", &wanted["unit"]), place("categories", &wanted["category"]));
        let a = counts[row][column];
        let b = counts[row].iter().sum::<f64>() - a;
        let c = counts.iter().map(|line| line[column]).sum::<f64>() - a;
        let got = measures(TwoByTwo { a, b, c, d: all - a - b - c }).expect("measures");

        same_measures(&got, wanted);
        near(got.p, &wanted["p_poisson"]);
        assert_eq!(Some(got.evans), wanted["flag_evans"].as_bool());
        assert_eq!(Some(got.ic.low > 0.0), wanted["flag_ic"].as_bool());
        let shrunk = shrink(Cell { count: a, expected: got.expected }, &prior(&file["params"]["prior"])).expect("a posterior");
        for (figure, name) in [(shrunk.mean, "ebgm"), (shrunk.low, "eb05"), (shrunk.high, "eb95")] {
            near(figure, &wanted[name]);
        }
        assert_eq!(Some(shrunk.low >= 2.0), wanted["flag_eb"].as_bool());
        chances.push(got.p);
    }
    for (p, wanted) in adjust(&chances, Adjustment::BenjaminiHochberg).expect("p-values").iter().zip(pairs) {
        near(*p, &wanted["p_bh"]);
    }
}

#[test]
fn shrunk_ratios_agree_with_the_reference_and_the_printed_table() {
    let Some(file) = fixture("s19_ebgm_openebgm_caers.json") else { return };
    let prior = prior(&file["params"]["theta"]);

    for (i, pair) in file["input"]["pairs"].as_array().expect("pairs").iter().enumerate() {
        let [count, expected] = ["n", "expected"].map(|name| pair[name].as_f64().expect("a number"));
        let got = shrink(Cell { count, expected }, &prior).expect("a posterior");

        let (wanted, printed) = (&file["expected"]["pairs"][i], &file["published"]["pairs"][i]);
        near(got.share, &wanted["qn"]);
        for (figure, name) in [(got.mean, "ebgm"), (got.low, "eb05"), (got.high, "eb95")] {
            near(figure, &wanted[name]);
            close(figure, &printed[name], 0.01);
        }
    }
}

#[test]
fn adjusted_p_values_agree_with_the_reference() {
    let Some(file) = fixture("s23_multiple_testing_bh1995.json") else { return };
    let p = numbers(&file["input"]["p"]);

    for (name, how) in [
        ("bonferroni", Adjustment::Bonferroni),
        ("holm", Adjustment::Holm),
        ("bh", Adjustment::BenjaminiHochberg),
        ("by", Adjustment::BenjaminiYekutieli),
    ] {
        let got = adjust(&p, how).expect("p-values");
        got.iter().enumerate().for_each(|(i, p)| close(*p, &file["expected"][name]["adjusted"][i], 1e-9));
    }
}
