"""What a segment shows and hides in its scene, as a person writes it: ``券面、-促销条``."""

from __future__ import annotations

import re

from livedesk.domain.rundown import ItemWish

SHOWS, HIDES = "+＋", "-－−–"
_BETWEEN = "、，,;；\n"
_PART = re.compile(rf'\s*([{re.escape(SHOWS + HIDES)}])?\s*(?:"([^"\n]*)"|([^{_BETWEEN}]*))\s*(?:[{_BETWEEN}]|$)')


def read_items(text: str) -> tuple[ItemWish, ...]:
    """The wishes that a text names. A minus before a source hides it, a plus, or nothing, shows it; a name with a
    comma, or with a sign in front, stands in ``"``. The last word on a source counts."""
    found: dict[str, bool] = {}
    for sign, quoted, plain in _PART.findall(text):
        name = quoted or plain.strip()
        if name:
            found.pop(name, None)
            found[name] = not sign or sign in SHOWS
    return tuple(ItemWish(name, shown) for name, shown in found.items())


def item_text(wish: ItemWish) -> str:
    """A wish as :func:`read_items` reads it."""
    name = wish.source
    plain = not set(_BETWEEN) & set(name) and name[:1] not in {*SHOWS, *HIDES, " "} and name == name.strip()
    return ("+" if wish.shown else "-") + (name if plain else f'"{name}"')


def unmet(wishes: tuple[ItemWish, ...], items: tuple[tuple[str, bool], ...]) -> tuple[ItemWish, ...]:
    """The wishes that a scene does not fulfil. ``items`` are the sources in it with whether each is shown; one that
    stands there more than once must be so everywhere, and one that the scene does not have cannot be put right."""
    return tuple(wish for wish in wishes if (wish.source, not wish.shown) in items)


def items_text(wishes: tuple[ItemWish, ...]) -> str:
    """Wishes in a line."""
    return "、".join(item_text(wish) for wish in wishes)
