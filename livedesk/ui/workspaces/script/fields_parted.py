"""Words typed into fields that can't go into the document any more: it was locked, or what they belong to is gone."""

from __future__ import annotations

from collections.abc import Iterable

from livedesk.domain import editing
from livedesk.domain.errors import UserError
from livedesk.domain.rebase import conflicts
from livedesk.domain.rundown import Show
from livedesk.ui.workspaces.script.document import Conflict, ScriptDocument
from livedesk.ui.workspaces.script.fields_form import Form


def hand_over(document: ScriptDocument, base: Show, now: Show, forms: Iterable[Form | None]) -> None:
    """What is typed in ``forms`` on the show ``base`` stands beside what the document has ``now``, until a person has
    chosen."""
    wanted = editing.joined(edit for form in forms if form is not None for edit in form.part(base))
    if wanted is None:
        return
    error = UserError("edit.stale", show=now.id, base=document.revision, current=document.revision)
    if now.approval.closed:
        error = UserError("edit.closed", state=now.approval.value)
    document.conflicted.emit(Conflict(wanted, base, now, conflicts(wanted, base, now), error))
