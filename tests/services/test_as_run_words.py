"""The as-run log as a file: its words are the field's, and no names of the program's own."""

from __future__ import annotations

from typing import get_args

import pytest

from livedesk.domain.asrun import AsRunRow
from livedesk.domain.edits import Edit
from livedesk.services.exporters.as_run import EDITS, row_of

ZONE = "Asia/Shanghai"


def row(kind: str, title: str, result: str = "") -> AsRunRow:
    return AsRunRow(1, 0, kind, title, 1_800_000_000_000, "导播", result=result)


@pytest.mark.parametrize("kind", [edit.__name__ for edit in get_args(Edit)] + ["SkipSegment", "undo"])
def test_every_edit_is_called_in_words(kind: str) -> None:
    told = row_of(row("edit", kind), ZONE)["segment"]
    assert told == EDITS[kind]
    assert isinstance(told, str)
    assert told == told.lower()


def test_an_output_and_what_was_asked_of_it_are_called_in_words() -> None:
    told = row_of(row("output", "record", "asked on"), ZONE)
    assert (told["segment"], told["result"]) == ("recording", "start asked")


def test_the_words_of_other_rows_stay() -> None:
    assert row_of(row("message", "undo"), ZONE)["segment"] == "undo"
