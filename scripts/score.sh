#!/usr/bin/env bash
# Scores the de-identifier on marked texts in the folders named, such as tests/corpus or public corpora you have fetched yourself:
#
#   scripts/score.sh tests/corpus /somewhere/corpora
#
# Prints for each file the letters that leak, marks hidden whole by kind, precision, texts with nothing leaked and words hidden:
# hidden at once first, with the screener's questions counted as hidden second. Fetches nothing. The forms of file that are read
# are described in examples/score/main.rs.
set -euo pipefail

exec cargo run --locked --manifest-path "$(dirname "$0")/../Cargo.toml" --release --quiet --example score -- "$@"
