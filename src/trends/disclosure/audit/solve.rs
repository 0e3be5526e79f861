//! The search for worlds: sets of counts that contradict no published figure and hold much, or little, in one cell.
//!
//! A mixed-integer solver proposes; whole-number arithmetic checks every proposal against every published figure. A world that
//! does not check, an error and a search cut short all count as "nothing found". So a fault of the solver can only hide too
//! much. Refuses a clock: the search is bounded by its size and by the number of branches.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};

use super::model::{Model, UNBOUNDED};

/// Branches of one search.
const BRANCHES_MAX: u64 = 2_000;

/// A whole-number assignment that the model admits, with as much or as little as can be in `terms`. `None`: nothing found.
pub(super) fn extreme(model: &Model, terms: &[(usize, i64)], most: bool) -> Option<Vec<i64>> {
    let direction = if most { OptimizationDirection::Maximize } else { OptimizationDirection::Minimize };
    let mut problem = Problem::new(direction);
    let top = i32::try_from(UNBOUNDED).unwrap_or(i32::MAX);
    let mut weights = vec![0.0; model.unknowns];
    for (at, factor) in terms {
        if let Some(weight) = weights.get_mut(*at) {
            *weight += *factor as f64;
        }
    }
    let unknowns: Vec<Variable> = weights.into_iter().map(|weight| problem.add_integer_var(weight, (0, top))).collect();
    for limit in &model.limits {
        let terms: Vec<(Variable, f64)> =
            limit.terms.iter().filter_map(|(at, factor)| unknowns.get(*at).map(|v| (*v, *factor as f64))).collect();
        if limit.low == limit.high {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Eq, limit.low as f64);
            continue;
        }
        if limit.low > 0 {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Ge, limit.low as f64);
        }
        if limit.high < UNBOUNDED {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Le, limit.high as f64);
        }
    }
    let mut options = SolveOptions::default();
    options.node_limit = Some(BRANCHES_MAX);
    let solution = problem.solve_with(options).ok()?.into_solution().ok()?;
    let world = unknowns.iter().map(|v| whole(solution.var_value(*v))).collect::<Option<Vec<i64>>>()?;
    model.admits(&world).then_some(world)
}

/// The nearest whole number, if it is one the model can hold.
fn whole(value: f64) -> Option<i64> {
    let near = value.round();
    #[allow(clippy::cast_possible_truncation, reason = "checked against the largest count a model can hold")]
    ((0.0..=UNBOUNDED as f64).contains(&near)).then_some(near as i64)
}
