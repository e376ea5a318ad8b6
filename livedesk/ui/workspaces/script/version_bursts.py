"""The history of a script, folded: what one person did within minutes is one line that opens."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from livedesk.domain.clock import MINUTE
from livedesk.domain.ports import Revision

GAP_MS = 5 * MINUTE
"""Steps of one person with less than this between them are one burst."""
LONGEST_MS = 60 * MINUTE


@dataclass(frozen=True, slots=True)
class Burst:
    """Steps of one person, the newest first; a step of the approval stands alone."""

    steps: tuple[Revision, ...]

    @property
    def first(self) -> Revision:
        """The oldest."""
        return self.steps[-1]

    @property
    def last(self) -> Revision:
        """The newest."""
        return self.steps[0]


def bursts(steps: Sequence[Revision], aired: Set[int] = frozenset()) -> tuple[Burst, ...]:
    """Fold steps, the newest first. Clocks may have been set back between two steps: that parts them only where it
    is more than the gap. A version that went on air (``aired``) ends a burst: what follows was done after that."""
    found: list[list[Revision]] = []
    for step in steps:
        if found and step.revision not in aired and _together(found[-1], step):
            found[-1].append(step)
        else:
            found.append([step])
    return tuple(Burst(tuple(held)) for held in found)


def _together(held: Sequence[Revision], older: Revision) -> bool:
    newest, oldest = held[0], held[-1]
    if "approval" in (oldest.action, older.action) or oldest.by != older.by:
        return False
    return abs(oldest.at_ms - older.at_ms) < GAP_MS and abs(newest.at_ms - older.at_ms) < LONGEST_MS
