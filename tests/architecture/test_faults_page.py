"""docs/faults.md names only tests that are there and run, and says which faults have theirs in the soak alone."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"(?:`DESK`|(tests/))([\w/]+\.py)::(test_\w+)")
SOAK = "*soak*"


@dataclass(frozen=True, slots=True)
class Found:
    """What a named test is: there at all, skipped whatever happens, in the soak alone."""

    there: bool = False
    skipped: bool = False
    soak: bool = False


def look(source: str, test: str) -> Found:
    """What a test is in its file: by its own marks and by the file's."""
    body = ast.parse(source).body
    tests = [each for each in body if isinstance(each, ast.FunctionDef) and each.name == test]
    if not tests:
        return Found()
    marks = [mark for each in tests for mark in each.decorator_list]
    for each in body:
        if isinstance(each, ast.Assign) and "pytestmark" in map(ast.unparse, each.targets):
            marks += each.value.elts if isinstance(each.value, ast.List | ast.Tuple) else [each.value]
    named = [ast.unparse(mark).removeprefix("pytest.").removeprefix("mark.").partition("(") for mark in marks]
    first = tests[0].body
    # The docstring aside, the first thing that a test does.
    begins = next((ast.unparse(each) for each in first if not _is_text(each)), "")
    skipped = any(
        name == "skip" or (name == "skipif" and given.startswith(("True,", "True)"))) for name, _, given in named
    )
    return Found(
        there=True,
        skipped=skipped or begins.startswith("pytest.skip("),
        soak=any(name == "soak" for name, _, _ in named),
    )


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def wrong(row: str) -> str:
    """What is wrong with a row of the page (empty: nothing)."""
    found = {}
    for whole, name, test in NAMED.findall(row):
        path = ROOT / whole / name if whole else ROOT / "tests" / "integration" / f"test_desk_faults_{name}"
        found[f"{name}::{test}"] = look(path.read_text(encoding="utf-8"), test) if path.exists() else Found()
    for name, each in found.items():
        if not each.there:
            return f"there is no {name}"
    run = [each for each in found.values() if not each.skipped]
    if not run:
        return "no test of it ever runs"
    soak = all(each.soak for each in run)
    if soak != (SOAK in row):
        return (
            f"it runs in make soak alone, and has no {SOAK}"
            if soak
            else f"it runs in make test too, yet has {SOAK}"
        )
    return ""


def page() -> list[str]:
    """The page's lines."""
    return (ROOT / "docs" / "faults.md").read_text(encoding="utf-8").splitlines()


def test_every_fault_has_its_test() -> None:
    rows = [line for line in page() if line.startswith("| ") and not line.startswith("| fault")]
    assert len(rows) > 40
    assert [(row, why) for row in rows if (why := wrong(row))] == []


def test_every_test_that_the_page_names_is_there() -> None:
    named = [line for line in page() if NAMED.search(line) and not line.startswith("| ")]
    assert [(line, why) for line in named if "there is no" in (why := wrong(line))] == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def test_b(): pass", Found()),
        ("def test_a(): pass", Found(there=True)),
        ("@pytest.mark.skip\ndef test_a(): pass", Found(there=True, skipped=True)),
        ("@pytest.mark.skip(reason='later')\ndef test_a(): pass", Found(there=True, skipped=True)),
        ("@mark.skipif(True, reason='later')\ndef test_a(): pass", Found(there=True, skipped=True)),
        ("@pytest.mark.skipif(os.name == 'nt', reason='')\ndef test_a(): pass", Found(there=True)),
        ("pytestmark = pytest.mark.skip\ndef test_a(): pass", Found(there=True, skipped=True)),
        ("def test_a():\n    'Text.'\n    pytest.skip('later')", Found(there=True, skipped=True)),
        ("def test_a():\n    if x:\n        pytest.skip('not here')", Found(there=True)),
        ("pytestmark = [pytest.mark.obs, pytest.mark.soak]\ndef test_a(): pass", Found(there=True, soak=True)),
        ("@pytest.mark.soak\ndef test_a(): pass", Found(there=True, soak=True)),
    ],
)
def test_a_test_is_told_by_its_marks(source: str, expected: Found) -> None:
    assert look(source, "test_a") == expected
