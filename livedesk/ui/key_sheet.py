"""The sheet of keys on paper, to lie beside the keyboard: written as a PDF that the system's own program shows and
prints. What writes it is loaded when it is first wanted, as no start of the desk needs it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from livedesk.domain.errors import UserError
from livedesk.ui.actions import PRINT_KEYS, Category
from livedesk.ui.context import DeskContext
from livedesk.ui.words import sentence


class KeySheet(QObject):
    """The action that prints the keys. ``said`` carries how it went, in words."""

    said = Signal(str)

    def __init__(self, context: DeskContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        window.addAction(
            context.actions.add(
                PRINT_KEYS, self.tr("Print the list of keys"), self._print, category=Category.PROGRAM
            )
        )

    @Slot()
    def _print(self) -> None:
        from livedesk.ui.key_list import key_groups
        from livedesk.ui.key_paper import write_keys

        groups, title = key_groups(self._context.actions), self.tr("All keys")
        folder = self._context.services.data_folder / "reports"
        self.said.emit(self.tr("Writing the list of keys …"))
        self._context.background.run(lambda: write_keys(groups, title, folder), self._written, self._failed)

    @Slot(object)
    def _written(self, path: Path) -> None:
        from livedesk.ui.widgets.choose import open_file

        opened = open_file(path)
        text = (
            self.tr("Written: {path}")
            if opened
            else self.tr("Written: {path} (this system has no program for it)")
        )
        self.said.emit(text.format(path=path))

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.said.emit("▲ " + sentence(error))
