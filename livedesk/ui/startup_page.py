"""What is shown when the start is refused: what is wrong, what to do, and the newest good backup if any."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from livedesk.domain.errors import UserError
from livedesk.ui.icons import program_icon
from livedesk.ui.theme import GAP, LABEL, TEXT_BIG, TITLE, Theme
from livedesk.ui.widgets.labels import label
from livedesk.ui.widgets.light import Dot, Mark
from livedesk.ui.words import sentence


class StartupPage(QWidget):
    """A small window; Enter and Esc close it. It changes nothing: a damaged or foreign file stays as it is."""

    def __init__(self, error: UserError, theme: Theme, family: str) -> None:
        super().__init__()
        self.setObjectName("startup")
        self.setWindowTitle("livedesk")
        self.setWindowIcon(program_icon())
        self.setFixedWidth(620)
        self._family = family
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 20)
        box.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(GAP + 4)
        head.addWidget(Dot(theme, Mark.FAULT), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(label(family, self.tr("livedesk was not started"), size=TITLE, bold=True), 1)
        box.addLayout(head)
        self.backup = Path(str(error.params["backup"])) if error.params.get("backup") else None
        facts = dict(error.params)
        if "backup" in facts and self.backup is None:
            facts["backup"] = self.tr("none was found")
        self.words = self._text(sentence(error.code, facts), "text", TEXT_BIG)
        box.addWidget(self.words)
        if self.backup is not None:
            box.addWidget(self._backup_box(self.backup, Path(str(error.params["path"])).parent))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(label(family, error.code, size=LABEL, tone="faint"), 1)
        self.folder = self._folder_of(error)
        self.open = QPushButton(self.tr("Open the folder"))
        self.open.setVisible(self.folder is not None)
        self.open.clicked.connect(self._open_folder)
        row.addWidget(self.open)
        self.quit = QPushButton(self.tr("Quit"))
        self.quit.setProperty("variant", "primary")
        self.quit.clicked.connect(self.close)
        row.addWidget(self.quit)
        box.addLayout(row)
        self.quit.setFocus()
        self.setFixedHeight(box.heightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc close the window; Enter on a button presses it."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focus, QPushButton):
                focus.click()
            else:
                self.close()
        else:
            super().keyPressEvent(event)

    def _backup_box(self, backup: Path, folder: Path) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "panel")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(14, 12, 14, 12)
        inner.setSpacing(6)
        told = self.tr("To go back to the newest good backup, run this in a terminal. The present file is kept.")
        inner.addWidget(self._text(told, "dim", LABEL))
        self.command = self._text(f'livedesk restore "{backup}" --data "{folder}"', "text", LABEL)
        inner.addWidget(self.command)
        return frame

    def _text(self, text: str, tone: str, size: int) -> QLabel:
        made = label(self._family, text, size=size, tone=tone)
        made.setWordWrap(True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    @staticmethod
    def _folder_of(error: UserError) -> Path | None:
        """The folder that the error is about, if it is there."""
        named = error.params.get("path")
        if not named:
            return None
        path = Path(str(named))
        folder = path if path.is_dir() else path.parent
        return folder if folder.is_dir() else None

    @Slot()
    def _open_folder(self) -> None:
        if self.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))
