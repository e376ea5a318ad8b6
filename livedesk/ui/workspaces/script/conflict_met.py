"""An edit that was refused because of what somebody else changed meanwhile: what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.edits import (
    Batch,
    ChangeSegments,
    ChangeShow,
    Edit,
    InsertSegment,
    PutSegments,
    ReplaceProduct,
    ReplaceSegment,
    SetApproval,
    SpliceScript,
    apply,
)
from livedesk.domain.errors import UserError
from livedesk.domain.rebase import FieldConflict, conflicts, rebased, settled
from livedesk.domain.rundown import Show

_WRITES = (ChangeSegments, SpliceScript, ReplaceProduct, ChangeShow, InsertSegment, PutSegments, ReplaceSegment)


@dataclass(frozen=True, eq=False)
class Conflict:
    """An edit that was refused, the show it was made on, the show as it stands, and the fields to choose between.
    ``error`` says why it was refused."""

    edit: Edit
    base: Show
    current: Show
    fields: tuple[FieldConflict, ...]
    error: UserError


def meet(edit: Edit, base: Show, current: Show, error: UserError) -> Conflict | Edit | None:
    """What becomes of ``edit``, made on ``base`` and refused on ``current``: a conflict that a person has to settle,
    the edit to make in its place where nothing that both changed is in it, or None where nothing of it is lost."""
    if isinstance(edit, SetApproval) and current.approval is not base.approval:
        # A step from a state that it is not in any more.
        return None
    conflict = Conflict(edit, base, current, conflicts(edit, base, current), error)
    if conflict.fields:
        return conflict
    again = settled(edit, base, current, frozenset())
    if again is None or current.approval.closed:
        return conflict if isinstance(edit, SpliceScript) or _words_lost(edit, base, current) else None
    try:
        apply(current, again)
    except UserError:
        return conflict
    return again


def _words_lost(edit: Edit, base: Show, current: Show) -> bool:
    """Whether an edit that can't be made brought words or values that do not stand in the show anyway."""
    if not current.approval.closed and rebased(edit, base, current) is not None:
        # They stand there, or hung on what somebody removed.
        return False
    return _writes(edit, current)


def _writes(edit: Edit, current: Show) -> bool:
    if isinstance(edit, Batch):
        return any(_writes(one, current) for one in edit.edits)
    if not isinstance(edit, _WRITES):
        return False
    try:
        return apply(current, edit)[0] != current
    except UserError:
        return True
