//! The disclosure gate: which figures may be published about which people, given everything that was published before.
//!
//! [`release`] is the one way out for figures, [`records`] the one for reports one by one. Refuses to decide by true counts: they end where figures are rounded. The rules with their
//! sources, and the attacks each release is put through: `docs/disclosure.md`.

pub mod attacks;
pub mod audience;
pub mod audit;
pub mod axis;
pub mod budget;
pub mod cell;
pub mod derived;
pub mod eligible;
pub mod ledger;
pub mod noise;
pub mod protect;
pub mod records;
pub mod release;
pub mod rounding;
#[cfg(test)]
mod tests;

pub use audience::{Audience, Headcount};
pub use axis::{Axis, Group};
pub use cell::{Cell, Dimension, Length, Table, Window};
pub use derived::movement;
pub use eligible::{Facts, Standing, Tally};
pub use ledger::{Entry, Ledger, Shown};
pub use release::{Refusal, Release, Request, release};
