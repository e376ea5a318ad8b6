"""OBS's outputs as actions: for the palette and for keys from afar. A press arms a start or a stop, a second one within
five seconds asks for it; on the panel a button is held instead."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from livedesk.domain import commands as c
from livedesk.domain.clock import SECOND
from livedesk.domain.events_desk import OutputKind, OutputState
from livedesk.domain.outputs import Output
from livedesk.ui.actions import ARMED_MS, Category
from livedesk.ui.context import DeskContext
from livedesk.ui.which import slot_of
from livedesk.ui.workspaces.live.off_words import not_linked, not_open
from livedesk.ui.workspaces.live.output_words import switch_words
from livedesk.ui.workspaces.live.view import DeskView

SAVE_REPLAY = "save_replay"
STUCK_MS = 10 * SECOND


def starts(output: Output) -> bool:
    """Whether the next press starts it: one that is on its way, up or down, can only be stopped."""
    return output.state is OutputState.STOPPED


class OutputActions(QObject):
    """Sends commands for the view that was shown last."""

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: DeskView | None = None
        self._armed: OutputKind | None = None
        self._moving: dict[OutputKind, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ARMED_MS)
        self._timer.timeout.connect(self._disarm)
        for kind in OutputKind:
            words, slot = switch_words(kind, on=True), slot_of(kind, self._press, self)
            context.actions.add(kind.value, words, slot, category=Category.DESK)
        context.actions.add(SAVE_REPLAY, self.tr("Keep a replay"), self._save, category=Category.DESK)
        self.show_view(None)

    def show_view(self, view: DeskView | None) -> None:
        """Name and allow the actions by what is on the desk now (None: no show)."""
        self._view = view
        actions = self._context.actions
        why = self.why(view)
        for kind in OutputKind:
            output = view.obs.outputs.of(kind) if view is not None else Output()
            action = actions[kind.value]
            words = switch_words(kind, on=starts(output))
            if action.text() != words:
                action.setText(words)
            busy = self.tr("OBS is at it; wait a moment") if self._moves(kind, output) else ""
            action.allow(not (why or busy), why or busy)
        runs = view is not None and view.obs.outputs.replay.runs
        actions[SAVE_REPLAY].allow(runs and not why, why or self.tr("The replay buffer does not run"))

    def why(self, view: DeskView | None) -> str:
        """Why no output can be switched now; empty where they can."""
        if view is None or view.resuming:
            return not_open(view)
        return not_linked(view, view.obs)

    @Slot(object)
    def switch(self, kind: OutputKind) -> None:
        """Ask OBS to start this output, or to stop it where it runs."""
        self._disarm()
        if self._view is not None:
            self._context.dispatch(c.SwitchOutput(kind, starts(self._view.obs.outputs.of(kind))))

    def _moves(self, kind: OutputKind, output: Output) -> bool:
        """Whether it is on its way still: one that gets nowhere can be stopped once more, which OBS then forces."""
        if not output.moves:
            self._moving.pop(kind, None)
            return False
        since = self._moving.setdefault(kind, self._context.clock.now().mono_ms)
        return self._context.clock.now().mono_ms - since < STUCK_MS

    @Slot(object)
    def _press(self, kind: OutputKind) -> None:
        if self._armed is kind:
            self.switch(kind)
            return
        self._armed = kind
        self._timer.start()
        again = self.tr("do it again within five seconds: {what}").format(
            what=self._context.actions[kind.value].text()
        )
        self._context.actions.refused.emit(kind.value, again)

    @Slot()
    def _disarm(self) -> None:
        self._armed = None
        self._timer.stop()

    @Slot()
    def _save(self) -> None:
        self._context.dispatch(c.SaveReplay())
