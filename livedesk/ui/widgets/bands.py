"""The coloured ground of a graph."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.rundown import SegmentKind


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the background: a segment while it was on air (epoch ms; ``end_ms`` None: until now)."""

    start_ms: int
    end_ms: int | None
    kind: SegmentKind
    title: str = ""
