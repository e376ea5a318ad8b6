"""A script in a window of its own, beside the desk or beside another script."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from livedesk.ui.actions import PALETTE_KEY, Actions, Category
from livedesk.ui.context import DeskContext, Tick
from livedesk.ui.icons import program_icon
from livedesk.ui.key_list import KeyList
from livedesk.ui.key_sheet import KeySheet
from livedesk.ui.palette_door import PaletteDoor
from livedesk.ui.theme import GAP
from livedesk.ui.window import MainWindow
from livedesk.ui.workspaces.script.document import Changed
from livedesk.ui.workspaces.script.page import ScriptPage

SIZE = 1280, 720


class SecondWindow(QWidget):
    """The script page with keys of its own, in step with the desk, and gone with it. Closing it asks for everything
    that is typed; it goes once that is kept, and stays while a change waits for a choice. The palette (Ctrl+K) and
    the list of keys (F1, and again or Escape: back) are those of this window."""

    def __init__(self, context: DeskContext, show_id: str, beside: QWidget) -> None:
        desk: QWidget = beside.desk if isinstance(beside, SecondWindow) else beside
        super().__init__(desk, Qt.WindowType.Window)
        self.desk: QWidget = desk
        self.setObjectName("script-window")
        self.setWindowIcon(program_icon())
        self.resize(*SIZE)
        self._leaving = False
        own = replace(context, actions=Actions(self))
        self.page = ScriptPage(own, self)
        self._actions = own.actions
        self._actions.refused.connect(self._refused)
        self._list: KeyList | None = None
        self._family = context.family
        self._stack = QStackedLayout(self)
        # A stack takes no margins of its own.
        self.setContentsMargins(GAP, GAP, GAP, GAP)
        self._stack.addWidget(self.page)
        self._program_actions(own)
        self.page.document.changed.connect(self._named)
        self.page.document.settling.connect(self._settling)
        self.page.show_item(show_id)
        if isinstance(desk, MainWindow):
            if desk.ticker.snapshot is not None:
                self.page.on_snapshot(desk.ticker.snapshot)
            desk.ticker.changed.connect(self.page.on_snapshot)
            desk.ticker.ticked.connect(self._ticked)
            desk.closed.connect(self._leave)

    def _program_actions(self, own: DeskContext) -> None:
        keys = own.actions.add(
            "keys", self.tr("All keys"), self._show_keys, category=Category.PROGRAM, shortcut="F1"
        )
        self.addAction(keys)
        self.key_sheet = KeySheet(own, self)
        self.key_sheet.said.connect(self.page.notes.say)
        self.palette_door = PaletteDoor(own, self)
        self.palette_door.left.connect(self._take_keys)
        self.page.keys.join_palette()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+K is the palette's in a text too, where some systems delete to the end of the line with it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self:
            return False
        return QKeySequence(event.keyCombination()) == QKeySequence(PALETTE_KEY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back from the list of keys."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is not self.page:
            self._show_keys()
            return
        super().keyPressEvent(event)

    @Slot()
    def _show_keys(self) -> None:
        if self._stack.currentWidget() is self.page:
            if self._list is None:
                self._list = KeyList(self._actions, self._family)
                self._stack.addWidget(self._list)
            self.palette_door.dismiss()
            self._stack.setCurrentWidget(self._list)
            self._list.take_keys()
        else:
            self._stack.setCurrentWidget(self.page)
            self.page.take_keys()

    @Slot()
    def _take_keys(self) -> None:
        if self._stack.currentWidget() is self.page:
            self.page.take_keys()
        elif self._list is not None:
            self._list.take_keys()

    @Slot(str, str)
    def _refused(self, action_id: str, why: str) -> None:
        title = self._actions[action_id].text().replace("&", "")
        self.page.notes.say(self.tr("{action}: {why}").format(action=title, why=why))

    def showEvent(self, event: QShowEvent) -> None:
        """The page has the keys."""
        super().showEvent(event)
        self.page.take_keys()

    def closeEvent(self, event: QCloseEvent) -> None:
        """See the class; the page asks for what is typed as it is hidden."""
        event.ignore()
        if self.page.conflicts.waiting:
            self._stay()
        else:
            self._leave()

    @Slot()
    def _leave(self) -> None:
        """Go, once everything that was asked for is kept."""
        self._leaving = True
        self.hide()
        if not self.page.document.busy:
            self.deleteLater()

    @Slot(bool)
    def _settling(self, busy: bool) -> None:
        if not self._leaving or busy:
            return
        if self.page.conflicts.waiting:
            self._leaving = False
            self.show()
            self._stay()
        else:
            self.deleteLater()

    def _stay(self) -> None:
        self.page.open_conflicts()
        self.page.notes.say(
            self.tr("What you wrote here met other changes: choose, or discard your words, then close the window.")
        )

    @Slot(object)
    def _ticked(self, tick: Tick) -> None:
        if self.isVisible():
            self.page.on_tick(tick)

    @Slot(object)
    def _named(self, changed: Changed) -> None:
        self.setWindowTitle(self.tr("Script · {0}").format(changed.show.title) + " — livedesk")
