"""Which of the planned shows is meant when nobody has said it."""

from __future__ import annotations

from collections.abc import Sequence


def nearest(shows: Sequence[tuple[str, int]], now_ms: int) -> str | None:
    """The show (id, planned start in epoch ms) that is planned nearest to now; None of none."""
    return min(shows, key=lambda show: abs(show[1] - now_ms), default=(None, 0))[0]
