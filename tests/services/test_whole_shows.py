"""What goes there and back in the tests holds something in every field that a show has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from pathlib import Path

import pytest
from whole_shows import everything

from livedesk.domain.merging import merge
from livedesk.domain.rundown import Show
from livedesk.services.exporters.script_docx import export_script_docx
from livedesk.services.exporters.show_csv import export_csv
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.importers import read_file
from livedesk.services.importers.script_docx import read_script_docx
from livedesk.services.sheets.script_doc import ScriptChanges, match_scripts
from livedesk.services.show_file import export_json

ELSEWHERE = ["WallTime.fold"]
"""Said of an hour that happens twice, which the zone of the show has not: see the tests of that hour."""


def parts(value: object) -> Iterator[object]:
    """The dataclass objects of a tree, itself first."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from parts(one)


def default(field: Field[object]) -> object:
    """What a field holds that nobody gave anything, or MISSING."""
    return field.default if field.default_factory is MISSING else field.default_factory()


def untold(show: Show) -> list[str]:
    """The fields in which no part of a show holds anything but the default or what is empty."""
    said: dict[str, bool] = {}
    for part in parts(show):
        assert is_dataclass(part)
        for field in fields(part):
            name = f"{type(part).__name__}.{field.name}"
            value = getattr(part, field.name)
            given = value != default(field) and value not in ("", (), None)
            said[name] = said.get(name, False) or given
    return sorted(name for name, given in said.items() if not given)


def test_every_field_of_every_part_holds_something() -> None:
    assert untold(everything()) == ELSEWHERE


def test_a_field_left_at_its_default_is_found() -> None:
    assert {"Show.approval", "Show.products"} <= set(
        untold(Show("s", "夜场", "Asia/Shanghai", everything().planned_start))
    )


@pytest.mark.parametrize(("write", "kind"), [(export_json, "json"), (export_xlsx, "xlsx"), (export_csv, "csv")])
@pytest.mark.parametrize("same", [True, False])
def test_merged_into_itself_nothing_is_another(
    tmp_path: Path, write: Callable[[Show], bytes], kind: str, same: bool
) -> None:
    """By its ids where it is the show itself, else by what its parts are called."""
    show = everything()
    file = tmp_path / f"out.{kind}"
    file.write_bytes(write(show))
    preview = read_file(file)
    assert preview.show is not None
    sheet = replace(preview.show, id=show.id if same else "else")
    for base in (None, show):
        assert merge(show, sheet, base, preview.carries).rows == ()


def test_every_script_comes_back_from_the_document() -> None:
    show = everything()
    found = read_script_docx(export_script_docx(show), "话术.docx")
    assert found.problems == ()
    assert match_scripts(show, found) == ScriptChanges({}, (), (), ())
