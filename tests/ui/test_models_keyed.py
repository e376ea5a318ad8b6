"""The models of the desk's lists: precise signals, checked by Qt's own tester while they change."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from live_show import MID_T, mid_show, numbers, sample_show
from model_signals import Checked
from PySide6.QtCore import QModelIndex, Qt

from livedesk.domain.console import CueState, console
from livedesk.domain.edits import MoveProduct
from livedesk.domain.numbers import CommentLine
from livedesk.domain.timetable import schedule
from livedesk.ui.models.comments import CommentList, comment_rows
from livedesk.ui.models.console import CueList, cue_rows
from livedesk.ui.models.keyed import ROW, KeyedListModel
from livedesk.ui.models.log import LogList, LogRow
from livedesk.ui.models.products import ProductQueue, ProductState, product_rows
from livedesk.ui.models.promotions import PromotionState, promotion_rows


@dataclass(frozen=True)
class Item:
    """A row."""

    key: int
    text: str


KEYS = st.lists(st.integers(0, 12), unique=True, max_size=10)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(KEYS, min_size=2, max_size=5))
def test_rows_change_by_precise_steps(checked: Checked, orders: list[list[int]]) -> None:
    model: KeyedListModel[Item] = KeyedListModel()
    signals = checked(model)
    for turn, keys in enumerate(orders):
        rows = [Item(key, f"{key} {turn if key % 3 == 0 else 0}") for key in keys]
        model.set_rows(rows)
        assert list(model.rows) == rows
    assert ("reset",) not in signals.told


def test_equal_rows_say_nothing(checked: Checked) -> None:
    model: KeyedListModel[Item] = KeyedListModel()
    signals = checked(model)
    model.set_rows([Item(1, "a"), Item(2, "b")])
    model.set_rows([Item(1, "a"), Item(2, "b")])
    assert signals.told == [("insert", 0, 1)]
    model.set_rows([Item(1, "a"), Item(2, "c")])
    assert signals.told[1:] == [("change", 1, 1)]
    assert model.data(model.index(1, 0)) == "c"
    assert model.data(model.index(1, 0), ROW) == Item(2, "c")


def test_the_log_grows_on_top_and_joins_outcomes(checked: Checked) -> None:
    model = LogList()
    signals = checked(model)
    model.add(LogRow(1, 1_000, "text", "Took 01", take=1))
    model.add(LogRow(2, 2_000, "text", "Held"))
    model.add(LogRow(3, 3_000, "text", "Took 02", take=2))
    assert model.report(1, "9 ms", None)
    assert not model.report(7, "9 ms", None)
    assert [row.text for row in model.rows] == ["Took 02", "Held", "Took 01 · 9 ms"]
    assert signals.told == [("insert", 0, 0), ("insert", 0, 0), ("insert", 0, 0), ("change", 2, 2)]


def test_late_cues_rise_and_ticked_ones_sink(checked: Checked) -> None:
    journal = mid_show()
    model = CueList()
    signals = checked(model)

    def rows_at(t_ms: int) -> None:
        table = schedule(journal.show, journal.run, t_ms)
        model.set_rows(cue_rows(console(journal.show, journal.run, table), "s04", table.now))

    rows_at(MID_T)
    assert [(row.key, row.due.state) for row in model.rows][:2] == [("q1", CueState.LATE), ("q2", CueState.LATE)]
    assert model.rows[2].seconds == 54
    before = len(signals.told)
    rows_at(MID_T + 100)
    assert len(signals.told) == before, "within the same second nothing is told"
    rows_at(MID_T + 60_000)
    assert [row.key for row in model.rows][:3] == ["q1", "q2", "q3"]
    assert model.rows[2].due.state is CueState.LATE


def test_what_is_due_now_comes_before_what_was_left_undone() -> None:
    journal = mid_show()
    journal.take(MID_T, 5)
    table = schedule(journal.show, journal.run, MID_T + 5_000)
    rows = cue_rows(console(journal.show, journal.run, table), "s05", table.now)
    assert [row.key for row in rows][:3] == ["q4", "q1", "q2"]


def test_the_queue_says_how_products_stand() -> None:
    rows = product_rows(sample_show(), "p02", {"p01", "p02"}, {"p07": 86, "p06": 440, "p02": 412})
    states = {row.key: row.state for row in rows}
    assert states["p02"] is ProductState.ON_AIR
    assert states["p01"] is ProductState.DONE
    assert states["p07"] is ProductState.SOLD_OUT
    assert states["p06"] is ProductState.LOW
    assert states["p03"] is ProductState.QUEUED
    assert next(row.left for row in rows if row.key == "p02") == 388


@pytest.mark.parametrize(("row", "target"), [(0, 0), (2, 1), (7, 6), (-1, 6)])
def test_dragging_asks_for_a_move_and_moves_nothing(checked: Checked, row: int, target: int) -> None:
    model = ProductQueue()
    checked(model)
    model.set_rows(product_rows(sample_show(), "", (), {}))
    asked: list[MoveProduct] = []
    model.edited.connect(asked.append)
    before = [item.key for item in model.rows]
    dragged = model.index(1, 0) if row != 2 else model.index(0, 0)
    data = model.mimeData([dragged])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex())
    assert [item.key for item in model.rows] == before
    assert asked == [MoveProduct(before[dragged.row()], target)]


def test_promotions_run_wait_and_end() -> None:
    journal = mid_show()
    rows = promotion_rows(journal.show, journal.run, MID_T, {"r2"}, {"s05": 5})
    assert [(row.key, row.state) for row in rows] == [
        ("r1", PromotionState.RUNNING),
        ("r2", PromotionState.OVER),
    ]
    assert rows[0].seconds == 1758 - 1236


def test_equal_comments_are_two_rows(checked: Checked) -> None:
    model = CommentList()
    signals = checked(model)
    line = CommentLine(5, "a***", "想要")
    model.set_rows(comment_rows([line, line]))
    model.set_rows(comment_rows([line, line, CommentLine(6, "b***", "好")]))
    assert signals.told == [("insert", 0, 1), ("insert", 0, 0)]
    assert model.rows[0].line.text == "好"
    assert len(comment_rows(numbers(0).comments)) == 5
