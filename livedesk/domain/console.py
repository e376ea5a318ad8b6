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
    the console operator); ``tick`` says who did it and when, once it is done."""

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
    done ones last. Segments that were passed over or skipped ask nothing."""
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
            state, tick = _state(run, cue, due, table.now), run.cues_done.get(cue.id)
            found.append(DueCue(cue, segment.id, index + 1, due, state, segment.title, segment.owner, tick))
    rank = {CueState.LATE: 0, CueState.DUE: 1, CueState.COMING: 1, CueState.DONE: 2}
    return tuple(sorted(found, key=lambda item: (rank[item.state], item.due)))


def _state(run: RunState, cue: ConsoleCue, due: int, now: int) -> CueState:
    if cue.id in run.cues_done:
        return CueState.DONE
    if due < now:
        return CueState.LATE
    return CueState.DUE if due - now <= DUE_WITHIN_MS else CueState.COMING
