//! Trends: the disclosure gate, control charts and their pictures. Counts in, printed figures, geometry and pictures out.
//!
//! Refuses a clock, SQL, randomness and every word of its own: offsets, labels and titles are handed in by the caller.
//! Rules and formulae with their sources: `docs/statistics.md` ("rules v1") and `docs/disclosure.md`.

pub mod changepoint;
pub mod chart;
pub mod charts;
mod control_picture;
pub mod detect;
pub mod disclosure;
pub mod distributions;
pub mod health;
pub mod intervention;
pub mod kendall;
mod lettering;
mod monthly;
pub mod multiplicity;
pub mod pairs;
mod plot;
pub mod png;
pub mod rates;
#[cfg(test)]
mod reference;
pub mod rules;
pub mod series;
pub mod svg;
pub mod usual;
pub mod words;

pub use chart::{Chart, ChartWords};
pub use charts::funnel::{Funnel, Unit, funnel};
pub use charts::{ControlChart, Fault, Kind, Options, Plotted, Side, Summary, control_chart};
pub use control_picture::{ControlWords, Spot, control_picture};
pub use monthly::monthly_chart;
pub use png::{Error, to_png};
pub use rates::{Comparison, Interval, compare_rates, rate_interval};
pub use rules::anhoej::{Runs, run_rules};
pub use rules::{Finding, RuleSet, find};
pub use series::Series;
pub use svg::to_svg;
pub use usual::{false_alarm, is_outside, usual_range};

/// Version of the rules in `docs/statistics.md`; printed under every chart and digest that used them.
pub const RULES: &str = "rules v1";
