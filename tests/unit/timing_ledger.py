"""The timing rules written down a second time, as plainly as the contract says them: time is counted by adding up
what passes, nothing is folded, and each figure is its own formula."""

from __future__ import annotations

from dataclasses import dataclass, field

from livedesk.domain.clock import wall_to_ms
from livedesk.domain.rundown import EndMode, Show, StandbyMode


@dataclass
class Item:
    """One airing: d, e, j; ``mode`` None for a segment; ``state`` on, paused, ended or void."""

    id: str
    mode: StandbyMode | None
    d: int | None
    e: int = 0
    j: int = 0
    state: str = "on"


@dataclass
class Ledger:
    """A run of a show that is not edited meanwhile, at the instant ``now``."""

    show: Show
    now: int
    items: list[Item] = field(default_factory=list)
    held: bool = False

    def __post_init__(self) -> None:
        zone = self.show.zone
        segments = self.show.segments
        self.h = [None if s.hard_start is None else wall_to_ms(s.hard_start, zone) for s in segments]
        self.c = [
            wall_to_ms(s.count_to, zone) if s.end_mode is EndMode.COUNT_TO and s.count_to is not None else None
            for s in segments
        ]
        self.chain = [i for i, s in enumerate(segments) if not s.skipped]
        self.p: dict[int, int] = {}
        at = wall_to_ms(self.show.planned_start, zone)
        for place, i in enumerate(self.chain):
            h = self.h[i]
            self.p[i] = at if h is None else h if place == 0 else max(at, h)
            at = self.p[i] + self.length(i, self.p[i])
        self.planned_end = at

    def length(self, i: int, start: int) -> int:
        c = self.c[i]
        return self.show.segments[i].duration_ms if c is None else max(0, c - start)

    def wait(self, ms: int) -> None:
        self.now += ms
        if not self.held:
            self.on.e += ms

    @property
    def on(self) -> Item:
        return next(item for item in self.items if item.state == "on")

    @property
    def paused(self) -> Item | None:
        return next((item for item in self.items if item.state == "paused"), None)

    @property
    def aired(self) -> set[int]:
        ids = {item.id for item in self.items if item.mode is None and item.state != "void"}
        return {i for i, segment in enumerate(self.show.segments) if segment.id in ids}

    @property
    def next(self) -> int | None:
        furthest = max(self.aired, default=-1)
        return min((i for i in self.chain if i > furthest), default=None)

    def count_of(self, item: Item) -> int | None:
        return None if item.mode is not None else self.c[self.place(item.id)]

    def place(self, segment_id: str) -> int:
        return next(i for i, segment in enumerate(self.show.segments) if segment.id == segment_id)

    def left(self, item: Item) -> int | None:
        count = self.count_of(item)
        if count is not None:
            return count - self.now
        return None if item.d is None else item.d + item.j - item.e

    # What the director does. False: refused.

    def go(self) -> bool:
        return self.next is not None and self.take(self.next)

    def jump(self, i: int) -> bool:
        if self.on.mode is None and self.place(self.on.id) == i:
            return False
        return self.take(i)

    def take(self, i: int) -> bool:
        self.stop()
        self.put(Item(self.show.segments[i].id, None, self.length(i, self.now)))
        return True

    def stop(self) -> None:
        for item in self.items:
            if item.state in ("on", "paused"):
                item.state = "ended"

    def put(self, item: Item) -> None:
        self.items.append(item)
        self.held = False

    def go_on(self, item: Item) -> bool:
        item.state, self.held = "on", False
        return True

    def back(self) -> bool:
        here = self.items.index(self.on)
        earlier = [x for x in self.items[:here] if x.state == "ended" and x.mode is not StandbyMode.PAUSE]
        before = self.paused or (earlier[-1] if earlier else None)
        if before is None:
            return False
        self.on.state = "void"
        return self.go_on(before)

    def standby(self, standby_id: str) -> bool:
        plan = next(item for item in self.show.standbys if item.id == standby_id)
        if self.on.id == plan.id:
            return True
        if plan.mode is StandbyMode.PAUSE:
            self.on.state = "ended" if self.on.mode is StandbyMode.PAUSE else "paused"
            self.put(Item(plan.id, plan.mode, plan.duration_ms))
            return True
        left = self.left(self.paused or self.on)
        own = plan.duration_ms if plan.duration_ms is not None else None if left is None else max(0, left)
        self.stop()
        self.put(Item(plan.id, plan.mode, own))
        return True

    def end_standby(self) -> bool:
        paused = self.paused
        if paused is None:
            return False
        self.on.state = "ended"
        return self.go_on(paused)

    def hold(self) -> bool:
        self.held = not self.held
        return True

    def adjust(self, delta: int) -> bool:
        left = self.left(self.on)
        if self.count_of(self.on) is not None or left is None:
            return False
        given = max(delta, -max(0, left))
        self.on.j += given
        return given != 0

    # What the timetable says.

    @property
    def end(self) -> int:
        own = self.now + max(0, self.left(self.on) or 0)
        paused = self.paused
        if paused is None:
            return own
        count = self.count_of(paused)
        return own + max(0, self.left(paused) or 0) if count is None else max(own, count)

    @property
    def expected(self) -> dict[int, int]:
        found: dict[int, int] = {}
        at = self.end
        following = self.next
        for i in [] if following is None else [i for i in self.chain if i >= following]:
            found[i] = max(at, self.h[i] or at)
            at = found[i] + self.length(i, found[i])
        self.expected_end = at
        return found

    @property
    def must_cut_by(self) -> int | None:
        x = self.expected
        between = {m: sum(self.show.segments[i].duration_ms for i in x if i < m and self.c[i] is None) for m in x}
        return min((h - between[m] for m in x if (h := self.h[m]) is not None), default=None)
