"""The reading of one file in a worker: a sheet, a show, or the scripts of a document held against a show."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from livedesk.domain.errors import UserError
from livedesk.domain.file_name import lengthened
from livedesk.domain.matching import match_products
from livedesk.domain.merging import MergePlan, merge
from livedesk.domain.product import Product
from livedesk.domain.rundown import Show
from livedesk.services.importers.preview import ImportPreview, RawRow, SheetProblem
from livedesk.services.session.snapshot import DocumentSnapshot
from livedesk.services.sheets.origin import Origin
from livedesk.ui.context import Services, SheetAnswers
from livedesk.ui.ids import new_id

SCRIPTS = ".docx"
_MADE = re.compile(r"[0-9a-f]{12}-")
_MADE_LONG = 13
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
        base = _earlier(services, preview.origin, show_id) if merging else None
        if target is not None:
            preview = _apart(services, preview, target.show, base)
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


def _apart(services: Services, preview: ImportPreview, target: Show, base: Show | None) -> ImportPreview:
    """The preview without warnings that mean a new show, and with its pictures under names that are not those of other
    pictures of the show. A product keeps the picture that it has there where the sheet has the same, or only its
    name."""
    show, media = preview.show, preview.media
    if show is not None:
        found = _Apart(services, preview, show, target, base)
        media = {found.image(one): preview.media[one.image] for one in show.products if one.image in preview.media}
        products = tuple(replace(one, image=found.image(one)) for one in show.products)
        show = replace(show, products=products)
    problems = tuple(one for one in preview.problems if not _said_in_vain(services, one, show, target.id))
    return replace(preview, show=show, media=media, problems=problems)


class _Apart:
    """The images that the products of a sheet have in a show that is there."""

    def __init__(
        self, services: Services, preview: ImportPreview, sheet: Show, target: Show, base: Show | None
    ) -> None:
        self._media = services.media
        self._show_id = target.id
        self._data = preview.media
        self._written = {
            str(one.params["product_id"]): str(one.params["name"])
            for one in preview.problems
            if "product_id" in one.params
        }
        was = {} if base is None else _matched(base, sheet)
        now = _matched(target, sheet) | {
            made: one for made, old in was.items() for one in target.products if one.id == old.id
        }
        self._had = {
            one.id: [there[one.id].image for there in (was, now) if one.id in there] for one in sheet.products
        }
        self._known = {one.image for one in sheet.products if one.image in self._had[one.id]}
        self._others = {one.image for one in target.products} - self._known
        self._names: dict[str, str] = {}

    def image(self, product: Product) -> str:
        """The image of a product of the sheet."""
        name = product.image
        if not name:
            return ""
        for had in self._had[product.id]:
            if had and self._is_meant(had, product):
                return had
        if name not in self._names:
            self._names[name] = name if self._is_free(name) else lengthened(f"{new_id()}-", name)
        return self._names[name]

    def _is_meant(self, had: str, product: Product) -> bool:
        """Whether the picture that a product has, or had when the sheet was written, is the one that this means."""
        name = product.image
        if name in self._data:
            return self._holds(had, self._data[name])
        written = self._written.get(product.id, name).replace("\\", "/").strip()
        if had in (name, written, written.rpartition("/")[2]):
            return True
        # It was put beside another picture of this name once.
        return _MADE.match(had) is not None and had == lengthened(had[:_MADE_LONG], name)

    def _is_free(self, name: str) -> bool:
        """Whether a picture may come under this name, or be missing under it: what the show has so is the same, or it
        is that of a product which the sheet names it for too."""
        if self._media.path(self._show_id, name) is None:
            return name not in self._others
        return self._holds(name, self._data[name]) if name in self._data else name in self._known

    def _holds(self, name: str, data: bytes) -> bool:
        there = self._media.path(self._show_id, name)
        return there is not None and there.stat().st_size == len(data) and there.read_bytes() == data


def _matched(show: Show, sheet: Show) -> dict[str, Product]:
    """The products of a show by the ids of those of a sheet that are the same."""
    ids = match_products(show.products, sheet.products, same_show=show.id == sheet.id)
    goods = {one.id: one for one in show.products}
    return {made: goods[ident] for made, ident in ids.items()}


def _said_in_vain(services: Services, problem: SheetProblem, sheet: Show | None, show_id: str) -> bool:
    """Whether a warning is none for a show that is there: that it is, that it keeps its approval, or that a product
    lacks a picture which it has."""
    if problem.code == "sheet.picture_missing":
        products = () if sheet is None else sheet.products
        images = (one.image for one in products if one.id == problem.params.get("product_id"))
        return any(services.media.path(show_id, image) is not None for image in images)
    return problem.code in ("show.twin", "sheet.approval_stays")
