"""``make bench``: every figure beside a reference measured in the same run, as one table."""

from __future__ import annotations

import importlib
import sys

from tests.bench.figures import Figure, table

BENCHES = (
    "bench_journal", "bench_rundown", "bench_script", "bench_timeline", "bench_claims", "bench_prices", "bench_typing",
    "bench_palette", "bench_find", "bench_import", "bench_start", "bench_obs",
    "bench_cue", "bench_lost", "bench_desk", "bench_prompter", "bench_rehearsal",
)  # fmt: skip


def main() -> int:
    """Measure what is named on the command line, or everything, and print the table. Fails where one is missed."""
    wanted = sys.argv[1:] or BENCHES
    rows: list[Figure] = []
    for name in wanted:
        sys.stderr.write(f"{name} …\n")
        rows += importlib.import_module(f"tests.bench.{name}").figures()
    sys.stdout.write(table(rows) + "\n")
    return 1 if any(row.met is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
