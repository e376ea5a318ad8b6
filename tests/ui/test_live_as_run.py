"""The as-run log as a table: its columns, how it grows, and how it follows its end."""

from __future__ import annotations

from dataclasses import replace

from bare_desk import Desk
from live_room import K, Room, settle
from live_show import MID_T, Journal, mid_show
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from livedesk.domain.desk_layout import Role
from livedesk.domain.events import Entry, Held, ManualInObs, Taken, TakeReported, TakeResult
from livedesk.domain.events_desk import MomentKind, MomentMarked, MomentNoted
from livedesk.services.session.snapshot import Journalled
from livedesk.ui.widgets.table import TOOL_TIP
from livedesk.ui.workspaces.live.as_run_panel import AsRunPanel
from livedesk.ui.workspaces.live.as_run_table import AsRunTable

COLUMNS = [
    "No.", "Segment", "Rev.", "Planned", "Requested", "Confirmed", "Ended", "Run ms", "Scene", "Who", "Result", "Note",
]  # fmt: skip


def texts(table: AsRunTable, row: int) -> dict[str, str]:
    """A row by its headings."""
    heads = [table.headerData(at, Qt.Orientation.Horizontal) for at in range(table.columnCount())]
    return dict(zip(heads, (str(table.index(row, at).data()) for at in range(table.columnCount())), strict=True))


def test_a_take_fills_its_columns_as_it_goes(desk: Desk, qtbot: QtBot) -> None:
    table = AsRunTable(desk.context.theme, desk.context.family)
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.restart("Asia/Shanghai")
    journal = mid_show()
    table.add(journal.entries)
    assert list(texts(table, 0)) == COLUMNS
    journal.take(MID_T, 5, None)
    with qtbot.waitSignal(table.rowsInserted):
        table.add(journal.entries[-1:])
    last = table.rowCount() - 1
    told = texts(table, last)
    assert told["Segment"] == "05 限时秒杀 · 修护霜 300 件"
    assert (told["Scene"], told["Who"], told["Rev."], told["Note"]) == ("秒杀倒计时", "导播", "1", "GO")
    assert (told["Planned"], told["Requested"]) == ("20:22:00", "20:20:36.000")
    assert (told["Confirmed"], told["Ended"], told["Result"]) == ("", "", "")
    assert table.index(last, 4).data(TOOL_TIP) == "2026-11-25T12:20:36+00:00"

    journal.add(MID_T + 42, TakeReported(journal.airing, TakeResult.CONFIRMED, 42.0))
    with qtbot.waitSignal(table.dataChanged):
        table.add(journal.entries[-1:])
    told = texts(table, last)
    assert (told["Confirmed"], told["Result"], told["Note"]) == ("20:20:36.042", "confirmed", "GO · 42 ms")
    journal.take(MID_T + 60_000, 6, TakeResult.WITHHELD, "scene_missing")
    table.add(journal.entries[-2:])
    assert texts(table, last)["Ended"] == "20:21:36.000"
    told = texts(table, last + 1)
    assert told["Result"] == "▲ withheld"
    assert told["Note"] == "GO · not sent: OBS has no such scene"
    del tester


def test_what_is_no_take_is_told_in_its_sentence(desk: Desk) -> None:
    table = AsRunTable(desk.context.theme, desk.context.family)
    journal = mid_show()
    journal.add(MID_T, ManualInObs("双机位"), "OBS")
    journal.add(MID_T + 5, MomentMarked(1, MomentKind.MOMENT, "", None, 4, "主推", "商品特写", ""))
    journal.add(MID_T + 9, MomentNoted(1, "口误"))
    table.add(journal.entries)
    rows = [texts(table, row) for row in range(table.rowCount())]
    manual = next(row for row in rows if row["Result"] == "manual in OBS")
    assert (manual["Scene"], manual["Note"]) == ("双机位", "Switched inside OBS: 双机位")
    assert rows[-1]["Note"].endswith("口误")
    assert "抢" not in rows[0]["Note"]
    assert all(row["Note"] for row in rows)


def test_a_long_run_costs_what_is_seen_of_it(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    journal.take(MID_T, 5)
    taken = journal.entries[-2].event
    assert isinstance(taken, Taken)

    def take(t_ms: int) -> list[Entry]:
        journal.airing += 1
        journal.add(t_ms, replace(taken, airing=journal.airing, take=journal.airing))
        journal.add(t_ms + 9, TakeReported(journal.airing, TakeResult.CONFIRMED, 9.0))
        return journal.entries[-2:]

    while len(journal.entries) < 20_000:
        take(MID_T + 10 * len(journal.entries))
    room.show(mid_show())
    room.desk.context.actions.trigger("role_crew")
    settle()
    table = room.desk.log.table
    resets, inserts = [], []
    table.modelReset.connect(lambda: resets.append(1))
    table.rowsInserted.connect(lambda _parent, first, last: inserts.append(last - first + 1))
    table.add(journal.entries)
    settle()
    assert table.rowCount() > 10_000
    assert inserts == [table.rowCount()], "told of at once"
    for step in range(20):
        table.add(take(MID_T + 900_000 + step))
        settle()
    assert inserts[1:] == [1] * 20
    assert not resets
    assert len(table._made) < 200, "what nobody sees is not put into words"


def test_it_follows_its_end_unless_it_was_scrolled(room: Room, qtbot: QtBot) -> None:
    journal = grown(mid_show())
    room.services.runs.journal = list(journal.entries)
    room.show(journal)
    room.desk.context.actions.trigger("role_crew")
    settle()
    panel = room.desk.panels.widgets["as_run"]
    assert isinstance(panel, AsRunPanel)
    view = panel.view
    assert view is not None
    qtbot.waitUntil(lambda: room.desk.log.table.rowCount() > 50)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: 0 < bar.maximum() == bar.value())
    more(room, journal)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert view.indexAt(view.viewport().rect().bottomLeft()).row() in (-1, room.desk.log.table.rowCount() - 1)

    bar.setValue(100)
    assert "End" in panel.facts.text()
    more(room, journal)
    settle()
    assert bar.value() == 100, "who reads further up is left there"
    QTest.keyClick(view, K.Key_End)
    assert bar.value() == bar.maximum()
    assert "End" not in panel.facts.text()
    more(room, journal)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())


def grown(journal: Journal) -> Journal:
    """The journal with fifty more takes."""
    for step in range(50):
        journal.take(MID_T + 1_000 * step, 1 + step % 16)
    return journal


def more(room: Room, journal: Journal) -> None:
    """Ten more rows come."""
    added = [journal.add(MID_T + 90_000, Held(4)) for _ in range(10)]
    room.context_desk.publish(Journalled(1, tuple(replace(entry) for entry in added)))


def test_every_layout_can_have_it_in_a_window(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    for role in Role:
        room.desk.context.actions.trigger(f"role_{role.value}")
        settle()
        room.desk.context.actions.trigger("panels")
        menu = room.desk.findChildren(QMenu)[-1]
        assert "float:as_run" in [action.data() for action in menu.actions()], role
        menu.close()
    settle()
    layouts = room.desk.layouts
    layouts.choose(Role.HOST)
    layouts.float_("as_run", True)
    settle()
    room.show(journal, MID_T + 1_000)
    panel = room.desk.panels.widgets["as_run"]
    assert panel.isVisible()
    assert panel.window() is layouts.windows["as_run"]
    assert isinstance(panel, AsRunPanel)
    assert panel.view is not None
    for width in (1_400, 600):
        layouts.windows["as_run"].resize(width, 400)
        settle()
        note = panel.view.columnWidth(panel.view.model().columnCount() - 1)
        assert note >= 240, "a sentence can be read, however narrow the window is"
        assert (panel.view.horizontalScrollBar().maximum() > 0) is (width == 600)
    layouts.float_("as_run", False)
    settle()
    assert not panel.isVisible()
