//! `candor trend` as a person or a script meets it: CSV in, table or JSON out. Figures are published or worked by hand.

use serde_json::Value;

use crate::support::program::candor;

fn trend(args: &[&str], input: &str) -> Value {
    let args: Vec<&str> = ["trend", "--json", "--chart"].iter().chain(args).copied().collect();
    let out = candor(&args, input);
    assert_eq!(out.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).expect("one JSON object")
}

fn refused(args: &[&str], input: &str) -> String {
    let args: Vec<&str> = ["trend", "--chart"].iter().chain(args).copied().collect();
    let out = candor(&args, input);
    assert_eq!(out.status.code(), Some(2), "{args:?} on {input:?}");
    assert!(out.stdout.is_empty(), "nothing is said when the input is refused");
    String::from_utf8_lossy(&out.stderr).into_owned()
}

fn close(got: &Value, wanted: f64) {
    let got = got.as_f64().expect("a number");
    assert!((got - wanted).abs() <= 1e-6 * wanted.abs().max(1.0), "{got} is not {wanted}");
}

fn counts(values: &[f64]) -> String {
    values.iter().enumerate().map(|(i, v)| format!("{},{v}\n", i + 1)).collect()
}

/// Positions, from 1, of the points where `rule` fired.
fn fired(answer: &Value, rule: &str) -> Vec<usize> {
    let points = answer["points"].as_array().expect("points");
    let holds = |p: &Value| p["signals"].as_array().expect("signals").iter().any(|s| s == rule);
    (1..).zip(points).filter(|(_, p)| holds(p)).map(|(i, _)| i).collect()
}

#[test]
fn a_c_chart_has_root_limits_and_names_what_lies_outside() {
    let answer = trend(&["c"], "period,count\n2026-01,7\n2026-02,9\n2026-03,11\n2026-04,5\n2026-05,8\n2026-06,30\n2026-07,3\n2026-08,7\n");

    assert_eq!((answer["chart"].as_str(), answer["rules_version"].as_str()), (Some("c"), Some("rules v1")));
    close(&answer["figures"]["centre"], 10.0);
    close(&answer["points"][0]["low"], 10.0 - 3.0 * 10.0_f64.sqrt());
    close(&answer["points"][0]["high"], 10.0 + 3.0 * 10.0_f64.sqrt());
    assert_eq!(answer["points"][5]["period"], "2026-06");
    assert_eq!(fired(&answer, "outside"), [6]);
    assert_eq!(answer["signals"], serde_json::json!(["outside"]));
    assert!(answer["figures"]["runs_signal"].is_null(), "eight points are too few for run rules");
}

#[test]
fn a_table_says_the_same_as_the_json() {
    let out = candor(&["trend", "--chart", "c"], "\u{feff}\"period\";\"count\"\r\n\"A; early\";9\r\nB;27\r\n");

    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    assert_eq!(out.status.code(), Some(0));
    assert!(said.starts_with("c chart, rules v1, 2 point(s)\n"), "{said}");
    assert!(said.contains("A; early      9      9      18  5.27208  30.7279\n"), "{said}");
}

#[test]
fn rates_and_shares_have_limits_for_each_point() {
    let u = trend(&["u", "--per", "1000"], "1,10,1000\n2,10,250\n3,0,0\n");
    let p = trend(&["p"], "1,9,10\n2,10,10\n3,8,10\n");

    close(&u["points"][1]["value"], 40.0);
    close(&u["points"][1]["centre"], 16.0);
    close(&u["points"][1]["high"], 16.0 + 3.0 * (16.0_f64 * 1000.0 / 250.0).sqrt());
    assert_eq!((u["points"][0]["low"].as_f64(), &u["figures"]["high"]), (Some(16.0 - 12.0), &Value::Null));
    assert_eq!((&u["points"][2]["value"], &u["points"][2]["high"]), (&Value::Null, &Value::Null), "no exposure, no rate");
    assert_eq!(p["points"][0]["high"].as_f64(), Some(1.0));
    close(&p["points"][0]["low"], 0.9 - 3.0 * (0.9_f64 * 0.1 / 10.0).sqrt());
}

#[test]
fn limits_of_laney_follow_the_spread_between_periods() {
    let input = "1,500,100000\n2,700,100000\n3,500,100000\n4,700,100000\n";
    let sigma = (0.006_f64 / 100_000.0).sqrt();

    let (u, up) = (trend(&["u"], input), trend(&["up"], input));

    close(&up["figures"]["sigma_z"], 0.002 / sigma / 1.128);
    close(&up["points"][0]["high"], 0.006 + 3.0 * 0.002 / 1.128);
    assert_eq!((fired(&u, "outside"), fired(&up, "outside")), (vec![1, 2, 3, 4], vec![]));
    assert_eq!(trend(&["pp"], input)["signals"], serde_json::json!([]));
}

#[test]
fn individuals_use_moving_ranges_and_screen_a_wild_one() {
    let input = counts(&[1.0, 2.0, 1.0, 2.0, 10.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0]);

    let screened = trend(&["xmr", "--constant", "2.66"], &input);
    let plain = trend(&["xmr", "--constant", "2.66", "--no-screen"], &input);
    let moving = trend(&["mr"], "1,10\n2,14\n3,12\n");

    close(&screened["figures"]["high"], 4.604_444_444);
    close(&plain["figures"]["high"], 6.951_503_268);
    close(&screened["figures"]["low"], -0.715_555_556);
    assert_eq!(fired(&screened, "outside"), [5]);
    assert_eq!((&moving["points"][0]["value"], moving["points"][1]["value"].as_f64()), (&Value::Null, Some(4.0)));
    close(&moving["figures"]["high"], 3.267 * 3.0);
}

#[test]
fn a_frozen_baseline_does_not_move_with_later_points_and_leaves_out_what_is_excluded() {
    let mut values = vec![10.0, 12.0, 8.0, 11.0, 9.0, 40.0];
    let before = trend(&["c", "--freeze", "6", "--exclude", "6"], &counts(&values));
    values.extend([30.0, 31.0, 32.0]);

    let after = trend(&["c", "--freeze", "6", "--exclude", "6"], &counts(&values));

    close(&after["figures"]["centre"], 10.0);
    assert_eq!((&before["figures"]["high"], &before["points"][0]), (&after["figures"]["high"], &after["points"][0]));
    assert_eq!(fired(&after, "outside"), [6, 7, 8, 9]);
    assert_eq!(after["figures"]["useful"], 7, "the one at 10 lies on the centre, the excluded one is not counted");
}

#[test]
fn phases_have_limits_of_their_own() {
    let answer = trend(&["c"], "period,count,phase\n1,16,before\n2,16,before\n3,4,after\n4,4,after\n");

    let sections = answer["sections"].as_array().expect("sections");
    assert_eq!((sections.len(), &sections[1]["phase"], &sections[1]["first"]), (2, &Value::from("after"), &Value::from(3)));
    close(&answer["points"][1]["high"], 28.0);
    close(&answer["points"][2]["high"], 10.0);
    assert_eq!(answer["signals"], serde_json::json!([]));
}

#[test]
fn rare_events_are_judged_by_their_gaps() {
    let mut gaps = vec![20.0, 14.0, 31.0, 8.0, 25.0, 17.0, 11.0, 22.0, 29.0, 5.0];
    gaps.extend(gaps.clone());
    gaps.push(190.0);
    let mean = gaps[..20].iter().sum::<f64>() / 20.0;

    let g = trend(&["g", "--freeze", "20"], &counts(&gaps));
    let t = trend(&["t", "--freeze", "20"], &counts(&gaps));

    close(&g["figures"]["centre"], 18.5);
    close(&g["figures"]["high"], mean + 3.0 * (mean * (mean + 1.0)).sqrt());
    assert_eq!((fired(&g, "outside"), fired(&t, "outside")), (vec![21], vec![21]));
    assert!(t["figures"]["centre"].as_f64().expect("a number") < mean, "the centre is that of the transformed gaps");
}

#[test]
fn a_run_chart_sees_a_lasting_shift() {
    let values: Vec<f64> = (0..24).map(|i| if i < 12 { 8.0 } else { 12.0 } + f64::from(i % 3) / 10.0).collect();

    let answer = trend(&["run"], &counts(&values));

    let figures = &answer["figures"];
    assert_eq!((&figures["longest_run"], &figures["longest_run_max"]), (&Value::from(12), &Value::from(8)));
    assert_eq!((&figures["crossings"], &figures["crossings_min"]), (&Value::from(1), &Value::from(8)));
    assert_eq!(answer["signals"], serde_json::json!(["anhoej_longest_run", "anhoej_crossings"]));
    assert!(answer["points"][0]["high"].is_null());
}

#[test]
fn every_set_of_rules_can_be_asked_for() {
    let known = ["xmr", "--centre", "0", "--sigma", "1", "--rules"];
    let rules = |set: &'static str, z: &[f64]| trend(&[known.as_slice(), &[set]].concat(), &counts(z));

    let nelson = rules("nelson,we", &[-0.3, 0.2, 0.5, 0.1, 0.9, 0.4, 0.2, 0.7, 1.1, 0.3, 0.6, -0.2]);
    let zones = rules("nelson,we", &[0.2, 2.3, 0.5, 2.4, -0.3, -2.2, -2.5, 0.1]);
    let nhs = rules("nhs", &[2.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 3.0].map(|v| v / 10.0));

    assert_eq!(fired(&nelson, "nelson_2"), (2..=11).collect::<Vec<_>>());
    assert_eq!(fired(&nelson, "we_4"), (2..=11).collect::<Vec<_>>());
    assert_eq!((fired(&zones, "nelson_5"), fired(&zones, "we_2")), (vec![2, 4, 6, 7], vec![2, 4, 6, 7]));
    assert_eq!(fired(&nhs, "nhs_trend"), (2..=8).collect::<Vec<_>>());
    assert_eq!(fired(&nhs, "nhs_shift"), (1..=9).collect::<Vec<_>>());
    assert_eq!(rules("none", &[9.0; 12])["signals"], serde_json::json!([]));
}

#[test]
fn the_icons_of_the_nhs_need_to_know_which_way_is_better() {
    let args = |way| ["xmr", "--centre", "0", "--sigma", "1", "--rules", "nhs", "--target", "4", "--improve", way];
    let icons = |way| {
        let figures = trend(&args(way), &counts(&[0.1, -0.2, 3.5]))["figures"].clone();
        (figures["variation"].as_str().map(str::to_owned), figures["assurance"].as_str().map(str::to_owned))
    };
    let words = |variation: &str, assurance: &str| (Some(variation.to_owned()), Some(assurance.to_owned()));

    assert_eq!(icons("up"), words("improvement", "consistently fails"));
    assert_eq!(icons("down"), words("concern", "consistently passes"));
}

#[test]
fn a_funnel_has_exact_limits_for_each_unit() {
    let answer = trend(&["funnel", "--centre", "1"], "unit,observed,expected\nA,15,15\nB,20,20\nC,60,30\nD,0,0\n");

    close(&answer["points"][0]["more"]["low_95"], 0.559_692_4);
    close(&answer["points"][1]["more"]["high_95"], 1.544_418_9);
    close(&answer["points"][2]["high"], 1.702_770_8);
    close(&answer["points"][2]["low"], 0.528_972_4);
    assert_eq!(fired(&answer, "outside"), [3]);
    assert!(answer["points"][3]["value"].is_null());
}

#[test]
fn two_rates_are_compared_exactly() {
    let answer = trend(&["rates"], "A,11,800\nB,21,3011\n");

    close(&answer["figures"]["p_exact"], 0.079_668_633);
    close(&answer["figures"]["ratio"], 11.0 / 800.0 / (21.0 / 3011.0));
    close(&answer["points"][0]["low"], 0.006_863_950);
    close(&answer["points"][0]["high"], 0.024_602_548);
    let none = trend(&["rates"], "A,4,400\nB,0,380\n");
    assert_eq!((&none["figures"]["ratio"], &none["figures"]["ratio_high"]), (&Value::Null, &Value::Null));
    close(&none["figures"]["ratio_low"], 0.627_117_818);
}

#[test]
fn two_phases_are_compared_later_over_earlier() {
    let answer = trend(&["rates"], "1,10,50,before\n2,10,50,before\n3,4,50,after\n4,6,50,after\n");

    assert_eq!(answer["figures"]["compared"], "after over before");
    close(&answer["figures"]["ratio"], 0.5);
    close(&answer["sections"][0]["figures"]["rate"], 0.2);
}

#[test]
fn drift_and_change_are_found() {
    let drift = trend(&["mann-kendall"], &counts(&[2.0, 4.0, 6.0, 8.0, 10.0]));
    let change = trend(&["changepoint"], &counts(&[9.0, 11.0, 10.0, 10.0, 3.0, 2.0, 4.0, 3.0]));
    let squares = ["changepoint", "--cost", "l2", "--breaks", "2"];
    let steps = trend(&squares, &counts(&[5.0, 6.0, 5.0, 4.0, 20.0, 21.0, 19.0, 20.0, 9.0, 10.0, 11.0, 10.0]));

    close(&drift["figures"]["sen_slope"], 2.0);
    close(&drift["figures"]["s"], 10.0);
    close(&drift["figures"]["z"], 9.0 / (5.0 * 4.0 * 15.0 / 18.0_f64).sqrt());
    close(&change["figures"]["change_after"], 4.0);
    close(&change["figures"]["two_log_likelihood_ratio"], 2.0 * (40.0 * 10.0_f64.ln() + 12.0 * 3.0_f64.ln() - 52.0 * 6.5_f64.ln()));
    assert_eq!(fired(&change, "change_point"), [5]);
    assert_eq!(steps["figures"]["breaks"], serde_json::json!([4.0, 8.0, 12.0]));
}

#[test]
fn odd_series_have_an_answer_without_a_signal() {
    for chart in ["run", "xmr", "mr", "c", "u", "p", "up", "pp", "g", "t", "funnel", "rates", "mann-kendall", "changepoint"] {
        let rows = |count: &str, exposure: &str, n: usize| (1..=n).map(|i| format!("{i},{count},{exposure}\n")).collect::<String>();
        for input in [
            rows("0.1", "0.3", 30),
            rows("7", "9", 1),
            rows("0", "100", 25),
            rows("", "", 3) + "4,1,2\n",
            rows("4000000000", "4000000000", 20),
        ] {
            if chart == "rates" && input.contains("0.1") {
                continue;
            }
            let answer = trend(&[chart, "--rules", "outside,anhoej,we,nhs"], &input);

            let fired = answer["signals"].as_array().expect("signals").clone();
            assert!(fired.is_empty(), "{chart}: {fired:?} on {input}");
        }
    }
}

#[test]
fn bad_input_is_named_with_its_line_and_what_to_do() {
    for (args, input, wanted) in [
        (["c"].as_slice(), "", "no data"),
        (&["c"], "period,count\n", "no data"),
        (&["c"], "period,count\n1,4\n2,four\n", "line 3: count \"four\" is not a number"),
        (&["c"], "1,4\n2,-1\n", "point 2 (2): the count is negative"),
        (&["u"], "1,4\n2,5\n", "needs an exposure"),
        (&["u"], "1,4,10\n2,5,0\n", "point 2 (2): the exposure"),
        (&["p"], "1,11,10\n", "above the number"),
        (&["rates"], "1,1.5,10\n", "whole counts"),
        (&["funnel"], "1,4\n", "needs an exposure"),
        (&["changepoint", "--cost", "poisson"], "1,4\n2,-4\n", "negative"),
        (&["c", "--freeze", "0"], "1,4\n", "--freeze"),
        (&["xmr", "--constant", "nan"], "1,4\n", "--constant"),
        (&["nonsense"], "1,4\n", "possible values"),
    ] {
        let said = refused(args, input);

        assert!(said.contains(wanted), "{args:?} said {said:?}, not {wanted:?}");
    }
}
