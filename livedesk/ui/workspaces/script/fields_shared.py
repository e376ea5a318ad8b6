"""What the lists of several segments have in common: cues that say the same, promotions that are the same but for
their ids."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from livedesk.ui.workspaces.script.fields_box import N

Lists = Mapping[str, Sequence[N]]
"""What each segment has, by its id, in rundown order."""


@dataclass(frozen=True, slots=True)
class Shared(Generic[N]):
    """Something that every segment has one of: ``own`` are segment ids with what stands there for it. ``id`` is what
    it is known by. ``mixed``: it was the same everywhere, and somebody has changed it in some of the segments."""

    id: str
    own: tuple[tuple[str, N], ...]
    mixed: bool = False

    @property
    def things(self) -> tuple[N, ...]:
        """What stands for it, in rundown order."""
        return tuple(thing for _, thing in self.own)

    @property
    def ids(self) -> dict[str, str]:
        """The id of what stands for it, by segment."""
        return {segment_id: thing.id for segment_id, thing in self.own}


def shared(
    lists: Lists[N], alike: Callable[[N], Hashable], opened: Shared[N] | None = None
) -> tuple[tuple[Shared[N], ...], int]:
    """What stands in every list, in the order of the first, and how many different things do not. What stands twice
    in each is told twice. ``opened`` is kept together by its ids as long as any of it is there."""
    if not lists:
        return (), 0
    kept = _kept(lists, alike, opened)
    held = set(kept.ids.items()) if kept is not None else set()
    waiting = [(one, _by_content(one, things, alike, held)) for one, things in lists.items()]
    first_id, first = next(iter(lists.items()))
    found: list[Shared[N]] = []
    for thing in first:
        if kept is not None and (first_id, thing.id) in held:
            found.append(kept)
        elif all(by_content.get(alike(thing)) for _, by_content in waiting):
            own = tuple((one, by_content[alike(thing)].pop(0)) for one, by_content in waiting)
            found.append(Shared(thing.id, own))
    if kept is not None and kept not in found:
        found.append(kept)
    left = {content for _, by_content in waiting for content, things in by_content.items() if things}
    return tuple(found), len(left)


def hopped(items: Sequence[N], item_id: str, past_id: str, step: int) -> tuple[N, ...]:
    """The items with one of them right before (``step`` −1) or behind (+1) another; unchanged where it is on that
    side already, or one of them is missing."""
    ids = [item.id for item in items]
    if item_id not in ids or past_id not in ids or (ids.index(item_id) - ids.index(past_id)) * step >= 0:
        return tuple(items)
    made = list(items)
    item = made.pop(ids.index(item_id))
    at = next(index for index, one in enumerate(made) if one.id == past_id)
    made.insert(at + (step > 0), item)
    return tuple(made)


def _kept(lists: Lists[N], alike: Callable[[N], Hashable], opened: Shared[N] | None) -> Shared[N] | None:
    """What is left of the opened one, as it stands now; None where all of it is gone."""
    if opened is None:
        return None
    ids = opened.ids
    own = tuple((one, thing) for one, things in lists.items() for thing in things if ids.get(one) == thing.id)
    if not own:
        return None
    return Shared(opened.id, own, len(own) < len(lists) or len({alike(thing) for _, thing in own}) > 1)


def _by_content(
    segment_id: str, things: Sequence[N], alike: Callable[[N], Hashable], held: set[tuple[str, str]]
) -> dict[Hashable, list[N]]:
    made: dict[Hashable, list[N]] = {}
    for thing in things:
        if (segment_id, thing.id) not in held:
            made.setdefault(alike(thing), []).append(thing)
    return made
