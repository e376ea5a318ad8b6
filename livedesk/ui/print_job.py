"""Paper on its way to a printer: asked which one, printed off the GUI thread, told what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from livedesk.services.reports.look import Paper
from livedesk.ui.background import Background
from livedesk.ui.printer import ask_printer, print_paper, printer_for


class PrintJob(QObject):
    """Goes by itself when it is over. ``printed`` carries the printer's name, ``wrote`` the file where the pages
    were printed into one, ``failed`` the error; none of them comes where the dialog was left. ``file`` is the name
    that is offered where there is no printer."""

    printed = Signal(str)
    wrote = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, paper: Paper, file: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._background, self._paper = parent, background, paper
        self._printer = printer_for(paper, file)

    def ask(self, title: str) -> QDialog:
        """Open the system's dialog, which ``title`` heads; not modal."""
        dialog = ask_printer(self._window, title, self._printer)
        dialog.finished.connect(self._answered)
        dialog.show()
        return dialog

    @Slot(int)
    def _answered(self, answer: int) -> None:
        if answer != QDialog.DialogCode.Accepted.value:
            self.deleteLater()
            return
        # The dialog is done with the printer: from now on it is the thread's alone.
        self._background.run(partial(print_paper, self._paper, self._printer), self._done, self._not_done)

    @Slot(object)
    def _done(self, _nothing: object) -> None:
        file = self._printer.outputFileName()
        if file:
            self.wrote.emit(Path(file))
        else:
            self.printed.emit(self._printer.printerName())
        self.deleteLater()

    @Slot(object)
    def _not_done(self, error: Exception) -> None:
        self.failed.emit(error)
        self.deleteLater()
