"""What two people made of one field, seen against the script as it stands now, and what a person has chosen so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from livedesk.domain.diff import ShowDiff, diff
from livedesk.domain.edits import Edit, apply
from livedesk.domain.errors import UserError
from livedesk.domain.rebase import FieldConflict, Key, Together, rebased, settled
from livedesk.domain.rundown import Approval, Show
from livedesk.ui.workspaces.script.conflict_met import Conflict


class Side(StrEnum):
    """Whose version holds."""

    THEIRS = "theirs"
    MINE = "mine"


class Standing(StrEnum):
    """How a conflict stands: CHOOSE between two versions, READY to be applied as it is, CLOSED while the script is
    locked, GONE: what it was made on was gone before it was sent, or MOOT: the script reads so already."""

    CHOOSE = "choose"
    READY = "ready"
    CLOSED = "closed"
    GONE = "gone"
    MOOT = "moot"


@dataclass(eq=False)
class Case:
    """A conflict in the queue, with the choices made so far. :meth:`look` at it before reading."""

    conflict: Conflict
    fields: tuple[FieldConflict, ...] = ()
    standing: Standing = Standing.CHOOSE
    chosen: dict[Key, Side] = field(default_factory=dict)

    def look(self, show: Show) -> None:
        """See it against the script as it stands now; a choice falls where they changed it since."""
        before = {one.key: one.theirs for one in self.fields}
        both = rebased(self.conflict.edit, self.conflict.base, show)
        self.fields = both.disputes if both is not None else ()
        still = {one.key for one in self.fields if before.get(one.key, one.theirs) == one.theirs}
        self.chosen = {key: side for key, side in self.chosen.items() if key in still}
        self.standing = self._stands(show, both)

    @property
    def left(self) -> int:
        """How many fields wait for a choice."""
        return sum(one.key not in self.chosen for one in self.fields)

    def choose(self, side: Side, *fields: FieldConflict) -> None:
        """Let one side hold for these fields."""
        self.chosen |= {one.key: side for one in fields}

    def settle(self, show: Show) -> Edit | None:
        """The edit that does what was chosen, mine where nothing was; None where nothing is left to do."""
        theirs = frozenset(key for key, side in self.chosen.items() if side is Side.THEIRS)
        return settled(self.conflict.edit, self.conflict.base, show, theirs)

    @cached_property
    def wanted(self) -> ShowDiff:
        """What the edit changes, with every field as it was and as it is wanted."""
        base = replace(self.conflict.base, approval=Approval.DRAFT)
        try:
            return diff(base, apply(base, self.conflict.edit)[0])
        except UserError:
            return ShowDiff()

    def _stands(self, show: Show, both: Together | None) -> Standing:
        if show.approval.closed:
            return Standing.CLOSED
        if both is None:
            return Standing.GONE
        if self.fields:
            return Standing.CHOOSE
        return Standing.MOOT if self.settle(show) is None else Standing.READY
