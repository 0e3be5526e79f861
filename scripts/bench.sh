#!/usr/bin/env bash
# Measures durable submissions as ratios to raw commits of the same database on the same disk, SQLite and PostgreSQL.
# The PostgreSQL server is a throw-away one with fsync on. Figures go to bench-results/ and are compared with the last run.
# CANDOR_BENCH_ROUNDS (5) and CANDOR_BENCH_MILLIS (2000) make it shorter or longer.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh
cargo build --locked --release
server=$(scripts/postgres.sh start durable)
trap 'scripts/postgres.sh stop "$server"' EXIT
CANDOR_BENCH_POSTGRES=$(scripts/postgres.sh url "$server")
export CANDOR_BENCH_POSTGRES
cargo bench --locked --bench intake
