"""The state of the whole script in one list: what is wrong, where, and what to do; Enter goes there."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QShowEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QCheckBox, QStyleOptionViewItem, QVBoxLayout, QWidget

from livedesk.domain.script_checks import Gravity
from livedesk.ui.context import DeskContext
from livedesk.ui.models.keyed import ROW
from livedesk.ui.theme import LABEL, TEXT, Theme
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.labels import Elided, show
from livedesk.ui.widgets.row_list import DeskList, RowDelegate
from livedesk.ui.workspaces.script.check_model import ProblemRow, ProblemRows, problem_rows
from livedesk.ui.workspaces.script.check_stand import CheckStand, about
from livedesk.ui.workspaces.script.check_words import gravity_word
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument
from livedesk.ui.workspaces.script.facts import Facts

_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAD = 10
MOST = 500


def _wrapped() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


@lru_cache(maxsize=2_048)
def _tall(words: str, room: int) -> int:
    """How many pixels high words are that have so much room beside each other."""
    layout = QTextLayout(words, paint.font(TEXT))
    layout.setTextOption(_wrapped())
    layout.beginLayout()
    tall = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        tall += line.height()
    layout.endLayout()
    return ceil(tall)


def place_line(row: ProblemRow, room: int) -> str:
    """Where a problem is in so many pixels: the name of the item is cut before the field that it is in."""
    metrics = QFontMetrics(paint.font(LABEL))
    if not row.within or metrics.horizontalAdvance(row.where) <= room:
        return row.where
    within = f" · {row.within}"
    left = max(0, room - metrics.horizontalAdvance(within))
    return metrics.elidedText(row.item, Qt.TextElideMode.ElideRight, left) + within


class ProblemDelegate(RowDelegate):
    """Where it is, how grave, and the sentence, on as many lines as it takes."""

    height = 62

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.width = 300

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as the sentence asks for in the list's width."""
        row = index.data(ROW)
        words = row.words if isinstance(row, ProblemRow) else ""
        return QSize(120, 30 + _tall(words, max(80, self.width - 2 * _PAD - 16)))

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one problem."""
        if not isinstance(row, ProblemRow):
            return
        inner = rect.adjusted(_PAD, 6, -_PAD, -4)
        head = QRect(inner.left() + 16, inner.top(), inner.width() - 16, 18)
        word = gravity_word(row.problem.gravity) if row.problem.open else "✓"
        wide = paint.width(word, LABEL)
        paint.text(painter, head, word, self.ink(row.tone), LABEL, align=paint.RIGHT)
        place = head.adjusted(0, 0, -wide - 8, 0)
        paint.text(painter, place, place_line(row, place.width()), self.ink("dim"), LABEL)
        if row.problem.open:
            paint.triangle(painter, inner.left(), head.center().y(), self.ink(row.tone))
        painter.setFont(paint.font(TEXT))
        painter.setPen(self.ink("text" if row.problem.open else "dim"))
        body = QRect(head.left(), head.bottom() + 2, head.width(), inner.bottom() - head.bottom() - 2)
        painter.drawText(body.toRectF(), row.words, _wrapped())
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)


class ProblemList(DeskList):
    """Enter or a double click opens what a row is about."""

    opened = Signal(object)

    def __init__(self, delegate: ProblemDelegate, parent: QWidget | None = None) -> None:
        super().__init__(delegate, parent)
        self._look = delegate
        self.setUniformItemSizes(False)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap by the width; the row in front stays in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        if self._look.width != self.viewport().width():
            self._look.width = self.viewport().width()
            self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """The row in front is seen as that, also where only the focus brought it there."""
        super().currentChanged(current, previous)
        if current.isValid() and not self.selectionModel().isSelected(current):
            self.selectionModel().select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, alone: with others it is the key of an action, also of one that is not to be had now. The rest
        is the list's own."""
        alone = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and alone and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, ProblemRow):
            self.opened.emit(row.problem)


class CheckPanel(QWidget):
    """``opened`` carries a :class:`ScriptProblem` that a person wants to see where it stands."""

    opened = Signal(object)

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: Facts | None = None
        self._filling = False
        self.model = ProblemRows(self)
        self.list = ProblemList(ProblemDelegate(context.theme))
        self.list.setObjectName("script-problems")
        self.list.setAccessibleName(self.tr("What is wrong with the script"))
        self.list.setModel(self.model)
        self.stand = CheckStand(context, document)
        self._nothing_wrong = self.tr(
            "Nothing is wrong. Wording, prices, gifts, scenes, people and gaps are watched."
        )
        self._nothing_yet = self.tr("There is nothing to check yet: N in the rundown adds the first segment.")
        self.count = Elided(context.family, size=LABEL, tone="dim")
        self.everything = QCheckBox(self.tr("Hints and settled ones too"))
        self.everything.setObjectName("script-all-problems")
        self.everything.toggled.connect(self._fill)
        head = QVBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(6)
        head.addWidget(self.count)
        head.addWidget(self.everything)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.list, 1)
        box.addWidget(self.stand)
        self.list.opened.connect(self.opened)
        self.list.selectionModel().currentChanged.connect(self._turned)
        self.stand.ended.connect(self._fill)
        self.stand.left.connect(self.take)
        document.changed.connect(self._changed)
        self.setFocusProxy(self.list)

    def show_facts(self, facts: Facts) -> None:
        """Everything that is wrong with the document as it stands; while hidden it is only kept."""
        self._facts = facts
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Whatever came meanwhile is shown now."""
        super().showEvent(event)
        self._fill()

    def take(self) -> None:
        """Have the keyboard, with a row in front."""
        self.list.setFocus()
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))

    @Slot(object)
    def _changed(self, change: Changed) -> None:
        """Of another show nothing is known yet: what was wrong with the one before is nothing of it, and neither is
        a reason that was being written there."""
        if change.before is None:
            self._facts = None
            self.list.empty = ""
            self._filling = True
            self.model.set_rows(())
            self._filling = False
            show(self.count, "")
            self.stand.tell(None)

    @Slot()
    def _fill(self) -> None:
        facts = self._facts
        if facts is None:
            return
        self.list.empty = self._nothing_wrong if facts.show.segments else self._nothing_yet
        every = self.everything.isChecked()
        # What a reason is being written for stays, whatever has become of it.
        asked = self.stand.asked
        wanted = [
            one
            for one in facts.problems
            if every or (one.open and one.gravity is not Gravity.HINT) or about(one) == asked
        ]
        listed = wanted[:MOST] + [one for one in wanted[MOST:] if about(one) == asked]
        front = self.list.currentIndex().data(ROW)
        self._filling = True
        self.model.set_rows(problem_rows(facts.show, listed))
        self._follow(front)
        self._filling = False
        grave, looks = facts.grave, facts.looks
        words = self.tr("{0} must be mended · {1} to look at").format(grave, looks)
        if len(wanted) > MOST:
            words += " · " + self.tr("the first {0} are listed").format(MOST)
        show(self.count, words, "warn" if grave else "next" if looks else "dim")
        self._turned(self.list.currentIndex())
        if self.list.hasFocus():
            # The keys were here before there was anything to put in front.
            self.take()

    def _follow(self, front: object) -> None:
        """Keep in front what was there, where its words have moved."""
        current = self.list.currentIndex().data(ROW)
        if not isinstance(front, ProblemRow) or (isinstance(current, ProblemRow) and current.key == front.key):
            return
        wanted = (front.problem.kind, *about(front.problem))
        rows = ((one.problem.kind, *about(one.problem)) for one in self.model.rows)
        row = next((at for at, one in enumerate(rows) if one == wanted), None)
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row, 0))

    @Slot(QModelIndex)
    def _turned(self, index: _Index) -> None:
        """What may stand of the row in front is offered at the foot."""
        if self._filling:
            return
        row = index.data(ROW)
        self.stand.tell(row.problem if isinstance(row, ProblemRow) else None)
