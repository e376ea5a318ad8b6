"""The pictures of a show's products, read from where they are kept."""

from __future__ import annotations

from collections.abc import Iterable

from livedesk.domain.errors import UserError
from livedesk.domain.ports import Media
from livedesk.domain.rundown import Show


def pictures_of(show: Show, media: Media) -> dict[str, bytes]:
    """Those of the show's products that are there, by their names. Raises UserError ``file.unreadable``."""
    return read_pictures(media, show.id, (product.image for product in show.products if product.image))


def missing_pictures(show: Show, media: Media) -> tuple[str, ...]:
    """The names of the products' pictures that are kept nowhere, in the order of the products."""
    names = dict.fromkeys(product.image for product in show.products if product.image)
    return tuple(name for name in names if media.path(show.id, name) is None)


def read_pictures(media: Media, show_id: str, names: Iterable[str]) -> dict[str, bytes]:
    """Those of these names that are there. Raises UserError ``file.unreadable``."""
    found: dict[str, bytes] = {}
    for name in dict.fromkeys(names):
        path = media.path(show_id, name)
        if path is not None:
            try:
                found[name] = path.read_bytes()
            except OSError as error:
                raise UserError("file.unreadable", file=str(path), reason=error.strerror or str(error)) from error
    return found
