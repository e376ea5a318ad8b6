"""Keys that change what comes next: the automatic follow called off, the next segment passed over."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain import commands as c
from livedesk.domain import editing
from livedesk.domain.run import FollowStop
from livedesk.domain.rundown import EndMode
from livedesk.ui.actions import Category
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.live.off_words import not_on_air, not_open
from livedesk.ui.workspaces.live.view import DeskView

VETO_KEY = "A"


class PaceActions(QObject):
    """``edited`` carries the edit that passes the next segment over."""

    edited = Signal(object)

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: DeskView | None = None
        add = context.actions.add
        for action_id, text, slot, key in (
            ("veto_follow", self.tr("Call the automatic follow off"), self._veto, VETO_KEY),
            ("skip_next", self.tr("Skip the next one"), self._skip, "X"),
        ):
            add(action_id, text, slot, category=Category.DESK, shortcut=key, desk=True)
        self.show_view(None)

    def show_view(self, view: DeskView | None) -> None:
        """Name and allow the actions by what is on the desk now (None: no show)."""
        self._view = view
        veto, skip = self._context.actions["veto_follow"], self._context.actions["skip_next"]
        if view is None:
            for action in (veto, skip):
                action.allow(False, not_open(None))
            return
        off = not_on_air(view)
        segment = view.on_air
        own = segment is not None and not view.standby and segment.end_mode is EndMode.AUTO_FOLLOW
        words = (
            self.tr("Let it follow by itself") if self._vetoed(view) else self.tr("Call the automatic follow off")
        )
        if veto.text() != words:
            veto.setText(words)
        veto.allow(not off and own, off or self.tr("Nothing follows by itself here"))
        skip.allow(not off and view.next is not None, off or self.tr("Nothing follows that could be skipped"))

    @staticmethod
    def _vetoed(view: DeskView) -> bool:
        return view.run.follow_stopped is not FollowStop.NONE

    @Slot()
    def _veto(self) -> None:
        view = self._view
        if view is not None and view.run.airing is not None:
            self._context.dispatch(c.VetoFollow(view.run.airing.number, vetoed=not self._vetoed(view)))

    @Slot()
    def _skip(self) -> None:
        """Not a live act but an edit: Ctrl+Z brings the segment back."""
        following = self._view.next if self._view is not None else None
        if following is not None:
            edit = editing.change(following, replace(following, skipped=True))
            if edit is not None:
                self.edited.emit(edit)
