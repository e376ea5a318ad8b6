"""A show brought to its people: printed, written into files, told where they lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from livedesk.domain.errors import UserError
from livedesk.domain.ports import Media
from livedesk.domain.rundown import Show
from livedesk.services.free_name import write_beside
from livedesk.services.reports.look import Paper
from livedesk.ui.context import DeskContext
from livedesk.ui.show_paper import show_paper
from livedesk.ui.widgets.choose import choose_target, fit_name
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.file_kinds import FileKind, file_kinds, target
from livedesk.ui.workspaces.script.header import FilesMenu
from livedesk.ui.workspaces.script.notes import Notes

if TYPE_CHECKING:
    from livedesk.services.left_out import LeftOut


@dataclass(frozen=True, slots=True)
class _Given:
    """A place for the show as it was when it was asked for, the filter that stood there, and whether what has the
    name goes."""

    show: Show
    revision: int
    name: str
    filter: str
    replacing: bool


class _Asked(QObject):
    """Keeps the show that a place is asked for: another one may be open when the answer comes."""

    chosen = Signal(object)

    def __init__(self, show: Show, revision: int, parent: QObject) -> None:
        super().__init__(parent)
        self._show, self._revision = show, revision

    @Slot(str, str, bool)
    def answer(self, name: str, kind: str, replacing: bool) -> None:
        """Pass the answer on, with the show; goes by itself then."""
        self.chosen.emit(_Given(self._show, self._revision, name, kind, replacing))
        self.deleteLater()


class ShowFiles(QObject):
    """Files lie in ``exports/`` of the data folder, named after show and day, or where a person chooses; none takes
    another's place but where a person says so. ``written`` carries a file's path, ``bare`` after it that of one which
    has no room for the pictures that the show has, ``short`` that of one which lacks some of them, and which
    (:class:`LeftOut`); ``said`` what else was done."""

    written = Signal(object)
    bare = Signal(object)
    short = Signal(object, object)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._context = context
        self._document = document
        self._folder = context.services.data_folder / "exports"

    def serve(self, menu: FilesMenu, notes: Notes) -> None:
        """Do what the menu asks for, and say there what was done."""
        menu.wanted.connect(self.write)
        menu.prints.connect(self.print_out)
        menu.elsewhere.connect(self.save_as)
        self.written.connect(notes.written)
        self.bare.connect(notes.written_bare)
        self.short.connect(notes.written_short)
        self.said.connect(notes.say)

    @Slot(str, str)
    def write(self, what: str, suffix: str) -> None:
        """Write the show as it is shown, with every word that is typed, as ``sheet`` or ``cards``."""
        self._document.flush()
        if self._document.show is not None:
            path = self._context.services.data_folder / "exports" / self._name(what, suffix)
            self._write(self._document.show, self._document.revision, path, what)

    @Slot()
    def save_as(self) -> None:
        """Ask where, and as what; the folder that was chosen last is offered first."""
        self._document.flush()
        if self._document.show is None:
            return
        asked = _Asked(self._document.show, self._document.revision, self)
        asked.chosen.connect(self._chosen)
        filters = [kind.filter for kind in file_kinds()]
        dialog = choose_target(self._page, self.tr("Save as"), self._offered("sheet"), filters, asked.answer)
        dialog.rejected.connect(asked.deleteLater)

    @Slot(str)
    def print_out(self, what: str) -> None:
        """Print the show as it is shown, as ``sheet`` or ``cards``, on a printer that the system asks for."""
        self._document.flush()
        show = self._document.show
        if show is not None:
            work = partial(_paper, show, self._context.services.media, what)
            self._context.background.run(work, self._ask_printer, self._failed)

    # --- inside ----------------------------------------------------------------------------------------------

    def _name(self, what: str, suffix: str) -> str:
        show = self._document.show
        assert show is not None, "a page that has a show keeps one"
        kind = self.tr("hand cards") if what == "cards" else ""
        parts = (fit_name(show.title), f"{show.planned_start.local:%Y%m%d}", kind)
        return f"{'_'.join(part for part in parts if part)}.{suffix}"

    def _offered(self, what: str) -> Path:
        folder = self._folder if self._folder.is_dir() else self._context.services.data_folder
        return folder / self._name(what, "pdf")

    def _write(self, show: Show, revision: int, path: Path, what: str, *, replacing: bool = False) -> None:
        export = partial(self._context.services.export_show, show, revision, cards=what == "cards")
        work = partial(export, path) if replacing else partial(write_beside, path, export)
        pictured = any(product.image for product in show.products)
        background = self._context.background
        if pictured and path.suffix.lower() == ".csv":
            background.run(work, self._done_bare, self._failed)
        elif pictured and what == "sheet":
            background.run(
                partial(_counted, work, show, self._context.services.media), self._done_short, self._failed
            )
        else:
            background.run(work, self._done, self._failed)

    @Slot(object)
    def _chosen(self, given: _Given) -> None:
        path, kind = target(Path(given.name), _kind(given.filter, given.name))
        self._folder = path.parent
        # What was agreed to is the file of that very name.
        replacing = given.replacing and str(path) == given.name
        self._write(given.show, given.revision, path, kind.what, replacing=replacing)

    @Slot(object)
    def _ask_printer(self, made: tuple[str, Paper]) -> None:
        # Imported here: Qt's print support is loaded when somebody prints.
        from livedesk.ui.print_job import PrintJob

        what, paper = made
        job = PrintJob(self._context.background, paper, self._offered(what), self._page)
        job.wrote.connect(self._done)
        job.printed.connect(self._printed)
        job.failed.connect(self._failed)
        job.ask(self.tr("Print"))

    @Slot(str)
    def _printed(self, printer: str) -> None:
        self.said.emit(self.tr("Sent to the printer {0}.").format(printer))

    @Slot(object)
    def _done(self, path: Path) -> None:
        self.written.emit(path)

    @Slot(object)
    def _done_bare(self, path: Path) -> None:
        self._done(path)
        self.bare.emit(path)

    @Slot(object)
    def _done_short(self, made: tuple[Path, LeftOut]) -> None:
        path, without = made
        self._done(path)
        if without.left or without.missing:
            self.short.emit(path, without)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            error = UserError(
                "file.not_written", path=str(error.filename or ""), reason=error.strerror or str(error)
            )
        self.failed.emit(error)


def _counted(write: Callable[[], Path], show: Show, media: Media) -> tuple[Path, LeftOut]:
    # Imported here: what a file cannot hold is asked when one is written.
    from livedesk.services.left_out import left_out

    path = write()
    return path, left_out(show, media, path.suffix.lower())


def _paper(show: Show, media: Media, what: str) -> tuple[str, Paper]:
    return what, show_paper(show, media, cards=what == "cards")


def _kind(chosen: str, name: str) -> FileKind:
    """The kind of a filter; where a dialog gives none of ours, that of the name's extension, or the first."""
    kinds = file_kinds()
    suffix = Path(name).suffix.lower().removeprefix(".")
    named = next((kind for kind in kinds if kind.suffix == suffix), kinds[0])
    return next((kind for kind in kinds if kind.filter == chosen), named)
