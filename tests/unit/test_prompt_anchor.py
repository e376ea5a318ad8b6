"""Where reading is, told in characters and time, so that any layout of the text follows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.codec import decode, encode
from livedesk.domain.prompt import PromptAnchor, PromptPlace, PromptReport, at

characters = st.integers(0, 200_000).map(lambda n: n / 8)
# Eighths and whole milliseconds: sums of them are exact.
speeds = st.integers(-160, 160).map(lambda n: n / 8)
instants = st.integers(0, 10**12)
anchors = st.builds(PromptAnchor, st.just("s01"), characters, speeds, instants)


@given(anchors, st.integers(0, 36_000).map(lambda n: n * 1_000))
def test_it_moves_by_its_speed_and_never_before_the_beginning(anchor: PromptAnchor, later: int) -> None:
    read = at(anchor, anchor.t0_ms + later)
    assert read == max(0.0, anchor.character + anchor.cps * later / 1000)


@given(anchors, st.integers(0, 10**7))
def test_before_its_moment_nothing_has_moved(anchor: PromptAnchor, earlier: int) -> None:
    assert at(anchor, anchor.t0_ms - earlier) == anchor.character


@given(anchors, st.integers(0, 3_600).map(lambda n: n * 1_000), st.integers(0, 3_600).map(lambda n: n * 1_000))
def test_one_taken_on_the_way_tells_the_same(anchor: PromptAnchor, first: int, more: int) -> None:
    moment = anchor.t0_ms + first
    again = PromptAnchor(anchor.item_id, at(anchor, moment), anchor.cps, moment)
    assert at(again, moment + more) == at(anchor, moment + more)


def test_an_hour_later_it_has_drifted_by_nothing() -> None:
    assert at(PromptAnchor("s01", 12.5, 5.0, 7_000), 7_000 + 3_600_000) == 12.5 + 5 * 3_600


@pytest.mark.parametrize("anchor", [None, PromptAnchor("s02", 41.375, -4.5, 90_000_123)])
def test_the_report_carries_it(anchor: PromptAnchor | None) -> None:
    report = PromptReport(1, 2, PromptPlace("show@1", 1, "s02", 41, True, 270), run="show@1", anchor=anchor)
    assert decode(encode(report), PromptReport) == report
