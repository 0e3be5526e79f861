//! The CUSUM charts of `candor trend`: from the arguments to `trends::detect`, with a limit chosen by run length.

use clap::ValueEnum;

use super::detectors::{Checked, at_least_zero, positive};
use super::output::Answer;
use crate::cli::exit::Bad;
use crate::trends::Series;
use crate::trends::detect::{Baseline, Scheme, Side, Transform, average_run_length, limit_for, reference_value, sums, transformed};

/// Grids on which a limit is sought, in steps a count: tenths as tables have them, coarser when a limit is far, finer for means below 1.
const GRIDS: [usize; 4] = [10, 5, 2, 1];
const FINE_GRIDS: [usize; 3] = [100, 50, 20];

/// How a CUSUM is set.
#[derive(clap::Args)]
#[group(skip)]
#[command(next_help_heading = "CUSUM (--chart cusum)")]
pub(super) struct Args {
    /// What is summed: counts as they are, or brought near a normal variable.
    #[arg(long, value_name = "NAME", default_value = "poisson")]
    transform: Summed,
    /// Expected count; the mean of the baseline unless given.
    #[arg(long, value_name = "VALUE", value_parser = positive)]
    mean: Option<f64>,
    /// The change to be found: 2 is a doubling, and its inverse is looked for downwards.
    #[arg(long, value_name = "FACTOR", default_value = "2", value_parser = positive)]
    ratio: f64,
    /// Reference value; the best one for the ratio unless given (rossi 1.04, standard 0.5).
    #[arg(long, value_name = "K", value_parser = at_least_zero)]
    k: Option<f64>,
    /// Limit; chosen by --arl unless given (rossi 2.26, standard 4).
    #[arg(long, value_name = "H", value_parser = at_least_zero)]
    h: Option<f64>,
    /// Mean number of periods to a false alarm, upwards and downwards each (poisson).
    #[arg(long, value_name = "N", default_value = "370", value_parser = positive)]
    arl: f64,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Summed {
    Poisson,
    Rossi,
    Standard,
}

/// Judges a series by a CUSUM.
pub(super) fn cusum(args: &super::Args, series: &Series) -> Result<Answer, Bad> {
    let checked = Checked::new(series, args.detect.baseline.or(args.limits.freeze()))?;
    let baseline = checked.baseline(args.detect.dispersion)?;
    let mut answer = Answer::of(args.chart.name(), series);
    for point in &mut answer.points {
        point.value = point.count;
    }
    answer.figures.set("baseline_points", checked.learn);
    let mean = args.cusum.mean.unwrap_or_else(|| {
        let (counts, exposure) = checked.learnt();
        counts.iter().sum::<f64>() / exposure.iter().sum::<f64>()
    });
    if mean <= 0.0 {
        return Err(Bad("the baseline has no event: give the expected count with --mean, or use --chart predict".to_owned()));
    }
    answer.figures.set("mean", mean);
    match args.cusum.transform {
        Summed::Poisson => poisson(&args.cusum, &checked, &baseline, mean, &mut answer)?,
        Summed::Rossi => normal(&args.cusum, &checked, mean, Transform::Rossi, &mut answer)?,
        Summed::Standard => normal(&args.cusum, &checked, mean, Transform::Standard, &mut answer)?,
    }
    Ok(answer)
}

/// A reference value or limit on a grid, rounded; far beyond any that is solved when it is huge.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, and a cast of a huge number saturates")]
fn steps(x: f64, grid: usize) -> usize {
    (x * grid as f64).round().min(1e9) as usize
}

/// One direction: its scheme on a grid, and its run lengths without and with the change.
struct Arm {
    side: Side,
    scheme: Scheme,
    quiet: Option<f64>,
    changed: Option<f64>,
}

impl Arm {
    /// For counts with this mean, divided by their dispersion already. A run length is exact when k and h lie on the grid.
    fn new(args: &Args, side: Side, mean: f64, phi: f64) -> Result<Self, Bad> {
        let factor = if side == Side::Up { args.ratio } else { 1.0 / args.ratio };
        let best = reference_value(mean, factor * mean).ok_or_else(|| Bad("--ratio 1 is no change".to_owned()))?;
        let k = args.k.map_or(best, |k| k / phi);
        let fine = if mean < 1.0 && args.k.is_none() { FINE_GRIDS.as_slice() } else { &[] };
        for grid in fine.iter().chain(&GRIDS).copied() {
            let reference = steps(k, grid);
            let limit = match args.h {
                Some(h) => Some(steps(h / phi, grid)),
                None => limit_for(side, grid, reference, mean, args.arl).map(|(limit, _)| limit),
            };
            let Some(limit) = limit else { continue };
            let scheme = Scheme { side, grid, reference, limit };
            let quiet = average_run_length(scheme, mean);
            if quiet.is_some() || args.h.is_some() {
                return Ok(Self { side, scheme, quiet, changed: average_run_length(scheme, factor * mean) });
            }
        }
        Err(Bad("no limit has that run length for this --k and mean: give --h, or a --k between the mean and the changed mean".to_owned()))
    }

    fn on_grid(&self, steps: usize) -> f64 {
        steps as f64 / self.scheme.grid as f64
    }
}

fn poisson(args: &Args, checked: &Checked, baseline: &Baseline, mean: f64, answer: &mut Answer) -> Result<(), Bad> {
    if args.ratio <= 1.0 {
        return Err(Bad("--ratio is above 1; its inverse is looked for downwards".to_owned()));
    }
    let phi = baseline.dispersion();
    let (counts, exposure) = checked.learnt();
    let usual = exposure.iter().sum::<f64>() / counts.len() as f64;
    answer.figures.set("dispersion", phi);
    answer.rules = vec!["rise", "fall"];
    let known: Vec<usize> = (checked.learn..checked.counts.len()).filter(|i| checked.counts[*i].is_some()).collect();
    let scaled: Vec<f64> = known.iter().filter_map(|i| checked.counts[*i]).map(|y| y / phi).collect();
    for (side, rule, names) in
        [(Side::Up, "rise", ["k_up", "h_up", "arl0_up", "arl1_up"]), (Side::Down, "fall", ["k_down", "h_down", "arl0_down", "arl1_down"])]
    {
        // A given k and h are for rises; their mirror image for falls is not defined.
        if side == Side::Down && (args.k.is_some() || args.h.is_some()) {
            continue;
        }
        let arm = Arm::new(args, side, mean * usual / phi, phi)?;
        let (k, h) = (arm.on_grid(arm.scheme.reference), arm.on_grid(arm.scheme.limit));
        answer.figures.set(names[0], k * phi);
        answer.figures.set(names[1], h * phi);
        answer.figures.set(names[2], arm.quiet);
        answer.figures.set(names[3], arm.changed);
        let references: Vec<f64> = known.iter().map(|i| k * checked.exposure[*i] / usual).collect();
        for (i, sum) in known.iter().zip(sums(arm.side, &scaled, &references)) {
            if let Some(point) = answer.points.get_mut(*i) {
                point.centre = Some(mean * checked.exposure[*i]);
                point.more.set(rule, sum * phi);
            }
            // Sums of tenths carry rounding of a few last places; the grid is far coarser.
            if sum > h + 1e-9 {
                answer.fire(rule, Some(*i));
            }
        }
    }
    Ok(())
}

fn normal(args: &Args, checked: &Checked, mean: f64, transform: Transform, answer: &mut Answer) -> Result<(), Bad> {
    let (k, h) = if transform == Transform::Rossi { (1.04, 2.26) } else { (0.5, 4.0) };
    let (k, h) = (args.k.unwrap_or(k), args.h.unwrap_or(h));
    let known: Vec<usize> = (checked.learn..checked.counts.len()).filter(|i| checked.counts[*i].is_some()).collect();
    let counts: Vec<f64> = known.iter().filter_map(|i| checked.counts[*i]).collect();
    let found = transformed(&counts, mean, transform, k, h).ok_or_else(|| Bad("the expected count is not above 0".to_owned()))?;
    answer.rules = vec!["rise"];
    answer.figures.set("k", k);
    answer.figures.set("h", h);
    for ((i, sum), needed) in known.iter().zip(&found.sums).zip(&found.needed) {
        if let Some(point) = answer.points.get_mut(*i) {
            (point.centre, point.high) = (Some(mean), Some(*needed));
            point.more.set("rise", *sum);
        }
    }
    for at in &found.alarms {
        answer.fire("rise", known.get(*at).copied());
    }
    Ok(())
}
