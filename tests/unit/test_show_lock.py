"""When the desk is locked: on air, but for a while after it was opened by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.show_lock import OPEN_MS, ShowLock

MOMENTS = st.integers(0, 10**9)


@given(MOMENTS)
def test_it_closes_when_the_show_goes_on_air_and_is_no_matter_before_and_after(now: int) -> None:
    before = ShowLock()
    assert not before.locked(now)
    assert before.toggled(now) == before
    live = before.aired(True)
    assert live.locked(now)
    assert not live.aired(False).locked(now)


@given(MOMENTS, st.integers(0, 3 * OPEN_MS))
def test_opened_by_hand_it_closes_after_two_minutes(now: int, later: int) -> None:
    opened = ShowLock().aired(True).toggled(now)
    assert not opened.locked(now)
    assert opened.locked(now + later) is (later >= OPEN_MS)
    assert opened.left_ms(now + later) == max(0, OPEN_MS - later)


@given(MOMENTS, st.integers(0, OPEN_MS - 1), st.integers(0, OPEN_MS - 1))
def test_an_edit_keeps_it_open(now: int, first: int, second: int) -> None:
    used = ShowLock().aired(True).toggled(now).used(now + first)
    assert not used.locked(now + first + second)


@given(MOMENTS)
def test_an_edit_never_opens_it(now: int) -> None:
    live = ShowLock().aired(True)
    assert live.used(now) == live
    assert live.toggled(now).used(now + OPEN_MS).locked(now + OPEN_MS)


@given(MOMENTS)
def test_it_is_closed_by_hand_at_once(now: int) -> None:
    assert ShowLock().aired(True).toggled(now).toggled(now).locked(now)


def test_another_show_on_air_finds_it_closed() -> None:
    opened = ShowLock().aired(True).toggled(0)
    assert opened.aired(False).aired(True).locked(1)
