"""The ways out of OBS: how each stands, since when, and a button that is held to start or stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from livedesk.domain.events_desk import OutputKind, OutputState
from livedesk.domain.outputs import WAYS_OUT, Output
from livedesk.domain.status import LinkState
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.style import set_property
from livedesk.ui.theme import HINT, LABEL, TEXT, TITLE
from livedesk.ui.widgets.buttons import look_as
from livedesk.ui.widgets.hold_button import HoldButton
from livedesk.ui.widgets.labels import Elided, figure, label, show
from livedesk.ui.widgets.light import Dot, Mark
from livedesk.ui.widgets.panel import Inside, Panel, scrolled, small
from livedesk.ui.workspaces.live.desk_sentences import output_name
from livedesk.ui.workspaces.live.output_actions import SAVE_REPLAY, starts
from livedesk.ui.workspaces.live.output_words import file_words, state_words, switch_words, trouble_words
from livedesk.ui.workspaces.live.view import DeskView

SAID_MS = 3_000
SHOWN = (OutputKind.STREAM, OutputKind.VIRTUAL_CAMERA, OutputKind.RECORD, OutputKind.REPLAY)


class OutputRow(QFrame):
    """One output. ``switched`` carries its kind when its button was held."""

    switched = Signal(object)

    def __init__(self, context: DeskContext, kind: OutputKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._context = context
        self._said = ""
        family = context.family
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        self.dot = Dot(context.theme)
        self.name = label(family, output_name(kind), size=TEXT, bold=True)
        self.state = Elided(family, size=LABEL, tone="dim")
        self.time = figure(family, fmt.NONE, size=TITLE, tone="faint")
        self.note = label(family, size=HINT, tone="dim")
        self.note.setWordWrap(True)
        self.note.hide()
        self.button = HoldButton(context.theme)
        self.button.setObjectName(f"hold-{kind.value}")
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_property(self.button, "compact", "true")
        self.button.setFixedHeight(34)
        grid.addWidget(self.dot, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.state, 0, 2)
        grid.addWidget(self.time, 0, 3, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.button, 0, 4)
        grid.addWidget(self.note, 1, 1, 1, 4)
        grid.setColumnStretch(2, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAID_MS)
        self._timer.timeout.connect(self._unsay)
        self.button.held.connect(self._held)
        self.button.let_go.connect(self._let_go)
        self.button.refused.connect(self.say)

    def show_output(self, output: Output, known: bool, on_air: bool, wall_ms: int) -> None:
        """Show how it stands; ``known``: OBS is linked."""
        mark, tone = _mark(self.kind, output, known, on_air)
        self.dot.set_mark(mark)
        if known:
            show(self.state, state_words(output), tone)
            time = output.time(wall_ms)
            show(self.time, fmt.NONE if time is None else fmt.hms(time), "faint" if time is None else "text")
        else:
            show(self.state, self.tr("not known"), "dim")
            show(self.time, fmt.NONE, "faint")
        trouble = trouble_words(self.kind, output) if known else ""
        if self._said:
            self._note(self._said, "next")
        elif trouble:
            self._note(f"▲ {trouble}", "warn")
        else:
            self._note(file_words(output), "dim")
        action = self._context.actions[self.kind.value]
        words = self.tr("Start") if starts(output) else self.tr("Stop")
        if self.button.text() != words:
            self.button.setText(words)
        self.button.setAccessibleName(switch_words(self.kind, on=starts(output)))
        self.button.allow(action.isEnabled(), action.why)

    def _note(self, words: str, tone: str) -> None:
        show(self.note, words, tone)
        self.note.setVisible(bool(words))

    @Slot(str)
    def say(self, words: str) -> None:
        """Say something for a moment in place of the note."""
        self._said = words
        self._note(words, "next")
        self._timer.start()

    @Slot()
    def _unsay(self) -> None:
        self._said = ""

    @Slot()
    def _held(self) -> None:
        self._unsay()
        self.switched.emit(self.kind)

    @Slot()
    def _let_go(self) -> None:
        self.say(self.tr("Nothing was done: hold the button until it is full"))


def _mark(kind: OutputKind, output: Output, known: bool, on_air: bool) -> tuple[Mark, str]:
    if not known:
        return Mark.OFF, "dim"
    if output.state is OutputState.RECONNECTING or output.trouble:
        return Mark.FAULT, "warn"
    if output.moves or output.state is OutputState.PAUSED:
        return Mark.WAIT, "next"
    if output.runs:
        return (Mark.AIR, "air") if on_air and kind in WAYS_OUT else (Mark.OK, "go")
    return Mark.OFF, "dim"


class OutputsPanel(Panel):
    """Four outputs and the replay. ``switched`` carries the kind of one whose button was held."""

    switched = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self._context = context
        self.title.setText(self.tr("Outputs"))
        self.replay = small(QPushButton(self.tr("Keep a replay")))
        self.replay.setObjectName("save-replay")
        self.replay.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.replay.clicked.connect(self._save)
        self.add_right(self.replay)
        inside = Inside()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self.rows: dict[OutputKind, OutputRow] = {}
        for kind in SHOWN:
            row = OutputRow(context, kind)
            row.switched.connect(self.switched)
            self.rows[kind] = row
            if len(self.rows) > 1:
                line = QFrame()
                line.setProperty("role", "line")
                line.setFixedHeight(1)
                inner.addWidget(line)
            inner.addWidget(row)
        inner.addStretch(1)
        # Every output is seen; a start that came to nothing has its whole sentence, also where the panel is low.
        scroll = scrolled(inside)
        scroll.setMinimumHeight(inside.sizeHint().height())
        self.body.addWidget(scroll, 1)

    def show_view(self, view: DeskView) -> None:
        """Show how the outputs stand."""
        known = view.obs.link is LinkState.READY
        wall_ms = self._context.clock.now().wall_ms
        on_air = view.run.before_viewers
        for kind, row in self.rows.items():
            row.show_output(view.obs.outputs.of(kind), known, on_air, wall_ms)
        look_as(self.replay, self._context.actions[SAVE_REPLAY])
        if on_air and known and not view.obs.outputs.ways_out:
            show(self.facts, "▲ " + self.tr("nothing goes out"), "warn")
        elif known:
            show(self.facts, self.tr("hold a button for a second"), "dim")
        else:
            show(self.facts, self.tr("OBS is not connected"), "dim")

    @Slot()
    def _save(self) -> None:
        self._context.actions.trigger(SAVE_REPLAY)
