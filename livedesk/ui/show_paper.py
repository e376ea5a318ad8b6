"""A show as paper in the words of the interface: its run sheet, or the hand cards of its products."""

from __future__ import annotations

from livedesk.domain.errors import UserError
from livedesk.domain.ports import Media
from livedesk.domain.rundown import Show
from livedesk.services.reports.look import Paper
from livedesk.ui.resources import ROOT


def show_paper(show: Show, media: Media, *, cards: bool) -> Paper:
    """The paper for a printer. Waits for the disk, and takes any thread. Raises UserError ``export.no_products``,
    ``file.unreadable``, and ``time.nonexistent`` as the timetable does."""
    # Imported here: a desk that prints nothing need not wait for it.
    from livedesk.services.exporters.hand_cards import cards_paper
    from livedesk.services.pictures import pictures_of
    from livedesk.services.reports.html import sheet_paper
    from livedesk.services.reports.look import load_look
    from livedesk.ui.card_words import card_words
    from livedesk.ui.report_words import report_words

    if not cards:
        return sheet_paper(show, report_words(), load_look(ROOT))
    if not show.products:
        raise UserError("export.no_products", title=show.title)
    return cards_paper(show, card_words(), load_look(ROOT), pictures_of(show, media))
