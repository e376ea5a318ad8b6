"""The status bar: what is saved, what was just refused, where the data is, and the key that lists the keys."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from livedesk.domain.status import SaveStatus
from livedesk.ui import format as fmt
from livedesk.ui.theme import LABEL, STATUS_BAR, Theme
from livedesk.ui.widgets.labels import Elided, figure, key_hint, label, show
from livedesk.ui.widgets.light import Dot, Mark

MESSAGE_MS = 8_000


class StatusBar(QFrame):
    """Left the journal, in the middle the last message (for eight seconds), right where the data is."""

    def __init__(self, theme: Theme, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "statusbar")
        self.setFixedHeight(STATUS_BAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        self._dot = Dot(theme, Mark.OFF)
        self.saved = figure(family, "", size=LABEL, tone="dim", bold=False)
        self.message = Elided(family, size=LABEL, tone="next")
        self.typing = label(family, self.tr("Typing: Space and letters go into the text. Esc: out of the field"),
                            size=LABEL, tone="next")  # fmt: skip
        self.typing.hide()
        row.addWidget(self._dot)
        row.addWidget(self.saved)
        row.addSpacing(16)
        row.addWidget(self.message, 1)
        row.addWidget(self.typing)
        row.addWidget(label(family, self.tr("Data on this computer (SQLite)"), size=LABEL, tone="dim"))
        row.addSpacing(8)
        row.addWidget(label(family, self.tr("All keys"), size=LABEL, tone="dim"))
        row.addWidget(key_hint(family, "F1"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MESSAGE_MS)
        self._timer.timeout.connect(self.forget)

    def set_saved(self, save: SaveStatus | None) -> None:
        """How the journal stands."""
        if save is None or (not save.saved_seq and not save.pending):
            self._dot.set_mark(Mark.OFF)
            show(self.saved, self.tr("Nothing to save yet"), "dim")
        elif save.error or save.pending:
            self._dot.set_mark(Mark.FAULT if save.error else Mark.WAIT)
            text = self.tr("{count} not saved yet · journal #{seq}")
            text = text.format(count=fmt.count(save.pending), seq=fmt.count(save.saved_seq))
            show(self.saved, text, "warn" if save.error else "next")
        else:
            self._dot.set_mark(Mark.OK)
            show(self.saved, self.tr("Saved · journal #{seq}").format(seq=fmt.count(save.saved_seq)), "dim")

    def say(self, text: str) -> None:
        """Show a sentence for a while."""
        show(self.message, text)
        self._timer.start()

    def forget(self) -> None:
        """Take the last message away: it is not so any more."""
        self._timer.stop()
        show(self.message, "")

    def set_typing(self, typing: bool) -> None:
        """Say that keys go into a text field."""
        self.typing.setVisible(typing)
