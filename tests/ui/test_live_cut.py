"""The hard time that presses is in sight wherever the rundown has been scrolled to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from live_room import Room
from live_show import MID_T, mid_show

from livedesk.domain.clock import MINUTE
from livedesk.ui.theme import LABEL
from livedesk.ui.widgets import paint


def test_the_program_says_by_when_it_must_be_cut(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    view = room.desk._view
    assert view is not None
    assert view.table.must_cut_by is not None, "the sample show has a fixed start to come"
    program = room.desk.center.monitors.program
    assert "cut by" in program._corner
    assert "spare" in program._corner
    on_air = view.on_air
    assert on_air is not None
    segments = tuple(
        replace(item, duration_ms=300 * MINUTE) if item.id == on_air.id else item for item in journal.show.segments
    )
    journal.show = replace(journal.show, segments=segments)
    late = MID_T + 40 * MINUTE
    room.show(journal, late)
    assert program._corner.startswith("▲"), program._corner
    assert "short" in program._corner


def test_where_the_rundown_is_narrow_the_row_on_air_keeps_its_clock_and_what_is_spare(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    cut: list[str] = []
    draw = paint.text

    def keep(painter: Any, rect: Any, words: str, *rest: Any, **named: Any) -> None:
        drawn.append(words)
        clock = words.partition(" · ")
        if " / " in clock[0] and paint.width(clock[0] + (" · …" if clock[2] else ""), LABEL) > rect.width():
            cut.append(words)
        draw(painter, rect, words, *rest, **named)

    monkeypatch.setattr(paint, "text", keep)
    room.show(mid_show())
    rows = room.desk.rundown.view

    def said(width: int) -> list[str]:
        drawn.clear()
        rows.resize(width, rows.height())
        rows.viewport().grab()
        return [words for words in drawn if "to spare" in words]

    (whole,) = said(480)
    (short,) = said(290)
    assert whole.startswith("cut by")
    assert whole.endswith(f"({short})")
    for width in range(280, 480, 5):
        said(width)
    assert cut == []
