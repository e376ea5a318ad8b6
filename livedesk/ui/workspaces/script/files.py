"""A show written into files for its people: printed, exported, told where it lies."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain.errors import UserError
from livedesk.ui.context import DeskContext
from livedesk.ui.widgets.choose import fit_name
from livedesk.ui.workspaces.script.document import ScriptDocument


class ShowFiles(QObject):
    """Files lie in ``exports/`` of the data folder, named after show and day; ``written`` carries the path."""

    written = Signal(object)
    failed = Signal(object)
    begun = Signal(str)

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document = document

    @Slot(str, str)
    def write(self, what: str, suffix: str) -> None:
        """Write the show as it is shown, with every word that is typed, as ``sheet`` or ``cards``."""
        self._document.flush()
        show = self._document.show
        if show is None:
            return
        kind = self.tr("hand cards") if what == "cards" else ""
        name = "_".join(
            part for part in (fit_name(show.title), f"{show.planned_start.local:%Y%m%d}", kind) if part
        )
        path = self._context.services.data_folder / "exports" / f"{name}.{suffix}"
        self.begun.emit(path.name)
        work = partial(
            self._context.services.export_show, show, self._document.revision, path, cards=what == "cards"
        )
        self._context.background.run(work, self._done, self._failed)

    @Slot(object)
    def _done(self, path: Path) -> None:
        self.written.emit(path)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            error = UserError(
                "file.not_written", path=str(error.filename or ""), reason=error.strerror or str(error)
            )
        self.failed.emit(error)
