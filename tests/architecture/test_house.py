"""The house rules that no linter knows."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 400


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    names = [name for name in listed.stdout.splitlines() if not name.startswith('"')]
    return [ROOT / name for name in names if (ROOT / name).exists()]


def test_files_hold_one_idea() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert not long, f"over {MOST_LINES} lines: {long}"


def lines_with(pattern: str, *files: str) -> list[str]:
    looked_for = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in tracked(*files)
        if path != Path(__file__).resolve()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if looked_for.search(line)
    ]


def test_nothing_is_left_for_later() -> None:
    found = lines_with(r"\b(TODO|FIXME|XXX)\b|raise NotImplementedError|mark\.xfail", "*.py", "*.sh", "Makefile")
    assert not found, "\n".join(found)


def test_tests_wait_for_signals_not_for_time() -> None:
    found = lines_with(r"\btime\.sleep\(", "tests/*.py")
    assert not found, "\n".join(found)


def test_no_colour_outside_the_themes() -> None:
    found = lines_with(r"""["']#[0-9a-fA-F]{6}\b""", "livedesk/*.py")
    assert not found, "colours belong to resources/themes:\n" + "\n".join(found)


def test_every_text_is_found_by_the_translators() -> None:
    found = lines_with(r"""\bf(["']).*\{[^{}]*\btr(?:anslate)?\(""", "livedesk/*.py")
    assert not found, "a text within an f-string gets no translation:\n" + "\n".join(found)


def test_the_lock_names_no_host() -> None:
    assert "://" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_every_link_of_the_documents_leads_somewhere() -> None:
    link = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
    lost = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in tracked("*.md")
        for target in link.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert not lost, "\n".join(lost)
