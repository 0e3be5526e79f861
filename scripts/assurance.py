#!/usr/bin/env python3
"""Writes docs/assurance.md from a test run.

    scripts/test.sh                                           prints how many checks hold
    python3 scripts/assurance.py --write target/tests.log     writes the page from the last run

Every check of docs/assurance-checks.tsv is looked up among the names of the tests that ran: `cr_03_…` counts for CR-03, and one test
may name several. A check without a test says why, or that it is open. Refuses to call anything held that did not run.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

CHECKS = Path("docs/assurance-checks.tsv")
PAGE = Path("docs/assurance.md")
NAME = re.compile(r"^test (\S+) \.\.\. (ok|FAILED|ignored)", re.M)
ID = re.compile(r"(?:^|::|_)(cr|an|ac|se|au|rt|dc|du)_(\d\d)(?=_|$)")

HEAD = """# Assurance

What the product promises, and whether the last test run held it. Made by `scripts/assurance.py` from the output of the test command in the
README; do not edit. A check that no test carries says so.

| check | promise | result | tests |
|---|---|---|---|
"""


def results(logs):
    found = defaultdict(lambda: defaultdict(int))
    for log in logs:
        for name, verdict in NAME.findall(Path(log).read_text(encoding="utf-8", errors="replace")):
            for family, number in ID.findall(name):
                found[f"{family.upper()}-{number}"][verdict] += 1
    return found


def main():
    write = sys.argv[1:2] == ["--write"]
    found = results(sys.argv[2 if write else 1:])
    lines, failed, held = [], 0, 0
    for line in CHECKS.read_text(encoding="utf-8").splitlines():
        check, promise, remark = (line.split("\t") + ["", ""])[:3]
        verdicts = found.get(check, {})
        ran = verdicts.get("ok", 0) + verdicts.get("FAILED", 0)
        failed += verdicts.get("FAILED", 0)
        state = "**fails**" if verdicts.get("FAILED") else "holds" if verdicts.get("ok") else remark or "open: no test yet"
        held += state == "holds"
        if verdicts.get("ok") and remark:
            state += f". {remark}"
        lines.append(f"| {check} | {promise} | {state} | {ran or ''} |")
    if write:
        PAGE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{held} of {len(lines)} checks of the threat model hold, {failed} test(s) failed; {PAGE} has the table")
    return 1 if failed or not found else 0


if __name__ == "__main__":
    sys.exit(main())
