"""Marking a moment, by one key: what was on air and where the recording stands are kept with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from livedesk.domain import commands as c
from livedesk.domain.events_desk import MomentKind
from livedesk.domain.run import Moment, Phase
from livedesk.ui.actions import Category
from livedesk.ui.context import DeskContext
from livedesk.ui.which import slot_of
from livedesk.ui.workspaces.live.moment_strip import NOTE_KEY, MomentStrip
from livedesk.ui.workspaces.live.off_words import not_open
from livedesk.ui.workspaces.live.recording_time import recording_ms
from livedesk.ui.workspaces.live.view import DeskView


class MomentActions(QObject):
    """Sends the commands, those of the ``strip`` too, in which the note is written."""

    def __init__(self, context: DeskContext, strip: MomentStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._strip = strip
        strip.noted.connect(self._noted)
        self._view: DeskView | None = None
        add = context.actions.add
        marks = (MomentKind.MOMENT, MomentKind.WARNING, MomentKind.VIOLATION)
        moment, warning, violation = (slot_of(kind, self._mark, self) for kind in marks)
        for action_id, text, slot, key in (
            ("mark_moment", self.tr("Mark this moment"), moment, "K"),
            ("note_moment", self.tr("Write a note on the newest moment"), self._note, NOTE_KEY),
            ("mark_warning", self.tr("Log a warning of the platform"), warning, "V"),
            ("mark_violation", self.tr("Log a violation"), violation, "Shift+V"),
        ):
            add(action_id, text, slot, category=Category.DESK, shortcut=key, desk=True)
        self.show_view(None)

    def show_view(self, view: DeskView | None) -> None:
        """Allow the actions by what is on the desk now (None: no show)."""
        self._view = view
        actions = self._context.actions
        there = view if view is not None and view.run.phase is not Phase.NONE else None
        why = not_open(there)
        for action_id in ("mark_moment", "mark_warning", "mark_violation"):
            actions[action_id].allow(not why, why)
        noted = not why and there is not None and bool(there.run.moments)
        actions["note_moment"].allow(noted, why or self.tr("No moment is marked yet"))

    @Slot(object)
    def _mark(self, kind: MomentKind) -> None:
        if self._view is not None:
            now = self._context.clock.now().wall_ms
            self._context.dispatch(c.MarkMoment(kind, "", recording_ms(self._view.obs, now)))

    @Slot()
    def _note(self) -> None:
        if self._view is not None and self._view.run.moments:
            self._strip.edit(self._view.run.moments[-1], take_keys=True)

    @Slot(object)
    def write(self, moment: Moment) -> None:
        """Write the note of a moment."""
        self._strip.edit(moment, take_keys=True)

    @Slot(int, str)
    def _noted(self, moment_id: int, note: str) -> None:
        self._context.dispatch(c.NoteMoment(moment_id, note))
