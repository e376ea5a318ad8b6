"""What a report tells, as plain facts: plan against actual, the measures, where the money came from, the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.asrun import AsRunRow
from livedesk.domain.events import Entry, RunKind
from livedesk.domain.numbers import Measure
from livedesk.domain.run import Moment
from livedesk.domain.rundown import SegmentKind


class Outcome(StrEnum):
    """What became of an item: it AIRED, is ON_AIR while the run goes on, was on air by mistake only (TAKEN_BACK),
    was SKIPPED in the plan, or was passed over (NOT_AIRED)."""

    AIRED = "aired"
    ON_AIR = "on_air"
    TAKEN_BACK = "taken_back"
    NOT_AIRED = "not_aired"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Sums:
    """What the feeds gave in a part of the show; None where no feed gives it."""

    gmv_fen: int | None = None
    orders: int | None = None
    units: int | None = None
    comments: int | None = None
    online_average: float | None = None


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A segment or a standby plan (``kind`` None), plan against actual. Instants are epoch ms, durations ms; None
    where there is none. What was on air is told as it was then, the rest as the document has it now.

    ``number`` is its place in the rundown; ``removed`` says that it has left the document since. ``actual_start``
    is its first airing that was not taken back, ``planned_start`` that of the plan when the show went live;
    ``actual_ms`` all its time on air, ``airings`` how often that was (taken back or not). ``result`` is that of
    the last take of its scene, or of the last that went wrong."""

    item_id: str
    number: int | None
    title: str
    group: str
    kind: SegmentKind | None
    planned_start: int | None
    planned_ms: int | None
    actual_start: int | None
    actual_ms: int | None
    airings: int
    outcome: Outcome
    removed: bool
    scene: str
    result: str
    sums: Sums

    @property
    def late_ms(self) -> int | None:
        """The actual start against the planned one."""
        if self.actual_start is None or self.planned_start is None:
            return None
        return self.actual_start - self.planned_start

    @property
    def longer_ms(self) -> int | None:
        """The time on air against the planned length, once that is over."""
        if self.actual_ms is None or self.planned_ms is None or self.outcome is not Outcome.AIRED:
            return None
        return self.actual_ms - self.planned_ms


@dataclass(frozen=True, slots=True)
class ProductLine:
    """A product's money; ``product_id`` is empty for orders of products that are not in the show."""

    product_id: str
    name: str
    gmv_fen: int | None
    refund_fen: int | None
    orders: int | None
    units: int | None
    on_air_ms: int


@dataclass(frozen=True, slots=True)
class Point:
    """A minute of the show: its start, people online, the money up to its end, the comments in it."""

    at: int
    online: float | None
    gmv_fen: int | None
    comments: int | None


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the show in the colour of its kind (None: a standby plan); ``number`` as in ItemLine."""

    start: int
    end: int
    number: int | None
    kind: SegmentKind | None


class MarkKind(StrEnum):
    """What is marked on the curves."""

    PROMOTION = "promotion"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Mark:
    """A promotion from ``start`` to ``end`` with its title, or an alert with its code and facts."""

    kind: MarkKind
    start: int
    end: int
    text: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportData:
    """Everything that a report shows. ``end`` is the last known instant, also while the run goes on (``ended``
    None). ``unplaced`` is what came while no item was on air. ``measures`` are those of the whole run, each with
    its reason where there is none; ``simulated`` says that a rehearsal played them. ``overridden`` are the
    critical checks that were open when the show went live, with ``override_by`` and ``override_reason``; ``log``
    the as-run rows, ``entries`` what they were folded from; ``moments`` what was marked, in order."""

    run_id: int
    kind: RunKind
    title: str
    host: str
    platform: str
    zone: str
    planned_end: int
    started: int
    end: int
    ended: int | None
    items: tuple[ItemLine, ...]
    unplaced: Sums | None
    products: tuple[ProductLine, ...]
    measures: Mapping[str, Measure]
    simulated: bool
    series: tuple[Point, ...]
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    overridden: tuple[str, ...]
    override_by: str
    override_reason: str
    cues_done: int
    cues_all: int
    moments: tuple[Moment, ...]
    log: tuple[AsRunRow, ...]
    entries: tuple[Entry, ...]
