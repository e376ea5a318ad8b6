"""The arrangement of a show's scene buttons, kept for the next time; a show without one begins with the newest."""

from __future__ import annotations

from livedesk.domain.arrangement import Arrangement
from livedesk.domain.codec import decode, encode
from livedesk.domain.ports import Kept

KIND = "scene_buttons"


def load_arrangement(kept: Kept, show_id: str) -> Arrangement:
    """How the buttons of a show are arranged. Reads the store: not for the thread of the show or of the window."""
    items = kept.all(KIND)
    found = next((item for item in items if item.key == show_id), items[0] if items else None)
    return decode(found.document, Arrangement) if found is not None else Arrangement()


def keep_arrangement(kept: Kept, show_id: str, arrangement: Arrangement, *, by: str, at_ms: int) -> None:
    """Keep it in the place of the one before."""
    kept.put(KIND, show_id, encode(arrangement), by=by, at_ms=at_ms)
