"""Who moves the text: the feed, the keys, and the end of a segment. Time is the test's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from livedesk.domain.prompt import PromptPlace
from livedesk.ui.prompter.look import Frame
from livedesk.ui.prompter.reader import Reader
from tests.integration.prompter_desk import feed

HD = Frame(QSize(1920, 1080))


@pytest.fixture
def reader(family: str) -> Reader:
    made = Reader(HD, family)
    made.take(feed(1), 0.0)
    return made


def start(reader: Reader, item: str) -> float:
    index = reader.document.index(item)
    assert index is not None
    return reader.document.start_of(index)


def run(reader: Reader, t: float, seconds: float) -> float:
    """Let time pass frame by frame; returns the new time."""
    for frame in range(round(seconds * 60)):
        reader.tick(t + frame / 60)
    return t + seconds


def test_it_begins_at_the_read_line_and_runs(reader: Reader) -> None:
    assert reader.position(0) == start(reader, "s01")
    assert reader.position(run(reader, 0, 2)) > start(reader, "s01") + 20


def test_a_go_takes_it_to_the_new_start_in_150_ms(reader: Reader) -> None:
    t = run(reader, 0, 3)
    before = reader.position(t)
    reader.take(feed(2, "s02", 2), t)
    assert reader.position(t) == pytest.approx(before, abs=0.01)
    assert reader.position(t + 0.16) == pytest.approx(start(reader, "s02"), abs=30)


def test_the_same_airing_again_moves_nothing(reader: Reader) -> None:
    t = run(reader, 0, 3)
    before = reader.position(t)
    reader.take(feed(2), t)
    assert reader.position(t) == pytest.approx(before)


def test_the_text_takes_its_time_and_waits_at_its_end(reader: Reader) -> None:
    spoken = reader.document.laid[0].spoken
    reader.take(replace(feed(2), cpm=600), 0.0)
    assert not reader.waiting(run(reader, 0, spoken / 600 * 60 * 0.8))
    t = run(reader, 0, spoken / 600 * 60 * 1.2)
    assert reader.waiting(t)
    assert reader.position(t) == pytest.approx(reader.document.end_of(0), abs=40)
    assert reader.motion.still(t)
    reader.hold_or_run(t)
    t = run(reader, t, 3)
    assert reader.position(t) > reader.document.end_of(0) + 40, "Space goes on beyond the end"


def test_space_holds_and_goes_on_smoothly(reader: Reader) -> None:
    t = run(reader, 0, 2)
    reader.hold_or_run(t)
    t = run(reader, t, 1)
    held = reader.position(t)
    t = run(reader, t, 5)
    assert reader.position(t) == held
    reader.hold_or_run(t)
    assert reader.position(t) == held
    assert reader.position(run(reader, t, 2)) > held


def test_a_standby_plan_comes_and_the_segment_goes_on_where_it_was(reader: Reader) -> None:
    t = run(reader, 0, 6)
    place = reader.place(t)
    reader.take(feed(2, "s03", 2, standby=True), t)
    t = run(reader, t, 3)
    reader.take(feed(3, "s01", 1), t)
    back = reader.place(t)
    assert place is not None
    assert back is not None
    assert (back.item_id, back.character) == (place.item_id, place.character)


def test_a_new_run_begins_anew(reader: Reader) -> None:
    t = run(reader, 0, 6)
    reader.take(feed(2, run="show@2"), t)
    assert reader.position(t + 0.2) == pytest.approx(start(reader, "s01"), abs=30)


def test_before_air_it_stands_until_it_is_live(reader: Reader, family: str) -> None:
    waiting = Reader(HD, family)
    quiet = feed(1, "", 0, phase="preparing", start_in_ms=60_000, remaining_ms=None, run="show@0")
    waiting.take(quiet, 0.0)
    t = run(waiting, 0, 2)
    assert waiting.position(t) == start(waiting, "s01")
    waiting.take(feed(2), t)
    assert waiting.position(run(waiting, t, 2)) > start(waiting, "s01")


def test_a_prompter_started_again_goes_on_in_its_place(reader: Reader, family: str) -> None:
    t = run(reader, 0, 8)
    reader.change_speed(t, 3)
    place = reader.place(t)
    again = Reader(HD, family)
    again.take(feed(9), t, place)
    assert again.place(t) == place
    assert again.cpm == reader.cpm
    stale = Reader(HD, family)
    stale.take(feed(9, "s02", 2), t, place)
    assert stale.position(t) == start(stale, "s02"), "another airing begins at its own start"
    gone = Reader(HD, family)
    gone.take(feed(9), t, PromptPlace("show@1", 1, "gone", 5, True, 260))
    assert gone.position(t) == start(gone, "s01")


def test_nudges_and_steps_stay_within_the_text(reader: Reader) -> None:
    reader.hold_or_run(0)
    t = 1.0
    for _ in range(100):
        reader.step(t, 1)
    assert reader.position(t + 1) == reader.document.end_of(2)
    for _ in range(100):
        reader.step(t + 1, -1)
    assert reader.position(t + 2) == start(reader, "s01")
    reader.nudge(t + 2, -50)
    assert reader.position(t + 3) == start(reader, "s01")
    reader.step(t + 3, 1)
    assert reader.position(t + 4) == pytest.approx(reader.document.stops()[1])


def test_home_returns_to_what_is_on_air(reader: Reader) -> None:
    reader.take(feed(2, "s02", 2), 1.0)
    reader.nudge(2.0, 30)
    reader.home(3.0)
    assert reader.position(3.2) == pytest.approx(start(reader, "s02"), abs=30)


def test_the_desk_sets_the_speed_and_the_host_changes_it(reader: Reader) -> None:
    assert reader.cpm == 260
    reader.change_speed(0, -3)
    reader.take(feed(2), 0.1)
    assert reader.cpm == 230, "the same speed sent again leaves the host's"
    reader.take(feed(3, cpm=300), 0.2)
    assert reader.cpm == 300
    reader.change_speed(0.3, 100)
    assert reader.cpm == 600


def test_a_late_edit_does_not_move_the_read_line(reader: Reader) -> None:
    t = run(reader, 0, 10)
    here = reader.document.place(reader.motion.base(t))
    shown = feed(2)
    first = shown.blocks[0]
    longer = replace(
        first, lines=(replace(first.lines[0], text="加在最前面的很长很长的一句话，" * 4), *first.lines)
    )
    reader.take(replace(shown, blocks=(longer, *shown.blocks[1:])), t)
    now = reader.document.place(reader.motion.base(t))
    assert here is not None
    assert now is not None
    text, was = reader.document.laid[0].text, "".join(line.text for line in first.lines)
    assert text[now.character :][:12] == was[here.character :][:12]
    assert now.share == pytest.approx(here.share)


def test_without_text_nothing_breaks(family: str) -> None:
    empty = Reader(HD, family)
    empty.take(feed(1, blocks=()), 0.0)
    empty.tick(1.0)
    empty.nudge(1.0, 2)
    empty.step(1.0, 1)
    empty.home(1.0)
    empty.hold_or_run(1.0)
    assert empty.place(1.0) is None
    empty.take(feed(2), 2.0)
    assert empty.position(2.5) == pytest.approx(start(empty, "s01"), abs=40)
