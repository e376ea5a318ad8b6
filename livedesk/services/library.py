"""Keeping an imported show: the document and its pictures, or nothing at all."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace

from livedesk.domain.ports import Media, Shows
from livedesk.domain.rundown import Show


def keep_show(
    shows: Shows, media: Media, show: Show, pictures: Mapping[str, bytes], *, by: str, at_ms: int
) -> Show:
    """Keep a show under a new id (so that a sheet imported twice gives two shows) with its pictures.

    The pictures go first: a show is never without them, and pictures of a show that was not kept cost nothing.
    """
    kept = replace(show, id=secrets.token_hex(6))
    if pictures:
        media.keep(kept.id, pictures)
    shows.add(kept, by=by, at_ms=at_ms)
    return kept


def nearest(shows: Sequence[tuple[str, int]], now_ms: int) -> str | None:
    """The show (id, planned start in epoch ms) that is planned nearest to now; None of none."""
    return min(shows, key=lambda show: abs(show[1] - now_ms), default=(None, 0))[0]
