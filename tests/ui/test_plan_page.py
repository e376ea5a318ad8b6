"""The plan workspace: the list of shows, and a sheet that is shown row by row before it is kept."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from model_signals import Checked
from pages_desk import (
    SHEET,
    Pages,
    evening,
    keep_run,
    keep_sample,
    sample_preview,
    told,
)
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from livedesk.domain.errors import UserError
from livedesk.services.importers.preview import ImportPreview
from livedesk.ui.actions import Category
from livedesk.ui.context import SheetAnswers
from livedesk.ui.workspaces.plan.answers import read_date, read_time
from livedesk.ui.workspaces.plan.page import PlanPage

HEAD = "时间段,环节,商品,话术,画面/场景\n"
GOOD = HEAD + "20:00-20:05,开场问候,,大家好,开场全景\n20:05-20:15,讲品 精华,精华,话术,主播近景\n"
BAD = HEAD + "20:00-20:05,开场问候,,大家好,开场全景\n19:00-19:10,讲品 精华,精华,话术,主播近景\n"


@pytest.fixture
def plan(qtbot: QtBot, pages: Pages) -> PlanPage:
    """The page as it comes to the front."""
    page = PlanPage(pages.context)
    qtbot.addWidget(page)
    page.resize(1278, 656)
    page.show()
    page.on_shown()
    return page


def _write(folder: Path, text: str, name: str = "精华专场.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _texts(page: PlanPage, row: int) -> list[str]:
    return [cell.text for cell in page.importer.model.lines[row].cells]


def test_without_a_show_it_says_what_to_do_first(qtbot: QtBot, plan: PlanPage) -> None:
    qtbot.waitUntil(lambda: plan.shows.first.isVisible())
    assert not plan.shows.open.isVisible()
    plan.shows.first.click()
    dialog = plan.findChild(QFileDialog)
    assert dialog is not None
    assert not dialog.isModal(), "the show can be run beside it"
    dialog.close()


def test_the_shows_are_listed_with_start_and_state(qtbot: QtBot, pages: Pages, plan: PlanPage) -> None:
    show = keep_sample(pages.store)
    plan.refresh()
    qtbot.waitUntil(lambda: plan.shows.model.rowCount() == 1)
    assert plan.shows.model.rows[0].text == "秋冬护肤专场, 2026-11-25 20:00, Planned"
    keep_run(pages.store, evening(show))
    plan.refresh()
    qtbot.waitUntil(lambda: "Aired" in plan.shows.model.rows[0].text)


@pytest.mark.parametrize("way", ["button", "enter", "double click"])
def test_a_show_is_opened_and_the_desk_comes_to_the_front(
    qtbot: QtBot,
    pages: Pages,
    plan: PlanPage,
    way: str,
) -> None:
    shown = pages.context.actions.add("show_live", "Live", category=Category.VIEW)
    seen: list[bool] = []
    shown.triggered.connect(lambda: seen.append(True))
    show = keep_sample(pages.store)
    plan.refresh()
    qtbot.waitUntil(lambda: plan.shows.model.rowCount() == 1)
    view = plan.shows.list
    if way == "button":
        plan.shows.open.click()
    elif way == "enter":
        QTest.keyClick(view, Qt.Key.Key_Return)
    else:
        where = view.visualRect(view.currentIndex()).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(lambda: bool(seen))
    assert pages.services.opened == [show.id]


def test_the_show_on_the_desk_is_marked_and_not_opened_again(qtbot: QtBot, pages: Pages, plan: PlanPage) -> None:
    show = keep_sample(pages.store)
    plan.refresh()
    qtbot.waitUntil(lambda: plan.shows.model.rowCount() == 1)
    plan.on_snapshot(told(show, evening(show, until=0)))
    assert plan.shows.model.rows[0].on_desk
    asked: list[bool] = []
    plan.shows.live.connect(lambda: asked.append(True))
    assert plan.shows.open.text() == "Go to the desk"
    plan.shows.open.click()
    QTest.keyClick(plan.shows.list, Qt.Key.Key_Return)
    assert (asked, pages.services.opened) == ([True, True], [])


def test_a_show_whose_run_is_over_is_opened_again(qtbot: QtBot, pages: Pages, plan: PlanPage) -> None:
    show = keep_sample(pages.store)
    plan.refresh()
    qtbot.waitUntil(lambda: plan.shows.model.rowCount() == 1)
    plan.on_snapshot(told(show, evening(show, until=2)))
    assert plan.shows.open.text() == "Go to the desk", "on air"
    plan.on_snapshot(told(show, evening(show)))
    assert plan.shows.model.rows[0].on_desk
    assert plan.shows.open.isEnabled()
    aired = replace(pages.services.shows.summaries()[0], state="aired")
    plan.shows.show_shows([aired])
    assert plan.shows.open.text() == "Open for a new run"
    plan.shows.open.click()
    qtbot.waitUntil(lambda: pages.services.opened == [show.id])


def test_a_refused_opening_is_told_in_place(qtbot: QtBot, pages: Pages, plan: PlanPage) -> None:
    keep_sample(pages.store)
    pages.services.refusal = UserError("run.on_air_elsewhere", title="夏日专场")
    plan.refresh()
    qtbot.waitUntil(lambda: plan.shows.model.rowCount() == 1)
    plan.shows.open.click()
    qtbot.waitUntil(lambda: plan.banners.banner("plan") is not None)
    banner = plan.banners.banner("plan")
    assert banner is not None
    assert "夏日专场" in banner.words.text()


def test_a_list_that_cannot_be_read_yet_says_so_until_it_can(
    qtbot: QtBot, pages: Pages, plan: PlanPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def loading(_: object) -> None:
        raise UserError("services.loading")

    qtbot.waitUntil(lambda: plan.shows.findChild(QPushButton, "choose-first").isVisible())
    with monkeypatch.context() as patch:
        patch.setattr(type(pages.services), "shows", property(loading))
        plan.refresh()
        qtbot.waitUntil(lambda: plan.banners.keys == ("unread",))
    plan.refresh()
    qtbot.waitUntil(lambda: plan.banners.keys == ())


def test_a_sheet_whose_show_is_there_already_says_so(qtbot: QtBot, pages: Pages, plan: PlanPage) -> None:
    keep_sample(pages.store)
    plan.read(SHEET)
    qtbot.waitUntil(lambda: plan.importer.keep.isEnabled(), timeout=10_000)
    (row,) = plan.importer.problems.problems.rows
    assert "2026-11-25 20:00" in row.words
    assert not row.error
    assert "warnings (1)" in plan.importer._state.text()


def test_a_sheet_is_shown_row_by_row_and_kept_only_when_asked(
    qtbot: QtBot,
    pages: Pages,
    plan: PlanPage,
    checked: Checked,
) -> None:
    checked(plan.importer.model)
    plan.read(SHEET)
    qtbot.waitUntil(lambda: plan.importer.keep.isEnabled(), timeout=10_000)
    rows = [line for line in plan.importer.model.lines if line.cells[0].text == "流程单"]
    kinds = [line.cells[2].text for line in rows]
    counts = sample_preview().counts
    assert kinds[:4] == ["Title row", "Title row", "Headings", "Segment · opening"]
    assert kinds.count("Standby") == counts["standby"]
    noon = next(line for line in rows if "整点福袋" in line.cells[5].text)
    assert (noon.cells[3].text, noon.cells[3].tone, noon.cells[8].text) == ("21:00", "next", "fixed start")
    shown = plan.importer._counts.text()
    assert shown.startswith(f"segments: {counts['segments']} · groups: {counts['groups']} · standby plans: ")
    assert shown.endswith(f" · checks: {counts['checks']}")
    assert plan.importer.form.fields["date"].text() == "2026-11-25"
    assert not plan.importer.side.isVisible(), "there is no problem to show"
    assert pages.store.shows.summaries() == (), "nothing is kept by looking"
    plan.importer.keep.click()
    qtbot.waitUntil(lambda: plan.shows.model.rowCount() == 1)
    assert len(pages.store.shows.summaries()) == 1
    opening = plan.findChild(QPushButton, "open-kept")
    assert opening is not None
    opening.click()
    kept = pages.store.shows.summaries()[0].show_id
    qtbot.waitUntil(lambda: pages.services.opened == [kept])


def test_errors_have_row_column_and_reason_and_nothing_can_be_kept(
    qtbot: QtBot,
    plan: PlanPage,
    tmp_path: Path,
) -> None:
    plan.read(_write(tmp_path, BAD))
    importer = plan.importer
    qtbot.waitUntil(lambda: importer.problems.problems.rowCount() > 0)
    problem = importer.problems.problems.rows[0]
    assert problem.error
    assert problem.place == "row 3 · A 时间段"
    assert "19:00" in problem.words
    line = importer.model.lines[2]
    assert line.ground == "warn"
    assert line.cells[2].text.startswith("▲")
    assert not importer.keep.isEnabled()
    importer.keep.click()
    importer.problems.clicked.emit(importer.problems.problems.index(0, 0))
    assert importer.table.currentIndex().row() == 2


def test_what_the_sheet_leaves_out_is_asked_for_and_read_again(
    qtbot: QtBot,
    pages: Pages,
    plan: PlanPage,
    tmp_path: Path,
) -> None:
    plan.read(_write(tmp_path, GOOD))
    importer = plan.importer
    date_field, host = importer.form.fields["date"], importer.form.fields["host"]
    qtbot.waitUntil(lambda: date_field.property("bad") == "true")
    assert not importer.keep.isEnabled()
    QTest.keyClicks(date_field, "25 Nov")
    QTest.keyClick(date_field, Qt.Key.Key_Return)
    assert "2026-11-25" in importer.form._notes["date"].text(), "it says how to write it"
    date_field.clear()
    QTest.keyClicks(date_field, "2026/11/25")
    QTest.keyClick(date_field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: importer.keep.isEnabled())
    host.insert("主播一")
    QTest.keyClick(host, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: importer.preview is not None and "host" not in importer.preview.asks)
    qtbot.waitUntil(lambda: importer.keep.isEnabled())
    importer.keep.click()
    qtbot.waitUntil(lambda: bool(pages.store.shows.summaries()))
    show, _ = pages.store.shows.load(pages.store.shows.summaries()[0].show_id)
    assert (show.host, show.planned_start.local.date()) == ("主播一", date(2026, 11, 25))


def test_a_file_that_cannot_be_read_says_why(qtbot: QtBot, plan: PlanPage, tmp_path: Path) -> None:
    plan.read(tmp_path / "没有.xlsx")
    qtbot.waitUntil(lambda: "没有.xlsx" in plan.importer._told.text())
    assert plan.importer.pages.currentIndex() == 1
    assert not plan.importer.keep.isEnabled()
    plan.importer.leave.click()
    assert plan.pages.currentIndex() == 0


def test_a_slow_reading_says_so_after_a_moment_and_a_late_answer_is_dropped(
    qtbot: QtBot,
    pages: Pages,
    plan: PlanPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real, gate = pages.services.preview_sheet, threading.Event()

    def slow(path: Path, answers: SheetAnswers) -> ImportPreview:
        if path.name.startswith("慢"):
            assert gate.wait(10)
        return real(path, answers)

    monkeypatch.setattr(pages.services, "preview_sheet", slow)
    plan.read(_write(tmp_path, BAD, "慢.csv"))
    assert plan.importer._told.text() == ""
    qtbot.waitUntil(lambda: "慢.csv" in plan.importer._told.text())
    plan.read(_write(tmp_path, GOOD))
    qtbot.waitUntil(lambda: plan.importer.model.rowCount() == 3)
    gate.set()
    pages.context.background.close()
    QApplication.processEvents()
    assert plan.importer.preview is not None
    assert plan.importer.preview.file == "精华专场.csv"


def test_a_dropped_sheet_is_read_and_anything_else_is_left(qtbot: QtBot, plan: PlanPage, tmp_path: Path) -> None:
    for path, taken in ((tmp_path / "bild.png", False), (_write(tmp_path, GOOD), True)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        event = QDropEvent(
            QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        plan.dropEvent(event)
        assert (plan.pages.currentIndex() == 1) is taken
    qtbot.waitUntil(lambda: plan.importer.model.rowCount() == 3)


@pytest.mark.parametrize("text", ["2026-11-25", "2026/11/25", "20261125", "2026年11月25日", " 2026.11.25 "])
def test_dates_are_read_as_people_write_them(text: str) -> None:
    assert read_date(text) == date(2026, 11, 25)


@pytest.mark.parametrize("text", ["", "11-25", "2026-13-01", "2026-02-30", "tomorrow"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("20:00", time(20)), ("9：30", time(9, 30)), ("24:00", None), ("8pm", None)]
)
def test_times_are_read_as_people_write_them(text: str, expected: time | None) -> None:
    assert read_time(text) == expected
