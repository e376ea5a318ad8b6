"""Better durations on the Review page: compared with the plan, left out line by line, taken over as one step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bare_desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from livedesk.domain import commands as c
from livedesk.domain.clock import MINUTE
from livedesk.domain.edits import Edit, RemoveSegment, SetApproval
from livedesk.domain.errors import UserError
from livedesk.domain.events import RunKind
from livedesk.domain.rundown import Approval, Show
from livedesk.services.session.snapshot import DocumentSnapshot
from livedesk.store.store import Store
from livedesk.ui.workspaces.review.compare_panel import ComparePanel
from livedesk.ui.workspaces.review.page import ReviewPage
from tests.unit import shows as made
from tests.unit.shows import at, segment, show, wall

START = "2026-11-25 20:00"
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Services:
    """The store's documents, and edits on them as the program makes them."""

    def __init__(self, store: Store, post: Any) -> None:
        self.store, self.post = store, post
        self.shows, self.runs, self.feeds = store.shows, store.runs, store.feeds
        self.data_folder = store.folder.root

    def document(self, show_id: str) -> DocumentSnapshot:
        return DocumentSnapshot(*self.store.shows.load(show_id))

    def edit(self, show_id: str, edit: Edit, base: int, own: frozenset[int] = frozenset()) -> DocumentSnapshot:
        done = self.store.writer.submit(
            lambda: self.store.shows.edit(show_id, edit, base=base, by="导播", at_ms=0)
        )
        changed: Any = done.result(10)
        told = DocumentSnapshot(*changed)
        self.post(told)
        return told


def evening(document: Show, kind: RunKind = RunKind.REHEARSAL) -> made.Desk:
    """7, 6 and 2 minutes where five are planned, and 5 of 5."""
    desk = made.Desk(document, at(START)).do(c.GoLive("导播", "试"))
    for minutes in (7, 6, 5):
        desk.after(minutes * MINUTE).do(c.Go())
    return desk.after(2 * MINUTE).do(c.EndShow())


def document() -> Show:
    hard = wall("2026-11-25 20:12")
    return show(START, segment(1, 5), segment(2, 5), segment(3, 5, hard_start=hard), segment(4, 5))


@pytest.fixture(name="room")
def durations_room(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[tuple[ReviewPage, Services]]:
    with Store.open(tmp_path / "data") as store:
        services = Services(store, desk.context.bridge.post)
        store.shows.add(document(), by="导播", at_ms=0)
        run_id = store.runs.create("show", RunKind.REHEARSAL, opened_ms=at(START))
        store.writer.append(run_id, evening(document()).entries, lambda _error: None)
        store.writer.submit(lambda: None).result(10)
        given: Any = services
        page = ReviewPage(replace(desk.context, services=given))
        qtbot.addWidget(page)
        page.resize(1278, 656)
        page.show()
        yield page, services
        desk.context.background.close()


def compared(qtbot: QtBot, page: ReviewPage) -> ComparePanel:
    """Led there as from the end of a rehearsal."""
    page.show_item("1")
    qtbot.waitUntil(lambda: page.report is not None and bool(page.report.compare.model.lines))
    assert page.report is not None
    return page.report.compare


def texts(panel: ComparePanel, row: int) -> list[str]:
    return [cell.text for cell in panel.model.lines[row].cells]


def boxes(panel: ComparePanel) -> list[Qt.CheckState | None]:
    role = Qt.ItemDataRole.CheckStateRole
    return [panel.model.data(panel.model.index(row, 0), role) for row in range(panel.model.rowCount())]


def test_a_run_is_compared_and_what_misses_no_fixed_time_is_chosen(
    qtbot: QtBot, room: tuple[ReviewPage, Services]
) -> None:
    panel = compared(qtbot, room[0])
    assert panel.isVisible()
    assert texts(panel, 0)[1:] == [
        "01", "segment 1", "05:00", "07:00", "+02:00", "", "", "aired", "05:00", "→ 07:00"
    ]  # fmt: skip
    assert texts(panel, 2)[-2:] == ["", ""]
    assert boxes(panel) == [CHECKED, UNCHECKED, None, CHECKED]
    assert panel.words.text().startswith("3 durations differ from the script, 2 are chosen")
    assert "ends at 20:19:00" in panel.words.text()
    assert panel.adopt.text() == "Take these durations over (2)"


def test_each_can_be_left_out_by_key_and_click_and_a_shortfall_is_told(
    qtbot: QtBot, room: tuple[ReviewPage, Services]
) -> None:
    panel = compared(qtbot, room[0])
    panel.view.setCurrentIndex(panel.model.index(1, 2))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert boxes(panel) == [CHECKED, CHECKED, None, CHECKED]
    assert panel.words.text() == "▲ With these 03 segment 3 comes 01:00 late to its fixed time: leave some out."
    spot = panel.view.visualRect(panel.model.index(0, 0)).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert boxes(panel) == [UNCHECKED, CHECKED, None, CHECKED]
    panel.view.setCurrentIndex(panel.model.index(2, 2))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert boxes(panel) == [UNCHECKED, CHECKED, None, CHECKED]


def test_the_chosen_ones_are_one_step_and_undone_as_one(qtbot: QtBot, room: tuple[ReviewPage, Services]) -> None:
    page, services = room
    panel = compared(qtbot, page)
    panel.adopt.click()
    qtbot.waitUntil(lambda: services.store.shows.load("show")[1] == 2)
    changed, _ = services.store.shows.load("show")
    assert [item.duration_ms // MINUTE for item in changed.segments] == [7, 5, 5, 2]
    qtbot.waitUntil(lambda: boxes(panel) == [None, UNCHECKED, None, None])
    undone = services.store.writer.submit(lambda: services.store.shows.undo("show", by="导播", at_ms=0))
    undone.result(10)
    assert services.store.shows.load("show")[0] == document()


def test_a_locked_script_says_why_nothing_is_taken_over(qtbot: QtBot, room: tuple[ReviewPage, Services]) -> None:
    page, services = room
    services.edit("show", SetApproval(Approval.LOCKED), 1)
    panel = compared(qtbot, page)
    assert not panel.adopt.isEnabled()
    assert panel.adopt.toolTip() == panel.words.text().removeprefix("▲ ") != ""
    assert services.store.shows.load("show")[1] == 2


def test_a_segment_that_went_meanwhile_is_refused_with_why(
    qtbot: QtBot, room: tuple[ReviewPage, Services], monkeypatch: pytest.MonkeyPatch
) -> None:
    page, services = room
    panel = compared(qtbot, page)

    def gone(*_: object) -> DocumentSnapshot:
        raise UserError("edit.missing", id="s1")

    monkeypatch.setattr(services, "edit", gone)
    panel.adopt.click()
    qtbot.waitUntil(lambda: panel.words.text().startswith("▲ "))
    assert panel.adopt.isEnabled()


def test_the_show_is_compared_anew_when_it_changes(qtbot: QtBot, room: tuple[ReviewPage, Services]) -> None:
    page, services = room
    panel = compared(qtbot, page)
    services.edit("show", RemoveSegment("s1"), 1)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: texts(panel, 3)[1:3] == ["—", "segment 1"])
    assert boxes(panel)[3] is None


def test_where_all_is_as_planned_there_is_nothing_to_offer(
    qtbot: QtBot, room: tuple[ReviewPage, Services]
) -> None:
    page, _ = room
    desk = made.Desk(document(), at(START)).do(c.GoLive("导播", "试"))
    for _ in range(3):
        desk.after(5 * MINUTE).do(c.Go())
    desk.after(5 * MINUTE).do(c.EndShow())
    panel = compared(qtbot, page)
    panel.show_run(tuple(desk.entries))
    qtbot.waitUntil(lambda: "nothing to offer" in panel.words.text())
    assert not panel.adopt.isEnabled()
    assert panel.adopt.toolTip() == "There is nothing to take over."
