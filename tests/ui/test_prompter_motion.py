"""How the text moves: back and forth, to segments and marks, to fit a time, at the host's own pace."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize

from livedesk.domain.prompt import PromptBlock, PromptLine
from livedesk.domain.prompt_look import PromptLook, Scope
from livedesk.domain.prompt_pace import LearnedPace
from livedesk.domain.script import LineKind
from livedesk.ui.prompter.look import Frame
from livedesk.ui.prompter.motion import RAMP_S, Motion
from livedesk.ui.prompter.reader import Reader
from tests.integration.prompter_desk import feed
from tests.ui.test_prompter_reader import run, start

HD = Frame(QSize(1920, 1080))
SAID = "换季的时候脸干、起皮、泛红，都是屏障在喊救命。"
MARKED = PromptBlock(
    "s01",
    "环节 s01",
    (
        *(PromptLine(LineKind.SPEECH, SAID) for _ in range(3)),
        PromptLine(LineKind.ACTION, "拿起样品"),
        *(PromptLine(LineKind.SPEECH, SAID) for _ in range(3)),
        PromptLine(LineKind.INTERACTION, "想要的扣一"),
        *(PromptLine(LineKind.SPEECH, SAID) for _ in range(3)),
    ),
)


@pytest.fixture
def reader(family: str) -> Reader:
    made = Reader(HD, family)
    made.take(feed(1, mono_ms=0), 0.0)
    return made


@pytest.fixture
def marked(family: str) -> Reader:
    made = Reader(HD, family)
    made.take(feed(1, mono_ms=0, blocks=(MARKED, *feed(1).blocks[1:])), 0.0)
    return made


@settings(deadline=None, max_examples=20)
@given(st.lists(st.integers(-400, 400), min_size=50, max_size=400), st.integers(0, 2_000_000))
def test_after_an_hour_of_small_changes_it_is_where_it_must_be(speeds: list[int], since: int) -> None:
    """The exact place in fractions: every change begins a ramp from the speed that there was."""
    each = Fraction(3_600, len(speeds))
    ramp, y, v, t = Fraction(RAMP_S), Fraction(0), Fraction(0), Fraction(since)
    motion = Motion(t0=float(t))
    for speed in speeds:
        wanted = Fraction(speed, 4)
        motion = motion.with_speed(float(t), float(wanted))
        y += (v + wanted) / 2 * ramp + wanted * (each - ramp)
        v, t = wanted, t + each
    assert abs(Fraction(motion.position(float(t))) - y) < 1


@settings(deadline=None, max_examples=50)
@given(st.data())
def test_no_hand_makes_the_text_leap(family: str, data: st.DataObject) -> None:
    made = Reader(HD, family)
    made.take(feed(1, mono_ms=0, blocks=(MARKED, *feed(1).blocks[1:])), 0.0)
    made.pause_at_marks = data.draw(st.booleans())
    t = 0.0
    deeds = (
        lambda: made.hold_or_run(t), lambda: made.turn(t, back=True), lambda: made.turn(t, back=False),
        lambda: made.change_speed(t, 3), lambda: made.change_speed(t, -5), lambda: made.nudge(t, 2),
        lambda: made.segment(t, 1), lambda: made.segment(t, -1), lambda: made.mark(t, 1), lambda: made.mark(t, -1),
        lambda: made.step(t, 1), lambda: made.home(t), lambda: made.fit(t),
    )  # fmt: skip
    for _ in range(data.draw(st.integers(1, 12))):
        t = run(made, t, data.draw(st.floats(0.02, 4)))
        before = made.position(t)
        data.draw(st.sampled_from(deeds))()
        assert made.position(t) == pytest.approx(before, abs=1e-6)
        assert abs(made.motion.v1) <= 1_000


def test_it_runs_backwards_and_stops_at_the_beginning(reader: Reader) -> None:
    t = run(reader, 0, 10)
    there = reader.position(t)
    reader.turn(t, back=True)
    assert reader.motion.velocity(t) > 0, "it turns, it does not leap"
    t = run(reader, t, 3)
    assert reader.position(t) < there
    assert reader.motion.velocity(t) < 0
    t = run(reader, t, 30)
    assert reader.motion.still(t)
    assert reader.position(t) == pytest.approx(start(reader, "s01"), abs=20)
    reader.turn(t, back=False)
    assert reader.position(run(reader, t, 3)) > start(reader, "s01")


def test_it_goes_to_segments(reader: Reader) -> None:
    reader.hold_or_run(0)
    reader.segment(1, 1)
    assert reader.position(2) == start(reader, "s02")
    reader.nudge(2, 3)
    reader.segment(3, -1)
    assert reader.position(4) == start(reader, "s02"), "first to the start of this one"
    reader.segment(4, -1)
    assert reader.position(5) == start(reader, "s01")


def test_it_goes_to_marks(marked: Reader) -> None:
    marked.hold_or_run(0)
    first, second = marked.document.marks()
    marked.mark(1, 1)
    assert marked.position(2) == first
    marked.mark(2, 1)
    assert marked.position(3) == second
    marked.mark(3, 1)
    assert marked.position(4) == second, "there is no further one"
    marked.mark(4, -1)
    assert marked.position(5) == first


@pytest.mark.parametrize("stall", [0.0, 0.12, 0.7])
def test_it_waits_at_each_mark_for_space(marked: Reader, stall: float) -> None:
    marked.pause_at_marks = True
    t = 0.0
    for mark in marked.document.marks():
        while not marked.paused:
            t = run(marked, t, 0.2) + stall
            marked.tick(t)
            assert t < 200
        t = run(marked, t, 5)
        assert marked.position(t) == pytest.approx(mark, abs=0.01)
        assert marked.motion.still(t)
        assert marked.running, "it is no hold"
        marked.hold_or_run(t)
        assert not marked.paused
        assert marked.position(run(marked, t, 2)) > mark + 10
    assert marked.position(run(marked, t, 5)) > marked.document.marks()[-1] + 50


def test_it_runs_past_marks_where_nobody_asked(marked: Reader) -> None:
    t = run(marked, 0, 40)
    assert not marked.paused
    assert marked.position(t) > marked.document.marks()[0]


def test_a_segment_ends_with_its_time(reader: Reader) -> None:
    reader.take(feed(2, mono_ms=0, remaining_ms=30_000), 0.0)
    spoken = reader.document.spoken_left(reader.position(0), 0)
    found = reader.fit(0.0)
    assert found is not None
    assert found.whole
    assert reader.cpm == found.cpm == round(spoken / 30 * 60)
    assert reader.document.end_of(0) - reader.position(run(reader, 0, 29)) == pytest.approx(
        reader.motion.v1, abs=30
    )
    reader.take(feed(3, mono_ms=10_000, remaining_ms=60_000), 29.0)
    assert reader.cpm < found.cpm, "more time came, and the text takes it"
    reader.change_speed(29.1, 1)
    assert reader.fitted is None


def test_a_time_that_is_too_short_is_said_to_be(reader: Reader) -> None:
    reader.take(feed(2, mono_ms=0, remaining_ms=1_000), 0.0)
    found = reader.fit(0.0)
    assert found is not None
    assert (found.cpm, found.whole) == (600, False)
    reader.take(feed(3, "s02", 2, mono_ms=0, remaining_ms=100_000), 1.0)
    assert reader.fitted is None, "a fit is for one segment"
    reader.take(feed(4, "s02", 2, mono_ms=0, remaining_ms=None), 1.0)
    assert reader.fit(1.0) is None


def test_speed_is_told_in_lines_of_this_layout(reader: Reader) -> None:
    once = reader.lines_a_minute(0)
    reader.change_speed(0, 26)
    assert reader.lines_a_minute(0) == pytest.approx(2 * once)
    t = run(reader, 0, 1)
    before = reader.position(t)
    assert (reader.position(run(reader, t, 2)) - before) / HD.pitch * 30 == pytest.approx(2 * once, rel=0.02)


def test_a_pace_that_the_host_sets_is_learned(reader: Reader) -> None:
    t = run(reader, 0, 1)
    assert reader.learned() == (), "the desk's speed teaches nothing"
    reader.change_speed(t, -6)
    t = run(reader, t, 10)
    reader.hold_or_run(t)
    t = run(reader, t, 60)
    learned = LearnedPace().after(reader.learned())
    assert learned.cpm == pytest.approx(200, abs=8), "a hold is no reading"
    reader.hold_or_run(t)
    t = run(reader, t, 9)
    reader.home(t)
    t = run(reader, t, 9)
    reader.take(feed(5, mono_ms=0, cpm=500), t)
    learned = LearnedPace().after(reader.learned())
    assert learned.cpm == pytest.approx(200, abs=8), "nor is a jump"
    assert reader.learned() == ()
    run(reader, t, 20)
    reader.turn(t + 20, back=True)
    assert reader.learned() == ()


def test_the_wait_at_the_end_of_a_segment_is_no_reading(reader: Reader) -> None:
    reader.change_speed(0, 4)
    t = run(reader, 0, 90)
    assert reader.waiting(t)
    reader.take(feed(2, "s02", 2, mono_ms=0), t)
    assert LearnedPace().after(reader.learned()).cpm == pytest.approx(300, abs=8)


def test_a_nudge_corrects_what_is_learned(reader: Reader) -> None:
    reader.change_speed(0, 0)
    t = run(reader, 0, 10)
    reader.nudge(t, 1)
    t = run(reader, t, 5)
    reader.hold_or_run(t)
    cpm = LearnedPace().after(reader.learned()).cpm
    assert cpm is not None
    assert cpm > 290


def test_the_anchor_tells_what_stands_on_the_read_line_and_how_it_goes_on(reader: Reader) -> None:
    t = run(reader, 0, 5)
    one, two = reader.anchor(t), reader.anchor(t + 2)
    assert one is not None
    assert two is not None
    assert (one.item_id, one.t0_ms) == ("s01", 5_000)
    assert reader.document.height_of(one.item_id, one.character) == pytest.approx(reader.position(t))
    assert two.character - one.character == pytest.approx(2 * one.cps, rel=0.1)
    reader.turn(t, back=True)
    t = run(reader, t, 1)
    back = reader.anchor(t)
    assert back is not None
    assert back.cps < 0
    reader.hold_or_run(t)
    held = reader.anchor(run(reader, t, 1))
    assert held is not None
    assert held.cps == 0


def test_the_segment_alone_is_shown_on_wish(reader: Reader, family: str) -> None:
    t = run(reader, 0, 4)
    place = reader.place(t)
    alone = replace(HD, look=PromptLook(scope=Scope.SEGMENT))
    reader.resize(alone, t)
    assert [laid.block.item_id for laid in reader.document.laid] == ["s01"]
    assert reader.place(t) == place
    reader.take(feed(2, "s02", 2), t)
    assert [laid.block.item_id for laid in reader.document.laid] == ["s02"]
    assert reader.position(t + 1) == pytest.approx(start(reader, "s02"), abs=60)
    reader.resize(HD, t + 1)
    assert len(reader.document.laid) == 3
    assert reader.position(t + 1) == pytest.approx(start(reader, "s02"), abs=60)
    waiting = Reader(alone, family)
    waiting.take(feed(1, "", 0, phase="preparing", remaining_ms=None), 0.0)
    assert [laid.block.item_id for laid in waiting.document.laid] == ["s01"]
