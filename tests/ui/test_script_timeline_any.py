"""Any show, at any zoom, live or not, under any gesture: the timeline draws it and asks for what can be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from timeline_room import CTRL, LEFT, NONE, WIDTH, furnished

from livedesk.domain.clock import WallTime
from livedesk.domain.commands import Go, GoLive
from livedesk.domain.edits import ReplaceSegment, apply
from livedesk.domain.rundown import EndMode, Group, SegmentKind, Show
from livedesk.domain.timetable import plan
from livedesk.ui.theme import Theme
from livedesk.ui.workspaces.script.timeline_moves import DurationDragged, OrderDragged
from tests.unit.shows import Desk, segment, show

START = datetime(2026, 11, 25, 22, 30)  # noqa: DTZ001 (a wall time of the show's zone)
minutes = st.one_of(st.none(), st.integers(-200, 600), st.just(400_000))
rows = st.tuples(
    st.sampled_from(list(SegmentKind)),
    st.sampled_from([0, 1_000, 5_000, 61_500, 600_000, 90_000_000]),
    st.booleans(),
    minutes,
    minutes,
    st.sampled_from(["", "g1", "g2"]),
    st.sampled_from(["", "x", "主推神经酰胺修护霜五十毫升", "👩‍👩‍👧 <b>一家</b>"]),
)


def _wall(after: int | None) -> WallTime | None:
    return None if after is None else WallTime(START + timedelta(minutes=after))


@st.composite
def shows(draw: st.DrawFn) -> Show:
    items = []
    for number, (kind, length, skipped, hard, count, group, title) in enumerate(draw(st.lists(rows, max_size=25))):
        mode = EndMode.COUNT_TO if count is not None else EndMode.MANUAL
        made = segment(number, 0, skipped=skipped, hard_start=_wall(hard), group_id=group, end_mode=mode)
        items.append(replace(made, kind=kind, duration_ms=length, count_to=_wall(count), title=title))
    made = show("2026-11-25 22:30", *items)
    return replace(made, groups=(Group("g1", "一"), Group("g2", "二")), hard_end=_wall(draw(minutes)))


gestures = st.lists(st.tuples(st.integers(0, 6), st.integers(-9, WIDTH + 9), st.integers(0, 120)), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(shows(), st.booleans(), gestures)
def test_any_show_is_drawn_and_asked_of(
    qtbot: QtBot, theme: Theme, family: str, document: Show, live: bool, doings: list[tuple[int, int, int]]
) -> None:
    room = furnished(theme, family)
    qtbot.addWidget(room.timeline)
    room.give(document)
    airable = sum(not item.skipped for item in document.segments)
    if live and airable:
        desk = Desk(document, plan(document).start - 60_000)
        desk.do(GoLive())
        if airable > 1:
            desk.after(90_000).do(Go()).after(45_000)
        room.timeline.set_timetable(desk.table)
    canvas = room.canvas
    canvas.grab()
    for what, x, y in doings:
        point = QPoint(x, y)
        match what:
            case 0:
                room.timeline.zoom_by(1.0 + y / 4, x)
            case 1:
                canvas.pan(x - WIDTH // 2)
            case 2:
                QTest.mousePress(canvas, LEFT, NONE, point)
            case 3:
                QTest.mouseMove(canvas, point)
            case 4:
                QTest.mouseRelease(canvas, LEFT, NONE, point)
            case 5:
                QTest.mouseClick(canvas, LEFT, CTRL, point)
            case _:
                QTest.keyClick(canvas, Qt.Key.Key_Right if x % 2 else Qt.Key.Key_Left, CTRL if y % 2 else NONE)
        canvas.grab()
        found = canvas.hit_at(x, y)
        assert canvas.told(found) is not None
    room.timeline.map.grab()
    for asked in room.asked.lengthened:
        _possible(document, asked)
    for order in room.asked.moved:
        _orderly(document, order)
    room.timeline.close()
    QApplication.processEvents()


def _possible(document: Show, asked: DurationDragged) -> None:
    target = document.segment(asked.segment_id)
    assert target is not None
    assert not target.skipped
    assert target.kind is not SegmentKind.MILESTONE
    changed, _ = apply(document, ReplaceSegment(replace(target, duration_ms=asked.duration_ms)))
    assert changed != document


def _orderly(document: Show, order: OrderDragged) -> None:
    ids = [item.id for item in document.segments]
    assert set(order.ids) <= set(ids)
    assert order.before_id == "" or (order.before_id in ids and order.before_id not in order.ids)
