"""What the journal of a run calls an edit: its kind, and the segment where it is about one alone."""

from __future__ import annotations

from livedesk.domain.edits import ChangeSegments, Edit
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.rundown import Show


def edit_summary(show: Show, edit: Edit) -> str:
    """The name of the edit's kind; for a change of one segment alone, its number and title behind a space. Passing a
    segment over, and taking that back, have names of their own: ``SkipSegment``, ``UnskipSegment``. ``show`` is the one
    before the edit."""
    kind = type(edit).__name__
    match edit:
        case ChangeSegments((only,)):
            at = next((at for at, one in enumerate(show.segments) if one.id == only.segment_id), None)
            if at is None:
                return kind
            if set(only.values) == {"skipped"}:
                kind = "SkipSegment" if only.values["skipped"] else "UnskipSegment"
            return f"{kind} {shown_numbers(show.segments)[at]} {show.segments[at].title}"
        case _:
            return kind
