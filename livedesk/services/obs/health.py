"""OBS's own figures over a sliding window: shares of frames lost and the bitrate, from its running totals."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from livedesk.domain.status import ObsHealth

WINDOW_S = 30.0


@dataclass(frozen=True, slots=True)
class _Sample:
    at: float
    rendered: int
    render_skipped: int
    encoded: int
    encode_skipped: int
    sent: int
    dropped: int
    sent_bytes: int

    def follows(self, other: _Sample) -> bool:
        """Whether no total went back since ``other`` (a restarted OBS or output counts from zero again)."""
        totals = ("rendered", "render_skipped", "encoded", "encode_skipped", "sent", "dropped", "sent_bytes")
        return all(getattr(self, name) >= getattr(other, name) for name in totals)


class HealthMeter:
    """Turns GetStats and GetStreamStatus into :class:`ObsHealth`. ``target_fps`` comes from GetVideoSettings."""

    def __init__(self) -> None:
        self._samples: deque[_Sample] = deque()
        self.target_fps = 0.0

    def reset(self) -> None:
        """Forget the window: another OBS answers now."""
        self._samples.clear()

    def update(self, stats: Mapping[str, Any], stream: Mapping[str, Any], at: float) -> ObsHealth:
        """Add a reading taken at monotonic second ``at``; shares are over the last 30 s."""
        now = _Sample(
            at,
            int(stats["renderTotalFrames"]),
            int(stats["renderSkippedFrames"]),
            int(stats["outputTotalFrames"]),
            int(stats["outputSkippedFrames"]),
            int(stream.get("outputTotalFrames", 0)),
            int(stream.get("outputSkippedFrames", 0)),
            int(stream.get("outputBytes", 0)),
        )
        if self._samples and not now.follows(self._samples[-1]):
            self._samples.clear()
        self._samples.append(now)
        while self._samples[0].at < at - WINDOW_S:
            self._samples.popleft()
        first = self._samples[0]
        span = now.at - first.at
        return ObsHealth(
            fps=float(stats["activeFps"]),
            target_fps=self.target_fps,
            render_skipped=_share(now.render_skipped - first.render_skipped, now.rendered - first.rendered),
            encode_skipped=_share(now.encode_skipped - first.encode_skipped, now.encoded - first.encoded),
            dropped=_share(now.dropped - first.dropped, now.sent - first.sent),
            disk_free_mb=float(stats["availableDiskSpace"]),
            kbps=(now.sent_bytes - first.sent_bytes) * 8 / 1000 / span if span > 0 else 0.0,
        )


def _share(lost: int, total: int) -> float:
    return min(1.0, lost / total) if total > 0 else 0.0
