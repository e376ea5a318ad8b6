"""Files for people: chosen without stopping the desk (no dialog is modal: the show can be run beside it), named so
that every system takes the name, and shown by the system's own program.

Where the system has no dialog of its own, Qt's stands in: in the language of the desk, and with days as the desk
writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QIdentityProxyModel, QModelIndex, QPersistentModelIndex, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QMessageBox, QWidget

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_CHANGED = 3
_DAY = "yyyy-MM-dd HH:mm"


def fit_name(title: str) -> str:
    """A title as a part of a file's name, without what a file system refuses, at most 60 characters."""
    return _UNFIT.sub(" ", title).strip(" .")[:60] or "livedesk"


def open_file(path: Path) -> bool:
    """Show a file or a folder in the system's own program; False where the system has none for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def choose_file(parent: QWidget, title: str, kinds: str, chosen: Callable[[str], object]) -> QFileDialog:
    """Open the dialog; ``chosen`` (a bound method of a QObject) is called with the path. ``kinds`` is a filter as
    ``Run sheets (*.xlsx *.csv)``."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.ExistingFile, chosen)
    dialog.setNameFilter(kinds)
    dialog.show()
    return dialog


def choose_folder(parent: QWidget, title: str, start: str, chosen: Callable[[str], object]) -> QFileDialog:
    """Open the dialog at the folder ``start``; ``chosen`` (a bound method of a QObject) is called with it."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.Directory, chosen)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if start:
        dialog.setDirectory(start)
    dialog.show()
    return dialog


def choose_target(
    parent: QWidget, title: str, start: Path, kinds: Sequence[str], chosen: Callable[[str, str, bool], object]
) -> QFileDialog:
    """Open the dialog with the name ``start``; ``chosen`` (a bound method of a QObject) is called with the path, the
    filter of ``kinds`` that stood there, and whether the file that has this name goes. Where there is one a person
    is asked, beside the desk."""
    dialog = _TargetDialog(parent, title, chosen)
    dialog.setNameFilters(list(kinds))
    dialog.setDirectory(str(start.parent))
    dialog.selectFile(start.name)
    dialog.show()
    return dialog


def _dialog(
    parent: QWidget, title: str, mode: QFileDialog.FileMode, chosen: Callable[[str], object]
) -> QFileDialog:
    dialog = _Dialog(parent, title)
    dialog.setFileMode(mode)
    dialog.fileSelected.connect(chosen)
    return dialog


class _Days(QIdentityProxyModel):
    """The rows of Qt's own dialog, with days as the desk writes them: Qt takes the system's form, whatever the
    language of the desk."""

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole.value
    ) -> Any:
        """What a cell shows."""
        if index.column() == _CHANGED and role == Qt.ItemDataRole.DisplayRole:
            files = self.sourceModel()
            if isinstance(files, QFileSystemModel):
                return files.lastModified(self.mapToSource(index)).toString(_DAY)
        return super().data(index, role)


class _Dialog(QFileDialog):
    """Not modal; goes when it is closed."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setProxyModel(_Days(self))


class _TargetDialog(_Dialog):
    """Asks for a name to write under."""

    def __init__(self, parent: QWidget, title: str, chosen: Callable[[str, str, bool], object]) -> None:
        super().__init__(parent, title)
        self._chosen = chosen
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        # Qt's own question stops everything until it is answered.
        self.setOption(QFileDialog.Option.DontConfirmOverwrite)
        self.fileSelected.connect(self._selected)

    @Slot(str)
    def _selected(self, path: str) -> None:
        box = _ReplaceBox(path, self.selectedNameFilter(), self.parentWidget())
        box.chosen.connect(self._chosen)
        box.ask()


class _ReplaceBox(QMessageBox):
    """Asks whether what is there goes, where there is something. ``chosen`` carries the path, the filter, and the
    answer; it does not come where nothing is to be written. Goes by itself."""

    chosen = Signal(str, str, bool)

    def __init__(self, path: str, kind: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._path, self._kind = path, kind
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(self.tr("Save as"))
        self.setText(self.tr("There is a file {0} already.").format(Path(path).name))
        self._replace = self.addButton(self.tr("Replace it"), QMessageBox.ButtonRole.DestructiveRole)
        self._both = self.addButton(self.tr("Keep both"), QMessageBox.ButtonRole.AcceptRole)
        self.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self._both)
        self.finished.connect(self._answered)

    def ask(self) -> None:
        """Ask, or answer at once where the name is free."""
        if Path(self._path).exists():
            self.show()
            return
        self.chosen.emit(self._path, self._kind, False)
        self.deleteLater()

    @Slot()
    def _answered(self) -> None:
        answer = self.clickedButton()
        if answer in (self._replace, self._both):
            self.chosen.emit(self._path, self._kind, answer is self._replace)
