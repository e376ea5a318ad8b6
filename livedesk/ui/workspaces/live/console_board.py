"""The console operator's own view: every cue with its moment, its segment and who does it, large enough for an arm's
length; late ones rise, one key ticks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from livedesk.domain.console import CueState, console, passed_over
from livedesk.domain.run import Phase
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.models.console import CueList, CueRow, cue_rows
from livedesk.ui.theme import LABEL, TEXT, TEXT_BIG
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.labels import key_hint, show
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.workspaces.live.console_panel import TICK_KEY
from livedesk.ui.workspaces.live.cue_words import CUE_TONES, cue_when
from livedesk.ui.workspaces.live.product_words import action_words
from livedesk.ui.workspaces.live.tick_list import TickDelegate, TickList
from livedesk.ui.workspaces.live.view import DeskView

_WIDE = 560


class BoardDelegate(TickDelegate):
    """A box to tick, the moment over the countdown, what to do over its segment, who."""

    height = 62
    box, box_at = 26, 16

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one cue."""
        if not isinstance(row, CueRow):
            return
        due = row.due
        late, done = due.state is CueState.LATE, due.state is CueState.DONE
        token = CUE_TONES[due.state]
        if late or due.state is CueState.DUE:
            painter.fillRect(rect, QColor(self._theme.mix(token, "panel", 0.10)))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), self.ink(token))
        painter.fillRect(rect.left() + 12, rect.bottom(), rect.width() - 24, 1, self._line)
        box = self.tick_box(rect)
        paint.box(painter, box, self.ink("go") if done else None, line=self.ink(token), radius=6)
        if done:
            paint.text(painter, box, "✓", self.ink("on_go"), TEXT_BIG, bold=True, align=paint.CENTER)
        top, low = rect.top() + 9, rect.top() + 35
        moment = QRect(box.right() + 14, top, 92, 24)
        paint.text(painter, moment, fmt.clock(due.due, self.zone), self.ink("dim" if done else "text"), TEXT_BIG)
        left = QRect(moment.left(), low, moment.width(), 18)
        paint.text(painter, left, cue_when(row), self.ink(token), LABEL, bold=late)
        at = moment.right() + 10
        right = rect.right() - 14
        if rect.width() >= _WIDE:
            owner = self._who(row)
            wide = min(150, paint.width(owner, TEXT) + 2)
            who = QRect(right - wide, top, wide, 24)
            paint.text(painter, who, owner, self.ink("dim"), TEXT, align=paint.RIGHT)
            right = who.left() - 10
        chip = QRect(at, top + 2, paint.width(action_words(due.cue.action), LABEL) + 16, 21)
        paint.chip(painter, chip, action_words(due.cue.action), self.ink("raised"), self.ink("text"), LABEL)
        words = QRect(chip.right() + 10, top, right - chip.right() - 10, 24)
        ink = self.ink("faint" if done else "text" if row.current or late else "dim")
        paint.text(
            painter, words, due.cue.text, ink, TEXT_BIG, bold=not done and (late or row.current), struck=done
        )
        # A standby plan has no number.
        place = f"{due.number:02d} {due.title}" if due.number else due.title
        if row.current:
            place += " · " + QCoreApplication.translate("LiveConsole", "on air")
        paint.text(painter, QRect(at, low, rect.right() - 14 - at, 18), place, self.ink("dim"), LABEL)

    def _who(self, row: CueRow) -> str:
        tick = row.due.tick
        if tick is not None:
            return f"{tick.by} {fmt.clock(tick.at_ms, self.zone)}".strip()
        return row.due.owner or QCoreApplication.translate("LiveConsole", "console operator")


class ConsoleBoard(Panel):
    """Tells what its :class:`TickList` tells."""

    ticked = Signal(str, bool)
    again = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.setObjectName("console-board")
        self.title.setText(self.tr("Console board"))
        hint = self.tr("{0} ticks the first · ↑↓ and Enter any other").format(TICK_KEY)
        self.add_right(key_hint(context.family, hint))
        self.model = CueList(self)
        self._delegate = BoardDelegate(context.theme)
        self.list = TickList(self._delegate, least=4)
        self.list.setModel(self.model)
        self.list.ticked.connect(self.ticked)
        self.list.again.connect(self.again)
        self.list.empty = self.tr(
            "No console cues yet. Write them on the Script page: +0:30 and what is to be done on the platform."
        )
        self.body.addWidget(self.list, 1)

    def show_view(self, view: DeskView) -> None:
        """Show the cues as they are due."""
        self._delegate.zone = view.show.zone
        rows = cue_rows(console(view.show, view.run, view.table), view.asking, view.table.now)
        self.model.set_rows(rows)
        over = view.run.phase is Phase.ENDED
        late = 0 if over else sum(row.due.state is CueState.LATE for row in rows)
        done = sum(row.due.state is CueState.DONE for row in rows)
        told = self.tr("{0} of {1} done").format(done, len(rows)) if rows else ""
        skipped = passed_over(view.show, view.table)
        if skipped:
            told = " · ".join(part for part in (told, self.tr("skipped: {0}").format(skipped)) if part)
        if late:
            show(self.facts, "▲ " + self.tr("late: {0}").format(late) + f" · {told}", "warn")
        else:
            show(self.facts, told, "dim")
