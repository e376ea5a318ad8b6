"""What a file of a show has no room for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from livedesk.domain.ports import Media
from livedesk.domain.rundown import Show
from livedesk.services.exporters.sheet_pictures import laid
from livedesk.services.pictures import pictures_of
from livedesk.services.show_file import holds


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The pictures that a file of a show is without: ``missing`` of them are kept nowhere, ``left`` had no room or are
    of a kind that it cannot hold. Those lie in ``folder``; ``in_json``: a json file of the show has them."""

    missing: int = 0
    left: int = 0
    in_json: bool = False
    folder: Path | None = None


NOTHING = LeftOut()


def left_out(show: Show, media: Media, suffix: str) -> LeftOut:
    """The pictures that are not in a file of this type (``.xlsx``, ``.json``: those that are meant to have them), each
    counted once, however many products share it. Raises UserError ``file.unreadable``."""
    names = {product.image for product in show.products if product.image}
    if suffix not in (".xlsx", ".json") or not names:
        return NOTHING
    pictures = pictures_of(show, media)
    missing = len(names - pictures.keys())
    if suffix == ".json":
        return LeftOut(missing)
    left = sorted(pictures.keys() - laid(show.products, pictures).keys())
    place = media.path(show.id, left[0]) if left else None
    return LeftOut(missing, len(left), holds(pictures), None if place is None else place.parent)
