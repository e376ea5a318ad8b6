"""Every note that an importer leaves at a row has words of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from livedesk.ui.workspaces.plan.words import note_words

IMPORTERS = Path(__file__).parents[2] / "livedesk" / "services" / "importers"
_NOTE = re.compile(r'notes\.append\("(\w+)"\)|\.ignored\(row, "(\w+)"\)|\("(\w+)",\)\)$', re.MULTILINE)


def notes() -> set[str]:
    """The notes as they stand in the readers' source."""
    text = "\n".join(path.read_text("utf-8") for path in IMPORTERS.glob("*.py"))
    return {next(name for name in found if name) for found in _NOTE.findall(text)}


def test_the_notes_are_found() -> None:
    assert notes() >= {
        "hard_start",
        "remark",
        "hidden",
        "total",
        "number_only",
        "no_title",
        "no_name",
        "continued",
    }


@pytest.mark.parametrize("note", sorted(notes()))
def test_a_note_is_told_in_words(note: str) -> None:
    assert note_words(note) != note
