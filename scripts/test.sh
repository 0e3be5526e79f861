#!/usr/bin/env bash
# The one test command: format, lints, licences, and every test on both databases and in a real browser.
# It installs what is missing, brings its own PostgreSQL, and lets nothing pass as "skipped".
set -euo pipefail
cd "$(dirname "$0")/.."

server=''
tally=''

say() { printf '== %s\n' "$*"; }

clean_up() {
    local status=$?
    trap - EXIT
    if [ -n "$server" ]; then
        scripts/postgres.sh stop "$server"
    fi
    if [ -n "$tally" ]; then
        rm -f "$tally"
    fi
    exit "$status"
}

check_licences() {
    if cargo deny --version >/dev/null 2>&1; then
        cargo deny check bans licenses sources
    else
        say 'NOT CHECKED: licences and sources of the dependencies (cargo-deny is not installed)'
    fi
}

# A Python with the libraries of scripts/open_envelope.py and of the check of mail signatures; nothing where they cannot be had.
other_program() {
    local home=target/python
    if [ ! -x $home/bin/python ] && ! python3 -m venv $home >&2; then
        return 0
    fi
    if $home/bin/python -c 'import cryptography, kyber_py, dkim, nacl' 2>/dev/null || $home/bin/pip install --quiet cryptography kyber-py dkimpy pynacl >&2; then
        echo $home/bin/python
    else
        say 'NOT CHECKED: the separate programs that open envelopes and verify signatures (their libraries cannot be had)' >&2
    fi
}

# Names of the tests that ran on $1, one a line. Every test notes itself once it has reached its server or browser.
ran_on() { sed -n "s/^$1 //p" "$tally" | sort -u; }

count() { ran_on "$1" | wc -l; }

report_tally() {
    local sqlite postgres browser
    sqlite=$(count sqlite) postgres=$(count postgres) browser=$(count browser)
    say "tests on SQLite: $sqlite"
    say "tests on PostgreSQL: $postgres"
    say "tests in a real browser: $browser"
    if [ "$postgres" -eq 0 ] || [ "$browser" -eq 0 ]; then
        say 'FAILED: a database or the browser saw no test at all'
        return 1
    fi
    if ! diff <(ran_on sqlite) <(ran_on postgres); then
        say 'FAILED: the two databases did not run the same tests (above: < SQLite only, > PostgreSQL only)'
        return 1
    fi
}

main() {
    scripts/install.sh
    trap clean_up EXIT
    trap 'exit 130' INT TERM HUP
    tally=$(mktemp /tmp/candor-tally.XXXXXX)

    say 'format'
    cargo fmt --check
    say 'lints'
    cargo clippy --locked --all-targets -- -D warnings
    say 'licences'
    check_licences

    say 'tests'
    server=$(scripts/postgres.sh start)
    export CANDOR_TEST_POSTGRES CANDOR_TEST_REQUIRE_ALL=1 CANDOR_TEST_TALLY=$tally
    CANDOR_TEST_POSTGRES=$(scripts/postgres.sh url "$server")
    CANDOR_TEST_PYTHON=$(other_program)
    export CANDOR_TEST_PYTHON
    # Many tests wait for a server or a process: one more at a time than a small machine has cores.
    RUST_TEST_THREADS=${RUST_TEST_THREADS:-$(($(nproc) + 1))} cargo test --locked 2>&1 | tee target/tests.log
    python3 scripts/assurance.py target/tests.log
    report_tally
    say 'all is well'
}

main "$@"
