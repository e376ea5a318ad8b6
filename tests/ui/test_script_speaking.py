"""How long the words take beside what is planned: over the text of a segment, and in every row of the rundown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from script_page_room import PageRoom, script_page_room, script_sample

from livedesk.domain import allocation, editing
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.pace import speech
from livedesk.domain.rundown import EndMode, Segment, SegmentKind, Show, Standby
from livedesk.domain.script import parse_script
from livedesk.ui.widgets import paint
from livedesk.ui.workspaces.script.rundown_delegate import ROW_HEIGHT
from livedesk.ui.workspaces.script.text_facts import Paces, told_of

__all__ = ["script_page_room", "script_sample"]

WORDS = parse_script("好" * 240)


@pytest.mark.parametrize(
    ("item", "planned_ms", "words", "warns"),
    [
        (Segment("s", "讲品", SegmentKind.PRODUCT, 2 * MINUTE), None, "≈ 01:00 of 02:00 planned", False),
        (Segment("s", "讲品", SegmentKind.PRODUCT, 58 * SECOND), None, "≈ 01:00 of 00:58 planned", False),
        (
            Segment("s", "讲品", SegmentKind.PRODUCT, 40 * SECOND),
            None,
            "▲ 01:00 of 00:40 planned, 00:20 over",
            True,
        ),
        (Segment("s", "开播", SegmentKind.MILESTONE, 0), None, "▲ 01:00 of 00:00 planned, 01:00 over", True),
        (Segment("s", "等", SegmentKind.TALK, 0, end_mode=EndMode.COUNT_TO), None, "≈ 01:00 to say", False),
        (
            Segment("s", "等", SegmentKind.TALK, 0, end_mode=EndMode.COUNT_TO),
            90 * SECOND,
            "≈ 01:00 of 01:30 planned",
            False,
        ),
        (Standby("b", "断播", "近景"), None, "≈ 01:00 to say", False),
        (Standby("b", "断播", "近景", duration_ms=MINUTE), None, "≈ 01:00 of 01:00 planned", False),
    ],
)
def test_the_head_says_both_times(
    item: Segment | Standby, planned_ms: int | None, words: str, warns: bool
) -> None:
    told = told_of(item, WORDS, "主播一", {}, Paces({"主播一": 4.0}), planned_ms)
    assert (told.words, told.warns) == (f"{words} · 240 characters at 4.0 a second", warns)


@dataclass(frozen=True)
class Drawn:
    """A text that was painted, in which place and colour, and whether all of it could be read."""

    words: str
    rect: QRect
    ink: QColor
    whole: bool


def drawn(room: PageRoom, monkeypatch: pytest.MonkeyPatch) -> list[Drawn]:
    """What the list paints."""
    seen: list[Drawn] = []
    text = paint.text

    def watch(painter: QPainter, rect: QRect, words: str, ink: QColor, px: int, **more: Any) -> None:
        whole = paint.width(words, px, bold=more.get("bold", False)) <= rect.width()
        seen.append(Drawn(words, QRect(rect), QColor(ink), whole))
        text(painter, rect, words, ink, px, **more)

    with monkeypatch.context() as patch:
        patch.setattr(paint, "text", watch)
        room.page.rundown.view.viewport().grab()
    return seen


def in_row(room: PageRoom, seen: list[Drawn], at: int) -> dict[str, Drawn]:
    """What stands in the row of a segment."""
    view = room.page.rundown.view
    row = view.visualRect(view.rows.index(view.rows.row_of(room.segment(at).id), 0))
    return {one.words: one for one in seen if row.contains(one.rect.center())}


def write(room: PageRoom, at: int, text: str) -> None:
    """Other words for a segment."""
    one = room.segment(at)
    assert room.page.document.do(editing.rewrite(one.id, one.script, parse_script(text)))


def settle(room: PageRoom) -> None:
    """Until what is computed is of what is shown."""
    room.wait(lambda: room.page.facts.settled)
    room.wait(lambda: room.page._computed is not None and room.page._computed.show is room.page.document.show)


def test_every_row_with_words_says_how_long_they_take(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.window.resize(1_366, 768)
    write(room, 0, "好" * 260)
    write(room, 1, "好" * 2_600)
    write(room, 2, "【动作】举牌")
    third = room.segment(3)
    room.page.document.do(editing.set_field(room.show, {third.id}, "duration_ms", 70 * MINUTE))
    write(room, 3, "好" * (26 * 10 * 62))
    settle(room)
    theme = room.context.theme
    seen = drawn(room, monkeypatch)
    fits, over, silent, long = (in_row(room, seen, at) for at in range(4))
    assert (fits["05:00"].whole, fits["≈01:00"].whole, fits["≈01:00"].ink) == (True, True, theme.color("dim"))
    assert fits["05:00"].rect.bottom() <= fits["≈01:00"].rect.top() + 1
    assert (over["03:00"].whole, over["10:00"].ink) == (True, theme.color("warn"))
    assert not any(words.startswith("≈") for words in silent)
    assert (long["1:10:00"].whole, long["≈1:02:00"].whole) == (True, True)
    view = room.page.rundown.view
    assert {view.rowHeight(view.rows.row_of(item.id)) for item in room.show.segments} == {ROW_HEIGHT}


def test_a_row_follows_its_words_and_counts_no_others(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The head over the text counts what is chosen, too.
    room.choose(1)
    settle(room)
    counted: set[str] = set()

    def count(segment: Segment, *more: Any) -> Any:
        counted.add(segment.id)
        return speech(segment, *more)

    monkeypatch.setattr(allocation, "speech", count)
    write(room, 1, "好" * 520)
    settle(room)
    assert counted == {room.segment(1).id}
    assert "≈02:00" in in_row(room, drawn(room, monkeypatch), 1)
    room.page.document.do(editing.set_field(room.show, {room.segment(1).id}, "skipped", True))
    settle(room)
    assert not any(words.startswith("≈") for words in in_row(room, drawn(room, monkeypatch), 1))


def test_another_show_has_no_times_of_the_one_before(room: PageRoom, sample: Show) -> None:
    settle(room)
    look = room.page.rundown.view.look
    assert look.times
    room.services.shows.add(replace(sample, id="other", title="另一场"), by="运营", at_ms=0)
    room.page.document.changed.connect(lambda _change: emptied.append(not look.times))
    emptied: list[bool] = []
    room.page.show_item("other")
    room.wait(lambda: room.show.id == "other")
    assert emptied[0]
    room.wait(lambda: bool(look.times))


def test_the_two_times_are_told_in_words(room: PageRoom, sample: Show) -> None:
    write(room, 1, "好" * 2_600)
    settle(room)
    view = room.page.rundown.view

    def told(at: int) -> str:
        index = view.rows.index(view.rows.row_of(room.segment(at).id), 0)
        place = view.visualRect(index).center()
        event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.viewport().mapToGlobal(QPoint(place)))
        view.look.helpEvent(event, view, QStyleOptionViewItem(), index)
        return QToolTip.text()

    assert told(0).startswith("The words take 01:01 of 05:00 planned")
    assert told(1).startswith("The words take 10:00: 07:00 more than the 03:00 planned")
    assert room.segment(1).goal in told(1)
    write(room, 2, "")
    settle(room)
    assert "words" not in told(2)
