"""A run compared with the plan, and the durations that it speaks for: pure, for a rehearsal as for a live run.

What an item took is its time on air without holds; several airings of one add up, one that was taken back does not
count. A duration is offered where the real one is another by more than a tenth and ten seconds: rounded up to five
seconds, above five minutes to fifteen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from livedesk.domain import events as e
from livedesk.domain.back_time import MINIMUM_MS
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.edits import ChangeSegments, SegmentChange
from livedesk.domain.evolve import evolve
from livedesk.domain.run import Airing, AiringState, Phase, RunState
from livedesk.domain.rundown import EndMode, Segment, SegmentKind, Show, StandbyMode
from livedesk.domain.timetable import Plan, plan

FAR_MS, FAR_SHARE = 10 * SECOND, 10
"""Another duration is offered beyond both: this long, and one part in so many of the plan."""
STEP_MS, LONG_MS, LONG_STEP_MS = 5 * SECOND, 5 * MINUTE, 15 * SECOND
_WRONG = frozenset({e.TakeResult.REJECTED, e.TakeResult.UNKNOWN, e.TakeResult.WITHHELD})


class Fate(StrEnum):
    """What became of a segment: AIRED, ON_AIR still, CUT_OFF (a standby plan took its place, or the run was ended in it
    with more to come), TAKEN_BACK, NOT_AIRED, SKIPPED."""

    AIRED = "aired"
    ON_AIR = "on_air"
    CUT_OFF = "cut_off"
    TAKEN_BACK = "taken_back"
    NOT_AIRED = "not_aired"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A segment in a run. ``number`` counts from 1 in the document (None: it is not in it any more). Durations are ms:
    ``planned_ms`` that of the plan when it went on air first, else the document's; ``real_ms`` all its airings without
    holds, ``held_ms`` its holds. ``failed`` counts takes in it that OBS did not confirm."""

    segment_id: str
    number: int | None
    title: str
    planned_ms: int
    real_ms: int
    held_ms: int
    airings: int
    failed: int
    fate: Fate

    @property
    def over_ms(self) -> int | None:
        """How much longer than planned (negative: shorter); None where it was not on air."""
        return self.real_ms - self.planned_ms if self.airings else None


@dataclass(frozen=True, slots=True)
class DurationOffer:
    """A better duration for a segment of the document as it is: ``old_ms`` stands there, ``real_ms`` it took."""

    segment_id: str
    number: int
    title: str
    old_ms: int
    new_ms: int
    real_ms: int


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The plan comes late by ``late_ms`` (> 0) to the fixed time of a segment (``number`` None: to the hard end of the
    show); ``before_ms`` is how late it was before (0: in time)."""

    number: int | None
    title: str
    late_ms: int
    before_ms: int


def compare(show: Show, entries: Iterable[e.Entry]) -> tuple[Rehearsed, ...]:
    """Every segment of the document in order, then those of the run that are not in it any more."""
    tally = _Tally(show)
    for entry in entries:
        tally.add(entry)
    layout = plan(show)
    lines = [
        tally.line(segment.id, number, segment.title, layout.durations[number - 1], skipped=segment.skipped)
        for number, segment in enumerate(show.segments, 1)
    ]
    there = {segment.id for segment in show.segments}
    gone = [take for item_id, take in tally.first.items() if item_id not in there]
    lines += [tally.line(take.segment_id, None, take.title, take.duration_ms) for take in gone]
    return tuple(lines)


class _Tally:
    """What a journal tells of each segment."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self.first: dict[str, e.Taken] = {}
        self._run = RunState()
        self._held: Counter[str] = Counter()
        self._failed: Counter[str] = Counter()
        self._asked_in: dict[int, str] = {}

    def add(self, entry: e.Entry) -> None:
        before, event = self._run, entry.event
        self._run = evolve(before, entry)
        if isinstance(event, e.Taken):
            self.first.setdefault(event.segment_id, event)
        if before.held and before.airing is not None:
            self._held[before.airing.item_id] += entry.t_ms - before.last_t_ms
        if self._run.takes > before.takes and self._run.airing is not None:
            self._asked_in[self._run.takes] = self._run.airing.item_id
        if isinstance(event, e.TakeReported) and event.result in _WRONG:
            self._failed[self._asked_in.get(event.take, "")] += 1

    def line(
        self, segment_id: str, number: int | None, title: str, planned_ms: int, *, skipped: bool = False
    ) -> Rehearsed:
        took = [airing for airing in self._run.airings if airing.item_id == segment_id and airing.standby is None]
        counted = [airing for airing in took if airing.state is not AiringState.VOIDED]
        first = self.first.get(segment_id)
        return Rehearsed(
            segment_id=segment_id,
            number=number,
            title=title,
            planned_ms=planned_ms if first is None else first.duration_ms,
            real_ms=sum(airing.elapsed_at(self._run.last_t_ms) for airing in counted),
            held_ms=self._held[segment_id],
            airings=len(counted),
            failed=self._failed[segment_id],
            fate=self._fate(took, counted, skipped=skipped),
        )

    def _fate(self, took: Sequence[Airing], counted: Sequence[Airing], *, skipped: bool) -> Fate:
        if not took:
            return Fate.SKIPPED if skipped else Fate.NOT_AIRED
        if not counted:
            return Fate.TAKEN_BACK
        if self._run.phase is Phase.ON_AIR and any(each.state is not AiringState.ENDED for each in counted):
            return Fate.ON_AIR
        return Fate.CUT_OFF if any(self._cut_off(each) for each in counted) else Fate.AIRED

    def _cut_off(self, airing: Airing) -> bool:
        """Whether a standby plan took its place and time, or the end of the run."""
        later = (each for each in self._run.airings[airing.number :] if each.state is not AiringState.VOIDED)
        following = next((each for each in later if each.standby is not StandbyMode.PAUSE), None)
        if following is None:
            return self._run.phase is Phase.ENDED and self._more_to_come()
        return following.standby is StandbyMode.REPLACE

    def _more_to_come(self) -> bool:
        """Whether something behind the furthest that was aired was not, and was to be."""
        segments, aired = self._show.segments, self._run.aired
        furthest = max((at for at, item in enumerate(segments) if item.id in aired), default=-1)
        return any(not item.skipped for item in segments[furthest + 1 :])


def offers(show: Show, lines: Iterable[Rehearsed]) -> tuple[DurationOffer, ...]:
    """The better durations for the document as it is. None for what has no length of its own to set (a milestone, one
    that counts to a time), for what is skipped now, for what was on air only in part, and for what was passed through
    in less than ten seconds."""
    real = {line.segment_id: line.real_ms for line in lines if line.fate is Fate.AIRED}
    found = []
    for number, segment in enumerate(show.segments, 1):
        took = real.get(segment.id, 0)
        if took < MINIMUM_MS or not _has_length(segment) or not _far(took, segment.duration_ms):
            continue
        new = rounded(took)
        if new != segment.duration_ms:
            offer = DurationOffer(segment.id, number, segment.title, segment.duration_ms, new, took)
            found.append(offer)
    return tuple(found)


def rounded(ms: int) -> int:
    """A duration, as it is shown in whole seconds, rounded up to the steps in which people plan."""
    whole = ms // SECOND * SECOND
    step = STEP_MS if whole <= LONG_MS else LONG_STEP_MS
    return -(-whole // step) * step


def _has_length(segment: Segment) -> bool:
    counts = segment.end_mode is EndMode.COUNT_TO and segment.count_to is not None
    return not (segment.skipped or counts or segment.kind is SegmentKind.MILESTONE or segment.duration_ms == 0)


def _far(real_ms: int, planned_ms: int) -> bool:
    away = abs(real_ms - planned_ms)
    return away > FAR_MS and away * FAR_SHARE > planned_ms


def taken_over(show: Show, durations: Mapping[str, int]) -> Show:
    """The document with these durations (by id)."""
    segments = tuple(
        replace(item, duration_ms=durations[item.id]) if item.id in durations else item for item in show.segments
    )
    return replace(show, segments=segments)


def shortfalls(show: Show, durations: Mapping[str, int]) -> tuple[Shortfall, ...]:
    """The fixed times that the plan misses with these durations: hard starts, times that are counted to, the hard end
    of the show."""
    before, after = _lateness(plan(show)), _lateness(plan(taken_over(show, durations)))
    found = []
    for place, late in after.items():
        if late > 0:
            segment = None if place is None else show.segments[place]
            number = None if place is None else place + 1
            title = "" if segment is None else segment.title
            found.append(Shortfall(number, title, late, max(0, before[place])))
    return tuple(found)


def _lateness(layout: Plan) -> dict[int | None, int]:
    """How late the plan comes to each fixed time, by the place of its segment (None: the hard end); what is not late is
    0 or less."""
    found: dict[int | None, int] = {}
    for place, (start, slack, count) in enumerate(
        zip(layout.starts, layout.slacks, layout.count_tos, strict=True)
    ):
        if start is None:
            continue
        late = [-slack] if slack is not None else []
        if count is not None:
            late.append(start - count)
        if late:
            found[place] = max(late)
    if layout.end_slack is not None:
        found[None] = -layout.end_slack
    return found


def feasible(show: Show, offered: Sequence[DurationOffer]) -> frozenset[str]:
    """The offers (by id) that make the plan miss no fixed time, nor any by more than it does now: all that shorten, and
    in the order of the rundown each that still has room."""
    least = {place: max(0, late) for place, late in _lateness(plan(show)).items()}
    chosen = {offer.segment_id: offer.new_ms for offer in offered if offer.new_ms < offer.old_ms}
    for offer in offered:
        if offer.segment_id in chosen:
            continue
        tried = {**chosen, offer.segment_id: offer.new_ms}
        late = _lateness(plan(taken_over(show, tried)))
        if all(max(0, one) <= least[place] for place, one in late.items()):
            chosen = tried
    return frozenset(chosen)


def adoption(offered: Iterable[DurationOffer], chosen: Collection[str]) -> ChangeSegments | None:
    """The one edit that takes the chosen offers over; None where none is chosen."""
    changes = tuple(
        SegmentChange(offer.segment_id, {"duration_ms": offer.new_ms})
        for offer in offered
        if offer.segment_id in chosen
    )
    return ChangeSegments(changes) if changes else None
