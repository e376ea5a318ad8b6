"""OBS's own figures over a sliding window: shares of frames lost and bitrates, from its running totals; and the
faults that they are."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from livedesk.domain.clock import SECOND
from livedesk.domain.health import HealthRule, HealthState, judge, mending_figures, poor_figures, value
from livedesk.domain.status import ObsHealth
from livedesk.services.obs.lamps import Lamps

WINDOW_S = 10.0
RECORDED_S = 60.0
"""How far back it is looked how fast a recording grows: over less, a still picture would promise a disk for days."""
RECORDED_LEAST_S = 5.0
"""A shorter piece of a recording says little of its bitrate: encoders begin in bursts."""
_MB = 1024 * 1024


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
    """Turns GetStats, GetStreamStatus and GetRecordStatus into :class:`ObsHealth`. ``target_fps`` comes from
    GetVideoSettings."""

    def __init__(self) -> None:
        self._samples: deque[_Sample] = deque()
        self._recorded: deque[tuple[float, int]] = deque()
        self.target_fps = 0.0

    def reset(self) -> None:
        """Forget the window: another OBS answers now."""
        self._samples.clear()
        self._recorded.clear()

    def update(
        self, stats: Mapping[str, Any], stream: Mapping[str, Any], record: Mapping[str, Any], at: float
    ) -> ObsHealth:
        """Add a reading taken at monotonic second ``at``; shares are over the last 10 s."""
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
        free_mb = float(stats["availableDiskSpace"])
        return ObsHealth(
            fps=float(stats["activeFps"]),
            target_fps=self.target_fps,
            render_skipped=_share(now.render_skipped - first.render_skipped, now.rendered - first.rendered),
            encode_skipped=_share(now.encode_skipped - first.encode_skipped, now.encoded - first.encoded),
            dropped=_share(now.dropped - first.dropped, now.sent - first.sent),
            disk_free_mb=free_mb,
            kbps=(now.sent_bytes - first.sent_bytes) * 8 / 1000 / span if span > 0 else 0.0,
            congestion=min(1.0, max(0.0, float(stream.get("outputCongestion", 0.0)))),
            cpu=float(stats.get("cpuUsage", 0.0)),
            memory_mb=float(stats.get("memoryUsage", 0.0)),
            disk_left_ms=self._disk_left(record, at, free_mb),
        )

    def _disk_left(self, record: Mapping[str, Any], at: float, free_mb: float) -> int | None:
        """How long the disk lasts while OBS writes a recording as fast as in the last minute; a pause writes
        nothing and is left out."""
        if not record.get("outputActive") or record.get("outputPaused"):
            self._recorded.clear()
            return None
        written = int(record.get("outputBytes", 0))
        if self._recorded and written < self._recorded[-1][1]:
            self._recorded.clear()
        self._recorded.append((at, written))
        while self._recorded[0][0] < at - RECORDED_S:
            self._recorded.popleft()
        since, before = self._recorded[0]
        if at - since < RECORDED_LEAST_S or written <= before:
            return None
        return round(free_mb * _MB / ((written - before) / (at - since)) * SECOND)


def _facts(rule: HealthRule, health: ObsHealth) -> dict[str, str]:
    figure = value(health, rule.figure) or 0.0
    return {"percent": f"{figure * 100:.1f}", "value": f"{figure:.1f}"}


def _share(lost: int, total: int) -> float:
    return min(1.0, lost / total) if total > 0 else 0.0


class HealthGuard:
    """Shows and clears the faults of OBS's figures, by ``rules``."""

    def __init__(self, rules: Sequence[HealthRule], lamps: Lamps) -> None:
        self._rules = tuple(rules)
        self._lamps = lamps
        self._state = HealthState()
        self._told: dict[str, tuple[tuple[str, str], ...]] = {}

    def look(self, health: ObsHealth, at: float) -> ObsHealth:
        """Judge a reading taken at monotonic second ``at``; returns it with what there is to say of it. The journal
        has a fault once, with its figure of then; whoever looks reads the one of now, and once that is good again the
        last that was not: a sentence about a fault does not name a figure that is none."""
        before, self._state = self._state, judge(self._rules, self._state, health, round(at * SECOND))
        for rule in self._rules:
            if rule.code in self._state.standing and rule.code not in before.standing:
                self._lamps.show(rule.code, **_facts(rule, health))
            elif rule.code in before.standing and rule.code not in self._state.standing:
                self._lamps.clear(rule.code)
        self._told = {
            rule.code: self._told[rule.code]
            if rule.code in self._state.good
            else tuple(_facts(rule, health).items())
            for rule in self._rules
            if rule.code in self._state.standing
        }
        judged = tuple(sorted({rule.figure.value for rule in self._rules}))
        return replace(
            health,
            judged=judged,
            poor=poor_figures(self._rules, self._state),
            mending=mending_figures(self._rules, self._state),
            faults=self._told,
        )

    def forget(self) -> None:
        """The link is gone: nothing is known of OBS's figures any more."""
        for code in self._state.standing:
            self._lamps.clear(code)
        self._state = HealthState()
        self._told = {}
