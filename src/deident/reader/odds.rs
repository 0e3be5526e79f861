//! From scores to odds: what share of all ways to read the text gives a token a kind.
//!
//! The forward-backward recursion (Rabiner, "A tutorial on hidden Markov models", Proc. IEEE 77, 1989, III.A), each step scaled to one.
//! Refuses infinities: scores are capped before they become factors.

use super::LABELS;
use super::model::Scores;
use crate::domain::redaction::SpanKind;

/// What one token may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Odds {
    /// The likeliest kind.
    pub(super) kind: SpanKind,
    /// How likely it is of any kind at all.
    pub(super) any: f32,
}

/// Beyond this a score says nothing more.
const CAP: f32 = 30.0;

fn factors(scores: &Scores) -> Scores {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    scores.map(|score| (score - most).max(-CAP).exp())
}

fn scaled(values: Scores) -> Scores {
    let sum: f32 = values.iter().sum();
    values.map(|value| value / sum.max(f32::MIN_POSITIVE))
}

fn product(a: &Scores, b: &Scores) -> Scores {
    std::array::from_fn(|at| a.get(at).copied().unwrap_or_default() * b.get(at).copied().unwrap_or_default())
}

/// Shares of each label for each token.
pub(super) fn shares(scores: &[Scores], steps: &[Scores; LABELS]) -> Vec<Scores> {
    let steps: [Scores; LABELS] = steps.map(|row| row.map(|step| step.clamp(-CAP, CAP).exp()));
    let factors: Vec<Scores> = scores.iter().map(factors).collect();
    let mut forward: Vec<Scores> = Vec::with_capacity(scores.len());
    let mut state = [1.0; LABELS];
    for (at, factor) in factors.iter().enumerate() {
        let reached = if at == 0 { state } else { onwards(&state, &steps) };
        state = scaled(product(&reached, factor));
        forward.push(state);
    }
    let mut behind = [1.0; LABELS];
    for (share, factor) in forward.iter_mut().zip(&factors).rev() {
        *share = scaled(product(share, &behind));
        behind = scaled(backwards(&product(&behind, factor), &steps));
    }
    forward
}

fn onwards(state: &Scores, steps: &[Scores; LABELS]) -> Scores {
    let mut reached = [0.0; LABELS];
    for (from, row) in state.iter().zip(steps) {
        for (to, step) in reached.iter_mut().zip(row) {
            *to += from * step;
        }
    }
    reached
}

fn backwards(state: &Scores, steps: &[Scores; LABELS]) -> Scores {
    steps.map(|row| row.iter().zip(state).map(|(step, to)| step * to).sum())
}

/// The odds of every token.
pub(super) fn of(scores: &[Scores], steps: &[Scores; LABELS]) -> Vec<Odds> {
    shares(scores, steps)
        .iter()
        .map(|share| {
            let kinds = share.iter().skip(1).zip(SpanKind::ALL);
            let (_, kind) = kinds.fold((-1.0, SpanKind::OtherId), |best, (&odds, kind)| if odds > best.0 { (odds, kind) } else { best });
            Odds { kind, any: 1.0 - share.first().copied().unwrap_or(1.0) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{LABELS, shares};

    #[test]
    fn shares_add_up_and_follow_the_scores() {
        let mut scores = vec![[0.0; LABELS]; 3];
        scores[1][1] = 5.0;
        let all = shares(&scores, &[[0.0; LABELS]; LABELS]);

        assert!(all.iter().all(|share| (share.iter().sum::<f32>() - 1.0).abs() < 1e-4));
        assert!(all[1][1] > 0.9 && all[0][1] < 0.1);
    }

    #[test]
    fn a_neighbour_pulls_through_the_steps() {
        let mut steps = [[0.0; LABELS]; LABELS];
        steps[2][2] = 4.0;
        let mut scores = vec![[0.0; LABELS]; 2];
        scores[0][2] = 6.0;

        assert!(shares(&scores, &steps)[1][2] > 0.7);
    }
}
