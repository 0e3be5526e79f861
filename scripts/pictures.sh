#!/usr/bin/env bash
# Takes the README's pictures anew from a fresh demonstration: the form on a phone, the screening desk, the digest. And the letter as it
# is delivered, into target/pictures, to be looked at: 600 pixels wide, light and dark, and 320.
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

# The letter with its picture inside, out of the newest file that was delivered.
python3 - "$data/demo/mail" "$data/letter.html" <<'PYTHON'
import base64, email, email.policy, pathlib, sys
newest = max(pathlib.Path(sys.argv[1]).glob('*.eml'), key=lambda path: path.stat().st_mtime)
letter = email.message_from_bytes(newest.read_bytes(), policy=email.policy.default)
html = letter.get_body(('html',)).get_content()
for part in letter.walk():
    if part.get_content_type() == 'image/png':
        html = html.replace('cid:chart', 'data:image/png;base64,' + base64.b64encode(part.get_content()).decode())
pathlib.Path(sys.argv[2]).write_text(html)
PYTHON
mkdir -p target/pictures
# Blink's colour schemes: 0 dark, 1 light. A window narrower than 500 is not given; a frame is.
frame() { printf '<!DOCTYPE html><style>body{margin:0}iframe{border:0;width:%spx;height:2400px}</style><iframe src="letter.html"></iframe>' "$1" >"$data/frame-$1.html"; }
frame 600
frame 320
for picture in 600-light:600:1 600-dark:600:0 320-light:320:1; do
    IFS=: read -r name width scheme <<<"$picture"
    chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files --user-data-dir="$data/profile" \
        --blink-settings=preferredColorScheme="$scheme" --window-size=640,2400 --screenshot="target/pictures/letter-$name.png" \
        "file://$data/frame-$width.html" 2>/dev/null
done
