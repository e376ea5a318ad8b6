"""The row that is hit blind: GO, hold, ±30 s, back, panic. It never moves and never changes its order."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from livedesk.domain.run import FollowStop, Phase
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP
from livedesk.ui.widgets.buttons import KeyButton
from livedesk.ui.workspaces.live.go_button import HEIGHT, GoButton
from livedesk.ui.workspaces.live.pace_actions import VETO_KEY
from livedesk.ui.workspaces.live.view import DeskView, GoMode

OTHERS = ("hold", "more_time", "less_time", "back", "panic")


class Transport(QWidget):
    """Six buttons over the desk's actions."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.go = GoButton(context.actions, context.theme)
        row.addWidget(self.go, 20)
        self.buttons: dict[str, KeyButton] = {}
        for action_id in OTHERS:
            variant = "danger" if action_id == "panic" else ""
            button = KeyButton(context.actions, action_id, context.family, variant=variant)
            button.setFixedHeight(HEIGHT)
            self.buttons[action_id] = button
            row.addWidget(button, 10)

    def show_view(self, view: DeskView) -> None:
        """Say what GO will do, and mark a hold."""
        set_property(self.buttons["hold"], "state", "next" if view.run.held else "")
        set_property(self.buttons["panic"], "state", "air" if view.panicking else "")
        match view.go:
            case GoMode.LIVE if view.blocking:
                self.go.set_detail("▲ " + self.tr("critical checks open: {0}").format(view.blocking), blocked=True)
            case GoMode.LIVE:
                first = view.next.title if view.next is not None else ""
                self.go.set_detail(self.tr("begins with: {0}").format(first))
            case GoMode.NEXT:
                self._next(view)
            case GoMode.END:
                self.go.set_detail(self.tr("nothing follows · press twice"))
            case GoMode.NOTHING:
                self.go.set_detail(self._why_not(view))

    def _next(self, view: DeskView) -> None:
        following, number = view.next, (view.table.next or 0) + 1
        left = view.follow_in
        words = "" if following is None else f"{number:02d} {following.title}"
        count, key = "", ""
        if left is not None:
            count, key = self.tr("auto {0}").format(fmt.countdown(max(0, left))), VETO_KEY
        elif view.run.follow_stopped is FollowStop.VETOED:
            count, key = self.tr("auto off"), VETO_KEY
        self.go.set_detail(words, count, stop_key=key)

    def _why_not(self, view: DeskView) -> str:
        if view.resuming:
            return self.tr("say first whether to go on")
        if not view.show.segments:
            return self.tr("add a segment first")
        if view.run.phase is not Phase.ENDED and all(item.skipped for item in view.show.segments):
            return self.tr("every segment is skipped")
        return self.tr("the show is over")
