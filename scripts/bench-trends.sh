#!/usr/bin/env bash
# Measures the standard detector on one core, and pandas and R's surveillance on the same table where they are installed.
# Installs nothing. What cannot be measured is named in a line that starts with "skipped:".
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p target
export CANDOR_BENCH_TABLE=$PWD/target/bench-trends.csv
measured=$(cargo bench --locked --bench trends | tee /dev/stderr)
ours=$(awk '/microseconds a series/ { print $NF }' <<<"$measured")

# name, processor seconds, series
compare() {
    awk -v name="$1" -v seconds="$2" -v series="$3" -v ours="$ours" 'BEGIN {
        each = 1e6 * seconds / series
        printf "  %-36s %10.1f microseconds a series, %.2f times those of Candor\n", name, each, each / ours
    }'
}

python=${CANDOR_BENCH_PYTHON:-python3}
if "$python" -c 'import pandas' 2>/dev/null; then
    read -r seconds series _ < <("$python" benches/trends/pandas_limits.py "$CANDOR_BENCH_TABLE")
    compare 'pandas, two sets of limits only' "$seconds" "$series"
else
    echo 'skipped: pandas is not installed'
fi
if command -v Rscript >/dev/null && Rscript -e 'library(surveillance)' >/dev/null 2>&1; then
    Rscript benches/trends/surveillance.R "$CANDOR_BENCH_TABLE" | while read -r name seconds series; do
        compare "surveillance, $name" "$seconds" "$series"
    done
else
    echo "skipped: R's package surveillance is not installed"
fi
