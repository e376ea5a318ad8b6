"""When OBS's own figures are a fault: rules as data, and their history. Evaluating them is pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from livedesk.domain.clock import HOUR, MINUTE, SECOND
from livedesk.domain.errors import UserError
from livedesk.domain.status import ObsHealth

HISTORY_MS: Final = 30 * MINUTE
MB_A_GB: Final = 1024
_EARLY_MS: Final = 100
"""A reading that comes this much early is that of its second: OBS is asked once a second, and answers when it can."""
_KEYS: Final = frozenset({"code", "figure", "below", "threshold", "clear", "for_s", "clear_s"})


class Figure(StrEnum):
    """What a rule looks at. The shares (0–1) are those of :class:`ObsHealth`; FPS is the frames a second as a share
    of those that OBS is set to; DISK_HOURS is None while OBS does not record."""

    FPS = "fps"
    RENDER = "render"
    ENCODE = "encode"
    DROPPED = "dropped"
    CONGESTION = "congestion"
    CPU = "cpu"
    DISK_HOURS = "disk_hours"
    DISK_GB = "disk_gb"


def value(health: ObsHealth, figure: Figure) -> float | None:
    """A figure of the health, None where OBS gives none."""
    match figure:
        case Figure.FPS:
            return health.fps / health.target_fps if health.target_fps > 0 else None
        case Figure.RENDER:
            return health.render_skipped
        case Figure.ENCODE:
            return health.encode_skipped
        case Figure.DROPPED:
            return health.dropped
        case Figure.CONGESTION:
            return health.congestion
        case Figure.CPU:
            return health.cpu
        case Figure.DISK_HOURS:
            return None if health.disk_left_ms is None else health.disk_left_ms / HOUR
        case Figure.DISK_GB:
            return health.disk_free_mb / MB_A_GB


@dataclass(frozen=True, slots=True)
class HealthRule:
    """``code`` is shown as a fault when the figure has been past ``threshold`` (above it, or ``below``) for ``for_ms``
    without a break. It is over when the figure has been at ``clear`` or better for ``clear_ms``; between the two
    nothing changes."""

    code: str
    figure: Figure
    threshold: float
    clear: float
    below: bool = False
    for_ms: int = 10 * SECOND
    clear_ms: int = 10 * SECOND

    def past(self, figure: float) -> bool:
        """Whether a figure is past the threshold."""
        return figure < self.threshold if self.below else figure > self.threshold

    def well(self, figure: float) -> bool:
        """Whether a figure is good again."""
        return figure >= self.clear if self.below else figure <= self.clear


@dataclass(frozen=True, slots=True)
class HealthState:
    """By code: since when a figure has been past its threshold, the faults that stand, and since when a standing one
    has been good again (monotonic ms)."""

    past: Mapping[str, int] = field(default_factory=dict)
    standing: frozenset[str] = frozenset()
    good: Mapping[str, int] = field(default_factory=dict)


def judge(rules: Sequence[HealthRule], before: HealthState, health: ObsHealth, at_ms: int) -> HealthState:
    """The state after a reading at ``at_ms`` (monotonic). A figure that OBS gives no more is good."""
    past: dict[str, int] = {}
    good: dict[str, int] = {}
    standing: set[str] = set()
    for rule in rules:
        figure = value(health, rule.figure)
        if rule.code not in before.standing:
            if figure is not None and rule.past(figure):
                past[rule.code] = before.past.get(rule.code, at_ms)
                if at_ms - past[rule.code] >= rule.for_ms:
                    standing.add(rule.code)
            continue
        standing.add(rule.code)
        if figure is None or rule.well(figure):
            good[rule.code] = before.good.get(rule.code, at_ms)
            if at_ms - good[rule.code] >= rule.clear_ms:
                standing.discard(rule.code)
    return HealthState(past, frozenset(standing), good)


def poor_figures(rules: Sequence[HealthRule], state: HealthState) -> tuple[str, ...]:
    """The figures whose faults stand."""
    return tuple(sorted({rule.figure.value for rule in rules if rule.code in state.standing}))


def mending_figures(rules: Sequence[HealthRule], state: HealthState) -> tuple[str, ...]:
    """Of the figures whose faults stand, those that are good again in all of them, but not for long enough yet."""
    bad = {rule.figure.value for rule in rules if rule.code in state.standing - state.good.keys()}
    return tuple(each for each in poor_figures(rules, state) if each not in bad)


def parse_rules(data: Mapping[str, Any]) -> tuple[HealthRule, ...]:
    """The rules of a TOML document with ``[[alert]]`` tables: ``code``, ``figure``, ``threshold``, and where they
    differ from the usual ``below``, ``clear`` (else the threshold itself), ``for_s``, ``clear_s``. Raises UserError
    ``alerts.unreadable`` (``reason``)."""
    tables = data.get("alert", [])
    if not isinstance(tables, list):
        raise UserError("alerts.unreadable", reason="[[alert]] is no list of tables")
    rules = tuple(_rule(number, table) for number, table in enumerate(tables, 1))
    codes = [rule.code for rule in rules]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise UserError("alerts.unreadable", reason=f"{twice} stands twice")
    return rules


def _rule(number: int, table: Any) -> HealthRule:
    if not isinstance(table, dict):
        raise UserError("alerts.unreadable", reason=f"alert {number} is no table")
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise UserError("alerts.unreadable", reason=f"alert {number}: {unknown[0]} is unknown")
    try:
        threshold, below = float(table["threshold"]), bool(table.get("below", False))
        rule = HealthRule(
            code=str(table["code"]),
            figure=Figure(table["figure"]),
            threshold=threshold,
            clear=float(table.get("clear", threshold)),
            below=below,
            for_ms=round(float(table.get("for_s", 10)) * SECOND),
            clear_ms=round(float(table.get("clear_s", 10)) * SECOND),
        )
    except KeyError as error:
        raise UserError("alerts.unreadable", reason=f"alert {number}: {error.args[0]} is missing") from error
    except (TypeError, ValueError) as error:
        raise UserError("alerts.unreadable", reason=f"alert {number}: {error}") from error
    if rule.past(rule.clear):
        raise UserError("alerts.unreadable", reason=f"alert {number}: clear is past the threshold")
    if rule.for_ms < 0 or rule.clear_ms < 0:
        raise UserError("alerts.unreadable", reason=f"alert {number}: a time is negative")
    return rule


@dataclass(frozen=True, slots=True)
class HealthSample:
    """OBS's figures at an instant (epoch ms)."""

    at_ms: int
    health: ObsHealth


class HealthHistory:
    """The last half hour, one sample a second. Whoever adds and whoever reads may be two threads."""

    def __init__(self) -> None:
        self._samples: deque[HealthSample] = deque(maxlen=HISTORY_MS // SECOND)

    def add(self, health: ObsHealth, at_ms: int) -> None:
        """Keep one more; within a second of the last one it is left out. A clock that was set back begins anew."""
        if self._samples:
            since = at_ms - self._samples[-1].at_ms
            if since < 0:
                self._samples.clear()
            elif since < SECOND - _EARLY_MS:
                return
        while self._samples and at_ms - self._samples[0].at_ms > HISTORY_MS:
            self._samples.popleft()
        self._samples.append(HealthSample(at_ms, health))

    @property
    def samples(self) -> tuple[HealthSample, ...]:
        """The oldest first."""
        return tuple(self._samples)
