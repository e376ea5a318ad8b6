"""A show written into files, by the file's extension: sheets, scripts, cards, calendar, the whole document."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from livedesk.domain.errors import UserError
from livedesk.domain.ports import Media
from livedesk.domain.rundown import Show
from livedesk.services.exporters.calendar_ics import export_ics
from livedesk.services.exporters.hand_cards import cards_html
from livedesk.services.exporters.script_docx import export_script_docx
from livedesk.services.exporters.show_csv import export_csv
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.files import write_file
from livedesk.services.pictures import pictures_of
from livedesk.services.reports.html import sheet_html
from livedesk.services.reports.look import Paper, load_look
from livedesk.services.show_file import export_json
from livedesk.ui.card_words import card_words
from livedesk.ui.report_words import report_words
from livedesk.ui.resources import ROOT
from livedesk.ui.show_paper import show_paper

Writer = Callable[[Show, int, Media], bytes]


def write_show(show: Show, revision: int, media: Media, path: Path, *, cards: bool = False) -> Path:
    """Write a document into a file of the type that the name says; with ``cards`` the hand cards of its products.
    Returns the file; its folder is made.

    Raises UserError ``export.unknown_type``, ``export.cards_type``, ``export.no_products``, ``file.not_written``,
    and those of the writers."""
    writer = (_CARDS if cards else _SHOWS).get(path.suffix.lower())
    if writer is None:
        raise UserError("export.cards_type" if cards else "export.unknown_type", file=path.name)
    if cards and not show.products:
        raise UserError("export.no_products", title=show.title)
    data = writer(show, revision, media)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("file.not_written", path=str(path), reason=error.strerror or str(error)) from error
    return write_file(path, data)


def _json(show: Show, _revision: int, media: Media) -> bytes:
    return export_json(show, pictures_of(show, media))


def _xlsx(show: Show, revision: int, media: Media) -> bytes:
    return export_xlsx(show, revision, pictures_of(show, media))


def _ics(show: Show, revision: int, _media: Media) -> bytes:
    return export_ics(show, revision=revision, at_ms=round(time.time() * 1000))


def _sheet_html(show: Show, _revision: int, _media: Media) -> bytes:
    return sheet_html(show, report_words(), load_look(ROOT)).encode()


def _sheet_pdf(show: Show, _revision: int, media: Media) -> bytes:
    return _pdf(show_paper(show, media, cards=False))


def _cards_html(show: Show, _revision: int, media: Media) -> bytes:
    return cards_html(show, card_words(), load_look(ROOT), pictures_of(show, media)).encode()


def _cards_pdf(show: Show, _revision: int, media: Media) -> bytes:
    return _pdf(show_paper(show, media, cards=True))


def _pdf(paper: Paper) -> bytes:
    from livedesk.ui.printing import paper_to_pdf

    return paper_to_pdf(paper)


_SHOWS: Mapping[str, Writer] = {
    ".json": _json,
    ".xlsx": _xlsx,
    ".csv": lambda show, revision, _media: export_csv(show, revision),
    ".html": _sheet_html,
    ".pdf": _sheet_pdf,
    ".docx": lambda show, revision, _media: export_script_docx(show, revision),
    ".ics": _ics,
}
_CARDS: Mapping[str, Writer] = {".html": _cards_html, ".pdf": _cards_pdf}
