"""The log of the desk: entries as sentences, takes with what became of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from live_room import Room
from live_show import MID_T, mid_show
from pytestqt.qtbot import QtBot

from livedesk.domain.events import (
    CueTicked,
    Entry,
    FaultCleared,
    Held,
    SceneSwitched,
    TakeReported,
    TakeResult,
)
from livedesk.domain.events_desk import HandKind, ManualChange, OutputKind, OutputRefused
from livedesk.domain.outputs import NO_LINK
from livedesk.domain.rundown import ConsoleAction
from livedesk.services.session.snapshot import Journalled
from livedesk.ui.workspaces.live.sentences import log_row
from livedesk.ui.workspaces.live.take_words import outcome


def test_the_log_is_read_once_and_grows(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    room.services.runs.journal = list(journal.entries)
    room.show(journal)
    held = journal.add(MID_T, Held(4))
    room.context_desk.publish(Journalled(1, (held,)))
    rows = room.desk.center.log.model
    qtbot.waitUntil(lambda: rows.rowCount() > 0)
    assert rows.rows[0].text == "Time held"
    assert [row.text for row in rows.rows].count("Took 04 主推 · 神经酰胺修护霜 50ml · OBS 商品特写 · 9 ms") == 1
    room.context_desk.publish(Journalled(1, (held,)))
    assert [row.text for row in rows.rows].count("Time held") == 1, "an entry told twice is shown once"
    room.context_desk.publish(Journalled(2, (replace(held, seq=99),)))
    assert [row.text for row in rows.rows].count("Time held") == 1, "another run's entries are not ours"


def test_unknown_and_withheld_takes_are_said_in_words(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    journal.take(MID_T, 5, TakeResult.UNKNOWN)
    journal.take(MID_T + 5_000, 6, TakeResult.WITHHELD, "scene_missing")
    room.services.runs.journal = list(journal.entries)
    room.show(journal, MID_T + 6_000)
    rows = room.desk.center.log.model
    qtbot.waitUntil(lambda: rows.rowCount() > 0)
    assert rows.rows[0].text.endswith("not sent: OBS has no such scene")
    assert rows.rows[0].tone == "warn"
    assert rows.rows[1].text.endswith("unknown whether it came on air; not sent again")


def test_a_refused_output_is_said_with_why_and_never_as_started(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    for on in (True, False, None):
        journal.add(MID_T, OutputRefused(OutputKind.STREAM if on is not None else OutputKind.REPLAY, on, NO_LINK))
    room.services.runs.journal = list(journal.entries)
    room.show(journal)
    rows = room.desk.center.log.model
    qtbot.waitUntil(lambda: rows.rowCount() > 0)
    assert [(row.tone, row.text) for row in rows.rows[:3]] == [
        ("warn", "Replay buffer: the last seconds were not kept · no link to OBS"),
        ("warn", "Stream: not stopped · no link to OBS"),
        ("warn", "Stream: not started · no link to OBS"),
    ]


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
def test_each_detail_of_a_take_has_its_own_words(language: str) -> None:
    """The words that the OBS service lists, none of them shown as a code, no two alike."""
    told = {}
    for detail in ("timeout", "link_lost", "stuck", "no_event", "overridden", "superseded"):
        told[detail], tone = outcome(TakeReported(1, TakeResult.UNKNOWN, None, detail))
        assert tone == "warn", detail
    for detail in (
        "late",
        "read_back",
        "scene_transition",
        "transition_missing",
        "card_failed 600 no source",
        "item_missing 券",
        "item_on_air 券",
    ):
        words, _ = outcome(TakeReported(1, TakeResult.CONFIRMED, 12.0, detail))
        assert words.startswith("12 ms · "), detail
        told[detail] = words
    assert len(set(told.values())) == len(told)
    assert [words for words in told.values() if "_" in words] == []
    assert "600 no source" in told["card_failed 600 no source"]
    assert outcome(TakeReported(1, TakeResult.CONFIRMED, 12.0)) == ("12 ms", None)


def test_a_late_take_puts_its_row_right(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    journal.take(MID_T, 5, TakeResult.UNKNOWN, "timeout")
    taken = journal.entries[-1].event
    assert isinstance(taken, TakeReported)
    room.services.runs.journal = list(journal.entries)
    room.show(journal, MID_T + 6_000)
    rows = room.desk.center.log.model
    qtbot.waitUntil(lambda: rows.rowCount() > 0)
    assert rows.rows[0].tone == "warn"
    late = journal.add(MID_T + 1_500, TakeReported(taken.take, TakeResult.CONFIRMED, 1_500.0, "late"))
    room.context_desk.publish(Journalled(1, (late,)))
    assert rows.rows[0].text.endswith("1500 ms · came late, it is on air")
    assert rows.rows[0].tone == "next"


def test_a_fault_that_is_over_is_named_shortly() -> None:
    row = log_row(Entry(9, 0, 0, "OBS", FaultCleared("obs.absent")))
    assert row is not None
    assert row.text == "Over: OBS not reachable"


@pytest.mark.parametrize(
    ("event", "words", "tone"),
    [
        (SceneSwitched(4, "商品特写"), "Scene by button: 商品特写", "text"),
        (SceneSwitched(4, "商品特写", again=True), "Sent to OBS again: 商品特写", "text"),
        (SceneSwitched(4, "紧急画面", panic=True), "PANIC while not on air: 紧急画面", "warn"),
        (SceneSwitched(4, "紧急画面", panic=True, again=True), "PANIC once more: 紧急画面", "air"),
    ],
)
def test_a_scene_says_what_brought_it(event: SceneSwitched, words: str, tone: str) -> None:
    row = log_row(Entry(9, 0, 0, "导播", event))
    assert row is not None
    assert (row.text, row.tone, row.take) == (words, tone, 4)


def test_a_tick_says_whose_it_is() -> None:
    own = CueTicked("c1", 3, "弹 1 号", segment_id="s2", number=2, title="主推", action=ConsoleAction.PIN)
    told = [log_row(Entry(9, 0, 0, "中控", event)) for event in (own, CueTicked("c1", 3, "弹 1 号", done=False))]
    assert [row.text for row in told if row is not None] == [
        "Console done: 弹 1 号 · 02 主推",
        "Console tick taken back: 弹 1 号",
    ]


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
def test_each_click_inside_obs_has_its_own_words(language: str) -> None:
    changes = [ManualChange(kind, "甲", on) for kind in HandKind for on in (True, False)]
    told = {}
    for change in changes:
        row = log_row(Entry(9, 0, 0, "OBS", change))
        assert row is not None
        assert "OBS" in row.text
        assert ("甲" in row.text) is (change.kind is not HandKind.STUDIO)
        switched = change.kind in (HandKind.STUDIO, HandKind.ITEM)
        told[row.text] = (change.kind, change.on if switched else None)
    assert len(told) == len(set(told.values())) == 8
