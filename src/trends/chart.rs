//! What a chart is made of: marks with positions, without a word of markup.
//!
//! Refuses words of its own and every figure that is not printed.

use super::lettering;

/// The words of a chart, in the reader's language.
#[derive(Clone, Copy, Debug)]
pub struct ChartWords<'a> {
    /// The finding, as a headline.
    pub title: &'a str,
    /// Finding, range and last value in one or two sentences, for those who do not see the picture.
    pub description: &'a str,
    /// Label of the usual range.
    pub usual: &'a str,
    /// What the mark of a hidden month means, such as "fewer than 10".
    pub few: &'a str,
    /// Short names of the months, January first.
    pub months: [&'a str; 12],
}

/// What a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// A light line to read heights by.
    Grid,
    /// The zero line.
    Base,
    /// The centre of the usual range.
    Centre,
    /// From one printed month to the next.
    Series,
    /// A month that is withheld.
    Withheld,
    /// A limit of the usual range.
    Limit,
    /// Where what is judged begins.
    Phase,
}

/// What a text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The headline.
    Title,
    /// A figure at a point.
    Value,
    /// Anything on the axes and beside the plot.
    Label,
}

/// Which end of a text its position names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// A position: right of the left edge, below the upper edge.
pub type Place = (f64, f64);

/// One mark; positions and lengths in user units from the upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// The usual range.
    Band {
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
    },
    /// A straight line.
    Line {
        /// One end.
        from: Place,
        /// The other.
        to: Place,
        /// What it shows.
        stroke: Stroke,
    },
    /// A printed month.
    Dot {
        /// Centre.
        at: Place,
        /// Radius.
        radius: f64,
    },
    /// Around a month outside the usual range.
    Ring {
        /// Centre.
        at: Place,
        /// Outer radius.
        radius: f64,
    },
    /// A month whose figure is hidden.
    Hidden {
        /// Centre.
        at: Place,
        /// Width and height.
        size: f64,
    },
    /// A line of text.
    Text {
        /// The point of the base line that `anchor` names.
        at: Place,
        /// Which end of the text lies there.
        anchor: Anchor,
        /// Font size.
        size: f64,
        /// What it says.
        role: Role,
        /// The words.
        text: String,
    },
}

impl Mark {
    /// The box that holds the mark: left, top, right, bottom.
    #[must_use]
    pub fn bounds(&self) -> [f64; 4] {
        match self {
            Self::Band { x, y, width, height } => [*x, *y, x + width, y + height],
            Self::Line { from, to, .. } => [from.0.min(to.0), from.1.min(to.1), from.0.max(to.0), from.1.max(to.1)],
            Self::Dot { at, radius } | Self::Ring { at, radius } => [at.0 - radius, at.1 - radius, at.0 + radius, at.1 + radius],
            Self::Hidden { at, size } => [at.0 - size / 2.0, at.1 - size / 2.0, at.0 + size / 2.0, at.1 + size / 2.0],
            Self::Text { at, anchor, size, text, .. } => {
                let width = lettering::width(text, *size);
                let left = match anchor {
                    Anchor::Start => at.0,
                    Anchor::Middle => at.0 - width / 2.0,
                    Anchor::End => at.0 - width,
                };
                [left, at.1 - size, left + width, at.1 + size * 0.3]
            }
        }
    }
}

/// A picture, ready to be written out.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Width in user units.
    pub width: f64,
    /// Height in user units.
    pub height: f64,
    /// Accessible name.
    pub title: String,
    /// Accessible description.
    pub description: String,
    /// Marks, back to front.
    pub marks: Vec<Mark>,
}
