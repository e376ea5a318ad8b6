"""What the script page says: in one banner, the newest in place of the one before, never in a box in the middle."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton

from livedesk.domain.errors import UserError
from livedesk.ui.context import DeskContext
from livedesk.ui.widgets.banner import Banner, BannerStack
from livedesk.ui.widgets.choose import open_file
from livedesk.ui.words import sentence

_KEY = "script"


class Notes(BannerStack):
    """Takes no room while nothing is said."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self._context = context

    @Slot(str)
    def say(self, words: str) -> None:
        """Say what was done."""
        self._put(self._banner(words, "info"))

    def fail(self, error: UserError) -> None:
        """Say what could not be done, and what to do."""
        self._put(self._banner(sentence(error), "warn"))

    @Slot(object)
    def written(self, path: Path) -> None:
        """Say where a file lies."""
        banner = self._banner(self.tr("Written: {0}").format(path), "info")
        banner.add(FileButton(self.tr("Open it"), path), "primary")
        self._put(banner)

    @Slot()
    def clear(self) -> None:
        """Nothing is said any more."""
        self.drop(_KEY)

    def _banner(self, words: str, tone: str) -> Banner:
        return Banner(self._context.theme, self._context.family, words, tone=tone)

    def _put(self, banner: Banner) -> None:
        away = QPushButton(self.tr("Close"))
        away.clicked.connect(self.clear)
        banner.add(away, "flat")
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
