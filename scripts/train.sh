#!/usr/bin/env bash
# Trains the de-identifier's reader on the marked reports in tests/corpus and writes src/deident/data/reader.bin.
# --cross-validate writes nothing and scores the engine on parts it was not trained on.
set -euo pipefail
cd "$(dirname "$0")/.."

exec cargo run --locked --release --quiet --example train_reader -- "$@" tests/corpus/*.jsonl
