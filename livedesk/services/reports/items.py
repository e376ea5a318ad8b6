"""Plan against actual, item by item: the rundown as it stands, and what was on air beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from livedesk.domain.asrun import AsRunRow
from livedesk.domain.attribution import OnAir, instants
from livedesk.domain.events import Entry, StandbyCalled, Taken, TakeResult
from livedesk.domain.run import AiringState, Phase, RunState
from livedesk.domain.rundown import Segment, Show
from livedesk.domain.timetable import plan
from livedesk.services.reports.data import ItemLine, Outcome, Sums

WRONG = frozenset({TakeResult.REJECTED.value, TakeResult.UNKNOWN.value, TakeResult.WITHHELD.value})


@dataclass(frozen=True, slots=True)
class _Airing:
    """An airing of an item with its instant, its state and the result of its take."""

    event: Taken | StandbyCalled
    at: int
    state: AiringState
    result: str


def item_lines(
    show: Show,
    run: RunState,
    journal: Sequence[Entry],
    aired: OnAir,
    log: Sequence[AsRunRow],
    sums: Mapping[str, Sums],
) -> tuple[ItemLine, ...]:
    """Every segment in the order of the document. What was on air and is not in the rundown (standby plans,
    segments that were deleted since) follows the item that was on air before it."""
    airings = _airings(run, journal, log)
    lasted: dict[str, int] = defaultdict(int)
    for span in aired.spans:
        lasted[span.item_id] += span.end_ms - span.start_ms
    layout = plan(show)
    groups = {group.id: group.title for group in show.groups}
    lines = []
    for index, segment in enumerate(show.segments):
        planned = run.baseline.get(segment.id, layout.starts[index])
        group = groups.get(segment.group_id, "")
        begun = airings.get(segment.id, [])
        line = _segment(segment, index + 1, group, planned, layout.durations[index], begun, run)
        lines.append(_with_sums(line, lasted, sums))
    place = {line.item_id: at for at, line in enumerate(lines)}
    extras: dict[int, list[ItemLine]] = defaultdict(list)
    after = -1
    told: set[str] = set()
    for item_id in _in_order(airings):
        if item_id in place:
            after = place[item_id]
        elif item_id not in told:
            told.add(item_id)
            extras[after].append(_with_sums(_extra(show, airings[item_id], run), lasted, sums))
    found = list(extras[-1])
    for at, line in enumerate(lines):
        found += [line, *extras[at]]
    return tuple(found)


def _in_order(airings: Mapping[str, Sequence[_Airing]]) -> list[str]:
    """The items by the order of all their airings."""
    begun = [(each.event.airing, item_id) for item_id, own in airings.items() for each in own]
    return [item_id for _number, item_id in sorted(begun)]


def _airings(run: RunState, journal: Sequence[Entry], log: Sequence[AsRunRow]) -> dict[str, list[_Airing]]:
    states = {airing.number: airing.state for airing in run.airings}
    results = {row.airing: row.result for row in log if row.kind in ("segment", "standby")}
    found: dict[str, list[_Airing]] = {}
    for instant, entry in instants(journal):
        event = entry.event
        if isinstance(event, Taken | StandbyCalled):
            item_id = event.segment_id if isinstance(event, Taken) else event.standby_id
            state, result = states[event.airing], results.get(event.airing, "")
            found.setdefault(item_id, []).append(_Airing(event, instant, state, result))
    return found


def _outcome(airings: Sequence[_Airing], run: RunState, skipped: bool) -> Outcome:
    now = (AiringState.ON_AIR, AiringState.PAUSED)
    if run.phase is Phase.ON_AIR and any(each.state in now for each in airings):
        return Outcome.ON_AIR
    if any(each.state is not AiringState.VOIDED for each in airings):
        return Outcome.AIRED
    if airings:
        return Outcome.TAKEN_BACK
    return Outcome.SKIPPED if skipped else Outcome.NOT_AIRED


def _result(airings: Sequence[_Airing]) -> str:
    """The result of the last take; one that went wrong is not hidden by a later one that did not."""
    results = [each.result for each in airings]
    return next((result for result in reversed(results) if result in WRONG), results[-1] if results else "")


def _first(airings: Sequence[_Airing]) -> int | None:
    return next((each.at for each in airings if each.state is not AiringState.VOIDED), None)


def _segment(
    segment: Segment,
    number: int,
    group: str,
    planned_start: int | None,
    planned_ms: int,
    airings: Sequence[_Airing],
    run: RunState,
) -> ItemLine:
    last = airings[-1].event if airings else None
    on_air = last if isinstance(last, Taken) else None
    return ItemLine(
        item_id=segment.id,
        number=number,
        title=on_air.title if on_air else segment.title,
        group=group,
        kind=on_air.kind if on_air else segment.kind,
        planned_start=planned_start,
        planned_ms=on_air.duration_ms if on_air else planned_ms,
        actual_start=_first(airings),
        actual_ms=None,
        airings=len(airings),
        outcome=_outcome(airings, run, segment.skipped),
        removed=False,
        scene=on_air.scene if on_air else segment.scene,
        result=_result(airings),
        sums=Sums(),
    )


def _extra(show: Show, airings: Sequence[_Airing], run: RunState) -> ItemLine:
    """An item that the rundown does not hold: all that is known of it is what the journal kept."""
    event = airings[-1].event
    taken = event if isinstance(event, Taken) else None
    item_id = event.segment_id if isinstance(event, Taken) else event.standby_id
    return ItemLine(
        item_id=item_id,
        number=None,
        title=event.title,
        group=taken.group if taken else "",
        kind=taken.kind if taken else None,
        planned_start=run.baseline.get(item_id, taken.planned_start_ms) if taken else None,
        planned_ms=taken.duration_ms if taken else None,
        actual_start=_first(airings),
        actual_ms=None,
        airings=len(airings),
        outcome=_outcome(airings, run, skipped=False),
        removed=taken is not None or show.standby(item_id) is None,
        scene=event.scene,
        result=_result(airings),
        sums=Sums(),
    )


def _with_sums(line: ItemLine, lasted: Mapping[str, int], sums: Mapping[str, Sums]) -> ItemLine:
    if not line.airings:
        return line
    return replace(line, actual_ms=lasted.get(line.item_id, 0), sums=sums.get(line.item_id, Sums()))
