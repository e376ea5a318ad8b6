"""The reading of one file in a worker: a sheet, a show, or the scripts of a document held against a show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from livedesk.domain.errors import UserError
from livedesk.domain.file_name import lengthened
from livedesk.domain.merging import MergePlan, merge
from livedesk.domain.rundown import Show
from livedesk.services.importers.preview import ImportPreview, RawRow, SheetProblem
from livedesk.services.session.snapshot import DocumentSnapshot
from livedesk.services.sheets.origin import Origin
from livedesk.ui.context import Services, SheetAnswers
from livedesk.ui.ids import new_id

SCRIPTS = ".docx"
_ON_THEIR_WAY = 8
"""So many edits, at most, were shown and not yet kept when a file was written: its revision is the last that was."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of one reading; ``number`` tells a late one from the newest. ``target`` is the show that the file
    is meant for, as it stands now, ``plan`` what the file would change in it; ``rows`` are those of a sheet without a
    heading that is known."""

    number: int
    preview: ImportPreview | None = None
    target: DocumentSnapshot | None = None
    error: UserError | None = None
    rows: tuple[RawRow, ...] = ()
    plan: MergePlan | None = None


def read_one(
    services: Services, number: int, path: Path, answers: SheetAnswers, show_id: str, *, merging: bool
) -> Reading:
    """Read a file for a show (empty: for a new one). What the file leaves out of date, start and host is the show's.
    ``merging``: what the file has as it was when it was written is no change."""
    target: DocumentSnapshot | None = None
    try:
        target = services.document(show_id) if show_id else None
        if path.suffix.lower() == SCRIPTS:
            from livedesk.services.importers.script_sheet import read_scripts

            def earlier(origin: Origin | None) -> Show | None:
                return _earlier(services, origin, show_id)

            preview = read_scripts(path, None if target is None else target.show, new_id, earlier)
            return Reading(number, preview, target, plan=_planned(preview, target, earlier(preview.origin)))
        preview = services.preview_sheet(path, answers)
        if target is not None and preview.asks:
            preview = services.preview_sheet(path, _filled(answers, preview.asks, target.show))
        if target is not None:
            preview = _apart(services, preview, target.show.id)
        base = _earlier(services, preview.origin, show_id) if merging else None
        return Reading(number, preview, target, plan=_planned(preview, target, base))
    except UserError as error:
        rows: tuple[RawRow, ...] = ()
        if error.code == "sheet.no_header":
            from livedesk.services.importers.sheet import first_rows

            rows = first_rows(path)
        return Reading(number, None, target, error, rows)


def _planned(preview: ImportPreview, target: DocumentSnapshot | None, base: Show | None) -> MergePlan | None:
    """What the file would change in the show. New rows get ids that no document has."""
    if target is None or preview.show is None:
        return None
    return merge(target.show, preview.show, base, preview.carries, new_id)


def _earlier(services: Services, origin: Origin | None, show_id: str) -> Show | None:
    """The show as the file was written from it; None where the file does not say, or means another show, or one that
    only has the same id."""
    if origin is None or origin.show_id != show_id:
        return None
    try:
        for revision in range(origin.revision, origin.revision + _ON_THEIR_WAY):
            found, _ = services.shows.load(show_id, revision)
            if origin.is_of(found):
                return found
    except UserError as error:
        if error.code != "show.missing":
            raise
    return None


def _filled(answers: SheetAnswers, asks: tuple[str, ...], show: Show) -> SheetAnswers:
    local = show.planned_start.local
    known = {"date": local.date(), "start": local.time(), "title": show.title, "host": show.host or None}
    given = {name: value for name, value in known.items() if name in asks and getattr(answers, name) is None}
    return replace(answers, **given)  # type: ignore[arg-type]  # its own fields by name


def _apart(services: Services, preview: ImportPreview, show_id: str) -> ImportPreview:
    """The preview without warnings that mean a new show, and with its pictures under names that are not those of other
    pictures of the show."""
    names = {}
    for name, data in preview.media.items():
        there = services.media.path(show_id, name)
        names[name] = name if there is None or there.read_bytes() == data else lengthened(f"{new_id()}-", name)
    show = preview.show
    if show is not None:
        products = tuple(replace(one, image=names.get(one.image, one.image)) for one in show.products)
        show = replace(show, products=products)
    media = {names[name]: data for name, data in preview.media.items()}
    problems = tuple(one for one in preview.problems if not _said_in_vain(services, one, show_id))
    return replace(preview, show=show, media=media, problems=problems)


def _said_in_vain(services: Services, problem: SheetProblem, show_id: str) -> bool:
    """Whether a warning is none for a show that is there: that it is, that it keeps its approval, or that it lacks a
    picture which it has."""
    if problem.code == "sheet.picture_missing":
        name = str(problem.params.get("name", "")).replace("\\", "/").rpartition("/")[2]
        return services.media.path(show_id, name) is not None
    return problem.code in ("show.twin", "sheet.approval_stays")
