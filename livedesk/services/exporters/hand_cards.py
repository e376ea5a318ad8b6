"""The hand cards (手卡) of a show's products: two on an A4 page with lines to cut along, for the printer and for the
browser. Text from outside is escaped by the templates."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from livedesk.domain.product import Product
from livedesk.domain.rundown import Show
from livedesk.domain.timetable import plan
from livedesk.services.exporters import card_layout
from livedesk.services.exporters.card_layout import CardLayout, lay_out
from livedesk.services.exporters.picture_size import picture_size
from livedesk.services.reports import figures
from livedesk.services.reports.look import Look, Paper, Part
from livedesk.services.reports.words import Words
from livedesk.services.sheets.script_doc import plain

MOST_PIXELS = 50_000_000
_TYPES = {b"\x89P": "png", b"\xff\xd8": "jpeg", b"GI": "gif", b"BM": "bmp"}
_TIMES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _Card:
    layout: CardLayout
    picture: str


def cards_html(show: Show, words: Words, look: Look, media: Mapping[str, bytes]) -> str:
    """The hand cards as one page for the browser that needs nothing beside it, in the order of the queue. ``media``
    holds the pictures by the names that products use."""
    drawn = [Markup(svg) for svg in _drawn(show, words, look, media)]
    facts = {"cards": drawn, "title": f"{show.title} · {words['hand_cards']}", "language": words.language}
    return _render(look, "hand_cards.html.j2", facts | {"c": look.paper})


def cards_paper(show: Show, words: Words, look: Look, media: Mapping[str, bytes]) -> Paper:
    """The hand cards for the printer."""
    images = {f"card-{at}": svg for at, svg in enumerate(_drawn(show, words, look, media))}
    html = _render(look, "hand_cards_print.html.j2", {"names": list(images)})
    head = f"{show.title} · {figures.day(plan(show).start, show.zone)} · {words['hand_cards']}"
    return Paper((Part(html),), images, head, "", landscape=False, colours=look.paper)


def _drawn(show: Show, words: Words, look: Look, media: Mapping[str, bytes]) -> list[str]:
    times = _times(show)
    cards = [_card(product, words, media, times) for product in show.products]
    # A character that XML has no room for would leave the whole card blank.
    return [plain(_render(look, "hand_card.svg.j2", _facts(card, look))) for card in cards]


def _facts(card: _Card, look: Look) -> dict[str, Any]:
    return {"card": card.layout, "picture": card.picture, "c": look.paper, "size": card_layout}


def _card(product: Product, words: Words, media: Mapping[str, bytes], times: Mapping[str, list[str]]) -> _Card:
    data = media.get(product.image, b"")
    kind, size = _TYPES.get(data[:2]), picture_size(data)
    if kind is None or size is None or size[0] * size[1] > MOST_PIXELS:
        return _Card(lay_out(product, words.text, None, times.get(product.id, [])), "")
    picture = f"data:image/{kind};base64,{b64encode(data).decode()}"
    return _Card(lay_out(product, words.text, size, times.get(product.id, [])), picture)


def _times(show: Show) -> dict[str, list[str]]:
    """For each product the planned times at which it is on."""
    layout = plan(show)
    found: dict[str, list[str]] = {}
    for at, segment in enumerate(show.segments):
        start = layout.starts[at]
        for product_id in segment.product_ids if start is not None else ():
            known = found.setdefault(product_id, [])
            if len(known) < _TIMES_SHOWN:
                known.append(figures.clock_short(start, show.zone, layout.start))
    return found


def _render(look: Look, template: str, facts: Mapping[str, Any]) -> str:
    environment = Environment(
        loader=FileSystemLoader(look.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(facts)
