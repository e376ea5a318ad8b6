"""docs/faults.md names only tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"(?:`DESK`|(tests/))([\w/]+\.py)::(test_\w+)")


def test_every_fault_has_its_test() -> None:
    page = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| fault")]
    assert len(rows) > 40
    for row in rows:
        assert NAMED.search(row), row
    for whole, name, test in NAMED.findall(page):
        path = ROOT / whole / name if whole else ROOT / "tests" / "integration" / f"test_desk_faults_{name}"
        assert f"def {test}(" in path.read_text(encoding="utf-8"), f"{name}::{test}"
