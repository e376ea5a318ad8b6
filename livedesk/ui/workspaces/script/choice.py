"""What is chosen in a window's document, under one law: whatever is current is chosen.

Segments are chosen, in rundown order, with the current one among them; or standby plans, in their order, likewise; or
nothing: never segments and plans together. Only what stands in the show can be chosen. When all that was chosen goes,
its neighbour is chosen, and as long as nobody chooses anything else what went is chosen again when it comes back: an
edit that is refused, or undone, leaves the choice as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from livedesk.domain.rundown import Segment, Show, Standby


@dataclass(frozen=True, slots=True)
class Choice:
    """The ids of ``segments`` or of standby ``plans``, and the ``current`` one among them, whose text is shown;
    ``went`` is the choice in whose place this one stands."""

    segments: tuple[str, ...] = ()
    current: str = ""
    plans: tuple[str, ...] = ()
    went: Choice | None = field(default=None, compare=False)

    @property
    def ids(self) -> tuple[str, ...]:
        """Everything that is chosen."""
        return self.segments or self.plans


def choice_of(show: Show | None, ids: Collection[str], current: str = "") -> Choice:
    """What is chosen when these are asked for: of both kinds that of the ``current`` one. One that is not among them
    gives way to the first of them."""
    if show is None:
        return Choice()
    wanted = set(ids) or {current}
    segments = tuple(item.id for item in show.segments if item.id in wanted)
    if current not in segments:
        plans = tuple(plan.id for plan in show.standbys if plan.id in wanted)
        if plans and (current in plans or not segments):
            return Choice((), current if current in plans else plans[0], plans)
    return Choice(segments, current if current in segments else segments[0]) if segments else Choice()


def followed(
    choice: Choice, before: Show | None, show: Show, *, taken: bool, among: Collection[str] = ()
) -> Choice:
    """What is chosen once ``before`` has become ``show``. Of a choice that is gone as a whole the neighbour is the
    one that comes up in its place where a person has ``taken`` it out, else the one before it, behind which it once
    was put in: of those ``among`` which a person looks (empty: of all)."""
    if choice.went is not None:
        back = choice_of(show, choice.went.ids, choice.went.current)
        if back.current == choice.went.current:
            return back
    if not choice.current or (choice.plans and before is not None and before.standbys is show.standbys):
        return choice
    left = choice_of(show, choice.ids, choice.current)
    if left.current:
        return choice if left == choice else left
    near = ""
    if before is not None:
        near = _near(choice, before, show, taken, set(among)) or _near(choice, before, show, taken, set())
    return replace(choice_of(show, (), near), went=replace(choice, went=None))


def _near(choice: Choice, before: Show, show: Show, taken: bool, among: set[str]) -> str:
    """The neighbour of what has gone; empty where nothing is left."""
    plans = [plan.id for plan in show.standbys if not among or plan.id in among]
    ids = [item.id for item in show.segments if not among or item.id in among]
    if choice.segments:
        return _beside(before.segments, choice.segments, ids, taken) or next(iter(plans), "")
    return _beside(before.standbys, choice.plans, plans, taken) or next(reversed(ids), "")


def _beside(
    before: Sequence[Segment] | Sequence[Standby], gone: Collection[str], left: list[str], taken: bool
) -> str:
    lost, there = set(gone), set(left)
    order = [item.id for item in before]
    at = next((place for place, one in enumerate(order) if one in lost), 0)
    above = next((one for one in reversed(order[:at]) if one in there), "")
    below = next((one for one in order[at:] if one in there), "")
    # Where everything is another one, the same place is as near as anything.
    other = left[min(at, len(left) - 1)] if left else ""
    return (below or above if taken else above or below) or other
