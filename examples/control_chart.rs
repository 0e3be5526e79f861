//! A rate chart from the library: near-miss reports by month, judged against hours worked.
//!
//! `cargo run --example control_chart`

use candor::trends::{Fault, Kind, Options, Series, control_chart, run_rules};

/// Reports and thousands of hours worked, invented.
const MONTHS: [(f64, f64); 14] = [
    (21.0, 40.1),
    (25.0, 41.3),
    (19.0, 38.8),
    (23.0, 40.6),
    (27.0, 42.0),
    (20.0, 39.5),
    (24.0, 40.9),
    (18.0, 31.2),
    (22.0, 40.2),
    (26.0, 41.7),
    (21.0, 40.0),
    (24.0, 40.4),
    (23.0, 39.9),
    (47.0, 40.8),
];

fn main() -> Result<(), Fault> {
    let mut series = Series::default();
    for (month, (reports, hours)) in (1..).zip(MONTHS) {
        series.push(format!("month {month}"), Some(reports), Some(hours), String::new());
    }
    // The first twelve months set the limits; later ones are judged by them and cannot move them.
    let options = Options { freeze: Some(12), ..Options::default() };
    let chart = control_chart(Kind::U, &series, &options)?;
    for (label, point) in series.labels.iter().zip(&chart.points) {
        let [value, low, high] = [point.value, point.low, point.high].map(Option::unwrap_or_default);
        println!("{label:<9} {value:.2} reports a thousand hours, usually {low:.2} to {high:.2}: {:?}", point.outside());
    }
    println!("{:?}", run_rules(&chart.points));
    Ok(())
}
