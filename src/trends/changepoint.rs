//! When did it change? The split of a series into stretches with a level of their own that fits best.
//!
//! Refuses to prove a change: the best of many splits always looks good. A penalty decides how much better a further split must be.

/// How badly one level fits a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Minus twice the log-likelihood of Poisson counts with one rate, but for what no split changes. For counts.
    Poisson,
    /// Sum of squared differences from the mean. For measures.
    Squares,
}

/// Most points of a series that is split; the work grows with their square.
pub const POINTS_MAX: usize = 5_000;

/// A series ready to be split: sums up to each point.
pub struct Splitter {
    cost: Cost,
    least: usize,
    sums: Vec<f64>,
    squares: Vec<f64>,
    exposure: Vec<f64>,
}

/// The best split into two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Points in the first stretch.
    pub after: usize,
    /// How much better two levels fit than one; for Poisson costs twice the logarithm of the likelihood ratio.
    pub gain: f64,
}

impl Splitter {
    /// Takes one exposure for each value and the fewest points of a stretch.
    ///
    /// `None` for a series that is empty or too long, an exposure that is not positive, or a negative count under Poisson costs.
    #[must_use]
    pub fn new(values: &[f64], exposure: &[f64], cost: Cost, least: usize) -> Option<Self> {
        let usable = |(v, e): (&f64, &f64)| v.is_finite() && e.is_finite() && *e > 0.0 && (cost == Cost::Squares || *v >= 0.0);
        if values.is_empty() || values.len() > POINTS_MAX || values.len() != exposure.len() || !values.iter().zip(exposure).all(usable) {
            return None;
        }
        // About their mean, squares lose no figures to a high level.
        let shift = if cost == Cost::Squares { values.iter().sum::<f64>() / values.len() as f64 } else { 0.0 };
        let running = |each: &dyn Fn(f64) -> f64, of: &[f64]| {
            let sum = |total: &mut f64, v: &f64| {
                *total += each(*v);
                Some(*total)
            };
            std::iter::once(0.0).chain(of.iter().scan(0.0, sum)).collect::<Vec<f64>>()
        };
        Some(Self {
            cost,
            least: least.max(1),
            sums: running(&|v| v - shift, values),
            squares: running(&|v| (v - shift) * (v - shift), values),
            exposure: running(&|e| e, exposure),
        })
    }

    const fn len(&self) -> usize {
        self.sums.len() - 1
    }

    /// Cost of one level for the points `from..to`.
    fn cost(&self, from: usize, to: usize) -> f64 {
        let over = |of: &[f64]| of.get(to).zip(of.get(from)).map_or(f64::NAN, |(b, a)| b - a);
        let sum = over(&self.sums);
        match self.cost {
            Cost::Squares => (over(&self.squares) - sum * sum / (to - from) as f64).max(0.0),
            Cost::Poisson if sum > 0.0 => -2.0 * sum * (sum / over(&self.exposure)).ln(),
            Cost::Poisson => 0.0,
        }
    }

    /// The best split into two; `None` when there are too few points for two stretches.
    ///
    /// ```
    /// use candor::trends::changepoint::{Cost, Splitter};
    ///
    /// let counts = [9.0, 11.0, 10.0, 10.0, 3.0, 2.0, 4.0, 3.0];
    /// let change = Splitter::new(&counts, &[1.0; 8], Cost::Poisson, 2).and_then(|s| s.change()).ok_or("too few points")?;
    ///
    /// assert_eq!(change.after, 4);
    /// # Ok::<(), &'static str>(())
    /// ```
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        let n = self.len();
        let whole = self.cost(0, n);
        let split = |after: usize| Change { after, gain: whole - self.cost(0, after) - self.cost(after, n) };
        (self.least..=n.checked_sub(self.least)?).map(split).reduce(|best, next| if next.gain > best.gain { next } else { best })
    }

    /// The split with the least cost when every stretch after the first costs `penalty` more: the exact answer that PELT finds too
    /// (Jackson and others 2005; Killick and others 2012). Ends of the stretches, the last one the number of points.
    ///
    /// `None` when there are fewer points than one stretch takes.
    #[must_use]
    pub fn penalised(&self, penalty: f64) -> Option<Vec<usize>> {
        let n = self.len();
        let mut best = vec![f64::INFINITY; n + 1];
        let mut from = vec![0; n + 1];
        if let Some(start) = best.first_mut() {
            *start = -penalty;
        }
        for to in self.least..=n {
            let candidates = (0..=to - self.least).map(|start| (start, best.get(start).copied().unwrap_or(f64::INFINITY)));
            let (start, total) = candidates.filter(|(_, b)| *b < f64::INFINITY).fold((0, f64::INFINITY), |least, (start, before)| {
                let total = before + penalty + self.cost(start, to);
                if total < least.1 { (start, total) } else { least }
            });
            if let (Some(b), Some(f)) = (best.get_mut(to), from.get_mut(to)) {
                (*b, *f) = (total, start);
            }
        }
        best.last().filter(|b| b.is_finite())?;
        Some(ends(n, |to| from.get(to).copied().unwrap_or(0)))
    }

    /// The best split with exactly `breaks` changes, by dynamic programming (Bellman 1961). Ends as in [`Splitter::penalised`].
    ///
    /// `None` when there are too few points for so many stretches.
    #[must_use]
    pub fn with_breaks(&self, breaks: usize) -> Option<Vec<usize>> {
        let n = self.len();
        let mut best: Vec<f64> = (0..=n).map(|to| if to >= self.least { self.cost(0, to) } else { f64::INFINITY }).collect();
        let mut trace: Vec<Vec<usize>> = Vec::new();
        for _ in 0..breaks {
            let last_start = |to: usize| {
                let starts = best.iter().enumerate().take((to + 1).saturating_sub(self.least)).filter(|(_, b)| b.is_finite());
                starts.map(|(start, before)| (start, before + self.cost(start, to))).min_by(|a, b| a.1.total_cmp(&b.1))
            };
            let level: Vec<(usize, f64)> = (0..=n).map(|to| last_start(to).unwrap_or((0, f64::INFINITY))).collect();
            let (starts, costs) = level.into_iter().unzip();
            trace.push(starts);
            best = costs;
        }
        best.last().filter(|b| b.is_finite())?;
        let mut steps = trace.iter().rev();
        Some(ends(n, |to| steps.next().and_then(|starts| starts.get(to)).copied().unwrap_or(0)))
    }
}

/// Walks back from the end, from each stretch to the one before it.
fn ends(n: usize, mut start_of: impl FnMut(usize) -> usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut to = n;
    while to > 0 {
        ends.push(to);
        to = start_of(to);
    }
    ends.reverse();
    ends
}

#[cfg(test)]
mod tests {
    use super::{Cost, Splitter};

    fn steps() -> Vec<f64> {
        [[5.0, 6.0, 5.0, 4.0], [20.0, 21.0, 19.0, 20.0], [9.0, 10.0, 11.0, 10.0]].concat()
    }

    #[test]
    fn levels_are_found_where_they_change() {
        let splitter = Splitter::new(&steps(), &[1.0; 12], Cost::Squares, 2).expect("a series");

        assert_eq!(splitter.with_breaks(2), Some(vec![4, 8, 12]));
        assert_eq!(splitter.penalised(20.0), Some(vec![4, 8, 12]));
        assert_eq!(splitter.penalised(1e9), Some(vec![12]));
        assert_eq!((splitter.with_breaks(0), splitter.with_breaks(6)), (Some(vec![12]), None));
    }

    #[test]
    fn a_change_of_exposure_is_no_change_of_rate() {
        let exposure = [vec![1.0; 6], vec![4.0; 6]].concat();
        let counts: Vec<f64> = exposure.iter().map(|e| 5.0 * e).collect();

        let rate = Splitter::new(&counts, &exposure, Cost::Poisson, 2).and_then(|s| s.change()).expect("a split");
        let count = Splitter::new(&counts, &[1.0; 12], Cost::Poisson, 2).and_then(|s| s.change()).expect("a split");

        assert!(rate.gain.abs() < 1e-9 && count.gain > 50.0 && count.after == 6, "{rate:?} {count:?}");
    }

    #[test]
    fn short_and_impossible_series_are_refused() {
        let bare = |values: &[f64]| Splitter::new(values, &vec![1.0; values.len()], Cost::Poisson, 2);

        assert!(bare(&[]).is_none() && bare(&[1.0, -1.0]).is_none() && bare(&[f64::NAN]).is_none());
        let three = bare(&[1.0, 2.0, 3.0]).expect("a series");
        assert_eq!((three.change(), three.penalised(1.0)), (None, Some(vec![3])));
        assert_eq!(bare(&[1.0]).expect("a series").penalised(1.0), None);
        assert_eq!(bare(&[0.0; 8]).and_then(|s| s.change()).map(|c| c.gain), Some(0.0));
    }
}
