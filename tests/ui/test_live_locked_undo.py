"""Ctrl+Z and Ctrl+Y on the desk while it is locked: what runs the show goes both ways, nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from live_room import Room, settle
from live_show import mid_show
from pytestqt.qtbot import QtBot

from livedesk.domain.edits import ChangeSegments, Edit, MoveProduct, SegmentChange
from livedesk.domain.events import OBS
from livedesk.domain.ports import Revision

SKIP = ChangeSegments((SegmentChange("s05", {"skipped": True}),))
RENAME = ChangeSegments((SegmentChange("s05", {"scene": "新名"}),))
MOVE = MoveProduct("p1", 0)


def keep(room: Room, edit: Edit, by: str = "导播", after_ms: int = 1) -> None:
    """An edit in the document's history, so long after the show went on air; the desk is locked."""
    journal = mid_show()
    room.show(journal)
    at_ms = journal.run.instant(journal.run.airings[0].started_ms) + after_ms
    room.services.shows.steps.append(Revision(2, "edit", None, None, edit, by, at_ms))
    room.desk.context.lock.set_on_air(True)


@pytest.mark.parametrize(("edit", "by"), [(SKIP, "导播"), (RENAME, OBS)])
def test_a_skip_and_a_rename_made_on_air_are_taken_back_and_again(
    room: Room, qtbot: QtBot, edit: Edit, by: str
) -> None:
    keep(room, edit, by)
    actions, services = room.desk.context.actions, room.services
    actions.trigger("undo")
    qtbot.waitUntil(lambda: services.undone == 1)
    services.shows.steps[0] = replace(services.shows.steps[0], undone=3)
    actions.trigger("redo")
    qtbot.waitUntil(lambda: services.undone == 0)


@pytest.mark.parametrize(("edit", "by", "after_ms"), [(MOVE, "导播", 1), (RENAME, "导播", 1), (SKIP, "导播", -1)])
def test_other_edits_stay_until_the_desk_is_unlocked(
    room: Room, qtbot: QtBot, edit: Edit, by: str, after_ms: int
) -> None:
    keep(room, edit, by, after_ms)
    center, services = room.desk.center, room.services
    room.desk.context.actions.trigger("undo")
    qtbot.waitUntil(lambda: center.notes.banner("error") is not None)
    banner = center.notes.banner("error")
    assert banner is not None
    assert "Ctrl+Alt+L" in banner.words.text()
    room.desk.context.actions.trigger("redo")
    settle()
    assert services.undone == 0
    room.desk.context.lock.toggle()
    room.desk.context.actions.trigger("undo")
    qtbot.waitUntil(lambda: services.undone == 1)
