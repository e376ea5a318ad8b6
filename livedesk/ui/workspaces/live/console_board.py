"""The console operator's own view: every cue with its moment, its segment and who does it, large enough for an arm's
length; late ones rise, one key ticks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from livedesk.domain.console import CueState, console
from livedesk.domain.run import Phase
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.models.console import CueList, CueRow, cue_rows
from livedesk.ui.theme import LABEL, TEXT, TEXT_BIG
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.labels import key_hint, show
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.widgets.row_list import DeskList, RowDelegate
from livedesk.ui.workspaces.live.console_panel import TICK_KEY
from livedesk.ui.workspaces.live.cue_words import CUE_TONES, cue_when
from livedesk.ui.workspaces.live.product_words import action_words
from livedesk.ui.workspaces.live.view import DeskView

_WIDE = 560
_TICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BEGIN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_BOX = 26
_BOX_AT = 16
_AROUND = 8
"""How far beside the box a finger may be (pixels)."""


def tick_box(row: QRect) -> QRect:
    """Where the box to tick stands in a row."""
    return QRect(row.left() + _BOX_AT, row.center().y() - _BOX // 2, _BOX, _BOX)


class BoardDelegate(RowDelegate):
    """A box to tick, the moment over the countdown, what to do over its segment, who."""

    height = 62

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
        box = tick_box(rect)
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


class _BoardList(DeskList):
    """The rows, walked by the arrows; Enter ticks the chosen one, a click on a row's box that row. A click beside the
    box chooses the row alone."""

    ticked = Signal(QModelIndex)

    def __init__(self, delegate: RowDelegate, *, least: int) -> None:
        super().__init__(delegate, least=least)
        self._pressed = QModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where nothing is chosen yet, the arrows begin with the first row, and Enter ticks nothing."""
        chosen = self.selectionModel().selectedIndexes()
        if event.key() in _TICKS:
            if chosen and not event.isAutoRepeat():
                self.ticked.emit(chosen[0])
            return
        if event.key() in _BEGIN and not chosen:
            self.setCurrentIndex(self.model().index(0, 0))
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A box is ticked where it is pressed and let go."""
        self._pressed = self._boxed(event)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See :meth:`mousePressEvent`."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, QModelIndex()
        if pressed.isValid() and pressed == self._boxed(event):
            self.ticked.emit(pressed)

    def _boxed(self, event: QMouseEvent) -> QModelIndex:
        """The row whose box is under the left button; none beside the boxes."""
        where: QPoint = event.position().toPoint()
        index = self.indexAt(where)
        reach = tick_box(self.visualRect(index)).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        hit = index.isValid() and event.button() == Qt.MouseButton.LeftButton and reach.contains(where)
        return index if hit else QModelIndex()


class ConsoleBoard(Panel):
    """``ticked`` carries a cue's id, and whether it is done now."""

    ticked = Signal(str, bool)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.setObjectName("console-board")
        self.title.setText(self.tr("Console board"))
        hint = self.tr("{0} ticks the first · ↑↓ and Enter any other").format(TICK_KEY)
        self.add_right(key_hint(context.family, hint))
        self.model = CueList(self)
        self._delegate = BoardDelegate(context.theme)
        self.list = _BoardList(self._delegate, least=4)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setSelectionMode(DeskList.SelectionMode.SingleSelection)
        self.list.setModel(self.model)
        self.list.ticked.connect(self._tick)
        self.list.setAccessibleName(self.tr("Console cues"))
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
        if late:
            show(self.facts, "▲ " + self.tr("late: {0}").format(late) + f" · {told}", "warn")
        else:
            show(self.facts, told, "dim")

    @Slot(QModelIndex)
    def _tick(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        self.ticked.emit(row.key, row.due.state is not CueState.DONE)
