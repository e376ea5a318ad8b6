"""The plan of a document after an edit, from the plan before it: what an edit leaves as it was is not computed again.

It gives what :func:`livedesk.domain.timetable.plan` gives, for a fraction of its time where one length has changed
among ten thousand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress, count, repeat
from operator import is_not

from livedesk.domain.replaced import replaced
from livedesk.domain.rundown import Segment, Show
from livedesk.domain.timetable import Plan, plan

_FEW = 16


def replan(before: Show, known: Plan, show: Show) -> Plan:
    """The plan of ``show``; ``known`` is that of ``before``. Raises what ``plan`` raises."""
    same = (before.zone, before.planned_start, before.hard_end) == (show.zone, show.planned_start, show.hard_end)
    changed = replaced(before.segments, show.segments)
    if not same or changed is None:
        return plan(show)
    lengths: dict[int, int] = {}
    for at in changed:
        was, now = before.segments[at], show.segments[at]
        if was.id != now.id or _pins(was) != _pins(now):
            return plan(show)
        if was.duration_ms != now.duration_ms:
            lengths[at] = now.duration_ms
    if not lengths:
        return known
    if len(lengths) > _FEW:
        return plan(show)
    made = known
    for at in sorted(lengths):
        made = _lengthened(made, at, lengths[at], skipped=show.segments[at].skipped)
    return made


def _pins(segment: Segment) -> tuple[object, ...]:
    """What makes a segment's time other than by its length."""
    return segment.skipped, segment.hard_start, segment.end_mode, segment.count_to


def _lengthened(known: Plan, at: int, length: int, *, skipped: bool) -> Plan:
    """The plan with another length of one segment: everything behind it shifts, up to where a fixed time takes the
    shift up."""
    if known.count_tos[at] is not None and not skipped:
        return known
    durations = list(known.durations)
    shift = length - durations[at]
    durations[at] = length
    if skipped:
        return replace(known, durations=tuple(durations))
    starts, slacks = list(known.starts), list(known.slacks)
    pinned = _Pinned.of(known)
    first = at + 1
    for pin in pinned[bisect_right(pinned, at) :]:
        if starts[pin] is None:
            continue
        _shift(starts, first, pin, shift)
        shift = _over(known, pin, shift, starts, durations, slacks)
        first = pin + 1
        if not shift:
            break
    else:
        _shift(starts, first, len(starts), shift)
    end = known.end + shift
    return replace(
        known,
        starts=tuple(starts),
        durations=tuple(durations),
        slacks=tuple(slacks),
        end=end,
        end_slack=None if known.hard_end is None else known.hard_end - end,
    )


def _over(
    known: Plan,
    pin: int,
    shift: int,
    starts: list[int | None],
    durations: list[int],
    slacks: list[int | None],
) -> int:
    """Put the shifted time at a fixed one; returns how much of the shift goes on behind it."""
    start = known.starts[pin]
    assert start is not None  # skipped ones are passed over
    hard, slack, until = known.hard_starts[pin], slacks[pin], known.count_tos[pin]
    reached = start + shift
    if hard is not None and slack is not None:
        reached = max(hard - slack + shift, hard)
        slacks[pin] = slack - shift
    starts[pin] = reached
    if until is None:
        return reached - start
    durations[pin] = max(0, until - reached)
    return reached + durations[pin] - (start + known.durations[pin])


def _shift(starts: list[int | None], first: int, last: int, shift: int) -> None:
    if shift:
        starts[first:last] = [None if start is None else start + shift for start in starts[first:last]]


class _Pinned:
    """The places of fixed times, in order, in the plan that was asked for last: an edit of a length leaves them."""

    _answer: tuple[Sequence[int | None], Sequence[int | None], tuple[int, ...]] = ((), (), ())

    @classmethod
    def of(cls, known: Plan) -> tuple[int, ...]:
        """The places at which the plan has a hard start or a time to count to."""
        hards, count_tos, places = cls._answer
        if hards is not known.hard_starts or count_tos is not known.count_tos:
            hards, count_tos = known.hard_starts, known.count_tos
            places = tuple(sorted({*_given(hards), *_given(count_tos)}))
            cls._answer = hards, count_tos, places
        return places


def _given(times: Sequence[int | None]) -> Iterator[int]:
    """The places where there is a time."""
    return compress(count(), map(is_not, times, repeat(None)))
