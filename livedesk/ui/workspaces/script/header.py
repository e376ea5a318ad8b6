"""The top of the script page: which show is written, how far it has come, and what is done with it as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from livedesk.domain.ports import ShowSummary
from livedesk.domain.rundown import Approval, Show
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, LABEL, TITLE
from livedesk.ui.widgets.labels import Elided, pill, show
from livedesk.ui.workspaces.script.approval_words import state_words, tone
from livedesk.ui.workspaces.script.file_kinds import FileKind, file_kinds

_PATIENCE_MS = 250
"""An edit is mostly kept in a few milliseconds: that it is being saved is said where it takes longer."""


class Header(QWidget):
    """``wants_shows`` asks for the list of shows before its menu opens (:meth:`offer`); ``chosen`` carries a show's
    id, ``new`` asks for another one. The buttons are the page's own to connect."""

    wants_shows = Signal()
    chosen = Signal(str)
    new = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        family = context.family
        self._told = ""
        self._revision = 0
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(_PATIENCE_MS)
        self.patience.timeout.connect(self._tell_kept)
        self._busy = False
        self._shown: tuple[object, ...] = ()
        self.title = QPushButton(self.tr("Choose a show"))
        self.title.setObjectName("script-show")
        self.title.setProperty("variant", "flat")
        self.title.setStyleSheet(f"font-size: {TITLE}px; font-weight: bold; text-align: left; padding: 4px 6px")
        self.title.setToolTip(self.tr("Choose another show"))
        self.state = pill(family)
        self.saved = Elided(family, size=LABEL, tone="dim", ground="bg")
        self.sheet = QPushButton(self.tr("Import xlsx / docx"))
        self.out = QPushButton(self.tr("Print and export"))
        self.desk = QPushButton(self.tr("Open on the desk"))
        self.lock = QPushButton(self.tr("Lock for air"))
        self.lock.setProperty("variant", "primary")
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self.title)
        line.addWidget(self.state)
        line.addWidget(self.saved, 1)
        for name_, button in (("sheet", self.sheet), ("out", self.out), ("desk", self.desk), ("lock", self.lock)):
            button.setObjectName(f"script-{name_}")
            line.addWidget(button)
        self._menu = QMenu(self)
        self.title.clicked.connect(self.wants_shows)

    def settle(self, busy: bool, revision: int) -> None:
        """Tell whether everything is kept, and as which revision."""
        if (busy, revision) == (self._busy, self._revision):
            return
        self._busy, self._revision = busy, revision
        if not busy:
            self.patience.stop()
            self._tell_kept()
        elif not self.patience.isActive():
            self.patience.start()

    def show_document(self, document: Show, desk: SessionSnapshot | None, since: int = 0) -> None:
        """Name the show and its state (``desk``: what is on the desk, maybe this very show; ``since``: how much was
        changed since it was approved)."""
        run = desk.state.run if desk is not None and desk.state.show.id == document.id else None
        live = run is not None and run.before_viewers
        shown = document.title, document.approval, live, since
        if shown == self._shown:
            return
        self._shown = shown
        title = self.tr("Script · {0}").format(document.title)
        if self.title.text() != title:
            self.title.setText(title)
        state = document.approval
        told = self.tr("on air") if live else state_words(state, since)
        show(self.state, told, "air" if live else tone(state, since))
        closed = state in (Approval.LOCKED, Approval.ARCHIVED)
        self.lock.setText(self.tr("Unlock …") if closed else self.tr("Lock for air"))
        # On air the next step is on the desk: nothing here asks for a press.
        set_property(self.lock, "variant", "" if closed or live else "primary")

    @Slot(str)
    def tell(self, words: str) -> None:
        """Say beside the version what an undo or a redo did; empty: nothing more to say."""
        self._told = words
        if words or not self.patience.isActive():
            # With an edit on its way what was said before it goes when the edit is kept.
            self._tell_kept()

    @Slot()
    def _tell_kept(self) -> None:
        late = self._busy and not self.patience.isActive()
        kept = self.tr("saving …") if late else self.tr("version {0} is saved").format(self._revision)
        show(self.saved, f"{kept} · {self._told}" if self._told else kept)

    def offer(self, shows: Sequence[ShowSummary]) -> None:
        """Open the list of shows under the title."""
        self._menu.clear()
        for item in shows:
            start = fmt.day_and_clock(item.planned_start_ms, item.zone)
            action = QAction(f"{item.title} · {start}".replace("&", "&&"), self._menu)
            action.setData(item.show_id)
            action.triggered.connect(self._choose)
            self._menu.addAction(action)
        self._menu.addSeparator()
        fresh = QAction(self.tr("New show"), self._menu)
        fresh.triggered.connect(self.new)
        self._menu.addAction(fresh)
        self._menu.popup(self.title.mapToGlobal(self.title.rect().bottomLeft()))
        first = self._menu.actions()[0]
        self._menu.setActiveAction(first)

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(str(action.data()))


class FilesMenu(QMenu):
    """Everything that a show can be written into. ``wanted`` carries what (``cards`` or ``sheet``) and the file's
    extension, ``prints`` what goes to a printer; ``elsewhere`` asks for a place of one's choosing."""

    wanted = Signal(str, str)
    prints = Signal(str)
    elsewhere = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kinds = file_kinds()
        self._add_kinds(kinds[:2])
        self._add("script-print-sheet", self.tr("Print the run sheet …"), "sheet", self._print)
        self._add("script-print-cards", self.tr("Print the hand cards …"), "cards", self._print)
        self.addSeparator()
        self._add_kinds(kinds[2:6])
        self.addSeparator()
        self._add_kinds(kinds[6:])
        self.addSeparator()
        self._add("script-save-as", self.tr("Save as …"), "", self._save_as)

    def open_under(self, button: QWidget) -> None:
        """Open below a button, the first entry in front."""
        self.popup(button.mapToGlobal(button.rect().bottomLeft()))
        self.setActiveAction(self.actions()[0])

    def _add_kinds(self, kinds: Sequence[FileKind]) -> None:
        for kind in kinds:
            self._add(f"script-{kind.what}-{kind.suffix}", kind.text, (kind.what, kind.suffix), self._choose)

    def _add(self, object_name: str, text: str, data: object, slot: Callable[[], None]) -> None:
        action = QAction(text, self)
        action.setObjectName(object_name)
        action.setData(data)
        action.triggered.connect(slot)
        self.addAction(action)

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            what, suffix = action.data()
            self.wanted.emit(what, suffix)

    @Slot()
    def _print(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.prints.emit(action.data())

    @Slot()
    def _save_as(self) -> None:
        self.elsewhere.emit()
