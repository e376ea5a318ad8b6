"""The director's desk: rundown at the left, pictures, buttons and numbers in the middle, products at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QStackedLayout,
    QWidget,
)

from livedesk.domain import commands as c
from livedesk.domain.errors import UserError
from livedesk.domain.events import MessageKind
from livedesk.domain.numbers import Numbers
from livedesk.domain.status import LinkState, ObsPicture, ObsStatus, PrompterStatus
from livedesk.domain.timetable import Timetable
from livedesk.services.session.snapshot import Refused, SessionSnapshot
from livedesk.ui.context import DeskContext, Tick, Workspace
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.live.arranger import Arranger
from livedesk.ui.workspaces.live.center_column import CenterColumn
from livedesk.ui.workspaces.live.desk_actions import DeskActions
from livedesk.ui.workspaces.live.desk_edits import DeskEdits
from livedesk.ui.workspaces.live.hands import Hands
from livedesk.ui.workspaces.live.layout_desk import LayoutDesk
from livedesk.ui.workspaces.live.moment_actions import MomentActions
from livedesk.ui.workspaces.live.nothing_page import NothingPage
from livedesk.ui.workspaces.live.output_actions import OutputActions
from livedesk.ui.workspaces.live.pace_actions import PaceActions
from livedesk.ui.workspaces.live.panels import LivePanels
from livedesk.ui.workspaces.live.pictures import Pictures
from livedesk.ui.workspaces.live.prompter_actions import PrompterActions
from livedesk.ui.workspaces.live.recordings import Recordings
from livedesk.ui.workspaces.live.remote_actions import RemoteActions
from livedesk.ui.workspaces.live.right_column import RightColumn
from livedesk.ui.workspaces.live.run_log import RunLog
from livedesk.ui.workspaces.live.rundown_panel import RundownPanel
from livedesk.ui.workspaces.live.sound_actions import SoundActions
from livedesk.ui.workspaces.live.view import DeskView

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class LiveDesk(Workspace):
    """Holds no truth: it shows the snapshot and the timetable that it is given, and sends commands."""

    id = "live"
    icon = "live"

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._snapshot: SessionSnapshot | None = None
        self._obs = ObsStatus()
        self._numbers: Numbers | None = None
        self._prompter = PrompterStatus()
        self._run_id: int | None = None
        self._view: DeskView | None = None
        self._watched: str | None = None
        self._cues: QWidget | None = None
        self.actions_ = DeskActions(context, self)
        self.hands = Hands(context, self)
        self.edits = DeskEdits(context, self)
        self.recordings = Recordings(context, self)
        self.pace = PaceActions(context, self)
        self.remote = RemoteActions(context, self)
        self.outputs = OutputActions(context, self)
        self.prompter = PrompterActions(context, self)
        self.sound = SoundActions(context, self)
        self.pictures = Pictures(context, self)
        self.rundown = RundownPanel(context)
        self.center = CenterColumn(context)
        self.log = RunLog(context, self.center.log, self)
        self.moments = MomentActions(context, self.center.moment, self)
        self.right = RightColumn(context, self.pictures)
        self.rundown.setMinimumWidth(340)
        self.panels = LivePanels(context, self.pictures, self.rundown, self.center, self.right)
        self.panels.made = self._wire
        self.arranger = Arranger(self.panels.widgets)
        self._pages = QStackedLayout(self)
        self._empty = NothingPage(context)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.arranger)
        self.addActions(self.actions_.local)
        self.layouts = LayoutDesk(context, self.arranger, self.panels, self)
        self._connect()
        self.layouts.load()

    def title(self) -> str:
        """The name on the rail."""
        return self.tr("Live")

    # --- what arrives --------------------------------------------------------------------------------------

    def on_snapshot(self, snapshot: SessionSnapshot) -> None:
        """Take the state; another run begins another log."""
        show = snapshot.state.show
        known = self._snapshot
        self._snapshot = snapshot
        self.edits.on_snapshot(snapshot)
        self.pictures.set_show(show)
        if known is None or snapshot.run_id != self._run_id or known.state.show.id != show.id:
            self._run_id = snapshot.run_id
            if known is not None:
                self._numbers = None
            self.log.restart(snapshot.run_id, show.zone)
            self.center.forget()

    def on_tick(self, tick: Tick) -> None:
        """Show this moment."""
        snapshot = tick.snapshot
        if snapshot is None or tick.timetable is None:
            self._pages.setCurrentIndex(0)
            self._allow(None)
            self._watch()
            return
        if snapshot is not self._snapshot:
            self.on_snapshot(snapshot)
        self._pages.setCurrentIndex(1)
        view = self._view_of(snapshot, tick.timetable, tick.run_ms)
        self._view = view
        self._allow(view)
        self.panels.show_view(view, self.layouts.seen)
        self._watch()

    def on_tick_behind(self, tick: Tick) -> None:
        """The keys of an emergency act from every page: they know how the show stands."""
        if tick.snapshot is None or tick.timetable is None:
            self._allow(None)
        else:
            self._allow(self._view_of(tick.snapshot, tick.timetable, tick.run_ms))

    def _allow(self, view: DeskView | None) -> None:
        """Name and allow every action of the desk by what is on it now."""
        self.actions_.show_view(view, self._obs)
        for actions in (self.pace, self.moments, self.remote, self.outputs, self.sound, self.recordings):
            actions.show_view(view)
        self.center.scenes.allow(view)

    def _view_of(self, snapshot: SessionSnapshot, table: Timetable, run_ms: int) -> DeskView:
        return DeskView(
            snapshot.state.show,
            snapshot.state.run,
            table,
            run_ms,
            ObsStatus() if snapshot.without_obs else self._obs,
            self._numbers,
            self.log.facts.presented,
            self.log.facts.over,
            snapshot.resuming,
            self._prompter.acknowledged,
            self._prompter.link is LinkState.READY,
            snapshot.without_obs,
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask OBS for no more pictures while nobody looks."""
        super().hideEvent(event)
        self._watch(seen=False)

    @Slot(object)
    def on_obs(self, status: ObsStatus) -> None:
        """OBS's state changed; the next tick shows it. Without a show panic goes by it alone."""
        self._obs = status
        if self._snapshot is None:
            self.actions_.panic.show_view(None, status)
        self.remote.on_obs(status)
        self.sound.on_obs(status)

    @Slot(object)
    def on_picture(self, picture: ObsPicture) -> None:
        """A thumbnail arrived."""
        self.center.monitors.on_picture(picture)

    @Slot(object)
    def on_numbers(self, numbers: Numbers) -> None:
        """New numbers; the next tick shows them."""
        self._numbers = numbers

    @Slot(object)
    def on_prompter(self, status: PrompterStatus) -> None:
        """The prompter came or went, the host confirmed a message, or somebody else moves the text."""
        self._prompter = status
        self.prompter.show_status(status)

    @Slot(object)
    def on_refused(self, refused: Refused) -> None:
        """A command was refused: open checks ask for a name and a reason in place, a message is given back."""
        if isinstance(refused.command, c.SendMessage) and refused.command.kind is MessageKind.DIRECTOR:
            self.right.comments.message.give_back(refused.command.text)
        if isinstance(refused.command, c.GoLive) and self._view is not None:
            if refused.error.code == "run.checks_open":
                self.center.ask(self._view)
            elif refused.error.code in ("run.far_from_plan", "run.override_incomplete"):
                self.center.ask(self._view, sentence(refused.error))

    def on_shown(self) -> None:
        """The desk has the keys, not a field that was left with another page."""
        self.take_keys()

    def take_keys(self) -> None:
        """The page itself has the keys: Enter, pressed once more, arms nothing in the rundown."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go into the console board where the layout has it, else into the rundown; what the list hands
        back at its ends goes no further. Escape closes the strip of a moment."""
        target = self._walked()
        if event.key() in _ARROWS and self.hasFocus() and target.isVisible():
            target.setFocus()
            QApplication.sendEvent(target, event)
            return
        if event.key() == Qt.Key.Key_Escape and self.center.moment.isVisible():
            self.center.moment.dismiss()
            return
        super().keyPressEvent(event)

    def unsettled(self) -> bool:
        """Whether the layout is on its way to the disk."""
        return self.layouts.unsettled()

    # --- inside --------------------------------------------------------------------------------------------

    def _walked(self) -> QWidget:
        """The list that the arrows walk in this layout."""
        cues = self._cues if "board" in self.arranger.present else None
        return cues or self.rundown.view

    def _watch(self, *, seen: bool = True) -> None:
        """Ask OBS for pictures where they are seen: in this layout, with the page in front."""
        view = self._view if seen and self.center.monitors.isVisible() else None
        wanted = None if view is None else view.preview_scene
        if wanted != self._watched:
            self._watched = wanted
            self.context.services.watch_scenes(program=wanted is not None, preview=wanted or "")

    def _connect(self) -> None:
        bridge = self.context.bridge
        bridge.subscribe(ObsStatus, self.on_obs)
        bridge.subscribe(ObsPicture, self.on_picture)
        bridge.subscribe(Numbers, self.on_numbers)
        bridge.subscribe(PrompterStatus, self.on_prompter)
        self.log.failed.connect(self._not_loaded)
        bridge.subscribe(Refused, self.on_refused)
        self.actions_.asked.connect(self._asked)
        self.edits.done.connect(self.center.forget)
        self.edits.failed.connect(self._say_error)
        self.pace.edited.connect(self.edits.change)
        self.layouts.changed.connect(self._laid_out)
        self.center.moment.released.connect(self.take_keys)
        self.rundown.view.escaped.connect(self.center.moment.dismiss)
        self.remote.armed.connect(self.rundown.view.arm)
        self.remote.take.connect(self.hands.jump)
        self.rundown.view.armed.connect(self.remote.set_armed)
        self.rundown.jump.connect(self.hands.jump)
        self.rundown.edited.connect(self.edits.edit)
        self.rundown.wants_show.connect(self._go_to_plan)
        self._empty.open.clicked.connect(self._go_to_plan)
        self.rundown.standby.called.connect(self.hands.call_standby)
        self.rundown.standby.ended.connect(self.hands.end_standby)
        self.center.override.override.connect(self.hands.override)
        self.center.override.checks.connect(self._go_to_prepare)
        self.center.report.connect(self._go_to_review)
        self.center.again.connect(self._open_again)
        self.recordings.said.connect(self._say)
        self.recordings.failed.connect(self._say_error)
        self.right.queue.present.connect(self.hands.present)
        self.right.queue.edited.connect(self.edits.edit)
        self.right.console.ticked.connect(self.hands.tick_cue)
        self.right.console.again.connect(self.hands.ticked_already)
        self.right.promotions.switched.connect(self.hands.switch_promotion)
        self.right.comments.send.connect(self.hands.say_to_host)
        self.right.comments.clear.connect(self.hands.clear_message)
        self.right.comments.message.released.connect(self.take_keys)
        self.center.notes.left.connect(self.take_keys)
        self.center.override.released.connect(self.take_keys)
        self.pictures.ready.connect(self.right.queue.list.viewport().update)

    @Slot(object)
    def _not_loaded(self, error: Exception) -> None:
        """The journal could not be read: the log shows what comes from now on, and says so."""
        self._say_error(error, lasting=True)

    @Slot(object)
    def _say_error(self, error: Exception, *, lasting: bool = False) -> None:
        if not isinstance(error, UserError):
            raise error
        self.center.say("lasting" if lasting else "error", sentence(error), lasting=lasting)

    @Slot(str)
    def _asked(self, name: str) -> None:
        match name:
            case "find" if self._seen("rundown", name):
                self.rundown.open_find()
            case "message" if self._seen("comments", name):
                self.right.comments.message.field.setFocus()
            case "tick_cue" if self._view is not None:
                self.hands.tick_first(self._view)
            case "undo" | "redo":
                self.edits.step(name)

    def _seen(self, panel: str, action_id: str) -> bool:
        """Whether a panel is there to have the keys; where it is not, that is said."""
        there = self.panels.widgets[panel].isVisible()
        if not there:
            self.context.actions.refused.emit(
                action_id, self.tr("not in this layout; Ctrl+Alt+1 is the director's")
            )
        return there

    @Slot()
    def _laid_out(self) -> None:
        if self._view is not None:
            self.panels.show_view(self._view, self.layouts.seen)
        self._watch()
        if self.isVisible():
            self.take_keys()

    def _wire(self, panel: QWidget) -> None:
        """A panel that was made for a layout asks for what the others ask for."""
        from livedesk.ui.workspaces.live.as_run_panel import AsRunPanel
        from livedesk.ui.workspaces.live.console_board import ConsoleBoard
        from livedesk.ui.workspaces.live.moments_panel import MomentsPanel
        from livedesk.ui.workspaces.live.outputs_panel import OutputsPanel

        match panel:
            case AsRunPanel():
                panel.attach(self.log.table)
            case ConsoleBoard():
                panel.ticked.connect(self.hands.tick_cue)
                panel.again.connect(self.hands.ticked_already)
                self._cues = panel.list
            case MomentsPanel():
                panel.chosen.connect(self.moments.write)
            case OutputsPanel():
                panel.switched.connect(self.outputs.switch)

    @Slot()
    def _open_again(self) -> None:
        if self._snapshot is not None:
            work = partial(self.context.services.open_show, self._snapshot.state.show.id)
            self.context.background.run(work, self._opened, self._say_error, urgent=True)

    @Slot(object)
    def _opened(self, _done: object) -> None:
        """The snapshot of the new run follows through the bridge; what was refused before is of the past."""
        self.center.forget()

    @Slot(str)
    def _say(self, text: str) -> None:
        self.center.say("error", text, tone="info")

    def _show_page(self, page: str) -> None:
        name = f"show_{page}"
        if name in self.context.actions:
            self.context.actions.trigger(name)

    @Slot()
    def _go_to_plan(self) -> None:
        self._show_page("plan")

    @Slot()
    def _go_to_prepare(self) -> None:
        self._show_page("prepare")

    @Slot()
    def _go_to_review(self) -> None:
        self._show_page("review")
