"""Which rows of the script page's list are painted anew after an edit of a length."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from livedesk.domain.clock import MINUTE, WallTime
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.domain.timetable import plan
from livedesk.ui.models.script_rows import ScriptRows
from livedesk.ui.workspaces.script.band import planned
from livedesk.ui.workspaces.script.words import called

EIGHT = WallTime(datetime(2026, 11, 25, 20))  # noqa: DTZ001 (a wall time of the show's zone)
HALF = WallTime(datetime(2026, 11, 25, 20, 30))  # noqa: DTZ001 (likewise)


def rows_told(model: ScriptRows, show: Show) -> set[int]:
    """The rows that the model says have changed with another form of the show."""
    told: set[int] = set()

    def tell(first: QModelIndex, last: QModelIndex) -> None:
        told.update(range(first.row(), last.row() + 1))

    model.dataChanged.connect(tell)
    model.set_show(show)
    model.set_timetable(planned(plan(show)))
    model.dataChanged.disconnect(tell)
    return told


def test_a_length_tells_of_its_row_and_of_the_fixed_time_behind_it(qtbot: QtBot) -> None:
    rows = [Segment(f"s{at}", f"第 {at} 项", SegmentKind.TALK, 2 * MINUTE) for at in range(8)]
    rows[6] = replace(rows[6], hard_start=HALF)
    show = Show("show", "夜场", "Asia/Shanghai", EIGHT, segments=tuple(rows))
    model = ScriptRows("备播", called=called)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_show(show)
    model.set_timetable(planned(plan(show)))
    rows[1] = replace(rows[1], duration_ms=3 * MINUTE)
    longer = replace(show, segments=tuple(rows))
    assert rows_told(model, longer) == {1, 6}
    assert model.cell(6) is not None
    assert rows_told(model, replace(longer, segments=(*rows[:7], replace(rows[7], title="改")))) == {7}
