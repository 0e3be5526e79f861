#!/usr/bin/env bash
# Takes the README's pictures anew from a fresh demonstration: the form on a phone, the screening desk, the digest.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh
cargo build --locked --release
data=$(mktemp -d /tmp/candor-pictures.XXXXXX)
target/release/candor demo --listen 127.0.0.1:18085 --data "$data/demo" >"$data/log" &
demo=$!
trap 'kill "$demo" 2>/dev/null || true; rm -rf "$data"' EXIT
until grep -q 'listens on' "$data/log"; do
    kill -0 "$demo"
    sleep 1
done
mkdir -p docs/pictures
CANDOR_PICTURES_BASE=http://127.0.0.1:18085 CANDOR_PICTURES_PEOPLE=$data/demo/demo-people.txt \
    cargo test --locked --test it browser::pictures -- --ignored --exact --nocapture browser::pictures::take
