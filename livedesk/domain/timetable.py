"""The timetable of a show: one pure pass over the rundown and the run. See the timing rules in docs/timing.md.

Columns are parallel tuples over the segments of the rundown (skipped ones included), so that ten thousand
segments cost a few milliseconds. Instants are epoch ms.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.run import RunState
from livedesk.domain.rundown import Show


class RowState(StrEnum):
    """How a segment stands: AIRED, ON_AIR, NEXT, UPCOMING, NOT_AIRED (passed over), SKIPPED."""

    AIRED = "aired"
    ON_AIR = "on_air"
    NEXT = "next"
    UPCOMING = "upcoming"
    NOT_AIRED = "not_aired"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan alone: P_i and D_i, hard starts, and the slack (negative: shortfall) before each of them; None
    where there is no hard start, and for skipped segments no start. ``end_slack`` is against the hard end."""

    starts: tuple[int | None, ...]
    durations: tuple[int, ...]
    hard_starts: tuple[int | None, ...]
    slacks: tuple[int | None, ...]
    start: int
    end: int
    hard_end: int | None
    end_slack: int | None


@dataclass(frozen=True, slots=True)
class Timetable:
    """Plan and run at one moment. ``expected`` holds X_i of what is still to come (None elsewhere); ``actual``
    the instant at which a segment went on air last and ``aired_ms`` how long it was on air (None elsewhere).

    On air: ``remaining`` R_k (negative: overtime), ``total`` d_k + j_k, ``elapsed`` e_k, ``segment_end`` E_k.
    ``must_cut_by`` M_k and ``margin`` M_k − E_k (None: no later hard start). ``offset_now`` and ``offset_end``:
    positive is behind. ``expected_end``: when the show will end. ``follow_at``: when an auto-follow is due.
    """

    plan: Plan
    states: tuple[RowState, ...]
    expected: tuple[int | None, ...]
    actual: tuple[int | None, ...]
    aired_ms: tuple[int | None, ...]
    now: int
    current: int | None
    next: int | None
    remaining: int | None
    total: int | None
    elapsed: int | None
    segment_end: int | None
    next_start: int | None
    must_cut_by: int | None
    margin: int | None
    late_by: int | None
    offset_now: int
    offset_end: int
    expected_end: int
    follow_at: int | None
    show_elapsed: int | None


def plan(show: Show) -> Plan:
    """The plan of a show, by the rules under "Plan"."""
    raise NotImplementedError


def schedule(show: Show, run: RunState, now_t_ms: int) -> Timetable:
    """The timetable at run time ``now_t_ms`` (before a run is open: epoch ms of the wall)."""
    raise NotImplementedError
