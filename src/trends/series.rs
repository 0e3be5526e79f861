//! A series as every method of this room takes it: one point a period, oldest first.
//!
//! Refuses to fill gaps: a count or an exposure that is not known is `None`, never 0.

use std::ops::Range;

/// Labels, counts, exposure and phases, one entry a point in each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// What each period is called.
    pub labels: Vec<String>,
    /// Events of each period, or the measure; `None` where it is missing.
    pub counts: Vec<Option<f64>>,
    /// What the counts came from (hours, movements, reports); all `None` when the series has none.
    pub exposure: Vec<Option<f64>>,
    /// Name of the phase of each point; empty when the series has only one. Limits are set anew where it changes.
    pub phases: Vec<String>,
}

impl Series {
    /// A series of counts without labels, exposure or phases.
    #[must_use]
    pub fn of_counts(counts: &[f64]) -> Self {
        let mut series = Self::default();
        for count in counts {
            series.push(String::new(), Some(*count), None, String::new());
        }
        series
    }

    /// Adds a point at the end.
    pub fn push(&mut self, label: String, count: Option<f64>, exposure: Option<f64>, phase: String) {
        self.labels.push(label);
        self.counts.push(count);
        self.exposure.push(exposure);
        self.phases.push(phase);
    }

    /// Number of points.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.counts.len()
    }

    /// Whether there is no point.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// Whether any point has an exposure.
    #[must_use]
    pub fn has_exposure(&self) -> bool {
        self.exposure.iter().any(Option::is_some)
    }

    /// The counts when none is missing.
    #[must_use]
    pub fn whole_counts(&self) -> Option<Vec<f64>> {
        self.counts.iter().copied().collect()
    }

    /// The exposure when none is missing.
    #[must_use]
    pub fn whole_exposure(&self) -> Option<Vec<f64>> {
        self.exposure.iter().copied().collect()
    }

    /// The stretches of points with the same phase, in order.
    #[must_use]
    pub fn sections(&self) -> Vec<Range<usize>> {
        let mut from = 0;
        let ends = self.phases.chunk_by(|a, b| a == b).map(<[String]>::len);
        ends.map(|length| {
            let section = from..from + length;
            from += length;
            section
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Series;

    #[test]
    fn a_new_section_begins_where_the_phase_changes() {
        let mut series = Series::of_counts(&[1.0, 2.0]);
        series.push("c".to_owned(), None, Some(3.0), "after".to_owned());

        assert_eq!(series.sections(), [0..2, 2..3]);
        assert_eq!((series.len(), series.has_exposure(), series.whole_counts()), (3, true, None));
        assert!(Series::default().is_empty() && Series::default().sections().is_empty());
    }
}
