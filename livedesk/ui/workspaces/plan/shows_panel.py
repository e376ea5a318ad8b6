"""The list of shows: what is planned when, how it stands, and which one is on the desk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from livedesk.domain.clock import to_local
from livedesk.domain.ports import ShowSummary
from livedesk.ui.context import DeskContext
from livedesk.ui.models.keyed import KeyedListModel
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, LABEL, TEXT_BIG, TITLE, Theme
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.labels import label
from livedesk.ui.widgets.panel import Panel, small
from livedesk.ui.widgets.row_list import DeskList, RowDelegate
from livedesk.ui.workspaces.plan.words import state_words


@dataclass(frozen=True, slots=True)
class ShowRow:
    """A show, and whether it is the one on the desk."""

    show: ShowSummary
    on_desk: bool = False

    @property
    def key(self) -> str:
        """The show's id."""
        return self.show.show_id

    @property
    def text(self) -> str:
        """Title, start and state."""
        return f"{self.show.title}, {start_words(self.show)}, {state_words(self.show.state)[0]}"


def start_words(show: ShowSummary) -> str:
    """The planned start in the show's zone: 2026-11-25 20:00."""
    return to_local(show.planned_start_ms, show.zone).strftime("%Y-%m-%d %H:%M")


class ShowDelegate(RowDelegate):
    """The title over its start, the state at the right."""

    height = 60

    def __init__(self, theme: Theme, on_desk: str) -> None:
        super().__init__(theme)
        self._on_desk = on_desk

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one show."""
        if not isinstance(row, ShowRow):
            return
        if row.on_desk:
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), self.ink("info"))
        state, tone = state_words(row.show.state)
        width = paint.width(state, LABEL) + 20
        inner = rect.adjusted(16, 0, -12, 0)
        chip = QRect(inner.right() - width, rect.center().y() - 10, width, 20)
        ground, ink = (self._theme.mix(tone, "panel", 0.2), self._theme.mix(tone, "text", 0.75))
        paint.chip(painter, chip, state, QColor(ground), QColor(ink))
        left = QRect(inner.x(), rect.y() + 9, chip.x() - inner.x() - GAP, 22)
        paint.text(painter, left, row.show.title, self.ink("text"), TEXT_BIG, bold=True)
        below = start_words(row.show) + (f" · {self._on_desk}" if row.on_desk else "")
        paint.text(painter, left.translated(0, 22), below, self.ink("dim"), LABEL)
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


class ShowsPanel(Panel):
    """``wanted`` carries the id of the show that is to come on the desk; ``live`` asks for the desk, where the show
    is already; ``writing`` carries the id of the show whose script is to be written."""

    wanted = Signal(str)
    writing = Signal(str)
    live = Signal()
    importing = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Shows"))
        self.setObjectName("shows")
        self.model: KeyedListModel[ShowRow] = KeyedListModel(self)
        self.list = _ShowList(ShowDelegate(context.theme, self.tr("on the desk")))
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Shows"))
        self.open = QPushButton(self.tr("Open on the desk"))
        self.open.setProperty("variant", "primary")
        self.open.setObjectName("open-show")
        self.open.setEnabled(False)
        self.write = QPushButton(self.tr("Write the script") + "  E")
        self.write.setObjectName("write-script")
        self.write.setToolTip(self.tr("Write the script of the marked show (E)"))
        self.write.setEnabled(False)
        self.write.clicked.connect(self._write_current)
        self.add_right(small(self.write))
        self.add_right(small(self.open))
        self._empty = self._make_empty(context.family)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._empty, 1)
        # Until the list was read once nobody knows whether there is a show.
        for part in (self.list, self._empty, self.open, self.write):
            part.hide()
        self._summaries: tuple[ShowSummary, ...] | None = None
        self._on_desk = ""
        self._over = False
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.list.chosen.connect(self._open_current)
        self.list.written.connect(self._write_current)
        self.list.doubleClicked.connect(self._open_current)
        self.open.clicked.connect(self._open_current)

    def show_shows(self, summaries: Iterable[ShowSummary]) -> None:
        """List these shows."""
        self._summaries = tuple(summaries)
        self._fill()

    def set_on_desk(self, show_id: str, *, over: bool) -> None:
        """Mark the show that is on the desk. Once its run is ``over`` it can be opened for a new one."""
        if (show_id, over) != (self._on_desk, self._over):
            self._on_desk, self._over = show_id, over
            self._fill()

    def choose(self, show_id: str) -> None:
        """Put the mark of the list on a show."""
        for row, item in enumerate(self.model.rows):
            if item.key == show_id:
                self.list.setCurrentIndex(self.model.index(row, 0))

    @property
    def current(self) -> ShowRow | None:
        """The marked show."""
        index = self.list.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def _fill(self) -> None:
        if self._summaries is None:
            return
        self.model.set_rows([ShowRow(item, item.show_id == self._on_desk) for item in self._summaries])
        count = len(self._summaries)
        self.facts.setText(self.tr("all: {0}").format(count) if count else "")
        self.list.setVisible(bool(count))
        self.open.setVisible(bool(count))
        self.write.setVisible(bool(count))
        self._empty.setVisible(not count)
        if count and not self.list.currentIndex().isValid():
            self.choose(self._on_desk or self._summaries[0].show_id)
        self._moved()

    def _make_empty(self, family: str) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(12)
        box.addStretch(1)
        words = label(
            family,
            self.tr("Import the run sheet that your team wrote. It is shown before it is kept."),
            tone="dim",
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.first = QPushButton(self.tr("Choose a run sheet …"))
        self.first.setProperty("variant", "primary")
        self.first.setObjectName("choose-first")
        self.first.clicked.connect(self.importing)
        head = label(family, self.tr("No show yet"), size=TITLE, bold=True)
        box.addWidget(head, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(words)
        box.addWidget(self.first, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)
        return made

    @property
    def _here(self) -> bool:
        """Whether the marked show is on the desk with a run that goes on."""
        return self.current is not None and self.current.on_desk and not self._over

    @Slot()
    def _moved(self) -> None:
        current = self.current
        self.open.setEnabled(current is not None)
        self.write.setEnabled(current is not None)
        set_property(self.open, "dimmed", "false" if self.open.isEnabled() else "true")
        if self._here:
            self.open.setText(self.tr("Go to the desk"))
        elif current is not None and current.show.state == "aired":
            self.open.setText(self.tr("Open for a new run"))
        else:
            self.open.setText(self.tr("Open on the desk"))

    @Slot()
    def _open_current(self) -> None:
        current = self.current
        if self._here:
            self.live.emit()
        elif current is not None:
            self.wanted.emit(current.key)

    @Slot()
    def _write_current(self) -> None:
        if self.current is not None:
            self.writing.emit(self.current.key)


class _ShowList(DeskList):
    """A list whose Enter opens the marked show, and whose E writes its script."""

    chosen = Signal(QModelIndex)
    written = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, E writes; everything else is the list's own."""
        if event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.written.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
