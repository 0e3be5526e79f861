//! The answer of `candor trend`: one type for every method, printed as JSON or as text (`table.rs`).
//!
//! A figure that a method does not give is null in JSON and a dash in the text, never 0.

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::trends::{Plotted, RULES, Series};

/// Everything one method says about one series.
#[derive(Serialize)]
pub(super) struct Answer {
    /// Name of the method, as given to `--chart`.
    pub(super) chart: &'static str,
    /// Version of the rules.
    pub(super) rules_version: &'static str,
    /// Rules that were applied.
    pub(super) rules: Vec<&'static str>,
    /// Rules that fired, for the series as a whole and for any of its points.
    pub(super) signals: Vec<&'static str>,
    /// Summary values; of the last section when there are several.
    pub(super) figures: Figures,
    /// The stretches that have limits of their own.
    pub(super) sections: Vec<Section>,
    /// One entry a row of the input, in its order.
    pub(super) points: Vec<Point>,
    /// What a reader has to know: points left out, values that are missing.
    pub(super) notes: Vec<String>,
}

/// A stretch of points with limits of its own. Positions count from 1.
#[derive(Serialize)]
pub(super) struct Section {
    pub(super) phase: String,
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) figures: Figures,
}

/// One point.
#[derive(Clone, Default, Serialize)]
pub(super) struct Point {
    pub(super) period: String,
    pub(super) count: Option<f64>,
    pub(super) exposure: Option<f64>,
    pub(super) phase: Option<String>,
    pub(super) value: Option<f64>,
    pub(super) centre: Option<f64>,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    /// What else the method says of this point (a p value, an outer limit), by name.
    #[serde(skip_serializing_if = "Figures::is_empty")]
    pub(super) more: Figures,
    /// Rules that fired here.
    pub(super) signals: Vec<&'static str>,
}

/// A summary value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Figure {
    Number(Option<f64>),
    Whole(u64),
    Flag(Option<bool>),
    Numbers(Vec<Option<f64>>),
    Word(Option<String>),
}

/// Named summary values in the order they were added.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Figures(Vec<(&'static str, Figure)>);

impl From<f64> for Figure {
    fn from(number: f64) -> Self {
        Self::Number(number.is_finite().then_some(number))
    }
}

impl From<Option<f64>> for Figure {
    fn from(number: Option<f64>) -> Self {
        Self::Number(number.filter(|n| n.is_finite()))
    }
}

impl From<usize> for Figure {
    fn from(number: usize) -> Self {
        Self::Whole(number as u64)
    }
}

impl From<bool> for Figure {
    fn from(flag: bool) -> Self {
        Self::Flag(Some(flag))
    }
}

impl From<Option<bool>> for Figure {
    fn from(flag: Option<bool>) -> Self {
        Self::Flag(flag)
    }
}

impl From<&str> for Figure {
    fn from(word: &str) -> Self {
        Self::Word(Some(word.to_owned()))
    }
}

impl From<Option<&str>> for Figure {
    fn from(word: Option<&str>) -> Self {
        Self::Word(word.map(str::to_owned))
    }
}

impl From<Vec<f64>> for Figure {
    fn from(numbers: Vec<f64>) -> Self {
        Self::Numbers(numbers.into_iter().map(Some).collect())
    }
}

impl From<Option<Vec<f64>>> for Figure {
    fn from(numbers: Option<Vec<f64>>) -> Self {
        numbers.map_or(Self::Number(None), Self::from)
    }
}

impl Figures {
    /// Adds a value under a name.
    pub(super) fn set(&mut self, name: &'static str, figure: impl Into<Figure>) {
        self.0.push((name, figure.into()));
    }

    /// Adds those of another list.
    pub(super) fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Name and value, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'static str, &Figure)> {
        self.0.iter().map(|(name, figure)| (*name, figure))
    }

    /// Whether there is none.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, figure) in &self.0 {
            map.serialize_entry(name, figure)?;
        }
        map.end()
    }
}

/// What one method says of a table: summary values and rows that all have the same columns.
#[derive(Serialize)]
pub(super) struct Table {
    /// Name of the method, as given to `--chart`.
    pub(super) chart: &'static str,
    /// Version of the rules.
    pub(super) rules_version: &'static str,
    /// Summary values.
    pub(super) figures: Figures,
    /// The rows.
    pub(super) rows: Vec<Figures>,
}

impl Table {
    /// A table with nothing in it yet.
    pub(super) fn of(chart: &'static str) -> Self {
        Self { chart, rules_version: RULES, figures: Figures::default(), rows: Vec::new() }
    }
}

impl Answer {
    /// An answer with the input's columns filled in and nothing said yet.
    pub(super) fn of(chart: &'static str, series: &Series) -> Self {
        let phases = series.phases.iter().any(|p| !p.is_empty());
        let point = |i: usize| Point {
            period: series.labels.get(i).cloned().unwrap_or_default(),
            count: series.counts.get(i).copied().flatten(),
            exposure: series.exposure.get(i).copied().flatten(),
            phase: series.phases.get(i).filter(|_| phases).cloned(),
            ..Point::default()
        };
        Self {
            chart,
            rules_version: RULES,
            rules: Vec::new(),
            signals: Vec::new(),
            figures: Figures::default(),
            sections: Vec::new(),
            points: (0..series.len()).map(point).collect(),
            notes: Vec::new(),
        }
    }

    /// Notes that `rule` fired at the point at `index`, counted from 0; without one, for the series as a whole.
    pub(super) fn fire(&mut self, rule: &'static str, index: Option<usize>) {
        if !self.signals.contains(&rule) {
            self.signals.push(rule);
        }
        if let Some(point) = index.and_then(|i| self.points.get_mut(i)).filter(|p| !p.signals.contains(&rule)) {
            point.signals.push(rule);
        }
    }

    /// Fills in what a chart says of the point at `index`.
    pub(super) fn plot(&mut self, index: usize, plotted: &Plotted) {
        if let Some(point) = self.points.get_mut(index) {
            let finite = |number: Option<f64>| number.filter(|n| n.is_finite());
            (point.value, point.centre) = (finite(plotted.value), finite(plotted.centre));
            (point.low, point.high) = (finite(plotted.low), finite(plotted.high));
        }
    }

    /// Fills in the value of the point at `index`.
    pub(super) fn set_value(&mut self, index: usize, value: f64) {
        if let Some(point) = self.points.get_mut(index) {
            point.value = Some(value).filter(|v| v.is_finite());
        }
    }

    /// Fills in the centre of the point at `index`.
    pub(super) fn set_centre(&mut self, index: usize, centre: Option<f64>) {
        if let Some(point) = self.points.get_mut(index) {
            point.centre = centre.filter(|c| c.is_finite());
        }
    }

    /// Fills in the limits of the point at `index`.
    pub(super) fn set_limits(&mut self, index: usize, low: f64, high: f64) {
        if let Some(point) = self.points.get_mut(index) {
            (point.low, point.high) = (Some(low).filter(|l| l.is_finite()), Some(high).filter(|h| h.is_finite()));
        }
    }

    /// Fills in what else is said of the point at `index`.
    pub(super) fn more(&mut self, index: usize, more: Figures) {
        if let Some(point) = self.points.get_mut(index) {
            point.more = more;
        }
    }
}
