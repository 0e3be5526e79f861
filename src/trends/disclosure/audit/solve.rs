//! The search for worlds: sets of counts that contradict no published figure and hold much, or little, in one cell.
//!
//! A mixed-integer solver proposes; whole-number arithmetic checks every proposal against every published figure. A world that
//! does not check, an error and a search cut short all count as "nothing found". So a fault of the solver can only hide too
//! much. Refuses a clock: the search is bounded by its size and by the number of branches.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};

use super::model::{Limit, Model, UNBOUNDED};

/// Branches of one search.
const BRANCHES_MAX: u64 = 2_000;

/// A whole-number assignment that the model admits, with as much or as little as can be in `terms`. `None`: nothing found.
pub(super) fn extreme(model: &Model, terms: &[(usize, i64)], most: bool) -> Option<Vec<i64>> {
    let direction = if most { OptimizationDirection::Maximize } else { OptimizationDirection::Minimize };
    let mut problem = Problem::new(direction);
    let mut weights = vec![0.0; model.unknowns];
    for (at, factor) in terms {
        if let Some(weight) = weights.get_mut(*at) {
            *weight += *factor as f64;
        }
    }
    let ranges = ranges(model)?;
    // Counted from its lowest, so that large figures make the same problem as small ones.
    let above = weights.into_iter().zip(&ranges).map(|(weight, (low, high))| problem.add_integer_var(weight, (0, high - low)));
    let unknowns: Vec<Variable> = above.collect();
    let lowest = |at: usize| ranges.get(at).map_or(0, |(low, _)| i64::from(*low));
    for limit in model.limits.iter().filter(|limit| alone(limit).is_none()) {
        let terms: Vec<(Variable, f64)> =
            limit.terms.iter().filter_map(|(at, factor)| unknowns.get(*at).map(|v| (*v, *factor as f64))).collect();
        let at_lowest: i64 = limit.terms.iter().map(|(at, factor)| factor * lowest(*at)).sum();
        let (low, high) = ((limit.low - at_lowest) as f64, (limit.high - at_lowest) as f64);
        if limit.low == limit.high {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Eq, low);
            continue;
        }
        if limit.low > 0 {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Ge, low);
        }
        if limit.high < UNBOUNDED {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Le, high);
        }
    }
    let mut options = SolveOptions::default();
    options.node_limit = Some(BRANCHES_MAX);
    let solution = problem.solve_with(options).ok()?.into_solution().ok()?;
    let world =
        unknowns.iter().enumerate().map(|(at, v)| Some(whole(solution.var_value(*v))? + lowest(at))).collect::<Option<Vec<i64>>>()?;
    model.admits(&world).then_some(world)
}

/// The unknown that a limit speaks of, when it speaks of just one and as it is.
fn alone(limit: &Limit) -> Option<usize> {
    if let [(at, 1)] = limit.terms.as_slice() { Some(*at) } else { None }
}

/// From where to where each unknown can go by what was published of it alone. Kept as ranges and not as equations: the search then takes as long
/// for large figures as for small ones. `None` when two figures contradict each other.
fn ranges(model: &Model) -> Option<Vec<(i32, i32)>> {
    let mut ranges = vec![(0, UNBOUNDED); model.unknowns];
    for (limit, at) in model.limits.iter().filter_map(|limit| Some((limit, alone(limit)?))) {
        let range = ranges.get_mut(at)?;
        *range = (range.0.max(limit.low), range.1.min(limit.high));
    }
    let whole = |n: i64| i32::try_from(n).ok();
    ranges.into_iter().map(|(low, high)| if low <= high { Some((whole(low)?, whole(high)?)) } else { None }).collect()
}

/// The nearest whole number, if it is one the model can hold.
fn whole(value: f64) -> Option<i64> {
    let near = value.round();
    #[allow(clippy::cast_possible_truncation, reason = "checked against the largest count a model can hold")]
    ((0.0..=UNBOUNDED as f64).contains(&near)).then_some(near as i64)
}
