"""As much of the pipeline as pandas and scipy have: two sets of frozen limits, run rules, a gamma-Poisson prediction without dispersion, season or
CUSUM, Benjamini-Hochberg, words. Prints a name, the processor seconds and the number of series, once for limits only and once for all of it."""

import sys
import time

import numpy as np
import pandas as pd
from scipy import stats

LEARN = 78


def limits(table):
    long = table.iloc[:, :LEARN].stack().rename("count").rename_axis(["series", "week"]).reset_index("series")
    groups = long.groupby("series")["count"]
    mean = groups.mean()
    moving = groups.diff().abs().groupby(long["series"]).mean()
    return pd.DataFrame({"c": mean + 3 * mean**0.5, "x": mean + 2.66 * moving})


def runs(table):
    side = np.sign(table.sub(table.iloc[:, :LEARN].median(axis=1), axis=0))
    long = side.stack().rename("side").rename_axis(["series", "week"]).reset_index("series")
    long = long[long["side"] != 0]
    groups = long.groupby("series")["side"]
    changed = (groups.diff() != 0).astype(int)
    run = changed.groupby(long["series"]).cumsum()
    longest = long.assign(run=run).groupby(["series", "run"]).size().groupby("series").max()
    useful = groups.size()
    crossings = run.groupby(long["series"]).max() - 1
    return (longest > (np.log2(useful) + 3).round()) | (crossings < stats.binom.ppf(0.05, useful - 1, 0.5))


def words(table):
    top = limits(table)
    outside = table.gt(top["c"], axis=0) | table.gt(top["x"], axis=0)
    signal = runs(table)
    events = table.iloc[:, :LEARN].sum(axis=1).to_numpy()[:, None]
    chances = stats.nbinom.sf(table.iloc[:, LEARN:].to_numpy() - 1, events + 0.5, LEARN / (LEARN + 1))
    adjusted = stats.false_discovery_control(np.clip(chances[:, -1], 0, 1))
    return np.select([adjusted <= 0.05, outside.any(axis=1) | signal], ["signal", "maybe"], "usual")


def measured(name, work):
    begun = time.process_time()
    table = pd.read_csv(sys.argv[1], header=None)
    work(table)
    print(f"{name};{time.process_time() - begun:.3f};{len(table)}")


measured("pandas, two sets of limits only", limits)
measured("pandas and scipy, without season and CUSUM", words)
