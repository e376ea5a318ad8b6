"""The strip that shows the moment that was just marked, with a field for its note. In place, and never in the way of
the keys: it takes them only when it is asked to. It goes by itself, and by Escape."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from livedesk.domain.events_desk import MomentKind
from livedesk.domain.run import Moment
from livedesk.ui.actions import key_label
from livedesk.ui.context import DeskContext
from livedesk.ui.desk_keys import KEEPS_ESCAPE
from livedesk.ui.theme import GAP
from livedesk.ui.widgets.labels import Elided, key_hint, label, show
from livedesk.ui.widgets.light import Dot, Mark
from livedesk.ui.workspaces.live.moment_words import moment_place, moment_title
from livedesk.ui.workspaces.live.view import DeskView

NOTE_KEY = "Shift+K"
STAYS_MS = 8_000
_AIR = 1
"""Above and below the field: the strip is no higher than the head of a panel, over which it lies."""


class MomentStrip(QFrame):
    """``noted`` carries a moment's number and its note; ``released`` tells that the field was left."""

    noted = Signal(int, str)
    released = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("moment-strip")
        self.setProperty("role", "banner")
        self.setProperty("tone", "info")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, _AIR, 8, _AIR)
        row.setSpacing(GAP)
        self._dot = Dot(context.theme, Mark.WAIT)
        row.addWidget(self._dot)
        self.title = label(context.family, bold=True)
        self.place = Elided(context.family, tone="dim")
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.field = QLineEdit()
        self.field.setObjectName("moment-note")
        self.field.setMaxLength(200)
        self.field.setPlaceholderText(self.tr("Note (Enter keeps it, Esc closes)"))
        self.field.setAccessibleName(self.tr("Note on this moment"))
        self.field.setProperty(KEEPS_ESCAPE, True)
        self.field.returnPressed.connect(self._keep)
        row.addWidget(self.title)
        row.addWidget(self.place, 2)
        row.addWidget(key_hint(context.family, key_label(NOTE_KEY)))
        row.addWidget(self.field, 3)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self._go)
        self._moment: Moment | None = None
        self._run: tuple[str, int] | None = None
        self._seen = 0
        self.hide()

    def show_view(self, view: DeskView) -> None:
        """Show the newest moment when it has just been marked; those of before a restart, or of another run, are
        only counted."""
        run = (view.show.id, view.run.opened_wall_ms)
        if run != self._run:
            self._run, self._seen = run, view.run.moment_count
            self._go(even_written=True)
            return
        if view.run.moment_count > self._seen and not self.field.hasFocus():
            self._seen = view.run.moment_count
            self.edit(view.run.moments[-1], take_keys=False)

    def edit(self, moment: Moment, *, take_keys: bool) -> None:
        """Show a moment; ``take_keys``: its note is written now."""
        self._moment = moment
        self._dot.set_mark(Mark.WAIT if moment.mark.kind is MomentKind.MOMENT else Mark.FAULT)
        show(self.title, moment_title(moment.mark))
        show(self.place, moment_place(moment.mark))
        self.field.setText(moment.note)
        self.show()
        self.raise_()
        self._timer.start()
        if take_keys:
            self.field.setFocus()
            self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up what was written."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    @Slot()
    def dismiss(self) -> None:
        """Go now."""
        self._go(even_written=True)

    @Slot()
    def _go(self, even_written: bool = False) -> None:
        """Go, unless somebody writes: then look again later."""
        if self.field.hasFocus() and not even_written:
            self._timer.start()
            return
        had = self.field.hasFocus()
        self._timer.stop()
        self.field.clearFocus()
        self.hide()
        if had:
            self.released.emit()

    @Slot()
    def _keep(self) -> None:
        if self._moment is not None:
            self.noted.emit(self._moment.mark.moment_id, self.field.text().strip())
        self._go(even_written=True)
