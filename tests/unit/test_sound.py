"""Silence on the chosen microphones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.sound import FLOOR_DB, Silence, SoundLevels, SoundWatch, listen

WATCH = SoundWatch(("麦",), -50.0, 10)


def _hear(levels: list[float], step_ms: int = 1_000, watch: SoundWatch = WATCH) -> list[tuple[str, ...]]:
    silence, told = Silence(), []
    for number, level in enumerate(levels):
        silence = listen(watch, silence, SoundLevels(number * step_ms, {"麦": level}))
        told.append(silence.silent)
    return told


def test_ten_seconds_below_the_threshold_are_silence_and_one_sound_ends_it() -> None:
    told = _hear([-60.0] * 11 + [-20.0] + [-60.0] * 10)
    assert told.index(("麦",)) == 10
    assert told[11] == ()
    assert told[21] == ()


def test_an_input_without_levels_is_silent_and_a_muted_one_is_not_ours() -> None:
    silence = listen(WATCH, Silence(), SoundLevels(0, {}))
    assert listen(WATCH, silence, SoundLevels(10_000, {})).silent == ("麦",)
    assert listen(WATCH, silence, SoundLevels(10_000, {}), ("麦",)) == Silence()


def test_choosing_and_renaming() -> None:
    watch = SoundWatch().switched("麦", True).switched("二麦", True).switched("麦", True)
    assert watch.inputs == ("二麦", "麦")
    assert watch.switched("二麦", False).inputs == ("麦",)
    assert watch.renamed("麦", "主播麦").inputs == ("二麦", "主播麦")


@given(
    st.lists(st.tuples(st.integers(1, 3_000), st.floats(FLOOR_DB, 0.0)), max_size=60),
    st.integers(1, 20),
)
def test_silence_is_told_exactly_when_no_sound_came_for_so_long(
    steps: list[tuple[int, float]], after_s: int
) -> None:
    watch = SoundWatch(("麦",), -50.0, after_s)
    silence, at, since = Silence(), 0, None
    for wait, level in steps:
        at += wait
        silence = listen(watch, silence, SoundLevels(at, {"麦": level, "别的": 0.0}))
        since = None if level >= -50.0 else at if since is None else since
        assert bool(silence.silent) is (since is not None and at - since >= after_s * 1_000)
        assert set(silence.silent) <= {"麦"}
