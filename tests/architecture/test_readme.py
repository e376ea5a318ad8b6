"""What the README names is there."""

from __future__ import annotations

import re

import pytest

from tests.architecture.test_house import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
_FILE = re.compile(
    r"(?<![\w/.])((?:resources|docs|packaging|livedesk|tests)/[\w./-]*|[\w-]+\.(?:xlsx|jsonl))(?![\w/])"
)


@pytest.mark.parametrize("name", sorted(set(_FILE.findall(README))))
def test_a_file_that_the_readme_names_exists(name: str) -> None:
    assert (ROOT / name.rstrip(".")).exists(), f"README names {name}"


def test_the_readme_shows_how_to_import_the_sample() -> None:
    assert re.search(r"^livedesk import resources/samples/\S+\.xlsx", README, re.MULTILINE)
