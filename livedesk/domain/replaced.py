"""Which segments of a rundown are others after an edit. Documents share what an edit leaves alone, so that looking is
enough: nothing is compared by its value."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from operator import is_not

from livedesk.domain.rundown import Segment


class _Last:
    """The pair that was compared last, with its answer: plan, list and timeline ask the same one after the other."""

    answer: tuple[Sequence[Segment], Sequence[Segment], tuple[int, ...]] = ((), (), ())


def replaced(old: Sequence[Segment], new: Sequence[Segment]) -> tuple[int, ...] | None:
    """The places at which another object stands than before; None where segments came or went."""
    if len(old) != len(new):
        return None
    was, now, places = _Last.answer
    if was is not old or now is not new:
        places = tuple(compress(count(), map(is_not, old, new)))
        _Last.answer = old, new, places
    return places
