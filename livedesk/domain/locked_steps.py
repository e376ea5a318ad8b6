"""Which steps of a document may be taken back, or taken again, while the desk is locked against edits: what came by one
key on air (a skip) or from OBS (a scene's new name) goes by one key."""

from __future__ import annotations

from collections.abc import Sequence

from livedesk.domain.edits import ChangeSegments, Edit
from livedesk.domain.events import OBS
from livedesk.domain.ports import Revision


def undone_next(steps: Sequence[Revision]) -> Revision | None:
    """The edit that an undo takes back; None where there is none among ``steps`` (in any order)."""
    standing = (step for step in steps if step.action == "edit" and step.undone is None)
    return max(standing, key=lambda step: step.revision, default=None)


def redone_next(steps: Sequence[Revision]) -> Revision | None:
    """The edit that a redo applies again; None where there is none among ``steps``: a new edit leaves nothing."""
    last = max((step.revision for step in steps if step.action == "edit"), default=0)
    undone = [(step.undone, step) for step in steps if step.undone is not None and step.undone > last]
    return max(undone, key=lambda pair: pair[0])[1] if undone else None


def runs_the_show(step: Revision, on_air_since: int) -> bool:
    """Whether a step is a skip, or a scene's new name in OBS, made since the show went on air (epoch ms)."""
    return step.at_ms >= on_air_since and (step.by == OBS or _skips(step.edit))


def _skips(edit: Edit) -> bool:
    if not isinstance(edit, ChangeSegments):
        return False
    return bool(edit.changes) and all(change.values.keys() == {"skipped"} for change in edit.changes)
