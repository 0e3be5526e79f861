# Short names for the scripts. A build machine calls the same scripts, so it cannot differ from a laptop.

# List what there is.
default:
    @just --list

# Everything: format, lints, licences, tests on both databases and in a browser.
test:
    scripts/test.sh

# What is quick: format, lints, the pure rooms.
check:
    cargo fmt --check
    cargo clippy --locked --all-targets -- -D warnings
    cargo test --locked --lib

# The laws of the house, and a picture of its arrows.
house:
    cargo test --locked --test it house -- --nocapture

# Install what the tests need (Debian, as root or with sudo).
install:
    scripts/install.sh

# An invented hospital trust on http://127.0.0.1:8080.
demo:
    cargo run --release --locked -- demo

# The service with its defaults.
run:
    cargo run --locked -- serve

# The program as it is shipped.
release:
    cargo build --release --locked

# The de-identifier on marked texts.
score *folders='tests/corpus':
    scripts/score.sh {{folders}}

# Speed: durable submissions against raw commits of the same database.
bench:
    scripts/bench.sh

# Speed: the de-identifier on one core, against Microsoft Presidio.
bench-deident:
    scripts/bench-deident.sh
