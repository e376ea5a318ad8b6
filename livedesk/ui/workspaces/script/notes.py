"""What the script page says: in one banner, the newest in place of the one before, never in a box in the middle.

A sentence is about what was done last: it goes with the next change, or with another show. What could not be done is
said until this window does something else; where a file lies, until another show is shown.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from livedesk.domain.errors import UserError
from livedesk.ui.context import DeskContext
from livedesk.ui.widgets.banner import Banner, BannerStack
from livedesk.ui.widgets.choose import open_file
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument

if TYPE_CHECKING:
    from livedesk.services.left_out import LeftOut

_KEY = "script"
_SAID, _FAILED, _WRITTEN = "said", "failed", "written"
LEAST_MS, LETTER_MS = 8_000, 120
"""So long a sentence stands that asks nothing, and for each of its letters so much longer."""


class Notes(BannerStack):
    """Takes no room while nothing is said. ``left`` asks for somebody to take the keys."""

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__()
        self._context, self._document = context, document
        self._kind = ""
        self.read = QTimer(self)
        self.read.setSingleShot(True)
        self.read.timeout.connect(self._was_read)
        document.changed.connect(self._changed)
        document.stepped.connect(self._stepped)

    @Slot(str)
    def say(self, words: str) -> None:
        """Say what was done."""
        self._put(self._banner(words, "info"), _SAID)
        self.read.start(LEAST_MS + LETTER_MS * len(words))

    def fail(self, error: UserError) -> None:
        """Say what could not be done, and what to do."""
        self._put(self._banner(sentence(error), "warn"), _FAILED)

    @Slot(object)
    def written(self, path: Path) -> None:
        """Say where a file lies."""
        self._lies(path)

    @Slot(object)
    def written_bare(self, path: Path) -> None:
        """Say where a file lies that holds no pictures, and what does."""
        told = self.tr("The pictures of the products are not in it; xlsx and json hold them.")
        self._lies(path, told)

    @Slot(object, object)
    def written_short(self, path: Path, without: LeftOut) -> None:
        """Say where a file lies that lacks some pictures, how many, and where those are."""
        told = []
        if without.left and without.in_json:
            told.append(self.tr("Product pictures that are not in it: {0}; json holds them.").format(without.left))
        elif without.left:
            words = self.tr("Product pictures that are not in it: {0}; they lie in {1}.")
            told.append(words.format(without.left, without.folder))
        if without.missing:
            words = self.tr("Product pictures that were not found: {0}; only their names are in it.")
            told.append(words.format(without.missing))
        self._lies(path, *told)

    @Slot()
    def clear(self) -> None:
        """Nothing is said any more."""
        self.read.stop()
        self._kind = ""
        self.drop(_KEY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the keys back."""
        focus = self.window().focusWidget()
        if event.key() == Qt.Key.Key_Escape and focus is not None:
            focus.clearFocus()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # --- inside --------------------------------------------------------------------------------------------

    @Slot(object)
    def _changed(self, change: Changed) -> None:
        # A refused edit is taken out of what is shown again: that is no reason to say its reason no longer.
        done = self._kind == _SAID or (self._kind == _FAILED and self._document.busy)
        if self._kind and (done or change.before is None):
            self.clear()

    @Slot(object)
    def _stepped(self, _stepped: object) -> None:
        if self._kind in (_SAID, _FAILED):
            self.clear()

    @Slot()
    def _was_read(self) -> None:
        """Whoever stands on its button is not done with it."""
        focus = self.window().focusWidget()
        if self._kind == _SAID and (focus is None or not self.isAncestorOf(focus)):
            self.clear()

    def _lies(self, path: Path, *more: str) -> None:
        words = self.tr("Written: {0}").format(path)
        banner = self._banner(" ".join((words, *more)), "info")
        banner.add(FileButton(self.tr("Open it"), path), "primary")
        self._put(banner, _WRITTEN)

    def _banner(self, words: str, tone: str) -> Banner:
        return Banner(self._context.theme, self._context.family, words, tone=tone)

    def _put(self, banner: Banner, kind: str) -> None:
        away = QPushButton(self.tr("Close"))
        away.clicked.connect(self.clear)
        banner.add(away, "flat")
        self.read.stop()
        self._kind = kind
        self.put(_KEY, banner)


class FileButton(QPushButton):
    """Shows a file in the system's own program."""

    def __init__(self, text: str, path: Path) -> None:
        super().__init__(text)
        self._path = path
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        open_file(self._path)
