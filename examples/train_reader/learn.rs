//! Gradient ascent on the likelihood of the right labels, with a step of its own for every weight (Duchi, Hazan and Singer, "Adaptive
//! subgradient methods", JMLR 12, 2011) and weights drawn to nought.
//!
//! Refuses chance: texts come in one fixed order.

use std::collections::HashMap;

use candor::deident::Lesson;

use crate::texts::Lecture;

pub const LABELS: usize = Lesson::LABELS;
pub type Row = [f32; LABELS];

/// Rounds over all texts.
const ROUNDS: usize = 20;
/// The weights of the last rounds are averaged, which steadies them (Collins, "Discriminative training methods for hidden Markov
/// models", EMNLP 2002, 2.3).
const AVERAGED: usize = 10;
/// First step.
const PACE: f32 = 0.06;
/// Draw to nought, for each text.
const DRAW: f32 = 0.0002;

/// Weights by feature, and scores of a label behind another.
pub struct Learned {
    pub features: HashMap<u64, usize>,
    pub weights: Vec<Row>,
    pub steps: [Row; LABELS],
}

struct Learner {
    weights: Vec<Row>,
    squares: Vec<Row>,
    steps: [Row; LABELS],
    step_squares: [Row; LABELS],
}

/// A text with features as places in the table.
struct Unit<'a> {
    places: Vec<Vec<usize>>,
    gold: &'a [usize],
}

fn shift(weight: &mut f32, square: &mut f32, gradient: f32) {
    let pull = gradient - DRAW * *weight;
    *square += pull * pull;
    *weight += PACE * pull / (square.sqrt() + 0.1);
}

impl Learner {
    fn scores(&self, unit: &Unit<'_>) -> Vec<Row> {
        let one = |places: &Vec<usize>| {
            let mut sum = [0.0; LABELS];
            for &place in places {
                for (total, weight) in sum.iter_mut().zip(&self.weights[place]) {
                    *total += weight;
                }
            }
            sum
        };
        unit.places.iter().map(one).collect()
    }

    fn learn(&mut self, unit: &Unit<'_>) {
        let scores = self.scores(unit);
        let shares = Lesson::shares(&scores, &self.steps);
        for (at, (places, &gold)) in unit.places.iter().zip(unit.gold).enumerate() {
            let mut gradient = shares[at].map(|share| -share);
            gradient[gold] += 1.0;
            for &place in places {
                for (label, &g) in gradient.iter().enumerate() {
                    if g.abs() > 1e-4 {
                        shift(&mut self.weights[place][label], &mut self.squares[place][label], g);
                    }
                }
            }
        }
        self.learn_steps(unit, &shares);
    }

    /// Steps learn from neighbouring shares taken as independent, which is near enough and needs no second recursion.
    fn learn_steps(&mut self, unit: &Unit<'_>, shares: &[Row]) {
        let mut gradient = [[0.0_f32; LABELS]; LABELS];
        for (pair, gold) in shares.windows(2).zip(unit.gold.windows(2)) {
            gradient[gold[0]][gold[1]] += 1.0;
            for (from, row) in gradient.iter_mut().enumerate() {
                for (to, g) in row.iter_mut().enumerate() {
                    *g -= pair[0][from] * pair[1][to];
                }
            }
        }
        let steps = self.steps.iter_mut().flatten().zip(self.step_squares.iter_mut().flatten());
        for ((step, square), g) in steps.zip(gradient.iter().flatten()) {
            shift(step, square, *g);
        }
    }
}

/// Learns from the texts. Features met once only are left out.
pub fn learn(lectures: &[&Lecture]) -> Learned {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for feature in lectures.iter().flat_map(|l| l.words.iter().flat_map(|w| w.features)) {
        *counts.entry(feature).or_default() += 1;
    }
    let mut kept: Vec<u64> = counts.into_iter().filter(|&(_, count)| count > 1).map(|(feature, _)| feature).collect();
    kept.sort_unstable();
    let features: HashMap<u64, usize> = kept.into_iter().enumerate().map(|(place, feature)| (feature, place)).collect();
    let units: Vec<Unit<'_>> = lectures
        .iter()
        .map(|l| {
            let places = |w: &candor::deident::Word| w.features.iter().filter_map(|f| features.get(f).copied()).collect();
            Unit { places: l.words.iter().map(places).collect(), gold: &l.gold }
        })
        .collect();
    let zero = vec![[0.0; LABELS]; features.len()];
    let mut learner =
        Learner { weights: zero.clone(), squares: zero, steps: [[0.0; LABELS]; LABELS], step_squares: [[0.0; LABELS]; LABELS] };
    let mut sum: Vec<Row> = vec![[0.0; LABELS]; features.len()];
    for round in 0..ROUNDS {
        // A stride through the texts, so that neighbours in the file are not neighbours in training.
        let stride = [7, 11, 13, 17][round % 4];
        for start in 0..stride {
            for unit in units.iter().skip(start).step_by(stride) {
                learner.learn(unit);
            }
        }
        if round >= ROUNDS - AVERAGED {
            sum.iter_mut().flatten().zip(learner.weights.iter().flatten()).for_each(|(total, weight)| *total += weight);
        }
    }
    learner.weights = sum.into_iter().map(|row| row.map(|total| total / AVERAGED as f32)).collect();
    Learned { features, weights: learner.weights, steps: learner.steps }
}
