//! The frame that every chart of this room stands in: scale, grid, headline, names of the periods.
//!
//! Refuses to know what is drawn inside it. Zero-based; steps of 1, 2 or 5 times a power of ten, at most five of them.

use super::chart::{Anchor, Mark, Place, Role, Stroke};
use super::lettering;

/// Width of a picture in user units; one unit is one CSS pixel in a letter.
pub(super) const WIDTH: f64 = 600.0;
pub(super) const MARGIN: f64 = 20.0;
const TITLE_SIZE: f64 = 17.0;
const TITLE_LEADING: f64 = 23.0;
const TITLE_LINES: usize = 3;
pub(super) const LABEL_SIZE: f64 = 12.0;
const LABEL_LEADING: f64 = 15.0;
pub(super) const VALUE_SIZE: f64 = 13.0;
const PLOT_HEIGHT: f64 = 200.0;
/// Most room for a label to the right of the plot.
const BESIDE_ROOM: f64 = 84.0;
/// From the base line down to the names of the periods, and to the years.
const NAME_DROP: f64 = 30.0;
pub(super) const YEAR_DROP: f64 = 45.0;

/// What a frame is made for.
pub(super) struct Wanted<'a> {
    /// The headline.
    pub(super) title: &'a str,
    /// Words to the right of the plot; blank for none.
    pub(super) beside: &'a str,
    /// Largest figure drawn.
    pub(super) largest: f64,
    /// Smallest step of the scale.
    pub(super) least_step: u64,
    /// Room between headline and plot.
    pub(super) lead: f64,
    /// Number of periods.
    pub(super) count: usize,
}

/// Where the plot lies and how figures become heights.
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) base: f64,
    step: u64,
    lines: u64,
    count: usize,
    title: Vec<String>,
    beside: Vec<String>,
}

impl Frame {
    /// A scale of round figures whose top clears the largest of them by a little, for the label.
    pub(super) fn new(wanted: &Wanted<'_>) -> Self {
        let title = lettering::wrap(wanted.title, TITLE_SIZE, WIDTH - 2.0 * MARGIN, TITLE_LINES);
        let beside = lettering::wrap(wanted.beside, LABEL_SIZE, BESIDE_ROOM, 3);
        let clear = wanted.largest.max(wanted.least_step as f64 * 0.9) * 1.06;
        let mut steps = (0..12_u32).flat_map(|k| [1, 2, 5].map(|m| m * 10_u64.pow(k))).filter(|s| *s >= wanted.least_step);
        let step = steps.find(|s| (*s * 5) as f64 >= clear).unwrap_or(1_000_000_000);
        let lines = (1..=5).find(|n| (step * n) as f64 >= clear).unwrap_or(5);
        let top = MARGIN + TITLE_SIZE + TITLE_LEADING * title.len().saturating_sub(1) as f64 + wanted.lead;
        Self {
            left: MARGIN + lettering::width(&(step * lines).to_string(), LABEL_SIZE) + 8.0,
            right: WIDTH - MARGIN - beside.iter().map(|line| lettering::width(line, LABEL_SIZE) + 8.0).fold(0.0, f64::max),
            top,
            base: top + PLOT_HEIGHT,
            step,
            lines,
            count: wanted.count,
            title,
            beside,
        }
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        self.base - (self.base - self.top) * value / (self.step * self.lines) as f64
    }

    pub(super) fn x(&self, index: usize) -> f64 {
        self.edge(index) + self.pitch() / 2.0
    }

    /// Where the room of a period begins.
    pub(super) fn edge(&self, index: usize) -> f64 {
        self.left + self.pitch() * index as f64
    }

    pub(super) fn pitch(&self) -> f64 {
        (self.right - self.left) / self.count.max(1) as f64
    }

    /// Side of a mark that fits between two periods.
    pub(super) fn mark_size(&self) -> f64 {
        (self.pitch() * 0.5).clamp(1.0, 7.0)
    }

    pub(super) fn grid(&self, marks: &mut Vec<Mark>) {
        for n in 0..=self.lines {
            let y = self.y((n * self.step) as f64);
            let stroke = if n == 0 { Stroke::Base } else { Stroke::Grid };
            marks.push(Mark::Line { from: (self.left, y), to: (self.right, y), stroke });
            marks.push(label((self.left - 8.0, y + LABEL_SIZE * 0.36), Anchor::End, (n * self.step).to_string()));
        }
    }

    /// The words to the right of the plot, about the height of `value`.
    pub(super) fn beside(&self, value: f64, marks: &mut Vec<Mark>) {
        let block = LABEL_LEADING * self.beside.len() as f64;
        let middle = self.y(value).clamp(self.top + block / 2.0, self.base - block / 2.0);
        for (i, line) in self.beside.iter().enumerate() {
            let y = middle - block / 2.0 + LABEL_LEADING * (i as f64 + 0.76);
            marks.push(label((self.right + 8.0, y), Anchor::Start, line.clone()));
        }
    }

    pub(super) fn headline(&self, marks: &mut Vec<Mark>) {
        for (i, line) in self.title.iter().enumerate() {
            let at = (MARGIN, MARGIN + TITLE_SIZE + TITLE_LEADING * i as f64);
            marks.push(Mark::Text { at, anchor: Anchor::Start, size: TITLE_SIZE, role: Role::Title, text: line.clone() });
        }
    }

    /// What is said at a point, on the side the line does not come from, kept off the base line and inside the picture.
    pub(super) fn value_label(&self, at: Place, before: Option<Place>, text: &str) -> Mark {
        let falls = before.is_some_and(|b| b.1 < at.1);
        let below = falls && at.1 + 26.0 < self.base;
        let text = lettering::fit(text, VALUE_SIZE, WIDTH - 2.0 * MARGIN, false);
        let half = lettering::width(&text, VALUE_SIZE) / 2.0;
        let x = at.0.max(MARGIN + half).min(WIDTH - MARGIN - half);
        let y = if below { at.1 + 23.0 } else { at.1 - 12.0 };
        Mark::Text { at: (x, y), anchor: Anchor::Middle, size: VALUE_SIZE, role: Role::Value, text }
    }

    /// Names periods as closely as they fit, counted back from the last, and the year wherever it changes between named ones.
    pub(super) fn names(&self, periods: &[(String, i32)], marks: &mut Vec<Mark>) {
        let names: Vec<String> = periods.iter().map(|(name, _)| lettering::fit(name.trim(), LABEL_SIZE, 60.0, false)).collect();
        let widest = names.iter().map(|n| lettering::width(n, LABEL_SIZE)).fold(lettering::width("0000", LABEL_SIZE), f64::max);
        let stride = self.stride(widest + 4.0);
        let mut year = None;
        for (i, (name, (_, its_year))) in names.into_iter().zip(periods).enumerate() {
            if !(periods.len() - 1 - i).is_multiple_of(stride) {
                continue;
            }
            let half = widest / 2.0;
            let x = self.x(i).max(MARGIN / 2.0 + half).min(WIDTH - MARGIN / 2.0 - half);
            if !name.is_empty() {
                marks.push(label((x, self.base + NAME_DROP), Anchor::Middle, name));
            }
            if year.replace(*its_year) != Some(*its_year) {
                marks.push(label((x, self.base + YEAR_DROP), Anchor::Middle, its_year.to_string()));
            }
        }
    }

    /// Periods from one name to the next, so that each has this much room.
    fn stride(&self, room: f64) -> usize {
        let mut stride = 1;
        while self.pitch() * stride as f64 <= room {
            stride = if stride >= 12 {
                stride + 12
            } else if stride == 4 {
                6
            } else if stride == 6 {
                12
            } else {
                stride + 1
            };
        }
        stride
    }
}

pub(super) fn label(at: Place, anchor: Anchor, text: String) -> Mark {
    Mark::Text { at, anchor, size: LABEL_SIZE, role: Role::Label, text }
}
