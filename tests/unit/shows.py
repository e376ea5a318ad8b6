"""Small shows and a driver that runs them by the pure rules alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from livedesk.domain import commands as c
from livedesk.domain.card import CardDifference, CardSlot
from livedesk.domain.clock import MINUTE, Now, WallTime, to_ms, wall_to_ms
from livedesk.domain.decide import decide
from livedesk.domain.events import Entry, RunKind
from livedesk.domain.evolve import fold
from livedesk.domain.run import State
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.domain.timetable import Timetable, schedule

ZONE = "Asia/Shanghai"
TYPED = CardDifference(CardSlot.LIVE_PRICE, "直播价", "¥1", "¥99")


def wall(text: str) -> WallTime:
    return WallTime(datetime.fromisoformat(text))


def at(text: str) -> int:
    """The instant of a wall time in Shanghai."""
    moment = datetime.fromisoformat(text)
    whole = wall_to_ms(WallTime(moment.replace(microsecond=0)), ZONE)
    return whole + moment.microsecond // 1000


def utc(text: str) -> int:
    return to_ms(datetime.fromisoformat(text))


def segment(number: int, minutes: float, **more: object) -> Segment:
    base: dict[str, object] = {"scene": f"scene {number}"}
    return Segment(
        f"s{number}", f"segment {number}", SegmentKind.PRODUCT, round(minutes * MINUTE), **{**base, **more}
    )  # type: ignore[arg-type]  # tests name the fields


def show(start: str, *segments: Segment, zone: str = ZONE, **more: object) -> Show:
    return Show("show", "a show", zone, wall(start), segments=segments, **more)  # type: ignore[arg-type]  # tests name the fields


@dataclass
class Desk:
    """Runs a show: ``now_ms`` is the wall, and time only goes on by :meth:`to` and :meth:`after`."""

    show: Show
    now_ms: int
    mono_ms: int = 50_000
    boot: str = "boot"
    state: State = field(init=False)
    entries: list[Entry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.state = State(self.show, 1)
        self.do(c.OpenRun(RunKind.LIVE))

    @property
    def now(self) -> Now:
        return Now(self.now_ms, self.mono_ms, self.boot)

    def to(self, instant: int) -> Desk:
        self.mono_ms += instant - self.now_ms
        self.now_ms = instant
        return self

    def after(self, ms: int) -> Desk:
        return self.to(self.now_ms + ms)

    def do(self, command: c.Command, by: str = "导播") -> Desk:
        entries = decide(self.state, command, self.now, by)
        self.entries += entries
        self.state = State(self.state.show, self.state.revision, fold(entries, self.state.run))
        return self

    @property
    def table(self) -> Timetable:
        run = self.state.run
        return schedule(self.state.show, run, run.time(self.now))
