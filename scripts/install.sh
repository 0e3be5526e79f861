#!/usr/bin/env bash
# Installs what the tests need and this machine lacks: a C compiler, a PostgreSQL server, a browser with its driver, strace.
# Says what is missing, and how to get it, where it cannot install anything itself.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '== %s\n' "$*"; }

has() { command -v "$1" >/dev/null 2>&1; }

has_postgres() { has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

# Debian's names of the packages that are missing, one a line.
missing_packages() {
    has cc || printf '%s\n' build-essential
    has_postgres || printf '%s\n' postgresql
    has chromium || has chromium-browser || has google-chrome || printf '%s\n' chromium
    has chromedriver || printf '%s\n' chromium-driver
    has strace || printf '%s\n' strace
    has npm || printf '%s\n' nodejs npm
    python3 -c 'import ensurepip' 2>/dev/null || printf '%s\n' python3-venv
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

can_install() {
    has apt-get && { [ "$(id -u)" -eq 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }
}

# The accessibility audit that the browser tests inject; a test tool, never shipped.
install_axe() {
    if [ -f target/axe/node_modules/axe-core/axe.min.js ]; then
        return
    fi
    has npm || { say 'Missing: npm (with Node.js), for the accessibility audit.' >&2; exit 1; }
    say 'Installing axe-core'
    mkdir -p target/axe
    npm install --prefix target/axe --no-save --no-audit --no-fund --silent axe-core@4
}

# The linters of the letter: test tools, never shipped.
install_linters() {
    if [ -d target/lint/node_modules/caniemail ] && [ -d target/lint/node_modules/html-validate ]; then
        return
    fi
    say 'Installing html-validate and caniemail'
    mkdir -p target/lint
    npm install --prefix target/lint --no-save --no-audit --no-fund --silent html-validate@11 caniemail@2
}

main() {
    if ! has cargo; then
        say 'There is no cargo. Install Rust 1.95 or later and start again.' >&2
        exit 1
    fi
    local -a missing
    mapfile -t missing < <(missing_packages)
    if [ "${#missing[@]}" -eq 0 ]; then
        install_axe
        install_linters
        return
    fi
    if ! can_install; then
        say "Missing: ${missing[*]} (Debian's names). Install them, or run this as root or with sudo on Debian." >&2
        exit 1
    fi
    say "Installing ${missing[*]}"
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
    install_axe
    install_linters
}

main "$@"
