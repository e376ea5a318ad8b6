"""The plan workspace: the shows, and the import of a run sheet."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from livedesk.domain.errors import UserError
from livedesk.domain.ports import ShowSummary
from livedesk.domain.run import Phase
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.context import DeskContext, GoTo, Services, Workspace
from livedesk.ui.theme import GAP
from livedesk.ui.widgets.banner import Banner, BannerStack
from livedesk.ui.widgets.choose import choose_file
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.plan.drop_panel import DropPanel
from livedesk.ui.workspaces.plan.import_panel import ImportPanel
from livedesk.ui.workspaces.plan.shows_panel import ShowsPanel

_SHEETS = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt", ".json", ".docx")
_LIST, _IMPORT = 0, 1
_UNREAD = "unread"
_AGAIN_MS = 500


class PlanPage(Workspace):
    """Two pages: the list beside the place to drop a file, and the reading of that file."""

    id = "plan"
    icon = "plan"

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.shows = ShowsPanel(context)
        self.drop = DropPanel(context)
        self.importer = ImportPanel(context)
        self.banners = BannerStack()
        self.pages = QStackedWidget()
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.shows, 3)
        row.addWidget(self.drop, 2)
        self.pages.addWidget(beside)
        self.pages.addWidget(self.importer)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self.banners)
        box.addWidget(self.pages, 1)
        self._desk: tuple[str, Phase] = ("", Phase.NONE)
        self._new = ""
        self._for = ""
        self.setAcceptDrops(True)
        self.shows.wanted.connect(self.open_show)
        self.shows.live.connect(self._go_live)
        self.shows.writing.connect(self._write)
        self.shows.importing.connect(self.choose)
        self.drop.importing.connect(self.choose)
        self.importer.another.connect(self.choose)
        self.importer.left.connect(self._back)
        self.importer.kept.connect(self._kept)

    def title(self) -> str:
        """The name on the rail."""
        return self.tr("Plan")

    def on_snapshot(self, snapshot: SessionSnapshot) -> None:
        """Mark the show on the desk; its state changes when it goes on air and when it ends."""
        now = (snapshot.state.show.id, snapshot.state.run.phase)
        if now != self._desk:
            self._desk = now
            self.shows.set_on_desk(now[0], over=now[1] is Phase.ENDED)
            self.refresh()

    def on_shown(self) -> None:
        """Read the list anew and put the keys on it."""
        self.refresh()
        if self.pages.currentIndex() == _LIST:
            self.shows.list.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Read the list of shows."""
        self.context.background.run(partial(_summaries, self.context.services), self._listed, self._not_listed)

    def show_item(self, item_id: str) -> None:
        """Choose a file for this show, to be merged into it or put in its place."""
        if not item_id:
            return
        self.refresh()
        self._choose(item_id)

    @Slot()
    def choose(self) -> None:
        """Let a person choose a file; the desk goes on beside the dialog."""
        self._choose(self.importer.ways.target if self.pages.currentIndex() == _IMPORT else "")

    def _choose(self, show_id: str) -> None:
        self._for = show_id
        kinds = self.tr("Run sheets and shows") + f" ({' '.join('*' + end for end in _SHEETS)})"
        choose_file(self, self.tr("Import a run sheet"), kinds, self._chosen)

    def read(self, path: Path, show_id: str = "") -> None:
        """Read a file, for this show (empty: for a new one), and show what was understood."""
        self.banners.drop("plan")
        self.pages.setCurrentIndex(_IMPORT)
        self.importer.table.setFocus()
        self.importer.read(path, show_id)

    @Slot(str)
    def open_show(self, show_id: str) -> None:
        """Put a show on the desk and go to it."""
        services = self.context.services
        self.banners.drop("plan")
        self.context.background.run(lambda: services.open_show(show_id), self._opened, self._failed, urgent=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of a kind that can be read."""
        if _sheet_of(event) is not None:
            event.acceptProposedAction()
            self.drop.light(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """The file was taken elsewhere."""
        self.drop.light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file."""
        self.drop.light(False)
        path = _sheet_of(event)
        if path is not None:
            # It is only read: whoever dragged it with Shift must not have it moved.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.read(path)

    @Slot(str)
    def _chosen(self, path: str) -> None:
        self.read(Path(path), self._for)

    @Slot()
    def _back(self) -> None:
        self.pages.setCurrentIndex(_LIST)
        self.shows.list.setFocus()

    @Slot(object)
    def _listed(self, summaries: tuple[ShowSummary, ...]) -> None:
        self.banners.drop(_UNREAD)
        self.shows.show_shows(summaries)
        self.importer.show_shows(summaries)
        if self._new:
            self.shows.choose(self._new)
            self._new = ""

    @Slot(object)
    def _opened(self, _nothing: object) -> None:
        self.refresh()
        self._go_live()

    @Slot()
    def _go_live(self) -> None:
        if "show_live" in self.context.actions:
            self.context.actions.trigger("show_live")

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(Banner(self.context.theme, self.context.family, sentence(error)))

    @Slot(object)
    def _not_listed(self, error: Exception) -> None:
        """The list could not be read; the next reading takes the word away."""
        if not isinstance(error, UserError):
            raise error
        self.banners.put(_UNREAD, Banner(self.context.theme, self.context.family, sentence(error)))
        if error.code == "services.loading":
            QTimer.singleShot(_AGAIN_MS, self, self.refresh)

    @Slot(str, str)
    def _kept(self, show_id: str, title: str) -> None:
        self._new = show_id
        self._back()
        self.refresh()
        text = self.tr("“{0}” is on the list.").format(title)
        banner = Banner(self.context.theme, self.context.family, text, tone="info")
        writing = QPushButton(self.tr("Open in Script"))
        writing.setObjectName("write-kept")
        writing.setProperty("show", show_id)
        writing.clicked.connect(self._write_kept)
        banner.add(writing, "flat")
        opening = QPushButton(self.tr("Open on the desk"))
        opening.setObjectName("open-kept")
        opening.setProperty("show", show_id)
        opening.clicked.connect(self._open_kept)
        banner.add(opening, "primary")
        self._say(banner)

    @Slot()
    def _open_kept(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.open_show(str(sender.property("show")))

    @Slot()
    def _write_kept(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._write(str(sender.property("show")))

    @Slot(str)
    def _write(self, show_id: str) -> None:
        self.context.bridge.post(GoTo("script", show_id))

    def _say(self, banner: Banner) -> None:
        away = QPushButton(self.tr("Close"))
        away.clicked.connect(self._close_banner)
        banner.add(away, "flat")
        self.banners.put("plan", banner)

    @Slot()
    def _close_banner(self) -> None:
        self.banners.drop("plan")


def _summaries(services: Services) -> tuple[ShowSummary, ...]:
    """The shows. Asked in a worker: until the store is open the services refuse to give it."""
    return services.shows.summaries()


def _sheet_of(event: QDropEvent) -> Path | None:
    """The one file that is dragged, or None where it is none that can be read."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile() or not event.possibleActions() & Qt.DropAction.CopyAction:
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in _SHEETS else None
