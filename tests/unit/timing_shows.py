"""Shows of every shape for the laws of timing: across midnight, both changes of daylight saving, longer than a day."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from livedesk.domain.clock import HOUR, MINUTE, SECOND, WallTime, ms_to_wall
from livedesk.domain.rundown import EndMode, Segment, SegmentKind, Show, Standby, StandbyMode
from tests.unit.shows import utc

PANIC = Standby("panic plan", "紧急", "safe", panic=True)
PAUSE = Standby("pause", "补光", "fault", duration_ms=3 * MINUTE)
OPEN = Standby("open", "等人", "wait")
REPLACE = Standby("replace", "换讲", "b", mode=StandbyMode.REPLACE)
OWN = Standby("own", "放片", "film", mode=StandbyMode.REPLACE, duration_ms=2 * MINUTE)
STANDBYS = (PANIC, PAUSE, OPEN, REPLACE, OWN)

EVENINGS = (
    ("Asia/Shanghai", utc("2026-11-25T22:30:00+08:00")),
    ("Europe/Berlin", utc("2026-03-28T23:00:00+01:00")),
    ("Europe/Berlin", utc("2026-10-25T00:30:00+02:00")),
    ("America/New_York", utc("2026-03-08T00:30:00-05:00")),
    ("America/New_York", utc("2026-11-01T00:10:00-04:00")),
    ("Australia/Lord_Howe", utc("2026-10-04T01:00:00+10:30")),
)
"""Zones with an instant some time before a midnight or a change of the clocks."""


@dataclass(frozen=True)
class Row:
    """One segment by distances from the start (ms)."""

    length: int
    hard: int | None = None
    count: int | None = None
    follow: bool = False
    skipped: bool = False


def build(rows: list[Row], zone: str, start: int, end: int | None = None) -> Show:
    """The show of these rows from the instant ``start`` in ``zone``; ``end`` is its hard end after so long."""

    def wall(distance: int | None) -> WallTime | None:
        return None if distance is None else ms_to_wall(start + distance, zone)

    segments = tuple(
        Segment(
            f"s{number}",
            f"segment {number}",
            SegmentKind.PRODUCT,
            row.length,
            hard_start=wall(row.hard),
            end_mode=EndMode.COUNT_TO
            if row.count is not None
            else EndMode.AUTO_FOLLOW
            if row.follow
            else EndMode.MANUAL,
            count_to=wall(row.count),
            scene=f"scene {number}",
            skipped=row.skipped,
        )
        for number, row in enumerate(rows, 1)
    )
    return Show(
        "show", "a show", zone, ms_to_wall(start, zone), hard_end=wall(end), segments=segments, standbys=STANDBYS
    )


lengths = st.one_of(
    st.integers(0, 2_400).map(lambda s: s * SECOND),
    st.sampled_from((0, 10 * SECOND, 5 * HOUR, 14 * HOUR)),
)


@st.composite
def row_lists(
    draw: st.DrawFn, *, hard: bool = True, count: bool = True, skips: bool = True, most: int = 9
) -> list[Row]:
    """Rows with hard starts before, at and after where the plan arrives, and segments that count to a time."""
    rows: list[Row] = []
    clock = 0
    for place, length in enumerate(draw(st.lists(lengths, min_size=1, max_size=most))):
        row = Row(length, follow=draw(st.booleans()), skipped=skips and draw(st.integers(0, 5)) == 0)
        near = st.integers(-900, 1_800).map(lambda s: s * SECOND)
        if hard and place and draw(st.integers(0, 2)) == 0:
            row = replace(row, hard=max(0, clock + draw(near)))
        if count and draw(st.integers(0, 5)) == 0:
            row = replace(row, count=max(0, clock + draw(near)))
        rows.append(row)
        clock += 0 if row.skipped else length
    if all(row.skipped for row in rows):
        rows[0] = replace(rows[0], skipped=False)
    return rows


evenings = st.sampled_from(EVENINGS)


@st.composite
def shows(draw: st.DrawFn, *, hard: bool = True, count: bool = True, skips: bool = True, end: bool = True) -> Show:
    """Any show, on an evening on which something happens to the clock."""
    rows = draw(row_lists(hard=hard, count=count, skips=skips))
    zone, start = draw(evenings)
    total = sum(row.length for row in rows)
    late = draw(st.one_of(st.none(), st.integers(-1_800, 3_600).map(lambda s: max(0, total + s * SECOND))))
    return build(rows, zone, start, late if end else None)
