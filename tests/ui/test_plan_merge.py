"""A sheet that was written from an earlier version of a show, merged into it: what is told, and what is ticked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pages_desk import Pages
from pytestqt.qtbot import QtBot
from test_plan_import import current, import_room, kept_show, plan_page

from livedesk.domain.clock import WallTime
from livedesk.domain.edits import ChangeShow, RemoveSegment, ReplaceShow, SetApproval
from livedesk.domain.rundown import Approval, Show
from livedesk.domain.script import Script, parse_script
from livedesk.services.exporters.script_docx import export_script_docx
from livedesk.services.exporters.show_csv import export_csv
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.files import write_file
from livedesk.services.pictures import pictures_of
from livedesk.ui.widgets.table import Line
from livedesk.ui.workspaces.plan.page import PlanPage
from livedesk.ui.workspaces.plan.ways import Way

__all__ = ["import_room", "kept_show", "plan_page"]

WRITERS = {"xlsx": export_xlsx, "csv": export_csv, "docx": export_script_docx}


def written_on(room: Pages, show: Show) -> Show:
    """The show with a new script in its third segment, kept as its next revision."""
    first, second, third, *rest = show.segments
    after = replace(show, segments=(first, second, replace(third, script=parse_script("刚写的词")), *rest))
    _, revision = room.store.shows.load(show.id)
    return room.store.shows.edit(show.id, ReplaceShow(after), base=revision, by="策划", at_ms=1)[0]


def read(qtbot: QtBot, plan: PlanPage, path: Path, show: Show) -> tuple[Line, ...]:
    plan.read(path, show.id)
    qtbot.waitUntil(lambda: plan.importer.changes.plan is not None, timeout=10_000)
    return plan.importer.changes.model.lines


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_an_earlier_version_takes_nothing_back(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path, kind: str
) -> None:
    path = write_file(tmp_path / f"旧的.{kind}", WRITERS[kind](show, room.store.shows.load(show.id)[1]))
    after = written_on(room, show)
    assert read(qtbot, plan, path, show) == ()
    assert plan.importer.changes.plan is not None
    assert plan.importer.changes.plan.based
    assert not plan.importer.keep.isEnabled()
    assert current(room, show) == after


def test_a_file_that_was_written_before_its_edit_was_kept_is_known(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path
) -> None:
    revision = room.store.shows.load(show.id)[1]
    after = written_on(room, show)
    path = write_file(tmp_path / "同时.xlsx", export_xlsx(after, revision))
    assert read(qtbot, plan, path, show) == ()
    assert plan.importer.changes.plan is not None
    assert plan.importer.changes.plan.based


def test_pictures_that_the_show_has_are_no_change(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path
) -> None:
    first = next(one for one in show.products if one.image)
    named = f"a1b2c3{Path(first.image).suffix}"
    room.store.media.keep(show.id, {named: pictures_of(show, room.store.media)[first.image]})
    goods = tuple(replace(one, image=named) if one is first else one for one in show.products)
    revision = room.store.shows.load(show.id)[1]
    show, _ = room.store.shows.edit(show.id, ChangeShow({"products": goods}), base=revision, by="策划", at_ms=1)
    pictures = pictures_of(show, room.store.media)
    path = write_file(tmp_path / "带图.xlsx", export_xlsx(show, room.store.shows.load(show.id)[1], pictures))
    assert read(qtbot, plan, path, show) == ()
    assert plan.importer.preview is not None
    assert plan.importer.preview.media == pictures
    bare = tmp_path / "没有来历.xlsx"
    write_file(bare, export_xlsx(show, 0, pictures))
    assert read(qtbot, plan, bare, show) == ()


def told(plan: PlanPage) -> list[str]:
    assert plan.importer.preview is not None
    return [one.code for one in plan.importer.preview.problems]


def test_that_an_approval_stays_behind_is_told_of_a_new_show_alone(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path
) -> None:
    revision = room.store.shows.load(show.id)[1]
    approved, revision = room.store.shows.edit(
        show.id, SetApproval(Approval.APPROVED), base=revision, by="策划", at_ms=1
    )
    path = write_file(tmp_path / "批准的.xlsx", export_xlsx(approved, revision))
    assert read(qtbot, plan, path, show) == ()
    assert "sheet.approval_stays" not in told(plan)
    plan.importer.ways.buttons[Way.NEW].click()
    qtbot.waitUntil(lambda: "sheet.approval_stays" in told(plan), timeout=10_000)
    assert current(room, show) == approved


def test_put_in_place_of_takes_an_earlier_version_as_it_is(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path
) -> None:
    path = write_file(tmp_path / "旧的.xlsx", export_xlsx(show, room.store.shows.load(show.id)[1]))
    written_on(room, show)
    read(qtbot, plan, path, show)
    plan.importer.ways.buttons[Way.OVERRIDE].click()
    qtbot.waitUntil(lambda: len(plan.importer.changes.model.lines) == 1)
    assert plan.importer.changes.model.lines[0].key == show.segments[2].id


def test_what_was_changed_on_both_sides_is_not_ticked_and_says_why(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path
) -> None:
    revision = room.store.shows.load(show.id)[1]
    exported = tmp_path / "改过.xlsx"
    exported.write_bytes(export_xlsx(show, revision))
    edited = _edited(exported, show.segments[2].script, "别人写的词")
    written_on(room, show)
    (line,) = read(qtbot, plan, edited, show)
    assert line.cells[0].text == "☐"
    assert "changed here too" in line.cells[4].text
    assert "别人写的词" in line.cells[4].tip


def test_what_was_taken_away_here_and_changed_in_the_file_says_so(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path
) -> None:
    revision = room.store.shows.load(show.id)[1]
    exported = tmp_path / "改过.xlsx"
    exported.write_bytes(export_xlsx(show, revision))
    edited = _edited(exported, show.segments[2].script, "别人写的词")
    gone = RemoveSegment(show.segments[2].id)
    room.store.shows.edit(show.id, gone, base=revision, by="策划", at_ms=1)
    lines = read(qtbot, plan, edited, show)
    (line,) = (line for line in lines if line.cells[1].text == "Added")
    assert line.cells[0].text == "☐"
    assert "taken away here" in line.cells[4].text


def _edited(path: Path, before: Script, words: str) -> Path:
    """The workbook as a person saves it from a spreadsheet program: one cell other, the properties carried along."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet = book.worksheets[0]
    first = before.lines[0].text[:6]
    cell = next(cell for row in sheet.iter_rows() for cell in row if first and first in str(cell.value or ""))
    cell.value = words
    book.save(path)
    return path


@pytest.mark.parametrize("how", ["none", "another", "unknown"])
def test_without_the_version_nothing_that_empties_words_is_ticked(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path, how: str
) -> None:
    """No word of it in the file, a show of the same number that is another, a revision that is not here."""
    first, *rest = show.segments
    older = replace(show, segments=(replace(first, script=Script(), scene="别的画面"), *rest))
    revision = {"none": 0, "another": 1, "unknown": 99}[how]
    path = write_file(tmp_path / "旧的.xlsx", export_xlsx(older, revision))
    (line,) = read(qtbot, plan, path, show)
    assert (line.key, line.cells[0].text) == (first.id, "☐")
    assert "leaves empty" in line.cells[4].text
    assert "not known" in plan.importer._state.text()


def test_another_day_is_shown_and_the_banner_has_the_new_title(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path
) -> None:
    later = WallTime(show.planned_start.local + timedelta(days=7))
    end = None if show.hard_end is None else WallTime(show.hard_end.local + timedelta(days=7))
    plain = tuple(replace(item, hard_start=None, count_to=None) for item in show.segments)
    other = replace(show, title="返场专场", planned_start=later, hard_end=end, segments=plain)
    path = write_file(tmp_path / "返场.xlsx", export_xlsx(other, 0))
    lines = {line.key: line for line in read(qtbot, plan, path, show)}
    before, after = show.planned_start.local.date().isoformat(), later.local.date().isoformat()
    for key in ("planned_start", "hard_end"):
        assert before in lines[key].cells[4].text
        assert after in lines[key].cells[4].text
    kept: list[tuple[str, str]] = []
    plan.importer.kept.connect(lambda show_id, title: kept.append((show_id, title)))
    plan.importer.keep.click()
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == [(show.id, "返场专场")]
    assert current(room, show).title == "返场专场"
