#!/usr/bin/env bash
# A throw-away PostgreSQL server on a unix socket: nothing listens on the network, nothing is left behind.
#
#   scripts/postgres.sh start [DURABLE]   prints the folder and starts; `durable` keeps fsync on, for benchmarks
#   scripts/postgres.sh url FOLDER        prints the address to connect to
#   scripts/postgres.sh stop FOLDER       stops and removes
#
# Speed comes from giving up durability: never point it at data that matters.
set -euo pipefail

bin_folder() {
    if command -v initdb >/dev/null 2>&1; then
        dirname "$(readlink -f "$(command -v initdb)")"
    else
        compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1
    fi
}

# PostgreSQL refuses to run as root, so root lends it to an account without rights.
unprivileged() {
    local account=nobody
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
        return
    fi
    if id postgres >/dev/null 2>&1; then
        account=postgres
    fi
    setpriv --reuid="$account" --regid="$(id -g "$account")" --clear-groups "$@"
}

options() {
    local folder=$1 durable=$2
    printf '%s' "-k $folder -c listen_addresses='' -c max_connections=200 -c shared_buffers=64MB -c jit=off"
    if [ "$durable" != durable ]; then
        printf '%s' ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off'
    fi
}

start() {
    local durable=${1:-fast} bin folder
    bin=$(bin_folder)
    if [ -z "$bin" ]; then
        printf 'There is no PostgreSQL server here: run scripts/install.sh.\n' >&2
        exit 1
    fi
    # Short, because the path of a unix socket may have 107 bytes only.
    folder=$(mktemp -d /tmp/candor-pg.XXXXXX)
    if [ "$(id -u)" -eq 0 ]; then
        chown "$(unprivileged id -u):$(unprivileged id -g)" "$folder"
    fi
    cd "$folder"
    if ! start_in "$bin" "$folder" "$durable" >"$folder.out" 2>&1; then
        cat "$folder.out" >&2
        stop "$folder"
        exit 1
    fi
    printf '%s\n' "$folder"
}

start_in() {
    local bin=$1 folder=$2 durable=$3
    unprivileged "$bin/initdb" --no-sync --locale=C.UTF-8 --encoding=UTF8 -A trust -U postgres -D "$folder/data" &&
        unprivileged "$bin/pg_ctl" -w -D "$folder/data" -l "$folder/log" -o "$(options "$folder" "$durable")" start
}

stop() {
    local folder=${1:?which folder?} bin
    case $folder in
        /tmp/candor-pg.??????) ;;
        *)
            printf 'Not a folder of mine: %s\n' "$folder" >&2
            exit 2
            ;;
    esac
    bin=$(bin_folder)
    if [ -f "$folder/data/postmaster.pid" ]; then
        (cd "$folder" && unprivileged "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1) || true
    fi
    rm -rf "$folder" "$folder.out"
}

case ${1:-} in
    start) start "${2:-}" ;;
    url) printf 'postgresql:///postgres?host=%s&user=postgres\n' "${2:?which folder?}" ;;
    stop) stop "${2:-}" ;;
    *)
        sed -n '2,9p' "$0" >&2
        exit 2
        ;;
esac
