#!/usr/bin/env bash
# Measures the whole pipeline on one core, and as much of it as pandas with scipy, and R with surveillance, have, on the same table where they are
# installed. Installs nothing. What cannot be measured is named in a line that starts with "skipped:".
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p target
export CANDOR_BENCH_TABLE=$PWD/target/bench-trends.csv
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
measured=$(cargo bench --locked --bench trends | tee /dev/stderr)
ours=$(awk '/whole pipeline/ { print $NF }' <<<"$measured")

# Lines of "name;processor seconds;series".
compare() {
    awk -F ';' -v ours="$ours" '{
        each = 1e6 * $2 / $3
        printf "  %-46s %10.1f microseconds a series, %.2f times those of Candor\n", $1, each, each / ours
    }'
}

python=${CANDOR_BENCH_PYTHON:-python3}
if "$python" -c 'import pandas, scipy' 2>/dev/null; then
    "$python" benches/trends/pandas_pipeline.py "$CANDOR_BENCH_TABLE" | compare
else
    echo 'skipped: pandas or scipy is not installed'
fi
if command -v Rscript >/dev/null && Rscript -e 'library(surveillance)' >/dev/null 2>&1; then
    Rscript benches/trends/surveillance.R "$CANDOR_BENCH_TABLE" | compare
else
    echo "skipped: R's package surveillance is not installed"
fi
