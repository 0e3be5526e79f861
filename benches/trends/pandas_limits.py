"""c limits and moving-range limits of every series of a table of counts, by pandas; prints the processor seconds."""

import sys
import time

import pandas as pd

table = pd.read_csv(sys.argv[1], header=None)
long = table.iloc[:, :78].stack().rename("count").rename_axis(["series", "week"]).reset_index("series")
begun = time.process_time()
groups = long.groupby("series")["count"]
mean = groups.mean()
moving = groups.diff().abs().groupby(long["series"]).mean()
limits = pd.DataFrame({"c": mean + 3 * mean**0.5, "x": mean + 2.66 * moving})
outside = table.iloc[:, 78:].gt(limits["c"], axis=0) | table.iloc[:, 78:].gt(limits["x"], axis=0)
total = int(outside.to_numpy().sum())
print(f"{time.process_time() - begun:.3f} {len(table)} {total}")
