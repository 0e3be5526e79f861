//! Trends: the disclosure gate, control charts and their pictures. Counts in, printed figures, geometry and pictures out.
//!
//! Refuses a clock, SQL, randomness and every word of its own: offsets, labels and titles are handed in by the caller.
//! Rules and formulae with their sources: `docs/statistics.md` ("rules v1") and `docs/disclosure.md`.

pub mod chart;
pub mod disclosure;
mod lettering;
mod monthly;
pub mod png;
#[cfg(test)]
mod reference;
pub mod rules;
pub mod spc;
pub mod svg;

pub use chart::{Chart, ChartWords};
pub use monthly::monthly_chart;
pub use png::{Error, to_png};
pub use rules::{Runs, Signals, anhoej, signals};
pub use spc::{Limits, UChart, c_chart, is_outside, u_chart, usual_range, xmr};
pub use svg::to_svg;

/// Version of the rules in `docs/statistics.md`; printed under every chart and digest that used them.
pub const RULES: &str = "rules v1";
