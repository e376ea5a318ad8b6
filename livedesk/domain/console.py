"""The console operator's cues with their due moments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.run import CueTick, RunState
from livedesk.domain.rundown import ConsoleCue, Show
from livedesk.domain.timetable import RowState, Timetable


class CueState(StrEnum):
    """DONE was ticked; LATE is past its moment; DUE is within the next ten seconds; COMING is later."""

    DONE = "done"
    LATE = "late"
    DUE = "due"
    COMING = "coming"


DUE_WITHIN_MS = 10_000


@dataclass(frozen=True, slots=True)
class DueCue:
    """A cue with its segment and the instant (epoch ms) at which it is due. ``owner`` answers for the segment (empty:
    the console operator); ``tick`` says who did it and when, once it is done. A standby plan stands for its segment
    where the cue is one of its own; it has no ``number`` (0)."""

    cue: ConsoleCue
    segment_id: str
    number: int
    due: int
    state: CueState
    title: str = ""
    owner: str = ""
    tick: CueTick | None = None


def console(show: Show, run: RunState, table: Timetable) -> tuple[DueCue, ...]:
    """Every cue whose segment is on air, was on air or is still to come: late ones first, then by due moment,
    done ones last. Segments that were passed over or skipped ask nothing, nor does a standby plan that is not on
    air."""
    found: list[DueCue] = []
    for index, segment in enumerate(show.segments):
        if not segment.cues or table.states[index] in (RowState.SKIPPED, RowState.NOT_AIRED):
            continue
        began = table.actual[index]
        # What began is told by the wall as it was then; ``now`` has the corrections that were accepted since.
        start = table.expected[index] if began is None else began + run.correction_ms
        if start is None:
            continue
        for cue in segment.cues:
            due = start + cue.offset_ms
            tick = run.cues_done.get(cue.id)
            state = _state(tick, due, table.now)
            found.append(DueCue(cue, segment.id, index + 1, due, state, segment.title, segment.owner, tick))
    found += _of_plan(show, run, table.now)
    rank = {CueState.LATE: 0, CueState.DUE: 1, CueState.COMING: 1, CueState.DONE: 2}
    return tuple(sorted(found, key=lambda item: (rank[item.state], item.due)))


def passed_over(show: Show, table: Timetable) -> int:
    """How many cues are asked no more, because their segments were passed over or skipped."""
    over = (RowState.SKIPPED, RowState.NOT_AIRED)
    return sum(len(segment.cues) for segment, row in zip(show.segments, table.states, strict=True) if row in over)


def ticked(show: Show, run: RunState, cue: ConsoleCue) -> CueTick | None:
    """The tick of a cue, None where it is to be done. A plan's cue is to be done each time that the plan is called."""
    tick = run.cues_done.get(cue.id)
    again = any(cue in plan.cues for plan in show.standbys)
    return None if tick is not None and again and tick.airing != run.current else tick


def _of_plan(show: Show, run: RunState, now: int) -> list[DueCue]:
    """The cues of the standby plan on air, due from the moment at which it was called."""
    airing = run.airing
    plan = show.standby(airing.item_id) if airing is not None and airing.standby is not None else None
    if airing is None or plan is None:
        return []
    start = run.instant(airing.started_ms)
    found = []
    for cue in plan.cues:
        due, tick = start + cue.offset_ms, ticked(show, run, cue)
        found.append(DueCue(cue, plan.id, 0, due, _state(tick, due, now), plan.title, plan.owner, tick))
    return found


def _state(tick: CueTick | None, due: int, now: int) -> CueState:
    if tick is not None:
        return CueState.DONE
    if due < now:
        return CueState.LATE
    return CueState.DUE if due - now <= DUE_WITHIN_MS else CueState.COMING
