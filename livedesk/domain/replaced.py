"""Which segments of a rundown are others after an edit. Documents share what an edit leaves alone, and Python sees at
once that what is shared is equal: only what was replaced is compared by its value."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from operator import is_not

from livedesk.domain.rundown import Segment

_STRETCH = 256
"""So many are compared at once."""


class _Last:
    """The pair that was compared last, with its answer: plan, list and timeline ask the same one after the other."""

    answer: tuple[Sequence[Segment], Sequence[Segment], tuple[int, ...]] = ((), (), ())


def replaced(old: Sequence[Segment], new: Sequence[Segment]) -> tuple[int, ...] | None:
    """The places at which another segment stands than before; None where segments came or went."""
    if len(old) != len(new):
        return None
    was, now, places = _Last.answer
    if was is not old or now is not new:
        places = tuple(_places(old, new)) if old is not new else ()
        _Last.answer = old, new, places
    return places


def note(old: Sequence[Segment], new: Sequence[Segment], places: tuple[int, ...]) -> None:
    """Whoever has just made ``new`` of ``old`` knows at which ``places`` (ascending) another segment stands: nobody has
    to look for them."""
    _Last.answer = old, new, tuple(at for at in places if old[at] != new[at])


def _places(old: Sequence[Segment], new: Sequence[Segment]) -> list[int]:
    places: list[int] = []
    for first in range(0, len(old), _STRETCH):
        was, now = old[first : first + _STRETCH], new[first : first + _STRETCH]
        if was != now:
            others = compress(count(), map(is_not, was, now))
            places += [first + at for at in others if was[at] != now[at]]
    return places
