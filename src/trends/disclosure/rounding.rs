//! Keyed random rounding to base 5 and hiding of what is small: steps 4 to 6 of the gate.
//!
//! The last place that sees a true count. Refuses to choose an offset itself: it is keyed by the caller.

use super::audience::Audience;
use crate::domain::digest::{BASE, Printed};

/// A printed figure stands for itself plus or minus this.
pub const SPREAD: i64 = 4;

/// What may be printed for a cell with `count` reports about a group of `crowd` people.
///
/// `crowd` is `None` for a cell that describes no group of people. `offset` is 0 to 4, keyed by the name of the cell, so that
/// one cell shows one figure wherever and whenever it is printed; larger offsets are taken modulo 5.
#[must_use]
pub fn print_cell(count: u32, crowd: Option<u32>, offset: u32, audience: Audience) -> Printed {
    if crowd.is_some_and(|people| people < audience.crowd_min()) {
        return Printed::Withheld;
    }
    let figure = count.saturating_add(offset % BASE) / BASE * BASE;
    if figure < audience.hide_below() { Printed::Few } else { Printed::About(figure) }
}

/// The counts a figure may stand for: `v ± 4` when printed, 0 to one under the threshold when few. `None`: anything.
#[must_use]
pub fn stands_for(printed: Printed, audience: Audience) -> Option<(i64, i64)> {
    match printed {
        Printed::About(v) => Some(((i64::from(v) - SPREAD).max(0), i64::from(v) + SPREAD)),
        Printed::Few => Some((0, i64::from(audience.hide_below()) - 1)),
        Printed::Withheld => None,
    }
}
