"""The actions of the desk: what a key or a button does now, what it is called now, and why it does nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from livedesk.domain import commands as c
from livedesk.domain.clock import SECOND
from livedesk.domain.status import ObsStatus
from livedesk.ui.actions import ARMED_MS, DESK_KEYS, STANDBYS, Category
from livedesk.ui.bounce import STEP_BOUNCE_MS
from livedesk.ui.context import DeskContext
from livedesk.ui.which import slot_of
from livedesk.ui.workspaces.live.off_words import not_on_air, not_open
from livedesk.ui.workspaces.live.panic_key import PanicKey
from livedesk.ui.workspaces.live.view import DeskView, GoMode

NO_OBS = ObsStatus()
STEP_MS = 30 * SECOND
_STEPS = ("more_time", "less_time")
_WITH_A_SHOW = ("find", "message", "tick_cue", "undo", "redo")


class DeskActions(QObject):
    """Sends commands for the view that was shown last."""

    asked = Signal(str)
    """An action that belongs to a panel: find, message, tick_cue, undo, redo."""

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: DeskView | None = None
        self._plans: tuple[str, ...] = ()
        self._standbys = list(STANDBYS)
        self._armed = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ARMED_MS)
        self._timer.timeout.connect(self._disarm)
        calls = (slot_of(place, self._call, self) for place in range(1, len(STANDBYS) + 1))
        self.panic = PanicKey(context, self)
        desk: tuple[tuple[str, str, Callable[[], Any]], ...] = (
            ("go", self.tr("GO"), self._go),
            ("hold", self.tr("Hold"), self._hold),
            ("more_time", self.tr("+30 s"), self._more),
            ("less_time", self.tr("−30 s"), self._less),
            ("back", self.tr("Back"), self._back),
            ("panic", self.tr("Panic"), self.panic.press),
            ("end_standby", self.tr("End the standby plan"), self._end_standby),
            *zip(STANDBYS, self._standby_names(), calls, strict=True),
        )
        for action_id, text, slot in desk:
            context.actions.desk(action_id, text, slot, bounce_ms=STEP_BOUNCE_MS if action_id in _STEPS else None)
        add = context.actions.add
        add(
            "tick_cue",
            self.tr("Tick the first console cue"),
            self._tick,
            category=Category.DESK,
            shortcut="T",
            desk=True,
        )
        add(
            "message", self.tr("Write to the host"), self._message, category=Category.DESK, shortcut="M", desk=True
        )
        self.local = (
            add(
                "find",
                self.tr("Find in the rundown"),
                self._find,
                category=Category.SHOW,
                shortcut="Ctrl+F",
                page="live",
            ),
            add(
                "undo",
                self.tr("Undo the last edit"),
                self._undo,
                category=Category.SHOW,
                shortcut="Ctrl+Z",
                page="live",
            ),
            add("redo", self.tr("Redo"), self._redo, category=Category.SHOW, shortcut="Ctrl+Y", page="live"),
            add(
                "end_show",
                self.tr("End the show now"),
                self._end_now,
                category=Category.DESK,
                shortcut="Ctrl+Shift+E",
            ),
        )
        self.show_view(None)

    def show_view(self, view: DeskView | None, obs: ObsStatus = NO_OBS) -> None:
        """Name and allow the actions by what is on the desk now (None: no show), and by what OBS has."""
        self._view = view
        self.panic.show_view(view, obs)
        actions = self._context.actions
        if view is None:
            why = not_open(None)
            actions["end_show"].allow(False, why)
            for action_id in (*(DESK_KEYS.keys() - {"panic"}), *self._standbys[len(STANDBYS) :]):
                actions[action_id].allow(False, why)
            for action_id in _WITH_A_SHOW:
                actions[action_id].allow(False, why)
            return
        for action_id in _WITH_A_SHOW:
            actions[action_id].allow(True)
        self._name_go(view)
        off = not_on_air(view)
        live = not off
        hold = actions["hold"]
        hold.setText(self.tr("Go on") if view.run.held else self.tr("Hold"))
        hold.allow(live, off)
        for action_id in _STEPS:
            actions[action_id].allow(live, off)
        first = len(view.run.airings) < 2
        actions["back"].allow(live and not first, off or self.tr("This is the first one on air"))
        actions["end_standby"].allow(live and view.paused, off or self._no_plan_to_end(view))
        actions["end_show"].allow(view.live, off)  # also where it is asked whether to go on
        plans = [item for item in view.show.standbys if not item.panic]
        self._plans = tuple(item.id for item in plans)
        for place in range(len(self._standbys) + 1, len(plans) + 1):
            self._standbys.append(f"standby_{place}")
            actions.add(self._standbys[-1], "", slot_of(place, self._call, self), category=Category.DESK)
        for place, (action_id, name) in enumerate(zip(self._standbys, self._standby_names(), strict=True)):
            known = place < len(plans)
            words = f"{name} · {plans[place].title}" if known else name
            if actions[action_id].text() != words:
                actions[action_id].setText(words)
            actions[action_id].allow(live and known, off if known else self._no_plan(action_id))

    def _no_plan(self, action_id: str) -> str:
        """Why a key of the plans does nothing; those without a key are not asked for."""
        none = self.tr("no plan is on this key; the page Script has “Add a standby plan”")
        return none if action_id in DESK_KEYS else ""

    def _no_plan_to_end(self, view: DeskView) -> str:
        if view.standby:
            return self.tr("This plan takes the item's place; GO goes on")
        return self.tr("No standby plan is on air")

    def _name_go(self, view: DeskView) -> None:
        go = self._context.actions["go"]
        match view.go:
            case GoMode.LIVE:
                words = self.tr("Go live")
            case GoMode.END:
                words = self.tr("Press again to end") if self._armed == "go" else self.tr("End show")
            case _:
                words = self.tr("GO")
        if view.go is not GoMode.END and self._armed == "go":
            self._armed = ""
        if go.text() != words:
            go.setText(words)
        go.allow(view.go is not GoMode.NOTHING, self.tr("Nothing can be taken now"))

    def _send(self, command: c.Command) -> None:
        self._context.dispatch(command)

    @Slot()
    def _go(self) -> None:
        view = self._view
        if view is None:
            return
        match view.go:
            case GoMode.LIVE:
                self._send(c.GoLive())
            case GoMode.NEXT:
                self._send(c.Go(view.run.current))
            case GoMode.END:
                self._end("go")
            case GoMode.NOTHING:
                return

    def _end(self, by: str) -> bool:
        """The first press of an action arms it, its second within five seconds ends the show. Whether it ended."""
        ends = self._armed == by
        self._disarm()
        if ends:
            self._send(c.EndShow())
            return True
        self._armed = by
        self._timer.start()
        if self._view is not None:
            self._name_go(self._view)
        return False

    @Slot()
    def _end_now(self) -> None:
        if not self._end("end_show"):
            again = self.tr("press the same keys again within five seconds")
            self._context.actions.refused.emit("end_show", again)

    @Slot()
    def _disarm(self) -> None:
        self._armed = ""
        self._timer.stop()
        if self._view is not None:
            self._name_go(self._view)

    @Slot()
    def _hold(self) -> None:
        self._send(c.ToggleHold())

    @Slot()
    def _more(self) -> None:
        self._send(c.AdjustTime(STEP_MS))

    @Slot()
    def _less(self) -> None:
        self._send(c.AdjustTime(-STEP_MS))

    @Slot()
    def _back(self) -> None:
        self._send(c.Back())

    @Slot()
    def _end_standby(self) -> None:
        self._send(c.EndStandby())

    @Slot(object)
    def _call(self, place: int) -> None:
        if place <= len(self._plans):
            self._send(c.CallStandby(self._plans[place - 1]))

    def _standby_names(self) -> tuple[str, ...]:
        words = self.tr("Standby plan {0}")
        return tuple(words.format(place) for place in range(1, len(self._standbys) + 1))

    @Slot()
    def _tick(self) -> None:
        self.asked.emit("tick_cue")

    @Slot()
    def _message(self) -> None:
        self.asked.emit("message")

    @Slot()
    def _find(self) -> None:
        self.asked.emit("find")

    @Slot()
    def _undo(self) -> None:
        self.asked.emit("undo")

    @Slot()
    def _redo(self) -> None:
        self.asked.emit("redo")
