"""A document of scripts as a sheet that is merged into its show."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from livedesk.domain.edits import apply
from livedesk.domain.errors import UserError
from livedesk.domain.merging import merge
from livedesk.domain.script import parse_script, script_text
from livedesk.services.exporters.script_docx import export_script_docx
from livedesk.services.importers.script_sheet import read_scripts
from tests.services.docx_rooms import small


def ids() -> str:
    return next(_IDS)


_IDS = (f"n{number}" for number in count())


def test_words_changed_in_a_document_come_into_the_show_and_nothing_else(tmp_path: Path) -> None:
    show = small()
    wanted = parse_script("【动作】换一个镜头\n新写的话")
    first = show.segments[0]
    other = replace(show, segments=(replace(first, script=wanted, title=first.title), *show.segments[1:]))
    path = tmp_path / "话术.docx"
    path.write_bytes(export_script_docx(other))
    preview = read_scripts(path, show, ids)
    assert preview.show is not None
    plan = merge(show, preview.show, carries=preview.carries, new_id=ids)
    edit = plan.edit(plan.everything)
    assert edit is not None
    changed, inverse = apply(show, edit)
    assert changed == other
    assert apply(changed, inverse)[0] == show


def test_a_heading_of_its_own_becomes_a_segment(tmp_path: Path) -> None:
    show = small()
    extra = replace(show.segments[0], id="other", title="加一段", script=parse_script("多说两句"))
    path = tmp_path / "话术.docx"
    path.write_bytes(export_script_docx(replace(show, segments=(*show.segments, extra))))
    preview = read_scripts(path, show, ids)
    assert preview.show is not None
    assert preview.problems, "it is told"
    made = preview.show.segments[-1]
    assert (made.title, script_text(made.script)) == ("加一段", "多说两句")
    plan = merge(show, preview.show, carries=preview.carries, new_id=ids)
    edit = plan.edit(plan.everything)
    assert edit is not None
    assert [item.title for item in apply(show, edit)[0].segments] == [
        *(item.title for item in show.segments),
        "加一段",
    ]


def test_scripts_alone_need_a_show(tmp_path: Path) -> None:
    path = tmp_path / "话术.docx"
    path.write_bytes(export_script_docx(small()))
    with pytest.raises(UserError, match=r"script_doc\.needs_show"):
        read_scripts(path, None, ids)
