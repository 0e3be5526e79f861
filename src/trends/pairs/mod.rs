//! Pairs of a unit and a category: which come together more often than the two by themselves would make them?
//!
//! Refuses to speak of risk: every measure compares shares of reports. A unit that reports one category in masses makes all its others look
//! small.

#[cfg(test)]
mod against_others;
mod climb;
mod shares;
mod shrunk;

pub use shares::{Interval, Measures, TwoByTwo, measures};
pub use shrunk::{Cell, Mixture, Shrunk, fit, shrink};
