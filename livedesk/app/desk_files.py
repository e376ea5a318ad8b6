"""What the desk does with documents and files for the interface: see :class:`livedesk.ui.context.Services`."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from livedesk.domain.checklist import CheckItem
from livedesk.domain.edits import Edit
from livedesk.domain.errors import UserError
from livedesk.domain.ports import Clock, Kept, Media
from livedesk.domain.rundown import Show
from livedesk.services.session.snapshot import DocumentSnapshot
from livedesk.ui.context import SheetAnswers

if TYPE_CHECKING:
    from livedesk.app.stage import Stage
    from livedesk.services.importers.preview import ImportPreview
    from livedesk.store.store import Store


class DeskFiles:
    """Over the store and the stage of whoever inherits it; each raises UserError ``services.loading`` until the
    store is open."""

    _clock: Clock
    _media: Media

    @property
    @abstractmethod
    def _store(self) -> Store: ...

    @property
    @abstractmethod
    def _stage(self) -> Stage: ...

    @abstractmethod
    def operator(self) -> str:
        """The name of whoever is at the desk."""

    @abstractmethod
    def remind(self) -> None:
        """A show came or moved: plan the reminders anew."""

    # Documents: see livedesk.app.documents.

    @property
    def kept(self) -> Kept:
        """Templates, reading rates, column mappings."""
        return self._store.kept

    def document(self, show_id: str) -> DocumentSnapshot:
        """A document as it stands now."""
        return self._stage.documents.load(show_id)

    def edit(self, show_id: str, edit: Edit, base: int, own: frozenset[int] = frozenset()) -> DocumentSnapshot:
        """Change a document."""
        return self._stage.documents.edit(show_id, edit, base, own)

    def undo(self, show_id: str) -> DocumentSnapshot:
        """Take the newest edit back."""
        return self._stage.documents.undo(show_id)

    def redo(self, show_id: str) -> DocumentSnapshot:
        """Apply the edit undone last again."""
        return self._stage.documents.redo(show_id)

    # Files.

    def preview_sheet(self, path: Path, answers: SheetAnswers) -> ImportPreview:
        """Read a run sheet without keeping anything."""
        from livedesk.services.importers.files import read_file
        from livedesk.services.library import note_twin
        from livedesk.services.mappings import known_mappings

        preview = read_file(
            path,
            mappings=known_mappings(self._store.kept),
            date=answers.date,
            start=answers.start,
            title=answers.title,
            host=answers.host,
            zone=answers.zone,
        )
        return note_twin(preview, self._store.shows.summaries())

    def keep_sheet(self, preview: ImportPreview) -> str:
        """Keep a sheet that was read without errors."""
        from livedesk.app.paths import default_checks
        from livedesk.services.library import with_checks

        if preview.show is None:
            raise UserError("sheet.needs_date", file=preview.file)
        return self._keep(preview.show, preview.media, checks=lambda: with_checks(preview, default_checks()))

    def keep_show(self, show: Show, media_of: str = "") -> str:
        """Keep a new show, with the pictures of the show ``media_of``; returns its id. Raises UserError
        ``file.unreadable`` for a picture."""
        from livedesk.app.paths import default_checks
        from livedesk.services.checklists import load_checklist
        from livedesk.services.pictures import read_pictures

        names = {product.image for product in show.products if product.image} if media_of else set()
        pictures = read_pictures(self._media, media_of, names)
        return self._keep(show, pictures, checks=lambda: load_checklist(default_checks()))

    def copy_media(self, from_show: str, to_show: str, names: Mapping[str, str]) -> tuple[str, ...]:
        """Copy pictures of a show to another one under other names. Raises UserError ``file.unreadable``,
        ``media.bad_name`` or ``media.not_written``."""
        from livedesk.services.pictures import read_pictures

        found = read_pictures(self._media, from_show, names)
        free = {names[name]: data for name, data in found.items() if not self._media.path(to_show, names[name])}
        self._media.keep(to_show, free)
        return tuple(name for name in names if name not in found)

    def _keep(
        self, show: Show, pictures: Mapping[str, bytes], *, checks: Callable[[], tuple[CheckItem, ...]]
    ) -> str:
        from livedesk.services.library import keep_show

        wanted = () if show.checklist else checks()
        now = self._clock.now().wall_ms
        kept = keep_show(
            self._store.shows, self._media, show, pictures, by=self.operator(), at_ms=now, checks=wanted
        )
        self.remind()
        return kept.id

    def export_show(self, show: Show, revision: int, path: Path, *, cards: bool = False) -> Path:
        """Write a document into a file."""
        from livedesk.app.show_files import write_show

        return write_show(show, revision, self._media, path, cards=cards)

    def write_report(self, run_id: int, path: Path) -> Path:
        """Write the report of a run."""
        from livedesk.app.report_files import write_report

        return write_report(self._store, run_id, path)
