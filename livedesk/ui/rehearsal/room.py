"""Everything of a rehearsal that stands over the pages of the window, with its actions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from livedesk.domain.errors import UserError
from livedesk.domain.lapse import SPEEDS
from livedesk.domain.rehearsing import RehearsalWishes, Rehearsing
from livedesk.domain.run import Phase
from livedesk.domain.status import ObsStatus
from livedesk.services.session.snapshot import RehearsalOver, SessionSnapshot
from livedesk.ui.actions import Category
from livedesk.ui.context import DeskContext, GoTo, Tick
from livedesk.ui.rehearsal.bar import RehearsalBar, RehearsalOverBar
from livedesk.ui.rehearsal.strip import RehearsalStrip
from livedesk.ui.style import set_property
from livedesk.ui.words import sentence

REHEARSE = "rehearse"
FRAME = 4
"""The frame around the pages with the air in it, in pixels."""


class RehearsalRoom(QWidget):
    """Fed by :meth:`on_tick`. ``framed`` is what gets a frame while a rehearsal runs; ``left`` tells that the keys are
    free again."""

    left = Signal()

    def __init__(self, context: DeskContext, framed: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._framed = framed
        self._rehearsing: Rehearsing | None = None
        self._asked: int | None = None
        self._over: RehearsalOver | None = None
        self.strip = RehearsalStrip(context)
        self.bar = RehearsalBar(context)
        self.over = RehearsalOverBar(context)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for part in (self.strip, self.bar, self.over):
            box.addWidget(part)
            part.installEventFilter(self)
        self.strip.wanted.connect(self._begin)
        self.strip.left.connect(self.left)
        self.bar.speed.connect(self._set_speed)
        self.bar.paused.connect(self._set_paused)
        self.bar.by_itself.connect(self._set_robot)
        self.bar.ended.connect(self._end)
        self.over.review.connect(self._review)
        self._actions()
        context.bridge.subscribe(ObsStatus, self.strip.set_obs)
        context.bridge.subscribe(RehearsalOver, self._ended)
        self.hide()

    def on_tick(self, tick: Tick) -> None:
        """Say how the rehearsal stands, and whether one can begin."""
        snapshot = tick.snapshot
        rehearsing = snapshot.rehearsing if snapshot is not None else None
        self._context.actions[REHEARSE].allow(*self._may_begin(snapshot))
        if rehearsing is self._rehearsing:
            return
        self._rehearsing = rehearsing
        if rehearsing is None or rehearsing.lapse.speed == self._asked:
            self._asked = None
        set_property(self._framed, "rehearsal", "true" if rehearsing is not None else "false")
        around = FRAME if rehearsing is not None else 0
        self._framed.setContentsMargins(around, around, around, around)
        for action in self._steering:
            action.allow(rehearsing is not None, self.tr("No rehearsal is running"))
        if rehearsing is None:
            self.bar.hide()
            return
        self.strip.dismiss()
        self.over.hide()
        self.bar.show_state(rehearsing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It takes no room while nothing of it is shown."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(any(not part.isHidden() for part in (self.strip, self.bar, self.over)))
        return False

    def _may_begin(self, snapshot: SessionSnapshot | None) -> tuple[bool, str]:
        if snapshot is None or snapshot.run_id is None:
            return False, self.tr("Open a show first")
        if snapshot.rehearsing is not None:
            return False, self.tr("A rehearsal is running; end it first")
        if snapshot.resuming:
            return False, self.tr("Say first whether this show goes on")
        if snapshot.state.run.phase is Phase.ON_AIR:
            return False, self.tr("The show is on air: it can be rehearsed when it is over")
        if all(item.skipped for item in snapshot.state.show.segments):
            return False, self.tr("The rundown has no segment to take")
        return True, ""

    def _actions(self) -> None:
        actions = self._context.actions
        add = partial(actions.add, category=Category.SHOW)
        add(REHEARSE, self.tr("Rehearse …"), self.ask, shortcut="Ctrl+Shift+R")
        self._steering = (
            add("rehearsal_end", self.tr("End the rehearsal"), self._end),
            add("rehearsal_pause", self.tr("Pause the rehearsal, go on"), self._toggle_pause, shortcut="Alt+P"),
            add("rehearsal_faster", self.tr("Rehearse faster"), self._faster, shortcut="Alt+="),
            add("rehearsal_slower", self.tr("Rehearse slower"), self._slower, shortcut="Alt+-"),
            add("rehearsal_robot", self.tr("Rehearse by itself, by hand"), self._toggle_robot),
        )
        self.actions_ = (actions[REHEARSE], *self._steering)
        actions[REHEARSE].allow(*self._may_begin(None))
        for action in self._steering:
            action.allow(False, self.tr("No rehearsal is running"))

    @Slot()
    def ask(self) -> None:
        """Ask how to rehearse; the same again lets it be."""
        if self.strip.isHidden():
            self.over.hide()
            self.strip.ask()
        else:
            self.strip.dismiss()

    @Slot(object)
    def _begin(self, wishes: RehearsalWishes) -> None:
        services = self._context.services
        self.strip.start.setEnabled(False)
        self._context.background.run(
            lambda: services.begin_rehearsal(wishes), self._begun, self._refused, urgent=True
        )

    @Slot(object)
    def _begun(self, _nothing: object) -> None:
        self.strip.start.setEnabled(True)
        self.strip.dismiss()
        if "show_live" in self._context.actions:
            self._context.actions.trigger("show_live")

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        self.strip.start.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        self.strip.say(sentence(error))

    @Slot(object)
    def _ended(self, over: RehearsalOver) -> None:
        self._over = over
        self.over.tell(over.title)

    @Slot()
    def _review(self) -> None:
        self.over.hide()
        if self._over is not None:
            self._context.bridge.post(GoTo("review", str(self._over.run_id)))

    @Slot()
    def _end(self) -> None:
        self._context.services.end_rehearsal()

    @Slot(int)
    def _set_speed(self, speed: int) -> None:
        self._asked = speed
        self._context.services.steer_rehearsal(speed=speed, paused=False)

    @Slot(bool)
    def _set_paused(self, paused: bool) -> None:
        self._context.services.steer_rehearsal(paused=paused)

    @Slot(bool)
    def _set_robot(self, by_itself: bool) -> None:
        self._context.services.steer_rehearsal(by_itself=by_itself)

    @Slot()
    def _toggle_pause(self) -> None:
        if self._rehearsing is not None:
            self._set_paused(not self._rehearsing.lapse.paused)

    @Slot()
    def _toggle_robot(self) -> None:
        if self._rehearsing is not None:
            self._set_robot(not self._rehearsing.wishes.by_itself)

    @Slot()
    def _faster(self) -> None:
        self._step(1)

    @Slot()
    def _slower(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._rehearsing is not None:
            # A key that is pressed fast goes on from what the one before it asked for.
            at = SPEEDS.index(self._asked or self._rehearsing.lapse.speed) + step
            if 0 <= at < len(SPEEDS):
                self._set_speed(SPEEDS[at])
