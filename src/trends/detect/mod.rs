//! Detectors: is this period more than usual variation of a series of counts?
//!
//! Refuses to say whether more is good or bad. [`watch`] is the standard one; the others are here to be compared with it and for those
//! who are used to them. Sources and conventions: `docs/statistics.md`.

#[cfg(test)]
mod against_others;
mod anniversary;
mod cusum;
mod dispersion;
mod ears;
mod farrington;
mod glm;
mod predict;
mod run_length;
mod season;
mod sustained;
mod watch;

pub use anniversary::{Window, bayes_bound, rki_bound};
pub use cusum::{Transform, Transformed, reference_value, sums, transformed};
pub use dispersion::{Tamed, settled, tame};
pub use ears::{Variant, bounds};
pub use farrington::{Kind, Options, upper_bound};
pub use predict::{Baseline, Tails, as_count};
pub use run_length::{Scheme, Side, average_run_length, limit_for};
pub use season::Season;
pub use sustained::Heights;
pub use watch::{BASELINE_MIN, Judged, Settings, Sign, Watch, watch};
