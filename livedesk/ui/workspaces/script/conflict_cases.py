"""What two people made of one field, seen against the script as it stands now, and what a person has chosen so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from livedesk.domain.diff import ItemDiff, diff
from livedesk.domain.editing import rewrite
from livedesk.domain.edits import Edit, SpliceScript, apply
from livedesk.domain.errors import UserError
from livedesk.domain.rebase import FieldConflict, conflicts, settled
from livedesk.domain.rundown import Show, Standby
from livedesk.domain.script import Script
from livedesk.ui.workspaces.script.document import Conflict

Key = tuple[str, str]


class Side(StrEnum):
    """Whose version holds."""

    THEIRS = "theirs"
    MINE = "mine"


class Standing(StrEnum):
    """How a conflict stands: CHOOSE between two versions, READY to be applied as it is, CLOSED while the script is
    locked, GONE with the row that it changed, or MOOT: the script reads so already."""

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
        before = {key_of(one): one.theirs for one in self.fields}
        self.fields = self._fields(show)
        still = {key_of(one) for one in self.fields if before.get(key_of(one), one.theirs) == one.theirs}
        self.chosen = {key: side for key, side in self.chosen.items() if key in still}
        self.standing = self._stands(show)

    @property
    def left(self) -> int:
        """How many fields wait for a choice."""
        return sum(key_of(one) not in self.chosen for one in self.fields)

    def choose(self, side: Side, *fields: FieldConflict) -> None:
        """Let one side hold for these fields."""
        self.chosen |= {key_of(one): side for one in fields}

    def settle(self, show: Show) -> Edit | None:
        """The edit that does what was chosen, mine where nothing was; None where nothing is left to do."""
        theirs = frozenset(key for key, side in self.chosen.items() if side is Side.THEIRS)
        edit = self.conflict.edit
        if isinstance(edit, SpliceScript) and (plan := _plan(show, edit.item_id)) is not None:
            wanted = self._mine(edit.item_id)
            kept = wanted is None or (plan.id, "script") in theirs
            return None if wanted is None or kept else rewrite(plan.id, plan.script, wanted)
        return settled(edit, self.conflict.base, show, theirs) if self._whole else None

    @cached_property
    def wanted(self) -> tuple[ItemDiff, ...]:
        """The rows that the edit changes, with every field as it was and as it is wanted."""
        try:
            return diff(self.conflict.base, apply(self.conflict.base, self.conflict.edit)[0]).items
        except UserError:
            return ()

    @property
    def _whole(self) -> bool:
        """Whether what it was made on is still known: not where the row went before it was sent."""
        return bool(self.wanted)

    def _fields(self, show: Show) -> tuple[FieldConflict, ...]:
        if not self._whole:
            return ()
        edit = self.conflict.edit
        if not isinstance(edit, SpliceScript) or _plan(show, edit.item_id) is None:
            return conflicts(edit, self.conflict.base, show)
        was, now = _plan(self.conflict.base, edit.item_id), _plan(show, edit.item_id)
        wanted = self._mine(edit.item_id)
        if was is None or now is None or wanted is None or now.script in (was.script, wanted):
            return ()
        return (FieldConflict(now.id, "script", was.script, now.script, wanted),)

    def _mine(self, item_id: str) -> Script | None:
        """The script that is wanted."""
        for one in self.wanted:
            if one.id == item_id and one.after is not None:
                script: Script = one.after.script
                return script
        return None

    def _stands(self, show: Show) -> Standing:
        if show.approval.closed:
            return Standing.CLOSED
        if self.fields:
            return Standing.CHOOSE
        if self.settle(show) is not None:
            return Standing.READY
        edit = self.conflict.edit
        ids = [edit.item_id] if isinstance(edit, SpliceScript) else [one.id for one in self.wanted]
        there = any(show.segment(one) is not None or _plan(show, one) is not None for one in ids)
        return Standing.MOOT if there and self._whole else Standing.GONE


def key_of(one: FieldConflict) -> Key:
    """What a field in dispute is known by."""
    return one.segment_id, one.field


def _plan(show: Show, item_id: str) -> Standby | None:
    return next((plan for plan in show.standbys if plan.id == item_id), None)
