"""A small show that two people change, and what becomes of it."""

from __future__ import annotations

from livedesk.domain import editing
from livedesk.domain.edits import Edit, apply
from livedesk.domain.rebase import conflicts, settled
from livedesk.domain.rundown import Show
from livedesk.domain.script import parse_script
from tests.unit import shows as small


def plain() -> Show:
    """Three segments of three lines."""
    rows = [small.segment(number, 5, script=parse_script("一\n二\n三")) for number in (1, 2, 3)]
    return small.show("2026-11-25T20:00", *rows)


def field(show: Show, segment_id: str, name: str, value: object) -> Edit:
    """A field of a segment, as the page asks for it."""
    edit = editing.set_field(show, {segment_id}, name, value)
    assert edit is not None
    return edit


def lists(base: Show, theirs: Edit, mine: Edit) -> Show:
    """What two edits of one show become where nothing is in dispute."""
    current = apply(base, theirs)[0]
    assert conflicts(mine, base, current) == ()
    edit = settled(mine, base, current, frozenset())
    return current if edit is None else apply(current, edit)[0]
