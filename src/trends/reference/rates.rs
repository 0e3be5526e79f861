//! Rates: s24.

use super::{close, fixture, number};
use crate::trends::rates::{compare_rates, rate_interval};

#[test]
fn rates_and_their_comparison_agree_with_the_reference() {
    let Some(file) = fixture("s24_poisson_rates.json") else { return };

    for (case, wanted) in file["input"]["cases"].as_array().expect("cases").iter().zip(file["expected"].as_array().expect("results")) {
        let count = |i: usize| case[i].as_u64().expect("a count");
        let interval = rate_interval(count(0), number(&case[1]), 0.95).expect("an interval");
        let found = compare_rates((count(0), number(&case[1])), (count(2), number(&case[3])), 0.95).expect("a comparison");

        close(count(0) as f64 / number(&case[1]), &wanted["rate1"], 1e-6);
        close(interval.low, &wanted["rate1_ci95_exact"][0], 1e-6);
        close(interval.high, &wanted["rate1_ci95_exact"][1], 1e-6);
        close(found.ratio, &wanted["ratio"], 1e-6);
        close(found.interval.low, &wanted["ratio_ci95"][0], 1e-6);
        close(Some(found.interval.high).filter(|h| h.is_finite()), &wanted["ratio_ci95"][1], 1e-6);
        close(found.p_exact, &wanted["p_exact"], 1e-6);
        close(found.p_mid, &wanted["p_midp"], 1e-6);
        close(found.p_e_test, &wanted["p_etest"], 1e-6);
    }
}
