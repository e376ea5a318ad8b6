"""Files for people: chosen without stopping the desk (no dialog is modal: the show can be run beside it), named so
that every system takes the name, and shown by the system's own program."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


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


def _dialog(
    parent: QWidget, title: str, mode: QFileDialog.FileMode, chosen: Callable[[str], object]
) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(False)
    dialog.setFileMode(mode)
    dialog.fileSelected.connect(chosen)
    return dialog
