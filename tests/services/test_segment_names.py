"""How a sheet names segments, and finds them again after somebody worked in it."""

from __future__ import annotations

from livedesk.domain.rundown import Segment, SegmentKind
from livedesk.services.sheets.names import SegmentIndex, segment_references

TITLES = ("开场", "福利", "秒杀", "福利")
SEGMENTS = tuple(Segment(f"s{at}", title, SegmentKind.TALK, 1_000) for at, title in enumerate(TITLES))


def test_every_segment_is_found_by_what_names_it() -> None:
    index = SegmentIndex(SEGMENTS, {})
    assert [index.find(text) for text in segment_references(SEGMENTS).values()] == ["s0", "s1", "s2", "s3"]


def test_a_renamed_row_is_found_by_its_number_and_a_moved_one_by_its_title() -> None:
    renamed = SegmentIndex(
        tuple(Segment(one.id, one.title.replace("秒杀", "闪购"), one.kind, 1_000) for one in SEGMENTS),
        {},
    )
    assert renamed.find("3 秒杀") == "s2"
    moved = SegmentIndex(tuple(reversed(SEGMENTS)), {})
    assert moved.find("3 秒杀") == "s2"
    assert moved.find("1 开场") == "s0"
    assert moved.find("2 福利") is None, "two are called so, and the second is neither"
    assert moved.find("9 没有") is None
