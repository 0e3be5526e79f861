//! A11: padding a cell with fakes until one real report more or less would show.
//!
//! An attack on the rule rather than on a figure: with any fixed rounding some number of fakes reveals the one real report with
//! certainty. Refuses to believe that offsets are spread; it counts them.

use crate::domain::digest::Printed;

/// Largest advantage a release is let out with. With five equally likely offsets it is 0.20; the rest is the play that a sample
/// of five hundred offsets has (5.6 standard deviations).
pub const PROBE_ADVANTAGE_MAX: f64 = 0.30;

/// Most fakes that are tried.
const PADS: u32 = 40;

/// The largest total variation between a cell with no real report and one with a single real report, over every number of fakes
/// from 0 to 40. `print` gives the figure for a count and an offset; `weights` says how often each offset occurs.
#[must_use]
pub fn a11_threshold_probe(print: &dyn Fn(u32, u32) -> Printed, weights: [u32; 5]) -> f64 {
    let all: u32 = weights.iter().sum();
    let chance = |count: u32, figure: Printed| -> u32 {
        (0..).zip(weights).filter(|(offset, _)| print(count, *offset) == figure).map(|(_, weight)| weight).sum()
    };
    let advantage = |pad: u32| {
        let mut figures: Vec<Printed> = (0..5).flat_map(|r| [print(pad, r), print(pad + 1, r)]).collect();
        figures.sort_by_key(|p| if let Printed::About(v) = p { *v } else { 0 });
        figures.dedup();
        let apart: u32 = figures.iter().map(|figure| chance(pad, *figure).abs_diff(chance(pad + 1, *figure))).sum();
        f64::from(apart) / 2.0 / f64::from(all.max(1))
    };
    (0..=PADS).map(advantage).fold(0.0, f64::max)
}
