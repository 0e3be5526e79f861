#!/usr/bin/env bash
# Writes docs/digests anew: the newest letter of the three invented organisations, as text and as a picture 600 pixels wide.
# Arguments name organisations to do alone. CANDOR names another program than the release build; the largest organisation has about 900 reports a month and takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

candor=${CANDOR:-target/release/candor}
[ -x "$candor" ] || cargo build --locked --release
data=$(mktemp -d /tmp/candor-letters.XXXXXX)
trap 'rm -rf "$data"' EXIT
mkdir -p docs/digests
port=18090
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(practice clinic trust)
for size in "${sizes[@]}"; do
    port=$((port + 1))
    reports=()
    [ "$size" = trust ] && reports=(--reports "${CANDOR_TRUST_REPORTS:-22500}")
    "$candor" demo --listen "127.0.0.1:$port" --data "$data/$size" --size "$size" "${reports[@]}" >"$data/$size.log" 2>&1 &
    demo=$!
    until grep -q 'listens on' "$data/$size.log"; do
        kill -0 "$demo"
        sleep 1
    done
    kill "$demo"
    wait "$demo" || true
    python3 scripts/letter.py "$data/$size/mail" "$data/$size.html" "docs/digests/$size.txt"
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=600,"$(cat "$data/$size.html.height")" \
        --screenshot="$PWD/docs/digests/$size.png" "file://$data/$size.html" >/dev/null 2>&1
    echo "docs/digests/$size.png docs/digests/$size.txt"
done
