"""The live numbers of the desk: read whole on every screen, fed from a recording where a person asks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from live_room import K, Room, settle
from live_show import MID_T, mid_show, numbers
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from livedesk.domain import commands as c
from livedesk.domain.errors import UserError
from livedesk.domain.events import (
    RunEnded,
)


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
def test_numbers_are_read_whole_and_the_log_has_two_rows(language: str, room: Room, size: tuple[int, int]) -> None:
    journal = mid_show()
    told = numbers(journal.opened + MID_T)
    larger = {
        "gmv_fen": replace(told.measures["gmv_fen"], value=128_642_000),
        "view_to_pay": replace(told.measures["view_to_pay"], value=0.019, estimate=True),
        "interaction_rate": replace(told.measures["interaction_rate"], value=0.128, estimate=True),
    }
    room.window.resize(size[0] - 88, size[1] - 112)
    for values in (told, replace(told, measures=told.measures | larger)):
        room.desk.on_numbers(values)
        room.show(journal)
        settle()
        for name, tile in room.desk.center.numbers.tiles.items():
            for part in (tile.title, tile.value):
                words = part.fontMetrics().horizontalAdvance(part.text())
                assert words <= part.width(), (name, part.text())
        strip = room.desk.center.numbers.strip
        assert strip.width() <= room.desk.center.numbers.width()
        log = room.desk.center.log.list
        assert log.viewport().height() >= 2 * log.sizeHintForRow(0)


def test_a_recording_plays_into_the_run_from_the_numbers(room: Room, qtbot: QtBot) -> None:
    room.show(mid_show())
    room.desk.center.numbers.play.click()
    dialog = room.desk.findChild(QFileDialog)
    assert dialog is not None
    assert not dialog.isModal()
    assert QApplication.activeModalWidget() is None
    room.key(K.Key_Space)
    assert room.sent == [c.Go(4)], "the desk's keys go on beside the dialog"
    dialog.fileSelected.emit("/shows/昨晚.jsonl")
    qtbot.waitUntil(lambda: room.services.played == [Path("/shows/昨晚.jsonl")])
    qtbot.waitUntil(lambda: room.desk.center.notes.banner("error") is not None)
    said = room.desk.center.notes.banner("error")
    assert said is not None
    assert "昨晚.jsonl plays" in said.words.text()
    room.services.error = UserError("recording.unreadable", file="昨晚.jsonl", row=3, reason="Not JSON.")
    dialog.fileSelected.emit("/shows/昨晚.jsonl")

    def told() -> bool:
        banner = room.desk.center.notes.banner("error")
        return banner is not None and "(row 3)" in banner.words.text()

    qtbot.waitUntil(told)
    dialog.close()


def test_a_recording_needs_a_run_that_is_not_over(room: Room) -> None:
    journal = mid_show()
    journal.add(MID_T, RunEnded())
    room.show(journal, MID_T + 1_000)
    told: list[tuple[str, str]] = []
    room.desk.context.actions.refused.connect(lambda name, why: told.append((name, why)))
    play = room.desk.center.numbers.play
    play.click()
    assert told == [("play_recording", "the show is over: open a new run first")]
    assert told[0][1] in play.toolTip()
